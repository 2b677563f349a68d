"""The page of keys: each command with its key, which can be set anew."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import keymap
from gui.actions import COMMANDS, CONTEXT

PORTABLE = QKeySequence.SequenceFormat.PortableText


class KeysPage(QWidget):
    """A table of the commands; a key that another command has is refused by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List the commands with the keys in use."""
        super().__init__(parent)
        self.setObjectName("keys_page")
        self._keys = keymap.load()
        self._edits: dict[str, QKeySequenceEdit] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._table = QTableWidget(len(COMMANDS), 3)
        self._table.setObjectName("keys_table")
        self._table.setAccessibleName(self.tr("命令和快捷键"))
        self._table.setHorizontalHeaderLabels([self.tr("命令"), self.tr("快捷键"), self.tr("恢复")])
        self._table.verticalHeader().hide()
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.setColumnWidth(1, 220)
        self._said = QLabel()
        self._said.setObjectName("keys_said")
        self._said.setWordWrap(True)
        every = QPushButton(self.tr("全部恢复默认"))
        every.setObjectName("keys_default")
        every.setAutoDefault(False)
        every.clicked.connect(self.reset)
        for row, command in enumerate(COMMANDS):
            self._fill(row, command.name, command.text)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(every)
        column = QVBoxLayout(self)
        column.addWidget(self._table, 1)
        column.addLayout(foot)
        self._show_all()

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys as they are set now, by command."""
        return dict(self._keys)

    def reset(self) -> None:
        """Set every key as it comes."""
        self._keys = keymap.usual()
        self._said.setText(self.tr("全部恢复成默认的快捷键，按“确定”后生效。"))
        self._show_all()

    def _fill(self, row: int, name: str, text: str) -> None:
        said = QCoreApplication.translate(CONTEXT, text).rstrip("…")
        item = QTableWidgetItem(said)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._table.setItem(row, 0, item)
        edit = QKeySequenceEdit()
        edit.setObjectName(f"key_{name}")
        edit.setAccessibleName(said)
        edit.setMaximumSequenceLength(1)
        edit.keySequenceChanged.connect(lambda key, name=name: self._on_key(name, key))
        button = QPushButton(self.tr("恢复"))
        button.setObjectName(f"key_{name}_default")
        button.setAccessibleName(self.tr("恢复默认：{0}").format(said))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False, name=name: self._set(name, keymap.usual()[name]))
        self._edits[name], self._buttons[name] = edit, button
        self._table.setCellWidget(row, 1, edit)
        self._table.setCellWidget(row, 2, button)

    def _on_key(self, name: str, sequence: QKeySequence) -> None:
        # Empty while the next key is waited for.
        key = sequence.toString(PORTABLE)
        if key and key not in self._keys[name]:
            self._set(name, (key,))

    def _set(self, name: str, keys: tuple[str, ...]) -> None:
        """Take these keys, or say why not and leave what was."""
        for key in keys:
            owner = next((n for n, k in self._keys.items() if n != name and key in k), "")
            if owner:
                said = self._edits[owner].accessibleName()
                self._said.setText(self.tr("{0} 已经用于“{1}”，没有改动。").format(key, said))
                break
            if keys != keymap.usual()[name] and not keymap.is_free(key):
                self._said.setText(
                    self.tr("{0} 在表格和清单里另有用处，请加上 Ctrl 或 Alt。").format(key)
                )
                break
        else:
            self._keys[name] = keys
            self._said.setText(self.tr("按“确定”后生效。"))
        self._show(name)

    def _show_all(self) -> None:
        for name in self._edits:
            self._show(name)

    def _show(self, name: str) -> None:
        edit, held = self._edits[name], self._keys[name]
        edit.blockSignals(True)
        edit.setKeySequence(QKeySequence.fromString(held[0] if held else "", PORTABLE))
        edit.blockSignals(False)
        self._buttons[name].setEnabled(held != keymap.usual()[name])
