"""N101 to N105: faults that reports really have, and what only looks like one."""

from __future__ import annotations

import pytest

from parser.model import Severity
from tests.support.checked import quoted, report_of, said
from tests.support.official import right_report

ASPECTS = (
    "（一）主动公开。及时更新机构职能和惠民补贴等信息。\n"
    "（二）依申请公开。登记、审核、答复各环节责任到人。\n"
    "（三）政府信息管理。公开前逐件保密审查。\n"
    "（四）平台建设。维护便民大厅的查阅点。\n"
    "（五）监督保障。开展社会评议和年度考核，没有责任追究情形。"
)


def of_unit(
    unit: str, opening: str = "", append: str | None = None, preface: str | None = None
) -> str:
    return right_report(
        title=f"{unit}2023年政府信息公开工作年度报告",
        sections={1: f"{opening}\n{ASPECTS}" if opening else ASPECTS},
        append=append,
        preface=preface,
    )


@pytest.mark.parametrize(
    ("unit", "opening"),
    [
        ("南屏县面田镇", "2023年，南屏县民族宗教事务局认真落实条例。"),
        ("南屏县面田镇", "现将南屏县教育局政府信息公开工作报告如下。"),
        ("南屏县面田镇", "全年河湾街道共收到信息公开申请3件。"),
        ("东川区河湾街道办事处", "受理向市政府及市政府办公室提出的申请，按时答复。"),
        ("南屏县水利局", "2023年，南屏县教育局坚持依法公开。"),
        ("南屏县面田镇", "2023年，北山县青河镇收到信息公开申请0件。"),
        ("南屏县面田镇", "如有疑问，请与北山县青河镇党政办公室联系。"),
    ],
)
def test_another_body_reports(unit: str, opening: str) -> None:
    report = report_of(of_unit(unit, opening))
    (found,) = said(report, "N101")
    assert unit in found.message
    assert found.spans


def test_another_body_signs_or_compiles() -> None:
    signed = report_of(of_unit("南屏县面田镇人民政府", append="南屏县青河镇人民政府\n2024年1月8日"))
    assert "南屏县青河镇人民政府" in said(signed, "N101")[0].message
    compiled = report_of(
        of_unit(
            "南屏县面田镇人民政府",
            preface="本报告由青河镇党政办公室编制，统计期限自2023年1月1日起至2023年12月31日止。",
        )
    )
    assert "青河镇党政办公室" in said(compiled, "N101")[0].message


@pytest.mark.parametrize(
    ("unit", "opening"),
    [
        ("南屏县面田镇", "2023年，面田镇人民政府认真落实条例。"),
        ("南屏县面田镇", "2023年，镇政府认真落实条例，县政府办公室到镇指导。"),
        ("南屏县面田镇", "党政办公室共收到信息公开申请3件。"),
        ("南屏县面田镇", "目录由县政府办公室统一编制，县级部门未收到信息公开申请。"),
        ("南屏县水利局", "局办公室共收到信息公开申请3件。"),
        ("南屏县面田镇", "面田镇政府信息公开工作虽有进步，请与面田镇党政办公室联系。"),
        ("南屏县人民政府", "如有疑问，请与南屏县政务服务局联系。"),
        ("南屏县面田镇", "2023年，虽然全镇政府信息公开工作取得进步，但全县政务公开工作仍有差距。"),
        ("南屏县面田镇", "2023年，市委市政府高度重视，近年来镇政府信息公开工作取得进步。"),
        ("南屏县面田镇", "县教育局派员培训，南屏县司法局会商疑难件。"),
        ("南屏县水利局", "2023年，县水利局坚持依法公开。"),
        ("南屏县人民政府", "县教育局共收到申请5件，面田镇积极推进试点。"),
        ("南屏县面田镇", "县政府办公室收到信息公开申请56件，转我镇办理3件。"),
        ("第九师青松市一百零二团红柳镇", "2023年，一百零二团认真落实条例。"),
        ("东川区河湾街道办事处", "2023年，河湾街道认真落实条例。"),
        ("2023年上海市人民政府办公厅", "市政府办公厅代表市政府共受理信息公开申请15件。"),
    ],
)
def test_own_and_subordinate_bodies_are_right(unit: str, opening: str) -> None:
    assert said(report_of(of_unit(unit, opening)), "N101") == []


@pytest.mark.parametrize(
    ("unit", "opening", "wrong"),
    [
        ("南屏县青河乡人民政府", "我乡高度重视，群众对我镇的评价提高。", "我镇"),
        ("南屏县面田镇人民政府", "我办事处设立查阅点。", "我办事处"),
        ("南屏县水利局", "我局健全制度，我委领导带头。", "我委"),
        ("东川区河湾街道办事处", "我镇健全制度。", "我镇"),
        ("南屏县大垄乡人民政府", "联系单位为大垄集镇。", "大垄集镇"),
        ("东川区人民政府", "我县各部门按时公开。", "我县"),
        ("宿迁市人民政府", "我县各部门按时公开。", "我县"),
    ],
)
def test_called_by_another_kind(unit: str, opening: str, wrong: str) -> None:
    report = report_of(of_unit(unit, opening))
    (found,) = said(report, "N102")
    assert wrong in found.message
    assert wrong in quoted(report, found)


@pytest.mark.parametrize(
    ("unit", "opening"),
    [
        ("第九师青松市一百零二团红柳镇", "我团认真落实，我镇群众满意。"),
        ("东川区河湾街道办事处", "我街道、我办事处认真落实。"),
        ("南屏县面田镇人民政府", "我镇按我县、我市要求落实，我委托律师审核，我处于山区。"),
        ("南屏县水利局", "我局落实我县要求，我市场监管信息共享。"),
        ("南屏县政务服务中心", "我局、我中心认真落实。"),
        ("南屏县人民政府", "我县落实我市、我区要求。"),
    ],
)
def test_double_names_and_superiors_are_right(unit: str, opening: str) -> None:
    assert said(report_of(of_unit(unit, opening)), "N102") == []


@pytest.mark.parametrize(
    ("unit", "opening", "wrong"),
    [
        ("面田镇人民政府", "在县委、县政府领导下工作。依据市政府文件公开。", True),
        ("南屏县面田镇人民政府", "在县委、县政府领导下工作。按区政府要求公开。", True),
        ("面田镇人民政府", "在市委、市政府和区委、区政府领导下工作。", False),
        ("云水市南屏县面田镇人民政府", "在市委、县委领导下，县政府统一部署。", False),
        ("面田镇人民政府", "在县委、县政府领导下工作。依据县政府文件公开。", False),
        ("南屏县水利局", "在县委、县政府领导下工作。按区政府要求公开。", True),
        ("面田镇人民政府", "在县委、县政府领导下工作，自治区政府统一部署。", False),
        ("南屏县水利局", "在县委、县政府领导下工作。依据市政府文件公开。", False),
    ],
)
def test_superior(unit: str, opening: str, wrong: bool) -> None:
    found = said(report_of(of_unit(unit, opening)), "N103")
    assert bool(found) is wrong
    assert all(f.severity is Severity.INFO for f in found)


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("2023年政府信息公开工作年度报告", "单位"),
        ("南屏县白石镇人民政府政府信息公开工作年度报告", "年份"),
        ("南屏县白石镇人民政府2023年政府信息公开年度报告", "工作"),
        ("南屏县白石镇人民政府2023年信息公开工作年度报告", "政府"),
        ("南屏县卫健委2023年信息公开年报", "年报"),
        ("南屏县白石镇2023年政务公开工作年度报告", "没有写“政府信息公开”"),
        ("南屏县白石镇人民政府2023年政府信息公开工作报告", "年度报告"),
        ("2023年白石镇人民政府2023年政府信息公开工作年度报告", "年份写了两次"),
        ("白石镇人民政府2023年白石镇人民政府政府信息公开工作年度报告", "单位名称写了两次"),
        ("南屏县白石镇人民政府2023度政府信息公开工作年度报告", "年"),
    ],
)
def test_irregular_titles(title: str, word: str) -> None:
    (found,) = said(report_of(right_report(title=title)), "N104")
    assert word in found.message
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    "title",
    [
        "南屏县白石镇人民政府2023年政府信息公开工作年度报告",
        "2023年南屏县白石镇人民政府政府信息公开工作年度报告",
        "白石镇政府信息公开工作2023年度报告",
        "白石镇人民政府信息公开工作2023年年度报告",
        "南屏县白石镇人民政府\n2023年政府信息公开工作年度报告",
        "南屏縣白石鎮人民政府2023年政府信息公開工作年度報告",
    ],
)
def test_regular_titles(title: str) -> None:
    assert said(report_of(right_report(title=title)), "N104") == []


@pytest.mark.parametrize("title", ["", "南屏县白石镇人民政府2023年度政府信息公开工作年度报告"])
def test_slight_irregularities_are_hints(title: str) -> None:
    text = right_report(title=title)
    (found,) = said(report_of(text), "N104")
    assert found.severity is Severity.INFO


RULES = {"disclosure.rules.made": 2, "disclosure.rules.valid": 6}


@pytest.mark.parametrize(
    ("unit", "wrong"),
    [
        ("南屏县白石镇人民政府", True),
        ("东川区河湾街道办事处", True),
        ("南屏县人民政府", True),
        ("宿迁市水利局", True),
        ("云水市水利局", True),
        ("江东经济技术开发区管理委员会", True),
        ("和谷地区行政公署", True),
        ("宿迁市人民政府", False),
        ("宿迁市人民政府办公室", False),
        ("金沙傣族自治州人民政府", False),
        ("青海省人民政府", False),
        ("青海省水利厅", False),
        ("北京市水务局", False),
        ("云水市人民政府", False),
    ],
)
def test_who_can_make_rules(unit: str, wrong: bool) -> None:
    text = right_report(
        title=f"{unit}2023年政府信息公开工作年度报告", figures=RULES, append="2024年1月8日"
    )
    found = said(report_of(text), "N105")
    assert bool(found) is wrong
    if found:
        assert found[0].figures == ("disclosure.rules.made", "disclosure.rules.valid")
        assert found[0].expected == 0


def test_no_rules_no_word() -> None:
    assert said(report_of(right_report()), "N105") == []
