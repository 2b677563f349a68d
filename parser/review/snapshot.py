"""Everything on the desk at one moment, for work that outlives it: workbook, archive, letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from parser.model import CrossFinding
from parser.review.entries import Entry, entries
from parser.review.joins import Pair
from parser.review.review import Review, Verdict, finding_id
from parser.review.rounds import Remark
from parser.review.session import Event
from parser.review.tally import Across, Tally
from parser.settings.profile import Profile


@dataclass(frozen=True)
class Snapshot:
    """The desk as it stood at one moment, for work on another thread: the log is not needed.

    `joined` holds what stands as one report, by its path; `rounds` how units stand after the
    second round, by the paths of their reports.
    """

    reviews: Mapping[str, Review]
    across: tuple[CrossFinding, ...]
    across_verdicts: Mapping[str, Verdict]
    profile: Profile
    author: str
    notices: tuple[str, ...]
    events: tuple[Event, ...]
    joined: Mapping[str, Pair]
    rounds: Mapping[str, Remark] = field(default_factory=dict[str, Remark])

    def verdict_across(self, finding: CrossFinding) -> Verdict | None:
        """Return what was decided on a finding between reports."""
        return self.across_verdicts.get(finding_id(finding))

    def entries(self, path: str) -> list[Entry]:
        """Return the findings of a report, those between reports included, gravest first."""
        return entries(self.reviews[path], self._between.of(path), self.verdict_across)

    def tally(self, path: str) -> Tally:
        """Count the findings of a report, those between reports included."""
        return Tally.of(self.entries(path))

    @cached_property
    def _between(self) -> Across:
        return Across(self.across)
