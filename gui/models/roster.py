"""The roster as a table that is edited: unit, superior, other names; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QPalette, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication

from gui.theme import tones
from gui.words import QT_TRANSLATE_NOOP
from parser.settings.roster import Member, faults, split_aliases

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
UNIT, SUPERIOR, ALIASES = range(3)
_HEADS = (
    QT_TRANSLATE_NOOP("RosterModel", "单位"),
    QT_TRANSLATE_NOOP("RosterModel", "上级"),
    QT_TRANSLATE_NOOP("RosterModel", "别名（用顿号隔开）"),
)


class _Change(QUndoCommand):
    """The whole list before and after: a roster has some hundred lines."""

    def __init__(
        self,
        show: Callable[[tuple[Member, ...]], None],
        before: tuple[Member, ...],
        after: tuple[Member, ...],
        text: str,
    ) -> None:
        super().__init__(text)
        self._show = show
        self._before = before
        self._after = after

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)


class RosterModel(QAbstractTableModel):
    """Edits go through `change`, and so onto the undo stack."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._members: tuple[Member, ...] = ()
        self._faults: dict[int, str] = {}

    @property
    def members(self) -> tuple[Member, ...]:
        """The lines as they stand."""
        return self._members

    @property
    def faults(self) -> dict[int, str]:
        """What is wrong with lines, by row: the first sentence of each."""
        return self._faults

    def start(self, members: Sequence[Member]) -> None:
        """Show a roster; what was done to another one cannot be undone any more."""
        self.undo_stack.clear()
        self._show(tuple(members))

    def change(self, members: Sequence[Member], text: str) -> None:
        """Make the list these lines, as one step."""
        after = tuple(members)
        if after != self._members:
            self.undo_stack.push(_Change(self._show, self._members, after, text))

    def add(self, members: Sequence[Member], at: int, text: str) -> None:
        """Put lines in before a row."""
        self.change((*self._members[:at], *members, *self._members[at:]), text)

    def remove(self, rows: Sequence[int], text: str) -> None:
        """Take rows out."""
        gone = set(rows)
        self.change([m for at, m in enumerate(self._members) if at not in gone], text)

    def add_alias(self, unit: str, alias: str, text: str) -> None:
        """Give a unit another name."""
        self.change(
            [
                replace(m, aliases=(*m.aliases, alias))
                if m.unit == unit and alias not in m.aliases
                else m
                for m in self._members
            ],
            text,
        )

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of units."""
        return 0 if parent.isValid() else len(self._members)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column, or the number of a row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return _said(_HEADS[section]) if 0 <= section < len(_HEADS) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says, and what is wrong with its row."""
        if not index.isValid() or index.row() >= len(self._members):
            return None
        fault = self._faults.get(index.row(), "")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return _cells(self._members[index.row()])[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return fault or None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return fault
        if role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole) and fault:
            tone = tones(_palette()).error
            return tone.paper if role == Qt.ItemDataRole.BackgroundRole else tone.ink
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        text, row = str(value).strip(), index.row()
        before = self._members[row]
        if index.column() == ALIASES:
            after = replace(before, aliases=split_aliases(text))
        else:
            field = "unit" if index.column() == UNIT else "superior"
            after = replace(before, **{field: text})
        changed = [after if at == row else m for at, m in enumerate(self._members)]
        self.change(changed, _said(QT_TRANSLATE_NOOP("RosterModel", "改第 {0} 行")).format(row + 1))
        return True

    def _show(self, members: tuple[Member, ...]) -> None:
        if len(members) == len(self._members):
            self._members = members
            self._check()
            if members:
                last = self.index(len(members) - 1, len(_HEADS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._members = members
        self._check()
        self.endResetModel()

    def _check(self) -> None:
        self._faults = {}
        for row, sentence in faults(self._members):
            self._faults.setdefault(row, sentence)


def _cells(member: Member) -> tuple[str, str, str]:
    return member.unit, member.superior, "、".join(member.aliases)


def _palette() -> QPalette:
    return QApplication.palette()


def _said(text: str) -> str:
    return QCoreApplication.translate("RosterModel", text)
