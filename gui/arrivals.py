"""One reading at a time: its reports come in handfuls, and what is stale is dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from gui.worker import ReadingJob
from parser.intake.source import Source
from parser.model import Report

TOGETHER_MS = 40  # reports that arrive within this time are shown together
HANDFUL = 200  # how many are handed on before the window gets its turn again


class Arrivals(QObject):
    """Hands on what a `ReadingJob` sends, and nothing more of it once it is stopped."""

    found = Signal(list)  # the sources to be read
    arrived = Signal(list)  # Reports
    ended = Signal(bool, str)  # stopped by the auditor, what went wrong or ""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing being read."""
        super().__init__(parent)
        self._job: ReadingJob | None = None
        self._left: list[ReadingJob] = []
        self._waiting: list[Report] = []
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._hand_on)

    @property
    def is_reading(self) -> bool:
        """Say whether files are still being read."""
        return self._job is not None

    def start(self, job: ReadingJob) -> None:
        """Begin a reading; an earlier one is dropped."""
        self.drop()
        self._job = job
        job.found.connect(self._on_found)
        job.read.connect(self._on_read)
        job.ended.connect(self._on_ended)
        job.start()

    def stop(self) -> None:
        """Stop reading, and hand on what has been read so far."""
        if self._job is None:
            return
        self._leave()
        while self._waiting:
            self._hand_on()
        self.ended.emit(True, "")

    def drop(self) -> None:
        """Stop reading, and forget what has not been handed on."""
        self._timer.stop()
        self._waiting.clear()
        self._leave()

    def wait(self, seconds: float) -> None:
        """Wait for the threads of readings that were left."""
        for job in self._left:
            job.wait(seconds)
        self._left.clear()

    def _leave(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._left.append(self._job)
            self._job = None

    def _is_current(self, generation: int) -> bool:
        return self._job is not None and self._job.generation == generation

    def _on_found(self, generation: int, found: list[Source]) -> None:
        if self._is_current(generation):
            self.found.emit(found)

    def _on_read(self, generation: int, report: Report) -> None:
        if self._is_current(generation):
            self._waiting.append(report)
            if not self._timer.isActive():
                self._timer.start(TOGETHER_MS)

    def _on_ended(self, generation: int, problem: str) -> None:
        if not self._is_current(generation):
            return
        self._hand_on()
        if self._waiting:
            QTimer.singleShot(0, self, lambda: self._on_ended(generation, problem))
            return
        job, self._job = self._job, None
        if job is not None:
            job.wait(1.0)
            job.deleteLater()
        self.ended.emit(False, problem)

    def _hand_on(self) -> None:
        self._timer.stop()
        handful, self._waiting = self._waiting[:HANDFUL], self._waiting[HANDFUL:]
        if self._waiting:
            self._timer.start(0)
        if handful:
            self.arrived.emit(handful)
