"""Equations of Word (Office Math) as the line of text that a reader sees."""

from __future__ import annotations

from collections.abc import Callable

from parser.intake.ooxml import Element, M, W
from parser.intake.word.looks import Look

_PROPERTIES = frozenset(M + name for name in ["rPr", "ctrlPr"])
_LINES = ("strikeH", "strikeBLTR", "strikeTLBR", "strikeV")


def equation_text(element: Element, written: Callable[[Element], str]) -> str:
    """Return the text of an equation; `written` gives that of one of its runs."""
    tag = str(element.tag)
    if tag == M + "r":
        return written(element)
    if tag in _PROPERTIES or tag.endswith("Pr"):
        return ""
    if tag in (W + "del", W + "moveFrom"):
        return Look(struck=True).seen(_inside(element, written))
    if tag == M + "sup":
        return Look(script=1).seen(_inside(element, written))
    if tag == M + "sub":
        return Look(script=-1).seen(_inside(element, written))
    if tag == M + "f":
        parts = [element.find(M + name) for name in ("num", "den")]
        return "/".join(_inside(p, written) for p in parts if p is not None)
    if tag == M + "borderBox" and any(
        _is_on(element.find(f"{M}borderBoxPr/{M}{name}")) for name in _LINES
    ):
        return Look(struck=True).seen(_inside(element, written))
    if tag == M + "phant" and not _is_on(element.find(f"{M}phantPr/{M}show"), True):
        return ""
    return _inside(element, written)


def _is_on(element: Element | None, absent: bool = False) -> bool:
    if element is None:
        return absent
    return element.get(M + "val", "1") not in ("0", "off", "false")


def _inside(element: Element, written: Callable[[Element], str]) -> str:
    return "".join(equation_text(child, written) for child in element)
