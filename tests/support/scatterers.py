"""What programs that take no heed of a table's cells make of the three tables in a PDF.

Each takes a grid, as a layout does: the labels stand in pieces around their figures, in and out of
piped rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from tests.support.layouts import Grid, Layout, Slot

_WIDTHS = (5, 7, 9)


def _pieces(text: str, rng: Random) -> list[str]:
    """Cut a label into the lines that a narrow cell gives it."""
    width = rng.choice(_WIDTHS)
    return [text[i : i + width] for i in range(0, len(text), width)]


def _piped(cells: list[str]) -> list[str]:
    return ["| " + " | ".join(cells) + " |", "|" + " --- |" * len(cells)]


def _figured(row: list[Slot]) -> list[str]:
    return [slot.text for slot in row if slot.figure]


def _words(row: list[Slot]) -> list[str]:
    return [slot.text for slot in row if slot.text and not slot.figure]


def torn_around_piped_figures(slots: Grid, rng: Random) -> str:
    """Figures in piped rows of their own, two in one cell; labels torn into the lines around."""
    lines: list[str] = []
    for row in slots:
        figures = _figured(row)
        if not figures:
            lines += _piped(_words(row) or [""])
            continue
        if len(figures) > 3 and rng.random() < 0.7:
            at = rng.randrange(len(figures) - 1)
            figures[at : at + 2] = [" ".join(figures[at : at + 2])]
        *groups, own = _words(row) or [""]
        pieces = [piece for group in groups for piece in _pieces(group, rng)]
        mine = _pieces(own, rng) or [""]
        half = len(mine) // 2
        beside = mine.pop(half) if rng.random() < 0.3 else ""
        lines += [*pieces, *mine[:half], *_piped(["", beside, *figures]), *mine[half:]]
    return "\n".join(filter(None, lines))


def spread_over_columns(slots: Grid, rng: Random) -> str:
    """Columns in which nothing stands but a name between the figures, in every row."""
    width = 2 * len(slots[0])
    lines: list[str] = []
    for row in slots:
        cells = [""] * width
        for i, slot in enumerate(row):
            cells[2 * i + (not slot.figure)] = slot.text
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def header_out_of_order(slots: Grid, rng: Random) -> str:
    """The words of the header torn, their lines in turns; the rows as they are."""
    head = next(i for i, row in enumerate(slots) if any(slot.figure for slot in row))
    halves = [(word[:2], word[2:]) for row in slots[:head] for word in _words(row)]
    lines = ["| " + " | ".join(part) + " |" for part in zip(*halves, strict=True)]
    body = ["| " + " | ".join(slot.text for slot in row) + " |" for row in slots[head:]]
    return "\n".join([lines[0], "|" + "---|" * len(halves), *lines[1:], *body])


SCATTERERS: Mapping[str, Layout] = {
    layout.__name__: layout
    for layout in (torn_around_piped_figures, spread_over_columns, header_out_of_order)
}
