"""Among equally small repairs the likelier comes first, and the sentence says why."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from parser.model import Number, Report
from parser.repair import Evidence, localize
from parser.repair.slips import slip
from tests.support.figures import right_figures
from tests.support.stated import stated

ZEROS = dict.fromkeys(right_figures("2021", Random(0), "zero"), 0)


def review(upheld: int, corrected: int, other: int, pending: int, total: int) -> Report:
    values = {
        "review.upheld": upheld,
        "review.corrected": corrected,
        "review.other": other,
        "review.pending": pending,
        "review.total": total,
    }
    return stated("2021", {**ZEROS, **values})


def ranked(report: Report, evidence: Evidence | None = None) -> list[tuple[str, Number]]:
    return [
        (repair.changes[0].figure, repair.changes[0].value) for repair in localize(report, evidence)
    ]


def test_details_come_before_the_total_where_nothing_speaks_for_either() -> None:
    assert ranked(review(3, 0, 0, 2, 9)) == [
        ("review.upheld", 7),
        ("review.corrected", 4),
        ("review.other", 4),
        ("review.pending", 6),
        ("review.total", 5),
    ]


@pytest.mark.parametrize(
    ("values", "first", "why"),
    [
        ((14, 0, 0, 9, 14), ("review.total", 23), "疑合计时漏加一项"),
        ((30, 4, 0, 9, 0), ("review.total", 43), "疑合计漏算"),
        ((13, 4, 0, 6, 32), ("review.total", 23), "疑数字颠倒"),
        ((13, 4, 0, 66, 23), ("review.pending", 6), "疑数字重复"),
        ((3, 40, 0, 6, 48), ("review.upheld", 2), None),
        ((1, 40, 0, 6, 58), ("review.upheld", 12), "疑漏打一位"),
        ((7, 7, 0, 25, 33), ("review.upheld", 1), "疑误填相邻格的数"),
    ],
)
def test_typical_slips_come_first(
    values: tuple[int, int, int, int, int], first: tuple[str, int], why: str | None
) -> None:
    report = review(*values)
    assert ranked(report)[0] == first
    sentence = localize(report)[0].sentence
    assert why is None or why in sentence


@pytest.mark.parametrize(
    ("evidence", "why"),
    [
        (Evidence(claims={"review.other": (8, 4)}), "与文字所述一致"),
        (Evidence(previous={"review.other": 4}), "与上年报告衔接"),
        (Evidence(copy={"review.other": 4}), "与另一份正文一致"),
    ],
)
def test_what_is_stated_elsewhere_comes_first(evidence: Evidence, why: str) -> None:
    report = review(3, 0, 0, 2, 9)
    assert ranked(report, evidence)[0] == ("review.other", 4)
    assert why in localize(report, evidence)[0].sentence


def test_figure_that_the_prose_confirms_comes_last() -> None:
    report = review(3, 0, 0, 2, 9)
    evidence = Evidence(claims={"review.upheld": (3,), "review.total": (5,)})
    order = ranked(report, evidence)
    assert order[0] == ("review.total", 5)
    assert order[-1] == ("review.upheld", 7)


def test_second_copy_of_the_body_is_evidence_of_itself() -> None:
    wrong, right = review(3, 0, 0, 2, 9), review(3, 0, 4, 2, 9)
    both = replace(wrong, bodies=(*wrong.bodies, *right.bodies))
    assert ranked(both)[0] == ("review.other", 4)


def test_evidence_never_beats_a_smaller_repair() -> None:
    figures = right_figures("2021", Random(4), "large")
    key, aside = "requests.granted.natural", "requests.granted.business"
    value = figures[key]
    report = stated("2021", {**figures, key: value + 5})
    assert ranked(report, Evidence(claims={aside: (figures[aside] + 5,)})) == [(key, value)]


@pytest.mark.parametrize(
    ("wrong", "right", "why"),
    [
        (252, 225, "疑数字颠倒"),
        (1009, 109, "疑数字重复"),
        (1209, 109, "疑多打一位"),
        (1209, 129, "疑多打一位"),
        (19, 109, "疑漏打一位"),
        (108, 109, "疑错打一位"),
        (7, 9, ""),
        (0, 9, ""),
        (0, 10, ""),
        (10, 0, ""),
    ],
)
def test_slips(wrong: int, right: int, why: str) -> None:
    points, reason = slip(wrong, right)
    assert reason == why
    assert (points > 0) == bool(why)
