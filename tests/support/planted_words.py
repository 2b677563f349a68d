"""Faults of sections, sentences, names and dates."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.support.bodies import BODIES
from tests.support.corpus import Draft
from tests.support.fault import Planted, other_number, said
from tests.support.phrases import quantities, wrong_sentence


def section_missing(draft: Draft, rng: Random) -> Planted:
    """A section is not there, with its table."""
    number = rng.choice((1, 2, 3, 4, 5, 6))
    names = [t.name for t in draft.form.tables if t.section == number]
    keys = tuple(
        k
        for t in draft.form.tables
        if t.name in names
        for row in t.rows
        for k in row.figure_keys
        if k in draft.figures
    )
    return Planted(replace(draft, dropped=frozenset({number})), "S101", keys, keys)


_CHANGED = {
    1: "一、总体概述",
    2: "二、行政机关主动公开政府信息情况",
    3: "三、政府信息公开申请的收到和处理情况",
    4: "四、因政府信息公开引起的行政复议、行政诉讼情况",
    5: "五、存在的主要问题及改进措施",
    6: "六、其他需要报告的有关事项",
}


def heading_changed(draft: Draft, rng: Random) -> Planted:
    """A heading is the writer's own."""
    number = rng.choice(list(_CHANGED))
    return Planted(replace(draft, headings={number: _CHANGED[number]}), "S102")


def out_of_order(draft: Draft, rng: Random) -> Planted:
    """Two sections have changed places."""
    order = list(draft.order)
    at = rng.choice((0, 1, 2, 3, 4))
    order[at : at + 2] = order[at + 1], order[at]
    return Planted(replace(draft, order=tuple(order)), "S103")


def wrongly_numbered(draft: Draft, rng: Random) -> Planted:
    """A heading bears the numeral of another."""
    titles = {section.number: section.title for section in draft.form.sections}
    number = rng.choice((2, 3, 4, 5, 6))
    heading = f"{'一二三四五六'[number - 2]}、{titles[number]}"
    return Planted(replace(draft, headings={number: heading}), "S103")


def section_empty(draft: Draft, rng: Random) -> Planted:
    """A section has nothing in it, or the word none."""
    number = rng.choice((1, 5))
    none = rng.choice(((), ("无",), ("无。",)))
    emptied = replace(draft, sections={**draft.sections, number: none})
    return Planted(emptied, "S104")


def only_problems(draft: Draft, rng: Random) -> Planted:
    """Section five says what is wrong and not what is done about it."""
    told = (draft.sections[5][0],)
    return Planted(replace(draft, sections={**draft.sections, 5: told}), "S106")


def paragraph_twice(draft: Draft, rng: Random) -> Planted:
    """A long paragraph stands twice."""
    line = (
        f"{draft.body.we}把群众关心的事项列入公开清单，逐项明确内容、时限和责任人，通过公开栏、村民会议"
        "和便民大厅多种途径公布，方便群众随时查看并提出意见。"
    )
    twice = said(said(draft, 1, line, 1), rng.choice((1, 5)), line)
    return Planted(twice, "S303")


def body_twice(draft: Draft, rng: Random) -> Planted:
    """The whole report stands twice."""
    return Planted(replace(draft, second=draft), "S301")


def body_twice_other_figure(draft: Draft, rng: Random) -> Planted:
    """The report stands twice, and a figure of the second is another."""
    key = rng.choice([k for k in draft.figures if not k.endswith((".amount", ".change"))])
    other = {**draft.figures, key: other_number(draft.figures[key], rng)}
    return Planted(replace(draft, second=replace(draft, figures=other)), "S302", (key,), (key,))


def body_twice_other_sentence(draft: Draft, rng: Random) -> Planted:
    """The report stands twice, and the second says something else."""
    second = said(draft, 5, "同时，邀请群众代表参加公开日活动。", 1)
    return Planted(replace(draft, second=second), "S302")


def wrong_count(draft: Draft, rng: Random) -> Planted | None:
    """The prose says another number than the table."""
    number, text, code, keys = wrong_sentence(draft.figures, rng, draft.year)
    return Planted(said(draft, number, text), code, keys)


def contradiction(draft: Draft, rng: Random) -> Planted | None:
    """The prose says two numbers of the same thing."""
    if "主动公开" in "".join(line for line in draft.text.split("\n") if "条" in line):
        return None
    many = rng.randint(100, 900)
    first = said(draft, 1, f"{draft.year}年，共主动公开政府信息{many}条。", 1)
    return Planted(said(first, 2, f"全年主动公开政府信息{many + rng.randint(1, 50)}条。"), "T401")


def wrong_parts(draft: Draft, rng: Random) -> Planted:
    """The parts of a whole do not make it."""
    a, b, c = (rng.randint(5, 90) for _ in range(3))
    total = a + b + c + rng.choice((-3, 4, 10))
    parts = rng.choice(
        ("政策文件{}条、工作动态{}条、通知公告{}条", "惠民补贴{}条，财政资金{}条，人事任免{}条")
    )
    line = f"全年发布各类政务信息{total}条，其中{parts.format(a, b, c)}。"
    return Planted(said(draft, 1, line), "T402")


def wrong_percentage(draft: Draft, rng: Random) -> Planted:
    """A share or a growth is not that of its numbers."""
    last, this = rng.randint(40, 90), rng.randint(100, 300)
    right = (this - last) / last * 100
    wrong = f"{right + rng.choice((-7, 5, 12)):.1f}"
    line = rng.choice(
        (
            f"全年发布政务动态{this}条，上年为{last}条，同比增长{wrong}%。",
            f"{draft.year}年举办培训{this}人次，比上年的{last}人次增长{wrong}%。",
        )
    )
    return Planted(said(draft, 1, line), "T403")


def wrong_year_in_body(draft: Draft, rng: Random) -> Planted:
    """Section one opens with last year."""
    line = f"{draft.year - 1}年，{draft.body.we}认真做好政府信息公开各项工作，主要情况如下。"
    told = (line, *draft.sections[1][1:])
    return Planted(replace(draft, sections={**draft.sections, 1: told}), "Y101")


def wrong_year_of_period(draft: Draft, rng: Random) -> Planted:
    """The period is that of last year."""
    for day in ("1月1日", "12月31日"):
        draft = replace(
            draft,
            preface=draft.preface.replace(f"{draft.year}年{day}", f"{draft.year - 1}年{day}"),
        )
    return Planted(draft, "Y101")


def short_period(draft: Draft, rng: Random) -> Planted:
    """The period ends a day early, or begins late."""
    old, new = rng.choice(
        (("12月31日", "12月30日"), ("1月1日", "2月1日"), ("12月31日", "11月30日"))
    )
    return Planted(replace(draft, preface=draft.preface.replace(f"年{old}", f"年{new}")), "Y102")


def carried_to_the_same_year(draft: Draft, rng: Random) -> Planted | None:
    """Requests are carried into the year of the report."""
    count = quantities(draft.figures)["carried_out"].value
    line = f"结转至{draft.year}年继续办理的申请{count}件。"
    return Planted(said(draft, 3, line), "Y101") if count else None


def old_notice(draft: Draft, rng: Random) -> Planted | None:
    """The notice that is cited is not in force, or its number is wrong."""
    if draft.form.id == "2019":
        return None
    cited = rng.choice(
        (
            "《政府信息公开工作年度报告格式（试行）》的通知（国办公开办函〔2019〕60号）",
            "国务院办公厅年度报告格式的通知（国办发〔2021〕30号）",
            "年度报告格式的通知（国办公开办函〔2021〕20号）",
        )
    )
    year = draft.year
    preface = f"根据《政府信息公开条例》和{cited}编制。统计期限自{year}年1月1日至{year}年12月31日。"
    return Planted(replace(draft, preface=preface), "Y106")


def early_date(draft: Draft, rng: Random) -> Planted:
    """The report is signed before its year is over."""
    day = f"{draft.year}年{rng.choice((11, 12))}月{rng.randint(1, 28)}日"
    return Planted(replace(draft, signature=f"{draft.body.name}\n{day}", above=""), "Y103")


def late_date(draft: Draft, rng: Random) -> Planted | None:
    """A department or a government is later than its day."""
    months = {"department": (2, 3, 5), "county": (4, 6), "prefecture": (4, 5)}
    if draft.body.rank not in months:
        return None
    day = f"{draft.year + 1}年{rng.choice(months[draft.body.rank])}月{rng.randint(2, 28)}日"
    return Planted(replace(draft, signature=f"{draft.body.name}\n{day}", above=""), "Y104")


def other_body(draft: Draft, rng: Random) -> Planted | None:
    """Another body's name stands where only the reporting body's can."""
    other = rng.choice(("大安县红旗镇人民政府", "永丰县民政局", "大安县白云街道办事处"))
    if draft.body.rank in ("county", "prefecture", "zone"):
        return None
    ways = (
        said(draft, 1, f"{draft.year}年，{other}认真落实公开责任，各项工作有序推进。", 0),
        replace(draft, signature=f"{other}\n{draft.year + 1}年1月12日"),
        said(draft, 1, f"现将{other}{draft.year}年政府信息公开工作情况报告如下。", 0),
    )
    return Planted(rng.choice(ways), "N101")


def mixed_self(draft: Draft, rng: Random) -> Planted | None:
    """The body calls itself another kind of body."""
    own = {b.we for b in BODIES}
    if draft.body.rank not in ("township", "street", "department", "county"):
        return None
    tier = ("我镇", "我乡", "我局", "我街道") if draft.body.rank != "county" else ("我镇", "我局")
    # 二百零三团松泉镇 is a town as well: some bodies have two kinds.
    wrong = rng.choice([w for w in tier if w in own and w[1:] not in draft.body.name])
    return Planted(said(draft, 1, f"{wrong}高度重视公开工作，配齐工作力量。"), "N102")


def bad_title(draft: Draft, rng: Random) -> Planted:
    """The title lacks a word."""
    title = rng.choice(
        (
            f"{draft.body.name}{draft.year}年政府信息公开年度报告",
            f"{draft.body.name}{draft.year}年信息公开工作年度报告",
            f"{draft.year}年政府信息公开工作年度报告",
        )
    )
    return Planted(replace(draft, title=title), "N104")


def id_number(draft: Draft, rng: Random) -> Planted:
    """A person's identity number is published."""
    born = f"19{rng.randint(50, 99)}0{rng.randint(1, 9)}1{rng.randint(0, 9)}"
    stem = f"{rng.choice(('110101', '440301', '510107'))}{born}{rng.randint(100, 999)}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    check = "10X98765432"[sum(int(d) * w for d, w in zip(stem, weights, strict=True)) % 11]
    return Planted(said(draft, 3, f"申请人李某，身份证号{stem}{check}，已当面答复。"), "P101")


def mobile(draft: Draft, rng: Random) -> Planted:
    """A person's mobile number is published."""
    number = f"1{rng.choice('356789')}{rng.randint(10**8, 10**9 - 1)}"
    return Planted(said(draft, 3, f"群众王某（手机号{number}）咨询低保政策，已作解释。"), "P101")


def doubled_word(draft: Draft, rng: Random) -> Planted:
    """A word stands twice."""
    line = rng.choice(
        (
            f"{draft.body.above}政府政府高度重视公开工作。",
            "扎实做好政府信息公开工作工作，不断改进。",
            "进一步进一步明确了公开责任。",
        )
    )
    return Planted(said(draft, 1, line), "P201")


def misspelled(draft: Draft, rng: Random) -> Planted:
    """A set phrase is misspelled."""
    line = rng.choice(
        (
            "认真学习《中华人民共和国政府信息公开条列》，规范公开程序。",
            "定期通报政务公开工做进展，督促问题整改到位。",
            "凡拟公开的规范性文建，一律先经合法性审核。",
        )
    )
    return Planted(said(draft, 1, line), "P202")


def template_left(draft: Draft, rng: Random) -> Planted:
    """What the template says to the writer is left in."""
    number, line = rng.choice(
        (
            (2, "该部分以表格形式报告，表格如下："),
            (1, "（文字描述，不超过500字）"),
            (1, "XX镇认真做好公开工作。"),
        )
    )
    return Planted(said(draft, number, line), "S108")


def bad_bytes(draft: Draft, rng: Random) -> Planted | None:
    """Bytes at the end of the file are none of its encoding."""
    if draft.encoding == "utf-16" or draft.layout == "html":
        return None
    return Planted(replace(draft, tail=b"\xe4\xff\n"), "F102")


def no_period(draft: Draft, rng: Random) -> Planted:
    """No period is stated."""
    preface = "根据《中华人民共和国政府信息公开条例》编制本报告。"
    return Planted(replace(draft, preface=preface), "Y105")


def silent_on_fees(draft: Draft, rng: Random) -> Planted | None:
    """Section six does not speak of the fee."""
    told = {**draft.sections, 6: ("没有其他需要报告的事项。",)}
    return Planted(replace(draft, sections=told), "S107") if draft.form.id != "2019" else None


def letter_left(draft: Draft, rng: Random) -> Planted:
    """The report ends as a letter to the office above."""
    return Planted(said(draft, 6, rng.choice(("特此报告。", "妥否，请批示。"))), "S109")


def aspect_missing(draft: Draft, rng: Random) -> Planted:
    """Section one speaks of publishing only."""
    told = (
        f"{draft.year}年，{draft.body.we}通过多种途径发布政策文件和惠民补贴明细，方便群众知晓。",
    )
    return Planted(replace(draft, sections={**draft.sections, 1: told}), "S105")
