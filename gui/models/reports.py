"""The reports as a table: state, unit, year, errors, warnings. Sorted and filtered here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
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
from gui.words import QT_TRANSLATE_NOOP
from parser.model import Severity
from parser.review.entries import entries
from parser.review.review import Review, Stage
from parser.review.tally import Tally

PATH_ROLE = Qt.ItemDataRole.UserRole + 1
STAGE_ROLE = Qt.ItemDataRole.UserRole + 2
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 3
COUNT_ROLE = Qt.ItemDataRole.UserRole + 4

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

STAGE_TEXT = {
    Stage.UNREADABLE: QT_TRANSLATE_NOOP("ReportModel", "读不出"),
    Stage.UNTOUCHED: QT_TRANSLATE_NOOP("ReportModel", "未审"),
    Stage.UNDERWAY: QT_TRANSLATE_NOOP("ReportModel", "审核中"),
    Stage.REVIEWED: QT_TRANSLATE_NOOP("ReportModel", "已审"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """What the list shows of one report, worked out once."""

    path: str
    stage: Stage
    unit: str
    year: int | None
    detail: str
    errors: int
    warnings: int
    recognised: bool
    haystack: str  # what the filter box looks through


@dataclass(frozen=True, slots=True)
class Column:
    """A column as data: heading, what it sorts by."""

    heading: str
    tip: str
    sort: Callable[[Row], Any]


COLUMNS: tuple[Column, ...] = (
    Column("", QT_TRANSLATE_NOOP("ReportModel", "审核状态"), lambda r: list(Stage).index(r.stage)),
    Column(
        QT_TRANSLATE_NOOP("ReportModel", "单位"),
        QT_TRANSLATE_NOOP("ReportModel", "单位与文件"),
        lambda r: r.unit or r.path,
    ),
    Column(
        QT_TRANSLATE_NOOP("ReportModel", "年度"),
        QT_TRANSLATE_NOOP("ReportModel", "报告年度"),
        lambda r: r.year or 0,
    ),
    Column(
        QT_TRANSLATE_NOOP("ReportModel", "错误"),
        QT_TRANSLATE_NOOP("ReportModel", "错误数（已排除的不算）"),
        lambda r: r.errors,
    ),
    Column(
        QT_TRANSLATE_NOOP("ReportModel", "疑点"),
        QT_TRANSLATE_NOOP("ReportModel", "警告数（已排除的不算）"),
        lambda r: r.warnings,
    ),
)
STATE, UNIT, YEAR, ERRORS, WARNINGS = range(5)


class ReportModel(QAbstractTableModel):
    """Every report on the desk. New ones go to their sorted place as they arrive."""

    def __init__(self, reviews: Callable[[], Mapping[str, Review]], parent: QObject | None = None):
        """Read from `reviews`, which is asked anew for each change."""
        super().__init__(parent)
        self._reviews = reviews
        self._rows: list[Row] = []
        self._sort_column = -1
        self._descending = False
        self.tally: Callable[[str], Tally] = lambda path: Tally.of(entries(reviews()[path]))

    def clear(self) -> None:
        """Forget every row."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def add(self, paths: Iterable[str]) -> None:
        """Show reports that came to the desk."""
        reviews = self._reviews()
        known = {row.path for row in self._rows}
        for path in paths:
            if path in known:
                self.refresh(path)
            elif path in reviews:
                row = self._row(reviews[path])
                at = self._place(row)
                self.beginInsertRows(QModelIndex(), at, at)
                self._rows.insert(at, row)
                self.endInsertRows()

    def refresh(self, path: str) -> None:
        """Show a report as it stands now. It stays in its place, so nothing jumps away."""
        at = self.row_of(path)
        review = self._reviews().get(path)
        if at < 0 or review is None:
            return
        self._rows[at] = self._row(review)
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))

    def remove(self, paths: Iterable[str]) -> None:
        """Show some reports no longer."""
        for path in paths:
            at = self.row_of(path)
            if at >= 0:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._rows[at]
                self.endRemoveRows()

    def refresh_all(self) -> None:
        """Show every report as it stands now."""
        reviews = self._reviews()
        self._rows = [self._row(reviews[row.path]) for row in self._rows if row.path in reviews]
        if self._rows:
            last = self.index(len(self._rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, path: str) -> int:
        """Return the row of a path, -1 where it has none."""
        return next((i for i, row in enumerate(self._rows) if row.path == path), -1)

    def row(self, at: int) -> Row:
        """Return what is shown in a row."""
        return self._rows[at]

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of reports."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column or its tip."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _said(COLUMNS[section].heading)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _said(COLUMNS[section].tip)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or what the whole row is by the roles above."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == PATH_ROLE:
            return row.path
        if role == STAGE_ROLE:
            return row.stage
        if role == DETAIL_ROLE:
            return row.detail
        if role == COUNT_ROLE:
            return {ERRORS: row.errors, WARNINGS: row.warnings}.get(index.column(), 0)
        if role == Qt.ItemDataRole.ToolTipRole:
            unit = row.unit or self.tr("未认出单位")
            return f"{unit}\n{row.path}\n{row.detail}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != UNIT:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows in place: ten thousand take some milliseconds in Python, a second in Qt."""
        self._sort_column, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        paths = [self._rows[index.row()].path for index in kept]
        self._rows.sort(key=lambda row: row.path)
        if 0 <= column < len(COLUMNS):
            self._rows.sort(key=COLUMNS[column].sort, reverse=self._descending)
        at = {row.path: i for i, row in enumerate(self._rows)}
        moved = [
            self.index(at[path], index.column()) for path, index in zip(paths, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _place(self, row: Row) -> int:
        if self._sort_column >= 0:
            return len(self._rows)
        return bisect_left(self._rows, row.path, key=lambda other: other.path)

    def _row(self, review: Review) -> Row:
        current = review.current
        if current.status == "unreadable":
            detail = current.error or self.tr("读不出")
        elif current.status == "not_a_report":
            detail = current.error or self.tr("没有认出年报")
        else:
            names = [p.rpartition("/")[2] for p in (review.path, current.attached) if p]
            detail = " ＋ ".join(names)
        if current.status != "ok":
            detail = (
                f"{review.path.rpartition('/')[2]}：{detail}" if current.identity.unit else detail
            )
        counts = self.tally(review.path).standing
        return Row(
            path=review.path,
            stage=review.stage,
            unit=current.identity.unit,
            year=current.identity.year,
            detail=detail,
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            recognised=current.status == "ok",
            haystack=" ".join(
                (current.identity.unit, str(current.identity.year or ""), review.path, detail)
            ).casefold(),
        )

    def _text(self, row: Row, column: int) -> str:
        if column == UNIT:
            return row.unit or row.path.rpartition("/")[2]
        if column == YEAR:
            return str(row.year) if row.year else ""
        if column in (ERRORS, WARNINGS):
            count = row.errors if column == ERRORS else row.warnings
            return str(count) if count else ""
        return ""

    def _spoken(self, row: Row, column: int) -> str:
        if column == STATE:
            return _said(STAGE_TEXT[row.stage])
        if column == ERRORS:
            return self.tr("{0} 个错误").format(row.errors)
        if column == WARNINGS:
            return self.tr("{0} 个疑点").format(row.warnings)
        return f"{self._text(row, column)} {row.detail if column == UNIT else ''}".strip()


class ReportFilter(RowFilter):
    """Shows the reports that hold every word of the filter box and have the chosen state."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with everything shown."""
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._state = "all"

    def set_text(self, text: str) -> None:
        """Show only reports in which every one of the words occurs."""
        self.change(lambda: setattr(self, "_words", tuple(text.casefold().split())))

    def set_state(self, state: str) -> None:
        """Show only reports in a state: all, errors, open, reviewed, unreadable."""
        self.change(lambda: setattr(self, "_state", state))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the model sort itself."""
        model = self.sourceModel()
        if model is not None:
            model.sort(column, order)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Say whether a row is shown."""
        model = self.sourceModel()
        if not isinstance(model, ReportModel):
            return True
        row = model.row(source_row)
        if self._words and not all(word in row.haystack for word in self._words):
            return False
        match self._state:
            case "errors":
                return row.errors > 0
            case "open":
                return row.stage in (Stage.UNTOUCHED, Stage.UNDERWAY)
            case "reviewed":
                return row.stage is Stage.REVIEWED
            case "unreadable":
                return not row.recognised
            case _:
                return True


def _said(text: str) -> str:
    return QCoreApplication.translate("ReportModel", text) if text else ""
