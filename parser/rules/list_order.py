"""P203: lists in the running text whose numbers leap, stand twice or go back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from parser.model import Severity, Span
from parser.model.said import say
from parser.official.notices import IN_FORCE
from parser.reading.prose import Paragraph
from parser.rules.case import Case
from parser.rules.prose_requests import place
from parser.rules.registry import Hit, rule
from parser.text.numerals import BELOW_HUNDRED, in_chinese, whole_number

# Sections two to four hold the tables: their rows are numbered too, and are S2's. No row is
# numbered 一是.
_SECTIONS = (1, 5, 6)
_WITH_TABLES = (2, 3, 4)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# The kinds of number, the outer ones first: a number of an outer kind ends the lists within.
_KINDS = {
    "paren": rf"(?:^|(?<=[。；：]))（(?P<paren>{BELOW_HUNDRED})）",
    "digit": r"(?:^|(?<=[。；：]))(?P<digit>\d{1,2})[.、](?!\d)",
    "inner": r"(?:^|(?<=[。；：，]))（(?P<inner>\d{1,2})）",
    "circle": rf"(?:^|(?<=[。；：，、]))(?P<circle>[{_CIRCLED}])",
    "first": r"(?:^|(?<=[。；：]))第(?P<first>[一二三四五六七八九十])[，、：]",
    "which": r"(?:^|(?<=[。；：，、]))其(?P<which>[一二三四五六])[，、：是]",
    "comma": r"(?<=[；：])(?P<comma>[一二三四五六七八九十]{1,2})、",
    "must": r"(?:^|(?<=[。；：，、！]))(?P<must>[一二三四五六七八九十]{1,2})要",
    # 主要表现为一是…: a list within an item may begin without a stop
    "within": r"(?<=[为括即于])(?P<within>一)是",
    "word": r"(?:^|(?<=[。；：，、！]))(?P<word>[一二三四五六七八九十]{1,2})是",
}
_MARKER = re.compile("|".join(_KINDS.values()))
_ORDER = tuple(kind for kind in _KINDS if kind != "within")
# Lists that run on in one paragraph, or from each paragraph to the very next.
_RUNNING = ("first", "which", "comma", "must", "word")
# Words that stand for a number among numbered ones: 一是…其次…三是.
_INSTEAD = {2: "其次|另[一外]", 3: "再次|再者|最后"}
# A number that leaps farther is no number of this list.
_FARTHEST = 3


@dataclass(frozen=True, slots=True)
class _Marker:
    kind: str
    number: int
    paragraph: int
    leading: bool
    span: Span
    follows: str


@dataclass(slots=True)
class _Listing:
    markers: list[_Marker]
    wrong: list[_Marker] = field(default_factory=list["_Marker"])

    @property
    def last(self) -> int:
        return self.markers[-1].number


@rule(
    "P203",
    title="序号写错",
    title_en="A list is numbered wrongly",
    severity=Severity.WARNING,
    basis=f"政府网站检查：文字表述应当准确；{IN_FORCE}：年度报告内容准确",
)
def misnumbered(case: Case) -> Iterator[Hit]:
    """The numbers of a list follow one another: 一是, 二是, 三是."""
    for section, group in groupby(case.paragraphs, key=lambda p: p.section):
        if section in (*_SECTIONS, *_WITH_TABLES):
            kinds = _RUNNING if section in _WITH_TABLES else _ORDER
            for listing in _listings(case, list(group), kinds):
                if listing.wrong:
                    yield _hit(case, listing)


def _hit(case: Case, listing: _Listing) -> Hit:
    first = listing.markers[0].number
    printed = [_printed(m.kind, m.number) for m in listing.markers]
    due = [_printed(m.kind, first + i) for i, m in enumerate(listing.markers)]
    return Hit(
        say(
            "{place}的一组序号依次写作“{printed}”，按顺序应为“{due}”，请核对是序号写错还是缺了一项。",
            place=place(case, listing.markers[0].span),
            printed="、".join(printed),
            due="、".join(due),
        ),
        spans=tuple(m.span for m in listing.wrong),
        severity=case.unsure,
    )


def _printed(kind: str, number: int) -> str:
    numeral = in_chinese(number)
    forms = {
        "paren": f"（{numeral}）",
        "digit": f"{number}.",
        "inner": f"（{number}）",
        "circle": _CIRCLED[number - 1] if number <= len(_CIRCLED) else str(number),
        "first": f"第{numeral}",
        "which": f"其{numeral}",
        "comma": f"{numeral}、",
        "must": f"{numeral}要",
        "word": f"{numeral}是",
    }
    return forms[kind]


def _listings(case: Case, paragraphs: Sequence[Paragraph], kinds: Sequence[str]) -> list[_Listing]:
    """Return the lists of a section, of these kinds, in the order of their first numbers."""
    found: list[_Listing] = []
    open_lists: dict[str, list[_Listing]] = {kind: [] for kind in _ORDER}
    closed: dict[str, set[int]] = {kind: set() for kind in _ORDER}
    before: _Marker | None = None
    for marker in _markers(paragraphs):
        if marker.kind not in kinds:
            continue
        if before is not None and _unread_between(case, before, marker):
            open_lists = {kind: [] for kind in _ORDER}
        before = marker
        if marker.leading:
            for inner in _ORDER[_ORDER.index(marker.kind) + 1 :]:
                open_lists[inner].clear()
        stack = open_lists[marker.kind]
        if stack and marker.kind in _RUNNING and marker.number > 1:
            _end_within(stack[-1].markers[-1], open_lists, marker.kind)
        if stack and _stands_between(case, stack[-1].markers[-1], marker):
            stack.clear()
        started = _placed(marker, stack, closed[marker.kind])
        if started is not None:
            found.append(started)
    return found


def _end_within(item: _Marker, open_lists: Mapping[str, list[_Listing]], kind: str) -> None:
    """End the lists of other kinds that began within an item where the next one begins."""
    for other, stack in open_lists.items():
        if other != kind:
            stack[:] = [listing for listing in stack if listing.markers[0].span < item.span]


def _markers(paragraphs: Sequence[Paragraph]) -> Iterator[_Marker]:
    for paragraph in paragraphs:
        for match in _MARKER.finditer(paragraph.text):
            group = match.lastgroup or ""
            printed, kind = match[group], "word" if group == "within" else group
            number = _CIRCLED.find(printed) + 1 or whole_number(printed) or 0
            start, end = match.span()
            span = Span(paragraph.offsets[start], paragraph.offsets[end - 1] + 1)
            follows = paragraph.text[start - 1 : start] if start else ""
            yield _Marker(kind, number, paragraph.number, start == 0, span, follows)


def _placed(marker: _Marker, stack: list[_Listing], closed: set[int]) -> _Listing | None:
    """Put a number where it belongs; return the list that it begins, if it begins one."""
    running = marker.kind in _RUNNING
    if stack and _is_apart(marker, stack[-1].markers[-1], running):
        closed |= {listing.last for listing in stack}
        stack.clear()
    at = next((i for i in reversed(range(len(stack))) if stack[i].last == marker.number - 1), None)
    if at is not None and marker.number > 1:
        del stack[at + 1 :]
        stack[at].markers.append(marker)
        return None
    if stack and _is_again_first(marker, stack[-1]):
        stack[-1].markers.append(marker)
        stack[-1].wrong.append(marker)
        return None
    if marker.number > 1 and stack:
        top = stack[-1]
        resumed = marker.number <= top.last and marker.number - 1 in closed and not running
        far = marker.number < top.last and marker.paragraph > top.markers[-1].paragraph + 1
        if resumed or far or marker.number > top.last + _FARTHEST:
            stack.clear()
        else:
            top.markers.append(marker)
            top.wrong.append(marker)
            return None
    stack.append(_Listing([marker]))
    return stack[-1]


def _is_again_first(marker: _Marker, listing: _Listing) -> bool:
    """Say whether 一是 stands once more where 二是 is due: 一是更新慢；一是人手少."""
    first = listing.markers[-1]
    again = marker.number == first.number == 1 and marker.kind in _RUNNING
    return again and marker.follows == "；" and marker.paragraph == first.paragraph


def _is_apart(marker: _Marker, last: _Marker, running: bool) -> bool:
    """Say whether a number cannot belong to the list whose last number that is, nor lie within it.

    A list that runs on in the text breaks off where a paragraph has none of its numbers; a new
    one of any kind begins apart from an item that it does not follow at once.
    """
    distance = marker.paragraph - last.paragraph
    if marker.number == 1:
        return distance > 0 if running else distance > 1
    return running and distance > 1


def _stands_between(case: Case, last: _Marker, marker: _Marker) -> bool:
    """Say whether the numbers that a list leaps over stand somewhere in its text."""
    if case.document is None or not 0 < marker.number - last.number - 1 < _FARTHEST:
        return False
    text = Span(last.span.end, marker.span.start).of(case.document.simplified)
    text = re.sub(r"\s+", "", text)
    return all(
        re.search(
            rf"[（(第]?(?:{in_chinese(n)}|(?<!\d){n})[）)、.是，：]|{_INSTEAD.get(n, '(?!)')}", text
        )
        for n in range(last.number + 1, marker.number)
    )


def _unread_between(case: Case, one: _Marker, other: _Marker) -> bool:
    return any(gap.cuts(Span(one.span.end, other.span.start)) for gap in case.unread.gaps)
