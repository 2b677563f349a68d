"""T101–T106: what the prose says of requests, against the requests table.

A check takes the claims of its code (`parser.claims`), holds each against the cells it speaks of,
and shows the sentence beside the cells. Identical claims are one finding with every place. Where
scope or wording leave a claim open, the hit is information and says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from parser.claims.contradiction import Contradiction, contradiction
from parser.model import Number, Place, Role, Severity, Span
from parser.model.said import joined, say
from parser.official.notices import IN_FORCE
from parser.rules.case import Case
from parser.rules.naming import column_name, numeral, short_name
from parser.rules.registry import Hit, filed_rule

BASIS = f"{IN_FORCE}：年度报告内容和统计数据要准确，文字与表格应当一致"
_PLACES = (say("报告开头"), *(say("第{number}部分", number=numeral(n)) for n in range(1, 7)))
_QUOTE = 60
# Of a sum of more cells than these only the cells above nought are spelled out.
_SPELLED_OUT = 3


@filed_rule(
    "T101",
    title="文字所写收到的申请数与表三不一致",
    title_en="Prose and table differ: requests received",
    severity=Severity.WARNING,
    basis=BASIS,
)
def received(case: Case, code: str) -> Iterator[Hit]:
    """Requests that the prose says were received are line 1 of the requests table."""
    return contradictions(case, code)


@filed_rule(
    "T102",
    title="文字所写上年结转的申请数与表三不一致",
    title_en="Prose and table differ: requests carried in",
    severity=Severity.WARNING,
    basis=BASIS,
)
def carried_in(case: Case, code: str) -> Iterator[Hit]:
    """Requests that the prose says were carried in are line 2 of the requests table."""
    return contradictions(case, code)


@filed_rule(
    "T103",
    title="文字所写办理、答复的申请数与表三不一致",
    title_en="Prose and table differ: requests handled or answered",
    severity=Severity.WARNING,
    basis=BASIS,
)
def handled(case: Case, code: str) -> Iterator[Hit]:
    """收办 is lines 1 and 2 together, 答复 and 办结 are （七）总计."""
    return contradictions(case, code)


@filed_rule(
    "T104",
    title="文字所写结转下年度的申请数与表三不一致",
    title_en="Prose and table differ: requests carried out",
    severity=Severity.WARNING,
    basis=BASIS,
)
def carried_out(case: Case, code: str) -> Iterator[Hit]:
    """Requests that the prose says go on next year are line 4 of the requests table."""
    return contradictions(case, code)


@filed_rule(
    "T105",
    title="文字所写办理结果的件数与表三不一致",
    title_en="Prose and table differ: a result row or group",
    severity=Severity.WARNING,
    basis=BASIS,
)
def results(case: Case, code: str) -> Iterator[Hit]:
    """予以公开 and its like are the rows of line 3, a group is the sum of its rows."""
    return contradictions(case, code)


@filed_rule(
    "T106",
    title="文字所写各类申请人的件数与表三不一致",
    title_en="Prose and table differ: kinds of applicant",
    severity=Severity.WARNING,
    basis=BASIS,
)
def applicants(case: Case, code: str) -> Iterator[Hit]:
    """自然人 and 法人或其他组织 are columns of the row that the sentence speaks of."""
    return contradictions(case, code)


def contradictions(case: Case, code: str) -> Iterator[Hit]:
    """Yield a hit for each claim of that code that the figures contradict."""
    merged: dict[tuple[object, ...], list[Contradiction]] = {}
    for claim in case.claims:
        if claim.code != code:
            continue
        found = contradiction(claim, case.figures)
        if found is not None:
            key = (found.interpretation, claim.value, bool(found.doubt))
            merged.setdefault(key, []).append(found)
    for same in merged.values():
        yield _hit(case, same)


def _hit(case: Case, same: list[Contradiction]) -> Hit:
    found = same[0]
    claim, interpretation = found.claim, found.interpretation
    keys = tuple(dict.fromkeys(interpretation.keys))
    places = tuple(dict.fromkeys(c.claim.span for c in same))
    stated = (
        say("没有{about}", about=claim.about)
        if claim.mention.none
        else say("{about}为 {value}", about=claim.about, value=plain(claim.value))
    )
    again = say("（另有 {places} 处同样写法）", places=len(places) - 1) if len(places) > 1 else ""
    arithmetic = spelled_out(case, interpretation.plus, interpretation.minus, found.total)
    doubt = say("。{doubt}", doubt=found.doubt) if found.doubt else ""
    message = say(
        "{place}写“{quote}”{again}，即{stated}；{arithmetic}{doubt}",
        place=place(case, claim.span),
        quote=quote(case, claim.span),
        again=again,
        stated=stated,
        arithmetic=arithmetic,
        doubt=doubt,
    )
    return Hit(
        message=message,
        figures=keys,
        spans=(*places, *case.spans(keys)),
        expected=found.total,
        actual=claim.value,
        arithmetic=arithmetic,
        severity=Severity.INFO if found.doubt else None,
        places=beside(case, places, claim.value, found.total, keys),
    )


def beside(
    case: Case, spans: tuple[Span, ...], stated: Number, total: Number, keys: tuple[str, ...]
) -> tuple[Place, ...]:
    """Return the places of what the prose states, then of the cells that say otherwise.

    A cell alone should say what the prose does; of several none can be named.
    """
    alone = len(keys) == 1
    cells = (
        Place(
            figure=key,
            span=case.figures[key].span if key in case.figures else None,
            found=case.figures[key].value if key in case.figures else None,
            expected=stated if alone else None,
            role=Role.CELL if alone else Role.OPERAND,
        )
        for key in keys
    )
    said = (Place("", "", span, stated, total, Role.STATED) for span in spans)
    return (*said, *cells)


def plain(value: Number) -> str:
    """Print a number without superfluous noughts or exponent."""
    return f"{Decimal(value).normalize():f}"


def place(case: Case, span: Span) -> str:
    """Name the part of the report where a sentence stands."""
    body = case.body
    for section in body.sections if body else ():
        if section.span.covers(span) and 1 <= section.number < len(_PLACES):
            return _PLACES[section.number]
    return _PLACES[0]


def quote(case: Case, span: Span) -> str:
    """Return the passage as printed, without line breaks, cut where it is long."""
    text = re.sub(r"\s+", "", span.of(case.text))
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"


def spelled_out(case: Case, plus: tuple[str, ...], minus: tuple[str, ...], total: Number) -> str:
    """Return what the table says, with its arithmetic: 表三“一、…·总计”3 ＋“二、…·总计”1＝4."""
    form = case.official
    shorts: list[str] = []
    names: list[str] = []
    terms: list[str] = []
    noughts = 0
    for key in (*plus, *minus):
        found = form.find(key)
        if found is None:
            continue
        table, row, column = found
        shorts.append(table.short)
        value = case.figures[key].value
        if not value and len(plus) > _SPELLED_OUT:
            noughts += 1
            continue
        named = say("{row}·{column}", row=short_name(row), column=column_name(column))
        names.append(named)
        term = say("{name} {value}", name=named, value=value)
        if terms:
            term = say("－{term}", term=term) if key in minus else say("＋{term}", term=term)
        terms.append(term)
    said = shorts[0] if shorts else say("表中")
    if len(shorts) == 1 and terms:
        return say("{table}“{cell}”是 {total}", table=said, cell=names[0], total=total)
    rest = say("（其余 {noughts} 格为 0）", noughts=noughts) if noughts and terms else ""
    return say(
        "{table}：{cells}{rest}＝{total}",
        table=said,
        cells=joined(" ", terms) if terms else say("各格之和"),
        rest=rest,
        total=total,
    )
