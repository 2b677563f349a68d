"""What one event of the log does to a review."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from parser.model import Finding
from parser.review.review import Correction, Review, Verdict, decision_of, finding_id
from parser.review.session import Event, to_number


def apply(review: Review, event: Event) -> Review:
    """Return the review after the event, not yet checked again."""
    if event.kind in ("join", "encoding"):
        return review
    if event.kind == "body":
        return _counting(review, int(event.new or 0))
    if event.kind == "mark":
        return replace(review, reviewed=event.new is not None)
    if event.kind == "judge":
        verdicts = dict(review.verdicts)
        judge(verdicts, event, _named(review, event.target))
        return replace(review, verdicts=MappingProxyType(verdicts))
    corrections = dict(review.corrections)
    corrections.pop(event.target, None)
    if event.kind == "correct":
        parsed = review.report.figures.get(event.target)
        corrections[event.target] = Correction(
            event.target,
            parsed.value if parsed else None,
            to_number(event.new),
            event.reason,
            event.who,
            event.when,
        )
    return replace(review, corrections=MappingProxyType(corrections))


def _counting(review: Review, copy: int) -> Review:
    """Let another copy of the body count; the corrections of each stay with it."""
    report = review.report
    if not 0 <= copy < len(report.bodies) or copy == report.counts:
        return review
    aside = {**review.aside, report.counts: review.corrections}
    own = aside.pop(copy, MappingProxyType({}))
    return replace(
        review,
        report=replace(report, counts=copy),
        corrections=own,
        aside=MappingProxyType(aside),
    )


def judge(verdicts: dict[str, Verdict], event: Event, figures: tuple[str, ...]) -> None:
    """Put the verdict of an event among the others, or take it away.

    A note stands without a decision too.
    """
    verdicts.pop(event.target, None)
    decision = decision_of(event.new)
    if decision is not None or event.reason:
        verdicts[event.target] = Verdict(
            event.target, decision, event.reason, event.who, event.when, figures
        )


def _named(review: Review, target: str) -> tuple[str, ...]:
    findings: tuple[Finding, ...] = (*review.current.findings, *review.report.findings)
    return next((f.figures for f in findings if finding_id(f) == target), ())
