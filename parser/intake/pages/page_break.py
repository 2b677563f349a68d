"""Rows of a table's head that a page break cuts in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from parser.intake.pages.printed import Line, Part, RuledCell, RuledTable
from parser.intake.strikes import unmarked

# Edges of a column may differ so much, in points, from page to page.
_NEAR = 2.0
# The space between a cell's edge and its text, both sides, in points.
_PADDING = 12.0
_FEWEST = 3


def rejoined(pages: Sequence[Sequence[Part]]) -> list[list[Part]]:
    """Return the pages' parts; where a break cuts a row of names, its end joins its beginning."""
    result = [list(parts) for parts in pages]
    for above, below in pairwise(result):
        end = _last_table(above)
        begin = next((i for i, part in enumerate(below) if isinstance(part, RuledTable)), None)
        if end is None or begin is None or any(not _is_margin(p) for p in below[:begin]):
            continue
        first, second = above[end], below[begin]
        if not (isinstance(first, RuledTable) and isinstance(second, RuledTable)):
            continue
        joined = _joined(first, second.rows[0])
        if joined is None:
            continue
        above[end] = joined
        if len(second.rows) > 1:
            below[begin] = replace(second, rows=second.rows[1:])
        else:
            del below[begin]
    return result


def _joined(table: RuledTable, rest: Sequence[RuledCell]) -> RuledTable | None:
    """Return the table with the rest of its last cells, None where `rest` is a row of its own.

    It is the rest if no cell holds a figure, the cells stand below each other, and every name
    that is to go on fills its cell's line, so that it had to be broken there.
    """
    bottom = max(cell.box.y1 for row in table.rows for cell in row)
    last = [cell for row in table.rows for cell in row if cell.box.y1 >= bottom - _NEAR]
    last.sort(key=lambda cell: cell.box.x0)
    if len(last) != len(rest) or len(last) < _FEWEST or any(map(_is_figure, [*last, *rest])):
        return None
    if not all(_stands_below(a, b) for a, b in zip(last, rest, strict=True)):
        return None
    going = {id(a): b.lines for a, b in zip(last, rest, strict=True) if b.text.strip()}
    if len(going) < 2 or not all(_is_full(cell) for cell in last if id(cell) in going):
        return None
    return replace(
        table,
        rows=tuple(
            tuple(replace(cell, lines=(*cell.lines, *going.get(id(cell), ()))) for cell in row)
            for row in table.rows
        ),
    )


def _last_table(parts: Sequence[Part]) -> int | None:
    """Return the place of the table that ends the page, page numbers aside."""
    for i in range(len(parts) - 1, -1, -1):
        if isinstance(parts[i], RuledTable):
            return i
        if not _is_margin(parts[i]):
            return None
    return None


def _is_margin(part: Part) -> bool:
    """Say whether a part is a page number's line."""
    text = unmarked(part.text) if isinstance(part, Line) else ""
    return any(c.isdigit() for c in text) and len(text.strip()) < 12


def _stands_below(upper: RuledCell, lower: RuledCell) -> bool:
    return abs(upper.box.x0 - lower.box.x0) <= _NEAR and abs(upper.box.x1 - lower.box.x1) <= _NEAR


def _is_figure(cell: RuledCell) -> bool:
    text = unmarked(cell.text).strip()
    return bool(text) and not any(c.isalpha() for c in text)


def _is_full(cell: RuledCell) -> bool:
    """Say whether no further character fits behind the cell's last line."""
    if not cell.lines or not cell.lines[-1].words:
        return False
    words = cell.lines[-1].words
    used = words[-1].box.x1 - words[0].box.x0
    character = max(word.box.y1 - word.box.y0 for word in words)
    return used + character + _PADDING > cell.box.x1 - cell.box.x0
