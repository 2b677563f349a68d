"""P101: a person's numbers are found, an office's and masked ones are not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.rules.privacy import is_identity_number
from tests.support.checked import quoted, report_of, said
from tests.support.official import right_report

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def with_check(first: str) -> str:
    """Complete seventeen digits by the check character of GB 11643."""
    total = sum(int(d) * w for d, w in zip(first, WEIGHTS, strict=True))
    return first + "10X98765432"[total % 11]


CARD = with_check("11010119900307457")


def with_words(words: str) -> str:
    return right_report(sections={6: f"本年度未收取信息处理费。{words}"})


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (f"受理村民沈某（身份证{CARD}）来访。", CARD),
        ("村民沈某13900001234反映道路问题。", "13900001234"),
        ("申请人李某（联系电话：13900001234）已签收。", "13900001234"),
        ("手机：139-0000-1234。", "139-0000-1234"),
        ("经办人手机１３９００００１２３４。", "１３９００００１２３４"),
    ],
)
def test_personal_numbers(words: str, number: str) -> None:
    report = report_of(with_words(words))
    (found,) = said(report, "P101")
    assert quoted(report, found) == [number]
    assert "****" in found.message
    assert number not in found.message


@pytest.mark.parametrize(
    "words",
    [
        "联系电话：13900001234。",
        "监督热线：13900001234，传真：0999-5550123。",
        "联系电话：0999-5550123、13900001234。",
        "（地址：白石镇中街1号，邮编：655001，电话：13900001234）。",
        "联系人：沈某某，13900001234。",
        "举报人139****1234已答复。",
        "公众号累计阅读13900001234567次。",
        "文号为11010119900307457800号。",
        "身份证号11010119900307457A有误。",
        "镇长沈明同志任组长。",
    ],
)
def test_office_numbers_names_and_other_digits(words: str) -> None:
    assert said(report_of(with_words(words)), "P101") == []


def test_wrong_check_digit_is_no_card() -> None:
    wrong = CARD[:-1] + ("0" if CARD[-1] != "0" else "1")
    assert said(report_of(with_words(f"身份证{wrong}。")), "P101") == []


def test_cells_of_tables_are_not_read() -> None:
    report = report_of(right_report(figures={"disclosure.penalty.decisions": 13900001234}))
    assert said(report, "P101") == []


@given(
    st.sampled_from(["110101", "320102", "659001", "540121"]),
    st.integers(0, 36_000),
    st.integers(0, 999),
)
def test_every_number_with_its_check_character_is_one_and_no_other(
    region: str, days: int, order: int
) -> None:
    born = date(1920, 1, 1) + timedelta(days=days)
    number = with_check(f"{region}{born:%Y%m%d}{order:03}")
    assert is_identity_number(number)
    others = [number[:-1] + c for c in "0123456789X" if c != number[-1]]
    assert not any(is_identity_number(other) for other in others)


@given(st.text(alphabet="0123456789X", min_size=18, max_size=18))
def test_a_number_that_is_one_has_a_real_birthday(number: str) -> None:
    if is_identity_number(number):
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
