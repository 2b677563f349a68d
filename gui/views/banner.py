"""A line above the report for what must not be overlooked: read-only, changed since, renamed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui.actions import icon
from gui.theme import tones


class Banner(QFrame):
    """Shows sentences until they are put away; the same sentence does not come back by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("banner")
        self._put_away: set[str] = set()
        self._shown: tuple[str, ...] = ()
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setToolTip(self.tr("知道了"))
        self._close.setAccessibleName(self.tr("知道了"))
        self._close.clicked.connect(self._put)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._paint()
        self.hide()

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show what of the sentences has not been put away."""
        self._shown = tuple(s for s in sentences if s and s not in self._put_away)
        self._text.setText("\n".join(self._shown))
        self.setAccessibleName(self._text.text())
        self.setVisible(bool(self._shown))

    def forget(self) -> None:
        """Let every sentence be shown again: another folder was opened."""
        self._put_away.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground in the colour of warnings."""
        colours = tones(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.warning.paper)
        painter.fillRect(0, 0, 3, self.height(), colours.warning.ink)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _put(self) -> None:
        self._put_away.update(self._shown)
        self.show_sentences(())

    def _paint(self) -> None:
        self._close.setIcon(icon("mdi6.close", tones(self.palette()).warning.ink))
