"""The rows of 问题清单: what was wrong as parsed, what is wrong now, and between reports.

A finding that corrections have settled stays in the list: the unit has to be told of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parser.model import CrossFinding, Finding, Number, Repair, Report, Severity
from parser.review.review import Review, Verdict, finding_id
from parser.workbook.material import Contents
from parser.workbook.words import Place, figure_name, place, shown, units_of, verdict_name

_MOST = 6


@dataclass(frozen=True, slots=True)
class Problem:
    """A row. `original` is a number where the finding is about one cell or one sum."""

    unit: str
    year: int | None
    path: str
    code: str
    severity: Severity
    sentence: str
    place: Place
    original: Number | str | None
    expected: Number | None
    suggestion: str
    corrected: str
    state: str
    verdict: Verdict | None


def problems(contents: Contents) -> Iterator[Problem]:
    """Yield every row, report by report, the findings between reports last."""
    for review in contents.reviews:
        left = {finding_id(finding) for finding in review.current.findings}
        # Other years may have put what is suggested in another order since the report was read.
        same = review.current.findings == review.report.findings
        offered = review.current if same else review.report
        for at, finding in enumerate(review.report.findings):
            settled = finding_id(finding) not in left and not _shrunk(review, finding)
            yield _problem(review, finding, _suggestion(offered, at), settled)
        for at, finding in enumerate(review.current.findings):
            if _is_new(review, finding):
                yield _problem(review, finding, _suggestion(review.current, at), False)
    reports = contents.reports
    for finding in contents.desk.across:
        yield _across(contents, reports, finding)


def _problem(review: Review, finding: Finding, suggestion: str, settled: bool) -> Problem:
    report = review.report
    corrected = [
        f"{figure_name(report, key)}：{shown(c.before)}→{shown(c.value)}"
        for key in finding.figures
        if (c := review.corrections.get(key))
    ]
    verdict = review.verdict(finding)
    return Problem(
        report.identity.unit,
        report.identity.year,
        review.path,
        finding.code,
        finding.severity,
        finding.message,
        place(report, finding),
        _original(report, finding),
        finding.expected,
        suggestion,
        "；".join(corrected),
        verdict_name(verdict, settled),
        verdict,
    )


def _across(contents: Contents, reports: dict[str, Report], finding: CrossFinding) -> Problem:
    first = reports.get(finding.paths[0])
    verdict = contents.desk.verdict_across(finding)
    keys = tuple(key for key in finding.figures if first and key in first.figures)
    return Problem(
        units_of(reports, finding),
        first.identity.year if first else None,
        finding.paths[0],
        finding.code,
        finding.severity,
        finding.message,
        place(first, Finding(finding.code, finding.severity, "", keys)) if first else Place(),
        finding.actual,
        finding.expected,
        "",
        "",
        verdict_name(verdict, False),
        verdict,
    )


def _original(report: Report, finding: Finding) -> Number | str | None:
    if finding.actual is not None:
        return finding.actual
    if len(finding.figures) == 1:
        figure = report.figures.get(finding.figures[0])
        if figure is None:
            return None
        return figure.value if figure.value is not None else figure.raw
    there = [report.figures[key].raw or "空白" for key in finding.figures if key in report.figures]
    said = list(dict.fromkeys(there))
    return "；".join(said) if len(said) <= _MOST else f"{'；'.join(said[:_MOST])} 等"


def _suggestion(report: Report, at: int) -> str:
    """Word the best repair that settles the finding; the reader is to see what it changes."""
    for repair in report.repairs:
        if at in repair.settles:
            return _worded(report, repair)
    return ""


def _worded(report: Report, repair: Repair) -> str:
    if not repair.changes:
        return repair.sentence
    parts = [
        f"{figure_name(report, change.figure)}：{shown(change.before)}→{change.value}"
        for change in repair.changes
    ]
    return "；".join(parts)


def _shrunk(review: Review, finding: Finding) -> bool:
    """Say whether part of a finding that named many cells is still there."""
    return any(
        now.code == finding.code and now.figures and set(now.figures) < set(finding.figures)
        for now in review.current.findings
    )


def _is_new(review: Review, finding: Finding) -> bool:
    if review.current is review.report:
        return False
    for before in review.report.findings:
        same = finding_id(before) == finding_id(finding)
        part = finding.figures and set(finding.figures) < set(before.figures)
        if before.code == finding.code and (same or part):
            return False
    return True
