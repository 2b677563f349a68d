"""A report's text as a formatted document in which every character keeps its offset.

Real grids become real tables. Nothing of the original's markup reaches Qt: the document is
built from the text and the grids that the engine found, so there is nothing to load or run.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from gui.theme import Tones, tones
from gui.views.source.grids import drawable, shares
from gui.views.source.offsets import OffsetMap, Run, shown
from parser.model import Cell, Document, Grid, Report, Span

MARGIN = 16
PADDING, CROWDED = 4.0, 8  # pixels around a cell; from so many columns on, half of it
TAB = 2.5  # characters from one tab stop to the next
FORMAT_LIMIT = 300_000  # characters; beyond, paragraphs get no spacing of their own


@dataclass(slots=True)
class ShownCell:
    """A cell of a real table as shown: its characters and where it stands in the document.

    `content` is `span` without the white space at its ends. `official`: in one of the three
    tables; `figure`: it holds a figure there rather than a label.
    """

    span: Span
    content: Span
    table: QTextTable
    row: int
    column: int
    official: bool = False
    figure: bool = False

    @property
    def blank(self) -> bool:
        """Nothing stands in the cell."""
        return self.content.start == self.content.end

    @property
    def label(self) -> bool:
        """A label of an official table."""
        return self.official and not self.figure and not self.blank

    @property
    def cell(self) -> QTextTableCell:
        """The cell of the document."""
        return self.table.cellAt(self.row, self.column)


@dataclass(slots=True)
class Composition:
    """A document, the map between its places and the text's characters, and its cells."""

    document: QTextDocument
    offsets: OffsetMap
    cells: list[ShownCell] = field(default_factory=list)

    def cells_in(self, span: Span) -> Iterator[ShownCell]:
        """Yield the cells that `span` covers, or the blank cell that an empty one stands in."""
        for entry in self.cells:
            stands_in = span.start == span.end and entry.blank and entry.span.covers(span)
            if stands_in or span.covers(entry.content):
                yield entry


def compose(
    report: Report, palette: QPalette, font: QFont, lined: Sequence[Grid] = ()
) -> Composition:
    """Build the document of a report that has text; `lined` are its tables in lines of text."""
    return _Composer(report, palette, font).compose(lined)


class _Composer:
    def __init__(self, report: Report, palette: QPalette, font: QFont) -> None:
        self.report = report
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(font)
        self.document.setDocumentMargin(MARGIN)
        wrapping = self.document.defaultTextOption()
        # Rows of text tables are parted by tabs: narrow ones keep a row on one line.
        wrapping.setTabStopDistance(TAB * QFontMetricsF(font).horizontalAdvance("一"))
        self.document.setDefaultTextOption(wrapping)
        self.font = font
        self.colours: Tones = tones(palette)
        self.cursor = QTextCursor(self.document)
        self.runs: list[Run] = []
        self.cells: list[ShownCell] = []
        self.figures = sorted(f.span for body in report.bodies for f in body.figures.values())

    def compose(self, lined: Sequence[Grid]) -> Composition:
        text = self.report.document
        assert text is not None, "only a report that was read has text to show"
        self.cursor.beginEditBlock()
        self._flow(Span(0, len(text.text)), list(drawable(text, lined)))
        self.cursor.endEditBlock()
        offsets = OffsetMap(self.runs)
        self._style(text, offsets)
        return Composition(self.document, offsets, self.cells)

    def _flow(self, span: Span, grids: list[Grid]) -> None:
        """Put text and the tables in it at the cursor."""
        at = span.start
        for grid in grids:
            if grid.span.start < at or grid.span.end > span.end:
                continue  # inside the table before: its cell puts it
            self._text(Span(at, grid.span.start), before_table=True)
            inner = [g for g in grids if g is not grid and grid.span.covers(g.span)]
            self._table(grid, inner)
            at = grid.span.end
            if self._source[at : at + 1] == "\n":
                at += 1
        self._text(Span(at, span.end))

    @property
    def _source(self) -> str:
        return self.report.text

    def _text(self, span: Span, *, before_table: bool = False) -> None:
        piece = span.of(self._source)
        if before_table and piece.endswith("\n"):
            piece = piece[:-1]
        put, runs = shown(piece, span.start, self.cursor.position())
        self.runs += runs
        self.cursor.insertText(put)

    def _table(self, grid: Grid, inner: list[Grid]) -> None:
        grid = self._used(grid)
        rows = max(cell.row + cell.row_span for cell in grid.cells)
        columns = max(cell.column + cell.column_span for cell in grid.cells)
        table = self.cursor.insertTable(rows, columns, self._table_format(grid, columns))
        taken: set[tuple[int, int]] = set()
        official = any(
            grid.span.start < t.span.end and t.span.start < grid.span.end
            for body in self.report.bodies
            for t in body.tables
        )
        for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
            places = {
                (row, column)
                for row in range(cell.row, cell.row + cell.row_span)
                for column in range(cell.column, cell.column + cell.column_span)
            }
            if len(places) > 1 and not places & taken:
                table.mergeCells(cell.row, cell.column, cell.row_span, cell.column_span)
            taken |= places
            self._cell(table, cell, official, [g for g in inner if cell.span.covers(g.span)])
        self.cursor = table.lastCursorPosition()
        self.cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)

    def _used(self, grid: Grid) -> Grid:
        """Return the grid without the empty columns at its right, as spreadsheets have them."""
        ends = [
            cell.column + cell.column_span
            for cell in grid.cells
            if cell.text.strip() or self._holds_figure(cell.span)
        ]
        last = max(ends, default=0)
        kept = tuple(cell for cell in grid.cells if cell.column < last)
        return Grid(kept, grid.span) if kept else grid

    def _cell(self, table: QTextTable, cell: Cell, official: bool, inner: list[Grid]) -> None:
        place = table.cellAt(cell.row, cell.column)
        self.cursor = place.lastCursorPosition()
        if place.firstCursorPosition().position() != place.lastCursorPosition().position():
            self.cursor.insertBlock()  # two cells claim one place: both are shown
        self.runs.append(Run(cell.span.start, self.cursor.position(), 0, 0))
        span = _stripped(cell.span, self._source)
        self._flow(span, inner)
        self.cells.append(ShownCell(cell.span, span, table, cell.row, cell.column, official))

    def _table_format(self, grid: Grid, columns: int) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderBrush(QBrush(self.colours.line))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setCellPadding(PADDING if columns < CROWDED else PADDING / 2)
        form.setCellSpacing(0)
        form.setTopMargin(6)
        form.setBottomMargin(10)
        if columns > 2:
            form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 99))
            form.setColumnWidthConstraints(
                [
                    QTextLength(QTextLength.Type.PercentageLength, share)
                    for share in shares(grid, columns)
                ]
            )
        return form

    def _style(self, text: Document, offsets: OffsetMap) -> None:
        self.cursor = QTextCursor(self.document)
        self.cursor.beginEditBlock()
        if len(text.text) <= FORMAT_LIMIT:
            self._paragraphs()
        for span in text.furniture:
            self._characters(span, offsets, self._furniture())
        for span in text.struck:
            self._characters(span, offsets, self._struck())
        self._headings(offsets)
        for entry in self.cells:
            self._style_cell(entry)
        self.cursor.endEditBlock()

    def _paragraphs(self) -> None:
        spaced = QTextBlockFormat()
        spaced.setLineHeight(135.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        self.cursor.select(QTextCursor.SelectionType.Document)
        self.cursor.mergeBlockFormat(spaced)

    def _furniture(self) -> QTextCharFormat:
        greyed = QTextCharFormat()
        greyed.setForeground(self.colours.muted)
        return greyed

    def _struck(self) -> QTextCharFormat:
        crossed = self._furniture()
        crossed.setFontStrikeOut(True)
        return crossed

    def _headings(self, offsets: OffsetMap) -> None:
        heading = QTextCharFormat()
        heading.setFontWeight(QFont.Weight.Bold)
        around = QTextBlockFormat()
        around.setTopMargin(self.font.pointSizeF() * 1.2)
        around.setBottomMargin(4)
        for body in self.report.bodies:
            for section in body.sections:
                self._characters(section.heading_span, offsets, heading)
                self.cursor.setPosition(offsets.place_of(section.heading_span.start))
                self.cursor.mergeBlockFormat(around)
        title = self.report.identity.title_span
        if title is not None:
            large = QTextCharFormat()
            large.setFontWeight(QFont.Weight.Bold)
            large.setFontPointSize(self.font.pointSizeF() * 1.4)
            self._characters(title, offsets, large)
            centred = QTextBlockFormat()
            centred.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._select(title, offsets)
            self.cursor.mergeBlockFormat(centred)

    def _style_cell(self, entry: ShownCell) -> None:
        if not entry.official:
            return
        cell = entry.cell
        entry.figure = self._holds_figure(entry.span)
        look = cell.format()
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        if entry.label:
            look.setBackground(self.colours.label.paper)
        cell.setFormat(look)
        if entry.figure or cell.columnSpan() > 1 or entry.row < 2:
            centred = QTextBlockFormat()
            centred.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            # A number is never cut in two, however narrow its column is.
            centred.setNonBreakableLines(entry.figure)
            self.cursor = cell.firstCursorPosition()
            self.cursor.setPosition(
                cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor
            )
            self.cursor.mergeBlockFormat(centred)

    def _holds_figure(self, span: Span) -> bool:
        first = bisect_left(self.figures, Span(span.start, -1))
        return any(span.covers(figure) for figure in self.figures[first : first + 2])

    def _characters(self, span: Span, offsets: OffsetMap, look: QTextCharFormat) -> None:
        self._select(span, offsets)
        self.cursor.mergeCharFormat(look)

    def _select(self, span: Span, offsets: OffsetMap) -> None:
        self.cursor.setPosition(offsets.place_of(span.start))
        self.cursor.setPosition(
            offsets.place_of(span.end, end=True), QTextCursor.MoveMode.KeepAnchor
        )


def _stripped(span: Span, text: str) -> Span:
    """Return the span without the white space at its ends."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))
