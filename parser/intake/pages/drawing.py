"""What a page draws, in the order in which it is drawn: glyphs, painted areas, lines, pictures.

All places are in points from the top left corner of the page as it is shown, y downwards. A colour
is red, green and blue from 0 to 1; None is a colour that is not known, as of a pattern.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
# Stands for a character that the font does not name.
UNKNOWN = "□"


class Frame(NamedTuple):
    """An upright rectangle. A tuple, since a page has thousands."""

    x0: float
    top: float
    x1: float
    bottom: float

    def meets(self, other: Frame) -> Frame:
        """Return what both cover; with negative sides where they do not meet."""
        return Frame(
            max(self.x0, other.x0),
            max(self.top, other.top),
            min(self.x1, other.x1),
            min(self.bottom, other.bottom),
        )

    def covers(self, other: Frame, margin: float = 0.0) -> bool:
        """Say whether `other` lies wholly inside, `margin` away from the edges."""
        return (
            self.x0 + margin <= other.x0
            and self.top + margin <= other.top
            and self.x1 - margin >= other.x1
            and self.bottom - margin >= other.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies inside."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    @property
    def empty(self) -> bool:
        """Whether nothing lies inside."""
        return self.x1 <= self.x0 or self.bottom <= self.top

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(slots=True)
class Glyph:
    """A character as drawn.

    `angle` is how far its line turns clockwise from level, in degrees from -180 to 180. `ink` is
    where its strokes lie, roughly: from the base line to the height of a figure. `legible` is
    False where the font does not say which character it is: `text` then means nothing.
    """

    text: str
    frame: Frame
    ink: Frame
    size: float
    base: float
    angle: float
    colour: Colour | None
    order: int
    alpha: float = 1.0
    hidden: bool = False
    legible: bool = True


@dataclass(frozen=True, slots=True)
class Fill:
    """A painted area. `rings` are its outlines; empty where it is just the frame.

    `solid` is False where what lies beneath may shine through.
    """

    frame: Frame
    colour: Colour | None
    order: int
    solid: bool = True
    rings: tuple[tuple[tuple[float, float], ...], ...] = ()

    def paints(self, x: float, y: float) -> bool:
        """Say whether a point is painted (even-odd rule)."""
        if not self.frame.holds(x, y):
            return False
        if not self.rings:
            return True
        inside = False
        for ring in self.rings:
            before = ring[-1]
            for point in ring:
                if (point[1] > y) != (before[1] > y):
                    slope = (before[0] - point[0]) / (before[1] - point[1])
                    if x < point[0] + slope * (y - point[1]):
                        inside = not inside
                before = point
        return inside


@dataclass(frozen=True, slots=True)
class Rule:
    """A level or upright line: its frame has no height or no width.

    `area` is the area whose edge it is. `colour` is that of a stroke, if it is `stroked`.
    """

    frame: Frame
    colour: Colour | None
    order: int
    area: Fill | None = None
    stroked: bool = True

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.frame.top == self.frame.bottom

    def band(self, width: float, solid: bool = True) -> Fill:
        """Return the area that the line paints if it is `width` points broad."""
        x0, top, x1, bottom = self.frame
        half = width / 2
        frame = (
            Frame(x0, top - half, x1, bottom + half)
            if self.level
            else Frame(x0 - half, top, x1 + half, bottom)
        )
        return Fill(frame, self.colour, self.order, solid)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture. `solid` is False where it has a mask or is let through."""

    frame: Frame
    order: int
    solid: bool = True


@dataclass(slots=True)
class Drawing:
    """A page: its number, size in points, and all that it draws."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list[Glyph])
    fills: list[Fill] = field(default_factory=list[Fill])
    rules: list[Rule] = field(default_factory=list[Rule])
    pictures: list[Picture] = field(default_factory=list[Picture])
    # Lines that an annotation strikes through text.
    strikes: list[Frame] = field(default_factory=list[Frame])
    # The bounds of dark lines that are neither level nor upright.
    slants: list[Frame] = field(default_factory=list[Frame])
    # Nothing of a damaged page is known.
    damaged: bool = False

    @property
    def frame(self) -> Frame:
        """The whole page."""
        return Frame(0.0, 0.0, self.width, self.height)
