"""The card of a finding: its sum with signs, what would fit, and what was done to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parser.review.card import Card, card_of
from parser.review.desk import Desk
from parser.review.entries import entries
from parser.review.review import finding_id
from tests.support import desks
from tests.support.reviews import judged, made_report, wrong

PATH = "甲乡2023.txt"
TOTAL = "requests.total.natural"


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    made = desks.opened(folder)
    made.add(wrong())
    yield made
    made.session.close()


def card(desk: Desk, code: str) -> Card:
    review = desk.reviews[PATH]
    entry = next(entry for entry in entries(review) if entry.code == code)
    return card_of(review, entry, desk.across, desk.session.events())


def test_a_sum_is_told_operand_by_operand(desk: Desk) -> None:
    shown = card(desk, "A103")
    review = desk.reviews[PATH]
    signs = [o.sign for o in shown.operands]
    at = signs.index("=")
    assert signs == ["", *["+"] * (at - 1), "=", *["+"] * (len(signs) - at - 1)]
    left, right = (
        sum(int(o.value or 0) for o in part) for part in (shown.operands[:at], shown.operands[at:])
    )
    assert (left, right) == (shown.expected, shown.actual)
    assert all(o.name == review.name_of(o.figure) for o in shown.operands)


def test_a_total_says_what_it_should_be(desk: Desk) -> None:
    shown = card(desk, "A102")
    (total,) = [o for o in shown.operands if o.sign == "="]
    assert (total.figure, total.value, total.expected) == (TOTAL, 21, shown.expected)


def test_suggestions_say_what_they_change(desk: Desk) -> None:
    report = judged(wrong())
    (first, *_) = card(desk, report.findings[0].code).suggestions
    assert first.changes == ("（七）总计·自然人 21 → 12",)
    assert first.repair in desk.reviews[PATH].suggestions


def test_what_a_blank_must_hold_is_a_suggestion_for_it_alone(folder: Path) -> None:
    made = desks.opened(folder)
    made.add(judged(made_report(PATH, values={"review.total": None})))
    listed = {entry.code: entry for entry in entries(made.reviews[PATH])}
    blank = card_of(made.reviews[PATH], listed["V101"])
    assert [one.repair.kind for one in blank.suggestions] == ["deduced"]
    made.session.close()


def test_the_history_is_of_this_finding_and_its_figures_alone(desk: Desk) -> None:
    finding = desk.reviews[PATH].report.findings[0]
    desk.judge(PATH, finding_id(finding), "confirmed", "已电话核对", "王审")
    desk.correct(PATH, {"disclosure.fees.amount": 3}, "", "李审")
    desk.correct(PATH, {TOTAL: 12}, "笔误", "李审")
    shown = card(desk, finding.code)
    assert [(e.kind, e.who) for e in shown.history] == [("judge", "王审"), ("correct", "李审")]
    assert shown.note == "已电话核对"


def test_a_settled_finding_is_told_as_it_was(desk: Desk) -> None:
    before = card(desk, "A103").operands
    desk.correct(PATH, {TOTAL: 12}, "")
    after = card(desk, "A103")
    assert [o.value for o in after.operands] == [o.value for o in before]
    assert after.suggestions == ()


def test_a_finding_without_a_sum_lists_its_figures(desk: Desk) -> None:
    desk.correct(PATH, {"review.upheld": None, "review.other": None}, "")
    shown = card(desk, "V101")
    assert {o.figure for o in shown.operands} == {"review.upheld", "review.other"}
    assert {(o.sign, o.value, o.changed) for o in shown.operands} == {("", None, True)}
