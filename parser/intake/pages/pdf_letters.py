"""Which characters a PDF's fonts draw, as far as the fonts say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pdfminer.pdffont import PDFUnicodeNotDefined

from parser.intake.pages.drawing import UNKNOWN, Glyph

_PICTURE_FONTS = ("dingbats", "wingdings", "webdings")
# A Latin letter is hardly ever as wide as a Chinese character; these are.
_FULL, _FULL_LATIN = 0.95, "@WMmw%—…ŒÆ‰"
_LATIN_END = "\u0250"
# A font of which so many characters, and such a share, are not told tells none.
_SEVERAL, _SHARE = 3, 0.15


@dataclass(frozen=True, slots=True)
class Letter:
    """A character of a font. `legible` is False where the font does not say which it is."""

    text: str
    legible: bool
    width: float
    place: Any
    named: bool


class Letters:
    """Looks characters up, each once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Letter] = {}
        # Keeps the fonts alive, so that their ids stay theirs.
        self._fonts: list[Any] = []

    def letter(self, font: Any, cid: int) -> Letter:
        """Return a character of a font by its code."""
        key = id(font), cid
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _letter(font, cid)
            self._fonts.append(font)
        return known


def hush(glyphs: Sequence[Glyph]) -> None:
    """Where a font that names no characters is found out, let all of its glyphs mean nothing."""
    mute = sum(not glyph.legible for glyph in glyphs)
    if mute >= _SEVERAL and mute > _SHARE * len(glyphs):
        for glyph in glyphs:
            if not glyph.text.isspace():
                glyph.legible, glyph.text = False, UNKNOWN


def _letter(font: Any, cid: int) -> Letter:
    try:
        text = str(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        text = ""
    width: float = font.char_width(cid)
    named = getattr(font, "unicode_map", None) is not None
    # Without a name, the font that the file refers to is not there.
    legible = (
        bool(text)
        and font.fontname != "unknown"
        and not any(_is_meaningless(character) for character in text)
    )
    private = bool(text) and all("\ue000" <= c <= "\uf8ff" for c in text)
    if legible and not named and width >= _FULL:
        legible = text >= _LATIN_END or text in _FULL_LATIN
    pictures = text.isascii() and any(w in str(font.fontname).lower() for w in _PICTURE_FONTS)
    shown = text if (legible or private) and not pictures else UNKNOWN
    return Letter(shown, legible, width, font.char_disp(cid), named)


def _is_meaningless(c: str) -> bool:
    return c < " " or "\x7f" <= c < "\xa0" or "\ue000" <= c <= "\uf8ff" or c == "\ufffd"
