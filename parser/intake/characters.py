"""Characters that show nothing: every text and page is rid of them before it is read.

Zero-width and soft characters stand in texts copied from web pages and Word, in the middle of
words and figures: 2\u00ad11 is 211.
"""

from __future__ import annotations

import re

# Line breaks of any kind become "\n"; control characters that show nothing become a space.
_CONTROLS = (
    {code: " " for code in range(32) if code not in (9, 10)}
    | dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
    | dict.fromkeys((0x7F, 0xA0), " ")
    | dict.fromkeys((0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010)), "")
    | dict.fromkeys((*range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x2070)), "")
)
_REVERSED, _KEPT = re.compile("\u202e(?=[^\n]{0,3}\\d)"), "\ufdd2"
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
# A line break in a page's source between two Chinese characters is the editor's.
_WRAPPED = re.compile(rf"(?<=[{_CJK}])[ \t]*\n\s*(?=[{_CJK}])")
_SPACES = re.compile(r"[ \t\n\xa0]+")
_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in _CONTROLS) + "]")


def normal(text: str) -> str:
    r"""Return the text with "\\n" for every line break and without invisible characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _ODD.search(text):
        return text
    # What turns the figures behind it round stays: nobody reads it for what it is not.
    return _REVERSED.sub(_KEPT, text).translate(_CONTROLS).replace(_KEPT, "\u202e")


def squeezed(text: str) -> str:
    """Return the text as a browser shows it: runs of space as one."""
    return _SPACES.sub(" ", text).strip()


def unwrapped(text: str | None) -> str:
    """Return a piece of a page without the breaks that its source has inside Chinese words."""
    return _WRAPPED.sub("", text) if text else ""
