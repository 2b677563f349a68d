"""Every key of the window on one sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.actions import COMMANDS
from gui.keyboard import IN_PANES, names_of


class ShortcutSheet(QDialog):
    """Lists the commands that have keys, and the keys that only work inside a pane."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """List the keys of these commands, in their order."""
        super().__init__(parent)
        self.setObjectName("shortcut_sheet")
        self.setWindowTitle(self.tr("快捷键一览"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._grid.setColumnStretch(5, 1)
        rows = [
            ((action.iconText() or action.text()).rstrip("…."), names_of(action.shortcuts()))
            for action in actions.values()
            if action.shortcuts()
        ]
        half = (len(rows) + 1) // 2
        self._fill(self.tr("命令"), rows[:half], 0)
        self._fill("", rows[half:], 2)
        self._fill(self.tr("在各个窗格里"), self._in_panes(actions), 4)
        self._lay_out()

    def _in_panes(self, actions: Mapping[str, QAction]) -> Sequence[tuple[str, Sequence[str]]]:
        listed = [
            (self.tr("问题：{0}").format(actions[command.name].iconText()), (command.listed,))
            for command in COMMANDS
            if command.listed and command.name in actions
        ]
        rest = [(self.tr(each.text), [self.tr(key) for key in each.keys]) for each in IN_PANES]
        return (*listed, *rest)

    def _fill(self, title: str, rows: Sequence[tuple[str, Sequence[str]]], column: int) -> None:
        heading = QLabel(title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self._grid.addWidget(heading, 0, column, 1, 2)
        for at, (text, keys) in enumerate(rows, 1):
            self._grid.addWidget(self._caps(keys), at, column, Qt.AlignmentFlag.AlignRight)
            said = QLabel(text)
            said.setTextFormat(Qt.TextFormat.PlainText)
            self._grid.addWidget(said, at, column + 1)

    def _caps(self, keys: Sequence[str]) -> QWidget:
        caps = QWidget()
        row = QHBoxLayout(caps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for key in keys:
            cap = QLabel(key)
            cap.setTextFormat(Qt.TextFormat.PlainText)
            cap.setObjectName(theme.KEY_CAP)
            row.addWidget(cap)
        return caps

    def _lay_out(self) -> None:
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.addLayout(self._grid)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.resize(
            min(1180, sheet.sizeHint().width() + 40), min(640, sheet.sizeHint().height() + 8)
        )
