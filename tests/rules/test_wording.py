"""P201 and P202: slips of the keyboard, and words that rightly meet."""

from __future__ import annotations

import pytest

from parser.settings.profile import Profile
from tests.support.checked import quoted, report_of, said
from tests.support.official import right_report


def with_words(words: str) -> str:
    return right_report(
        sections={5: f"存在的主要问题：{words}，更新不够及时。\n改进情况：实行栏目更新月提醒。"}
    )


@pytest.mark.parametrize(
    ("words", "slip"),
    [
        ("县政府政府各部门配合不足", "政府政府"),
        ("政务公开工作工作不够细", "工作工作"),
        ("全面推进政府政府信息公开不够", "政府政府"),
        ("主动主动公开不够", "主动主动"),
        ("认真认真落实不够", "认真认真"),
        ("对过程性性信息把握不准", "性性"),
        ("统一的的标准还没有", "的的"),
        ("栏目里镇镇介绍过于简单", "镇镇"),
        ("我镇我镇宣传不够", "我镇我镇"),
        ("信息发布前审核审核把关不严", "审核审核"),
        ("惠农资金资金使用结果公布较慢", "资金资金"),
        ("完善政策政策解读方面办法不多", "政策政策"),
        ("对规范性文件规范性文件进行清理不及时", "规范性文件规范性文件"),
        ("营商环境营商环境持续优化的宣传不足", "营商环境营商环境"),
        ("加强队伍队伍建设的办法不多", "队伍队伍"),
        ("扎实做好做好信息发布的办法不多", "做好做好"),
        ("重点领域重点领域信息公开较慢", "重点领域重点领域"),
        ("三审三校三审三校制度落实有差距", "三审三校三审三校"),
        ("应公开尽公开应公开尽公开落实偏慢", "应公开尽公开应公开尽公开"),
        ("对《条例》《条例》要点学习不够", "《条例》《条例》"),
        ("县门户网站网站、公示栏更新偏慢", "网站网站"),
        ("部分部分栏目更新偏慢", "部分部分"),
        ("业务能力有待有待提高", "有待有待"),
    ],
)
def test_doubled(words: str, slip: str) -> None:
    report = report_of(with_words(words))
    (found,) = said(report, "P201")
    assert quoted(report, found) == [slip]


@pytest.mark.parametrize(
    "words",
    [
        "政府信息公开公开栏偏少",
        "南屏县人民政府政府信息公开目录更新偏慢",
        "县政府政府网站栏目偏少",
        "政务公开工作工作机制不健全",
        "规范性文件管理管理办法缺少细则",
        "白石镇镇政府、白石镇镇长信箱回复偏慢",
        "依申请公开申请申请表偏长",
        "创建平安和和谐社区的宣传偏少",
        "以公开为目的的的确不多",
        "常常、人人、事事都要公开的要求落实偏慢",
        "遇到疑难申请大家一起研究研究再答复的时候少",
        "讨论讨论、商量商量的会议少",
        "构建共建共治共享格局的宣传少",
        "支持企业创业创新、利用信用信息的公开少",
        "涉密不上网上网不涉密的要求落实偏慢",
        "谁公开谁审查谁审查谁负责的要求落实偏慢",
        "一件一件核对、逐条逐条比对的时候少",
        "本规定规定的事项公开偏慢",
        "家家户户、方方面面都关心的信息偏少",
        "信息发布发布平台偏少",
        "规范规范性文件管理的办法不多",
        "山河村山河村民小组公开栏偏少",
        "政务公开公开流程不细、公开公开时限偏长",
        "红旗社区社区民警、社区干部信息偏少",
        "一个问题一个问题跟进、一个节点一个节点推进较慢",
        "针对企业对企业、企业对个人的信息偏少",
    ],
)
def test_words_that_meet(words: str) -> None:
    assert said(report_of(with_words(words)), "P201") == []


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("对《中华人民共和国政府信息公开条列》学习不够", "政府信息公开条例"),
        ("对《中华人民共和国信息公开条例》学习不够", "中华人民共和国政府信息公开条例"),
        ("落实乡村战略信息公开不够", "乡村振兴战略"),
        ("2023度政务公开任务完成较慢", "某某年度"),
        ("距离建设法制政府有差距", "法治政府"),
        ("群众知请权保障不足", "知情权"),
        ("申请转结下年办理的较多", "结转下年"),
    ],
)
def test_misspelled(words: str, right: str) -> None:
    (found,) = said(report_of(with_words(words)), "P202")
    assert right in found.message


@pytest.mark.parametrize(
    "words",
    [
        "乡村振兴战略信息公开不够",
        "法治政府建设信息不足",
        "2023年度假旅游信息不足",
        "《政府信息公开条例》学习不够",
    ],
)
def test_right_words(words: str) -> None:
    report = report_of(with_words(words))
    assert said(report, "P202") == []


def test_title_is_read_too() -> None:
    title = "南屏县白石镇人民正府2023年政府信息公开工作年度报告"
    assert said(report_of(right_report(title=title)), "P202")


def test_the_auditors_own_words() -> None:
    profile = Profile(doubled=("查阅查阅",), misspelled=(("白石真", "白石镇"),))
    report = report_of(with_words("查阅查阅点不足，白石真宣传不够"), profile=profile)
    assert quoted(report, said(report, "P201")[0]) == ["查阅查阅"]
    assert "“白石镇”" in said(report, "P202")[0].message


def test_traditional_text_is_matched_simplified_and_quoted_as_printed() -> None:
    report = report_of(
        with_words("县政府政府部门配合不够").replace("县政府政府部门", "縣政府政府部門")
    )
    (found,) = said(report, "P201")
    assert quoted(report, found) == ["政府政府"]
