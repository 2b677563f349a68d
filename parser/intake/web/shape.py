"""What the parts of a page are for: the report, its tables, or the furniture around them.

Judged by the kind and role of elements, by how much of their text is links, and by where the
bulk of the text stands. No site's own class names.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from parser.intake.framing import only_places
from parser.intake.ooxml import Element

_FURNITURE_TAGS = frozenset(["nav", "header", "footer", "aside"])
# fmt: off
_FURNITURE_ROLES = frozenset(
    [
        "navigation", "banner", "contentinfo", "search", "menu", "menubar", "complementary",
        "dialog", "toolbar", "tablist",
    ]
)
_NO_TEXT = frozenset(
    [
        "script", "style", "noscript", "template", "head", "select", "option", "button",
        "textarea", "svg", "iframe",
    ]
)
_CONTAINERS = frozenset(
    [
        "div", "ul", "ol", "dl", "nav", "section", "table", "tbody", "tr", "td", "form", "p",
        "center", "aside", "header", "footer", "menu",
    ]
)
# fmt: on
# Elements that may hold a whole report.
# fmt: off
_ROOMS = frozenset(
    [
        "html", "body", "div", "section", "article", "main", "form", "center", "td", "tr",
        "tbody", "table", "span", "font",
    ]
)
# fmt: on
_HEADING = re.compile(r"[一二三四五六]、")
_REPORT_LINE = re.compile(r"年度?报告|年度?報告|年报|年報")
_SENTENCE = re.compile(r"[。；]")
_MENU_LINKS = 3
_MENU_SHARE = 0.7
_BULK = 0.8


class Shape:
    """Text and link lengths of every element of one page, reckoned once."""

    def __init__(self, root: HtmlElement) -> None:
        self._size: dict[Element, int] = {}
        self._order: dict[HtmlElement, int] = {}
        self._linked: dict[HtmlElement, int] = {}
        self._links: dict[HtmlElement, int] = {}
        self._headed: set[HtmlElement] = set()
        self._in_link: set[HtmlElement] = set()
        self._root = root
        self._layouts: dict[HtmlElement, bool] = {}
        self._measure(root)
        self._main, self._path = self._bulk(root)

    def in_link(self, element: HtmlElement) -> bool:
        """Say whether the element stands inside a link."""
        return element in self._in_link

    def share(self, element: HtmlElement) -> float:
        """Return how much of the page's text the element holds, 0 to 1."""
        return self._size.get(element, 0) / max(1, self._size[self._root])

    def is_empty(self, element: HtmlElement) -> bool:
        """Say whether there is no text at all in the element."""
        return not self._size.get(element, 0)

    def is_headed(self, element: HtmlElement) -> bool:
        """Say whether a heading of the report's parts stands in the element."""
        return element in self._headed

    def is_furniture(self, element: HtmlElement) -> bool:
        """Say whether the element with all it holds is furniture."""
        tag = str(element.tag)
        if element in self._path or element in self._headed:
            return False
        role = (element.get("role") or "").lower()
        if tag in _FURNITURE_TAGS or role in _FURNITURE_ROLES:
            # An article's own header holds its title, which is no link.
            return not (tag == "header" and self._titled(element))
        size = self._size.get(element, 0)
        if (
            tag in _CONTAINERS
            and self._links.get(element, 0) >= _MENU_LINKS
            and self._linked.get(element, 0) >= _MENU_SHARE * size
        ):
            return True
        return self._outside(element)

    def is_layout(self, table: HtmlElement) -> bool:
        """Say whether the table only places things on the page and is to be read as its parts."""
        if table not in self._layouts:
            self._layouts[table] = only_places(table, "table", ("td", "th"), self._length)
        return self._layouts[table]

    def _length(self, element: Element) -> int:
        return self._size.get(element, 0)

    def _titled(self, element: HtmlElement) -> bool:
        texts = (e.text for e in element.iter() if e not in self._in_link and e.text)
        return any(_REPORT_LINE.search(text) for text in texts)

    def _outside(self, element: HtmlElement) -> bool:
        """Judge an element that does not hold the bulk of the text by where it stands."""
        parent = element.getparent()
        if (
            self._main is self._root
            or parent is None
            or parent not in self._path
            or parent is self._main
        ):
            return False
        text = " ".join(str(t) for t in element.itertext(with_tail=False))
        if element.tag == "table" or next(element.iter("table"), None) is not None:
            return False
        if self._order[element] > self._order[self._main]:
            # Signature and date may stand beside the text; what is farther out is the page's.
            return self._path.index(self._main) - self._path.index(parent) > 2
        return not (_REPORT_LINE.search(text) or _SENTENCE.search(text))

    def _bulk(self, root: HtmlElement) -> tuple[HtmlElement, list[HtmlElement]]:
        """Return the smallest room with the bulk of the unlinked text, and the way to it."""
        path = [root]
        here = root
        total = self._size[root] - self._linked[root]
        while True:
            rooms = [c for c in here if c.tag in _ROOMS]
            best = max(
                rooms, key=lambda c: self._size.get(c, 0) - self._linked.get(c, 0), default=None
            )
            if best is None or self._size.get(best, 0) - self._linked.get(best, 0) < _BULK * total:
                return here, path
            if any(c in self._headed for c in here if c is not best):
                return here, path
            if best.tag == "table" and not self.is_layout(best):
                return here, path
            here = best
            path.append(best)

    def _measure(self, root: HtmlElement) -> None:
        order = [e for e in root.iter() if isinstance(e.tag, str)]
        self._order = {element: at for at, element in enumerate(order)}
        for element in order:
            parent = element.getparent()
            if (element.tag == "a" and element.get("href")) or (
                parent is not None and parent in self._in_link
            ):
                self._in_link.add(element)
        for element in reversed(order):
            if element.tag in _NO_TEXT:
                self._size[element] = self._linked[element] = self._links[element] = 0
                continue
            own, below, linked, links = _extent(element.text), 0, 0, 0
            headed = False
            for child in element:
                own += _extent(child.tail)
                if isinstance(child.tag, str):
                    below += self._size[child]
                    linked += self._linked[child]
                    links += self._links[child]
                    headed = headed or child in self._headed
            self._size[element] = own + below
            self._linked[element] = linked + (own if element in self._in_link else 0)
            self._links[element] = links + (element.tag == "a" and bool(element.get("href")))
            if headed or self._heads(element):
                self._headed.add(element)

    def _heads(self, element: HtmlElement) -> bool:
        if element in self._in_link:
            return False
        if _is_heading(element.text):
            return True
        return any(_is_heading(child.tail) for child in element)


def _is_heading(text: str | None) -> bool:
    return bool(text and _HEADING.match(text.strip()))


def _extent(text: str | None) -> int:
    return len("".join(text.split())) if text else 0
