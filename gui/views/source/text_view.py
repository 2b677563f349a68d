"""The report's text, read-only, with its places marked and the chosen one brought into view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QUrl, QVariantAnimation, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QToolTip, QWidget

from gui.theme import tones
from gui.views.source.composition import Composition, ShownCell, compose
from gui.views.source.geometry import areas_of, fraction_of, height_of
from gui.views.source.marks import FRAMES, Mark, hit_look, said_at
from gui.views.source.overview import Tick
from gui.views.source.second_body import Shade, paint_shade
from parser.model import Grid, Report, Span

BLINK_MS = 900


class TextView(QTextBrowser):
    """Shows one report's text. Nothing in it is loaded, linked or run."""

    place_clicked = Signal(int)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self.setObjectName("source_text")
        self.setAccessibleName(self.tr("报告原文"))
        self.setOpenLinks(False)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._empty = QTextDocument(self)
        self._report: Report | None = None
        self._composition: Composition | None = None
        self._marks: Sequence[Mark] = ()
        self._lined: tuple[Grid, ...] = ()
        self.shades: tuple[Shade, ...] = ()
        self._selected: tuple[Span, ...] = ()
        self._hits: tuple[Span, ...] = ()
        self._hit: int = -1
        self._tinted: list[ShownCell] = []
        self._unscrolled = False
        self._blink = QVariantAnimation(self)
        self._blink.setStartValue(1.0)
        self._blink.setEndValue(0.0)
        self._blink.setDuration(BLINK_MS)
        self._blink.valueChanged.connect(self.viewport().update)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing: a report's text has no business on the disk or the network."""
        return None

    def show_report(
        self,
        report: Report,
        marks: Sequence[Mark],
        lined: Sequence[Grid] = (),
        shades: Sequence[Shade] = (),
    ) -> None:
        """Show the text of a report that was read, with its marks. Keeps the place if it can.

        `lined` are the tables in lines of text that are to be drawn as tables, `shades` the later
        copies of the body.
        """
        self.shades = tuple(shades)
        same = self._report is not None and self._report.document is report.document
        same = same and len(lined) == len(self._lined)
        self._lined = tuple(lined)
        self._report = report
        self._marks = marks
        if not same or self._composition is None:
            self._selected = ()
            self._hits = ()
            self._hit = -1
            self._compose()
        self._paint_marks()

    @property
    def marks(self) -> Sequence[Mark]:
        """The places that are marked."""
        return self._marks

    def clear(self) -> None:
        """Show nothing."""
        self._report = None
        if self._composition is not None:
            self.setDocument(self._empty)
            self._composition.document.deleteLater()
            self._composition = None
        self._marks = ()
        self._selected = self._hits = ()
        self._tinted = []
        self._blink.stop()
        self.setExtraSelections([])

    def select(self, spans: Sequence[Span], *, blink: bool = True) -> None:
        """Emphasise the characters of these spans and bring the first into view."""
        self._selected = tuple(spans)
        self._unscrolled = bool(spans)
        self._blink.stop()
        if spans and self._composition is not None:
            # The text cursor goes along: Qt brings it into view whenever the keyboard comes here.
            self.setTextCursor(self._cursor(Span(spans[0].start, spans[0].start)))
            self._scroll_to_selected()
            if blink and self.isVisible():
                self._blink.start()
        self.viewport().update()

    @property
    def blinking(self) -> bool:
        """Whether the chosen place still blinks."""
        return self._blink.state() == QVariantAnimation.State.Running

    def show_hits(self, hits: Sequence[Span], current: int) -> None:
        """Mark the hits of a search, `current` among them, and bring that one into view."""
        self._hits = tuple(hits)
        self._hit = current
        self._paint_marks()
        if 0 <= current < len(hits):
            self._scroll_to(hits[current])

    def ticks(self) -> list[Tick]:
        """Return where on the whole height the marked places stand."""
        places = self.fractions([mark.span for mark in self._marks])
        return [Tick(at, mark) for at, mark in zip(places, self._marks, strict=False)]

    def fractions(self, spans: Sequence[Span]) -> list[float]:
        """Return where on the whole height these spans stand."""
        if self._composition is None or self._report is None:
            return []
        size = len(self._report.text)
        return [fraction_of(self._composition, span, size) for span in spans]

    def show_fraction(self, at: float) -> None:
        """Scroll so that the place at this fraction of the whole height stands in the middle."""
        bar = self.verticalScrollBar()
        whole = bar.maximum() + self.viewport().height()
        bar.setValue(round(at * whole - self.viewport().height() / 2))

    def offset_at(self, point: QPointF) -> int | None:
        """Return which character is shown at a point of the viewport, None where no text is."""
        if self._composition is None:
            return None
        cursor = self.cursorForPosition(point.toPoint())
        before = self.cursorRect(cursor).left() > point.x() or cursor.atBlockEnd()
        place = cursor.position() - int(before and not cursor.atBlockStart())
        return self._composition.offsets.offset_of(place)

    def rects_of(self, span: Span) -> list[QRectF]:
        """Return where a span stands in the viewport: whole cells, or a piece of each line."""
        if self._composition is None:
            return []
        origin = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return [rect.translated(-origin) for rect in areas_of(self._composition, span)]

    def changeEvent(self, event: QEvent) -> None:
        """Compose anew where the colours or the font changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            if self._report is None or self._composition is None:
                return
            at = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
            self._compose()
            self._paint_marks()
            if self._selected:
                self._scroll_to_selected()
            else:
                self.document().documentLayout().documentSize()  # lays it out
                self.verticalScrollBar().setValue(round(at * self.verticalScrollBar().maximum()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen place in view; tell that places stand elsewhere now."""
        super().resizeEvent(event)
        if self._selected:
            self._scroll_to_selected()
        self.laid_out.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the place into view that was chosen while nothing could be seen."""
        super().showEvent(event)
        if self._unscrolled:
            self._scroll_to_selected()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is said of a marked place to whoever points there."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(
                event.globalPos(), self._said_at(QPointF(event.pos())), self.viewport()
            )
            return True
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which character was clicked, unless text was selected by dragging."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            sign = self._sign_at(event.position())
            offset = self.offset_at(event.position()) if sign is None else sign.span.start
            if offset is not None:
                self.place_clicked.emit(offset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose the place at the text cursor."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._composition is not None:
            offset = self._composition.offsets.offset_of(self.textCursor().position())
            self.place_clicked.emit(offset)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, then bars beside long places and a ring around the chosen ones."""
        super().paintEvent(event)
        if self._composition is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_shades(painter)
        self._paint_signs(painter)
        self._paint_selected(painter)

    def _said_at(self, point: QPointF) -> str:
        """Return what is said of the sign or the character at a point of the viewport."""
        document = self._report.document if self._report is not None else None
        sign, offset = self._sign_at(point), self.offset_at(point)
        if sign is not None:
            return sign.said
        return said_at(self._marks, document, offset) if document and offset is not None else ""

    def _sign_at(self, point: QPointF) -> Mark | None:
        """Return the mark of a place without characters whose sign stands at a point."""
        return next((mark for mark, rect in self._signs() if rect.contains(point)), None)

    def _signs(self) -> Iterator[tuple[Mark, QRectF]]:
        """Yield the signs of marked places without characters: blank cells need none."""
        for mark in self._marks:
            if self._composition is None or mark.span.start < mark.span.end:
                continue
            if not any(True for _ in self._composition.cells_in(mark.span)):
                yield from ((mark, rect.adjusted(0, 3, 0, -3)) for rect in self.rects_of(mark.span))

    def _compose(self) -> None:
        assert self._report is not None
        self._tinted = []
        before = self._composition
        self._composition = compose(self._report, self.palette(), self.font(), self._lined)
        self._composition.document.setParent(self)
        self.setDocument(self._composition.document)
        if before is not None:
            before.document.deleteLater()

    def _paint_marks(self) -> None:
        colours = tones(self.palette())
        # In one block, or Qt would lay the table out anew for every cell.
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for entry in self._tinted:
            self._tint(entry, colours.label.paper if entry.label else None)
        self._tinted = []
        selections: list[QTextEdit.ExtraSelection] = []
        for mark in self._marks:
            if not mark.long:
                paper = mark.tone(colours).paper
                selections += self._mark(mark.span, mark.look(colours), paper)
        edit.endEditBlock()
        ground = self.palette().highlight().color()
        for i, hit in enumerate(self._hits):
            look = hit_look(ground, current=i == self._hit)
            selections.append(self._selection(hit, look))
        self.setExtraSelections(selections)
        self.viewport().update()

    def _mark(
        self, span: Span, look: QTextCharFormat, paper: QColor
    ) -> list[QTextEdit.ExtraSelection]:
        assert self._composition is not None
        for entry in self._composition.cells_in(span):
            self._tint(entry, paper)
            self._tinted.append(entry)
        return [self._selection(span, look)] if span.start < span.end else []

    def _tint(self, entry: ShownCell, paper: QColor | None) -> None:
        cell = entry.cell
        look = cell.format()
        look.setBackground(QBrush(paper) if paper is not None else QBrush())
        cell.setFormat(look)

    def _selection(self, span: Span, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(span)
        selection.format = look
        return selection

    def _cursor(self, span: Span) -> QTextCursor:
        assert self._composition is not None
        offsets = self._composition.offsets
        cursor = QTextCursor(self.document())
        cursor.setPosition(offsets.place_of(span.start))
        if span.start < span.end:
            end = offsets.place_of(span.end, end=True)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def shaded(self, shade: Shade) -> QRectF:
        """Return where a shade lies in the viewport, in the whole width of the text."""
        if self._composition is None:
            return QRectF()
        top, bottom = height_of(self._composition, shade.span)
        seen = QRectF(self.viewport().rect())
        return QRectF(0, top - self.verticalScrollBar().value(), seen.width(), bottom - top)

    def _paint_shades(self, painter: QPainter) -> None:
        seen = QRectF(self.viewport().rect())
        for shade in self.shades:
            area = self.shaded(shade)
            paint_shade(painter, [area], shade.label, seen, self.palette(), self.font())

    def _paint_signs(self, painter: QPainter) -> None:
        """Draw what cannot be drawn by formats: bars of passages, signs of empty places."""
        colours = tones(self.palette())
        assert self._composition is not None
        seen = QRectF(self.viewport().rect())
        for mark in self._marks:
            if mark.long:
                top, bottom = height_of(self._composition, mark.span)
                area = QRectF(3, top - self.verticalScrollBar().value(), 4, bottom - top)
                if area.intersects(seen):
                    painter.fillRect(area, mark.tone(colours).ink)
                    if mark.frame:
                        painter.setPen(QPen(mark.tone(colours).ink, 2.0, FRAMES[mark.kind]))
                        painter.setBrush(Qt.BrushStyle.NoBrush)
                        painter.drawRect(area.adjusted(0, -3, seen.width() - 12, 3))
        for mark, rect in self._signs():
            if rect.intersects(seen):
                painter.setPen(QPen(mark.tone(colours).ink, 1.5))
                painter.setBrush(mark.tone(colours).paper)
                painter.drawRoundedRect(rect, 2, 2)

    def _paint_selected(self, painter: QPainter) -> None:
        focus = tones(self.palette()).focus
        strength = float(self._blink.currentValue()) if self.blinking else 0.0
        ground = QColor(focus)
        ground.setAlphaF(0.45 * strength)
        painter.setBrush(ground)
        painter.setPen(QPen(focus, 2.0))
        seen = QRectF(self.viewport().rect())
        for span in self._selected:
            for rect in self.rects_of(span):
                if rect.intersects(seen):
                    painter.drawRoundedRect(rect.adjusted(-1.5, -1, 1.5, 1), 3, 3)

    def _scroll_to_selected(self) -> None:
        if self._selected:
            self._scroll_to(self._selected[0])
            self._unscrolled = not self.isVisible()

    def _scroll_to(self, span: Span) -> None:
        areas = areas_of(self._composition, span) if self._composition is not None else []
        if not areas:
            return
        area = areas[0]
        margin = 24
        upright, level = self.verticalScrollBar(), self.horizontalScrollBar()
        beyond = area.bottom() > upright.maximum() + self.viewport().height()
        if beyond or not self.isVisible():
            # Qt has not laid the rest out, or tells the bars of it later: they must know now.
            whole = self.document().documentLayout().documentSize().height()
            upright.setMaximum(max(0, ceil(whole) - self.viewport().height()))
        height, width = self.viewport().height(), self.viewport().width()
        top = upright.value()
        if area.top() < top + margin or area.bottom() > top + height - margin:
            upright.setValue(round(area.center().y() - height * 0.4))
        if area.left() < level.value() or area.right() > level.value() + width:
            level.setValue(round(area.center().x() - width / 2))
