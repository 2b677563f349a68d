"""Radicals that PDF fonts give in place of the characters they look like."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parser.intake.script import to_simplified


def test_radicals_become_characters() -> None:
    assert to_simplified("⼯作⼀定⼈员⻓期⽔平⾏政") == "工作一定人员长期水平行政"


@given(st.text(st.characters(min_codepoint=0x2E80, max_codepoint=0x2FDF), max_size=30))
def test_length_is_kept(text: str) -> None:
    assert len(to_simplified(text)) == len(text)
