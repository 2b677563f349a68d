"""The numbers that binary Word files give paragraphs by themselves: 一、 （一） 1. and their like.

After [MS-DOC]: a paragraph names an override (LFO), which names a list (LST), whose levels say
how a number is written. What cannot be followed gives no number, never an error: the words count.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from parser.intake.word.numbering import numeral

_LEVELS = 9
_LIST, _LEVEL, _OVERRIDE = 28, 28, 16
_MOST = 2000
# Word's number for a way of writing numbers, and the name that docx has for it.
KINDS = {
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    18: "decimalEnclosedCircle",
    28: "decimalEnclosedCircleChinese",
    33: "taiwaneseCounting",
    35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital",
    37: "chineseCounting",
    39: "chineseCountingThousand",
}
NO_NUMBER = (23, 255)


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: int
    pattern: str


class WordLists:
    """Counts the lists of one document. Ask for the label of each paragraph once, in order.

    `lists` and `overrides` are (place, length) of their tables in `table`.
    """

    def __init__(self, table: bytes, lists: tuple[int, int], overrides: tuple[int, int]) -> None:
        self._levels: dict[int, list[_Level]] = {}
        self._overrides: list[int] = []
        self._counts: dict[int, list[int]] = {}
        try:
            if lists[1] and overrides[1]:
                self._read_lists(table, *lists)
                self._read_overrides(table, overrides[0])
        except (struct.error, IndexError, ValueError):
            self._overrides = []

    def label(self, override: int, level: int) -> str:
        """Return the number of a paragraph as shown, "" where it has none."""
        if not 1 <= override <= len(self._overrides):
            return ""
        name = self._overrides[override - 1]
        levels = self._levels.get(name, [])
        if not 0 <= level < len(levels) or levels[level].kind in NO_NUMBER:
            return ""
        counts = self._counts.setdefault(name, [0] * _LEVELS)
        counts[level] = counts[level] + 1 if counts[level] else max(1, levels[level].start)
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        text = "".join(
            self._shown(levels, counts, ord(c)) if ord(c) < _LEVELS else c
            for c in levels[level].pattern
        )
        return text if not text or not text[-1].isalnum() else text + " "

    def _shown(self, levels: list[_Level], counts: list[int], at: int) -> str:
        if at >= len(levels):
            return ""
        return numeral(counts[at] or max(1, levels[at].start), KINDS.get(levels[at].kind, ""))

    def _read_lists(self, table: bytes, at: int, length: int) -> None:
        count = min(struct.unpack_from("<h", table, at)[0], _MOST)
        heads: list[tuple[int, bool]] = []
        for i in range(count):
            place = at + 2 + _LIST * i
            name = struct.unpack_from("<i", table, place)[0]
            heads.append((name, bool(table[place + 26] & 1)))
        # The levels stand right behind the lists that they belong to.
        place = at + length
        for name, simple in heads:
            levels: list[_Level] = []
            for _ in range(1 if simple else _LEVELS):
                start, kind = struct.unpack_from("<iB", table, place)
                properties = table[place + 24] + table[place + 25]
                place += _LEVEL + properties
                size = min(struct.unpack_from("<H", table, place)[0], 64)
                text = table[place + 2 : place + 2 + 2 * size].decode("utf-16-le", "replace")
                place += 2 + 2 * size
                levels.append(_Level(min(max(start, 0), 32767), kind, text))
            self._levels[name] = levels

    def _read_overrides(self, table: bytes, at: int) -> None:
        count = min(struct.unpack_from("<i", table, at)[0], _MOST)
        for i in range(count):
            self._overrides.append(struct.unpack_from("<i", table, at + 4 + _OVERRIDE * i)[0])
