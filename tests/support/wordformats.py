"""A report in the formats of text programs that are XML: OpenDocument and Word 2003."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

from lxml import etree

from tests.support.formats import Piece, to_docx, to_zip
from tests.support.layouts import Grid
from tests.support.looked import passages

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {name: f"{_URN}{name}:1.0" for name in ("office", "text", "table", "style")}
_SPACES |= {"draw": f"{_URN}drawing:1.0", "svg": f"{_URN}svg-compatible:1.0"}
_SPACES |= {"fo": f"{_URN}xsl-fo-compatible:1.0", "xlink": "http://www.w3.org/1999/xlink"}
_DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _SPACES.items())
_MIME = "application/vnd.oasis.opendocument.text"
_STYLES = """<style:style style:name="struck" style:family="text"><style:text-properties
style:text-line-through-style="solid"/></style:style>
<style:style style:name="hidden" style:family="text"><style:text-properties text:display="none"/>
</style:style><style:style style:name="raised" style:family="text"><style:text-properties
style:text-position="super 58%"/></style:style>"""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_AML = "{http://schemas.microsoft.com/aml/2001/core}"


def raw_odt(body: str, styles: str = "") -> bytes:
    """Return an OpenDocument text of this XML."""
    content = (
        f"<office:document-content {_DECLARED}><office:automatic-styles>{_STYLES}{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    return to_zip({"mimetype": _MIME.encode(), "content.xml": content.encode()})


def raw_fodt(body: str, styles: str = "") -> bytes:
    """Return the same in one XML file."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_DECLARED} '
        f'office:mimetype="{_MIME}"><office:automatic-styles>{_STYLES}{styles}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        "</office:body></office:document>"
    ).encode()


def to_odt(report: Sequence[Piece]) -> bytes:
    return raw_odt(_odt_body(report))


def to_fodt(report: Sequence[Piece]) -> bytes:
    return raw_fodt(_odt_body(report))


def _odt_body(report: Sequence[Piece]) -> str:
    deleted: list[str] = []
    blocks = [
        _odt_paragraph(piece, deleted) if isinstance(piece, str) else _odt_table(piece, deleted)
        for piece in report
    ]
    regions = "".join(
        f'<text:changed-region text:id="ct{i}"><text:deletion><text:p>{words}</text:p>'
        "</text:deletion></text:changed-region>"
        for i, words in enumerate(deleted)
    )
    return f"<text:tracked-changes>{regions}</text:tracked-changes>" + "".join(blocks)


def _odt_paragraph(text: str, deleted: list[str]) -> str:
    parts: list[str] = []
    for words, look in passages(text):
        if look == "deleted":
            parts.append(f'<text:change text:change-id="ct{len(deleted)}"/>')
            deleted.append(escape(words))
        elif look:
            parts.append(f'<text:span text:style-name="{look}">{escape(words)}</text:span>')
        else:
            parts.append(escape(words))
    return f"<text:p>{''.join(parts)}</text:p>"


def _odt_table(grid: Grid, deleted: list[str]) -> str:
    rows: list[str] = []
    for row in grid:
        cells: list[str] = []
        for slot in row:
            if slot.covered:
                cells.append("<table:covered-table-cell/>")
                continue
            spans = f'table:number-columns-spanned="{slot.column_span}"'
            spans += f' table:number-rows-spanned="{slot.row_span}"'
            lines = "".join(_odt_paragraph(line, deleted) for line in slot.text.split("\n"))
            cells.append(f"<table:table-cell {spans}>{lines}</table:table-cell>")
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return f"<table:table>{''.join(rows)}</table:table>"


def to_wordml(report: Sequence[Piece]) -> bytes:
    """Return the report as Word 2003 XML: what docx has, by the names of that time."""
    with zipfile.ZipFile(io.BytesIO(to_docx(report))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for element in list(root.iter(etree.Element)):
        name = str(element.tag).removeprefix(_W)
        for key, value in list(element.attrib.items()):
            if str(key).startswith(_W):
                del element.attrib[key]
                element.set(_OLD + str(key).removeprefix(_W), str(value))
        names = {"vMerge": "vmerge", "document": "wordDocument"}
        element.tag = _OLD + names.get(name, name)
        if name == "del":
            content = etree.Element(_AML + "content")
            content.extend(list(element))
            element.append(content)
            element.tag = _AML + "annotation"
            element.set(_OLD + "type", "Word.Deletion")
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>\n'
    return head + etree.tostring(root, encoding="utf-8")
