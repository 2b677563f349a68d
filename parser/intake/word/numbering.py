"""The numbers that Word gives paragraphs by itself: 一、 （一） 1. and their like.

They are nowhere in the text of the document, yet they are what the reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from parser.intake.ooxml import Element, W, properties, value, whole
from parser.text.numerals import digit_by_digit, in_chinese

_LEVELS = 9
_STYLE, _NUMBERED = W + "pStyle", W + "numPr"


class Numbering:
    """Counts the lists of one document. Ask for the label of each paragraph once, in order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int]] = {}
        self._styles: dict[str, Element] = {}
        self._read: dict[str, tuple[str | None, str | None, str | None]] = {}
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None and self._lists:
            self._styles = {s.get(W + "styleId") or "": s for s in styles.iter(W + "style")}

    def label(self, said: Mapping[str, Element]) -> str:
        """Return a paragraph's own number as shown, "" where it has none.

        `said`: the paragraph's properties, by their tags.
        """
        if not self._lists:
            return ""
        number, level = self._place(said)
        abstract = self._lists.get(number or "")
        if number is None or abstract is None or (abstract, level) not in self._levels:
            return ""
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        kind, pattern, start = self._levels[abstract, level]
        start = self._starts.get((number, level), start)
        counts[level] = counts[level] + 1 if counts[level] else start
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        if kind in ("bullet", "none"):
            return ""

        def shown(found: re.Match[str]) -> str:
            at = int(found.group(1)) - 1
            other = self._levels.get((abstract, at), (kind, "", 1))
            return numeral(counts[at] or other[2], other[0])

        text = re.sub(r"%([1-9])", shown, pattern)
        return text if not text or not text[-1].isalnum() else text + " "

    def _place(self, said: Mapping[str, Element]) -> tuple[str | None, int]:
        number, level = _own(said)
        style = value(said.get(_STYLE))
        for _ in range(10):
            if style is None or (number is not None and level is not None):
                break
            style_number, style_level, style = self._style(style)
            number = number if number is not None else style_number
            level = level if level is not None else style_level
        return number, min(int(level), _LEVELS - 1) if level and level.isdigit() else 0

    def _read_lists(self, root: Element) -> None:
        for abstract in root.iter(W + "abstractNum"):
            name = abstract.get(W + "abstractNumId") or ""
            for level in abstract.iter(W + "lvl"):
                at = level.get(W + "ilvl") or "0"
                if not at.isdigit() or int(at) >= _LEVELS:
                    continue
                kind = value(level.find(W + "numFmt")) or "decimal"
                start = value(level.find(W + "start")) or "1"
                pattern = value(level.find(W + "lvlText")) or ""
                self._levels[name, int(at)] = (kind, pattern, whole(start, 1))
        for number in root.iter(W + "num"):
            name = number.get(W + "numId") or ""
            self._lists[name] = value(number.find(W + "abstractNumId")) or ""
            for override in number.iter(W + "lvlOverride"):
                start = value(override.find(W + "startOverride"))
                if start is not None:
                    self._starts[name, whole(override.get(W + "ilvl") or "0", 0)] = whole(start, 1)

    def _style(self, name: str) -> tuple[str | None, str | None, str | None]:
        """Return the list and level that a style gives, and the style that it is based on."""
        if name not in self._read:
            style = self._styles.get(name)
            if style is None:
                return None, None, None
            said = properties(style, W + "pPr")
            self._read[name] = (*_own(said), value(style.find(W + "basedOn")))
        return self._read[name]


def numeral(number: int, kind: str) -> str:
    """Return the number as Word's number format `kind` writes it."""
    if kind.startswith(("chinese", "japaneseCounting", "taiwaneseCounting", "koreanCounting")):
        return in_chinese(number)
    if kind.startswith(("ideographDigital", "japaneseDigital", "taiwaneseDigital")):
        return digit_by_digit(number)
    if kind == "decimalEnclosedCircleChinese" or kind == "decimalEnclosedCircle":
        return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)
    if kind == "decimalFullWidth":
        return "".join(chr(ord(d) - 0x30 + 0xFF10) for d in str(number))
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman"):
        return _roman(number).lower() if kind == "lowerRoman" else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    pairs = (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
    )
    pairs += ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for size, letters in pairs:
        count, number = divmod(number, size)
        text += letters * min(count, 20)
    return text


def _own(said: Mapping[str, Element]) -> tuple[str | None, str | None]:
    numbered = said.get(_NUMBERED)
    if numbered is None:
        return None, None
    return value(numbered.find(W + "numId")), value(numbered.find(W + "ilvl"))
