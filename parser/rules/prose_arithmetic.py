"""T401–T403: the prose against itself: the same thing counted twice, parts, percentages.

A number that already contradicts a table is that finding and no other: sums, shares and repeats
that hang on it are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from parser.claims import Claim, setting_of
from parser.claims.contradiction import agrees, at_step, contradiction, total_of
from parser.claims.parts import Division, divisions
from parser.claims.rates import Rate, Stated, rates
from parser.model import Number, Place, Role, Severity, Span
from parser.model.said import joined, say
from parser.official.notices import IN_FORCE
from parser.reading.prose import Sentence
from parser.rules.case import Case
from parser.rules.prose_requests import place, plain, quote
from parser.rules.registry import Hit, rule

_BASIS = f"{IN_FORCE}：年度报告内容和统计数据要准确"
# Parts that fall short may be but some of the parts. So near the whole they are meant as all.
_NEAR = Decimal("0.8")
_HALF = Decimal("0.5")
_MANY = 3
# What comes in comes by one way; what is published may go out by several.
_COME_ONCE = ("咨询", "申请", "受理", "接待", "来访", "来信", "来电", "留言", "收到", "诉求")
_WAN = 10_000
# What a share is of, as said: 占申请总数的, 占全部答复的.
_OF_REQUESTS = re.compile(
    r"(?:政府信息|信息)?(?:公开)?(?:收到|受理|办结|答复|办理)?(?:的)?(?:申请|答复|办结|办理)件?"
)
_TABLE_WHOLES = (
    ("requests.received.total",),
    ("requests.received.total", "requests.carried_in.total"),
    ("requests.total.total",),
    ("review.total",),
    ("litigation.direct.total", "litigation.after_review.total"),
)


@rule(
    "T401",
    title="文字前后所写的数不一致",
    title_en="The prose contradicts itself",
    severity=Severity.WARNING,
    basis=_BASIS,
)
def repeated(case: Case) -> Iterator[Hit]:
    """What the prose counts twice it counts alike. Where a table decides, its check speaks."""
    stated: dict[object, list[Claim]] = {}
    for claim in case.claims:
        if claim.open or claim.mention.all_of or _decided(case, claim):
            continue
        subject = claim.interpretations[0] if claim.interpretations else claim.about
        stated.setdefault((claim.about, subject), []).append(claim)
    for claims in stated.values():
        first = claims[0]
        other = next((c for c in claims if not _same(c, first)), None)
        if other is None:
            continue
        yield Hit(
            message=say(
                "{place}写“{quote}”，{elsewhere}写“{again}”：同是{about}，{one} 与 {other} 不一致",
                place=place(case, first.span),
                quote=quote(case, first.span),
                elsewhere=place(case, other.span),
                again=quote(case, other.span),
                about=first.about,
                one=plain(first.value),
                other=plain(other.value),
            ),
            figures=first.interpretations[0].keys if first.interpretations else (),
            spans=(first.span, other.span),
            expected=first.value,
            actual=other.value,
            places=(
                Place("", "", first.span, first.value, other.value, Role.DIFFERS),
                Place("", "", other.span, other.value, first.value, Role.DIFFERS),
            ),
        )


@rule(
    "T402",
    title="文字中各分项之和不等于总数",
    title_en="The parts given in the prose do not make the whole",
    severity=Severity.WARNING,
    basis=_BASIS,
)
def parts(case: Case) -> Iterator[Hit]:
    """The parts of a list behind 其中 make the whole, unless the list is not all of them."""
    wrong = _contradicted(case)
    for paragraph in _paragraphs(case):
        for division in divisions(paragraph):
            places = (division.whole.span, *(part.span for part in division.parts))
            if not any(_overlap(span, bad) for span in places for bad in wrong):
                yield from _judged(case, division, places)


@rule(
    "T403",
    title="文字中的百分比或增减数与所依据的数不符",
    title_en="A percentage or difference does not follow from its figures",
    severity=Severity.WARNING,
    basis=_BASIS,
)
def percentages(case: Case) -> Iterator[Hit]:
    """A share or growth follows from its figures, rounded or cut off at the printed places."""
    wrong = _contradicted(case)
    for _, group in groupby(case.sentences, key=lambda s: s.section):
        section = list(group)
        for rate in rates(section, setting_of(case.report, case.year, section[0])):
            near = [s.span for s in (rate.part, rate.last, rate.delta) if s is not None]
            if any(_overlap(span, bad) for span in near for bad in wrong):
                continue
            if rate.kind == "share":
                yield from _share(case, rate)
            elif rate.kind == "completion":
                yield from _completion(case, rate)
            else:
                yield from _growth(case, rate)


def _paragraphs(case: Case) -> Iterator[list[Sentence]]:
    for _, group in groupby(case.sentences, key=lambda s: s.paragraph):
        yield list(group)


def _contradicted(case: Case) -> list[Span]:
    """Return the places of the claims that a table contradicts."""
    return [c.span for c in case.claims if contradiction(c, case.figures) is not None]


def _decided(case: Case, claim: Claim) -> bool:
    """Say whether a table has the figures that the claim is about."""
    totals = [total_of(r, case.figures) for r in claim.interpretations if not r.why]
    return bool(totals) and all(total is not None for total in totals)


def _same(one: Claim, other: Claim) -> bool:
    return agrees(one, other.value) or agrees(other, one.value)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _judged(case: Case, division: Division, places: tuple[Span, ...]) -> Iterator[Hit]:
    whole, total = Decimal(division.whole.value), Decimal(division.total)
    if whole == total:
        return
    said = division.whole.span.of(case.document.simplified) if case.document else ""
    published = not any(word in said for word in _COME_ONCE)
    doubt = _doubt(division, whole, total, published)
    if doubt is None:
        return
    unit = division.whole.unit
    arithmetic = say(
        "{parts}＝{total}",
        parts=joined("＋", (plain(p.value) for p in division.parts)),
        total=plain(total),
    )
    slip = say("，总数疑似多写了“万”") if whole == total * _WAN else ""
    covered = Span(min(s.start for s in places), max(s.end for s in places))
    yield Hit(
        message=say(
            "{place}写“{quote}”，各分项{arithmetic}{unit}，而总数写作 {whole}{unit}{slip}{doubt}",
            place=place(case, covered),
            quote=quote(case, covered),
            arithmetic=arithmetic,
            unit=unit,
            whole=plain(whole),
            slip=slip,
            doubt=doubt,
        ),
        spans=places,
        expected=_number(total),
        actual=_number(whole),
        arithmetic=arithmetic,
        severity=Severity.INFO if doubt else None,
    )


def _doubt(division: Division, whole: Decimal, total: Decimal, published: bool) -> str | None:
    """Return "" for parts that are certainly wrong, a reason for doubt, None for no finding.

    `published`: what is counted may have gone out by several ways at once.
    """
    if whole == total * _WAN or division.summed:
        near = abs(whole - total) <= whole * (1 - _NEAR)
        return "" if whole == total * _WAN or near else None
    if total > whole:
        if division.dimension == "media" and published:
            return say("。同一信息可能在几个渠道公开，请核实")
        return say("。各分项之间若有交叉则不算错，请核实") if division.crossing else ""
    partial = division.dimension in ("results", "applicants") and not division.complete
    if partial or not division.exhaustive or len(division.parts) < 2:
        return None
    if division.complete or (len(division.parts) >= _MANY and total >= whole * _NEAR):
        return ""
    return say("。“其中”若只列举了一部分则不算错") if total >= whole * _HALF else None


def _share(case: Case, rate: Rate) -> Iterator[Hit]:
    """Judge a share where the prose names a whole: no count that it may be of gives it."""
    assert rate.part is not None
    part = Decimal(rate.part.value)
    others = [s for s in rate.wholes if s.span != rate.part.span and s.value >= part]
    near = [s for s in rate.near if not s.part and s.value > part]
    named = [s for s in near if _is_of(case, rate, s)]
    tabled = [sum(values) for keys in _TABLE_WHOLES if (values := _values(case, keys))]
    wholes = [Decimal(s.value) for s in others] + [Decimal(t) for t in tabled if t >= part]
    if any(_gives(part / w, rate) for w in wholes if w):
        return
    if not named:
        yield from _share_of_requests(case, rate)
        return
    whole = named[0]
    yield _wrong_rate(case, rate, [rate.part, whole], part, Decimal(whole.value), part)


def _share_of_requests(case: Case, rate: Rate) -> Iterator[Hit]:
    """Judge a result's share of all requests, where only the table says how many those are."""
    assert rate.part is not None
    claims = [c for c in case.claims if c.span == rate.part.span and c.code == "T105"]
    asked = _OF_REQUESTS.fullmatch(rate.of)
    received = _values(case, ("requests.received.total",))
    if not asked or len(claims) != 1 or claims[0].open or not received or not received[0]:
        return
    yield _wrong_rate(
        case,
        rate,
        [rate.part],
        Decimal(rate.part.value),
        Decimal(received[0]),
        Decimal(rate.part.value),
    )


def _is_of(case: Case, rate: Rate, whole: Stated) -> bool:
    """Say whether the whole is what the share is said to be of (占申请总数的: of requests)."""
    said = whole.span.of(case.document.simplified) if case.document else ""
    return not rate.of or rate.of in said or said in rate.of


def _growth(case: Case, rate: Rate) -> Iterator[Hit]:
    assert rate.part is not None
    this = Decimal(rate.part.value)
    sign = -1 if rate.down else 1
    if rate.last is not None:
        last = Decimal(rate.last.value)
        used = [rate.part, rate.last]
    elif rate.delta is not None:
        last = this - sign * Decimal(rate.delta.value)
        used = [rate.part, rate.delta]
    else:
        return
    difference = this - last
    if rate.kind == "difference":
        assert rate.delta is not None
        stated = sign * Decimal(rate.delta.value)
        if stated == difference:
            return
        span = rate.delta.span
        arithmetic = say(
            "{this}－{before}＝{difference}",
            this=plain(this),
            before=plain(last),
            difference=plain(difference),
        )
        yield Hit(
            message=say(
                "{place}写“{quote}”，{arithmetic}，与所写的增减数不符",
                place=place(case, span),
                quote=quote(case, _cover([span, *_places(used)])),
                arithmetic=arithmetic,
            ),
            spans=(span, *_places(used)),
            expected=_number(difference),
            actual=_number(stated),
            arithmetic=arithmetic,
        )
        return
    if last <= 0 or _gives(sign * difference / last, rate):
        return
    yield _wrong_rate(case, rate, used, this, last, sign * difference)


def _completion(case: Case, rate: Rate) -> Iterator[Hit]:
    """Judge 办结率 by the table: at most a question, for the scope of the rate is not stated."""
    handled = _values(case, ("requests.total.total",))
    due = _values(case, ("requests.received.total", "requests.carried_in.total"))
    if not handled or not due or sum(due) == 0:
        return
    part, wholes = Decimal(handled[0]), [Decimal(sum(due)), Decimal(due[0])]
    if any(w and _gives(min(part / w, Decimal(1)), rate) for w in wholes):
        return
    wrong = _wrong_rate(case, rate, [], part, wholes[0], part)
    yield Hit(
        message=say("{message}。办结率的口径（到期、按期）没有写明", message=wrong.message),
        figures=("requests.total.total", "requests.received.total", "requests.carried_in.total"),
        spans=wrong.spans,
        expected=wrong.expected,
        actual=wrong.actual,
        arithmetic=wrong.arithmetic,
        severity=Severity.INFO,
    )


def _wrong_rate(
    case: Case,
    rate: Rate,
    used: list[Stated],
    this: Decimal,
    whole: Decimal,
    over: Decimal,
) -> Hit:
    ratio = over / whole * 100
    shown = at_step(ratio, rate.step)[0]
    left = plain(over)
    if rate.kind == "growth":
        more, less = (whole, this) if rate.down else (this, whole)
        left = say("（{more}－{less}）", more=plain(more), less=plain(less))
    arithmetic = say("{left}÷{whole}＝{shown:f}%", left=left, whole=plain(whole), shown=shown)
    near = _cover([rate.span, *_places(used[:1])])
    others = [
        say("“{quote}”", quote=quote(case, s.span)) for s in used[1:] if not near.covers(s.span)
    ]
    beside = say("（依据{others}）", others=joined("、", others)) if others else ""
    return Hit(
        message=say(
            "{place}写“{quote}”{beside}，{arithmetic}，与所写的 {percent}% 不符",
            place=place(case, near),
            quote=quote(case, near),
            beside=beside,
            arithmetic=arithmetic,
            percent=plain(rate.percent),
        ),
        spans=(rate.span, *_places(used)),
        expected=_number(shown),
        actual=_number(rate.percent),
        arithmetic=arithmetic,
    )


def _gives(ratio: Decimal, rate: Rate) -> bool:
    """Say whether the ratio is the percentage as printed, rounded or cut off."""
    return rate.percent in at_step(ratio * 100, rate.step)


def _values(case: Case, keys: tuple[str, ...]) -> list[Number]:
    """Return the figures, none at all where one of them has no value."""
    found = [case.figures[k].value for k in keys if k in case.figures]
    values = [value for value in found if value is not None]
    return values if len(values) == len(keys) else []


def _places(stated: list[Stated]) -> tuple[Span, ...]:
    return tuple(s.span for s in stated)


def _cover(spans: list[Span]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _number(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value
