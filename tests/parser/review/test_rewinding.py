"""Going back in the log: what takes the last act back, and what leads back to a point."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parser.review.desk import Desk
from parser.review.review import finding_id
from parser.review.rewinding import Standing, last_own, walked_back
from tests.support import desks
from tests.support.reviews import wrong

PATH = "甲乡2023.txt"
TOTAL = "requests.total.natural"
OTHER = "disclosure.fees.amount"


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    made = desks.opened(folder)
    made.add(wrong())
    yield made
    made.session.close()


def undo(desk: Desk, who: str = "王审") -> None:
    _, back = last_own(desk, who)
    for one in back:
        if one.family == "figure" and one.then is None:
            desk.restore(PATH, one.target, who)
        elif one.family == "figure" and one.then is not None:
            desk.correct(PATH, {one.target: int(one.then.value or 0)}, one.then.reason, who)
        elif one.family == "judge":
            desk.judge(PATH, one.target, None, "", who)


def test_each_undo_goes_one_act_further_back(desk: Desk) -> None:
    finding = finding_id(desk.reviews[PATH].report.findings[0])
    desk.correct(PATH, {TOTAL: 20}, "初核", "王审")
    desk.correct(PATH, {TOTAL: 12}, "电话核对", "王审")
    desk.judge(PATH, finding, "confirmed", "", "王审")
    undo(desk)
    assert not desk.reviews[PATH].verdicts
    undo(desk)
    correction = desk.reviews[PATH].corrections[TOTAL]
    assert (correction.value, correction.reason) == (20, "初核")
    undo(desk)
    assert not desk.reviews[PATH].corrections
    assert last_own(desk, "王审") == ((), ())
    assert len(desk.session.events()) == 6


def test_an_act_of_several_figures_is_taken_back_whole(desk: Desk) -> None:
    desk.correct(PATH, {TOTAL: 12, OTHER: 3}, "", "王审")
    events, back = last_own(desk, "王审")
    assert len(events) == 2
    assert {(one.target, one.then) for one in back} == {(TOTAL, None), (OTHER, None)}
    desk.restore(PATH, TOTAL, "王审")
    desk.restore(PATH, OTHER, "王审")
    assert last_own(desk, "王审") == ((), ())


def test_acts_of_others_are_left_alone(desk: Desk) -> None:
    desk.correct(PATH, {TOTAL: 12}, "", "王审")
    desk.correct(PATH, {OTHER: 3}, "", "李审")
    (event,), _ = last_own(desk, "王审")
    assert event.target == TOTAL
    desk.correct(PATH, {TOTAL: 13}, "", "李审")
    assert last_own(desk, "王审") == ((), ())


def test_it_works_on_a_log_that_was_closed(desk: Desk, folder: Path) -> None:
    desk.correct(PATH, {TOTAL: 12}, "", "王审")
    desk.session.close()
    again = desks.opened(folder)
    again.add(wrong())
    undo(again)
    assert not again.reviews[PATH].corrections
    again.session.close()


def test_the_way_back_to_a_point_names_what_differs(desk: Desk) -> None:
    desk.correct(PATH, {TOTAL: 20}, "初核", "王审")
    point = desk.session.events()[-1].number
    desk.correct(PATH, {TOTAL: 12, OTHER: 3}, "", "李审")
    desk.mark_reviewed(PATH)
    found = {(one.family, one.target): one.then for one in walked_back(desk, point)}
    assert found == {
        ("figure", TOTAL): Standing("20", "初核"),
        ("figure", OTHER): None,
        ("mark", ""): None,
    }
    assert {one.then for one in walked_back(desk, 0)} == {None}
