"""Where the characters of a composed report stand in its document, in pixels."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextTableCell

from gui.views.source.composition import Composition, ShownCell
from parser.model import Span

EMPTY_WIDTH = 7.0  # of the sign for a place without characters
AT_ONCE = 200_000  # characters; a longer text is laid out bit by bit, as it is scrolled
OUTLINE_LINES = 60  # a passage longer than this gets a bar only


def areas_of(composition: Composition, span: Span) -> list[QRectF]:
    """Return where a span stands: whole cells, or a piece of each line."""
    cells = list(composition.cells_in(span))
    if cells:
        return [_cell_area(composition, entry) for entry in cells]
    start = composition.offsets.place_of(span.start)
    end = start
    if span.start < span.end:
        end = max(start, composition.offsets.place_of(span.end, end=True))
    areas: list[QRectF] = []
    block = composition.document.findBlock(start)
    while block.isValid() and block.position() <= end and len(areas) < OUTLINE_LINES:
        areas += _line_areas(composition, block, start, end)
        block = block.next()
    return areas


def height_of(composition: Composition, span: Span) -> tuple[float, float]:
    """Return the first and last y of the paragraphs that a span stands in."""
    layout = composition.document.documentLayout()
    first = composition.document.findBlock(composition.offsets.place_of(span.start))
    last = composition.document.findBlock(composition.offsets.place_of(span.end, end=True))
    return layout.blockBoundingRect(first).top(), layout.blockBoundingRect(last).bottom()


def fraction_of(composition: Composition, span: Span, size: int) -> float:
    """Return where a span stands on the whole height of a text of `size` characters.

    The engine's characters stand in for pixels in a text that is too long to lay out at once.
    """
    if size > AT_ONCE:
        return span.start / size
    layout = composition.document.documentLayout()
    block = composition.document.findBlock(composition.offsets.place_of(span.start))
    rect = layout.blockBoundingRect(block)
    return rect.center().y() / max(1.0, layout.documentSize().height())


def _line_areas(composition: Composition, block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """Return the pieces of a paragraph's lines between two places."""
    origin = composition.document.documentLayout().blockBoundingRect(block).topLeft()
    layout = block.layout()
    areas: list[QRectF] = []
    for i in range(layout.lineCount()):
        line = layout.lineAt(i)
        first = max(start - block.position(), line.textStart())
        last = min(end - block.position(), line.textStart() + line.textLength())
        if last < first or (first == last and start != end):
            continue
        left = _x(line.cursorToX(first))
        if start == end and first == line.textStart() and line.textLength():
            left -= EMPTY_WIDTH + 1  # in the margin: it covers no character
        right = _x(line.cursorToX(last)) if last > first else left + EMPTY_WIDTH
        areas.append(QRectF(left, line.y(), right - left, line.height()).translated(origin))
        if start == end:
            break
    return areas


def _cell_area(composition: Composition, entry: ShownCell) -> QRectF:
    """Return a cell with its padding. Qt tells only where its text stands, not its height."""
    cell = entry.cell
    area = _text_area(composition, cell)
    for row in range(cell.row(), cell.row() + cell.rowSpan()):
        for column in range(entry.table.columns()):
            other = entry.table.cellAt(row, column)
            if other.rowSpan() == 1:
                beside = _text_area(composition, other)
                area.setTop(min(area.top(), beside.top()))
                area.setBottom(max(area.bottom(), beside.bottom()))
    padding = entry.table.format().cellPadding()
    return area.adjusted(-padding, -padding, padding, padding)


def _text_area(composition: Composition, cell: QTextTableCell) -> QRectF:
    layout = composition.document.documentLayout()
    area = QRectF()
    block = cell.firstCursorPosition().block()
    last = cell.lastCursorPosition().block()
    while block.isValid() and block.position() <= last.position():
        area = area.united(layout.blockBoundingRect(block))
        block = block.next()
    return area


def _x(found: object) -> float:
    """Return the x of `QTextLine.cursorToX`, which the binding gives with the place it used."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
