"""T101–T303: the prose against the tables. The faults are real; the units and words are not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parser.model import Finding, Number, Severity
from tests.support.official import right_figures
from tests.support.spoken import prose_findings, spoken

# The right sample: 15 received (12 natural, 3 business), 1 carried in, 14 handled, 2 carried out.
FIGURES = right_figures("2021")


def found(
    text: str,
    section: int = 3,
    figures: dict[str, Number | None] | None = None,
    form: str = "2021",
    unit: str = "松岭县青坪镇人民政府",
    year: int | None = 2023,
) -> list[Finding]:
    base = right_figures(form)
    return prose_findings(
        spoken({**base, **(figures or {})}, {section: text}, form=form, unit=unit, year=year)
    )


def one(text: str, section: int = 3, **more: object) -> Finding:
    (finding,) = found(text, section, **more)  # type: ignore[arg-type]
    return finding


@pytest.mark.parametrize(
    ("text", "section", "code", "expected", "actual"),
    [
        ("全年收到政府信息公开申请13件。", 1, "T101", 15, 13),
        ("未收到政府信息公开申请。", 3, "T101", 15, 0),
        ("上年结转申请3件。", 3, "T102", 1, 3),
        ("没有上年结转的申请。", 3, "T102", 1, 0),
        ("共收办申请18件。", 3, "T103", 16, 18),
        ("答复政府信息公开申请11件。", 1, "T103", 14, 11),
        ("结转2024年继续办理申请5件。", 3, "T104", 2, 5),
        ("其中予以公开9件。", 3, "T105", 7, 9),
        ("无法提供5件。", 3, "T105", 3, 5),
        ("收到申请15件，其中自然人11件、法人3件。", 3, "T106", 12, 11),
        ("信息公开行政复议2件。", 4, "T201", 1, 2),
        ("未发生因政府信息公开引起的行政复议。", 4, "T201", 1, 0),
        ("行政复议1件，结果纠正1件。", 4, "T201", 0, 1),
        ("行政诉讼3件。", 4, "T202", 1, 3),
        ("没有政府信息公开行政诉讼案件。", 1, "T202", 1, 0),
        ("制发规范性文件3件。", 2, "T301", 2, 3),
        ("现行有效行政规范性文件15件。", 2, "T301", 14, 15),
        ("制定规章1件。", 2, "T301", 0, 1),
        ("收取行政事业性收费4.6万元。", 2, "T302", Decimal("3.6"), Decimal("4.6")),
        ("作出行政许可决定320件。", 2, "T303", 326, 320),
        ("作出行政处罚决定16件。", 2, "T303", 18, 16),
        ("未实施行政强制。", 2, "T303", 2, 0),
    ],
)
def test_a_contradiction_is_found(
    text: str, section: int, code: str, expected: Number, actual: Number
) -> None:
    finding = one(text, section)
    assert (finding.code, finding.severity) == (code, Severity.WARNING)
    assert (finding.expected, finding.actual) == (expected, actual)


def test_the_sentence_stands_beside_the_cells() -> None:
    report = spoken(FIGURES, {1: "全年共收办政府信息公开申请18件。"})
    (finding,) = prose_findings(report)
    assert finding.figures == ("requests.received.total", "requests.carried_in.total")
    claim, *cells = finding.spans
    assert claim.of(report.text) == "全年共收办政府信息公开申请18件"
    assert [span.of(report.text) for span in cells] == ["15", "1"]
    assert "全年共收办政府信息公开申请18件" in finding.message
    assert "15" in finding.message
    assert "＝16" in finding.message


def test_one_claim_made_twice_is_one_finding_with_both_places() -> None:
    report = spoken(FIGURES, {1: "全年收到政府信息公开申请13件。", 3: "共收到申请13件。"})
    (finding,) = prose_findings(report)
    assert [span.of(report.text) for span in finding.spans[:2]] == [
        "全年收到政府信息公开申请13件",
        "共收到申请13件",
    ]


def test_nothing_but_noughts_in_the_prose_against_a_filled_table() -> None:
    """Seen in a town's report: 0, 0, 0 in the text, 4, 0, 32 in the table."""
    figures: dict[str, Number | None] = {
        "disclosure.normative.made": 4,
        "disclosure.normative.repealed": 0,
        "disclosure.normative.valid": 32,
    }
    findings = found("制发行政规范性文件0件，废止0件，现行有效0件。", 2, figures)
    assert [(f.code, f.expected) for f in findings] == [("T301", 4), ("T301", 32)]


def test_cases_on_file_are_a_question_not_a_fault() -> None:
    """Seen in a city's report: 134 reviews and 57 suits put on file, 170 and 77 in the table."""
    text = "全年政府信息公开行政复议备案134件、行政诉讼57件。"
    findings = found(text, 4, {"review.total": 170, "litigation.direct.total": 76})
    assert [(f.code, f.severity) for f in findings] == [
        ("T201", Severity.INFO),
        ("T202", Severity.INFO),
    ]
    assert all("备案" in f.message for f in findings)


@pytest.mark.parametrize(
    "text",
    [
        "全年共收办申请16件，答复14件，结转下年2件。",
        "全年办理政府信息公开申请16件。",
        "全年办理政府信息公开申请14件。",
        "没有因信息公开引起的行政复议、行政诉讼败诉。",
        "未收到网上申请。",
        "公示行政处罚信息11条，发布信息1200条。",
        "受理政府信息公开申请15件，其中自然人12件，商业企业3件。",
        "政府信息公开行政复议1件，已获维持。",
        "行政复议1件，均获维持；行政诉讼1件，均未审结。",
        "2022年收到申请3件，2023年收到申请15件。",
        "2024年，拟制发规范性文件5件。",
        "2023年8月，收到政府信息公开申请3件。",
        "1-6月收到政府信息公开申请3件。",
        "截至2023年12月，共收到政府信息公开申请15件。",
        "其中，县公安局收到政府信息公开申请6件，县教育局5件。",
        "2022年，我县收到政府信息公开申请9件，较2021年增加1件。",
        "办理民生实事15件，为企业解决问题8件，走访企业12家。",
        "按照第二十条规定，对18项公开事项进行梳理。",
        "组织行政复议、行政诉讼培训2次。",
        "修订行政处罚裁量基准3项，发布行政处罚案例2件。",
        "政府信息公开指南、目录各1份。",
        "全年未发生1起因政府信息公开引发的投诉、复议、诉讼败诉。",
        "我单位无权制定规章、行政规范性文件。",
        "因政府信息公开被申请行政复议的1件，被提起行政诉讼的1件，未发生败诉。",
    ],
)
def test_true_statements_and_traps_are_silent(text: str) -> None:
    assert found(text) == []


def test_pending_cases_may_be_left_out_of_all_were_upheld() -> None:
    figures: dict[str, Number | None] = {"review.upheld": 5, "review.pending": 2, "review.total": 7}
    assert found("信息公开行政复议7件，均获维持。", 4, figures) == []
    figures |= {"review.upheld": 4, "review.corrected": 1}
    assert [f.code for f in found("信息公开行政复议7件，均获维持。", 4, figures)] == ["T201"]


def test_received_that_counts_the_carried_in_is_a_question_and_its_parts_follow() -> None:
    figures: dict[str, Number | None] = {
        "requests.received.natural": 71,
        "requests.received.business": 3,
        "requests.received.total": 74,
        "requests.carried_in.natural": 1,
        "requests.carried_in.total": 1,
    }
    findings = found("全镇收到政府信息公开申请75件，涉及自然人72件、商业企业3件。", 1, figures)
    assert [(f.code, f.severity) for f in findings] == [("T101", Severity.INFO)]
    assert "上年结转" in findings[0].message


@pytest.mark.parametrize(("count", "codes"), [(15, []), (16, []), (14, []), (7, []), (9, ["T101"])])
def test_requests_without_a_verb_may_be_any_count_of_them(count: int, codes: list[str]) -> None:
    assert [f.code for f in found(f"全年依申请公开政府信息{count}件。", 1)] == codes


def test_a_part_of_the_body_is_a_question() -> None:
    finding = one("县政府办公室收到政府信息公开申请4件。", 1, unit="松岭县人民政府")
    assert finding.severity is Severity.INFO
    assert "办公室" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "县公安局收到政府信息公开申请6件。",
        "立案查处行政处罚案件20件。",
        "以县政府办公室名义制发规范性文件1件。",
        "通过门户网站收到政府信息公开申请6件。",
    ],
)
def test_wording_that_need_not_mean_the_whole_is_a_question(text: str) -> None:
    assert one(text, 1, unit="松岭县人民政府").severity is Severity.INFO


def test_the_year_is_what_the_prose_names_most_where_the_report_names_none() -> None:
    text = "2023年收到政府信息公开申请15件。2022年收到政府信息公开申请9件。2023年答复14件。"
    assert found(text, 1, year=None) == []


def test_a_blank_operand_is_not_assessable() -> None:
    blank: dict[str, Number | None] = {"requests.carried_in.total": None}
    assert found("共收办申请18件。", 3, blank) == []
    assert found("上年结转申请3件。", 3, blank) == []
    assert [f.code for f in found("收到申请13件。", 3, blank)] == ["T101"]


def test_a_missing_row_is_not_assessable() -> None:
    figures = {k: v for k, v in FIGURES.items() if not k.startswith("requests.denied.internal")}
    assert prose_findings(spoken(figures, {3: "不予公开9件。"})) == []


def test_other_results_printed_as_one_row() -> None:
    figures = {k: v for k, v in FIGURES.items() if not k.startswith("requests.other.")}
    figures["requests.other.total"] = 2
    assert prose_findings(spoken(figures, {3: "其他处理2件。"})) == []
    (finding,) = prose_findings(spoken(figures, {3: "其他处理3件。"}))
    assert finding.figures == ("requests.other.total",)


class TestFees:
    """信息处理费 is told in yuan and is part of the fees of the table, told in 万元."""

    def test_it_cannot_exceed_the_fees(self) -> None:
        finding = one("收取信息处理费40000元。", 6)
        assert (finding.code, finding.figures) == ("T302", ("disclosure.fees.amount",))
        assert "4 万元＞3.6 万元" in finding.arithmetic

    def test_less_than_the_fees_is_right(self) -> None:
        assert found("收取信息处理费2950元。", 6) == []

    def test_fees_without_a_processing_fee_are_right(self) -> None:
        assert found("本年度未收取信息处理费。", 6) == []
        assert found("无。", 6) == []

    @pytest.mark.parametrize("amount", ["59237.24万元", "59237.2万元", "5.92亿元", "592372449元"])
    def test_rounded_and_cut_off_amounts_are_right(self, amount: str) -> None:
        figures: dict[str, Number | None] = {"disclosure.fees.amount": Decimal("59237.2449")}
        assert found(f"行政事业性收费{amount}。", 2, figures) == []

    def test_the_older_form_counts_kinds_of_fees_and_no_money(self) -> None:
        assert found("收取行政事业性收费58万元。", 2, form="2019") == []


def test_no_requests_is_not_none_granted() -> None:
    figures = dict.fromkeys(right_figures("2021"), 0)
    received = {"requests.received.total": 4, "requests.total.total": 4}
    said = spoken({**figures, **received}, {1: "全年无政府信息公开申请。"})
    assert [f.code for f in prose_findings(said)] == ["T101"]
    said = spoken({**figures, **received}, {1: "依申请公开0件。"})
    assert prose_findings(said) == []


@pytest.mark.parametrize(
    "text",
    [
        "依申请公开做到受理一件申请、办结一件申请。",
        "依申请公开落实一件申请、一份答复、一套档案。",
        "依申请公开窗口受理办事群众申请560件。",
        "依申请公开之外，受理各类申请事项560件。",
        "受理群众咨询120件，其中正在办理4件。",
        "依申请公开。转发上级规范性文件16件，解读规范性文件6件，学习规范性文件12次。",
        "公开行政许可320条、行政处罚17条。",
    ],
)
def test_what_counts_no_request(text: str) -> None:
    assert found(text, 1) == []


@pytest.mark.parametrize(
    "text",
    [
        "依申请公开之外，政务服务中心受理申请560件。",
        "依申请公开。全年收到行政复议申请85件，审结70件。",
        "依申请公开。全年办理行政复议案件85件。",
        "依申请公开。全年行政应诉12件。",
        "县政府收到政府信息公开申请56件。",
        "各村收到政府信息公开申请3件。",
        "收到申请15件，全部予以公开。",
    ],
)
def test_what_another_body_or_a_reviewing_organ_took_in_is_a_question(text: str) -> None:
    assert {f.severity for f in found(text, 1)} == {Severity.INFO}


def test_reviews_that_information_gave_rise_to_are_the_tables() -> None:
    assert one("收到因政府信息公开引起的行政复议2件。", 1).severity is Severity.WARNING
    assert one("收到行政复议申请2件。", 4).severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "清理并集中发布现行有效行政规范性文件16件，更新目录。",
        "完成规范性文件清理，目前现行有效16件。",
        "规范性文件专项清理后，保留16件，废止1件。",
        "公布规范性文件目录，继续有效16件。",
    ],
)
def test_what_is_in_force_where_documents_are_cleared(text: str) -> None:
    finding = one(text, 1)
    assert (finding.code, finding.severity) == ("T301", Severity.WARNING)
    assert (finding.expected, finding.actual) == (14, 16)
