"""Old workbooks (xls, et) by xlrd: shown values, merged cells, one sheet after another."""

from __future__ import annotations

from typing import Any

import xlrd
from xlrd.biffh import XLRDError

from parser.errors import Unreadable
from parser.intake.sheet import MAX_COLUMNS, MAX_ROWS, Place, Sheet, shown, write_sheets
from parser.intake.writer import Writer
from parser.model import Document

_WHAT = "工作簿"


def read_xls(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read an old workbook. Raises `Unreadable`; `encoding` means nothing here."""
    del encoding
    try:
        book: Any = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=_Silence())
        sheets = [_sheet(book, sheet) for sheet in book.sheets() if sheet.visibility == 0]
    except XLRDError as error:
        if "encrypted" in str(error).lower():
            raise Unreadable("文件有打开密码，请解除密码后再读。") from error
        raise Unreadable(f"{_WHAT}已损坏，或者格式太旧，打不开。") from error
    except MemoryError:
        raise
    except Exception as error:  # a damaged file makes xlrd stumble in any way there is
        raise Unreadable(f"{_WHAT}已损坏，内容不完整。") from error
    writer = Writer()
    write_sheets(writer, sheets)
    document = writer.document(kind)
    if not document.text.strip():
        raise Unreadable("工作簿里没有内容。")
    return document


def _sheet(book: Any, sheet: Any) -> Sheet:
    texts: dict[Place, str] = {}
    for row in range(min(sheet.nrows, MAX_ROWS)):
        for column in range(min(sheet.row_len(row), MAX_COLUMNS)):
            text = _text(book, sheet.cell(row, column))
            if text:
                texts[row, column] = text
    merged = {
        (low, left): (high - low, right - left) for low, high, left, right in sheet.merged_cells
    }
    return Sheet(str(sheet.name), texts or {(0, 0): ""}, merged)


def _text(book: Any, cell: Any) -> str:
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return shown(float(cell.value), _format(book, cell))
    if cell.ctype == xlrd.XL_CELL_DATE:
        year, month, day, *_ = xlrd.xldate_as_tuple(cell.value, book.datemode)
        return f"{year}年{month}月{day}日" if year else shown(float(cell.value))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return shown(bool(cell.value))
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    return str(cell.value)


def _format(book: Any, cell: Any) -> str:
    if cell.xf_index is None:
        return "General"
    return str(book.format_map[book.xf_list[cell.xf_index].format_key].format_str)


class _Silence:
    """Takes what xlrd prints about a file's oddities."""

    def write(self, text: str) -> int:
        """Drop the text."""
        return len(text)

    def flush(self) -> None:
        """Do nothing."""
