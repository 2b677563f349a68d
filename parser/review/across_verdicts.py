"""What was decided on findings between reports, in this and in earlier versions of the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from parser.model import CrossFinding, Report
from parser.review.about import of_cross_finding
from parser.review.carried import Carried
from parser.review.ledger import Past
from parser.review.replay import judge
from parser.review.review import Verdict, finding_id


class AcrossVerdicts:
    """The verdicts by the id of a finding; `look` finds those that files' new versions inherit."""

    def __init__(self, pasts: Iterable[Past]) -> None:
        """Take over what the log says."""
        self._given: dict[str, Verdict] = {}
        self._last: dict[str, Past] = {}
        self._carried: dict[str, Verdict] = {}
        self._again: dict[str, Carried] = {}
        for past in pasts:
            self.take(past)

    def take(self, past: Past) -> None:
        """Take over one more act, where it speaks of a finding between reports."""
        if not past.is_between:
            return
        figures = past.about.figures if past.about else ()
        judge(self._given, past.event, figures)
        self._last.pop(past.event.target, None)
        self._last[past.event.target] = past
        self._carried.pop(past.event.target, None)
        self._again.pop(past.event.target, None)

    @property
    def standing(self) -> Mapping[str, Verdict]:
        """What is decided, by the id of the finding."""
        return MappingProxyType({**self._carried, **self._given})

    def get(self, finding: CrossFinding) -> Verdict | None:
        """Return what was decided on a finding."""
        if not self._given and not self._carried:
            return None
        known = finding_id(finding)
        return self._given.get(known) or self._carried.get(known)

    def again(self, finding: CrossFinding) -> Carried | None:
        """Return the verdict on what the finding was before it changed, if nobody looked since."""
        return self._again.get(finding_id(finding)) if self._again else None

    def look(
        self,
        findings: Sequence[CrossFinding],
        reports: Mapping[str, Report],
        decided: Mapping[int, str],
    ) -> None:
        """Find the findings of earlier versions that were judged among those of now."""
        self._carried.clear()
        self._again.clear()
        there = {finding_id(finding): finding for finding in findings}
        orphans = [
            past
            for known, past in self._last.items()
            if known not in there and past.about is not None and known in self._given
        ]
        signs = {past.about.sign: past for past in orphans if past.about}
        places = {past.about.place: past for past in orphans if past.about and past.about.place}
        if not orphans:
            return
        codes = {past.event.target.partition("-")[0] for past in orphans}
        for known, finding in there.items():
            if finding.code not in codes or known in self._last:
                continue
            about = of_cross_finding(reports, finding)
            past = signs.get(about.sign)
            if past is not None:
                judge(self._carried, replace(past.event, target=known), finding.figures)
                continue
            past = places.get(about.place)
            if past is not None and past.number not in decided:
                before = past.about.before if past.about else ""
                event = past.event
                self._again[known] = Carried(
                    event.number, "judge", "changed", known, event.new or "", event.reason,
                    event.who, event.when, before, finding.message,
                )  # fmt: skip
