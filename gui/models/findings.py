"""The findings of one report as a table, with what was decided on each."""

from __future__ import annotations

from collections.abc import Sequence

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
from parser.model import Severity
from parser.review.carried import Carried
from parser.review.entries import Entry
from parser.review.review import Decision, decision_of
from parser.review.tally import Tally

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

HEADINGS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("FindingModel", "级别"),
    QT_TRANSLATE_NOOP("FindingModel", "编号"),
    QT_TRANSLATE_NOOP("FindingModel", "问题"),
    QT_TRANSLATE_NOOP("FindingModel", "结论"),
    QT_TRANSLATE_NOOP("FindingModel", "备注"),
)
SEVERITY, CODE, SENTENCE, VERDICT, NOTE = range(5)

SEVERITY_TEXT = {
    Severity.ERROR: QT_TRANSLATE_NOOP("FindingModel", "错误"),
    Severity.WARNING: QT_TRANSLATE_NOOP("FindingModel", "疑点"),
    Severity.INFO: QT_TRANSLATE_NOOP("FindingModel", "提示"),
}
DECISION_TEXT: dict[Decision | None, str] = {
    "confirmed": QT_TRANSLATE_NOOP("FindingModel", "属实"),
    "dismissed": QT_TRANSLATE_NOOP("FindingModel", "误报"),
    "corrected": QT_TRANSLATE_NOOP("FindingModel", "已更正"),
    "later": QT_TRANSLATE_NOOP("FindingModel", "待查"),
    None: QT_TRANSLATE_NOOP("FindingModel", "待定"),
}


AGAIN = QT_TRANSLATE_NOOP("FindingModel", "改了，请再看")
BEFORE = QT_TRANSLATE_NOOP("FindingModel", "改了，请再看。原来说：{0}（判为{1}）")


class FindingModel(QAbstractTableModel):
    """A list of entries. Editing the note column judges through `on_note`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._entries: list[Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these entries; rows that stay keep their place and their selection."""
        fresh = list(entries)
        if [e.id for e in fresh] == [e.id for e in self._entries]:
            self._entries = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, NOTE))
            return
        self.beginResetModel()
        self._entries = fresh
        self.endResetModel()

    @property
    def entries(self) -> Sequence[Entry]:
        """What is listed, gravest first."""
        return self._entries

    def tally(self) -> Tally:
        """Count the entries."""
        return Tally.of(self._entries)

    def row_of(self, entry_id: str) -> int:
        """Return the row of an entry, -1 where it is not listed."""
        return next((i for i, e in enumerate(self._entries) if e.id == entry_id), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._entries)

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
            return said(HEADINGS[section]) if 0 <= section < len(HEADINGS) else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows; `ENTRY_ROLE` is the entry itself."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            told = spoken(entry.text)
            return f"{told}\n{_said_before(entry.again)}" if entry.again else told
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() == SEVERITY:
                return said(SEVERITY_TEXT[entry.severity])
            return self._text(entry, index.column())
        return None

    def _text(self, entry: Entry, column: int) -> str:
        return {
            SEVERITY: "",
            CODE: entry.code,
            SENTENCE: spoken(entry.text),
            VERDICT: said(AGAIN) if entry.again else said(DECISION_TEXT[entry.state]),
            NOTE: entry.verdict.note if entry.verdict else "",
        }[column]


class FindingFilter(RowFilter):
    """Hides severities, and what is dismissed, as the auditor likes."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with everything shown."""
        super().__init__(parent)
        self._hidden: frozenset[Severity] = frozenset()
        self._dismissed_too = True
        self._only: frozenset[Decision | None] = frozenset()

    def set_hidden(self, hidden: frozenset[Severity]) -> None:
        """Hide the findings of these severities."""
        self.change(lambda: setattr(self, "_hidden", hidden))

    def set_dismissed_shown(self, shown: bool) -> None:
        """Show or hide what was dismissed."""
        self.change(lambda: setattr(self, "_dismissed_too", shown))

    def set_only(self, states: frozenset[Decision | None]) -> None:
        """Show only findings of which this became; all where it is empty."""
        self.change(lambda: setattr(self, "_only", states))

    def passes(self, entry: Entry) -> bool:
        """Say whether an entry is shown."""
        if entry.severity in self._hidden:
            return False
        if self._only:
            return entry.state in self._only
        return self._dismissed_too or not entry.dismissed

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Say whether a row is shown."""
        model = self.sourceModel()
        if not isinstance(model, FindingModel):
            return True
        return self.passes(model.entries[source_row])


def said(text: str) -> str:
    """Return one of this module's words in the window's language."""
    return QCoreApplication.translate("FindingModel", text)


def _said_before(item: Carried) -> str:
    decision = decision_of(item.said)
    return said(BEFORE).format(item.before, said(DECISION_TEXT[decision]))
