"""X301: a superior's figures against its own and its subordinates'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parser.across.attendance import by_key, reports_of
from parser.across.docket import Docket
from parser.identity.owner import unit_name
from parser.model import Number, Place, Report, Role, Severity
from parser.model.said import joined, say
from parser.rules.naming import official
from parser.rules.registry import CrossHit, cross_rule
from parser.settings.roster import Roster, RosterError, load_roster

_MOST = 6
# The superior's own part has a report of its own where the roster lists one of these under it.
_OWN = re.compile(r"本级|机关|政府办公[室厅]|政府办$|党政办")


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    report: Report


@cross_rule(
    "X301",
    title="上级汇总数与本级加下级不符",
    title_en="A superior's figure is not its own plus its subordinates'",
    severity=Severity.WARNING,
    basis="汇总口径：全市（县）数为本级、各部门、各县区（乡镇）和各功能区之和",
)
def totals(docket: Docket) -> Iterator[CrossHit]:
    """Where a roster says who belongs to whom and nobody is missing, the figures add up."""
    if not docket.profile.roster:
        return
    try:
        roster = load_roster(docket.profile.roster)
    except RosterError:
        # The profile was refused when it was loaded if its roster could not be read.
        return
    by_year: dict[int, list[Report]] = {}
    for report in docket.reports:
        if report.bodies and report.identity.year is not None and unit_name(report):
            by_year.setdefault(report.identity.year, []).append(report)
    for year in sorted(by_year):
        yield from _of_year(by_year[year], roster, year)


def _of_year(reports: Sequence[Report], roster: Roster, year: int) -> Iterator[CrossHit]:
    keyed = by_key(reports)
    for superior in roster.superiors:
        whole = _only(reports_of(roster, superior, keyed))
        parts = [
            _Member(n, r)
            for n in roster.subordinates(superior)
            if (r := _only(reports_of(roster, n, keyed)))
        ]
        if whole is None or len(parts) < len(roster.subordinates(superior)):
            continue
        own_listed = any(_OWN.search(part.name) for part in parts)
        less, more = _differences(whole, parts)
        if less or (more and own_listed):
            keys = less + more if own_listed else less
            yield _hit(superior, year, whole, parts, keys, None)
        elif more:
            yield _hit(superior, year, whole, parts, more, Severity.INFO)


def _only(reports: Sequence[Report]) -> Report | None:
    """Return the one report of a unit; None where there is none, or more than one."""
    return reports[0] if len(reports) == 1 else None


def _differences(whole: Report, parts: Sequence[_Member]) -> tuple[list[str], list[str]]:
    """Return the figures where the superior has less, and more, than its parts together.

    A figure that any of them lacks is not judged.
    """
    less: list[str] = []
    more: list[str] = []
    for key, figure in whole.figures.items():
        together = _sum(parts, key)
        if figure.value is None or together is None or figure.value == together:
            continue
        (less if figure.value < together else more).append(key)
    return less, more


def _sum(parts: Sequence[_Member], key: str) -> Number | None:
    values = [p.report.figures[key].value for p in parts if key in p.report.figures]
    numbers = [value for value in values if value is not None]
    return sum(numbers) if len(numbers) == len(parts) else None


def _hit(
    superior: str,
    year: int,
    whole: Report,
    parts: Sequence[_Member],
    keys: list[str],
    severity: Severity | None,
) -> CrossHit:
    form = official(whole)
    told: list[str] = []
    for key in keys[:_MOST]:
        values = " + ".join(str(part.report.figures[key].value) for part in parts)
        told.append(
            say(
                "{figure}：{values} = {sum}，汇总填 {stated}",
                figure=form.name_of(key),
                values=values,
                sum=_sum(parts, key),
                stated=whole.figures[key].value,
            )
        )
    rest = say("；另有 {cells} 格", cells=len(keys) - _MOST) if len(keys) > _MOST else ""
    why = say("；差额应是本级自己的数，请核对") if severity else ""
    single = keys[0] if len(keys) == 1 else None
    cells = joined("；", told)
    return CrossHit(
        say(
            "“{superior}”{year}年汇总数与所属 {parts} 个单位之和不符：{cells}{rest}{why}。",
            superior=superior,
            year=year,
            parts=len(parts),
            cells=cells,
            rest=rest,
            why=why,
        ),
        (whole.path, *(part.report.path for part in parts)),
        tuple(keys),
        _sum(parts, single) if single else None,
        whole.figures[single].value if single else None,
        tuple(
            (report.path, report.figures[key].span)
            for key in keys[:_MOST]
            for report in (whole, *(part.report for part in parts))
        ),
        severity,
        tuple(place for key in keys for place in _places(whole, parts, key)),
    )


def _places(whole: Report, parts: Sequence[_Member], key: str) -> Iterator[Place]:
    figure = whole.figures[key]
    yield Place(whole.path, key, figure.span, figure.value, _sum(parts, key), Role.WHOLE)
    for part in parts:
        there = part.report.figures[key]
        yield Place(part.report.path, key, there.span, there.value, None, Role.PART)
