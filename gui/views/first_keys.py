"""The five keys that an audit takes, shown below the panes the first time a folder is opened."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QPushButton, QToolBar, QWidget

from gui import theme
from gui.actions import COMMANDS
from gui.keyboard import names_of

SEEN = "hints/first_keys"


class FirstKeys(QToolBar):
    """A bar that goes away for good when it is dismissed; the help menu brings it back."""

    def __init__(self, actions: Mapping[str, QAction], window: QMainWindow) -> None:
        """Make the bar, hidden, at the lower edge of `window`."""
        super().__init__(window)
        self.setObjectName("first_keys")
        self.setWindowTitle(self.tr("常用的五个键"))
        self.setAccessibleName(self.tr("常用的五个键"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        self._inside: QWidget | None = None
        window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self)
        self.hide()

    def show_first_time(self) -> None:
        """Show the keys where they were never shown before."""
        store = QSettings()
        if not store.value(SEEN):
            self.show_keys()

    def show_keys(self) -> None:
        """Show the keys as they are set now."""
        QSettings().setValue(SEEN, 1)
        self.clear()
        if self._inside is not None:
            self._inside.deleteLater()
        self._inside = QWidget(self)
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(6)
        for text, keys in self._five():
            row.addSpacing(8)
            for key in keys:
                cap = QLabel(key)
                cap.setObjectName(theme.KEY_CAP)
                row.addWidget(cap)
            row.addWidget(QLabel(text))
        row.addStretch(1)
        done = QPushButton(self.tr("知道了"))
        done.setObjectName("first_keys_done")
        done.clicked.connect(self.hide)
        row.addWidget(done)
        self.addWidget(self._inside)
        self.show()

    def _five(self) -> list[tuple[str, list[str]]]:
        listed = {command.name: command.listed for command in COMMANDS}
        verdicts = [listed[name] for name in ("confirm_finding", "dismiss_finding")]
        return [
            (self.tr("下一处问题"), self._key("next_finding")),
            (self.tr("属实、误报"), verdicts),
            (self.tr("更正那一格"), ["Enter"]),
            (self.tr("采纳建议"), self._key("apply_repair")),
            (self.tr("已审，下一份"), self._key("mark_reviewed_next")),
        ]

    def _key(self, name: str) -> list[str]:
        return names_of(self._actions[name].shortcuts())[:1]
