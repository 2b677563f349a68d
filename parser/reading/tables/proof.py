"""Where a row's figures belong, by the sums that must hold within it."""

from __future__ import annotations

from collections.abc import Sequence

from parser.model import Number
from parser.official.form import RowSum
from parser.reading.tables.cell_values import read_value
from parser.reading.tables.pieces import Piece, Row


def proven_start(
    starts: Sequence[int],
    values: Sequence[Piece],
    siblings: Sequence[Row],
    wanted: int,
    sums: Sequence[RowSum],
) -> int | None:
    """Return the one place at which a row may begin so that most of its sums hold.

    A part never stands without its total: where every row of the table has one figure, and cells
    enough before it, the figures are the totals. None where neither proves anything.
    """
    numbers = [read_value(piece.text).number for piece in values]
    holding = {start: _holding(numbers[start : start + wanted], sums) for start in starts}
    most = max(holding.values())
    best = [start for start in starts if holding[start] == most]
    if most and len(best) == 1:
        return best[0]
    if most or len(sums) != 1:
        return None
    total = sums[0].total
    rows = [_filled(row.values) for row in siblings]
    if any(len(filled) > 1 or filled[0] < total for filled in rows if filled):
        return None
    lone = _filled(values)
    return lone[0] - total if len(lone) == 1 and lone[0] - total in starts else None


def has_lost_blanks(
    values: Sequence[Piece], wanted: int, siblings: Sequence[Row], sums: Sequence[RowSum]
) -> bool:
    """Say whether the blank cells between a row's figures were dropped.

    It is so where figures stand at the beginning, no total behind them, and the last of them is
    the sum of those before it, in this row or in others that look like it.
    """
    if not sums or len(sums) > 1 or not _is_packed(values, wanted):
        return False
    rows = [row.values for row in siblings if not row.closed or len(row.values) > wanted]
    return any(_is_packed(row, wanted) and _ends_in_sum(row) for row in [values, *rows])


def held(numbers: Sequence[Number | None], entry: RowSum) -> bool:
    """Say whether a sum holds, every one of its figures known."""
    parts = [numbers[part] for part in entry.parts]
    known = [part for part in parts if part is not None]
    return len(known) == len(parts) and numbers[entry.total] == sum(known)


def _holding(numbers: Sequence[Number | None], sums: Sequence[RowSum]) -> int:
    """Count the sums that hold, a blank for nought. A single sum of noughts proves nothing."""
    holding = 0
    for entry in sums:
        total = numbers[entry.total]
        known = total is not None and (total != 0 or len(sums) > 1)
        holding += known and total == sum(numbers[part] or 0 for part in entry.parts)
    return holding


def _filled(values: Sequence[Piece]) -> list[int]:
    """Return where something is printed."""
    return [i for i, piece in enumerate(values) if not piece.blank]


def _is_packed(values: Sequence[Piece], wanted: int) -> bool:
    filled = _filled(values)
    return 1 < len(filled) < wanted and filled == list(range(len(filled)))


def _ends_in_sum(values: Sequence[Piece]) -> bool:
    numbers = [read_value(piece.text).number for piece in values if not piece.blank]
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) and bool(known[-1]) and known[-1] == sum(known[:-1])
