from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.intake.characters import normal
from parser.intake.reader import document
from parser.model import Document
from tests.support.prose import SIMPLIFIED, TRADITIONAL
from tests.support.reports import REPORTS, gold, report


def furniture(found: Document) -> list[str]:
    return [line for span in found.furniture for line in span.of(found.text).split("\n")]


def read(text: str, name: str = "a.txt") -> Document:
    return document(text.encode(), name)


def test_one_kind_of_line_break() -> None:
    assert read("一\r\n二\r三\n四\x0b五\u2028六").text == "一\n二\n三\n四\n五\n六"


@pytest.mark.parametrize("invisible", "\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u202a\u2066")
def test_invisible_characters_part_no_words_and_no_figures(invisible: str) -> None:
    assert read(f"一、总体{invisible}情况\n2{invisible}11").text == "一、总体情况\n211"
    page = document(f"<p>一、总体{invisible}情况<p>2{invisible}11".encode(), "a.html")
    assert page.text == "一、总体情况\n211\n"


def test_the_name_tells_markdown() -> None:
    assert read(SIMPLIFIED, "a.md").format == "md"
    assert read(SIMPLIFIED, "a.txt").format == "txt"
    assert read(SIMPLIFIED, "noending").format == "txt"


def test_the_text_is_as_it_was_and_matching_has_its_length() -> None:
    found = read(TRADITIONAL)
    assert found.text == TRADITIONAL
    assert len(found.simplified) == len(found.text)
    assert "行政复议和行政诉讼" in found.simplified
    assert (found.script, found.encoding) == ("hant", "utf-8")


def test_tables_in_html_inside_markdown_are_grids() -> None:
    found = read(
        "# 年度报告\n\n## 一、总体情况\n正文 <b>照旧</b>。\n\n<table><tr><td rowspan=2>组</td>"
        "<td>0</td></tr><tr><td></td></tr></table>\n\n六、其他\n",
        "a.md",
    )
    assert found.format == "md"
    assert [(c.row, c.column, c.text) for c in found.grids[0].cells] == [
        (0, 0, "组"),
        (0, 1, "0"),
        (1, 1, ""),
    ]
    assert "正文 照旧。\n" in found.text
    assert found.text.rstrip().endswith("六、其他")


@pytest.mark.parametrize("old", ["~~7~~", "<del>7</del>", "<s>7</s>"])
def test_deleted_passages_of_markdown_do_not_count(old: str) -> None:
    for body in (f"新收{old}211件。", f"| 规章 | {old}211 |\n", f"{old}211\n<table><td>1</table>"):
        found = read(f"# 年度报告\n{body}", "a.md")
        assert [span.of(found.text) for span in found.struck] == [old]
        assert old in found.text
        assert "7" not in found.simplified
    assert read(f"新收{old}211件。").struck == ()


def test_tables_in_html_that_never_end_cost_nothing() -> None:
    text = "文字\n" + "<table><td>" * 20_000 + "</table>"
    assert read(text, "a.md").grids == ()


METADATA = "| 索引號: | 11-2 | 發布機構: | 白鷺鎮 |\n| 生成日期: | 2023-01-05 | 廢止日期: | |\n"


@pytest.mark.parametrize(
    "table",
    [
        METADATA,
        "索引号\t11-2\t发布机构\t白鹭镇\n主题分类\t年报\n",
        "索 引 号：11-2\n发布机构：白鹭镇\n生成日期：2023-01-05\n",
    ],
)
def test_a_metadata_table_above_the_title_is_furniture(table: str) -> None:
    found = read(table + SIMPLIFIED)
    assert furniture(found) == table.strip().split("\n")


def test_words_of_a_login_behind_the_report_are_furniture() -> None:
    found = read(SIMPLIFIED + "\n用户登录\n还没有账号?\n立即注册\n上一篇：某镇年报\n[打印本页]\n")
    lines = ["用户登录", "还没有账号?", "立即注册", "上一篇：某镇年报", "[打印本页]"]
    assert furniture(found) == lines


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2023-01-20 10:00 来源：县政府办 浏览次数：12",
        "【字体：大 中 小】",
        "首页 > 政务公开 > 年报",
        "当前位置：首页 > 年报",
        "打印本页 关闭窗口",
    ],
)
def test_lines_of_a_page_are_furniture_wherever_they_stand(line: str) -> None:
    assert furniture(read(f"{SIMPLIFIED}{line}\n{SIMPLIFIED}")) == [line]


AROUND = [
    "附件下载",
    "文字解读",
    "图片解读",
    "相关链接：县政府网站",
    "【相关附件】",
    "图解政策",
    "纠错",
    "图片版",
    "PDF版下载",
    "查看原文",
    "热门推荐",
    "责任编辑：李四",
    "文字解读 | 图片解读",
]


@pytest.mark.parametrize("line", AROUND)
def test_what_pages_set_around_an_article_is_furniture_there(line: str) -> None:
    below = f"一、总体情况\n公开了。\n六、其他需要报告的事项\n无。\n{line}\n"
    assert furniture(read(below)) == [line]
    assert furniture(read(f"{line}\n一、总体情况\n公开了。\n")) == [line]
    within = f"一、总体情况\n{line}\n公开了。\n六、其他需要报告的事项\n无。\n"
    assert furniture(read(within)) == []


@pytest.mark.parametrize(
    "line",
    [
        "发布日期：2023-01-20",
        "发布机构：白鹭镇人民政府",
        "关键词是公开，来源是申请。",
        "主题分类和公开方式不够清楚。",
        "登录政府网站查阅信息的群众逐年增多。",
        "联系我们查阅。",
        "收藏有档案的单位三家。",
    ],
)
def test_lines_of_a_report_are_no_furniture(line: str) -> None:
    assert read(f"{line}\n{SIMPLIFIED}{line}\n").furniture == ()


@settings(deadline=None)
@given(st.text(max_size=300))
def test_normal_text_stays_normal(text: str) -> None:
    once = normal(text)
    assert normal(once) == once
    assert "\r" not in once
    assert "\x00" not in once


WITH_GOLD = [p.name for p in sorted(REPORTS.glob("*.txt")) if p.with_suffix(".gold.json").exists()]


@pytest.mark.parametrize("name", WITH_GOLD)
def test_real_texts_hold_every_figure(name: str) -> None:
    path = report(name)
    found = document(path.read_bytes(), name)
    assert found.text == path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\xa0", " ")
    assert found.encoding == "utf-8"
    for key, value in gold(name)["figures"].items():
        assert value is None or str(value) in found.text, key


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("规章<sup>1</sup> 0", "规章¹ 0"),
        ("<!-- 旧稿：收到7件 -->收到3件", "收到3件"),
        ("收到<span style='display: none'>7</span>3", "收到3"),
        ("<ruby>数<rt>shù</rt></ruby>量", "数量"),
        ("&ldquo;三安全&rdquo;&nbsp;0&#12290;", "“三安全” 0。"),
        (r"3\.08 \-4 \(七\)", "3.08 -4 (七)"),
        ("甲<br>乙", "甲\n乙"),
        ("| 甲<br>乙 | &#124; \\| |", "| 甲<br>乙 | \\| \\| |"),
        ("AT&T <2019> a < b &unknown;", "AT&T <2019> a < b &unknown;"),
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_what_a_page_would_not_show_of_its_marks_is_not_written(
    name: str, written: str, seen: str
) -> None:
    assert read(written, name).text == seen
