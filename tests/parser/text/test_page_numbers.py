"""Lines that are a page's number, and lines that only look like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.text.page_numbers import is_page_number


@given(st.integers(min_value=1, max_value=9999))
def test_knows_a_page_number_however_it_is_set(page: int) -> None:
    for line in (f"- {page} -", f"—{page}—", f"– {page} –", f"第{page}页", f"第 {page} 页 共 9 页"):
        assert is_page_number(line)
        assert is_page_number(f"  {line}\t")


@pytest.mark.parametrize(
    "line", ["", "4", "-4", "-4-件", "第4页和第5页", "- 12345 -", "第4条", "共4页"]
)
def test_a_figure_or_a_sentence_is_none(line: str) -> None:
    assert not is_page_number(line)
