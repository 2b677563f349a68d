"""The reports as a table of lines, sorted, filtered and grouped here.

Five thousand rows take some milliseconds in Python; asked row by row, Qt takes a second.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gui.models.phonetic import Alphabet
from gui.models.report_cells import (
    COUNT_ROLE,
    DETAIL_ROLE,
    GROUP_ROLE,
    PATH_ROLE,
    STAGE_ROLE,
    of_group,
    of_row,
    said,
)
from gui.models.report_columns import COLUMNS
from gui.models.report_facets import Chosen, Facet, counted, passes
from gui.models.report_lines import (
    PROBLEMS,
    Group,
    Line,
    arranged,
    changes,
    group_of,
    key_of,
    passing,
)
from gui.models.report_row import Row, row_of
from parser.review.review import Review

__all__ = [
    "COUNT_ROLE",
    "DETAIL_ROLE",
    "GROUP_ROLE",
    "PATH_ROLE",
    "STAGE_ROLE",
    "ReportModel",
]

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
# Words as they are typed, and what finds them by pinyin.
Sought = tuple[tuple[str, re.Pattern[str] | None], ...]
# Beyond so many runs of lines that come and go it is quicker to show everything anew.
_MOST_RUNS = 40


class ReportModel(QAbstractTableModel):
    """Every report on the desk. New ones go to their sorted place as they arrive."""

    rearranging = Signal()  # lines are about to come, go or move
    rearranged = Signal(bool)  # that was asked for, by a filter, a sort or a grouping

    def __init__(self, reviews: Callable[[], Mapping[str, Review]], parent: QObject | None = None):
        """Read from `reviews`, which is asked anew for each change."""
        super().__init__(parent)
        self._reviews = reviews
        self.make_row: Callable[[Review], Row] = row_of
        self._rows: dict[str, Row] = {}
        self._order: list[str] = []
        self._accepted: list[str] = []
        self._lines: list[Line] = []
        self._at: dict[str, int] = {}
        self._sort_column = -1
        self._descending = False
        self._text = ""
        self._sought: Sought = ()
        self._chosen: dict[str, frozenset[str]] = {}
        self._grouping = ""
        self._folded = {PROBLEMS}
        self._folded_in_search: set[str] = set()
        self._problems = 0  # of those that the filter leaves
        self.alphabet = Alphabet()

    # What it holds

    @property
    def rows(self) -> Mapping[str, Row]:
        """Every report, shown or not, by path."""
        return self._rows

    @property
    def accepted(self) -> Sequence[str]:
        """The paths that the filter leaves, in the order shown, those of folded groups too."""
        return self._accepted

    def accepts(self, path: str) -> bool:
        """Say whether the filter leaves a report."""
        row = self._rows.get(path)
        return row is not None and self._accepts(row)

    @property
    def is_filtered(self) -> bool:
        """Say whether a word or a facet may leave reports out."""
        return bool(self._text.strip() or self._chosen)

    @property
    def chosen(self) -> Chosen:
        """The values chosen of each facet of which any is."""
        return self._chosen

    @property
    def grouping(self) -> str:
        """What the lines are grouped by, "" for nothing."""
        return self._grouping

    def line(self, at: int) -> Line:
        """Return what is shown in a line."""
        return self._lines[at]

    def row(self, at: int) -> Row:
        """Return the report shown in a line. TypeError for the heading of a group."""
        line = self._lines[at]
        if isinstance(line, Group):
            raise TypeError(line.title)
        return line

    def row_of(self, path: str) -> int:
        """Return the line of a path, -1 where it has none."""
        return self._at.get(path, -1)

    def counts(self, facet: Facet) -> list[tuple[str, int]]:
        """Count the values of a facet among what the words and the other facets leave."""
        sought = self._sought
        rows = (row for row in self._rows.values() if _has(row, sought))
        return counted(rows, facet, self._chosen)

    def found(self, text: str) -> list[Row]:
        """Return every report, whatever the filter, in which all words of a text occur."""
        sought = self._patterns(text)
        return [row for path in self._order if _has(row := self._rows[path], sought)]

    # What changes it

    def clear(self) -> None:
        """Forget every row."""
        for known in (self._rows, self._order):
            known.clear()
        self._arrange()

    def add(self, paths: Iterable[str]) -> None:
        """Show reports that came to the desk."""
        reviews = self._reviews()
        for path in paths:
            review = reviews.get(path)
            if review is None:
                continue
            if path not in self._rows:
                self._order.insert(bisect_left(self._order, path), path)
            self._take(self.make_row(review))
        if self._sort_column >= 0:
            self._sort()
        self._arrange()

    def refresh(self, path: str) -> None:
        """Show a report as it stands now. It stays in its place, so nothing jumps away."""
        review, before = self._reviews().get(path), self._rows.get(path)
        if review is None or before is None:
            return
        row = self.make_row(review)
        if row == before:
            return
        self._take(row)
        at = self._at.get(path, -1)
        if at < 0 or not self._accepts(row) or self._group(row) != self._group(before):
            self._arrange()
        else:
            self._lines[at] = row
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))

    def remove(self, paths: Iterable[str]) -> None:
        """Show some reports no longer."""
        gone = {path for path in paths if path in self._rows}
        for path in gone:
            del self._rows[path]
        self._order = [path for path in self._order if path not in gone]
        self._arrange()

    def refresh_all(self, paths: Iterable[str]) -> None:
        """Show these reports, which may be many, as they stand now."""
        reviews = self._reviews()
        for path in paths:
            if path in reviews and path in self._rows:
                self._take(self.make_row(reviews[path]))
        self._arrange()

    def set_text(self, text: str) -> None:
        """Show only reports in which every one of the words occurs, as typed or by pinyin."""
        self._text = text
        self._folded_in_search.clear()
        self._arrange(asked=True)

    def set_chosen(self, facet: str, values: Iterable[str]) -> None:
        """Show only reports that have one of the values of a facet; none of them: all."""
        self._chosen[facet] = frozenset(values)
        if not self._chosen[facet]:
            del self._chosen[facet]
        self._folded_in_search.clear()
        self._arrange(asked=True)

    def clear_filter(self) -> None:
        """Leave nothing out."""
        self._text, self._chosen = "", {}
        self._arrange(asked=True)

    def set_grouping(self, grouping: str) -> None:
        """Group the lines, "" for not at all."""
        self._grouping = grouping
        self._arrange(asked=True)

    def toggle(self, key: str) -> None:
        """Fold a group, or unfold it."""
        folded = self._folded_in_search if self.is_filtered else self._folded
        folded.symmetric_difference_update({key})
        self._arrange()

    def reveal(self, path: str) -> None:
        """Unfold the group in which a report stands, if it passes the filter."""
        row = self._rows.get(path)
        if row is not None and path not in self._at and self._accepts(row):
            self.toggle(self._group(row))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the reports, within their groups."""
        self._sort_column, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._sort()
        self._arrange(asked=True)

    # What a view asks

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

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
            return said(COLUMNS[section].heading)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return said(COLUMNS[section].tip)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, or what the whole line is by the roles above."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if isinstance(line, Group):
            return of_group(line, index.column(), role)
        return of_row(line, index.column(), role)

    # How lines come about

    def _take(self, row: Row) -> None:
        before = self._rows.get(row.path)
        self._rows[row.path] = row
        if before is None or before.spoken != row.spoken:
            self.alphabet.learn(row.spoken)

    def _sort(self) -> None:
        self._order.sort()
        if 0 <= self._sort_column < len(COLUMNS):
            key = COLUMNS[self._sort_column].sort
            self._order.sort(key=lambda path: key(self._rows[path]), reverse=self._descending)

    def _patterns(self, text: str) -> Sought:
        words = text.casefold().split()
        return tuple((word, self.alphabet.pattern(word)) for word in words)

    def _accepts(self, row: Row) -> bool:
        return _has(row, self._sought) and passes(row, self._chosen)

    def _group(self, row: Row) -> str:
        return group_of(row, self._grouping, self._problems)

    def _is_folded(self, key: str) -> bool:
        return key in (self._folded_in_search if self.is_filtered else self._folded)

    def _arrange(self, *, asked: bool = False) -> None:
        # Anew, for reports that have come may have characters that were not there before.
        self._sought = self._patterns(self._text)
        rows = [self._rows[path] for path in self._order]
        if self.is_filtered:
            rows = [row for row in rows if self._accepts(row)]
        lines = arranged(rows, self._grouping, self._is_folded)
        self._problems = sum(not row.recognised for row in rows)
        self._accepted = [row.path for row in passing(rows, self._grouping)]
        old, new = [key_of(line) for line in self._lines], [key_of(line) for line in lines]
        self.rearranging.emit()
        runs = changes(old, new)
        if runs is not None and len(runs[0]) + len(runs[1]) <= _MOST_RUNS:
            self._change(*runs, lines)
        elif runs is None and set(old) == set(new):
            self._reorder(old, lines)
        else:
            self.beginResetModel()
            self._show(lines)
            self.endResetModel()
        self.rearranged.emit(asked)

    def _show(self, lines: list[Line]) -> None:
        self._lines = lines
        self._at = {line.path: at for at, line in enumerate(lines) if isinstance(line, Row)}

    def _change(self, gone: list[range], come: list[range], lines: list[Line]) -> None:
        for run in reversed(gone):
            self.beginRemoveRows(ROOT, run.start, run.stop - 1)
            del self._lines[run.start : run.stop]
            self.endRemoveRows()
        for run in come:
            self.beginInsertRows(ROOT, run.start, run.stop - 1)
            self._lines[run.start : run.start] = lines[run.start : run.stop]
            self.endInsertRows()
        self._show(lines)
        if lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(COLUMNS) - 1))

    def _reorder(self, old: Sequence[str], lines: list[Line]) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        now = {key_of(line): at for at, line in enumerate(lines)}
        moved = [self.index(now[old[index.row()]], index.column()) for index in kept]
        self._show(lines)
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()


def _has(row: Row, sought: Sought) -> bool:
    """Say whether every word occurs in a row, as typed or by pinyin."""
    for word, pattern in sought:
        if word not in row.haystack and not (pattern and pattern.search(row.spoken)):
            return False
    return True
