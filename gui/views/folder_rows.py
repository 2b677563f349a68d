"""The tree of all findings of the folder: how its rows look, and the keys that work on them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from gui.models.findings import DECISION_TEXT, said
from gui.models.folder_findings import (
    CODE,
    COUNT_ROLE,
    ITEM_ROLE,
    SENTENCE,
    UNIT,
    VERDICT,
    FolderFindings,
)
from gui.models.gathered import Item
from gui.theme import tones
from gui.views.icons import picture, severity_picture

Index = QModelIndex | QPersistentModelIndex

# The digits that judge; 0 takes a verdict back.
DIGITS = {
    Qt.Key.Key_1: "confirmed",
    Qt.Key.Key_2: "dismissed",
    Qt.Key.Key_3: "corrected",
    Qt.Key.Key_4: "later",
    Qt.Key.Key_0: "",
}
_OPEN, _CLOSED = "mdi6.chevron-down", "mdi6.chevron-right"
_NEAR = 60  # rows before the end of what a group has handed out when it hands out more


class FolderRows(QTreeView):
    """Groups that open and close; findings that are chosen by the dozen and judged by digits."""

    opened = Signal(QModelIndex)  # a finding, by click or Enter
    judged = Signal(str)  # a decision, "" to take it back

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty tree."""
        super().__init__(parent)
        self.setObjectName("folder_findings")
        self.setAccessibleName(self.tr("全部年报的问题"))
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAllColumnsShowFocus(True)
        self.setItemDelegate(ItemDelegate(self))
        self.verticalScrollBar().valueChanged.connect(self._fetch)

    def show_model(self, model: FolderFindings) -> None:
        """Show the findings of a model."""
        self.findings = model
        self.setModel(model)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        self.fit()

    def fit(self) -> None:
        """Give the columns the widths that the font needs."""
        metrics = QFontMetrics(self.font())
        self.setIndentation(metrics.height())
        self.setColumnWidth(CODE, metrics.horizontalAdvance("A1030") + 3 * metrics.height() + 12)
        self.setColumnWidth(UNIT, metrics.horizontalAdvance("某某县某某镇人民政府 2023") + 12)
        longest = max(metrics.horizontalAdvance(said(text)) for text in DECISION_TEXT.values())
        self.setColumnWidth(VERDICT, longest + 24)

    def make_current(self, index: QModelIndex) -> None:
        """Choose one row and bring it into view, opening its group."""
        if index.parent().isValid():
            self.expand(index.parent())
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def chosen(self) -> Iterable[QModelIndex]:
        """Return the rows that are chosen."""
        return self.selectionModel().selectedRows(CODE)

    def select_group(self) -> None:
        """Choose every finding of the group that the current row belongs to."""
        current = self.currentIndex()
        group = current.parent() if current.parent().isValid() else current
        model = self.model()
        if not group.isValid():
            return
        self.expand(group)
        last = model.rowCount(group) - 1
        rows = QItemSelection(model.index(0, 0, group), model.index(last, VERDICT, group))
        # The heading stands for those of its findings that were not handed out yet.
        rows.select(group.siblingAtColumn(0), group.siblingAtColumn(VERDICT))
        self.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge by digits, open by Enter, choose a whole group by Ctrl+A."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in DIGITS:
            self.judged.emit(DIGITS[Qt.Key(event.key())])
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
        elif (
            event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self.select_group()
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        if isinstance(index.data(ITEM_ROLE), Item):
            self.opened.emit(index)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _fetch(self) -> None:
        """Let a group hand out more as its end comes into view."""
        below = self.indexAt(QPoint(4, self.viewport().height() - 4))
        group, model = below.parent(), self.model()
        if group.isValid() and below.row() >= model.rowCount(group) - _NEAR:
            model.fetchMore(group)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a group over the whole width; a finding by its columns."""
        if index.parent().isValid():
            super().drawRow(painter, option, index)
            return
        palette = self.palette()
        chosen = self.selectionModel().isSelected(index)
        ground = palette.highlight() if chosen else palette.alternateBase()
        area = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        painter.save()
        painter.fillRect(area, ground)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        ink = palette.color(QPalette.ColorGroup.Active, role)
        size = QFontMetrics(self.font()).height()
        arrow = _OPEN if self.isExpanded(index) else _CLOSED
        top = area.top() + (area.height() - size) // 2
        painter.drawPixmap(3, top, picture(arrow, ink.rgba(), size, self.devicePixelRatioF()))
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(ink)
        metrics = QFontMetrics(bold)
        count = f"{index.data(COUNT_ROLE)}"
        room = area.width() - size - 24 - metrics.horizontalAdvance(count)
        title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, room)
        area.setLeft(size + 8)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, title)
        area.setLeft(area.left() + metrics.horizontalAdvance(title) + 12)
        painter.setFont(self.font())
        painter.setPen(ink if chosen else tones(palette).muted)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, count)
        if index == self.currentIndex().siblingAtColumn(0) and self.hasFocus():
            painter.setPen(tones(palette).focus)
            painter.drawRect(1, option.rect.top(), self.viewport().width() - 3, area.height() - 1)
        painter.restore()

    def changeEvent(self, event: QEvent) -> None:
        """Fit to another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self.fit()


class ItemDelegate(QStyledItemDelegate):
    """Puts the picture of the severity before the code, and greys what was dismissed."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Dress one cell."""
        super().initStyleOption(option, index)
        item = index.data(ITEM_ROLE)
        option.textElideMode = Qt.TextElideMode.ElideRight
        if not isinstance(item, Item):
            return
        palette, colours = option.palette, tones(option.palette)
        column = index.column()
        if column == CODE:
            size = QFontMetrics(option.font).height()
            ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
            image = severity_picture(item.entry.severity, palette, size, ratio)
            option.icon = QIcon(image)
            option.icon.addPixmap(image, QIcon.Mode.Selected)
            option.decorationSize = QSize(size, size)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        ink = None
        if item.entry.dismissed or (column == VERDICT and item.judged is None):
            ink = colours.muted
        elif column == VERDICT:
            ink = colours.error.ink if item.judged == "confirmed" else colours.settled.ink
        if ink is not None and not option.state & QStyle.StateFlag.State_Selected:
            palette.setColor(QPalette.ColorRole.Text, ink)
            option.palette = palette
        if column == SENTENCE and item.entry.dismissed:
            option.font.setStrikeOut(True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; all are of one height."""
        return QSize(20, QFontMetrics(option.font).height() + 8)
