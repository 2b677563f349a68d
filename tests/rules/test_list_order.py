"""P203: numbers that leap, stand twice or go back, and lists that are right."""

from __future__ import annotations

import pytest

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
    ],
)
def test_right_lists(text: str) -> None:
    assert said(report_of(with_section(text)), "P203") == []


def test_rows_of_tables_are_no_list() -> None:
    text = "本年度办理结果中：1.属于国家秘密0件；3.危及“三安全一稳定”0件。"
    assert said(report_of(with_section(text, section=3)), "P203") == []
