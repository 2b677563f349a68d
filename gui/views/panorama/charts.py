"""A unit's years as three small charts, drawn: received, outcomes, carried over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from gui.theme import tones
from gui.words import QT_TRANSLATE_NOOP
from parser.across.course import OUTCOMES, YearFigures
from parser.model import Number
from parser.text.numbers import written

_ROOM = 4
_OUTCOME_TEXT = (
    QT_TRANSLATE_NOOP("YearCharts", "予以公开"),
    QT_TRANSLATE_NOOP("YearCharts", "部分公开"),
    QT_TRANSLATE_NOOP("YearCharts", "不予公开"),
    QT_TRANSLATE_NOOP("YearCharts", "无法提供"),
    QT_TRANSLATE_NOOP("YearCharts", "不予处理"),
    QT_TRANSLATE_NOOP("YearCharts", "其他处理"),
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, its value (None where it cannot be told), which shade it has."""

    year: int
    name: str
    value: Number | None
    shade: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars by year below a title."""

    title: str
    bars: tuple[Bar, ...]
    names: tuple[str, ...]


class YearCharts(QWidget):
    """Says exact values at the mouse, to the keys left and right, and to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self.setObjectName("overview_years")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._unit = ""
        self.charts: tuple[Chart, ...] = ()
        self._places: list[tuple[QRectF, Bar]] = []
        self._at = -1
        self.show_years("", ())

    def show_years(self, unit: str, years: Sequence[YearFigures]) -> None:
        """Show the years of a unit."""
        self._unit, self._at = unit, -1
        self.charts = self._made(years) if years else ()
        self.setAccessibleName(
            self.tr("历年情况：{0}").format(unit) if unit else self.tr("历年情况")
        )
        self.setAccessibleDescription("；".join(map(self._said, self.bars)))
        self.updateGeometry()
        self.update()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """Every bar in the order in which the keys go through them."""
        return tuple(bar for chart in self.charts for bar in chart.bars)

    def _made(self, years: Sequence[YearFigures]) -> tuple[Chart, ...]:
        new, before, after = self.tr("本年新收"), self.tr("上年结转"), self.tr("结转下年")
        received = [
            bar
            for y in years
            for bar in (Bar(y.year, before, y.carried_in, 1), Bar(y.year, new, y.received, 4))
        ]
        names = [QCoreApplication.translate("YearCharts", name) for name in _OUTCOME_TEXT]
        outcomes = [
            Bar(y.year, name, y.outcomes.get(begin), shade)
            for y in years
            for shade, (begin, name) in enumerate(zip(OUTCOMES, names, strict=True))
        ]
        over = [
            bar
            for y in years
            for bar in (Bar(y.year, before, y.carried_in, 1), Bar(y.year, after, y.carried_out, 4))
        ]
        return (
            Chart(self.tr("收到申请"), tuple(received), (before, new)),
            Chart(self.tr("办理结果"), tuple(outcomes), tuple(names)),
            Chart(self.tr("结转"), tuple(over), (before, after)),
        )

    def _said(self, bar: Bar) -> str:
        value = self.tr("没有读出") if bar.value is None else written(bar.value)
        return self.tr("{0}年 {1} {2}").format(bar.year, bar.name, value)

    def sizeHint(self) -> QSize:
        """Ask for room for three charts below one another."""
        height = QFontMetrics(self.font()).height()
        return QSize(24 * height, (9 if self.charts else 2) * 3 * height)

    def minimumSizeHint(self) -> QSize:
        """Ask for what the charts need."""
        return QSize(12 * QFontMetrics(self.font()).height(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the charts, and a frame about the bar that the keys are on."""
        painter = QPainter(self)
        self._places = draw_charts(painter, QRectF(self.rect()), self.charts, self.palette())
        if not self.charts:
            painter.setPen(tones(self.palette()).muted)
            text = self.tr("在左边选一个单位，这里画出它历年的申请、办理结果和结转。")
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(8, 0, -8, 0), flags, text)
        elif self.hasFocus() and 0 <= self._at < len(self._places):
            painter.setPen(QPen(tones(self.palette()).focus, 2))
            painter.drawRect(self._places[self._at][0].adjusted(-2, -2, 2, 2))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the bars by left and right, and say what each is."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self.charts:
            super().keyPressEvent(event)
            return
        self._at = min(max(self._at + step, 0), len(self.bars) - 1)
        bar = self.bars[self._at]
        self.setAccessibleDescription(self._said(bar))
        if self._at < len(self._places):
            there = self._places[self._at][0].bottomLeft().toPoint()
            QToolTip.showText(self.mapToGlobal(there), self._said(bar), self)
        self.update()

    def told_at(self, at: QPointF) -> str:
        """Return what the bar at a place says, "" where there is none."""
        bar = next((bar for area, bar in self._places if area.contains(at)), None)
        return self._said(bar) if bar else ""

    def event(self, event: QEvent) -> bool:
        """Say the exact value of the bar under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(QPointF(event.pos())), self)
            return True
        return super().event(event)


def draw_charts(
    painter: QPainter, area: QRectF, charts: Sequence[Chart], palette: QPalette
) -> list[tuple[QRectF, Bar]]:
    """Draw charts below one another; return where each bar answers to the mouse."""
    places: list[tuple[QRectF, Bar]] = []
    height = area.height() / max(len(charts), 1)
    for at, chart in enumerate(charts):
        own = QRectF(area.left(), area.top() + at * height, area.width(), height)
        places += _draw(painter, own.adjusted(8, 2, -8, -6), chart, palette)
    return places


def _draw(
    painter: QPainter, area: QRectF, chart: Chart, palette: QPalette
) -> list[tuple[QRectF, Bar]]:
    colours = tones(palette)
    metrics = QFontMetrics(painter.font())
    line = metrics.height()
    ink = palette.color(QPalette.ColorRole.Text)
    painter.setPen(ink)
    painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), chart.title)
    below = _draw_legend(painter, area, chart, palette)
    plot = QRectF(area.left(), below + line + 2, area.width(), 0)
    plot.setBottom(max(area.bottom() - line - 4, plot.top() + 2))
    painter.setPen(colours.line)
    painter.drawLine(plot.bottomLeft(), plot.bottomRight())
    most = max((float(bar.value) for bar in chart.bars if bar.value is not None), default=0) or 1
    years = sorted({bar.year for bar in chart.bars})
    of_year = plot.width() / max(len(years), 1)
    width = min((of_year - 3 * _ROOM) / max(len(chart.names), 1), 3.2 * line)
    places: list[tuple[QRectF, Bar]] = []
    for at, year in enumerate(years):
        bars = [bar for bar in chart.bars if bar.year == year]
        left = plot.left() + at * of_year + (of_year - width * len(bars)) / 2
        for bar in bars:
            height = plot.height() * float(bar.value or 0) / most
            column = QRectF(left, plot.bottom() - height, max(width - 2, 2), height)
            _draw_bar(painter, column, bar, palette)
            places.append(
                (QRectF(left, plot.top() - line, max(width, 4), plot.height() + line), bar)
            )
            left += width
        painter.setPen(colours.muted)
        label = QRectF(plot.left() + at * of_year, plot.bottom() + 2, of_year, line)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(year))
    return places


def _draw_bar(painter: QPainter, column: QRectF, bar: Bar, palette: QPalette) -> None:
    colours = tones(palette)
    metrics = QFontMetrics(painter.font())
    text = "?" if bar.value is None else written(bar.value)
    painter.fillRect(column, shade(bar.shade, palette))
    if metrics.horizontalAdvance(text) <= column.width() + 8 or bar.value is None:
        painter.setPen(palette.color(QPalette.ColorRole.Text) if bar.value else colours.muted)
        above = QRectF(column.left() - 20, column.top() - metrics.height(), column.width() + 40,
                       metrics.height())  # fmt: skip
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, text)


def _draw_legend(painter: QPainter, area: QRectF, chart: Chart, palette: QPalette) -> float:
    """Say which shade is what, in as many lines as it takes; return where they end."""
    metrics = QFontMetrics(painter.font())
    size = metrics.ascent() - 2
    left, top = area.left(), area.top() + metrics.height() + 2
    bars = {bar.name: bar.shade for bar in chart.bars}
    for name in chart.names:
        wide = size + metrics.horizontalAdvance(name) + 12
        if left + wide - 12 > area.right() and left > area.left():
            left, top = area.left(), top + metrics.height()
        painter.fillRect(QRectF(left, top + 2, size, size), shade(bars[name], palette))
        painter.setPen(tones(palette).muted)
        painter.drawText(QPointF(left + size + 3, top + metrics.ascent()), name)
        left += wide
    return top + metrics.height()


def shade(at: int, palette: QPalette) -> QBrush:
    """Return how the bars of a kind are filled: lighter or darker, hatched in turn."""
    ink = QColor(tones(palette).info.ink)
    paper = QColor(tones(palette).info.paper)
    part = (1.0, 0.72, 0.44)[at % 3]
    mixed = QColor.fromRgbF(
        ink.redF() * part + paper.redF() * (1 - part),
        ink.greenF() * part + paper.greenF() * (1 - part),
        ink.blueF() * part + paper.blueF() * (1 - part),
    )
    patterns = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.Dense4Pattern)
    return QBrush(mixed, patterns[at // 3 % 2])
