"""Rows from real grids: HTML, Word, spreadsheets, ruled PDF."""

from __future__ import annotations

from itertools import groupby

from parser.model import Document, Grid
from parser.reading.tables.filled import blank_repeats, without_counts
from parser.reading.tables.pieces import Piece, Row, closed_row
from parser.text.page_numbers import is_page_number


def grid_rows(document: Document, grids: tuple[Grid, ...]) -> list[Row]:
    """Return the rows of all grids, one after the other, as one table cut by pages would be.

    Rows count by their logical cells: a merged cell stands once, in its first row.
    """
    return [closed_row(cells) for grid in grids for cells in _cells(document, grid)]


def _cells(document: Document, grid: Grid) -> list[list[Piece]]:
    """Return the cells of a grid's rows, without what stands in the place of nothing."""
    rows: list[list[Piece]] = []
    for _, cells in groupby(grid.cells, key=lambda cell: cell.row):
        pieces = [
            Piece(
                text=cell.span.of(document.simplified),
                span=cell.span,
                column=cell.column,
                box=cell.box,
                confidence=cell.confidence,
            )
            for cell in cells
            if not is_page_number(cell.text)
        ]
        if pieces:
            rows.append(pieces)
    rows = without_counts(rows) if rows else rows
    blank_repeats(rows)
    return rows
