"""The registry of checks: a code, a sentence, a source, and a small function.

A check of one report is a generator `(case) -> Hit…`; a check across reports is a generator
`(docket) -> CrossHit…`. The registry stamps code and severity on what they yield, so a check never
names its own code. A check of what is filed under its code, `(case, code) -> Hit…`, is given it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parser.across.docket import Docket
from parser.model import (
    FAMILIES,
    CrossFinding,
    Finding,
    Number,
    Place,
    Severity,
    Span,
    family_of,
)
from parser.reading.openings import Unread
from parser.rules.case import Case
from parser.settings.profile import Profile

Check = Callable[[Case], Iterator["Hit"]]
FiledCheck = Callable[[Case, str], Iterator["Hit"]]
CrossCheck = Callable[[Docket], Iterator["CrossHit"]]


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found in one report. `severity` only where it differs from the check's own."""

    message: str
    figures: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    expected: Number | None = None
    actual: Number | None = None
    arithmetic: str = ""
    severity: Severity | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossHit:
    """What a check found between reports; `passages` are shown side by side."""

    message: str
    paths: tuple[str, ...]
    figures: tuple[str, ...] = ()
    expected: Number | None = None
    actual: Number | None = None
    passages: tuple[tuple[str, Span], ...] = ()
    severity: Severity | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered check. `basis` names the notice and article that it rests on."""

    code: str
    title: str
    title_en: str
    severity: Severity
    basis: str
    check: Check | None = None
    cross: CrossCheck | None = None

    @property
    def family(self) -> str:
        """The letter that the code begins with."""
        return family_of(self.code)


# What holds something against the unit's sections, tables, cells, sums or prose.
_JUDGED = ("S1", "S2", "V1", "A", "T")

_rules: dict[str, Rule] = {}


def rule(
    code: str, *, title: str, title_en: str, severity: Severity, basis: str
) -> Callable[[Check], Check]:
    """Register a check of one report under its permanent code. ValueError if the code is taken."""

    def register(check: Check) -> Check:
        _add(Rule(code, title, title_en, severity, basis, check=check))
        return check

    return register


def filed_rule(
    code: str, *, title: str, title_en: str, severity: Severity, basis: str
) -> Callable[[FiledCheck], FiledCheck]:
    """Register a check of what is filed under its code: sums of a form, claims, a reader's notes.

    ValueError if the code is taken.
    """

    def register(check: FiledCheck) -> FiledCheck:
        def of_code(case: Case) -> Iterator[Hit]:
            return check(case, code)

        _add(Rule(code, title, title_en, severity, basis, check=of_code))
        return check

    return register


def cross_rule(
    code: str, *, title: str, title_en: str, severity: Severity, basis: str
) -> Callable[[CrossCheck], CrossCheck]:
    """Register a check across reports under its permanent code. ValueError if it is taken."""

    def register(check: CrossCheck) -> CrossCheck:
        _add(Rule(code, title, title_en, severity, basis, cross=check))
        return check

    return register


def all_rules() -> tuple[Rule, ...]:
    """Return every check in the order of the catalogue."""
    order = tuple(FAMILIES)
    return tuple(sorted(_rules.values(), key=lambda r: (order.index(r.family), r.code)))


def codes() -> frozenset[str]:
    """Return the code of every check."""
    return frozenset(_rules)


def rule_of(code: str) -> Rule:
    """Return the check with that code. KeyError if there is none."""
    return _rules[code]


def check_report(case: Case) -> tuple[Finding, ...]:
    """Run every check that the profile leaves on over one report.

    What is no report, or could not be read, is only checked as a file (F).
    """
    profile = case.profile
    found: list[Finding] = []
    for entry in all_rules():
        if entry.check is None or not profile.is_on(entry.code):
            continue
        if case.report.status != "ok" and entry.family != "F":
            continue
        for hit in entry.check(case):
            if entry.code.startswith(_JUDGED) and _lies_in_a_gap(hit, case.unread):
                continue
            found.append(
                Finding(
                    entry.code,
                    _severity(entry, hit.severity, profile),
                    hit.message,
                    hit.figures,
                    hit.expected,
                    hit.actual,
                    hit.spans,
                    hit.arithmetic,
                    hit.places,
                )
            )
    return tuple(found)


def check_across(docket: Docket) -> tuple[CrossFinding, ...]:
    """Run every check across reports that the profile leaves on."""
    profile = docket.profile
    found: list[CrossFinding] = []
    for entry in all_rules():
        if entry.cross is None or not profile.is_on(entry.code):
            continue
        for hit in entry.cross(docket):
            found.append(
                CrossFinding(
                    entry.code,
                    _severity(entry, hit.severity, profile),
                    hit.message,
                    hit.paths,
                    hit.figures,
                    hit.expected,
                    hit.actual,
                    hit.passages,
                    hit.places,
                )
            )
    return tuple(found)


def _lies_in_a_gap(hit: Hit, unread: Unread) -> bool:
    """Say whether a hit rests on what was not read: that is F107's or F108's to say.

    A hit about several cells stands as long as one of them was read.
    """
    if not unread.gaps:
        return False
    if hit.figures and set(hit.figures) <= set(unread.figures):
        return True
    return any(gap.cuts(span) for gap in unread.gaps for span in hit.spans)


def _severity(entry: Rule, own: Severity | None, profile: Profile) -> Severity:
    """Return a hit's severity: the auditor's for the check, unless the hit says less of itself.

    A sum that cannot be judged or a variant that is accepted stays information whatever the
    auditor makes of the check.
    """
    if own is not None and own is not entry.severity:
        return own
    return profile.severity(entry.code, entry.severity)


def _add(entry: Rule) -> None:
    if entry.code in _rules:
        raise ValueError(f"two checks claim the code {entry.code}")
    _rules[entry.code] = entry
