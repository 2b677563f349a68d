"""Blocks that stand side by side on the form, printed as small tables one below the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parser.official.form import Block, FormTable
from parser.official.labels import fold, parse
from parser.reading.tables.pieces import Piece, Row

_TAIL = re.compile("(?:情况)?(?:统计)?表?$")


@dataclass(frozen=True, slots=True)
class Below:
    """Rows of labels and of figures in turns, and by key of a row where its figures are."""

    rows: Sequence[Row]
    places: Mapping[str, int]


def small_tables(rows: Sequence[Row], official: FormTable) -> Below | None:
    """Return the blocks of a table in which two or more stand under a name and a header of theirs.

    None for any other table.
    """
    found: list[Row] = []
    places: dict[str, int] = {}
    current: Block | None = None
    header: list[Piece] = []
    for row in rows:
        for piece in row.words:
            named = _named(piece.text, official)
            if named:
                current, header = named, []
            else:
                header.append(piece)
        if current is None or not header or not _has_cells(row, current):
            continue
        key = current.rows[0].key
        if key in places:
            return None
        found += [Row(header), Row([], list(row.values), row.closed)]
        places[key] = len(found) - 1
        current, header = None, []
    return Below(found, places) if len(places) > 1 else None


def _has_cells(row: Row, block: Block) -> bool:
    """Say whether a row has about as many cells as the block, and not as many as several."""
    wanted = len(block.columns)
    filled = sum(not piece.blank for piece in row.values)
    return wanted <= 2 * len(row.values) and 0 < filled <= wanted


def _named(text: str, official: FormTable) -> Block | None:
    """Return the block that a title names, with or without the group that it belongs to."""
    words = _TAIL.sub("", parse(text.strip("#*> ")).words)
    for block in official.blocks:
        row = block.rows[0]
        label = fold(row.label)
        if words in {label, *(fold(group) + label for group in row.groups)}:
            return block
    return None
