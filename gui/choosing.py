"""The dialogs in which folders and files are chosen that are to be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from parser.intake.endings import known


class Choosing(QObject):
    """Asks in front of the window; what was chosen comes as a signal, nothing where none was."""

    chosen = Signal(list)  # Paths

    def __init__(self, window: QWidget, start: Callable[[], str]) -> None:
        """Begin each time in the folder that `start` names then."""
        super().__init__(window)
        self._window = window
        self._start = start

    def ask_folder(self) -> None:
        """Ask for a folder."""
        title = self.tr("打开文件夹")
        folder = QFileDialog.getExistingDirectory(self._window, title, self._start())
        if folder:
            self.chosen.emit([Path(folder)])

    def ask_files(self) -> None:
        """Ask for files, of all kinds that can be read or of any."""
        patterns = " ".join(f"*.{ending}" for ending in known())
        kinds = self.tr("可以读取的文件 ({0});;所有文件 (*)").format(patterns)
        title = self.tr("打开文件")
        files, _ = QFileDialog.getOpenFileNames(self._window, title, self._start(), kinds)
        if files:
            self.chosen.emit([Path(file) for file in files])
