"""Looks between the reports, on a thread, whenever they have been left alone for a while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from gui.worker import Task
from parser.across.comparison import Comparison

QUIET_MS = 400  # how long the desk must be quiet before reports are compared again, at least
REST = 4  # and at least this many times as long as it took the last time


class Comparing(QObject):
    """`work` gives the comparison to be run, bound to what stands then; None for none."""

    compared = Signal(object)  # Comparison
    failed = Signal(str)

    def __init__(
        self, work: Callable[[], Callable[[], Comparison] | None], parent: QObject | None = None
    ) -> None:
        """Start idle."""
        super().__init__(parent)
        self._work = work
        self._task: Task | None = None
        self._left: list[Task] = []
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._timer.timeout.connect(self.now)

    def soon(self) -> None:
        """Compare once nothing has changed for a while."""
        self._timer.start()

    def now(self) -> None:
        """Compare at once, or as soon as the comparison under way has ended."""
        self._timer.stop()
        if self._task is not None:
            self._timer.start()
            return
        work = self._work()
        if work is None:
            return
        task = Task(work, self)
        self._task = task
        self._since.start()
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.start()

    def drop(self) -> None:
        """Forget the comparison under way."""
        self._timer.stop()
        if self._task is not None:
            self._left.append(self._task)
            self._task = None

    def wait(self, seconds: float) -> None:
        """Wait for the threads of comparisons that were forgotten."""
        for task in self._left:
            task.wait(seconds)
        self._left.clear()

    def _on_done(self, generation: int, found: Comparison) -> None:
        if self._end(generation):
            self.compared.emit(found)

    def _on_failed(self, generation: int, problem: str) -> None:
        if self._end(generation):
            self.failed.emit(problem)

    def _end(self, generation: int) -> bool:
        task = self._task
        if task is None or task.generation != generation:
            return False
        self._task = None
        # Comparing thousands of texts takes its time: it must not follow on every figure typed.
        self._timer.setInterval(max(QUIET_MS, self._since.elapsed() * REST))
        task.wait(1.0)
        task.deleteLater()
        return True
