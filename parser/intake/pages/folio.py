"""Builds the document of paged originals: words with their places, tables with their boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parser.intake.pages.page_break import rejoined
from parser.intake.pages.printed import Line, Part, RuledTable
from parser.intake.pages.turning import Turn
from parser.intake.strikes import unmarked
from parser.intake.writer import Draft, Writer
from parser.model import Box, Document, Note, Page, Span
from parser.text.page_numbers import is_page_number


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page that is still to be written."""

    number: int
    width: float
    height: float
    parts: Sequence[Part]


class Folio:
    """Collects pages and ends as a `Document` whose words know their boxes."""

    def __init__(self) -> None:
        self._writer = Writer()
        self._words: list[tuple[Span, Box]] = []
        self._leaves: list[_Leaf] = []
        self._turns: dict[int, Turn] = {}
        self._unread: dict[str, list[Span]] = {}

    def page(
        self,
        number: int,
        width: float,
        height: float,
        parts: Iterable[Part],
        turn: Turn | None = None,
    ) -> None:
        """Take in one page, its parts in reading order. Sizes in points, of the page as it is.

        `turn` says how the parts' boxes lie where the page was read turned.
        """
        self._leaves.append(_Leaf(number, width, height, list(parts)))
        if turn is not None and turn.quarters:
            self._turns[number] = turn

    def document(self, format: str, notes: Sequence[Note] = ()) -> Document:
        """Return all pages as one document, with an F107 for what was not read."""
        pages: list[Page] = []
        texts = rejoined([leaf.parts for leaf in self._leaves])
        for leaf, parts in zip(self._leaves, texts, strict=True):
            start = self._writer.at
            for part in parts:
                if isinstance(part, Line):
                    self._line(part)
                elif isinstance(part, RuledTable):
                    self._table(part)
                else:
                    at = self._writer.at
                    self._unread.setdefault(part.message, []).append(Span(at, at))
            span = Span(start, self._writer.at)
            pages.append(Page(leaf.number, leaf.width, leaf.height, span))
        unread = [Note("F107", text, tuple(spans)) for text, spans in self._unread.items()]
        document = self._writer.document(format, notes=[*notes, *unread], pages=pages)
        return replace(document, words=tuple(self._words))

    def _line(self, line: Line) -> None:
        text = line.text
        furniture = is_page_number(unmarked(text))
        self._place(line, self._writer.line(text, furniture=furniture).start)

    def _table(self, table: RuledTable) -> None:
        drafts = [
            [
                Draft(
                    cell.text,
                    cell.row_span,
                    cell.column_span,
                    self._on_page(cell.box),
                    cell.confidence,
                )
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
                for line, end in zip(cell.lines, [*cell.ends(), ""], strict=False):
                    at = self._place(line, at) + len(end)

    def _place(self, line: Line, at: int) -> int:
        """Note the boxes of a line that is written at `at`; return where it ends."""
        for led in line.led():
            end = at + len(unmarked(led.text))
            start = end - len(unmarked(led.word.text))
            self._words.append((Span(start, end), self._on_page(led.word.box)))
            at = end
        return at

    def _on_page(self, box: Box) -> Box:
        turn = self._turns.get(box.page)
        return turn.back(box) if turn else box
