"""Which findings are listed, by what became of them, with how many there are of each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gui.models.findings import DECISION_TEXT, said
from parser.review.review import Decision


class VerdictFilter(QComboBox):
    """全部结论, then 待定, 属实, 误报, 已更正, 待查, each with its number."""

    chosen = Signal(frozenset)  # the states to list; empty for all

    def __init__(self, parent: QWidget | None = None) -> None:
        """List every state, none chosen."""
        super().__init__(parent)
        self.setObjectName("verdict_filter")
        self.setAccessibleName(self.tr("按结论筛选"))
        self.setToolTip(self.tr("只列出这一结论的问题"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._states: tuple[Decision | None, ...] = (
            None,
            "later",
            *(state for state in DECISION_TEXT if state not in (None, "later")),
        )
        self.addItem(self.tr("全部结论"))
        self.addItems([said(DECISION_TEXT[state]) for state in self._states])
        self.currentIndexChanged.connect(self._on_index)

    def show_counts(self, counts: Mapping[Decision | None, int]) -> None:
        """Write behind each state how many findings it has."""
        for at, state in enumerate(self._states, start=1):
            name, count = said(DECISION_TEXT[state]), counts.get(state, 0)
            self.setItemText(at, f"{name} {count}" if count else name)

    def show_only(self, state: Decision | None) -> None:
        """Choose a state as a user would."""
        self.setCurrentIndex(1 + self._states.index(state))

    def _on_index(self, at: int) -> None:
        self.chosen.emit(frozenset(self._states[at - 1 : at]) if at > 0 else frozenset())
