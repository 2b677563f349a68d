"""N101, N104: whose report it says it is, in its title and wherever only its own name can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.identity.body_names import take_apart
from parser.identity.lines import squeeze
from parser.identity.owner import is_own
from parser.identity.title import YEAR
from parser.model import Level, Severity, Span
from parser.model.said import joined, say
from parser.official.notices import FORM_IN_FORCE, IN_FORCE
from parser.reading.prose import Sentence
from parser.rules.case import Case
from parser.rules.registry import Hit, rule

_BODY = (
    r"[一-鿿]{2,24}?(?:人民政府|政府办公室|办公室|办事处|政府|委员会|管委会|局|(?<!大)厅"
    r"|镇|乡|街道|县|区|市)"
)
_VERB = (
    r"(?=认真|坚持|深入|严格|全面|积极|紧紧|围绕|切实|高度重视|始终|按照|根据|以习近平|持续|不断"
    r"|进一步)"
)
# Places in a sentence where only the reporting body itself can stand.
_SELF_PLACES = (
    re.compile(rf"^(?:{YEAR}年度?(?:以来)?，)(?P<name>{_BODY}){_VERB}"),
    re.compile(
        rf"(?:现将|现就|^将)(?P<name>{_BODY})(?:{YEAR}年度?)?(?:政府|政务)?信息公开(?:工作)?"
    ),
    re.compile(
        rf"(?:^|，|：)(?:全年)?(?P<name>{_BODY})(?:共|未|没有|累计|全年)?(?:收到|受理|办理|接到)[^，。]{{0,12}}(?:申请|信息公开)"
    ),
)
# One that is told of beside the body itself: 县政府办收到 56 件，转我镇承办 3 件.
_BESIDE = re.compile(
    r"我(?:局|委|办|厅|院|处|镇|乡|街道|中心|单位|机关)|本(?:局|委|机关|单位|镇|乡)"
)
_ASKED_AT = re.compile(rf"请?与(?P<name>{_BODY})联系")
_ASKED_OF = re.compile(
    rf"(?:受理|收到|办理|答复)(?:了)?向(?P<name>{_BODY})(?:(?:及|和|、)[一-鿿]{{2,16}}?)?(?:提出|提交|递交)[^，。]{{0,8}}申请"
)
# What a run of characters that ends like a name holds when it is none.
_LOOSE = re.compile(
    r"^(?:由|在|对|向|以|为|使|让|把|将|从|及时|通过|按照|根据|上级|有关|相关|县级|市级|区级|省级|年来)"
    r"|[我各该其]|[全本][省市县区旗州镇乡街局委]|虽|但|同时|以及|的|了|目前|今后|至今"
    r"|代表|会同|联合|牵头|[省市县区州旗]委[省市县区州旗]政府|党委政府"
)


@rule(
    "N101",
    title="以别的机关的名义报告",
    title_en="Another body's name stands in as the reporting unit",
    severity=Severity.WARNING,
    basis=f"{IN_FORCE}：年度报告不得照抄照搬；《政府信息公开条例》第四十九条",
)
def another_body(case: Case) -> Iterator[Hit]:
    """Wherever only the reporting body can stand, its own name stands."""
    unit = case.unit
    if not unit:
        return
    found: dict[str, list[Span]] = {}
    for naming in case.identity.names:
        if naming.source in ("signature", "compiled_by") and not is_own(naming.name, case.report):
            found.setdefault(naming.name, []).extend([naming.span] if naming.span else [])
    for sentence in case.sentences:
        for name, span in _claims(sentence, case):
            found.setdefault(name, []).append(span)
    if found:
        names = joined("、", (say("“{name}”", name=name) for name in found))
        yield Hit(
            say(
                "报告单位是“{unit}”，文中却以{names}的名义报告，请核对是否照搬了别处的文字。",
                unit=unit,
                names=names,
            ),
            spans=tuple(dict.fromkeys(s for places in found.values() for s in places)),
        )


def _claims(sentence: Sentence, case: Case) -> Iterator[tuple[str, Span]]:
    level = case.identity.level
    upper = level in (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY, Level.UNKNOWN)
    patterns = _SELF_PLACES[1:2] if upper else (*_SELF_PLACES, _ASKED_AT, _ASKED_OF)
    for pattern in patterns:
        for match in pattern.finditer(sentence.text):
            name = match["name"]
            if pattern is _SELF_PLACES[0] and sentence.section > 1:
                continue
            if pattern is _SELF_PLACES[2] and _BESIDE.search(sentence.text, match.end()):
                continue
            if pattern is _ASKED_AT and not take_apart(name).places:
                continue
            if _LOOSE.search(name) or is_own(name, case.report):
                continue
            yield name, sentence.place(*match.span("name"))


@rule(
    "N104",
    title="标题不规范",
    title_en="The title is irregular",
    severity=Severity.WARNING,
    basis=f"{FORM_IN_FORCE}：某单位某年政府信息公开工作年度报告",
)
def title(case: Case) -> Iterator[Hit]:
    """The title names unit and year and calls itself 政府信息公开工作年度报告."""
    identity = case.identity
    if case.is_attachment:
        return
    if identity.title_span is None:
        if case.body and not any(name.source == "page" for name in identity.names):
            yield Hit(say("正文前没有标题，也可能是保存网页时没有带上。"), severity=Severity.INFO)
        return
    line = squeeze(case.document, identity.title_span) if case.document else None
    if line is None:
        return
    faults = list(_title_faults(line.text, case))
    if not faults:
        return
    light = all(fault == _TWICE_ANNUAL for fault in faults)
    yield Hit(
        say(
            "标题“{title}”{faults}；规范写法为“单位名称＋年份＋政府信息公开工作年度报告”。",
            title=identity.title,
            faults=joined("，", faults),
        ),
        spans=(identity.title_span,),
        severity=Severity.INFO if light else None,
    )


_TWICE_ANNUAL = say("“年度”出现两次")


def _title_faults(text: str, case: Case) -> Iterator[str]:
    unit = next((n.name for n in case.identity.names if n.source == "title"), "")
    years = re.findall(YEAR, text)
    rest = re.sub(rf"{YEAR}年?度?", "", text.replace(unit, "", 1))
    if not unit:
        yield say("没有写明单位")
    if not years:
        yield say("没有写明年份")
    elif len(years) > 1:
        yield say("年份写了两次")
    elif re.search(rf"{YEAR}(?!年)", text):
        yield say("年份缺“年”字")
    if unit and len(unit) > 3 and text.count(unit) > 1:
        yield say("单位名称写了两次")
    if "信息公开" not in text:
        yield say("没有写“政府信息公开”")
    elif "政府信息公开" not in text:
        yield say("缺“政府”二字")
    if "工作" not in rest:
        yield say("缺“工作”二字")
    if re.search(r"年报(?!告)", rest):
        yield say("把“年度报告”写成“年报”")
    elif "年度报告" not in rest and not re.search(rf"{YEAR}年度报告", text):
        yield say("缺“年度报告”字样")
    elif re.search(rf"{YEAR}年度(?!报告)", text) and "年度" in rest:
        yield _TWICE_ANNUAL
