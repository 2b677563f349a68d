"""A report laid out on one sheet, with what is hidden and how cells look, for writers of sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tests.support.layouts import Grid

Place = tuple[int, int]
# How a whole cell may look: struck out, in white letters, in a format that shows nothing.
CELL_LOOKS = ("struck", "hidden", "nothing")


@dataclass(frozen=True)
class Cell:
    """A cell's text, with passages that look in some way (`looked`); `figure`: it is a number."""

    text: str
    figure: bool = False
    look: str = ""


@dataclass(frozen=True)
class Plan:
    cells: dict[Place, Cell]
    merged: dict[Place, tuple[int, int]] = field(default_factory=dict[Place, tuple[int, int]])
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    @property
    def height(self) -> int:
        return max(row for row, _ in self.cells) + 1

    @property
    def width(self) -> int:
        return max(column for _, column in self.cells) + 1


def plan(report: Sequence[str | Grid]) -> Plan:
    """Lay a report out on one sheet, its lines and tables one under the other."""
    cells: dict[Place, Cell] = {}
    merged: dict[Place, tuple[int, int]] = {}
    row = 0
    for piece in report:
        if isinstance(piece, str):
            cells[row, 0] = Cell(piece)
            row += 1
            continue
        for slots in piece:
            for column, slot in enumerate(slots):
                if slot.covered:
                    continue
                if slot.text:
                    cells[row, column] = Cell(slot.text, slot.figure)
                if slot.row_span > 1 or slot.column_span > 1:
                    merged[row, column] = slot.row_span, slot.column_span
            row += 1
    return Plan(cells, merged)


def with_hidden_row(sheet: Plan, at: int, words: str) -> Plan:
    """Return the sheet with a hidden row before row `at`, full of `words`."""

    def moved(row: int) -> int:
        return row + (row >= at)

    merged: dict[Place, tuple[int, int]] = {}
    covered: set[int] = set()
    for (row, column), (down, across) in sheet.merged.items():
        inside = row < at < row + down
        merged[moved(row), column] = down + inside, across
        if inside:
            covered.update(range(column, column + across))
    cells = {(moved(row), column): cell for (row, column), cell in sheet.cells.items()}
    cells |= {(at, c): Cell(words, True) for c in range(sheet.width) if c not in covered}
    return replace(sheet, cells=cells, merged=merged, hidden_rows=frozenset([at]))


def with_hidden_column(sheet: Plan, at: int, words: str) -> Plan:
    """Return the sheet with a hidden column before column `at`, full of `words`."""
    turned = with_hidden_row(_turned(sheet), at, words)
    return replace(_turned(turned), hidden_rows=frozenset(), hidden_columns=frozenset([at]))


def _turned(sheet: Plan) -> Plan:
    return Plan(
        {(c, r): cell for (r, c), cell in sheet.cells.items()},
        {(c, r): (across, down) for (r, c), (down, across) in sheet.merged.items()},
    )
