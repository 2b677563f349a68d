"""Reads the counts of a sentence: phrase by phrase, with what went before it in mind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from decimal import Decimal

from parser.claims.absences import absent
from parser.claims.claim import Item, Mention
from parser.claims.counting import HIDDEN, NARROWED, State, alike, items_of, of_documents, settled
from parser.claims.heads import CHALLENGES, MONEY, head_of, topics_of, verbs_of
from parser.claims.lexicon import Kind
from parser.claims.phrases import COUNT_UNITS, MONEY_UNITS, Phrase, phrased
from parser.claims.scope import Setting, scope_doubt, scope_of, time_of
from parser.claims.tokens import Token, counts, tokenize
from parser.model.said import say
from parser.reading.prose import Sentence

_SUMMED = ("共", "共计", "合计", "总计", "总共", "全年", "本年", "本年度", "累计")
# A sentence without a number and without one of these claims nothing.
_SAYS_NONE_OR_ALL = ("未", "没", "无", "不存在", "不曾", "均", "全")
_CUMULATIVE = say("“累计”不一定只是本年")
_ALL = say("“均”所指的范围没有写明")


def mentions(sentence: Sentence, setting: Setting, before: Mention | None = None) -> list[Mention]:
    """Return every count and every "none" of the sentence that is about the tables.

    `before` is the last count of requests in the sentence before, for 其中 and the like.
    """
    if not counts(sentence.text) and not any(word in sentence.text for word in _SAYS_NONE_OR_ALL):
        return []
    state = State(request=before)
    if before is not None or setting.requests:
        state.topics = ("request",)
    found: list[Mention] = []
    saved: list[State] = []
    for phrase in phrased(sentence.text):
        while len(saved) < phrase.depth:
            saved.append(copy(state))
        while len(saved) > phrase.depth:
            state = replace(saved.pop(), challenges=state.challenges)
        if any(t.is_a(Kind.PLAN) for t in phrase.before):
            break
        found.extend(_read(phrase, state, sentence, setting))
    return found


def _read(phrase: Phrase, state: State, sentence: Sentence, setting: Setting) -> Iterator[Mention]:
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
        yield from _mentions_of_count(phrase, state, sentence, setting)
    if compared:
        state.time = "this"


def _words_only(
    phrase: Phrase, state: State, sentence: Sentence, setting: Setting
) -> Iterator[Mention]:
    words = phrase.before
    if any(t.is_a(Kind.NEGATION) for t in words):
        items, narrowed = absent(words, state.topics)
        items = tuple(settled(item, words, setting) for item in items)
        if items:
            doubt = NARROWED if narrowed else ""
            yield from _told(items, phrase, state, sentence, setting, doubt)
        state.topics = topics_of(words) or state.topics
        return
    if state.request is not None and any(_is_each(t) for t in words):
        found = _all_of_requests(words, state.request)
        if found is not None:
            yield replace(found, start=phrase.start, end=phrase.end)
            return
    outcome = next((t.tag for t in words if t.is_a(Kind.OUTCOME)), "")
    closed = {"answered", "closed"} & set(verbs_of(words)) and not outcome
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
        state.documents = state.documents or of_documents(words)
        return
    state.topics = topics_of(words) or state.topics
    if head.items and not head.hidden and not state.parts:
        state.pending = head.items
        state.measure = head.items[-1].measure or state.measure


def _is_each(token: Token) -> bool:
    """Say whether a word says it of all: 均, or 全部予以公开 as a whole."""
    return token.is_a(Kind.EACH) or (token.is_a(Kind.RESULT) and token.text.startswith("全部"))


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


def _mentions_of_count(
    phrase: Phrase, state: State, sentence: Sentence, setting: Setting
) -> Iterator[Mention]:
    words, number = phrase.before, phrase.number
    assert number is not None
    if phrase.rough or any(t.is_a(Kind.CHANGE, Kind.GUARD) for t in words):
        return
    denied = any(t.is_a(Kind.NEGATION) for t in words)
    if denied and any(t.is_a(Kind.GUARD) for t in phrase.after):
        return  # 无一起行政诉讼败诉
    items, doubt = items_of(phrase, state, setting)
    part_of_scope = scope_of(words, setting) or "own"
    if not items or (state.parts and not part_of_scope.startswith(("own", "whole"))):
        return
    if any(t.text == "累计" for t in words) and not _names_the_year(sentence, setting):
        doubt = doubt or _CUMULATIVE
    if items[0].topic == "information":
        doubt = doubt or _item_doubt(phrase, sentence)
    money = all(item.topic in MONEY for item in items)
    if phrase.unit not in (MONEY_UNITS if money else COUNT_UNITS):
        return
    if denied and number.value not in (0, 1):
        return
    each = next((t.text for t in words if t.is_a(Kind.EACH)), "")
    if each.startswith("分别") or any(t.text.startswith("分别") for t in words):
        state.queue = list(items[1:])
        items = items[:1]
    if denied:
        yield from _told(items, phrase, state, sentence, setting, doubt)
        return
    apart = bool(each and len(items) > 1) or number.value == 0 or alike(items)
    for group in [(item,) for item in items] if apart else [items]:
        yield _mention(group, phrase, state, sentence, setting, doubt)


def _names_the_year(sentence: Sentence, setting: Setting) -> bool:
    return time_of(tokenize(sentence.text), setting) == "this"


def _item_doubt(phrase: Phrase, sentence: Sentence) -> str:
    """Return why items published need not be all of the year's: 围绕就业，主动公开信息 26 条."""
    ahead = [t for t in tokenize(sentence.text) if t.end <= phrase.start]
    summed = any(t.text in _SUMMED or t.what == "year" for t in (*ahead, *phrase.before))
    matter = any(t.what == "raw" or t.is_a(Kind.CHANNEL, Kind.ALIEN) for t in ahead)
    return "" if summed and not matter else NARROWED


def _told(
    items: Sequence[Item],
    phrase: Phrase,
    state: State,
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
    state: State,
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
    if state.time == "this" and not doubt.startswith(HIDDEN):
        if items[0].topic == "request" and (not items[0].part or items[0].measure == "result"):
            state.request = mention
        if all(item.topic in CHALLENGES and not item.part for item in items):
            for item in items:
                if len(items) == 1:
                    state.challenges[item.topic] = mention
    return mention
