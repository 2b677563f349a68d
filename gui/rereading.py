"""Single files read once more, beside or after the reading of all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from gui.arrivals import Arrivals
from gui.worker import ReadingJob
from parser.intake.source import Source
from parser.model import Report

MakeAgain = Callable[[Mapping[str, str], Sequence[Source]], ReadingJob]


class Rereading(QObject):
    """What was asked for before and is not there yet is read along with what is asked for now."""

    arrived = Signal(list)  # Reports
    ended = Signal(bool, str)  # stopped, what went wrong or ""

    def __init__(self, make: MakeAgain, parent: QObject | None = None) -> None:
        """`make` makes the job of reading some sources in some encodings, by path."""
        super().__init__(parent)
        self._make = make
        self._wanted: dict[str, tuple[Source, str]] = {}
        self._arrivals = Arrivals(self)
        self._arrivals.arrived.connect(self._on_arrived)
        self._arrivals.ended.connect(self._on_ended)

    @property
    def is_reading(self) -> bool:
        """Say whether something is still being read."""
        return self._arrivals.is_reading

    def read(self, fresh: Sequence[Source], encoding: str = "") -> None:
        """Read these too, in an encoding or as the program tells it."""
        self._wanted |= {source.path: (source, encoding) for source in fresh}
        encodings = {path: chosen for path, (_, chosen) in self._wanted.items() if chosen}
        self._arrivals.start(self._make(encodings, [s for s, _ in self._wanted.values()]))

    def drop(self) -> None:
        """Stop, and forget what was asked for."""
        self._wanted.clear()
        self._arrivals.drop()

    def wait(self, seconds: float) -> None:
        """Wait for the threads of readings that were left."""
        self._arrivals.wait(seconds)

    def _on_arrived(self, reports: list[Report]) -> None:
        for report in reports:
            self._wanted.pop(report.path, None)
        self.arrived.emit(reports)

    def _on_ended(self, stopped: bool, problem: str) -> None:
        self._wanted.clear()
        self.ended.emit(stopped, problem)
