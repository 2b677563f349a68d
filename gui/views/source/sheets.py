"""The pages of an original laid out under each other, and the pictures kept of them."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from gui.views.source.pages import Pages
from gui.views.source.places import Places
from parser.model import Box

GAP = 12.0  # points between pages and around them
CACHED = 6  # pages kept as pictures
LOOKED_AT = 5  # pages whose margins are looked at


class Sheets:
    """One item of the scene a page. A picture is made when its page is painted."""

    def __init__(self, pages: Pages, places: Places, scene: QGraphicsScene) -> None:
        """Lay the pages out in the scene."""
        self.pages = pages
        self._items: list[_Sheet] = []
        self._pictures: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        y = GAP
        widest = max((size.width() for size in pages.sizes), default=0.0)
        for index, size in enumerate(pages.sizes):
            sheet = _Sheet(self, index, size)
            sheet.setPos(GAP + (widest - size.width()) / 2, y)
            scene.addItem(sheet)
            self._items.append(sheet)
            y += size.height() + GAP
        self.whole = QRectF(0, 0, widest + 2 * GAP, y)
        self.written = self._written(places)

    def __len__(self) -> int:
        return len(self._items)

    def origin(self, page: int) -> QPointF | None:
        """Return where a page (counted from 1) begins in the scene, None for one not there."""
        return self._items[page - 1].pos() if 1 <= page <= len(self._items) else None

    def rect_of(self, box: Box) -> QRectF | None:
        """Return where a box stands in the scene, None for a page that is not there."""
        origin = self.origin(box.page)
        if origin is None:
            return None
        return QRectF(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0).translated(origin)

    def page_at(self, y: float) -> int:
        """Return the page (counted from 1) at a height of the scene; 0 where there is none."""
        above = sum(1 for sheet in self._items if sheet.pos().y() - GAP <= y)
        return max(above, 1) if self._items else 0

    def place_on_page(self, point: QPointF) -> tuple[int, QPointF] | None:
        """Return the page at a point of the scene and the point on it, None between pages."""
        for number, sheet in enumerate(self._items, 1):
            on_page = sheet.mapFromScene(point)
            if sheet.boundingRect().contains(on_page):
                return number, on_page
        return None

    def picture(self, index: int, scale: float) -> QImage:
        """Return a page as it is painted, rendered anew only where its size changed."""
        kept = self._pictures.get(index)
        if kept is None or abs(kept[0] - scale) > 0.01:
            kept = (scale, self.pages.image(index, scale))
            self._pictures[index] = kept
        self._pictures.move_to_end(index)
        while len(self._pictures) > CACHED:
            self._pictures.popitem(last=False)
        return kept[1]

    def _written(self, places: Places) -> QRectF:
        """Return the columns of the scene that the first pages are written on, all of its height.

        Official paper has margins of a third of its width: in a narrow pane they would be paid
        for with digits too small to read.
        """
        written = QRectF()
        for number in range(1, min(len(self._items), LOOKED_AT) + 1):
            box = places.written(number)
            rect = self.rect_of(box) if box is not None else None
            written = written.united(rect if rect is not None else self.whole)
        left = max(written.left() - GAP, self.whole.left())
        right = min(written.right() + GAP, self.whole.right())
        return QRectF(left, 0, right - left, self.whole.height())


class _Sheet(QGraphicsItem):
    """One page on the desk."""

    def __init__(self, sheets: Sheets, index: int, size: QSizeF) -> None:
        super().__init__()
        self._sheets = sheets
        self._index = index
        self._area = QRectF(QPointF(0, 0), size)

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        scale = painter.worldTransform().m11() * painter.device().devicePixelRatio()
        painter.drawImage(self._area, self._sheets.picture(self._index, scale))
