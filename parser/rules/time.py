"""Y: the years, the period and the days that a report states of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from parser.identity.body_names import place_kind, take_apart
from parser.model import DateMention, Level, Severity, Span
from parser.model.said import joined, say
from parser.official.form import form_for_year, form_of, forms
from parser.official.notices import IN_FORCE, TRIAL, by_number
from parser.reading.prose import Sentence
from parser.rules.case import Case
from parser.rules.registry import Hit, rule

_YEAR = r"20\d{2}"
_SOURCES = {
    "title": say("标题"),
    "period": say("统计期限"),
    "body": say("正文"),
    "date": say("落款日期"),
    "carry": say("结转"),
}
# 结转2024年办理: carried over to a year that must be the next one.
_CARRIED = re.compile(
    rf"(?:结转|转结|顺延|延至|转)(?:至|到|入)?(?P<year>{_YEAR})年度?(?:继续)?(?:办|答复|处理|完成)"
)
_NOTICE = re.compile(
    rf"国办(?P<kind>公开办函|公开函|公开办发|公开办|发|函|办函)[〔\[（【]?(?P<year>{_YEAR})[〕\]）】]?(?P<number>\d{{1,3}})号"
)
_NOTICES = by_number()
_ABOUT_FORM = re.compile(r"年度报告|年报|报告格式")
_TRIAL = re.compile(r"年度报告格式[》>]?（试行）")
_OLD_REGULATIONS = re.compile(r"国(?:务院)?令第?492号")
_ABOLISHED = re.compile(r"废止|停止执行|不再执行|修订|失效")
# Before 2019 reports were to be written under these heads.
_OLD_HEADS = re.compile(
    r"(?:收费(?:和|及)?减免|支出(?:和|与|及)收费|收费及减免)(?:的)?情况|(?:行政)?诉讼(?:和|、|及)申诉|申诉(?:的)?情况"
)
_REPUBLISHED = 366


def _opens_the_text(case: Case, place: Span | None) -> bool:
    """Say whether a year stands in the first sentence: that one tells of no earlier time."""
    first = next((s for s in case.sentences if s.section), None)
    return bool(place and first and first.section == 1 and first.span.covers(place))


@rule(
    "Y101",
    title="标题、统计期限、正文、落款的年份不一致",
    title_en="The years of title, period, text and dates disagree",
    severity=Severity.ERROR,
    basis=f"《政府信息公开条例》第五十条；{IN_FORCE}：年度报告反映上一年度情况",
)
def years_disagree(case: Case) -> Iterator[Hit]:
    """What the report says of its own year must be one year throughout."""
    identity = case.identity
    year = identity.year
    if year is None:
        yield from _before_any_form(case)
        return
    others = [
        (source, stated, span)
        for source, stated, span in identity.years
        if stated != year
        and (source == "title" or (source == "period" and not _reaches(case, year)))
    ]
    others += [
        ("body", stated, span)
        for source, stated, span in identity.years
        if source == "body"
        and stated != year
        and (abs(stated - year) == 1 or _opens_the_text(case, span))
    ]
    others += [
        ("date", d.day.year, d.span)
        for d in identity.dates
        if d.role == "signed" and not year <= d.day.year <= year + 1
    ]
    others += [("carry", stated, span) for stated, span in _carried(case, year)]
    if not others:
        return
    told: list[str] = []
    for source in _SOURCES:
        years = sorted({stated for where, stated, _ in others if where == source})
        if years:
            told.append(
                say(
                    "{source}写作{years}",
                    source=_SOURCES[source],
                    years=joined("、", (say("{year}年", year=y) for y in years)),
                )
            )
    basis = next((s for s, stated, _ in identity.years if stated == year and s in _SOURCES), "")
    own = (
        say("{source}为{year}年", source=_SOURCES[basis], year=year)
        if basis
        else say("报告年度为{year}年", year=year)
    )
    spans = [span for _, _, span in others if span]
    own_span = next((s for w, y, s in identity.years if w == basis and y == year and s), None)
    yield Hit(
        say("{own}，{told}，请核对报告的是哪一年。", own=own, told=joined("，", told)),
        spans=tuple(dict.fromkeys([*([own_span] if own_span else []), *spans])),
        expected=year + 1 if {s for s, _, _ in others} == {"carry"} else year,
        actual=others[0][1],
    )


def _before_any_form(case: Case) -> Iterator[Hit]:
    """Yield that sentences speak of a year for which the tables that are used did not exist."""
    if case.report.form is None:
        return
    used = form_of(case.report.form)
    stale = [(y, span) for s, y, span in case.identity.years if s == "body" and span]
    stale = [(y, span) for y, span in stale if y < used.first_year]
    if stale:
        told = joined("、", (say("{year}年", year=y) for y in sorted({y for y, _ in stale})))
        yield Hit(
            say(
                "正文写作{told}，表格用的却是{first_year}年度起才有的格式，请核对报告的是哪一年。",
                told=told,
                first_year=used.first_year,
            ),
            spans=tuple(span for _, span in stale),
            actual=stale[0][0],
        )


def _carried(case: Case, year: int) -> Iterator[tuple[int, Span]]:
    """Yield where requests are carried into a year that is not after the report's."""
    for sentence in case.sentences:
        for match in _CARRIED.finditer(sentence.text):
            if int(match["year"]) == year:
                yield year, sentence.place(*match.span())


def _reaches(case: Case, year: int) -> bool:
    """Say whether a period of more than one year goes on into this one: that is Y102's to say."""
    period = case.identity.period
    return period is not None and period[1].year == year


@rule(
    "Y102",
    title="统计期限不是1月1日至12月31日",
    title_en="The statistical period is not 1 January to 31 December",
    severity=Severity.WARNING,
    basis="《政府信息公开条例》第四十九条；年度报告的统计期限为上一年度1月1日至12月31日",
)
def whole_year(case: Case) -> Iterator[Hit]:
    """The period covers one calendar year, first day to last."""
    period, span = case.identity.period, case.identity.period_span
    if span is None:
        return
    printed = "".join(span.of(case.text).split())
    if period is None:
        if sum(c.isdigit() for c in printed) >= 6:
            yield Hit(
                say("统计期限“{printed}”里有不存在或者没有写全的日期。", printed=printed),
                spans=(span,),
            )
        return
    first, last = period
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31) or first.year != last.year:
        year = case.identity.year if case.identity.year == last.year else first.year
        yield Hit(
            say(
                "统计期限写作{first}至{last}，应为{year}年1月1日至12月31日。",
                first=_said(first),
                last=_said(last),
                year=year,
            ),
            spans=(span,),
        )


@rule(
    "Y103",
    title="统计期未满就已落款或发布",
    title_en="Signed or published before the period ended",
    severity=Severity.WARNING,
    basis=f"{IN_FORCE}：年度报告统计至12月31日",
)
def too_early(case: Case) -> Iterator[Hit]:
    """No report can be signed or published before the year is over."""
    year = case.identity.year
    if year is None:
        return
    end = date(year, 12, 31)
    signed = [d for d in _of(case, "signed") if d.day.year == year]
    published = _of(case, "published")
    early = signed + (published if published and all(d.day <= end for d in published) else [])
    if early:
        told = joined("、", (say("{role}{day}", role=_role(d), day=_said(d.day)) for d in early))
        yield Hit(
            say("{told}，{year}年尚未结束，全年数据不可能完整。", told=told, year=year),
            spans=tuple(d.span for d in early),
        )


@rule(
    "Y104",
    title="公布晚于规定期限",
    title_en="Published after the deadline",
    severity=Severity.WARNING,
    basis="《政府信息公开条例》第四十九条：部门1月31日前，县级以上地方政府3月31日前",
)
def too_late(case: Case) -> Iterator[Hit]:
    """Departments publish by 31 January, governments by 31 March; the auditor sets the rest."""
    identity = case.identity
    level = identity.level
    if level is Level.UNKNOWN and place_kind(take_apart(_plain(case)).nearest) == "市":
        # Whether of a prefecture or a county, a city's government has the same day.
        level = Level.COUNTY
    limit = case.profile.deadlines.get(level)
    if identity.year is None or limit is None:
        return
    if level is Level.DEPARTMENT and re.search(r"政府办公[室厅]$", _plain(case)):
        # The office reports for itself or for its government: the later day is sure for both.
        limit = max(limit, case.profile.deadlines.get(Level.COUNTY, limit))
    ended = date(identity.year, 12, 31)
    known = [d for d in _of(case, "published") if d.day > ended]
    known = known or [d for d in _of(case, "signed") if d.day > ended]
    if not known:
        return
    first = min(known, key=lambda d: d.day)
    last_day = date(identity.year + 1, *limit)
    if first.day > last_day:
        days = (first.day - last_day).days
        moved = say("；相隔一年以上，也可能是网站迁移后的日期") if days > _REPUBLISHED else ""
        signed = say("，公布只会更晚") if first.role == "signed" else ""
        late = say("晚于期限{due} {days} 天{moved}", due=_said(last_day), days=days, moved=moved)
        yield Hit(
            say(
                "{role}{day}{signed}，{late}。",
                role=_role(first),
                day=_said(first.day),
                signed=signed,
                late=late,
            ),
            spans=(first.span,),
        )


@rule(
    "Y105",
    title="没有写明统计期限",
    title_en="No statistical period is stated",
    severity=Severity.INFO,
    basis="年度报告编制惯例：导语写明数据统计期限",
)
def no_period(case: Case) -> Iterator[Hit]:
    """The report says from which day to which day its figures count."""
    if case.body is None or case.is_attachment:
        return
    if case.body.sections and case.identity.period_span is None:
        yield Hit(say("没有写明数据的统计期限（一般写作“自某年1月1日起至12月31日止”）。"))


@rule(
    "Y106",
    title="引用已废止的通知或写错文号",
    title_en="Cites the repealed notice or a wrong document number",
    severity=Severity.WARNING,
    basis=f"{IN_FORCE}（自2021年度报告起执行，{TRIAL}同时废止）",
)
def wrong_notice(case: Case) -> Iterator[Hit]:
    """A report rests on the notice that its year falls under, cited by its right number."""
    year = case.identity.year
    if year is None or year < forms()[0].first_year:
        return
    told: list[str] = []
    spans: list[Span] = []
    for sentence in case.sentences:
        for message, start, end in _wrong(sentence, year):
            if message not in told:
                told.append(message)
            spans.append(sentence.place(start, end))
    if told:
        yield Hit(say("{told}。", told=joined("；", told)), spans=tuple(spans))


def _wrong(sentence: Sentence, year: int) -> Iterator[tuple[str, int, int]]:
    text = sentence.text
    abolished = bool(_ABOLISHED.search(text))
    for match in _NOTICE.finditer(text):
        cited = (int(match["year"]), int(match["number"]))
        printed = match.group()
        if match["kind"] == "公开办函" and cited in _NOTICES:
            form = _NOTICES[cited]
            if form.last_year is not None and year > form.last_year and not abolished:
                yield (
                    say(
                        "{year}年度报告引用已废止的“{printed}”，应依据{notice}",
                        year=year,
                        printed=printed,
                        notice=_notice_for(year),
                    ),
                    *match.span(),
                )
            if year < form.first_year:
                yield (
                    say(
                        "{year}年度报告引用{issued}才印发的“{printed}”",
                        year=year,
                        issued=form.issued,
                        printed=printed,
                    ),
                    *match.span(),
                )
        elif cited in _NOTICES or (match["kind"] == "公开办函" and _ABOUT_FORM.search(text)):
            if cited in _NOTICES and not _ABOUT_FORM.search(text) and match["kind"] in ("发", "函"):
                continue
            yield (
                say(
                    "文号“{printed}”有误，年报格式的通知是{notice}",
                    printed=printed,
                    notice=_notice_for(year),
                ),
                *match.span(),
            )
    trial = _TRIAL.search(text)
    tried = forms()[0]
    over = tried.last_year is not None and year > tried.last_year
    if trial and over and not abolished and not _NOTICE.search(text):
        told = say(
            "{year}年度报告仍依据{first_year}年的“年度报告格式（试行）”",
            year=year,
            first_year=tried.first_year,
        )
        yield told, *trial.span()
    old = _OLD_REGULATIONS.search(text)
    if old and not abolished and "711" not in text:
        yield (
            say("引用修订前的条例“{printed}”，现行条例为国务院令第711号", printed=old.group()),
            *old.span(),
        )
    heads = _OLD_HEADS.search(text) if sentence.section == 0 else None
    if heads:
        yield (
            say("开头所列的“{printed}”是2018年以前的旧结构，现行格式没有", printed=heads.group()),
            *heads.span(),
        )


def _notice_for(year: int) -> str:
    form = form_for_year(year)
    return form.notice if form else IN_FORCE


def _of(case: Case, role: str) -> list[DateMention]:
    return [d for d in case.identity.dates if d.role == role]


def _plain(case: Case) -> str:
    names = case.identity.names
    return names[0].name if names else case.identity.unit


def _role(mention: DateMention) -> str:
    return say("发布日期") if mention.role == "published" else say("落款日期")


def _said(day: date) -> str:
    return say("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)
