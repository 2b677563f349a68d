"""Whose report it is, on which year, of what rank, and how that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from parser.identity.dates import find_period, publishing_dates, signing_dates
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
)
from parser.identity.years import Stated, settle, year_in_file, year_in_title, years_in_body
from parser.model import Body, DateMention, Document, Identity, Level, Naming, Span

# A signature stands among the last so many lines.
_TAIL = 8
# Without sections the title is looked for in so many lines.
_HEAD_LINES = 40


def identify(document: Document, bodies: Sequence[Body], path: str) -> Identity:
    """Derive title, body, year, rank, period and dates of a report. `path` is as shown.

    The page's own furniture is asked last, and only for what the report leaves open.
    """
    head = _head(document, bodies)
    tails = [_tail(document, body, bodies) for body in bodies]
    page = list(lines(document, Span(0, len(document.text)), furniture=True))
    stem = PurePosixPath(path).stem
    title = find_title(head)
    page_title = None if title else find_title(_page_titles(page))
    sections = list(_sections(document, bodies))
    preface = join(head)
    running = ([preface] if preface else []) + [line for _, line in sections]
    names = tuple(_names(title, page_title, tails, preface, sections, page, stem))
    unit = names[0].name if names else ""
    period, period_span = find_period(running)
    dates = _dates(head, tails, page)
    years = _years(title, page_title, period and period[0].year, period_span, dates, stem)
    year = settle(years)
    years += list(years_in_body(([(0, preface)] if preface else []) + sections, year))
    whole = document.simplified
    return Identity(
        title=_shown(document, title.line.span) if title else "",
        title_span=title.line.span if title else None,
        unit=_shown(document, names[0].span) if names and names[0].span else unit,
        year=settle(years),
        level=_level(unit, names, whole),
        names=names,
        years=tuple(years),
        period=period,
        period_span=period_span,
        dates=tuple(dates),
    )


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
    period_year: int | None,
    period_span: Span | None,
    dates: Sequence[DateMention],
    stem: str,
) -> list[Stated]:
    in_title = year_in_title(title.line) if title else None
    on_page = year_in_title(page_title.line) if page_title else None
    found = [
        in_title,
        ("period", period_year, period_span) if period_year else None,
        year_in_file(stem),
        ("page", on_page[1], on_page[2]) if on_page else None,
        *(("date", d.day.year, d.span) for d in dates),
    ]
    return [stated for stated in found if stated]


def _level(unit: str, names: Sequence[Naming], text: str) -> Level:
    for name in [unit, *(n.name for n in names)]:
        level = level_of(name, text)
        if level is not Level.UNKNOWN:
            return level
    return level_of_self(text)


def _shown(document: Document, span: Span) -> str:
    """Return what stands there, as printed, without blanks and residue."""
    line = squeeze(document, span)
    return "".join(document.text[i] for i in line.offsets) if line else ""
