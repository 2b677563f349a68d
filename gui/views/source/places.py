"""Where the characters of a report stand on its pages, as its reader told."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from parser.model import Box, Document, Report, Span

LINE = 8.0  # points: no line of a report is lower
SIGN = 5.0  # points: how wide the sign of a place without characters is
INSET = 8.0  # points by which the frame of a page stands inside its edge


class Places:
    """The boxes of figures, cells and words, and which page holds which characters."""

    def __init__(self, report: Report) -> None:
        """Collect the boxes of a report that was read."""
        assert report.document is not None, "only a report that was read has places"
        self._document: Document = report.document
        boxes = {
            figure.span: figure.box
            for body in report.bodies
            for figure in body.figures.values()
            if figure.box is not None
        }
        for grid in self._document.grids:
            for cell in grid.cells:
                if cell.box is not None and cell.span not in boxes:
                    boxes[cell.span] = cell.box
        self._boxes = sorted(boxes.items())
        self._words = sorted(self._document.words)
        self._word_ends = [span.end for span, _ in self._words]

    def boxes_of(self, span: Span) -> list[Box]:
        """Return the boxes of the figures and cells in a span; where none is, of its words.

        An empty span gets the box of the cell that it stands in; where it stands in none, of a
        sign beside the word before it, or of the whole page where nothing was read of the page.
        """
        found: list[Box] = []
        for characters, box in self._boxes:
            if characters.start > span.end:
                break
            if span.covers(characters) or self._stands_in(span, characters):
                found.append(box)
        if not found and span.start == span.end:
            return self._sign(span.start)
        return found or _joined(self._parts(span))

    def stretch(self, span: Span) -> list[Box]:
        """Return the part of each page that a long span stands on, from word to word."""
        found: dict[int, list[Box]] = {}
        for boxes in (self._words, self._boxes):
            for characters, box in boxes:
                if span.start <= characters.start and characters.end <= span.end:
                    found.setdefault(box.page, []).append(box)
        return [_around(page, boxes) for page, boxes in sorted(found.items())]

    def span_at(self, page: int, x: float, y: float) -> Span | None:
        """Return the characters of the smallest box at a point of a page, None where none is."""
        found = [
            (box, characters)
            for boxes in (self._boxes, self._words)
            for characters, box in boxes
            if box.page == page and box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1
        ]
        if not found:
            return None
        return min(found, key=lambda entry: _area(entry[0]))[1]

    def written(self, page: int) -> Box | None:
        """Return the part of a page that is written on, None where no reader told."""
        boxes = [box for _, box in (*self._words, *self._boxes) if box.page == page]
        if not boxes:
            return None
        return _around(page, boxes)

    def _stands_in(self, span: Span, characters: Span) -> bool:
        """Say whether a place of at most one character stands in a figure or a cell."""
        if span.start < span.end:
            return span.end - span.start == 1 and characters.covers(span)
        blank = not characters.of(self._document.text).strip()
        within = characters.start < span.start < characters.end
        return within or (blank and characters.covers(span))

    def _sign(self, offset: int) -> list[Box]:
        """Return where to put a sign for what was not read between two characters."""
        page = self._document.page_of(Span(offset, offset))
        if page is None:
            return []
        there = [entry for entry in (*self._words, *self._boxes) if entry[1].page == page.number]
        before = max((e for e in there if e[0].end <= offset), default=None)
        after = min((e for e in there if e[0].start >= offset), default=None)
        if before is not None:
            box = before[1]
            return [replace(box, x0=box.x1 + 1, x1=box.x1 + 1 + SIGN)]
        if after is not None:
            box = after[1]
            return [replace(box, x0=box.x0 - 1 - SIGN, x1=box.x0 - 1)]
        return [Box(page.number, INSET, INSET, page.width - INSET, page.height - INSET)]

    def _parts(self, span: Span) -> list[Box]:
        parts: list[Box] = []
        for characters, box in self._words[bisect_right(self._word_ends, span.start) :]:
            if characters.start >= span.end:
                break
            parts.append(self._part(characters, box, span))
        return parts

    def _part(self, characters: Span, box: Box, span: Span) -> Box:
        """Return the part of a word's box that a span takes of it, by the width of characters."""
        if box.y1 - box.y0 > 1.5 * (box.x1 - box.x0):
            return box  # one above the other
        text = characters.of(self._document.text)
        widths = [_width(character) for character in text]
        first = max(0, span.start - characters.start)
        last = min(len(text), span.end - characters.start)
        a_unit = (box.x1 - box.x0) / max(sum(widths), 0.5)
        left = box.x0 + a_unit * sum(widths[:first])
        return replace(box, x0=left, x1=left + a_unit * sum(widths[first:last]))


def _around(page: int, boxes: list[Box]) -> Box:
    """Return the box around boxes of a page."""
    return Box(
        page,
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def _width(character: str) -> float:
    """Return how wide a character is beside a Chinese one."""
    return 1.0 if character >= "\u2e80" or character in "“”‘’…—" else 0.5


def _joined(parts: list[Box]) -> list[Box]:
    """Join the parts of each line."""
    lines: list[Box] = []
    for part in parts:
        last = lines[-1] if lines else None
        if last is not None and _beside(last, part):
            lines[-1] = Box(
                last.page,
                min(last.x0, part.x0),
                min(last.y0, part.y0),
                max(last.x1, part.x1),
                max(last.y1, part.y1),
            )
        else:
            lines.append(part)
    return lines


def _beside(one: Box, other: Box) -> bool:
    height = max(one.y1 - one.y0, other.y1 - other.y0, LINE)
    apart = abs(one.y0 + one.y1 - other.y0 - other.y1) / 2
    return one.page == other.page and apart < 0.6 * height


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)
