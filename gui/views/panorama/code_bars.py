"""Findings by check, as bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.models.finding_groups import titles
from gui.theme import heat, tones

CODE_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class CodeModel(QAbstractListModel):
    """Codes of checks with how often they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: list[tuple[str, int]] = []

    def show(self, rows: Sequence[tuple[str, int]]) -> None:
        """Show these codes in this order."""
        fresh = list(rows)
        if [code for code, _ in fresh] == [code for code, _ in self.rows]:
            self.rows = fresh
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of codes."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says; `CODE_ROLE` and `COUNT_ROLE` are what it is made of."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        code, count = self.rows[index.row()]
        if role == CODE_ROLE:
            return code
        if role == COUNT_ROLE:
            return count
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{code}　{titles().get(code, '')}".rstrip("　")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.tr("{0} {1}：{2} 条").format(code, titles().get(code, ""), count)
        return None


class CodeBars(QListView):
    """A click or Enter on a bar opens its findings."""

    opened = Signal(QModelIndex)

    def __init__(self, model: CodeModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.setObjectName("overview_codes")
        self.setAccessibleName(self.tr("各项检查发现的问题"))
        self.setModel(model)
        self.setItemDelegate(BarDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class BarDelegate(QStyledItemDelegate):
    """Paints a bar below its words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        model = index.model()
        rows = model.rows if isinstance(model, CodeModel) else []
        most = max((count for _, count in rows), default=1)
        palette = option.palette
        painter.save()
        painter.fillRect(option.rect, palette.base())
        draw_bar(
            painter, option.rect, str(index.data()), int(index.data(COUNT_ROLE)), most, palette
        )
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(tones(palette).focus)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(60, bar_height(QFontMetrics(option.font)))


def bar_height(metrics: QFontMetrics) -> int:
    """Return the height of a bar with its words."""
    return metrics.height() + 14


def draw_bar(
    painter: QPainter, area: QRect, text: str, count: int, most: int, palette: QPalette
) -> None:
    """Draw words and number, and below them a bar as long as the number."""
    metrics = QFontMetrics(painter.font())
    inner = area.adjusted(8, 2, -8, -2)
    number = str(count)
    painter.setPen(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
    top = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
    painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
    room = inner.width() - metrics.horizontalAdvance(number) - 10
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    length = max(2, round(inner.width() * count / max(most, 1)))
    bar = QRect(inner.left(), top.bottom() + 3, length, 5)
    painter.fillRect(QRect(bar.left(), bar.top(), inner.width(), 5), tones(palette).missing.paper)
    painter.fillRect(bar, heat(palette, 1 << 20).paper)
