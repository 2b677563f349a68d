"""T401–T403: the prose against itself. The faults are real ones, the units and words are not."""

from __future__ import annotations

import pytest

from parser.model import Finding, Number, Severity
from tests.support.official import right_figures
from tests.support.spoken import prose_findings, spoken


def found(
    text: str | dict[int, str], section: int = 1, figures: dict[str, Number | None] | None = None
) -> list[Finding]:
    texts = {section: text} if isinstance(text, str) else text
    return prose_findings(spoken({**right_figures("2021"), **(figures or {})}, texts))


class TestParts:
    """T402: 18 items of which 1 + 4 + 3 + 1 + 1 + 6 are sixteen."""

    def test_a_paragraph_that_counts_hundreds_of_things_is_no_prose(self) -> None:
        wrong = "主动公开信息18条，其中通知公告4条、政策文件3条、其他信息6条，"
        assert [f.code for f in found(wrong[:-1] + "。")] == ["T402"]
        assert found(wrong + "，".join(f"在{n}个村各1次" for n in range(200)) + "。") == []

    @pytest.mark.parametrize(
        ("text", "total", "whole"),
        [
            (
                "主动公开信息18条，其中机构职能1条、通知公告4条、政策文件3条、财政信息1条、"
                "规划计划1条、其他信息6条。",
                16,
                18,
            ),
            (
                "公开信息115条，其中：机构概况30条；法规2条；计划10条；动态27条；民生33条；"
                "人事13条；其他5条。",
                120,
                115,
            ),
            ("收到来件1条，包括网上1条以及来信2条。", 3, 1),
            ("政府网站发布75656条，微信发布98113条，合计173769万条。", 173769, 1737690000),
            ("全年公开信息总数17条：动态12条，预算2条，应急预案2条。", 16, 17),
            ("全年解读政策50件（办公室20件、规划科15件、财务科12件）。", 47, 50),
            ("接受政府信息咨询100次，其中现场60次、电话50次。", 110, 100),
            ("受理咨询372人次，其中现场咨询331人次，电话咨询61人次。", 392, 372),
            ("接待现场咨询60人次、电话咨询50人次，共计100人次。", 110, 100),
            ("受理咨询60次，受理方式为：现场40次、电话25次。", 65, 60),
            ("发布信息60条：政务动态30条；通知公告35条。", 65, 60),
            ("办理代表建议36件、委员提案24件，共计62件。", 60, 62),
            ("现场咨询31次，电话咨询61次，全年共受理咨询82次。", 92, 82),
            ("培训120人次，其中镇干部80人次，村干部60人次。", 140, 120),
            ("收取信息处理费300元。其中，城关所1件，收取100元；东门所1件，收取150元。", 250, 300),
        ],
    )
    def test_parts_that_do_not_make_the_whole(self, text: str, total: int, whole: int) -> None:
        (finding,) = found(text)
        assert finding.code == "T402"
        assert (finding.expected, finding.actual) == (total, whole)

    @pytest.mark.parametrize(
        "text",
        [
            "公开信息18条，其中机构职能1条、通知公告4条、政策文件3条等。",
            "公开信息100条，其中动态60条、公告15条、预算10条、政策解读15条。",
            "公开信息100条，其中动态60条、公告15条、预算10条、收到来信答复15条。",
            "公开信息18条，包括机构职能1条、通知公告4条、政策文件3条。",
            "公开信息18条，其中主要是通知公告9条、政策文件7条。",
            "发布信息146条，其中补贴结果82条、资金使用27条、人事任免9条，其余为日常动态。",
            "公开信息1200条，其中政务动态300条、通知公告150条。",
            "公开信息18条，其中机构职能12条、通知公告6条。",
            "收办案件3607件（城东915件、城西1300件、城南1392件），其中个人3493件。",
            "现行有效规范性文件14件（本年制发2件、废止1件）。",
            "开展培训3次，编印手册200份，合计投入5人。",
            "公开信息约18条，其中通知公告4条、政策文件3条、财政信息1条。",
            "公开信息60条，其中动态40条、民意征集5期、公告15条。",
            "收到来信12封，发放手册24份，全年共开展培训30次。",
        ],
    )
    def test_lists_that_are_right_or_not_all_of_the_parts(self, text: str) -> None:
        assert found(text) == []

    def test_two_parts_that_fall_short_are_a_question(self) -> None:
        (finding,) = found("公开信息18条，其中通知公告9条、政策文件7条。")
        assert (finding.code, finding.severity) == ("T402", Severity.INFO)

    @pytest.mark.parametrize(
        "text",
        [
            "参训人员120人，其中女性60人，党员80人。",
            "发布稿件115篇，其中原创80篇，图文解读60篇。",
            "网站访问120次，其中首页访问80次，栏目访问60次。",
        ],
    )
    def test_parts_that_may_be_each_other_are_a_question(self, text: str) -> None:
        (finding,) = found(text)
        assert (finding.code, finding.severity) == ("T402", Severity.INFO)

    def test_a_known_partition_is_none(self) -> None:
        figures: dict[str, Number | None] = dict.fromkeys(right_figures("2021"))
        (finding,) = found("收到申请9件，其中自然人4件、法人或其他组织2件。", 3, figures)
        assert (finding.code, finding.severity) == ("T402", Severity.WARNING)

    def test_a_part_that_contradicts_the_table_is_that_finding_alone(self) -> None:
        findings = found("收到申请15件，其中自然人12件、法人或其他组织2件。", 3)
        assert [f.code for f in findings] == ["T106"]


class TestPercentages:
    """T403: rounding and cutting off are both right; only what both operands are known for."""

    @pytest.mark.parametrize(
        "text",
        [
            "2022年收到来件3607件，2023年收到来件3646件，同比增长1.05%。",
            "收到来件3646件，较上年的3607件增长1.05%。",
            "收到来件12件，比上年增加2件，增长25%。",
            "收到来件12件，比去年（10件）减少2件。",
            "收到来件8件，比去年的10件减少3件。",
            "公开信息130条，其中通知公告59条，占54.3%。",
            "全年受理859件。其中书面258件，占33.9%。",
            "收到来件300件，较上年的120件增长2.5倍。",
            "收到来件3646件，较上年的3607件增长百分之一点零五。",
            "收到政府信息公开申请若干，不予公开1件，占答复总数的70%。",
        ],
    )
    def test_a_percentage_that_does_not_follow(self, text: str) -> None:
        assert [f.code for f in found(text)] == ["T403"]

    @pytest.mark.parametrize(
        "text",
        [
            "2022年收到来件3607件，2023年收到来件3646件，同比增长1.08%。",
            "公开信息130条，其中通知公告59条，占45.3%。",
            "公开信息130条，其中通知公告59条，占45.38%。",
            "公开信息130条，其中通知公告59条，占45.4%。",
            "公开信息130条，同比增长12.5%。",
            "收到来件12件，比上年增加2件，增长20%。",
            "收到来件8件，比去年（10件）减少2件，下降20%。",
            "新媒体账号176个，同比增长6.7%，合格率100%。",
            "收到来件300件，较上年的120件增长1.5倍。",
            "收到来件3646件，较上年的3607件增长百分之一点零八。",
            "政府信息公开申请中不予公开1件，占申请总数的6.67%。",
            "政府信息公开申请按时办结率100%。",
            "收到来件12件，比上年增加2件，网站访问量增长25%。",
            "制发文件2件，占全部来文的20%。全年收到来信15件。",
            "公开指南类信息1条，占8%；公文5条，占41%；预算2条，占17%。",
        ],
    )
    def test_a_percentage_that_follows_or_cannot_be_judged(self, text: str) -> None:
        assert found(text) == []

    def test_a_rate_of_completion_is_a_question(self) -> None:
        (finding,) = found("收到政府信息公开申请15件，办结率100%。")
        assert (finding.code, finding.severity) == ("T403", Severity.INFO)
        done: dict[str, Number | None] = {
            "requests.total.total": 16,
            "requests.carried_out.total": 0,
        }
        assert found("收到政府信息公开申请15件，办结率100%。", 1, done) == []


class TestRepeats:
    """T401: the same thing counted twice, where no table decides."""

    def test_items_published_counted_twice(self) -> None:
        texts = {1: "全年主动公开政府信息126条。", 2: "本年主动公开政府信息162条。"}
        (finding,) = found(texts)
        assert (finding.code, finding.expected, finding.actual) == ("T401", 126, 162)
        assert "第一部分" in finding.message
        assert "第二部分" in finding.message

    def test_one_channel_is_not_the_whole(self) -> None:
        texts = {1: "全年主动公开政府信息126条。", 2: "通过网站主动公开政府信息62条。"}
        assert found(texts) == []

    def test_requests_counted_twice_beside_an_empty_table(self) -> None:
        blank: dict[str, Number | None] = dict.fromkeys(right_figures("2021"))
        texts = {1: "全年收到政府信息公开申请5件。", 3: "共收到申请6件。"}
        assert [f.code for f in found(texts, figures=blank)] == ["T401"]

    def test_the_table_decides_where_it_can(self) -> None:
        texts = {1: "全年收到政府信息公开申请15件。", 3: "共收到申请16件。"}
        assert [f.code for f in found(texts)] == ["T101"]

    def test_single_matters_are_not_the_whole(self) -> None:
        texts = "围绕就业，主动公开政府信息26条；围绕教育，主动公开政府信息30条。"
        assert found(texts) == []

    def test_last_year_is_another_count(self) -> None:
        texts = {1: "全年主动公开政府信息126条。", 2: "2022年主动公开政府信息162条。"}
        assert found(texts) == []
