"""Watches the folders that are open; what has changed there is offered, never forced."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from gui.worker import Task
from gui.workspace import Workspace
from parser.intake.source import Source
from parser.review.changes import Changes, Stamp, changes, stamps_of
from parser.review.desk import Desk

QUIET_MS = 600  # programs write a file in several steps
MOST = 1000  # folders, and files, that are watched one by one: systems have limits


class Watching(QObject):
    """Tells of files that changed, came or went.

    Network drives, which may say nothing, are looked at when the window is turned to again.
    """

    changed = Signal(object)  # Changes; an empty one where all is as it was read

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        """Follow the workspace."""
        super().__init__(parent)
        self._workspace = workspace
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.soon)
        self._watcher.fileChanged.connect(self.soon)
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._timer.timeout.connect(self.look)
        self._stamps: dict[str, Stamp] = {}
        self._put_off: set[tuple[str, Stamp | None]] = set()
        self._task: Task | None = None
        self._left: list[Task] = []
        workspace.opened.connect(self._on_opened)
        workspace.found.connect(self._on_found)
        workspace.reading_ended.connect(lambda _: self.soon())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self.soon)

    def soon(self, *_: object) -> None:
        """Look once it has been quiet for a while."""
        self._timer.start()

    def look(self) -> None:
        """Compare the folders with what was read, on a thread."""
        desk = self._workspace.desk
        if desk is None or not self._workspace.paths:
            return
        if self._task is not None or self._workspace.is_busy:
            self._timer.start()
            return
        known = _known(desk)
        paths, stamps = self._workspace.paths, dict(self._stamps)
        self._start(Task(lambda: changes(paths, known, stamps), self))

    def put_off(self, found: Changes) -> None:
        """Offer these no more until they change again."""
        self._put_off |= _marks(found)
        self.changed.emit(Changes())

    def take(self, found: Changes) -> None:
        """Read what has changed and come, and take away what is gone."""
        self._stamps.update(found.stamps or {})
        self._workspace.take_in((*found.changed, *found.new), found.gone)
        self.changed.emit(Changes())

    def wait(self, seconds: float = 2.0) -> None:
        """Wait for the threads of looks that were left."""
        self._timer.stop()
        self._drop()
        for task in self._left:
            task.wait(seconds)
        self._left.clear()

    def _on_opened(self) -> None:
        self._drop()
        self._stamps.clear()
        self._put_off.clear()
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self.changed.emit(Changes())

    def _on_found(self, found: Sequence[Source]) -> None:
        files = [source.file for source in found]
        self._start(Task(lambda: (stamps_of(found), _places(self._workspace.paths, files)), self))

    def _start(self, task: Task) -> None:
        self._drop()
        self._task = task
        task.done.connect(self._on_done)
        task.failed.connect(self._on_done)
        task.start()

    def _drop(self) -> None:
        if self._task is not None:
            self._left.append(self._task)
            self._task = None

    def _on_done(self, generation: int, result: object) -> None:
        task = self._task
        if task is None or task.generation != generation:
            return
        self._task = None
        task.wait(1.0)
        task.deleteLater()
        if isinstance(result, Changes):
            marks = _marks(result)
            self.changed.emit(result if marks - self._put_off else Changes())
        elif isinstance(result, tuple):
            stamps, places = result
            self._stamps = stamps
            fresh = set(places) - {*self._watcher.files(), *self._watcher.directories()}
            if fresh:
                self._watcher.addPaths(sorted(fresh))


def _known(desk: Desk) -> dict[str, str]:
    """Return the digest of each file that was read, the parts of joined reports apart."""
    known: dict[str, str] = {}
    for path, review in desk.reviews.items():
        pair = desk.joined(path)
        known |= {part.path: part.digest for part in (pair.parts if pair else (review.report,))}
    return known


def _marks(found: Changes) -> set[tuple[str, Stamp | None]]:
    stamps = found.stamps or {}
    return {(path, stamps.get(path)) for path in found.names}


def _places(paths: Sequence[Path], files: Sequence[Path]) -> list[str]:
    """Return what is watched: the folders, and the files where they are few."""
    roots = {path if path.is_dir() else path.parent for path in paths}
    folders = {str(folder) for folder in (*roots, *(file.parent for file in files))}
    single = {str(file) for file in files} if len(files) <= MOST else set[str]()
    return [place for place in (*sorted(folders)[:MOST], *sorted(single)) if Path(place).exists()]
