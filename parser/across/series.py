"""Reports put together by unit and year, so that they can be held against one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import PurePosixPath

from parser.identity.body_names import place_kind, take_apart
from parser.identity.key import same_unit, unit_key
from parser.identity.owner import unit_name
from parser.model import Report

_SUPERIORS = ("省", "市", "县", "区", "旗", "自治州", "自治县", "地区", "盟")


@dataclass(frozen=True, slots=True)
class Series:
    """The reports of one unit, by year and then by path."""

    unit: str
    reports: tuple[Report, ...]

    @property
    def by_year(self) -> dict[int, tuple[Report, ...]]:
        """The reports of each year, in order of years."""
        years = groupby(self.reports, key=_year)
        return {year: tuple(reports) for year, reports in years}

    @property
    def neighbours(self) -> Iterator[tuple[Report, Report]]:
        """Pairs of reports on one year and the next; where a year has several, the fullest."""
        chosen = [max(r, key=lambda r: len(r.figures)) for r in self.by_year.values()]
        for earlier, later in pairwise(chosen):
            if _year(later) - _year(earlier) == 1:
                yield earlier, later


def series(reports: Sequence[Report]) -> tuple[Series, ...]:
    """Return the units of a folder with their reports. Reports without unit or year are left out.

    Names with one key are one unit unless their superiors differ; a name without a superior that
    could be either of two units is left by itself.
    """
    keyed: dict[str, list[Report]] = {}
    for report in reports:
        if report.bodies and report.identity.year is not None and unit_name(report):
            keyed.setdefault(unit_key(unit_name(report)), []).append(report)
    found = (group for of_key in keyed.values() for group in _split(of_key))
    return tuple(
        Series(_shown(group), tuple(sorted(group, key=lambda r: (_year(r), r.path))))
        for group in found
    )


def full_name(report: Report) -> str:
    """Return the unit's name with its superior where title, signature or folder name one."""
    own = unit_name(report)
    names = [n.name for n in report.identity.names if unit_key(n.name) == unit_key(own)]
    fullest = max([own, *names], key=lambda name: len(take_apart(name).places))
    if len(take_apart(fullest).places) <= 1 and not _names_superior(fullest):
        for folder in reversed(PurePosixPath(report.path).parts[:-1]):
            if place_kind(folder) in _SUPERIORS and unit_key(folder) != unit_key(own):
                return folder + fullest
    return fullest


def _names_superior(name: str) -> bool:
    return place_kind(take_apart(name).nearest) in _SUPERIORS


def _split(reports: list[Report]) -> Iterator[list[Report]]:
    """Yield the reports of each unit among reports whose names share a key."""
    named = [(full_name(report), report) for report in reports]
    groups: list[tuple[list[str], list[Report]]] = []
    for name, report in sorted(named, key=lambda n: -len(take_apart(n[0]).places)):
        fitting = [g for g in groups if all(same_unit(name, other) for other in g[0])]
        if len(fitting) == 1:
            fitting[0][0].append(name)
            fitting[0][1].append(report)
        else:
            groups.append(([name], [report]))
    for _, group in groups:
        yield group


def _shown(reports: list[Report]) -> str:
    return max((unit_name(report) for report in reports), key=len)


def _year(report: Report) -> int:
    assert report.identity.year is not None
    return report.identity.year
