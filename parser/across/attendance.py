"""Who of a roster has handed in a report, year by year; who twice, and who is not on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from parser.across.series import full_name
from parser.identity.body_names import place_kind, take_apart
from parser.identity.key import same_unit, unit_key
from parser.identity.owner import unit_name
from parser.model import Report
from parser.settings.roster import Roster

Keyed = Mapping[str, Sequence[Report]]
# A name with less in common is no other spelling of one on the roster.
_ALIKE = 0.5
# Of two names equally near, that of a unit whose report is lacking is the likelier.
_LACKING = 0.15


@dataclass(frozen=True, slots=True)
class Stranger:
    """A report of a unit that is not on the roster; `nearest` is the name most like it, or ""."""

    path: str
    unit: str
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Attendance:
    """One year: units in the roster's order, paths in the reports'.

    `twice` pairs a unit with its reports where there is more than one. `nameless` are files whose
    unit or year is not known, among which one that seems absent may be.
    """

    year: int
    handed_in: tuple[tuple[str, str], ...]
    absent: tuple[str, ...]
    twice: tuple[tuple[str, tuple[str, ...]], ...]
    strangers: tuple[Stranger, ...]
    nameless: tuple[str, ...]


def by_key(reports: Iterable[Report]) -> dict[str, list[Report]]:
    """Return the reports that name a unit, by its key."""
    keyed: dict[str, list[Report]] = {}
    for report in reports:
        if report.bodies and unit_name(report):
            keyed.setdefault(unit_key(unit_name(report)), []).append(report)
    return keyed


def reports_of(roster: Roster, unit: str, keyed: Keyed) -> tuple[Report, ...]:
    """Return the reports of a unit on the roster, under any of the names it goes by."""
    found: dict[str, Report] = {}
    for name in roster.names(unit):
        plain = re.sub(r"[（(]?本级[)）]?", "", name) + ("本级" if "本级" in name else "")
        for report in keyed.get(unit_key(plain), keyed.get(unit_key(name), ())):
            if same_unit(full_name(report), plain) or unit_name(report) == name:
                found[report.path] = report
    return tuple(found.values())


def years_of(reports: Iterable[Report]) -> tuple[int, ...]:
    """Return the years that there are reports on, latest first."""
    return tuple(sorted({r.identity.year for r in reports if r.identity.year}, reverse=True))


def attendance(roster: Roster, reports: Sequence[Report], year: int) -> Attendance:
    """Hold the reports on one year against the roster. Leave attachments out of `reports`."""
    keyed = by_key(report for report in reports if report.identity.year == year)
    units = tuple(dict.fromkeys(member.unit for member in roster.members if member.unit))
    found = {unit: reports_of(roster, unit, keyed) for unit in (*units, *roster.superiors)}
    known = {report.path for several in found.values() for report in several}
    absent = tuple(unit for unit in units if not found[unit])
    of_year = [report for several in keyed.values() for report in several]
    strangers = [report for report in of_year if report.path not in known]
    ordered = sorted(strangers, key=lambda report: report.path)
    return Attendance(
        year,
        tuple((unit, found[unit][0].path) for unit in units if found[unit]),
        absent,
        tuple(
            (unit, tuple(report.path for report in found[unit]))
            for unit in units
            if len(found[unit]) > 1
        ),
        tuple(
            Stranger(r.path, unit_name(r), nearest(unit_name(r), units, absent)) for r in ordered
        ),
        tuple(
            report.path
            for report in reports
            if not (report.bodies and unit_name(report) and report.identity.year)
        ),
    )


def nearest(name: str, units: Sequence[str], absent: Sequence[str] = ()) -> str:
    """Return the unit of the roster whose name is most like one, "" where none is.

    What all units of a county share (its name, 人民政府) says nothing: 石桥乡 is not like 青溪乡.
    """
    own = _stem(name)
    best, most = "", 0.0
    for unit in units:
        other = _stem(unit)
        ratio = _ratio(own[1], other[1]) if own[0] == other[0] else 0.0
        if ratio < _ALIKE:
            continue
        if unit in absent:
            ratio += _LACKING
        if ratio > most:
            best, most = unit, ratio
    return best


def _stem(name: str) -> tuple[bool, str]:
    """Return whether a name is of an organ, and what tells it from others of its kind."""
    parts = take_apart(name)
    key = unit_key(name)
    organ = key.removeprefix(parts.nearest) if parts.nearest else key
    if organ and organ != key:
        return True, organ.rstrip("局委办")
    kind = place_kind(parts.nearest)
    return not parts.nearest, parts.nearest.removesuffix(kind) or key


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one and other else 0.0
