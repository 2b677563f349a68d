from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin

from gui.models.phonetic import Alphabet

NAMES = ["长岭县白杨沟镇", "重庆市", "绿春县", "吕梁市", "西安市", "先锋乡", "乐山市", "单县"]


@pytest.fixture(scope="module")
def alphabet() -> Alphabet:
    made = Alphabet()
    for name in NAMES:
        made.learn(name)
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bygz", ["长岭县白杨沟镇"]),
        ("baiyanggouzhen", ["长岭县白杨沟镇"]),
        ("baiygz", ["长岭县白杨沟镇"]),
        ("baiyangg", ["长岭县白杨沟镇"]),
        ("changling", ["长岭县白杨沟镇"]),
        ("zhangling", ["长岭县白杨沟镇"]),
        ("cq", ["重庆市"]),
        ("zq", ["重庆市"]),
        ("lvchun", ["绿春县"]),
        ("luchun", ["绿春县"]),
        ("lüliang", ["吕梁市"]),
        ("xian", ["长岭县白杨沟镇", "绿春县", "西安市", "先锋乡", "单县"]),
        ("shanxian", ["单县"]),
        ("yueshan", ["乐山市"]),
        ("qqq", []),
    ],
)
def test_names_are_found_by_any_reading(alphabet: Alphabet, typed: str, found: list[str]) -> None:
    pattern = alphabet.pattern(typed)
    assert pattern is not None
    assert [name for name in NAMES if pattern.search(name)] == found


@pytest.mark.parametrize("typed", ["2023", "白杨", "a1", "", "b y", "x" * 60])
def test_what_is_no_pinyin_has_no_pattern(alphabet: Alphabet, typed: str) -> None:
    assert alphabet.pattern(typed) is None


def test_a_long_query_stays_small(alphabet: Alphabet) -> None:
    pattern = alphabet.pattern("xianxianxianxianxianxianxianxian")
    assert pattern is not None
    assert len(pattern.pattern) < 20_000


def test_names_that_come_later_are_found_too() -> None:
    alphabet = Alphabet()
    alphabet.learn("石桥乡")
    first = alphabet.pattern("bys")
    assert first is not None
    assert not first.search("白云山镇")
    alphabet.learn("白云山镇")
    second = alphabet.pattern("bys")
    assert second is not None
    assert second.search("白云山镇")


@given(st.text("长岭县白杨沟镇人民政府财政局石桥乡", min_size=1, max_size=6))
def test_its_whole_reading_and_its_initials_find_a_name(name: str) -> None:
    alphabet = Alphabet()
    alphabet.learn(name)
    for style in (Style.NORMAL, Style.FIRST_LETTER):
        pattern = alphabet.pattern("".join(lazy_pinyin(name, style=style)))
        assert pattern is not None
        assert pattern.search(name)
