"""The official layout of a form's tables: which cell stands where, with its spans.

The window and the workbook draw from it; neither knows the form itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parser.model import TableName
from parser.official.form import Block, Form, FormRow, FormTable

LAST_YEAR, DIFFERENCE = "上年", "比上年"


@dataclass(frozen=True, slots=True)
class LayoutCell:
    """A cell of the official table: a label, or with `key` the place of a figure.

    With `beside` it is none of the form's: what the unit's report on the year before says.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    key: str | None = None
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """A place that says what another report has for the figure `key`, or how they differ."""

    key: str
    difference: bool = False


def layout(form: Form, name: TableName, rows: frozenset[str] = frozenset()) -> list[LayoutCell]:
    """Lay one table of the form out as the notice prints it.

    `rows` are the row keys the report has: a row that stands for others and is there is laid out
    after these.
    """
    table = form.table(name)
    if table.layout == "blocks":
        return list(_blocks(table))
    if table.layout == "rows":
        return list(_rows(table, rows))
    return list(_line(table))


def with_last_year(table: FormTable, cells: list[LayoutCell]) -> list[LayoutCell]:
    """Return a layout with two more columns: last year's figure of each row, and the difference.

    A row's figure is its last, which is the total where it has one. A table in one line gets
    rows below it instead, with every figure.
    """
    figures = [cell for cell in cells if cell.key]
    if not figures:
        return cells
    if table.in_one_line:
        return [*cells, *_below(figures)]
    return [*cells, *_right_of(cells)]


def _right_of(cells: list[LayoutCell]) -> Iterator[LayoutCell]:
    wide = max(cell.column + cell.column_span for cell in cells)
    last = {cell.row: cell.key for cell in sorted(cells, key=lambda c: c.column) if cell.key}
    height = max(cell.row + cell.row_span for cell in cells)
    row = 0
    while row < height:
        key = last.get(row)
        if key is not None:
            yield LayoutCell(row, wide, 1, 1, "", beside=Beside(key))
            yield LayoutCell(row, wide + 1, 1, 1, "", beside=Beside(key, difference=True))
            row += 1
            continue
        first = row
        while row < height and row not in last:
            row += 1
        yield LayoutCell(first, wide, row - first, 1, LAST_YEAR)
        yield LayoutCell(first, wide + 1, row - first, 1, DIFFERENCE)


def _below(figures: list[LayoutCell]) -> Iterator[LayoutCell]:
    row = max(cell.row for cell in figures) + 1
    wide = max(cell.column + cell.column_span for cell in figures)
    for at, label in ((row, LAST_YEAR), (row + 2, DIFFERENCE)):
        yield LayoutCell(at, 0, 1, wide, label)
        for cell in figures:
            beside = Beside(str(cell.key), difference=label == DIFFERENCE)
            yield LayoutCell(at + 1, cell.column, 1, cell.column_span, "", beside=beside)


def _blocks(table: FormTable) -> Iterator[LayoutCell]:
    width = 1 + max(len(block.columns) for block in table.blocks)
    at = 0
    for block in table.blocks:
        yield LayoutCell(at, 0, 1, width, block.heading)
        yield LayoutCell(at + 1, 0, 1, 1, table.corner)
        for cell in _spread(block, at + 1, width - 1):
            yield cell
        at += 2
        for row in block.rows:
            yield LayoutCell(at, 0, 1, 1, row.label)
            for cell in _spread(block, at, width - 1):
                key = row.figure_keys[[c.label for c in block.columns].index(cell.text)]
                yield LayoutCell(at, cell.column, 1, cell.column_span, "", key)
            at += 1


def _spread(block: Block, row: int, width: int) -> Iterator[LayoutCell]:
    """Give the block's columns the whole width, the last one what is left over."""
    each = max(1, width // len(block.columns))
    for i, column in enumerate(block.columns):
        span = each if i < len(block.columns) - 1 else width - each * i
        yield LayoutCell(row, 1 + i * each, 1, span, column.label)


def _rows(table: FormTable, present: frozenset[str]) -> Iterator[LayoutCell]:
    block = table.blocks[0]
    labels = 1 + max(len(row.groups) for row in block.rows)
    grouped = [i for i, column in enumerate(block.columns) if column.grouped]
    yield LayoutCell(0, 0, 3, labels, table.corner)
    yield LayoutCell(0, labels, 1, len(block.columns), block.heading)
    yield LayoutCell(1, labels + grouped[0], 1, len(grouped), block.column_group)
    for i, column in enumerate(block.columns):
        if column.grouped:
            yield LayoutCell(2, labels + i, 1, 1, column.label)
        else:
            yield LayoutCell(1, labels + i, 2, 1, column.label)
    rows = [row for row in block.rows if not row.instead_of or row.key in present]
    for at, row in enumerate(rows):
        yield from _row_labels(rows, at, labels)
        for i, key in enumerate(row.figure_keys):
            yield LayoutCell(3 + at, labels + i, 1, 1, "", key)


def _row_labels(rows: list[FormRow], at: int, labels: int) -> Iterator[LayoutCell]:
    row = rows[at]
    for depth, group in enumerate(row.groups):
        above = rows[at - 1].groups if at else ()
        if above[: depth + 1] != row.groups[: depth + 1]:
            span = 1
            while (
                at + span < len(rows)
                and rows[at + span].groups[: depth + 1] == row.groups[: depth + 1]
            ):
                span += 1
            yield LayoutCell(3 + at, depth, span, 1, group)
    depth = len(row.groups)
    yield LayoutCell(3 + at, depth, 1, labels - depth, row.label)


def _line(table: FormTable) -> Iterator[LayoutCell]:
    column = 0
    for block in table.blocks:
        row = block.rows[0]
        width = len(block.columns)
        alone = not row.groups
        if alone:
            yield LayoutCell(0, column, 2, width, row.label)
        else:
            same = [b for b in table.blocks if b.rows[0].groups == row.groups]
            if same[0] is block:
                yield LayoutCell(0, column, 1, sum(len(b.columns) for b in same), row.groups[0])
            yield LayoutCell(1, column, 1, width, row.label)
        for i, item in enumerate(block.columns):
            yield LayoutCell(2, column + i, 1, 1, item.label)
            yield LayoutCell(3, column + i, 1, 1, "", row.figure_keys[i])
        column += width
