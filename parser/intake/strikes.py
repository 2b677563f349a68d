"""What stands on the page struck out: kept and shown, never counted.

A reader marks such text where it meets it and hands it on inside ordinary strings; the `Writer`
takes the marks out again and notes the places. Two noncharacters of Unicode serve as marks: no
honest text holds them (Unicode Standard 23.7).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from parser.model import Span

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
# Stands in for a struck character where text is matched: every matcher looks past it.
FILLER = "\u200b"


def struck(text: str) -> str:
    """Return the text marked as struck out. Nothing is marked where there is nothing to see."""
    bare = unmarked(text)
    return f"{_OPEN}{bare}{_CLOSE}" if bare.strip() else bare


def raised(text: str) -> str:
    """Return superscript text with the raised digits that the page shows: 211² is not 2112."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    """Return subscript text with lowered digits."""
    return text.translate(_LOWERED)


def unmarked(text: str) -> str:
    """Return the text without marks; what is struck out stays in it."""
    return _MARKS.sub("", text)


def counted(text: str) -> str:
    """Return what is left of marked text when all that is struck out is taken away."""
    if not _MARKS.search(text):
        return text
    return "".join(part for part, out in _parts(text) if not out)


def placed(text: str, at: int) -> tuple[str, list[Span]]:
    """Return the text without marks, and where its struck passages lie if it begins at `at`."""
    if not _MARKS.search(text):
        return text, []
    plain: list[str] = []
    spans: list[Span] = []
    for part, out in _parts(text):
        if out and part:
            spans.append(Span(at, at + len(part)))
        plain.append(part)
        at += len(part)
    return "".join(plain), spans


def blotted(simplified: str, spans: Iterable[Span]) -> str:
    """Return the text for matching with a filler for each struck character; line ends stay."""
    characters = list(simplified)
    for span in spans:
        for at in range(span.start, span.end):
            if characters[at] not in "\t\n":
                characters[at] = FILLER
    return "".join(characters)


def _parts(text: str) -> list[tuple[str, bool]]:
    """Return the passages between marks, each with whether it is struck out."""
    parts: list[tuple[str, bool]] = []
    depth = at = 0
    for mark in _MARKS.finditer(text):
        parts.append((text[at : mark.start()], depth > 0))
        depth = depth + 1 if mark[0] == _OPEN else max(0, depth - 1)
        at = mark.end()
    parts.append((text[at:], depth > 0))
    return parts
