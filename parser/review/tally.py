"""How many findings a report has. Whatever shows a number of findings asks here.

A finding between reports counts for every report that it names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parser.model import CrossFinding, Severity
from parser.review.entries import Entry
from parser.review.review import Decision


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of findings by severity: those that stand, and those that were dismissed (误报).

    What is 已更正, by a correction or because the auditor says so, is in neither: it is no fault
    of the report as it stands, though the unit's file has it still (`Review.counts_in_file`).
    `codes` are the standing ones by code; `states` are all by what became of them, None for 待定.
    """

    standing: Counter[Severity] = field(default_factory=Counter[Severity])
    dismissed: Counter[Severity] = field(default_factory=Counter[Severity])
    codes: Counter[str] = field(default_factory=Counter[str])
    states: Counter[Decision | None] = field(default_factory=Counter["Decision | None"])

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Tally:
        """Count the entries of one report, or of some part of it."""
        listed = list(entries)
        standing = [entry for entry in listed if entry.stands]
        return cls(
            Counter(entry.severity for entry in standing),
            Counter(entry.severity for entry in listed if entry.dismissed),
            Counter(entry.code for entry in standing),
            Counter(entry.state for entry in listed),
        )

    @classmethod
    def sum(cls, tallies: Iterable[Tally]) -> Tally:
        """Add up the tallies of several reports."""
        whole = cls()
        for tally in tallies:
            whole.standing.update(tally.standing)
            whole.dismissed.update(tally.dismissed)
            whole.codes.update(tally.codes)
            whole.states.update(tally.states)
        return whole


class Across:
    """The findings between reports, and which of them name a path."""

    def __init__(self, findings: Sequence[CrossFinding] = ()) -> None:
        """Sort the findings by the paths that they name."""
        self.findings = tuple(findings)
        found: dict[str, list[CrossFinding]] = {}
        for finding in self.findings:
            for path in dict.fromkeys(finding.paths):
                found.setdefault(path, []).append(finding)
        self._by_path: Mapping[str, list[CrossFinding]] = found

    def of(self, path: str) -> Sequence[CrossFinding]:
        """Return the findings that name a path."""
        return self._by_path.get(path, ())
