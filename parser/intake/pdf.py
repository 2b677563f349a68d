"""PDF with a text layer: ruled tables by their lines, the rest as lines of words.

A document without a text layer goes on to `scan`. Nothing is rendered here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from parser.errors import Refused, Unreadable
from parser.intake.folio import Folio, Line, Word
from parser.model import Box, Document

MAX_PAGES = 400
# A page with fewer characters than this and an image on it is a picture of a page.
_FEW_CHARACTERS = 12
_SNAP = 3.0


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
                folio.page(page.page_number, float(page.width), float(page.height), _parts(page))
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


def _parts(page: Any) -> Iterator[Line | list[list[tuple[Box, int, int, list[Line]]]]]:
    """Yield the page's lines of words and its tables from top to bottom."""
    words = _words(page)
    tables = [table for table in page.find_tables() if _has_columns(table)]
    inside: set[int] = set()
    parts: list[tuple[float, Any]] = []
    for table in tables:
        for top, part in _table(page.page_number, table, words, inside):
            parts.append((top, part))
    loose = [word for i, word in enumerate(words) if i not in inside]
    parts += [(line.top, line) for line in lines(loose)]
    for _, part in sorted(parts, key=lambda item: item[0]):
        yield part


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


def _has_columns(table: Any) -> bool:
    """Say whether a table has a row of two cells: underlined prose has none."""
    return any(sum(cell is not None for cell in row.cells) > 1 for row in table.rows)


def _table(
    number: int, table: Any, words: list[Word], inside: set[int]
) -> Iterator[tuple[float, Any]]:
    """Yield a table's rows as grids, with a row of one cell over the whole width as lines.

    Ruled lines under prose join it to a table below; taken out, it is prose again, and a clause
    heading that is taken out with it stands between two grids of the same table.
    """
    left, _, right, _ = table.bbox
    xs = sorted({round(v, 1) for row in table.rows for c in row.cells if c for v in (c[0], c[2])})
    columns = _snapped(xs)
    rows: list[list[tuple[Box, int, int, list[Line]]]] = []
    top = 0.0
    ys = _snapped(
        sorted({round(v, 1) for row in table.rows for c in row.cells if c for v in (c[1], c[3])})
    )
    for row in table.rows:
        cells = [cell for cell in row.cells if cell]
        if not cells:
            continue
        if len(cells) == 1 and cells[0][0] <= left + _SNAP and cells[0][2] >= right - _SNAP:
            if rows:
                yield top, rows
                rows = []
            for line in lines(_within(cells[0], words, inside)):
                yield line.top, line
            continue
        if not rows:
            top = cells[0][1]
        rows.append(
            [
                (
                    Box(number, *map(float, cell)),
                    max(1, _index(ys, cell[3]) - _index(ys, cell[1])),
                    max(1, _index(columns, cell[2]) - _index(columns, cell[0])),
                    lines(_within(cell, words, inside)),
                )
                for cell in cells
            ]
        )
    if rows:
        yield top, rows


def _within(cell: Any, words: list[Word], inside: set[int]) -> list[Word]:
    """Take the words whose middle lies in a cell. Each word goes to one cell only."""
    x0, top, x1, bottom = cell
    found: list[Word] = []
    for i, word in enumerate(words):
        x = (word.box.x0 + word.box.x1) / 2
        y = (word.box.y0 + word.box.y1) / 2
        if i not in inside and x0 <= x <= x1 and top <= y <= bottom:
            inside.add(i)
            found.append(word)
    return found


def _snapped(values: list[float]) -> list[float]:
    """Join edges that lie within a few points of each other: one ruling drawn twice."""
    result: list[float] = []
    for value in values:
        if not result or value - result[-1] > _SNAP:
            result.append(value)
    return result


def _index(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def lines(words: Sequence[Word]) -> list[Line]:
    """Group words into lines from top to bottom, each from left to right."""
    result: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.box.y0 + w.box.y1) / 2, w.box.x0)):
        middle = (word.box.y0 + word.box.y1) / 2
        if result:
            last = result[-1][0].box
            if abs(middle - (last.y0 + last.y1) / 2) < max(2.0, (last.y1 - last.y0) * 0.5):
                result[-1].append(word)
                continue
        result.append([word])
    return [Line(tuple(sorted(line, key=lambda w: w.box.x0))) for line in result]
