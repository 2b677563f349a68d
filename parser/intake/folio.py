"""Builds the document of paged originals: words with their places, tables with their boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parser.intake.writer import Draft, Writer
from parser.model import Box, Document, Note, Page, Span
from parser.reading.tables.cell_values import is_page_number

# In running text a gap wider than this many characters' width is a column's edge.
_WIDE_GAP = 1.2


@dataclass(frozen=True, slots=True)
class Word:
    """Characters that stand together, with their place. `confidence` 0 to 1 from a recogniser."""

    text: str
    box: Box
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        """The upper edge of the line."""
        return min(word.box.y0 for word in self.words)

    @property
    def text(self) -> str:
        """The words with gaps as spaces, as many as fit: columns stay columns."""
        return "".join(part for part, _ in self.parts())

    def parts(self) -> list[tuple[str, Word]]:
        """Return each word behind the spaces that part it from the one before."""
        result: list[tuple[str, Word]] = []
        for i, word in enumerate(self.words):
            lead = ""
            if i:
                before = self.words[i - 1]
                width = _width(before)
                gap = word.box.x0 - before.box.x1
                if gap > _WIDE_GAP * width:
                    lead = " " * max(2, round(2 * gap / width))
                elif _both_latin(before.text, word.text) or gap > 0.6 * width:
                    lead = " "
            result.append((lead + word.text, word))
        return result


TableRows = list[list[tuple[Box, int, int, list[Line]]]]


class Folio:
    """Collects pages and ends as a `Document` whose words know their boxes."""

    def __init__(self) -> None:
        self._writer = Writer()
        self._words: list[tuple[Span, Box]] = []
        self._pages: list[Page] = []

    def page(
        self, number: int, width: float, height: float, parts: Iterable[Line | TableRows]
    ) -> None:
        """Write one page, its parts in reading order. Sizes in points."""
        start = self._writer.at
        for part in parts:
            if isinstance(part, Line):
                self._line(part)
            else:
                self._table(part)
        self._pages.append(Page(number, width, height, Span(start, self._writer.at)))

    def document(self, format: str, notes: Sequence[Note] = ()) -> Document:
        """Return all pages as one document."""
        document = self._writer.document(format, notes=notes, pages=self._pages)
        return replace(document, words=tuple(self._words))

    def _line(self, line: Line) -> None:
        text = line.text
        at = self._writer.line(text, furniture=is_page_number(text)).start
        for part, word in line.parts():
            end = at + len(part)
            self._words.append((Span(end - len(word.text), end), word.box))
            at = end

    def _table(self, rows: TableRows) -> None:
        drafts = [
            [
                Draft(
                    "\n".join(line.text for line in lines),
                    down,
                    across,
                    box,
                    _least_confidence(lines),
                )
                for box, down, across, lines in row
            ]
            for row in rows
        ]
        known = len(self._writer.grids)
        self._writer.table(drafts)
        if len(self._writer.grids) == known:
            return
        cells = iter(self._writer.grids[-1].cells)
        for row in rows:
            for _, _, _, lines in row:
                at = next(cells).span.start
                for line in lines:
                    for part, word in line.parts():
                        end = at + len(part)
                        self._words.append((Span(end - len(word.text), end), word.box))
                        at = end
                    at += 1


def _least_confidence(lines: Sequence[Line]) -> float | None:
    known = [w.confidence for line in lines for w in line.words if w.confidence is not None]
    return min(known) if known else None


def _width(word: Word) -> float:
    """Return the width of a full-width character in the word's size."""
    return max(1.0, min(word.box.y1 - word.box.y0, 40.0))


def _both_latin(left: str, right: str) -> bool:
    return bool(left and right) and left[-1].isascii() and right[0].isascii()
