"""Characters that show nothing: every text and page is rid of them before it is read."""

from __future__ import annotations

import re

# Line breaks of any kind become "\n"; control characters that show nothing become a space.
_CONTROLS = (
    {code: " " for code in range(32) if code not in (9, 10)}
    | dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
    | dict.fromkeys((0x7F, 0xA0, 0xFEFF), " ")
)
_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in _CONTROLS) + "]")


def normal(text: str) -> str:
    r"""Return the text with "\\n" for every line break and no invisible control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(_CONTROLS) if _ODD.search(text) else text
