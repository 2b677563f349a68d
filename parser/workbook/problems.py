"""The rows of 问题清单: what was wrong as parsed, what is wrong now, and between reports.

A finding that corrections have settled stays in the list: the unit has to be told of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parser.model import CrossFinding, Finding, Number, Repair, Report, Severity
from parser.review.places import figures_of, places_in, spans_of
from parser.review.review import Review, Verdict, finding_id
from parser.review.rounds import Remark
from parser.review.second_round import Standing
from parser.workbook.material import Contents
from parser.workbook.words import Place, figure_name, place, shown, verdict_name

_MOST = 6
# The states of a finding that the unit was asked to mend.
_ASKED = ("属实", "已更正")


@dataclass(frozen=True, slots=True)
class Problem:
    """A row. `original` and `expected` are numbers where the finding is of one cell or one sum.

    `mended` says what became of it in the second round, "" where there is none.
    """

    unit: str
    year: int | None
    path: str
    code: str
    severity: Severity
    sentence: str
    place: Place
    original: Number | str | None
    expected: Number | str | None
    suggestion: str
    corrected: str
    state: str
    verdict: Verdict | None
    mended: str = ""


def problems(contents: Contents) -> Iterator[Problem]:
    """Yield every row, report by report, the findings between reports last.

    A finding between reports has a row for each report that it names, with that report's places.
    """
    for review in contents.reviews:
        remark = contents.desk.rounds.get(review.path)
        gone = {finding_id(finding) for finding in review.settled_findings}
        # Other years may have put what is suggested in another order since the report was read.
        same = review.current.findings == review.report.findings
        offered = review.current if same else review.report
        for at, finding in enumerate(review.report.findings):
            settled = finding_id(finding) in gone
            row = _problem(review, finding, _suggestion(offered, at), settled)
            yield _followed(row, remark, finding)
        for at, finding in enumerate(review.current.findings):
            if _is_new(review, finding):
                row = _problem(review, finding, _suggestion(review.current, at), False)
                yield _followed(row, remark, finding)
        yield from _brought(review, remark)
    for finding in contents.desk.across:
        for path in dict.fromkeys(finding.paths):
            if path in contents.desk.reviews:
                row = _across(contents, contents.desk.reviews[path], finding)
                yield _followed(row, contents.desk.rounds.get(path), finding)


def _followed(row: Problem, remark: Remark | None, finding: Finding | CrossFinding) -> Problem:
    """Return the row with what became of the finding in the second round."""
    if remark is None:
        return row
    if remark.standing is Standing.ABSENT:
        return replace(row, mended=Standing.ABSENT.label if row.state in _ASKED else "")
    return replace(row, mended=remark.said(finding_id(finding)))


def _brought(review: Review, remark: Remark | None) -> Iterator[Problem]:
    """Yield the findings that the corrected report brought."""
    identity = review.report.identity
    for code, severity, sentence in remark.added if remark else ():
        yield Problem(
            identity.unit, identity.year, review.path, code, severity, sentence, Place(),
            None, None, "", "", "", None, "新增",
        )  # fmt: skip


def _problem(review: Review, finding: Finding, suggestion: str, settled: bool) -> Problem:
    report = review.report
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
        _corrected(review, finding.figures),
        verdict_name(verdict, settled),
        verdict,
    )


def _across(contents: Contents, review: Review, finding: CrossFinding) -> Problem:
    """Return the row of a finding between reports for one of them: what is in its own cells."""
    report = review.current
    places = places_in(report, finding)
    wanted = [p for p in places if p.expected is not None] or list(places)
    verdict = contents.desk.verdict_across(finding)
    keys, spans = figures_of(wanted), spans_of(wanted)
    return Problem(
        report.identity.unit,
        report.identity.year,
        review.path,
        finding.code,
        finding.severity,
        finding.message,
        place(report, Finding(finding.code, finding.severity, "", keys, spans=spans)),
        _listed([p.found for p in wanted if p.figure or p.expected is not None]),
        _listed([p.expected for p in wanted]),
        "",
        _corrected(review, keys),
        verdict_name(verdict, False),
        verdict,
    )


def _corrected(review: Review, keys: tuple[str, ...]) -> str:
    return "；".join(
        f"{figure_name(review.report, key)}：{shown(c.before)}→{shown(c.value)}"
        for key in keys
        if (c := review.corrections.get(key))
    )


def _listed(values: list[Number | None]) -> Number | str | None:
    """Return the only value as a number, several in the order of the cells, "" for none."""
    if len(values) == 1 or not any(value is not None for value in values):
        return values[0] if values else None
    said = [shown(value) for value in values]
    return "；".join(said) if len(said) <= _MOST else f"{'；'.join(said[:_MOST])} 等"


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


def _is_new(review: Review, finding: Finding) -> bool:
    if review.current is review.report:
        return False
    for before in review.report.findings:
        same = finding_id(before) == finding_id(finding)
        part = finding.figures and set(finding.figures) < set(before.figures)
        if before.code == finding.code and (same or part):
            return False
    return True
