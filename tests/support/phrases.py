"""Ways of saying the counts of a report, as data, and sentences made of them, right and wrong.

A template's slots name quantities (`quantities`): {received} is printed as a number in one of
the ways people write numbers. `NONES` hold only where their quantities are nought, `OTHERS` say
nothing that a table could contradict, whatever their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from parser.model import Number

LEGAL_PERSONS = ("business", "research", "welfare", "legal", "other")
OUTCOMES = ("upheld", "corrected", "other", "pending")
_RESULT_GROUPS = ("denied", "unavailable", "rejected", "other")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Quantity:
    """A count that prose speaks of: the figures whose sum it is, the check that compares it."""

    value: Number
    keys: tuple[str, ...]
    code: str


@dataclass(frozen=True)
class Saying:
    """A template; `section` is where it stands. `nones`: the quantities that it says are none."""

    template: str
    section: int = 1
    nones: tuple[str, ...] = ()

    @property
    def slots(self) -> tuple[str, ...]:
        """The quantities it names a number for."""
        return tuple(_SLOT.findall(self.template))


COUNTS: tuple[Saying, ...] = (
    Saying("{year}年，本机关共收到政府信息公开申请{received}件。"),
    Saying("全年新收政府信息公开申请{received}件。", 3),
    Saying("本年度共受理依申请公开事项{received}项。", 3),
    Saying("全年受理信息公开申请{received}宗，上年结转{carried_in}宗。", 3),
    Saying("我单位{year}年度收到依申请公开{received}件。"),
    Saying("{year}年，共接收政府信息公开申请{received}份。"),
    Saying("截至{year}年12月31日，收到政府信息公开申请共计{received}件。"),
    Saying("收到的政府信息公开申请数量为{received}件。", 3),
    Saying("全年收到{received}件政府信息公开申请。"),
    Saying("一年来共接到公民、法人和其他组织提出的政府信息公开申请{received}件。"),
    Saying("{year}年累计收到政府信息公开申请{received}件。"),
    Saying("政府信息公开申请{received}件，均依法办理。", 3),
    Saying("全年共收到政府信息公开申请（含转办件）{received}件。", 3),
    Saying("新收申请{received}件，上年结转{carried_in}件，合计{handled}件。", 3),
    Saying("{year}年，新收政府信息公开申请{received}件，结转上年{carried_in}件。"),
    Saying("全年共收办政府信息公开申请{handled}件。"),
    Saying("全年共办理政府信息公开申请{handled}件，其中新收{received}件、上年结转{carried_in}件。"),
    Saying("{year}年承办依申请公开案件{handled}件。"),
    Saying("新收和上年结转的政府信息公开申请共{handled}件。", 3),
    Saying("处理政府信息公开申请{handled}件，已办结{answered}件。", 3),
    Saying("收到政府信息公开申请{received}件，答复{answered}件。"),
    Saying("全年答复政府信息公开申请{answered}件，结转下年度继续办理{carried_out}件。", 3),
    Saying("共办结政府信息公开申请{answered}件，转下年办理{carried_out}件。", 3),
    Saying("答复申请{answered}件（含上年度结转申请{carried_in}件）。", 3),
    Saying("政府信息公开申请收到{received}件，按时办结{answered}件。", 3),
    Saying(
        "全年共收到申请{received}件，已答复{answered}件，另有{carried_out}件申请顺延到下年度答复。",
        3,
    ),
    Saying("{carried_out}件申请结转至{next}年继续办理。", 3),
    Saying("{last}年结转的申请{carried_in}件，已一并办理。", 3),
    Saying("上年度结转申请{carried_in}件。", 3),
    Saying("尚未办结的申请{carried_out}件，按规定结转下一年度。", 3),
    Saying("办理结果为：予以公开{granted}件，部分公开{partial}件，不予公开{denied}件。", 3),
    Saying(
        "其中，予以公开{granted}件、部分公开{partial}件、不予公开{denied}件、无法提供{unavailable}件、"
        "不予处理{rejected}件、其他处理{other}件。",
        3,
    ),
    Saying("政府信息公开申请的答复中，同意公开{granted}件，不予公开{denied}件。"),
    Saying("予以公开和部分公开的申请分别为{granted}件、{partial}件。", 3),
    Saying("作其他处理（含申请人撤回）{other}件，转下年度办理{carried_out}件。", 3),
    Saying("无法提供{unavailable}件，其中本机关不掌握相关政府信息{not_held}件。", 3),
    Saying(
        "不予公开{denied}件（属于国家秘密{state_secret}件、属于行政查询事项{admin_query}件）。", 3
    ),
    Saying("不予处理{rejected}件，包括信访举报投诉类申请{petition}件、重复申请{repeated}件。", 3),
    Saying("因信息不存在等原因无法提供的申请{unavailable}件。", 3),
    Saying("涉及第三方合法权益不予公开{third_party}件。", 3),
    Saying(
        "收到政府信息公开申请{received}件，其中自然人{natural}件、法人或其他组织{legal_persons}件。"
    ),
    Saying("新收申请{received}件，涉及自然人{natural}件、商业企业{business}件。", 3),
    Saying(
        "收到政府信息公开申请{received}件，申请人为自然人的{natural}件，为科研机构的{research}件。"
    ),
    Saying(
        "全年收到{received}件依申请公开，其中自然人申请{natural}件，法人和其他组织申请{legal_persons}件"
        "（商业企业{business}件、法律服务机构{legal}件）。",
        3,
    ),
    Saying("收到政府信息公开申请{received}件。其中，自然人申请{natural}件。", 3),
    Saying("全年因政府信息公开被申请行政复议{review}件。", 4),
    Saying(
        "政府信息公开行政复议案件{review}件，结果维持{review_upheld}件，结果纠正{review_corrected}件。",
        4,
    ),
    Saying(
        "发生行政复议{review}件，其中维持{review_upheld}件、纠正{review_corrected}件、"
        "其他结果{review_other}件、尚未审结{review_pending}件。",
        4,
    ),
    Saying("信息公开类行政复议{review}件，行政诉讼{litigation}件。"),
    Saying("因政府信息公开引发的行政复议、行政诉讼分别为{review}件和{litigation}件。"),
    Saying(
        "{year}年，政府信息公开行政诉讼{litigation}起，其中未经复议直接起诉{direct}起、"
        "复议后起诉{after_review}起。",
        4,
    ),
    Saying(
        "因政府信息公开被提起行政诉讼{litigation}件，被维持{suit_upheld}件，"
        "正在审理{suit_pending}件。",
        4,
    ),
    Saying("行政诉讼案件{litigation}件，尚未审结{suit_pending}件。", 4),
    Saying("复议后起诉的行政诉讼案件{after_review}件，直接起诉的{direct}件。", 4),
    Saying("全年制发行政规范性文件{made}件。", 2),
    Saying("{year}年，本机关制定规章{rules_made}件、行政规范性文件{made}件。", 2),
)
COUNTS_2021: tuple[Saying, ...] = (
    Saying("制发行政规范性文件{made}件，废止{repealed}件，现行有效{valid}件。", 2),
    Saying("新制发、废止行政规范性文件分别为{made}件、{repealed}件。", 2),
    Saying("现行有效的规范性文件共{valid}件。", 2),
    Saying("集中公开现行有效行政规范性文件{valid}件。"),
    Saying("截至年底，现行有效规章{rules_valid}件、行政规范性文件{valid}件。", 2),
    Saying("收取行政事业性收费{fees}万元。", 2),
    Saying("全年行政事业性收费金额为{fees}万元。", 2),
)
DECISIONS: tuple[Saying, ...] = (
    Saying("作出行政许可决定{licensing}件、行政处罚决定{penalty}件。", 2),
    Saying("办理行政许可{licensing}件，行政强制{coercion}件。", 2),
    Saying("全年作出行政处罚决定{penalty}件，实施行政强制{coercion}次。", 2),
)
NONES: tuple[Saying, ...] = (
    Saying("{year}年，本机关未收到政府信息公开申请。", 3, ("received",)),
    Saying("本年度没有收到公民、法人或其他组织提出的政府信息公开申请。", 3, ("received",)),
    Saying("全年未接到一件依申请公开。", 3, ("received",)),
    Saying("没有公民、法人或其他组织向本机关提出政府信息公开申请。", 1, ("received",)),
    Saying("全年无政府信息公开申请。", 1, ("received",)),
    Saying("{year}年政府信息公开申请数量为零。", 1, ("received",)),
    Saying("全年收到依申请公开0件，无结转下年度办理的申请。", 3, ("received", "carried_out")),
    Saying("没有上年结转的申请。", 3, ("carried_in",)),
    Saying("不存在结转下年度继续办理的申请。", 3, ("carried_out",)),
    Saying("没有不予公开的情况。", 3, ("denied",)),
    Saying("未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。", 4, ("review", "litigation")),
    Saying("没有因政府信息公开申请引起的行政复议、行政诉讼案件。", 1, ("review", "litigation")),
    Saying("无因政府信息公开申请行政复议的情形。", 1, ("review",)),
    Saying("政府信息公开行政复议、行政诉讼均为0件。", 4, ("review", "litigation")),
    Saying("因政府信息公开引发的行政复议和行政诉讼均无。", 4, ("review", "litigation")),
    Saying("本年度未发生行政诉讼。", 4, ("litigation",)),
    Saying("全年未制发行政规范性文件。", 2, ("made",)),
    Saying("{year}年没有制定规章。", 2, ("rules_made",)),
    Saying("全年未作出行政强制决定。", 2, ("coercion",)),
)
OTHERS: tuple[Saying, ...] = (
    Saying("{last}年共收到政府信息公开申请{any}件。"),
    Saying("去年收到申请{any}件，本年继续完善登记台账。", 3),
    Saying("政府信息公开申请数量同比下降{any}.5%。"),
    Saying("申请数量比上年增加{any}件。", 3),
    Saying("{next}年，计划办理政府信息公开申请培训{any}次。"),
    Saying("下一步，将制发规范性文件{any}件，答复申请{any}件。"),
    Saying("通过门户网站主动公开政府信息{any}条。"),
    Saying("公示行政处罚信息{any}条、行政许可信息{any}条。"),
    Saying("发布政策解读{any}篇，回应网民留言{any}条，均已答复。"),
    Saying("办理人大代表建议{any}件、政协提案{any}件，办结率100%。"),
    Saying("收到群众来信{any}件，已全部办结。"),
    Saying("行政处罚信息公示{any}条，双公示信息{any}条。"),
    Saying("组织开展政府信息公开培训{any}次、会议{any}次。"),
    Saying("向上级备案规范性文件{any}件。", 2),
    Saying("清理规范性文件{any}件。", 2),
    Saying("未收到网上申请。", 3),
    Saying("没有因信息公开引起的行政复议、行政诉讼败诉。"),
    Saying("未发生超期答复政府信息公开申请的情况。", 3),
    Saying("收到申请之日起{any}个工作日内予以答复。", 3),
    Saying("申请人一次性提出多件申请的，一次性告知补正内容。", 3),
    Saying("上半年收到政府信息公开申请{any}件。", 3),
    Saying("自条例施行以来，历年累计收到政府信息公开申请{any}件。"),
    Saying("共收到约{any}件政府信息公开申请。", 3),
    Saying("设立政府信息公开查阅点{any}个，配备人员{any}名。"),
    Saying("主动公开信息的栏目包括机构职能等，更新信息{any}条。", 2),
    Saying("其中网上申请{any}件。", 3),
    Saying("未收取信息处理费。", 6),
    Saying("按照《条例》第{any}条的规定办理。", 3),
    Saying("历年累计制发规范性文件{any}件。", 2),
    Saying("行政许可事项{any}项，行政处罚事项{any}项。", 2),
)
SAYINGS = (*COUNTS, *COUNTS_2021, *DECISIONS, *NONES, *OTHERS)


def quantities(figures: Mapping[str, Number]) -> dict[str, Quantity]:
    """Return every quantity that the figures give, by its slot name."""
    found: dict[str, Quantity] = {}

    def add(name: str, code: str, *keys: str) -> None:
        if all(key in figures for key in keys):
            found[name] = Quantity(sum(figures[key] for key in keys), keys, code)

    requests = {"received": "T101", "carried_in": "T102", "carried_out": "T104"}
    for row, code in requests.items():
        add(row, code, f"requests.{row}.total")
    add("handled", "T103", "requests.received.total", "requests.carried_in.total")
    add("answered", "T103", "requests.total.total")
    for row in ("granted", "partial"):
        add(row, "T105", f"requests.{row}.total")
    for group in _RESULT_GROUPS:
        rows = [k for k in figures if re.fullmatch(rf"requests\.{group}(\.\w+)?\.total", k)]
        add(group, "T105", *rows)
        for key in rows:
            if key.count(".") == 3:
                add(key.split(".")[2], "T105", key)
    add("natural", "T106", "requests.received.natural")
    add("legal_persons", "T106", *(f"requests.received.{c}" for c in LEGAL_PERSONS))
    for column in LEGAL_PERSONS[:-1]:
        add(column, "T106", f"requests.received.{column}")
    add("review", "T201", "review.total")
    add("litigation", "T202", "litigation.direct.total", "litigation.after_review.total")
    add("direct", "T202", "litigation.direct.total")
    add("after_review", "T202", "litigation.after_review.total")
    for outcome in OUTCOMES:
        add(f"review_{outcome}", "T201", f"review.{outcome}")
        suits = (f"litigation.direct.{outcome}", f"litigation.after_review.{outcome}")
        add(f"suit_{outcome}", "T202", *suits)
    for slot in ("made", "repealed", "valid"):
        add(slot, "T301", f"disclosure.normative.{slot}")
        add(f"rules_{slot}", "T301", f"disclosure.rules.{slot}")
    for row in ("licensing", "penalty", "coercion"):
        add(row, "T303", f"disclosure.{row}.decisions")
    add("fees", "T302", "disclosure.fees.amount")
    return found


def right_sentences(
    figures: Mapping[str, Number], rng: Random, year: int = 2023, many: int = 8
) -> list[tuple[int, str]]:
    """Return true statements on the figures, and statements on other things, by section."""
    known = quantities(figures)
    stated = [s for s in (*COUNTS, *COUNTS_2021, *DECISIONS) if _can_say(s, known)]
    nones = [s for s in NONES if all(known[q].value == 0 for q in s.nones if q in known)]
    nones = [s for s in nones if all(q in known for q in s.nones)]
    chosen = rng.sample(stated, min(many, len(stated)))
    chosen += rng.sample(nones, min(3, len(nones))) + rng.sample(OTHERS, 5)
    rng.shuffle(chosen)
    return [(s.section, _say(s, known, rng, year)) for s in chosen]


def wrong_sentence(
    figures: Mapping[str, Number], rng: Random, year: int = 2023
) -> tuple[int, str, str, tuple[str, ...]]:
    """Return a sentence with one wrong count: its section, its text, the code, the figures."""
    known = quantities(figures)
    nones = [
        (s, q)
        for s in NONES
        for q in s.nones
        if q in known and known[q].value and len(s.nones) == 1
    ]
    if nones and rng.random() < 0.2:
        saying, name = rng.choice(nones)
        return saying.section, _say(saying, known, rng, year), known[name].code, known[name].keys
    stated = [s for s in (*COUNTS, *COUNTS_2021, *DECISIONS) if _can_say(s, known)]
    saying = rng.choice(stated)
    name = rng.choice([slot for slot in saying.slots if slot in known])
    quantity = known[name]
    wrong = Quantity(_wrong(quantity.value, known, rng), quantity.keys, quantity.code)
    text = _say(saying, {**known, name: wrong}, rng, year)
    return saying.section, text, quantity.code, quantity.keys


def _can_say(saying: Saying, known: Mapping[str, Quantity]) -> bool:
    return all(slot in known or slot in ("year", "last", "next", "any") for slot in saying.slots)


def _say(saying: Saying, known: Mapping[str, Quantity], rng: Random, year: int) -> str:
    style = rng.choice(("plain", "plain", "plain", "thousands", "wide", "chinese"))
    years = {"year": year, "last": year - 1, "next": year + 1}

    def put(match: re.Match[str]) -> str:
        name = match[1]
        if name in years:
            return str(years[name])
        if name == "any":
            return str(rng.randint(2, 400))
        return written(known[name].value, style)

    return _SLOT.sub(put, saying.template)


def _wrong(value: Number, known: Mapping[str, Quantity], rng: Random) -> Number:
    """Return another value, none that some other quantity has (a question of scope, then)."""
    taken = {q.value for q in known.values()}
    if isinstance(value, Decimal):
        return value + rng.randint(1, 9)
    for _ in range(200):
        wrong = max(0, value + rng.choice((-1, 1)) * rng.randint(1, 4 + value // 3))
        if wrong != value and wrong not in taken:
            return wrong
    return value + max(int(v) for v in taken) + 1


def written(value: Number, style: str) -> str:
    """Write a number as people do: plain, with thousands separators, full width or in Chinese."""
    if isinstance(value, Decimal) or style == "plain":
        return str(value)
    if style == "thousands":
        return f"{value:,}"
    if style == "wide":
        return str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return chinese(value)


def chinese(value: int) -> str:
    """Write a whole number below 10**8 in Chinese numerals."""
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return chinese(high) + "万" + (gap + chinese(low) if low else "")
    digits = "零一二三四五六七八九"
    if value == 0:
        return "零"
    text, pending = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("零" if pending and text else "") + digits[digit] + name
        pending = digit == 0
    return text.removeprefix("一") if 10 <= value < 20 else text


def section_texts(sentences: Sequence[tuple[int, str]]) -> dict[int, str]:
    """Put sentences into sections, each in a paragraph of its own."""
    texts: dict[int, list[str]] = {}
    for section, text in sentences:
        texts.setdefault(section, []).append(text)
    return {section: "\n".join(lines) for section, lines in texts.items()}
