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


def figures_below_two_labels(slots: Grid, rng: Random) -> str:
    """A cell a line; the figures of some row stand below the next row's label with its own."""
    rows = [(_words(row), _figured(row)) for row in slots]
    full = [i for i in range(1, len(rows)) if len(rows[i][1]) > 3 and len(rows[i - 1][1]) > 3]
    late = rng.choice(full) if full else 0
    lines: list[str] = []
    for i, (words, figures) in enumerate(rows):
        if full and i == late - 1:
            lines += [*words, *figures, *rows[late][1]]
        else:
            lines += words if full and i == late else [*words, *figures]
    return "\n".join(lines)


def figures_glued_to_labels(slots: Grid, rng: Random) -> str:
    """A cell a line, the first figure right behind its label here and there."""
    lines: list[str] = []
    for row in slots:
        words, figures = _words(row), _figured(row)
        if words and figures and len(words[-1]) > 4 and rng.random() < 0.3:
            words[-1] += figures.pop(0)
        lines += [*words, *figures]
    return "\n".join(lines)


def words_behind_figures(slots: Grid, rng: Random) -> str:
    """Columns lined up by blanks; a line of a group's label right behind the figures."""
    lines: list[str] = []
    group = ""
    for row in slots:
        words, figures = _words(row), _figured(row)
        if not figures:
            lines.append("   ".join(words))
            continue
        if len(words) > 1:
            group = words[0]
            words = words[1:]
        behind = ""
        if group and rng.random() < 0.5:
            cut = min(len(group), 3)
            behind, group = group[:cut], group[cut:]
        lines.append("   ".join([*words, *figures]) + behind)
    return "\n".join(lines)


def labels_wrapped_about_figures(slots: Grid, rng: Random) -> str:
    """Lines of a page: a label in three, its figures beside the middle one."""
    lines: list[str] = []
    for row in slots:
        words, figures = _words(row), _figured(row)
        if not figures or not words or len(words[-1]) < 9:
            lines.append("  ".join([*words, *figures]))
            continue
        *groups, own = words
        third = len(own) // 3
        lines += [*groups, own[:third], "  ".join([own[third : 2 * third], *figures])]
        lines.append(own[2 * third :])
    return "\n".join(lines)


def two_columns_in_a_cell(slots: Grid, rng: Random) -> str:
    """Two columns taken for one in every row, their figures below one another, a blank behind."""
    figured = next(row for row in slots if any(slot.figure for slot in row))
    at = next(i for i, slot in enumerate(figured) if slot.figure)
    lines: list[str] = []
    for row in slots:
        cells = [slot.text for slot in row]
        if row[at].figure and at + 1 < len(row) and row[at + 1].figure:
            cells[at : at + 2] = [f"{cells[at]}<br>{cells[at + 1]}"]
            cells.append("")
        lines.append("|" + "|".join(cells) + "|")
    return "\n".join([lines[0], "|" + "---|" * len(slots[0]), *lines[1:]])


SCATTERERS: Mapping[str, Layout] = {
    layout.__name__: layout
    for layout in (
        torn_around_piped_figures,
        spread_over_columns,
        header_out_of_order,
        figures_below_two_labels,
        figures_glued_to_labels,
        words_behind_figures,
        labels_wrapped_about_figures,
        two_columns_in_a_cell,
    )
}
