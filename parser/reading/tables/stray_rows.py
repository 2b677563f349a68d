"""Rows that the alignment in order leaves over: out of their place, or without a label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parser.official.form import Block, FormRow, FormTable
from parser.official.labels import fold
from parser.reading.tables.cell_values import read_value
from parser.reading.tables.pieces import Piece, Row
from parser.reading.tables.proof import held


@dataclass(frozen=True, slots=True)
class Placed:
    """Rows, and by key of a row of the form the index of what stands for it."""

    rows: Sequence[Row]
    places: Mapping[str, int]


def with_stray_rows(rows: Sequence[Row], places: Mapping[str, int], official: FormTable) -> Placed:
    """Return the rows with those added that are certain all the same.

    Blocks with headers of their own may stand in any order. Where one row of the form is missing
    between two that are there, and one row of figures without a label stands there, they belong
    together.
    """
    all_rows = list(rows)
    found = dict(places)
    if official.layout == "blocks":
        _out_of_order(all_rows, found, official)
    for block in official.blocks:
        for row in block.rows:
            if row.key not in found and not row.instead_of:
                _without_label(all_rows, found, block, row, official)
    return Placed(all_rows, found)


def _out_of_order(rows: list[Row], found: dict[str, int], official: FormTable) -> None:
    for row in official.regular_rows:
        if row.key in found:
            continue
        names = {fold(name) for name in (row.label, *row.accepted)}
        hits = [
            i
            for i, other in enumerate(rows)
            if i not in found.values()
            and other.labels
            and fold(other.labels[-1].text) in names
            and sum(not piece.blank for piece in other.values) == len(row.columns)
        ]
        if len(hits) == 1:
            found[row.key] = hits[0]


def _without_label(
    rows: list[Row], found: dict[str, int], block: Block, row: FormRow, official: FormTable
) -> None:
    order = [r.key for r in official.regular_rows]
    at = order.index(row.key)
    before, after = order[:at], order[at + 1 :]
    if (before and before[-1] not in found) or (after and after[0] not in found):
        return
    if before and _part_doubled(rows, found, official.regular_rows[at - 1], row):
        return
    start = found[before[-1]] + 1 if before else 0
    end = found[after[0]] if after else len(rows)
    above = {fold(name) for name in (*(c.label for c in block.columns), *row.groups)}
    gap = [i for i in range(start, end) if rows[i].has_figures]
    if len(gap) != 1 or rows[gap[0]].before or rows[gap[0]].after:
        return
    one = rows[gap[0]]
    filled = [piece for piece in one.values if not piece.blank]
    if len(filled) != len(row.columns):
        return
    if one.labels and fold(one.labels[-1].text) not in above:
        return
    # What stands before the figures is the header: the row itself has no label.
    rows[gap[0] : gap[0] + 1] = [Row(one.labels), Row([], one.values, one.closed)]
    for key, index in found.items():
        found[key] = index + (index > gap[0])
    found[row.key] = gap[0] + 1


def _part_doubled(rows: list[Row], found: dict[str, int], above: FormRow, row: FormRow) -> bool:
    """Part the figures of a row without a label from those of the row above that they ran into.

    It is so where there are as many as both rows have, and all sums hold in either part. A label
    without figures elsewhere may be whose they are.
    """
    if not all(rows[place].has_figures for place in found.values()):
        return False
    index = found[above.key]
    both = rows[index]
    filled = [piece for piece in both.values if not piece.blank]
    own = len(above.columns)
    if both.closed or len(filled) != own + len(row.columns):
        return False
    parts = ((above, filled[:own]), (row, filled[own:]))
    if not all(_adds_up(official, pieces) for official, pieces in parts):
        return False
    rows[index : index + 1] = [
        Row(both.labels, filled[:own], before=both.before),
        Row([], filled[own:], after=both.after),
    ]
    for key, place in found.items():
        found[key] = place + (place > index)
    found[row.key] = index + 1
    return True


def _adds_up(official: FormRow, pieces: Sequence[Piece]) -> bool:
    numbers = [read_value(piece.text).number for piece in pieces]
    return None not in numbers and all(held(numbers, entry) for entry in official.sums)
