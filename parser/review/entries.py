"""Findings as an auditor goes through them: those of a report and those between, in one shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from parser.model import CrossFinding, Finding, Place, Repair, Severity, Span
from parser.model.said import joined
from parser.review.carried import Carried
from parser.review.places import figures_of, places_in, spans_of
from parser.review.review import Decision, Review, Verdict, finding_id, state_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding seen from one report, with what was decided on it.

    `index` is its place in `Review.current.findings` (what `Repair.settles` counts in), -1 for a
    finding between reports and for one that corrections have settled; `paths` are the other
    reports that a finding between them speaks of. `figures` and `spans` lie in the report it is
    seen from; `places` say what stands there and what is expected, where the check tells. `again`
    is what was said of it before the file was changed, where that is to be looked at again.
    """

    path: str
    id: str
    code: str
    severity: Severity
    message: str
    arithmetic: str
    figures: tuple[str, ...]
    spans: tuple[Span, ...]
    verdict: Verdict | None = None
    index: int = -1
    paths: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    settled: bool = False
    again: Carried | None = None

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Sort by weight, then by place in the text; stable when the report is checked again."""
        place = self.spans[0].start if self.spans else 1 << 40
        return (self.severity.rank, place, self.code, self.id)

    @property
    def state(self) -> Decision | None:
        """What became of it: what the auditor said, or 已更正 by a correction; None for 待定."""
        return state_of(self.verdict, self.settled)

    @property
    def stands(self) -> bool:
        """It counts as a fault of the report as it stands: neither 误报 nor 已更正."""
        return self.state not in ("dismissed", "corrected")

    @property
    def is_open(self) -> bool:
        """Nobody has decided on it yet: 待定 or 待查."""
        return self.state in (None, "later")

    @property
    def dismissed(self) -> bool:
        """The auditor said that this is no fault."""
        return self.verdict is not None and self.verdict.decision == "dismissed"

    def is_answered_by(self, repair: Repair) -> bool:
        """Say whether a repair settles it, or tells what a blank that it names must hold."""
        if repair.settles:
            return self.index in repair.settles
        return self.index >= 0 and any(c.figure in self.figures for c in repair.changes)

    @property
    def text(self) -> str:
        """The sentence, with the sum behind it where the sentence does not spell it out."""
        if not self.arithmetic or self.arithmetic in self.message:
            return self.message
        return joined("　", (self.message, self.arithmetic))

    @property
    def with_code(self) -> str:
        """The sentence behind the code of its check."""
        return joined("　", (self.code, self.text))


def entries(
    review: Review,
    across: Sequence[CrossFinding] = (),
    verdict_across: Callable[[CrossFinding], Verdict | None] = lambda _: None,
) -> list[Entry]:
    """Return what there is to go through in a report, gravest first.

    What corrections have settled is among it, as it was on the report as parsed.
    """
    found = [_own(review, finding, i) for i, finding in enumerate(review.current.findings)]
    found += [replace(_own(review, f, -1), settled=True) for f in review.settled_findings]
    found += [
        _between(review, finding, verdict_across(finding))
        for finding in across
        if review.path in finding.paths
    ]
    return sorted(found, key=lambda entry: entry.order)


def _own(review: Review, finding: Finding, index: int) -> Entry:
    known = finding_id(finding)
    return Entry(
        path=review.path,
        id=known,
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        arithmetic=finding.arithmetic,
        figures=finding.figures,
        spans=finding.spans,
        verdict=review.verdict(finding),
        index=index,
        places=finding.places,
        again=next((i for i in review.again if i.kind == "judge" and i.target == known), None),
    )


def _between(review: Review, finding: CrossFinding, verdict: Verdict | None) -> Entry:
    places = places_in(review.current, finding)
    return Entry(
        path=review.path,
        id=finding_id(finding),
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        arithmetic="",
        figures=figures_of(places),
        spans=spans_of(places),
        verdict=verdict,
        paths=tuple(path for path in finding.paths if path != review.path),
        places=places,
    )
