"""Y101 to Y106: faults that reports really have, and what only looks like one."""

from __future__ import annotations

import pytest

from parser.model import Level
from parser.settings.profile import STATUTORY, Profile
from tests.support.checked import faults, quoted, report_of, said
from tests.support.official import right_report

PERIOD = "统计期限自{0}年1月1日起至{0}年12月31日止。"
ASPECTS = (
    "（一）主动公开。及时更新机构职能和惠民补贴等信息。\n"
    "（二）依申请公开。登记、审核、答复各环节责任到人。\n"
    "（三）政府信息管理。公开前逐件保密审查。\n"
    "（四）平台建设。维护便民大厅的查阅点。\n"
    "（五）监督保障。开展社会评议和年度考核，没有责任追究情形。"
)


def with_section_one(opening: str) -> str:
    return right_report(sections={1: f"{opening}\n{ASPECTS}"})


@pytest.mark.parametrize(
    "opening",
    [
        "2022年，我镇把公开做在平时。",
        "本镇工作平稳。2022年，我镇没有发生责任追究的情形。",
        "政府信息管理情况2022年，我镇重新清理了目录。",
        "2022年，我镇继续推进公开，没有发生追责情形。",
    ],
)
def test_last_years_sentences_left_in(opening: str) -> None:
    report = report_of(with_section_one(opening))
    (found,) = said(report, "Y101")
    assert "2022年" in found.message
    assert "2022" in quoted(report, found)


def test_the_first_sentence_tells_of_the_reports_own_year_however_long_ago() -> None:
    (found,) = said(report_of(with_section_one("2019年，我镇认真做好政务公开工作。")), "Y101")
    assert "正文写作2019年" in found.message
    later = with_section_one("本镇工作平稳。2019年，我镇设立查阅点。")
    assert said(report_of(later), "Y101") == []


@pytest.mark.parametrize(
    "opening",
    [
        "2023年，我镇落实国办发〔2022〕8号文件精神。",
        "2022年全县政务公开会议以后，我镇健全了制度。",
        "2022年度政务公开工作要点已全部完成。",
        "2022年，国务院办公厅印发通知，我镇认真学习。",
        "2022年主动公开30条，2023年主动公开45条。",
        "2022年以来，我镇没有一件申请超期。",
        "2019年，我镇设立查阅点，沿用至今。",
        "2023年，我镇与2022年相比进步明显。",
        "2024年，我镇计划新建一处查阅点。",
        "2024年，我镇要抓好三项重点工作。",
        "2022年，我镇新建查阅点一处，今年又增加一处。",
        "我镇做好“十四五”规划（2021年至2025年）公开。",
    ],
)
def test_other_years_do_not_count(opening: str) -> None:
    report = report_of(with_section_one(opening))
    assert said(report, "Y101") == []


def test_a_year_ahead_that_tells_what_was_done() -> None:
    report = report_of(with_section_one("2024年，我镇共收到来信3封，没有发生追责情形。"))
    assert "2024年" in said(report, "Y101")[0].message


def test_title_and_period_disagree() -> None:
    report = report_of(right_report(preface=PERIOD.format(2022)))
    (found,) = said(report, "Y101")
    assert "标题为2023年" in found.message
    assert "统计期限写作2022年" in found.message
    assert (found.expected, found.actual) == (2023, 2022)


def test_signed_in_a_year_that_cannot_be() -> None:
    report = report_of(right_report(append="南屏县白石镇人民政府\n2026年1月12日"))
    assert "落款日期写作2026年" in said(report, "Y101")[0].message


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("尚在办理的2件结转2023年办理。", True),
        ("转结2023年继续办理2件。", True),
        ("尚在办理的2件结转2024年办理。", False),
        ("由2022年结转的1件已办结。", False),
    ],
)
def test_carried_into_its_own_year(sentence: str, wrong: bool) -> None:
    report = report_of(right_report(sections={3: sentence}))
    assert bool(said(report, "Y101")) is wrong


@pytest.mark.parametrize(
    ("preface", "wrong"),
    [
        ("统计期限自2023年1月1日起至2023年12月30日止。", True),
        ("统计期限自2023年1月1日起至2023年12月32日止。", True),
        ("统计期限自202023年1月1日起至2023年12月31日止。", True),
        ("统计期限自2023年1月1日起至202023年12月31日止。", True),
        ("统计期限自2022年12月1日起至2023年11月30日止。", True),
        ("统计期限自2023年1月1日起至12月31日止。", False),
        ("统计期限自2023年1月1日——2023年12月31日。", False),
    ],
)
def test_period_is_the_calendar_year(preface: str, wrong: bool) -> None:
    assert bool(said(report_of(right_report(preface=preface)), "Y102")) is wrong


@pytest.mark.parametrize(
    ("append", "wrong"),
    [
        ("南屏县白石镇人民政府\n2023年12月25日", True),
        ("发布时间：2023-12-25", True),
        ("发布时间：2024-01-05\n更新时间：2023-12-25", False),
        ("南屏县白石镇人民政府\n2024年1月2日", False),
    ],
)
def test_not_before_the_year_is_over(append: str, wrong: bool) -> None:
    assert bool(said(report_of(right_report(append=append)), "Y103")) is wrong


@pytest.mark.parametrize(
    ("unit", "day", "wrong"),
    [
        ("南屏县水利局", "2024-02-01", True),
        ("南屏县水利局", "2024-01-31", False),
        ("南屏县人民政府", "2024-03-31", False),
        ("南屏县人民政府", "2024-04-01", True),
        ("云水市人民政府", "2024-04-01", True),
        ("云水市人民政府", "2024-03-31", False),
        ("南屏县人民政府办公室", "2024-02-20", False),
        ("江东经济技术开发区管理委员会", "2024-02-20", False),
        ("南屏县白石镇人民政府", "2024-06-01", False),
        ("东川区河湾街道办事处", "2024-06-01", False),
    ],
)
def test_deadlines_of_the_law(unit: str, day: str, wrong: bool) -> None:
    text = right_report(title=f"{unit}2023年政府信息公开工作年度报告", append=f"发布日期：{day}")
    assert bool(said(report_of(text), "Y104")) is wrong


def test_deadline_that_the_auditor_sets() -> None:
    profile = Profile(deadlines={**STATUTORY, Level.TOWNSHIP: (1, 31)})
    text = right_report(append="发布日期：2024年2月9日")
    (found,) = said(report_of(text, profile=profile), "Y104")
    assert "9 天" in found.message


def test_no_period_is_a_hint() -> None:
    report = report_of(right_report(preface="本报告根据有关规定编制。"))
    assert said(report, "Y105")
    assert faults(report) == []


@pytest.mark.parametrize(
    ("preface", "form", "wrong"),
    [
        ("依据国办公开办函〔2019〕60号编制。", "2021", True),
        ("依据（国办公开办函201960号）编制年度报告。", "2021", True),
        ("依据年度报告格式（试行）编制。", "2021", True),
        ("依据国办发〔2021〕30号关于年度报告格式的通知编制。", "2021", True),
        ("依据国办公开办函〔2021〕33号规定的年度报告格式编制。", "2021", True),
        ("依据《政府信息公开条例》（国令第492号）编制。", "2021", True),
        ("依据国办公开办函〔2021〕30号编制。", "2019", True),
        ("包括收费及减免情况、行政复议和诉讼情况等。", "2021", True),
        ("依据国办公开办函〔2021〕30号编制。", "2021", False),
        ("依据国办公开办函〔2019〕60号编制。", "2019", False),
        ("国办公开办函〔2021〕30号施行，国办公开办函〔2019〕60号废止。", "2021", False),
        ("落实国办发〔2021〕30号文件。", "2021", False),
        ("依据条例（国令第711号）编制。", "2021", False),
    ],
)
def test_notices_cited(preface: str, form: str, wrong: bool) -> None:
    year = {"2019": 2020, "2021": 2023}[form]
    report = report_of(right_report(form, preface=preface + PERIOD.format(year)))
    assert bool(said(report, "Y106")) is wrong
