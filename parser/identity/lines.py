"""Lines of a document without blanks and residue, each character leading back to the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from parser.model import Document, Span

# What word processors and mirrors leave between the characters of a line.
_RESIDUE = re.compile(
    r"\[bookmark:[^\]\n]{0,80}\]|<https?://[^>\n]{0,200}>|[\s\u200b\ufeff\xad]+"
    r"|(?<=[一-鿿])[（(][a-zà-öø-ǜ]{1,7}[)）](?=[一-鿿])"
)
_WIDTH = {
    **{0xFF10 + i: 0x30 + i for i in range(10)},
    **{0xFF21 + i: 0x41 + i for i in range(26)},
    **{0xFF41 + i: 0x61 + i for i in range(26)},
    **{ord(half): ord(full) for half, full in zip("():,", "（）：，", strict=True)},
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line or a run of joined lines, made for matching.

    `text` is simplified, without blanks, with half-width digits and Chinese punctuation;
    `offsets[i]` is where `text[i]` stands in the document.
    """

    text: str
    offsets: tuple[int, ...]

    @property
    def span(self) -> Span:
        """The whole line in the document."""
        return Span(self.offsets[0], self.offsets[-1] + 1)

    def place(self, start: int, end: int) -> Span:
        """Return the document span of `text[start:end]`. `end` must be greater than `start`."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def __add__(self, other: Line) -> Line:
        """Join two lines into one."""
        return Line(self.text + other.text, self.offsets + other.offsets)


def join(pieces: Sequence[Line]) -> Line | None:
    """Join lines into one; None where there are none."""
    if not pieces:
        return None
    offsets = tuple(chain.from_iterable(piece.offsets for piece in pieces))
    return Line("".join(piece.text for piece in pieces), offsets)


def squeeze(document: Document, span: Span) -> Line | None:
    """Return the span as one line, furniture included; None where it says nothing."""
    text = document.simplified[span.start : span.end]
    offsets: list[int] = []
    at = 0
    for residue in _RESIDUE.finditer(text):
        offsets.extend(range(span.start + at, span.start + residue.start()))
        at = residue.end()
    offsets.extend(range(span.start + at, span.start + len(text)))
    if not offsets:
        return None
    squeezed = "".join(document.simplified[i] for i in offsets).translate(_WIDTH)
    return Line(squeezed, tuple(offsets))


def lines(document: Document, span: Span, *, furniture: bool = False) -> Iterator[Line]:
    """Yield the lines of the span that say something: those of the report, or of `furniture`."""
    holes = sorted(document.furniture)
    starts = [hole.start for hole in holes]
    at = span.start
    for raw in document.simplified[span.start : span.end].splitlines(keepends=True):
        here = Span(at, at + len(raw))
        at += len(raw)
        if not raw.strip():
            continue
        lead = here.start + len(raw) - len(raw.lstrip())
        i = bisect_right(starts, lead)
        inside = i > 0 and holes[i - 1].end > lead
        if inside is furniture:
            line = squeeze(document, here)
            if line:
                yield line
