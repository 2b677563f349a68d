"""The words that the grammar of claims knows, each with its kind and what it stands for.

They are data: `resources/claims/words.toml`. Longer words win over shorter ones, so
未经复议直接起诉 is one word and no 未.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from pathlib import Path

WORDS = Path(__file__).resolve().parents[2] / "resources" / "claims" / "words.toml"


class Kind(Enum):
    """What a word does in a claim; the tables of the word list bear these names."""

    TOPIC = auto()  # what is counted
    ALIEN = auto()  # something else that is counted: letters, proposals, information items
    VERB = auto()  # what was done with it
    RESULT = auto()  # a result row or group of the requests table
    KIND = auto()  # a kind of applicant
    OUTCOME = auto()  # an outcome of a review or a lawsuit
    CHANNEL = auto()  # how a request came in: no figure of the form
    SCOPE = auto()  # whose
    TIME = auto()  # when
    CHANGE = auto()  # more or less than before
    NEGATION = auto()
    GUARD = auto()  # turns a "none" into something else: overdue, lost, complained of
    CONDITION = auto()  # if, whoever: no statement at all
    PLAN = auto()
    ROUGH = auto()  # about, more than
    PARTS = auto()  # introduces parts: 其中
    LOOSE = auto()  # says that a list is not complete: 等, 包括, 主要
    SUM = auto()  # introduces a whole behind its parts: 合计
    EACH = auto()  # 均, 分别, 各
    UNIT = auto()
    LINK = auto()  # 和, 及
    FILL = auto()  # says nothing on its own
    NOISE = auto()  # a known word that must not be taken apart


@cache
def words() -> dict[str, tuple[Kind, str]]:
    """Return every word with its kind and tag ("any" where the kind has no tags)."""
    listed: dict[str, tuple[Kind, str]] = {}
    with WORDS.open("rb") as file:
        data = tomllib.load(file)
    for name, groups in data.items():
        for tag, patterns in groups.items():
            for pattern in patterns:
                for word in _expand(pattern):
                    listed.setdefault(word, (Kind[name.upper()], tag))
    listed.pop("", None)
    return listed


def word_at(text: str, at: int) -> str | None:
    """Return the longest known word that stands at a place of the text, None for none."""
    for word in _by_first().get(text[at], ()):
        if text.startswith(word, at):
            return word
    return None


@cache
def _by_first() -> dict[str, tuple[str, ...]]:
    """Return the words by their first character, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words(), key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(listed) for first, listed in found.items()}


def _expand(pattern: str) -> Iterator[str]:
    """Yield the words that a pattern with {…,…} stands for."""
    match = re.search(r"\{([^{}]*)\}", pattern)
    if match is None:
        yield pattern
        return
    for choice in match.group(1).split(","):
        yield from _expand(pattern[: match.start()] + choice + pattern[match.end() :])
