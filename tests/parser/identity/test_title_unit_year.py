"""Title, unit, year and dates as reports really give them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from parser.intake import sources
from parser.model import Level, Span
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.checked import report_of
from tests.support.official import right_report

REPORTS = Path(__file__).resolve().parents[4] / "shared" / "reports"


def with_title(title: str, append: str | None = None) -> str:
    return right_report(title=title, append=append)


@pytest.mark.parametrize(
    ("title", "unit", "year", "level"),
    [
        (
            "南屏县白石镇人民政府2023年政府信息公开工作年度报告",
            "南屏县白石镇人民政府",
            2023,
            Level.TOWNSHIP,
        ),
        (
            "2023年南屏县人民政府办公室政府信息公开工作年度报告",
            "南屏县人民政府办公室",
            2023,
            Level.DEPARTMENT,
        ),
        ("白石镇政府信息公开工作2023年度报告", "白石镇", 2023, Level.TOWNSHIP),
        ("白石镇政府信息公开工作年度报告\n（2023年度）", "白石镇", 2023, Level.TOWNSHIP),
        ("[bookmark: _GoBack]白石镇政府信息公开工作2023年度报告", "白石镇", 2023, Level.TOWNSHIP),
        (
            "南屏县白石乡人民政府 2023 年政府信息公开工作年度报告",
            "南屏县白石乡人民政府",
            2023,
            Level.TOWNSHIP,
        ),
        ("白石乡2023年度政府信息公开\n\n工作年度报告", "白石乡", 2023, Level.TOWNSHIP),
        ("南屏县人民政府\n2023年政府信息公开工作年度报告", "南屏县人民政府", 2023, Level.COUNTY),
        (
            "南屏縣白石鎮人民政府2023年政府信息公開工作年度報告",
            "南屏縣白石鎮人民政府",
            2023,
            Level.TOWNSHIP,
        ),
        (
            "東川區河灣街道辦事處二〇二三年政府信息公開工作年度報告",
            "東川區河灣街道辦事處",
            2023,
            Level.STREET,
        ),
        (
            "第九师青松市一百零二团红柳镇2023年政府信息公开工作年度报告",
            "第九师青松市一百零二团红柳镇",
            2023,
            Level.TOWNSHIP,
        ),
        ("第九师青松市2023年政府信息公开工作年度报告", "第九师青松市", 2023, Level.PREFECTURE),
        (
            "江东经济技术开发区管理委员会2023年政府信息公开工作年度报告",
            "江东经济技术开发区管理委员会",
            2023,
            Level.COUNTY,
        ),
        ("关于南屏县水利局2023年政府信息公开工作年度报告", "南屏县水利局", 2023, Level.DEPARTMENT),
        (
            "# 南屏县市场监督管理局2023年政府信息公开工作年度报告",
            "南屏县市场监督管理局",
            2023,
            Level.DEPARTMENT,
        ),
    ],
)
def test_title_gives_unit_year_and_rank(title: str, unit: str, year: int, level: Level) -> None:
    identity = report_of(with_title(title, append="2024年1月12日")).identity
    assert (identity.unit, identity.year, identity.level) == (unit, year, level)
    assert identity.title.startswith(
        title.lstrip("# ").removeprefix("[bookmark: _GoBack]").split()[0][:4]
    )


def test_title_is_quoted_as_printed_and_marked() -> None:
    report = report_of(with_title("白石鄉2023年度政府信息公開\n\n工作年度報告"))
    identity = report.identity
    assert identity.title == "白石鄉2023年度政府信息公開工作年度報告"
    assert identity.title_span is not None
    assert identity.title_span.of(report.text).replace("\n", "") == identity.title


def test_no_title_leaves_it_empty_and_asks_signature_and_file() -> None:
    text = "\n".join(right_report().splitlines()[1:])
    report = report_of(text, "folder/河湾镇2023年.docx")
    assert report.identity.title == ""
    assert [n.source for n in report.identity.names][:2] == ["signature", "file"]
    assert report.identity.unit == "南屏县白石镇人民政府"


def test_trust_order_title_signature_compiler_file() -> None:
    text = right_report(
        preface="本报告由南屏县白石镇党政综合办公室编制，统计期限自2023年1月1日起至2023年12月31日止。"
    )
    names = report_of(text, "白石镇2023年年报.docx").identity.names
    assert [n.source for n in names][:4] == ["title", "signature", "compiled_by", "file"]
    assert names[2].name == "南屏县白石镇党政综合办公室"
    assert names[3].name == "白石镇"


def test_page_furniture_is_asked_last() -> None:
    page = "河湾镇2023年政府信息公开工作年度报告_年报_南屏县人民政府\n发布时间：2024-01-20 09:00\n"
    body = "\n".join(right_report(append="").splitlines()[1:])
    report = report_of(page + body, "content_1.html", furniture=[Span(0, len(page))])
    assert report.identity.title == ""
    assert report.identity.unit == "河湾镇"
    assert report.identity.year == 2023
    assert [(d.role, d.day) for d in report.identity.dates] == [("published", date(2024, 1, 20))]


@pytest.mark.parametrize(
    ("preface", "period"),
    [
        ("统计期限自2023年1月1日起至2023年12月31日止。", ((2023, 1, 1), (2023, 12, 31))),
        ("本报告中所列数据的统计期限从2023年1月1日到12月31日止。", ((2023, 1, 1), (2023, 12, 31))),
        (
            "所列数据统计时间为 2023 年 1 月 1 日\n至 2023 年 12 月 31 日。",
            ((2023, 1, 1), (2023, 12, 31)),
        ),
        ("数据的統計日期為2023年1月1日——2023年12月31日。", ((2023, 1, 1), (2023, 12, 31))),
        ("统计时限：2023.1.1-2023.12.31。", ((2023, 1, 1), (2023, 12, 31))),
        ("统计期为2023年1月至12月。", ((2023, 1, 1), (2023, 12, 31))),
        ("统计期限自２０２３年１月１日至２０２３年１２月３１日。", ((2023, 1, 1), (2023, 12, 31))),
        (
            "统计期限为二〇二三年一月一日至二〇二三年十二月三十一日。",
            ((2023, 1, 1), (2023, 12, 31)),
        ),
        ("本报告于2024年1月3日至2024年1月9日征求意见。", None),
        ("统计期限自2023年1月1日至2023年12月32日。", None),
    ],
)
def test_period(preface: str, period: tuple[tuple[int, int, int], ...] | None) -> None:
    found = report_of(right_report(preface=preface)).identity.period
    assert found == (period and tuple(date(*day) for day in period))


@pytest.mark.parametrize(
    ("append", "days"),
    [
        ("南屏县白石镇人民政府\n2024年1月12日", [("signed", date(2024, 1, 12))]),
        ("南屏县白石镇人民政府2024年1月12日", [("signed", date(2024, 1, 12))]),
        ("二〇二四年一月十二日", [("signed", date(2024, 1, 12))]),
        ("发布日期：2024-01-12", [("published", date(2024, 1, 12))]),
        ("二〇二四年十三月十二日", []),
    ],
)
def test_dates(append: str, days: list[tuple[str, date]]) -> None:
    found = report_of(right_report(append=append)).identity.dates
    assert [(d.role, d.day) for d in found] == days


def test_years_of_plans_meetings_and_documents_are_no_years_of_the_report() -> None:
    prose = (
        "2023年，本机关落实国办发〔2021〕12号文件和2022年全县政务公开会议精神。\n"
        "（一）主动公开。2022年公开12条，2023年公开18条。\n"
        "（二）依申请公开。2020年以来没有一件复议被纠正。\n"
        "（三）政府信息管理。2022年度政务公开工作要点的任务已完成。\n"
        "（四）平台建设。2024年，我镇将新建查阅点。\n"
        "（五）监督保障。2022年3月5日，国务院令修订的规定开始执行，社会评议已开展。"
    )
    identity = report_of(right_report(sections={1: prose})).identity
    assert {year for source, year, _ in identity.years if source == "body"} == {2023}


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the real reports are not here")
def test_real_reports() -> None:
    """Year and form of every real report are the hand-checked ones."""
    wrong: list[tuple[str, object]] = []
    for source in sources([REPORTS]):
        gold = REPORTS / f"{Path(source.path).stem}.gold.json"
        if gold.exists() and Path(source.path).suffix != ".json":
            known = json.loads(gold.read_text(encoding="utf-8"))
            report = examine(source, Profile())
            if report.status == "ok" and report.identity.year != known["year"]:
                wrong.append((source.path, report.identity.year))
    assert wrong == []
