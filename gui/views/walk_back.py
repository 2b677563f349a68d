"""What going back to a point of the history would change, before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from gui.models import event_words
from gui.models.findings import DECISION_TEXT
from gui.models.findings import said as said_decision
from parser.review.review import decision_of
from parser.review.rewinding import Reversal, Standing
from parser.review.session import Event

MOST_LISTED = 2000


class WalkBackDialog(QDialog):
    """Lists every change; nothing is written before the auditor agrees."""

    agreed = Signal(list, str)  # the reversals, and what the step is called

    def __init__(
        self,
        event: Event,
        reversals: Sequence[Reversal],
        name_of: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        """List what would stand again as it did after the event."""
        super().__init__(parent)
        self.setObjectName("walk_back_dialog")
        self.setWindowTitle(self.tr("恢复到这里"))
        self._reversals = list(reversals)
        self._name_of = name_of
        when = event_words.moment(event)
        self._text = self.tr("恢复到 {0}").format(when)
        told = QLabel(self)
        told.setWordWrap(True)
        if reversals:
            told.setText(
                self.tr(
                    "回到 {0} 这一步刚做完时的样子，下面 {1} 处会改变。历史不会删除，可以一步撤销。"
                ).format(when, len(reversals))
            )
        else:
            told.setText(self.tr("现在就是 {0} 这一步之后的样子，没有要改变的。").format(when))
        self.changes = QListWidget(self)
        self.changes.setObjectName("walk_back_changes")
        self.changes.addItems([self._line(one) for one in self._reversals[:MOST_LISTED]])
        self.changes.setVisible(bool(reversals))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        go = buttons.addButton(self.tr("恢复"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setObjectName("walk_back_go")
        go.setEnabled(bool(reversals))
        buttons.accepted.connect(self._agree)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.changes, 1)
        column.addWidget(buttons)
        self.resize(620, 420)

    def _agree(self) -> None:
        self.agreed.emit(self._reversals, self._text)
        self.accept()

    def _line(self, one: Reversal) -> str:
        now, then = _said(one, one.now), _said(one, one.then)
        return f"{one.path}　{self._what(one)}　{now} → {then}"

    def _what(self, one: Reversal) -> str:
        if one.family == "figure":
            return self._name_of(one.path, one.target)
        return one.target.partition("-")[0]


def _said(one: Reversal, stands: Standing | None) -> str:
    if one.family == "judge":
        name = said_decision(DECISION_TEXT[decision_of(stands.value) if stands else None])
    elif one.family == "mark":
        name = event_words.said(event_words.REVIEWED if stands else event_words.UNREVIEWED)
    elif stands is None:
        return event_words.said(event_words.PARSED)
    else:
        name = stands.value or event_words.said(event_words.BLANK)
    return f"{name}（{stands.reason}）" if stands and stands.reason else name
