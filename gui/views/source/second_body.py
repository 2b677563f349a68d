"""The second copy of a body in an original: shaded from end to end, with a label in the margin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette

from gui.theme import tones
from parser.model import Report, Span
from parser.review.body_copies import differences, stretch_of
from parser.text.numerals import in_chinese

MARGIN = 15.0  # pixels that the label takes beside the text
STRENGTH = 0.10  # of the shade: characters and marks below it stay what they are


@dataclass(frozen=True, slots=True)
class Shade:
    """A later copy of the body, and what is said of it in the margin."""

    span: Span
    label: str


def shades_of(report: Report) -> tuple[Shade, ...]:
    """Return the later copies of a report's body, with how far each agrees with the first."""
    if len(report.bodies) < 2:
        return ()
    found = Counter(difference.copy for difference in differences(report))
    return tuple(
        Shade(stretch_of(report, copy), _label(copy, found[copy], counts=copy == report.counts))
        for copy in range(1, len(report.bodies))
    )


def _label(copy: int, differing: int, *, counts: bool) -> str:
    told = (
        QCoreApplication.translate("SecondBody", "第{0}份正文，与第一份不同 {1} 处")
        if differing
        else QCoreApplication.translate("SecondBody", "第{0}份正文，与第一份相同")
    )
    said = (
        QCoreApplication.translate("SecondBody", "{0}（计入）")
        if counts
        else QCoreApplication.translate("SecondBody", "{0}（不计入）")
    )
    return said.format(told.format(in_chinese(copy + 1), differing))


def paint_shade(
    painter: QPainter,
    areas: Sequence[QRectF],
    label: str,
    seen: QRectF,
    palette: QPalette,
    font: QFont,
    *,
    on_paper: bool = False,
) -> None:
    """Shade the areas, and write the label upright at the edge of what is seen of them.

    `on_paper`: the ground is a white page, whatever the palette, and the label stands at the left:
    a page is shown without its right margin.
    """
    colours = tones(palette)
    ink = QColor(colours.suspect.ink)
    if on_paper and ink.lightness() > 128:
        ink = ink.darker(190)
    ground = QColor(ink)
    ground.setAlphaF(STRENGTH)
    for area in areas:
        shown = area.intersected(seen)
        if shown.isEmpty():
            continue
        painter.fillRect(shown, ground)
        edge = shown.left() if on_paper else shown.right() - 2
        painter.fillRect(QRectF(edge, shown.top(), 2, shown.height()), ink)
        beside = shown.left() + 3 + MARGIN if on_paper else shown.right() - 3
        _write(painter, shown, beside, label, ink, font)


def _write(
    painter: QPainter, area: QRectF, right: float, label: str, ink: QColor, font: QFont
) -> None:
    """Write the label downwards, from the top of an area, left of `right`."""
    small = QFont(font)
    small.setPixelSize(round(MARGIN - 4))
    painter.save()
    painter.setFont(small)
    wide = painter.fontMetrics().horizontalAdvance(label) + 12
    painter.setClipRect(area)
    painter.translate(QPointF(right, area.top() + 4))
    painter.rotate(90)
    strip = QRectF(0, 0, min(float(wide), max(area.height() - 8, 0.0)), MARGIN - 1)
    painter.fillRect(strip, ink)
    painter.setPen(Qt.GlobalColor.white if ink.lightness() < 140 else Qt.GlobalColor.black)
    flags = int(Qt.AlignmentFlag.AlignCenter)
    shown = painter.fontMetrics().elidedText(
        label, Qt.TextElideMode.ElideRight, round(strip.width()) - 4
    )
    painter.drawText(strip, flags, shown)
    painter.restore()
