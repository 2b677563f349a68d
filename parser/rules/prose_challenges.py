"""T201, T202: what the prose says of reviews and lawsuits, against the table in section four."""

from __future__ import annotations

from collections.abc import Iterator

from parser.model import Report, Severity
from parser.rules.prose_requests import BASIS, contradictions
from parser.rules.registry import Hit, rule
from parser.settings.profile import Profile


@rule(
    "T201",
    title="文字所写行政复议件数与表四不一致",
    title_en="Prose and table differ: administrative reviews",
    severity=Severity.WARNING,
    basis=BASIS,
)
def reviews(report: Report, profile: Profile) -> Iterator[Hit]:
    """Reviews on information requests, and their outcomes, are those of the table."""
    return contradictions(report, "T201")


@rule(
    "T202",
    title="文字所写行政诉讼件数与表四不一致",
    title_en="Prose and table differ: administrative lawsuits",
    severity=Severity.WARNING,
    basis=BASIS,
)
def lawsuits(report: Report, profile: Profile) -> Iterator[Hit]:
    """Lawsuits are those filed directly and those after a review, together."""
    return contradictions(report, "T202")
