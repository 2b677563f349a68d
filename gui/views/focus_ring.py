"""A frame around the pane that has the keys, for a key means another thing in each of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import tones

WIDTH = 2


class FocusRing(QWidget):
    """Lies over a pane, takes no clicks, and is seen while something in the pane has the keys."""

    def __init__(self, pane: QWidget) -> None:
        """Follow `pane`, whose child it becomes."""
        super().__init__(pane)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._pane = pane
        pane.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the size of the pane."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame; all else is cut out."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), tones(self.palette()).focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Another program has the keys, and may give them back.
        if new is None:
            return
        inside = new is self._pane or self._pane.isAncestorOf(new)
        if inside:
            self._fit()
            self.raise_()
        self.setVisible(inside)

    def _fit(self) -> None:
        area = self._pane.rect()
        inner = area.adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
        self.setGeometry(area)
        self.setMask(QRegion(area).subtracted(QRegion(QRect(inner))))
