"""Where the window stood and how its panes were divided, from one day to the next."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

WIDEST, HIGHEST = 1600, 1000  # of a window that was never placed by hand


def restore(window: QWidget, splitters: Iterable[QSplitter]) -> None:
    """Place the window as it was left, the first time most of the screen but no more than that."""
    store = QSettings()
    geometry = store.value("window/geometry")
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        screen = QGuiApplication.primaryScreen().availableGeometry()
        width, height = int(screen.width() * 0.94), int(screen.height() * 0.92)
        window.resize(min(WIDEST, width), min(HIGHEST, height))
    for splitter in splitters:
        state = store.value(f"window/{splitter.objectName()}")
        if isinstance(state, QByteArray):
            splitter.restoreState(state)


def keep(window: QWidget, splitters: Iterable[QSplitter]) -> None:
    """Remember how the window stands."""
    store = QSettings()
    store.setValue("window/geometry", window.saveGeometry())
    for splitter in splitters:
        store.setValue(f"window/{splitter.objectName()}", splitter.saveState())
