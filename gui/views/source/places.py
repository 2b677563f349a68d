"""Where the characters of a report stand on its pages, as far as readers could tell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from parser.model import Box, Document, Page, Report, Span


class Places:
    """The boxes of figures and cells, and which page holds which characters."""

    def __init__(self, report: Report) -> None:
        """Collect the boxes of a report that was read."""
        assert report.document is not None, "only a report that was read has places"
        self._document: Document = report.document
        self._starts = [page.span.start for page in self._document.pages]
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

    def boxes_in(self, span: Span) -> Iterator[Box]:
        """Yield the boxes whose characters lie in a span, or that hold an empty span."""
        for characters, box in self._boxes:
            if characters.start > span.end:
                break
            if span.covers(characters) or (characters.covers(span) and span.end - span.start < 2):
                yield box

    def span_at(self, page: int, x: float, y: float) -> Span | None:
        """Return the characters of the smallest box at a point of a page, None where none is."""
        found = [
            (box, characters)
            for characters, box in self._boxes
            if box.page == page and box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1
        ]
        if not found:
            return None
        return min(found, key=lambda entry: _area(entry[0]))[1]

    def page_of(self, offset: int) -> Page | None:
        """Return the page that holds a character, None for a document without pages."""
        if not self._document.pages:
            return None
        return self._document.pages[max(0, bisect_right(self._starts, offset) - 1)]

    def words_of(self, span: Span) -> tuple[str, int] | None:
        """Return the words of a span and how often they stand on its page before it.

        None for a span that no single page holds.
        """
        page = self.page_of(span.start)
        if page is None or span.end > page.span.end:
            return None
        words = "".join(span.of(self._document.text).split())
        before = "".join(Span(page.span.start, span.start).of(self._document.text).split())
        nth, at = 0, before.find(words) if words else -1
        while at >= 0:
            nth += 1
            at = before.find(words, at + 1)
        return (words, nth) if words else None


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)
