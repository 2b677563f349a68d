"""Faults as data: each takes a right report and plants one thing that is wrong in it.

A fault returns `Planted`: the draft with it, the check that must find it, the figures that the
check must name. None where the draft has no place for it. What else may be said: findings that
name a figure of `touched`, and the codes of `implied`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from parser.model import Number
from tests.support.bodies import BODIES
from tests.support.corpus import Draft
from tests.support.layouts import BLANKS
from tests.support.phrases import quantities, wrong_sentence


@dataclass(frozen=True)
class Planted:
    """A draft with one fault. `code` must find it and name `figures`."""

    draft: Draft
    code: str
    figures: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()
    implied: frozenset[str] = frozenset()


Fault = Callable[[Draft, Random], Planted | None]
PARTS = ("natural", "business", "research", "welfare", "legal", "other")
_ROWS = ("requests.received", "requests.carried_in", "requests.carried_out", "requests.granted")


def figured(draft: Draft, changed: Mapping[str, Number], code: str, *names: str) -> Planted:
    """Plant other figures. The check must name `names`, or else all that are changed."""
    wrong = replace(draft, figures={**draft.figures, **changed})
    return Planted(wrong, code, names or tuple(changed), tuple(changed))


def celled(draft: Draft, cells: Mapping[str, str], code: str) -> Planted:
    """Plant cells that are no plain number."""
    return Planted(replace(draft, cells=cells), code, tuple(cells), tuple(cells))


def said(draft: Draft, number: int, line: str, at: int | None = None) -> Draft:
    """Add a paragraph to a section, at the end if no place is given."""
    told = draft.sections[number]
    at = len(told) if at is None else at
    return replace(draft, sections={**draft.sections, number: (*told[:at], line, *told[at:])})


def _other(value: Number, rng: Random) -> int:
    return max(0, int(value) + rng.choice((-1, 1)) * rng.randint(1, 9)) or int(value) + 3


# Figures


def wrong_detail(draft: Draft, rng: Random) -> Planted:
    """One cell of the requests table is another number."""
    rows = sorted({k.rpartition(".")[0] for k in draft.figures if k.startswith("requests.")})
    key = f"{rng.choice([r for r in rows if r != 'requests.total'])}.{rng.choice(PARTS)}"
    return figured(draft, {key: int(draft.figures[key]) + rng.randint(1, 9)}, "A101")


def wrong_row_total(draft: Draft, rng: Random) -> Planted:
    """A row's total is another number."""
    rows = [k for k in draft.figures if k.startswith("requests.") and k.endswith(".total")]
    key = rng.choice([k for k in rows if k != "requests.total.total"])
    return figured(draft, {key: int(draft.figures[key]) + rng.randint(1, 9)}, "A101")


def wrong_column_total(draft: Draft, rng: Random) -> Planted:
    """A cell of （七）总计 is another number."""
    key = f"requests.total.{rng.choice(PARTS)}"
    return figured(draft, {key: int(draft.figures[key]) + rng.randint(1, 9)}, "A102")


def no_balance(draft: Draft, rng: Random) -> Planted:
    """More are carried out than came in, every sum of a row holding."""
    part, more = rng.choice(PARTS), rng.randint(1, 9)
    row = rng.choice(("requests.received", "requests.carried_in", "requests.carried_out"))
    keys = (f"{row}.{part}", f"{row}.total")
    return figured(draft, {k: int(draft.figures[k]) + more for k in keys}, "A103")


def wrong_challenges(draft: Draft, rng: Random) -> Planted:
    """A figure of table four is another number."""
    row, code = rng.choice(
        (("review", "A201"), ("litigation.direct", "A202"), ("litigation.after_review", "A203"))
    )
    key = f"{row}.{rng.choice(('upheld', 'corrected', 'other', 'pending', 'total'))}"
    return figured(draft, {key: int(draft.figures[key]) + rng.randint(1, 9)}, code)


def too_few_in_force(draft: Draft, rng: Random) -> Planted | None:
    """Fewer documents are in force than were made and not repealed."""
    if draft.form.id == "2019":
        return None
    row = "disclosure.normative"
    changed: dict[str, Number] = {f"{row}.made": 7, f"{row}.repealed": 1, f"{row}.valid": 4}
    return figured(draft, changed, "A301", f"{row}.valid")


def of_2019(code: str, **changed: int) -> Fault:
    """Return a fault of table two of the 2019 form: cells as row__column, the last one to be named."""
    cells = {f"disclosure.{name.replace('__', '.')}": value for name, value in changed.items()}

    def plant(draft: Draft, rng: Random) -> Planted | None:
        return figured(draft, cells, code, list(cells)[-1]) if draft.form.id == "2019" else None

    return plant


def blank(draft: Draft, rng: Random) -> Planted | None:
    """Cells are blank."""
    if draft.layout not in BLANKS:
        return None
    keys = rng.sample([k for k in draft.figures if not k.endswith(".total")], rng.randint(1, 3))
    return celled(draft, dict.fromkeys(keys, ""), "V101")


def placeholder(draft: Draft, rng: Random) -> Planted:
    """A cell holds a stroke or a word for nought."""
    return celled(
        draft,
        {rng.choice(list(draft.figures)): rng.choice(("/", "—", "-", "无", "若干", "不适用"))},
        "V102",
    )


def unit_in_cell(draft: Draft, rng: Random) -> Planted:
    """A number has its unit behind it."""
    key = rng.choice([k for k in draft.figures if not k.endswith(".amount")])
    return celled(draft, {key: f"{draft.figures[key]}件"}, "V103")


def negative(draft: Draft, rng: Random) -> Planted:
    """A count is below nought."""
    key = rng.choice([k for k in draft.figures if not k.endswith((".change", ".amount"))])
    return figured(draft, {key: -rng.randint(1, 9)}, "V104")


def fraction(draft: Draft, rng: Random) -> Planted:
    """A count has decimals."""
    key = rng.choice([k for k in draft.figures if not k.endswith(".amount")])
    return celled(draft, {key: f"{abs(int(draft.figures[key]))}.5"}, "V104")


def fees_in_yuan(draft: Draft, rng: Random) -> Planted | None:
    """A township's fees in 元 stand where 万元 belong."""
    if draft.form.id == "2019" or draft.body.rank not in ("township", "street"):
        return None
    return figured(draft, {"disclosure.fees.amount": rng.randint(300_000, 900_000)}, "V105")


def year_for_count(draft: Draft, rng: Random) -> Planted | None:
    """The year stands where a count belongs, all sums holding."""
    if draft.body.rank not in ("township", "street", "department"):
        return None
    rows = ("requests.received", "requests.granted", "requests.total")
    changed: dict[str, Number] = {k: 0 for k in draft.figures if k.startswith("requests.")}
    changed |= {f"{row}.{part}": draft.year for row in rows for part in ("natural", "total")}
    return figured(draft, changed, "V106", *(k for k in changed if changed[k]))


def rules_of_a_township(draft: Draft, rng: Random) -> Planted | None:
    """A body that can make no rules reports some."""
    if draft.body.rank not in ("township", "street", "department", "county"):
        return None
    last = "total" if draft.form.id == "2019" else "valid"
    return figured(draft, {f"disclosure.rules.{last}": rng.randint(1, 9)}, "N105")


# Tables


def row_missing(draft: Draft, rng: Random) -> Planted:
    """A row is not there."""
    rows = sorted({k.rpartition(".")[0] for k in draft.figures if not k.startswith("disclosure")})
    rows = [r for r in rows if r.startswith("requests")]
    rows += [f"disclosure.{r}" for r in ("rules", "normative", "penalty", "coercion")]
    row = rng.choice(rows)
    keys = tuple(k for k in draft.figures if k.rpartition(".")[0] == row)
    return Planted(replace(draft, dropped=frozenset({row})), "S202", keys, keys)


def table_missing(draft: Draft, rng: Random) -> Planted:
    """A table is not there."""
    name = rng.choice(("disclosure", "requests", "challenges"))
    keys = tuple(
        k
        for t in draft.form.tables
        if t.name == name
        for k in draft.figures
        if any(k in row.figure_keys for row in t.rows)
    )
    return Planted(
        replace(draft, dropped=frozenset({name})), "S201", keys, keys, frozenset({"S104"})
    )


_SLIPS: Mapping[str, str] = {
    "7.属于行政执法案卷": "7.属于执法案卷",
    "2.重复申请": "2.重覆申请",
    "1.信访举报投诉类申请": "1.信访举报投拆类申请",
    "3.危及“三安全一稳定”": "3.危及“三安全一稳”",
    "行政强制": "行政强致",
    "行政许可": "行政许可证",
    "1.属于国家秘密": "1.属于国家机密",
}
_COLUMN_SLIPS: Mapping[str, str] = {
    "本年制发件数": "本年制发数",
    "现行有效件数": "现行有效件",
    "科研机构": "科研机关",
    "社会公益组织": "社会公益团体",
    "结果纠正": "结果纠错",
    "尚未审结": "未审结",
    "对外公开总数量": "对外公开数量",
}


def row_label(draft: Draft, rng: Random) -> Planted | None:
    """A row's label has a slip."""
    labels = {row.label for table in draft.form.tables for row in table.regular_rows}
    found = [label for label in _SLIPS if label in labels]
    label = rng.choice(found)
    return Planted(replace(draft, labels={label: _SLIPS[label]}), "S203")


def column_label(draft: Draft, rng: Random) -> Planted:
    """A column's label has a slip."""
    tables = draft.form.tables
    labels = {c.label for table in tables for block in table.blocks for c in block.columns}
    label = rng.choice([label for label in _COLUMN_SLIPS if label in labels])
    return Planted(replace(draft, labels={label: _COLUMN_SLIPS[label]}), "S204")


def old_form(draft: Draft, rng: Random) -> Planted | None:
    """The form is that of other years."""
    if draft.form.id != "2019":
        return None
    moved = _years_moved(draft, 2022 - draft.year)
    return Planted(moved, "S206", implied=frozenset({"Y106"}))


def _years_moved(draft: Draft, by: int) -> Draft:
    def moved(text: str) -> str:
        for year in range(draft.year + 3, draft.year - 3, -1):
            text = text.replace(f"{year}年", f"〓{year + by}〓年")
        return text.replace("〓", "")

    return replace(
        draft,
        year=draft.year + by,
        title=draft.title.replace(str(draft.year), str(draft.year + by)),
        preface=moved(draft.preface),
        sections={n: tuple(map(moved, told)) for n, told in draft.sections.items()},
        signature=moved(draft.signature),
        file="年度报告",
    )


# Sections


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
    other = {**draft.figures, key: _other(draft.figures[key], rng)}
    return Planted(replace(draft, second=replace(draft, figures=other)), "S302", (key,), (key,))


def body_twice_other_sentence(draft: Draft, rng: Random) -> Planted:
    """The report stands twice, and the second says something else."""
    second = said(draft, 5, "同时，邀请群众代表参加公开日活动。", 1)
    return Planted(replace(draft, second=second), "S302")


# Prose


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


# Time


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
    return Planted(replace(draft, signature=f"{draft.body.name}\n{day}"), "Y103")


def late_date(draft: Draft, rng: Random) -> Planted | None:
    """A department or a government is later than its day."""
    months = {"department": (2, 3, 5), "county": (4, 6), "prefecture": (4, 5)}
    if draft.body.rank not in months:
        return None
    day = f"{draft.year + 1}年{rng.choice(months[draft.body.rank])}月{rng.randint(2, 28)}日"
    return Planted(replace(draft, signature=f"{draft.body.name}\n{day}"), "Y104")


# Names and words


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
    wrong = rng.choice([w for w in tier if w in own and w != draft.body.we])
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
    stem = f"{rng.choice(('110101', '440301', '510107'))}19{rng.randint(50, 99)}0{rng.randint(1, 9)}1{rng.randint(0, 9)}{rng.randint(100, 999)}"
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


# What an auditor may not want to hear of, and is only told.
INFORMED = frozenset({"F105", "S105", "S107", "S109", "S207", "V107", "Y105", "N103"})


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


def odd_digits(draft: Draft, rng: Random) -> Planted:
    """A number is full width or in Chinese."""
    key = rng.choice([k for k in draft.figures if not k.endswith((".amount", ".change"))])
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return celled(draft, {key: str(draft.figures[key]).translate(wide)}, "V107")


FAULTS: tuple[Fault, ...] = (
    wrong_detail,
    wrong_row_total,
    wrong_column_total,
    no_balance,
    wrong_challenges,
    too_few_in_force,
    of_2019("A302", normative__made=6, normative__published=6, normative__total=4),
    of_2019("A303", licensing__previous=5, licensing__change=-7),
    of_2019("A304", procurement__projects=3, procurement__amount=0),
    of_2019("A305", penalty__previous=0, penalty__change=0, penalty__decisions=8),
    blank,
    placeholder,
    unit_in_cell,
    negative,
    fraction,
    fees_in_yuan,
    year_for_count,
    rules_of_a_township,
    row_missing,
    table_missing,
    row_label,
    column_label,
    old_form,
    section_missing,
    heading_changed,
    out_of_order,
    wrongly_numbered,
    section_empty,
    only_problems,
    paragraph_twice,
    body_twice,
    body_twice_other_figure,
    body_twice_other_sentence,
    wrong_count,
    wrong_count,
    wrong_count,
    contradiction,
    wrong_parts,
    wrong_percentage,
    wrong_year_in_body,
    wrong_year_of_period,
    short_period,
    carried_to_the_same_year,
    old_notice,
    early_date,
    late_date,
    other_body,
    mixed_self,
    bad_title,
    id_number,
    mobile,
    doubled_word,
    misspelled,
    template_left,
    bad_bytes,
    no_period,
    silent_on_fees,
    letter_left,
    aspect_missing,
    odd_digits,
)
