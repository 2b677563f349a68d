"""The pages of an original under each other, with the boxes of what findings name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsScene,
    QGraphicsView,
    QToolTip,
    QWidget,
)

from gui.theme import tones
from gui.views.source.marks import FRAMES, Mark, said_at
from gui.views.source.overview import Tick
from gui.views.source.pages import Pages
from gui.views.source.places import Places
from gui.views.source.second_body import MARGIN, Shade, paint_shade
from gui.views.source.sheets import GAP, Sheets
from gui.views.source.text_view import BLINK_MS
from parser.model import Document, Report, Span

ZOOMS = (0.25, 6.0)  # pixels a point
LARGEST_FIT = 1.8  # pixels a point that fitting to the width goes up to
STEP = 1.2
OUTSET = 1.5  # points by which a box goes around its characters


class PageView(QGraphicsView):
    """Shows pages lazily: a page is rendered when it is seen, at the size that is seen."""

    place_clicked = Signal(int)
    page_changed = Signal(int)  # counted from 1
    zoom_changed = Signal(float)  # pixels a point

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty view that fits pages to its width."""
        super().__init__(parent)
        self.setObjectName("source_pages")
        self.setAccessibleName(self.tr("原件页面"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setScene(QGraphicsScene(self))
        self.setBackgroundBrush(self.palette().mid())
        self._places: Places | None = None
        self._sheets: Sheets | None = None
        self._document: Document | None = None
        self._marks: list[tuple[Mark, list[QRectF]]] = []
        self._shades: list[tuple[Shade, list[QRectF]]] = []
        self._spans: tuple[Span, ...] = ()
        self._selected: list[QRectF] = []
        self._fits = True
        self._page = 0
        self._unscrolled = False
        self._pressed: QPointF | None = None
        self._blink = QVariantAnimation(self)
        self._blink.setStartValue(1.0)
        self._blink.setEndValue(0.0)
        self._blink.setDuration(BLINK_MS)
        self._blink.valueChanged.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def show_pages(self, report: Report, pages: Pages) -> None:
        """Show the pages of a report's original, without marks."""
        self.clear()
        self._places = Places(report)
        self._document = report.document
        self._sheets = Sheets(pages, self._places, self.scene())
        self.setSceneRect(self._sheets.whole)
        self._fit()
        self._tell_page()

    def show_marks(self, report: Report, marks: Sequence[Mark]) -> None:
        """Mark these places on the pages shown."""
        self._places = Places(report)
        self._marks = [(mark, self.rects_of(mark.span)) for mark in marks]
        self._selected = [rect for span in self._spans for rect in self.rects_of(span)]
        self.viewport().update()

    def show_shades(self, shades: Sequence[Shade]) -> None:
        """Shade the later copies of the body, page by page."""
        self._shades = [(shade, self.shaded(shade)) for shade in shades]
        self.viewport().update()

    def shaded(self, shade: Shade) -> list[QRectF]:
        """Return where a shade lies in the scene: one area a page, in the width of its text."""
        if self._places is None or self._sheets is None:
            return []
        found = [self._sheets.rect_of(box) for box in self._places.stretch(shade.span)]
        return [rect.adjusted(-MARGIN - 6, -2, 4, 2) for rect in found if rect is not None]

    def clear(self) -> None:
        """Show nothing."""
        self._blink.stop()
        self.scene().clear()
        if self._sheets is not None:
            self._sheets.pages.close()
        self._places = None
        self._sheets = None
        self._document = None
        self._marks = []
        self._shades = []
        self._spans = ()
        self._selected = []
        self._page = 0

    def select(self, spans: Sequence[Span]) -> None:
        """Emphasise these places, bring the first into view and let it blink once.

        Of a place without a known box the page is brought into view.
        """
        self._spans = tuple(spans)
        self._selected = [rect for span in spans for rect in self.rects_of(span)]
        self._blink.stop()
        self._unscrolled = bool(spans)
        if spans:
            self._scroll_to_selected()
            if self.isVisible():
                self._blink.start()
        self.viewport().update()

    def rects_of(self, span: Span) -> list[QRectF]:
        """Return where a span stands in the scene; empty where no reader could tell."""
        if self._places is None or self._sheets is None:
            return []
        found = [self._sheets.rect_of(box) for box in self._places.boxes_of(span)]
        return [rect for rect in found if rect is not None]

    @property
    def blinking(self) -> bool:
        """Whether the chosen place still blinks."""
        return self._blink.state() == QVariantAnimation.State.Running

    @property
    def page(self) -> int:
        """The page in the middle of the view, counted from 1; 0 where nothing is shown."""
        return self._page

    @property
    def zoom(self) -> float:
        """Pixels a point."""
        return self.transform().m11()

    def set_zoom(self, zoom: float) -> None:
        """Show `zoom` pixels a point, and keep it when the view changes its size."""
        self._fits = False
        if self._sheets is not None:
            self.setSceneRect(self._sheets.whole)
        self._scale(zoom)

    def zoom_in(self) -> None:
        """Show pages larger."""
        self.set_zoom(self.zoom * STEP)

    def zoom_out(self) -> None:
        """Show pages smaller."""
        self.set_zoom(self.zoom / STEP)

    def fit_width(self) -> None:
        """Show what is written on the pages as wide as the view, and keep it so."""
        self._fits = True
        self._fit()

    def ticks(self) -> list[Tick]:
        """Return where on the whole height the marked places stand."""
        height = max(1.0, self.sceneRect().height())
        return [Tick(rects[0].center().y() / height, mark) for mark, rects in self._marks if rects]

    def fractions(self, spans: Sequence[Span]) -> list[float]:
        """Return where on the whole height these spans stand."""
        height = max(1.0, self.sceneRect().height())
        return [rects[0].center().y() / height for s in spans if (rects := self.rects_of(s))]

    def show_fraction(self, at: float) -> None:
        """Scroll so that the place at this fraction of the whole height stands in the middle."""
        self.centerOn(self.mapToScene(self.viewport().rect().center()).x(), self._height() * at)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw the marks over the pages, the chosen places last."""
        rect = QRectF(rect)
        colours = tones(self.palette())
        for shade, areas in self._shades:
            paint_shade(
                painter, areas, shade.label, rect, self.palette(), self.font(), on_paper=True
            )
        for mark, rects in self._marks:
            self._draw(painter, rects, mark.tone(colours).ink, FRAMES[mark.kind], rect)
        strength = float(self._blink.currentValue()) if self.blinking else 0.0
        ground = QColor(colours.focus)
        ground.setAlphaF(0.12 + 0.4 * strength)
        pen = QPen(colours.focus, 2.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(ground)
        for place in self._selected:
            painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 2, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width where they are fitted; keep the chosen place in view."""
        super().resizeEvent(event)
        if self._fits:
            self._fit()
        if self._selected:
            self._scroll_to_selected()
        self._tell_page()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the place into view that was chosen while nothing could be seen."""
        super().showEvent(event)
        if self._unscrolled:
            self._scroll_to_selected()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom by the wheel with Ctrl held down."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * STEP ** (event.angleDelta().y() / 120))
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the button went down."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which figure was clicked, unless the page was dragged."""
        super().mouseReleaseEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        start, self._pressed = self._pressed, None
        if start is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if (event.position() - start).manhattanLength() < 4:
            offset = self.offset_at(self.mapToScene(event.position().toPoint()))
            if offset is not None:
                self.place_clicked.emit(offset)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is said of a marked place to whoever points there."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            offset = self.offset_at(self.mapToScene(event.pos()))
            marks = [mark for mark, _ in self._marks]
            document = self._document
            said = said_at(marks, document, offset) if document and offset is not None else ""
            QToolTip.showText(event.globalPos(), said, self.viewport())
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Paint the desk under the pages in the palette's colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setBackgroundBrush(self.palette().mid())

    def offset_at(self, point: QPointF) -> int | None:
        """Return the first character of the figure, cell or mark at a point of the scene."""
        if self._places is None or self._sheets is None:
            return None
        place = self._sheets.place_on_page(point)
        if place is not None:
            page, on_page = place
            span = self._places.span_at(page, on_page.x(), on_page.y())
            if span is not None:
                return span.start
        for mark, rects in reversed(self._marks):
            if any(rect.contains(point) for rect in rects):
                return mark.span.start
        return None

    def _height(self) -> float:
        return self.sceneRect().height()

    def _draw(
        self,
        painter: QPainter,
        rects: Sequence[QRectF],
        ink: QColor,
        style: Qt.PenStyle,
        seen: QRectF,
    ) -> None:
        ground = QColor(ink)
        ground.setAlphaF(0.14)
        if ink.lightness() > 128:  # pages are white in the dark scheme too
            ink = ink.darker(170)
        pen = QPen(ink, 1.5, style)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(ground)
        for rect in rects:
            if rect.intersects(seen):
                area = rect.adjusted(-OUTSET, -OUTSET, OUTSET, OUTSET)
                painter.drawRoundedRect(area, 1.5, 1.5)

    def _scroll_to_selected(self) -> None:
        if self._selected:
            first = self._selected[0]
            seen = self.mapToScene(self.viewport().rect()).boundingRect()
            if not seen.adjusted(0, 20, 0, -20).contains(first):
                self.centerOn(first.center())
        elif self._spans and self._document is not None and self._sheets is not None:
            page = self._document.page_of(self._spans[0])
            origin = self._sheets.origin(page.number) if page is not None else None
            if origin is not None:
                self.verticalScrollBar().setValue(round((origin.y() - GAP) * self.zoom))
        self._unscrolled = not self.isVisible()

    def _fit(self) -> None:
        if self._sheets is None or self._sheets.written.width() <= 0:
            return
        # A scroll bar that comes and goes with the width would make the pages flicker.
        bar = 0 if self.verticalScrollBar().isVisible() else 14
        room = max(50, self.viewport().width() - bar)
        zoom = room / self._sheets.written.width()
        if zoom <= LARGEST_FIT:
            self.setSceneRect(self._sheets.written)
        else:
            self.setSceneRect(self._sheets.whole)
            zoom = min(room / self._sheets.whole.width(), LARGEST_FIT)
        self._scale(zoom)

    def _scale(self, zoom: float) -> None:
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[1])
        centre = self.mapToScene(self.viewport().rect().center())
        self.resetTransform()
        self.scale(zoom, zoom)
        self.centerOn(centre)
        self.zoom_changed.emit(zoom)

    def _tell_page(self) -> None:
        middle = self.mapToScene(self.viewport().rect().center()).y()
        page = self._sheets.page_at(middle) if self._sheets is not None else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
