"""How the text of an OpenDocument file looks: the styles of its passages and what they inherit.

After OpenDocument 1.3 part 3, chapter 16: a style adds to its parent's properties; a passage's
own style goes before that of the paragraph around it.
"""

from __future__ import annotations

import re

from parser.intake.ooxml import Element
from parser.intake.sheets.cellcolours import alike
from parser.intake.word.looks import Look, is_white

_URN = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE = (_URN + name + ":1.0}" for name in ("office", "text", "table"))
STYLE, DRAW = (_URN + name + ":1.0}" for name in ("style", "drawing"))
FO, SVG = (_URN + name + "-compatible:1.0}" for name in ("xsl-fo", "svg"))
_DEEPEST = 20
_POINTS, _SPECK = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)pt"), 2
_POSITION = re.compile(r"(super|sub|-?[\d.]+)")

Properties = dict[str, str]


class OdtStyles:
    """The styles of one document, those of its parts together."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Element] = {}
        self._resolved: dict[tuple[str, str], Properties] = {}
        for root in roots:
            for style in root.iter(STYLE + "style") if root is not None else ():
                family, name = style.get(STYLE + "family"), style.get(STYLE + "name")
                self._styles[family or "", name or ""] = style
            for style in root.iter(STYLE + "default-style") if root is not None else ():
                self._defaults[style.get(STYLE + "family") or ""] = style

    def of(self, family: str, name: str | None) -> Properties:
        """Return what a style says of what is seen, its parents' words included."""
        key = (family, name or "")
        if key not in self._resolved:
            line: list[Element] = []
            style = self._styles.get(key)
            while style is not None and len(line) < _DEEPEST:
                line.append(style)
                style = self._styles.get((family, style.get(STYLE + "parent-style-name") or ""))
            default = self._defaults.get(family)
            found: Properties = {}
            for style in [*line, *([default] if default is not None else [])]:
                found = _properties(style) | found
            self._resolved[key] = found
        return self._resolved[key]


def look(said: Properties, coloured: bool) -> Look:
    """Return the look of a passage; `coloured`: it does not stand on white paper."""
    position = _POSITION.match(said.get("text-position", ""))
    script = {"super": 1.0, "sub": -1.0}.get(position[1]) if position else 0.0
    if script is None and position:
        script = float(position[1]) if position[1].count(".") < 2 else 0.0
    colour = said.get("color", "").removeprefix("#")
    behind = said.get("ground") or said.get("paper")
    white = is_white(colour)
    return Look(
        hidden=said.get("display") == "none"
        or (white and not (coloured or "ground" in said))
        or alike(colour, behind)
        or _is_speck(said.get("font-size", "")),
        struck=any(
            said.get(name, "none") != "none"
            for name in ("text-line-through-style", "text-line-through-type")
        ),
        script=(script or 0) > 0 or -((script or 0) < 0),
    )


def _is_speck(size: str) -> bool:
    """Say whether letters of a size are too small to be seen; a share is not."""
    found = _POINTS.fullmatch(size)
    return found is not None and float(found[1]) < _SPECK


def is_coloured(said: Properties) -> bool:
    """Say whether what has these properties is not as white as paper."""
    return "ground" in said or "paper" in said


def _properties(style: Element) -> Properties:
    said: Properties = {}
    for group in style:
        is_text = group.tag == STYLE + "text-properties"
        for key, value in group.attrib.items():
            name = str(key).rpartition("}")[2]
            if name == "background-color":
                if value != "transparent" and not is_white(str(value).removeprefix("#")):
                    said["ground" if is_text else "paper"] = str(value).removeprefix("#")
            elif group.tag == STYLE + "table-properties" and key == TABLE + "display":
                said["sheet"] = "shown" if value == "true" else "hidden"
            elif is_text and name in _SEEN:
                said[name] = str(value)
    return said


_SEEN = (
    "text-line-through-style",
    "text-line-through-type",
    "text-position",
    "display",
    "color",
    "font-size",
)
