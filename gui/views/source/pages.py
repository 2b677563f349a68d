"""Pages of an original as pictures: of a PDF by QtPdf, of a scan as it is, of an OFD drawn anew.

Only for files that a worker process has read before: what hangs or crashes a reader has done so
there. Sizes are in points; picture sides are bounded whatever a page claims.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Protocol

from PIL import Image
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from gui.views.source.paper import bounded
from gui.views.source.redrawn import REDRAWN, Redrawn
from parser.model import Document, Page


class Pages(Protocol):
    """The pages of one original, counted from 0."""

    @property
    def sizes(self) -> Sequence[QSizeF]:
        """The size of each page in points."""
        ...

    def image(self, index: int, scale: float) -> QImage:
        """Return a page at `scale` pixels a point, smaller where it would get too large."""
        ...

    def close(self) -> None:
        """Let go of the original."""
        ...


class CannotShow(Exception):
    """The original cannot be shown as pages; its text still can."""


def can_be_drawn(document: Document) -> bool:
    """Say whether the pages of a document's original can be shown; its text always can."""
    return bool(document.pages) and (document.format in _DRAWN or document.format in REDRAWN)


def open_pages(data: bytes, document: Document, parent: QObject) -> Pages:
    """Return the pages of an original. CannotShow where there are not as many as were read.

    `document` is what was read from the same bytes; KeyError where it cannot be drawn at all.
    """
    if document.format in REDRAWN:
        return Redrawn(document)
    opened = _DRAWN[document.format](data, document.pages, parent)
    if len(opened.sizes) < len(document.pages):
        opened.close()
        raise CannotShow
    return opened


class PdfPages:
    """Pages of a PDF."""

    def __init__(self, data: bytes, _pages: Sequence[Page], parent: QObject) -> None:
        """Load a PDF from memory. CannotShow where Qt cannot."""
        self._bytes = QByteArray(data)
        self._device = QBuffer(self._bytes, parent)
        self._device.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(parent)
        self._document.load(self._device)
        if self._document.status() is not QPdfDocument.Status.Ready:
            raise CannotShow
        self._sizes = [
            self._document.pagePointSize(index) for index in range(self._document.pageCount())
        ]

    @property
    def sizes(self) -> Sequence[QSizeF]:
        """The size of each page in points."""
        return self._sizes

    def image(self, index: int, scale: float) -> QImage:
        """Return a page on white paper."""
        size = bounded(self._sizes[index], scale)
        rendered = self._document.render(index, size, QPdfDocumentRenderOptions())
        paper = QImage(size, QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        _lay(rendered, paper)
        return paper

    def close(self) -> None:
        """Let go of the file's bytes and of what Qt made of them."""
        self._document.close()
        self._document.deleteLater()
        self._device.deleteLater()


class Scans:
    """Pages of a picture, which may hold several."""

    def __init__(self, data: bytes, pages: Sequence[Page], _parent: QObject) -> None:
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
            blank = QImage(bounded(self._sizes[index], 1.0), QImage.Format.Format_RGB32)
            blank.fill(Qt.GlobalColor.lightGray)
            return blank
        size = bounded(self._sizes[index], scale)
        picture.thumbnail((size.width(), size.height()), Image.Resampling.LANCZOS)
        line = 3 * picture.width
        raw = picture.tobytes()
        image = QImage(raw, picture.width, picture.height, line, QImage.Format.Format_RGB888)
        return image.copy()  # the bytes above go with this call

    def close(self) -> None:
        """Let go of the picture."""
        self._picture.close()


# By the format of the document. What is not here has no pages to look at, only text.
_DRAWN: dict[str, Callable[[bytes, Sequence[Page], QObject], Pages]] = {
    "pdf": PdfPages,
    **dict.fromkeys(("png", "jpg", "tif", "bmp", "gif", "webp"), Scans),
}


def _lay(rendered: QImage, paper: QImage) -> None:
    painter = QPainter(paper)
    painter.drawImage(0, 0, rendered)
    painter.end()
