"""The line above the tables that spells out the current figure: name, original, correction."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gui.theme import tones
from gui.views.source.elided import ElidedLabel
from parser.review.review import Review
from parser.text.numbers import written


class CellBar(QWidget):
    """Shows one figure, and takes the reason of its correction."""

    reason_given = Signal(str, str)  # key, reason

    def __init__(self, restore: QAction, parent: QWidget | None = None) -> None:
        """Build the line; `restore` is the action behind its button."""
        super().__init__(parent)
        self.setObjectName("cell_bar")
        self._key = ""
        self._absence = ""
        self._crossed = ""
        self._review: Review | None = None
        self._reason_was = ""
        self._name = ElidedLabel(self)
        self._value = QLabel(self)
        self._value.setTextFormat(Qt.TextFormat.RichText)
        self._note = ElidedLabel(self)
        self._note.setObjectName("figure_note")
        self._note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._reason = QLineEdit(self)
        self._reason.setObjectName("correction_reason")
        self._reason.setPlaceholderText(self.tr("更正的理由"))
        self._reason.setAccessibleName(self.tr("更正的理由"))
        self._reason.editingFinished.connect(self._tell_reason)
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

    def show_figure(
        self, review: Review | None, key: str, name: str, absence: str = "", crossed: str = ""
    ) -> None:
        """Show a figure of a review; with no key, what to do.

        `absence`: why it is not there; `crossed`: what of its cell is struck out.
        """
        self._review, self._key = review, key
        self._absence, self._crossed = absence, crossed
        correction = review.corrections.get(key) if review else None
        figure = review.report.figures.get(key) if review else None
        self._name.setText(name or self.tr("点一个格看详情，按 Enter 更正"))
        self._name.setToolTip(name)
        self._reason.setVisible(correction is not None)
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
        self._reason_was = correction.reason if correction else ""
        if not self._reason.hasFocus():
            self._reason.setText(self._reason_was)

    def changeEvent(self, event: QEvent) -> None:
        """Follow font and palette."""
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(self._reason.sizeHint().height() + 8)
        elif event.type() == QEvent.Type.PaletteChange:
            self.show_figure(
                self._review, self._key, self._name.toolTip(), self._absence, self._crossed
            )
        super().changeEvent(event)

    def _tell_reason(self) -> None:
        text = self._reason.text().strip()
        if self._key and text != self._reason_was:
            self._reason_was = text
            self.reason_given.emit(self._key, text)


def _plain(raw: str) -> str:
    cut = raw if len(raw) <= 16 else raw[:15] + "…"
    return cut.replace("&", "&amp;").replace("<", "&lt;")
