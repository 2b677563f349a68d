"""Units against families of checks: how many findings stand where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from gui.families import family_name
from gui.models.findings import SEVERITY_TEXT, said
from gui.models.report_columns import STAGE_TEXT
from gui.words import QT_TRANSLATE_NOOP
from parser.model import FAMILIES, Severity
from parser.review.survey import Line

COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
LINE_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

UNIT = 0
YEAR = 1
FIRST_FAMILY = 2
TOTAL = FIRST_FAMILY + len(FAMILIES)
OPEN = TOTAL + 1
STATE = OPEN + 1
COLUMNS = STATE + 1
LETTERS = tuple(FAMILIES)

_HEADINGS = {
    UNIT: QT_TRANSLATE_NOOP("HeatModel", "单位"),
    YEAR: QT_TRANSLATE_NOOP("HeatModel", "年度"),
    TOTAL: QT_TRANSLATE_NOOP("HeatModel", "合计"),
    OPEN: QT_TRANSLATE_NOOP("HeatModel", "待定"),
    STATE: QT_TRANSLATE_NOOP("HeatModel", "状态"),
}


@dataclass(frozen=True, slots=True)
class Order:
    """By which column the lines stand, and which way."""

    column: int = TOTAL
    descending: bool = True


class HeatModel(QAbstractTableModel):
    """A line a report, a column a family. Errors weigh most where lines are put in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._lines: list[Line] = []
        self.order = Order()

    @property
    def lines(self) -> Sequence[Line]:
        """The lines in the order shown."""
        return self._lines

    def show(self, lines: Sequence[Line], *, keep: bool = False) -> None:
        """Show these lines. With `keep`, none of the same reports changes its place."""
        by_path = {line.path: line for line in lines}
        if (
            keep
            and len(by_path) == len(self._lines)
            and all(line.path in by_path for line in self._lines)
        ):
            self._lines = [by_path[line.path] for line in self._lines]
            if self._lines:
                last = self.index(len(self._lines) - 1, COLUMNS - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = self._sorted(lines)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the lines in the order of a column."""
        self.order = Order(column, order == Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        paths = [self._lines[index.row()].path for index in kept]
        self._lines = self._sorted(self._lines)
        at = {line.path: row for row, line in enumerate(self._lines)}
        moved = [self.index(at[p], i.column()) for p, i in zip(paths, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def row_of(self, path: str) -> int:
        """Return the row of a report, -1 where it has none."""
        return next((row for row, line in enumerate(self._lines) if line.path == path), -1)

    def _sorted(self, lines: Sequence[Line]) -> list[Line]:
        key: Callable[[Line], Any] = {
            UNIT: _name,
            YEAR: lambda line: line.year or 0,
            TOTAL: _weight,
            OPEN: lambda line: line.undecided,
            STATE: lambda line: list(STAGE_TEXT).index(line.stage),
        }.get(self.order.column, self._family)
        return sorted(sorted(lines, key=_name), key=key, reverse=self.order.descending)

    def _family(self, line: Line) -> int:
        return line.count(LETTERS[self.order.column - FIRST_FAMILY])

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of reports."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column: a family by its letter, with its name as a tip."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < COLUMNS:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return short(section)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return heading(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows; `COUNT_ROLE` is its number, `LINE_ROLE` its report."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line, column = self._lines[index.row()], index.column()
        if role == LINE_ROLE:
            return line
        if role == COUNT_ROLE:
            return count_in(line, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return text_in(line, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column != UNIT:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _spoken(self, line: Line, column: int) -> str:
        if column in (UNIT, YEAR, STATE):
            state = QCoreApplication.translate("ReportModel", STAGE_TEXT[line.stage])
            return f"{line.name}　{state}\n{line.path}"
        told = [line.name, f"{heading(column)} {count_in(line, column)}"]
        if FIRST_FAMILY <= column < TOTAL:
            counts = line.families.get(LETTERS[column - FIRST_FAMILY], {})
            told += [
                f"{said(SEVERITY_TEXT[severity])} {counts[severity]}"
                for severity in Severity
                if counts.get(severity)
            ]
        return "　".join(told)


def heading(column: int) -> str:
    """Name a column: a family by letter and name."""
    if FIRST_FAMILY <= column < TOTAL:
        letter = LETTERS[column - FIRST_FAMILY]
        return f"{letter} {family_name(letter)}"
    return QCoreApplication.translate("HeatModel", _HEADINGS[column])


def short(column: int) -> str:
    """Head a column in as few letters as will do: a family by its own, the state by none."""
    if FIRST_FAMILY <= column < TOTAL:
        return LETTERS[column - FIRST_FAMILY]
    return "" if column == STATE else heading(column)


def count_in(line: Line, column: int) -> int:
    """Return the number of a cell; 0 where it has none."""
    if FIRST_FAMILY <= column < TOTAL:
        return line.count(LETTERS[column - FIRST_FAMILY])
    return {TOTAL: line.total, OPEN: line.undecided}.get(column, 0)


def text_in(line: Line, column: int) -> str:
    """Return what a cell shows: nothing for nought."""
    if column == UNIT:
        return line.unit or line.path.rpartition("/")[2]
    if column == YEAR:
        return str(line.year or "")
    return str(count_in(line, column) or "")


def _name(line: Line) -> tuple[str, int, str]:
    return (line.unit or line.path.rpartition("/")[2], line.year or 0, line.path)


def _weight(line: Line) -> tuple[int, ...]:
    return tuple(line.tally.standing[severity] for severity in Severity)
