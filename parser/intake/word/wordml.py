"""Word 2003 XML (WordprocessingML of 2003): put into the words of docx, then read as one.

After Microsoft's reference schemas for Office 2003. The body is nearly that of docx; tracked
changes, lists and some names differ.
"""

from __future__ import annotations

from lxml import etree

from parser.intake.ooxml import Element, W, parsed
from parser.intake.word.docx import body_document
from parser.intake.word.wordlists import KINDS, NO_NUMBER
from parser.model import Document, Note

_WHAT = "Word 2003 XML 文件"
_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_AML = "{http://schemas.microsoft.com/aml/2001/core}"
# Drawings and properties stay what they are; what else wraps words is looked through.
_OTHERS = (
    "{urn:schemas-microsoft-com:vml}",
    "{urn:schemas-microsoft-com:office:office}",
    "{urn:schemas-microsoft-com:office:word}",
)
_CHANGES = {"Word.Deletion": W + "del", "Word.Insertion": W + "ins"}
# fmt: off
_NAMES = {
    "vmerge": "vMerge", "hmerge": "hMerge", "hlink": "hyperlink", "listPr": "numPr",
    "ilfo": "numId", "lists": "numbering", "listDef": "abstractNum", "list": "num",
    "ilst": "abstractNumId", "nfc": "numFmt", "wordDocument": "document",
}
_ATTRIBUTES = {"listDefId": "abstractNumId", "ilfo": "numId"}
# fmt: on


def read_wordml(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a Word 2003 XML file. Raises `Unreadable`, `Refused`; `encoding` means nothing here."""
    del encoding
    root = parsed(data, _WHAT)
    for element in root.iter(etree.Element):
        _translate(element)
    return body_document(
        root,
        kind,
        styles=root.find(W + "styles"),
        numbering=root.find(W + "numbering"),
        chunk=_elsewhere,
    )


def _translate(element: Element) -> None:
    tag = str(element.tag)
    if tag.startswith(_OLD):
        name = tag.removeprefix(_OLD)
        for key, said in list(element.attrib.items()):
            if str(key).startswith(_OLD):
                local = str(key).removeprefix(_OLD)
                element.set(W + _ATTRIBUTES.get(local, local), str(said))
        if name == "nfc":
            _format(element)
        element.tag = W + _NAMES.get(name, name)
    elif tag == _AML + "annotation":
        element.tag = _CHANGES.get(element.get(_OLD + "type") or "", W + "customXml")
    elif not tag.startswith(_OTHERS):
        element.tag = W + "customXml"


def _format(element: Element) -> None:
    """Give the number of a way of writing numbers the name that docx has for it."""
    said = element.get(W + "val") or ""
    number = int(said) if said.isdigit() and len(said) < 4 else 0
    element.set(W + "val", "none" if number in NO_NUMBER else KINDS.get(number, "decimal"))


def _elsewhere(element: Element) -> Document | Note:
    del element
    return Note(
        "F107",
        "此处引用了另一份文件，它没有随本文件保存，其中的文字和数字没有读取。"
        "请在 Word 中打开后另存为 docx，再检查。",
    )
