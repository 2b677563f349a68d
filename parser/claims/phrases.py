"""A sentence cut into phrases: a number with the words before and behind it, or words alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from parser.claims.lexicon import Kind
from parser.claims.tokens import Token, tokenize

# Measure words under which requests, cases, documents and decisions are counted.
COUNT_UNITS = frozenset(
    {"件", "宗", "起", "条", "次", "份", "项", "例", "桩", "笔", "个", "件次", "件数", ""}
)
MONEY_UNITS = frozenset({"元", "万元", "亿元"})
# Behind these words a number needs no measure word: 申请数量为0。
_NEEDS_NO_UNIT = (
    "为",
    "数量",
    "件数",
    "总数",
    "数",
    "量",
    "共",
    "共计",
    "合计",
    "总计",
    "是",
    "为零",
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words up to a stop, and the number that they speak of, if there is one.

    `led_by` is the stop (or "" for a number) before the phrase, `depth` counts open brackets.
    `rough`: the number is about, more than, less than.
    """

    before: tuple[Token, ...]
    number: Token | None
    unit: str
    after: tuple[Token, ...]
    start: int
    end: int
    led_by: str
    depth: int
    rough: bool = False


@lru_cache(maxsize=1024)
def phrased(text: str) -> tuple[Phrase, ...]:
    """Cut a sentence (as in `prose.Sentence.text`) into its phrases; several rules read them."""
    return tuple(phrases(tokenize(text)))


def phrases(tokens: Sequence[Token]) -> list[Phrase]:
    """Cut a tokenised sentence into its phrases, in order."""
    found: list[Phrase] = []
    before: list[Token] = []
    led_by, depth, at = "", 0, 0
    while at < len(tokens):
        token = tokens[at]
        if token.what == "stop" and token.text == "、":
            if not led_by and found and not any(t.is_a(Kind.LINK) for t in before):
                before = []  # 1 件维持、1 件纠正: what stands behind a number is that number's
            elif before:
                before.append(replace(token, what="word", kind=Kind.LINK))
            at += 1
            continue
        if token.what == "stop":
            if before:
                found.append(_words(before, led_by, depth))
            before, led_by = [], token.text
            depth = max(0, depth + {"（": 1, "）": -1}.get(token.text, 0))
            at += 1
            continue
        width = _number_width(tokens, at, before, led_by)
        if width == 0:
            before.append(token)
            at += 1
            continue
        if not led_by and found and before and before[-1].is_a(Kind.LINK):
            before = []  # 1 件维持和 1 件纠正
        after = _behind(tokens, at + width)
        found.append(_counting_phrase(tokens[at : at + width], before, after, led_by, depth))
        before, led_by = [], ""
        at += width
    if before:
        found.append(_words(before, led_by, depth))
    return found


def _words(before: list[Token], led_by: str, depth: int) -> Phrase:
    return Phrase(tuple(before), None, "", (), before[0].start, before[-1].end, led_by, depth)


def _counting_phrase(
    number: Sequence[Token], before: list[Token], after: list[Token], led_by: str, depth: int
) -> Phrase:
    unit = next((t.text for t in number if t.is_a(Kind.UNIT)), "")
    rough = any(t.is_a(Kind.ROUGH) for t in number) or bool(before and before[-1].is_a(Kind.ROUGH))
    start = before[0].start if before else number[0].start
    end = number[-1].end
    return Phrase(tuple(before), number[0], unit, tuple(after), start, end, led_by, depth, rough)


def _number_width(tokens: Sequence[Token], at: int, before: list[Token], led_by: str) -> int:
    """Return how many tokens the count at `at` takes up (number, 余, unit); 0 for no count."""
    if tokens[at].what != "number":
        return 0
    ahead = tokens[at + 1 : at + 3]
    if ahead and ahead[0].is_a(Kind.UNIT):
        return 3 if len(ahead) > 1 and ahead[1].is_a(Kind.ROUGH) else 2
    if len(ahead) > 1 and ahead[0].is_a(Kind.ROUGH) and ahead[1].is_a(Kind.UNIT):
        return 3
    bare = not ahead or ahead[0].what == "stop"
    named = before and before[-1].text.endswith(_NEEDS_NO_UNIT)
    return 1 if bare and (named or led_by == "：" or tokens[at].value == 0) else 0


def _behind(tokens: Sequence[Token], at: int) -> list[Token]:
    """Return the words behind a number up to a stop, another number or a list's 和."""
    behind: list[Token] = []
    for token in tokens[at:]:
        if token.what in ("stop", "number") or token.is_a(Kind.LINK):
            break
        behind.append(token)
    return behind
