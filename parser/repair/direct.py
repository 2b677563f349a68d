"""Least repairs of up to three cells, exactly and all of them.

A branch takes a failed edit, lets one of its figures change, takes that figure out of the system
and goes on with what still fails (Fellegi and Holt's elimination). Every set of figures that can
settle a component must hold a figure of that edit, so nothing is missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parser.repair.assignment import leaves_room, values_of
from parser.repair.edits import Exact, Record
from parser.repair.elimination import Pivot, Row, eliminate, eliminate_all, quotient, rows_of

MOST_CHANGES = 3
# Eliminations before the search is left to the solver: about a fifth of a second.
BUDGET = 6000


@dataclass(frozen=True, slots=True)
class Least:
    """The least sets of changes: figure → new value. `proven`: there is none smaller.

    Empty sets: nothing of up to `MOST_CHANGES` settles the component (or nothing was found).
    `complete`: there is no other set of that size.
    """

    sets: tuple[dict[str, Exact], ...]
    proven: bool
    complete: bool = True


@dataclass(frozen=True, slots=True)
class _Refused:
    """A set that closes every gap, but with a value that cannot stand in it or in a free figure.

    `rest` are the rows left once it is taken out, `others` the figures that might move its values.
    """

    chosen: Sequence[Pivot]
    rest: Sequence[Row]
    others: frozenset[str]

    def stays_refused(self, size: int) -> bool:
        """Say whether no set of up to `size` figures around this one can do any better.

        More figures move its values only where they depend on one another: one that no row names
        any longer, or two that the rows name in proportion. Of three together nothing is said.
        """
        taken = {pivot.key for pivot in self.chosen}
        more = size - len(taken)
        if more == 0:
            return True
        columns: dict[str, list[tuple[int, int]]] = {
            key: [] for key in self.others if key not in taken
        }
        for index, row in enumerate(self.rest):
            for key, coefficient in row.terms.items():
                columns[key].append((index, coefficient))
        if more > 2 or not all(columns.values()):
            return False
        shapes = {
            tuple((index, quotient(coefficient, column[0][1])) for index, coefficient in column)
            for column in columns.values()
        }
        return more == 1 or len(shapes) == len(columns)


@dataclass(slots=True)
class _Purse:
    """How many eliminations a search may still spend."""

    left: int


def least_sets(record: Record, most: int = MOST_CHANGES, budget: int = BUDGET) -> Least:
    """Return every least set of at most `most` changes that settles all edits of a component.

    `proven` is False where the budget ran out, or where a set with values that the sums do not
    determine might be as small; then the solver has to decide.
    """
    purse = _Purse(budget)
    _, rows = eliminate_all(rows_of(record.edits, record.values), record.free)
    named = frozenset(key for row in rows for key in row.terms)
    forced, rows = eliminate_all(rows, record.forced)
    if len(forced) < len(record.forced):
        return Least((), proven=False)
    refused: list[_Refused] = []
    for size in range(len(forced), most + 1):
        found: list[dict[str, Exact]] = []
        for pivots, rest in _sets(purse, forced, rows, size - len(forced), frozenset()):
            changes = values_of(record, pivots)
            if changes is None:
                refused.append(_Refused(pivots, rest, named))
            elif leaves_room(record, changes):
                found.append(changes)
            else:
                refused.append(_Refused(pivots, rest, frozenset(record.known)))
        if purse.left <= 0:
            return Least(tuple(found), proven=False)
        if found or size == most:
            return Least(tuple(found), all(entry.stays_refused(size) for entry in refused))
    return Least((), proven=True)


def _sets(
    purse: _Purse, chosen: list[Pivot], rows: Sequence[Row], more: int, barred: frozenset[str]
) -> Iterator[tuple[list[Pivot], list[Row]]]:
    """Yield sets of exactly `more` further figures that leave no gap, and the rows then left."""
    failed = [row for row in rows if row.gap]
    if more == 0:
        if not failed:
            yield chosen, list(rows)
        return
    if not failed or any(not row.terms for row in failed):
        return
    narrow = min(failed, key=lambda row: len(row.terms))
    for key in narrow.terms:
        if key in barred:
            continue
        barred = barred if more == 1 else barred | {key}
        if more == 1 and not _closes_every_gap(key, rows, narrow):
            continue
        purse.left -= 1
        if purse.left <= 0:
            return
        pivot, left = eliminate(rows, key)
        if pivot is not None:
            yield from _sets(purse, [*chosen, pivot], left, more - 1, barred)


def _closes_every_gap(key: str, rows: Sequence[Row], narrow: Row) -> bool:
    """Say whether one difference of `key` closes every gap and opens none."""
    difference = quotient(narrow.gap, narrow.terms[key])
    return all(row.terms.get(key, 0) * difference == row.gap for row in rows)
