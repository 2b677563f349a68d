"""The kinds of elements that a web page is made of."""

from __future__ import annotations

from lxml.html import HtmlElement

# What holds no text that a page shows, whatever stands in it.
# fmt: off
DROPPED = frozenset(
    [
        "script", "style", "noscript", "noembed", "noframes", "template", "head", "meta", "link",
        "base", "object", "embed", "applet", "iframe", "frame", "svg", "canvas", "audio", "video",
        "map", "area", "select", "option", "input", "button", "textarea", "datalist", "progress",
        "meter", "img", "rt", "rp",
    ]
)
# What begins and ends a line.
BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
        "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
        "th", "thead", "tr", "ul", "caption",
    ]
)
# fmt: on

PICTURES = frozenset(["img", "canvas", "svg", "video"])
FRAMES = frozenset(["iframe", "frame", "object", "embed", "applet"])
FIELDS = frozenset(["input", "textarea", "select"])
# What can be passed by without another look.
UNSEEN = DROPPED - PICTURES - FRAMES - FIELDS - {"script"}

# MathML: the second part of these stands above or below the line.
_PARTS = {"msup": "above", "mover": "above", "msub": "below", "munder": "below", "mfrac": "under"}


def formula_place(element: HtmlElement) -> str:
    """Return where the second part of a formula stands, "" for all else."""
    parent = element.getparent()
    if parent is None or not isinstance(parent.tag, str) or parent.tag not in _PARTS:
        return ""
    return _PARTS[parent.tag] if len(parent) == 2 and parent[1] is element else ""


def is_folded(element: HtmlElement) -> bool:
    """Say whether only the heading of an element is seen until somebody opens it."""
    return element.tag == "details" and element.get("open") is None
