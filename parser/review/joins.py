"""Which reports are joined with a spreadsheet of their tables, as the auditor decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parser.model import Report
from parser.review.session import Act, Event


@dataclass(frozen=True, slots=True)
class Pair:
    """A report and the attachment that goes with it, each as it was read."""

    report: Report
    attachment: Report

    @property
    def parts(self) -> tuple[Report, Report]:
        """The two reports."""
        return self.report, self.attachment

    def join(self) -> Act:
        """Return the act that joins the two; it belongs to the content of both."""
        return self._act(None, self.attachment.path)

    def split(self) -> Act:
        """Return the act that takes them apart."""
        return self._act(self.attachment.path, None)

    def _act(self, old: str | None, new: str | None) -> Act:
        report = self.report
        return Act(report.path, content_key(report), "join", content_key(self.attachment), old, new)


class Joins:
    """The decisions of the log, and the pairs that stand joined now, by path of the report."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Take over what the log says: an attachment's content for a report's content."""
        self._wanted: dict[str, str] = {}
        self._whole: dict[str, str] = {}
        self._seen: dict[str, Report] = {}
        self._standing: dict[str, Pair] = {}
        for event in events:
            self.take(event)

    def take(self, event: Event) -> None:
        """Keep what an event says, where it speaks of a join."""
        if event.kind == "join":
            self._decide(event.digest, event.target, event.new is not None)

    def standing(self, path: str) -> Pair | None:
        """Return the pair that the report at this path is made of, None where it is itself."""
        return self._standing.get(path)

    def ready(self, report: Report) -> Pair | None:
        """Return the pair that a report completes now that it is there, if it was so decided."""
        own = content_key(report)
        other = self._wanted.get(own) or self._whole.get(own)
        if other is None:
            return None
        self._seen[own] = report
        there = self._seen.get(other)
        if there is None:
            return None
        return Pair(report, there) if own in self._wanted else Pair(there, report)

    def stand(self, pair: Pair) -> None:
        """Note that a pair is joined."""
        self._decide(content_key(pair.report), content_key(pair.attachment), joined=True)
        self._standing[pair.report.path] = pair
        # Should one of the two be read again, the other is still there to be joined with.
        for part in (pair.report, pair.attachment):
            self._seen[content_key(part)] = part

    def fall(self, pair: Pair) -> None:
        """Note that a pair was taken apart, and stays so."""
        self._decide(content_key(pair.report), content_key(pair.attachment), joined=False)
        del self._standing[pair.report.path]

    def loosen(self, path: str) -> Iterator[Report]:
        """Forget a pair that the path has part in, for now, and yield its other part."""
        for whole, pair in list(self._standing.items()):
            if path in (whole, pair.attachment.path):
                del self._standing[whole]
                yield pair.attachment if path == whole else pair.report

    def _decide(self, report: str, attachment: str, joined: bool) -> None:
        if joined:
            self._wanted[report], self._whole[attachment] = attachment, report
        else:
            self._wanted.pop(report, None)
            self._whole.pop(attachment, None)


def content_key(report: Report) -> str:
    """Return what events are kept under: the content, or the path of a file without bytes."""
    return report.digest or f"path:{report.path}"
