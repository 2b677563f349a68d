"""What the number of a phrase counts, by its own words and by what the sentence spoke of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from parser.claims.claim import Item, Mention
from parser.claims.heads import (
    CHALLENGES,
    DECISIONS,
    DOCUMENTS,
    REQUEST_TOPICS,
    Head,
    head_of,
    topics_of,
    verbs_of,
)
from parser.claims.lexicon import Kind
from parser.claims.phrases import Phrase
from parser.claims.scope import Setting, carried_direction
from parser.claims.tokens import Token
from parser.model.said import say

NARROWED = say("统计对象前加了限定，不一定是全部")
HIDDEN = say("数字前有未能识别的词，不一定说的是这一项")
BOTH = ("received", "carried_in")
_CHANNEL = say("说的是一种申请渠道，不一定是全部")
_NO_CONTEXT = say("没有写明是因政府信息公开引起")
_BARE = say("没有写明是政府信息公开申请")
# Cases put on file are not the cases that the table counts.
_FILED = ("备案", "报备")
_FILED_DOUBT = say("写的是备案件数，口径与表四不同")
_ORGAN_DOUBT = say("写的可能是全部复议、应诉案件，不一定因政府信息公开引起")
_CHALLENGED = 4
_SILENT = (Kind.FILL, Kind.LINK, Kind.TIME, Kind.EACH, Kind.SUM, Kind.SCOPE, Kind.NEGATION)


@dataclass(slots=True)
class State:
    """What a sentence has spoken of so far.

    `pending` is a head whose number is still to come, `queue` those that 分别 lists. `parts`: 其中
    was read; `filed`: cases put on file; `organ`: reviews that the body decides on; `listing`:
    something that no table has is being counted; `documents`: the clearing of documents was told.
    `summands`
    are the measures counted so far, `request` and `challenges` the last counts of each.
    """

    topics: tuple[str, ...] = ()
    measure: str = ""
    pending: tuple[Item, ...] = ()
    queue: list[Item] = field(default_factory=list[Item])
    time: str = "this"
    scope: str = "own"
    parts: bool = False
    filed: bool = False
    organ: bool = False
    listing: bool = False
    documents: bool = False
    summands: tuple[str, ...] = ()
    request: Mention | None = None
    challenges: dict[str, Mention] = field(default_factory=dict[str, Mention])


def of_documents(words: Sequence[Token]) -> bool:
    """Say whether the words tell of work on documents: 规范性文件清理, 规范性文件目录."""
    return any(t.is_a(Kind.ALIEN) and t.text.startswith("规范性文件") for t in words)


def _only_carried(words: Sequence[Token], after: Sequence[Token]) -> bool:
    """Say whether the words tell what is left over, and not of what."""
    told = (*words, *after)
    return not topics_of(told) and any(v.startswith("carried") for v in verbs_of(told))


def _asked(known: Sequence[str], setting: Setting) -> bool:
    """Say whether requests for information are spoken of around here."""
    return setting.requests or setting.informed or bool(set(known) & set(REQUEST_TOPICS))


def _is_item(head: Head, words: Sequence[Token]) -> bool:
    """主动公开信息 32 条，其中规范性文件 2 条 counts items published, no documents made."""
    listed = {item.topic for item in head.items} <= {*DOCUMENTS, *DECISIONS}
    return listed and not verbs_of(words)


def items_of(phrase: Phrase, state: State, setting: Setting) -> tuple[tuple[Item, ...], str]:
    """Return what the number of a phrase counts, and what is doubtful about it."""
    words, after = phrase.before, phrase.after
    silent = all(t.is_a(*_SILENT) or t.what == "year" for t in words)
    if silent and state.queue:
        return (state.queue.pop(0),), ""
    state.queue = []
    if silent and any(t.is_a(Kind.SUM) for t in words) and set(state.summands) >= set(BOTH):
        # 新收 5 件，上年结转 1 件，合计 6 件
        return tuple(Item("request", measure) for measure in BOTH), ""
    head = head_of(words, state.topics, state.measure)
    behind = head_of(after, state.topics, state.measure) if after else None
    if head is not None and not head.alien and not _has_noun(words) and behind is not None:
        # 收到 5 件政府信息公开申请; 制发 2 件规范性文件; 另有 3 件申请顺延到下年
        head = head_of((*words, *after), state.topics, state.measure)
        if head is not None:
            narrowed = head.narrowed or behind.narrowed
            head = replace(head, narrowed=narrowed, channel=head.channel or behind.channel)
    elif head is None and behind is not None:
        head = behind
        if all(item.topic == "request" and not item.measure for item in head.items):
            return (), ""
    if state.documents and {"valid", "repealed"} & set(verbs_of(words)) and not topics_of(words):
        head = head_of(words, ("normative",))  # 完成规范性文件清理，现行有效 14 件
    if head is None:
        pending, state.pending = state.pending, ()
        if silent and not any(t.what == "raw" for t in after) and not state.parts:
            return pending, ""
        return (), ""
    if state.listing and not state.topics and _only_carried(words, after):
        return (), ""  # 受理咨询 120 件，正在办理 4 件
    if head.alien:
        state.topics, state.pending = ("request",) if head.asking else (), ()
        state.listing = True
        state.documents = state.documents or of_documents(words)
        return (), ""
    return _accepted(head, phrase, state, setting)


def _accepted(
    head: Head, phrase: Phrase, state: State, setting: Setting
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
        doubt = HIDDEN
    if head.narrowed or (head.channel and about_requests):
        if state.parts:
            return (), ""
        doubt = NARROWED if head.narrowed else _CHANNEL
    items = tuple(dict.fromkeys(settled(item, everything, setting) for item in head.items))
    if items:
        state.measure = items[-1].measure or state.measure
        state.summands = (*state.summands, *(item.measure for item in items if not item.part))
        state.pending = ()
    if all(item.topic in CHALLENGES for item in items):
        state.filed = state.filed or any(t.text in _FILED for t in everything)
        state.organ = state.organ or _decides(everything, setting)
        doubt = doubt or (_FILED_DOUBT if state.filed else "")
        doubt = doubt or (_ORGAN_DOUBT if state.organ and _some(phrase) else "")
        # none at all is none of these either, whatever gave rise to them
        doubt = doubt or (_NO_CONTEXT if _some(phrase) and not setting.informed else "")
    return items, doubt


def _some(phrase: Phrase) -> bool:
    return phrase.number is not None and bool(phrase.number.value)


def _decides(words: Sequence[Token], setting: Setting) -> bool:
    """Say whether cases are told as taken in, without a word on information, outside part four.

    An organ that decides on reviews takes in those of all kinds (收到行政复议申请 85 件), and a
    government answers suits of all kinds (行政应诉 12 件).
    """
    taken = {"received", "handled", "answered", "closed"} & set(verbs_of(words))
    taken = bool(taken) and "review" in topics_of(words)
    taken = taken or any("应诉" in t.text or "出庭" in t.text for t in words)
    return taken and setting.section != _CHALLENGED and not any("公开" in t.text for t in words)


def settled(item: Item, words: Sequence[Token], setting: Setting) -> Item:
    """Return the item with a plain topic and the direction of a bare 结转 read."""
    topic = "request" if item.topic in REQUEST_TOPICS else item.topic
    measure = item.measure
    if measure == "carried":
        measure = carried_direction(words, setting)
    if measure in ("answered", "handled") and carried_direction(words, setting) == "carried_out":
        measure = "carried_out"  # 其余 2 件将于下一年答复
    return Item(topic, measure, item.part)


def _has_noun(tokens: Sequence[Token]) -> bool:
    nouns = (Kind.TOPIC, Kind.ALIEN, Kind.RESULT, Kind.KIND, Kind.OUTCOME, Kind.CHANNEL)
    return any(t.is_a(*nouns) for t in tokens)


def alike(items: Sequence[Item]) -> bool:
    """受理并答复 3 件 says 3 of each; 新收和上年结转共 7 件 says 7 of both."""
    measures = {item.measure for item in items if item.topic == "request" and not item.part}
    return len(measures) > 1 and measures != set(BOTH)
