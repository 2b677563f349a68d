"""Every key of the window on one sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
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

_PRINTED = {
    "Right": "→",
    "Left": "←",
    "Up": "↑",
    "Down": "↓",
    "Return": "Enter",
    "PgUp": "PageUp",
    "PgDown": "PageDown",
}


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
        self._fill(self.tr("在各个窗格里"), self._in_panes(), 4)
        self._lay_out()

    def _in_panes(self) -> Sequence[tuple[str, Sequence[str]]]:
        return (
            (self.tr("表格：更正选中的格"), ("Enter", "F2")),
            (self.tr("表格：直接输入数字即开始更正"), ("0–9",)),
            (self.tr("问题：属实、误报、撤回结论"), ("1", "2", "0")),
            (self.tr("问题：上一条、下一条建议"), ("←", "→")),
            (self.tr("原文：查找"), ("Ctrl+F",)),
            (self.tr("原文：查找的下一处、上一处"), ("F3", "Shift+F3")),
            (self.tr("原文：选中光标处的问题"), ("Enter",)),
            (self.tr("原件页面：放大、缩小"), (self.tr("Ctrl+滚轮"),)),
        )

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


def names_of(keys: Sequence[QKeySequence]) -> list[str]:
    """Return the keys as they are printed on keyboards, each once.

    Qt's own translation says "Ctrl+右方向" for an arrow and has two names for Enter.
    """
    found: dict[str, None] = {}
    for key in keys:
        *held, last = key.toString(QKeySequence.SequenceFormat.PortableText).split("+")
        found["+".join([*held, _PRINTED.get(last, last)])] = None
    return list(found)
