"""Notes what an OFD page draws: text, paths and pictures, layer upon layer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from parser.errors import Refused
from parser.intake.ooxml import Element
from parser.intake.pages.drawing import UNKNOWN, Colour, Drawing, Fill, Frame, Glyph, Picture
from parser.intake.pages.ofd_package import WHAT, all_of, deltas, kind, numbers, one_of, said
from parser.intake.pages.ofd_path import rings
from parser.intake.pages.ofd_resources import Resources
from parser.intake.pages.outline import Outline, Point
from parser.intake.pages.plane import SAME, Matrix, frame, moved, placed, product

POINTS = 72 / 25.4  # a millimetre
MAX_OBJECTS = 50_000
_DEEPEST = 16
_FAINT, _SOLID = 0.02, 0.99
_BROAD = 2.0
_USUAL_WIDTH = "0.353"
_LAYERS = {"Background": 0, "Body": 1, "Foreground": 2}


@dataclass(frozen=True, slots=True)
class _State:
    """What objects inherit: where they lie, how much they show, what they are cut to."""

    matrix: Matrix
    alpha: float = 1.0
    clip: Frame | None = None
    look: str | None = None
    depth: int = 0


class PageWriter:
    """Draws the objects of one page."""

    def __init__(self, number: int, box: Sequence[float]) -> None:
        """`box` is the page's physical box: left, top, width, height in millimetres."""
        left, top, width, height = box
        self.drawing = Drawing(number, width * POINTS, height * POINTS)
        self._start = _State((POINTS, 0, 0, POINTS, -left * POINTS, -top * POINTS))
        self._order = 0

    def content(self, page: Element, resources: Resources) -> None:
        """Draw a page's or a template's layers, the background first."""
        layers = list(all_of(one_of(page, "Content"), "Layer"))
        for layer in sorted(layers, key=lambda item: _LAYERS.get(item.get("Type") or "Body", 1)):
            self._block(layer, resources, replace(self._start, look=layer.get("DrawParam")))

    def annotation(self, note: Element, resources: Resources) -> None:
        """Draw how an annotation appears, if it is to be seen."""
        if _is_false(note.get("Visible")) or note.get("Type") == "Highlight":
            return
        for shown in all_of(note, "Appearance"):
            left, top, *_ = [*numbers(shown.get("Boundary")), 0.0, 0.0]
            matrix = product(moved(left, top), self._start.matrix)
            self._block(shown, resources, replace(self._start, matrix=matrix))

    def _block(self, block: Element, resources: Resources, state: _State) -> None:
        if state.depth > _DEEPEST:
            return
        for item in block:
            self._order += 1
            if self._order > MAX_OBJECTS:
                raise Refused(f"{WHAT}一页上的对象超过 {MAX_OBJECTS} 个，未打开。")
            name = kind(item)
            if name == "PageBlock":
                self._block(item, resources, replace(state, depth=state.depth + 1))
            elif name in ("TextObject", "PathObject", "ImageObject", "CompositeObject"):
                inner = self._inner(item, state)
                if inner is None:
                    continue
                if name == "TextObject":
                    self._text(item, resources, inner)
                elif name == "PathObject":
                    self._path(item, resources, inner)
                elif name == "ImageObject":
                    self._picture(inner)
                else:
                    graphic = resources.graphic(item.get("ResourceID"))
                    content = one_of(graphic, "Content")
                    if content is not None:
                        self._block(content, resources, replace(inner, depth=state.depth + 1))

    def _inner(self, item: Element, state: _State) -> _State | None:
        """Return the state within an object; None where nothing of it shows."""
        if _is_false(item.get("Visible")):
            return None
        alpha = state.alpha * _alpha(item)
        if alpha < _FAINT:
            return None
        boundary = numbers(item.get("Boundary"))
        if len(boundary) != 4:
            boundary = [0.0, 0.0, 0.0, 0.0]
        left, top, width, height = boundary
        outer = product(moved(left, top), state.matrix)
        own = numbers(item.get("CTM"))
        a, b, c, d, e, f = own if len(own) == 6 else SAME
        clip = state.clip
        if width and height:
            room = frame(outer, [(0, 0), (width, 0), (width, height), (0, height)])
            clip = clip.meets(room) if clip else room
        matrix = product((a, b, c, d, e, f), outer)
        for area in all_of(one_of(item, "Clips", "Clip"), "Area"):
            path = one_of(area, "Path")
            points = [p for ring in rings(said(one_of(path, "AbbreviatedData"))) for p in ring]
            if path is not None and points:
                x, y, *_ = [*numbers(path.get("Boundary")), 0.0, 0.0]
                room = frame(product(moved(x, y), matrix), points)
                clip = clip.meets(room) if clip else room
        look = item.get("DrawParam") or state.look
        return _State(matrix, alpha, clip, look, state.depth)

    def _text(self, item: Element, resources: Resources, state: _State) -> None:
        size = (numbers(item.get("Size")) or [0.0])[0]
        stretch = (numbers(item.get("HScale")) or [1.0])[0] or 1.0
        filled = not _is_false(item.get("Fill"))
        name = "FillColor" if filled else "StrokeColor"
        own = one_of(item, name)
        paint = own if own is not None else resources.look(state.look, name)
        alpha = state.alpha * _alpha(paint)
        hidden = alpha < _FAINT or not (filled or item.get("Stroke") == "true") or size <= 0
        turn = (numbers(item.get("CharDirection")) or [0.0])[0]
        colour = resources.colour(paint)
        x = y = 0.0
        for code in all_of(item, "TextCode"):
            text = code.text or ""
            x = (numbers(code.get("X")) or [x])[0]
            y = (numbers(code.get("Y")) or [y])[0]
            across, down = (deltas(code.get(key), len(text)) for key in ("DeltaX", "DeltaY"))
            for i, character in enumerate(text):
                step = across[i] if i < len(across) else None
                fall = down[i] if i < len(down) else 0.0
                natural = size * stretch * _share(character)
                width = step if step is not None and 0 < step <= 1.3 * natural else natural
                self._glyph(character, (x, y), width, size, turn, colour, alpha, hidden, state)
                x += step if step is not None else (natural if not fall else 0.0)
                y += fall

    def _glyph(
        self,
        character: str,
        place: Point,
        width: float,
        size: float,
        turn: float,
        colour: Colour | None,
        alpha: float,
        hidden: bool,
        state: _State,
    ) -> None:
        a, b, c, d, _, _ = state.matrix
        matrix = product(moved(*place), state.matrix)
        if turn:
            cosine, sine = math.cos(math.radians(turn)), math.sin(math.radians(turn))
            matrix = product((cosine, sine, -sine, cosine, 0, 0), matrix)
        whole = frame(matrix, [(0, -0.85 * size), (width, 0.15 * size)])
        side = 0.12 * width
        ink = frame(matrix, [(side, -0.62 * size), (width - side, -0.05 * size)])
        tall = abs(size) * math.hypot(c, d)
        if state.clip is not None and not hidden:
            x, y, past = (ink.x0 + ink.x1) / 2, (ink.top + ink.bottom) / 2, 0.5 * tall
            room = state.clip
            hidden = not Frame(
                room.x0 - past, room.top - past, room.x1 + past, room.bottom + past
            ).holds(x, y)
        angle = (math.degrees(math.atan2(b, a)) + turn + 180) % 360 - 180
        legible = character.isspace() or _is_told(character)
        self.drawing.glyphs.append(
            Glyph(
                character if legible else UNKNOWN,
                whole,
                ink,
                tall,
                placed(matrix, (0, 0))[1],
                angle,
                colour,
                self._order,
                alpha,
                hidden,
                legible,
            )
        )

    def _path(self, item: Element, resources: Resources, state: _State) -> None:
        points = rings(said(one_of(item, "AbbreviatedData")))
        outline = Outline([[placed(state.matrix, p) for p in ring] for ring in points])
        fill = item.get("Fill") == "true"
        stroke = not _is_false(item.get("Stroke"))
        areas: list[Fill] = []
        painted = self._paint(item, "FillColor", resources, state)
        # A path's area has no colour unless one is said (9.1).
        if fill and painted is not None:
            alpha = state.alpha * _alpha(painted)
            if alpha >= _FAINT:
                solid = alpha >= _SOLID
                colour = resources.colour(painted)
                areas = outline.fills(colour, self._order, solid, state.clip)
                self.drawing.fills += areas
        line = self._paint(item, "StrokeColor", resources, state)
        stroke = stroke and state.alpha * _alpha(line) >= _FAINT
        if not (stroke or areas):
            return
        colour = resources.colour(line)
        rules = outline.rules(colour, stroke, self._order, areas, state.clip)
        self.drawing.rules += rules
        said_width = item.get("LineWidth") or resources.width(state.look) or _USUAL_WIDTH
        width = (numbers(said_width) or [0.0])[0] * POINTS
        if stroke and width > _BROAD and state.alpha * _alpha(line) >= _SOLID:
            self.drawing.fills += [rule.band(width) for rule in rules]

    def _paint(
        self, item: Element, name: str, resources: Resources, state: _State
    ) -> Element | None:
        own = one_of(item, name)
        return own if own is not None else resources.look(state.look, name)

    def _picture(self, state: _State) -> None:
        place = frame(state.matrix, [(0, 0), (1, 1)])
        if state.clip:
            place = place.meets(state.clip)
        if not place.empty:
            # Whether a picture lets through what is beneath is not looked up.
            self.drawing.pictures.append(Picture(place, self._order, solid=False))


def _share(character: str) -> float:
    return 1.0 if east_asian_width(character) in "WFA" else 0.5


def _is_told(character: str) -> bool:
    """Say whether a code is a character, and no stand-in for a glyph without one."""
    return not (character < " " or "\ue000" <= character <= "\uf8ff" or character in "\ufffd¤")


def _is_false(value: str | None) -> bool:
    return value is not None and value.strip().lower() in ("false", "0")


def _alpha(element: Element | None) -> float:
    value = numbers(element.get("Alpha")) if element is not None else []
    return min(1.0, max(0.0, value[0] / 255)) if value else 1.0
