"""Work that must not stop the window: reading reports, looking between them, writing a workbook.

The heavy part of reading runs in killable processes (`parser.workers`); the threads here only
wait for them. Results come back as signals on the window's thread, each with the generation of
the job that made it, so that what an abandoned job still sends is dropped.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from parser.intake import sources
from parser.intake.source import Source
from parser.review.encodings import Choice, holding
from parser.settings.profile import Profile
from parser.workers import examine_all

log = logging.getLogger(__name__)

_generations = count(1)


class ReadingJob(QObject):
    """One pass over files. Cancel it at any time; what was read stays."""

    found = Signal(int, list)  # generation, the sources to be read
    read = Signal(int, object)  # generation, a Report
    ended = Signal(int, str)  # generation, what went wrong or ""

    def __init__(
        self,
        paths: Sequence[Path],
        profile: Profile,
        encodings: Mapping[str, str] | None = None,
        only: Sequence[Source] = (),
        remembered: Mapping[str, Choice] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Prepare to read what is under `paths`, or of these exactly the sources `only`.

        `encodings` maps a path to the encoding to read it in; `remembered` are choices that hold
        where the file has not changed since.
        """
        super().__init__(parent)
        self.generation = next(_generations)
        self._paths = tuple(paths)
        self._only = tuple(only)
        self._profile = profile
        self._encodings = dict(encodings or {})
        self._remembered = dict(remembered or {})
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="reading", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask for an end; nothing more is sent once this returns, apart from `ended`."""
        self._cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Wait for the end; False where it takes longer."""
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    @property
    def cancelled(self) -> bool:
        """Say whether `cancel` was called."""
        return self._cancelled.is_set()

    def _run(self) -> None:
        problem = ""
        try:
            self._read_all()
        except Exception as error:  # the thread's end: whatever it is must reach the auditor
            log.exception("reading stopped")
            problem = str(error) or type(error).__name__
        self.ended.emit(self.generation, problem)

    def _read_all(self) -> None:
        wanted = list(self._only)
        for source in () if wanted else sources(self._paths):
            if self.cancelled:
                return
            wanted.append(source)
        self.found.emit(self.generation, wanted)
        encodings = holding(self._remembered, wanted) | self._encodings
        reports = examine_all(wanted, self._profile, encodings=encodings)
        try:
            for report in reports:
                if self.cancelled:
                    return
                self.read.emit(self.generation, report)
        finally:
            reports.close()


class Task(QObject):
    """One function on a thread of its own; its result or its failure comes back as a signal."""

    done = Signal(int, object)  # generation, the result
    failed = Signal(int, str)  # generation, a sentence

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        """Prepare to call `work`, which must touch nothing of Qt."""
        super().__init__(parent)
        self.generation = next(_generations)
        self._work = work
        self._thread = threading.Thread(target=self._run, name="task", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait for the end; False where it takes longer."""
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # the thread's end: whatever it is must reach the auditor
            log.exception("task failed")
            self.failed.emit(self.generation, str(error) or type(error).__name__)
        else:
            self.done.emit(self.generation, result)
