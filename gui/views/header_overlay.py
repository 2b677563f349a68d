"""The column labels of 表三 that stay at the top while its rows scroll beneath them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QTableView

from gui.views.figure_delegate import FigureDelegate
from gui.views.official_table import OfficialTable


class HeaderOverlay(QTableView):
    """A second view on the first rows of a table, laid over the pane that scrolls it."""

    def __init__(self, table: OfficialTable, area: QScrollArea) -> None:
        """Float over `area` for `table`, which it holds somewhere in its widget."""
        super().__init__(area.viewport())
        self._table = table
        self._area = area
        self.setObjectName("floating_labels")
        self.setModel(table.figures)
        self.setItemDelegate(FigureDelegate(self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(8)
        self.hide()

    def follow(self, font: QFont) -> None:
        """Take over the table's font, spans and sizes."""
        figures = self._table.figures
        rows = figures.header_rows()
        self.setFont(font)
        self.clearSpans()
        for cell in figures.cells():
            if cell.row < rows and (cell.row_span > 1 or cell.column_span > 1):
                self.setSpan(cell.row, cell.column, cell.row_span, cell.column_span)
        for column in range(figures.columnCount()):
            self.setColumnWidth(column, self._table.columnWidth(column))
        for row in range(rows):
            self.setRowHeight(row, self._table.rowHeight(row))
        self.resize(self._table.width(), self._table.header_height() + 1)
        self.place()

    def place(self) -> None:
        """Show the labels where the table's own have scrolled away, and only there."""
        top = self._table.mapTo(self._area.viewport(), QPoint(0, 0))
        bottom = top.y() + self._table.height()
        needed = top.y() < 0 and bottom > self.height() + 24
        if needed:
            self.move(top.x(), 0)
            self.raise_()
        self.setVisible(needed)
