"""A figure that is hidden, struck out or white on a sheet changes nothing; a raised one is a note.

For every format of sheets, at a random place of a right report.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.intake import libreoffice
from parser.intake.reader import document
from parser.model import Document
from parser.official.form import form_of
from tests.support.figures import right_figures
from tests.support.formats import pieces
from tests.support.grids import cells_of, three_tables
from tests.support.looked import looking
from tests.support.plannedsheets import plan_excelml, plan_fods, plan_ods, plan_xlsx
from tests.support.sheetplan import (
    CELL_LOOKS,
    Cell,
    Plan,
    plan,
    with_hidden_column,
    with_hidden_row,
)
from tests.support.sheetwriter import plan_xls

MAKERS: dict[str, Callable[[Plan], bytes]] = {
    "xlsx": plan_xlsx,
    "xls": plan_xls,
    "ods": plan_ods,
    "fods": plan_fods,
    "excelxml": plan_excelml,
}
PLAIN = plan(pieces(form_of("2021"), right_figures("2021", Random(7), "small")))
FIGURES = sorted(place for place, cell in PLAIN.cells.items() if cell.figure)


@cache
def plain(kind: str) -> Document:
    return three_tables(MAKERS[kind](PLAIN), kind)


def with_cell(place: tuple[int, int], text: str, figure: bool = False, look: str = "") -> Plan:
    cell = replace(PLAIN.cells[place], text=text, figure=figure, look=look)
    return replace(PLAIN, cells=PLAIN.cells | {place: cell})


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=6, deadline=None)
@given(
    at=st.integers(0, PLAIN.height - 1),
    words=st.from_regex(r"[0-9]{1,4}|[一-龥]{1,3}", fullmatch=True),
    across=st.booleans(),
)
def test_a_hidden_row_or_column_changes_nothing(
    kind: str, at: int, words: str, across: bool
) -> None:
    if across:
        hidden = with_hidden_column(PLAIN, at % PLAIN.width, words)
    else:
        hidden = with_hidden_row(PLAIN, at, words)
    found = document(MAKERS[kind](hidden), "a")
    assert found.text == plain(kind).text
    assert cells_of(found) == cells_of(plain(kind))


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=6, deadline=None)
@given(
    place=st.sampled_from(FIGURES),
    look=st.sampled_from(["struck", "hidden"]),
    digits=st.from_regex(r"[0-9]{1,4}", fullmatch=True),
    first=st.booleans(),
)
def test_digits_struck_or_white_beside_a_figure_change_nothing(
    kind: str, place: tuple[int, int], look: str, digits: str, first: bool
) -> None:
    extra = looking(digits, look)
    own = PLAIN.cells[place].text
    found = document(MAKERS[kind](with_cell(place, extra + own if first else own + extra)), "a")
    assert cells_of(found) == cells_of(plain(kind))
    assert [span.of(found.text) for span in found.struck] == [digits] * (look == "struck")


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=4, deadline=None)
@given(place=st.sampled_from(FIGURES), digit=st.sampled_from("123"))
def test_a_raised_digit_is_a_note(kind: str, place: tuple[int, int], digit: str) -> None:
    own = PLAIN.cells[place].text
    found = document(MAKERS[kind](with_cell(place, own + looking(digit, "raised"))), "a")
    raised = own + digit.translate(str.maketrans("123", "¹²³"))
    expected = document(MAKERS[kind](with_cell(place, raised)), "a")
    assert cells_of(found) == cells_of(expected)


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=6, deadline=None)
@given(
    place=st.sampled_from(FIGURES), look=st.sampled_from(CELL_LOOKS), digits=st.integers(1, 9999)
)
def test_a_cell_that_shows_nothing_that_counts_is_blank(
    kind: str, place: tuple[int, int], look: str, digits: int
) -> None:
    found = document(MAKERS[kind](with_cell(place, str(digits), True, look)), "a")
    assert cells_of(found) == cells_of(document(MAKERS[kind](with_cell(place, "")), "a"))
    assert [span.of(found.text) for span in found.struck] == [str(digits)] * (look == "struck")


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", ["ods", "xls"])
def test_what_libreoffice_makes_of_such_sheets_reads_the_same(suffix: str) -> None:
    first, second, third, fourth = FIGURES[3:15:3]
    cells = dict(PLAIN.cells)
    cells[first] = Cell(looking("88", "struck") + cells[first].text)
    cells[second] = Cell(cells[second].text + looking("2", "raised"))
    cells[third] = replace(cells[third], look="nothing")
    cells[fourth] = replace(cells[fourth], look="struck")
    sheet = with_hidden_row(with_hidden_column(replace(PLAIN, cells=cells), 3, "5"), 20, "6")
    data = plan_xlsx(replace(sheet, hidden_columns=frozenset([3])))
    found = document(libreoffice.converted(data, "xlsx", suffix), "a")
    expected = document(data, "a")
    assert (found.format, found.text, found.struck) == (suffix, expected.text, expected.struck)
    assert cells_of(found) == cells_of(expected)
