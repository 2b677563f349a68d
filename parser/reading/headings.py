"""Which headings head sections: sub-headings put out, renamed and glued ones taken in.

A report's own top numbering (一、 to 六、) is the frame. What it frames decides about the rest: a
（一） under 一、 is a sub-heading even if it says what the form calls a section, and a 五、 between
四、 and 六、 is section five whatever it is called.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from parser.model import Document, Span
from parser.official.form import forms
from parser.official.labels import fold, parse, resemblance
from parser.text.numerals import in_chinese

# So many sections under the report's own top numbering make a frame.
ENOUGH = 3
# A heading of the unit's own wording is short, and no sentence.
_LONGEST = 24
_MEANT = 0.85
_LINE = re.compile(r"[^\n]+")
_NUMERALS = ("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ")
_OTHER_NUMBERING = re.compile(
    rf"\s*(?:第(?P<part>[{_NUMERALS[0]}])(?:部分|章|、)[\s、：:.．]*|(?P<formal>[{_NUMERALS[1]}])\s*[、.．：:]"
    rf"|(?P<roman>[{_NUMERALS[2]}])\s*[、.．：:\s]|(?P<bare>[{_NUMERALS[0]}])[\s·•](?=\S))"
)
_CELLS = re.compile(r"[\t|｜]|\s{2,}")
_FIGURES = re.compile(r"\s[\d.,/—-]+$")
_SENTENCE_END = ("。", "；", "，", ",", "、", "！", "？", ";")
_ANNEX = re.compile(
    r"^[ \t\u3000]*附(?:件|表|录)?[ \t]*[\d一二三四五]{0,2}[ \t]*(?:[:：、.].*)?$", re.M
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that heads a section: the form's number for it, and where it stands."""

    number: int
    span: Span


Look = Callable[[Document, Span, int], Heading | None]


def settled(document: Document, within: Span, found: Sequence[Heading]) -> list[Heading]:
    """Return the headings of sections among those found, and those that were not told as such."""
    kept = _framed(document, found)
    if len({heading.number for heading in kept}) >= ENOUGH:
        kept = _with(kept, list(_missed(document, within, kept, _glued)))
        kept = _with(kept, list(_missed(document, within, kept, _renamed)))
    return _before_annex(document, kept)


@lru_cache(maxsize=20_000)
def is_row_label(line: str) -> bool:
    """Say whether a line is a numbered row label of an official table, or a group's.

    So is a row of cells whose first is one.
    """
    first = _CELLS.split(line.strip("|｜ \t"))[0]
    return any(
        resemblance(line, label) >= _MEANT or fold(first) == fold(label)
        for label in _numbered_labels()
    )


@cache
def _numbered_labels() -> frozenset[str]:
    rows = [row for form in forms() for table in form.tables for row in table.rows]
    labels = {row.label for row in rows} | {group for row in rows for group in row.groups}
    return frozenset(label for label in labels if "、" in label[:3])


def begins_row_label(line: str) -> bool:
    """Say whether a numbered row label of an official table begins like the line."""
    words = fold(line)
    marker = parse(line).marker
    rows = (row.label for form in forms() for table in form.tables for row in table.rows)
    return any(fold(label).startswith(words) and parse(label).marker == marker for label in rows)


def as_numbered(line: str) -> str:
    """Return the line numbered as the form numbers it: 一、 for 第一部分, 壹、, Ⅰ. and 一 alone."""
    found = _OTHER_NUMBERING.match(line)
    if not found:
        return line
    numeral = next(found[group] for group in ("part", "formal", "roman", "bare") if found[group])
    at = next(row.index(numeral) for row in _NUMERALS if numeral in row)
    return f"{_NUMERALS[0][at]}、{line[found.end() :]}"


def in_cell(document: Document, span: Span) -> bool:
    """Say whether a stretch stands in a cell of a table that has several."""
    return any(
        grid.span.covers(span) and any(cell.span.covers(span) for cell in grid.cells)
        for grid in document.grids
        if len(grid.cells) > 1
    )


def trimmed(text: str, span: Span) -> Span:
    """Return the span without the blanks at its ends."""
    line = span.of(text)
    start = span.start + len(line) - len(line.lstrip())
    return Span(start, max(start, span.end - (len(line) - len(line.rstrip()))))


def _framed(document: Document, found: Sequence[Heading]) -> list[Heading]:
    """Return the headings without those that only repeat a section's name below another one."""
    ordered = sorted(found, key=lambda h: h.span)
    top = [h for h in ordered if _is_top(document, h)]
    # 二、 in section six that says what the form calls 六、 divides that section.
    proper = {h.number for h in top if _marker(document, h)[1] == h.number}
    if len(proper) >= ENOUGH:
        top = [h for h in top if _marker(document, h)[1] == h.number or h.number not in proper]
        top = _of_one_style(document, top)
    numbers = {h.number for h in top}
    if len(numbers) < ENOUGH:
        return ordered
    return [h for h in ordered if h in top or (h.number not in numbers and _in_order(h, top))]


def _is_top(document: Document, heading: Heading) -> bool:
    return _marker(document, heading)[0] == "top"


def _of_one_style(document: Document, top: list[Heading]) -> list[Heading]:
    """Leave out a number's headings in another style than most where it has one in that style."""
    styles = {h: _style(h.span.of(document.simplified).strip("#*|> \t")) for h in top}
    main = Counter(styles.values()).most_common(1)[0][0]
    there = {h.number for h in top if styles[h] == main}
    return [h for h in top if styles[h] == main or h.number not in there]


def _style(line: str) -> str:
    """Return how a heading is numbered, whatever the numeral: 、 or ． behind it, 第 before it."""
    for numerals in _NUMERALS:
        found = re.match(rf"(第?)[{numerals}](部分|章)?\s?(\W?)", line)
        if found:
            return numerals[0] + "".join(part or "" for part in found.groups())
    return ""


def _marker(document: Document, heading: Heading) -> tuple[str, int]:
    words = as_numbered(heading.span.of(document.simplified).strip("#*|> \t"))
    return parse(words).marker or ("", 0)


def _in_order(heading: Heading, frame: Sequence[Heading]) -> bool:
    before = [h.number for h in frame if h.span < heading.span]
    after = [h.number for h in frame if h.span > heading.span]
    return (not before or before[-1] < heading.number) and (not after or heading.number < after[0])


def _with(kept: Sequence[Heading], more: Sequence[Heading]) -> list[Heading]:
    return sorted({*kept, *more}, key=lambda h: h.span)


def _missed(
    document: Document, within: Span, kept: Sequence[Heading], look: Look
) -> Iterator[Heading]:
    """Look for each section that the numbering leaps over, in the stretch where it would stand."""
    last = forms()[-1].sections[-1].number
    ends = [Heading(0, Span(within.start, within.start)), *kept]
    ends.append(Heading(last + 1, Span(within.end, within.end)))
    for one, following in pairwise(ends):
        up_to = following.number if following.number > one.number else last + 1
        at = one.span.end
        for number in range(one.number + 1, up_to):
            heading = look(document, Span(at, following.span.start), number)
            if heading is not None:
                yield heading
                at = heading.span.end


def _glued(document: Document, stretch: Span, number: int) -> Heading | None:
    """Find the form's own heading glued to the sentence before it, or to the one behind it."""
    section = next(s for s in forms()[-1].sections if s.number == number)
    titles = "|".join(map(re.escape, sorted((section.title, *section.accepted), key=len)[::-1]))
    head = rf"{in_chinese(number)}[ \t]*、[ \t]*(?:{titles})"
    pattern = re.compile(
        rf"^[ \t\u3000#*]*(?P<opens>{head})|(?<=[。；！？])[ \t\u3000]*(?P<between>{head})[。：:]"
        rf"|(?<=\S)[ \t\u3000]*(?P<ends>{head})[ \t：:]*$",
        re.M,
    )
    for hit in pattern.finditer(document.simplified, stretch.start, stretch.end):
        span = Span(*hit.span(hit.lastgroup or 0))
        if not in_cell(document, span) and not _is_furniture(document, span):
            return Heading(number, span)
    return None


def _renamed(document: Document, stretch: Span, number: int) -> Heading | None:
    """Find a line under the section's number that calls it something else."""
    text = document.simplified
    for line in _LINE.finditer(text, stretch.start, stretch.end):
        span = trimmed(text, Span(line.start(), line.end()))
        said = span.of(text).strip("#*> \t")
        label = parse(as_numbered(said))
        if label.marker != ("top", number) or not label.words or len(label.words) > _LONGEST:
            continue
        if said.endswith(_SENTENCE_END) or "|" in said or "\t" in said or _is_row(said):
            continue
        if not in_cell(document, span) and not _is_furniture(document, span):
            return Heading(number, span)
    return None


def _is_row(said: str) -> bool:
    """Say whether a line is a row of a table, or the beginning of its label."""
    return _FIGURES.search(said) is not None or is_row_label(said) or begins_row_label(said)


def _is_furniture(document: Document, span: Span) -> bool:
    return any(other.covers(span) for other in document.furniture)


def _before_annex(document: Document, kept: list[Heading]) -> list[Heading]:
    """Leave out what an annex behind section six numbers anew, unless it is a whole copy."""
    last = forms()[-1].sections[-1].number
    for at, heading in enumerate(kept):
        rest = kept[at + 1 :]
        if heading.number != last or not rest or len({h.number for h in rest}) > ENOUGH:
            continue
        stop = rest[0].span.start
        if _ANNEX.search(document.simplified, heading.span.end, stop):
            return kept[: at + 1]
    return kept
