"""The rows of the list of reports: how they are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gui.models.reports import (
    COUNT_ROLE,
    DETAIL_ROLE,
    ERRORS,
    PATH_ROLE,
    STAGE_ROLE,
    STATE,
    UNIT,
    WARNINGS,
    YEAR,
)
from gui.theme import tones
from gui.views.icons import stage_picture
from gui.views.rows import Rows
from parser.model import Severity
from parser.review.review import Stage

Index = QModelIndex | QPersistentModelIndex


class ReportRows(Rows):
    """Two lines a row, columns as wide as the font needs."""

    def fit(self) -> None:
        """Give rows and columns the sizes that the font needs."""
        metrics = QFontMetrics(self.font())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(metrics.height() * 2.25))
        self.setColumnWidth(STATE, metrics.height() + 10)
        self.setColumnWidth(YEAR, metrics.horizontalAdvance("2024") + 10)
        for column in (ERRORS, WARNINGS):
            heading = self.model().headerData(column, Qt.Orientation.Horizontal)
            self.setColumnWidth(column, metrics.horizontalAdvance(str(heading)) + 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes in; letters are left to shortcuts, Qt would search rows by them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered_by_key.emit()
            return
        if event.text() and event.text().isprintable() and event.key() != Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyPressEvent(event)


class ReportDelegate(QStyledItemDelegate):
    """Paints the state's icon, unit over file, and counts as badges."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one column of a report."""
        self.initStyleOption(option, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, palette.highlight() if selected else palette.base())
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = palette.color(QPalette.ColorGroup.Active, role)
        column = index.column()
        if column == STATE:
            self._paint_stage(painter, option, index, selected)
        elif column == UNIT:
            self._paint_unit(painter, option, index, selected)
        elif column in (ERRORS, WARNINGS):
            self._paint_count(painter, option, index)
        else:
            painter.setPen(ink)
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, option.text)
        painter.setPen(tones(palette).line)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

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
        painter.setPen(
            palette.color(
                QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
            )
        )
        metrics = QFontMetrics(option.font)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            upper, left, metrics.elidedText(option.text, Qt.TextElideMode.ElideMiddle, area.width())
        )
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.84)
        painter.setFont(small)
        if not selected:
            faulty = stage is Stage.UNREADABLE
            colours = tones(palette)
            painter.setPen(colours.error.ink if faulty else colours.muted)
        detail = str(index.data(DETAIL_ROLE) or "")
        # Of a file name the end matters too, of a reason the beginning.
        is_name = detail == str(index.data(PATH_ROLE)).rpartition("/")[2]
        mode = Qt.TextElideMode.ElideMiddle if is_name else Qt.TextElideMode.ElideRight
        painter.drawText(
            lower,
            left,
            QFontMetrics(small).elidedText(detail, mode, area.width()),
        )

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
