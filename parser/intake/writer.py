"""Builds a document's text and grids side by side, so that every span is right by construction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parser.intake.furniture import furniture_lines
from parser.intake.pinyin import pinyin
from parser.intake.script import script, to_simplified
from parser.intake.strikes import blotted, counted, placed
from parser.model import Box, Cell, Document, Grid, Note, Page, Span

# No honest table has more; a span of 99,999,999 would allocate the whole grid.
MAX_SPAN = 100
_MAX_COLUMNS = 400
# A blank cell keeps one space in the text, so that its place can be shown.
_BLANK = " "


@dataclass(frozen=True, slots=True)
class Draft:
    """A cell on its way into a grid.

    `text` may hold line breaks, never tabs, and passages marked as struck out (`strikes`).
    """

    text: str
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None
    confidence: float | None = None


class Writer:
    """Collects lines and tables in reading order and ends as a `Document`."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._furniture: list[Span] = []
        self._grids: list[Grid] = []
        self._struck: list[Span] = []
        self._at = 0

    @property
    def at(self) -> int:
        """The number of characters written so far."""
        return self._at

    @property
    def grids(self) -> Sequence[Grid]:
        """The tables written so far."""
        return self._grids

    def line(self, text: str, furniture: bool = False) -> Span:
        """Write a line (it may be empty) and return where it stands, without its line break."""
        text, out = placed(text, self._at)
        self._struck += out
        span = Span(self._at, self._at + len(text))
        self._put(text + "\n")
        if furniture and text.strip():
            self._furniture.append(span)
        return span

    def table(self, rows: Sequence[Sequence[Draft]], furniture: bool = False) -> None:
        """Write a table: a line a row, cells parted by tabs, a blank line after it.

        The cells of a row are its own ones only: places that a span from the left or from above
        covers are reckoned here.
        """
        start = self._at
        cells: list[Cell] = []
        busy: list[int] = []
        for r, row in enumerate(rows):
            column = 0
            for i, draft in enumerate(row):
                while column < len(busy) and busy[column] > r:
                    column += 1
                down = max(1, min(draft.row_span, MAX_SPAN, len(rows) - r))
                across = max(1, min(draft.column_span, MAX_SPAN, _MAX_COLUMNS - column))
                busy.extend([0] * (column + across - len(busy)))
                busy[column : column + across] = [r + down] * across
                if i:
                    self._put("\t")
                marked = clean(draft.text)
                text, out = placed(marked, self._at)
                said = clean(counted(draft.text)) if text != marked else text
                self._struck += out
                span = Span(self._at, self._at + len(text or _BLANK))
                self._put(text or _BLANK)
                cells.append(Cell(said, span, r, column, down, across, draft.box, draft.confidence))
                column += across
            if row:
                self._put("\n")
        if cells:
            span = Span(start, self._at - 1)
            self._grids.append(Grid(tuple(cells), span))
            if furniture:
                self._furniture.append(span)
            self._put("\n")

    def include(self, document: Document) -> tuple[Note, ...]:
        """Write all of another document here; return what its reader said, places moved along."""

        def moved(span: Span) -> Span:
            return Span(span.start + at, span.end + at)

        at = self._at
        self._put(document.text if document.text.endswith("\n") else document.text + "\n")
        for grid in document.grids:
            cells = tuple(replace(cell, span=moved(cell.span)) for cell in grid.cells)
            self._grids.append(Grid(cells, moved(grid.span)))
        self._furniture += map(moved, document.furniture)
        self._struck += map(moved, document.struck)
        return tuple(replace(note, spans=tuple(map(moved, note.spans))) for note in document.notes)

    def document(
        self,
        format: str,
        encoding: str | None = None,
        notes: Iterable[Note] = (),
        pages: Iterable[Page] = (),
    ) -> Document:
        """Return all that was written as a document."""
        return finish(
            "".join(self._parts),
            format,
            encoding,
            self._grids,
            self._furniture,
            notes,
            pages,
            self._struck,
        )

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)


def finish(
    text: str,
    format: str,
    encoding: str | None = None,
    grids: Iterable[Grid] = (),
    furniture: Iterable[Span] = (),
    notes: Iterable[Note] = (),
    pages: Iterable[Page] = (),
    struck: Iterable[Span] = (),
) -> Document:
    """Return the document of a text: simplified for matching, furniture lines found."""
    struck = tuple(struck)
    passed = [*struck, *pinyin(text)]
    simplified = blotted(to_simplified(text), passed) if passed else to_simplified(text)
    grids = tuple(grids)
    tables = [grid.span for grid in grids]
    spans = [*furniture, *furniture_lines(simplified, tables)]
    return Document(
        text=text,
        simplified=simplified,
        format=format,
        encoding=encoding,
        script=script(text),
        grids=grids,
        furniture=merged(spans),
        pages=tuple(pages),
        notes=tuple(notes),
        struck=struck,
    )


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans sorted, overlapping and touching ones joined."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end + 1:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def clean(text: str) -> str:
    """Return a cell's text without tabs, odd spaces and blank lines."""
    text = text.replace("\t", " ").replace("\xa0", " ").replace("\r", "\n")
    if "\n" not in text:
        return text.strip()
    return "\n".join(line for part in text.split("\n") if (line := part.strip()))
