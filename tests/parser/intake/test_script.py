from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.intake.script import script, to_simplified
from tests.support.prose import SIMPLIFIED, TRADITIONAL


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("行政復議", "行政复议"),
        ("復議后起訴", "复议后起诉"),
        ("規範性檔案", "规范性文件"),
        ("製發、全麵、體係、製度", "制发、全面、体系、制度"),
        ("谘詢", "咨询"),
        ("政府資訊公開", "政府信息公开"),
        ("入口網站", "门户网站"),
        ("檔案館", "档案馆"),
        ("乾隆年間", "乾隆年间"),
    ],
)
def test_words_of_reports(traditional: str, simplified: str) -> None:
    assert to_simplified(traditional) == simplified


def test_simplified_text_is_left_alone() -> None:
    assert to_simplified(SIMPLIFIED) == SIMPLIFIED


def test_the_script_is_told() -> None:
    assert script(SIMPLIFIED) == "hans"
    assert script(TRADITIONAL) == "hant"
    assert script("2022 12 0") == "hans"
    # A name with an old character does not make a report traditional.
    assert script(SIMPLIFIED + "陳鎔基") == "hans"


@settings(deadline=None)
@given(st.text(max_size=200))
def test_the_length_never_changes(text: str) -> None:
    assert len(to_simplified(text)) == len(text)


@settings(deadline=None)
@given(st.text(alphabet="檔案規範性資訊公開乾後發佈製麵網路專項採購\n\r\u2028 ", max_size=80))
def test_the_length_never_changes_for_traditional_text(text: str) -> None:
    assert len(to_simplified(text)) == len(text)
    assert len(to_simplified(text).splitlines()) == len(text.splitlines())
