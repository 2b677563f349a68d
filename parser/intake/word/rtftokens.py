"""The tokens of RTF, and the character sets that its bytes are written in.

After the Rich Text Format Specification 1.9.1: control words with a number, control symbols,
groups, and everything else as bytes of text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])"
    rb"|[\r\n]+|([^\\{}\r\n]+)",
    re.S,
)
# The character sets of fonts, by their numbers, and the code pages of Windows.
# fmt: off
_SETS = {
    128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
    178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}
# fmt: on
_NAMES = {936: "gb18030", 54936: "gb18030", 65001: "utf-8", 10008: "gb18030", 1361: "johab"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of RTF: a control word or symbol with its number, or bytes of text.

    `word` is "{" and "}" for groups, "'" for a byte in hex, "" for text; a symbol keeps its
    stroke.
    """

    word: str
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file. What cannot be one is left out; binary data is jumped over."""
    at = 0
    while found := _TOKEN.search(data, at):
        at = found.end()
        word, number, byte, symbol, brace, text = found.groups()
        if word is not None:
            name = word.decode("ascii")
            if name == "bin":
                at += max(0, int(number or 0))
                continue
            yield Token(name, int(number) if number is not None else None)
        elif byte is not None:
            yield Token("'", data=bytes.fromhex(byte.decode("ascii")))
        elif symbol is not None:
            yield Token("\\" + symbol.decode("latin-1"))
        elif brace is not None:
            yield Token(brace.decode("ascii"))
        elif text is not None:
            yield Token("", data=text)


def codec(page: int) -> str:
    """Return the name of a code page's codec; that of Western Windows for one unknown here."""
    name = _NAMES.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def font_codec(charset: int, usual: str) -> str:
    """Return the codec of a font. Fonts without a set of their own have the document's."""
    return codec(_SETS[charset]) if charset in _SETS else usual
