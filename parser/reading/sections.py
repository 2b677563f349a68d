"""Finding the six sections by their headings.

Source of the headings: the annexes of both notices; long variants are listed in the form's data.
"""

from __future__ import annotations

import re

from parser.model import Document, Section, Span
from parser.official.form import forms
from parser.official.labels import fold, parse, resemblance
from parser.reading.headings import Heading, as_numbered, in_cell, is_row_label, settled, trimmed
from parser.reading.table_of_contents import without_contents

_LONGEST = 48
# From this on a heading is held to mean the form's, a slip or a word more notwithstanding.
_MEANT = 0.85
_LINE = re.compile(r"[^\n]+")
_SEVERAL = re.compile(r"\s[一二三四五六]、.+\s[一二三四五六]、")
_TOP_MARKER = re.compile(r"[\s#*>]*[一二三四五六七八九十]{1,2}\s*[、.．,，:：]\s*")


def headings(document: Document, within: Span) -> tuple[Heading, ...]:
    """Return every section heading in a stretch of the document, in order of place."""
    found = list(_by_line(document, within))
    if len({h.number for h in found}) < 3:
        found = _inline(document, within) or found
    return tuple(settled(document, within, without_contents(document, found)))


def sections(document: Document, within: Span) -> tuple[Section, ...]:
    """Return the sections of one copy of the body, in order of place.

    A section runs to the next heading; the last one to the end of the copy. Section numbers are
    the form's for the heading's words, whatever numeral the report prints before them.
    """
    heads = headings(document, within)
    ends = [*(head.span.start for head in heads[1:]), within.end][: len(heads)]
    return tuple(
        Section(
            number=head.number,
            heading=head.span.of(document.text),
            heading_span=head.span,
            span=Span(head.span.start, end),
        )
        for head, end in zip(heads, ends, strict=True)
    )


def _by_line(document: Document, within: Span) -> list[Heading]:
    found: list[Heading] = []
    text = document.simplified
    for line in _LINE.finditer(text, within.start, within.end):
        span = trimmed(text, Span(line.start(), line.end()))
        if span.end - span.start < 3 or _covered(span, document.furniture):
            continue
        if "|" in span.of(text).strip("| "):
            continue
        number = _number_of(as_numbered(span.of(text).strip("#*|> \t")))
        heading = Heading(number, span) if number else _opening(text, span)
        if heading and not in_cell(document, span):
            found.append(heading)
    return found


def _number_of(line: str) -> int | None:
    """Return the number of the section that a whole line heads, None for any other line."""
    words = fold(line)
    if not words or len(words) > _LONGEST or line.rstrip().endswith(("。", "；", "，", ",", "、")):
        return None
    if is_row_label(line):
        return None
    label = parse(line)
    numbered = label.marker is not None and label.marker[0] == "top"
    for section in forms()[-1].sections:
        titles = section.titles
        if any(fold(title) == label.words for title in titles):
            return section.number
        if numbered and any(resemblance(label.words, title) >= _MEANT for title in titles):
            return section.number
    if not numbered:
        return None
    for section in forms()[-1].sections:
        if any(all(word in label.words for word in core) for core in section.cores):
            return section.number
    return None


def _opening(text: str, span: Span) -> Heading | None:
    """Recognise a heading whose section begins on the same line (六、其他需要报告的事项：无)."""
    line = span.of(text)
    marker = _TOP_MARKER.match(line)
    if not marker:
        return None
    for section in forms()[-1].sections:
        for title in (*section.accepted, section.title):
            if line.startswith(title, marker.end()):
                end = marker.end() + len(title)
                if _SEVERAL.search(line, end):
                    return None  # a table of contents in one line
                if end == len(line) or not line[end].isalnum():
                    return Heading(section.number, Span(span.start, span.start + end))
    return None


def _inline(document: Document, within: Span) -> list[Heading]:
    """Find headings inside running text: a page saved with its line ends lost."""
    found: dict[int, tuple[float, Heading]] = {}
    text = document.simplified
    for hit in re.finditer(r"(?<![\u4e00-\u9fff])[一二三四五六]\s*、\s*", text[: within.end]):
        if hit.start() < within.start or _covered(Span(*hit.span()), document.furniture):
            continue
        for section in forms()[-1].sections:
            for title in (*section.accepted, section.title):
                for length in (len(title), len(title) + 1):
                    like = resemblance(text[hit.end() : hit.end() + length], title)
                    if like >= _MEANT and like > found.get(section.number, (0.0,))[0]:
                        span = Span(hit.start(), min(hit.end() + length, within.end))
                        found[section.number] = (like, Heading(section.number, span))
    return [heading for _, heading in found.values()]


def _covered(span: Span, by: tuple[Span, ...]) -> bool:
    return any(other.covers(span) for other in by)
