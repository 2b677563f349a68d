"""The overview as one picture of full height, for a report or a wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPalette

from gui.models.finding_groups import titles
from gui.models.heat import COLUMNS, OPEN, STATE, TOTAL, UNIT, heading, short, text_in
from gui.theme import tones
from gui.views.panorama.code_bars import bar_height, draw_bar
from gui.views.panorama.matrix import draw_cell
from parser.review.survey import Line, Survey

MARGIN = 24
TALL = 1_000  # lines of a column; more stand in columns beside each other
SCALE = 2.0  # pixels for one of the window's, so that a printer has enough of them
LARGE = 300  # more lines than this are drawn at the window's own size


@dataclass(frozen=True, slots=True)
class Words:
    """What stands above: the title, the day, and what there is in numbers."""

    title: str
    day: str
    facts: str


def picture(survey: Survey, words: Words, palette: QPalette, font: QFont) -> QImage:
    """Draw everything: all lines of the matrix in the order given, and all bars."""
    bold = QFont(font)
    bold.setBold(True)
    metrics = QFontMetrics(font)
    line = metrics.height() + 8
    widths = _widths(survey.lines, metrics)
    columns = max(1, ceil(len(survey.lines) / TALL))
    tall = ceil(len(survey.lines) / columns)
    codes = survey.codes(len(survey.tally.codes))
    wide = sum(widths)
    side = max(QFontMetrics(bold).horizontalAdvance("A101　某项检查发现的问题的名称"), 320)
    head = 4 * line
    height = head + max((tall + 1) * line, len(codes) * bar_height(metrics) + line) + 2 * MARGIN
    width = columns * (wide + MARGIN) + side + 2 * MARGIN
    scale = SCALE if len(survey.lines) <= LARGE else 1.0
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(palette.color(QPalette.ColorRole.Base))
    painter = QPainter(image)
    _draw_words(painter, words, bold, font, palette, width)
    for at in range(columns):
        corner = QPoint(MARGIN + at * (wide + MARGIN), MARGIN + head)
        own = survey.lines[at * tall : (at + 1) * tall]
        _draw_lines(painter, corner, own, widths, line, palette, bold, font)
    corner = QPoint(MARGIN + columns * (wide + MARGIN), MARGIN + head + line)
    most = max((count for _, count in codes), default=1)
    for row, (code, count) in enumerate(codes):
        area = QRect(corner.x(), corner.y() + row * bar_height(metrics), side, bar_height(metrics))
        draw_bar(painter, area, f"{code}　{titles().get(code, '')}", count, most, palette)
    painter.end()
    return image


def _widths(lines: Sequence[Line], metrics: QFontMetrics) -> list[int]:
    number = metrics.horizontalAdvance("88888") + 10
    names = max((metrics.horizontalAdvance(text_in(line, UNIT)) for line in lines), default=0)
    widths = [number] * COLUMNS
    widths[UNIT] = min(max(names + 20, 160), 420)
    for column in (TOTAL, OPEN):
        widths[column] = metrics.horizontalAdvance(heading(column)) + 24
    widths[STATE] = metrics.height() + 12
    return widths


def _draw_words(
    painter: QPainter, words: Words, bold: QFont, font: QFont, palette: QPalette, width: int
) -> None:
    large = QFont(bold)
    large.setPointSizeF(bold.pointSizeF() * 1.6)
    painter.setFont(large)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    line = QFontMetrics(font).height() + 8
    top = QRect(MARGIN, MARGIN, width - 2 * MARGIN, 2 * line)
    painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words.title)
    painter.setFont(font)
    painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words.day)
    painter.setPen(tones(palette).muted)
    below = QRect(MARGIN, MARGIN + 2 * line, width - 2 * MARGIN, line)
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words.facts)


def _draw_lines(
    painter: QPainter,
    corner: QPoint,
    lines: Sequence[Line],
    widths: Sequence[int],
    height: int,
    palette: QPalette,
    bold: QFont,
    font: QFont,
) -> None:
    left = corner.x()
    lefts: list[int] = []
    for width in widths:
        lefts.append(left)
        left += width
    painter.setFont(bold)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    for column, (at, width) in enumerate(zip(lefts, widths, strict=True)):
        text = short(column)
        painter.drawText(QRect(at, corner.y(), width, height), Qt.AlignmentFlag.AlignCenter, text)
    painter.setFont(font)
    for row, line in enumerate(lines, start=1):
        painter.setPen(tones(palette).line)
        bottom = corner.y() + (row + 1) * height - 1
        painter.drawLine(corner.x(), bottom, left, bottom)
        for column, (at, width) in enumerate(zip(lefts, widths, strict=True)):
            area = QRect(at, corner.y() + row * height, width, height)
            draw_cell(painter, area, line, column, palette)
