"""How the cells of a workbook (xlsx) look: struck out, raised, in the colour of their cell."""

from __future__ import annotations

from typing import Any

from parser.intake.ooxml import A, Element
from parser.intake.sheets.cellcolours import BLACK, WHITE, alike, tinted
from parser.intake.word.looks import Look

# The order in which cells count a theme's colours.
_THEME = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_SCRIPTS = {"superscript": 1, "subscript": -1}
# Colours of the system, behind those of the palette: letters and paper.
_LETTERS, _PAPER = 64, 65
# Letters smaller than this, in points, are specks.
_SPECK = 2.0


class XlsxLooks:
    """The looks of one workbook's cells, found out once for each style."""

    def __init__(self, book: Any, theme: Element | None) -> None:
        self._palette: list[str] = [str(colour) for colour in book._colors]
        self._theme: dict[str, str] = {"lt1": WHITE, "dk1": BLACK}
        for scheme in theme.iter(A + "clrScheme") if theme is not None else ():
            for colour in scheme:
                for told in colour:
                    name = str(colour.tag).removeprefix(A)
                    self._theme[name] = told.get("lastClr") or told.get("val") or ""
        self._grounds: dict[int, str | None] = {}
        self._looks: dict[tuple[int, bool], Look] = {}

    def cell(self, cell: Any, painted: bool, white: bool = False) -> Look:
        """Return the look of a cell's own letters.

        `painted`: its colours are decided elsewhere; `white`: its number format has it in white.
        """
        if white:
            return self._look(cell.font, WHITE, None if painted else self._ground(cell))
        key = int(cell.style_id), painted
        if key not in self._looks:
            self._looks[key] = self.run(cell, cell.font, painted)
        return self._looks[key]

    def run(self, cell: Any, font: Any, painted: bool) -> Look:
        """Return the look of some of a cell's letters, which have a font of their own."""
        colour = self._colour(font.color, BLACK)
        return self._look(font, colour, None if painted else self._ground(cell))

    def _look(self, font: Any, colour: str | None, ground: str | None) -> Look:
        return Look(
            hidden=alike(colour, ground) or 0 < float(font.sz or _SPECK) < _SPECK,
            struck=bool(font.strike),
            script=_SCRIPTS.get(str(font.vertAlign), 0),
        )

    def _ground(self, cell: Any) -> str | None:
        key = int(cell.style_id)
        if key not in self._grounds:
            fill = cell.fill
            kind = getattr(fill, "patternType", "gradient")
            if kind in (None, "none"):
                self._grounds[key] = WHITE
            else:
                solid = kind == "solid"
                self._grounds[key] = self._colour(fill.fgColor, None) if solid else None
        return self._grounds[key]

    def _colour(self, colour: Any, default: str | None) -> str | None:
        """Return a colour as RRGGBB, None where it is unknown."""
        kind = getattr(colour, "type", None)
        if kind == "rgb":
            return str(colour.rgb)[-6:]
        if kind == "theme" and 0 <= colour.theme < len(_THEME):
            return tinted(self._theme.get(_THEME[int(colour.theme)]), float(colour.tint or 0))
        if kind == "indexed":
            if colour.indexed in (_LETTERS, _PAPER):
                return BLACK if colour.indexed == _LETTERS else WHITE
            if 0 <= colour.indexed < len(self._palette):
                return self._palette[int(colour.indexed)][-6:]
            return None
        return default
