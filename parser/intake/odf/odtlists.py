"""The numbers that OpenDocument gives paragraphs by itself: 一、 （一） 1. and their like.

After OpenDocument 1.3 part 3, 19.880 and 16.30: a list names a style, which says for each level
how its number is written; a list goes on with the numbers of another where it says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from parser.intake.odf.odtstyles import STYLE, TEXT
from parser.intake.ooxml import Element, whole
from parser.intake.word.numbering import numeral

_LEVELS = 10
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_KINDS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
}
_OUTLINE = "\0outline"


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    before: str
    after: str
    shown: int
    start: int


@dataclass(slots=True)
class List:
    """A list that is being read: its style and how far each level has counted."""

    style: str
    counts: list[int] = field(default_factory=lambda: [0] * _LEVELS)


class OdtLists:
    """Counts the lists of one document. Ask for the number of each paragraph once, in order."""

    def __init__(self, *roots: Element | None) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._known: dict[str | None, List] = {}
        self._latest: dict[str, List] = {}
        self._outline = List(_OUTLINE)
        for root in roots:
            for style in root.iter(TEXT + "list-style") if root is not None else ():
                self._read(style.get(STYLE + "name") or "", style)
            for style in root.iter(TEXT + "outline-style") if root is not None else ():
                self._read(_OUTLINE, style)

    def opened(self, element: Element, outer: List | None) -> List:
        """Return the list that an element begins, or goes on with."""
        name = element.get(TEXT + "style-name") or (outer.style if outer else "")
        if outer is not None:
            return outer if name == outer.style else List(name, outer.counts)
        goes_on = self._known.get(element.get(TEXT + "continue-list"))
        if goes_on is None and element.get(TEXT + "continue-numbering") == "true":
            goes_on = self._latest.get(name)
        found = List(name, goes_on.counts if goes_on else [0] * _LEVELS)
        self._known[element.get(_XML_ID) or name] = self._latest[name] = found
        return found

    def label(self, found: List, depth: int, start: str | None = None) -> str:
        """Return the number of the next paragraph on a level of a list, 0 the outermost."""
        level = self._levels.get((found.style, depth))
        if level is None or depth >= _LEVELS:
            return ""
        counts = found.counts
        first = whole(start, level.start, 99999)
        counts[depth] = counts[depth] + 1 if counts[depth] and not start else first
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        if not level.kind:
            return ""
        numbers: list[str] = []
        for at in range(max(0, depth - level.shown + 1), depth + 1):
            other = self._levels.get((found.style, at), level)
            if other.kind:
                numbers.append(numeral(counts[at] or other.start, _kind(other.kind)))
        text = level.before + ".".join(numbers) + level.after
        return text if not text or not text[-1].isalnum() else text + " "

    def heading(self, level: str | None) -> str:
        """Return the number that the outline gives a heading."""
        return self.label(self._outline, whole(level, 1) - 1)

    def _read(self, name: str, style: Element) -> None:
        for level in style:
            at = whole(level.get(TEXT + "level"), 0) - 1
            if not 0 <= at < _LEVELS:
                continue
            self._levels[name, at] = _Level(
                level.get(STYLE + "num-format") or "",
                level.get(STYLE + "num-prefix") or "",
                level.get(STYLE + "num-suffix") or "",
                whole(level.get(TEXT + "display-levels"), 1),
                whole(level.get(TEXT + "start-value"), 1, 99999),
            )


def _kind(format: str) -> str:
    first = format[:1]
    if first in ("一", "壹"):
        return "chineseCounting"
    return _KINDS.get(first, "decimal")
