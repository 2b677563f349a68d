"""Watermarks: slanted text, and pale text over other text or at one place of several pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from parser.intake.pages.drawing import Colour, Drawing, Glyph

# Text that turns less than this from level, in degrees, is a page that lies askew.
_ASKEW = 8.0
# The least light, from 0 to 1, of what is pale.
_PALE = 0.55
_LARGE = 1.8
# The side of a net's squares, in points, and how many a glyph may lie in each way.
_NET, _WIDEST = 20.0, 40
_Group = tuple[Colour | None, float, float]


def take_off(pages: Sequence[Drawing]) -> list[int]:
    """Take the watermarks off the pages; return the pages where slanted text was no watermark.

    Slanted text is taken off everywhere: it stands in no table and in no line.
    """
    doubtful: list[int] = []
    repeated = _repeated(pages)
    for page in pages:
        slanted = [g for g in page.glyphs if is_slanted(g)]
        if slanted:
            page.glyphs = [g for g in page.glyphs if not is_slanted(g)]
            if not _is_mark(slanted):
                doubtful.append(page.number)
        marks = _pale_marks(page, repeated)
        if marks:
            page.glyphs = [g for g in page.glyphs if _group(g) not in marks]
    return doubtful


def is_slanted(glyph: Glyph) -> bool:
    """Say whether a glyph stands neither level nor upright nor on its head."""
    if not glyph.angle:
        return False
    return min(abs(glyph.angle % 90), 90 - glyph.angle % 90) > _ASKEW


def _is_mark(slanted: Sequence[Glyph]) -> bool:
    """Say whether slanted text is a mark and no content: pale, or without figures."""
    dark = [g for g in slanted if not _is_pale(g)]
    return not any(c.isdigit() for g in dark for c in g.text)


def _pale_marks(page: Drawing, repeated: set[tuple[str, int, int]]) -> set[_Group]:
    """Return the looks of the page's pale text that is a watermark."""
    pale: dict[_Group, list[Glyph]] = {}
    for glyph in page.glyphs:
        if _is_pale(glyph) and not glyph.text.isspace():
            pale.setdefault(_group(glyph), []).append(glyph)
    if not pale:
        return set()
    usual = median(g.size for g in page.glyphs)
    dark: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in page.glyphs:
        if not _is_pale(glyph) and not glyph.text.isspace():
            for square in _squares(glyph):
                dark.setdefault(square, []).append(glyph)
    marks: set[_Group] = set()
    for group, glyphs in pale.items():
        worded = any(c.isalpha() for g in glyphs for c in g.text)
        again = all(_place(g) in repeated for g in glyphs)
        large = glyphs[0].size > _LARGE * usual
        # Pale figures may be figures: two signs are wanted.
        if (again and large) or ((worded or again or large) and _over(glyphs, dark)):
            marks.add(group)
    return marks


def _over(glyphs: Sequence[Glyph], dark: dict[tuple[int, int], list[Glyph]]) -> bool:
    """Say whether some glyph lies over or under one of the others."""
    return any(
        not glyph.ink.meets(other.ink).empty
        for glyph in glyphs
        for square in _squares(glyph)
        for other in dark.get(square, ())
    )


def _squares(glyph: Glyph) -> list[tuple[int, int]]:
    """Return the squares of a net over the page in which a glyph lies."""
    x0, top, x1, bottom = (int(side // _NET) for side in glyph.ink)
    across, down = range(x0, min(x1, x0 + _WIDEST) + 1), range(top, min(bottom, top + _WIDEST) + 1)
    return [(x, y) for x in across for y in down]


def _repeated(pages: Sequence[Drawing]) -> set[tuple[str, int, int]]:
    """Return pale glyphs that stand at the same place of several pages."""
    seen: dict[tuple[str, int, int], set[int]] = {}
    for page in pages:
        for glyph in page.glyphs:
            if _is_pale(glyph):
                seen.setdefault(_place(glyph), set()).add(page.number)
    return {place for place, numbers in seen.items() if len(numbers) > 1}


def _place(glyph: Glyph) -> tuple[str, int, int]:
    return glyph.text, round(glyph.frame.x0 / 4), round(glyph.frame.top / 4)


def _group(glyph: Glyph) -> _Group:
    return glyph.colour, round(glyph.alpha, 2), round(glyph.size)


def _is_pale(glyph: Glyph) -> bool:
    if glyph.colour is None:
        return glyph.alpha < 1 - _PALE
    return 1 - glyph.alpha * (1 - _light(glyph.colour)) >= _PALE


def _light(colour: Iterable[float]) -> float:
    red, green, blue = colour
    return 0.299 * red + 0.587 * green + 0.114 * blue
