"""Tables in lines of text as grids: every character in one cell, every figure in its own."""

from __future__ import annotations

from random import Random

import pytest

from parser.model import Grid, Report
from parser.official.form import form_of
from parser.reading.lined_tables import lined_grids
from tests.support import layouts
from tests.support.checked import report_of
from tests.support.figures import right_figures
from tests.support.formats import pieces

FIGURES = right_figures("2021", Random(11), "large")


def report(layout: str) -> Report:
    lay, rng = getattr(layouts, layout), Random(1)
    parts = pieces(form_of("2021"), FIGURES)
    return report_of("\n".join(p if isinstance(p, str) else lay(p, rng) for p in parts))


def cell_with(grid: Grid, report: Report, key: str) -> tuple[int, int]:
    """Return the row and column of the cell in which a figure stands, alone."""
    figure = report.figures[key]
    (cell,) = (c for c in grid.cells if c.span.covers(figure.span))
    assert cell.text == figure.raw.strip()
    return cell.row, cell.column


@pytest.mark.parametrize("layout", ["tab_rows", "pipe_rows", "fenced_rows", "markdown", "spaced"])
def test_each_figure_has_a_cell_and_a_column_its_figures_below_each_other(layout: str) -> None:
    found = report(layout)
    grids = lined_grids(found)
    table = found.body.table("requests") if found.body else None
    assert table is not None
    (grid,) = (g for g in grids if g.span.meets(table.span))
    rows = ("received", "carried_in", "granted", "total", "carried_out")
    places = [cell_with(grid, found, f"requests.{row}.natural") for row in rows]
    if layout not in ("pipe_rows", "fenced_rows"):  # there each row has labels of its own number
        assert len({column for _, column in places}) == 1
    assert [row for row, _ in places] == sorted({row for row, _ in places})
    for row in rows:
        (at, first), (same, last) = (
            cell_with(grid, found, f"requests.{row}.{column}") for column in ("natural", "total")
        )
        assert (at, first + 6) == (same, last)


@pytest.mark.parametrize("layout", ["tab_rows", "pipe_rows", "fenced_rows", "markdown", "spaced"])
def test_nothing_but_what_parts_cells_is_left_out(layout: str) -> None:
    found = report(layout)
    for grid in lined_grids(found):
        places = {(cell.row, cell.column) for cell in grid.cells}
        assert len(places) == len(grid.cells)
        at = grid.span.start
        for cell in grid.cells:
            assert cell.span.start >= at
            assert not found.text[at : cell.span.start].strip(" \t\n\u3000|:-")
            at = cell.span.end
        assert not found.text[at : grid.span.end].strip(" \t\n\u3000|:-")


def test_what_is_a_table_already_and_what_has_a_line_for_each_cell_is_none() -> None:
    assert lined_grids(report("cell_lines")) == ()
    assert lined_grids(report("html")) == ()
