"""Style sheets of a page: which declarations hold for which element, after the cascade.

Sheets are parsed by tinycss2 and matched by cssselect2; the order of precedence is that of CSS
Cascading and Inheritance 4: importance, then the element's own style, specificity, order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import cssselect2  # pyright: ignore[reportMissingTypeStubs]
import tinycss2
from lxml import etree
from lxml.html import HtmlElement

# Property → value in lower case; of `background`, `font` and `text-decoration` the parts.
Declared = dict[str, str]
# What a linked style sheet holds, by its address; None where it was not saved with the page.
Linked = Callable[[str], str | None]

# fmt: off
_PROPERTIES = frozenset(
    [
        "display", "visibility", "opacity", "font", "font-size", "color", "background",
        "background-color", "background-image", "text-decoration", "text-decoration-line",
        "vertical-align", "position", "left", "top", "text-indent", "height", "max-height",
        "width", "max-width", "overflow", "clip", "clip-path", "transform", "content",
        "content-visibility", "right", "bottom", "inset", "margin-left", "margin-top", "translate",
        "scale", "filter", "overflow-x", "overflow-y", "zoom", "float",
        "-webkit-text-decoration", "-webkit-text-fill-color",
    ]
)
# fmt: on
_TELLING = re.compile("|".join(sorted(_PROPERTIES)), re.I)
_DISPLAYS = re.compile(r"none|inherit|initial|unset|revert|contents|(?:inline|block|table|flex|grid"
                       r"|list-item|flow|run-in|ruby|-webkit-)[\w -]*")  # fmt: skip
_VISIBILITIES = frozenset(
    ["visible", "hidden", "collapse", "inherit", "initial", "unset", "revert"]
)
_IMAGE = re.compile(r"url\(|gradient\(|image\(|image-set\(")
_FONT_SIZE = re.compile(r"(?:^|\s)(0|\d*\.?\d+(?:px|pt|em|rem|%|cm|mm|in|vw|vh|ex|ch))(?=[\s/]|$)")
# Semicolons that part no declarations, comments, escapes: for the whole parser.
_TANGLED = re.compile(r"[(\"'][^)\"';]*;|/\*|\\|[{}@]")
# Characters of style sheets that are looked at; no honest page has so many.
_MOST = 2_000_000
# A page is seen on a screen of this width, in CSS pixels.
_SCREEN = 1366
_FEATURE = re.compile(r"\(\s*([\w-]+)\s*(?::\s*([^)]*?)\s*)?\)")
_RANGE = re.compile(r"\(\s*(?:([\d.]+\w*)\s*([<>]=?)\s*)?width\s*(?:([<>]=?)\s*([\d.]+\w*)\s*)?\)")
_VARIABLE = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]*)")
_USE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)")
_LENGTH = re.compile(r"(-?\d*\.?\d+)(px|em|rem)?")
_EM = 16

# It comes without types.
_CSSSELECT: Any = cssselect2

_NOTHING: Mapping[str, Declared] = {}
_Weighed = tuple[str, str, bool]


class Stylesheet:
    """All style that one page states: its sheets and its elements' own."""

    def __init__(self, root: HtmlElement, linked: Linked | None = None) -> None:
        self.partial = False  # a linked sheet was not saved with the page
        self._found: dict[HtmlElement, list[tuple[_Weighed, ...]]] = {}
        self._generated: dict[HtmlElement, dict[str, Declared]] = {}
        sheets = _settled(list(self._sheets(root, linked)))
        if sum(map(len, sheets)) > _MOST:
            self.partial = True
        elif sheets:
            self._match(root, sheets)

    def speaks_of(self, element: HtmlElement) -> bool:
        """Say whether a rule of a sheet chooses the element."""
        return element in self._found

    def declared(self, element: HtmlElement) -> Declared:
        """Return what holds for the element; an empty dictionary where nothing telling does."""
        style = element.get("style")
        own = _inline(style) if style else ()
        found = self._found.get(element)
        if not found:
            return _cascaded([own]) if own else {}
        return _cascaded([*found, own])

    def generated(self, element: HtmlElement) -> Mapping[str, Declared]:
        """Return what holds for what a sheet puts into the element: "before" and "after" it."""
        return self._generated.get(element, _NOTHING)

    def _sheets(self, root: HtmlElement, linked: Linked | None) -> Iterator[str]:
        for element in root.iter("style", "link"):
            media = (element.get("media") or "").lower()
            if element.tag == "style":
                css = (element.get("type") or "text/css").lower() == "text/css"
                if element.text and css and _on_screen(media):
                    yield element.text
                continue
            relation = (element.get("rel") or "").lower().split()
            if "stylesheet" not in relation or "alternate" in relation or not _on_screen(media):
                continue
            text = linked((element.get("href") or "").strip()) if linked else None
            if text is None:
                self.partial = True
            else:
                yield text

    def _match(self, root: HtmlElement, sheets: Sequence[str]) -> None:
        matcher: Any = _CSSSELECT.Matcher()
        chosen = [rule for sheet in sheets for rule in _compiled(sheet)]
        if not chosen:
            return
        for selector, found in chosen:
            matcher.add_selector(selector, found)
        concerned = _concerned(root, [selector for selector, _ in chosen])
        pending: list[Any] = [_CSSSELECT.ElementWrapper.from_html_root(root)]
        while pending:
            wrapper = pending.pop()
            element: HtmlElement = wrapper.etree_element
            if element not in concerned:
                continue
            pending.extend(wrapper.iter_children())
            inserted: dict[str, list[tuple[_Weighed, ...]]] = {}
            for _, _, pseudo, found in matcher.match(wrapper):
                if pseudo is None:
                    self._found.setdefault(element, []).append(found)
                elif pseudo in ("before", "after"):
                    inserted.setdefault(pseudo, []).append(found)
            if inserted:
                self._generated[element] = {at: _cascaded(all_) for at, all_ in inserted.items()}


def _concerned(root: HtmlElement, selectors: Sequence[Any]) -> set[HtmlElement]:
    """Return the elements that a selector may choose by what it names, and all around them."""
    ids = {selector.id for selector in selectors}
    classes = {selector.class_name for selector in selectors if selector.id is None}
    others = [s for s in selectors if s.id is None and s.class_name is None]
    tags = {selector.lower_local_name for selector in others}
    found: set[HtmlElement] = set()
    for element in root.iter(etree.Element):
        named = (
            None in tags
            or str(element.tag).rpartition("}")[2].lower() in tags
            or element.get("id", "") in ids
            or not classes.isdisjoint(element.get("class", "").split())
        )
        around: HtmlElement | None = element if named else None
        while around is not None and around not in found:
            found.add(around)
            around = around.getparent()
    return found


@lru_cache(maxsize=16)
def _compiled(sheet: str) -> tuple[tuple[Any, tuple[_Weighed, ...]], ...]:
    """Return a sheet's selectors with what they declare; all pages of a site have the same."""
    compiled: list[tuple[Any, tuple[_Weighed, ...]]] = []
    for prelude, found in _rules(sheet):
        try:
            selectors: Any = _CSSSELECT.compile_selector_list(prelude)
        except cssselect2.SelectorError:
            continue  # a browser drops the whole rule, too
        compiled += ((selector, found) for selector in selectors)
    return tuple(compiled)


@lru_cache(maxsize=4096)
def _inline(style: str) -> tuple[_Weighed, ...]:
    """Return the telling declarations of a `style` attribute; pages repeat a few of them."""
    if not _TELLING.search(style):
        return ()
    if _TANGLED.search(style):
        return tuple(_declarations(tinycss2.parse_blocks_contents(style)))
    found: list[_Weighed] = []
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        if name in _PROPERTIES and name != "content":
            value, bang, word = value.strip().lower().partition("!")
            if not bang or word.strip() == "important":
                found += ((*part, bool(bang)) for part in _longhands(name, value.strip()))
    return tuple(found)


def _cascaded(found: Sequence[tuple[_Weighed, ...]]) -> Declared:
    result: Declared = {}
    for important in (False, True):
        for rule in found:
            for name, value, weighty in rule:
                if weighty == important:
                    result[name] = value
    return result


def _rules(sheet: str) -> Iterator[tuple[Any, tuple[_Weighed, ...]]]:
    """Yield the selectors and telling declarations of a sheet's rules that hold on a screen."""
    pending: list[Any] = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    pending.reverse()
    while pending:
        rule = pending.pop()
        if rule.type == "qualified-rule":
            nodes: list[Any] = tinycss2.parse_blocks_contents(rule.content)
            found = tuple(_declarations(nodes))
            if found:
                yield rule.prelude, found
            pending.extend(_nested(rule, n) for n in reversed(nodes) if n.type == "qualified-rule")
        elif rule.type == "at-rule" and rule.content is not None:
            words = tinycss2.serialize(rule.prelude).strip().lower()
            holds = {
                "media": _on_screen(words),
                "supports": not words.startswith("not"),
                "layer": True,
            }
            if holds.get(rule.lower_at_keyword, False):
                inner: list[Any] = tinycss2.parse_rule_list(
                    rule.content, skip_comments=True, skip_whitespace=True
                )
                pending.extend(reversed(inner))


def _nested(outer: Any, rule: Any) -> Any:
    """Return a rule that stands in another as one for the whole page (CSS Nesting 1)."""
    around = f":is({tinycss2.serialize(outer.prelude).strip()})"
    own = tinycss2.serialize(rule.prelude).strip()
    chosen = own.replace("&", around) if "&" in own else f"{around} {own}"
    return tinycss2.parse_one_rule(f"{chosen}{{{tinycss2.serialize(rule.content)}}}")


def _settled(sheets: list[str]) -> list[str]:
    """Return the sheets with their variables put in, those that have one value all over."""
    if not any("var(" in sheet for sheet in sheets):
        return sheets
    said: dict[str, set[str]] = {}
    for sheet in sheets:
        for name, value in _VARIABLE.findall(sheet):
            said.setdefault(name, set()).add(value.strip())
    values = {name: next(iter(all_)) for name, all_ in said.items() if len(all_) == 1}
    return [_USE.sub(lambda use: values.get(use[1], use[0]), sheet) for sheet in sheets]


def _declarations(nodes: Sequence[Any]) -> Iterator[_Weighed]:
    for node in nodes:
        if node.type != "declaration" or node.lower_name not in _PROPERTIES:
            continue
        name = node.lower_name
        value = tinycss2.serialize(node.value).strip()
        for part, meant in _longhands(name, value if name == "content" else value.lower()):
            yield part, meant, node.important


def _longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield the single properties that a declaration sets; nothing for one that is not valid."""
    if "var(" in value or ("\\" in value and name != "content"):
        return
    if name == "display" and not _DISPLAYS.fullmatch(value):
        return
    if name == "visibility" and value not in _VISIBILITIES:
        return
    if name == "-webkit-text-fill-color":
        yield "letters", value
    elif name in ("text-decoration", "text-decoration-line", "-webkit-text-decoration"):
        yield "text-decoration", "line-through" if "line-through" in value else "none"
    elif name == "background":
        yield "background-image", "url" if _IMAGE.search(value) else "none"
        yield "background-color", value
    elif name == "background-image":
        yield name, "url" if _IMAGE.search(value) else "none"
    elif name == "font":
        size = _FONT_SIZE.search(value)
        if size:
            yield "font-size", size.group(1)
    else:
        yield name, value


def _on_screen(media: str) -> bool:
    """Say whether a list of media queries holds for a wide screen."""
    return not media.strip() or any(_holds(query.strip()) for query in media.split(","))


def _holds(query: str) -> bool:
    opposite = query.startswith("not ")
    query = _RANGE.sub(_bounds, query.removeprefix("not ").removeprefix("only ").strip())
    kind = query.split(" ")[0] if not query.startswith("(") else "all"
    holds = kind in ("all", "screen") and all(
        _has(found.group(1), found.group(2) or "") for found in _FEATURE.finditer(query)
    )
    return holds != opposite


def _bounds(told: re.Match[str]) -> str:
    """Return a range of widths in the older words (Media Queries 4, 2.4.3)."""
    low, first, second, high = told.groups()
    parts = [("max" if ">" in first else "min", low)] if first else []
    parts += [("min" if ">" in second else "max", high)] if second else []
    return " and ".join(f"({side}-width: {length})" for side, length in parts) or told[0]


def _has(feature: str, value: str) -> bool:
    length = _LENGTH.fullmatch(value)
    if feature in ("min-width", "min-device-width", "max-width", "max-device-width") and length:
        pixels = float(length.group(1)) * (1 if length.group(2) in ("px", None) else _EM)
        return pixels <= _SCREEN if feature.startswith("min") else pixels >= _SCREEN
    if feature == "orientation":
        return value == "landscape"
    return feature in ("min-height", "min-resolution", "hover", "color")
