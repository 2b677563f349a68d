"""Who of the roster has handed in, in one year, and what to do about names that are not on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from parser.across.attendance import Attendance, Stranger, attendance, years_of
from parser.model import Report
from parser.settings.roster import Roster

_STRANGER_ROLE = Qt.ItemDataRole.UserRole + 1


class AttendancePage(QWidget):
    """Counts for one year: absent, twice, not on the roster."""

    alias_wanted = Signal(str, str)  # the unit of the roster, the name that is its own too
    unit_wanted = Signal(str)  # a unit to be put on the roster

    def __init__(self, reports: Sequence[Report], parent: QWidget | None = None) -> None:
        """Build the page over these reports; attachments are to be left out of them."""
        super().__init__(parent)
        self._reports = reports
        self._roster = Roster(())
        self.year = QComboBox()
        self.year.setObjectName("roster_year")
        self.year.setAccessibleName(self.tr("报告年度"))
        for year in years_of(reports):
            self.year.addItem(self.tr("{0} 年度").format(year), year)
        self._summary = QLabel()
        self._summary.setObjectName("roster_summary")
        self._summary.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setObjectName("roster_attendance")
        self.tree.setAccessibleName(self.tr("报送情况"))
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.alias = QPushButton()
        self.alias.setObjectName("roster_alias")
        self.add = QPushButton()
        self.add.setObjectName("roster_add_stranger")
        for button in (self.alias, self.add):
            button.setAutoDefault(False)
        head = QHBoxLayout()
        head.addWidget(QLabel(self.tr("报送情况")))
        head.addWidget(self.year, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._summary)
        column.addWidget(self.tree, 1)
        column.addWidget(self.alias)
        column.addWidget(self.add)
        self.year.currentIndexChanged.connect(lambda _: self._show())
        self.tree.currentItemChanged.connect(lambda *_: self._offer())
        self.alias.clicked.connect(lambda _=False: self._give_alias())
        self.add.clicked.connect(lambda _=False: self._put_on())
        self._offer()

    def show_roster(self, roster: Roster) -> None:
        """Hold the reports against a roster."""
        self._roster = roster
        self._show()

    def _show(self) -> None:
        year = self.year.currentData()
        self.tree.clear()
        if not isinstance(year, int):
            self._summary.setText(self.tr("还没有打开年报：打开文件夹后可以看谁交了、谁没交。"))
            self._offer()
            return
        found = attendance(self._roster, self._reports, year)
        self._summary.setText(self._said(found))
        self._group(self.tr("没有交"), [(unit, "") for unit in found.absent])
        twice = [(f"{unit}：{'、'.join(paths)}", "") for unit, paths in found.twice]
        self._group(self.tr("交了不止一份"), twice)
        strangers = [(self._named(stranger), stranger.path) for stranger in found.strangers]
        items = self._group(self.tr("不在名录上"), strangers)
        for item, stranger in zip(items, found.strangers, strict=True):
            item.setData(0, _STRANGER_ROLE, stranger)
        self._group(self.tr("认不出单位或年度的文件"), [(path, path) for path in found.nameless])
        # The first name that can be settled is at hand.
        if items:
            self.tree.setCurrentItem(items[0])
        self._offer()

    def _said(self, found: Attendance) -> str:
        said = self.tr("名录上 {0} 个单位：交了 {1}，没有交 {2}，不止一份 {3}；不在名录上 {4} 份。")
        text = said.format(
            len(found.handed_in) + len(found.absent),
            len(found.handed_in),
            len(found.absent),
            len(found.twice),
            len(found.strangers),
        )
        if found.absent and found.nameless:
            text += self.tr("有 {0} 个文件认不出单位或年度，没交的可能在其中。").format(
                len(found.nameless)
            )
        return text

    def _named(self, stranger: Stranger) -> str:
        if not stranger.nearest:
            return f"{stranger.unit}\n{stranger.path}"
        like = self.tr("像是“{0}”").format(stranger.nearest)
        return f"{stranger.unit}　{like}\n{stranger.path}"

    def _group(self, title: str, rows: Sequence[tuple[str, str]]) -> list[QTreeWidgetItem]:
        group = QTreeWidgetItem([f"{title}（{len(rows)}）"])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.tree.addTopLevelItem(group)
        items = [QTreeWidgetItem([text]) for text, _ in rows]
        for item, (text, tip) in zip(items, rows, strict=True):
            item.setToolTip(0, tip or text)
        group.addChildren(items)
        group.setHidden(not rows)
        group.setExpanded(True)
        return items

    def _stranger(self) -> Stranger | None:
        item = self.tree.currentItem()
        found = item.data(0, _STRANGER_ROLE) if item is not None else None
        return found if isinstance(found, Stranger) else None

    def _offer(self) -> None:
        stranger = self._stranger()
        self.alias.setEnabled(stranger is not None and bool(stranger.nearest))
        self.add.setEnabled(stranger is not None)
        nearest = stranger.nearest if stranger else ""
        self.alias.setText(
            self.tr("作为“{0}”的别名").format(nearest) if nearest else self.tr("作为别名")
        )
        self.add.setText(self.tr("把这个单位加进名录"))

    def _give_alias(self) -> None:
        stranger = self._stranger()
        if stranger is not None and stranger.nearest:
            self.alias_wanted.emit(stranger.nearest, stranger.unit)

    def _put_on(self) -> None:
        stranger = self._stranger()
        if stranger is not None:
            self.unit_wanted.emit(stranger.unit)
