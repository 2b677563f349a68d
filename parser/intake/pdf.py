"""PDF with a text layer: ruled tables by their lines, the rest as lines of words.

A document without a text layer goes on to `scan`. Nothing is rendered here.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from parser.errors import Refused, Unreadable
from parser.intake.folio import Folio
from parser.intake.lattice import parts
from parser.intake.printed import Word
from parser.model import Box, Document

MAX_PAGES = 400
# A page with fewer characters than this and an image on it is a picture of a page.
_FEW_CHARACTERS = 12


def read_pdf(data: bytes, kind: str, encoding: str | None) -> Document:
    """Read a PDF. Raises `Unreadable` where it is locked, broken, or a scan none can recognise."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            if len(file.pages) > MAX_PAGES:
                raise Refused(f"文件有 {len(file.pages)} 页，超过 {MAX_PAGES} 页，没有读取。")
            if _is_scan(file.pages):
                from parser.intake.scan import read_scanned_pdf

                return read_scanned_pdf(data)
            folio = Folio()
            for page in file.pages:
                number = page.page_number
                printed = parts(number, page.find_tables(), _words(page))
                folio.page(number, float(page.width), float(page.height), printed)
                page.close()
            return folio.document("pdf")
    except PDFPasswordIncorrect as error:
        raise Unreadable("PDF 有打开密码，请解除密码后再读。") from error
    except PdfminerException as error:
        if isinstance(error.args[0] if error.args else None, PDFPasswordIncorrect):
            raise Unreadable("PDF 有打开密码，请解除密码后再读。") from error
        raise Unreadable("PDF 文件已经损坏，读不出内容。") from error
    except (MalformedPDFException, ValueError, KeyError, TypeError, IndexError) as error:
        raise Unreadable("PDF 文件已经损坏，读不出内容。") from error
    except (AttributeError, AssertionError, RecursionError, OverflowError) as error:
        raise Unreadable("PDF 文件的结构不合规范，读不出内容。") from error


def _is_scan(pages: Sequence[Any]) -> bool:
    """Say whether most pages are pictures without text."""
    bare = sum(len(page.chars) < _FEW_CHARACTERS and bool(page.images) for page in pages)
    return bare > len(pages) / 2


def _words(page: Any) -> list[Word]:
    found = page.extract_words(
        x_tolerance=1.5, y_tolerance=3, keep_blank_chars=False, use_text_flow=False
    )
    number = page.page_number
    return [
        Word(
            w["text"],
            Box(number, float(w["x0"]), float(w["top"]), float(w["x1"]), float(w["bottom"])),
        )
        for w in found
    ]
