"""Ctrl+P: type a few letters of a unit, a file or a year, and go to that report."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.models.report_row import Row
from gui.models.reports import PATH_ROLE, ReportModel
from gui.selection import Selection
from gui.theme import tones
from gui.views.icons import stage_picture

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole + 20
_MOST = 200  # who needs more types another letter
_WIDEST = 620
_SEEN = 10  # lines of the list
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FoundReports(QAbstractListModel):
    """The reports that fit what is typed, the likeliest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return unit, year and file of a report."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(filter(None, (row.unit, str(row.year or ""), row.path)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.path
        return {PATH_ROLE: row.path, ROW_ROLE: row}.get(role)


class QuickOpen(QDialog):
    """A box at the top of the window. Enter or a click goes to the report, Esc stays."""

    chosen = Signal(str)  # path

    def __init__(self, reports: ReportModel, parent: QWidget) -> None:
        """Look through `reports`, whatever their filter leaves."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("quick_open")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = parent
        self._reports = reports
        self._found = FoundReports(self)
        self._field = QLineEdit(self)
        self._field.setObjectName("quick_open_field")
        self._field.setAccessibleName(self.tr("转到单位"))
        self._field.setPlaceholderText(self.tr("输入单位、拼音首字母、文件名或年度，按 Enter 转到"))
        self._field.textChanged.connect(self._look)
        self._list = QListView(self)
        self._list.setObjectName("quick_open_list")
        self._list.setAccessibleName(self.tr("符合的年报"))
        self._list.setModel(self._found)
        self._list.setItemDelegate(_FoundDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._go)
        self._nothing = QLabel(self.tr("没有这样的年报"), self)
        self._nothing.setContentsMargins(8, 4, 8, 4)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self._field, self._list, self._nothing):
            column.addWidget(widget)
        column.addStretch(1)
        self._look("")

    def open_for(self, selection: Selection) -> None:
        """Show the box, and let `selection` go where it says."""
        self.chosen.connect(selection.select_report)
        window = self._window
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 60)
        self.show()
        self.activateWindow()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._field.setFocus()

    def _look(self, text: str) -> None:
        self._found.show(likeliest(self._reports.found(text), text)[:_MOST])
        count = self._found.rowCount()
        self._list.setVisible(count > 0)
        self._nothing.setVisible(count == 0)
        if count:
            self._list.setCurrentIndex(self._found.index(0))
            high = self._list.sizeHintForRow(0) * min(count, _SEEN) + 4
            self._list.setFixedHeight(high)
        self.setFixedWidth(min(_WIDEST, self._window.width() - 40))
        self.setFixedHeight(self._column.totalMinimumSize().height())

    def _go(self, index: QModelIndex) -> None:
        path = index.data(PATH_ROLE)
        if isinstance(path, str):
            self.reject()
            self.chosen.emit(path)

    def reject(self) -> None:
        """Close, and give the keys back to the window."""
        super().reject()
        self._window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move about in the list do so; close at a click into the window."""
        if watched is not self._field:
            clicked = event.type() == QEvent.Type.MouseButtonPress
            if clicked and isinstance(watched, QWidget) and watched.window() is self._window:
                self.close()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVING:
                self._move(event.key())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _move(self, key: int) -> None:
        count = self._found.rowCount()
        if not count:
            return
        at, page = self._list.currentIndex().row(), _SEEN - 1
        to = {
            Qt.Key.Key_Up: (at - 1) % count,
            Qt.Key.Key_Down: (at + 1) % count,
            Qt.Key.Key_PageUp: max(at - page, 0),
            Qt.Key.Key_PageDown: min(at + page, count - 1),
        }[Qt.Key(key)]
        self._list.setCurrentIndex(self._found.index(to))


def likeliest(rows: list[Row], text: str) -> list[Row]:
    """Return the rows with those first whose unit begins with the first word, then holds it.

    Within that the latest year comes first, and files that are no reports last.
    """
    word = next(iter(text.casefold().split()), "")

    def rank(row: Row) -> tuple[bool, int, str, int]:
        unit = row.unit.casefold()
        place = 0 if unit.startswith(word) else 1 if word in unit else 2
        return (not row.recognised, place if word else 0, row.unit, -(row.year or 0))

    return sorted(rows, key=rank)


class _FoundDelegate(QStyledItemDelegate):
    """Paints state, unit and year, and behind them the file in a quieter colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of one line with some air."""
        return QSize(100, int(QFontMetrics(option.font).height() * 1.6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a report."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = palette.color(QPalette.ColorGroup.Active, role)
        painter.save()
        painter.fillRect(option.rect, palette.highlight() if selected else palette.base())
        metrics = QFontMetrics(option.font)
        side = metrics.height()
        area = option.rect.adjusted(8, 0, -8, 0)
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        top = area.center().y() - side // 2
        painter.drawPixmap(area.left(), top, stage_picture(row.stage, palette, side, ratio))
        area.setLeft(area.left() + side + 8)
        painter.setPen(ink)
        name = " ".join(filter(None, (row.unit or row.name, str(row.year or ""))))
        middle = Qt.TextElideMode.ElideMiddle
        painter.drawText(area, _LEFT, metrics.elidedText(name, middle, area.width()))
        taken = metrics.horizontalAdvance(name) + 16
        if area.width() > taken + 60:
            small = QFont(option.font)
            small.setPointSizeF(small.pointSizeF() * 0.88)
            painter.setFont(small)
            painter.setPen(ink if selected else tones(palette).muted)
            rest = QRect(area.left() + taken, area.top(), area.width() - taken, area.height())
            told = QFontMetrics(small).elidedText(row.path, middle, rest.width())
            painter.drawText(
                rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told
            )
        painter.restore()
