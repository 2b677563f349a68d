"""The button that folds last year's figures out beside the tables."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from parser.review.review import Review


class LastYearButton(QToolButton):
    """Stays as it was left; of no use where there is no report on the year before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin folded in."""
        super().__init__(parent)
        self.setObjectName("show_last_year")
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setText(self.tr("比上年"))

    def offer(self, before: Review | None) -> None:
        """Offer the comparison with this report, None for nothing to compare with."""
        self.setEnabled(before is not None)
        self.setToolTip(
            self.tr("在表格旁边显示上年的数和增减（{0}）").format(before.path)
            if before is not None
            else self.tr("文件夹里没有这个单位上一年的年报")
        )
