"""The desk as the window sees it: signals when something changes, and one undo stack.

Views read from here and never write; what the auditor does becomes a step that can be undone
(`gui.steps`), and only steps write, through `gui.recording`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from gui import steps
from gui.arrivals import Arrivals
from gui.comparing import Comparing
from gui.recording import Recording
from gui.rereading import Rereading
from gui.worker import ReadingJob
from parser.across.comparison import Comparison
from parser.intake.source import Source
from parser.model import Number, Repair, Report
from parser.review.carried import Carried
from parser.review.desk import Desk, open_desk
from parser.review.entries import Entry
from parser.review.review import Decision, Review
from parser.review.rewinding import Reversal
from parser.review.session import ReadOnlySession
from parser.review.tally import Tally
from parser.settings.profile import Profile

OpenDesk = Callable[[Sequence[Path], Profile], Desk]
MakeJob = Callable[..., ReadingJob]
MANY = 20  # more reports than this change as one


class Workspace(QObject):
    """What is open, what is known of it, and what is being done."""

    opened = Signal()
    reports_added = Signal(list)
    reports_removed = Signal(list)  # attachments that are part of another report now
    review_changed = Signal(str)
    many_changed = Signal(list)  # told instead of `review_changed`, and `across_changed` with it
    across_changed = Signal()
    reading_progressed = Signal(int, int, str)  # read, of how many, the file read last
    reading_ended = Signal(bool)  # cancelled
    found = Signal(list)  # the sources that are being read, all of them
    writable_changed = Signal()  # another process gave the review up, and it was taken over
    refused = Signal(str)  # a sentence for the auditor: something was not done

    def __init__(
        self,
        profile: Profile | None = None,
        parent: QObject | None = None,
        make_desk: OpenDesk = open_desk,
        make_job: MakeJob = ReadingJob,
    ) -> None:
        """Start with nothing open. `make_desk` and `make_job` are the engine's own."""
        super().__init__(parent)
        self.profile = profile or Profile()
        self.author = ""
        self.undo_stack = QUndoStack(self)
        # What is being typed belongs to what is open: the window says whether it is kept.
        self.settle: Callable[[], bool] = lambda: True
        self.paths: tuple[Path, ...] = ()
        self.last_changed = ""
        self._make_desk = make_desk
        self._make_job = make_job
        self._desk: Desk | None = None
        self._sources: dict[str, Source] = {}
        self._read = 0
        self._recording = Recording(lambda: self._desk, lambda: self.author, self)
        self._recording.added.connect(self.reports_added)
        self._recording.removed.connect(self.reports_removed)
        self._recording.changed.connect(self._on_changed)
        self._recording.refused.connect(self.refused)
        self._recording.unsettled.connect(lambda: self._comparing.soon())
        self._reading = Arrivals(self)
        self._reading.found.connect(self._on_found)
        self._reading.arrived.connect(self._on_arrived)
        self._reading.ended.connect(self._on_ended)
        self._rereading = Rereading(
            lambda codes, only: self._make_job((), self.profile, codes, only, parent=self), self
        )
        self._rereading.arrived.connect(self._on_reread)
        self._rereading.ended.connect(self._on_reread_ended)
        self._comparing = Comparing(
            lambda: self._desk.looking_across() if self._desk else None, self
        )
        self._comparing.compared.connect(self._on_compared)
        self._comparing.failed.connect(lambda p: self._tell(self.tr("跨年报核对中断：{0}"), p))

    @property
    def desk(self) -> Desk | None:
        """The engine's desk, None before anything was opened."""
        return self._desk

    @property
    def reviews(self) -> Mapping[str, Review]:
        """Every report on the desk, by path."""
        return self._desk.reviews if self._desk else MappingProxyType({})

    @property
    def is_reading(self) -> bool:
        """Say whether files are still being read."""
        return self._reading.is_reading

    @property
    def is_busy(self) -> bool:
        """Say whether any file is being read, all of them or a few once more."""
        return self._reading.is_reading or self._rereading.is_reading

    @property
    def writable(self) -> bool:
        """Say whether what is done now can be kept."""
        return self._desk is not None and self._desk.session.writable

    def source(self, path: str) -> Source | None:
        """Return the file behind a report's path."""
        return self._sources.get(path)

    def files(self) -> dict[str, Path]:
        """Return the file behind each path; members of archives have none of their own."""
        return {path: source.file for path, source in self._sources.items()}

    def entries(self, path: str) -> list[Entry]:
        """Return the findings of a report, those between reports included, gravest first."""
        return self._desk.entries(path) if self._desk and path in self.reviews else []

    def tally(self, path: str) -> Tally:
        """Count the findings of a report, those between reports included."""
        return Tally.of(self.entries(path))

    # What the auditor does

    def open(self, paths: Sequence[Path]) -> None:
        """Close what is open and read these folders and files."""
        if not self.settle():
            return
        self.close()
        self.paths = tuple(paths)
        try:
            self._desk = self._make_desk(self.paths, self.profile)
        except OSError as error:
            self.refused.emit(self.tr("打不开：{0}").format(error))
            return
        self.opened.emit()
        self.reading_progressed.emit(0, 0, "")
        remembered = self._desk.encodings
        self._reading.start(
            self._make_job(self.paths, self.profile, {}, (), remembered, parent=self)
        )

    def reload(self) -> None:
        """Read everything again where it lies: the place, the filters and the steps stay."""
        if self._desk is None:
            self.open(self.paths)
            return
        self._read = 0
        remembered = self._desk.encodings
        self._reading.start(
            self._make_job(self.paths, self.profile, {}, (), remembered, parent=self)
        )
        self.reading_progressed.emit(0, 0, "")

    def take_in(self, fresh: Sequence[Source], gone: Sequence[str]) -> None:
        """Read these files, new ones and changed ones, and no other; let go of those gone."""
        self._let_go(gone)
        self._sources |= {source.path: source for source in fresh}
        if fresh:
            self._rereading.read(fresh)
        else:
            self._settle()

    def give_up(self, path: str, item: Carried) -> None:
        """Drop what was done to an earlier version of a file."""
        self.undo_stack.push(steps.GiveUp(self._recording, path, item.number))

    def reread(self, path: str, encoding: str) -> None:
        """Read one file again in this encoding, "" for the program's own, and remember that."""
        source = self._sources.get(path)
        if source is None or self._desk is None:
            return
        try:
            self._desk.choose_encoding(source, encoding or None, self.author or None)
        except ReadOnlySession as refusal:
            self.refused.emit(str(refusal))
        self._rereading.read([source], encoding)

    def asks(self, path: str) -> bool:
        """Say whether a file was not read because it is so large that the auditor is asked."""
        review, source = self.reviews.get(path), self._sources.get(path)
        unread = review is not None and review.report.document is None
        return unread and source is not None and source.asks

    def read_anyway(self, path: str) -> None:
        """Read a file although it is that large; nothing of this is remembered."""
        if self.asks(path):
            self._sources[path] = replace(self._sources[path], large=True)
            self._rereading.read([self._sources[path]])

    def cancel_reading(self) -> None:
        """Stop reading; what has been read stays."""
        self._reading.stop()

    def close(self) -> None:
        """Stop everything and close the log. Safe to call again."""
        for work in (self._reading, self._rereading, self._comparing):
            work.drop()
        self.undo_stack.clear()
        self._sources.clear()
        self._read = 0
        if self._desk is not None:
            self._desk.session.close()
            self._desk = None

    def wait(self, seconds: float = 2.0) -> None:
        """Wait for abandoned threads, so that none outlives the window."""
        for work in (self._reading, self._rereading, self._comparing):
            work.wait(seconds)

    def use_profile(self, profile: Profile) -> None:
        """Check everything again under another profile."""
        self.profile = profile
        if self._desk is not None:
            self._tell_changed(self._desk.use_profile(profile))
            self._comparing.soon()

    def correct(self, path: str, key: str, value: Number | None, reason: str = "") -> bool:
        """Correct a figure; typing the original value again restores it. False if not kept."""
        review = self.reviews[path]
        if key in review.corrections and review.is_printed(key, value):
            return self._push(steps.RestoreOriginal(self._recording, path, key))
        return self._push(steps.CorrectFigure(self._recording, path, key, value, reason))

    def correct_many(
        self, path: str, values: Mapping[str, Number | None], reason: str, text: str
    ) -> None:
        """Correct figures of one report in one step, which the menu calls `text`."""
        step = steps.CorrectFigures(self._recording, path, values, reason, text)
        self.undo_stack.push(step)

    def restore(self, path: str, key: str) -> None:
        """Give a corrected figure its parsed value back."""
        if key in self.reviews[path].corrections:
            self.undo_stack.push(steps.RestoreOriginal(self._recording, path, key))

    def apply(self, path: str, repair: Repair) -> None:
        """Apply a suggestion."""
        if repair.changes:
            self.undo_stack.push(steps.ApplyRepair(self._recording, path, repair))

    def judge(self, entry: Entry, decision: Decision | None, note: str = "") -> bool:
        """Judge a finding, take that back, or only note something. False if it was not kept."""
        before = entry.verdict
        now = (before.decision, before.note) if before else (None, "")
        if now == (decision, note):
            return True
        return self._push(steps.SetVerdict(self._recording, entry, decision, note))

    def judge_all(self, entries: Sequence[Entry], decision: Decision | None) -> None:
        """Judge many findings alike, as one step to undo; those that are so already stay."""
        other = [e for e in entries if (e.verdict.decision if e.verdict else None) != decision]
        if other:
            self.undo_stack.push(steps.SetVerdicts(self._recording, other, decision))

    def rewind(self, reversals: Sequence[Reversal], text: str) -> None:
        """Make things stand again as they did at some point of the log, as one step to undo."""
        if reversals:
            self.undo_stack.push(steps.Rewind(self._recording, reversals, text))

    def take_back(self, reversals: Sequence[Reversal]) -> bool:
        """Make things stand again without a step of its own; say whether the log took it."""
        try:
            steps.rewind(self._recording, reversals)
        except ReadOnlySession as refusal:
            self.refused.emit(str(refusal))
            return False
        return True

    def mark_reviewed(self, path: str, reviewed: bool) -> None:
        """Say that a report is reviewed, or is not."""
        if self.reviews[path].reviewed != reviewed:
            self.undo_stack.push(steps.MarkReviewed(self._recording, path, reviewed))

    def choose_body(self, path: str, copy: int) -> None:
        """Let another copy of the body count."""
        if self.reviews[path].report.counts != copy:
            self.undo_stack.push(steps.ChooseBody(self._recording, path, copy))

    def join(self, path: str, attachment: str) -> None:
        """Make one report of a report and the spreadsheet that holds its tables."""
        self.undo_stack.push(steps.JoinAttachment(self._recording, path, attachment))

    def split(self, path: str, attachment: str) -> None:
        """Take a report and its attachment apart again."""
        self.undo_stack.push(steps.SplitAttachment(self._recording, path, attachment))

    def _push(self, step: QUndoCommand) -> bool:
        # A step that the log refuses finds no place on the stack.
        at = self.undo_stack.index()
        self.undo_stack.push(step)
        return self.undo_stack.index() != at

    def _on_changed(self, paths: Sequence[str]) -> None:
        self.last_changed = next(iter(paths), self.last_changed)
        self._tell_changed([path for path in paths if path in self.reviews])

    def _tell_changed(self, paths: Sequence[str]) -> None:
        if len(paths) > MANY:
            self.many_changed.emit(list(paths))
            self.across_changed.emit()
            return
        for path in paths:
            self.review_changed.emit(path)

    # What comes back from the threads

    def _on_found(self, found: list[Source]) -> None:
        self._sources = {source.path: source for source in found}
        self.found.emit(found)
        self.reading_progressed.emit(0, len(found), "")

    def _on_arrived(self, arrived: list[Report]) -> None:
        if self._desk is None:
            return
        known = set(self._desk.reviews)
        added = [self._desk.add(report) for report in arrived]
        self._read += len(arrived)
        self.reports_added.emit([review.path for review in added])
        for whole in (review for review in added if review.report.attached):
            self.reports_removed.emit([whole.report.attached])
        for review in added:
            if review.path in known or review.report.attached:
                self.review_changed.emit(review.path)
        self.reading_progressed.emit(self._read, len(self._sources), arrived[-1].path)

    def _on_ended(self, stopped: bool, problem: str) -> None:
        if not stopped and not problem:
            self._let_go([path for path in self.reviews if path not in self._sources])
        self._settle()
        self._comparing.now()
        self._tell(self.tr("读取中断：{0}"), problem)
        self.reading_ended.emit(stopped)

    def _on_reread(self, reports: list[Report]) -> None:
        for report in reports:
            if self._desk is not None:
                before = set(self._desk.reviews)
                self._desk.add(report)
                # A file that can no longer be read lets go of its attachment, and the reverse.
                self.announce(before, [report.path])

    def _on_reread_ended(self, _stopped: bool, problem: str) -> None:
        self._settle()
        self._tell(self.tr("读取中断：{0}"), problem)

    def announce(self, before: set[str], changed: Sequence[str] = ()) -> None:
        """Tell what came to the desk and left it, and which reviews became other ones."""
        now = set(self.reviews)
        if now - before:
            self.reports_added.emit(sorted(now - before))
        if before - now:
            self.reports_removed.emit(sorted(before - now))
        for path in changed:
            if path in now:
                self.review_changed.emit(path)
        if changed:
            self._comparing.soon()

    def _let_go(self, paths: Sequence[str]) -> None:
        before = set(self.reviews)
        for path in paths:
            self._sources.pop(path, None)
            if self._desk is not None:
                self._desk.remove(path)
        self.announce(before)

    def _settle(self) -> None:
        """Let files that took the place of others have what was said of those."""
        if self._desk is not None:
            for path in self._desk.settle():
                self.review_changed.emit(path)
            self._comparing.soon()

    def _on_compared(self, found: Comparison) -> None:
        if self._desk is not None:
            changed = self._desk.take(found)
            self.across_changed.emit()
            for path in changed:
                self.review_changed.emit(path)

    def _tell(self, sentence: str, problem: str) -> None:
        if problem:
            self.refused.emit(sentence.format(problem))
