"""The suggestion that is previewed in the tables: its sentence, its alternatives, its button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.theme import tones
from gui.translation import spoken
from gui.views.icons import SUSPECT, picture
from parser.model import Repair

MOST_CHANGES = 3  # the rest is in the tip, and previewed in the tables
LONGEST = 160  # characters; the whole sentence is in the tip


class SuggestionBar(QFrame):
    """Reads as a sentence; arrow keys go through the alternatives."""

    stepped = Signal(int)

    def __init__(
        self, apply: QAction, previous: QAction, following: QAction, parent: QWidget | None = None
    ) -> None:
        """Build the bar around the three actions."""
        super().__init__(parent)
        self.setObjectName("suggestion_bar")
        self.setAccessibleName(self.tr("建议"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: tuple[Repair | None, int, int, Sequence[str]] = (None, 0, 0, ())
        self._picture = QLabel(self)
        self._count = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setObjectName("suggestion_sentence")
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._changes = QLabel(self)
        self._changes.setObjectName("suggestion_changes")
        self._changes.setWordWrap(True)
        self._changes.setTextFormat(Qt.TextFormat.PlainText)
        self._changes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bold = self._changes.font()
        bold.setBold(True)
        self._changes.setFont(bold)
        self._steps = [
            self._button(previous, icon_only=True),
            self._button(following, icon_only=True),
        ]
        self._apply = self._button(apply, icon_only=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 6, 3)
        row.setSpacing(5)
        for widget in (self._picture, self._count):
            row.addWidget(widget)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self._changes)
        said.addWidget(self._sentence)
        row.addLayout(said, 1)
        for widget in (*self._steps, self._apply):
            row.addWidget(widget)
        self._paint()
        self.hide()

    def show_suggestion(
        self, repair: Repair | None, at: int, count: int, changes: Sequence[str] = ()
    ) -> None:
        """Show the suggestion number `at` of `count` and what it changes; None hides the bar."""
        self._shown = (repair, at, count, changes)
        self.setVisible(repair is not None)
        if repair is None:
            return
        several = self.tr("建议 {0}/{1}").format(at + 1, count)
        ink = tones(self.palette()).suspect.ink.name()
        said = several if count > 1 else self.tr("建议")
        self._count.setText(f"<b style='color:{ink}'>{said}</b>")
        sentence = spoken(repair.sentence)
        if not repair.proven:
            sentence += self.tr("（时间所限，未证明改动最少）")
        self._sentence.setText(_short(sentence))
        self._sentence.setToolTip(sentence)
        self._changes.setText(_few(changes))
        self._changes.setToolTip("\n".join(changes))
        self._changes.setVisible(bool(changes))
        self.setAccessibleDescription("；".join((*changes, sentence)))
        self._apply.setVisible(bool(repair.changes))
        for button in self._steps:
            button.setVisible(count > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the alternatives with the arrow keys."""
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.stepped.emit(1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._paint()
            self.show_suggestion(*self._shown)

    def _button(self, action: QAction, *, icon_only: bool) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAutoRaise(icon_only)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(
            style.ToolButtonIconOnly if icon_only else style.ToolButtonTextBesideIcon
        )
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground in the colour of suggestions, with a ring where the keys go."""
        colours = tones(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.suspect.paper)
        painter.fillRect(QRect(0, 0, 3, self.height()), colours.suspect.ink)
        if self.hasFocus():
            painter.setPen(QPen(colours.focus, 1.5))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint(self) -> None:
        ink = tones(self.palette()).suspect.ink.rgba()
        self._picture.setPixmap(picture(SUSPECT, ink, 16, self.devicePixelRatioF()))


def _few(changes: Sequence[str]) -> str:
    more = len(changes) - MOST_CHANGES
    listed = "；".join(changes[:MOST_CHANGES])
    if more <= 0:
        return listed
    return QCoreApplication.translate("SuggestionBar", "{0}；另有 {1} 格").format(listed, more)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1] + "…"
