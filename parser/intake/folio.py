"""Builds the document of paged originals: words with their places, tables with their boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from parser.intake.printed import Line, Part, RuledTable
from parser.intake.writer import Draft, Writer
from parser.model import Box, Document, Note, Page, Span
from parser.text.page_numbers import is_page_number


class Folio:
    """Collects pages and ends as a `Document` whose words know their boxes."""

    def __init__(self) -> None:
        self._writer = Writer()
        self._words: list[tuple[Span, Box]] = []
        self._pages: list[Page] = []

    def page(self, number: int, width: float, height: float, parts: Iterable[Part]) -> None:
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
        self._place(line, self._writer.line(text, furniture=is_page_number(text)).start)

    def _table(self, table: RuledTable) -> None:
        drafts = [
            [
                Draft(cell.text, cell.row_span, cell.column_span, cell.box, cell.confidence)
                for cell in row
            ]
            for row in table.rows
        ]
        known = len(self._writer.grids)
        self._writer.table(drafts)
        if len(self._writer.grids) == known:
            return
        written = iter(self._writer.grids[-1].cells)
        for row in table.rows:
            for cell in row:
                at = next(written).span.start
                for line in cell.lines:
                    at = self._place(line, at) + 1

    def _place(self, line: Line, at: int) -> int:
        """Note the boxes of a line that is written at `at`; return where it ends."""
        for led in line.led():
            end = at + len(led.text)
            self._words.append((Span(end - len(led.word.text), end), led.word.box))
            at = end
        return at
