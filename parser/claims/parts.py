"""Wholes and their parts in the prose: 18 条，其中…, 12 件（…）, and … 合计 18 条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parser.claims.heads import REQUEST_VERBS
from parser.claims.lexicon import Kind
from parser.claims.phrases import Phrase, phrased
from parser.claims.tokens import Token, counts
from parser.model import Number, Span
from parser.reading.prose import Sentence

# Items may be published through several of these at once: their counts need not add up.
_MEDIA = (
    "网站",
    "公众号",
    "微信",
    "微博",
    "新媒体",
    "客户端",
    "抖音",
    "头条",
    "公报",
    "报刊",
    "平台",
)
_INCLUDING = ("包括", "包含")
# Words behind a list which say that the rest was not counted out: 其余为日常动态.
_REST = re.compile(r"^[^，、；。（）]{0,8}[，、；](?:其余|剩余|余下|其他均|其他为|其它为|余者)")
# What introduces a list behind a colon: 申请方式为：网络 9 件、信函 4 件.
_LEAD = re.compile(
    r"(?:按|从|根据)?[\u4e00-\u9fff]{0,6}(?:方式|渠道|途径|类型|类别|形式|构成|来源|情况|结果|如下|分别|具体|分布)"
    r"(?:上?来?看|分|上)?(?:别)?(?:为|是|如下|有)?"
)
# The same person or article may be several of these at once: 女性, 党员; 原创, 图解.
_TRAITS = re.compile(
    r"女|男性|党员|团员|民族|青年|老年|学历|本科|大专|以[上下]|\d岁|骨干|原创|图解|图文|视频|转载|涉企|新增|首次"
    r"|访问|浏览|点击|阅读"
)
_PERSONS = ("人", "人次", "名", "位", "户")
# A label in a list of parts is no longer than this; a longer one begins another statement.
_LABEL = 24
# No paragraph that people write counts so many things; where one does, its words are not prose.
_MOST = 300
# What was done tells no parts apart: of 14 in force 2 were made this year and 1 was repealed.
_ACTS = (*REQUEST_VERBS, "made", "repealed", "valid")
_DIMENSIONS = {
    Kind.KIND: "applicants",
    Kind.RESULT: "results",
    Kind.OUTCOME: "outcomes",
    Kind.CHANNEL: "channels",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A number with its place in the document."""

    value: Number
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Division:
    """A whole and the parts that the prose gives of it.

    `exhaustive`: nothing says that there are more parts (等, 包括, 主要). `dimension` is what the
    parts are told apart by: "applicants", "results", "outcomes", "channels", "media" or "labels".
    `complete`: the parts are known to be all there are. `summed`: the whole stands behind them.
    `crossing`: one thing may be among several of the parts.
    """

    whole: Part
    parts: tuple[Part, ...]
    exhaustive: bool
    dimension: str
    complete: bool = False
    summed: bool = False
    crossing: bool = False

    @property
    def total(self) -> Number:
        """The sum of the parts."""
        return sum((part.value for part in self.parts), start=0)


@dataclass(frozen=True, slots=True)
class _Step:
    sentence: Sentence
    phrase: Phrase
    clause: int

    @property
    def words(self) -> tuple[Token, ...]:
        return (*self.phrase.before, *self.phrase.after)

    @property
    def counts(self) -> bool:
        number = self.phrase.number
        return number is not None and not any(t.is_a(Kind.CHANGE) for t in self.phrase.before)

    def part(self) -> Part:
        number = self.phrase.number
        assert number is not None
        span = self.sentence.place(self.phrase.start, self.phrase.end)
        return Part(number.value, self.phrase.unit, span)


def divisions(sentences: Sequence[Sentence]) -> Iterator[Division]:
    """Yield the divisions of a paragraph's sentences. Parts may run on behind a ；."""
    steps: list[_Step] = []
    clause = 0
    before: list[_Step] = []
    for sentence in sentences:
        if counts(sentence.text):
            cut = phrased(sentence.text)
            steps += [_Step(sentence, phrase, clause) for phrase in cut]
        clause += 1
        if sentence.text.endswith("；"):
            continue
        yield from _divisions(before, steps)
        before, steps = steps, []
    yield from _divisions(before, steps)


def _divisions(before: list[_Step], steps: list[_Step]) -> Iterator[Division]:
    if len(steps) > _MOST:
        return
    for i, step in enumerate(steps):
        words = step.phrase.before
        if any(t.is_a(Kind.PARTS) and t.text == "其中" for t in words) or _includes(step):
            counted = step.phrase.number is not None
            parts = steps[i:] if counted else steps[i + 1 :]
            yield from _divided(steps[:i] or before, parts, step.phrase.depth, words)
        elif step.counts and step.phrase.led_by in ("（", "："):
            whole = next((s for s in reversed(steps[:i]) if s.counts), None)
            if whole is not None and _adjoining(whole, step, steps[i - 1]):
                yield from _enumerated(whole, _inside(steps[i:]), step)
        elif step.counts and any(t.is_a(Kind.SUM) or t.text == "共" for t in words):
            yield from _summed(step, steps[:i])


def _inside(steps: Sequence[_Step]) -> list[_Step]:
    """Return the steps that may belong to a list: its sentence's; all if each item is one (；)."""
    first = steps[0]
    own = [s for s in steps if s.sentence is first.sentence]
    alone = sum(s.counts for s in own) == 1 and first.sentence.text.endswith("；")
    return list(steps) if alone else own


def _includes(step: _Step) -> bool:
    """Say whether the phrase begins a list of parts with 包括: parts, yet perhaps not all."""
    words = step.phrase.before
    return bool(words) and words[0].text in _INCLUDING and step.phrase.led_by == "，"


def _adjoining(whole: _Step, step: _Step, before: _Step) -> bool:
    """Say whether nothing but the bracket or colon stands between the two, or 申请方式为：."""
    if whole.sentence is not step.sentence:
        return False
    start = step.phrase.start - 1
    if before is not whole and step.phrase.led_by == "：" and before.phrase.end == start:
        said = step.sentence.text[before.phrase.start : start]
        start = before.phrase.start - 1 if _LEAD.fullmatch(said) else start
    return whole.phrase.end == start


def _divided(
    before: Sequence[_Step], parts: Sequence[_Step], depth: int, lead: Sequence[Token]
) -> Iterator[Division]:
    first = next((s for s in parts if s.counts and s.phrase.depth == depth), None)
    if first is None:
        return
    unit = first.phrase.unit
    chain = list(_chain(parts, first, depth))
    units = {s.phrase.unit for s in chain}
    for unit in units:
        wholes = [s for s in before if s.counts and s.phrase.unit == unit]
        if not wholes or wholes[-1].phrase.rough or wholes[-1].phrase.depth > depth:
            continue
        own = [s for s in chain if s.phrase.unit == unit]
        mixed = _mixed_in(chain, own)
        if mixed and sum(p.part().value for p in (*own, *mixed)) == wholes[-1].part().value:
            continue  # 60 条，其中动态 40 条、调查 5 期、公告 15 条
        loose = _is_loose(chain, lead) or _broken_off(parts, chain) or _leaves_a_rest(chain)
        yield from _division(wholes[-1], own, loose)


def _mixed_in(chain: Sequence[_Step], own: Sequence[_Step]) -> list[_Step]:
    """Return the parts in other units that stand among those in the whole's."""
    if not own:
        return []
    among = chain[chain.index(own[0]) : chain.index(own[-1])]
    return [s for s in among if s not in own]


def _enumerated(whole: _Step, steps: Sequence[_Step], first: _Step) -> Iterator[Division]:
    """Yield the parts in a bracket, or behind a colon, right after their whole."""
    depth = first.phrase.depth
    chain = list(_chain(steps, first, depth))
    inside = [s for s in chain if s.phrase.unit == whole.phrase.unit]
    included = any(s.phrase.before and s.phrase.before[0].text in ("含", "含有") for s in inside)
    if len(inside) > 1 and not included:
        loose = _is_loose(inside, ()) or _broken_off(steps, chain)
        yield from _division(whole, inside, loose, complete=not loose)


def _chain(steps: Sequence[_Step], first: _Step, depth: int) -> Iterator[_Step]:
    """Yield the parts that follow 其中: counted, told apart by one thing, at one depth."""
    dimension = _dimension(first)
    crossed = False
    for step in steps:
        if step is not first and any(t.is_a(Kind.PARTS, Kind.SUM) for t in step.phrase.before):
            return
        if step.phrase.depth != depth:
            if step.phrase.depth < depth:
                return
            continue
        crossed = crossed or step.clause != first.clause
        if not step.counts:
            continue
        if step is not first and _family(_dimension(step)) != _family(dimension):
            return
        if crossed and _family(dimension) == "labels" and _acts(step):
            return
        yield step


def _acts(step: _Step) -> bool:
    """Say whether a phrase behind a ； says something of its own instead of naming a part."""
    words = [t for t in step.phrase.before if not t.is_a(Kind.SCOPE)]
    said = any(t.is_a(Kind.VERB, Kind.TOPIC) and t.tag != "charged" for t in words)
    return said or sum(len(t.text) for t in words) > _LABEL


def _dimension(step: _Step) -> str:
    text = "".join(t.text for t in step.words)
    if any(word in text for word in _MEDIA):
        return "media"
    for token in step.words:
        for kind, name in _DIMENSIONS.items():
            if token.is_a(kind):
                return name
    if any(t.is_a(Kind.VERB) and t.tag in _ACTS for t in step.words):
        return "acts"
    return "labels"


def _family(dimension: str) -> str:
    """Labels, channels and media stand side by side in real lists."""
    return "labels" if dimension in ("channels", "media") else dimension


def _broken_off(steps: Sequence[_Step], chain: Sequence[_Step]) -> bool:
    """Say whether the clause goes on counting in the whole's unit where the list of parts ends."""
    if not chain:
        return True
    last = chain[-1]
    behind = [s for s in steps if s.clause == last.clause and s.counts]
    rest = behind[behind.index(last) + 1 :] if last in behind else []
    return any(
        s.phrase.unit == last.phrase.unit and s.phrase.depth == last.phrase.depth for s in rest
    )


def _leaves_a_rest(chain: Sequence[_Step]) -> bool:
    """Say whether the words behind the last part name a rest without a number."""
    last = chain[-1]
    return bool(_REST.match(last.sentence.text[last.phrase.end :]))


def _is_loose(steps: Sequence[_Step], lead: Sequence[Token]) -> bool:
    words = [*lead, *(t for s in steps for t in s.words)]
    return any(t.is_a(Kind.LOOSE) for t in words)


def _division(
    whole: _Step, steps: Sequence[_Step], loose: bool, complete: bool = False
) -> Iterator[Division]:
    if not steps or any(s.phrase.rough for s in steps):
        return
    dimensions = [_dimension(s) for s in steps]
    dimension = next((d for d in dimensions if d != "labels"), "labels")
    if dimension == "acts":
        return
    if dimension in ("channels", "media"):
        dimension = "channels" if _whole_is_requests(whole) else "media"
    kinds = {t.tag for s in steps for t in s.words if t.is_a(Kind.KIND)}
    complete = (complete and _family(dimension) == "labels") or {
        "natural",
        "legal_persons",
    } <= kinds
    parts = tuple(s.part() for s in steps)
    crossing = set(dimensions) == {"labels"} and _may_cross(steps)
    yield Division(whole.part(), parts, not loose, dimension, complete, crossing=crossing)


def _may_cross(steps: Sequence[_Step]) -> bool:
    """Say whether the labels tell traits, of which one thing may have several."""
    labels = ["".join(t.text for t in s.phrase.before if t.text != "其中") for s in steps]
    if any(_TRAITS.search(label) for label in labels):
        return True
    alike = len({label[-1:] for label in labels}) == 1
    return steps[0].phrase.unit in _PERSONS and not alike


def _whole_is_requests(whole: _Step) -> bool:
    tags = ("request", "weak_request")
    return any(t.is_a(Kind.TOPIC) and t.tag in tags for t in whole.words)


def _summed(step: _Step, before: Sequence[_Step]) -> Iterator[Division]:
    if step.phrase.rough:
        return
    parts: list[_Step] = []
    for earlier in reversed(before):
        same = earlier.sentence is step.sentence and earlier.phrase.depth == step.phrase.depth
        if not same or any(t.is_a(Kind.PARTS) for t in earlier.phrase.before):
            break
        if not earlier.counts:
            continue
        if earlier.phrase.unit != step.phrase.unit or earlier.phrase.rough:
            break
        parts.insert(0, earlier)
    families = [_family(_dimension(p)) for p in parts]
    if families[:1] == ["acts"]:
        families = families[1:]  # 办理建议 36 件、提案 24 件: the verb is said once
    if not any(t.is_a(Kind.SUM) for t in step.phrase.before) and not _of_one_thing(step, parts):
        return
    if len(parts) >= 2 and len(set(families)) == 1:
        found = tuple(p.part() for p in parts)
        yield Division(step.part(), found, True, _dimension(parts[0]), summed=True)


def _of_one_thing(whole: _Step, parts: Sequence[_Step]) -> bool:
    """Say whether whole and parts all name one thing: 现场咨询, 电话咨询, 共受理咨询."""
    things = [t.text for t in whole.words if t.is_a(Kind.TOPIC, Kind.ALIEN) or t.what == "raw"]
    return any(all(thing in {t.text for t in p.words} for p in parts) for thing in things)
