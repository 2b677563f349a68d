"""Help pages: what a page must hold, and how it is rendered."""

from __future__ import annotations

import pytest

import parser.rules  # noqa: F401  registers every check
from parser.rules import help_page

PARTS = {
    "查什么": "每一行。",
    "为什么": "**因为**。",
    "怎样与单位核对": "问。",
    "错例": "```row form=2019\n规章 | 1\n```\n\n说明\n\n```section 6\n```",
    "正例": "```remove-row\n规章\n\n行政强制\n```",
    "局限": "无。",
    "In English": "Why.",
}


def text(**changed: str | None) -> str:
    parts = {**PARTS, **changed}
    return "".join(f"## {n}\n\n{body}\n\n" for n, body in parts.items() if body is not None)


def test_examples_are_blocks_with_kind_section_and_options() -> None:
    parsed = help_page.parse("A101", text())
    first, second = parsed.bad
    assert (first.kind, first.number, dict(first.options)) == ("row", None, {"form": "2019"})
    assert (second.kind, second.number, second.content) == ("section", 6, "")
    assert parsed.good[0].lines == ("规章", "行政强制")


def test_captions_say_what_a_block_shows() -> None:
    parsed = help_page.parse("A101", text())
    assert [block.caption for block in parsed.bad] == [
        "表中的行（2019年格式）",
        "第六部分的文字（没有）",
    ]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"局限": None}, "headings are"),
        ({"为什么": " "}, "nothing under 为什么"),
        ({"错例": "没有例子"}, "no example"),
        ({"错例": "```rows\n规章 | 1\n```"}, "unknown example block"),
        ({"错例": "```\n规章 | 1\n```"}, "unknown example block"),
        ({"错例": "```section\n文字\n```"}, "which section"),
        ({"错例": "```section 7\n文字\n```"}, "which section"),
        ({"错例": "```row colour=red\n规章 | 1\n```"}, "unknown option"),
        ({"错例": "```row form\n规章 | 1\n```"}, "unknown option"),
    ],
)
def test_a_page_that_is_not_as_it_must_be_says_why(
    changed: dict[str, str | None], reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        help_page.parse("A101", text(**changed))


def test_headings_stand_in_their_order() -> None:
    parts = dict(reversed(PARTS.items()))
    with pytest.raises(ValueError, match="headings are"):
        help_page.parse("A101", "".join(f"## {n}\n\n{body}\n\n" for n, body in parts.items()))


def test_nothing_stands_before_the_first_heading() -> None:
    with pytest.raises(ValueError, match="before the first heading"):
        help_page.parse("A101", "A101 标题\n" + text())


def test_terminal_gets_no_markup() -> None:
    rendered = help_page.as_text(help_page.parse("A101", text()))
    assert rendered.startswith("A101 表三一行的总计不等于各类申请人之和\n")
    assert "默认级别：错误 (error)" in rendered
    assert "依据：国办公开办函〔2021〕30号" in rendered
    assert "【为什么】\n因为。" in rendered
    assert "  〔表中的行（2019年格式）〕\n    规章 | 1\n" in rendered
    assert "`" not in rendered
    assert "*" not in rendered


def test_window_gets_captions_over_plain_blocks() -> None:
    rendered = help_page.as_markdown(help_page.parse("A101", text()))
    assert "*表中的行（2019年格式）*\n\n```\n规章 | 1\n```" in rendered
    assert "*第六部分的文字（没有）*\n\n" in rendered


def test_code_without_a_page() -> None:
    with pytest.raises(FileNotFoundError):
        help_page.load("Z999")
