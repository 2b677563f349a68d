"""The faults that auditors met in published reports, each planted in a report of a fictional unit.

The second half are the traps: what looks like a fault and is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from parser.model import Level, Number, Report, Severity
from parser.official.form import form_of
from parser.settings.profile import STATUTORY, Profile
from tests.support.checked import across, faults, report_of
from tests.support.official import Sample, right_report

TOWN = "南屏县白石镇人民政府"
COUNTY = "南屏县人民政府"
BUREAU = "南屏县教育局"
STREET = "东川区河湾街道办事处"
PERIOD = "统计期限自2023年1月1日起至2023年12月31日止。"
FIVE = "存在的主要问题：部分栏目更新不够及时。\n改进情况：实行栏目更新月提醒。"
ONE = (
    "2023年，各项工作有序推进。\n"
    "（一）主动公开。及时更新机构职能和惠民补贴等信息。\n"
    "（二）依申请公开。登记、审核、答复各环节责任到人。\n"
    "（三）政府信息管理。公开前逐件保密审查。\n"
    "（四）平台建设。维护便民大厅的查阅点。\n"
    "（五）监督保障。开展社会评议和年度考核，没有责任追究情形。"
)


def titled(unit: str, year: int = 2023) -> str:
    return f"{unit}{year}年政府信息公开工作年度报告"


def of(unit: str, **changes: object) -> Sample:
    base = Sample(
        title=titled(unit), preface=PERIOD, sections={1: ONE}, append=f"{unit}\n2024年1月12日"
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def opening(text: str) -> dict[int, str]:
    return {1: ONE.replace("2023年，各项工作有序推进。", text)}


def all_blank(form: str) -> Mapping[str, Number | None]:
    return dict.fromkeys(form_of(form).figure_keys)


FAULTS: dict[str, tuple[Sample, set[str]]] = {
    "the old tables in 2022, every cell blank": (
        of(
            TOWN,
            form="2019",
            title=titled(TOWN, 2022),
            preface=PERIOD.replace("2023", "2022"),
            sections=opening("2022年，各项工作有序推进。"),
            append=f"{TOWN}\n2023年1月12日",
            figures=all_blank("2019"),
        ),
        {"S206", "V101"},
    ),
    "the old tables in 2021": (
        of(
            TOWN,
            form="2019",
            title=titled(TOWN, 2021),
            preface=PERIOD.replace("2023", "2021"),
            sections=opening("2021年，各项工作有序推进。"),
            append=f"{TOWN}\n2022年1月12日",
        ),
        {"S206"},
    ),
    "the repealed notice cited for the new tables": (
        of(TOWN, preface=f"依据国办公开办函〔2019〕60号文件编制。{PERIOD}"),
        {"Y106"},
    ),
    "the repealed notice cited by its name": (
        of(BUREAU, preface=f"依据《政府信息公开工作年度报告格式（试行）》编制。{PERIOD}"),
        {"Y106"},
    ),
    "the notice under another office's number, year in a heading": (
        of(
            TOWN,
            preface=f"依据国办发〔2021〕30号关于年度报告格式的通知编制。{PERIOD}",
            headings={1: "一、2023年总体情况"},
        ),
        {"Y106", "S102"},
    ),
    "the heads of the old structure in the preface": (
        of(TOWN, preface=f"本报告由概述、支出和收费情况、行政诉讼和申诉情况等部分组成。{PERIOD}"),
        {"Y106"},
    ),
    "a trend of last year left in": (
        of(TOWN, sections=opening("政府信息管理情况2022年，我镇重新清理了目录。")),
        {"Y101"},
    ),
    "section one opens with last year": (
        of(BUREAU, sections=opening("2022年，我局把公开融入日常。")),
        {"Y101"},
    ),
    "a year without its character": (
        of(TOWN, sections=opening("我镇按时完成2023度政务公开任务。")),
        {"P202"},
    ),
    "carried over into its own year, published before the year was over": (
        of(
            TOWN,
            sections={1: ONE, 3: "尚在办理的2件转结2023年办结。"},
            append="发布日期：2023-12-25",
        ),
        {"Y101", "Y103"},
    ),
    "a doubled character": (of(TOWN, sections=opening("栏目有镇情概况，镇镇介绍等。")), {"P201"}),
    "a period that ends a day early, a doubled word, a town that calls itself an office": (
        of(
            TOWN,
            preface="统计期限自2023年1月1日起至2023年12月30日止。",
            sections=opening("本办事处落实县政府政府部署要求。"),
        ),
        {"Y102", "P201", "N102"},
    ),
    "another bureau's report": (
        of(TOWN, sections=opening("2023年，南屏县民族宗教事务局认真落实条例。")),
        {"N101"},
    ),
    "a street that answers for the city": (
        of(STREET, sections=opening("受理向市政府及市政府办公室提出的申请，全部按期办结。")),
        {"N101"},
    ),
    "year and unit twice in the title, another kind of place": (
        of(
            "南屏县大垄乡人民政府",
            title="2023年南屏县大垄乡人民政府2023年政府信息公开工作年度报告",
            preface=f"如有疑问，请与大垄集镇便民大厅联系。{PERIOD}",
        ),
        {"N104", "N102"},
    ),
    "a title without a unit, a column label cut": (
        of(TOWN, title="2023年政府信息公开工作年度报告", labels={"现行有效件数": "现行有效件"}),
        {"N104", "S204"},
    ),
    "a title short of a word": (
        of(TOWN, title="南屏县白石镇人民政府2023年政府信息公开年度报告"),
        {"N104"},
    ),
    "rules in force in a town, the template's words, nothing but slogans": (
        of(
            TOWN,
            cells={"disclosure.rules": ("0", "0", "6")},
            sections={
                1: "我镇以公开取信于民，统一思想，真抓实干，久久为功。",
                2: "该部分以表格形式报告。",
            },
        ),
        {"N105", "S108", "S105"},
    ),
    "internal rules taken for 规章": (
        of(TOWN, cells={"disclosure.rules": ("2", "0", "2")}),
        {"N105"},
    ),
    "rules in a town, money in 元, only totals filled": (
        of(
            TOWN,
            form="2019",
            title=titled(TOWN, 2020),
            preface=PERIOD.replace("2023", "2020"),
            sections=opening("2020年，各项工作有序推进。"),
            append=f"{TOWN}\n2021年1月12日",
            cells={"disclosure.rules": ("2", "2", "2")},
            figures={
                "disclosure.procurement.amount": 760000,
                **{
                    f"{row.key}.{column.key}": (0 if column.key == "total" else None)
                    for row in form_of("2019").table("requests").rows
                    for column in row.columns
                },
            },
        ),
        {"N105", "V105", "V108"},
    ),
    "two kinds of superior, 年度 twice": (
        of(
            "白石乡人民政府",
            title="白石乡2023年度政府信息公开工作年度报告",
            sections=opening("在县委、县政府领导下推进。落实市政府有关文件。"),
        ),
        {"N103", "N104"},
    ),
    "a label with a character lost, （六） in one row, 我镇 in a 乡": (
        of(
            "南屏县新安乡人民政府",
            labels={"本年废止件数": "本年度止件数"},
            cells={"requests.other": ("0",) * 7},
            dropped=frozenset(
                f"requests.other.{row}" for row in ("no_correction", "unpaid_fee", "misc")
            ),
            sections=opening("我乡认真落实，群众对我镇工作满意。"),
        ),
        {"S204", "S202", "N102"},
    ),
    "the whole body twice": (of(TOWN, second=of(TOWN, title="", preface="")), {"S301"}),
    "no period, section six says only 无": (
        of(TOWN, preface="本报告按有关规定编制。", sections={1: ONE, 6: "无"}),
        {"Y105", "S107"},
    ),
    "more made than in force": (
        of(TOWN, cells={"disclosure.normative": ("2", "0", "1")}),
        {"A301"},
    ),
    "a blank, a label of one's own, a doubled character": (
        of(
            TOWN,
            cells={"disclosure.rules": ("0", "0", "")},
            labels={"6.属于四类过程性信息": "6.属于四类过程性性信息"},
            sections=opening("准确把握过程性性信息。"),
        ),
        {"V101", "S203", "P201"},
    ),
    "a dash for none, an empty row": (
        of(TOWN, cells={"disclosure.coercion": ("-",), "disclosure.fees": ("",)}),
        {"V102", "V101"},
    ),
    "a letter to the office above, published late": (
        of(
            TOWN,
            preface=f"根据贵办通知，现将有关情况汇报如下。{PERIOD}",
            append=f"{TOWN}\n发布日期：2024年2月21日",
        ),
        {"S109", "Y104"},
    ),
    "工作 twice": (of(STREET, sections=opening("我街道政务公开工作工作有序推进。")), {"P201"}),
    "a strategy short of a word": (
        of("南屏县白石乡人民政府", sections=opening("我乡落实乡村战略信息公开。")),
        {"P202"},
    ),
    "a short title, fees of the old kind": (
        of(
            "南屏县卫健委",
            title="南屏县卫健委2023年信息公开年报",
            sections={1: ONE, 6: "本年度没有其他需要报告的事项。"},
        ),
        {"N104", "S107"},
    ),
    "a person's mobile number": (
        of(TOWN, sections=opening("村民沈某（手机13900001234）来访已接待。")),
        {"P101"},
    ),
    "a town's requests section with rows lost and no section six": (
        of(
            TOWN,
            dropped=frozenset(("requests.other.misc", "requests.total", "requests.carried_out")),
        ),
        {"S202"},
    ),
}


def checked(sample: Sample) -> Report:
    deadlines = {**STATUTORY, Level.TOWNSHIP: (1, 31), Level.STREET: (1, 31)}
    return report_of(sample.text, profile=Profile(deadlines=deadlines))


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found(name: str) -> None:
    sample, codes = FAULTS[name]
    report = checked(sample)
    found = {finding.code for finding in report.findings}
    assert codes <= found, [f.message for f in report.findings]
    above = {code for code, _ in faults(report)}
    # A blank or a lost row makes sums not assessable, never wrong.
    assert above <= codes, faults(report)


TRAPS: dict[str, Sample] = {
    "plans, document numbers and meetings have years": of(
        TOWN,
        sections={
            1: ONE.replace(
                "各项工作有序推进。",
                "落实国办发〔2021〕12号、《2022年政务公开工作要点》和2022年12月全县会议精神。",
            ),
            5: f"{FIVE}\n2024年，我镇将继续做好公开。",
        },
    ),
    "a regiment has two names": of(
        "第九师青松市一百零二团红柳镇",
        sections=opening("2023年，我团在师市党委领导下推进，我镇群众满意。"),
        append="一百零二团\n2024年1月12日",
    ),
    "a street has no 人民政府": of(STREET, sections=opening("2023年，我街道、我办事处认真落实。")),
    "the long headings of the notice": of(
        TOWN,
        headings={
            4: "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            5: "五、政府信息公开工作存在的主要问题及改进情况",
        },
    ),
    "names of officials and numbers of offices are public": of(
        TOWN,
        preface=f"联系人：沈某某，联系电话：13900001234，固定电话：0999-5550123。{PERIOD}",
        sections=opening("镇长沈某同志任领导小组组长。"),
    ),
    "fees without a processing fee": of(
        TOWN, sections={1: ONE, 6: "本年度未收取信息处理费，无其他需要报告的事项。"}
    ),
    "a table of noughts": of(TOWN, figures=dict.fromkeys(form_of("2021").figure_keys, 0)),
    "a change that is negative": of(
        TOWN,
        form="2019",
        title=titled(TOWN, 2020),
        preface=PERIOD.replace("2023", "2020"),
        sections=opening("2020年，各项工作有序推进。"),
        append=f"{TOWN}\n2021年1月12日",
        cells={"disclosure.licensing": ("41", "-8", "318")},
    ),
    "decimals in the fees": of(TOWN, cells={"disclosure.fees": ("59.2449",)}),
    "a city may make rules": of("宿迁市人民政府", cells={"disclosure.rules": ("2", "0", "11")}),
    "a county tells of its bureaus and towns": of(
        COUNTY,
        sections=opening(
            "2023年，县教育局开展试点，白石镇、青河乡积极推进，南屏县水利局网站改版。"
        ),
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_trap_is_silent(name: str) -> None:
    assert faults(report_of(TRAPS[name].text)) == []


def test_both_copies_of_one_body_are_not_likeness() -> None:
    text = of(TOWN).text
    twice = report_of(text + text[re.search("一、总体情况", text).start() :], "a.txt")  # type: ignore[union-attr]
    assert across(twice) == {}


def test_a_general_review_breaks_the_chain_of_documents_in_force_as_a_question_only() -> None:
    first, second = (
        report_of(
            right_report(
                title=titled(TOWN, year),
                preface=PERIOD.replace("2023", str(year)),
                sections={1: ONE.replace("2023", str(year))},
                figures={"disclosure.normative.valid": valid},
                append=f"{TOWN}\n{year + 1}年1月12日",
            ),
            f"{year}.txt",
        )
        for year, valid in ((2022, 14), (2023, 9))
    )
    (found,) = across(first, second)["X102"]
    assert found.severity is Severity.WARNING
    assert "清理" in found.message
