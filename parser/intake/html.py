"""Web pages: characters to paragraphs, grids and furniture. Nothing in a page is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from parser.errors import Unreadable
from parser.intake.characters import normal
from parser.intake.encoding import Decoded, decode
from parser.intake.flatten import flattened
from parser.intake.furniture import is_metadata
from parser.intake.script import to_simplified
from parser.intake.shape import Shape, is_hidden
from parser.intake.writer import Draft, Writer
from parser.model import Document, Note

# fmt: off
DROPPED = frozenset(
    [
        "script", "style", "noscript", "template", "head", "meta", "link", "base", "object",
        "embed", "applet", "iframe", "frame", "svg", "canvas", "audio", "video", "map", "area",
        "select", "option", "input", "button", "textarea", "datalist", "progress",
    ]
)
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
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
# A line break in the source between two Chinese characters is the editor's, not the author's.
_WRAPPED = re.compile(rf"(?<=[{_CJK}])[ \t]*\n\s*(?=[{_CJK}])")
_SPACES = re.compile(r"[ \t\n\xa0]+")
_TITLE = re.compile(r"年度?报告|年报")
_SITE = re.compile(r"\s*[_|].*$|\s+-+\s+.*$")
_DECLARATION = re.compile(r"<\?xml[^>]*\?>", re.I)


def read_html(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a web page. `encoding` is what the auditor chose, if anything."""
    decoded = decode(data, encoding)
    return page(decoded.text, kind, decoded.encoding)


def page(source: str, format: str, encoding: str | None) -> Document:
    """Return the document of a page's characters.

    Raises `Unreadable` for a page without any text.
    """
    root = parsed(source)
    writer = Writer()
    shape = Shape(root)
    walk = _Walk(writer, shape)
    walk.body(root)
    title = _page_title(root)
    document = writer.document(format, encoding)
    if title and not _TITLE.search(document.simplified):
        # The page's own title is the only one: put it where a title stands.
        writer = Writer()
        writer.line(title)
        _Walk(writer, shape).body(root)
        document = writer.document(format, encoding)
    if not document.text.strip():
        frames = "、".join(_frames(root))
        where = f"在内嵌页面“{frames}”里，它没有随本文件保存" if frames else "可能由脚本另行载入"
        raise Unreadable(f"网页里没有正文文字（内容{where}）。")
    notes = [
        *Decoded(document.text, encoding or "").notes(document.text),
        *_frame_notes(root, document),
    ]
    return replace(document, notes=tuple(notes))


def write_fragment(writer: Writer, source: str) -> None:
    """Write a piece of a page, such as a table that stands in a text, as a page is written."""
    root = parsed(source)
    _Walk(writer, Shape(root)).body(root)


def parsed(source: str) -> HtmlElement:
    """Return the tree of a page that is already decoded; raises `Unreadable` for an empty one."""
    source = _DECLARATION.sub("", normal(source))
    parser = HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(flattened(source), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Unreadable("网页是空的，或者已损坏。") from error
    return root


class _Walk:
    """Writes a page in reading order: a line a block, a table a grid."""

    def __init__(self, writer: Writer, shape: Shape) -> None:
        self._writer = writer
        self._shape = shape
        self._words: list[str] = []
        self._linked = 0

    def body(self, root: HtmlElement) -> None:
        self._element(root, furniture=False)
        self._flush(False)

    def _element(self, element: HtmlElement, furniture: bool) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in DROPPED or is_hidden(element, self._shape):
            return
        if tag == "br":
            self._flush(furniture)
            return
        furniture = furniture or self._shape.is_furniture(element)
        if tag == "table" and not self._shape.is_layout(element):
            self._flush(furniture)
            self._table(element, furniture)
            return
        block = tag in BLOCKS
        if block:
            self._flush(furniture)
        self._text(element.text, tag in ("pre", "xmp"), furniture, self._shape.in_link(element))
        for child in element:
            self._element(child, furniture)
            self._text(child.tail, tag in ("pre", "xmp"), furniture, self._shape.in_link(element))
        if block:
            self._flush(furniture)

    def _text(self, text: str | None, kept: bool, furniture: bool, linked: bool) -> None:
        if not text:
            return
        lines = text.split("\n") if kept else [text]
        for i, line in enumerate(lines):
            if i:
                self._flush(furniture)
            self._words.append(line if kept else unwrapped(line))
            self._linked += len(line.strip()) if linked else 0

    def _flush(self, furniture: bool) -> None:
        text = squeezed("".join(self._words))
        linked = self._linked
        self._words, self._linked = [], 0
        if text:
            # A line of several links only is a menu, wherever it stands.
            menu = linked >= 0.9 * len(text.replace(" ", "")) and " " in text
            self._writer.line(text, furniture or menu)

    def _table(self, table: HtmlElement, furniture: bool) -> None:
        for caption in table.findall("caption"):
            text = squeezed(str(caption.text_content()))
            if text:
                self._writer.line(text, furniture)
        rows = [[self._draft(cell) for cell in row] for row in own_rows(table, self._shape)]
        texts = [to_simplified(cell.text) for row in rows for cell in row]
        self._writer.table(rows, furniture or is_metadata(texts, len(rows)))

    def _draft(self, cell: HtmlElement) -> Draft:
        lines = "\n".join(squeezed(line) for line in cell_text(cell, self._shape).split("\v"))
        return Draft(lines, _span(cell.get("rowspan")), _span(cell.get("colspan")))


def squeezed(text: str) -> str:
    """Return the text as a browser shows it: runs of space as one."""
    return _SPACES.sub(" ", text).strip()


def unwrapped(text: str | None) -> str:
    """Return a piece of text without the breaks that its source has inside Chinese words."""
    return _WRAPPED.sub("", text) if text else ""


def cell_text(cell: HtmlElement, shape: Shape) -> str:
    """Return all text of a cell, a vertical tab where a line ends."""
    parts: list[str] = []

    def gather(element: HtmlElement) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in DROPPED or is_hidden(element, shape):
            return
        edge = "\v" if tag in BLOCKS or tag == "br" else ""
        parts.append(edge + unwrapped(element.text))
        for child in element:
            gather(child)
            parts.append(unwrapped(child.tail))
        parts.append(edge)

    gather(cell)
    return "".join(parts)


def own_rows(table: HtmlElement, shape: Shape) -> Iterator[list[HtmlElement]]:
    """Yield the rows of the table itself, not of tables inside it; cells without a row as one."""
    loose: list[HtmlElement] = []
    pending = [child for child in reversed(table)]
    while pending:
        element = pending.pop()
        if not isinstance(element.tag, str) or is_hidden(element, shape):
            continue
        if element.tag in ("td", "th"):
            loose.append(element)
            continue
        if loose:
            yield loose
            loose = []
        if element.tag == "tr" and element.get("height") == "0":
            # Word ends its tables with a row that only says how wide the columns are.
            continue
        if element.tag == "tr":
            yield [
                c
                for c in element.iter("td", "th")
                if _owner(c) is table and not is_hidden(c, shape)
            ]
        elif element.tag not in ("table", "caption"):
            pending.extend(reversed(element))
    if loose:
        yield loose


def _owner(cell: HtmlElement) -> HtmlElement | None:
    return next((a for a in cell.iterancestors("table")), None)


def _span(value: str | None) -> int:
    found = re.match(r"\s*(\d{1,9})", value or "")
    return int(found.group(1)) if found else 1


def _page_title(root: HtmlElement) -> str:
    title = root.findtext("head/title") or root.findtext(".//title") or ""
    title = _SITE.sub("", squeezed(title))
    return title if _TITLE.search(to_simplified(title)) else ""


def _frame_notes(root: HtmlElement, document: Document) -> Iterator[Note]:
    """Name the frames whose content was not saved with the page, where tables are wanting."""
    if any(len(grid.cells) >= 10 for grid in document.grids):
        return
    for source in _frames(root):
        yield Note(
            "S201",
            f"网页把一部分内容放在内嵌页面“{source}”里，它没有随本文件保存，其中的表格不在这里。",
        )


def _frames(root: HtmlElement) -> list[str]:
    sources = [(frame.get("src") or "").strip() for frame in root.iter("iframe", "frame")]
    return [s[:80] for s in sources if s and not s.startswith(("javascript:", "about:"))]
