"""Findings as the window lists them: one shape for those of a report and those between reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parser.model import CrossFinding, Finding, Severity, Span
from parser.review.review import Review, Verdict, finding_id

RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding seen from one report, with what was decided on it.

    `index` is its place in `Review.current.findings` (what `Repair.settles` counts in), -1 for a
    finding between reports; `paths` are the other reports that such a one speaks of.
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

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Sort by weight, then by place in the text; stable when the report is checked again."""
        place = self.spans[0].start if self.spans else 1 << 40
        return (RANKS[self.severity], place, self.code, self.id)

    @property
    def dismissed(self) -> bool:
        """The auditor said that this is no fault."""
        return self.verdict is not None and self.verdict.decision == "dismissed"

    @property
    def text(self) -> str:
        """The sentence, with the sum behind it where the sentence does not spell it out."""
        if not self.arithmetic or self.arithmetic in self.message:
            return self.message
        return f"{self.message}　{self.arithmetic}"


def entries(
    review: Review,
    across: Sequence[CrossFinding] = (),
    verdict_across: Callable[[CrossFinding], Verdict | None] = lambda _: None,
) -> list[Entry]:
    """Return what the window lists for a report, gravest first."""
    found = [_own(review, finding, i) for i, finding in enumerate(review.current.findings)]
    found += [
        _between(review, finding, verdict_across(finding))
        for finding in across
        if review.path in finding.paths
    ]
    return sorted(found, key=lambda entry: entry.order)


def _own(review: Review, finding: Finding, index: int) -> Entry:
    return Entry(
        path=review.path,
        id=finding_id(finding),
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        arithmetic=finding.arithmetic,
        figures=finding.figures,
        spans=finding.spans,
        verdict=review.verdict(finding),
        index=index,
    )


def _between(review: Review, finding: CrossFinding, verdict: Verdict | None) -> Entry:
    return Entry(
        path=review.path,
        id=finding_id(finding),
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        arithmetic="",
        figures=finding.figures,
        spans=tuple(span for path, span in finding.passages if path == review.path),
        verdict=verdict,
        paths=tuple(path for path in finding.paths if path != review.path),
    )
