"""S105 to S109: what the sections must speak of, and what must not be left in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.model import Level, Severity, Span
from parser.model.said import joined, say
from parser.official.notices import FORM_IN_FORCE
from parser.reading.prose import Paragraph, Sentence
from parser.rules.case import Case
from parser.rules.naming import numeral
from parser.rules.registry import Hit, rule

# Slogans that name the aspects without reporting on them.
_SLOGAN = re.compile(
    r"保障[^，。；]{0,20}(?:权|需求|利益)|知情权|参与权|表达权|监督权|权力监督|自觉接受[^，。]{0,8}监督|有力监督|强监管|助监督|政府信息公开条例"
)
_RESULTS = re.compile(r"考核|评议|责任追究|追责|问责")

_PROBLEM = re.compile(
    r"不足|不够|不高|不强|不全|不到位|不及时|不完善|不深|不规范|不平衡|不健全|不多|不广|不便|不严|不熟|不丰富"
    r"|不紧|不细|不明|不畅|不快|不佳|不一|不均|欠缺|薄弱|有待|滞后|缺乏|缺少|单一|还需|仍需|尚需|需要|亟待|亟需|差距"
    r"|短板|弱项|瓶颈|偏[低少慢弱]|较[少低慢弱差]|难点|未能|尚未|没有|流于形式|过于|参差|存在[^，。；]{0,15}(?:现象|情况|困难)"
    r"|需(?:要)?(?:进一步|不断|持续|继续|加强|提升|提高|完善|改进|强化|深化|加快|加大|拓展|丰富|优化|规范)"
    r"|待(?:进一步|加强|提升|提高|完善|改进)|不太|不甚|尚有|(?:提升|改进|进步)(?:的)?空间"
    r"|(?:问题|不足|困难|短板|差距)[^，。；：改]{0,6}是"
)
# 存在的主要问题：… names what follows; 问题及改进情况： does not.
_NAMED_AFTER = re.compile(r"((?:问题|不足|困难|短板|差距)[^，。；：改]{0,6})：")
_ONLY_REFERENCE = re.compile(
    r"针对[^，。；]{0,12}(?:问题|不足|差距|短板)|(?:问题|不足|差距)导向|解决[^，。；]{0,8}问题|(?:克服|弥补|补齐)[^，。；]{0,8}(?:不足|短板|差距)"
)
_IMPROVEMENT = re.compile(
    r"改进|下一步|今后|接下来|下一年|将|措施|整改|加强|加大|进一步|提升|完善|强化|提高|优化|规范|健全|丰富"
    r"|拓展|拓宽|推进|落实|深化|创新|组织|开展|充实|做好|抓好|严格|督促|增加|增设|建立|制定|明确|实行|配备|定期|及时|扩大|改版|更新|压实|细化"
)
_GENERAL = re.compile(
    r"存在(?:着)?[^，。；]{0,8}(?:问题|不足|困难|差距)(?:[和与及][^，。；]{0,4})?是?$"
)
_IMPROVEMENT_HEADING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]+[)）、.])?(?:具体的?|下一步)?(?:改进|整改)(?:的)?(?:措施|情况|方向|打算)?(?:方面)?$"
)
_HEADING_ONLY = re.compile(
    r"^[（(]?[一二三四五六七八九十\d]*[)）、.]?(?:工作中?)?(?:存在的?)?(?:主要)?(?:问题|不足|困难)[和及与]?(?:改进)?(?:困难|不足|措施|情况|方面)?[：:。]?$"
)
_ON_IMPROVEMENT = re.compile(
    r"[（(]?[一二三四五六七八九十\d]*[)）、.]?(?:下一步|改进|整改|今后|措施)"
)
_SETTLED = re.compile(
    r"^(?:暂?无|没有|不存在)[^，。；]{0,10}[。]?$|(?:未|没有|无|不)(?:发现|存在)?[^，。；]{0,6}问题"
)

_FEES = re.compile(r"处理费|收费|费用|收取")

_TEMPLATE = re.compile(
    r"[该本此]部分以?(?:表格|文字)(?:的)?(?:形式|描述)[^。；）]{0,12}(?:报告|表述|描述)?|以(?:表格|文字)形式报告|[（【]文字描述[^）】]{0,16}[）】]|文字描述[）。：]|[（【]?(?:此处|在此处?|请在此)(?:填写|报告|填报|插入|描述)[^。；）】]{0,20}"
    r"|收取信息处理费情况(?:等)?在此处报告|[（【](?:单位名称|机关名称|填写[^）】]{1,20}|请填写[^）】]{0,20}|示例[^）】]{0,20}|模板[^）】]{0,12}|不超过\d+字|字数[^）】]{0,10})[）】]|请(?:据实|如实|自行|根据实际)(?:填写|填报|修改|补充)"
    r"|填报说明|填写说明|[XxＸ×*＊]{2,}(?=年|月|镇|乡|县|市|区|局|街道|单位|人民政府|条|件|次|项|人)|20[XxＸ×*＊_]{1,2}年|[×＊]年[×＊]月"
)
_LETTER = re.compile(
    r"(?:根据|按照|依照)贵(?:办|局|委|单位|县|市|区|厅)[^，。；]{0,20}|贵(?:办|局|单位|厅)|特此(?:报告|汇报|上报|呈报|函报|函复)|(?:现|特)[^。；]{0,40}(?:汇报|呈报|上报)如下|妥否[^。；]{0,8}|请(?:予)?(?:批示|审阅|审示|审核批示)|此致|敬礼|呈报如下"
)


@rule(
    "S105",
    title="总体情况缺少应写的方面",
    title_en="Section one leaves out one of its five aspects",
    severity=Severity.INFO,
    basis=f"{FORM_IN_FORCE}：总体情况写主动公开、依申请公开、政府信息管理、平台建设、监督保障",
)
def aspects(case: Case) -> Iterator[Hit]:
    """Section one reports on five aspects; governments add the results of assessment."""
    wanted = next((s for s in case.official.sections if s.aspects), None)
    if wanted is None:
        return
    said = [s for s in case.sentences if s.section == wanted.number]
    text = "".join(_SLOGAN.sub("", s.text) for s in said)
    section = case.body.section(wanted.number) if case.body else None
    if section is None or not text or case.unread.touches(section.body):
        return
    missing = [say(name) for name, words in wanted.aspects.items() if not re.search(words, text)]
    told = [say("没有写到{aspects}", aspects=joined("、", missing))] if missing else []
    upper = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)
    if case.identity.level in upper and not _RESULTS.search(text):
        told.append(say("没有写考核、社会评议、责任追究的结果（各级政府应写）"))
    if told:
        yield Hit(
            say(
                "{number}、{title}{told}。",
                number=numeral(wanted.number),
                title=say(wanted.title),
                told=joined("；", told),
            ),
            spans=(section.heading_span,),
        )


@rule(
    "S106",
    title="第五部分只写问题不写改进，或只写改进不写问题",
    title_en="Section five names problems but no improvement, or the reverse",
    severity=Severity.WARNING,
    basis=f"{FORM_IN_FORCE}：五、存在的主要问题及改进情况",
)
def problems_and_improvement(case: Case) -> Iterator[Hit]:
    """Section five says what is lacking and what is done about it."""
    wanted = next((s for s in case.official.sections if s.problems), None)
    section = case.body.section(wanted.number) if case.body and wanted else None
    if section is None or wanted is None:
        return
    said = [
        p for p in case.paragraphs if p.section == wanted.number and not _HEADING_ONLY.match(p.text)
    ]
    text = "".join(p.text for p in said)
    named = say("{number}、{title}", number=numeral(wanted.number), title=say(wanted.title))
    if len(text) < 12 or _SETTLED.search(text):
        return
    if case.unread.touches(section.body):
        return
    clauses = [c for c in re.split(r"[，。；：！]", _NAMED_AFTER.sub(r"\1是", text)) if c]
    problems = [i for i, c in enumerate(clauses) if _names_problem(c)]
    if not problems and _named_by_heading(case):
        return
    if not problems:
        yield Hit(
            say("{named}只写了改进，没有写存在什么问题。", named=named),
            spans=(section.heading_span, *_spans(said)),
        )
        return
    if all(_GENERAL.search(clauses[i]) for i in problems):
        # The problems themselves are not there: the text may have been cut off.
        return
    after = clauses[problems[0] + 1 :]
    before = clauses[: problems[0]]
    improves = any(_improves(c) and not _names_problem(c) for c in after)
    headed = (_IMPROVEMENT_HEADING.match(c) for c in after[:-1])
    improves = improves or any(headed)
    improves = improves or any(re.search(r"改进|整改|将", c) and _improves(c) for c in before)
    if not improves:
        yield Hit(
            say("{named}只写了问题，没有写怎样改进。", named=named),
            spans=(section.heading_span, *_spans(said)),
        )


def _named_by_heading(case: Case) -> bool:
    """Say whether what stands below a heading such as 存在的问题： is named as problems by it."""
    headed = False
    for paragraph in (p for p in case.paragraphs if p.section == 5):
        if _HEADING_ONLY.match(paragraph.text):
            headed = "改进" not in paragraph.text and "措施" not in paragraph.text
        elif headed:
            return not _ON_IMPROVEMENT.match(paragraph.text)
    return False


def _improves(clause: str) -> bool:
    return bool(_IMPROVEMENT.search(clause)) and not _IMPROVEMENT_HEADING.match(clause)


def _names_problem(clause: str) -> bool:
    return bool(_PROBLEM.search(_ONLY_REFERENCE.sub("", clause)))


def _spans(said: list[Paragraph]) -> tuple[Span, ...]:
    return tuple(p.span for p in said)


@rule(
    "S107",
    title="第六部分没有说明信息处理费",
    title_en="Section six is silent on the fee for processing information",
    severity=Severity.INFO,
    basis=f"{FORM_IN_FORCE}：收取信息处理费情况在第六部分报告；国办函〔2020〕109号",
)
def processing_fee(case: Case) -> Iterator[Hit]:
    """Section six says whether the fee was charged, even if it was not."""
    wanted = next((s for s in case.official.sections if s.processing_fee), None)
    section = case.body.section(wanted.number) if case.body and wanted else None
    if section is None or wanted is None or case.unread.touches(section.body):
        return
    text = "".join(s.text for s in case.sentences if s.section == wanted.number)
    if text and not _FEES.search(text):
        yield Hit(
            say(
                "{number}、{title}没有说明收取信息处理费的情况（没有收取也应写明）。",
                number=numeral(wanted.number),
                title=say(wanted.title),
            ),
            spans=(section.heading_span,),
        )


@rule(
    "S108",
    title="残留模板的填写说明",
    title_en="Instructions of the template are left in",
    severity=Severity.WARNING,
    basis=f"{FORM_IN_FORCE}：填写说明不属于报告内容",
)
def template_left(case: Case) -> Iterator[Hit]:
    """What the template tells the writer is not for the reader."""
    yield from _left(case, _TEMPLATE, say("残留模板文字"))


@rule(
    "S109",
    title="残留呈报用语",
    title_en="Phrases of a letter to the superior are left in",
    severity=Severity.INFO,
    basis="《政府信息公开条例》第四十九条：年度报告向社会公布，不是呈报上级的公文",
)
def letter_left(case: Case) -> Iterator[Hit]:
    """A published report addresses the public, not an office above."""
    yield from _left(case, _LETTER, say("残留呈报上级的用语"))


def _left(case: Case, pattern: re.Pattern[str], what: str) -> Iterator[Hit]:
    found: list[tuple[Sentence, re.Match[str]]] = [
        (sentence, match)
        for sentence in case.sentences
        for match in pattern.finditer(sentence.text)
    ]
    if found:
        phrases = joined(
            "、", dict.fromkeys((say("“{words}”", words=match.group()) for _, match in found))
        )
        yield Hit(
            say("{what}：{phrases}。", what=what, phrases=phrases),
            spans=tuple(sentence.place(*match.span()) for sentence, match in found),
        )
