"""T404: what the prose says has grown, against last year's report."""

from __future__ import annotations

import pytest

from parser.model import CrossFinding, Number, Report
from tests.support.checked import across, report_of
from tests.support.official import right_report

UNIT = "南屏县白石镇人民政府"
LAST: dict[str, Number] = {
    "requests.received.natural": 3598,
    "requests.received.total": 3601,
    "requests.granted.natural": 3592,
    "requests.granted.total": 3593,
    "requests.total.natural": 3598,
    "requests.total.total": 3600,
}
THIS: dict[str, Number] = {
    "requests.received.natural": 3641,
    "requests.received.total": 3644,
    "requests.carried_in.business": 1,
    "requests.carried_in.total": 2,
    "requests.granted.natural": 3635,
    "requests.granted.total": 3636,
    "requests.total.natural": 3641,
    "requests.total.total": 3643,
    "requests.carried_out.business": 2,
    "requests.carried_out.total": 3,
    "disclosure.normative.valid": 15,
}


def report(year: int, said: str, figures: dict[str, Number]) -> Report:
    text = right_report(
        title=f"{UNIT}{year}年政府信息公开工作年度报告",
        preface=f"统计期限自{year}年1月1日起至{year}年12月31日止。",
        figures=figures,
        sections={1: f"（一）主动公开。及时更新。\n（二）依申请公开。{said}"},
        append=f"{UNIT}\n{year + 1}年1月12日",
    )
    return report_of(text, f"{year}.txt")


def found(said: str, before: str = "登记、答复责任到人。") -> list[CrossFinding]:
    return across(report(2022, before, LAST), report(2023, said, THIS)).get("T404", [])


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("收办政府信息公开申请3646件，同比增长1.05%。", "1.22"),
        ("收办政府信息公开申请3646件，较上年增长1.6%。", "1.2"),
        ("收办政府信息公开申请3646件，比2022年增长2%。", "1"),
        ("收办政府信息公开申请3646件（同比增幅2.05%）。", "1.22"),
        ("收办政府信息公开申请3646件（东街1300件、西街2346件），同比增长1.05%。", "1.22"),
        ("收办政府信息公开申请3646件，相比2022年增长1.05%。", "1.22"),
        ("收办政府信息公开申请3646件，比上年增加49件。", "44"),
        ("收办政府信息公开申请3646件，比上年减少44件。", "44"),
        ("收办政府信息公开申请3646件，同比下降1.22%。", "1.22"),
        ("收办政府信息公开申请3646件，同比上涨百分之二。", "1"),
        ("收办政府信息公开申请3646件，同比净增49件。", "44"),
        ("政府信息公开申请收办量同比增长1.05%，达3646件。", "1.22"),
        ("收办政府信息公开申请3646件，是上年的1.5倍。", "1"),
        ("新收政府信息公开申请3644件，同比增长8%。", "1"),
        ("答复政府信息公开申请3643件，与上年相比增长8%。", "1"),
    ],
)
def test_a_growth_that_does_not_follow(said: str, expected: str) -> None:
    (finding,) = found(said)
    assert str(finding.expected) == expected
    assert finding.paths == ("2022.txt", "2023.txt")
    assert finding.severity == "warning"
    assert {path for path, _ in finding.passages} == {"2022.txt", "2023.txt"}


def test_a_long_sentence_is_quoted_at_both_its_ends() -> None:
    streets = "、".join(f"{name}街道办事处{n}件" for n, name in enumerate("甲乙丙丁戊己庚辛", 450))
    (finding,) = found(f"收办政府信息公开申请3646件（其中{streets}），同比增长1.05%。")
    assert "3646件……同比增长1.05%”" in finding.message


@pytest.mark.parametrize(
    "said",
    [
        "收办政府信息公开申请3646件，同比增长1.22%。",
        "收办政府信息公开申请3646件，同比增长1.2%。",
        "政府信息公开申请收办量同比增长1.22%，达3646件。",
        "收办政府信息公开申请3646件，比上年增加44件，增长5%。",
        "收办政府信息公开申请3646件，同比增长1.221%。",
        "收办政府信息公开申请3646件，比上年增加44件，增长1.22%。",
        "收办政府信息公开申请3646件，是上年的1.01倍。",
        "收办政府信息公开申请3646件，比2021年增长50%。",
        "收办政府信息公开申请3646件，比前年增长50%。",
        "收办政府信息公开申请3646件，环比增长50%。",
        "收办政府信息公开申请3646件，增长50%。",
        "收办政府信息公开申请3646件，同比增长约50%。",
        "上半年收办政府信息公开申请300件，同比增长50%。",
        "网站访问3646次，同比增长50%。",
        "主动公开政府信息126条，同比增长50%。",
        "新收政府信息公开申请3644件，同比增长1.19%。",
    ],
)
def test_a_growth_that_follows_or_cannot_be_told(said: str) -> None:
    assert found(said) == []


def test_the_prose_of_last_years_report_is_heard_too() -> None:
    said = "全年主动公开政府信息126条，同比增长50%。"
    (finding,) = found(said, "全年主动公开政府信息100条。")
    assert finding.expected == 26
    assert not finding.figures
    assert found(said, "全年主动公开政府信息84条。") == []


def test_a_count_that_its_own_table_contradicts_is_that_finding() -> None:
    assert found("收办政府信息公开申请3700件，同比增长9%。") == []


def test_last_years_count_stated_beside_it_is_anothers_business() -> None:
    assert found("收办政府信息公开申请3646件，比上年的3500件增长4.17%。") == []


def test_a_figure_in_a_failed_sum_says_nothing() -> None:
    wrong = {**LAST, "requests.received.total": 3000}
    later = report(2023, "新收政府信息公开申请3644件，同比增长9%。", THIS)
    assert "T404" not in across(report(2022, "登记。", wrong), later)
