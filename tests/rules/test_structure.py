"""Sections: headings, order, content."""

from __future__ import annotations

from pathlib import Path

import pytest

import parser.rules  # noqa: F401  registers every check
from parser.intake import Source
from parser.model import Report
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.built import hits
from tests.support.official import Sample

CODES = ("S101", "S102", "S103", "S104")


@pytest.fixture
def found(tmp_path: Path):
    """Give a function that says which of the codes a sample gets, with the sentences."""

    def look(sample: Sample) -> list[tuple[str, str]]:
        report = report_of(sample, tmp_path)
        return [(code, hit.message) for code in CODES for hit in hits(report, code)]

    return look


def report_of(sample: Sample, folder: Path) -> Report:
    file = folder / "报告.txt"
    file.write_text(sample.text, encoding="utf-8")
    return examine(Source(file.name, file), Profile())


@pytest.mark.parametrize(
    ("number", "heading"),
    [
        (1, "一、 总体情况"),
        (1, "一.总体情况"),
        (1, "一、总体情况："),
        (4, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
        (4, "四、政府信息公开行政复议，行政诉讼情况"),
        (5, "五、政府信息公开工作存在的主要问题及改进情况"),
    ],
)
def test_headings_that_are_right(found, number: int, heading: str) -> None:
    assert found(Sample(headings={number: heading})) == []


@pytest.mark.parametrize(
    ("number", "heading"),
    [
        (1, "一、2023年政务公开总体情况"),
        (1, "一、概述"),
        (2, "二、行政机关主动公开政府信息情况"),
        (2, "二、主动公开政府信息的情况"),
        (5, "五、存在的主要问题及改进措施"),
        (6, "六、其它需要报告的事项"),
    ],
)
def test_headings_that_are_not_the_forms(found, number: int, heading: str) -> None:
    ((code, message),) = found(Sample(headings={number: heading}))
    assert code == "S102"
    assert heading in message


def test_order_and_numbering_are_one_finding(found) -> None:
    headings = {5: "五、其他需要报告的事项", 6: "六、存在的主要问题及改进情况"}
    ((code, message),) = found(Sample(headings=headings))
    assert code == "S103"
    assert "次序颠倒" in message
    assert "应编号为“六”" in message


def test_section_that_stands_twice(found) -> None:
    text = "一、没有其他需要报告的事项。\n六、其他需要报告的事项\n本年度未收取信息处理费。"
    ((code, message),) = found(Sample(sections={6: text}))
    assert code == "S103"
    assert "出现了不止一次" in message


@pytest.mark.parametrize(
    ("number", "prose", "said"),
    [
        (5, "", "只有标题"),
        (5, "无。", "只写了“无。”"),
        (5, "暂无", "只写了“暂无”"),
        (5, "不存在问题。", "共 5 个字"),
        (6, "", "只有标题"),
        (1, "没有", "只写了“没有”"),
    ],
)
def test_empty_sections(found, number: int, prose: str, said: str) -> None:
    """The signature that follows the last section is not its content."""
    ((code, message),) = found(Sample(sections={number: prose or " "}))
    assert code == "S104"
    assert said in message


@pytest.mark.parametrize("prose", ["无", "无。", "没有其他需要报告的事项。", "无其他事项"])
def test_sixth_section_may_report_nothing(found, prose: str) -> None:
    assert found(Sample(sections={6: prose})) == []


def test_report_without_any_heading_is_one_finding(found) -> None:
    headings = dict.fromkeys(range(1, 7), " ")
    ((code, message),) = found(Sample(headings=headings))
    assert code == "S101"
    assert "一个也没有" in message


def test_report_from_before_there_was_a_form_is_not_held_to_one(found) -> None:
    headings = {1: "一、概述", 5: "五、主要问题和改进措施", 6: " "}
    assert found(Sample(year=2017, headings=headings)) == []
    assert {code for code, _ in found(Sample(year=2022, headings=headings))} == {"S101", "S102"}
