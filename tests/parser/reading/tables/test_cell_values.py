"""What a cell says is read exactly or declined; two numbers are never one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.model import Reading
from parser.reading.tables.cell_values import is_value, read_value

COUNTS = st.integers(0, 99_999)


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("211", 211),
        ("２１１", 211),
        ("1,234", 1234),
        ("1\u2009234", 1234),
        ("2\u200b11", 211),
        ("2\xad11", 211),
        ("٢١١", 211),
        ("0.50", Decimal("0.50")),
        ("二百一十一", 211),
        ("-3", -3),
    ],
)
def test_a_plain_number_is_read_exactly(raw: str, number: int | Decimal) -> None:
    assert (read_value(raw).reading, read_value(raw).number) == (Reading.NUMBER, number)


@pytest.mark.parametrize(
    "raw",
    [
        "211②",
        "211①",
        "211¹",
        "211²",
        "211⁽¹⁾",
        "211[1]",
        "211〔1〕",
        "211【1】",
        "211(1)",
        "211*",
        "211（含补报3件）",
        "211 （含补报3件）",
        "211件",
        "211⑴",
        "211⒈",
    ],
)
def test_a_remark_or_the_mark_of_a_note_is_no_digit(raw: str) -> None:
    assert (read_value(raw).reading, read_value(raw).number) == (Reading.WORDS, 211)


@pytest.mark.parametrize(
    "raw",
    [
        "1e5",
        "0x10",
        "½",
        "2½",
        "1/2",
        "②",
        "²",
        "2②1",
        "12,34",
        "3~5",
        "3+2",
        "2 1 1",
        "211\n198",
        "211 198",
        "211\t198件",
        "三 四",
        "211、198",
        "211/198",
    ],
)
def test_what_is_not_one_number_is_declined(raw: str) -> None:
    assert (read_value(raw).reading, read_value(raw).number) == (Reading.UNREADABLE, None)


@given(COUNTS, COUNTS, st.sampled_from(["\n", " ", "\t", "\u3000", "\xa0", "\n\n", " \n"]))
def test_two_numbers_in_a_cell_are_never_one(one: int, other: int, between: str) -> None:
    raw = f"{one}{between}{other}"
    assert read_value(raw).number is None
    assert is_value(raw)


@given(COUNTS, st.text("⁰¹²³⁴⁵⁶⁷⁸⁹①②⑩⑵❷*", min_size=1, max_size=3))
def test_marks_leave_the_figure_alone(number: int, marks: str) -> None:
    assert read_value(f"{number}{marks}").number == number


@given(st.text(max_size=12))
def test_a_cell_never_says_more_digits_than_it_shows(raw: str) -> None:
    number = read_value(raw).number
    if number is not None and any(c.isascii() and c.isdigit() for c in raw):
        assert len(str(number).strip("-")) <= sum(c.isalnum() or c in ".," for c in raw) + 1
