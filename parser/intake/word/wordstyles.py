"""How the text of a Word document looks: its own properties and all that it inherits.

After ECMA-376 part 1, 17.7: what a run says itself goes before its style, that before the
paragraph's, that before the table's; properties that are switched on and off by styles combine
by counting (17.7.3). A style goes back to the one that it is based on.
"""

from __future__ import annotations

from typing import NamedTuple

from parser.intake.ooxml import Element, W, is_on, value, whole
from parser.intake.word.looks import Look, is_white

# Each style's `basedOn`, and no further: a circle of styles has no end.
_DEEPEST = 20
_TOGGLES = ("strike", "vanish")
# In half points: what is smaller than this is a speck.
_SPECK = 4
# The properties that say what is seen, by their tags.
_TELLING = {
    W + name: name
    for name in (*_TOGGLES, "dstrike", "vertAlign", "color", "sz", "rStyle", "shd", "highlight")
}
_SCRIPTS = {"superscript": 1, "subscript": -1}

_Properties = dict[str, str]


class Ground(NamedTuple):
    """What a paragraph stands on: its style, its table's style, whether the paper is coloured."""

    paragraph: str | None = None
    table: str | None = None
    coloured: bool = False


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
        pale = is_white(nearest.get("color")) and not (ground.coloured or "ground" in nearest)
        speck = whole(nearest.get("sz"), _SPECK) < _SPECK
        return Look(
            hidden=on["vanish"] or pale or speck,
            struck=on["strike"] or nearest.get("dstrike") == "1",
            script=_SCRIPTS.get(nearest.get("vertAlign", ""), 0),
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
    for element in found if found is not None else ():
        name = _TELLING.get(str(element.tag))
        if name is None:
            continue
        if name in ("strike", "dstrike", "vanish"):
            said[name] = "1" if is_on(element) else "0"
        elif name in ("vertAlign", "color", "sz"):
            said[name] = value(element) or ""
        elif name == "rStyle":
            said["style"] = value(element) or ""
        elif name == "shd":
            said |= {"ground": "1"} if coloured(element) else {}
        elif name == "highlight" and value(element) not in (None, "none", "white"):
            said["ground"] = "1"
    return said
