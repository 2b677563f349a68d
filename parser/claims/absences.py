"""Reads clauses that say there was none of something: 未收到…, 没有发生…, 行政复议均无."""

from __future__ import annotations

from collections.abc import Sequence

from parser.claims.claim import Item
from parser.claims.heads import (
    CHALLENGES,
    DECISIONS,
    DOCUMENTS,
    MONEY,
    REQUEST_TOPICS,
    head_of,
    verbs_of,
)
from parser.claims.lexicon import Kind
from parser.claims.tokens import Token

_REQUEST_NONES = frozenset({"received", "handled", "carried", "carried_in", "carried_out"})


def absent(words: Sequence[Token], topics: tuple[str, ...]) -> tuple[tuple[Item, ...], bool]:
    """Return what a clause with a negation says there was none of.

    `topics` are those that the sentence spoke of before. The flag says that unknown words narrow
    the object. Nothing is returned for a clause that denies something else (no 败诉, not overdue).
    """
    if any(t.is_a(Kind.GUARD, Kind.CHANNEL, Kind.CHANGE, Kind.CONDITION) for t in words):
        return (), False
    at = next(i for i, t in enumerate(words) if t.is_a(Kind.NEGATION))
    denied = words[at + 1 :]
    if not any(t.is_a(Kind.TOPIC, Kind.VERB, Kind.RESULT, Kind.KIND, Kind.ALIEN) for t in denied):
        # 行政复议、行政诉讼均无
        if any(t.what == "raw" for t in denied):
            return (), False
        denied = words[:at]
    head = head_of(denied, topics)
    if head is None or head.alien or head.hidden:
        return (), False
    named = any(t.is_a(Kind.TOPIC, Kind.RESULT, Kind.KIND) for t in denied)
    verbs = verbs_of(denied)
    items = [item for item in head.items if _can_be_absent(item, verbs, named)]
    return tuple(items), head.narrowed


def _can_be_absent(item: Item, verbs: tuple[str, ...], named: bool) -> bool:
    if item.topic in REQUEST_TOPICS:
        if item.measure == "result":
            return "answered" not in verbs
        if item.measure in ("carried", "carried_in", "carried_out"):
            return True
        return named and (item.measure in _REQUEST_NONES or not item.measure)
    if not named:
        return False
    if item.topic in CHALLENGES:
        return not {"answered", "closed", "decided"} & set(verbs)
    if item.topic in DOCUMENTS:
        return item.measure in ("made", "repealed")
    if item.topic in DECISIONS:
        return item.measure == "decided"
    return item.topic in MONEY and "published" not in verbs
