"""Percentages in the prose, with the counts that they speak of: shares, growth, completion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from parser.claims.lexicon import Kind
from parser.claims.phrases import Phrase, phrased
from parser.claims.scope import Setting, time_of
from parser.claims.tokens import Token, counts, tokenize
from parser.model import Number, Span
from parser.reading.prose import Sentence

_SHARE = ("占", "比例", "比重")
_COMPLETION = ("办结率", "答复率", "办理率", "回复率")
# A rate of what was done in time is no rate of what was done.
_IN_TIME = ("按时", "按期", "及时", "法定", "限时", "规定时")
# A share may be of a whole named so many sentences before.
_REMEMBERED = 12
# What is left of 占申请总数的 without these words is what the share is of: 申请.
_SHARED = re.compile(
    r"占|比例|比重|比|总数量|总数|总量|总|全部|全年|其|的|约|为|达到|达|到|数量|，"
)
# The words of a percentage that is about the count before it, and about nothing else.
_PLAIN = (Kind.TIME, Kind.CHANGE, Kind.FILL, Kind.LINK, Kind.EACH, Kind.SUM)
# What leads from a growth to the count that has grown.
_REACHED = frozenset({"达", "达到", "为", "共", "共计", "总计", "总数", "计", "到"})
_DOWN = ("降幅", "下降", "下滑", "减少", "降低", "递减", "缩减", "回落", "净减", "少", "减")


@dataclass(frozen=True, slots=True)
class Stated:
    """A count as the prose states it. `part`: it is told as a part of another one."""

    value: Number
    unit: str
    span: Span
    part: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage or a difference, and the counts near it.

    `kind`: "share" of `part` in one of `wholes`, most likely of those `near` it, `of` what the
    words name (占申请总数的 names 申请); "growth" from `last` to `part` (negative where
    the words say less), `delta` the stated difference; "difference" the same without a
    percentage; "times" so many times last year's; "completion". `percent` has as many places as are
    printed, `step` is the last one. `yearly`: the words compare with the year before.
    """

    kind: Literal["share", "growth", "difference", "times", "completion"]
    span: Span
    percent: Decimal
    step: Decimal
    part: Stated | None = None
    wholes: tuple[Stated, ...] = ()
    near: tuple[Stated, ...] = ()
    of: str = ""
    last: Stated | None = None
    delta: Stated | None = None
    down: bool = False
    yearly: bool = False


def rates(sentences: Sequence[Sentence], setting: Setting) -> Iterator[Rate]:
    """Yield the rates of a section's sentences."""
    earlier: list[list[Stated]] = []
    for sentence in sentences:
        if not counts(sentence.text):
            continue
        counted = _Counted(earlier=earlier[-_REMEMBERED:])
        yield from _rates(sentence, setting, counted)
        earlier.append(counted.stated)


@dataclass(slots=True)
class _Counted:
    """The counts of a sentence so far: the last one of this year, and what it is compared with.

    `earlier` are those of the sentences before. `difference` is yet to be told: a percentage
    behind it may complete it. `ahead` is a growth told before its count: 同比增长 5%，达 21 件.
    """

    earlier: list[list[Stated]]
    stated: list[Stated] = field(default_factory=list[Stated])
    this: Stated | None = None
    last: list[Stated] = field(default_factory=list[Stated])
    delta: Stated | None = None
    difference: Rate | None = None
    ahead: Rate | None = None
    yearly: bool = False

    def told(self) -> Iterator[Rate]:
        """Yield the difference that is yet to be told."""
        if self.difference is not None:
            yield self.difference
        self.difference = None

    def base(self) -> Stated | None:
        """Return last year's count in this year's unit, None unless there is just one."""
        unit = self.this.unit if self.this is not None else ""
        fitting = [s for s in self.last if s.unit == unit]
        return fitting[0] if len(fitting) == 1 else None


def _rates(sentence: Sentence, setting: Setting, counted: _Counted) -> Iterator[Rate]:
    compared = parts = False
    outside: Stated | None = None
    depth = 0
    for phrase in phrased(sentence.text):
        if depth and not phrase.depth:
            counted.this = outside  # 3607件（东区1300件、西区1392件），同比增长 speaks of 3607
        depth = phrase.depth
        parts = parts or any(t.is_a(Kind.PARTS) for t in phrase.before)
        bracketed = compared and phrase.led_by == "（" and not phrase.before
        last = _is_last(phrase, setting)
        compared = phrase.number is None and last
        counted.yearly = _is_yearly(phrase, setting, counted.yearly or last)
        percent = next((t for t in phrase.before if t.what == "percent"), None)
        if percent is not None:
            yield from _percentage(sentence, phrase, percent, counted)
        if phrase.number is None:
            continue
        place = sentence.place(phrase.start, phrase.end)
        if phrase.unit == "倍":
            yield from _times(phrase, place, counted, setting)
            continue
        found = Stated(phrase.number.value, phrase.unit, place, part=parts or phrase.depth > 0)
        if phrase.rough:
            counted.this = None
        elif any(t.is_a(Kind.CHANGE) for t in phrase.before):
            if counted.this is not None and found.unit == counted.this.unit:
                counted.delta = found
                counted.difference = Rate(
                    "difference",
                    found.span,
                    Decimal(0),
                    Decimal(1),
                    counted.this,
                    last=counted.base(),
                    delta=found,
                    down=_is_down(phrase.before),
                    yearly=counted.yearly,
                )
        elif bracketed or last:
            counted.last.append(found)
        else:
            yield from counted.told()
            ahead = counted.ahead
            counted.delta, counted.this, counted.yearly = None, found, False
            outside = outside if depth else found
            counted.stated.append(found)
            if ahead is not None and {t.text for t in phrase.before} <= _REACHED:
                yield replace(ahead, part=found)
        counted.ahead = None
    yield from counted.told()


def _percentage(
    sentence: Sentence, phrase: Phrase, percent: Token, counted: _Counted
) -> Iterator[Rate]:
    said = sentence.text[phrase.start : percent.start]
    words = [t for t in phrase.before if t.end <= percent.start]
    span = sentence.place(phrase.start, percent.end)
    rate = Rate("share", span, Decimal(percent.value), percent.step, counted.this)
    if any(word in said for word in _COMPLETION):
        asked = _last_named_requests(sentence.text, percent.start)
        if asked and not any(word in said for word in _IN_TIME):
            yield replace(rate, kind="completion")
    elif any(word in said for word in _SHARE) and counted.this is not None:
        part = replace(counted.this, part=True)
        counted.stated[-1] = counted.this = part
        before = [s for group in reversed(counted.earlier) for s in reversed(group)]
        near_by = sum(len(group) for group in counted.earlier[-2:])
        near = [*reversed(counted.stated), *before[:near_by]]
        far = before[near_by:]
        yield replace(
            rate,
            part=part,
            wholes=tuple(s for s in (*near, *far) if s.unit == part.unit),
            near=tuple(s for s in near if s.unit == part.unit),
            of=_SHARED.sub("", said),
        )
    elif any(t.is_a(Kind.TOPIC) for t in words) and _is_growth(words[_after_noun(words) :]):
        down = _is_down(words)
        counted.ahead = replace(rate, kind="growth", part=None, down=down, yearly=counted.yearly)
    elif _is_growth(words) and counted.this is not None:
        yield from counted.told()
        last, delta = counted.base(), counted.delta
        yield replace(
            rate,
            kind="growth",
            last=last,
            delta=delta,
            down=_is_down(words),
            yearly=counted.yearly,
        )


def _after_noun(words: Sequence[Token]) -> int:
    """Return where the words behind the last that names a thing or a deed begin."""
    named = [i for i, t in enumerate(words) if t.is_a(Kind.TOPIC, Kind.VERB) or t.what == "raw"]
    return named[-1] + 1


def _times(phrase: Phrase, place: Span, counted: _Counted, setting: Setting) -> Iterator[Rate]:
    """Yield 增长 1.5 倍 as a growth of 150%, 是上年的 2.5 倍 as it is."""
    assert phrase.number is not None
    if counted.this is None or phrase.rough or any(t.what == "raw" for t in phrase.before):
        return
    times, step = Decimal(phrase.number.value), phrase.number.step
    rate = Rate("times", place, times, step, counted.this, yearly=counted.yearly)
    if _is_growth(phrase.before):
        yield from counted.told()
        yield replace(
            rate,
            kind="growth",
            percent=times * 100,
            step=step * 100,
            last=counted.base(),
            delta=counted.delta,
            down=_is_down(phrase.before),
        )
    elif _is_last(phrase, setting):
        yield rate


def _last_named_requests(text: str, end: int) -> bool:
    """Say whether what was last named before `end` are requests for information."""
    named = [t for t in tokenize(text) if t.end <= end and t.is_a(Kind.TOPIC, Kind.ALIEN)]
    return bool(named) and named[-1].is_a(Kind.TOPIC) and named[-1].tag == "request"


def _is_last(phrase: Phrase, setting: Setting) -> bool:
    words = phrase.before
    compared = any(t.is_a(Kind.TIME) and t.tag == "compared" for t in words)
    carried = any(t.is_a(Kind.VERB) and t.tag.startswith("carried") for t in words)
    return not carried and (compared or time_of(words, setting) == "last")


def _is_yearly(phrase: Phrase, setting: Setting, told: bool) -> bool:
    """Say whether what follows is compared with the year before, as `told` here or before."""
    words = phrase.before
    if not told or any(t.text in ("前年", "环比") for t in words):
        return False
    return time_of(words, setting) != "other"


def _is_growth(words: Sequence[Token]) -> bool:
    plain = all(t.is_a(*_PLAIN) or t.what == "year" or t.text in ("较", "比") for t in words)
    return plain and any(t.is_a(Kind.CHANGE) for t in words)


def _is_down(words: Sequence[Token]) -> bool:
    changes = [t.text for t in words if t.is_a(Kind.CHANGE)]
    return bool(changes) and changes[-1].removesuffix("了") in _DOWN
