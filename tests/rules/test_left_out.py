"""P204: counts without a number, and what a sentence says twice."""

from __future__ import annotations

import pytest

from parser.rules.left_out import repeated
from tests.support.checked import quoted, report_of, said
from tests.support.official import right_report


def opening(text: str) -> str:
    return right_report(
        sections={
            1: f"（一）主动公开。{text}\n（二）依申请公开。登记、答复责任到人。\n"
            "（三）政府信息管理。归档。\n（四）平台建设。检查链接。\n"
            "（五）监督保障。纳入考核，开展社会评议，没有发生责任追究。"
        }
    )


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("全年核准企业资质条。", "核准企业资质条"),
        ("公开信息共计条，其中网站5条。", "公开信息共计条"),
        ("全年受理申请件，均按期答复。", "全年受理申请件"),
        ("我镇收到政府信息公开申请件。", "我镇收到政府信息公开申请件"),
        ("主动公开政府信息条，更新目录。", "公开政府信息条"),
        ("制发规范性文件件，逐件解读。", "制发规范性文件件"),
        ("开展业务培训次，参加40人。", "开展业务培训次"),
        ("发放宣传手册份。", "发放宣传手册份"),
        ("公布惠农补贴条。", "公布惠农补贴条"),
        ("受理申请件，均按期答复。", "受理申请件"),
        ("公开信息10条，其中政务动态条。", "其中政务动态条"),
        ("答复公众留言__条，更新目录。", "答复公众留言__条"),
        ("主动公开政府信息XX条。", "主动公开政府信息XX条"),
        ("共发布各类信息条，其中动态12条。", "发布各类信息条"),
        ("受理政府信息公开申请宗，登记在册。", "受理政府信息公开申请宗"),
        ("发布微信推文篇。", "发布微信推文篇"),
        ("收取信息处理费元。", "收取信息处理费元"),
        ("现行有效规范性文件件。", "现行有效规范性文件件"),
        ("全年公开信息（ ）条。", "全年公开信息（）条"),
    ],
)
def test_a_count_without_its_number(text: str, lacking: str) -> None:
    report = report_of(opening(text))
    (found,) = said(report, "P204")
    assert quoted(report, found) == [lacking]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息36条，开展培训2次，受理申请5件。",
        "逐条审核公开的信息，每条都有人负责。",
        "收到申请件，当日登记、按期答复。",
        "及时办理申请件，认真处理信访件、投诉件。",
        "从受理案件起，全程留痕。",
        "发布新闻头条，制定相关规范性文件，公布办事条件。",
        "完善中共条例学习制度，打造共同体。",
        "办理建议件、提案件，报送文件。",
        "召开会议若干次，公开信息数百条。",
        "依据条例第十九条，公布第二十条。",
        "对照条例第XX条，公开各类办事条件。",
        "公开各条线信息，发布年度处理费标准。",
    ],
)
def test_counts_with_numbers_and_words_that_end_like_counts(text: str) -> None:
    assert said(report_of(opening(text)), "P204") == []


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        (
            "通过政府网站和公开栏及时公开信息，通过政府网站和公开栏及时公开信息36条。",
            "通过政府网站和公开栏及时公开信息",
        ),
        (
            "不断加强信息公开工作力度，召开会议，不断加强信息公开工作力度。",
            "不断加强信息公开工作力度",
        ),
        ("不断加强信息公开工作力度不断加强信息公开工作力度。", "不断加强信息公开工作力度"),
        ("进一步规范申请办理和答复流程，规范申请办理和答复流程。", "规范申请办理和答复流程"),
        ("依托县政府门户网站专栏、依托县政府门户网站专栏公开。", "依托县政府门户网站专栏"),
    ],
)
def test_a_phrase_twice_in_a_sentence(text: str, twice: str) -> None:
    report = report_of(opening(text))
    (found,) = said(report, "P204")
    assert quoted(report, found) == [twice, twice]
    assert said(report, "P201") == []


@pytest.mark.parametrize(
    "text",
    [
        "因政府信息公开引起的行政复议1件，因政府信息公开引起的行政诉讼1件。",
        "东街：主动公开政府信息总数10条，西街：主动公开政府信息总数12条。",
        "学习《中华人民共和国政府信息公开条例》，落实《中华人民共和国政府信息公开条例》。",
        "没有新收的政府信息公开申请，没有结转的政府信息公开申请。",
        "建立政府信息公开考核工作制度，完善政府信息公开考核工作制度。",
        "收到网上申请9件，均在法定期限内予以答复，收到信函申请4件，均在法定期限内予以答复。",
        "由办公室决定是否列入公开目录，或者会商以后由办公室决定是否列入公开目录。",
    ],
)
def test_like_phrases_that_say_two_things(text: str) -> None:
    assert said(report_of(opening(text)), "P204") == []


def test_a_sentence_of_thousands_of_clauses_is_gone_through_once() -> None:
    clauses = [f"在第{n}个村公开了本年的各项收支" for n in range(20_000)]
    text = "，".join([*clauses, "逐条核对目录并补齐缺项内容", "逐条核对目录并补齐缺项内容"]) + "。"
    ((first, second),) = repeated(text)
    assert text[slice(*first)] == text[slice(*second)] == "逐条核对目录并补齐缺项内容"
