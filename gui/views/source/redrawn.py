"""Pages of an original that Qt cannot render, drawn anew from what was read of them.

Words stand in their boxes and cells between their lines; pictures and seals are left out. Nothing
of the file itself is opened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from gui.views.source.paper import bounded
from parser.model import Box, Document, Span

REDRAWN = frozenset({"ofd"})  # formats of documents
INK, FAINT = QColor("#111111"), QColor("#808080")  # paper is white in the dark scheme too
UNIT = 100.0  # pixels of the font in which words are measured before they are fitted
BASE = 0.86 * UNIT  # the line that letters stand on, from the top of a box
UPRIGHT = 1.5  # a box so many times as high as wide holds characters below each other


class Redrawn:
    """The pages of a document whose words know their boxes."""

    def __init__(self, document: Document) -> None:
        """Sort words and cells by page."""
        self._document = document
        self._sizes = [QSizeF(page.width, page.height) for page in document.pages]
        self._words: dict[int, list[tuple[Span, Box]]] = defaultdict(list)
        self._cells: dict[int, list[Box]] = defaultdict(list)
        for span, box in document.words:
            self._words[box.page].append((span, box))
        for grid in document.grids:
            for cell in grid.cells:
                if cell.box is not None:
                    self._cells[cell.box.page].append(cell.box)
        self._font = QFont()
        self._font.setPixelSize(round(UNIT))

    @property
    def sizes(self) -> Sequence[QSizeF]:
        """The size of each page in points, as it was read."""
        return self._sizes

    def image(self, index: int, scale: float) -> QImage:
        """Return a page on white paper."""
        size = bounded(self._sizes[index], scale)
        paper = QImage(size, QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        number = self._document.pages[index].number
        painter = QPainter(paper)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(
            size.width() / max(self._sizes[index].width(), 1.0),
            size.height() / max(self._sizes[index].height(), 1.0),
        )
        painter.setPen(QPen(INK, 0.6))
        for box in self._cells[number]:
            painter.drawRect(_area(box))
        for span, box in self._words[number]:
            self._word(painter, span, box)
        if not self._words[number]:
            self._say_unread(painter, self._sizes[index])
        painter.end()
        return paper

    def close(self) -> None:
        """Let go of nothing: no file is open."""

    def _word(self, painter: QPainter, span: Span, box: Box) -> None:
        text, area = span.of(self._document.text), _area(box)
        if len(text) > 1 and area.height() > UPRIGHT * area.width():
            step = area.height() / len(text)
            for at, _ in enumerate(text):
                place = QRectF(area.left(), area.top() + at * step, area.width(), step)
                self._level(painter, Span(span.start + at, span.start + at + 1), place)
            return
        self._level(painter, span, area)

    def _level(self, painter: QPainter, span: Span, area: QRectF) -> None:
        """Draw characters beside each other, fitted into an area; cross out what is struck."""
        text, metrics = span.of(self._document.text), QFontMetricsF(self._font)
        wide = metrics.horizontalAdvance(text)
        if wide <= 0 or area.isEmpty():
            return
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(area.width() / wide, area.height() / UNIT)
        painter.setFont(self._font)
        painter.drawText(QPointF(0, BASE), text)
        for out in self._document.struck:
            if out.meets(span):
                first = max(out.start - span.start, 0)
                left = metrics.horizontalAdvance(text[:first])
                right = metrics.horizontalAdvance(text[: out.end - span.start])
                middle = BASE - metrics.strikeOutPos()
                painter.fillRect(QRectF(left, middle, right - left, UNIT / 12), INK)
        painter.restore()

    def _say_unread(self, painter: QPainter, size: QSizeF) -> None:
        said = QCoreApplication.translate("Redrawn", "这一页没有读出，请对照原件")
        font = QFont(self._font)
        font.setPixelSize(14)
        painter.setFont(font)
        painter.setPen(FAINT)
        painter.drawText(QRectF(QPointF(0, 0), size), int(Qt.AlignmentFlag.AlignCenter), said)


def _area(box: Box) -> QRectF:
    return QRectF(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0)
