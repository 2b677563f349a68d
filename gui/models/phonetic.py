"""Chinese names found by how they are read: bygz and baiyanggou both find 白杨沟镇.

A query becomes a regular expression over the characters themselves, in which each syllable or
initial is the set of the characters that can be read so; a character of several readings is in
several sets.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

_LETTERS = re.compile(r"[a-zü]+")
_MOST_LETTERS = 40
# Ways to cut a query into syllables and initials grow fast; beyond this only plain ones are tried.
_MOST_PARTS = 200
_UNMATCHED = re.compile(r"(?!)")


class Alphabet:
    """The characters that are looked through, by how they are read.

    Readings are looked up (40 ms the first time, for pypinyin's table) only when a query comes.
    """

    def __init__(self) -> None:
        """Start without a character."""
        self._known: set[str] = set()
        self._new: set[str] = set()
        self._by_syllable: dict[str, str] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def learn(self, text: str) -> None:
        """Make sure that the characters of a text can be found."""
        self._new.update(set(text) - self._known)

    def pattern(self, word: str) -> re.Pattern[str] | None:
        """Return what finds `word`, typed in letters; None where it is no pinyin at all."""
        word = word.casefold().replace("ü", "v")
        if not _LETTERS.fullmatch(word) or len(word) > _MOST_LETTERS:
            return None
        if self._new:
            self._look_up()
        if word not in self._patterns:
            self._patterns[word] = self._compile(word)
        return self._patterns[word]

    def warm_up(self) -> None:
        """Look readings up now, while nobody waits for them."""
        self._look_up()

    def _look_up(self) -> None:
        found: defaultdict[str, str] = defaultdict(str, self._by_syllable)
        for character in sorted(self._new):
            for reading in _readings(character):
                found[reading] += character
        self._by_syllable = dict(found)
        self._known |= self._new
        self._new.clear()
        self._patterns.clear()

    def _compile(self, word: str) -> re.Pattern[str]:
        parts = _Parts(word, self._by_syllable)
        found = parts.mixed() or "|".join(filter(None, (parts.initials(), parts.syllables(0))))
        return re.compile(found) if found else _UNMATCHED


class _Parts:
    """One query, cut in every way into syllables and initials."""

    def __init__(self, word: str, by_syllable: dict[str, str]) -> None:
        self._word = word
        self._by_syllable = by_syllable
        self._count = 0

    def initials(self) -> str:
        """Return the expression of a query in which every letter is a character's first."""
        sets = [self._beginning(letter) for letter in self._word]
        return "".join(sets) if all(sets) else ""

    def syllables(self, at: int) -> str:
        """Return the expression of whole syllables from `at` on, of which the last may be cut."""
        return self._from(at, self._whole)

    def mixed(self) -> str:
        """Return the expression in which syllables and initials may alternate; "" if too large."""
        self._count = 0
        found = self._from(0, self._whole_or_initial)
        return found if self._count <= _MOST_PARTS else ""

    def _from(self, at: int, options: Callable[[int], Iterator[tuple[int, str]]]) -> str:
        self._count += 1
        if self._count > _MOST_PARTS:
            return ""
        ways: list[str] = []
        for length, characters in options(at):
            if at + length == len(self._word):
                ways.append(characters)
            elif rest := self._from(at + length, options):
                ways.append(characters + rest)
        return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})" if ways else ""

    def _whole(self, at: int) -> Iterator[tuple[int, str]]:
        left = self._word[at:]
        for length in range(min(6, len(left)), 0, -1):
            if length == len(left):
                if characters := self._beginning(left):
                    yield length, characters
            elif left[:length] in self._by_syllable:
                yield length, f"[{self._by_syllable[left[:length]]}]"

    def _whole_or_initial(self, at: int) -> Iterator[tuple[int, str]]:
        yield from self._whole(at)
        if len(self._word) - at > 1 and (first := self._beginning(self._word[at])):
            yield 1, first

    def _beginning(self, letters: str) -> str:
        """Return the set of the characters whose reading begins with these letters."""
        found = {
            character
            for syllable, characters in self._by_syllable.items()
            if syllable.startswith(letters)
            for character in characters
        }
        return f"[{''.join(sorted(found))}]" if found else ""


@cache
def _table() -> dict[int, str]:
    # Its dictionary of phrases takes ten times as long to load and is not needed here.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin.pinyin_dict import pinyin_dict

    return pinyin_dict


@cache
def _readings(character: str) -> frozenset[str]:
    """Return every way to read a character, without tones; ü is v, and u as many type it."""
    found: set[str] = set()
    for toned in _table().get(ord(character), "").split(","):
        bare = unicodedata.normalize("NFD", toned)
        letters = "".join(c for c in bare if not unicodedata.combining(c) or c == "\u0308")
        umlaut = unicodedata.normalize("NFC", letters)
        found |= {umlaut.replace("ü", "v"), umlaut.replace("ü", "u")} - {""}
    return frozenset(found)
