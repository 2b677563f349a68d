"""Equations of Word (Office Math) as the line of text that a reader sees."""

from __future__ import annotations

from collections.abc import Callable

from parser.intake.ooxml import Element, M, W
from parser.intake.word.looks import Look

_PROPERTIES = frozenset(M + name for name in ["rPr", "ctrlPr"])
# What parts the parts that stand above or beside each other.
_STACKS = {M + "m": "\n", M + "mr": " ", M + "eqArr": "\n"}
# The signs before and behind: the property that tells each, and the usual one.
_SIGNS = {
    M + "d": (("dPr/begChr", "("), ("dPr/endChr", ")")),
    M + "nary": (("naryPr/chr", "∫"), ("", "")),
    M + "rad": (("", "√"), ("", "")),
}
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
    if tag in (M + "sup", M + "deg") or (tag == M + "lim" and _is_above(element)):
        return Look(script=1).seen(_inside(element, written))
    if tag in (M + "sub", M + "lim"):
        return Look(script=-1).seen(_inside(element, written))
    if tag == M + "f":
        parts = [element.find(M + name) for name in ("num", "den")]
        return "/".join(_inside(p, written) for p in parts if p is not None)
    if tag in _STACKS:
        return _STACKS[tag].join(filter(None, (equation_text(e, written) for e in element)))
    if tag in _SIGNS:
        first, last = (_sign(element, *sign) for sign in _SIGNS[tag])
        return f"{first}{_inside(element, written)}{last}"
    if tag == M + "borderBox" and any(
        _is_on(element.find(f"{M}borderBoxPr/{M}{name}")) for name in _LINES
    ):
        return Look(struck=True).seen(_inside(element, written))
    if tag == M + "phant" and not _is_on(element.find(f"{M}phantPr/{M}show"), True):
        return ""
    return _inside(element, written)


def _sign(element: Element, property: str, usual: str) -> str:
    path = "/".join(M + name for name in property.split("/") if name)
    found = element.find(path) if path else None
    return found.get(M + "val") or "" if found is not None else usual


def _is_above(limit: Element) -> bool:
    parent = limit.getparent()
    return parent is not None and parent.tag == M + "limUpp"


def _is_on(element: Element | None, absent: bool = False) -> bool:
    if element is None:
        return absent
    return element.get(M + "val", "1") not in ("0", "off", "false")


def _inside(element: Element, written: Callable[[Element], str]) -> str:
    return "".join(equation_text(child, written) for child in element)
