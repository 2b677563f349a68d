"""Corrected reports that belong to no reviewed one, or to several: the auditor chooses."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from parser.model import Report
from parser.review.pairing import Pairing
from parser.review.review import Review

_NEW_ROLE = Qt.ItemDataRole.UserRole + 1


class UnpairedPage(QWidget):
    """A list of files, and below it the choice of the report that the file belongs to."""

    chosen = Signal(str, str)  # the corrected report's path, the reviewed one's or ""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the page, empty."""
        super().__init__(parent)
        self._pairing = Pairing()
        self._reviews: Mapping[str, Review] = {}
        self._choices: Mapping[str, str] = {}
        self.files = QListWidget()
        self.files.setObjectName("round_unpaired")
        self.files.setAccessibleName(self.tr("没有对上的文件"))
        self.old = QComboBox()
        self.old.setObjectName("round_old_choice")
        self.old.setAccessibleName(self.tr("这份是哪一份的整改稿"))
        self.old.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._match = QPushButton(self.tr("对上"))
        self._match.setObjectName("round_match")
        self._match.setAutoDefault(False)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.files, 1)
        column.addWidget(self._hint)
        column.addWidget(self.old)
        column.addWidget(self._match)
        self.files.currentItemChanged.connect(lambda *_: self._offer())
        self._match.clicked.connect(lambda _=False: self._choose())

    @property
    def count(self) -> int:
        """How many files wait for a choice."""
        undecided = [new for new in self._pairing.unmatched if new not in self._choices]
        return len(undecided) + len(self._pairing.doubtful)

    def show_pairing(
        self,
        pairing: Pairing | None,
        new: Mapping[str, Report],
        reviews: Mapping[str, Review],
        choices: Mapping[str, str],
    ) -> None:
        """Show the files that were not matched, and those that were by hand, to be changed."""
        self._pairing = pairing or Pairing()
        self._reviews, self._choices = reviews, choices
        before = self._current()
        self.files.blockSignals(True)
        self.files.clear()
        matched = {n: o for o, n in self._pairing.pairs.items()}
        by_hand = [path for path in choices if path in matched]
        for path in (*self._pairing.doubtful, *self._pairing.unmatched, *by_hand):
            item = QListWidgetItem(self._named(path, new.get(path)))
            item.setData(_NEW_ROLE, path)
            item.setToolTip(path)
            self.files.addItem(item)
            if path == before:
                self.files.setCurrentItem(item)
        self.files.blockSignals(False)
        if self.files.currentRow() < 0 and self.files.count():
            self.files.setCurrentRow(0)
        self._offer()

    def _named(self, path: str, report: Report | None) -> str:
        if path in self._pairing.doubtful:
            why = self.tr("可能属于几份，或几份都像它")
        elif path in self._choices:
            old = self._choices[path]
            why = self.tr("手工对上：{0}").format(old) if old else self.tr("不属于任何一份")
        elif report is not None and report.status != "ok":
            why = report.error or self.tr("没有认出年报")
        else:
            why = self.tr("没有同一单位同一年度的年报")
        return f"{path}\n{why}"

    def _current(self) -> str:
        item = self.files.currentItem()
        return str(item.data(_NEW_ROLE)) if item is not None else ""

    def _offer(self) -> None:
        path = self._current()
        self.old.setEnabled(bool(path))
        self._match.setEnabled(bool(path))
        self._hint.setText(
            self.tr("它是下面哪一份的整改稿：") if path else self.tr("报来的文件都对上了。")
        )
        self.old.clear()
        if not path:
            return
        likely = self._pairing.doubtful.get(path, ())
        for old in (*likely, *(other for other in self._reviews if other not in likely)):
            review = self._reviews.get(old)
            if review is not None and review.report.status != "not_a_report":
                identity = review.report.identity
                name = f"{identity.unit}　{identity.year or ''}".strip() or old
                self.old.addItem(f"{name}　（{old}）", old)
        self.old.addItem(self.tr("都不是"), "")
        at = self.old.findData(self._choices.get(path))
        if at >= 0:
            self.old.setCurrentIndex(at)

    def _choose(self) -> None:
        path = self._current()
        if path:
            self.chosen.emit(path, str(self.old.currentData() or ""))
