"""A line above the work that says one thing and offers what can be done about it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.theme import tones


class NoticeBar(QFrame):
    """A sentence and buttons on the ground of what is told ("info") or warned of ("warning")."""

    def __init__(
        self, name: str, tone: Literal["info", "warning"], parent: QWidget | None = None
    ) -> None:
        """Start hidden, without buttons."""
        super().__init__(parent)
        self.setObjectName(name)
        self._tone: Literal["info", "warning"] = tone
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 3, 6, 3)
        self._row.addWidget(self._text, 1)
        self.hide()

    def add_button(self, name: str, text: str, tip: str = "") -> QPushButton:
        """Add a button at the right."""
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return button

    def tell(self, sentence: str, tip: str = "") -> None:
        """Show a sentence; "" hides the bar."""
        self._text.setText(sentence)
        self._text.setToolTip(tip)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def said(self) -> str:
        """Return the sentence that is shown."""
        return self._text.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground in the colour of the tone."""
        colours = tones(self.palette())
        tone = colours.info if self._tone == "info" else colours.warning
        painter = QPainter(self)
        painter.fillRect(self.rect(), tone.paper)
        painter.fillRect(0, 0, 3, self.height(), tone.ink)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
