"""Figures without a value: what follows for them once every sum holds.

Known in statistical data editing as deterministic imputation: a free figure gets a value only
where the edits leave it exactly one.
"""

from __future__ import annotations

from collections.abc import Mapping

from parser.repair.edits import Exact, Record
from parser.repair.elimination import Row, eliminate_all, solution


def deduced(record: Record, changes: Mapping[str, Exact]) -> dict[str, Exact] | None:
    """Return the values that follow for free figures once `changes` are made.

    A value follows from the sums alone, or because figures that cannot be negative add up to
    nought. None where the sums contradict one another, changes made: then nothing follows.
    """
    values: dict[str, Exact | None] = {**record.values, **changes}
    found: dict[str, Exact] = {}
    while True:
        fresh = _from_sums(record, values)
        if fresh is None:
            return None
        values |= fresh
        noughts = _from_noughts(record, values)
        if noughts is None:
            return None
        values |= noughts
        found |= fresh | noughts
        if not noughts:
            return found


def _from_sums(record: Record, values: Mapping[str, Exact | None]) -> dict[str, Exact] | None:
    """Return what the equations alone determine; None where they cannot all hold."""
    rows = [
        Row(
            {key: c for key, c in edit.terms.items() if values[key] is None},
            -edit.residual(values),
        )
        for edit in record.edits
    ]
    pivots, left = eliminate_all(rows, [key for key in record.free if values[key] is None])
    if any(row.gap for row in left):
        return None
    found = {key: value.constant for key, value in solution(pivots, {}).items() if not value.terms}
    return found if all(record.allows(key, value) for key, value in found.items()) else None


def _from_noughts(record: Record, values: Mapping[str, Exact | None]) -> dict[str, Exact] | None:
    """Return the noughts of sums whose free figures, none of them negative, add up to nought.

    None where they would have to add up to less than nought.
    """
    found: dict[str, Exact] = {}
    for edit in record.edits:
        free = {key: c for key, c in edit.terms.items() if values[key] is None}
        if not free or any(record.may_be_negative(key) for key in free):
            continue
        signs = {c > 0 for c in free.values()}
        rest = -edit.residual(values)
        if len(signs) > 1:
            continue
        if rest == 0:
            found |= dict.fromkeys(free, 0)
        elif (rest > 0) not in signs:
            return None
    return found
