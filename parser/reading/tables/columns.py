"""Deciding which of a row's cells belong to which column. What is not certain is not decided."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from parser.model import Span
from parser.official.form import RowSum
from parser.reading.tables.cell_values import is_value, read_value
from parser.reading.tables.pieces import Piece, Row
from parser.reading.tables.proof import has_lost_blanks, held, proven_start

# So many full rows say how many filler cells stand behind the last column.
_ALIKE = 3


def place(
    row: Row, wanted: int, siblings: Sequence[Row], sums: Sequence[RowSum] = ()
) -> list[Piece] | None:
    """Return the piece of each column, or None where it is not certain which cell is which.

    `siblings` are the other rows of the same table: their offsets decide where empty filler
    cells surround a row that has blanks of its own, and failing that the `sums` that must hold
    in the row.
    """
    values = row.values
    if any(len(piece.text.split()) > 1 for piece in values):  # in few rows
        if several := _several(values, wanted, sums):
            return several
        if _may_be_several(values, wanted):
            return None
    firm = [piece for piece in values if not piece.soft]
    filled = [i for i, piece in enumerate(values) if not piece.blank]
    if len(firm) == wanted:
        short = (
            row.closed
            and len(firm) == len(values)
            and _cut_short(row, firm, filled, wanted, siblings)
        )
        loose = not row.closed and has_lost_blanks(firm, wanted, siblings, sums)
        return None if short or loose else list(firm)
    if len(firm) > wanted:
        lost = has_lost_blanks(firm, wanted, siblings, sums)
        if not lost and row.closed and len(filled) == wanted and not _in_window(filled, wanted):
            return [values[i] for i in filled]  # columns of which nothing is filled lie between
        return None if lost else _window(firm, wanted, row, siblings, sums)
    if len(values) >= wanted and len(filled) < wanted:
        return list(values) if len(values) == wanted else None
    if not values:
        return None
    return _by_position(values, wanted, siblings)


def _in_window(filled: list[int], wanted: int) -> bool:
    return filled[-1] - filled[0] < wanted


def _several(values: list[Piece], wanted: int, sums: Sequence[RowSum]) -> list[Piece] | None:
    """Return the figures of a row some of whose cells hold several, where the sums prove them."""
    if not sums:
        return None
    filled = [piece for piece in values if not piece.blank]
    if len(filled) == len(found := [p for piece in filled for p in _parts(piece)]):
        return None
    if len(found) != wanted:
        return None
    numbers = [read_value(piece.text).number for piece in found]
    proven = all(held(numbers, entry) for entry in sums)
    return found if proven else None


def _may_be_several(values: list[Piece], wanted: int) -> bool:
    """Say whether a cell may hold the figures of two columns, and another is empty for it."""
    figures = [text for piece in values for text in piece.text.split() if is_value(text)]
    filled = sum(not piece.blank for piece in values)
    return filled < len(figures) <= wanted and filled < wanted


def _parts(piece: Piece) -> list[Piece]:
    """Return the figures that a cell holds beside one another."""
    if piece.span.end - piece.span.start != len(piece.text):
        return [piece]
    return [
        Piece(hit[0], Span(piece.span.start + hit.start(), piece.span.start + hit.end()))
        for hit in re.finditer(r"\S+", piece.text)
    ]


def _window(
    values: list[Piece],
    wanted: int,
    row: Row,
    siblings: Sequence[Row],
    sums: Sequence[RowSum],
) -> list[Piece] | None:
    filled = [i for i, piece in enumerate(values) if not piece.blank]
    last_start = len(values) - wanted
    if filled:
        starts = [a for a in range(last_start + 1) if a <= filled[0] and filled[-1] < a + wanted]
    else:
        starts = list(range(last_start + 1))
    if not starts or (row.closed and _cut_short(row, values, filled, wanted, siblings)):
        return None
    if len(filled) < wanted and len(values) - _fillers(siblings, wanted) < wanted:
        return None
    start = starts[0]
    if filled and starts[1:]:
        proven = _voted(starts, values, wanted, row, siblings)
        if proven is None:
            proven = proven_start(starts, values, siblings, wanted, sums)
        if proven is None:
            return None
        start = proven
    return list(values[start : start + wanted])


def _cut_short(
    row: Row, values: list[Piece], filled: list[int], wanted: int, siblings: Sequence[Row]
) -> bool:
    """Say whether a row begins in the first column and still has too few cells from there on.

    Where the first column is, full rows show whose label stands in the same place.
    """
    if not row.labels or not filled or len(filled) == wanted:
        return False
    if len(values) - filled[0] >= wanted + _fillers(siblings, wanted):
        return False
    own = row.labels[-1].column
    return values[filled[0]].column in {
        other.values[there[0]].column
        for other in siblings
        if (there := _full(other, wanted)) and other.labels and other.labels[-1].column == own
    }


def _fillers(siblings: Sequence[Row], wanted: int) -> int:
    """Return how many empty cells stand at least behind the last column in every full row."""
    full = [(row, there) for row in siblings if (there := _full(row, wanted))]
    behind = [len(row.values) - 1 - there[-1] for row, there in full]
    return min(behind) if len(behind) >= _ALIKE else 0


def _full(row: Row, wanted: int) -> list[int]:
    """Return where the figures of a row stand that has them all side by side, else nothing."""
    there = [i for i, piece in enumerate(row.values) if not piece.blank]
    return there if len(there) == wanted and there[-1] - there[0] == wanted - 1 else []


def _voted(
    starts: list[int], values: list[Piece], wanted: int, row: Row, siblings: Sequence[Row]
) -> int | None:
    """Choose among the places where a row with blanks may begin, by where full rows begin.

    A full row of the same shape says most, then the column in which full rows begin. None where
    no full row says anything.
    """
    votes: Counter[int] = Counter(dict.fromkeys(starts, 0))
    for other in siblings:
        filled = [i for i, piece in enumerate(other.values) if not piece.blank]
        if not filled or filled[-1] - filled[0] != wanted - 1:
            continue
        same = len(other.values) == len(row.values) and len(other.labels) == len(row.labels)
        for start in starts:
            if start == filled[0]:
                votes[start] += 100 if same else 1
            if row.closed and values[start].column == other.values[filled[0]].column:
                votes[start] += 10
    return max(starts, key=lambda start: votes[start]) if any(votes.values()) else None


def _by_position(values: list[Piece], wanted: int, siblings: Sequence[Row]) -> list[Piece] | None:
    """Place the figures of a row with gaps by where full rows have theirs on the line."""
    # Between tabs or bars, empty cells say where a figure stands; how far it is says nothing.
    if any(piece.soft or piece.blank for piece in values) or not any(
        piece.column for piece in values
    ):
        return None
    full = [r for r in siblings if len(r.values) == wanted and not r.closed]
    if len(full) < 3:
        return None
    middles = [sorted(_middle(r.values[c]) for r in full)[len(full) // 2] for c in range(wanted)]
    steps = [b - a for a, b in pairwise(middles)]
    if not steps or min(steps) <= 0:
        return None
    found: dict[int, Piece] = {}
    for piece in values:
        nearest, column = min((abs(_middle(piece) - m), c) for c, m in enumerate(middles))
        if nearest > 0.35 * min(steps) or column in found:
            return None
        found[column] = piece
    placed: list[Piece] = []
    for column, middle in enumerate(middles):
        at = placed[-1].span.end if placed else values[0].span.start
        placed.append(found.get(column) or Piece("", Span(at, at), int(middle)))
    return placed


def _middle(piece: Piece) -> float:
    return piece.column + (piece.span.end - piece.span.start) / 2
