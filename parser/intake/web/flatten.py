"""Takes the needless depth out of a page before it is parsed.

lxml drops text from a nesting depth of 255 on without a word. Wrappers that lie deeper than any
honest page become mere line breaks; their text stays. One pass, linear in the page's length.
"""

from __future__ import annotations

import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)\b[^<>]*?(/?)>")
# fmt: off
_VOID = frozenset(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "o:p",
    ]
)
# fmt: on
# Elements that a browser closes by itself when the next of their kind begins.
_IMPLIED = frozenset(["p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot"])
# fmt: off
_INLINE = frozenset(
    [
        "a", "abbr", "acronym", "b", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
        "i", "ins", "kbd", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "tt", "u", "var",
    ]
)
# fmt: on
_STRUCTURE = frozenset(["table", "tbody", "thead", "tr", "td", "th", "p", "caption"])
# Wrappers lie deeper than this in no honest page; tables may, as long as lxml keeps them.
_DEEP = 150
_DEEPEST = 230
_LOOK_BACK = 40


def flattened(source: str) -> str:
    """Return the page with its elements nested at most `_DEEPEST` deep; an honest page as it is."""
    stack: list[tuple[str, bool]] = []
    depth = 0
    pieces: list[str] = []
    done = 0
    for tag in _TAG.finditer(source):
        closing, name = tag.group(1), tag.group(2).lower()
        if name in _VOID or tag.group(3):
            continue
        limit = _DEEPEST if name in _STRUCTURE else _DEEP
        if not closing:
            if name in _IMPLIED and stack and stack[-1][0] == name:
                depth -= not stack.pop()[1]
            dropped = depth >= limit
            stack.append((name, dropped))
            depth += not dropped
        elif stack and stack[-1][0] == name:
            dropped = stack.pop()[1]
            depth -= not dropped
        elif any(entry[0] == name for entry in stack[-_LOOK_BACK:]):
            while stack[-1][0] != name:
                depth -= not stack.pop()[1]
            dropped = stack.pop()[1]
            depth -= not dropped
        else:
            # A closing tag of nothing that is open: harmless above, meaningless below.
            dropped = depth >= limit
        if dropped:
            between = source[done : tag.start()]
            if between.strip() or name in _INLINE or not pieces:
                pieces.append(between)
            if name not in _INLINE and pieces[-1] != "<br>":
                pieces.append("<br>")
            done = tag.end()
    if not pieces:
        return source
    return "".join(pieces) + source[done:]
