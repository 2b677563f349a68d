"""The second round in lists: units with their state, and the lines of what became of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

from gui.models.row_filter import RowFilter
from gui.translation import spoken
from gui.words import QT_TRANSLATE_NOOP
from parser.model import Severity, Span
from parser.review.followed import Outcome
from parser.review.second_round import Return, Standing

PATH_ROLE = Qt.ItemDataRole.UserRole + 1
STANDING_ROLE = Qt.ItemDataRole.UserRole + 2
LINE_ROLE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

STANDING_TEXT = {
    Standing.DONE: QT_TRANSLATE_NOOP("Returns", "已整改"),
    Standing.PARTLY: QT_TRANSLATE_NOOP("Returns", "部分整改"),
    Standing.OPEN: QT_TRANSLATE_NOOP("Returns", "未整改"),
    Standing.ADDED: QT_TRANSLATE_NOOP("Returns", "新增问题"),
    Standing.UNCLEAR: QT_TRANSLATE_NOOP("Returns", "无法判断"),
    Standing.NOTHING: QT_TRANSLATE_NOOP("Returns", "无需整改"),
    Standing.ABSENT: QT_TRANSLATE_NOOP("Returns", "未交"),
}
# The order in which units are looked after.
WORST_FIRST = (
    Standing.OPEN,
    Standing.PARTLY,
    Standing.ADDED,
    Standing.UNCLEAR,
    Standing.ABSENT,
    Standing.DONE,
    Standing.NOTHING,
)
OUTCOME_TEXT = {
    Outcome.SETTLED: QT_TRANSLATE_NOOP("Returns", "已整改"),
    Outcome.PARTLY: QT_TRANSLATE_NOOP("Returns", "部分整改"),
    Outcome.OPEN: QT_TRANSLATE_NOOP("Returns", "未整改"),
    Outcome.UNCLEAR: QT_TRANSLATE_NOOP("Returns", "无法判断"),
}
_CHANGE_TEXT = {
    "figure": QT_TRANSLATE_NOOP("Returns", "改数"),
    "added": QT_TRANSLATE_NOOP("Returns", "增加"),
    "removed": QT_TRANSLATE_NOOP("Returns", "删去"),
    "changed": QT_TRANSLATE_NOOP("Returns", "改写"),
}
_UNIT_HEADS = (
    QT_TRANSLATE_NOOP("Returns", "单位"),
    QT_TRANSLATE_NOOP("Returns", "年度"),
    QT_TRANSLATE_NOOP("Returns", "整改状态"),
)
_LINE_HEADS = (
    QT_TRANSLATE_NOOP("Returns", "结果"),
    QT_TRANSLATE_NOOP("Returns", "编号"),
    QT_TRANSLATE_NOOP("Returns", "内容"),
)


def said(text: str) -> str:
    """Return a text of these lists in the window's language."""
    return QCoreApplication.translate("Returns", text)


def standing_text(standing: Standing) -> str:
    """Name a state in the window's language."""
    return said(STANDING_TEXT[standing])


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit's report: what it is called, and how it stands; `summary` says it in full."""

    path: str
    unit: str
    year: int | None
    standing: Standing
    summary: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to be said of a report that came back, with its places in both versions."""

    result: str
    code: str
    text: str
    severity: Severity | None
    outcome: Outcome | None
    spans: tuple[Span, ...] = ()
    new_spans: tuple[Span, ...] = ()


def followed_lines(one: Return) -> list[Line]:
    """Return what became of what was asked."""
    return [
        Line(
            said(OUTCOME_TEXT[f.outcome]),
            f.code,
            f"{spoken(f.message)}　{f.remark}" if f.remark else spoken(f.message),
            f.severity,
            f.outcome,
            f.spans,
            f.new_spans,
        )
        for f in one.followed
    ]


def added_lines(one: Return) -> list[Line]:
    """Return the findings that the corrected report brought."""
    return [
        Line(
            said(QT_TRANSLATE_NOOP("Returns", "新增")),
            added.finding.code,
            spoken(added.finding.message),
            added.finding.severity,
            None,
            (),
            added.finding.spans,
        )
        for added in one.added
    ]


def unasked_lines(one: Return) -> list[Line]:
    """Return what changed although nobody asked for it."""
    return [
        Line(
            said(_CHANGE_TEXT[change.kind]),
            "",
            spoken(change.sentence),
            None,
            None,
            (change.span,) if change.span else (),
            (change.new_span,) if change.new_span else (),
        )
        for change in (*one.figures, *one.sentences)
    ]


class _Table(QAbstractTableModel):
    """Rows that are given whole, under headings."""

    heads: tuple[str, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: list[Any] = []

    def show_rows(self, rows: Iterable[Any]) -> None:
        """Show these rows and no others."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column."""
        across = orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.heads)
        return said(self.heads[section]) if across and role == Qt.ItemDataRole.DisplayRole else None


class UnitModel(_Table):
    """The units of a second round."""

    heads = _UNIT_HEADS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or its report and standing."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row: UnitRow = self.rows[index.row()]
        texts = (
            row.unit or row.path.rpartition("/")[2],
            str(row.year or ""),
            standing_text(row.standing),
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == PATH_ROLE:
            return row.path
        if role == STANDING_ROLE:
            return row.standing
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.unit}\n{row.path}\n{row.summary}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.summary if index.column() == len(texts) - 1 else texts[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignCenter
        return None


class UnitFilter(RowFilter):
    """Shows the units that stand in one of some ways."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show all."""
        super().__init__(parent)
        self._standings: frozenset[Standing] = frozenset(Standing)

    def set_standings(self, standings: Iterable[Standing]) -> None:
        """Show only units that stand so."""
        self.change(lambda: setattr(self, "_standings", frozenset(standings)))

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Say whether a unit is shown."""
        model = self.sourceModel()
        if not isinstance(model, UnitModel):
            return True
        return model.rows[source_row].standing in self._standings


class LineModel(_Table):
    """What there is to say of one report that came back."""

    heads = _LINE_HEADS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or the line itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        line: Line = self.rows[index.row()]
        texts: Sequence[str] = (line.result, line.code, line.text)
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.text
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() < len(texts) - 1:
            return Qt.AlignmentFlag.AlignCenter
        return None
