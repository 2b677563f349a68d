"""One report in every file format: lines and tables in, the bytes of a file out."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from base64 import b64encode
from collections.abc import Mapping, Sequence
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from random import Random
from typing import Any

from docx import Document as new_docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook

from parser.intake.libreoffice import converted
from parser.model import Number
from parser.official.form import Form
from tests.support.layouts import Grid, Slot, grid, html, tab_rows
from tests.support.looked import passages
from tests.support.wordwriter import TableCell, WordWriter

Piece = str | Grid
_WORD_LOOKS = {"struck": "w:strike", "hidden": "w:vanish", "raised": "w:vertAlign"}


def pieces(form: Form, figures: Mapping[str, Number | None]) -> list[Piece]:
    """Return a whole fictional report with these figures."""
    year = "2020" if form.id == "2019" else "2022"
    return [
        f"青禾县白鹭镇人民政府{year}年政府信息公开工作年度报告",
        f"本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。",
        "一、总体情况",
        "本年度我镇按照条例规定做好政府信息公开各项工作。",
        "二、主动公开政府信息情况",
        grid(form, "disclosure", figures),
        "三、收到和处理政府信息公开申请情况",
        grid(form, "requests", figures),
        "四、政府信息公开行政复议、行政诉讼情况",
        grid(form, "challenges", figures),
        "五、存在的主要问题及改进情况",
        "公开内容不够全面，下一步加强培训，提高质量。",
        "六、其他需要报告的事项",
        "本年度未收取信息处理费。",
    ]


def to_text(report: Sequence[Piece]) -> bytes:
    rng = Random(1)
    return "\n".join(p if isinstance(p, str) else tab_rows(p, rng) for p in report).encode()


def to_csv(report: Sequence[Piece], delimiter: str = ",", quoted: bool = False) -> str:
    """Return the report as a spreadsheet program saves its sheet: every row equally wide."""
    rows: list[list[str]] = []
    for piece in report:
        if isinstance(piece, str):
            rows.append([piece])
        else:
            rows += [["" if slot.covered else slot.text for slot in row] for row in piece]
            rows.append([""])
    width = max(len(row) for row in rows)
    stream = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(stream, delimiter=delimiter, quoting=quoting)
    writer.writerows(row + [""] * (width - len(row)) for row in rows)
    return stream.getvalue()


def to_html(report: Sequence[Piece], charset: str = "utf-8") -> bytes:
    rng = Random(1)
    body = "\n".join(f"<p>{escape(p)}</p>" if isinstance(p, str) else html(p, rng) for p in report)
    return f"<html><head><meta charset={charset}></head><body>{body}</body></html>".encode(charset)


def to_mht(report: Sequence[Piece], charset: str = "utf-8") -> bytes:
    message = MIMEMultipart("related")
    message["Subject"] = "saved page"
    page = MIMEText(to_html(report, charset).decode(charset), "html", charset)
    message.attach(page)
    message.attach(MIMEText("<html>frame</html>", "html", "utf-8"))
    return message.as_bytes()


def to_docx(report: Sequence[Piece]) -> bytes:
    document = new_docx()
    for piece in report:
        if isinstance(piece, str):
            document.add_paragraph(piece)
            continue
        table = document.add_table(rows=0, cols=len(piece[0]))
        for row in piece:
            element: Any = OxmlElement("w:tr")
            for at, slot in enumerate(row):
                if slot.covered == "left":
                    continue
                top = _top(piece, row, at)
                if slot.covered == "above" and top is None:
                    continue
                width = top.column_span if top else slot.column_span
                merge = "" if not slot.covered and slot.row_span == 1 else "continue"
                merge = "restart" if not slot.covered and slot.row_span > 1 else merge
                element.append(_word_cell(slot.text, width, merge))
            table._tbl.append(element)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _top(piece: Grid, row: list[Slot], at: int) -> Slot | None:
    """Return the slot whose span covers this place from above, where it begins in this column."""
    index = next(i for i, r in enumerate(piece) if r is row)
    while index >= 0 and piece[index][at].covered == "above":
        index -= 1
    slot = piece[index][at]
    return slot if not slot.covered else None


def _word_cell(text: str, width: int, merge: str) -> Any:
    cell: Any = OxmlElement("w:tc")
    properties: Any = OxmlElement("w:tcPr")
    for name, value in (("w:gridSpan", str(width) if width > 1 else ""), ("w:vMerge", merge)):
        if value:
            prop: Any = OxmlElement(name)
            prop.set(qn("w:val"), value)
            properties.append(prop)
    cell.append(properties)
    for line in text.split("\n"):
        paragraph: Any = OxmlElement("w:p")
        for words, look in passages(line) or [("", "")]:
            paragraph.append(_word_run(words, look))
        cell.append(paragraph)
    return cell


def _word_run(text: str, look: str) -> Any:
    run: Any = OxmlElement("w:r")
    properties: Any = OxmlElement("w:rPr")
    run.append(properties)
    if look in _WORD_LOOKS:
        prop: Any = OxmlElement(_WORD_LOOKS[look])
        if look == "raised":
            prop.set(qn("w:val"), "superscript")
        properties.append(prop)
    words: Any = OxmlElement("w:delText" if look == "deleted" else "w:t")
    words.text = text
    run.append(words)
    if look != "deleted":
        return run
    change: Any = OxmlElement("w:del")
    change.append(run)
    return change


def to_doc(report: Sequence[Piece]) -> bytes:
    writer = WordWriter()
    for piece in report:
        if isinstance(piece, str):
            writer.paragraph(piece)
            continue
        for row in piece:
            cells: list[TableCell] = []
            for at, slot in enumerate(row):
                if slot.covered == "left":
                    continue
                top = _top(piece, row, at) if slot.covered else slot
                if top is None:
                    continue
                right = (at + top.column_span) * 600
                up = slot.covered == "above"
                down = not slot.covered and slot.row_span > 1
                cells.append(TableCell(slot.text, right, continues_up=up, starts_up=down))
            writer.row(cells)
        writer.paragraph("")
    return writer.data()


def to_xlsx(report: Sequence[Piece], sheets: int = 1) -> bytes:
    book = Workbook()
    sheet: Any = book.active
    row = 0
    for piece in report:
        if isinstance(piece, str):
            if sheets > 1 and piece[1:2] == "、" and row:
                sheet = book.create_sheet(piece[:12])
                row = 0
            row += 1
            sheet.cell(row, 1, piece)
            continue
        for r, slots in enumerate(piece):
            for c, slot in enumerate(slots):
                if slot.covered:
                    continue
                value = int(slot.text) if slot.figure and slot.text.isdigit() else slot.text
                sheet.cell(row + r + 1, c + 1, value if slot.text else None)
                if slot.row_span > 1 or slot.column_span > 1:
                    sheet.merge_cells(
                        start_row=row + r + 1,
                        start_column=c + 1,
                        end_row=row + r + slot.row_span,
                        end_column=c + slot.column_span,
                    )
        row += len(piece)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def to_zip(members: Mapping[str, bytes], gbk: bool = False) -> bytes:
    """Return a zip of the members; `gbk` names them as Chinese Windows does, without a flag."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(_GbkName(name) if gbk else name, data)
    return stream.getvalue()


class _GbkName(zipfile.ZipInfo):
    """A member whose name is written in GBK, without the flag that says UTF-8."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits


def by_office(report: Sequence[Piece], suffix: str) -> bytes:
    """Return the report as LibreOffice writes it in this format."""
    if suffix in ("xls", "et"):
        return converted(to_xlsx(report), "xlsx", "xls")
    return converted(to_docx(report), "docx", "doc" if suffix == "wps" else suffix)


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


_OFFICE = "http://schemas.openxmlformats.org"
_SPACES = {
    "w": _W,
    "mc": _MC,
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "r": f"{_OFFICE}/officeDocument/2006/relationships",
    "m": f"{_OFFICE}/officeDocument/2006/math",
    "a": f"{_OFFICE}/drawingml/2006/main",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
}


def raw_docx(
    body: str,
    numbering: str = "",
    styles: str = "",
    head: str = "",
    chunks: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a Word document of this XML; `head` stands before the root of the main part.

    `chunks` are other documents in it, each known by its identifier.
    """
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _SPACES.items())
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"{head}<w:document {spaces}><w:body>{body}</w:body></w:document>",
    }
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {spaces}>{numbering}</w:numbering>"
    if styles:
        parts["word/styles.xml"] = f"<w:styles {spaces}>{styles}</w:styles>"
    if chunks:
        kind = f"{_OFFICE}/officeDocument/2006/relationships/aFChunk"
        parts["word/_rels/document.xml.rels"] = (
            f"<Relationships xmlns='{_OFFICE}/package/2006/relationships'>"
            + "".join(f"<Relationship Id='{i}' Type='{kind}' Target='{i}.bin'/>" for i in chunks)
            + "</Relationships>"
        )
    files = {name: text.encode() for name, text in parts.items()}
    return to_zip(files | {f"word/{name}.bin": data for name, data in (chunks or {}).items()})


def to_flat_opc(data: bytes) -> bytes:
    """Return a package in a zip as one XML file (Flat OPC), as Word saves it."""
    pkg = "http://schemas.microsoft.com/office/2006/xmlPackage"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    found = [f'{head}<?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="{pkg}">']
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith((".xml", ".rels")):
                tree = re.sub(r"^\s*<\?xml.*?\?>", "", content.decode())
                inner = f"<pkg:xmlData>{tree}</pkg:xmlData>"
            else:
                inner = f"<pkg:binaryData>{b64encode(content).decode()}</pkg:binaryData>"
            found.append(f'<pkg:part pkg:name="/{name}">{inner}</pkg:part>')
    return "".join([*found, "</pkg:package>"]).encode()
