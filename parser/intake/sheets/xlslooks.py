"""How the cells of an old workbook (xls) look: struck out, raised, in the colour of their cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from parser.intake.sheets.cellcolours import BLACK, WHITE, alike
from parser.intake.word.looks import PLAIN, Look

_SCRIPTS = {1: 1, 2: -1}
# Places beyond the palette: letters and paper as the system has them ([MS-XLS] 2.5.161).
_SYSTEM = {0x40: BLACK, 0x41: WHITE, 0x7FFF: BLACK}
_NO_FILL, _SOLID = 0, 1
# Letters smaller than this, in twips, are specks.
_SPECK = 40


class XlsLooks:
    """The looks of the cells of one workbook of xlrd."""

    def __init__(self, book: Any) -> None:
        self._book = book

    def format(self, cell: Any) -> str:
        """Return the number format of a cell."""
        style = self._style(cell)
        found = self._book.format_map.get(style.format_key) if style is not None else None
        return str(found.format_str) if found is not None else "General"

    def cell(self, cell: Any, white: bool = False) -> Look:
        """Return the look of a cell's own letters; `white`: its number format has them so."""
        style = self._style(cell)
        if style is None:
            return PLAIN
        return self._look(int(style.font_index), cell, white)

    def passages(self, text: str, cell: Any, runs: list[tuple[int, int]]) -> Iterator[str]:
        """Yield the passages of a rich text as they are seen; `runs` are places and fonts."""
        # Places are counted in units of UTF-16.
        units = text.encode("utf-16-le", "surrogatepass")
        own = self.cell(cell)
        edges = [(0, -1), *((min(at * 2, len(units)), font) for at, font in runs), (len(units), -1)]
        for (start, font), (end, _) in pairwise(edges):
            look = own if font < 0 else self._look(font, cell, False)
            yield look.seen(units[start:end].decode("utf-16-le", "replace"))

    def _style(self, cell: Any) -> Any:
        index = cell.xf_index
        styles = self._book.xf_list
        return styles[index] if index is not None and 0 <= index < len(styles) else None

    def _look(self, index: int, cell: Any, white: bool) -> Look:
        fonts = self._book.font_list
        if not 0 <= index < len(fonts):
            return PLAIN
        font = fonts[index]
        colour = WHITE if white else self._colour(font.colour_index)
        return Look(
            hidden=alike(colour, self._ground(cell)) or 0 < font.height < _SPECK,
            struck=bool(font.struck_out),
            script=_SCRIPTS.get(font.escapement, 0),
        )

    def _ground(self, cell: Any) -> str | None:
        fill = getattr(self._style(cell), "background", None)
        pattern = getattr(fill, "fill_pattern", _NO_FILL)
        if pattern == _NO_FILL:
            return WHITE
        return (
            self._colour(getattr(fill, "pattern_colour_index", None)) if pattern == _SOLID else None
        )

    def _colour(self, index: int | None) -> str | None:
        if index in _SYSTEM:
            return _SYSTEM[index]
        found = self._book.colour_map.get(index)
        return bytes(found).hex() if found else None
