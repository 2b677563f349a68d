"""How wide and high the rows and columns of an official table are in a given width and font."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from gui.models.cell_view import CellView
from gui.models.figures import FigureModel
from gui.views.figure_delegate import ICON, PADDING

# All in widths of a Chinese character.
FIGURE = 3.8  # a figure column of 表三, so that its label takes three characters to a line
NARROW_FIGURE = 2.2  # where the pane is narrow: two to a line
LABEL = (11.0, 30.0)  # least and most of the labels of 表三
BLOCK_LABEL = (9.0, 22.0)  # and of 表二, whose blocks stand one below the other
NARROW_LABEL = 8.5
GROUPS = (2.2, 4.6)  # the two columns of group labels of 表三
WIDEST = 96.0
GRID = 1  # pixels of a cell that its line takes
LONG = 12  # characters of a number; what is longer is words, and is cut short
SMALLEST_FONT = 0.72  # of the window's font; below it figures are hard to read


def fitting_font(font: QFont, width: int) -> QFont:
    """Return the font, smaller where the widest table would not fit into `width` pixels with it."""
    em = QFontMetrics(font).horizontalAdvance("数")
    pads = 2 * PADDING + GRID + 1
    rows = (width - 10 * pads) / (sum(GROUPS) + NARROW_LABEL + 7 * NARROW_FIGURE)
    line = (width - 15 * pads) / (15 * 2)
    scale = min(1.0, max(SMALLEST_FONT, min(rows, line) / em))
    fitting = QFont(font)
    fitting.setPointSizeF(font.pointSizeF() * scale)
    return fitting


def column_widths(figures: FigureModel, font: QFont, width: int) -> list[int]:
    """Return the width of each column so that together they fill `width` where they can.

    An empty list where the model shows no table.
    """
    table = figures.table()
    if table is None:
        return []
    em = QFontMetrics(font).horizontalAdvance("数")
    width = min(width - 1, int(em * WIDEST))
    columns = figures.columnCount()
    if table.in_one_line:
        return _shares(width, columns)
    if table.layout == "blocks":
        least, most = BLOCK_LABEL
        label = int(min(max(width * 0.34, em * least), em * most))
        return [label, *_shares(width - label, columns - 1)]
    groups = [int(em * size) + PADDING * 2 for size in GROUPS]
    needed = _needed(figures, font, columns)
    least, most = (int(em * size) for size in LABEL)
    wished = [max(size, int(em * FIGURE)) for size in needed[3:]]
    spare = width - sum(groups) - sum(wished) - least
    if spare < 0:
        # First the figures give way, down to what their numbers need, then the labels.
        room = width - sum(groups) - least - sum(needed[3:])
        label = least if room >= 0 else max(int(em * NARROW_LABEL), least + room)
        extra = _shares(max(0, room), columns - 3)
        return [*groups, label, *(n + more for n, more in zip(needed[3:], extra, strict=True))]
    # A wide pane first widens the labels until they stand on one line or two, then the figures.
    label = min(least + int(spare * 0.6), most)
    rest = _shares(width - sum(groups) - label - sum(wished), columns - 3)
    return [*groups, label, *(n + more for n, more in zip(wished, rest, strict=True))]


def row_heights(figures: FigureModel, font: QFont, widths: list[int]) -> list[int]:
    """Return the height of each row, so that no label is cut."""
    metrics = QFontMetrics(font)
    line = metrics.height()
    heights = [line + 7] * figures.rowCount()
    tall: list[tuple[int, int, int]] = []
    for cell in figures.cells():
        if cell.key:
            view = figures.view(cell.row, cell.column)
            if view is not None and _two_lines(view):
                heights[cell.row] = max(heights[cell.row], int(line * 1.95))
            continue
        if cell.beside is not None:
            continue
        span = widths[cell.column : cell.column + cell.column_span]
        room = sum(span) - PADDING * 2 - GRID
        bounds = metrics.boundingRect(
            QRect(0, 0, max(room, 8), 10_000), Qt.TextFlag.TextWrapAnywhere, cell.text
        )
        need = bounds.height() + 7
        if cell.row_span == 1:
            heights[cell.row] = max(heights[cell.row], need)
        else:
            tall.append((cell.row, cell.row + cell.row_span - 1, need))
    for first, last, need in tall:
        short = need - sum(heights[first : last + 1])
        if short > 0:
            heights[last] += short
    return heights


def _needed(figures: FigureModel, font: QFont, columns: int) -> list[int]:
    """Return how wide each column must be for its numbers not to be cut."""
    bold = QFont(font)
    bold.setBold(True)
    metrics = QFontMetrics(bold)
    least = int(metrics.horizontalAdvance("数") * NARROW_FIGURE) + PADDING * 2
    needed = [least] * columns
    for cell in figures.cells():
        told = cell.key or cell.beside
        view = figures.view(cell.row, cell.column) if told else None
        if view is None:
            continue
        text = metrics.horizontalAdvance(view.text[:LONG]) + ICON + 4
        preview = metrics.horizontalAdvance(f"→{view.preview[:LONG]}") if view.preview else 0
        needed[cell.column] = max(needed[cell.column], max(text, preview) + PADDING * 2 + GRID)
    return needed


def _two_lines(view: CellView) -> bool:
    """Say whether a cell shows what was there above what takes its place."""
    return view.original is not None or bool(view.preview and (view.text or view.absence))


def _shares(width: int, count: int) -> list[int]:
    each, left = divmod(max(width, 0), count)
    return [each + (1 if i < left else 0) for i in range(count)]
