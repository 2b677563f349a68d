"""The page of the scores (考核): whether reports are scored, and what each kind of fault costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from parser.rules.registry import codes
from parser.settings.profile import Profile, ProfileError
from parser.settings.scoring import (
    STANDARD,
    Deduction,
    Scoring,
    ScoringError,
    in_points,
    parse_codes,
    parse_points,
)

_KEY_ROLE = Qt.ItemDataRole.UserRole + 1
NAME, CODES, POINTS, CAP = range(4)


class ScorePage(QWidget):
    """Off until it is switched on; every kind is a row that can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the fields with the standard scale."""
        super().__init__(parent)
        self.on = QCheckBox(self.tr("给每份年报打分"))
        self.on.setObjectName("score_on")
        self.full = QLineEdit()
        self.full.setObjectName("score_full")
        self.full.setAccessibleName(self.tr("满分"))
        self.full.setMaximumWidth(80)
        self.confirmed = QCheckBox(self.tr("只扣核实为属实或已更正的问题"))
        self.confirmed.setObjectName("score_confirmed")
        self.table = QTableWidget(0, 4)
        self.table.setObjectName("score_table")
        self.table.setAccessibleName(self.tr("扣分项"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("扣分项"), self.tr("检查编号"), self.tr("每处扣分"), self.tr("至多扣分")]
        )
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (POINTS, CAP):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._lay_out()
        self.on.toggled.connect(self._enable)
        self.show_profile(Profile())

    def show_profile(self, profile: Profile) -> None:
        """Show a profile's scale."""
        scale = profile.scoring
        self.on.setChecked(scale.on)
        self.full.setText(in_points(scale.full))
        self.confirmed.setChecked(scale.confirmed_only)
        self._show_kinds(scale.deductions)
        self._enable()

    def read(self, profile: Profile) -> Profile:
        """Return the profile with this scale. ProfileError where a field cannot be meant."""
        try:
            full = parse_points(self.full.text())
            if not full:
                raise ScoringError(self.tr("满分应大于 0。"))
        except ScoringError as error:
            raise ProfileError(
                self.tr("考核：满分“{0}”：{1}").format(self.full.text(), error)
            ) from error
        kinds: dict[str, Deduction] = {}
        for row in range(self.table.rowCount()):
            if any(self._text(row, column) for column in range(4)):
                kinds[self._key(row, kinds)] = self._kind(row)
        scale = Scoring(self.on.isChecked(), full, self.confirmed.isChecked(), kinds)
        return replace(profile, scoring=scale)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.on)
        head.addSpacing(16)
        head.addWidget(QLabel(self.tr("满分")))
        head.addWidget(self.full)
        head.addSpacing(16)
        head.addWidget(self.confirmed)
        head.addStretch(1)
        hint = QLabel(
            self.tr(
                "检查编号可以写全（A101），也可以只写开头（A 是全部勾稽检查）；"
                "一个问题只在最贴近的一项里扣一次。\n"
                "提示不扣分，误报从不扣分，程序没有读出的不扣分。至多扣分留空就不封顶。"
            )
        )
        hint.setWordWrap(True)
        foot = QHBoxLayout()
        for name, text, slot in (
            ("score_add", self.tr("加一项"), self._add),
            ("score_remove", self.tr("删除这一项"), self._remove),
            ("score_standard", self.tr("恢复内置的一套"), lambda: self._show_kinds(STANDARD)),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, slot=slot: slot())
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(hint)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _enable(self) -> None:
        on = self.on.isChecked()
        for widget in (self.full, self.confirmed, self.table):
            widget.setEnabled(on)

    def _show_kinds(self, kinds: Mapping[str, Deduction]) -> None:
        self.table.setRowCount(0)
        for key, kind in kinds.items():
            cap = "" if kind.cap is None else in_points(kind.cap)
            self._put(key, (kind.name, " ".join(kind.codes), in_points(kind.points), cap))

    def _put(self, key: str, texts: tuple[str, str, str, str]) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column in (POINTS, CAP):
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.table.setItem(row, column, item)
        first = self.table.item(row, NAME)
        if first is not None:
            first.setData(_KEY_ROLE, key)

    def _add(self) -> None:
        self._put("", ("", "", "", ""))
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, NAME)
        self.table.setFocus()
        self.table.edit(self.table.currentIndex())

    def _remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _key(self, row: int, taken: Mapping[str, Deduction]) -> str:
        item = self.table.item(row, NAME)
        key = str(item.data(_KEY_ROLE) or "") if item is not None else ""
        number = 1
        while not key or key in taken:
            key, number = f"own_{number}", number + 1
        return key

    def _kind(self, row: int) -> Deduction:
        name = self._text(row, NAME)
        try:
            if not name:
                raise ScoringError(self.tr("没有写扣分项的名称。"))
            cap = self._text(row, CAP)
            return Deduction(
                name,
                parse_codes(self._text(row, CODES), codes()),
                parse_points(self._text(row, POINTS)),
                parse_points(cap) if cap else None,
            )
        except ScoringError as error:
            self.table.setCurrentCell(row, NAME)
            raise ProfileError(
                self.tr("考核第 {0} 行“{1}”：{2}").format(row + 1, name, error)
            ) from error
