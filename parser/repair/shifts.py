"""Rows and columns that slipped by one place, recognised as one fault.

Values from some place on stand one place too far along; the value at the far end has dropped out
and what fills the place at the near end is a nought, a blank or a repetition. Moved back, every
sum must hold, and the sums must give the value that had dropped out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parser.repair.adjacency import lines_of
from parser.repair.assignment import leaves_room
from parser.repair.edits import Exact, Record
from parser.repair.elimination import eliminate_all, quotient, rows_of, solution

LEAST_CHANGES = 3  # two cells that stand in each other's place are a repair of two cells


@dataclass(frozen=True, slots=True)
class Shift:
    """Values moved back by one place: along one row or column, or a block of them at once.

    `lines` are the figure keys of each line moved, from the first place to the last; `back` says
    that the values go back towards the start.
    """

    lines: tuple[tuple[str, ...], ...]
    along_row: bool
    back: bool
    changes: Mapping[str, Exact]


def shifts(record: Record) -> tuple[Shift, ...]:
    """Return the shifts that settle every edit of a component.

    First those that leave the fewest cells blank: a line that slipped leaves a blank behind.
    """
    found: dict[tuple[tuple[str, Exact], ...], Shift] = {}
    for lines, along_row, back in _candidates(record):
        changes = _moved(record, lines, back)
        if changes is not None and len(changes) >= LEAST_CHANGES:
            found.setdefault(tuple(sorted(changes.items())), Shift(lines, along_row, back, changes))
    blank = record.stated.intersection(record.free)
    return tuple(
        sorted(found.values(), key=lambda s: (len(blank - s.changes.keys()), len(s.changes)))
    )


def _candidates(record: Record) -> Iterator[tuple[tuple[tuple[str, ...], ...], bool, bool]]:
    """Yield pieces of lines that touch every failed edit, single lines before whole blocks."""
    table = lines_of(record.form.id, frozenset(record.values))
    for along_row, lines in ((True, table.rows), (False, table.columns)):
        for line in lines:
            for piece in _pieces(record, line):
                for back in (True, False):
                    yield (piece,), along_row, back
    for along_row, lines in ((True, table.rows), (False, table.columns)):
        length = len(lines[0])
        if len(lines) < 2 or any(len(line) != length for line in lines):
            continue
        for start in range(length - 1):
            yield tuple(line[start:] for line in lines), along_row, True
            yield tuple(line[start:] for line in lines), along_row, False


def _pieces(record: Record, line: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the stretches of a line that hold a figure of every failed edit."""
    touched = [[i for i, key in enumerate(line) if key in edit.terms] for edit in record.failed]
    if not all(touched):
        return
    for start in range(len(line) - LEAST_CHANGES + 1):
        # The stretch must reach, for every failed edit, the first of its figures from `start` on.
        ends = [next((i for i in places if i >= start), None) for places in touched]
        reached = [end for end in ends if end is not None]
        if len(reached) < len(ends):
            return
        for stop in range(max(max(reached) + 1, start + LEAST_CHANGES), len(line) + 1):
            yield tuple(line[start:stop])


def _moved(record: Record, lines: Sequence[Sequence[str]], back: bool) -> dict[str, Exact] | None:
    """Return the changes that moving the lines makes, None where they settle nothing."""
    values: dict[str, Exact | None] = dict(record.values)
    open_ends: list[str] = []
    dropped: list[Exact] = []
    for line in lines:
        ordered = line if back else tuple(reversed(line))
        first = record.values[ordered[0]]
        if first and first != record.values[ordered[1]]:
            if len(lines) > 1:
                return None
            dropped.append(first)
        for place, source in pairwise(ordered):
            moved = record.values[source]
            if moved is None:
                return None
            values[place] = moved
        values[ordered[-1]] = None
        open_ends.append(ordered[-1])
    if any(edit.is_assessable(values) and edit.residual(values) for edit in record.failed):
        return None
    ends = _ends(record, values, open_ends)
    if ends is None or sorted(dropped) != sorted(end for end in ends.values() if end in dropped):
        return None  # a number would be lost that neither repeats nor returns at the other end
    values |= ends
    changes = {
        key: value
        for key, value in values.items()
        if value is not None and value != record.values[key]
    }
    if not all(record.allows(key, value) for key, value in changes.items()):
        return None
    if any(key not in record.stated for key in changes) or not leaves_room(record, changes):
        return None
    return changes


def _ends(
    record: Record, values: Mapping[str, Exact | None], open_ends: Sequence[str]
) -> dict[str, Exact] | None:
    """Return the values that dropped out, None where the sums do not give them or do not hold."""
    rows = rows_of(record.edits, values)
    _, rows = eliminate_all(rows, [key for key in record.free if values[key] is None])
    pivots, rows = eliminate_all(rows, open_ends)
    if len(pivots) < len(open_ends) or any(row.gap for row in rows):
        return None
    known = dict.fromkeys((key for key, value in values.items() if value is not None), 0)
    found = solution(pivots, known)
    return {key: quotient(value.constant, 1) for key, value in found.items()}
