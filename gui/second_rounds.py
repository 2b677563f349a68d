"""The second round as the window sees it: reads what came back, compares, remembers.

Corrected reports are read on a thread as the folder is, and held against the reviews on another.
What is found is kept beside the review's log; after a restart the states are there at once, and
the corrected reports are read again when the folder has been.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from gui.arrivals import Arrivals
from gui.worker import ReadingJob, Task
from gui.workspace import Workspace
from parser.intake.source import Source
from parser.model import Report
from parser.review.review import Review
from parser.review.rounds import Remark, Rounds, forget, recall, remarks_of, remember
from parser.review.second_round import SecondRound, second_round
from parser.rules.registry import check_across

QUIET_MS = 300  # how long the reviews must be left alone before what changed is compared again
MakeJob = Callable[..., ReadingJob]


class SecondRounds(QObject):
    """At most one second round of the folder that is open."""

    changed = Signal()  # the states of units, or what they follow from
    progressed = Signal(int, int)  # read, of how many
    told = Signal(str)  # a sentence for the auditor

    def __init__(
        self, workspace: Workspace, parent: QObject | None = None, make_job: MakeJob = ReadingJob
    ) -> None:
        """Follow what is opened in the workspace. `make_job` reads."""
        super().__init__(parent)
        self._workspace = workspace
        self._make_job = make_job
        self.rounds = Rounds()
        self.found: SecondRound | None = None
        self._new: dict[str, Report] = {}
        self._expected = 0
        self._stale: set[str] = set()
        self._task: Task | None = None
        self._left: list[Task] = []
        self._reading = Arrivals(self)
        self._reading.found.connect(self._on_found)
        self._reading.arrived.connect(self._on_arrived)
        self._reading.ended.connect(self._on_ended)
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._timer.timeout.connect(self._compare)
        workspace.opened.connect(self._on_opened)
        workspace.reading_ended.connect(self._on_folder_read)
        workspace.review_changed.connect(self._on_review)

    @property
    def is_working(self) -> bool:
        """Say whether corrected reports are being read or compared."""
        return self._reading.is_reading or self._task is not None

    @property
    def remarks(self) -> Mapping[str, Remark]:
        """How units stand, by the paths of their reports; as remembered until compared again."""
        return self.rounds.remarks

    @property
    def new_reports(self) -> Mapping[str, Report]:
        """The corrected reports that were read, by their own paths."""
        return MappingProxyType(self._new)

    @property
    def reviews(self) -> dict[str, Review]:
        """The reviews that something can come back for: those outside of what came back."""
        return {
            path: review
            for path, review in self._workspace.reviews.items()
            if not self._came_back(path)
        }

    def begin(self, paths: Sequence[Path]) -> bool:
        """Read these folders or files as corrected reports; False where they cannot be those."""
        there = tuple(path.resolve() for path in paths if path.exists())
        opened = {path.resolve() for path in self._workspace.paths}
        if not there:
            missing = "，".join(str(path) for path in paths)
            self.told.emit(self.tr("找不到整改后的文件：{0}").format(missing))
            return False
        if set(there) & opened:
            self.told.emit(self.tr("这就是正在审核的文件夹；请选单位整改后报来的文件夹或文件。"))
            return False
        self.rounds = Rounds(there)
        self._read()
        return True

    def read_again(self) -> None:
        """Read what came back again."""
        if self.rounds.begun:
            self._read()

    def choose(self, new: str, old: str) -> None:
        """Match a corrected report with a report by hand; "" says that it belongs to none."""
        others = {n: o for n, o in self.rounds.choices.items() if n != new and (o != old or not o)}
        self.rounds = replace(self.rounds, choices={**others, new: old})
        self._keep()
        self._stale.update(path for path in (old,) if path)
        self._compare()

    def end(self) -> None:
        """End the second round: nothing is remembered of it."""
        self.close()
        self.rounds, self.found = Rounds(), None
        self._new.clear()
        desk = self._workspace.desk
        if desk is not None and desk.session.writable:
            try:
                forget(desk.session.place)
            except OSError as error:
                self.told.emit(self.tr("整改复核的记录删不掉：{0}").format(error))
        self.changed.emit()

    def close(self) -> None:
        """Stop what is under way. Safe to call again."""
        self._timer.stop()
        self._reading.drop()
        if self._task is not None:
            self._left.append(self._task)
            self._task = None

    def wait(self, seconds: float = 2.0) -> None:
        """Wait for threads that were left."""
        self._reading.wait(seconds)
        for task in self._left:
            task.wait(seconds)
        self._left.clear()

    def _came_back(self, path: str) -> bool:
        source = self._workspace.source(path)
        if source is None:
            return False
        file = source.file.resolve()
        return any(file == there or there in file.parents for there in self.rounds.paths)

    def _on_opened(self) -> None:
        self.close()
        desk = self._workspace.desk
        self.rounds = recall(desk.session.place) if desk else Rounds()
        self.found = None
        self._new.clear()
        self._stale.clear()
        self.changed.emit()

    def _on_folder_read(self, cancelled: bool) -> None:
        if not self.rounds.begun or cancelled:
            return
        missing = [str(path) for path in self.rounds.paths if not path.exists()]
        if missing:
            said = self.tr("整改后的文件不在原处（{0}）：整改状态是上次核对的。")
            self.told.emit(said.format("，".join(missing)))
            return
        self._read()

    def _read(self) -> None:
        self.close()
        self._new.clear()
        self.found = None
        profile = self._workspace.profile
        self._reading.start(self._make_job(self.rounds.paths, profile, parent=self))
        self.changed.emit()

    def _on_found(self, found: list[Source]) -> None:
        self._expected = len(found)
        self.progressed.emit(0, self._expected)

    def _on_arrived(self, arrived: list[Report]) -> None:
        self._new |= {report.path: report for report in arrived}
        self.progressed.emit(len(self._new), self._expected)

    def _on_ended(self, _stopped: bool, problem: str) -> None:
        if problem:
            self.told.emit(self.tr("读取整改后的文件中断：{0}").format(problem))
        self._compare()

    def _on_review(self, path: str) -> None:
        if self._new:
            self._stale.add(path)
            self._timer.start()

    def _compare(self) -> None:
        desk = self._workspace.desk
        if desk is None or self._reading.is_reading:
            return
        if self._task is not None:
            self._timer.start()
            return
        reviews, still = self.reviews, desk.snapshot()
        new, choices = list(self._new.values()), dict(self.rounds.choices)
        before, stale = self.found, frozenset(self._stale)
        self._stale.clear()
        self._task = Task(
            lambda: second_round(
                reviews,
                new,
                still.profile,
                choices,
                still.across,
                still.verdict_across,
                check_across,
                before,
                stale,
            ),
            self,
        )
        self._task.done.connect(self._on_compared)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def _on_compared(self, generation: int, found: SecondRound) -> None:
        if self._end(generation):
            self.found = found
            self.rounds = replace(self.rounds, remarks=remarks_of(found))
            self._keep()
            self.changed.emit()

    def _on_failed(self, generation: int, problem: str) -> None:
        if self._end(generation):
            self.told.emit(self.tr("整改复核中断：{0}").format(problem))
            self.changed.emit()

    def _end(self, generation: int) -> bool:
        task = self._task
        if task is None or task.generation != generation:
            return False
        self._task = None
        task.wait(1.0)
        task.deleteLater()
        return True

    def _keep(self) -> None:
        desk = self._workspace.desk
        if desk is None or not desk.session.writable:
            return
        try:
            remember(self.rounds, desk.session.place)
        except OSError as error:
            self.told.emit(self.tr("整改复核的状态存不下来：{0}").format(error))
