"""The findings of a folder as they are searched, counted and grouped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from parser.model import Severity
from parser.review.entries import Entry
from parser.review.review import Decision, Review

Grouping = Literal["check", "unit", "severity"]
Judged = Decision | None
Kind = tuple[Severity, Judged, str]  # what the facets go by: severity, verdict, family


@dataclass(frozen=True, slots=True)
class Whose:
    """The report that a finding is shown with."""

    path: str
    unit: str
    year: int | None
    told: str  # unit, year and file, for searching

    @classmethod
    def of(cls, review: Review) -> Whose:
        """Say whose a report is."""
        identity = review.current.identity
        file = review.path.rpartition("/")[2]
        told = f"{identity.unit} {identity.year or ''} {review.path}".casefold()
        return cls(review.path, identity.unit or file, identity.year, told)

    @property
    def order(self) -> tuple[str, int, str]:
        """Sort by unit, year and path."""
        return (self.unit, self.year or 0, self.path)

    @property
    def name(self) -> str:
        """The unit with the year."""
        return f"{self.unit} {self.year}" if self.year else self.unit


class Item:
    """One finding in the list. Kept as it is while its report's findings stay the same ones."""

    __slots__ = ("entry", "family", "haystack", "judged", "kind", "leads", "whose")

    def __init__(self, entry: Entry, whose: Whose) -> None:
        """Show `entry` as a finding of the report of `whose`."""
        self.whose = whose
        self.family = entry.code[:1]
        # One between reports is listed once: with the first of them.
        self.leads = not entry.paths or entry.path <= min(entry.paths)
        self.show(entry)

    def show(self, entry: Entry) -> None:
        """Take the finding as it stands now."""
        self.entry = entry
        self.judged: Judged = entry.state
        self.kind: Kind = (entry.severity, self.judged, self.family)
        note = entry.verdict.note if entry.verdict else ""
        self.haystack = f"{entry.code} {entry.text} {note} {self.whose.told}".casefold()

    @property
    def key(self) -> tuple[str, str]:
        """The finding's name, which stays when the report is checked again."""
        return (self.whose.path, self.entry.id)


@dataclass(frozen=True, slots=True)
class Criteria:
    """What is shown. Empty sets and names leave everything through."""

    words: tuple[str, ...] = ()
    severities: frozenset[Severity] = frozenset()
    verdicts: frozenset[Judged] = frozenset()
    families: frozenset[str] = frozenset()
    code: str = ""
    figures: frozenset[str] = frozenset()
    path: str = ""
    grouping: Grouping = "check"

    @property
    def is_narrow(self) -> bool:
        """Say whether anything is left out."""
        return self != Criteria(grouping=self.grouping)


@dataclass(slots=True)
class Sifted:
    """What passes, by group in the order of the items, and how many there are by facet.

    Each facet is counted as if nothing were chosen in it. `passed` counts each finding once.
    """

    groups: dict[str, list[Item]] = field(default_factory=dict[str, list[Item]])
    severities: Counter[Severity] = field(default_factory=Counter[Severity])
    verdicts: Counter[Judged] = field(default_factory=Counter[Judged])
    families: Counter[str] = field(default_factory=Counter[str])
    passed: int = 0


def sift(items: Iterable[Sequence[Item]], wanted: Criteria) -> Sifted:
    """Go through the items of every report once."""
    found = Sifted()
    groups = found.groups
    counts: dict[Kind, int] = {}
    shown: dict[Kind, bool] = {}
    narrow, by_unit = has_scope(wanted), wanted.grouping == "unit"
    for of_report in items:
        for item in of_report:
            leads = item.leads or bool(wanted.path)
            if not (leads or by_unit) or (narrow and not in_scope(item, wanted)):
                continue
            kind = item.kind
            if leads:
                counts[kind] = counts.get(kind, 0) + 1
            passed = shown.get(kind)
            if passed is None:
                passed = shown[kind] = all(_fits(kind, wanted))
            if passed:
                name = group_of(item, wanted.grouping)
                group = groups.get(name)
                if group is None:
                    group = groups[name] = []
                group.append(item)
    for kind, count in counts.items():
        _count(found, kind, wanted, count)
    return found


def weigh(found: Sifted, item: Item, wanted: Criteria, by: int = 1) -> bool:
    """Count an item, or with `by` -1 count it no longer; say whether it is shown."""
    leads = item.leads or bool(wanted.path)
    if not (leads or wanted.grouping == "unit") or not in_scope(item, wanted):
        return False
    if leads:
        _count(found, item.kind, wanted, by)
    return all(_fits(item.kind, wanted))


def _fits(kind: Kind, wanted: Criteria) -> tuple[bool, bool, bool]:
    severity, judged, family = kind
    return (
        not wanted.severities or severity in wanted.severities,
        not wanted.verdicts or judged in wanted.verdicts,
        not wanted.families or family in wanted.families,
    )


def _count(found: Sifted, kind: Kind, wanted: Criteria, count: int) -> None:
    severity, judged, family = kind
    fits, decided, related = _fits(kind, wanted)
    if decided and related:
        found.severities[severity] += count
    if fits and related:
        found.verdicts[judged] += count
    if fits and decided:
        found.families[family] += count
    if fits and decided and related:
        found.passed += count


def has_scope(wanted: Criteria) -> bool:
    """Say whether anything but the facets leaves findings out."""
    return bool(wanted.path or wanted.code or wanted.figures or wanted.words)


def in_scope(item: Item, wanted: Criteria) -> bool:
    """Say whether an item is of the report, check and cells asked for and holds every word."""
    if wanted.path not in ("", item.whose.path):
        return False
    if wanted.code and item.entry.code != wanted.code:
        return False
    if wanted.figures and wanted.figures.isdisjoint(item.entry.figures):
        return False
    return not wanted.words or all(word in item.haystack for word in wanted.words)


def group_of(item: Item, grouping: Grouping) -> str:
    """Return the name of the group that an item belongs to."""
    if grouping == "unit":
        return item.whose.unit
    return item.entry.code if grouping == "check" else item.entry.severity.value
