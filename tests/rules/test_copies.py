"""Copies of the body, and paragraphs that stand twice in one."""

from __future__ import annotations

from pathlib import Path

import pytest

import parser.rules  # noqa: F401  registers every check
from parser.intake import Source
from parser.model import Report
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.built import hits
from tests.support.official import Sample, right_report

LONG = "全年围绕乡村建设、惠民补贴、财政资金三个方面更新公开目录，重要文件公布时同步说明起草背景。"


def report_of(text: str, folder: Path) -> Report:
    file = folder / "报告.txt"
    file.write_text(text, encoding="utf-8")
    return examine(Source(file.name, file), Profile())


def doubled(folder: Path, first: Sample, second: Sample, between: str = "") -> dict[str, str]:
    report = report_of(f"{first.text}\n{between}\n{second.text}", folder)
    assert len(report.bodies) == 2
    return {code: hit.message for code in ("S301", "S302") for hit in hits(report, code)}


def test_one_body_is_no_copy(tmp_path: Path) -> None:
    report = report_of(right_report(), tmp_path)
    assert hits(report, "S301") == hits(report, "S302") == []


def test_a_title_between_unsigned_copies_is_no_difference(tmp_path: Path) -> None:
    unsigned = Sample(append=" ")
    text = f"{unsigned.text}\n{unsigned.text}\n【打印】【关闭窗口】\n"
    report = report_of(text, tmp_path)
    assert len(hits(report, "S301")) == 1
    assert hits(report, "S302") == []


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_same_copies(form: str, tmp_path: Path) -> None:
    found = doubled(tmp_path, Sample(form), Sample(form), "【打印】【关闭窗口】")
    assert list(found) == ["S301"]


def test_line_breaks_and_cell_layout_are_no_differences(tmp_path: Path) -> None:
    """The second copy has a cell a line, as a page saved for printing has."""
    first = Sample()
    printed = first.text.replace("\t", "\n").replace("，", "，\n", 6)
    report = report_of(f"{first.text}\n\n{printed}", tmp_path)
    assert len(report.bodies) == 2
    assert hits(report, "S302") == []
    assert len(hits(report, "S301")) == 1


def test_number_written_differently_is_no_difference(tmp_path: Path) -> None:
    second = Sample(cells={"disclosure.licensing": ("３２６",)})
    assert list(doubled(tmp_path, Sample(), second)) == ["S301"]


def test_row_that_one_copy_lacks(tmp_path: Path) -> None:
    second = Sample(dropped=frozenset({"disclosure.coercion"}))
    found = doubled(tmp_path, Sample(), second)
    assert list(found) == ["S302"]
    assert "“行政强制”的“本年处理决定数量”第一遍为 2、第二遍没有" in found["S302"]


def test_sentence_that_one_copy_lacks(tmp_path: Path) -> None:
    prose = "问题：一是部分栏目更新不够及时。\n改进：一是实行栏目更新月提醒。"
    extra = "问题：一是部分栏目更新不够及时。二是力量不足。\n改进：一是实行栏目更新月提醒。"
    found = doubled(tmp_path, Sample(sections={5: prose}), Sample(sections={5: extra}))
    assert list(found) == ["S302"]
    assert "第五部分第一遍没有这句、第二遍写“二是力量不足。”" in found["S302"]
    assert "1 处文字不同" in found["S302"]


def repeated(folder: Path, *paragraphs: str) -> list[str]:
    report = report_of(right_report(sections={5: "\n".join(paragraphs)}), folder)
    return [hit.message for hit in hits(report, "S303")]


def test_long_paragraph_twice(tmp_path: Path) -> None:
    (message,) = repeated(tmp_path, f"（一）{LONG}", "存在更新不及时的问题。", f"2.{LONG}")
    assert "出现了 2 次" in message


def test_paragraph_three_times_is_one_finding(tmp_path: Path) -> None:
    (message,) = repeated(tmp_path, f"一是{LONG}", f"二是{LONG}", f"三是{LONG}")
    assert "出现了 3 次" in message


def test_short_and_different_paragraphs_may_stand(tmp_path: Path) -> None:
    short = "依法公开，注重实效。"
    assert repeated(tmp_path, short, LONG, short, LONG.replace("三个", "四个")) == []


def test_copies_do_not_repeat_each_others_paragraphs(tmp_path: Path) -> None:
    sample = Sample(sections={5: f"问题：\n{LONG}\n改进：按月提醒更新。"})
    report = report_of(f"{sample.text}\n{sample.text}", tmp_path)
    assert hits(report, "S303") == []


def test_same_blank_in_both_copies_is_no_difference(tmp_path: Path) -> None:
    blank, stroke = (Sample(cells={"disclosure.coercion": (raw,)}) for raw in ("", "/"))
    assert list(doubled(tmp_path, blank, blank)) == ["S301"]
    assert list(doubled(tmp_path, blank, stroke)) == ["S302"]
    assert list(doubled(tmp_path, blank, Sample())) == ["S302"]
