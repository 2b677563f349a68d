"""The folders that were opened last, in the menu."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from parser.intake.folder import shown


class RecentMenu(QMenu):
    """Tells which folder is chosen."""

    folder_chosen = Signal(str)
    offered = Signal(object)  # the folders that are offered, for whoever offers them too

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setTitle(self.tr("最近打开"))

    def show_folders(self, folders: Sequence[str]) -> None:
        """Offer these folders; without any the menu cannot be opened."""
        self.clear()
        for folder in folders:
            action = self.addAction(shown(Path(folder)))
            action.triggered.connect(lambda _=False, f=folder: self.folder_chosen.emit(f))
        self.setEnabled(bool(folders))
        self.offered.emit(folders)
