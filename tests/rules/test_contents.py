"""S105 to S109: what sections leave out, and what was left in."""

from __future__ import annotations

import pytest

from parser.model import Severity
from tests.support.checked import quoted, report_of, said
from tests.support.official import right_report

COUNTY = "南屏县人民政府2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("prose", "missing"),
    [
        ("我镇及时更新网站栏目，保密审查到位，受理申请规范，开展考核。", ["主动公开"]),
        ("我镇主动公开惠民补贴，网站栏目定期维护，保密审查到位，开展考核。", ["依申请公开"]),
        (
            "我镇以公开保障群众的知情权、参与权、监督权，统一思想，狠抓落实。",
            ["主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"],
        ),
    ],
)
def test_missing_aspects(prose: str, missing: list[str]) -> None:
    (found,) = said(report_of(right_report(sections={1: prose})), "S105")
    assert found.severity is Severity.INFO
    assert all(aspect in found.message for aspect in missing)


def test_governments_tell_the_results_of_assessment() -> None:
    prose = "主动公开惠民补贴，答复申请规范，保密审查到位，网站定期维护，组织培训。"
    assert (
        "考核"
        in said(report_of(right_report(title=COUNTY, sections={1: prose})), "S105")[0].message
    )
    assert said(report_of(right_report(sections={1: prose})), "S105") == []


@pytest.mark.parametrize(
    "prose",
    [
        "一是公开意识不强；二是内容不够全面；三是队伍建设有待进一步加强。",
        "2023年，我镇积极推进公开，但仍有不足：栏目更新滞后，解读形式单一。",
        "（一）主要问题：业务不熟。（二）改进措施：",
    ],
)
def test_problems_without_improvement(prose: str) -> None:
    (found,) = said(report_of(right_report(sections={5: prose})), "S106")
    assert "没有写怎样改进" in found.message


def test_improvement_without_problems() -> None:
    prose = "针对存在的问题，下一步，我镇将加强培训，更新栏目，丰富解读形式。"
    (found,) = said(report_of(right_report(sections={5: prose})), "S106")
    assert "没有写存在什么问题" in found.message


def test_a_heading_alone_names_no_problem() -> None:
    prose = "（一）存在的主要问题\n（二）改进情况\n下一步，我镇将加强培训，更新栏目。"
    assert said(report_of(right_report(sections={5: prose})), "S106")


@pytest.mark.parametrize(
    "prose",
    [
        "一是公开意识不强；二是内容不够全面。下一步，将加强培训，丰富内容。",
        "存在的主要问题：部分文件的图解做得粗，老年人看不懂。\n改进情况：请退休教师试读草稿。",
        "问题：队伍变动大。改进：编印答复要点。",
        "我镇工作取得成效，但还有差距。一要加强学习，二要完善制度。",
        "公开工作与群众期待还有差距，针对这一问题，我镇实行了月提醒。",
        "本年度未发现明显问题，将继续保持并加强培训。",
        "2023年，公开工作取得成绩，但还存在一些问题和不足：",
        "一是解读不多，已增加图解；二是更新不快，已设提醒并定期检查。",
        "存在的问题：\n（一）更新慢。\n（二）人手少。\n改进情况：加强培训。",
        "（一）存在的主要问题\n1.更新慢。\n2.解读少。\n（二）改进情况\n1.加强培训。",
    ],
)
def test_both_halves(prose: str) -> None:
    assert said(report_of(right_report(sections={5: prose})), "S106") == []


@pytest.mark.parametrize(
    ("form", "prose", "silent"),
    [
        ("2021", "无", True),
        ("2021", "本年度没有其他需要报告的事项。", True),
        ("2021", "本年度未收取信息处理费。", False),
        ("2021", "2023年收取信息处理费100元，涉及1件。", False),
        ("2019", "本年度没有其他需要报告的事项。", False),
    ],
)
def test_processing_fee(form: str, prose: str, silent: bool) -> None:
    assert bool(said(report_of(right_report(form, sections={6: prose})), "S107")) is silent


@pytest.mark.parametrize(
    "prose",
    [
        "该部分以表格形式报告。",
        "（文字描述）",
        "（文字描述，不超过500字）",
        "（收取信息处理费情况在此处报告）",
        "XX镇人民政府按要求公开。",
        "20XX年我镇按要求公开。",
        "（请根据实际填写）",
        "（单位名称）按要求公开。",
    ],
)
def test_template_left_in(prose: str) -> None:
    report = report_of(right_report(sections={6: f"{prose}本年度未收取信息处理费。"}))
    (found,) = said(report, "S108")
    assert found.spans


@pytest.mark.parametrize(
    "prose", ["具体数据表格如下。", "见下表。", "政策文件配文字描述和图表解读。"]
)
def test_sentences_that_introduce_a_table(prose: str) -> None:
    assert said(report_of(right_report(sections={2: prose})), "S108") == []


@pytest.mark.parametrize(
    ("prose", "phrase"),
    [
        ("根据贵办通知要求，我镇认真总结。", "根据贵办通知要求"),
        ("现将有关情况汇报如下。", "现将有关情况汇报如下"),
        ("特此报告。", "特此报告"),
        ("妥否，请批示。", "妥否，请批示"),
    ],
)
def test_letters(prose: str, phrase: str) -> None:
    report = report_of(right_report(preface=prose + "统计期限自2023年1月1日起至2023年12月31日止。"))
    (found,) = said(report, "S109")
    assert phrase in quoted(report, found)
    assert found.severity is Severity.INFO


def test_publishing_is_no_letter() -> None:
    prose = (
        "现将2023年政府信息公开工作年度报告公布如下。统计期限自2023年1月1日起至2023年12月31日止。"
    )
    assert said(report_of(right_report(preface=prose)), "S109") == []
