"""The lists of the second round: how their states are painted, and how wide their columns are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.models.returns import LINE_ROLE, STANDING_ROLE, STANDING_TEXT, Line, said
from gui.theme import Tone, Tones, tones
from gui.views.rows import Rows
from parser.review.followed import Outcome
from parser.review.second_round import Standing

Index = QModelIndex | QPersistentModelIndex


class ReturnRows(Rows):
    """A table whose `wide` column gets what room is left; sentences may take several lines."""

    def __init__(self, wide: int, wrapped: bool, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._wide = wide
        self._wrapped = wrapped
        self.setWordWrap(wrapped)
        self.setItemDelegate(StateDelegate(self))
        self.horizontalHeader().setHighlightSections(False)

    def _longest(self) -> str:
        """Return what the narrow columns need room for: the longest word of a state."""
        return max((said(text) for text in STANDING_TEXT.values()), key=len)

    def fit(self) -> None:
        """Give rows and columns the sizes that the font needs."""
        if self.model() is None:
            return
        metrics = QFontMetrics(self.font())
        header, rows = self.horizontalHeader(), self.verticalHeader()
        header.setMinimumSectionSize(20)
        for column in range(self.model().columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, metrics.horizontalAdvance(self._longest()) + 22)
        header.setSectionResizeMode(self._wide, QHeaderView.ResizeMode.Stretch)
        if not self._wrapped:
            self.setColumnWidth(1, metrics.horizontalAdvance("2024") + 18)
        else:
            self.setColumnWidth(1, metrics.horizontalAdvance("X101") + 20)
        mode = QHeaderView.ResizeMode
        rows.setSectionResizeMode(mode.ResizeToContents if self._wrapped else mode.Fixed)
        rows.setDefaultSectionSize(int(metrics.height() * 1.7))


class StateDelegate(QStyledItemDelegate):
    """Paints states as badges: in words, so that colour says nothing alone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        tone = self._tone(index, tones(option.palette))
        if tone is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(
            option.rect, option.palette.highlight() if selected else option.palette.base()
        )
        metrics = QFontMetrics(option.font)
        width = metrics.horizontalAdvance(option.text) + 14
        area = QRect(0, 0, min(width, option.rect.width() - 4), metrics.height() + 4)
        area.moveCenter(option.rect.center())
        if option.rect.height() > 2 * area.height():
            area.moveTop(option.rect.top() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone.paper)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(tone.ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, option.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Leave some room around the words."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + 8)

    def _tone(self, index: Index, colours: Tones) -> Tone | None:
        standing = index.data(STANDING_ROLE)
        last = index.model().columnCount() - 1
        if standing is not None:
            # On its way through Qt it has become a plain word.
            return standing_tone(Standing(standing), colours) if index.column() == last else None
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line) or index.column():
            return None
        if line.outcome is not None:
            return {
                Outcome.SETTLED: colours.corrected,
                Outcome.PARTLY: colours.warning,
                Outcome.OPEN: colours.error,
                Outcome.UNCLEAR: colours.missing,
            }[line.outcome]
        return colours.of(line.severity) if line.severity else colours.info


def standing_tone(standing: Standing, colours: Tones) -> Tone:
    """Return the colours of a state."""
    return {
        Standing.DONE: colours.corrected,
        Standing.PARTLY: colours.warning,
        Standing.OPEN: colours.error,
        Standing.ADDED: colours.suspect,
        Standing.UNCLEAR: colours.missing,
        Standing.NOTHING: colours.settled,
        Standing.ABSENT: colours.missing,
    }[standing]
