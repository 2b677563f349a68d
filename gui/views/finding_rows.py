"""The rows of the list of findings: how they are painted, and the keys that judge."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gui.models.findings import (
    CODE,
    DECISION_TEXT,
    ENTRY_ROLE,
    NOTE,
    SENTENCE,
    SEVERITY,
    VERDICT,
    said,
)
from gui.theme import tones
from gui.views.icons import CONFIRMED, CORRECTED, DISMISSED, LATER, picture, severity_picture
from gui.views.rows import Rows
from parser.review.entries import Entry

Index = QModelIndex | QPersistentModelIndex
VERDICT_KEYS = {
    Qt.Key.Key_1: "confirmed",
    Qt.Key.Key_2: "dismissed",
    Qt.Key.Key_3: "corrected",
    Qt.Key.Key_4: "later",
    Qt.Key.Key_0: "",
}


class FindingRows(Rows):
    """Rows as high as their sentences.

    1 to 4 and 0 judge, N goes to the note, Enter and F2 go into the cell, left and right step
    through suggestions.
    """

    stepped = Signal(int)
    judged = Signal(str)
    noting = Signal()

    def fit(self) -> None:
        """Give the columns the widths that the font needs."""
        metrics = QFontMetrics(self.font())
        self.setColumnWidth(SEVERITY, metrics.height() + 12)
        self.setColumnWidth(CODE, metrics.horizontalAdvance("A1030") + 8)
        longest = max(metrics.horizontalAdvance(said(text)) for text in DECISION_TEXT.values())
        self.setColumnWidth(VERDICT, longest + metrics.height() + 16)
        self.setColumnWidth(NOTE, max(90, int(self.width() * 0.15)))
        self.resizeRowsToContents()

    def keep_heights(self, model: QAbstractItemModel) -> None:
        """Measure the rows again whenever the model changes."""
        for signal in (
            model.modelReset,
            model.dataChanged,
            model.layoutChanged,
            model.rowsInserted,
        ):
            signal.connect(lambda *_: self.resizeRowsToContents())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits are verdicts here, and no figures."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.entered_by_key.emit()
        elif plain and event.key() in VERDICT_KEYS:
            self.judged.emit(VERDICT_KEYS[Qt.Key(event.key())])
        elif plain and event.key() == Qt.Key.Key_N:
            self.noting.emit()
        else:
            super().keyPressEvent(event)


class EntryDelegate(QStyledItemDelegate):
    """Paints a finding: icon, code, wrapped sentence, verdict, note."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how high the wrapped sentence is."""
        metrics = QFontMetrics(option.font)
        least = metrics.height() + 8
        if index.column() not in (SENTENCE, NOTE):
            return QSize(20, least)
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 300
        text = str(index.data() or "")
        area = metrics.boundingRect(
            QRect(0, 0, max(width - 10, 40), 10_000), Qt.TextFlag.TextWordWrap, text
        )
        return QSize(width, max(least, area.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one column of a finding."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        self.initStyleOption(option, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette, colours = option.palette, tones(option.palette)
        painter.save()
        painter.fillRect(option.rect, palette.highlight() if selected else palette.base())
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = palette.color(QPalette.ColorGroup.Active, role)
        if not entry.stands and not selected:
            ink = colours.muted
        painter.setPen(ink)
        column = index.column()
        if column == SEVERITY:
            self._paint_severity(painter, option, entry, selected)
        elif column == VERDICT:
            self._paint_verdict(painter, option, entry, selected)
        else:
            font = QFont(option.font)
            font.setBold(column == CODE)
            font.setStrikeOut(entry.dismissed and column == SENTENCE)
            painter.setFont(font)
            area = option.rect.adjusted(5, 4, -5, -4)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            painter.drawText(area, flags | Qt.TextFlag.TextWordWrap, str(index.data() or ""))
        painter.setPen(colours.line)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _paint_severity(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, selected: bool
    ) -> None:
        size = QFontMetrics(option.font).height()
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        area = QRect(option.rect.left() + 6, option.rect.top() + 4, size, size)
        if selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.base())
            painter.drawEllipse(area.adjusted(-2, -2, 2, 2))
        painter.drawPixmap(
            area.topLeft(), severity_picture(entry.severity, option.palette, size, ratio)
        )

    def _paint_verdict(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, selected: bool
    ) -> None:
        colours = tones(option.palette)
        area = option.rect.adjusted(5, 4, -5, -4)
        text = said_verdict(entry)
        if entry.state is None:
            if not selected:
                painter.setPen(colours.muted)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
            return
        drawing, tone = {
            "confirmed": (CONFIRMED, colours.error),
            "dismissed": (DISMISSED, colours.settled),
            "corrected": (CORRECTED, colours.corrected),
            "later": (LATER, colours.suspect),
        }[entry.state]
        ink = tone.ink
        if selected:
            ink = option.palette.color(QPalette.ColorRole.HighlightedText)
        size = QFontMetrics(option.font).height() - 2
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        image = picture(drawing, ink.rgba(), size, ratio)
        painter.drawPixmap(area.left(), area.top() + 1, image)
        painter.setPen(ink)
        area.setLeft(area.left() + size + 4)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)


def said_verdict(entry: Entry) -> str:
    """Name what was decided on an entry."""
    return said(DECISION_TEXT[entry.state])
