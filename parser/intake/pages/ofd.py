"""OFD, the national layout format (GB/T 33190-2016), read straight from its XML.

Seals and signatures are pictures upon the pages and no part of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from parser.errors import Refused, Unreadable
from parser.intake.ooxml import Element
from parser.intake.pages.drawing import Drawing
from parser.intake.pages.ofd_package import Package, all_of, beside, numbers, one_of, said
from parser.intake.pages.ofd_page import PageWriter
from parser.intake.pages.ofd_resources import Resources
from parser.intake.pages.paged import Pages
from parser.model import Document

MAX_PAGES = 400
_A4 = [0.0, 0.0, 210.0, 297.0]
_BEHIND, _BEFORE = "Background", "Foreground"


def read_ofd(data: bytes, kind: str, encoding: str | None) -> Document:
    """Read an OFD file. Raises `Unreadable` where it is locked, broken, or only pictures."""
    del encoding
    with Package(data) as package:
        drawings: list[Drawing] = []
        for body in all_of(package.entry(), "DocBody"):
            root = said(one_of(body, "DocRoot"))
            if root:
                drawings += _Paper(package, beside("", root)).pages(len(drawings) + 1)
    if not drawings:
        raise Unreadable("OFD 文件里没有一页可以读取的内容。")
    if all(drawing.damaged for drawing in drawings):
        raise Unreadable("OFD 文件已损坏，页面的内容读不出来。")
    pages = Pages(drawings)
    if len(pages.blind("picture")) == len(drawings):
        raise Unreadable("OFD 的页面都是图片，没有文字。请用阅读器另存为 PDF 后再读。")
    return pages.document(kind, None)


class _Paper:
    """One document of the file."""

    def __init__(self, package: Package, place: str) -> None:
        self._package = package
        self._place = place
        self._root = package.part(place)
        common = one_of(self._root, "CommonData")
        self._box = _box(one_of(common, "PageArea")) or _A4
        self._resources = Resources()
        self._resources.load(package, place, common)
        self._templates = {
            template.get("ID"): template for template in all_of(common, "TemplatePage")
        }
        self._notes = self._annotations()

    def pages(self, first: int) -> Iterator[Drawing]:
        """Yield what every page draws; pages are numbered from `first`."""
        listed = list(all_of(one_of(self._root, "Pages"), "Page"))
        if first + len(listed) - 1 > MAX_PAGES:
            raise Refused(f"文件有 {first + len(listed) - 1} 页，超过 {MAX_PAGES} 页，没有读取。")
        for number, page in enumerate(listed, first):
            yield self._page(number, page)

    def _page(self, number: int, page: Element) -> Drawing:
        place = beside(self._place, page.get("BaseLoc") or "")
        root = self._package.optional(place)
        if root is None:
            writer = PageWriter(number, self._box)
            writer.drawing.damaged = True
            return writer.drawing
        uses = list(all_of(root, "Template"))
        templates = [self._template(use) for use in uses]
        inherited = next((_box(one_of(t, "Area")) for _, t in templates if t is not None), None)
        writer = PageWriter(number, _box(one_of(root, "Area")) or inherited or self._box)
        resources = Resources(self._resources)
        resources.load(self._package, place, root)
        for order in (_BEHIND, "Body", _BEFORE):
            if order == "Body":
                writer.content(root, resources)
            for where, template in templates:
                if where == order and template is not None:
                    writer.content(template, resources)
        for note in self._notes.get(page.get("ID") or "", ()):
            writer.annotation(note, resources)
        return writer.drawing

    def _template(self, use: Element) -> tuple[str, Element | None]:
        found = self._templates.get(use.get("TemplateID"))
        if found is None:
            return _BEHIND, None
        order = use.get("ZOrder") or found.get("ZOrder") or _BEHIND
        place = beside(self._place, found.get("BaseLoc") or "")
        return order if order in (_BEFORE, "Body") else _BEHIND, self._package.optional(place)

    def _annotations(self) -> dict[str, list[Element]]:
        """Return the annotations of each page by its number in the file."""
        result: dict[str, list[Element]] = {}
        named = said(one_of(self._root, "Annotations"))
        if not named:
            return result
        place = beside(self._place, named)
        for page in all_of(self._package.optional(place), "Page"):
            notes = self._package.optional(beside(place, said(one_of(page, "FileLoc"))))
            result.setdefault(page.get("PageID") or "", []).extend(all_of(notes, "Annot"))
        return result


def _box(area: Element | None) -> list[float] | None:
    """Return the physical box of an area: left, top, width, height in millimetres."""
    for name in ("PhysicalBox", "ApplicationBox"):
        box = numbers(said(one_of(area, name)))
        if len(box) == 4 and box[2] > 0 and box[3] > 0:
            return box
    return None
