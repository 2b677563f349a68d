"""What the declarations of a style sheet mean: hidden, struck out, raised (CSS 2.2 and later)."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from parser.intake.web.elements import BLOCKS
from parser.intake.web.stylesheet import Declared

STRUCK_TAGS = frozenset(["del", "s", "strike"])
CELLS = frozenset(["table", "thead", "tbody", "tfoot", "tr", "td", "th"])
_ROWS = frozenset(["thead", "tbody", "tfoot", "tr"])
_NOUGHT = re.compile(r"[+-]?0*\.?0*(?:px|pt|em|rem|%|cm|mm|in)?")
_SIZE = re.compile(r"(-?\d*\.?\d+)(px|pt|em|rem|%|cm|mm|in)?")
_CLIPPED = re.compile(r"rect\((?:[01](?:px)?){4}\)")
_MOVES = re.compile(r"translate(?:3d|x|y)?\(([^()]*)\)")
_FADED = re.compile(r"opacity\(\s*(?:0*\.?0*|0?\.0\d*|[012]%|0*\.?0*%)\s*\)")
# Farther than this to the left or above nothing is on the screen, in pixels.
_AWAY = -900
# Letters off their line by less, in pixels, stand on it; smaller ones are a note's.
_RAISED, _SMALL = 3, 12
# Smaller than this no letter can be told, in pixels.
_SMALLEST = 2


def is_absent(element: HtmlElement, declared: Declared) -> bool:
    """Say whether the element takes no place on the page."""
    display = declared.get("display")
    if display is not None and display not in ("revert", "inherit"):
        return display == "none"
    if element.tag in _ROWS and declared.get("visibility") == "collapse":
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    if element.get("popover") is not None:
        return True
    return element.get("hidden") is not None


def is_gone(tag: str, declared: Declared) -> bool:
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
    if moved and any(_is_away(declared.get(side)) for side in ("left", "top", "right", "bottom")):
        return True
    if placed and any(_is_away(side) for side in declared.get("inset", "").split()):
        return True
    if any(_is_away(declared.get(side)) for side in ("margin-left", "margin-top")):
        return True
    if _FADED.search(declared.get("filter", "")) or _is_nought(declared.get("zoom")):
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
        return tag in BLOCKS and tag not in CELLS
    return display not in ("inline", "contents") and not display.startswith("table")


def _is_folded(declared: Declared) -> bool:
    if _is_away(declared.get("text-indent")) or _is_moved(declared):
        return True
    cut = [declared.get(name) for name in ("overflow", "overflow-x", "overflow-y")]
    sizes = (declared.get(side) for side in ("height", "max-height", "width", "max-width"))
    return any(said in ("hidden", "clip") for said in cut) and any(
        size and _NOUGHT.fullmatch(size) for size in sizes
    )


def _is_moved(declared: Declared) -> bool:
    """Say whether the element is drawn off the screen, edge on, or in no size."""
    transform = declared.get("transform", "")
    moves = [part for found in _MOVES.findall(transform) for part in found.split(",")]
    moves += declared.get("translate", "").split()
    shrunk = re.search(r"scale[xy]?\(\s*0*\.?0*\s*[,)]", transform) is not None
    shrunk = shrunk or any(map(_is_nought, declared.get("scale", "").split()))
    edge_on = re.search(r"rotate[xy]\(\s*-?90deg\s*\)", transform) is not None
    return shrunk or edge_on or any(_is_away(part.strip()) for part in moves)


def _is_nought(said: str | None) -> bool:
    found = _SIZE.fullmatch(said or "")
    return found is not None and float(found.group(1)) < (5 if found.group(2) == "%" else 0.05)


def _is_away(length: str | None) -> bool:
    found = _SIZE.fullmatch(length or "")
    return bool(found) and _pixels(found) <= _AWAY


def is_tiny(size: str | None, above: bool) -> bool:
    """Say whether letters of a size are too small to be seen; `above`: those around them are."""
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


def is_struck(tag: str, declared: Declared) -> bool:
    """Say whether the element draws a line through its text."""
    decoration = declared.get("text-decoration")
    return tag in STRUCK_TAGS if decoration is None else decoration == "line-through"


def is_island(declared: Declared) -> bool:
    """Say whether a line through the text around the element stops before it."""
    return declared.get("display", "").startswith("inline-") or declared.get("position") in (
        "absolute",
        "fixed",
    )


def height(tag: str, declared: Declared) -> int:
    """Return 1 for superscript, -1 for subscript, 0 for text on the line."""
    if tag in CELLS:
        return 0
    own = {"sup": "super", "sub": "sub"}.get(tag, "")
    said = declared.get("vertical-align", own)
    if said in ("super", "sub"):
        return 1 if said == "super" else -1
    small = _is_smaller(declared.get("font-size"))
    if small and said in ("top", "text-top"):
        return 1
    up = _raise(said)
    if small and declared.get("position") == "relative":
        up = up or -_raise(declared.get("top")) or _raise(declared.get("bottom"))
    return 0 if abs(up) < _RAISED else 1 if up > 0 else -1


def _raise(said: str | None) -> float:
    """Return a length in pixels, a share as that of a line; 0 where it is none."""
    found = _SIZE.fullmatch(said or "")
    return _pixels(found) * (0.016 if found.group(2) == "%" else 1) if found else 0.0


def _is_smaller(size: str | None) -> bool:
    """Say whether letters of this size are smaller than those around, as a note's are."""
    found = _SIZE.fullmatch(size or "")
    if found is None:
        return size in ("smaller", "xx-small", "x-small")
    if found.group(2) in ("em", "%"):
        return float(found.group(1)) < (90 if found.group(2) == "%" else 0.9)
    return _pixels(found) < _SMALL
