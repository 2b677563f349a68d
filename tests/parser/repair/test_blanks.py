"""What follows for blank cells is offered as deduced, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from parser.model import Number, Reading, Repair
from parser.repair import localize
from tests.support.figures import right_figures
from tests.support.stated import stated

Figures = dict[str, Number | None]


def figures_of(seed: int) -> Figures:
    return dict(right_figures("2021", Random(seed), "large"))


def told(repair: Repair) -> Figures:
    return {change.figure: change.value for change in repair.changes}


def test_blank_whose_value_follows_is_offered_as_deduced() -> None:
    figures = figures_of(1)
    key = "requests.granted.natural"
    (repair,) = localize(stated("2021", {**figures, key: None}))
    assert repair.kind == "deduced"
    assert told(repair) == {key: figures[key]}
    assert [change.before for change in repair.changes] == [None]
    assert repair.settles == ()
    assert repair.sentence == f"（一）予以公开·自然人 空白，按勾稽推得 {figures[key]}（推算）"


def test_blanks_that_trade_with_one_another_are_left_alone() -> None:
    # The corners of a rectangle: each line lacks two figures, and many fillings would do.
    figures = dict(right_figures("2021", Random(0), "huge"))
    corners = [
        f"requests.{row}.{column}"
        for row in ("granted", "partial")
        for column in ("natural", "business")
    ]
    assert all(figures[key] for key in corners)
    assert localize(stated("2021", {**figures, **dict.fromkeys(corners)})) == ()


def test_whole_column_of_blanks_is_deduced_in_one_repair() -> None:
    figures = figures_of(3)
    column = [key for key in figures if key.startswith("requests.") and key.endswith(".total")]
    (repair,) = localize(stated("2021", {**figures, **dict.fromkeys(column)}))
    assert repair.kind == "deduced"
    assert told(repair) == {key: figures[key] for key in column}
    assert f"表三有 {len(column)} 格空白" in repair.sentence


def test_parts_of_nought_are_nought() -> None:
    figures = dict.fromkeys(figures_of(4), 0)
    parts = [f"review.{part}" for part in ("upheld", "corrected", "other", "pending")]
    (repair,) = localize(stated("2021", {**figures, **dict.fromkeys(parts)}))
    assert repair.kind == "deduced"
    assert told(repair) == dict.fromkeys(parts, 0)


def test_parts_of_more_than_nought_do_not_follow() -> None:
    figures = dict.fromkeys(figures_of(4), 0)
    blank: Figures = {**figures, "review.total": 3, "review.upheld": None, "review.other": None}
    assert localize(stated("2021", blank)) == ()


def test_blank_that_rests_on_a_change_is_filled_once_the_change_is_made() -> None:
    figures = figures_of(5)
    blank, key = "requests.granted.natural", "requests.granted.business"
    right = figures[key]
    assert right is not None
    (repair,) = localize(stated("2021", {**figures, blank: None, key: right + 3}))
    assert repair.kind == "change"
    assert told(repair) == {key: right}
    (repair,) = localize(stated("2021", {**figures, blank: None, key: right}))
    assert repair.kind == "deduced"
    assert told(repair) == {blank: figures[blank]}


def test_blank_aside_of_the_fault_is_offered_beside_its_repair() -> None:
    figures = figures_of(5)
    blank, key = "requests.granted.natural", "requests.partial.business"
    right = figures[key]
    assert right is not None
    repairs = localize(stated("2021", {**figures, blank: None, key: right + 3}))
    assert [(repair.kind, told(repair)) for repair in repairs] == [
        ("change", {key: right}),
        ("deduced", {blank: figures[blank]}),
    ]


def test_rows_that_are_not_there_are_neither_changed_nor_filled() -> None:
    figures = {
        key: value for key, value in figures_of(6).items() if not key.startswith("requests.total.")
    }
    figures["requests.received.total"] = (figures["requests.received.total"] or 0) + 1
    for repair in localize(stated("2021", figures)):
        assert all(change.figure in figures for change in repair.changes)


def test_single_row_that_stands_for_three_is_taken_into_the_sums() -> None:
    figures = dict(right_figures("2021", Random(8), "large", single_other_row=True))
    assert localize(stated("2021", figures)) == ()
    value = figures["requests.other.natural"]
    (repair,) = localize(stated("2021", {**figures, "requests.other.natural": value + 4}))
    assert told(repair) == {"requests.other.natural": value}


def test_placeholder_is_told_as_what_it_is() -> None:
    figures = figures_of(1)
    key = "requests.granted.natural"
    report = stated("2021", {**figures, key: None})
    (body,) = report.bodies
    slash = replace(body.figures[key], raw="/", reading=Reading.PLACEHOLDER)
    struck = replace(report, bodies=(replace(body, figures={**body.figures, key: slash}),))
    (repair,) = localize(struck)
    assert repair.kind == "deduced"
    assert repair.sentence.startswith("（一）予以公开·自然人 填的是“/”，按勾稽推得")
