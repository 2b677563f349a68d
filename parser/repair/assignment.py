"""The values of chosen figures, worked out exactly, and whether the free ones still fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

from parser.repair.blanks import deduced
from parser.repair.edits import Exact, Record
from parser.repair.elimination import Pivot, quotient, solution
from parser.repair.program import Program

SECONDS_TO_FILL = 2.0


def values_of(record: Record, pivots: Sequence[Pivot]) -> dict[str, Exact] | None:
    """Return the new values of the chosen figures, None where one of them could not stand."""
    chosen = {pivot.key for pivot in pivots}
    unmoved = dict.fromkeys((key for key in record.known if key not in chosen), 0)
    changes: dict[str, Exact] = {}
    for key, difference in solution(pivots, unmoved).items():
        before = record.values[key]
        if before is None or not difference.constant:
            return None
        changes[key] = quotient(before + difference.constant, 1)
        if not record.allows(key, changes[key]):
            return None
    return changes


def leaves_room(record: Record, changes: dict[str, Exact]) -> bool:
    """Say whether the free figures can be filled once the changes are made."""
    open_figures = [key for key in record.free if key not in changes]
    if not open_figures:
        return True
    follows = deduced(record, changes)
    if follows is None:
        return False
    return len(follows) == len(open_figures) or fillable(record, changes | follows)


def fillable(record: Record, values: Mapping[str, Exact]) -> bool:
    """Say whether the free figures that `values` does not name can be filled with every edit kept.

    Decided by a linear program: sums along rows and columns have whole solutions where they have
    any. Undecided within the time limit counts as no.
    """
    stated: dict[str, Exact | None] = {**record.values, **values}
    program = Program()
    columns = {
        key: program.column(-inf if record.may_be_negative(key) else 0)
        for key, value in stated.items()
        if value is None
    }
    for edit in record.edits:
        terms = {columns[key]: float(c) for key, c in edit.terms.items() if key in columns}
        rest = -float(edit.residual(stated))
        if not terms and rest:
            return False
        program.row(terms, rest, rest)
    return program.solve(SECONDS_TO_FILL).values is not None
