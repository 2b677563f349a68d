"""The events of the log as a table, the last one first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from gui.models import event_words
from gui.words import QT_TRANSLATE_NOOP
from parser.review.session import Event

EVENT_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

HEADINGS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("HistoryModel", "时间"),
    QT_TRANSLATE_NOOP("HistoryModel", "审核人"),
    QT_TRANSLATE_NOOP("HistoryModel", "文件"),
    QT_TRANSLATE_NOOP("HistoryModel", "做了什么"),
    QT_TRANSLATE_NOOP("HistoryModel", "原为"),
    QT_TRANSLATE_NOOP("HistoryModel", "改为"),
    QT_TRANSLATE_NOOP("HistoryModel", "理由、备注"),
)
WHEN, WHO, FILE, WHAT, FROM, TO, WHY = range(7)


class HistoryModel(QAbstractTableModel):
    """Events, newest at the top. `name_of` names a figure of the report at a path."""

    def __init__(self, name_of: Callable[[str, str], str], parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._name_of = name_of
        self._events: list[Event] = []

    def show(self, events: Sequence[Event]) -> None:
        """Show these events, given first to last; what is new comes on top of what is there."""
        fresh, known = list(events), len(self._events)
        if known and fresh[:known] == self._events:
            if len(fresh) > known:
                self.beginInsertRows(ROOT, 0, len(fresh) - known - 1)
                self._events = fresh
                self.endInsertRows()
            return
        self.beginResetModel()
        self._events = fresh
        self.endResetModel()

    def event_at(self, row: int) -> Event | None:
        """Return the event of a row, None for no row."""
        return self._events[-1 - row] if 0 <= row < len(self._events) else None

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of events."""
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            known = 0 <= section < len(HEADINGS)
            return QCoreApplication.translate("HistoryModel", HEADINGS[section]) if known else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows; `EVENT_ROLE` is the event itself."""
        event = self.event_at(index.row()) if index.isValid() else None
        if event is None:
            return None
        if role == EVENT_ROLE:
            return event
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(event, index.column())
        return None

    def _text(self, event: Event, column: int) -> str:
        if column == WHAT:
            return event_words.what(event, lambda key: self._name_of(event.path, key))
        if column in (FROM, TO):
            return event_words.value(event, event.old if column == FROM else event.new)
        return {
            WHEN: event_words.moment(event),
            WHO: event.who,
            FILE: event.path,
            WHY: event.reason,
        }[column]
