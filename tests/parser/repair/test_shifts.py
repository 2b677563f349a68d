"""Rows and columns that slipped by one place are one fault."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from parser.model import Number, Repair
from parser.official.form import form_of
from parser.repair import localize
from tests.support.figures import right_figures
from tests.support.stated import failing, stated

COLUMNS = ("natural", "business", "research", "welfare", "legal", "other", "total")
ROWS = tuple(row.key for row in form_of("2019").table("requests").rows)
Figures = dict[str, Number | None]


def full(seed: int) -> dict[str, Number]:
    """Return the figures of a report that has something in nearly every cell."""
    return right_figures("2019", Random(seed), "huge")


def pushed(figures: dict[str, Number], keys: Sequence[str], gap: Number | None) -> Figures:
    """Return what stands in `keys` when their values slip one place along, `gap` at the start."""
    values: list[Number | None] = [gap, *(figures[key] for key in keys[:-1])]
    return dict(zip(keys, values, strict=True))


def shift(form_figures: Figures) -> Repair:
    first = localize(stated("2019", form_figures))[0]
    assert first.kind == "shift"
    return first


def right(repair: Repair, wrong: Figures) -> Figures:
    return wrong | {change.figure: change.value for change in repair.changes}


@pytest.mark.parametrize("gap", [0, None])
@pytest.mark.parametrize("seed", range(4))
def test_row_pushed_right(seed: int, gap: int | None) -> None:
    figures = full(seed)
    keys = [f"requests.granted.{column}" for column in COLUMNS]
    wrong = figures | pushed(figures, keys, gap)
    repair = shift(wrong)
    assert right(repair, wrong) == figures
    assert "（一）予以公开" in repair.sentence
    assert "向左移一格" in repair.sentence


@pytest.mark.parametrize("seed", range(4))
def test_row_pushed_left_with_the_total_gone(seed: int) -> None:
    figures = full(seed)
    keys = [f"requests.partial.{column}" for column in reversed(COLUMNS)]
    wrong = figures | pushed(figures, keys, None)
    repair = shift(wrong)
    assert right(repair, wrong) == figures
    assert "向右移一格" in repair.sentence


@pytest.mark.parametrize("column", ["natural", "total"])
@pytest.mark.parametrize("start", [2, 6])
def test_column_pushed_down(column: str, start: int) -> None:
    figures = full(start)
    keys = [f"{row}.{column}" for row in ROWS[start:]]
    wrong = figures | pushed(figures, keys, 0)
    repair = shift(wrong)
    assert right(repair, wrong) == figures
    assert "向上移一格" in repair.sentence
    assert len(repair.settles) == len(failing("2019", wrong))


def test_block_of_rows_pushed_down() -> None:
    figures = full(3)
    wrong: Figures = dict(figures)
    for column in COLUMNS:
        wrong |= pushed(figures, [f"{row}.{column}" for row in ROWS[5:]], None)
    repair = shift(wrong)
    assert right(repair, wrong) == figures
    assert "各行" in repair.sentence


def test_block_of_columns_pushed_right() -> None:
    figures = full(5)
    wrong: Figures = dict(figures)
    for row in ROWS:
        wrong |= pushed(figures, [f"{row}.{column}" for column in COLUMNS[1:]], 0)
    repair = shift(wrong)
    assert right(repair, wrong) == figures
    assert "各列" in repair.sentence


def test_two_neighbours_in_each_others_place_are_a_repair_of_two_cells() -> None:
    figures = full(1)
    one, other = "requests.granted.natural", "requests.partial.natural"
    assert figures[one] != figures[other]
    wrong: Figures = {**figures, one: figures[other], other: figures[one]}
    first = localize(stated("2019", wrong))[0]
    assert first.kind == "change"
    assert {change.figure: change.value for change in first.changes} == {
        one: figures[one],
        other: figures[other],
    }
    assert "填反" in first.sentence


def test_many_wrong_cells_put_the_table_in_doubt() -> None:
    figures = full(2)
    rows = ("granted", "partial", "denied.process", "rejected.repeated", "carried_out")
    wrong: Figures = dict(figures)
    for step, row in enumerate(rows, start=1):
        key = f"requests.{row}.{COLUMNS[step]}"
        wrong[key] = figures[key] + 7 * step
    (repair,) = localize(stated("2019", wrong))
    assert repair.kind == "doubt"
    assert repair.changes == ()
    assert len(repair.settles) == len(failing("2019", wrong))
    assert "整张表存疑" in repair.sentence
