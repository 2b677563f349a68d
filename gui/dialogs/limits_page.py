"""The page of the limits: deadlines of publication, thresholds across reports, ceilings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from parser.model import Level
from parser.settings.profile import STATUTORY, Profile, Thresholds

LEVELS = {
    Level.PROVINCE: QT_TRANSLATE_NOOP("LimitsPage", "省级政府"),
    Level.PREFECTURE: QT_TRANSLATE_NOOP("LimitsPage", "市级政府"),
    Level.COUNTY: QT_TRANSLATE_NOOP("LimitsPage", "县级政府"),
    Level.TOWNSHIP: QT_TRANSLATE_NOOP("LimitsPage", "乡镇"),
    Level.STREET: QT_TRANSLATE_NOOP("LimitsPage", "街道"),
    Level.DEPARTMENT: QT_TRANSLATE_NOOP("LimitsPage", "部门"),
}
KINDS = {
    "normative": QT_TRANSLATE_NOOP("LimitsPage", "规章、规范性文件（件）"),
    "items": QT_TRANSLATE_NOOP("LimitsPage", "行政权力事项（项）"),
    "decisions": QT_TRANSLATE_NOOP("LimitsPage", "处理决定（件）"),
    "requests": QT_TRANSLATE_NOOP("LimitsPage", "公开申请（件）"),
    "challenges": QT_TRANSLATE_NOOP("LimitsPage", "复议、诉讼（件）"),
    "fees": QT_TRANSLATE_NOOP("LimitsPage", "收费（万元）"),
    "procurement": QT_TRANSLATE_NOOP("LimitsPage", "采购（万元）"),
}
# A leap year, so that 29 February can be set.
YEAR = 2024
UNBOUND = QDate(YEAR, 3, 31)  # what a rank without a deadline is offered first
MOST = 2_000_000_000


class LimitsPage(QScrollArea):
    """Fields for every number that the checks measure by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the fields with the default numbers."""
        super().__init__(parent)
        self._days: dict[Level, tuple[QCheckBox, QDateEdit]] = {}
        self._ceilings: dict[tuple[Level, str], QSpinBox] = {}
        self._leap_factor = QDoubleSpinBox()
        self._leap_from = QSpinBox()
        self._shares = {
            "copied_share": self._share(),
            "improvement_share": self._share(),
            "repeated_share": self._share(),
        }
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self._deadline_group())
        beside.addWidget(self._threshold_group(), 1)
        column.addLayout(beside)
        column.addWidget(self._ceiling_group())
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_profile(self, profile: Profile) -> None:
        """Show a profile's numbers."""
        for level, (box, edit) in self._days.items():
            day = profile.deadlines.get(level)
            box.setChecked(day is not None)
            edit.setEnabled(day is not None)
            edit.setDate(QDate(YEAR, *day) if day else UNBOUND)
        self._leap_factor.setValue(profile.thresholds.leap_factor)
        self._leap_from.setValue(profile.thresholds.leap_from)
        for name, box in self._shares.items():
            box.setValue(round(100 * getattr(profile.thresholds, name)))
        for (level, kind), box in self._ceilings.items():
            box.setValue(profile.ceilings[level][kind])

    def read(self, profile: Profile) -> Profile:
        """Return the profile with the numbers as they are set here."""
        deadlines = {
            level: (edit.date().month(), edit.date().day())
            for level, (box, edit) in self._days.items()
            if box.isChecked()
        }
        factor = self._leap_factor.value()
        thresholds = Thresholds(
            leap_factor=int(factor) if factor.is_integer() else factor,
            leap_from=self._leap_from.value(),
            **{name: box.value() / 100 for name, box in self._shares.items()},
        )
        ceilings: dict[Level, Mapping[str, int]] = dict(profile.ceilings)
        for (level, kind), box in self._ceilings.items():
            ceilings[level] = {**ceilings[level], kind: box.value()}
        ordered = {level: deadlines[level] for level in STATUTORY if level in deadlines}
        return replace(
            profile, deadlines=ordered | deadlines, thresholds=thresholds, ceilings=ceilings
        )

    def _deadline_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("公布期限（次年）"))
        form = QGridLayout(group)
        form.setHorizontalSpacing(12)
        for row, level in enumerate(LEVELS):
            box = QCheckBox(_said(LEVELS[level]))
            box.setObjectName(f"deadline_{level}")
            edit = QDateEdit()
            edit.setDisplayFormat(self.tr("M月d日"))
            edit.setDateRange(QDate(YEAR, 1, 1), QDate(YEAR, 12, 31))
            edit.setObjectName(f"deadline_day_{level}")
            edit.setAccessibleName(_said(LEVELS[level]))
            box.toggled.connect(edit.setEnabled)
            form.addWidget(box, row, 0)
            form.addWidget(edit, row, 1)
            self._days[level] = (box, edit)
        hint = QLabel(self.tr("没有勾选的层级不查公布期限；\n乡镇、街道的期限由县里定。"))
        hint.setEnabled(False)
        form.addWidget(hint, len(LEVELS), 0, 1, 2)
        form.setRowStretch(len(LEVELS) + 1, 1)
        return group

    def _threshold_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("跨年报比较"))
        form = QFormLayout(group)
        self._leap_factor.setRange(1.1, 1000)
        self._leap_factor.setDecimals(1)
        self._leap_factor.setObjectName("leap_factor")
        self._leap_from.setRange(1, 1_000_000)
        self._leap_from.setObjectName("leap_from")
        form.addRow(self.tr("与上年相差几倍以上算异常"), self._leap_factor)
        form.addRow(self.tr("数量达到多少才比较"), self._leap_from)
        form.addRow(self.tr("与别的单位雷同到多少算照抄"), self._shares["copied_share"])
        form.addRow(self.tr("第五部分与上年雷同到多少算照搬"), self._shares["improvement_share"])
        form.addRow(self.tr("全文与上年雷同到多少算照搬"), self._shares["repeated_share"])
        return group

    def _ceiling_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("数量上限（超过即提示核对）"))
        grid = QGridLayout(group)
        grid.setHorizontalSpacing(8)
        for column, level in enumerate(LEVELS, 1):
            grid.addWidget(QLabel(_said(LEVELS[level])), 0, column)
            grid.setColumnStretch(column, 1)
        for row, kind in enumerate(KINDS, 1):
            grid.addWidget(QLabel(_said(KINDS[kind])), row, 0)
            for column, level in enumerate(LEVELS, 1):
                box = QSpinBox()
                box.setRange(1, MOST)
                box.setGroupSeparatorShown(True)
                box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
                box.setAlignment(Qt.AlignmentFlag.AlignRight)
                box.setAccessibleName(f"{_said(LEVELS[level])} {_said(KINDS[kind])}")
                grid.addWidget(box, row, column)
                self._ceilings[level, kind] = box
        return group

    def _share(self) -> QSpinBox:
        box = QSpinBox()
        box.setRange(1, 100)
        box.setSuffix("%")
        return box


def _said(text: object) -> str:
    return QCoreApplication.translate("LimitsPage", str(text))
