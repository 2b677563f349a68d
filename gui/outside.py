"""What leaves the window: the original in its own program, its folder, a finding's words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication

from gui.selection import Selection
from gui.translation import spoken
from gui.workspace import Workspace


class Outside(QObject):
    """Connects the commands that hand something to other programs."""

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        actions: Mapping[str, QAction],
        parent: QObject | None = None,
    ) -> None:
        """Follow the selection."""
        super().__init__(parent)
        self._workspace = workspace
        self._selection = selection
        for name, act in (
            ("open_externally", self._open),
            ("show_in_folder", self._show),
            ("copy_findings", self._copy),
        ):
            actions[name].triggered.connect(lambda _=False, act=act: act())

    def _open(self) -> None:
        source = self._workspace.source(self._selection.path)
        if source is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(source.file)))

    def _show(self) -> None:
        source = self._workspace.source(self._selection.path)
        if source is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(source.file.parent)))

    def _copy(self) -> None:
        entry = self._selection.entry
        if entry is not None:
            QGuiApplication.clipboard().setText(f"{entry.code} {spoken(entry.text)}")
