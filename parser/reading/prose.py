"""The running text of a report: its paragraphs and sentences, outside tables and page furniture.

A sentence is given twice over: as a span into the document, and as `text` made for matching:
simplified, half width, without blanks and line breaks, with Chinese punctuation. `offsets` leads
from each character of `text` back to the document, so no match ever loses its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from parser.model import Body, Document, Report, Span
from parser.official.labels import fold
from parser.reading.tables.filled import is_nothing
from parser.reading.tables.markup import unmarked
from parser.reading.tables.parted import heads_columns

_ENDS = "。；！？"
_PUNCTUATION = str.maketrans(
    {"(": "（", ")": "）", ":": "：", ";": "；", "!": "！", "?": "？", "﹪": "%"}
)
_FULL_WIDTH = {
    chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF01, 0xFF5F)
}
# The half-width form of digits and letters, the Chinese form of punctuation.
_CANONICAL = _PUNCTUATION | {
    ord(c): half.translate(_PUNCTUATION) for c, half in _FULL_WIDTH.items()
}
_MARKER = re.compile(
    r"[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、"
    r"|\d{1,2}[、.](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[-*•●]\s|#{1,6}\s"
)
_LISTED = re.compile(r"[一二三四五六七八九十]是")
_STOPS = "，。；、"
# A line that ends without a stop is unfinished if it is too long for a heading.
_HEADING_WIDTH = 60
_OPEN, _CLOSED = "《（“(", "》）”)"
# A ragged right edge: a broken line may be shorter than the widest by so many half-width columns.
_RAGGED = 8
# So many lines of about one width mean that the text was broken at that width.
_WRAPPED_LINES = 6
# A bracket that does not close within so many characters was never meant to close.
_BRACKET_REACH = 600


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of running text up to 。；！？ or the end of its paragraph.

    `section` is 1 to 6, or 0 before the first section. `offsets[i]` is where `text[i]` stands in
    the document; `paragraph` counts the report's paragraphs from 0.
    """

    text: str
    span: Span
    section: int
    offsets: tuple[int, ...]
    paragraph: int

    def place(self, start: int, end: int) -> Span:
        """Return the document span of `text[start:end]`. `end` must be greater than `start`."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its hard-wrapped lines joined; fields as in `Sentence`."""

    text: str
    span: Span
    section: int
    offsets: tuple[int, ...]
    number: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    width: int
    after_gap: bool


def paragraphs(report: Report) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the preface and the body that counts, in reading order.

    Tables, section headings and furniture are left out. Empty where there is no body.
    """
    document, body = report.document, report.body
    if document is None or body is None:
        return ()
    found: list[Paragraph] = []
    # The first copy begins with the text; what stands above a later one is the copy before it.
    begin = 0 if body is report.bodies[0] else body.span.start
    found_in = _stretches(document, body, begin)
    stretches = [(n, list(_lines(document, s))) for n, s in found_in]
    wrapped = _wrap_width(document, [lines for _, lines in stretches])
    for section, lines in stretches:
        for run in _join(document, lines, wrapped):
            text, offsets = _matching_text(document, run)
            if text:
                span = Span(offsets[0], offsets[-1] + 1)
                found.append(Paragraph(text, span, section, offsets, len(found)))
    return tuple(found)


def sentences(of: Iterable[Paragraph]) -> tuple[Sentence, ...]:
    """Return the sentences of these paragraphs, in reading order."""
    return tuple(sentence for paragraph in of for sentence in _split(paragraph))


def _stretches(document: Document, body: Body, begin: int) -> Iterator[tuple[int, Span]]:
    """Yield the pieces of running text, each with the number of its section."""
    cut = sorted([t.span for t in body.tables])
    sections = sorted(body.sections, key=lambda s: s.span)
    first = sections[0].span.start if sections else body.span.end
    for piece in _without(Span(begin, first), cut):
        yield 0, piece
    for section in sections:
        for piece in _without(section.body, cut):
            yield section.number, piece


def _without(span: Span, holes: list[Span]) -> Iterator[Span]:
    at = span.start
    for hole in holes:
        if hole.end <= at or hole.start >= span.end:
            continue
        if hole.start > at:
            yield Span(at, hole.start)
        at = max(at, hole.end)
    if at < span.end:
        yield Span(at, span.end)


def _heads_columns(document: Document, at: int) -> bool:
    """Say whether a place lies in a row of a header: a table's span begins at its labels."""
    text = document.text
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]
    return any(
        line.count(mark) > 2 and any(heads_columns(unmarked(c.strip())) for c in line.split(mark))
        for mark in "|\t"
    )


def _says_nothing(line: str) -> bool:
    """Say whether a piped row, or what follows a heading in it, holds no word."""
    cells = line.split("|")
    return len(cells) > 2 and not any(fold(cell) and not is_nothing(cell) for cell in cells)


def _lines(document: Document, stretch: Span) -> Iterator[_Line]:
    """Yield the lines that say something. Furniture between two lines counts as a gap."""
    gap = True
    for piece in _without(stretch, sorted(document.furniture)):
        at = piece.start
        for raw in document.text[piece.start : piece.end].splitlines(keepends=True):
            said = raw.strip()
            if said and not (_says_nothing(said) or _heads_columns(document, at)):
                lead = len(raw) - len(raw.lstrip())
                start = at + lead
                width = _width(said)
                yield _Line(start, start + len(said), _width(raw[:lead]), width, gap)
            gap = not said
            at += len(raw)
        gap = True


def _width(text: str) -> int:
    return sum(map(_columns, text))


@lru_cache(maxsize=10_000)
def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def _wrap_width(document: Document, stretches: list[list[_Line]]) -> int | None:
    """Return the width that the text was broken at, None where a line is a paragraph."""
    open_ended = [
        line.width
        for lines in stretches
        for line, following in pairwise(lines)
        if not following.after_gap and document.text[line.end - 1] not in _ENDS and line.width > 30
    ]
    if len(open_ended) < _WRAPPED_LINES:
        return None
    widest = sorted(open_ended)[-(len(open_ended) // 4 + 1)]
    near = sum(abs(width - widest) <= _RAGGED for width in open_ended)
    return widest if near * 2 >= len(open_ended) else None


def _join(document: Document, lines: list[_Line], wrapped: int | None) -> Iterator[list[_Line]]:
    """Yield the lines of each paragraph."""
    run: list[_Line] = []
    for line in lines:
        if run and not _goes_on(document, run[-1], line, wrapped):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _goes_on(document: Document, line: _Line, following: _Line, wrapped: int | None) -> bool:
    """Say whether `following` continues the paragraph of `line`."""
    text = document.simplified[line.start : line.end]
    ahead = document.simplified[following.start : following.end]
    if any(text.count(o) > text.count(c) for o, c in zip(_OPEN, _CLOSED, strict=True)):
        return not _MARKER.match(ahead) or ahead[0] in "（("
    if _MARKER.match(ahead) and text[-1] != "第":
        return False
    if following.indent > line.indent + 1:
        return False
    full = wrapped is not None and line.width >= wrapped - _RAGGED
    full = full and not following.after_gap
    if text[-1] in "：:" or (_LISTED.match(ahead) and not full):
        return False
    if text[-1] in _ENDS:
        return full
    long = line.width > _HEADING_WIDTH or text[-1] in "，、" or "。" in text
    return full or (long and any(stop in text for stop in _STOPS))


def _matching_text(document: Document, run: list[_Line]) -> tuple[str, tuple[int, ...]]:
    characters: list[str] = []
    offsets: list[int] = []
    for line in run:
        holes = [hole for hole in document.furniture if hole.meets(Span(line.start, line.end))]
        said = document.simplified[line.start : line.end].translate(_CANONICAL)
        for at, character in enumerate(said, line.start):
            if character.isspace() or character in "\u200b\ufeff\xad":
                continue
            if holes and any(hole.start <= at < hole.end for hole in holes):
                continue
            characters.append(character)
            offsets.append(at)
    for i, character in enumerate(characters if {",", "."}.intersection(characters) else ()):
        if character == ",":
            between = characters[i - 1 : i + 2]
            figure = len(between) == 3 and between[0].isdigit() and between[2].isdigit()
            characters[i] = "," if figure else "，"
        elif character == "." and i and not characters[i - 1].isascii():
            characters[i] = "。"
    return "".join(characters), tuple(offsets)


def _split(paragraph: Paragraph) -> Iterator[Sentence]:
    text = paragraph.text
    start = 0
    closes = -1
    for i, character in enumerate(text):
        if character == "（" and i > closes:
            closes = text.find("）", i, i + _BRACKET_REACH)
        if character in _ENDS and not (character == "；" and i < closes):
            yield _sentence(paragraph, start, i + 1)
            start = i + 1
    if start < len(text):
        yield _sentence(paragraph, start, len(text))


def _sentence(paragraph: Paragraph, start: int, end: int) -> Sentence:
    offsets = paragraph.offsets[start:end]
    return Sentence(
        paragraph.text[start:end],
        Span(offsets[0], offsets[-1] + 1),
        paragraph.section,
        offsets,
        paragraph.number,
    )
