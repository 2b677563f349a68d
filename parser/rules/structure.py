"""S1: the six sections: there, headed as the form heads them, in order, with something in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from parser.across.attachment import SPREADSHEETS
from parser.model import Body, Document, Section, Severity, Span, TableName
from parser.model.said import joined, say
from parser.official.form import FormSection
from parser.official.labels import Label, fold, parse
from parser.official.notices import ALL_FORMS
from parser.reading.headings import as_numbered
from parser.rules.case import Case
from parser.rules.naming import numeral
from parser.rules.registry import Hit, rule

# 其他需要报告的事项 is the one section in which there may be nothing to report.
_MAY_SAY_NONE = 6
_NONE = re.compile(r"(本年度?|目前|暂时?)?(无|没有|暂无)(内容|情况|事项)?")
# A hint of the template's own, （文字描述）, is S108's to say.
_BRACKETED = re.compile(r"（[^（）]*）")
_DATE = re.compile(
    r"[\d〇零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
)
# Fewer characters than this are no account of a year's work.
_LEAST = 10


@rule(
    "S101",
    title="缺少规定的部分",
    title_en="A section is missing",
    severity=Severity.ERROR,
    basis=f"《政府信息公开条例》第五十条；{ALL_FORMS}：年度报告由六个部分组成",
)
def missing_section(case: Case) -> Iterator[Hit]:
    """Every report has the form's six sections; a table that went with one is named here."""
    body = case.body
    if body is None or not case.is_governed:
        return
    form = case.official
    if case.is_attachment:
        absent = [table for table in form.tables if body.table(table.name) is None]
        without = (
            say("，其中没有{tables}", tables=joined("、", (table.short for table in absent)))
            if absent
            else ""
        )
        yield Hit(
            say(
                "这是只有表格的附表{without}：表格、数据和勾稽照常核查，文字部分请看报告正文。",
                without=without,
            ),
            tuple(key for table in absent for row in table.regular_rows for key in row.figure_keys),
            severity=Severity.INFO,
        )
        return
    there = {section.number for section in body.sections} | case.unread.sections
    missing = [section for section in form.sections if section.number not in there]
    gone = {
        section.number: tuple(
            key
            for table in form.tables
            if table.section == section.number and body.table(table.name) is None
            for row in table.regular_rows
            for key in row.figure_keys
        )
        for section in missing
    }
    if missing and len(missing) == len(form.sections):
        keys = tuple(key for number in gone for key in gone[number])
        yield Hit(say("六个部分的标题一个也没有，报告没有按规定格式分部分编写。"), keys)
        return
    for section in missing:
        keys = gone[section.number]
        with_table = say("，该部分的表格也没有") if keys else ""
        yield Hit(
            say("缺少{title}{with_table}。", title=_title(section), with_table=with_table), keys
        )


@rule(
    "S102",
    title="部分标题与规定格式不一致",
    title_en="A section's heading is not the form's",
    severity=Severity.WARNING,
    basis=f"{ALL_FORMS}：六个部分的标题；30号通知正文使用的长标题同样认可",
)
def heading_changed(case: Case) -> Iterator[Hit]:
    """A heading is the form's, or one of the long ones that the notice itself uses."""
    if not case.is_governed or case.is_attachment:
        return
    for section, expected, words in _headings(case):
        titles = (expected.title, *expected.accepted)
        if all(words != fold(title) for title in titles):
            yield Hit(
                say(
                    "第{number}部分的标题写作“{printed}”，规定格式是{title}。",
                    number=numeral(section.number),
                    printed=_printed(section),
                    title=_title(expected),
                ),
                spans=(section.heading_span,),
            )


@rule(
    "S103",
    title="部分次序颠倒或编号有误",
    title_en="Sections out of order or wrongly numbered",
    severity=Severity.WARNING,
    basis=f"{ALL_FORMS}：六个部分依次编号",
)
def out_of_order(case: Case) -> Iterator[Hit]:
    """The sections stand in the form's order, each once, under its own number."""
    body = case.body
    if body is None or not case.is_governed or case.is_attachment:
        return
    faults = [*_order_faults(body), *_number_faults(case)]
    if faults:
        spans = tuple(dict.fromkeys(span for _, span in faults))
        yield Hit(
            say("{told}。", told=joined("；", (sentence for sentence, _ in faults))), spans=spans
        )


@rule(
    "S104",
    title="部分没有内容",
    title_en="A section is empty",
    severity=Severity.WARNING,
    basis=f"《政府信息公开条例》第五十条；{ALL_FORMS}：各部分均应如实说明",
)
def empty_section(case: Case) -> Iterator[Hit]:
    """A section says something. Only the sixth may say that there is nothing to report."""
    body = case.body
    if body is None or not case.is_governed or case.is_attachment:
        return
    with_table: dict[int, TableName] = {t.section: t.name for t in case.official.tables}
    document = case.report.document
    in_sheets = document is not None and document.format in SPREADSHEETS
    elsewhere = in_sheets or bool(case.report.attached)
    for section in _first_of_each(body):
        name = with_table.get(section.number)
        table = body.table(name) if name else None
        if name and (table is None or elsewhere or section.span.covers(table.span)):
            continue  # a missing table is S201's to say, one in an attachment or a sheet is there
        if case.unread.touches(section.body):
            continue
        said = _said(case, section)
        words = fold(said)
        heading = say(
            "第{number}部分“{title}”",
            number=numeral(section.number),
            title=_bare_title(section),
        )
        if not words:
            yield Hit(
                say("{heading}只有标题，没有内容。", heading=heading), spans=(section.heading_span,)
            )
        elif section.number == _MAY_SAY_NONE or name:
            continue
        elif _NONE.fullmatch(words):
            yield Hit(
                say("{heading}只写了“{said}”，应当如实说明。", heading=heading, said=said),
                spans=(section.heading_span,),
            )
        elif len(words) < _LEAST and not _BRACKETED.fullmatch(said):
            yield Hit(
                say(
                    "{heading}只写了“{said}”，共 {words} 个字，不足以说明情况。",
                    heading=heading,
                    said=said,
                    words=len(words),
                ),
                spans=(section.heading_span,),
            )


def _bare_title(section: Section) -> str:
    """Return a section's heading as printed, without its number and without blanks."""
    printed = "".join(section.heading.split()).strip("#*|：:。")
    head, mark, rest = printed.partition("、")
    return rest if mark and len(head) <= 2 else printed


def _title(section: FormSection) -> str:
    return say("“{number}、{title}”", number=numeral(section.number), title=say(section.title))


def _printed(section: Section) -> str:
    return "".join(section.heading.split()).strip("#*|")


def _headings(case: Case) -> Iterator[tuple[Section, FormSection, str]]:
    """Yield each section of the first copy with the form's and the folded words of its heading."""
    body, document = case.body, case.document
    if body is None or document is None:
        return
    by_number = {section.number: section for section in case.official.sections}
    for section in body.sections:
        expected = by_number.get(section.number)
        if expected is not None:
            yield section, expected, _label(document, section).words


def _label(document: Document, section: Section) -> Label:
    return parse(as_numbered(section.heading_span.of(document.simplified).strip("#*| \t")))


def _first_of_each(body: Body) -> Iterator[Section]:
    seen: set[int] = set()
    for section in body.sections:
        if section.number not in seen:
            seen.add(section.number)
            yield section


def _order_faults(body: Body) -> Iterator[tuple[str, Span]]:
    before: list[Section] = []
    for section in body.sections:
        if any(other.number == section.number for other in before):
            yield say("“{printed}”出现了不止一次", printed=_printed(section)), section.heading_span
        elif before and before[-1].number > section.number:
            yield (
                say(
                    "“{printed}”排在“{before}”之后，次序颠倒",
                    printed=_printed(section),
                    before=_printed(before[-1]),
                ),
                section.heading_span,
            )
        before.append(section)


def _number_faults(case: Case) -> Iterator[tuple[str, Span]]:
    document = case.document
    if document is None:
        return
    for section, _, _ in _headings(case):
        marker = _label(document, section).marker
        if marker is not None and marker[1] != section.number:
            yield (
                say(
                    "“{printed}”应编号为“{number}”",
                    printed=_printed(section),
                    number=numeral(section.number),
                ),
                section.heading_span,
            )


def _said(case: Case, section: Section) -> str:
    """Return what the section says outside its table, signature and date left out."""
    signed = [n.span for n in case.identity.names if n.source == "signature" and n.span]
    signed += [mention.span for mention in case.identity.dates]
    signed.sort()
    starts = [span.start for span in signed]
    own: list[str] = []
    for paragraph in case.paragraphs:
        if not section.span.covers(paragraph.span) or _DATE.fullmatch(paragraph.text):
            continue
        first = bisect_left(starts, paragraph.span.start)
        last = bisect_left(starts, paragraph.span.end)
        within = (span for span in signed[first:last] if paragraph.span.covers(span))
        if not any(_mostly(span, paragraph.span) for span in within):
            own.append(paragraph.text)
    return "".join(own)


def _mostly(span: Span, whole: Span) -> bool:
    """Say whether the span makes up most of the whole: a line that holds little but a signature."""
    return (span.end - span.start) * 2 > whole.end - whole.start
