"""Numbers as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.text.numerals import find_numbers, parse_number
from tests.support.phrases import chinese

_WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


@pytest.mark.parametrize(
    ("text", "value", "quirks"),
    [
        ("12", 12, ()),
        (" 12 ", 12, ()),
        ("１２", 12, ("fullwidth",)),
        ("1,234", 1234, ("thousands",)),
        ("1，234", 1234, ("thousands",)),
        ("1 234", 1234, ("thousands",)),
        ("一千二百", 1200, ("chinese",)),
        ("一百零五", 105, ("chinese",)),
        ("一百二", 120, ("chinese",)),
        ("十", 10, ("chinese",)),
        ("两", 2, ("chinese",)),
        ("〇", 0, ("chinese",)),
        ("零", 0, ("chinese",)),
        ("二〇二三", 2023, ("chinese",)),
        ("3.5万", 35000, ("chinese",)),
        ("三万五", 35000, ("chinese",)),
        ("1.2亿", 120_000_000, ("chinese",)),
        ("59237.2449", Decimal("59237.2449"), ()),
        ("0.0", 0, ()),
        ("-8", -8, ()),
        ("−8", -8, ()),
        ("+1036", 1036, ()),
    ],
)
def test_reads_a_number_and_what_it_looked_past(
    text: str, value: int | Decimal, quirks: tuple[str, ...]
) -> None:
    assert parse_number(text) == (value, quirks)


@pytest.mark.parametrize(
    "text", ["", "-", "/", "无", "若干", "3件", "12.3.4", "1,23", "千", "百万十", "O"]
)
def test_declines_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(min_value=0, max_value=99_999_999))
def test_reads_every_whole_number_however_written(value: int) -> None:
    assert parse_number(chinese(value)) == (value, ("chinese",))
    assert parse_number(f"{value:,}") == (value, ("thousands",) if value > 999 else ())
    assert parse_number(str(value).translate(_WIDE)) == (value, ("fullwidth",))


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_reads_every_decimal(value: Decimal) -> None:
    found = parse_number(str(value))
    assert found is not None
    assert found[0] == value


@given(st.text(max_size=12))
def test_never_fails_on_any_text(text: str) -> None:
    parse_number(text)
    spans = [(n.start, n.end) for n in find_numbers(text)]
    assert spans == sorted(spans)


def test_keeps_the_place_value_of_the_last_printed_digit() -> None:
    steps = [n.step for n in find_numbers("18万、3.5万、12、0.25")]
    assert steps == [Decimal(10000), Decimal(1000), Decimal(1), Decimal("0.01")]
