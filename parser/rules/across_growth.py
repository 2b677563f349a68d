"""T404: a growth stated in the prose, held against last year's report of the unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from parser.across.docket import Docket
from parser.across.series import Series
from parser.claims import Mention, claimed, setting_of
from parser.claims.contradiction import at_step, contradiction, total_of
from parser.claims.figures import claim_of
from parser.claims.heads import REQUEST_TOPICS
from parser.claims.rates import Rate, rates
from parser.model import Number, Place, Report, Role, Severity, Span
from parser.model.said import say
from parser.official.notices import IN_FORCE
from parser.rules.case import Case
from parser.rules.prose_requests import place, plain, quote
from parser.rules.registry import CrossHit, cross_rule
from parser.settings.profile import Profile

# A report without one of these states no growth on the year before.
_COMPARING = ("同比", "上年", "去年", "上一年", "相比", "增长", "较20", "比20")
_STEADY = (*REQUEST_TOPICS, "review", "litigation", "direct", "after_review", "information")


@dataclass(frozen=True, slots=True)
class _Last:
    """What last year's report says: the number, the figures or the passage that it stands in."""

    value: Number
    keys: tuple[str, ...]
    spans: tuple[Span, ...]


@cross_rule(
    "T404",
    title="文字所写的增减与上一年度报告不符",
    title_en="A growth stated in the prose does not follow from last year's report",
    severity=Severity.WARNING,
    basis=f"{IN_FORCE}：年度报告内容和统计数据要准确",
)
def growth(docket: Docket) -> Iterator[CrossHit]:
    """A growth follows from the same count of both years, rounded or cut off as printed."""
    for unit in docket.series:
        for earlier, later in unit.neighbours:
            if any(word in later.text for word in _COMPARING):
                yield from _judged(unit, earlier, later, docket.profile)


def _judged(unit: Series, earlier: Report, later: Report, profile: Profile) -> Iterator[CrossHit]:
    now, then = Case(later, profile), Case(earlier, profile)
    told: set[tuple[object, ...]] = set()
    for rate in _growths(now):
        mention = _counted(now, rate)
        if mention is None or (mention.items, rate.part) in told:
            continue
        found = list(_last_year(mention, then, later.form == earlier.form))
        if found and not any(_follows(rate, Decimal(last.value)) for last in found):
            told.add((mention.items, rate.part))
            yield _hit(unit, now, then, rate, found[0])


def _growths(case: Case) -> Iterator[Rate]:
    """Yield what the prose compares with the year before without stating that year's count.

    A percentage beside a difference follows from that: T403 says where it does not.
    """
    for _, group in groupby(case.sentences, key=lambda s: s.section):
        section = list(group)
        for rate in rates(section, setting_of(case.report, case.year, section[0])):
            grows = rate.kind in ("difference", "times")
            grows = grows or (rate.kind == "growth" and rate.delta is None)
            if grows and rate.yearly and rate.last is None and rate.part is not None:
                yield rate


def _counted(case: Case, rate: Rate) -> Mention | None:
    """Return what the number that has grown counts, None where it is not certain."""
    assert rate.part is not None
    found = [m for m in case.mentions if m.span == rate.part.span and m.value == rate.part.value]
    if len(found) != 1 or found[0].open or found[0].step != 1 or found[0].time != "this":
        return None
    wrong = [contradiction(claim, case.figures) for claim in claimed(case.report, found)]
    # a number that its own table contradicts is that finding
    return None if any(c is not None and not c.doubt for c in wrong) else found[0]


def _last_year(mention: Mention, then: Case, same_form: bool) -> Iterator[_Last]:
    """Yield the same count as last year's report states it, in its prose and in its tables."""
    for other in then.mentions:
        same = other.items == mention.items and other.time == "this" and other.unit == mention.unit
        alone = other.base is None or mention.base is not None
        if same and alone and not other.open and other.step == 1:
            yield _Last(other.value, (), (other.span,))
    if not same_form and any(item.topic not in _STEADY for item in mention.items):
        return
    claim = claim_of(mention, then.figures, then.report.form)
    if claim is None:
        return
    totals = [(reading, total_of(reading, then.figures)) for reading in claim.interpretations]
    if any(total is None and not reading.why for reading, total in totals):
        return
    failed = {k for f in then.report.findings if f.family == "A" for k in f.figures}
    for reading, total in totals:
        if total is not None and not failed & set(reading.keys):
            yield _Last(total, reading.keys, then.spans(reading.keys))


def _follows(rate: Rate, last: Decimal) -> bool:
    assert rate.part is not None
    this, sign = Decimal(rate.part.value), -1 if rate.down else 1
    if rate.kind == "difference":
        return rate.delta is not None and sign * Decimal(rate.delta.value) == this - last
    if last <= 0:
        return True  # no rate can be told
    if rate.kind == "times":
        return rate.percent in at_step(this / last, rate.step)
    return rate.percent in at_step(sign * (this - last) / last * 100, rate.step)


def _hit(unit: Series, now: Case, then: Case, rate: Rate, last: _Last) -> CrossHit:
    assert rate.part is not None
    this, before = Decimal(rate.part.value), Decimal(last.value)
    difference = this - before
    if rate.kind == "difference":
        due = difference
        arithmetic = say(
            "{this}－{before}＝{difference}",
            this=plain(this),
            before=plain(before),
            difference=plain(difference),
        )
    elif rate.kind == "times":
        due = at_step(this / before, rate.step)[0]
        arithmetic = say(
            "{this}÷{before}＝{due}", this=plain(this), before=plain(before), due=plain(due)
        )
    else:
        due = at_step(difference / before * 100, rate.step)[0]
        arithmetic = say(
            "（{this}－{before}）÷{before}＝{due:f}%",
            this=plain(this),
            before=plain(before),
            due=due,
        )
    said = rate.delta.span if rate.kind == "difference" and rate.delta else rate.span
    near = Span(min(rate.part.span.start, said.start), max(rate.part.span.end, said.end))
    shown = quote(now, near)
    if shown.endswith("…"):
        shown = f"{quote(now, rate.part.span)}……{quote(now, said)}"
    stated = rate.delta.value if rate.kind == "difference" and rate.delta else rate.percent
    whole = int(due) if due == due.to_integral_value() else due
    where = (
        say("表中")
        if last.keys
        else say(
            "{place}“{quote}”", place=place(then, last.spans[0]), quote=quote(then, last.spans[0])
        )
    )
    return CrossHit(
        say(
            "“{unit}”{year}年报告{place}写“{shown}”，而{last_year}年报告{where}是 {before}，"
            "{arithmetic}，与所写的不符。",
            unit=unit.unit,
            year=now.identity.year,
            place=place(now, near),
            shown=shown,
            last_year=then.identity.year,
            where=where,
            before=plain(before),
            arithmetic=arithmetic,
        ),
        (then.report.path, now.report.path),
        last.keys,
        whole,
        passages=(
            *((then.report.path, span) for span in last.spans),
            (now.report.path, near),
        ),
        places=(*_last_places(then, last), _stated(now, near, stated, whole)),
    )


def _last_places(then: Case, last: _Last) -> Iterator[Place]:
    path = then.report.path
    for key in last.keys:
        figure = then.figures[key]
        yield Place(path, key, figure.span, figure.value, None, Role.OPERAND)
    for span in last.spans if not last.keys else ():
        yield Place(path, "", span, last.value, None, Role.OPERAND)


def _stated(now: Case, span: Span, stated: Number | None, due: Number) -> Place:
    return Place(now.report.path, "", span, stated, due, Role.LATER)
