"""The kinds of elements that a web page is made of."""

from __future__ import annotations

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
