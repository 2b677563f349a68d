"""Whose report it is and on which year, where no title says so."""

from __future__ import annotations

import pytest

from parser.intake.texts.plain import read_plain
from parser.model import Level, Report
from parser.pipeline import assess, interpret
from parser.settings.profile import Profile
from tests.support.checked import across, report_of, said
from tests.support.official import right_report

PERIOD = "数据统计期限为2023年1月1日至2023年12月31日。"


def untitled(preface: str, opening: str = "2023年，我局公开信息18条。") -> Report:
    text = right_report(
        title="",
        preface=preface,
        sections={1: opening + "开展培训，定期自查，答复申请，更新目录，维护平台。"},
        append="",
    )
    return report_of(text)


@pytest.mark.parametrize(
    "preface",
    [
        f"现将我局2023年度政府信息公开情况报告如下。{PERIOD}",
        f"现将本机关2023年度政府信息公开工作报告如下。{PERIOD}",
        f"现将县局2023年度政府信息公开情况报告如下。{PERIOD}",
        f"现公布我区水务局2023年政府信息公开工作年度报告。{PERIOD}",
        f"根据《青石省人民政府办公厅关于做好2023年政府信息公开年度报告编制工作的通知》，报告如下。{PERIOD}",
        f"根据《青石县人民政府2022年政府信息公开工作年度报告》的安排，我局编制本报告。{PERIOD}",
        f"青石县人民政府办公室根据条例要求，督促我局编制本报告。{PERIOD}",
        f"按市数据局转发的《青石省人民政府关于印发2023年政务公开要点和年度报告的通知》编制。{PERIOD}",
    ],
)
def test_a_pronoun_or_the_writer_of_a_notice_is_no_unit(preface: str) -> None:
    report = untitled(preface)
    assert report.identity.unit == ""
    assert report.identity.year == 2023


@pytest.mark.parametrize(
    "preface",
    [
        f"现将青石县水务局2023年政府信息公开工作年度报告予以公开。{PERIOD}",
        f"现将青石县水务局2023年政府信息公开工作年度报告公布如下。{PERIOD}",
        f"根据条例，青石县水务局现将2023年政府信息公开情况报告如下。{PERIOD}",
    ],
)
def test_the_preface_says_whose_report_it_is(preface: str) -> None:
    assert untitled(preface).identity.unit == "青石县水务局"


def test_the_subject_of_the_first_sentence_must_be_the_one_that_reports() -> None:
    above = "2023年，青石县人民政府高度重视政府信息公开。我局公开信息18条，我局召开会议2次。"
    assert untitled(PERIOD, above).identity.unit == ""
    itself = "2023年，青石县水务局认真落实条例。我局公开信息18条。"
    assert untitled(PERIOD, itself).identity.unit == "青石县水务局"


@pytest.mark.parametrize(
    "opening",
    [
        "2023年，青石县人民政府高度重视政府信息公开，本单位公开信息18条。",
        "2023年，青石县教育局持续推进政务公开。我院公开信息18条。",
        "2023年，青石县文化局持续推进政务公开。我馆公开信息18条。",
        "2023年，青石县文化局持续推进政务公开。本中心公开信息18条。",
    ],
)
def test_one_that_acts_beside_the_one_that_reports_is_no_unit(opening: str) -> None:
    assert untitled(PERIOD, opening).identity.unit == ""


@pytest.mark.parametrize(
    ("signature", "unit"),
    [
        ("局办公室", ""),
        ("政务公开办公室", ""),
        ("报送单位：青石县水务局", "青石县水务局"),
        ("单位：青石县水务局（盖章）", "青石县水务局"),
    ],
)
def test_who_signs(signature: str, unit: str) -> None:
    text = right_report(title="", append=f"{signature}\n2024年1月12日")
    assert report_of(text).identity.unit == unit


@pytest.mark.parametrize(
    "period", ["自2032年1月1日起至2032年12月31日止", "自2022年1月1日起至2023年12月31日止"]
)
def test_a_mistyped_period_is_outvoted_by_text_and_date(period: str) -> None:
    text = right_report(title="", preface=f"统计期限{period}。")
    report = report_of(text)
    assert report.identity.year == 2023
    assert len([f for f in report.findings if f.code in ("Y101", "Y102")]) == 1


def test_two_reports_of_nobody_are_not_one_unit() -> None:
    one = untitled("现将我局2023年度政府信息公开情况报告如下。" + PERIOD)
    other = report_of(one.text.replace("2023", "2022"), "另一份.txt")
    for second in (other, report_of(one.text, "第三份.txt")):
        assert across(one, second) == {}


@pytest.mark.parametrize("year", ["2022", "2023"])
def test_a_report_of_nobody_is_not_compared_with_a_named_unit(year: str) -> None:
    one = untitled("现将我局2023年度政府信息公开情况报告如下。" + PERIOD)
    titled = f"青石县水务局{year}年政府信息公开工作年度报告\n" + one.text.replace("2023", year)
    named = report_of(titled, "青石县水务局.txt")
    assert named.identity.unit
    assert not one.identity.unit
    assert across(one, named) == {}


def test_a_place_in_full_is_a_name_though_it_begins_like_a_pronoun() -> None:
    for unit in ("本溪市明山区水务局", "全州县龙水镇人民政府", "全椒县襄河镇人民政府"):
        report = report_of(right_report(title=f"{unit}2021年政府信息公开工作年度报告"))
        assert report.identity.unit == unit


def test_a_bureau_that_names_no_place_is_a_department_of_no_unit() -> None:
    report = untitled(PERIOD, "2023年，区住房保障局认真落实条例。公开信息18条。")
    assert report.identity.unit == ""
    assert report.identity.level is Level.DEPARTMENT
    assert report.identity.called == "区住房保障局"


def test_the_year_is_what_most_of_the_text_says() -> None:
    preface = (
        "青石县水务局编制了2021年政府信息公开年度报告。统计期限为2020年1月1日至2020年12月31日。"
    )
    report = untitled(preface, "2021年，我局公开信息18条。")
    assert report.identity.year == 2021
    assert said(report, "Y101")
    assert not said(report, "S206")


def test_a_stale_year_in_the_prose_leaves_the_checks_on() -> None:
    report = untitled("本报告按规定编制。", "2016年度，我局公开信息18条。")
    assert report.identity.year is None
    assert said(report, "Y101")
    gone = report_of(report.text.replace("三、收到和处理政府信息公开申请情况", ""))
    assert said(gone, "S101")


@pytest.mark.parametrize(
    "period",
    [
        "自2021年1月1日起至202021年12月31日止",
        "自202021年1月1日起至2021年12月31日止",
        "自2021年11日起至2021年12月31日止",
        "自2021年1月1日起至2021年1231日止",
    ],
)
def test_a_period_that_is_mistyped_is_said(period: str) -> None:
    assert said(report_of(right_report(preface=f"统计期限{period}。")), "Y102")


@pytest.mark.parametrize(
    "period", ["自2023年1月1日0时起至2023年12月31日24时止", "自2023年1月至2023年12月"]
)
def test_a_period_may_name_hours_or_months_alone(period: str) -> None:
    report = report_of(right_report(preface=f"统计期限{period}。"))
    assert report.identity.period is not None
    assert not said(report, "Y102")


@pytest.mark.parametrize(
    "mark",
    [
        "正文",
        "• ",
        "◆",
        "正文\n",
        "■ ",
        "【正文】",
        "（正文）",
        "◎",
        "☆ ",
        "→",
        "__",
        "文章标题：",
        "附件：",
        "1.",
    ],
)
def test_a_mark_of_the_page_is_no_part_of_the_title(mark: str) -> None:
    title = "青石县水务局2021年政府信息公开工作年度报告"
    assert report_of(right_report(title=mark + title)).identity.title == title


@pytest.mark.parametrize("mark", [" ★", "__", "【字号：大 中 小】", " [打印] [关闭]"])
def test_a_mark_behind_it_is_no_part_of_the_title(mark: str) -> None:
    title = "青石县水务局2021年政府信息公开工作年度报告"
    assert report_of(right_report(title=title + mark)).identity.title == title


def test_a_title_over_four_lines_is_one() -> None:
    broken = "青石县云岭镇\n人民政府\n2021年政府信息公开\n工作年度报告"
    report = report_of(right_report(title="").replace("", broken + "\n", 1))
    assert report.identity.title == broken.replace("\n", "")
    assert report.identity.unit == "青石县云岭镇人民政府"


def test_news_of_a_report_is_none() -> None:
    told = "云岭镇发布2021年政府信息公开工作年度报告\n" + "报告显示工作有序。" * 5
    assert report_of(told).status == "not_a_report"


def test_a_title_between_metadata_is_the_title() -> None:
    around = (
        "索引号：0001/2022-001　文号：无\n发文日期：2022-01-30　发布机构：青石县水务局\n\n"
        "青石县水务局2020年政府信息公开工作年报\n\n发布日期：2022-01-30\n\n"
    )
    text = around + right_report(title="")
    document = read_plain(text.encode(), "txt", None)
    report = assess(interpret(document, "a.txt", "x"), Profile())
    assert report.identity.title == "青石县水务局2020年政府信息公开工作年报"
    assert said(report, "Y101")


def test_a_report_on_no_form_is_a_report_by_its_title() -> None:
    lines = [
        "青石县水务局2021年政府信息公开年度报告",
        "（一）主动公开政府信息的情况",
        "我局主动公开政府信息204条。",
        "（二）依申请公开信息的情况",
        "我局受理申请9件，均按期答复。",
        "（三）收费情况",
        "我局未收取费用。",
        "（四）问题",
        "公开不够及时，今后加强培训。",
    ]
    assert report_of("\n".join(lines)).status == "ok"
    assert report_of(lines[0]).status == "not_a_report"
    notice = ["关于编制2021年政府信息公开年度报告的通知", *lines[1:]]
    assert report_of("\n".join(notice)).status == "not_a_report"
