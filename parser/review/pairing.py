"""Which corrected report belongs to which report of the folder under review."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parser.across.series import full_name
from parser.identity.key import same_unit, unit_key
from parser.identity.owner import unit_name
from parser.model import Report

# What units put into the name of a file that they send again.
_AGAIN = re.compile(
    r"整改(?:后|版|稿|完成)?|修改(?:后|版|稿)?|更正(?:后|版|稿)?|修订(?:版|稿)?|重[报发]|"
    r"最终(?:版|稿)?|定稿|终稿|新版?|第?[二三2-9][次版稿]|[vV]\d+|[（(]\d+[)）]|副本|copy",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Pairing:
    """`pairs` leads from an old path to the new path.

    `unmatched` are new paths that belong to no report; `doubtful` leads from a new path to the
    old paths that it may belong to, or from which another new one takes it: the auditor chooses.
    """

    pairs: Mapping[str, str] = field(default_factory=dict[str, str])
    unmatched: tuple[str, ...] = ()
    doubtful: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])


def pair(
    old: Iterable[Report], new: Iterable[Report], choices: Mapping[str, str] | None = None
) -> Pairing:
    """Match new reports with old ones by unit and year, else by file name.

    `choices` are the auditor's: new path → old path, "" for none of them.
    """
    before, after = list(old), list(new)
    there = {report.path: report for report in before}
    decided = {n: o for n, o in (choices or {}).items() if not o or o in there}
    pairs = {o: n for n, o in decided.items() if o and any(r.path == n for r in after)}
    candidates = {
        report.path: _candidates(report, before) for report in after if report.path not in decided
    }
    wanted: dict[str, list[str]] = {}
    for path, found in candidates.items():
        if len(found) == 1:
            wanted.setdefault(found[0], []).append(path)
    doubtful: dict[str, tuple[str, ...]] = {}
    for path, found in candidates.items():
        rivals = wanted.get(found[0], []) if len(found) == 1 else []
        if len(found) == 1 and found[0] not in pairs and len(rivals) == 1:
            pairs[found[0]] = path
        elif found:
            doubtful[path] = tuple(found)
    kept = {n for n, o in decided.items() if not o}
    unmatched = [path for path, found in candidates.items() if not found] + sorted(kept)
    return Pairing(pairs, tuple(unmatched), doubtful)


def _candidates(report: Report, old: Sequence[Report]) -> list[str]:
    """Return the old reports that a new one may be the next version of, best kind only."""
    named = _file_key(report.path)
    same = [other for other in old if _same_unit(report, other)]
    year = report.identity.year
    of_year = [other for other in same if other.identity.year == year]
    if year is None and len(same) == 1:
        of_year = same
    if of_year:
        by_name = [other for other in of_year if _file_key(other.path) == named]
        return [other.path for other in (by_name if len(by_name) == 1 else of_year)]
    return [
        other.path
        for other in old
        if named and _file_key(other.path) == named and not _differ(report, other)
    ]


def _same_unit(one: Report, other: Report) -> bool:
    names = unit_name(one), unit_name(other)
    if not all(names):
        return False
    if names[0] == names[1]:
        return same_unit(full_name(one), full_name(other))
    return unit_key(names[0]) == unit_key(names[1]) and same_unit(full_name(one), full_name(other))


def _differ(one: Report, other: Report) -> bool:
    """Say whether two files of one name are of two years, or surely of two units."""
    years = one.identity.year, other.identity.year
    if all(years) and years[0] != years[1]:
        return True
    names = unit_name(one), unit_name(other)
    return all(names) and not same_unit(*names)


def _file_key(path: str) -> str:
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return re.sub(r"[\s_\-—.（）()【】\[\]]+", "", _AGAIN.sub("", stem)).casefold()
