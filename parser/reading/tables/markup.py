"""What Markdown writes into a cell beside its words: line breaks, emphasis, escapes.

GitHub Flavored Markdown 2.4, 6.2, 6.6; a cell holds no line break but for the tag `<br>`.
"""

from __future__ import annotations

import re

from parser.model import Span

_BREAK = re.compile(r"\s*<\s*/?\s*br\s*/?\s*>\s*", re.I)
_EMPHASIS = re.compile(
    r"^(\*{1,3}|_{1,3}|`{1,2})[ \t\u3000]*(?=[^\s*_`])(.*[^\s*_`])[ \t\u3000]*\1$", re.S
)
_WITHIN = re.compile(r"\*{2,3}")
# What opens or ends a cell and says nothing: breaks without a line before or behind them.
_EDGE = re.compile(r"^(?:\s*<\s*/?\s*br\s*/?\s*>)+\s*|\s*(?:<\s*/?\s*br\s*/?\s*>\s*)+$", re.I)
_CHARACTER = re.compile(r"[<*_`\\]")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def may_be_marked(text: str) -> bool:
    """Say whether a text holds a character of which Markdown makes marks; few do."""
    return _CHARACTER.search(text) is not None


def unmarked(text: str) -> str:
    """Return a cell's words without line breaks, emphasis and escapes."""
    if "<" in text:
        text = _BREAK.sub("", text)
    emphasis = _EMPHASIS.match(text)
    if emphasis:
        text = emphasis[2]
    if "**" in text:
        text = _WITHIN.sub("", text) or text
    return _ESCAPE.sub("", text) if "\\" in text else text


def emphasised(text: str, span: Span) -> Span:
    """Return where the words of a stretch lie, breaks and marks of emphasis around them left out.

    Marks without words between them are words of their own: *** may stand for a blank.
    """
    words = span.of(text)
    if "<" in words:
        span = _without_edges(words, span)
        words = span.of(text)
    found = _EMPHASIS.match(words)
    if not found:
        return span
    return Span(span.start + found.start(2), span.start + found.end(2))


def _without_edges(words: str, span: Span) -> Span:
    start = end = 0
    for edge in _EDGE.finditer(words):
        if edge.start() == 0:
            start = edge.end()
        else:
            end = len(words) - edge.start()
    return Span(span.start + start, max(span.start + start, span.end - end))


def parts(text: str, span: Span) -> list[Span]:
    """Return the lines of a cell, parted by `<br>`; the empty ones among them too."""
    found: list[Span] = []
    at = span.start
    for tag in _BREAK.finditer(text, span.start, span.end):
        found.append(Span(at, tag.start()))
        at = tag.end()
    return [*found, Span(at, span.end)]
