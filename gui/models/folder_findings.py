"""All findings of the folder as a tree of two levels: groups, and the findings in them.

Groups hand out their findings in portions, as they are looked at; a folder has a hundred
thousand of them. A verdict changes one row, an arriving report only the rows of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from gui.models.finding_groups import PORTION, Group, Groups, place_among
from gui.models.findings import DECISION_TEXT, SEVERITY_TEXT, said
from gui.models.gathered import Criteria, Item, Sifted, Whose, group_of, sift, weigh
from gui.words import QT_TRANSLATE_NOOP
from parser.review.entries import Entry
from parser.review.review import Review

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2

FEW = 8  # so many reports change row by row; where more do, everything is grouped anew

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

HEADINGS = (
    QT_TRANSLATE_NOOP("FolderFindings", "编号"),
    QT_TRANSLATE_NOOP("FolderFindings", "单位"),
    QT_TRANSLATE_NOOP("FolderFindings", "问题"),
    QT_TRANSLATE_NOOP("FolderFindings", "结论"),
)
CODE, UNIT, SENTENCE, VERDICT = range(4)


class FolderFindings(QAbstractItemModel):
    """What passes the criteria, grouped."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.wanted = Criteria()
        self.sifted = Sifted()
        self._items: dict[str, list[Item]] = {}
        self._order: list[str] | None = None
        self._groups = Groups()

    # What is there

    def clear(self) -> None:
        """Forget everything."""
        self._items.clear()
        self._order = None
        self.regroup()

    def show(self, wanted: Criteria) -> None:
        """Show what passes these criteria."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.regroup()

    def take(
        self,
        entries: Mapping[str, Sequence[Entry]],
        reviews: Mapping[str, Review],
        paths: Iterable[str],
    ) -> None:
        """Take the findings of these reports as they stand now."""
        changed = list(paths)
        few = len(changed) <= FEW
        for path in changed:
            before = self._items.get(path, [])
            now = entries.get(path, ()) if path in reviews else ()
            if [item.entry.id for item in before] == [entry.id for entry in now]:
                self._renew(before, now, by_row=few)
                continue
            whose = Whose.of(reviews[path]) if now else None
            fresh = [Item(entry, whose) for entry in now] if whose else []
            for item in before if few else ():
                weigh(self.sifted, item, self.wanted, -1)
            if few:
                self._remove(before)
            self._items[path] = fresh
            if not fresh or not before:
                self._order = None
            if few:
                self._insert([item for item in fresh if weigh(self.sifted, item, self.wanted)])
        if not few:
            self.regroup()

    def regroup(self) -> None:
        """Group everything anew."""
        self.beginResetModel()
        self.sifted = sift(map(self._items.__getitem__, self._paths()), self.wanted)
        self._groups.fill(self.sifted.groups, self.wanted.grouping)
        self.endResetModel()

    def items_at(self, indexes: Iterable[Index]) -> list[Item]:
        """Return the findings of these rows; of a group, all that it has. Each of them once."""
        found: dict[tuple[str, str], Item] = {}
        for index in indexes:
            group = self._groups.numbered(index.internalId())
            if group is not None:
                items = group.items[index.row() : index.row() + 1]
            else:
                items = self._groups[index.row()].items
            for item in items:
                path = "" if item.entry.paths else item.whose.path
                found.setdefault((path, item.entry.id), item)
        return list(found.values())

    def count_at(self, selection: QItemSelection) -> int:
        """Count the findings of a selection without going through them."""
        whole: set[int] = set()
        parts = [selection.at(at) for at in range(selection.size())]
        for part in parts:
            if not part.parent().isValid():
                whole |= set(range(part.top(), part.bottom() + 1))
        single = sum(
            part.bottom() - part.top() + 1
            for part in parts
            if part.parent().isValid() and part.parent().row() not in whole
        )
        return single + sum(len(self._groups[row].items) for row in whole)

    def index_of(self, path: str, finding: str) -> QModelIndex:
        """Return where a finding stands, handing it out if it was not yet; invalid if nowhere."""
        for item in self._items.get(path, ()):
            if item.entry.id == finding:
                group = self._groups.named(group_of(item, self.wanted.grouping))
                if group is not None and item in group.items:
                    return self._child(group, group.items.index(item))
                paths = sorted(item.entry.paths) if not item.leads else []
                return self.index_of(paths[0], finding) if paths else QModelIndex()
        return QModelIndex()

    def next_open(self, index: Index) -> QModelIndex:
        """Return the next finding without a verdict after a row, in whichever group it is."""
        group = self._groups.numbered(index.internalId())
        at = index.row() + 1 if group else 0
        first = group.row if group else index.row()
        for later in list(self._groups)[first:]:
            for place in range(at, len(later.items)):
                if later.items[place].judged is None:
                    return self._child(later, place)
            at = 0
        return QModelIndex()

    def _child(self, group: Group, at: int) -> QModelIndex:
        while at >= group.shown:
            self._portion(group)
        return self.createIndex(at, 0, group.number)

    # What changes row by row

    def _renew(self, before: Sequence[Item], now: Sequence[Entry], *, by_row: bool) -> None:
        for item, entry in zip(before, now, strict=True):
            if item.entry == entry:
                continue
            was = by_row and weigh(self.sifted, item, self.wanted, -1)
            if was and entry.severity is not item.entry.severity:
                self._remove([item])
                was = False
            item.show(entry)
            if not by_row:
                continue
            is_shown = weigh(self.sifted, item, self.wanted)
            if was and is_shown:
                self._tell(item)
            elif was:
                self._remove([item])
            elif is_shown:
                self._insert([item])

    def _tell(self, item: Item) -> None:
        group = self._groups.named(group_of(item, self.wanted.grouping))
        if group is None:
            return
        at = group.items.index(item)
        if at < group.shown:
            last = self.createIndex(at, VERDICT, group.number)
            self.dataChanged.emit(self.createIndex(at, 0, group.number), last)
        self._tell_group(group)

    def _tell_group(self, group: Group) -> None:
        self.dataChanged.emit(self.index(group.row, 0), self.index(group.row, VERDICT))

    def _remove(self, items: Iterable[Item]) -> None:
        for item in items:
            group = self._groups.named(group_of(item, self.wanted.grouping))
            if group is None or item not in group.items:
                continue
            if len(group.items) == 1:
                self.beginRemoveRows(ROOT, group.row, group.row)
                self._groups.remove(group)
                self.endRemoveRows()
                continue
            at = group.items.index(item)
            if at < group.shown:
                self.beginRemoveRows(self.index(group.row, 0), at, at)
                del group.items[at]
                group.shown -= 1
                self.endRemoveRows()
            else:
                del group.items[at]
            self._tell_group(group)

    def _insert(self, items: Iterable[Item]) -> None:
        for item in items:
            name = group_of(item, self.wanted.grouping)
            group = self._groups.named(name)
            if group is None:
                at = self._groups.place_for(name, item)
                self.beginInsertRows(ROOT, at, at)
                self._groups.add(at, name, item)
                self.endInsertRows()
                continue
            at = place_among(group.items, item)
            if at <= group.shown:
                self.beginInsertRows(self.index(group.row, 0), at, at)
                group.items.insert(at, item)
                group.shown += 1
                self.endInsertRows()
            else:
                group.items.insert(at, item)
            self._tell_group(group)

    def _paths(self) -> list[str]:
        if self._order is None:
            there = [(items[0].whose.order, path) for path, items in self._items.items() if items]
            self._order = [path for _, path in sorted(there)]
        return self._order

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Return the index of a group, or of a finding in one."""
        if row < 0 or not 0 <= column < len(HEADINGS):
            return QModelIndex()
        if not parent.isValid():
            there = row < len(self._groups)
            return self.createIndex(row, column, 0) if there else QModelIndex()
        if parent.internalId() or parent.column() or parent.row() >= len(self._groups):
            return QModelIndex()
        group = self._groups[parent.row()]
        there = row < group.shown
        return self.createIndex(row, column, group.number) if there else QModelIndex()

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the group of a finding."""
        group = self._groups.numbered(index.internalId()) if index.isValid() else None
        return self.createIndex(group.row, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of groups, or of the findings that a group has handed out."""
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() or parent.column() or parent.row() >= len(self._groups):
            return 0
        return self._groups[parent.row()].shown

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the number of columns."""
        return len(HEADINGS)

    def hasChildren(self, parent: Index = ROOT) -> bool:
        """Say whether a row is a group, or there are any."""
        return self.rowCount(parent) > 0

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether a group has findings that it has not handed out."""
        if not parent.isValid() or parent.internalId() or parent.row() >= len(self._groups):
            return False
        group = self._groups[parent.row()]
        return group.shown < len(group.items)

    def fetchMore(self, parent: Index) -> None:
        """Hand out another portion of a group."""
        if self.canFetchMore(parent):
            self._portion(self._groups[parent.row()])

    def _portion(self, group: Group) -> None:
        more = min(PORTION, len(group.items) - group.shown)
        self.beginInsertRows(self.index(group.row, 0), group.shown, group.shown + more - 1)
        group.shown += more
        self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that findings have nothing below them."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemNeverHasChildren if index.internalId() else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if not 0 <= section < len(HEADINGS):
            return None
        return QCoreApplication.translate("FolderFindings", HEADINGS[section])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows; `ITEM_ROLE` is the finding, `COUNT_ROLE` a group's number."""
        if not index.isValid():
            return None
        group = self._groups.numbered(index.internalId())
        if group is None:
            return self._of_group(index, role)
        item = group.items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{item.whose.name}　{item.entry.with_code}\n{item.whose.path}"
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == CODE:
            return f"{said(SEVERITY_TEXT[item.entry.severity])} {item.entry.code}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(item, index.column())
        return None

    def _of_group(self, index: Index, role: int) -> object:
        group = self._groups[index.row()]
        if role == COUNT_ROLE:
            return len(group.items)
        if role == Qt.ItemDataRole.DisplayRole and index.column() == 0:
            return group.title
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self.tr("{0}，{1} 条").format(group.title, len(group.items))
        return None

    def _text(self, item: Item, column: int) -> str:
        entry = item.entry
        if column == UNIT and entry.paths and self.wanted.grouping != "unit":
            return self.tr("{0} 等 {1} 份").format(item.whose.name, len(entry.paths) + 1)
        return {
            CODE: entry.code,
            UNIT: item.whose.name,
            SENTENCE: entry.text,
            VERDICT: said(DECISION_TEXT[item.judged]),
        }[column]
