"""The events of the log by what they belong to, and which of them a newer version of a file has.

What was done belongs to the content of a file (its digest). Of a file that was changed it is
looked for under the same path, and, where the old file is gone, under its unit and year; never
under another unit or another year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from parser.identity.key import same_unit, unit_key
from parser.model import Report, family_of
from parser.review.about import About, read_about
from parser.review.session import Event

_OF_A_REPORT = frozenset({"correct", "restore", "judge", "mark"})


@dataclass(frozen=True, slots=True)
class Past:
    """An event and what it was about. `sure`: it was certainly about this unit and year.

    `copy` is the index of the copy of the body that counted then.
    """

    event: Event
    about: About | None
    sure: bool = True
    copy: int = 0

    @property
    def number(self) -> int:
        """Its place in the log: later acts have higher ones."""
        return self.event.number

    @property
    def digests(self) -> tuple[str, ...]:
        """The contents that it is about: of a join, both."""
        event = self.event
        return (event.digest, event.target) if event.kind == "join" else (event.digest,)

    @property
    def is_between(self) -> bool:
        """It speaks of a finding between reports."""
        return self.event.kind == "judge" and family_of(self.event.target) == "X"


class Ledger:
    """The log in memory, as far as it speaks of reports."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Enter what has been done so far."""
        self._by_digest: dict[str, list[Past]] = defaultdict(list)
        self._by_path: dict[str, list[Past]] = defaultdict(list)
        self._by_unit: dict[tuple[str, int], list[Past]] = defaultdict(list)
        self._between: list[Past] = []
        self._counting: dict[str, int] = {}
        self._decided: dict[int, str] = {}
        for event in events:
            self.take(event)

    def take(self, event: Event) -> Past:
        """Enter one more event; return it with what it is about."""
        if event.kind == "carry":
            self._decided.pop(int(event.target), None)
            if event.new is not None:
                self._decided[int(event.target)] = event.new
        if event.kind == "body":
            self._counting[event.digest] = int(event.new or 0)
        past = Past(event, read_about(event.about), copy=self.counts(event.digest))
        self._by_digest[event.digest].append(past)
        if past.is_between:
            self._between.append(past)
        if event.kind not in _OF_A_REPORT or past.is_between:
            return past
        self._by_path[event.path].append(past)
        if past.about is not None and past.about.unit and past.about.year:
            self._by_unit[unit_key(past.about.unit), past.about.year].append(past)
        return past

    @property
    def decided(self) -> Mapping[int, str]:
        """What the auditor decided on acts whose object has changed, by the act's number."""
        return MappingProxyType(self._decided)

    def counts(self, digest: str) -> int:
        """Return the index of the copy of the body that counts in a content."""
        return self._counting.get(digest, 0)

    def own(self, digest: str) -> Sequence[Past]:
        """Return what was done to this very content, in order."""
        return self._by_digest.get(digest, ())

    def at(self, path: str) -> Sequence[Past]:
        """Return what was done to whatever stood under this path, in order."""
        return self._by_path.get(path, ())

    def between(self) -> Sequence[Past]:
        """Return what was said of findings between reports, in order."""
        return self._between

    def earlier(
        self, report: Report, own: Sequence[str], is_there: Callable[[Past], bool] | None
    ) -> list[Past]:
        """Return what was done to earlier versions of a report, in order.

        `own` are the digests of the report itself. `is_there` says of an act under another path
        whether the file that it was done to is still on the desk; None where that is not known
        yet, so that only the same path counts.
        """
        found = {
            past.number: replace(past, sure=sure)
            for past in self._by_path.get(report.path, ())
            if past.event.digest not in own and (sure := _is_same(past, report)) is not None
        }
        unit, year = report.identity.unit, report.identity.year
        if is_there is None or not unit or not year:
            return [found[number] for number in sorted(found)]
        elsewhere = [
            past
            for past in self._by_unit.get((unit_key(unit), year), ())
            if past.event.digest not in own and past.event.path != report.path
        ]
        for past in elsewhere:
            # A file that lay beside the other one is no version of it.
            beside = past.about.beside if past.about else ()
            together = report.path in beside or any(digest in beside for digest in own)
            if not together and _is_same(past, report) and not is_there(past):
                found[past.number] = past
        return [found[number] for number in sorted(found)]


def is_same_report(about: About, report: Report) -> bool:
    """Say whether an act was about a report of this unit and year."""
    unit, year = report.identity.unit, report.identity.year
    if not (unit and year and about.unit and about.year):
        return False
    return about.year == year and same_unit(about.unit, unit)


def _is_same(past: Past, report: Report) -> bool | None:
    """Say whether an act was about this unit and year; False: not known, None: about another."""
    about = past.about
    if about is None:
        return False
    if is_same_report(about, report):
        return True
    known = about.unit and about.year and report.identity.unit and report.identity.year
    return None if known else False
