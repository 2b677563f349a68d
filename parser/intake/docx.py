"""Word documents (docx), straight from their XML.

python-docx loses tables in content controls and all inserted text, so the tree is walked here:
content controls are looked through, tracked insertions count, tracked deletions do not, text
boxes are read once, and the numbers that Word gives headings by itself are put into the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from parser.errors import Unreadable
from parser.intake.archive import opened
from parser.intake.framing import only_places
from parser.intake.furniture import is_metadata
from parser.intake.numbering import Numbering
from parser.intake.ooxml import Element, W, optional, value, whole, xml
from parser.intake.script import to_simplified
from parser.intake.writer import Draft, Writer
from parser.model import Document

_WHAT = "Word 文档"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# fmt: off
# Looked through: what they hold counts as if they were not there.
_WRAPPERS = frozenset(
    W + name
    for name in [
        "sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple",
        "bdo", "dir", "r", "pict", "object", "ruby", "rubyBase",
    ]
)
_DELETED = frozenset(
    W + name
    for name in [
        "del", "moveFrom", "instrText", "delText", "rt", "pPr", "rPr", "sdtPr", "tblPr", "trPr",
        "tcPr", "sectPr",
    ]
)
# fmt: on
_BREAKS = {
    W + "br": "\n",
    W + "cr": "\n",
    W + "tab": "\t",
    W + "noBreakHyphen": "-",
    W + "ptab": "\t",
}


def read_docx(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a Word document. Raises `Unreadable`; `encoding` means nothing here."""
    del encoding
    with opened(data, _WHAT) as archive:
        root = xml(archive, "word/document.xml", _WHAT)
        numbering = Numbering(
            optional(archive, "word/numbering.xml", _WHAT),
            optional(archive, "word/styles.xml", _WHAT),
        )
    body = root.find(W + "body")
    if body is None:
        raise Unreadable("Word 文档里没有正文。")
    writer = Writer()
    _Walk(writer, numbering).blocks(body)
    document = writer.document(kind)
    if not document.text.strip():
        raise Unreadable("Word 文档里没有文字（可能只有图片）。")
    return document


class _Walk:
    """Writes a document in reading order: a line a paragraph, a table a grid."""

    def __init__(self, writer: Writer, numbering: Numbering) -> None:
        self._writer = writer
        self._numbering = numbering

    def blocks(self, parent: Element) -> None:
        """Write the paragraphs and tables below `parent`."""
        for child in children(parent):
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag == _MC + "AlternateContent":
                for chosen in alternatives(child):
                    self.blocks(chosen)

    def _paragraph(self, paragraph: Element) -> None:
        text = self._numbering.label(paragraph) + paragraph_text(paragraph)
        # A soft return ends a line as a paragraph does.
        for line in text.split("\n"):
            self._writer.line(line.replace("\t", " ").rstrip())
        for box in boxes(paragraph):
            self.blocks(box)

    def _table(self, table: Element) -> None:
        if is_layout(table):
            for row in rows(table):
                for cell in cells(row):
                    self.blocks(cell)
            return
        drafts = [[draft for draft in row] for row in self._drafts(table)]
        texts = [to_simplified(draft.text) for row in drafts for draft in row]
        self._writer.table(drafts, is_metadata(texts, len(drafts)))

    def _drafts(self, table: Element) -> list[list[Draft]]:
        """Return the cells of each row; what continues a cell above has gone into its row span."""
        laid: list[list[tuple[int, Element, int]]] = []
        for row in rows(table):
            at = whole(value(row.find(f"{W}trPr/{W}gridBefore")), 0)
            places: list[tuple[int, Element, int]] = []
            for cell in cells(row):
                across = whole(value(cell.find(f"{W}tcPr/{W}gridSpan")), 1)
                places.append((at, cell, across))
                at += across
            laid.append(places)
        starts: dict[int, tuple[int, int]] = {}
        spans: dict[tuple[int, int], int] = {}
        kept: list[list[tuple[int, Element, int]]] = []
        for r, places in enumerate(laid):
            keep: list[tuple[int, Element, int]] = []
            above, starts = starts, {}
            for at, cell, across in places:
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                goes_on = merge is not None and merge.get(W + "val", "continue") != "restart"
                if goes_on and at in above and not self._cell(cell).strip():
                    starts[at] = above[at]
                    spans[above[at]] += 1
                    continue
                # A cell that continues nothing, or has words of its own, stands by itself.
                if merge is not None:
                    starts[at] = (r, at)
                spans[r, at] = 1
                keep.append((at, cell, across))
            kept.append(keep)
        return [
            [Draft(self._cell(cell), spans[r, at], across) for at, cell, across in keep]
            for r, keep in enumerate(kept)
        ]

    def _cell(self, cell: Element) -> str:
        lines: list[str] = []
        pending = list(children(cell))[::-1]
        while pending:
            block = pending.pop()
            if block.tag == W + "p":
                lines.append(self._numbering.label(block) + paragraph_text(block))
                for box in boxes(block):
                    pending.extend(list(children(box))[::-1])
            elif block.tag == W + "tbl":
                # A small table inside a cell reads as lines of that cell.
                inner = [c for row in rows(block) for c in cells(row)]
                pending.extend(b for c in reversed(inner) for b in list(children(c))[::-1])
        return "\n".join(lines)


def children(parent: Element) -> Iterator[Element]:
    """Yield what a container holds, wrappers looked through and deletions left out."""
    pending = list(parent)[::-1]
    while pending:
        child = pending.pop()
        if not isinstance(child.tag, str) or child.tag in _DELETED:
            continue
        if child.tag in _WRAPPERS:
            pending.extend(list(child)[::-1])
        else:
            yield child


def alternatives(element: Element) -> Iterator[Element]:
    """Yield the one branch of alternative content that is read: the choice, else the fallback."""
    branch = element.find(_MC + "Choice")
    if branch is None:
        branch = element.find(_MC + "Fallback")
    if branch is not None:
        yield branch


def paragraph_text(paragraph: Element) -> str:
    """Return the words of a paragraph, text boxes left out; fields give their result."""
    parts: list[str] = []
    for child in children(paragraph):
        if child.tag == W + "t":
            parts.append(child.text or "")
        elif child.tag == W + "sym":
            parts.append(_symbol(child))
        elif child.tag in _BREAKS:
            page = child.get(W + "type") in ("page", "column")
            parts.append("" if page else _BREAKS[str(child.tag)])
    return "".join(parts).replace("\xa0", " ")


def boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the contents of text boxes that hang on the paragraph, each once."""
    pending = list(paragraph)[::-1]
    while pending:
        element = pending.pop()
        if not isinstance(element.tag, str) or element.tag in _DELETED:
            continue
        if element.tag == W + "txbxContent":
            yield element
        elif element.tag == _MC + "AlternateContent":
            pending.extend(list(alternatives(element))[::-1])
        else:
            pending.extend(list(element)[::-1])


def rows(table: Element) -> Iterator[Element]:
    """Yield the table's own rows, without deleted ones."""
    for row in children(table):
        if row.tag == W + "tr" and row.find(f"{W}trPr/{W}del") is None:
            yield row


def cells(row: Element) -> Iterator[Element]:
    """Yield the row's own cells."""
    for cell in children(row):
        if cell.tag == W + "tc":
            yield cell


def is_layout(table: Element) -> bool:
    """Say whether the table only places things on the page and is to be read as its parts."""
    return only_places(table, W + "tbl", (W + "tc",), _size)


def _size(element: Element) -> int:
    return sum(len((t.text or "").strip()) for t in element.iter(W + "t"))


def _symbol(element: Element) -> str:
    """Return a symbol's character; the private ones of symbol fonts show as a box."""
    code = element.get(W + "char") or ""
    try:
        return chr(int(code, 16)) if int(code, 16) < 0xE000 else "□"
    except ValueError:
        return ""
