"""The rows of the list of reports: how they are painted, and how wide its columns are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.actions import icon
from gui.models.report_columns import COLUMNS, ERRORS, STATE, UNIT, WARNINGS
from gui.models.report_lines import Group
from gui.models.reports import COUNT_ROLE, DETAIL_ROLE, GROUP_ROLE, PATH_ROLE, STAGE_ROLE
from gui.models.short_names import Run, Runs, fitted
from gui.theme import tones
from gui.views.icons import stage_picture
from gui.views.rows import Rows
from parser.model import Severity
from parser.review.review import Stage

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LETTERS = 6  # of a unit's name that are always seen
_SMALL = 0.84


class ReportRows(Rows):
    """Two lines a row, columns as wide as the font needs; the units get what room is left."""

    group_toggled = Signal(str)
    width_chosen = Signal(int, int)  # column, pixels

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.widths: dict[int, int] = {}  # that the auditor has chosen
        self._fitting = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().sectionResized.connect(self._on_resized)

    def fit(self) -> None:
        """Give rows and columns the sizes that the font needs, where no width was chosen."""
        metrics = QFontMetrics(self.font())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(metrics.height() * 2.25))
        self._fitting = True
        for at in range(len(COLUMNS)):
            if not self.isColumnHidden(at) and at != UNIT:
                self.setColumnWidth(at, self.widths.get(at) or self._needed(at, metrics))
        self._fitting = False
        self.fill()

    def show_column(self, at: int, shown: bool) -> None:
        """Show a column or hide it."""
        self._fitting = True
        self.setColumnHidden(at, not shown)
        self.fit()

    def fill(self) -> None:
        """Give the units the room that the other columns leave."""
        others = sum(self.columnWidth(at) for at in range(len(COLUMNS)) if at != UNIT)
        least = self._needed(UNIT, QFontMetrics(self.font()))
        width = max(self.viewport().width() - others, least)
        if width != self.columnWidth(UNIT):
            self._fitting = True
            self.setColumnWidth(UNIT, width)
            self._fitting = False

    def _needed(self, at: int, metrics: QFontMetrics) -> int:
        if at == STATE:
            return metrics.height() + 10
        if COLUMNS[at].wide:
            return metrics.horizontalAdvance("文") * _LETTERS + 12
        heading = str(self.model().headerData(at, Qt.Orientation.Horizontal))
        samples = COLUMNS[at].samples()
        widest = max((metrics.horizontalAdvance(text) for text in samples), default=0)
        return max(metrics.horizontalAdvance(heading) + 12, widest + 10)

    def _on_resized(self, column: int, _before: int, width: int) -> None:
        if self._fitting or not width or self.isColumnHidden(column):
            return
        self.widths[column] = width
        self.width_chosen.emit(column, width)
        self.fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new width."""
        super().resizeEvent(event)
        if self.model() is not None:
            self.fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes in; letters are left to shortcuts, Qt would search rows by them."""
        group = self.currentIndex().data(GROUP_ROLE)
        if isinstance(group, Group) and _folds(event, group):
            self.group_toggled.emit(group.key)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered_by_key.emit()
            return
        if event.text() and event.text().isprintable() and event.key() != Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold and unfold what is clicked."""
        super().mouseReleaseEvent(event)
        group = self.indexAt(event.position().toPoint()).data(GROUP_ROLE)
        if isinstance(group, Group) and event.button() == Qt.MouseButton.LeftButton:
            self.group_toggled.emit(group.key)


def _folds(event: QKeyEvent, group: Group) -> bool:
    """Say whether a key folds or unfolds the group that it is on."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    key = event.key()
    if key == Qt.Key.Key_Left:
        return not group.folded
    if key == Qt.Key.Key_Right:
        return group.folded
    return key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ReportDelegate(QStyledItemDelegate):
    """Paints the state's icon, unit over file, and counts as badges; headings of groups.

    `runs` has names in runs (`gui.models.short_names`), so that what tells them apart is kept
    where there is not room for all.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Know no runs yet: names that do not fit are cut in their middle."""
        super().__init__(parent)
        self.runs: dict[str, Runs] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one column of a report, or of the heading of a group."""
        self.initStyleOption(option, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = index.data(GROUP_ROLE)
        plain = palette.alternateBase() if group else palette.base()
        painter.fillRect(option.rect, palette.highlight() if selected else plain)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(palette.color(QPalette.ColorGroup.Active, role))
        column = index.column()
        if isinstance(group, Group):
            self._paint_group(painter, option, index, group)
        elif column == STATE:
            self._paint_stage(painter, option, index, selected)
        elif column == UNIT:
            self._paint_unit(painter, option, index, selected)
        elif column in (ERRORS, WARNINGS):
            self._paint_count(painter, option, index)
        elif COLUMNS[column].wide:
            unit = str(index.model().index(index.row(), UNIT).data())
            area = option.rect.adjusted(4, 0, -4, 0)
            self._paint_name(painter, area, option.text, QFontMetrics(option.font), unit)
        else:
            right, width = Qt.TextElideMode.ElideRight, option.rect.width() - 4
            told = QFontMetrics(option.font).elidedText(option.text, right, width)
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, told)
        painter.setPen(tones(palette).line)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, group: Group
    ) -> None:
        """Paint the heading over the whole line, of which this cell is one piece."""
        view = option.widget
        if not isinstance(view, ReportRows):
            return
        painter.setClipRect(option.rect)
        metrics = QFontMetrics(option.font)
        area = QRect(0, option.rect.top(), view.viewport().width(), option.rect.height())
        side = metrics.height()
        name = "mdi6.chevron-right" if group.folded else "mdi6.chevron-down"
        arrow = icon(name, painter.pen().color()).pixmap(
            QSize(side, side), view.devicePixelRatioF()
        )
        painter.drawPixmap(6, area.center().y() - side // 2, arrow)
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        text = str(index.model().index(index.row(), UNIT).data())
        area.setLeft(side + 12)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, area.width() - 4)
        painter.drawText(area, _LEFT, shown)

    def _paint_stage(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, selected: bool
    ) -> None:
        stage = index.data(STAGE_ROLE)
        size = QFontMetrics(option.font).height()
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        image = stage_picture(stage, option.palette, size, ratio)
        middle = option.rect.center()
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.base())
            painter.drawEllipse(middle, size // 2 + 2, size // 2 + 2)
        painter.drawPixmap(middle.x() - size // 2, middle.y() - size // 2, image)

    def _paint_unit(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, selected: bool
    ) -> None:
        area = option.rect.adjusted(4, 3, -2, -3)
        upper = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        lower = QRect(area.left(), upper.bottom(), area.width(), area.height() // 2)
        palette, stage = option.palette, index.data(STAGE_ROLE)
        self._paint_name(painter, upper, option.text, QFontMetrics(option.font))
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * _SMALL)
        painter.setFont(small)
        if not selected:
            faulty = stage is Stage.UNREADABLE
            colours = tones(palette)
            painter.setPen(colours.error.ink if faulty else colours.muted)
        detail, metrics = str(index.data(DETAIL_ROLE) or ""), QFontMetrics(small)
        # Of a file name what tells it apart matters, of a reason the beginning.
        if detail == str(index.data(PATH_ROLE)).rpartition("/")[2]:
            self._paint_name(painter, lower, detail, metrics)
        else:
            right = Qt.TextElideMode.ElideRight
            painter.drawText(lower, _LEFT, metrics.elidedText(detail, right, lower.width()))

    def _paint_name(
        self, painter: QPainter, area: QRect, name: str, metrics: QFontMetrics, unit: str = ""
    ) -> None:
        painter.drawText(area, _LEFT, self.shortened(name, area.width(), metrics, unit))

    def shortened(self, name: str, width: int, metrics: QFontMetrics, unit: str = "") -> str:
        """Return as much of a name as fits a width in pixels; of `unit` is the report."""
        fits = lambda text: metrics.horizontalAdvance(text) <= width  # noqa: E731
        return fitted(self._runs_of(name, unit), fits)

    def _runs_of(self, name: str, unit: str) -> Runs:
        if name in self.runs:
            return self.runs[name]
        folder, slash, file = name.rpartition("/")
        if slash and file in self.runs:
            first, *rest = self.runs[file]
            if first.shared:
                return (Run(folder + slash + first.text, True), *rest)
            return (Run(folder + slash, True), first, *rest)
        if unit in self.runs and name.startswith(unit):
            return (*self.runs[unit], Run(name.removeprefix(unit), True))
        return (Run(name, False),)

    def _paint_count(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        count = index.data(COUNT_ROLE)
        if not count:
            return
        severity = Severity.ERROR if index.column() == ERRORS else Severity.WARNING
        tone = tones(option.palette).of(severity)
        metrics = QFontMetrics(option.font)
        width = max(metrics.horizontalAdvance(str(count)) + 10, metrics.height() + 2)
        area = QRect(0, 0, min(width, option.rect.width() - 2), metrics.height() + 2)
        area.moveCenter(option.rect.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone.paper)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(tone.ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(count))
