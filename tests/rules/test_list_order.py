"""P203: numbers that leap, stand twice or go back, and lists that are right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.model import Document, Note, Severity
from parser.pipeline import assess, interpret
from parser.settings.profile import Profile
from tests.support.checked import quoted, report_of, said
from tests.support.official import right_report


def with_section(text: str, section: int = 5) -> str:
    return right_report(sections={section: text})


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "存在的问题：一是更新慢；三是人手少；三是解读少。\n改进情况：加强培训。",
            ["三是", "三是"],
        ),
        ("存在的问题：一是更新慢；二是人手少；二是解读少。\n改进情况：加强培训。", ["二是"]),
        ("存在的问题：一是更新慢；二是人手少。\n改进情况：一是月提醒；三是培训。", ["三是"]),
        ("存在的问题：\n一是更新慢。\n二是人手少。\n二是解读少。\n改进情况：加强。", ["二是"]),
        ("（一）存在的问题。更新慢。\n（三）改进情况。加强培训。", ["（三）"]),
        ("存在的问题：1.更新慢；2.人手少；2.解读少。\n改进情况：加强培训。", ["2."]),
        ("存在的问题：\n1、更新慢。\n2、人手少。\n4、解读少。\n改进情况：加强。", ["4、"]),
        ("存在的问题：①更新慢；③人手少。\n改进情况：加强培训。", ["③"]),
        ("存在的问题：第一，更新慢；第三，人手少。\n改进情况：加强培训。", ["第三，"]),
        ("存在的问题：一是更新慢，一是子；三是人手少。\n改进情况：加强。", ["三是"]),
        ("存在的问题：一是更新慢；一是人手少；二是解读少。\n改进情况：加强。", ["一是"]),
        ("存在的问题：更新慢。\n改进情况：一要提醒；二要培训；二要检查。", ["二要"]),
        ("存在的问题：一、更新慢；二、人手少；二、解读少。\n改进情况：加强。", ["二、"]),
    ],
)
def test_wrong_numbers(text: str, wrong: list[str]) -> None:
    report = report_of(with_section(text))
    (found,) = said(report, "P203")
    assert quoted(report, found) == wrong
    assert "第五部分" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "存在的问题：一是甲；二是乙。改进情况：一是丙；二是丁；三是戊。",
        "存在的问题：一是甲，包括：一是子；二是丑；三是寅；二是乙；三是丙。\n改进情况：加强。",
        "存在的问题：\n一是甲。一是子；二是丑。\n二是乙。一是子；二是丑；三是寅。\n三是丙。\n改进情况：加强。",
        "（一）存在的问题\n1.甲。\n2.乙。\n（二）改进情况\n1.甲。\n2.乙。\n3.丙。\n（三）其他。",
        "存在的问题：一是甲；二是乙。\n另有三点。\n三是丙。改进情况：加强。",
        "存在的问题：“一是一、二是二”落实慢。改进情况：对照第二十条第（一）项、第（五）项改进。",
        "存在的问题：5、6月份更新慢，2.0版没上线。改进情况：（一）甲；（二）乙。",
        "存在的问题：\n1.甲。\n（1）子。\n（2）丑。\n2.乙。\n（1）子。\n（2）丑。\n（3）寅。\n3.丙。\n改进情况：加强。",
        "（一）存在的问题。更新慢。人手少 （二）整改。培训。\n（三）改进情况。加强。",
        "存在的问题：三是甲；四是乙。改进情况：加强。",
        "存在的问题：一是甲，1.子；2.丑；二是乙，1.子；2.丑。\n改进情况：加强。",
        "存在的问题：一是甲；二是乙，表现为一是子，二是丑，三是寅；三是丙。\n改进情况：加强。",
        "存在的问题：一是甲；其次是乙；三是丙。\n改进情况：加强。",
    ],
)
def test_right_lists(text: str) -> None:
    assert said(report_of(with_section(text)), "P203") == []


def test_rows_of_tables_are_no_list() -> None:
    text = "本年度办理结果中：1.属于国家秘密0件；3.危及“三安全一稳定”0件。"
    assert said(report_of(with_section(text, section=3)), "P203") == []


def test_a_list_beside_a_table() -> None:
    report = report_of(with_section("一是当日登记；三是按期答复。", section=3))
    assert quoted(report, said(report, "P203")[0]) == ["三是"]


@pytest.mark.parametrize("slip", ["一是更新慢；三是人手少", "发布前审核审核不严", "公开信息共计条"])
def test_what_a_recogniser_read_may_be_misread(slip: str) -> None:
    text = with_section(f"存在的问题：{slip}。\n改进情况：加强培训。")
    document = Document(text, text, "pdf", notes=(Note("F104", "请与原图核对。"),))
    report = assess(interpret(document, "扫描.pdf", "digest"), Profile())
    found = [f.severity for f in report.findings if f.code.startswith("P2")]
    assert found == [Severity.INFO]


NUMERALS = "一二三四五六七八九"
WRITTEN = ("{0}是", "（{0}）", "第{0}，", "{1}.")
ITEMS = ("更新慢", "人手少", "解读少", "培训少", "栏目少", "图表少", "互动少", "检查少", "宣传少")


def listed(numbers: list[int], written: str, apart: bool) -> str:
    marks = [written.format(NUMERALS[n - 1], n) for n in numbers]
    items = [f"{mark}{item}" for mark, item in zip(marks, ITEMS, strict=False)]
    return "。\n".join(items) if apart else "；".join(items)


@settings(max_examples=25, deadline=None)
@given(st.integers(3, 8), st.integers(1, 7), st.sampled_from(WRITTEN), st.booleans(), st.booleans())
def test_one_number_changed_is_found(
    size: int, at: int, written: str, apart: bool, again: bool
) -> None:
    right = list(range(1, size + 1))
    text = "存在的问题：" + ("\n" if apart else "") + "{}。\n改进情况：加强培训。"
    assert said(report_of(with_section(text.format(listed(right, written, apart)))), "P203") == []
    at = min(at, size - 1)
    wrong = [*right[:at], right[at] - 1 if again and at > 1 else right[at] + 1, *right[at + 1 :]]
    found = said(report_of(with_section(text.format(listed(wrong, written, apart)))), "P203")
    assert len(found) == 1, text.format(listed(wrong, written, apart))
