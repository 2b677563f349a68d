"""Which lines head the six sections, and which only look like it."""

from __future__ import annotations

import pytest

from tests.support.checked import faults, report_of, said
from tests.support.official import right_report

FIRST = "答复申请，更新目录，维护平台，开展培训，定期自查。"


def numbers(text: str) -> list[int]:
    body = report_of(text).body
    assert body is not None
    return [section.number for section in body.sections]


@pytest.mark.parametrize(
    "heading",
    [
        "（一）主动公开政府信息情况",
        "1.主动公开政府信息情况",
        "主动公开政府信息情况",
        "（六）其他需要报告的事项",
        "（二）收到和处理政府信息公开申请情况",
    ],
)
def test_a_heading_below_section_one_is_no_section(heading: str) -> None:
    text = right_report(sections={1: f"{heading}\n公开信息18条。\n{FIRST}"})
    assert numbers(text) == [1, 2, 3, 4, 5, 6]
    assert not faults(report_of(text))


def test_a_heading_glued_to_the_sentence_before_it_is_one() -> None:
    text = right_report()
    for end in ("。", "", "。  "):
        glued = text.replace("\n四、政府信息公开行政复议", f"{end}四、政府信息公开行政复议")
        assert numbers(glued) == [1, 2, 3, 4, 5, 6]
        assert not said(report_of(glued), "S101")


def test_a_heading_between_two_sentences_is_one() -> None:
    text = right_report()
    for end in ("。", "："):
        glued = text.replace("\n六、其他需要报告的事项\n", f"六、其他需要报告的事项{end}")
        assert glued != text
        assert numbers(glued) == [1, 2, 3, 4, 5, 6]
    told = text.replace("\n六、其他需要报告的事项\n", "\n收费见六、其他需要报告的事项。\n")
    assert numbers(told) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("numbered", ["第五部分 ", "五 ", "伍、"])
def test_a_renamed_section_may_be_numbered_in_other_ways(numbered: str) -> None:
    text = right_report().replace("五、存在的主要问题及改进情况", f"{numbered}下一步工作打算")
    assert numbers(text) == [1, 2, 3, 4, 5, 6]


def test_a_section_under_its_number_and_another_name_is_there() -> None:
    text = right_report()
    renamed = text.replace("五、存在的主要问题及改进情况", "五、下一步工作打算")
    report = report_of(renamed)
    assert numbers(renamed) == [1, 2, 3, 4, 5, 6]
    assert not said(report, "S101")
    (hit,) = said(report, "S102")
    assert "下一步工作打算" in hit.message


def test_numbered_sentences_are_no_sections() -> None:
    text = right_report().replace("五、存在的主要问题及改进情况", "存在的问题说明")
    told = text.replace("存在的问题说明\n", "存在的问题说明\n五、加强培训，提高认识。\n")
    assert numbers(told) == [1, 2, 3, 4, 6]
    assert said(report_of(told), "S101")


def test_an_annex_may_number_from_one_again() -> None:
    annex = "附件：2022年工作要点\n一、总体情况\n提高认识。\n二、主动公开政府信息情况\n更新目录。"
    text = right_report(append=f"青石县水务局\n2022年1月12日\n{annex}")
    assert numbers(text) == [1, 2, 3, 4, 5, 6]
    assert not said(report_of(text), "S103")


def test_a_section_printed_twice_is_still_said() -> None:
    text = right_report()
    twice = text.replace(
        "六、其他需要报告的事项", "五、存在的主要问题及改进情况\n问题是少。\n六、其他需要报告的事项"
    )
    assert said(report_of(twice), "S103")


HEADS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


@pytest.mark.parametrize(
    "form", ["{} …………{}", "{}\t{}", "{} ..... {}", "{}", "{}\n（一）综述 … {}"]
)
def test_a_table_of_contents_heads_nothing(form: str) -> None:
    text = right_report()
    contents = "目录\n" + "\n".join(form.format(h, n) for n, h in enumerate(HEADS, 1)) + "\n"
    title = text.split("\n", 1)[0]
    for read in (contents + text, text.replace("\n", f"\n{contents}", 1)):
        report = report_of(read)
        assert numbers(read) == [1, 2, 3, 4, 5, 6]
        assert len(report.bodies) == 1
        assert report.identity.title == title
        assert not faults(report)


def test_a_table_of_contents_alone_is_no_report() -> None:
    contents = "\n".join(f"{h}……{n}" for n, h in enumerate(HEADS, 1))
    title = right_report().split("\n", 1)[0]
    assert report_of(f"{title}\n目录\n{contents}\n").status == "not_a_report"
    assert report_of(f"{title}\n目录 {' '.join(HEADS)}\n").status == "not_a_report"


def test_a_report_of_empty_sections_is_one() -> None:
    title = right_report().split("\n", 1)[0]
    assert said(report_of(title + "\n" + "\n".join(HEADS) + "\n"), "S201")


@pytest.mark.parametrize("style", ["第{}部分 {}", "{} {}", "{}·{}", "第{}、{}"])
def test_sections_may_be_numbered_in_other_ways(style: str) -> None:
    text = right_report()
    for heading in HEADS:
        text = text.replace(heading + "\n", style.format(heading[0], heading[2:]) + "\n")
    assert numbers(text) == [1, 2, 3, 4, 5, 6]
    assert not faults(report_of(text))


@pytest.mark.parametrize(
    ("number", "division"),
    [
        (1, "第二、主动公开政府信息情况"),
        (1, "二．主动公开政府信息情况"),
        (5, "一、存在的主要问题"),
        (6, "二、其他需要报告的事项"),
    ],
)
def test_a_section_may_be_divided_by_names_of_sections(number: int, division: str) -> None:
    text = right_report().replace(
        HEADS[number - 1] + "\n", f"{HEADS[number - 1]}\n本部分说明如下。\n{division}\n"
    )
    assert numbers(text) == [1, 2, 3, 4, 5, 6]
    assert not faults(report_of(text))


def test_a_heading_glued_to_the_sentence_behind_it_is_one() -> None:
    for heading in HEADS:
        text = right_report().replace(heading + "\n", heading)
        assert numbers(text) == [1, 2, 3, 4, 5, 6]


def test_a_section_of_a_name_like_a_row_of_a_table_is_there() -> None:
    text = right_report().replace(HEADS[5], "六、其他")
    assert numbers(text) == [1, 2, 3, 4, 5, 6]
    assert not said(report_of(text), "S101")
