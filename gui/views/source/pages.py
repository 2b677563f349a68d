"""Pages of an original as pictures: of a PDF by QtPdf, of a scan as it is.

Only for files that a worker process has read before: what hangs or crashes a reader has done so
there. Sizes are in points; picture sides are bounded whatever a page claims.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Protocol

from PIL import Image
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from parser.model import Page

LINE = 8.0  # points: no line of a report is lower
SIDE_LIMIT = 4000  # pixels; a page of a kilometre would ask for terabytes


class Pages(Protocol):
    """The pages of one original, counted from 0."""

    @property
    def sizes(self) -> Sequence[QSizeF]:
        """The size of each page in points."""
        ...

    def image(self, index: int, scale: float) -> QImage:
        """Return a page at `scale` pixels a point, smaller where it would get too large."""
        ...

    def areas(self, index: int, words: str, nth: int) -> list[QRectF]:
        """Return where the `nth` run of `words` stands on a page, white space apart."""
        ...

    def used(self, index: int) -> QRectF:
        """Return the part of a page that is written on: the page without its margins."""
        ...


class CannotShow(Exception):
    """The original cannot be shown as pages; its text still can."""


def open_pages(data: bytes, pages: Sequence[Page], parent: QObject) -> Pages:
    """Return the pages of a PDF or an image. CannotShow where there are not as many as were read.

    `pages` are those of the document that was read from the same bytes.
    """
    opened = PdfPages(data, parent) if data[:1024].find(b"%PDF-") >= 0 else Scans(data, pages)
    if len(opened.sizes) < len(pages):
        raise CannotShow
    return opened


class PdfPages:
    """Pages of a PDF."""

    def __init__(self, data: bytes, parent: QObject) -> None:
        """Load a PDF from memory. CannotShow where Qt cannot."""
        self._bytes = QByteArray(data)
        self._device = QBuffer(self._bytes, parent)
        self._device.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(parent)
        self._document.load(self._device)
        if self._document.status() is not QPdfDocument.Status.Ready:
            raise CannotShow
        self._texts: dict[int, str] = {}
        self._sizes = [
            self._document.pagePointSize(index) for index in range(self._document.pageCount())
        ]

    @property
    def sizes(self) -> Sequence[QSizeF]:
        """The size of each page in points."""
        return self._sizes

    def image(self, index: int, scale: float) -> QImage:
        """Return a page on white paper."""
        size = _bounded(self._sizes[index], scale)
        rendered = self._document.render(index, size, QPdfDocumentRenderOptions())
        paper = QImage(size, QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        _lay(rendered, paper)
        return paper

    def areas(self, index: int, words: str, nth: int) -> list[QRectF]:
        """Return where the `nth` run of `words` stands on a page, white space apart."""
        wanted = "".join(words.split())
        if index not in self._texts:
            self._texts[index] = self._document.getAllText(index).text()
        text = self._texts[index]
        places = [i for i, character in enumerate(text) if not character.isspace()]
        dense = "".join(text[i] for i in places)
        at = -1
        for _ in range(nth + 1):
            at = dense.find(wanted, at + 1)
        if at < 0 or not wanted:
            return []
        first, last = places[at], places[at + len(wanted) - 1]
        found = self._document.getSelectionAtIndex(index, first, last - first + 1)
        return _lines([polygon.boundingRect() for polygon in found.bounds()])

    def used(self, index: int) -> QRectF:
        """Return the part of a page that is written on: the page without its margins."""
        used = QRectF()
        for polygon in self._document.getAllText(index).bounds():
            used = used.united(polygon.boundingRect())
        whole = QRectF(QPointF(0, 0), self._sizes[index])
        return used.intersected(whole) if not used.isEmpty() else whole


class Scans:
    """Pages of a picture, which may hold several."""

    def __init__(self, data: bytes, pages: Sequence[Page]) -> None:
        """Open a picture from memory. CannotShow where it is none."""
        try:
            self._picture = Image.open(io.BytesIO(data))
            frames = int(getattr(self._picture, "n_frames", 1))
        except (OSError, ValueError, Image.DecompressionBombError) as error:
            raise CannotShow from error
        self._sizes = [QSizeF(page.width, page.height) for page in pages[:frames]]

    @property
    def sizes(self) -> Sequence[QSizeF]:
        """The size of each page in points, as it was read."""
        return self._sizes

    def image(self, index: int, scale: float) -> QImage:
        """Return a page, never larger than the picture itself."""
        try:
            self._picture.seek(index)
            picture = self._picture.convert("RGB")
        except (OSError, ValueError, Image.DecompressionBombError):
            blank = QImage(_bounded(self._sizes[index], 1.0), QImage.Format.Format_RGB32)
            blank.fill(Qt.GlobalColor.lightGray)
            return blank
        size = _bounded(self._sizes[index], scale)
        picture.thumbnail((size.width(), size.height()), Image.Resampling.LANCZOS)
        line = 3 * picture.width
        raw = picture.tobytes()
        image = QImage(raw, picture.width, picture.height, line, QImage.Format.Format_RGB888)
        return image.copy()  # the bytes above go with this call

    def used(self, index: int) -> QRectF:
        """Return the whole page: a picture does not tell where its margins are."""
        return QRectF(QPointF(0, 0), self._sizes[index])

    def areas(self, index: int, words: str, nth: int) -> list[QRectF]:
        """Return nothing: a picture has no text, only what was recognised has boxes."""
        return []


def _lines(pieces: Sequence[QRectF]) -> list[QRectF]:
    """Join the pieces of each line, which a PDF cuts wherever its writer did."""
    lines: list[QRectF] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last is not None and _beside(last, piece):
            lines[-1] = last.united(piece)
        else:
            lines.append(piece)
    return lines


def _beside(one: QRectF, other: QRectF) -> bool:
    """Say whether two pieces stand on one line; the box of 一 is no higher than its stroke."""
    height = max(one.height(), other.height(), LINE)
    return abs(one.center().y() - other.center().y()) < 0.8 * height


def _bounded(points: QSizeF, scale: float) -> QSize:
    longest = max(points.width(), points.height(), 1.0) * scale
    if longest > SIDE_LIMIT:
        scale *= SIDE_LIMIT / longest
    return QSize(max(1, round(points.width() * scale)), max(1, round(points.height() * scale)))


def _lay(rendered: QImage, paper: QImage) -> None:
    painter = QPainter(paper)
    painter.drawImage(0, 0, rendered)
    painter.end()
