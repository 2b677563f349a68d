"""What stands printed on a page: words with their places, lines of them, ruled tables of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parser.intake.strikes import unmarked
from parser.model import Box

# In running text a gap wider than this many characters' width is a column's edge.
_WIDE_GAP = 1.2
# The space at both sides of a cell's text, in points.
_PADDING = 11.5


@dataclass(frozen=True, slots=True)
class Word:
    """Characters that stand together, with their place.

    `text` may hold passages marked as struck out (`strikes`). `confidence` 0 to 1 from a
    recogniser.
    """

    text: str
    box: Box
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class LedWord:
    """A word of a line, with the spaces that part it from the word before."""

    lead: str
    word: Word

    @property
    def text(self) -> str:
        """The spaces and the word."""
        return self.lead + self.word.text


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        """The upper edge of the line."""
        return min(word.box.y0 for word in self.words)

    @property
    def text(self) -> str:
        """The words with gaps as spaces, as many as fit: columns stay columns."""
        return "".join(word.text for word in self.led())

    def led(self) -> list[LedWord]:
        """Return each word behind the spaces that part it from the one before."""
        result: list[LedWord] = []
        for i, word in enumerate(self.words):
            lead = ""
            if i:
                before = self.words[i - 1]
                width = _width(before)
                gap = word.box.x0 - before.box.x1
                if gap > _WIDE_GAP * width:
                    lead = " " * max(2, round(2 * gap / width))
                elif _both_latin(before.text, word.text) or gap > 0.6 * width:
                    lead = " "
            result.append(LedWord(lead, word))
        return result


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell between ruling lines: its place on the page, its spans, its lines from the top."""

    box: Box
    row_span: int
    column_span: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines with breaks between them."""
        ends = [*self.ends(), ""]
        return "".join(line.text + end for line, end in zip(self.lines, ends, strict=False))

    def ends(self) -> list[str]:
        """Return what parts each line from the next: nothing within a figure too long for one."""
        return ["" if self._is_cut(a, b) else "\n" for a, b in pairwise(self.lines)]

    def _is_cut(self, line: Line, following: Line) -> bool:
        if not (_is_figure(line) and _is_figure(following)):
            return False
        word = line.words[0]
        used = word.box.x1 - word.box.x0
        return self.box.x1 - self.box.x0 - _PADDING - used < used / len(word.text)

    @property
    def confidence(self) -> float | None:
        """The least confidence of its words, None where none of them has any."""
        words = [word.confidence for line in self.lines for word in line.words]
        return min((known for known in words if known is not None), default=None)


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A ruled table's rows of cells. A cell that spans rows stands in the first of them only."""

    top: float
    rows: tuple[tuple[RuledCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A place on the page where something stands that was not read, and what is to be said."""

    top: float
    message: str


Part = Line | RuledTable | Unread


def lines(words: Sequence[Word]) -> list[Line]:
    """Group words into lines from top to bottom, each from left to right."""
    result: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.box.y0 + w.box.y1) / 2, w.box.x0)):
        middle = (word.box.y0 + word.box.y1) / 2
        if result:
            last = result[-1][0].box
            if abs(middle - (last.y0 + last.y1) / 2) < max(2.0, (last.y1 - last.y0) * 0.5):
                result[-1].append(word)
                continue
        result.append([word])
    return [Line(tuple(sorted(line, key=lambda w: w.box.x0))) for line in result]


def _is_figure(line: Line) -> bool:
    return len(line.words) == 1 and line.words[0].text.isdigit()


def _width(word: Word) -> float:
    """Return the width of a full-width character in the word's size."""
    return max(1.0, min(word.box.y1 - word.box.y0, 40.0))


def _both_latin(left: str, right: str) -> bool:
    left, right = unmarked(left), unmarked(right)
    return bool(left and right) and left[-1].isascii() and right[0].isascii()
