"""Blocks that stand side by side on the form, printed one below the other.

Each under a name and a header of its own, two of them side by side, or each in a row behind its
name under one header.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parser.official.form import Block, FormTable
from parser.reading.tables.block_names import is_group, named
from parser.reading.tables.pieces import Piece, Row


@dataclass(frozen=True, slots=True)
class Below:
    """Rows of labels and of figures in turns, and by key of a row where its figures are."""

    rows: Sequence[Row]
    places: Mapping[str, int]


def small_tables(rows: Sequence[Row], official: FormTable) -> Below | None:
    """Return the blocks of a table that stand below one another, two rows of figures at least.

    None for any other table.
    """
    found: list[Row] = []
    places: dict[str, int] = {}
    current: list[Block] = []
    header: list[Piece] = []
    last: list[Piece] = []
    for row in rows:
        for piece in row.words:
            block = named(piece.text, official)
            if block:
                if header:
                    current, last, header = [], header, []
                current += [] if block in current else [block]
            elif not is_group(piece.text, official):
                header.append(piece)
        if not current or not _has_cells(row, current):
            continue
        labels = header or last
        if any(block.rows[0].key in places for block in current):
            return None
        start = 0
        for block in current:
            end = start + len(block.columns)
            values = row.values[start:end] if len(current) > 1 else row.values
            found += [Row(labels), Row([], list(values), row.closed)]
            places[block.rows[0].key] = len(found) - 1
            start = end
        current, header, last = [], [], labels
    return Below(found, places) if len(found) > 2 and _is_certain(rows, places, official) else None


def _is_certain(rows: Sequence[Row], places: Mapping[str, int], official: FormTable) -> bool:
    """Say whether two rows of figures or more were found, and none is left over."""
    figured = sum(any(not piece.blank for piece in row.values) for row in rows)
    return figured > 1 and len(places) > 1 and len(places) <= len(official.blocks)


def _has_cells(row: Row, blocks: Sequence[Block]) -> bool:
    """Say whether a row has about as many cells as the blocks, and not as many as more of them."""
    wanted = sum(len(block.columns) for block in blocks)
    filled = sum(not piece.blank for piece in row.values)
    if len(blocks) > 1 and len(row.values) != wanted:
        return False
    return wanted <= 2 * len(row.values) and 0 < filled <= wanted
