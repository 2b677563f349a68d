"""Reads the counts of a sentence: phrase by phrase, with what went before it in mind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from decimal import Decimal

from parser.claims.absences import absent
from parser.claims.heads import (
    CHALLENGES,
    DECISIONS,
    DOCUMENTS,
    MONEY,
    REQUEST_TOPICS,
    Head,
    head_of,
    topics_of,
    verbs_of,
)
from parser.claims.lexicon import Kind
from parser.claims.model import Item, Mention
from parser.claims.phrases import COUNT_UNITS, MONEY_UNITS, Phrase, phrases
from parser.claims.scope import Setting, carried_direction, scope_doubt, scope_of, time_of
from parser.claims.tokens import Token, tokenize
from parser.prose import Sentence

_SILENT = (Kind.FILL, Kind.LINK, Kind.TIME, Kind.EACH, Kind.SUM, Kind.SCOPE, Kind.NEGATION)
_NARROWED = "统计对象前加了限定，不一定是全部"
_HIDDEN = "数字前有未能识别的词，不一定说的是这一项"
_NO_CONTEXT = "没有写明是因政府信息公开引起"
# Cases put on file are not the cases that the table counts.
_FILED = ("备案", "报备")
_BARE = "没有写明是政府信息公开申请"
_ALL = "“均”所指的范围没有写明"
_BOTH = ("received", "carried_in")
_FILED_DOUBT = "写的是备案件数，口径与表四不同"


@dataclass(slots=True)
class _State:
    topics: tuple[str, ...] = ()
    measure: str = ""
    pending: tuple[Item, ...] = ()
    queue: list[Item] = field(default_factory=list[Item])
    time: str = "this"
    scope: str = "own"
    parts: bool = False
    filed: bool = False
    listing: bool = False
    summands: tuple[str, ...] = ()
    request: Mention | None = None
    challenges: dict[str, Mention] = field(default_factory=dict[str, Mention])


def mentions(sentence: Sentence, setting: Setting, before: Mention | None = None) -> list[Mention]:
    """Return every count and every "none" of the sentence that is about the tables.

    `before` is the last count of requests in the sentence before, for 其中 and the like.
    """
    state = _State(request=before)
    if before is not None or setting.requests:
        state.topics = ("request",)
    found: list[Mention] = []
    saved: list[_State] = []
    for phrase in phrases(tokenize(sentence.text)):
        while len(saved) < phrase.depth:
            saved.append(copy(state))
        while len(saved) > phrase.depth:
            state = replace(saved.pop(), challenges=state.challenges)
        if _is_plan(phrase.before):
            break
        found.extend(_read(phrase, state, sentence, setting))
    return found


def _is_plan(tokens: Sequence[Token]) -> bool:
    return any(t.is_a(Kind.PLAN) for t in tokens)


def _read(phrase: Phrase, state: _State, sentence: Sentence, setting: Setting) -> Iterator[Mention]:
    words = phrase.before
    if any(t.is_a(Kind.PARTS) and t.text == "其中" for t in words):
        state.parts = True
    compared = any(t.is_a(Kind.TIME) and t.tag == "compared" for t in words)
    carrying = any(v.startswith("carried") for v in verbs_of((*words, *phrase.after)))
    if not carrying:
        state.time = ("last" if compared else time_of(words, setting)) or state.time
    state.scope = scope_of(words, setting) or state.scope
    if any(t.is_a(Kind.CONDITION) for t in words):
        return
    if phrase.number is None:
        yield from _words_only(phrase, state, sentence, setting)
    else:
        yield from _counted(phrase, state, sentence, setting)
    if compared:
        state.time = "this"


def _words_only(
    phrase: Phrase, state: _State, sentence: Sentence, setting: Setting
) -> Iterator[Mention]:
    words = phrase.before
    if any(t.is_a(Kind.NEGATION) for t in words):
        items, narrowed = absent(words, state.topics)
        items = tuple(_settled(item, words, setting) for item in items)
        if items:
            doubt = _NARROWED if narrowed else ""
            yield from _told(items, phrase, state, sentence, setting, doubt)
        state.topics = topics_of(words) or state.topics
        return
    if state.request is not None and any(t.is_a(Kind.EACH) for t in words):
        found = _all_of_requests(words, state.request)
        if found is not None:
            yield replace(found, start=phrase.start, end=phrase.end)
            return
    outcome = next((t.tag for t in words if t.is_a(Kind.OUTCOME)), "")
    closed = "answered" in verbs_of(words) and not outcome
    if state.challenges and any(t.is_a(Kind.EACH) for t in words) and (outcome or closed):
        for topic, mention in state.challenges.items():
            if mention.value and not (topics_of(words) and topic not in topics_of(words)):
                item = Item(topic, "", outcome or "closed")
                yield replace(
                    mention, items=(item,), start=phrase.start, end=phrase.end, all_of=True
                )
        return
    head = head_of(words, state.topics, state.measure)
    if head is None:
        return
    if head.alien:
        state.topics, state.pending = ("request",) if head.asking else (), ()
        return
    state.topics = topics_of(words) or state.topics
    if head.items and not head.hidden and not state.parts:
        state.pending = head.items
        state.measure = head.items[-1].measure or state.measure


def _all_of_requests(words: Sequence[Token], request: Mention) -> Mention | None:
    """Read 均为自然人申请 and 均予以公开, said of the requests counted just before."""
    nouns = [t for t in words if t.is_a(Kind.KIND, Kind.RESULT)]
    if len(nouns) != 1 or not request.value or any(t.what == "raw" for t in words):
        return None
    if request.items[0].part or len(request.items) > 1:
        return None
    if nouns[0].is_a(Kind.KIND):
        item = Item("request", "", nouns[0].tag)
        return replace(request, items=(item,), base=request, all_of=True)
    item = Item("request", "result", nouns[0].tag)
    return replace(request, items=(item,), all_of=True, open=request.open or _ALL)


def _counted(
    phrase: Phrase, state: _State, sentence: Sentence, setting: Setting
) -> Iterator[Mention]:
    words, number = phrase.before, phrase.number
    assert number is not None
    if phrase.rough or any(t.is_a(Kind.CHANGE, Kind.GUARD) for t in words):
        return
    items, doubt = _items(phrase, state, setting)
    if not items:
        return
    money = all(item.topic in MONEY for item in items)
    if phrase.unit not in (MONEY_UNITS if money else COUNT_UNITS):
        return
    denied = any(t.is_a(Kind.NEGATION) for t in words)
    if denied and number.value not in (0, 1):
        return
    each = next((t.text for t in words if t.is_a(Kind.EACH)), "")
    if each.startswith("分别") or any(t.text.startswith("分别") for t in words):
        state.queue = list(items[1:])
        items = items[:1]
    if denied:
        yield from _told(items, phrase, state, sentence, setting, doubt)
        return
    apart = bool(each and len(items) > 1) or number.value == 0 or _alike(items)
    for group in [(item,) for item in items] if apart else [items]:
        yield _mention(group, phrase, state, sentence, setting, doubt)


def _asked(known: Sequence[str], setting: Setting) -> bool:
    """Say whether requests for information are spoken of around here."""
    return setting.requests or setting.informed or bool(set(known) & set(REQUEST_TOPICS))


def _is_item(head: Head, words: Sequence[Token]) -> bool:
    """主动公开信息 32 条，其中规范性文件 2 条 counts items published, no documents made."""
    listed = {item.topic for item in head.items} <= {*DOCUMENTS, *DECISIONS}
    return listed and not verbs_of(words)


def _alike(items: Sequence[Item]) -> bool:
    """受理并答复 3 件 says 3 of each; 新收和上年结转共 7 件 says 7 of both."""
    measures = {item.measure for item in items if item.topic == "request" and not item.part}
    return len(measures) > 1 and measures != set(_BOTH)


def _items(phrase: Phrase, state: _State, setting: Setting) -> tuple[tuple[Item, ...], str]:
    """Return what the number of a phrase counts, and what is doubtful about it."""
    words, after = phrase.before, phrase.after
    silent = all(t.is_a(*_SILENT) or t.what == "year" for t in words)
    if silent and state.queue:
        return (state.queue.pop(0),), ""
    state.queue = []
    if silent and any(t.is_a(Kind.SUM) for t in words) and set(state.summands) >= set(_BOTH):
        # 新收 5 件，上年结转 1 件，合计 6 件
        return tuple(Item("request", measure) for measure in _BOTH), ""
    head = head_of(words, state.topics, state.measure)
    behind = head_of(after, state.topics, state.measure) if after else None
    if head is not None and not head.alien and not _has_noun(words) and behind is not None:
        # 收到 5 件政府信息公开申请; 制发 2 件规范性文件; 另有 3 件申请顺延到下年
        head = head_of((*words, *after), state.topics, state.measure)
        if head is not None:
            head = replace(head, narrowed=head.narrowed or behind.narrowed)
    elif head is None and behind is not None:
        head = behind
        if all(item.topic == "request" and not item.measure for item in head.items):
            return (), ""
    if head is None:
        pending, state.pending = state.pending, ()
        if silent and not any(t.what == "raw" for t in after) and not state.parts:
            return pending, ""
        return (), ""
    if head.alien:
        state.topics, state.pending = ("request",) if head.asking else (), ()
        state.listing = True
        return (), ""
    return _accepted(head, phrase, state, setting)


def _accepted(
    head: Head, phrase: Phrase, state: _State, setting: Setting
) -> tuple[tuple[Item, ...], str]:
    everything = (*phrase.before, *phrase.after)
    known = state.topics
    named = topics_of(everything)
    about_requests = all(item.topic in REQUEST_TOPICS for item in head.items)
    bare = False
    if about_requests and head.weak and not _asked(known, setting):
        bare = named == ("weak_request",) and not head.narrowed and not head.hidden
        if not bare or not verbs_of(phrase.before):
            return (), ""
    state.topics = tuple("request" if t == "weak_request" else t for t in named) or known
    if head.items and about_requests and not named:
        state.topics = ("request",)
    if state.listing and _is_item(head, phrase.before):
        return (), ""
    state.listing = state.listing or any(item.topic == "information" for item in head.items)
    doubt = _BARE if bare else ""
    if head.hidden:
        if "request" not in named:
            return (), ""
        doubt = _HIDDEN
    if head.narrowed:
        if state.parts:
            return (), ""
        doubt = _NARROWED
    items = tuple(dict.fromkeys(_settled(item, everything, setting) for item in head.items))
    if items:
        state.measure = items[-1].measure or state.measure
        state.summands = (*state.summands, *(item.measure for item in items if not item.part))
        state.pending = ()
    if all(item.topic in CHALLENGES for item in items):
        state.filed = state.filed or any(t.text in _FILED for t in everything)
        doubt = doubt or (_FILED_DOUBT if state.filed else "")
        # none at all is none of these either, whatever gave rise to them
        some = phrase.number is not None and phrase.number.value
        doubt = doubt or (_NO_CONTEXT if some and not setting.informed else "")
    return items, doubt


def _settled(item: Item, words: Sequence[Token], setting: Setting) -> Item:
    """Return the item with a plain topic and the direction of a bare 结转 read."""
    topic = "request" if item.topic in REQUEST_TOPICS else item.topic
    measure = item.measure
    if measure == "carried":
        measure = carried_direction(words, setting)
    return Item(topic, measure, item.part)


def _has_noun(tokens: Sequence[Token]) -> bool:
    nouns = (Kind.TOPIC, Kind.ALIEN, Kind.RESULT, Kind.KIND, Kind.OUTCOME, Kind.CHANNEL)
    return any(t.is_a(*nouns) for t in tokens)


def _told(
    items: Sequence[Item],
    phrase: Phrase,
    state: _State,
    sentence: Sentence,
    setting: Setting,
    doubt: str,
) -> Iterator[Mention]:
    """Yield a "none" for each item."""
    for item in items:
        mention = _mention((item,), phrase, state, sentence, setting, doubt)
        yield replace(mention, value=0, none=True, unit="")


def _mention(
    items: tuple[Item, ...],
    phrase: Phrase,
    state: _State,
    sentence: Sentence,
    setting: Setting,
    doubt: str,
) -> Mention:
    number = phrase.number
    doubt = doubt or scope_doubt(state.scope, setting)
    base = None
    if all(item.topic == "request" and item.part and item.measure != "result" for item in items):
        base = state.request
    start, end = phrase.start, phrase.end
    mention = Mention(
        items,
        number.value if number else 0,
        number.step if number else Decimal(1),
        sentence,
        start,
        end,
        phrase.unit,
        state.time,
        doubt,
        base=base,
    )
    if state.time == "this" and not doubt.startswith(_HIDDEN):
        if items[0].topic == "request" and (not items[0].part or items[0].measure == "result"):
            state.request = mention
        if all(item.topic in CHALLENGES and not item.part for item in items):
            for item in items:
                if len(items) == 1:
                    state.challenges[item.topic] = mention
    return mention
