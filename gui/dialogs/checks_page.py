"""The page of the checks: each on or off, and how grave its findings are."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.families import family_name
from gui.models.findings import SEVERITY_TEXT, said
from gui.views.icons import severity_picture
from parser.model import Severity
from parser.rules.registry import Rule, all_rules, rule_of
from parser.settings.profile import Profile

CODE_ROLE = Qt.ItemDataRole.UserRole + 1
NAME, TITLE, SEVERITY = range(3)
ICON = 16
INDENT = 76  # pixels that branches and boxes take
ROW = 30  # pixels: a box and a little air


class ChecksPage(QWidget):
    """A tree of families and checks. A family's box switches all of its checks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List every check, all on."""
        super().__init__(parent)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._boxes: dict[str, QComboBox] = {}
        self._filter = QLineEdit()
        self._filter.setObjectName("check_filter")
        self._filter.setClearButtonEnabled(True)
        self._filter.setPlaceholderText(self.tr("按编号或名称查找"))
        self._filter.textChanged.connect(self._on_filter)
        self._tree = QTreeWidget()
        self._tree.setObjectName("check_tree")
        self._tree.setAccessibleName(self.tr("检查项目"))
        self._tree.setHeaderLabels([self.tr("检查"), self.tr("查什么"), self.tr("级别")])
        self._tree.setUniformRowHeights(True)
        self._summary = QLabel()
        self._summary.setObjectName("check_summary")
        self._fill()
        self._tree.itemChanged.connect(lambda *_: self._sum_up())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._filter)
        column.addWidget(self._tree, 1)
        column.addWidget(self._summary)

    def show_profile(self, profile: Profile) -> None:
        """Show which checks a profile leaves on, and their severities."""
        for code, item in self._items.items():
            on = Qt.CheckState.Checked if profile.is_on(code) else Qt.CheckState.Unchecked
            item.setCheckState(NAME, on)
            severity = profile.severity(code, rule_of(code).severity)
            self._boxes[code].setCurrentIndex(list(Severity).index(severity))
        self._sum_up()

    def read(self, profile: Profile) -> Profile:
        """Return the profile with the checks as they are set here."""
        off = {
            code
            for code, item in self._items.items()
            if item.checkState(NAME) is not Qt.CheckState.Checked
        }
        chosen = {code: list(Severity)[box.currentIndex()] for code, box in self._boxes.items()}
        severities = {c: s for c, s in chosen.items() if s is not rule_of(c).severity}
        return replace(profile, off=frozenset(off), severities=severities)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the severities in the palette's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for box in self._boxes.values():
                for at, severity in enumerate(Severity):
                    box.setItemIcon(at, severity_picture(severity, self.palette(), ICON))

    def _fill(self) -> None:
        families: dict[str, QTreeWidgetItem] = {}
        for entry in all_rules():
            letter = entry.family
            if letter not in families:
                name = family_name(letter)
                family = QTreeWidgetItem(self._tree, [f"{letter}　{name}"])
                family.setFlags(family.flags() | Qt.ItemFlag.ItemIsAutoTristate)
                family.setSizeHint(NAME, QSize(0, ROW))
                family.setFirstColumnSpanned(True)
                family.setExpanded(True)
                font = family.font(NAME)
                font.setBold(True)
                family.setFont(NAME, font)
                families[letter] = family
            self._add(entry, families[letter])
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
        widest = max(self.fontMetrics().horizontalAdvance(f"{name}　") for name in self._headings())
        header.resizeSection(NAME, widest + INDENT)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(SEVERITY, QHeaderView.ResizeMode.ResizeToContents)

    def _headings(self) -> list[str]:
        rows = range(self._tree.topLevelItemCount())
        return [item.text(NAME) for row in rows if (item := self._tree.topLevelItem(row))]

    def _add(self, entry: Rule, family: QTreeWidgetItem) -> None:
        english = self.locale().language() == self.locale().Language.English
        item = QTreeWidgetItem(family, [entry.code, entry.title_en if english else entry.title])
        item.setSizeHint(NAME, QSize(0, ROW))
        item.setData(NAME, CODE_ROLE, entry.code)
        item.setCheckState(NAME, Qt.CheckState.Checked)
        item.setToolTip(TITLE, f"{entry.title}\n{entry.basis}")
        box = QComboBox()
        box.setAccessibleName(self.tr("{0} 的级别").format(entry.code))
        for severity in Severity:
            text = said(SEVERITY_TEXT[severity])
            if severity is entry.severity:
                text = self.tr("{0}（默认）").format(text)
            box.addItem(severity_picture(severity, self.palette(), ICON), text)
        self._tree.setItemWidget(item, SEVERITY, box)
        self._items[entry.code] = item
        self._boxes[entry.code] = box

    def _on_filter(self, words: str) -> None:
        wanted = words.strip().lower()
        for code, item in self._items.items():
            entry = rule_of(code)
            told = f"{code} {entry.title} {entry.title_en}".lower()
            item.setHidden(wanted not in told)
        for row in range(self._tree.topLevelItemCount()):
            family = self._tree.topLevelItem(row)
            assert family is not None, "counted a moment ago"
            children = [family.child(child) for child in range(family.childCount())]
            family.setHidden(all(child is None or child.isHidden() for child in children))

    def _sum_up(self) -> None:
        off = sum(
            item.checkState(NAME) is not Qt.CheckState.Checked for item in self._items.values()
        )
        if off:
            said_off = self.tr("共 {0} 项检查，停用 {1} 项；停用的检查会写进导出工作簿的说明页。")
            self._summary.setText(said_off.format(len(self._items), off))
        else:
            self._summary.setText(self.tr("共 {0} 项检查，全部启用。").format(len(self._items)))
