"""Percentages in the prose, with the counts that they speak of: shares, growth, completion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from parser.claims.lexicon import Kind
from parser.claims.phrases import Phrase, phrases
from parser.claims.scope import Setting, time_of
from parser.claims.tokens import Token, counts, tokenize
from parser.model import Number, Span
from parser.prose import Sentence

_SHARE = ("占", "比例", "比重")
_COMPLETION = ("办结率", "答复率", "办理率", "回复率")
# A rate of what was done in time is no rate of what was done.
_IN_TIME = ("按时", "按期", "及时", "法定", "限时", "规定时")
# A share may be of a whole named so many counts before.
_REMEMBERED = 40
_DOWN = ("下降", "减少", "降低", "回落", "少", "减")


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

    `kind`: "share" of `part` in one of `wholes`; "growth" from `last` to `part` (negative where
    the words say less), `delta` the stated difference; "difference" the same without a
    percentage; "completion". `percent` has as many places as are printed, `step` is the last one.
    """

    kind: Literal["share", "growth", "difference", "completion"]
    span: Span
    percent: Decimal
    step: Decimal
    part: Stated | None = None
    wholes: tuple[Stated, ...] = ()
    last: Stated | None = None
    delta: Stated | None = None
    down: bool = False


def rates(sentences: Sequence[Sentence], setting: Setting) -> Iterator[Rate]:
    """Yield the rates of a section's sentences."""
    earlier: list[Stated] = []
    for sentence in sentences:
        if not counts(sentence.text):
            continue
        stated: list[Stated] = []
        yield from _rates(sentence, setting, stated, earlier)
        earlier = [*earlier, *stated][-_REMEMBERED:]


def _rates(
    sentence: Sentence, setting: Setting, stated: list[Stated], earlier: list[Stated]
) -> Iterator[Rate]:
    this: Stated | None = None
    last: list[Stated] = []
    delta: Stated | None = None
    down = False
    pending: Rate | None = None
    before_bracket = parts = False
    for phrase in phrases(tokenize(sentence.text)):
        parts = parts or any(t.is_a(Kind.PARTS) for t in phrase.before)
        bracketed = before_bracket and phrase.led_by == "（" and not phrase.before
        before_bracket = phrase.number is None and _is_last(phrase, setting)
        percent = next((t for t in phrase.before if t.what == "percent"), None)
        if percent is not None:
            span = sentence.place(phrase.start, percent.end)
            said = sentence.text[phrase.start : percent.start]
            words = [t for t in phrase.before if t.end <= percent.start]
            rate = Rate("share", span, Decimal(percent.value), percent.step, this)
            if any(word in said for word in _COMPLETION):
                asked = _about_requests(sentence.text, percent.start)
                if asked and not any(word in said for word in _IN_TIME):
                    yield _with(rate, "completion", stated, earlier)
            elif any(word in said for word in _SHARE) and this is not None:
                stated[-1] = this = replace(this, part=True)
                yield _with(replace(rate, part=this), "share", stated, earlier)
            elif any(t.is_a(Kind.CHANGE) for t in words) and this is not None:
                if pending is not None and pending.last is not None:
                    yield pending
                pending, down = None, _is_down(words)
                yield Rate(
                    "growth",
                    span,
                    rate.percent,
                    rate.step,
                    this,
                    (),
                    _only(last, this),
                    delta,
                    down,
                )
        if phrase.number is None:
            continue
        place = sentence.place(phrase.start, phrase.end)
        part = parts or phrase.depth > 0
        found = Stated(phrase.number.value, phrase.unit, place, part)
        if phrase.rough:
            this = None
            continue
        if any(t.is_a(Kind.CHANGE) for t in phrase.before):
            if this is not None and found.unit == this.unit:
                delta, down = found, _is_down(phrase.before)
                base = _only(last, this)
                pending = Rate(
                    "difference", found.span, Decimal(0), Decimal(1), this, (), base, delta, down
                )
            continue
        if bracketed or _is_last(phrase, setting):
            last.append(found)
            continue
        if pending is not None and pending.last is not None:
            yield pending
        pending, delta = None, None
        this = found
        stated.append(found)
    if pending is not None and pending.last is not None:
        yield pending


def _about_requests(text: str, end: int) -> bool:
    """Say whether what was last named before `end` are requests for information."""
    named = [t for t in tokenize(text) if t.end <= end and t.is_a(Kind.TOPIC, Kind.ALIEN)]
    return bool(named) and named[-1].is_a(Kind.TOPIC) and named[-1].tag == "request"


def _with(
    rate: Rate,
    kind: Literal["share", "completion"],
    stated: Sequence[Stated],
    earlier: Sequence[Stated],
) -> Rate:
    part = rate.part
    unit = part.unit if part is not None else ""
    wholes = tuple(s for s in (*reversed(stated), *reversed(earlier)) if s.unit == unit)
    return Rate(kind, rate.span, rate.percent, rate.step, part, wholes)


def _only(last: Sequence[Stated], this: Stated) -> Stated | None:
    fitting = [s for s in last if s.unit == this.unit]
    return fitting[0] if len(fitting) == 1 else None


def _is_last(phrase: Phrase, setting: Setting) -> bool:
    words = phrase.before
    compared = any(t.is_a(Kind.TIME) and t.tag == "compared" for t in words)
    carried = any(t.is_a(Kind.VERB) and t.tag.startswith("carried") for t in words)
    return not carried and (compared or time_of(words, setting) == "last")


def _is_down(words: Sequence[Token]) -> bool:
    changes = [t.text for t in words if t.is_a(Kind.CHANGE)]
    return bool(changes) and changes[-1].removesuffix("了") in _DOWN
