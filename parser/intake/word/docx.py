"""Word documents (docx), straight from their XML, in a zip or in one XML file (Flat OPC).

python-docx loses tables in content controls and all inserted text, so the tree is walked here:
content controls are looked through, tracked insertions count, tracked deletions are struck out,
text boxes are read once, and the numbers that Word gives headings by itself are put into the
text.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from parser.errors import Unreadable
from parser.intake.kind import kind as kind_of
from parser.intake.ooxml import Element, W
from parser.intake.package import Package, Related, flat_package, identifier, package
from parser.intake.texts.plain import read_plain
from parser.intake.web.html import read_html
from parser.intake.web.mht import read_mht
from parser.intake.word.looks import is_white
from parser.intake.word.numbering import Numbering
from parser.intake.word.rtf import read_rtf
from parser.intake.word.wordbody import Body
from parser.intake.word.wordstyles import Ground, WordStyles
from parser.intake.writer import Writer
from parser.model import Document, Note

_WHAT = "Word 文档"
_CONTENT = "wordprocessingml"
# Documents in documents: how deep they are followed, and how many characters they may bring.
_DEEPEST = 2
_MOST = 8_000_000
_OTHER_READERS: dict[str, Callable[[bytes, str], Document]] = {
    "html": read_html,
    "mht": read_mht,
    "rtf": read_rtf,
    "txt": read_plain,
    "md": read_plain,
}


def read_docx(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a Word document. Raises `Unreadable`; `encoding` means nothing here."""
    del encoding
    return _read(package(data, _WHAT), kind)


def read_flat(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a Word document that is one XML file (Flat OPC). Raises `Unreadable`."""
    del encoding
    return _read(flat_package(data, _WHAT), kind)


def _read(parts: Package, kind: str, depth: int = 0) -> Document:
    main = parts.main("word", _CONTENT)
    root = parts.xml(main)
    if root is None or root.tag != W + "document":
        raise Unreadable(f"{_WHAT}已损坏，里面没有“{main[-60:]}”。")
    related = parts.related(main)
    return body_document(
        root,
        kind,
        styles=_part(parts, related, "styles", "word/styles.xml"),
        numbering=_part(parts, related, "numbering", "word/numbering.xml"),
        chunk=_Chunks(parts, related, depth).read,
    )


def body_document(
    root: Element,
    kind: str,
    styles: Element | None,
    numbering: Element | None,
    chunk: Callable[[Element], Document | Note],
) -> Document:
    """Return the document of a tree of WordprocessingML.

    `chunk` reads what an element brings in from elsewhere. Raises `Unreadable` for a document
    without words.
    """
    body = root.find(W + "body")
    if body is None:
        raise Unreadable("Word 文档里没有正文。")
    writer = Writer()
    paper = root.find(W + "background")
    white = paper is None or is_white(paper.get(W + "color") or "FFFFFF")
    walk = Body(writer, WordStyles(styles), Numbering(numbering, styles), chunk)
    walk.blocks(body, Ground(coloured=not white))
    document = writer.document(kind, notes=walk.notes)
    if not document.text.strip():
        told = [note.message for note in document.notes]
        raise Unreadable(told[0] if told else "Word 文档里没有文字（可能只有图片）。")
    return document


def _part(parts: Package, related: list[Related], kind: str, usual: str) -> Element | None:
    named = [relation.part for relation in related if relation.kind == kind and relation.part]
    return parts.xml(named[0] if named else usual)


class _Chunks:
    """The other documents that stand inside one (`w:altChunk`), each read where it stands."""

    def __init__(self, parts: Package, related: list[Related], depth: int) -> None:
        self._parts = parts
        self._targets = {relation.id: relation.part for relation in related}
        self._depth = depth
        self._written = 0

    def read(self, element: Element) -> Document | Note:
        """Return the document that the element names, or the note that it was not read."""
        try:
            document = self._document(self._targets.get(identifier(element), ""))
            self._written += len(document.text)
            return document
        except Unreadable as error:
            return Note(
                "F107",
                f"此处嵌入了另一份文件，其中的文字和数字没有读取（{str(error).rstrip('。')}）。"
                "请在 Word 中打开后另存为 docx，再检查。",
            )

    def _document(self, name: str) -> Document:
        found = self._parts.part(name) if name else None
        if found is None:
            raise Unreadable("它没有随本文件保存。")
        if self._depth >= _DEEPEST or self._written > _MOST:
            raise Unreadable("嵌套过深或过多。")
        data = found if isinstance(found, bytes) else etree.tostring(found, encoding="utf-8")
        kind = kind_of(data, name)
        if kind == "docx":
            return _read(package(data, _WHAT), kind, self._depth + 1)
        if kind == "flatopc":
            return _read(flat_package(data, _WHAT), kind, self._depth + 1)
        if kind not in _OTHER_READERS:
            raise Unreadable(f"不能读取这种文件（{kind}）。")
        return _OTHER_READERS[kind](data, kind)
