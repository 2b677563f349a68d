from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.intake.reader import document
from parser.official.form import form_of
from parser.pipeline import assess, interpret
from parser.reading.breakoff import with_break
from parser.reading.copies import copies
from parser.reading.sections import sections
from parser.reading.tables.recognise import recognise
from parser.settings.profile import Profile
from tests.support.figures import right_figures
from tests.support.formats import pieces, to_html, to_text

WHOLE = pieces(form_of("2021"), right_figures("2021", Random(5), "small"))
TEXT = to_text(WHOLE)
PAGE = to_html(WHOLE)


def breaks(data: bytes, name: str = "a.txt") -> bool:
    found = document(data, name)
    last = copies(found)[-1]
    own = sections(found, last)
    broken = with_break(found, last, own, recognise(found, last, own))
    notes = [n for n in broken.notes if n.code == "F108"]
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
    report = assess(interpret(document(TEXT[: at + 1], "a.txt"), "a.txt", "x"), Profile())
    (finding,) = [f for f in report.findings if f.code == "F108"]
    assert "“存在的主要问题及改进情况”处中断" in finding.message


@pytest.mark.parametrize(
    "kept",
    [
        WHOLE[:12],
        WHOLE,
        [*WHOLE[:8], "青禾县白鹭镇人民政府", "2023年1月20日"],
        [*WHOLE[:12], "地址：白鹭街1号，电话：0000-0000000"],
        [*WHOLE[:5], *WHOLE[6:]],  # no table two
    ],
)
def test_a_report_that_leaves_a_part_out_or_is_signed_does_not(kept: list[object]) -> None:
    assert not breaks(to_text([*WHOLE[:2], *kept[2:]]))  # type: ignore[list-item]


@pytest.mark.parametrize("length", [1, 2, 3, 4, 6, 8, 10])
def test_two_parts_left_out_and_no_signature_are_a_break(length: int) -> None:
    assert breaks(to_text(WHOLE[:length]))
    assert not breaks(to_text([*WHOLE[:length], "二〇二三年一月二十日"]))
    assert not breaks(to_text([*WHOLE[:length], "青禾县白鹭镇人民政府"]))


@pytest.mark.parametrize(
    "words", ["五、存在的主要问题及改进情况\n公开", "六、其他需要报", "六、其他需要报告的事项"]
)
def test_a_heading_or_a_sentence_that_stops_is_a_break(words: str) -> None:
    assert breaks(cut(words))


def test_the_cell_that_the_file_stops_before_is_not_blank() -> None:
    row = next(line for line in TEXT.decode().split("\n") if line.startswith("行政规范性文件"))
    short = cut(row.rsplit("\t", 1)[0]) + b"\t"
    report = interpret(document(short, "a.txt"), "a.txt", "x")
    assert not [f for f in assess(report, Profile()).findings if f.code == "V101"]


def test_a_cut_row_of_table_three_leaves_the_form_as_it_is() -> None:
    report = interpret(document(cut("（六）其他处理"), "a.txt"), "a.txt", "x")
    assert report.form == "2021"


def test_a_page_that_stops_in_a_table_breaks_off() -> None:
    row = PAGE.index("（四）无法提供".encode())
    assert breaks(PAGE[:row], "a.html")
    assert not breaks(PAGE, "a.html")


def test_a_page_that_goes_on_behind_the_report_does_not_break_off() -> None:
    row = PAGE.index("（四）无法提供".encode())
    footer = "</td></tr></table></div><footer><p>版权所有：白鹭镇</p></footer></body></html>"
    assert not breaks(PAGE[:row] + footer.encode(), "a.html")


def test_only_a_page_that_was_closed_lacks_its_last_part() -> None:
    last = PAGE.index("<p>六、".encode())
    assert breaks(PAGE[:last], "a.html")
    assert breaks(PAGE[:last] + b"<div cla", "a.html")
    assert not breaks(PAGE[:last] + b"</body></html>", "a.html")


def test_a_page_that_is_cut_within_its_last_part_breaks_off() -> None:
    six = [
        *WHOLE[: WHOLE.index("六、其他需要报告的事项") + 1],
        "本年度没有收取信息处理费，没有其他",
    ]
    page = to_html(six)
    assert breaks(page[: page.rindex(b"</p>")], "a.html")
    assert not breaks(page, "a.html")
    assert not breaks(to_text(six))
    assert breaks(to_text([*six, "（一）收取信息处理费情况（"]))


@pytest.mark.parametrize(
    "line", ["附件：年度报告.pdf", "点击下载", "二〇二三年一月", "白鹭镇人民政府"]
)
def test_a_page_that_leads_to_its_report_or_is_signed_is_no_beginning_of_one(line: str) -> None:
    title = "青禾县白鹭镇人民政府2022年政府信息公开工作年度报告"
    assert breaks(to_text([title]))
    assert not breaks(to_text([title, line]))


def test_a_title_with_a_line_of_marks_is_gone_over_once() -> None:
    # Patterns that try each way of parting the marks would not come to an end.
    marks = "年报" + "★☆ѐ" * 110
    assert not breaks(to_text([marks, *WHOLE]))


@settings(deadline=None, max_examples=10)
@given(st.integers(min_value=0, max_value=len(TEXT)))
def test_no_cut_breaks_the_reading_down(at: int) -> None:
    if TEXT[:at].strip():
        breaks(TEXT[:at])
