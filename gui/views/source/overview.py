"""The strip beside the scroll bar: a tick for every marked place of the whole text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import tones
from gui.views.source.marks import Mark

WIDTH = 12
TICK = 3.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A marked place as a fraction of the whole height."""

    at: float
    mark: Mark


class Overview(QWidget):
    """Ticks for places; a click asks for the place."""

    asked_for = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty strip."""
        super().__init__(parent)
        self._ticks: tuple[Tick, ...] = ()
        self._selected: tuple[float, ...] = ()
        self.setObjectName("source_overview")
        self.setAccessibleName(self.tr("全文中问题的位置"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return a narrow strip."""
        return QSize(WIDTH, 60)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The ticks shown, the most severe last and so on top."""
        return self._ticks

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show these ticks and select none."""
        self._ticks = tuple(ticks)
        self._selected = ()
        self.update()

    def select(self, places: Sequence[float]) -> None:
        """Emphasise these places."""
        self._selected = tuple(places)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the tick nearest to the click."""
        at = event.position().y() / max(1, self.height())
        nearest = min(self._ticks, key=lambda tick: abs(tick.at - at), default=None)
        self.asked_for.emit(nearest.at if nearest is not None else at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ticks, then the selected places over them."""
        colours = tones(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.setPen(colours.line)
        painter.drawLine(0, 0, 0, self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for tick in self._ticks:
            painter.setBrush(tick.mark.tone(colours).ink)
            painter.drawRoundedRect(self._area(tick.at, TICK, 3.0), 1, 1)
        painter.setPen(colours.focus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place in self._selected:
            painter.drawRoundedRect(self._area(place, TICK + 4, 1.5), 2, 2)

    def _area(self, at: float, height: float, inset: float) -> QRectF:
        middle = height / 2 + min(max(at, 0.0), 1.0) * (self.height() - height)
        return QRectF(inset, middle - height / 2, self.width() - 2 * inset + 0.5, height)
