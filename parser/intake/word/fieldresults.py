"""What a Word field shows that stores no result: an equation, a list to choose from."""

from __future__ import annotations

import re

from parser.intake.ooxml import Element, W, value, whole

_EQUATION = re.compile(r"\s*EQ\b(.*)", re.I | re.S)
# A figure in a circle or a box is the mark of a note.
_ENCLOSED = re.compile(r"\\o\b[^()]*\(\s*[○〇□△◇]\s*[,;]\s*(\d{1,2})\s*\)")
_MOST_ENCLOSED = 20
# What an equation says of letters: switches, and what stands small above or below others.
_SWITCH = re.compile(r"\\\*\s*\w+(?:\s+\"[^\"]*\")?|\\\*\s*\"[^\"]*\"")
_RAISED = re.compile(r"\\s\s*\\(?:up|do)\s*\d*\s*\([^()]*\)", re.I)
_OVER = re.compile(r"\s*\\o(?:\s*\\a[lcr])?\s*\(([^()]*)\)\s*", re.I)


def field_result(instruction: str) -> str:
    """Return what a field without a stored result shows, as far as its instruction tells.

    Of characters with others above them these are left out. Any other equation is left in its own
    words: it shows something, and nobody takes that for a figure.
    """
    found = _EQUATION.match(instruction)
    if found is None:
        return ""
    bare = _RAISED.sub("", _SWITCH.sub("", found[1]))
    over = _OVER.fullmatch(bare)
    parts = [part.strip() for part in re.split("[,;]", over[1])] if over else []
    if bare != found[1] and sum(map(bool, parts)) == 1:
        return "".join(parts)
    return _ENCLOSED.sub(_circled, found[1]).strip()


def _circled(found: re.Match[str]) -> str:
    number = int(found[1])
    return chr(0x245F + number) if 0 < number <= _MOST_ENCLOSED else found[0]


def chosen(field: Element) -> str:
    """Return the entry that a list in a form shows (ECMA-376 part 1, 17.16.9)."""
    options = field.find(f"{W}ffData/{W}ddList")
    if options is None:
        return ""
    entries = [value(entry) or "" for entry in options.iter(W + "listEntry")]
    at = value(options.find(W + "result")) or value(options.find(W + "default"))
    place = whole(at, 0)
    return entries[place] if place < len(entries) else ""
