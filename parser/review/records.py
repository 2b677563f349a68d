"""The log as the desk uses it: what it says of reports, of joins, of encodings, of what is between.

Whatever is written or read goes into all of them at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from parser.model import Report
from parser.review.about import with_beside
from parser.review.across_verdicts import AcrossVerdicts
from parser.review.carrying import Check, made_review
from parser.review.encodings import Encodings
from parser.review.file_notice import notice
from parser.review.joins import Joins, content_key
from parser.review.ledger import Ledger, Past
from parser.review.review import Review
from parser.review.session import Act, Event, Session
from parser.review.shelf import Shelf


class Records:
    """A session, and what follows from its events."""

    def __init__(self, session: Session) -> None:
        """Take over what the log says."""
        self.session = session
        events = session.events()
        self.ledger = Ledger(events)
        self.joins = Joins(events)
        self.encodings = Encodings(events)
        self.across = AcrossVerdicts(self.ledger.between())
        self._inherited: dict[str, tuple[int, ...]] = {}

    def append(
        self, acts: Iterable[Act], author: str | None, beside: Callable[[str], Sequence[str]]
    ) -> list[Past]:
        """Write the acts, all or none, and take them over.

        `beside` says of a path which other files of its unit and year lie on the desk, by paths
        and digests. `ReadOnlySession` where nothing can be written.
        """
        done = [
            replace(act, about=with_beside(act.about, others)) if others else act
            for act in acts
            for others in (beside(act.path),)
        ]
        return self._take(self.session.append(done, author))

    def news(self) -> list[Past]:
        """Take over what another process has written since."""
        return self._take(self.session.news())

    def contents(self, report: Report) -> tuple[str, ...]:
        """Return what the events of a report are kept under; of a joined one, of its parts too."""
        parts = self.parts(report) if report.attached else ()
        return (content_key(report), *(content_key(part) for part in parts if part is not report))

    def parts(self, report: Report) -> tuple[Report, ...]:
        """Return the files that a report was made of: two where it is joined, else itself."""
        pair = self.joins.standing(report.path) if report.attached else None
        return pair.parts if pair else (report,)

    def counts(self, report: Report) -> int:
        """Return the index of the copy of the body that counts, as the auditor chose."""
        chosen = self.ledger.counts(content_key(report))
        return chosen if chosen < len(report.bodies) else 0

    def review(self, report: Report, there: Shelf | None, check: Check) -> Review:
        """Work the review of a report out.

        `there` is what lies on the desk, None while files are still to come: then nothing is
        taken over from a file of another name. `check` checks the report with corrections.
        """
        digests = self.contents(report)
        earlier = self._earlier(report, there)
        self._inherited[report.path] = _numbers(earlier)
        review = made_review(report, self._own(digests), earlier, self.ledger.decided, check)
        others = self._others(report, digests, earlier)
        told = notice(review, self.ledger.own(digests[0]), earlier, others)
        return replace(review, notice=told)

    def inherits_anew(self, report: Report, there: Shelf | None) -> bool:
        """Say whether a report has other earlier versions than when it was worked out."""
        return _numbers(self._earlier(report, there)) != self._inherited.get(report.path, ())

    def _earlier(self, report: Report, there: Shelf | None) -> list[Past]:
        is_there = there.is_there if there is not None else None
        return self.ledger.earlier(report, self.contents(report), is_there)

    def _own(self, digests: Sequence[str]) -> list[Past]:
        """Return what was done to a report in order; of its parts, marks are not its own."""
        found = [
            past
            for digest in digests
            for past in self.ledger.own(digest)
            if digest == digests[0] or past.event.kind != "mark"
        ]
        return sorted(found, key=lambda past: past.number)

    def _others(self, report: Report, digests: Sequence[str], earlier: Sequence[Past]) -> int:
        """Count the acts under a report's path that are on the report of somebody else."""
        numbers = _numbers(earlier)
        return sum(
            past.event.digest not in digests and past.number not in numbers
            for past in self.ledger.at(report.path)
        )

    def _take(self, events: Sequence[Event]) -> list[Past]:
        pasts = [self.ledger.take(event) for event in events]
        for past in pasts:
            self.across.take(past)
            self.encodings.take(past.event)
            self.joins.take(past.event)
        return pasts


def _numbers(pasts: Sequence[Past]) -> tuple[int, ...]:
    return tuple(past.number for past in pasts)
