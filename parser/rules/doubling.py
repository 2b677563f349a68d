"""Finds what stands twice by a slip, whatever it is: 审核审核, 规范性文件规范性文件.

Two words that merely meet are no slip: 公开 and 公开栏, 创业 and 创新 in 企业创业创新. Where that
cannot be told, nothing is said.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from parser.reading.prose import Sentence

WORDS = Path(__file__).resolve().parents[2] / "resources" / "words"

_TWICE = re.compile(
    r"([\u4e00-\u9fff]{2,9}?)\1|(?P<title>《[^《》]{1,40}》|“[^“”]{4,40}”)(?P=title)"
)
_STOPS = "，。；：、！？"
# So many characters are a phrase: it does not merely meet itself, whatever it begins with.
_LONG = 4
# What may follow a word that is the end of a longer one: 门户网站网站、.
_CLOSES = ("，", "。", "；", "：", "、", "的", "等", "和", "及", "与", "进行", "上", "内")


def doublings(sentence: Sentence, printed: str) -> Iterator[tuple[int, int]]:
    """Yield where something of two to nine characters stands twice in the sentence.

    `printed` is the document's text: halves on two lines of it may be two lines that were joined.
    What stands in a line without any punctuation is a label or a link, no sentence.
    """
    text = sentence.text
    if not any(stop in text for stop in _STOPS):
        return
    for match in _TWICE.finditer(text):
        start, end = match.span()
        middle = (start + end) // 2
        between = printed[sentence.offsets[middle - 1] + 1 : sentence.offsets[middle]]
        if "\n" not in between and (match["title"] or is_slip(text, start, end)):
            yield start, end


def is_slip(text: str, start: int, end: int) -> bool:
    """Say whether the two equal halves of `text[start:end]` surely are one word written twice."""
    words, half = _words(), text[start : (start + end) // 2]
    never = words["each"] if len(half) >= _LONG else words["never"]
    if len(set(half)) == 1 or half.startswith(never):
        return False
    if half in listed() or half in words["by_rule"]:
        return False
    if text[:start].endswith("不"):
        return False
    bounds = word_bounds(text)
    if start + len(half) not in bounds:
        return False
    if start not in bounds:
        within = bounds & set(range(start, start + len(half)))
        return not within and end in bounds and text[end:].startswith(_CLOSES)
    if len(half) >= _LONG:
        return True
    if text[:start].endswith(words["takes_one"]):
        return True
    if half in words["takes_one"] and end in bounds:
        return True
    return end in bounds and not text[end:].startswith(words["goes_on"])


@cache
def listed() -> frozenset[str]:
    """Return the words that have exceptions of their own in the list."""
    data = tomllib.loads((WORDS / "doubled.toml").read_text(encoding="utf-8"))
    return frozenset(data["words"]) | {twice[: len(twice) // 2] for twice in data["alone"]}


def word_bounds(text: str) -> set[int]:
    """Return where the words of a text begin and end."""
    import rjieba  # its dictionary takes a moment to load, and few reports need it

    return {at for _, *ends in rjieba.tokenize(text) for at in ends}


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    data = tomllib.loads((WORDS / "doubled.toml").read_text(encoding="utf-8"))["any"]
    return {name: tuple(words) for name, words in data.items()}
