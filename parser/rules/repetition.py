"""S3: the body standing twice in one file, and paragraphs standing twice in one body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from parser.model import Body, Figure, Severity, Span
from parser.model.said import joined, say
from parser.official.labels import fold
from parser.official.notices import ALL_FORMS, IN_FORCE
from parser.reading.prose import Paragraph, paragraphs
from parser.rules.case import Case
from parser.rules.naming import column_name, numeral, short_name
from parser.rules.registry import Hit, rule

_END = re.compile(r"[。；！？]")
_MARKER = re.compile(
    r"^(（[一二三四五六七八九十\d]+）|[一二三四五六七八九十\d]+[、.]|[一二三四五六七八九十]是)+"
)

# A sentence is quoted up to so many characters, so many differences of a kind are spelled out.
_QUOTED = 40
_SPELLED = 20
# Shorter paragraphs may well be set phrases; longer ones are not written twice by intention.
_LONG = 40


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of a section: its letters and digits for comparing, and where it stands."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a later copy disagrees with the first: the sentence for the auditor, and the places.

    `key` is that of a figure, None for sentences. `ones` stand in the first copy, `others` in the
    one of index `copy`; either is empty where that copy has nothing of it.
    """

    message: str
    key: str | None
    ones: tuple[Span, ...]
    others: tuple[Span, ...]
    copy: int

    @property
    def spans(self) -> tuple[Span, ...]:
        """All the places."""
        return (*self.ones, *self.others)


@rule(
    "S301",
    title="正文重复出现，内容一致",
    title_en="The body stands twice, both copies saying the same",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}：一份年度报告只有一篇正文",
)
def doubled(case: Case) -> Iterator[Hit]:
    """A file holds the report once. Copies that differ are S302's."""
    if len(case.report.bodies) > 1 and not copy_differences(case):
        starts = tuple(_first_heading(body) for body in case.report.bodies)
        first = case.report.counts == 0
        yield Hit(
            say(
                "正文在同一文件里出现了 {copies} 遍，数据和文字都一致，应当只保留一遍。"
                "各项核查只按第一遍计算。",
                copies=len(case.report.bodies),
            )
            if first
            else say(
                "正文在同一文件里出现了 {copies} 遍，数据和文字都一致，应当只保留一遍。"
                "审核人选定按第{number}遍计算。",
                copies=len(case.report.bodies),
                number=numeral(case.report.counts + 1),
            ),
            spans=starts,
        )


@rule(
    "S302",
    title="正文重复出现，内容不一致",
    title_en="The body stands twice and the copies disagree",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}：一份年度报告只有一篇正文，公布的数据应当准确一致",
)
def disagreeing(case: Case) -> Iterator[Hit]:
    """Which copy is right cannot be told from the file; every difference is named."""
    if len(case.report.bodies) < 2:
        return
    found = copy_differences(case)
    if not found:
        return
    figures = [d for d in found if d.key]
    sentences = [d for d in found if not d.key]
    parts: list[str] = []
    for kind, some in ((say("项数据"), figures), (say("处文字"), sentences)):
        if some:
            said = joined("；", (d.message for d in some[:_SPELLED]))
            rest = (
                say("；另有 {count} {kind}", count=len(some) - _SPELLED, kind=kind)
                if len(some) > _SPELLED
                else ""
            )
            parts.append(
                say(
                    "{count} {kind}不同：{said}{rest}",
                    count=len(some),
                    kind=kind,
                    said=said,
                    rest=rest,
                )
            )
    yield Hit(
        say(
            "正文在同一文件里出现了 {copies} 遍，内容不一致。{parts}。",
            copies=len(case.report.bodies),
            parts=joined("。", parts),
        ),
        tuple(dict.fromkeys(d.key for d in figures if d.key)),
        tuple(span for d in found for span in d.spans),
    )


@rule(
    "S303",
    title="段落重复",
    title_en="A paragraph stands twice",
    severity=Severity.WARNING,
    basis=f"{IN_FORCE}：年度报告内容应当准确，不得雷同、敷衍",
)
def repeated_paragraph(case: Case) -> Iterator[Hit]:
    """A long paragraph does not stand twice in one body; numbering in front is set aside."""
    places: dict[str, list[Span]] = {}
    for paragraph in case.paragraphs:
        words = fold(_MARKER.sub("", paragraph.text))
        if paragraph.section and len(words) >= _LONG:
            places.setdefault(words, []).append(paragraph.span)
    for spans in places.values():
        if len(spans) > 1:
            quoted = _quote("".join(spans[0].of(case.text).split()))
            yield Hit(
                say("同一段落出现了 {times} 次：“{quoted}”。", times=len(spans), quoted=quoted),
                spans=tuple(spans),
            )


def _first_heading(body: Body) -> Span:
    return (
        body.sections[0].heading_span if body.sections else Span(body.span.start, body.span.start)
    )


def copy_differences(case: Case) -> list[Difference]:
    """Return where later copies disagree with the first, figures before sentences."""
    first, *others = case.report.bodies
    said = _sections(case, first)
    found: list[Difference] = []
    for number, other in enumerate(others, start=2):
        found += _figure_differences(case, first, other, number)
        found += _sentence_differences(case, said, _sections(case, other), number)
    return found


def _figure_differences(case: Case, first: Body, other: Body, number: int) -> Iterator[Difference]:
    form = case.official
    for table in form.tables:
        for row in table.rows:
            for column, key in zip(row.columns, row.figure_keys, strict=True):
                one, two = first.figures.get(key), other.figures.get(key)
                if (one is None and two is None) or _same(one, two):
                    continue
                name = say(
                    "{table}“{row}”的“{column}”",
                    table=table.short,
                    row=short_name(row),
                    column=column_name(column),
                )
                places = [(figure.span,) if figure else () for figure in (one, two)]
                message = say(
                    "{name}第一遍{one}、第{number}遍{other}",
                    name=name,
                    one=_stated(one),
                    number=numeral(number),
                    other=_stated(two),
                )
                yield Difference(message, key, places[0], places[1], number - 1)


def _same(one: Figure | None, two: Figure | None) -> bool:
    if one is None or two is None:
        return False
    if one.value is None and two.value is None:
        return one.reading is two.reading
    return one.value == two.value


def _stated(figure: Figure | None) -> str:
    if figure is None:
        return say("没有")
    return say("为 {raw}", raw=figure.raw) if figure.raw else say("空白")


def _sections(case: Case, body: Body) -> dict[int, list[_Said]]:
    """Return the sentences of a copy by section, whatever way its lines are broken."""
    found: dict[int, list[_Said]] = {}
    labels = table_words(case)
    alone = [
        p
        for p in paragraphs(replace(case.report, bodies=(body,), counts=0))
        if not labels.fullmatch(p.text)
    ]
    numbers = [section.number for section in body.sections]
    # What stands above the first copy stands again between two: it is no part of a section.
    first = replace(case.report, counts=0)
    above = {fold(p.text) for p in paragraphs(first) if p.section == 0}
    for number in set(numbers):
        own = [p for p in alone if p.section == number]
        if number == numbers[-1]:
            own = [p for p in own if fold(p.text) not in above]
        # Behind the last section stand signature and date: a line end there ends a sentence.
        runs = [own] if number != numbers[-1] else [[p] for p in own]
        found[number] = [said for run in runs for said in _split(run)]
    return found


def table_words(case: Case) -> re.Pattern[str]:
    """Match a line of nothing but the form's labels: a table's header, laid out some other way."""
    words: set[str] = set()
    for table in case.official.tables:
        words |= {table.title, table.corner}
        for block in table.blocks:
            words |= {block.heading, block.column_group, *(c.label for c in block.columns)}
            words |= {text for row in block.rows for text in (row.label, *row.groups)}
    longest_first = sorted(filter(None, words), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))}|\W)*")


def _split(run: list[Paragraph]) -> Iterator[_Said]:
    text = "".join(paragraph.text for paragraph in run)
    offsets = [at for paragraph in run for at in paragraph.offsets]
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        words = fold(text[start:end])
        if words:
            yield _Said(words, Span(offsets[start], offsets[end - 1] + 1))
        start = end


def _sentence_differences(
    case: Case, first: dict[int, list[_Said]], other: dict[int, list[_Said]], number: int
) -> Iterator[Difference]:
    ends = case.report.bodies[0].sections[-1:] + case.report.bodies[number - 1].sections[-1:]
    last = {section.number for section in ends}
    for section in sorted(first.keys() | other.keys()):
        ones, twos = first.get(section, []), other.get(section, [])
        one, two = ("".join(said.words for said in side) for side in (ones, twos))
        if one == two:
            continue
        tail = section in last
        if tail and (one.startswith(two) or two.startswith(one)):
            continue
        matcher = SequenceMatcher(None, [s.words for s in ones], [s.words for s in twos], False)
        for tag, i, j, k, m in matcher.get_opcodes():
            if tag == "equal":
                continue
            # After the last section follow signatures, page furniture and the next copy's title:
            # what only one copy has there is not a difference of the body.
            if tail and (j == len(ones) or m == len(twos)) and (i == j or k == m):
                continue
            a, b = _join(case, ones[i:j]), _join(case, twos[k:m])
            place = say("第{number}部分", number=numeral(section))
            message = say(
                "{name}第一遍{one}、第{number}遍{other}",
                name=place,
                one=a,
                number=numeral(number),
                other=b,
            )
            left, right = (tuple(s.span for s in some) for some in (ones[i:j], twos[k:m]))
            yield Difference(message, None, left, right, number - 1)


def _join(case: Case, said: list[_Said]) -> str:
    if not said:
        return say("没有这句")
    text = Span(said[0].span.start, said[-1].span.end).of(case.text)
    return say("写“{quote}”", quote=_quote("".join(text.split())))


def _quote(text: str) -> str:
    return text if len(text) <= _QUOTED else text[:_QUOTED] + "……"
