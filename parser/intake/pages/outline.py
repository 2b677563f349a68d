"""Paths as areas and ruling lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parser.intake.pages.drawing import Colour, Fill, Frame, Rule

Point = tuple[float, float]
# A line may be this far, in points, from level or upright.
_SLANT = 0.1
# More subpaths than this are not compared with each other.
_MANY = 40


class Outline:
    """The closed or open rings of points of a path, on the page."""

    def __init__(self, rings: Sequence[Sequence[Point]]) -> None:
        self._rings = [tuple(ring) for ring in rings]
        self._frames = [_bounds(ring) for ring in self._rings]

    def fills(
        self, colour: Colour | None, order: int, solid: bool, clip: Frame | None
    ) -> list[Fill]:
        """Return the areas that the path paints, within the clip."""
        plain = all(map(_is_rectangle, self._rings))
        if plain and not self._nested():
            shapes = [Fill(frame, colour, order, solid) for frame in self._frames]
        elif self._rings:
            whole = _bounds([point for ring in self._rings for point in ring])
            shapes = [Fill(whole, colour, order, solid, tuple(self._rings))]
        else:
            return []
        if clip is None:
            return shapes
        cut = [Fill(s.frame.meets(clip), colour, order, solid, s.rings) for s in shapes]
        return [
            shape
            for shape in cut
            if shape.frame.x0 <= shape.frame.x1 and shape.frame.top <= shape.frame.bottom
        ]

    def rules(
        self,
        colour: Colour | None,
        stroked: bool,
        order: int,
        areas: Sequence[Fill],
        clip: Frame | None,
    ) -> list[Rule]:
        """Return the level and upright lines of the path, as far as the clip lets them show."""
        result: list[Rule] = []
        for i, ring in enumerate(self._rings):
            area = areas[min(i, len(areas) - 1)] if areas else None
            for (ax, ay), (bx, by) in pairwise(ring):
                if abs(ay - by) <= _SLANT and abs(ax - bx) > _SLANT:
                    y = (ay + by) / 2
                    frame = Frame(min(ax, bx), y, max(ax, bx), y)
                elif abs(ax - bx) <= _SLANT and abs(ay - by) > _SLANT:
                    x = (ax + bx) / 2
                    frame = Frame(x, min(ay, by), x, max(ay, by))
                else:
                    continue
                shown = _clipped(frame, clip)
                if shown is not None:
                    result.append(Rule(shown, colour, order, area, stroked))
        return result

    def slants(self) -> list[Frame]:
        """Return the bounds of the path's lines that are neither level nor upright."""
        return [
            _bounds((a, b))
            for ring in self._rings
            for a, b in pairwise(ring)
            if abs(a[0] - b[0]) > _SLANT and abs(a[1] - b[1]) > _SLANT
        ]

    def _nested(self) -> bool:
        if len(self._frames) > _MANY:
            return False
        return any(a is not b and a.covers(b) for a in self._frames for b in self._frames)


def _bounds(points: Sequence[Point]) -> Frame:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Frame(min(xs), min(ys), max(xs), max(ys))


def _is_rectangle(ring: Sequence[Point]) -> bool:
    """Say whether a ring has four corners and level and upright sides only."""
    closed = list(ring) if ring[0] == ring[-1] else [*ring, ring[0]]
    return len(closed) == 5 and all(
        abs(a[0] - b[0]) <= _SLANT or abs(a[1] - b[1]) <= _SLANT for a, b in pairwise(closed)
    )


def _clipped(frame: Frame, clip: Frame | None) -> Frame | None:
    """Cut a line to the clip; a line on the clip's edge shows, if half of it."""
    if clip is None or clip.covers(frame):
        return frame
    room = Frame(clip.x0 - 1, clip.top - 1, clip.x1 + 1, clip.bottom + 1)
    cut = frame.meets(room)
    return cut if cut.x0 <= cut.x1 and cut.top <= cut.bottom else None
