"""Which of several equally small repairs is the likelier: ordering, never a proof.

Points are added over the changes of a repair. A statement elsewhere in the report outweighs any
slip of the pen, a slip outweighs the rule that details come before totals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parser.model import Number
from parser.model.said import say
from parser.repair.adjacency import Lines, lines_of, neighbours
from parser.repair.edits import Exact, Record
from parser.repair.evidence import Evidence
from parser.repair.slips import slip

STATED_ELSEWHERE = 12
EXCHANGED = 6
LEFT_OUT = 4
NEIGHBOUR = 3
SHARED_SUM = 2
TOTAL = -2


@dataclass(frozen=True, slots=True)
class Weight:
    """How likely a repair is, and why, in words for its sentence."""

    points: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """What is needed to weigh the repairs of one component."""

    record: Record
    evidence: Evidence
    lines: Lines
    totals: Mapping[str, tuple[tuple[str, ...], ...]]

    def weigh(self, changes: Mapping[str, Exact]) -> Weight:
        """Weigh one set of changes (figure → new value)."""
        points = 0
        reasons: list[str] = []
        for key, value in changes.items():
            points += SHARED_SUM * sum(key in edit.terms for edit in self.record.failed)
            points += TOTAL if key in self.totals else 0
            for earned, reason in (self._stated(key, value), self._slipped(key, value)):
                points += earned
                reasons += [reason] if reason else []
        if self._is_exchange(changes):
            points += EXCHANGED
            reasons.append(say("两格的数填反"))
        return Weight(points, tuple(dict.fromkeys(reasons)))

    def _stated(self, key: str, value: Exact) -> tuple[int, str]:
        before = self.record.values[key]
        points, reason = 0, ""
        for words, stated in (
            (say("与另一份正文一致"), _one(self.evidence.copy, key)),
            (say("与上年报告衔接"), _one(self.evidence.previous, key)),
            (say("与下年报告衔接"), _one(self.evidence.following, key)),
            (say("与文字所述一致"), self.evidence.claims.get(key, ())),
        ):
            if value in stated:
                points += STATED_ELSEWHERE
                reason = reason or words
            elif before in stated:
                points -= STATED_ELSEWHERE
        return points, reason

    def _slipped(self, key: str, value: Exact) -> tuple[int, str]:
        """Return the likeliest way in which the figure came to be wrong."""
        before = self.record.values[key]
        if not isinstance(before, int) or not isinstance(value, int):
            return 0, ""
        ways = [slip(before, value)]
        if self._is_left_out(key, before, value):
            ways.append((LEFT_OUT, say("疑合计时漏加一项") if before else say("疑合计漏算")))
        if before and any(
            self.record.values[near] == before for near in neighbours(self.lines, key)
        ):
            ways.append((NEIGHBOUR, say("疑误填相邻格的数")))
        return max(ways)

    def _is_left_out(self, key: str, before: int, value: int) -> bool:
        """Say whether a total lacks just one of its parts, or was left at nought."""
        short = value - before
        return short > 0 and any(
            before == 0 or any(self.record.values[part] == short for part in parts)
            for parts in self.totals.get(key, ())
        )

    def _is_exchange(self, changes: Mapping[str, Exact]) -> bool:
        """Say whether two figures only stand in each other's place."""
        if len(changes) != 2:
            return False
        (one, one_value), (other, other_value) = changes.items()
        values = self.record.values
        return values[one] == other_value and values[other] == one_value


def scale_of(record: Record, evidence: Evidence) -> Scale:
    """Return what weighs the repairs of a component."""
    totals: dict[str, tuple[tuple[str, ...], ...]] = {}
    for edit in record.edits:
        if len(edit.sum.right) == 1:
            total = edit.sum.right[0]
            totals[total] = (*totals.get(total, ()), edit.sum.left)
    return Scale(record, evidence, lines_of(record.form.id, frozenset(record.values)), totals)


def _one(stated: Mapping[str, Number], key: str) -> tuple[Number, ...]:
    return (stated[key],) if key in stated else ()
