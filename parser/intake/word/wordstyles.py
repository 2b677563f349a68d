"""How the text of a Word document looks: its own properties and all that it inherits.

After ECMA-376 part 1, 17.7: what a run says itself goes before its style, that before the
paragraph's, that before the table's; properties that are switched on and off by styles combine
by counting (17.7.3). A style goes back to the one that it is based on.
"""

from __future__ import annotations

from typing import NamedTuple

from parser.intake.ooxml import W14, Element, W, is_on, value, whole
from parser.intake.word.looks import AWAY, Look, alike, is_white

# Each style's `basedOn`, and no further: a circle of styles has no end.
_DEEPEST = 20
_TOGGLES = ("strike", "vanish")
# In half points: what is smaller than this is a speck.
_SPECK = 4
# fmt: off
# The properties that say what is seen, by their tags.
_TELLING = {
    W + name: name
    for name in [
        *_TOGGLES, "dstrike", "specVanish", "vertAlign", "position", "color", "sz", "rStyle",
        "shd", "highlight",
    ]
} | {W14 + "textFill": "textFill"}
# fmt: on
_SCRIPTS = {"superscript": 1, "subscript": -1}
# A colour that lets everything through, and how much of 100 000 is as good as that.
_CLEAR, _THROUGH = "clear", 98_000
_PAPER = ("background1", "light1", "bg1", "lt1")
# fmt: off
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}
# fmt: on

_Properties = dict[str, str]


class Ground(NamedTuple):
    """What a paragraph stands on: its style, its table's style, whether the paper is coloured.

    `fill` is that colour (RRGGBB) where it is known.
    """

    paragraph: str | None = None
    table: str | None = None
    coloured: bool = False
    fill: str | None = None

    def shaded(self, shade: Element | None) -> Ground:
        """Return the ground under what this shading is for."""
        if not coloured(shade):
            return self
        return self._replace(coloured=True, fill=_fill(shade))


class WordStyles:
    """The character properties of one document's styles. `root` is its styles part."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._usual: dict[str, str] = {}
        self._resolved: dict[tuple[str, str | None], _Properties] = {}
        self._grounds: dict[tuple[str, str | None], bool] = {}
        self._looks: dict[tuple[tuple[tuple[str, str], ...], Ground], Look] = {}
        self._defaults: _Properties = {}
        if root is None:
            return
        self._defaults = _properties(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in root.iter(W + "style"):
            kind, name = style.get(W + "type") or "", style.get(W + "styleId") or ""
            self._styles.setdefault((kind, name), style)
            if style.get(W + "default", "0") in ("1", "true", "on"):
                self._usual[kind] = name

    def look(self, run: Element, ground: Ground) -> Look:
        """Return how a run looks that stands on `ground`."""
        own = _properties(run.find(W + "rPr"))
        key = (tuple(own.items()), ground)
        if key not in self._looks:
            self._looks[key] = self._look(own, ground)
        return self._looks[key]

    def _look(self, own: _Properties, ground: Ground) -> Look:
        character = self._of("character", own.get("style"))
        levels = (self._of("table", ground.table), self._of("paragraph", ground.paragraph))
        levels = (*levels, character)
        if not own and not self._defaults and not any(levels):
            return Look()
        nearest = self._defaults | levels[0] | levels[1] | levels[2] | own
        on = {name: self._toggled(name, own, levels) for name in _TOGGLES}
        fill = nearest.get("fill") if "ground" in nearest else ground.fill
        pale = is_white(nearest.get("color")) and not (ground.coloured or "ground" in nearest)
        pale = pale or alike(nearest.get("color"), fill) or nearest.get("color") == _CLEAR
        speck = whole(nearest.get("sz"), _SPECK) < _SPECK
        lift = _lift(nearest.get("position", ""))
        return Look(
            hidden=on["vanish"] or pale or speck or abs(lift) > AWAY,
            struck=on["strike"] or nearest.get("dstrike") == "1",
            script=_SCRIPTS.get(nearest.get("vertAlign", ""), 0),
            lift=lift,
        )

    def colours(self, kind: str, style: str | None) -> bool:
        """Say whether a paragraph's or a table's style colours the ground, in any part of it."""
        key = (kind, style)
        if key not in self._grounds:
            self._grounds[key] = any(
                coloured(shade) for s in self._line(kind, style) for shade in s.iter(W + "shd")
            )
        return self._grounds[key]

    def _toggled(self, name: str, own: _Properties, levels: tuple[_Properties, ...]) -> bool:
        if name in own:
            return own[name] == "1"
        if self._defaults.get(name) == "1":
            return True
        return sum(level.get(name) == "1" for level in levels) % 2 == 1

    def _of(self, kind: str, style: str | None) -> _Properties:
        key = (kind, style)
        if key not in self._resolved:
            found: _Properties = {}
            for element in self._line(kind, style):
                found = _properties(element.find(W + "rPr")) | found
            found.pop("style", None)
            self._resolved[key] = found
        return self._resolved[key]

    def _line(self, kind: str, style: str | None) -> list[Element]:
        """Return a style, the one it is based on, and so on."""
        line: list[Element] = []
        name = style if style is not None else self._usual.get(kind)
        while name is not None and len(line) < _DEEPEST:
            element = self._styles.get((kind, name))
            if element is None:
                break
            line.append(element)
            name = value(element.find(W + "basedOn"))
        return line


def coloured(shade: Element | None) -> bool:
    """Say whether a shading makes white text visible."""
    if shade is None:
        return False
    if (value(shade) or "clear") not in ("clear", "nil"):
        return True
    fill = shade.get(W + "fill") or "auto"
    return fill != "auto" and not is_white(fill)


def _properties(found: Element | None) -> _Properties:
    """Return what character properties say about what is seen."""
    said: _Properties = {}
    filled = ""
    for element in found if found is not None else ():
        name = _TELLING.get(str(element.tag))
        if name is None:
            continue
        if name in ("strike", "dstrike", "vanish"):
            said[name] = "1" if is_on(element) else "0"
        elif name == "specVanish" and is_on(element):
            said["vanish"] = "1"
        elif name in ("vertAlign", "sz", "position"):
            said[name] = value(element) or ""
        elif name == "color":
            said[name] = _letters(element)
        elif name == "textFill":
            filled = _filled(element)
        elif name == "rStyle":
            said["style"] = value(element) or ""
        elif name == "shd":
            said |= {"ground": "1", "fill": _fill(element) or ""} if coloured(element) else {}
        elif name == "highlight" and value(element) not in (None, "none", "white"):
            said |= {"ground": "1", "fill": _HIGHLIGHTS.get(value(element) or "", "")}
    return said | ({"color": filled} if filled else {})


def _letters(colour: Element) -> str:
    """Return the colour of letters; that of the paper by its name in the theme is white."""
    said = value(colour) or ""
    paper = colour.get(W + "themeColor") in _PAPER and colour.get(W + "themeShade") is None
    return "FFFFFF" if paper and len(said) != 6 else said


def _filled(fill: Element) -> str:
    """Return the colour that a filling of Word 2010 gives letters, "" where it is not told."""
    if fill.find(W14 + "noFill") is not None:
        return _CLEAR
    for colour in fill.iterfind(f"{W14}solidFill/*"):
        alpha = colour.find(W14 + "alpha")
        # This alpha says how much is let through.
        if alpha is not None and whole(alpha.get(W14 + "val"), 0, 10**6) >= _THROUGH:
            return _CLEAR
        said = colour.get(W14 + "val") or ""
        return said if colour.tag == W14 + "srgbClr" else "FFFFFF" if said in _PAPER else "auto"
    return ""


def _fill(shade: Element | None) -> str | None:
    """Return the colour of a shading without a pattern."""
    if shade is None or (value(shade) or "clear") not in ("clear", "nil"):
        return None
    return shade.get(W + "fill")


def _lift(said: str) -> int:
    """Return how far letters are moved up, in half points."""
    number = said.removeprefix("-")
    return whole(number, 0) * (-1 if said != number else 1)
