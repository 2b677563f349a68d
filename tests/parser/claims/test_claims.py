"""Single sentences: what they claim, and what they do not."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from parser.claims import read
from parser.model import Number
from tests.support.figures import right_figures
from tests.support.spoken import spoken


def claims(
    text: str, section: int = 3, form: str = "2021", unit: str = "青坪镇人民政府"
) -> list[tuple[str, Number, tuple[str, ...], bool]]:
    """Return (code, value, keys of the plain interpretation, open) for each claim of the text."""
    report = spoken(right_figures(form, Random(1)), {section: text}, form=form, unit=unit)
    return [
        (c.code, c.value, c.interpretations[0].plus if c.interpretations else (), bool(c.open))
        for c in read(report)
        if c.mention.sentence.section == section
    ]


RECEIVED = ("requests.received.total",)
CARRIED_IN = ("requests.carried_in.total",)
CARRIED_OUT = ("requests.carried_out.total",)
HANDLED = ("requests.total.total",)
REVIEW = ("review.total",)
SUITS = ("litigation.direct.total", "litigation.after_review.total")


@pytest.mark.parametrize(
    ("text", "code", "value", "keys"),
    [
        ("我局收到申请五件。", "T101", 5, RECEIVED),
        ("共受理公开申请12宗，其中网上8宗。", "T101", 12, RECEIVED),
        ("全年收办申请７件。", "T103", 7, (*RECEIVED, *CARRIED_IN)),
        ("2022年结转申请2件。", "T102", 2, CARRIED_IN),
        ("结转2024年继续办理3件。", "T104", 3, CARRIED_OUT),
        ("另有3件申请顺延到下年度。", "T104", 3, CARRIED_OUT),
        ("其余3件将于2024年答复。", "T104", 3, CARRIED_OUT),
        ("剩余3件申请结转下年继续办理。", "T104", 3, CARRIED_OUT),
        ("已全部办结，共答复申请9件。", "T103", 9, HANDLED),
        ("共受理依申请公开事项一项。", "T101", 1, RECEIVED),
        ("没有一件申请结转下年度。", "T104", 0, CARRIED_OUT),
        ("信息公开行政复议1件。", "T201", 1, REVIEW),
        ("提起行政诉讼4起。", "T202", 4, SUITS),
    ],
)
def test_a_claim_names_its_figures(
    text: str, code: str, value: Number, keys: tuple[str, ...]
) -> None:
    assert claims(text) == [(code, value, keys, False)]


def test_a_kind_of_applicant_is_read_in_the_row_of_its_sentence() -> None:
    natural = ("requests.received.natural", "requests.carried_in.natural")
    assert claims("收办申请9件，其中自然人8件。")[1] == ("T106", 8, natural, False)
    assert claims("答复申请9件，其中自然人8件。")[1][2] == ("requests.total.natural",)
    assert claims("予以公开9件，其中自然人8件。")[1][2] == ("requests.granted.natural",)


def test_a_group_is_the_sum_of_its_rows() -> None:
    (claim,) = claims("不予处理6件。")
    assert claim[2] == tuple(
        f"requests.rejected.{row}.total"
        for row in ("petition", "repeated", "publication", "excessive", "confirm")
    )


def test_joined_results_are_a_sum_and_respectively_is_not() -> None:
    assert claims("予以公开及部分公开5件。") == [
        ("T105", 5, ("requests.granted.total", "requests.partial.total"), False)
    ]
    assert [c[1] for c in claims("予以公开、部分公开分别为4件、1件。")] == [4, 1]


def test_the_end_of_a_claim_is_not_the_end_of_the_sentence() -> None:
    found = claims("收到申请12件（含上年结转2件），答复10件，其中予以公开4件，结转下年2件。")
    assert [(code, value) for code, value, _, _ in found] == [
        ("T101", 12),
        ("T102", 2),
        ("T103", 10),
        ("T105", 4),
        ("T104", 2),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "去年收到申请8件。",
        "2022年共收到申请8件，办结8件。",
        "下一步，我镇将制发规范性文件3件。",
        "2024年计划答复申请20件。",
        "收到建议提案8件。",
        "收到群众留言8件，答复8件。",
        "收到申请之日起20个工作日内答复。",
        "共收到近8件申请。",
        "申请数量同比增加8件。",
        "其中网上申请8件。",
        "如收到申请8件以上，按规定收费。",
        "未发生逾期未答复申请的情形。",
        "没有因信息公开引起的行政复议、行政诉讼败诉。",
        "未收到网络申请。",
        "按第八条规定答复。",
        "向上级备案规范性文件8件，清理规范性文件8件。",
        "公示行政处罚信息8条，行政许可事项8项。",
        "一次性告知，一件不漏。",
        "8月收到申请。",
        "上半年收到申请8件。",
        "自条例施行以来，累计收到申请8件。",
        "收到拆迁补偿申请8件。",
        "纸质申请8件。",
        "全年未收到行政许可申请。",
        "无行政处罚和行政事业性收费等事项公开。",
        "超期未答复8件。",
        "办理人大代表建议8件，办结率100%。",
    ],
)
def test_what_is_no_claim_on_this_years_tables(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "section", "unit"),
    [
        ("县政府办公室收到政府信息公开申请8件。", 1, "青坪县人民政府"),
        ("全县收到政府信息公开申请8件。", 1, "青坪县民政局"),
        ("县本级收到政府信息公开申请8件。", 1, "青坪县人民政府"),
        ("北岭乡收到政府信息公开申请8件。", 1, "青坪县人民政府"),
        ("收到征地拆迁方面的政府信息公开申请8件。", 1, "青坪县人民政府"),
        ("政府信息公开行政复议备案8件。", 4, "青坪县人民政府"),
        ("通过门户网站收到政府信息公开申请8件。", 1, "青坪县人民政府"),
        ("全县收到政府信息公开申请8件。", 1, "青坪镇人民政府"),
        ("发生行政复议8件。", 1, "青坪县司法局"),
        ("主动公开规范性文件8件。", 2, "青坪县人民政府"),
        ("办理行政许可8项。", 2, "青坪县人民政府"),
    ],
)
def test_scope_or_wording_leave_a_claim_open(text: str, section: int, unit: str) -> None:
    (claim,) = claims(text, section, unit=unit)
    assert claim[3]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("主动公开政府信息8条，其中规范性文件2条、行政许可1条。", 2),
        ("主动公开的信息包括规范性文件类2条、行政处罚类1条。", 2),
    ],
)
def test_items_published_are_no_documents(text: str, section: int) -> None:
    assert [c[0] for c in claims(text, section)] in ([], ["T401"])


def test_a_number_before_its_noun() -> None:
    found = claims("行政复议3件，其中1件维持、1件纠正和1件尚未审结。", 4)
    assert [c[2] for c in found] == [
        ("review.total",),
        ("review.upheld",),
        ("review.corrected",),
        ("review.pending",),
    ]


def test_all_of_the_requests() -> None:
    natural = ("requests.received.natural",)
    assert claims("收到政府信息公开申请8份，均为自然人申请。")[1] == ("T106", 8, natural, False)
    assert claims("收到申请8件，均予以公开。")[1][3]


def test_a_paragraph_on_requests_needs_not_name_them_again() -> None:
    text = "（二）依申请公开。严格执行答复期限。\n全年收到8件，答复7件，其中自然人6件。"
    assert [(c[0], c[1]) for c in claims(text, 1)] == [("T101", 8), ("T103", 7), ("T106", 6)]


def test_another_heading_ends_what_requests_were_spoken_of() -> None:
    text = "（二）依申请公开。均依法办理。\n（三）回应关切。全年收到8件，答复7件。"
    assert claims(text, 1) == []


def test_none_of_any_kind_is_none_of_these() -> None:
    """A justice bureau's reviews are its business; that there were none needs no such doubt."""
    assert [c[3] for c in claims("没有发生行政复议、行政诉讼。", 1)] == [False, False]


def test_the_office_speaks_for_itself_in_its_own_report() -> None:
    text = "市政府办公厅代表市政府受理政府信息公开申请8件。"
    assert claims(text, 1, unit="宁川市人民政府办公厅") == [("T101", 8, RECEIVED, False)]


def test_documents_follow_the_form() -> None:
    text = "制发规范性文件4件，现行有效20件。"
    assert [c[2] for c in claims(text, 2)] == [
        ("disclosure.normative.made",),
        ("disclosure.normative.valid",),
    ]
    assert [c[2] for c in claims(text, 2, form="2019")] == [("disclosure.normative.made",)]


def test_documents_in_force_inherit_nothing_from_those_repealed() -> None:
    found = claims("新制定规范性文件2件，废止1件，截至年末有效的规范性文件共14件。", 2)
    assert [c[2] for c in found] == [
        ("disclosure.normative.made",),
        ("disclosure.normative.repealed",),
        ("disclosure.normative.valid",),
    ]


def test_money_is_read_in_the_unit_of_the_table() -> None:
    assert claims("行政事业性收费36000元。", 2)[0][1] == Decimal("3.6")
    assert claims("行政事业性收费1.5亿元。", 2)[0][1] == 15000


@pytest.mark.parametrize(
    "text",
    [
        "用心办理好每一件政府信息公开申请。",
        "逐件研究申请，依申请公开办理件件有回音。",
        "对每1件申请认真答复。",
        "任何一件申请都不拖延。",
        "坚持申请受理一件、登记一件、答复一件。",
        "实现依申请公开一次办结、一次告知。",
        "一个窗口受理申请，一个标准答复申请。",
        "坚持一把尺子办理申请、一个口子答复申请。",
        "办理依申请公开不漏一件。",
        "无一件行政复议被纠错，无一起行政诉讼败诉。",
        "推行依申请公开“三个一”工作法。",
        "依申请公开做到五个到位，三个一要求落实。",
        "申请办理实现“零投诉”、零超期。",
        "对申请实行“3个工作日”预答复制。",
    ],
)
def test_each_one_and_slogans_count_nothing(text: str) -> None:
    assert claims(text, 3) == []


def test_one_thing_counted_is_a_count() -> None:
    assert [c[:2] for c in claims("收到申请一件，不予公开一件。", 3)] == [("T101", 1), ("T105", 1)]
    assert [c[:2] for c in claims("收到一件政府信息公开申请。", 3)] == [("T101", 1)]
    assert [c[:2] for c in claims("全年无一件行政复议。", 4)] == [("T201", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "公开施工许可证7件、申请户外广告设置许可证8件、申请竣工验收备案9件。",
        "收到备案申请5件。",
        "收到申请行政许可5件。",
        "收到行政许可申请5件。",
        "收到申请低保救助20件。",
        "受理申请登记注册12件。",
        "受理企业登记申请120件。",
        "收到购房补贴申请30件。",
    ],
)
def test_applications_of_other_kinds_are_no_requests(text: str) -> None:
    assert [code for code, *_ in claims(text, 3) if code in ("T101", "T103", "T106")] == []


@pytest.mark.parametrize(
    "text",
    [
        "县政府办代表县政府受理政府信息公开申请17件。",
        "受县政府委托，受理政府信息公开申请17件。",
        "以县政府名义受理政府信息公开申请17件。",
        "镇政府办受理政府信息公开申请17件。",
    ],
)
def test_what_an_office_does_for_its_government_is_open(text: str) -> None:
    ((code, value, _, doubtful),) = claims(text, 1)
    assert (code, value, doubtful) == ("T101", 17, True)


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("清理并公布现行有效规范性文件53件。", False),
        ("经清理，现行有效规范性文件53件。", False),
        ("经清理现行有效的规范性文件53件。", False),
        ("梳理现行有效规范性文件53件。", True),
    ],
)
def test_documents_in_force_beside_a_review(text: str, doubtful: bool) -> None:
    ((code, value, keys, open_),) = claims(text, 1)
    assert (code, value, open_) == ("T301", 53, doubtful)
    assert keys == ("disclosure.normative.valid",)
