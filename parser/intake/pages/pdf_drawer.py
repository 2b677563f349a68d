"""Notes what a PDF page draws, with all that decides whether it is seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect, mult_matrix

from parser.intake.pages.drawing import Drawing, Fill, Frame, Glyph, Picture
from parser.intake.pages.outline import Outline, Point
from parser.intake.pages.pdf_colour import colour
from parser.intake.pages.pdf_letters import Letters, hush

_FAINT = 0.02
_SOLID = 0.99
# A stroke this wide paints an area.
_BROAD = 2.0
_NEVER = 3, 7
# Letters squeezed to less than this share of their width are a stroke at most.
_FLAT = 0.02
# A line of a colour lighter than this in any part is not looked at.
_DARK = 0.9
_Box = tuple[float, float, float, float]
_Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """What the graphics state says about being seen. `base` is the alpha of the forms around."""

    clip: Frame | None = None
    fill: float = 1.0
    stroke: float = 1.0
    base: float = 1.0
    plain: bool = True

    def within(self, frame: Frame) -> Look:
        """Return the look with a smaller clip."""
        clip = self.clip.meets(frame) if self.clip else frame
        return Look(clip, self.fill, self.stroke, self.base, self.plain)


class PageDrawer(PDFTextDevice):
    """Notes what a page draws. `look` and `hidden` are set by the interpreter."""

    def __init__(self, resources: Any, page: Any, number: int, letters: Letters) -> None:
        super().__init__(resources)
        self.look = Look()
        self.hidden = 0
        x0, y0, x1, y1 = page.mediabox
        turned: dict[int, _Matrix] = {
            90: (0, -1, 1, 0, -y0, x1),
            180: (-1, 0, 0, -1, x1, y1),
            270: (0, 1, -1, 0, y1, -x0),
        }
        self.page_ctm: _Matrix = turned.get(page.rotate, (1, 0, 0, 1, -x0, -y0))
        _, _, _, self._height = apply_matrix_rect(self.page_ctm, page.mediabox)
        self._left = self._top = 0.0
        shown = self.frame(apply_matrix_rect(self.page_ctm, page.cropbox))
        whole = self.frame(apply_matrix_rect(self.page_ctm, page.mediabox))
        shown = shown.meets(whole)
        if shown.empty:
            shown = whole
        self._left, self._top = shown.x0, shown.top
        self.drawing = Drawing(number, float(shown.width), float(shown.height))
        self._order = 0
        self._render = 0
        self._clips: list[Look] = []
        self._letters = letters
        self._unnamed: dict[int, list[Glyph]] = {}

    def frame(self, bounds: Sequence[float]) -> Frame:
        """Return a rectangle of pdfminer's page space, y upwards, as a frame."""
        x0, y0, x1, y1 = bounds
        return Frame(
            min(x0, x1) - self._left,
            self._height - max(y0, y1) - self._top,
            max(x0, x1) - self._left,
            self._height - min(y0, y1) - self._top,
        )

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Clip what follows to a form's box."""
        del name
        self._clips.append(self.look)
        box = apply_matrix_rect(mult_matrix(matrix, self._ctm), bbox)
        self.look = self.look.within(self.frame(box))

    def end_figure(self, name: str) -> None:
        """Undo the clip."""
        del name
        self.look = self._clips.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Draw text."""
        self._render = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """Draw a character; return how far it moves on."""
        letter = self._letters.letter(font, cid)
        advance = letter.width * fontsize * scaling
        box = _box(font, fontsize, rise, letter.place, advance)
        frame = self.frame(apply_matrix_rect(matrix, box))
        turn = (matrix[0], matrix[1]) if fontsize * scaling >= 0 else (-matrix[0], -matrix[1])
        angle = -math.degrees(math.atan2(turn[1], turn[0])) if turn[1] or turn[0] < 0 else 0.0
        ink, base = frame, frame.bottom
        if not font.is_vertical():
            side = advance * 0.12
            low, high = rise + 0.05 * fontsize, rise + 0.62 * fontsize
            ink = self.frame(apply_matrix_rect(matrix, (side, low, advance - side, high)))
            base = self._height - apply_matrix_pt(matrix, (0, rise))[1] - self._top
        stroked = self._render in (1, 5)
        look = self.look
        alpha = look.base * (look.stroke if stroked else look.fill)
        paint = (graphicstate.scs, graphicstate.scolor) if stroked else (ncs, graphicstate.ncolor)
        middle = ((ink.x0 + ink.x1) / 2, (ink.top + ink.bottom) / 2)
        clipped = look.clip is not None and not look.clip.holds(*middle)
        unseen = self._render in _NEVER or clipped or abs(scaling) < _FLAT
        self._order += 1
        glyph = Glyph(
            letter.text,
            frame,
            ink,
            abs(fontsize) * math.hypot(matrix[2], matrix[3]),
            base,
            angle,
            colour(*paint),
            self._order,
            alpha,
            unseen or bool(self.hidden) or alpha < _FAINT,
            letter.legible,
        )
        self.drawing.glyphs.append(glyph)
        if not letter.named:
            self._unnamed.setdefault(id(font), []).append(glyph)
        return float(advance)

    def paint_path(
        self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Any
    ) -> None:
        """Draw lines and areas."""
        del evenodd
        look = self.look
        stroke = stroke and look.base * look.stroke >= _FAINT
        fill = fill and look.base * look.fill >= _FAINT
        if self.hidden or not (stroke or fill) or not path:
            return
        self._order += 1
        outline = Outline(self._rings(path))
        areas: list[Fill] = []
        if fill:
            solid = look.plain and look.base * look.fill >= _SOLID
            painted = colour(graphicstate.ncs, graphicstate.ncolor)
            areas = outline.fills(painted, self._order, solid, look.clip)
            self.drawing.fills += areas
        line = colour(graphicstate.scs, graphicstate.scolor) if stroke else None
        rules = outline.rules(line, stroke, self._order, areas, look.clip)
        self.drawing.rules += rules
        if line is not None and max(line) < _DARK:
            self.drawing.slants += outline.slants()
        broad = float(graphicstate.linewidth or 0)
        if stroke and broad > _BROAD:
            solid = look.plain and look.base * look.stroke >= _SOLID
            self.drawing.fills += [rule.band(broad, solid) for rule in rules]

    def shade(self) -> None:
        """Paint the whole clip with colours that are not known."""
        if not self.hidden:
            self._order += 1
            frame = self.look.clip or self.drawing.frame
            self.drawing.fills.append(Fill(frame, None, self._order, self.look.plain))

    def render_image(self, name: str, stream: Any) -> None:
        """Draw a picture over the unit square."""
        del name
        if self.hidden or self.look.base * self.look.fill < _FAINT:
            return
        self._order += 1
        frame = self.frame(apply_matrix_rect(self._ctm, (0, 0, 1, 1)))
        level = not (self._ctm[0] and self._ctm[1])
        masked = any(stream.get_any(names) for names in _MASKS)
        solid = level and not masked and self.look.plain
        solid = solid and self.look.base * self.look.fill >= _SOLID
        if self.look.clip:
            frame = frame.meets(self.look.clip)
        if not frame.empty:
            self.drawing.pictures.append(Picture(frame, self._order, solid))

    def clip(self, path: Any) -> None:
        """Make what is drawn from now on show within a path only."""
        points = [point for ring in self._rings(path) for point in ring]
        if points:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            self.look = self.look.within(Frame(min(xs), min(ys), max(xs), max(ys)))

    def finish(self) -> Drawing:
        """Return what was drawn."""
        for glyphs in self._unnamed.values():
            hush(glyphs)
        return self.drawing

    def restart(self) -> None:
        """Begin something that owes nothing to what was drawn before."""
        self.look, self.hidden = Look(), 0

    def add(self, glyph: Glyph) -> None:
        """Draw a glyph that is already placed."""
        self._order += 1
        glyph.order = self._order
        self.drawing.glyphs.append(glyph)

    @property
    def _ctm(self) -> _Matrix:
        return cast(_Matrix, self.ctm)

    def _rings(self, path: Any) -> list[list[Point]]:
        rings: list[list[Point]] = []
        a, b, c, d, e, f = self._ctm
        for step in path:
            if step[0] == "m":
                rings.append([])
            if not rings:
                return []
            if step[0] == "h":
                if rings[-1]:
                    rings[-1].append(rings[-1][0])
                continue
            x, y = step[-2:]
            rings[-1].append(
                (
                    a * x + c * y + e - self._left,
                    self._height - (b * x + d * y + f) - self._top,
                )
            )
        return [ring for ring in rings if len(ring) > 1]


def _box(font: Any, size: float, rise: float, place: Any, advance: float) -> _Box:
    """Return a character's box in text space, as `pdfminer.layout.LTChar` reckons it."""
    if font.is_vertical():
        across, down = place
        left = -(size * 0.5 if across is None else across * size * 0.001)
        top = (1000 - down) * size * 0.001 + rise
        return left, top + advance, left + size, top
    low = font.get_descent() * size + rise
    return 0.0, low, advance, low + size


_MASKS = ("SMask",), ("Mask",), ("ImageMask", "IM")
