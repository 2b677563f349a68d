"""What the auditor's steps do to the desk: one event in the log each, then the signals of it.

`ReadOnlySession` where the log refuses, `KeyError` for a report that is no longer there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from gui.translation import spoken
from parser.model import CrossFinding, Number
from parser.review.desk import Desk
from parser.review.entries import Entry
from parser.review.review import Decision, Judgement, Review, finding_id


class Recording(QObject):
    """Writes to the desk that stands when it is asked to; does nothing where there is none."""

    added = Signal(list)  # paths that came to the desk
    removed = Signal(list)  # paths that left it
    changed = Signal(list)  # paths whose review became another one
    unsettled = Signal()  # what was found between the reports may hold no longer
    refused = Signal(str)  # a sentence for the auditor: something was not done

    def __init__(
        self,
        desk: Callable[[], Desk | None],
        author: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """Ask `desk` where to write and `author` who does it, "" for the log's own user."""
        super().__init__(parent)
        self._desk = desk
        self._author = author

    @property
    def reviews(self) -> Mapping[str, Review]:
        """Every report on the desk, by path."""
        desk = self._desk()
        return desk.reviews if desk else MappingProxyType({})

    def name_of(self, path: str, key: str) -> str:
        """Name a figure as auditors do."""
        review = self.reviews.get(path)
        return spoken(review.name_of(key)) if review else key

    def correct(self, path: str, values: Mapping[str, Number | None], reason: str) -> None:
        """Write corrections to the log and check the report again."""
        desk = self._desk()
        if desk is not None:
            self.changed.emit(desk.correct(path, values, reason, self._who))
            self.unsettled.emit()

    def restore(self, path: str, key: str) -> None:
        """Drop a correction and check the report again."""
        desk = self._desk()
        if desk is not None:
            self.changed.emit(desk.restore(path, key, self._who))
            self.unsettled.emit()

    def judge(self, entry: Entry, decision: Decision | None, note: str) -> None:
        """Write a verdict to the log."""
        desk = self._desk()
        if desk is None:
            return
        between = _between(desk, entry)
        if between is not None:
            desk.judge_across(between, decision, note, self._who)
            self.changed.emit(between.paths)
        else:
            self.changed.emit(desk.judge(entry.path, entry.id, decision, note, self._who))

    def judge_all(self, judgements: Sequence[Judgement]) -> None:
        """Write many verdicts to the log, all or none."""
        desk = self._desk()
        if desk is not None:
            self.changed.emit(desk.judge_all(judgements, self._who))

    def choose_body(self, path: str, copy: int) -> None:
        """Write to the log which copy of the body counts, and check the report again."""
        desk = self._desk()
        if desk is not None:
            self.changed.emit(desk.choose_body(path, copy, self._who))
            self.unsettled.emit()

    def mark_reviewed(self, path: str, reviewed: bool) -> None:
        """Write to the log that a report is reviewed, or is not."""
        desk = self._desk()
        if desk is not None:
            self.changed.emit(desk.mark_reviewed(path, reviewed, self._who))

    def decide(self, path: str, number: int, decision: str | None) -> None:
        """Write what becomes of an act on an earlier version of a file."""
        desk = self._desk()
        if desk is not None:
            self.changed.emit(desk.decide(path, number, decision, self._who))

    def join(self, path: str, attachment: str) -> None:
        """Make one report of two files."""
        desk = self._desk()
        if desk is not None:
            desk.join(path, attachment, self._who)
            self.removed.emit([attachment])
            self.changed.emit([path])
            self.unsettled.emit()

    def split(self, path: str, attachment: str) -> None:
        """Make two files of one report again."""
        desk = self._desk()
        if desk is not None:
            desk.split(path, self._who)
            self.added.emit([attachment])
            self.changed.emit([path])
            self.unsettled.emit()

    @property
    def _who(self) -> str | None:
        return self._author() or None


def _between(desk: Desk, entry: Entry) -> CrossFinding | None:
    across = desk.across if entry.index < 0 else ()
    return next((finding for finding in across if finding_id(finding) == entry.id), None)
