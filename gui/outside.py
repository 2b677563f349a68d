"""Hands the file of the report that is shown to the system's own programs."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from gui.selection import Selection
from gui.workspace import Workspace


class Outside(QObject):
    """Opens files and folders where the auditor usually does."""

    def __init__(self, workspace: Workspace, selection: Selection, parent: QObject) -> None:
        """Follow the selection."""
        super().__init__(parent)
        self._workspace, self._selection = workspace, selection

    def open_file(self) -> None:
        """Open the original."""
        source = self._workspace.source(self._selection.path)
        if source is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(source.file)))

    def show_folder(self) -> None:
        """Open the folder that holds the original."""
        source = self._workspace.source(self._selection.path)
        if source is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(source.file.parent)))
