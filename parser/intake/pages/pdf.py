"""PDF: its pages as a person sees them, with a text layer or as pictures for the recogniser."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from parser.errors import NeedsOcr, Refused, Unreadable
from parser.intake.pages.drawing import Drawing, Frame
from parser.intake.pages.paged import Pages
from parser.intake.pages.pdf_annotations import Annotations
from parser.intake.pages.pdf_drawer import PageDrawer
from parser.intake.pages.pdf_interpreter import Interpreter
from parser.intake.pages.pdf_layers import Layers
from parser.intake.pages.pdf_letters import Letters
from parser.intake.pages.pdf_rescue import breaks_off, ended
from parser.intake.pages.pdf_values import entries, number
from parser.intake.pages.printed import Part
from parser.model import Document, Note, Span

MAX_PAGES = 400
# fmt: off
# What pdfminer raises on a page that is damaged.
_DAMAGE = (
    PSException, ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError,
    RecursionError, OverflowError, struct.error, zlib.error,
)
# fmt: on
_LOST = "PDF 在中途断了（文件不完整），后面的内容没有读到。请重新下载或索取完整的文件。"
_MUTE = (
    "PDF 的字体没有字符对照表，看得见文字却取不出是哪些字。"
    "请安装识别组件后重新打开，或打印后扫描识别，或索取原文件（Word 等）。"
)
_HIDDEN_LAYER = (
    "这是扫描件：页面是图片，看不见的文字层由别的软件识别得出，不作为依据。"
    "请安装识别组件后重新打开，或索取原文件。"
)


def read_pdf(data: bytes, kind: str, encoding: str | None) -> Document:
    """Read a PDF. Raises `Unreadable` where it is locked, broken, or a scan none can recognise."""
    broken = "PDF 文件已经损坏，读不出内容。"
    if breaks_off(data):
        broken = "PDF 文件不完整：在中途断了，读不出内容。请重新下载或索取完整的文件。"
    try:
        with _opened(data) as file:
            return _read(file, data)
    except PDFPasswordIncorrect as error:
        raise Unreadable("PDF 有打开密码，请解除密码后再读。") from error
    except PdfminerException as error:
        if isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect):
            raise Unreadable("PDF 有打开密码，请解除密码后再读。") from error
        raise Unreadable(broken) from error
    except (MalformedPDFException, *_DAMAGE) as error:
        raise Unreadable(broken) from error


def _opened(data: bytes) -> Any:
    """Open a file; one that breaks off before its end is told which pages it has."""
    try:
        return pdfplumber.open(io.BytesIO(data))
    except PdfminerException:
        mended = ended(data) if breaks_off(data) else None
        if mended is None:
            raise
        return pdfplumber.open(io.BytesIO(mended))


def _read(file: Any, data: bytes) -> Document:
    if len(file.pages) > MAX_PAGES:
        raise Refused(f"文件有 {len(file.pages)} 页，超过 {MAX_PAGES} 页，没有读取。")
    pages = Pages(_drawings(file))
    pictures, mute = pages.blind("picture"), pages.blind("font")
    from parser.intake import scan

    if len(pictures) + len(mute) > len(file.pages) / 2 and not scan.available():
        if mute:
            raise NeedsOcr(_MUTE)
        if any(page.chars for page in file.pages):
            raise NeedsOcr(_HIDDEN_LAYER)
        scan.require()
    if len(pictures) == len(file.pages) > 0:
        return scan.read_scanned_pdf(data)

    def recognise(number: int, part: Frame | None) -> list[Part]:
        return scan.read_part(data, number, part)

    document = pages.document("pdf", recognise if scan.available() else None)
    if not _is_whole(file, data):
        end = len(document.text)
        note = Note("F108", _LOST, (Span(end, end),))
        document = replace(document, notes=(*document.notes, note))
    return document


def _drawings(file: Any) -> list[Drawing]:
    """Return what every page draws, its content first and its annotations on top."""
    layers = Layers(file.doc.catalog)
    annotations = Annotations(file.doc.catalog, layers)
    letters = Letters()
    drawings: list[Drawing] = []
    for page in file.pages:
        drawer = PageDrawer(file.rsrcmgr, page.page_obj, page.page_number, letters)
        interpreter = Interpreter(file.rsrcmgr, drawer, layers)
        content, drawing = page.page_obj, drawer.drawing
        try:
            if not all(isinstance(resolve1(part), PDFStream) for part in content.contents):
                raise ValueError("a page's content is missing")
            interpreter.render_contents(content.resources, content.contents, drawer.page_ctm)
            annotations.draw(content, drawer, interpreter)
            drawing = drawer.finish()
        except _DAMAGE:
            drawing = Drawing(page.page_number, drawing.width, drawing.height, damaged=True)
        drawings.append(drawing)
    if drawings and all(drawing.damaged for drawing in drawings):
        raise ValueError("no page can be drawn")
    return drawings


def _is_whole(file: Any, data: bytes) -> bool:
    """Say whether the file has its end, and as many pages as it says."""
    if breaks_off(data):
        return False
    tree = entries(file.doc.catalog.get("Pages"))
    return number(tree.get("Count"), 0) <= len(file.pages)
