"""Passages of a text that look in some way: struck out, hidden, raised …; for writers."""

from __future__ import annotations

import re

LOOKS = ("struck", "deleted", "hidden", "raised", "white", "covered", "speck", "lifted")
_FIRST, _END = 0xE001, "\ue0ff"
_PASSAGE = re.compile(f"([\ue001-\ue0fe])([^{_END}]*){_END}")


def looking(text: str, look: str) -> str:
    """Return the text marked, so that a writer of this package gives it the look."""
    return f"{chr(_FIRST + LOOKS.index(look))}{text}{_END}"


def passages(text: str) -> list[tuple[str, str]]:
    """Return the passages of a text with the look of each, "" for plain ones."""
    found: list[tuple[str, str]] = []
    at = 0
    for passage in _PASSAGE.finditer(text):
        found.append((text[at : passage.start()], ""))
        found.append((passage[2], LOOKS[ord(passage[1]) - _FIRST]))
        at = passage.end()
    return [(words, look) for words, look in [*found, (text[at:], "")] if words]
