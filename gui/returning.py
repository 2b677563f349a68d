"""Brings the auditor back to where a folder was left; to its first report the first time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from gui.arrangement import keep_place, place_of
from gui.selection import Selection
from gui.workspace import Workspace

_SOON_MS = 400


class Returning(QObject):
    """Chooses for the auditor until something is chosen by hand; remembers every place after."""

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        visible: Callable[[], list[str]],
        focus: Callable[[], None],
    ) -> None:
        """`visible` are the reports in the list; `focus` gives the list the keys."""
        super().__init__(selection)
        self._workspace = workspace
        self._selection = selection
        self._visible = visible
        self._focus = focus
        self._offered = ""  # the report that was chosen for the auditor
        self._path = self._finding = ""  # where the folder was left, until it is reached
        self._settled = False  # chosen by hand, or come back: nothing more is offered
        self._acting = False
        self._place: tuple[Sequence[Path], str, str] | None = None  # not written down yet
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.keep)
        workspace.opened.connect(self._on_opened)
        workspace.reports_added.connect(self._on_added)
        workspace.reading_ended.connect(lambda _: self._offer(odd=True))
        workspace.across_changed.connect(self._find_again)
        selection.report_selected.connect(self._on_moved)
        selection.focus_moved.connect(self._on_moved)

    def keep(self) -> None:
        """Write down where the auditor is. Each time the place moves would be too often."""
        self._soon.stop()
        if self._place is not None:
            keep_place(*self._place)
            self._place = None

    @property
    def acting(self) -> bool:
        """Say whether what is being chosen just now is not chosen by hand."""
        return self._acting

    def _on_opened(self) -> None:
        self.keep()
        self._offered, self._settled = "", False
        self._path, self._finding = place_of(self._workspace.paths)

    def _on_added(self, _paths: list[str]) -> None:
        if self._settled:
            return
        if self._path in self._workspace.reviews:
            self._settled = True
            self._choose(self._path)
            self._find_again()
        else:
            self._offer()

    def _offer(self, *, odd: bool = False) -> None:
        """Show the first of the list, whichever was read first; an odd file only if need be."""
        first = next(iter(self._visible()), "")
        if self._settled or not first or first == self._selection.path:
            return
        if odd or self._workspace.reviews[first].current.status == "ok":
            self._choose(first)

    def _choose(self, path: str) -> None:
        self._acting, self._offered = True, path
        self._selection.select_report(path)
        self._focus()
        self._acting = False

    def _find_again(self) -> None:
        """Choose the finding again; one between reports is only there after a while."""
        selection = self._selection
        if not self._finding or selection.path != self._path or selection.entry is not None:
            return
        entry = next((e for e in selection.entries if e.id == self._finding), None)
        if entry is not None:
            self._finding, self._acting = "", True
            selection.select_entry(entry)
            self._acting = False

    def _on_moved(self, *_: object) -> None:
        selection, entry = self._selection, self._selection.entry
        by_itself = selection.path == self._offered and entry is None and not selection.key
        if self._acting or not selection.path or (by_itself and not self._settled):
            return
        self._settled, self._finding = True, ""
        self._place = (self._workspace.paths, selection.path, entry.id if entry else "")
        self._soon.start()
