"""What an auditor types as a number, and how a value is written out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.text.numbers import typed_number, whole, written


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("１２", 12), ("1,234", 1234), ("", None), ("-3", -3), (" 7 ", 7), ("−5", -5)],
)
def test_numbers_as_auditors_type_them(text: str, value: int | None) -> None:
    assert typed_number(text) == value


@pytest.mark.parametrize(
    "text", ["abc", "1.2.3", "十", "1e5", "1_000", "--1", ".", "NaN", "Infinity", "12件"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        typed_number(text)


@given(st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_what_is_written_is_read_back(value: int | Decimal) -> None:
    assert typed_number(written(value)) == value
    assert "E" not in written(value)


def test_a_point_that_was_typed_stays_and_blank_is_blank() -> None:
    assert repr(typed_number("7730.00")) == "Decimal('7730.00')"
    assert written(Decimal("7730.00")) == "7730.00"
    assert repr(whole(Decimal("7730.00"))) == "7730"
    assert whole(Decimal("0.5")) == Decimal("0.5")
    assert written(Decimal("1E+2")) == "100"
    assert written(None) == ""
    assert written(0) == "0"
