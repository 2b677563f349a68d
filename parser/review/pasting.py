"""A block of cells from a spreadsheet, put into the figures of a table and judged before it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from parser.model import Number
from parser.official.layout import LayoutCell
from parser.review.review import Review
from parser.text.numbers import typed_number


@dataclass(frozen=True, slots=True)
class Block:
    """What a paste would set, by figure key, and why it may not; one sentence a cell."""

    values: Mapping[str, Number | None]
    refused: tuple[str, ...] = ()


def cells_of(text: str) -> list[list[str]]:
    """Return the rows and cells of a block as spreadsheets copy it: lines, and tabs in them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    return [[cell.strip().strip('"').strip() for cell in line.split("\t")] for line in lines]


def is_block(text: str) -> bool:
    """Say whether a text is more than one cell."""
    return any(mark in text.strip("\r\n") for mark in "\t\r\n")


def placed(review: Review, layout: Sequence[LayoutCell], key: str, text: str) -> Block:
    """Put a block on a table, its first cell on the figure `key`: rows downwards, cells onwards.

    Empty cells of the block leave what is there. What does not fit, or is no such figure, is
    refused; then nothing of the block should be written. KeyError for a figure that is not there.
    """
    rows = _rows(layout)
    at = next((i for i, row in enumerate(rows) if key in row), None)
    if at is None:
        raise KeyError(key)
    first = rows[at].index(key)
    values: dict[str, Number | None] = {}
    refused: list[str] = []
    for down, cells in enumerate(cells_of(text)):
        row = rows[at + down][first:] if at + down < len(rows) else []
        for onward, cell in enumerate(cells):
            if not cell:
                continue
            if onward >= len(row):
                refused.append(
                    f"第 {down + 1} 行第 {onward + 1} 格“{cell}”在表格外面：请从左上角一格粘贴。"
                )
                continue
            figure = row[onward]
            said = review.why_refused(figure, cell)
            if said:
                refused.append(f"{review.name_of(figure)}：{said}")
            elif not review.is_shown(figure, cell):
                values[figure] = typed_number(cell)
    return Block(MappingProxyType(values), tuple(refused))


def _rows(layout: Sequence[LayoutCell]) -> list[list[str]]:
    """Return the figures of each row that has any, from left to right."""
    figures = sorted((c for c in layout if c.key), key=lambda c: (c.row, c.column))
    return [[str(c.key) for c in row] for _, row in groupby(figures, key=lambda c: c.row)]
