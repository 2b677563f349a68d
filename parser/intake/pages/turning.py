"""Quarter turns of a page: text that stands sideways is read as if the page were turned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from parser.intake.pages.drawing import Drawing, Frame, Glyph, Rule
from parser.model import Box


@dataclass(frozen=True, slots=True)
class Turn:
    """How many quarters clockwise text is turned on a page of some size."""

    quarters: int
    width: float
    height: float

    def frame(self, place: Frame) -> Frame:
        """Return where a place of the page lies once the text is level."""
        x0, top, x1, bottom = place
        if self.quarters == 1:
            return Frame(top, self.width - x1, bottom, self.width - x0)
        if self.quarters == 2:
            return Frame(self.width - x1, self.height - bottom, self.width - x0, self.height - top)
        if self.quarters == 3:
            return Frame(self.height - bottom, x0, self.height - top, x1)
        return place

    def back(self, box: Box) -> Box:
        """Return where a box among level text lies on the page."""
        wide = self.quarters % 2
        across = self.height if wide else self.width
        down = self.width if wide else self.height
        undo = Turn((4 - self.quarters) % 4, across, down)
        return Box(box.page, *undo.frame(Frame(box.x0, box.y0, box.x1, box.y1)))

    def glyph(self, glyph: Glyph) -> Glyph:
        """Return a glyph as it stands once the text is level."""
        ink = self.frame(glyph.ink)
        return replace(
            glyph,
            frame=self.frame(glyph.frame),
            ink=ink,
            base=ink.bottom + 0.05 * glyph.size,
            angle=0.0,
        )

    def rule(self, rule: Rule) -> Rule:
        """Return a line as it lies once the text is level."""
        return replace(rule, frame=self.frame(rule.frame))


def quarters(glyph: Glyph) -> int:
    """Return by how many quarters clockwise a glyph is turned, 0 to 3."""
    return round(glyph.angle / 90) % 4 if glyph.angle else 0


def most(glyphs: Iterable[Glyph]) -> int:
    """Return how most of the glyphs are turned."""
    counts = Counter(quarters(glyph) for glyph in glyphs if not glyph.text.isspace())
    return max(counts, key=lambda turned: (counts[turned], -turned), default=0)


def turned(page: Drawing, by: int) -> Drawing:
    """Return a page on which text turned by `by` quarters is level."""
    turn = Turn(by, page.width, page.height)
    sides = (page.height, page.width) if by % 2 else (page.width, page.height)
    return Drawing(
        page.number,
        *sides,
        [
            turn.glyph(g) if quarters(g) == by else replace(turn.glyph(g), angle=g.angle - 90 * by)
            for g in page.glyphs
        ],
        rules=[turn.rule(rule) for rule in page.rules],
        pictures=[replace(picture, frame=turn.frame(picture.frame)) for picture in page.pictures],
        strikes=[turn.frame(strike) for strike in page.strikes],
        slants=[turn.frame(slant) for slant in page.slants],
    )
