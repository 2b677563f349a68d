"""T201, T202: what the prose says of reviews and lawsuits, against the table in section four."""

from __future__ import annotations

from collections.abc import Iterator

from parser.model import Severity
from parser.rules.case import Case
from parser.rules.prose_requests import BASIS, contradictions
from parser.rules.registry import Hit, filed_rule


@filed_rule(
    "T201",
    title="文字所写行政复议件数与表四不一致",
    title_en="Prose and table differ: administrative reviews",
    severity=Severity.WARNING,
    basis=BASIS,
)
def reviews(case: Case, code: str) -> Iterator[Hit]:
    """Reviews on information requests, and their outcomes, are those of the table."""
    return contradictions(case, code)


@filed_rule(
    "T202",
    title="文字所写行政诉讼件数与表四不一致",
    title_en="Prose and table differ: administrative lawsuits",
    severity=Severity.WARNING,
    basis=BASIS,
)
def lawsuits(case: Case, code: str) -> Iterator[Hit]:
    """Lawsuits are those filed directly and those after a review, together."""
    return contradictions(case, code)
