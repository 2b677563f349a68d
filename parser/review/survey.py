"""The folder at one look: what was found in whose report, how far the review has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parser.model import FAMILIES, Severity, family_of
from parser.review.entries import Entry
from parser.review.review import Review, Stage
from parser.review.tally import Tally


@dataclass(frozen=True, slots=True)
class Line:
    """One report. `families` counts by family and severity what stands; `undecided` what waits."""

    path: str
    unit: str
    year: int | None
    stage: Stage
    is_report: bool
    tally: Tally
    families: Mapping[str, Counter[Severity]]
    undecided: int

    @classmethod
    def of(cls, review: Review, entries: Sequence[Entry]) -> Line:
        """Count the findings of a report, those between reports included."""
        families: dict[str, Counter[Severity]] = {}
        undecided = 0
        for entry in entries:
            undecided += entry.verdict is None or entry.verdict.decision is None
            if not entry.dismissed:
                families.setdefault(family_of(entry.code), Counter())[entry.severity] += 1
        identity = review.current.identity
        return cls(
            review.path,
            identity.unit,
            identity.year,
            review.stage,
            review.current.status == "ok",
            Tally.of(entries),
            families,
            undecided,
        )

    @property
    def name(self) -> str:
        """The unit with its year; the file's name where the unit is not known."""
        unit = self.unit or self.path.rpartition("/")[2]
        return f"{unit} {self.year}" if self.year else unit

    def count(self, family: str) -> int:
        """Return how many findings of a family stand."""
        return sum(self.families.get(family, Counter[Severity]()).values())

    @property
    def total(self) -> int:
        """How many findings stand."""
        return sum(self.tally.standing.values())


@dataclass(frozen=True, slots=True)
class Survey:
    """All reports together. A finding between reports counts for each that it names."""

    lines: tuple[Line, ...] = ()
    tally: Tally = field(default_factory=Tally)
    stages: Counter[Stage] = field(default_factory=Counter[Stage])
    undecided: int = 0

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Survey:
        """Add up the lines of the reports."""
        listed = tuple(lines)
        return cls(
            listed,
            Tally.sum(line.tally for line in listed),
            Counter(line.stage for line in listed),
            sum(line.undecided for line in listed),
        )

    @property
    def unread(self) -> int:
        """How many files could not be read, or are no report."""
        return sum(not line.is_report for line in self.lines)

    def codes(self, most: int) -> list[tuple[str, int]]:
        """Return the codes that were found most often, with how often."""
        counts = self.tally.codes.items()
        order = tuple(FAMILIES)
        ranked = sorted(counts, key=lambda c: (-c[1], order.index(family_of(c[0])), c[0]))
        return ranked[:most]
