"""How the parts of a page look: whether they are shown at all, struck out, or raised.

What a person at the screen does not see is no part of the page: CSS says so in many ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from lxml.html import HtmlElement
from tinycss2 import color3

from parser.intake.elements import BLOCKS
from parser.intake.shape import Shape
from parser.intake.strikes import lowered, raised, struck
from parser.intake.stylesheet import Declared, Linked, Stylesheet

Colour = tuple[float, float, float]

_STRUCK_TAGS = frozenset(["del", "s", "strike"])
_TELLING_TAGS = _STRUCK_TAGS | {"sup", "sub", "dialog"}
_TELLING_ATTRIBUTES = ("hidden", "style", "color", "bgcolor", "background", "text", "open")
_NOTHING_TOLD = (False, *(None for _ in _TELLING_ATTRIBUTES))
_CELLS = frozenset(["table", "thead", "tbody", "tfoot", "tr", "td", "th"])
# fmt: off
# Elements that hold the words of a text or table rather than parts of the page.
_WORDS = frozenset(
    [
        "p", "span", "font", "td", "th", "tr", "b", "strong", "i", "em", "u", "big", "small",
        "sub", "sup", "ins",
    ]
)
# fmt: on
_ROWS = frozenset(["thead", "tbody", "tfoot", "tr"])
_NOUGHT = re.compile(r"[+-]?0*\.?0*(?:px|pt|em|rem|%|cm|mm|in)?")
_SIZE = re.compile(r"(-?\d*\.?\d+)(px|pt|em|rem|%|cm|mm|in)?")
# Farther than this to the left or above nothing is on the screen, in pixels.
_AWAY = -900
# Smaller than this no letter can be told, in pixels.
_SMALLEST = 2
# Colours that differ by less in each channel are one to the eye.
_ALIKE = 0.04
_WHITE: Colour = (1.0, 1.0, 1.0)
_BLACK: Colour = (0.0, 0.0, 0.0)
_HEADINGS = re.compile(r"[一二三四五六]、")
_BARE_HEX = re.compile(r"[0-9a-f]{6}")
_LETTERS = re.compile(r"[0-9A-Za-z\u4e00-\u9fff]")
_CLIPPED = re.compile(r"rect\((?:[01](?:px)?){4}\)")
_STRING = re.compile(r"\"([^\"]*)\"|'([^']*)'|attr\(\s*([\w-]+)\s*\)")


@dataclass(frozen=True, slots=True)
class Style:
    """What an element hands down to what stands in it.

    `gone`: nothing inside can be seen; `visible` and `tiny` may be undone further in. `colour`
    and `ground` are red, green, blue from 0 to 1, None where they cannot be told; `painted` says
    that the page states the ground. `height` is 1 for superscript, -1 for subscript.
    """

    visible: bool = True
    gone: bool = False
    tiny: bool = False
    struck: bool = False
    height: int = 0
    colour: Colour | None = _BLACK
    ground: Colour | None = _WHITE
    painted: bool = False

    @property
    def shown(self) -> bool:
        """Say whether a person sees text of this style."""
        return (
            self.visible and not self.gone and not self.tiny and not _same(self.colour, self.ground)
        )

    def written(self, text: str) -> str:
        """Return a piece of text as it is seen: nothing, marked as struck out, raised, or plain."""
        if not text or self is PLAIN:
            return text
        if not self.shown:
            return ""
        if self.height:
            text = raised(text) if self.height > 0 else lowered(text)
        if self.struck and (core := text.strip()):
            before, after = text[: text.index(core)], text[text.index(core) + len(core) :]
            return before + struck(core) + after
        return text


PLAIN = Style()


class Look:
    """The looks of one page's elements, told from above to below."""

    def __init__(self, root: HtmlElement, shape: Shape, linked: Linked | None = None) -> None:
        self._root = root
        self._shape = shape
        self._sheet = Stylesheet(root, linked)
        self._headings: set[str] | None = None
        self._known: dict[tuple[object, ...], Style] = {}

    def under(self, element: HtmlElement, above: Style) -> Style | None:
        """Return the style of an element in one of style `above`; None where it is not there."""
        key: tuple[object, ...] | None = None
        if not self._sheet.speaks_of(element):
            get = element.attrib.get
            key = (element.tag in _TELLING_TAGS and element.tag, *map(get, _TELLING_ATTRIBUTES))
            if key == _NOTHING_TOLD and not self._sheet.partial:
                return above
            # Without a sheet the style is the same wherever the same attributes stand.
            key = (*key, element.tag, self._unsure_ground(element, above), above)
            if key in self._known:
                return self._known[key]
        declared = self._sheet.declared(element)
        if _is_absent(element, declared):
            return above if self._counts(element) else None
        style = self._changed(element, declared, above)
        if above.shown and not style.shown:
            return above if self._counts(element) else style
        if key is not None:
            self._known[key] = style
        return style

    def generated(self, element: HtmlElement, at: str) -> str:
        """Return the words and figures that a style sheet puts "before" or "after" the content."""
        declared = self._sheet.generated(element).get(at)
        if not declared or _is_absent(element, declared):
            return ""
        if declared.get("visibility") == "hidden" or _is_gone("", declared):
            return ""
        if _is_tiny(declared.get("font-size"), False):
            return ""
        parts = _STRING.findall(declared.get("content", ""))
        text = "".join(one or two or (element.get(name) or "") for one, two, name in parts)
        return text if _LETTERS.search(text) else ""

    def _changed(self, element: HtmlElement, declared: Declared, above: Style) -> Style:
        tag = str(element.tag)
        visibility = declared.get("visibility", "inherit")
        style = replace(
            above,
            visible=above.visible
            if visibility in ("inherit", "unset")
            else visibility not in ("hidden", "collapse"),
            gone=above.gone or _is_gone(tag, declared),
            tiny=_is_tiny(declared.get("font-size"), above.tiny),
            struck=_is_struck(tag, declared) or (above.struck and not _is_island(declared)),
            height=above.height or _height(tag, declared),
        )
        return self._coloured(element, declared, style)

    def _coloured(self, element: HtmlElement, declared: Declared, style: Style) -> Style:
        colour, ground = style.colour, style.ground
        if self._unsure_ground(element, style):
            ground = None
        told = declared.get("background-color", element.get("bgcolor", ""))
        painted = style.painted or bool(told)
        if told:
            ground = _ground(told, ground)
        pictured = declared.get("background-image") == "url" or element.get("background")
        if pictured:
            ground = None
        told = declared.get("color", element.get("text" if element.tag == "body" else "color", ""))
        found = _colour(told) if told else None
        if found:
            colour = found[0] if painted or self._on_paper(element) else None
            if found[1] <= _ALIKE and not pictured:
                return replace(style, gone=True)
        return replace(style, colour=colour, ground=ground, painted=painted)

    def _on_paper(self, element: HtmlElement) -> bool:
        """Say whether the element's text stands on the bare page, as no ground is stated.

        Menus and banners are white on a picture or colour that the page says somewhere else.
        """
        own = element.tag == "font" or "color" in (element.get("style") or "")
        return element.tag in _WORDS and (own or not self._sheet.partial)

    def _unsure_ground(self, element: HtmlElement, style: Style) -> bool:
        """Say whether a style sheet that is not here may colour this part of a table."""
        return (
            self._sheet.partial
            and style.ground is not None
            and element.tag in _CELLS
            and (element.get("class") is not None or element.get("id") is not None)
        )

    def _counts(self, element: HtmlElement) -> bool:
        """Say whether the element is read though hidden: a script will show it.

        It holds most of the page's text, or a part of the report that stands nowhere else.
        """
        if self._shape.share(element) >= 0.5:
            return True
        if not self._shape.is_headed(element):
            return False
        if self._headings is None:
            self._headings = set(_headings(self._shown(self._root)))
        own = set(_headings(e for e in element.iter() if isinstance(e.tag, str)))
        return bool(own - self._headings)

    def _shown(self, root: HtmlElement) -> Iterator[HtmlElement]:
        pending = [root]
        while pending:
            element = pending.pop()
            if not isinstance(element.tag, str):
                continue
            hidden = _is_absent(element, self._sheet.declared(element))
            if not hidden or self._shape.share(element) >= 0.5:
                yield element
                pending.extend(element)


def _headings(elements: Iterator[HtmlElement]) -> Iterator[str]:
    for element in elements:
        for text in (element.text, *(child.tail for child in element)):
            if text and (found := _HEADINGS.match(text.strip())):
                yield found[0]


def _is_absent(element: HtmlElement, declared: Declared) -> bool:
    """Say whether the element takes no place on the page."""
    display = declared.get("display")
    if display is not None and display not in ("revert", "inherit"):
        return display == "none"
    if element.tag in _ROWS and declared.get("visibility") == "collapse":
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    return element.get("hidden") is not None


def _is_gone(tag: str, declared: Declared) -> bool:
    """Say whether nothing in the element can be seen, whatever stands further in."""
    if not declared:
        return False
    opacity = _SIZE.fullmatch(declared.get("opacity", ""))
    if opacity and float(opacity.group(1)) <= (2 if opacity.group(2) else 0.02):
        return True
    if declared.get("content-visibility") == "hidden":
        return True
    placed = declared.get("position") in ("absolute", "fixed")
    moved = placed or declared.get("position") == "relative"
    if moved and any(_is_away(declared.get(side)) for side in ("left", "top")):
        return True
    if placed and _CLIPPED.match(re.sub(r"[\s,]", "", declared.get("clip", ""))):
        return True
    if re.match(r"inset\((?:50|100)%\)|circle\(0", declared.get("clip-path", "")):
        return True
    return (placed or _is_boxed(tag, declared)) and _is_folded(declared)


def _is_boxed(tag: str, declared: Declared) -> bool:
    """Say whether the element has a size of its own: a cell or a word in a line has none."""
    display = declared.get("display")
    if display is None:
        return tag in BLOCKS and tag not in _CELLS
    return display not in ("inline", "contents") and not display.startswith("table")


def _is_folded(declared: Declared) -> bool:
    if _is_away(declared.get("text-indent")) or "scale(0)" in declared.get("transform", ""):
        return True
    sizes = (declared.get(side) for side in ("height", "max-height", "width", "max-width"))
    return declared.get("overflow") in ("hidden", "clip") and any(
        size and _NOUGHT.fullmatch(size) for size in sizes
    )


def _is_away(length: str | None) -> bool:
    found = _SIZE.fullmatch(length or "")
    return bool(found) and _pixels(found) <= _AWAY


def _is_tiny(size: str | None, above: bool) -> bool:
    if not size:
        return above
    found = _SIZE.fullmatch(size)
    if not found:
        return above if size in ("inherit", "unset", "smaller", "larger") else False
    if found.group(2) in ("em", "%"):
        return above or float(found.group(1)) == 0
    return _pixels(found) < _SMALLEST


def _pixels(found: re.Match[str]) -> float:
    scale = {"pt": 4 / 3, "em": 16, "rem": 16, "cm": 37.8, "mm": 3.78, "in": 96, "%": 10}
    return float(found.group(1)) * scale.get(found.group(2), 1)


def _is_struck(tag: str, declared: Declared) -> bool:
    decoration = declared.get("text-decoration")
    return tag in _STRUCK_TAGS if decoration is None else decoration == "line-through"


def _is_island(declared: Declared) -> bool:
    """Say whether a line through the text around the element stops before it."""
    return declared.get("display", "").startswith("inline-") or declared.get("position") in (
        "absolute",
        "fixed",
    )


def _height(tag: str, declared: Declared) -> int:
    if tag in _CELLS:
        return 0
    own = {"sup": "super", "sub": "sub"}.get(tag, "")
    return {"super": 1, "sub": -1}.get(declared.get("vertical-align", own), 0)


def _same(one: Colour | None, two: Colour | None) -> bool:
    if one is None or two is None:
        return False
    return all(abs(a - b) < _ALIKE for a, b in zip(one, two, strict=True))


def _ground(told: str, behind: Colour | None) -> Colour | None:
    """Return the colour behind the letters where a background of this value is before `behind`."""
    found = next((c for word in _words(told) if (c := _colour(word))), None)
    if found is None or found[1] <= _ALIKE:
        return behind
    return found[0] if found[1] >= 1 - _ALIKE else None


def _words(value: str) -> list[str]:
    return [value, *re.findall(r"#\w+|[a-z]+\([^)]*\)|[a-z]+", value)]


@cache
def _colour(told: str) -> tuple[Colour, float] | None:
    """Return a colour and how dense it is, 0 to 1; None where the value is none."""
    told = told.strip().lower()
    found = color3.parse_color("#" + told if _BARE_HEX.fullmatch(told) else told)
    if found is None or isinstance(found, str):
        return None
    return (found.red, found.green, found.blue), found.alpha
