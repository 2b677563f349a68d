from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parser.intake.sheets.numberformat import formatted, worded

ACCOUNTS = '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (211.4, "0", "211"),
        (211.5, "0", "212"),
        (0.5, "0_);[Red]\\(0\\)", "1"),
        (2.675, "0.00", "2.68"),
        (1234.5, "#,##0.00", "1234.5"),
        (12.0, "0.00", "12"),
        (0.126, "0%", "13%"),
        (1, "0.00%", "100%"),
        (211000, "0,", "211"),
        (211, '0"件"', "211件"),
        (211, 'G/通用格式"件"', "211件"),
        (211, "[$¥-804]#,##0.00", "211"),
        (5, "000", "005"),
        (0, "0;-0;;@", ""),
        (7, "0;-0;;@", "7"),
        (-7, "0;-0;;@", "-7"),
        (-7, "0;(0)", "(7)"),
        (-7, "0;", ""),
        (-0.3, "0", "0"),
        (0, ACCOUNTS, "-"),
        (7, ACCOUNTS, "7"),
        (5, ";;;", ""),
        (0, "#", ""),
        (0, "#,###", ""),
        (7, '[=0]"无";0', "7"),
        (0, '[=0]"无";0', "无"),
        (5, "@", "5"),
        # What is not followed leaves the value as it is.
        (5.5, "# ?/?", "5.5"),
        (5, "0.00E+00", "5"),
        (5, "[DBNum1]0", "5"),
        (5, "000-0000", "5"),
        (1e20, "0", "100000000000000000000"),
    ],
)
def test_a_figure_as_its_cell_shows_it(value: float, format: str, text: str) -> None:
    assert formatted(value, format).text == text


@pytest.mark.parametrize(
    ("format", "text"),
    [
        (";;;", ""),
        ("0;-0;;@", "规章"),
        ("0", "规章"),
        ('@"（略）"', "规章（略）"),
        (ACCOUNTS, "规章"),
        ("General", "规章"),
    ],
)
def test_words_as_their_cell_shows_them(format: str, text: str) -> None:
    assert worded("规章", format).text == text


@pytest.mark.parametrize("format", ["[White]0", "[白色]0", "[Color 2]General"])
def test_a_format_that_writes_in_white(format: str) -> None:
    assert formatted(5, format).white
    assert not formatted(5, "[Red]0").white


@given(
    value=st.floats(allow_nan=False) | st.integers(-(10**6), 10**6),
    format=st.text('0#?.,%@;"\\[]_*-() 件General<>=10', max_size=30),
)
@example(value=1.0, format='"')
@example(value=1.0, format=";")
@example(value=1.0, format=".")
def test_no_format_is_too_odd(value: float, format: str) -> None:
    assert isinstance(formatted(value, format).text, str)
    assert isinstance(worded("规章", format).text, str)


@given(value=st.integers(-(10**9), 10**9), zeros=st.integers(0, 3))
def test_formats_that_round_nothing_change_no_whole_number(value: int, zeros: int) -> None:
    decimals = "0." + "0" * zeros if zeros else "0"
    for format in (decimals, "#,##" + decimals, f"{decimals}_ ", f"{decimals};-{decimals}"):
        assert formatted(value, format).text == str(value)
