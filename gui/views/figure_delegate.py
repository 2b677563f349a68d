"""Paints a cell of an official table: colour and icon by severity, original and correction."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.models.cell_view import CELL_ROLE, KEY_ROLE, CellView
from gui.models.figures import FigureModel
from gui.theme import MISSING, UNREAD, Tone, Tones, tones
from gui.views.figure_editor import FigureEditor, FigurePlace
from gui.views.icons import CORRECTED, picture, severity_picture
from parser.reading.missing import Absence

PADDING = 4
ICON = 11
SMALL, SMALLEST = 0.85, 0.6  # of the font: words in place of a figure
_NUMBER = re.compile(r"→?[+\-−]?[\d,，.．０-９]+%?")

Index = QModelIndex | QPersistentModelIndex


class FigureDelegate(QStyledItemDelegate):
    """Paints `CellView`s, and opens an editor that knows where it was opened.

    `keep` writes what was typed to the log and returns a sentence where it is refused; "" else.
    """

    opened = Signal(object)  # the FigureEditor

    def __init__(self, parent: QObject | None = None) -> None:
        """Refuse nothing and keep nothing until `keep` is set."""
        super().__init__(parent)
        self.keep: Callable[[FigurePlace, str], str] = lambda _place, _text: ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one place of the table."""
        view = index.data(CELL_ROLE)
        if not isinstance(view, CellView):
            return
        colours = tones(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if view.is_figure:
            self._paint_figure(painter, option, view, colours)
        else:
            self._paint_label(painter, option, index, view, colours)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line that says what cannot be a figure while it is typed."""
        model, key = index.model(), index.data(KEY_ROLE)
        if not isinstance(model, FigureModel) or not isinstance(key, str):
            return super().createEditor(parent, option, index)
        place = FigurePlace(model.path, model.copy, key)
        editor = FigureEditor(
            place,
            lambda text: model.why_refused(key, text) if model.path == place.path else "",
            lambda place, text: self.keep(place, text),
            parent,
        )
        editor.fill(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        self.opened.emit(editor)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the editor alone: the table may be painted anew while somebody types."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what was typed where the editor was opened, whatever the index shows by now."""
        if isinstance(editor, FigureEditor):
            editor.keep()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the editor over the cell, wide enough to type in and inside of the table."""
        area = option.rect
        width = max(area.width(), editor.minimumWidth())
        parent = editor.parentWidget()
        right = parent.width() if parent else area.right() + 1
        left = max(0, min(area.left(), right - width))
        height = max(area.height(), editor.sizeHint().height())
        editor.setGeometry(left, area.center().y() - height // 2, width, height)

    def _paint_label(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        view: CellView,
        colours: Tones,
    ) -> None:
        area = option.rect
        tone = colours.of(view.severity) if view.severity else colours.label
        painter.fillRect(area, tone.paper)
        inner = area.adjusted(PADDING, 1, -PADDING, -1)
        font = QFont(option.font)
        painter.setPen(tone.ink)
        if view.absence is not Absence.NONE:
            _hatch(painter, area, view.absence, colours)
            font.setStrikeOut(True)
            painter.setPen(colours.missing.ink)
        if view.severity is not None:
            ratio = _ratio(option)
            image = severity_picture(view.severity, option.palette, ICON, ratio)
            painter.drawPixmap(area.left() + 2, area.top() + 2, image)
        painter.setFont(font)
        flags = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(inner, int(flags) | Qt.TextFlag.TextWrapAnywhere, view.text)

    def _paint_figure(
        self, painter: QPainter, option: QStyleOptionViewItem, view: CellView, colours: Tones
    ) -> None:
        area = option.rect
        tone = _tone_of(view, colours)
        painter.fillRect(area, option.palette.base())
        if tone is not None:
            paper = QColor(tone.paper)
            paper.setAlphaF(1.0 if view.strong else 0.5)
            painter.fillRect(area, paper)
        if view.absence is not Absence.NONE:
            _hatch(painter, area, view.absence, colours)
        self._paint_icons(painter, option, view, colours)
        if view.absence is not Absence.NONE and view.preview is None:
            self._paint_absence(painter, option, view, colours)
        elif view.preview is not None and not view.text and view.absence is Absence.NONE:
            _number(painter, option, f"→{view.preview}", colours.suspect.ink, bold=False)
        elif view.preview is not None:
            now = self._absence_word(view) if view.absence is not Absence.NONE else view.text
            self._paint_pair(
                painter,
                option,
                now,
                f"→{view.preview}",
                colours.suspect.ink,
                gone=False,
            )
        elif view.original is not None:
            self._paint_pair(
                painter,
                option,
                view.original or self.tr("空"),
                view.text or self.tr("空"),
                colours.corrected.ink,
            )
        else:
            marked = tone is not None and view.strong
            ink = tone.ink if tone and marked else option.palette.text().color()
            bold = marked and view.severity is not None
            _number(painter, option, view.text, ink, bold=bold)
        self._paint_frame(painter, option, view, colours)

    def _paint_icons(
        self, painter: QPainter, option: QStyleOptionViewItem, view: CellView, colours: Tones
    ) -> None:
        area, ratio = option.rect, _ratio(option)
        at = area.top() + 2
        # A missing cell says 缺行 in the colour of its severity; there is no room for more.
        if view.severity is not None and view.strong and view.absence is Absence.NONE:
            image = severity_picture(view.severity, option.palette, ICON, ratio)
            painter.drawPixmap(area.left() + 2, at, image)
            at += ICON + 1
        if view.original is not None:
            ink = colours.corrected.ink.rgba()
            if at + ICON > area.bottom() + 1:
                at = area.bottom() - ICON + 1
            painter.drawPixmap(area.left() + 2, at, picture(CORRECTED, ink, ICON, ratio))

    def _paint_absence(
        self, painter: QPainter, option: QStyleOptionViewItem, view: CellView, colours: Tones
    ) -> None:
        tone = colours.of(view.severity) if view.severity else _tone_of(view, colours)
        tone = tone or colours.missing
        painter.setPen(tone.ink)
        word, room = self._absence_word(view), option.rect.width() - 2
        font = QFont(option.font)
        wide = QFontMetrics(font).horizontalAdvance(word)
        font.setPointSizeF(font.pointSizeF() * max(SMALLEST, min(SMALL, room / max(wide, 1))))
        painter.setFont(font)
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, _elided(font, word, room))

    def _absence_word(self, view: CellView) -> str:
        return {
            Absence.NONE: "",
            Absence.TABLE: self.tr("缺表"),
            Absence.GLUED: self.tr("粘连"),
            Absence.ROW: self.tr("缺行"),
            Absence.CELL: self.tr("缺格"),
            Absence.UNREAD: self.tr("未读"),
        }[view.absence]

    def _paint_pair(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        before: str,
        after: str,
        ink: QColor,
        *,
        gone: bool = True,
    ) -> None:
        """Paint what is there above what takes its place; struck out and small if it is gone."""
        inner = option.rect.adjusted(PADDING, 1, -PADDING, -1)
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * (0.8 if gone else 0.95))
        small.setStrikeOut(gone)
        small.setBold(not gone)
        small = _fitted(small, before, inner.width() - ICON)
        painter.setFont(small)
        painter.setPen(tones(option.palette).muted if gone else option.palette.text().color())
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        painter.drawText(
            upper,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            _elided(small, before, inner.width() - ICON),
        )
        bold = QFont(option.font)
        bold.setBold(True)
        bold = _fitted(bold, after, inner.width())
        painter.setFont(bold)
        painter.setPen(ink)
        lower = QRect(inner.left(), upper.bottom(), inner.width(), inner.bottom() - upper.bottom())
        painter.drawText(
            lower,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            _elided(bold, after, inner.width()),
        )

    def _paint_frame(
        self, painter: QPainter, option: QStyleOptionViewItem, view: CellView, colours: Tones
    ) -> None:
        area = QRectF(option.rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(colours.focus, 2.4))
            painter.drawRect(area.adjusted(1.2, 1.2, -1.2, -1.2))
        elif view.suspected:
            painter.setPen(QPen(colours.suspect.ink, 1.6, Qt.PenStyle.DashLine))
            painter.drawRect(area.adjusted(1.5, 1.5, -1.5, -1.5))
        elif view.focus:
            painter.setPen(QPen(colours.focus, 1.2))
            painter.drawRect(area.adjusted(0.6, 0.6, -0.6, -0.6))
        if view.suspected:
            corner = area.topRight()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.suspect.ink)
            painter.drawPolygon([corner, corner + QPointF(-8, 0), corner + QPointF(0, 8)])


def _tone_of(view: CellView, colours: Tones) -> Tone | None:
    if view.severity is not None:
        return colours.of(view.severity)
    if view.original is not None:
        return colours.corrected
    if view.differs:
        return colours.warning
    if view.suspected:
        return colours.suspect
    if view.absence is Absence.UNREAD:
        return colours.info
    if view.absence is not Absence.NONE:
        return colours.missing
    return None


def _number(
    painter: QPainter, option: QStyleOptionViewItem, text: str, ink: QColor, *, bold: bool
) -> None:
    font = QFont(option.font)
    font.setBold(bold)
    inner = option.rect.adjusted(PADDING, 0, -PADDING - 1, 0)
    font = _fitted(font, text, inner.width())
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(
        inner,
        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
        _elided(font, text, inner.width()),
    )


def _fitted(font: QFont, text: str, width: int) -> QFont:
    """Return the font, smaller for a number that would not fit: half of one reads as another."""
    fitted = QFont(font)
    while (
        _NUMBER.fullmatch(text)
        and QFontMetrics(fitted).horizontalAdvance(text) > width
        and fitted.pointSizeF() > 1
    ):
        fitted.setPointSizeF(fitted.pointSizeF() * 0.95)
    return fitted


def _elided(font: QFont, text: str, width: int) -> str:
    if _NUMBER.fullmatch(text):
        return text
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(width, 8))


def _hatch(painter: QPainter, area: QRect, absence: Absence, colours: Tones) -> None:
    """Hatch the ground of a figure that is not there; what was not read has a pattern apart."""
    unread = absence is Absence.UNREAD
    ink = QColor(colours.info.ink if unread else colours.missing.ink)
    ink.setAlpha(70)
    painter.fillRect(area, QBrush(ink, UNREAD if unread else MISSING))


def _ratio(option: QStyleOptionViewItem) -> float:
    widget = option.widget
    return widget.devicePixelRatioF() if widget else 1.0
