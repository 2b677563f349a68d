"""Which typed numbers a figure accepts: what kind its column is decides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.official.acceptance import MOST_DIGITS, why_refused
from parser.official.form import form_of

COUNT = "requests.received.natural"
AMOUNT = "disclosure.fees.amount"
CHANGE = "disclosure.licensing.change"


@pytest.mark.parametrize("text", ["", "0", "12", " 7 ", "１２", "1,234", "3.0", "9" * MOST_DIGITS])
def test_a_count_accepts_whole_numbers_and_blank(text: str) -> None:
    assert why_refused(form_of("2021"), COUNT, text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.5", "只能是整数"),
        ("-1", "不能是负数"),
        ("1o", "不是数字"),
        ("十二", "不是数字"),
        ("1e5", "不是数字"),
        ("1_000", "不是数字"),
        ("13912345678", "有 11 位"),
    ],
)
def test_a_count_refuses_in_words(text: str, said: str) -> None:
    sentence = why_refused(form_of("2021"), COUNT, text)
    assert said in sentence
    assert text in sentence
    assert sentence.endswith("。")


@pytest.mark.parametrize(
    ("form", "key", "text", "refused"),
    [
        ("2021", AMOUNT, "12.5", False),
        ("2021", AMOUNT, "-12.5", True),
        ("2021", AMOUNT, "12345678901.5", True),
        ("2021", AMOUNT, "0.12345678901", False),
        ("2019", CHANGE, "-3", False),
        ("2019", CHANGE, "+3", False),
        ("2019", CHANGE, "-3.5", True),
        ("2019", CHANGE, "-13912345678", True),
    ],
)
def test_amounts_have_decimals_and_changes_a_sign(
    form: str, key: str, text: str, refused: bool
) -> None:
    assert bool(why_refused(form_of(form), key, text)) is refused


@given(st.integers(min_value=0, max_value=10**MOST_DIGITS - 1))
def test_every_count_of_at_most_ten_digits_is_accepted(number: int) -> None:
    assert why_refused(form_of("2021"), COUNT, str(number)) == ""


@given(st.integers(min_value=10**MOST_DIGITS))
def test_longer_ones_never_are(number: int) -> None:
    assert why_refused(form_of("2021"), COUNT, str(number))


def test_a_figure_of_another_form_is_no_question() -> None:
    with pytest.raises(KeyError):
        why_refused(form_of("2021"), CHANGE, "1")
