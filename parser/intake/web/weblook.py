"""How the parts of a web page look: whether they are shown at all, struck out, or raised.

What a person at the screen does not see is no part of the page: CSS says so in many ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from parser.intake.strikes import lowered, raised, struck
from parser.intake.web.colours import ALIKE, BLACK, WHITE, Colour, colour_of, painted_over, same
from parser.intake.web.hiding import (
    CELLS,
    STRUCK_TAGS,
    height,
    is_absent,
    is_gone,
    is_island,
    is_struck,
    is_tiny,
)
from parser.intake.web.shape import Shape
from parser.intake.web.stylesheet import Declared, Linked, Stylesheet

_TELLING_TAGS = STRUCK_TAGS | {"sup", "sub", "dialog"}
_TELLING_ATTRIBUTES = (
    *("hidden", "style", "color", "bgcolor", "background", "text", "open", "popover"),
)
_TELLING = frozenset(_TELLING_ATTRIBUTES)
# fmt: off
# Elements that hold the words of a text or table rather than parts of the page.
_WORDS = frozenset(
    [
        "p", "span", "font", "td", "th", "tr", "b", "strong", "i", "em", "u", "big", "small",
        "sub", "sup", "ins", "input", "textarea",
    ]
)
# fmt: on
# A box of one of these kinds begins and ends a line, or a place of its own.
_APART = ("block", "flex", "grid", "table", "list-item", "flow-root")
_HEADINGS = re.compile(r"[一二三四五六]、")
_LETTERS = re.compile(r"[0-9A-Za-z\u4e00-\u9fff]")
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
    colour: Colour | None = BLACK
    ground: Colour | None = WHITE
    painted: bool = False

    @property
    def shown(self) -> bool:
        """Say whether a person sees text of this style."""
        return (
            self.visible and not self.gone and not self.tiny and not same(self.colour, self.ground)
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
            told = element.tag in _TELLING_TAGS or not _TELLING.isdisjoint(element.keys())
            if not told and not self._sheet.partial:
                return above
            # Without a sheet the style is the same wherever the same attributes stand.
            attributes = tuple(map(element.get, _TELLING_ATTRIBUTES)) if told else ()
            key = (attributes, element.tag, self._unsure_ground(element, above), above)
            if key in self._known:
                return self._known[key]
        declared = self._sheet.declared(element)
        if is_absent(element, declared):
            return above if self._counts(element) else None
        style = self._changed(element, declared, above)
        if above.shown and not style.shown:
            return above if self._counts(element) else style
        if key is not None:
            self._known[key] = style
        return style

    def generated(self, element: HtmlElement, at: str) -> str:
        """Return the words and figures that a style sheet puts "before" or "after" the content."""
        if not (inserted := self._sheet.generated(element)):
            return ""
        declared = inserted.get(at)
        if not declared or is_absent(element, declared):
            return ""
        if declared.get("visibility") == "hidden" or is_gone("", declared):
            return ""
        if is_tiny(declared.get("font-size"), False):
            return ""
        parts = _STRING.findall(declared.get("content", ""))
        text = "".join(one or two or (element.get(name) or "") for one, two, name in parts)
        return text if _LETTERS.search(text) else ""

    def is_apart(self, element: HtmlElement) -> bool:
        """Say whether an element stands on a line or in a place of its own by its style."""
        declared = self._sheet.declared(element)
        if declared.get("display", "").startswith(_APART):
            return True
        if declared.get("float") in ("left", "right"):
            return True
        if declared.get("position") in ("absolute", "fixed"):
            return True
        parent = element.getparent()
        around = self._sheet.declared(parent).get("display", "") if parent is not None else ""
        return around.endswith(("flex", "grid"))

    def _changed(self, element: HtmlElement, declared: Declared, above: Style) -> Style:
        tag = str(element.tag)
        visibility = declared.get("visibility", "inherit")
        style = replace(
            above,
            visible=above.visible
            if visibility in ("inherit", "unset")
            else visibility not in ("hidden", "collapse"),
            gone=above.gone or is_gone(tag, declared),
            tiny=is_tiny(declared.get("font-size"), above.tiny),
            struck=is_struck(tag, declared) or (above.struck and not is_island(declared)),
            height=above.height or height(tag, declared),
        )
        return self._coloured(element, declared, style)

    def _coloured(self, element: HtmlElement, declared: Declared, style: Style) -> Style:
        colour, ground = style.colour, style.ground
        if self._unsure_ground(element, style):
            ground = None
        told = declared.get("background-color", element.get("bgcolor", ""))
        painted = style.painted or bool(told)
        if told:
            ground = painted_over(told, ground)
        pictured = declared.get("background-image") == "url" or element.get("background")
        if pictured:
            ground = None
        named = element.get("text" if element.tag == "body" else "color", "")
        told = declared.get("letters") or declared.get("color", named)
        found = colour_of(told) if told else None
        if found:
            colour = found[0] if painted or self._on_paper(element) else None
            if found[1] <= ALIKE and not pictured:
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
            and element.tag in CELLS
            and (element.get("class") is not None or element.get("id") is not None)
        )

    def _counts(self, element: HtmlElement) -> bool:
        """Say whether the element is read though hidden: a script will show it.

        It holds most of the page's text, and not as words of a line, or a part of the report that
        stands nowhere else.
        """
        if self._is_bulk(element):
            return True
        if not self._shape.is_headed(element):
            return False
        if self._headings is None:
            self._headings = set(_headings(self._shown(self._root)))
        own = set(_headings(e for e in element.iter() if isinstance(e.tag, str)))
        return bool(own - self._headings)

    def _is_bulk(self, element: HtmlElement) -> bool:
        """Say whether an element holds most of the page's text and is more than words of a line."""
        return self._shape.share(element) >= 0.5 and element.tag not in _WORDS

    def _shown(self, root: HtmlElement) -> Iterator[HtmlElement]:
        pending = [root]
        while pending:
            element = pending.pop()
            if not isinstance(element.tag, str):
                continue
            hidden = is_absent(element, self._sheet.declared(element))
            if not hidden or self._is_bulk(element):
                yield element
                pending.extend(element)


def _headings(elements: Iterator[HtmlElement]) -> Iterator[str]:
    for element in elements:
        for text in (element.text, *(child.tail for child in element)):
            if text and (found := _HEADINGS.match(text.strip())):
                yield found[0]
