"""Pinyin that a page prints behind characters, for reading aloud: 行(xíng)政, 行[xíng]政, 行xíng政.

It is kept and shown, and looked past where text is matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.model import Span

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_TONED_LETTER = re.compile(f"[{_TONED}\u0300\u0301\u0304\u030c]", re.IGNORECASE)
_SYLLABLE = rf"[a-zü{_TONED}\u0300\u0301\u0304\u030c]{{1,8}}"
_ENDS = {"(": ")", "（": "）", "[": "]", "【": "】", "/": "/"}
_NOTE = re.compile(
    rf"(?<=[\u3400-\u9fff])[ \t]?(?P<opens>[(（\[【/])"
    rf"\s?(?P<said>{_SYLLABLE}[1-5]?)\s?(?P<ends>[)）\]】/])",
    re.IGNORECASE,
)
# Without brackets only what has a tone is no word of another language.
_BARE = re.compile(
    rf"(?<=[\u3400-\u9fff])[ \t]?(?P<said>{_SYLLABLE})[ \t]?(?![a-z{_TONED}])", re.IGNORECASE
)
_TONE = re.compile(f"[{_TONED}\u0300\u0301\u0304\u030c1-5]", re.IGNORECASE)
# So many notes of so many kinds are a reader's, though none of them has a tone.
_NOTES, _KINDS = 10, 4


def pinyin(text: str) -> Iterator[Span]:
    """Yield what says how the character before it is read.

    Syllables without a tone, such as (de), count where others have one, or where there are many
    and each character has the same one everywhere.
    """
    notes = [note for note in _NOTE.finditer(text) if _ENDS[note["opens"]] == note["ends"]]
    if any(_TONE.search(note["said"]) for note in notes) or _is_constant(text, notes):
        for note in notes:
            yield Span(*note.span())
    if _TONED_LETTER.search(text):
        for note in _BARE.finditer(text):
            if _TONED_LETTER.search(note["said"]) and not any(c in "/[【(（" for c in note[0]):
                yield Span(*note.span())


def _is_constant(text: str, notes: list[re.Match[str]]) -> bool:
    said: dict[str, set[str]] = {}
    for note in notes:
        said.setdefault(text[note.start() - 1], set()).add(note["said"])
    constant = all(len(ways) == 1 for ways in said.values())
    return len(notes) >= _NOTES and len(said) >= _KINDS and constant
