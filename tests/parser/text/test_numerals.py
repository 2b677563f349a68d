"""Numerals as people write them: read whole, found in a text, and written."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.official.labels import parse
from parser.text.numerals import (
    CHARACTERS,
    Numeral,
    chinese_number,
    digit_by_digit,
    find_numbers,
    in_chinese,
    whole_number,
)
from tests.support.phrases import chinese


def alone(text: str) -> Numeral | None:
    """Return the one number that all of the text is."""
    found = list(find_numbers(unicodedata.normalize("NFKC", text)))
    return found[0] if len(found) == 1 and found[0].end - found[0].start == len(text) else None


@pytest.mark.parametrize(
    ("text", "value", "quirks"),
    [
        ("12", 12, ()),
        ("１２", 12, ()),
        ("1,234", 1234, ("thousands",)),
        ("1，234", 1234, ("thousands",)),
        ("一千二百", 1200, ("chinese",)),
        ("一百零五", 105, ("chinese",)),
        ("一百二", 120, ("chinese",)),
        ("十", 10, ("chinese",)),
        ("二〇二三", 2023, ("chinese",)),
        ("3.5万", 35000, ("chinese",)),
        ("三万五", 35000, ("chinese",)),
        ("1.2亿", 120_000_000, ("chinese",)),
        ("59237.2449", Decimal("59237.2449"), ()),
        ("0.0", 0, ()),
    ],
)
def test_finds_a_number_and_what_it_looked_past(
    text: str, value: int | Decimal, quirks: tuple[str, ...]
) -> None:
    found = alone(text)
    assert found is not None
    assert (found.value, found.quirks) == (value, quirks)


@pytest.mark.parametrize("text", ["", "-", "/", "无", "若干", "3件", "12.3.4", "1,23", "千", "O"])
def test_what_is_no_number_is_not_found_as_one(text: str) -> None:
    assert alone(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("〇", 0),
        ("零", 0),
        ("○", 0),
        ("两", 2),
        ("十", 10),
        ("一十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("二一", 21),
        ("廿", 20),
        ("廿一", 21),
        ("卅", 30),
        ("一百廿八", 128),
        ("两百", 200),
        ("两千零二十", 2020),
        ("一千零三", 1003),
        ("一千〇三", 1003),
        ("二〇二一", 2021),
        ("二○二一", 2021),
        ("二零二一", 2021),
        ("贰佰叁拾", 230),
        ("一亿二千万", 120_000_000),
        ("一万亿", 10**12),
    ],
)
def test_reads_a_chinese_numeral(text: str, value: int) -> None:
    assert chinese_number(text) == value
    assert whole_number(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "千", "百万十", "十十", "十百", "一百二百", "一万二万", "二二十", "两一", "十三五", "条"],
)
def test_declines_what_is_no_chinese_numeral(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("１２", 12), ("二O二三", 2023), ("2〇23", 2023), ("二０二三", 2023), ("0", 0)],
)
def test_reads_a_numeral_of_mixed_kinds(text: str, value: int) -> None:
    assert whole_number(text) == value


@pytest.mark.parametrize("text", ["", "1.5", "-3", "十2", "年", "1 2"])
def test_declines_what_is_no_whole_numeral(text: str) -> None:
    assert whole_number(text) is None


@given(st.integers(min_value=0, max_value=99_999_999))
def test_reads_every_whole_number_however_written(value: int) -> None:
    assert chinese_number(chinese(value)) == value
    assert whole_number(chinese(value)) == value
    for written in (chinese(value), f"{value:,}", str(value)):
        found = alone(written)
        assert found is not None
        assert found.value == value


@given(st.integers(min_value=1, max_value=9999))
def test_reads_what_it_writes(value: int) -> None:
    assert whole_number(in_chinese(value)) == value
    assert whole_number(digit_by_digit(value)) == value


@given(st.integers(min_value=1, max_value=99))
def test_writes_as_people_do(value: int) -> None:
    assert in_chinese(value) == chinese(value)


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_finds_every_decimal(value: Decimal) -> None:
    found = alone(str(value))
    assert found is not None
    assert found.value == value


@given(st.text(alphabet=CHARACTERS + "0１oO，.", max_size=12) | st.text(max_size=12))
def test_never_fails_on_any_text(text: str) -> None:
    whole_number(text)
    chinese_number(text)
    spans = [(n.start, n.end) for n in find_numbers(text)]
    assert spans == sorted(spans)


def test_keeps_the_place_value_of_the_last_printed_digit() -> None:
    steps = [n.step for n in find_numbers("18万、3.5万、12、0.25")]
    assert steps == [Decimal(10000), Decimal(1000), Decimal(1), Decimal("0.01")]


@given(st.integers(min_value=1, max_value=99))
def test_a_marker_says_the_number_that_it_is_written_as(value: int) -> None:
    for written in {chinese(value), digit_by_digit(value)} if value % 10 else {chinese(value)}:
        assert parse(f"{written}、总体情况").marker == ("top", value)
        assert parse(f"（{written}）予以公开").marker == ("paren", value)


@pytest.mark.parametrize(
    ("text", "number"),
    [("十、", 10), ("二十、", 20), ("二一、", 21), ("廿、", 20), ("二十一、", 21)],
)
def test_only_ten_is_a_marker_of_ten(text: str, number: int) -> None:
    assert parse(text + "总体情况").marker == ("top", number)
