"""The findings of every report of the folder, gathered bit by bit while nothing else is to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from gui.workspace import Workspace
from parser.model import CrossFinding
from parser.review.entries import Entry

SLICE_MS = 12  # how long the window is kept from other things at a time


class Gathering(QObject):
    """Keeps the findings by path. One report is gathered at once, many in slices of time."""

    cleared = Signal()
    changed = Signal(list)  # paths whose findings, or the verdicts on them, are others now

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        """Follow the workspace."""
        super().__init__(parent)
        self._workspace = workspace
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._waiting: dict[str, None] = {}
        self._across: dict[str, list[CrossFinding]] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)
        workspace.opened.connect(self._on_opened)
        workspace.reports_added.connect(self._wait_for)
        workspace.reports_removed.connect(self._on_removed)
        workspace.review_changed.connect(self._on_changed)
        workspace.many_changed.connect(self._wait_for)
        workspace.across_changed.connect(self._on_across)

    @property
    def entries(self) -> Mapping[str, tuple[Entry, ...]]:
        """The findings of each report, those between reports included, gravest first."""
        return MappingProxyType(self._entries)

    @property
    def is_complete(self) -> bool:
        """Say whether every report on the desk has been gathered as it stands."""
        return not self._waiting

    def _on_opened(self) -> None:
        self._timer.stop()
        self._entries.clear()
        self._waiting.clear()
        self._across.clear()
        self.cleared.emit()

    def _on_removed(self, paths: Iterable[str]) -> None:
        gone = [path for path in paths if self._entries.pop(path, None) is not None]
        for path in gone:
            self._waiting.pop(path, None)
        if gone:
            self.changed.emit(gone)

    def _on_changed(self, path: str) -> None:
        if path in self._waiting:
            return
        self._take(path)
        self.changed.emit([path])

    def _on_across(self) -> None:
        desk = self._workspace.desk
        fresh: dict[str, list[CrossFinding]] = {}
        for finding in desk.across if desk else ():
            for path in finding.paths:
                fresh.setdefault(path, []).append(finding)
        before, self._across = self._across, fresh
        self._wait_for(path for path in {**before, **fresh} if before.get(path) != fresh.get(path))

    def _wait_for(self, paths: Iterable[str]) -> None:
        self._waiting |= dict.fromkeys(paths)
        if self._waiting:
            self._timer.start()

    def _work(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        done: list[str] = []
        while self._waiting and clock.elapsed() < SLICE_MS:
            path = next(iter(self._waiting))
            del self._waiting[path]
            self._take(path)
            done.append(path)
        if not self._waiting:
            self._timer.stop()
        self.changed.emit(done)

    def _take(self, path: str) -> None:
        if path in self._workspace.reviews:
            self._entries[path] = tuple(self._workspace.entries(path))
        else:
            self._entries.pop(path, None)
