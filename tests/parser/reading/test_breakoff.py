from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.intake.reader import document
from parser.official.form import form_of
from parser.reading.breakoff import with_break
from parser.reading.copies import copies
from tests.support.figures import right_figures
from tests.support.formats import pieces, to_html, to_text

WHOLE = pieces(form_of("2021"), right_figures("2021", Random(5), "small"))
TEXT = to_text(WHOLE)
PAGE = to_html(WHOLE)


def breaks(data: bytes, name: str = "a.txt") -> bool:
    found = document(data, name)
    notes = [n for n in with_break(found, copies(found)).notes if n.code == "F108"]
    for note in notes:
        (span,) = note.spans
        assert span.start == span.end == len(found.text.rstrip())
    return bool(notes)


def cut(words: str) -> bytes:
    """Return the text up to the end of the first place of these words."""
    data = words.encode()
    return TEXT[: TEXT.index(data) + len(data)]


@pytest.mark.parametrize(
    "words",
    [
        "二、主动公开政府信",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "法律服务机构",
        "3.危及“三安全",
        "（七）总计",
        "2.重复申请",
        "结果纠正",
        "公开内容不够全面，下一步加强培",
    ],
)
def test_a_file_that_stops_in_the_middle_breaks_off(words: str) -> None:
    assert breaks(cut(words))


def test_a_file_that_stops_within_a_character_breaks_off() -> None:
    at = TEXT.index("公开内容不够全面".encode())
    assert breaks(TEXT[: at + 4])


@pytest.mark.parametrize(
    "kept",
    [
        [],
        WHOLE[:4],  # the first part alone
        WHOLE[:6],  # up to the whole table two
        WHOLE[:8],  # up to the whole table three
        WHOLE[:10],  # up to the whole table four
        WHOLE[:12],
        WHOLE,
        [*WHOLE[:8], "青禾县白鹭镇人民政府", "2023年1月20日"],
        [*WHOLE[:12], "地址：白鹭街1号，电话：0000-0000000"],
        [*WHOLE[:5], *WHOLE[6:]],  # no table two
    ],
)
def test_a_report_that_leaves_parts_out_does_not(kept: list[object]) -> None:
    assert not breaks(to_text([*WHOLE[:2], *kept[2:]]))  # type: ignore[list-item]


def test_a_page_that_stops_in_a_table_breaks_off() -> None:
    row = PAGE.index("（四）无法提供".encode())
    assert breaks(PAGE[:row], "a.html")
    assert not breaks(PAGE, "a.html")


def test_a_page_that_goes_on_behind_the_report_does_not_break_off() -> None:
    row = PAGE.index("（四）无法提供".encode())
    footer = "</td></tr></table></div><footer><p>版权所有：白鹭镇</p></footer></body></html>"
    assert not breaks(PAGE[:row] + footer.encode(), "a.html")


@settings(deadline=None, max_examples=10)
@given(st.integers(min_value=0, max_value=len(TEXT)))
def test_no_cut_breaks_the_reading_down(at: int) -> None:
    if TEXT[:at].strip():
        breaks(TEXT[:at])
