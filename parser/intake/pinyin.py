"""Pinyin that a page prints in brackets behind characters, for reading aloud: 行(xíng)政.

It is kept and shown, and looked past where text is matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.model import Span

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_SYLLABLE = rf"[a-zü{_TONED}\u0300\u0301\u0304\u030c]{{1,8}}"
_NOTE = re.compile(
    rf"(?<=[\u3400-\u9fff])[ \t]?[(（]\s?(?P<said>{_SYLLABLE})\s?[)）]", re.IGNORECASE
)
_TONE = re.compile(f"[{_TONED}\u0300\u0301\u0304\u030c]", re.IGNORECASE)


def pinyin(text: str) -> Iterator[Span]:
    """Yield the brackets that say how the character before them is read.

    Syllables without a tone, such as (de), count where others have one.
    """
    notes = list(_NOTE.finditer(text))
    if any(_TONE.search(note["said"]) for note in notes):
        for note in notes:
            yield Span(*note.span())
