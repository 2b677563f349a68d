"""The words of an OpenDocument paragraph as its page shows them, and what is drawn beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from parser.intake.odf.odtstyles import (
    DRAW,
    OFFICE,
    SVG,
    TEXT,
    OdtStyles,
    Properties,
    is_coloured,
    look,
)
from parser.intake.ooxml import Element, whole
from parser.intake.package import Package
from parser.intake.word.looks import Look

_MATH = "{http://www.w3.org/1998/Math/MathML}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SPACES = re.compile(r"[ \t\r\n]+")
_LENGTH = re.compile(r"([\d.]{1,12})(cm|mm|in|pt|pc|px)")
_UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
# Notes stand at the foot of the page, comments beside it.
_ASIDE = frozenset(
    [TEXT + name for name in ("note", "ruby-text", "tracked-changes", "script", "number")]
    + [OFFICE + name for name in ("annotation", "annotation-end")]
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something drawn: its size in centimetres, and what of it is not read: "picture", "object".

    `element` may hold paragraphs and tables of its own.
    """

    element: Element
    width: float
    height: float
    said: str


@dataclass(slots=True)
class Shown:
    """What is shown of a paragraph. `hid` says that some of it is not."""

    text: str = ""
    hid: bool = False
    drawings: list[Drawing] = field(default_factory=list[Drawing])


class Reader:
    """Reads the paragraphs of one document."""

    def __init__(self, body: Element, styles: OdtStyles, parts: Package) -> None:
        self._styles = styles
        self._parts = parts
        self._deleted: dict[str, str] = {}
        # The deletions whose words stand in the text itself, between two marks.
        self._out: set[str] = set()
        for region in body.iter(TEXT + "changed-region"):
            name = region.get(TEXT + "id") or region.get(_XML_ID) or ""
            gone = region.find(TEXT + "deletion")
            if gone is not None:
                words = (
                    "".join(str(t) for t in p.itertext()) for p in gone.iter(TEXT + "p", TEXT + "h")
                )
                self._deleted[name] = _SPACES.sub(" ", "".join(words))

    def words(self, paragraph: Element, coloured: bool, cell: Properties | None = None) -> Shown:
        """Return the paragraph as shown; `coloured`: it does not stand on white paper.

        `cell` is the style of the cell of a spreadsheet that it stands in.
        """
        shown = Shown()
        named = paragraph.get(TEXT + "style-name")
        style = self._styles.of("paragraph", named)
        if cell is not None:
            style = self._styles.of("paragraph", None) | cell | (style if named else {})
        parts: list[str] = []
        hidden = paragraph.find(TEXT + "hidden-paragraph")
        if hidden is not None and hidden.get(TEXT + "is-hidden") == "true":
            shown.hid = True
            return shown
        self._inside(paragraph, style, coloured or is_coloured(style), shown, parts)
        shown.text = "".join(parts).replace("\xa0", " ").strip(" ")
        return shown

    def _inside(
        self,
        parent: Element,
        said: Properties,
        coloured: bool,
        shown: Shown,
        parts: list[str],
    ) -> None:
        style = look(said, coloured)

        def say(text: str | None) -> None:
            text = _SPACES.sub(" ", text or "")
            shown.hid = shown.hid or (style.hidden and bool(text.strip()))
            parts.append((replace(style, struck=True) if self._out else style).seen(text))

        say(parent.text)
        for child in parent:
            self._child(child, said, style, coloured, shown, parts)
            say(child.tail)

    def _child(
        self,
        child: Element,
        said: Properties,
        style: Look,
        coloured: bool,
        shown: Shown,
        parts: list[str],
    ) -> None:
        tag = str(child.tag)
        if tag == TEXT + "s":
            parts.append(style.seen(" " * whole(child.get(TEXT + "c"), 1)))
        elif tag == TEXT + "tab":
            parts.append("\t")
        elif tag == TEXT + "line-break":
            parts.append("\n")
        elif tag.startswith(TEXT + "change"):
            parts.append(self._changed(tag, child.get(TEXT + "change-id") or ""))
        elif tag.startswith(DRAW):
            if not style.hidden:
                drawings = list(self.drawings(child))
                parts += [_equation(d.element) for d in drawings if d.said == "equation"]
                shown.drawings += [d for d in drawings if d.said != "equation"]
        elif tag not in _ASIDE and not _is_out(child):
            own = self._styles.of("text", child.get(TEXT + "style-name"))
            self._inside(child, said | own, coloured, shown, parts)

    def _changed(self, tag: str, name: str) -> str:
        """Follow a mark of a tracked change; return what was deleted, where it is kept apart."""
        if name not in self._deleted:
            return ""
        if tag == TEXT + "change-start":
            self._out.add(name)
        elif tag == TEXT + "change-end":
            self._out.discard(name)
        else:
            return Look(struck=True).seen(self._deleted[name])
        return ""

    def drawings(self, element: Element) -> Iterator[Drawing]:
        """Yield what an element of the drawing kind shows."""
        if not str(element.tag).startswith(DRAW):
            return
        width, height = (_length(element.get(SVG + side)) for side in ("width", "height"))
        for child in element:
            if child.tag == DRAW + "object":
                root = self._object(child)
                if root is not None and root.tag == _MATH + "math":
                    yield Drawing(root, width, height, "equation")
                    return
                chart = root is not None and next(root.iter(OFFICE + "chart"), None) is not None
                yield Drawing(child, width, height, "" if chart else "object")
                return
            if child.tag == DRAW + "object-ole":
                yield Drawing(child, width, height, "object")
                return
        images = [child for child in element if child.tag == DRAW + "image"]
        yield Drawing(element, width, height, "picture" if images else "")
        for child in element:
            if child.tag == DRAW + "text-box":
                yield Drawing(child, 0, 0, "")
            elif str(child.tag).startswith(DRAW) and child.tag != DRAW + "image":
                yield from self.drawings(child)

    def _object(self, element: Element) -> Element | None:
        if len(element):
            return element[0]
        name = (element.get(_HREF) or "").removeprefix("./")
        return self._parts.xml(f"{name}/content.xml") if name and "://" not in name else None


_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def _is_out(element: Element) -> bool:
    """Say whether a field is there without being shown."""
    display = element.get(TEXT + "display")
    return display == "none" or (
        element.tag == TEXT + "hidden-text" and element.get(TEXT + "is-hidden") == "true"
    )


def _equation(element: Element) -> str:
    """Return MathML as a line: what is set above the line is raised, fractions get a stroke."""
    tag = str(element.tag)
    if tag in (_MATH + "annotation", _MATH + "annotation-xml", _MATH + "mphantom"):
        return ""
    if not len(element):
        return (element.text or "").strip()
    parts = [_equation(child) for child in element]
    if tag == _MATH + "msup" and len(parts) == 2:
        return parts[0] + Look(script=1).seen(parts[1])
    if tag == _MATH + "msub" and len(parts) == 2:
        return parts[0] + Look(script=-1).seen(parts[1])
    return ("/" if tag == _MATH + "mfrac" else "").join(parts)


def _length(said: str | None) -> float:
    found = _LENGTH.match(said or "")
    if found is None or found[1].count(".") > 1 or found[1] == ".":
        return 0.0
    return float(found[1]) * _UNITS[found[2]]
