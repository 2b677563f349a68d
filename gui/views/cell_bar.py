"""The line above the tables that spells out the current figure: name, original, correction."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui.theme import tones
from gui.views.kept_line import KeptLine, Owner
from gui.views.source.elided import ElidedLabel
from parser.review.review import Review
from parser.text.numbers import written


class CellBar(QWidget):
    """Shows one figure, and takes the reason of its correction."""

    left = Signal()  # the reason is given: the keys go back to the figure

    def __init__(
        self,
        restore: QAction,
        keep: Callable[[Owner, str], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Build the line; `restore` is the action behind its button, `keep` keeps a reason."""
        super().__init__(parent)
        self.setObjectName("cell_bar")
        self._key = ""
        self._absence = ""
        self._crossed = ""
        self._review: Review | None = None
        self._name = ElidedLabel(self)
        self._value = QLabel(self)
        self._value.setTextFormat(Qt.TextFormat.RichText)
        self._note = ElidedLabel(self)
        self._note.setObjectName("figure_note")
        self._note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._reason = KeptLine(keep, self)
        self._reason.setObjectName("correction_reason")
        self._reason.setPlaceholderText(self.tr("更正的理由"))
        self._reason.setAccessibleName(self.tr("更正的理由"))
        self._reason.left.connect(self.left)
        self._restore = QToolButton(self)
        self._restore.setDefaultAction(restore)
        self._restore.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 6, 3)
        row.addWidget(self._name, 3)
        row.addWidget(self._note, 3)
        row.addWidget(self._value)
        row.addWidget(self._reason, 2)
        row.addWidget(self._restore)
        self.setFixedHeight(self._reason.sizeHint().height() + 8)
        self.show_figure(None, "", "")

    def settle(self) -> bool:
        """Keep a reason that is being typed; False where that is not possible."""
        return self._reason.settle()

    @property
    def is_open(self) -> bool:
        """Somebody is typing a reason."""
        return self._reason.is_open

    def show_figure(
        self,
        review: Review | None,
        key: str,
        name: str,
        absence: str = "",
        crossed: str = "",
        *,
        refreshed: bool = False,
    ) -> None:
        """Show a figure of a review; with no key, what to do.

        `absence`: why it is not there; `crossed`: what of its cell is struck out; `refreshed`: it
        is the same place as before.
        """
        corrected = review is not None and key in review.corrections
        reason = review.corrections[key].reason if review and corrected else ""
        owner = (review.path, key) if review and corrected else None
        self._reason.show_text(owner, reason, refreshed=refreshed)
        self._review, self._key = review, key
        self._absence, self._crossed = absence, crossed
        correction = review.corrections.get(key) if review else None
        figure = review.report.figures.get(key) if review else None
        self._name.setText(name or self.tr("点一个格看详情，按 Enter 更正"))
        self._name.setToolTip(name)
        self._reason.setVisible(self._reason.owner is not None)
        self._restore.setVisible(correction is not None)
        blank, missing = self.tr("空白"), absence or self.tr("报告里没有")
        raw = (_plain(figure.raw) if figure else "") or blank
        muted = tones(self.palette()).muted.name()
        note = crossed if key else ""
        if review is None or not key:
            self._value.clear()
        elif correction is not None:
            ink = tones(self.palette()).corrected.ink.name()
            self._value.setText(
                f"<span style='color:{muted}'><s>{raw}</s></span> → "
                f"<b style='color:{ink}'>{written(correction.value) or blank}</b>"
            )
        elif figure is None or absence:
            self._value.clear()
            note = missing
        else:
            self._value.setText(f"<b>{raw}</b>")
        self._note.setText(note)
        self._note.setToolTip(note)
        self._note.setVisible(bool(note))

    def changeEvent(self, event: QEvent) -> None:
        """Follow font and palette."""
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(self._reason.sizeHint().height() + 8)
        elif event.type() == QEvent.Type.PaletteChange:
            self.show_figure(
                self._review,
                self._key,
                self._name.toolTip(),
                self._absence,
                self._crossed,
                refreshed=True,
            )
        super().changeEvent(event)


def _plain(raw: str) -> str:
    cut = raw if len(raw) <= 16 else raw[:15] + "…"
    return cut.replace("&", "&amp;").replace("<", "&lt;")
