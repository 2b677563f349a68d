"""What the reports of the years before and after have to say about a report's suspects.

Carried in is what last year's report carried out, and next year's report repeats what this one
carries out. That decides between repairs that are equally small; it never makes one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from parser.across.series import Series
from parser.claims import read
from parser.model import Number, Repair, Report, Severity
from parser.repair import Evidence, localize

_IN, _OUT = "requests.carried_in.", "requests.carried_out."


def evidence(units: Iterable[Series]) -> dict[str, Evidence]:
    """Return what neighbouring years say, by path; linear in the reports of the units."""
    previous: dict[str, dict[str, Number]] = {}
    following: dict[str, dict[str, Number]] = {}
    for unit in units:
        for earlier, later in unit.neighbours:
            previous[later.path] = {_IN + column: v for column, v in _certain(earlier, _OUT)}
            following[earlier.path] = {_OUT + column: v for column, v in _certain(later, _IN)}
    return {
        path: found
        for path in dict.fromkeys((*previous, *following))
        if (found := Evidence(previous=previous.get(path, {}), following=following.get(path, {})))
        != Evidence()
    }


def ranked(report: Report, found: Evidence | None) -> Report:
    """Return the report with repairs that tie put in the order that neighbouring years speak for.

    The report itself where they have nothing to say about any of them.
    """
    if found is None or not is_tied(report, found):
        return report
    return replace(report, repairs=localize(report, found, read(report)))


def is_tied(report: Report, found: Evidence) -> bool:
    """Say whether equally good repairs differ in a figure that neighbouring years speak of."""
    groups: dict[tuple[int, ...], list[Repair]] = {}
    for repair in report.repairs:
        if repair.kind == "change":
            groups.setdefault(repair.settles, []).append(repair)
    told = {*found.previous, *found.following}
    return any(
        len(tied) > 1 and any(change.figure in told for repair in tied for change in repair.changes)
        for tied in groups.values()
    )


def _certain(report: Report, row: str) -> Iterator[tuple[str, Number]]:
    """Yield the columns of a row with their values, those that stand in no failed sum."""
    failed = {
        key
        for finding in report.findings
        if finding.family == "A" and finding.severity is not Severity.INFO
        for key in finding.figures
    }
    for key, figure in report.figures.items():
        if key.startswith(row) and figure.value is not None and key not in failed:
            yield key.removeprefix(row), figure.value
