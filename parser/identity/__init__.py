"""Whose report it is, on which year, of what rank, and how that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from parser.identity.dates import find_period, publishing_dates, signing_dates
from parser.identity.key import same_unit
from parser.identity.level import level_of, level_of_self
from parser.identity.lines import Line, join, lines, squeeze
from parser.identity.title import Title, find_title
from parser.identity.unit import (
    named_as_compiler,
    named_by_page,
    named_in_file,
    named_in_opening,
    named_in_quote,
    named_in_signature,
    named_in_title,
    subject_of_opening,
)
from parser.identity.years import (
    Stated,
    settle,
    year_in_file,
    year_in_title,
    year_of_own_report,
    years_in_body,
)
from parser.model import Body, DateMention, Document, Identity, Level, Naming, Span

# A signature stands among the last so many lines.
_TAIL = 8
# What a page prints around a report: 索引号, 发布机构 and the like.
_METADATA = re.compile(
    r"(?:索引号|文号|发文日期|发布日期|发布时间|发布机构|发布单位|公开日期|成文日期|生成日期"
    r"|信息来源|来源|有效性|主题分类|组配分类)(?:[：:|]|(?<=^\w{3})|(?<=^\w{4}))"
)
# A title that tells of a report that was published is a piece of news.
_NEWS = re.compile(r"(?:发布|公布|公开发布|编制|印发|晒出|推出)(?:了|《|“)?20\d{2}")
_REPORT_TITLE = re.compile(
    r"信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报)(?:[（(].{1,12})?$"
)
# So many sentences are an account.
_SENTENCES = 4
# Without sections the title is looked for in so many lines.
_HEAD_LINES = 40


def identify(
    document: Document, bodies: Sequence[Body], path: str, first_year: int | None = None
) -> Identity:
    """Derive title, body, year, rank, period and dates of a report. `path` is as shown.

    `first_year` is the earliest year that there are official tables for, where the report has
    any: what its sentences say of years before cannot be its own. The page's own furniture is
    asked last, and only for what the report leaves open.
    """
    head = _head(document, bodies)
    tails = [_tail(document, body, bodies) for body in bodies]
    page = list(lines(document, Span(0, len(document.text)), furniture=True))
    stem = PurePosixPath(path).stem
    title = find_title(head) or find_title(_between_metadata(page, head))
    page_title = None if title else find_title(_page_titles(page))
    sections = list(_sections(document, bodies))
    preface = join(head)
    running = ([preface] if preface else []) + [line for _, line in sections]
    names = tuple(_names(title, page_title, tails, preface, sections, page, stem))
    unit = names[0].name if names else ""
    period, period_span = find_period(running)
    dates = _dates(head, tails, page)
    years = _years(title, page_title, period, period_span, dates, stem)
    spoken = ([(0, preface)] if preface else []) + sections
    own = year_of_own_report(preface)
    # A period over two years speaks for both.
    ends: list[Stated] = []
    if period and period[0].year != period[1].year:
        ends = [("period", period[1].year, period_span)]
    year = settle(years) if title else _year_without_title([*years, *ends], own, spoken, first_year)
    years += list(years_in_body(spoken, year))
    whole = document.simplified
    opened = subject_of_opening([line for _, line in sections[:1]] or running[:1])
    called = opened.name if opened and not names else ""
    return Identity(
        title=_shown(document, title.line.span) if title else "",
        title_span=title.line.span if title else None,
        unit=_shown(document, names[0].span) if names and names[0].span else unit,
        year=year if year or not title else settle(years),
        level=_level(names, called, whole),
        names=names,
        called=called,
        years=tuple(years),
        period=period,
        period_span=period_span,
        dates=tuple(dates),
    )


def is_written_out(document: Document, identity: Identity) -> bool:
    """Say whether a text without the form's sections is a report all the same: by its title.

    A title page, a list of reports, a notice and news about them hold the words of a title as well,
    but no account: some sentences of a year's work below it.
    """
    title = identity.title_span
    if title is None or not _REPORT_TITLE.search(identity.title) or _NEWS.search(identity.title):
        return False
    below = "".join(line.text for line in lines(document, Span(title.end, len(document.text))))
    return below.count("。") >= _SENTENCES


def _head(document: Document, bodies: Sequence[Body]) -> list[Line]:
    """Return the lines above the first section."""
    if not bodies:
        return list(lines(document, Span(0, len(document.text))))[:_HEAD_LINES]
    sections = bodies[0].sections
    end = min((s.span.start for s in sections), default=bodies[0].span.end)
    return list(lines(document, Span(0, end)))


def _tail(document: Document, body: Body, bodies: Sequence[Body]) -> list[Line]:
    """Return the last lines of a copy, and of the document after the last copy."""
    start = max((s.heading_span.end for s in body.sections), default=body.span.start)
    tables = [t.span.end for t in body.tables]
    start = max([start, *(end for end in tables if end <= body.span.end)])
    end = len(document.text) if body is bodies[-1] else body.span.end
    return list(lines(document, Span(min(start, end), end)))[-_TAIL:]


def _between_metadata(page: Sequence[Line], head: Sequence[Line]) -> list[Line]:
    """Return the page's lines that stand between its metadata and the report's first line."""
    start = head[0].offsets[0] if head else 0
    above = [line for line in page if line.offsets[0] < start][-_HEAD_LINES:]
    first = next((i for i, line in enumerate(above) if _METADATA.search(line.text)), len(above))
    return [line for line in above[first + 1 :] if not _METADATA.search(line.text)]


def _page_titles(page: Sequence[Line]) -> Iterator[Line]:
    """Yield the parts of the page's title lines: 某镇2022年年报_年报专栏_某县人民政府."""
    for line in page:
        at = 0
        for part in re.split(r"[_|—–\-]", line.text):
            if part:
                yield Line(part, line.offsets[at : at + len(part)])
            at += len(part) + 1


def _sections(document: Document, bodies: Sequence[Body]) -> Iterator[tuple[int, Line]]:
    """Yield the running text of the first copy's sections, without tables."""
    if not bodies:
        return
    tables = sorted(t.span for t in bodies[0].tables)
    for section in bodies[0].sections:
        at = section.body.start
        for table in tables:
            if section.body.covers(Span(table.start, table.start)):
                yield from _run(document, section.number, Span(at, table.start))
                at = max(at, table.end)
        yield from _run(document, section.number, Span(min(at, section.span.end), section.span.end))


def _run(document: Document, number: int, span: Span) -> Iterator[tuple[int, Line]]:
    joined = join(list(lines(document, span)))
    if joined:
        yield number, joined


def _names(
    title: Title | None,
    page_title: Title | None,
    tails: Sequence[list[Line]],
    preface: Line | None,
    sections: Sequence[tuple[int, Line]],
    page: Sequence[Line],
    stem: str,
) -> Iterator[Naming]:
    own = [line for _, line in sections]
    signatures = [s for s in (named_in_signature(tail) for tail in tails) if s]
    asked = [
        named_in_title(title) if title else None,
        signatures[-1] if signatures else None,
        named_as_compiler(preface, own),
        named_in_file(stem),
        named_in_quote(([preface] if preface else []) + own[:1]),
        named_in_title(page_title, "page") if page_title else None,
        named_by_page(iter(page)),
        named_in_opening(own[:1] or ([preface] if preface else [])),
    ]
    yield from (naming for naming in asked if naming)


def _dates(
    head: Sequence[Line], tails: Sequence[list[Line]], page: Sequence[Line]
) -> list[DateMention]:
    found: dict[tuple[str, Span], DateMention] = {}
    for tail in tails:
        found |= {("signed", d.span): d for d in signing_dates(tail)}
    for mention in publishing_dates([*head, *(line for tail in tails for line in tail), *page]):
        found.setdefault((mention.role, mention.span), mention)
    return sorted(found.values(), key=lambda d: (d.role, d.span))


def _years(
    title: Title | None,
    page_title: Title | None,
    period: tuple[date, date] | None,
    period_span: Span | None,
    dates: Sequence[DateMention],
    stem: str,
) -> list[Stated]:
    in_title = year_in_title(title.line) if title else None
    on_page = year_in_title(page_title.line) if page_title else None
    found = [
        in_title,
        ("period", period[0].year, period_span) if period else None,
        year_in_file(stem),
        ("page", on_page[1], on_page[2]) if on_page else None,
        *(("date", d.day.year, d.span) for d in dates),
    ]
    return [stated for stated in found if stated]


def _year_without_title(
    years: Sequence[Stated],
    own: Stated | None,
    spoken: Sequence[tuple[int, Line]],
    first_year: int | None,
) -> int | None:
    """Return the year that most of the text says, a stale one in its sentences left out."""
    said = [*([own] if own else []), *years_in_body(spoken, None)]
    if first_year is not None:
        said = [stated for stated in said if stated[1] >= first_year]
    return settle([*years, *said])


def _level(names: Sequence[Naming], called: str, text: str) -> Level:
    """Return the rank by the body's own names, then by what it calls itself."""
    unit = names[0].name if names else ""
    own = [n.name for n in names if n.name in unit or unit in n.name or same_unit(n.name, unit)]
    for name in own:
        level = level_of(name, text)
        if level is not Level.UNKNOWN:
            return level
    itself = level_of_self(text)
    return level_of(called, text) if itself is Level.UNKNOWN else itself


def _shown(document: Document, span: Span) -> str:
    """Return what stands there, as printed, without blanks and residue."""
    line = squeeze(document, span)
    return "".join(document.text[i] for i in line.offsets) if line else ""
