"""What a person sees of a page: what is neither hidden nor covered nor in the colour of its ground.

Text that shows is never left out: where a colour or a cover is not known, it counts as shown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

import numpy as np

from parser.intake.pages.drawing import WHITE, Colour, Drawing, Fill, Frame, Glyph, Rule

# Colours that differ by less in every part look the same beside each other.
_ALIKE = 0.06
# A thinner area is a line: it hides no text.
_THIN = 2.5
# A line is hidden by what reaches so far past it on all sides.
_PAST = 1.0
# Two prints of a character so close, in parts of its size and width, are one made bold, or its
# shadow.
_HAIR, _OVERLAP, _SAME = 0.2, 0.4, 0.05
# Letters smaller than this, in points and as a share of the usual size, are specks.
_SPECK, _TINY = 2.0, 0.25
_BIN = 8.0
# Into so many parts each way is divided what several areas together may hide.
_PARTS = 4
_Drawn = TypeVar("_Drawn", Glyph, Rule)


@dataclass(frozen=True, slots=True)
class _Ground:
    """Something that text can stand on or lie under, lowest first."""

    area: Fill

    def hides(self, ink: Frame) -> bool:
        """Say whether the area covers all of a frame."""
        if not self.area.rings:
            return self.area.frame.covers(ink)
        middle = ((ink.x0 + ink.x1) / 2, (ink.top + ink.bottom) / 2)
        corners = [(x, y) for x in (ink.x0, ink.x1) for y in (ink.top, ink.bottom)]
        return all(self.area.paints(x, y) for x, y in [middle, *corners])


def keep_seen(page: Drawing) -> None:
    """Take from a page the glyphs and lines that nobody sees, and second prints of glyphs."""
    room = page.frame
    least = min(_SPECK, _TINY * median(g.size for g in page.glyphs)) if page.glyphs else 0.0
    glyphs = [
        g
        for g in page.glyphs
        if not g.hidden
        and g.size > least
        and room.holds((g.ink.x0 + g.ink.x1) / 2, (g.ink.top + g.ink.bottom) / 2)
    ]
    grounds = _grounds(page)
    glyphs = _uncovered([g.ink for g in glyphs], glyphs, grounds, together=True)
    rules = _uncovered([_wide(r.frame) for r in page.rules], page.rules, grounds)
    contrast = _Contrast(grounds)
    page.glyphs = _once([glyph for glyph in glyphs if contrast.shows_glyph(glyph)])
    page.rules = [rule for rule in rules if contrast.shows_rule(rule)]


def _grounds(page: Drawing) -> list[_Ground]:
    areas = [f for f in page.fills if f.frame.width >= _THIN and f.frame.height >= _THIN]
    areas += [
        Fill(p.frame, None, p.order, p.solid)
        for p in page.pictures
        if p.frame.width >= _THIN and p.frame.height >= _THIN
    ]
    return [_Ground(area) for area in sorted(areas, key=lambda area: area.order)]


def _wide(frame: Frame) -> Frame:
    return Frame(frame.x0 - _PAST, frame.top - _PAST, frame.x1 + _PAST, frame.bottom + _PAST)


def _uncovered(
    frames: Sequence[Frame],
    items: Sequence[_Drawn],
    grounds: Sequence[_Ground],
    together: bool = False,
) -> list[_Drawn]:
    """Return the items that no later solid area covers. Items are in the order of drawing.

    `together`: nor do several areas, each a part of them.
    """
    solid = [g for g in grounds if g.area.solid and items and g.area.order > items[0].order]
    if not solid:
        return list(items)
    places = np.array(frames)
    orders = [item.order for item in items]
    gone: set[int] = set()
    parts: dict[int, set[int]] = {}
    for ground in solid:
        count = bisect_left(orders, ground.area.order)
        x0, top, x1, bottom = ground.area.frame
        part = places[:count]
        inside = (
            (part[:, 0] >= x0) & (part[:, 1] >= top) & (part[:, 2] <= x1) & (part[:, 3] <= bottom)
        )
        gone |= {int(i) for i in np.flatnonzero(inside) if ground.hides(frames[int(i)])}
        if not together:
            continue
        touched = (part[:, 0] < x1) & (part[:, 1] < bottom) & (part[:, 2] > x0) & (part[:, 3] > top)
        for i in np.flatnonzero(touched & ~inside):
            parts.setdefault(int(i), set()).update(_painted(ground.area, frames[int(i)]))
    gone |= {i for i, found in parts.items() if len(found) == _PARTS * _PARTS}
    return [item for i, item in enumerate(items) if i not in gone]


def _painted(area: Fill, ink: Frame) -> Iterator[int]:
    """Yield which of the small squares of a frame have their middle painted."""
    for n in range(_PARTS * _PARTS):
        x = ink.x0 + (n % _PARTS + 0.5) / _PARTS * ink.width
        y = ink.top + (n // _PARTS + 0.5) / _PARTS * ink.height
        if area.paints(x, y):
            yield n


class _Contrast:
    """Tells whether something differs from what it is drawn on."""

    def __init__(self, grounds: Sequence[_Ground]) -> None:
        self._grounds = [ground.area for ground in grounds]
        self._colours = {area.colour for area in self._grounds if area.colour} | {WHITE}
        self._doubtful: dict[Colour, bool] = {}
        self._shown: dict[int, bool] = {}

    def shows_glyph(self, glyph: Glyph) -> bool:
        """Say whether a glyph stands out."""
        if glyph.colour is None or not (glyph.alpha < 1 or self._is_doubtful(glyph.colour)):
            return True
        x, y = (glyph.ink.x0 + glyph.ink.x1) / 2, (glyph.ink.top + glyph.ink.bottom) / 2
        below = self._below(x, y, glyph.order)
        return below is None or glyph.alpha * _difference(glyph.colour, below) > _ALIKE

    def shows_rule(self, rule: Rule) -> bool:
        """Say whether a line stands out, drawn itself or as an area's edge."""
        return self._shows_stroke(rule) or (rule.area is not None and self._is_shown(rule.area))

    def _shows_stroke(self, rule: Rule) -> bool:
        if not rule.stroked:
            return False
        if rule.colour is None or not self._is_doubtful(rule.colour):
            return True
        x, y = (rule.frame.x0 + rule.frame.x1) / 2, (rule.frame.top + rule.frame.bottom) / 2
        aside = (0.0, 1.5) if rule.level else (1.5, 0.0)
        for sign in (1, -1):
            below = self._below(x + sign * aside[0], y + sign * aside[1], rule.order)
            if below is None or _difference(rule.colour, below) > _ALIKE:
                return True
        return False

    def _is_shown(self, area: Fill) -> bool:
        known = self._shown.get(id(area))
        if known is None:
            known = self._shown[id(area)] = self._shows_area(area)
        return known

    def _shows_area(self, area: Fill) -> bool:
        if area.colour is None or not area.solid or not self._is_doubtful(area.colour):
            return True
        x, y = (area.frame.x0 + area.frame.x1) / 2, (area.frame.top + area.frame.bottom) / 2
        below = self._below(x, y, area.order)
        return below is None or _difference(area.colour, below) > _ALIKE

    def _is_doubtful(self, colour: Colour) -> bool:
        known = self._doubtful.get(colour)
        if known is None:
            known = any(_difference(colour, other) <= _ALIKE for other in self._colours)
            self._doubtful[colour] = known
        return known

    def _below(self, x: float, y: float, order: int) -> Colour | None:
        """Return the colour on which something is drawn; None where it is not known."""
        for area in reversed(self._grounds):
            if area.order < order and area.paints(x, y):
                return area.colour if area.solid else None
        return WHITE


def _difference(one: Colour, other: Colour) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return each glyph once that is printed several times a hair apart."""
    bins: dict[tuple[str, int, int], list[Glyph]] = {}
    kept: list[Glyph] = []
    for glyph in glyphs:
        narrow = min(glyph.frame.width, glyph.frame.height)
        near = min(_HAIR * glyph.size, max(_OVERLAP * narrow, _SAME * glyph.size))
        x, y = glyph.frame.x0, glyph.frame.top
        left, right = int((x - near) // _BIN), int((x + near) // _BIN)
        high, low = int((y - near) // _BIN), int((y + near) // _BIN)
        twice = any(
            abs(other.frame.x0 - x) <= near
            and abs(other.frame.top - y) <= near
            and abs(other.size - glyph.size) <= near
            for column in ((left,) if left == right else (left, right))
            for row in ((high,) if high == low else (high, low))
            for other in bins.get((glyph.text, column, row), ())
        )
        if not twice:
            bins.setdefault((glyph.text, int(x // _BIN), int(y // _BIN)), []).append(glyph)
            kept.append(glyph)
    return kept
