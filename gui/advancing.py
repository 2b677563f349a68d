"""Going on after a verdict: to the next finding that has none, at a report's end to the next."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from gui.selection import Selection
from gui.workspace import Workspace
from parser.review.entries import Entry
from parser.review.review import Decision


class Advancing(QObject):
    """Moves the selection as long as `switch` is on."""

    def __init__(
        self, workspace: Workspace, selection: Selection, switch: QAction, parent: QObject
    ) -> None:
        """Go on in what the filters of `selection` leave."""
        super().__init__(parent)
        self._workspace, self._selection, self._switch = workspace, selection, switch

    def after(self, entry: Entry, decision: Decision | None) -> None:
        """Go on after `entry` was judged; stay where a verdict was taken back."""
        if decision is None or not self._switch.isChecked():
            return
        selection = self._selection
        following = self._first(e for e in selection.entries if e.order > entry.order)
        if following is not None:
            selection.select_entry(following)
            return
        for path in self._reports_after(entry.path):
            following = self._first(self._workspace.entries(path))
            if following is not None:
                selection.select_report(path)
                selection.select_entry(following)
                return
        selection.end_reached.emit(1)

    def _first(self, entries: Iterable[Entry]) -> Entry | None:
        passes = self._selection.passes
        open_ones = (e for e in entries if e.verdict is None or e.verdict.decision is None)
        return next(filter(passes, open_ones), None)

    def _reports_after(self, path: str) -> list[str]:
        paths = self._selection.visible_reports()
        return paths[paths.index(path) + 1 :] if path in paths else paths
