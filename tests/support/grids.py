"""What the tables of a document hold, cell by cell."""

from __future__ import annotations

from parser.intake.reader import document
from parser.model import Document

Cells = list[tuple[int, int, int, int, str]]


def three_tables(data: bytes, kind: str) -> Document:
    """Read a file of that format that holds the three official tables and nothing unread."""
    found = document(data, "a")
    assert (found.format, len(found.grids), found.notes) == (kind, 3, ())
    return found


def cells_of(found: Document) -> list[Cells]:
    """Return the cells of each table: row, column, rows and columns spanned, text."""
    return [
        [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells]
        for grid in found.grids
    ]
