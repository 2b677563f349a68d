"""What Markdown writes into a cell beside its words: line breaks, emphasis, escapes.

GitHub Flavored Markdown 2.4, 6.2, 6.6; a cell holds no line break but for the tag `<br>`.
"""

from __future__ import annotations

import re

from parser.model import Span

_BREAK = re.compile(r"\s*<\s*/?\s*br\s*/?\s*>\s*", re.I)
_EMPHASIS = re.compile(r"^(\*{1,3}|_{1,3})(?=[^\s*_])(.*[^\s*_])\1$", re.S)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def unmarked(text: str) -> str:
    """Return a cell's words without line breaks, emphasis and escapes."""
    if "<" in text:
        text = _BREAK.sub("", text)
    emphasis = _EMPHASIS.match(text)
    if emphasis:
        text = emphasis[2]
    return _ESCAPE.sub("", text) if "\\" in text else text


def emphasised(text: str, span: Span) -> Span:
    """Return where the words of a stretch lie, the marks of emphasis around them left out.

    Marks without words between them are words of their own: *** may stand for a blank.
    """
    found = _EMPHASIS.match(span.of(text))
    if not found:
        return span
    return Span(span.start + found.start(2), span.start + found.end(2))


def parts(text: str, span: Span) -> list[Span]:
    """Return the lines of a cell, parted by `<br>`; the empty ones among them too."""
    found: list[Span] = []
    at = span.start
    for tag in _BREAK.finditer(text, span.start, span.end):
        found.append(Span(at, tag.start()))
        at = tag.end()
    return [*found, Span(at, span.end)]
