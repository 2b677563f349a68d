"""Which grids of a document are drawn as tables, and how wide their columns are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parser.model import Document, Grid

NARROW, WIDE = 3.0, 11.0  # characters that a column of a table asks for, at least and at most
HIGH = 4  # rows: a cell so high has room below for what its width cannot hold
CELL_LIMIT = 6000  # cells of all tables; Qt lays tables out cell by cell, the rest is text
DEPTH_LIMIT = 4  # tables in tables; Qt measures an inner one anew for each one around it
_SEPARATORS = " \t\r\n|-:"  # what may stand between the cells of a table


def drawable(document: Document, lined: Sequence[Grid] = ()) -> Iterator[Grid]:
    """Yield the grids that can be drawn as tables without leaving text out, outer ones first.

    `lined` are tables in lines of text, cut at what parts their cells.

    A page may hold thousands of tables, or tables a hundred deep in each other: beyond the limits
    the rest is shown as text, which it is as well.
    """
    left = CELL_LIMIT
    open_ends: list[int] = []
    found = (*document.grids, *lined)
    for grid in sorted(found, key=lambda grid: (grid.span.start, -grid.span.end)):
        while open_ends and open_ends[-1] <= grid.span.start:
            open_ends.pop()
        if not grid.cells or len(open_ends) >= DEPTH_LIMIT:
            continue
        rows = max(cell.row + cell.row_span for cell in grid.cells)
        columns = max(cell.column + cell.column_span for cell in grid.cells)
        whole = grid in lined or _is_whole(grid, document.text)
        if rows * columns <= left and whole:
            left -= rows * columns
            open_ends.append(grid.span.end)
            yield grid


def _is_whole(grid: Grid, text: str) -> bool:
    """Say whether the cells hold all that the grid's characters say, in their order."""
    at = grid.span.start
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        if cell.span.start < at or text[at : cell.span.start].strip(_SEPARATORS):
            return False
        at = cell.span.end
    return not text[at : grid.span.end].strip(_SEPARATORS)


def shares(grid: Grid, columns: int) -> list[float]:
    """Return each column's share of the width in percent, by the longest line of its cells.

    Qt's own division gives the columns of long labels too little beside those of single digits.
    """
    wants = [NARROW] * columns
    for cell in grid.cells:
        if cell.column_span == 1:
            longest = max((len(line) for line in cell.text.split("\n")), default=0)
            most = WIDE if cell.row_span < HIGH else NARROW
            wants[cell.column] = max(wants[cell.column], min(float(longest), most))
    whole = sum(wants)
    return [100 * want / whole for want in wants]
