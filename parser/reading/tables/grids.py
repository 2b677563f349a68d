"""Rows from real grids: HTML, Word, spreadsheets, ruled PDF."""

from __future__ import annotations

from itertools import groupby

from parser.model import Document, Grid
from parser.reading.tables.pieces import Piece, Row, closed_row
from parser.text.page_numbers import is_page_number


def grid_rows(document: Document, grids: tuple[Grid, ...]) -> list[Row]:
    """Return the rows of all grids, one after the other, as one table cut by pages would be.

    Rows count by their logical cells: a merged cell stands once, in its first row.
    """
    rows: list[Row] = []
    for grid in grids:
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
                rows.append(closed_row(pieces))
    return rows
