"""The heat matrix: a line a report, a column a family, every number printed on its shade."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.models.heat import (
    COLUMNS,
    COUNT_ROLE,
    FIRST_FAMILY,
    LINE_ROLE,
    OPEN,
    STATE,
    TOTAL,
    UNIT,
    YEAR,
    HeatModel,
    count_in,
    text_in,
)
from gui.theme import heat, tones
from gui.views.icons import stage_picture
from parser.review.survey import Line

Index = QModelIndex | QPersistentModelIndex


class HeatMatrix(QTableView):
    """A click or Enter on a number opens the findings behind it."""

    opened = Signal(QModelIndex)

    def __init__(self, model: HeatModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.setObjectName("overview_matrix")
        self.setAccessibleName(self.tr("各单位各类问题的数量"))
        self.setModel(model)
        self.setItemDelegate(HeatDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(16)
        header.setSortIndicator(model.order.column, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._on_clicked)
        self.fit()

    def fit(self) -> None:
        """Give rows and columns the sizes that the font needs."""
        metrics = QFontMetrics(self.font())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        narrow = metrics.horizontalAdvance("888") + 12
        for at in range(FIRST_FAMILY, TOTAL):
            self.setColumnWidth(at, narrow)
        for at in (TOTAL, OPEN):
            self.setColumnWidth(at, metrics.horizontalAdvance("合计") + metrics.height() + 8)
        self.setColumnWidth(YEAR, metrics.horizontalAdvance("2023") + 14)
        self.setColumnWidth(STATE, metrics.height() + 8)
        self._stretch()

    def _stretch(self) -> None:
        """Give the names what the numbers leave, and never too little to tell them apart."""
        taken = sum(self.columnWidth(column) for column in range(UNIT + 1, COLUMNS))
        least = QFontMetrics(self.font()).height() * 8
        self.setColumnWidth(UNIT, max(self.viewport().width() - taken, least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the names again."""
        super().resizeEvent(event)
        self._stretch()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.data(COUNT_ROLE):
            self.opened.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter what stands in a cell; on a unit's name, its report."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit to another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()


class HeatDelegate(QStyledItemDelegate):
    """Paints a number on its shade."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell; the one that the keys are on has a frame."""
        palette = option.palette
        painter.save()
        line = index.data(LINE_ROLE)
        painter.fillRect(option.rect, palette.base())
        if isinstance(line, Line):
            draw_cell(painter, option.rect, line, index.column(), palette)
        painter.setPen(tones(palette).line)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(tones(palette).focus)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(20, QFontMetrics(option.font).height() + 8)


def draw_cell(painter: QPainter, area: QRect, line: Line, column: int, palette: QPalette) -> None:
    """Draw a cell of the matrix, in the window or in a picture."""
    colours = tones(palette)
    ink = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
    count, text = count_in(line, column), text_in(line, column)
    if not text and column != STATE:
        return
    if FIRST_FAMILY <= column < TOTAL and count:
        tone = heat(palette, count)
        painter.fillRect(area.adjusted(1, 1, -1, -1), tone.paper)
        ink = tone.ink
    elif column == YEAR:
        ink = colours.muted
    painter.setPen(ink)
    if column == STATE:
        device, height = painter.device(), painter.fontMetrics().height()
        ratio = device.devicePixelRatioF() if device else 1.0
        image = stage_picture(line.stage, palette, height - 2, ratio)
        corner = area.center() - QPoint(height // 2 - 1, height // 2 - 1)
        painter.drawPixmap(corner, image)
    elif column == UNIT:
        text = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideMiddle, area.width() - 12
        )
        painter.drawText(area.adjusted(6, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, text)
    else:
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
