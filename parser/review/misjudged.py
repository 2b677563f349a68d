"""Which checks were called 误报 so often in this folder that a lower severity is offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parser.review.entries import Entry

LEAST = 8  # reports; fewer say little of a check


@dataclass(frozen=True, slots=True)
class Misjudged:
    """A check, in how many reports it found something, and in how many of them that was 误报."""

    code: str
    reports: int
    misjudged: int


class Misjudgements:
    """Counts report by report, so that a verdict costs one report and not the whole folder."""

    def __init__(self) -> None:
        """Start with no report."""
        self._by_path: dict[str, Mapping[str, bool]] = {}
        self._reports: Counter[str] = Counter()
        self._misjudged: Counter[str] = Counter()

    def put(self, path: str, entries: Iterable[Entry]) -> None:
        """Count the findings of a report, in place of what it had before."""
        self.drop(path)
        found: dict[str, set[str | None]] = {}
        for entry in entries:
            found.setdefault(entry.code, set()).add(entry.state)
        # One that is 属实 shows that the check has its use in this report.
        said = {
            code: "dismissed" in states and not states & {"confirmed", "corrected"}
            for code, states in found.items()
        }
        self._by_path[path] = said
        self._reports.update(said.keys())
        self._misjudged.update(code for code, wrong in said.items() if wrong)

    def drop(self, path: str) -> None:
        """Forget a report."""
        said = self._by_path.pop(path, {})
        self._reports.subtract(said.keys())
        self._misjudged.subtract(code for code, wrong in said.items() if wrong)

    def often(self) -> tuple[Misjudged, ...]:
        """Return the checks called 误报 in more than half of at least eight reports."""
        found = [
            Misjudged(code, self._reports[code], count)
            for code, count in self._misjudged.items()
            if self._reports[code] >= LEAST and count * 2 > self._reports[code]
        ]
        return tuple(sorted(found, key=lambda one: (-one.misjudged, one.code)))
