"""The error localization problem as a mixed-integer program, for what the direct search leaves.

Every known figure gets a difference up, a difference down and a switch; the fewest switches that
let all edits hold are the least repair. The program only proposes which figures change: their
values are worked out and checked exactly.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from math import inf
from time import monotonic

from parser.repair.assignment import leaves_room, values_of
from parser.repair.edits import Exact, Record
from parser.repair.elimination import eliminate_all, rows_of
from parser.repair.program import Program

SECONDS = 2.0
MOST_PROPOSED = 12
# Beyond this the program's floating point can no longer tell a switch from a rounding error.
LARGEST = 1e8


@dataclass(slots=True)
class Proposal:
    """What the solver came to.

    `sets` are least sets of changes with their values. `proven`: no smaller set does, or none
    within the number asked for. `complete`: no set of that size is missing. `vague`: a set of that
    size does with more than one choice of values, so that none follows.
    """

    sets: list[dict[str, Exact]] = field(default_factory=list[dict[str, Exact]])
    proven: bool = False
    complete: bool = False
    vague: bool = False


def propose(record: Record, most: int, seconds: float = SECONDS) -> Proposal:
    """Return the least sets of at most `most` changes that settle a component.

    As far as the limits let it be decided: out of time, what was found is returned unproven.
    """
    until = monotonic() + seconds
    found = Proposal()
    # No difference that settles the sums exceeds all that is amiss, taken together.
    amiss = 1 + sum(abs(float(edit.residual(record.values))) for edit in record.edits)
    if amiss > LARGEST:
        return found
    model = _Localization(record, amiss, most)
    while len(found.sets) < MOST_PROPOSED:
        answer = model.program.solve(until - monotonic())
        if answer.values is None:
            found.complete = answer.final
            found.proven = found.proven or answer.final
            return found
        keys = model.switched(answer.values)
        if found.sets and len(keys) > len(found.sets[0]):
            found.complete = answer.final
            return found
        sense = _sense(record, keys)
        if sense.vague or sense.values is not None:
            found.proven = found.proven or answer.final
        if sense.vague:
            found.vague = True
            return found
        if sense.values is not None:
            found.sets.append(sense.values)
        if not answer.final:
            return found
        model.forbid(keys, with_more=sense.values is not None)
    return found


@dataclass(frozen=True, slots=True)
class _Sense:
    """What exact arithmetic says about figures that the program switched on."""

    values: dict[str, Exact] | None
    vague: bool = False


def _sense(record: Record, keys: Collection[str]) -> _Sense:
    _, rows = eliminate_all(rows_of(record.edits, record.values), record.free)
    pivots, rest = eliminate_all(rows, keys)
    if any(row.gap for row in rest):
        return _Sense(None)  # the program took a tiny leak for nought
    if len(pivots) < len(keys):
        return _Sense(None, vague=True)
    values = values_of(record, pivots)
    return _Sense(values if values and leaves_room(record, values) else None)


class _Localization:
    """The program of one component, and which of its columns are switches."""

    def __init__(self, record: Record, amiss: float, most: int) -> None:
        self.program = Program()
        self._switches: dict[int, str] = {}
        terms = {
            key: self._difference(record, key, value, amiss) for key, value in record.values.items()
        }
        self.program.row(dict.fromkeys(self._switches, 1.0), 0, most)
        for edit in record.edits:
            rest = -float(edit.residual(record.values))
            row = {
                column: sign * coefficient
                for key, coefficient in edit.terms.items()
                for column, sign in terms[key]
            }
            self.program.row(row, rest, rest)

    def _difference(
        self, record: Record, key: str, value: Exact | None, amiss: float
    ) -> tuple[tuple[int, float], ...]:
        """Add the columns that make up the difference of a figure; return them with their sign."""
        signed = record.may_be_negative(key)
        if value is None:
            return ((self.program.column(-amiss if signed else 0), 1.0),)
        stated = float(value)
        forced = not record.allows(key, value)
        switch = self.program.column(1 if forced else 0, 1, cost=1, whole=True)
        self._switches[switch] = key
        low = 0 if signed else max(0.0, -stated)
        up = self.program.column(low, low + amiss)
        down = self.program.column(0, amiss if signed else max(0.0, stated))
        self.program.row({up: 1.0, switch: -(low + amiss)}, -inf, 0)
        reach = amiss if signed else min(amiss, max(0.0, stated))
        self.program.row({down: 1.0, switch: -reach}, -inf, 0)
        return ((up, 1.0), (down, -1.0))

    def switched(self, values: tuple[float, ...]) -> tuple[str, ...]:
        """Return the figures that an answer changes."""
        return tuple(key for column, key in self._switches.items() if values[column] > 0.5)

    def forbid(self, keys: Collection[str], with_more: bool) -> None:
        """Rule a set out, and with it every larger one that holds it (`with_more`)."""
        row = {
            column: 1.0 if key in keys else -1.0
            for column, key in self._switches.items()
            if key in keys or not with_more
        }
        self.program.row(row, -inf, len(keys) - 1)
