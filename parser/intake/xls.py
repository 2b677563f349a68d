"""Old workbooks (xls, et) by xlrd: what the cells show, one sheet after another."""

from __future__ import annotations

import struct
from typing import Any

import xlrd
from xlrd.biffh import XLRDError

from parser.errors import Unreadable
from parser.intake.numberformat import formatted
from parser.intake.sheet import MAX_COLUMNS, MAX_ROWS, Place, Sheet, shown, write_sheets
from parser.intake.sheetview import seen
from parser.intake.writer import Writer
from parser.intake.xlslooks import XlsLooks
from parser.model import Document

_WHAT = "工作簿"
_OLE = b"\xd0\xcf\x11\xe0"
# The heights of rows in twentieths of a point, the widths of columns in 256ths of a character.
_LEAST_HEIGHT, _LEAST_WIDTH = 20, 52


def read_xls(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read an old workbook. Raises `Unreadable`; `encoding` means nothing here."""
    del encoding
    try:
        book = _opened(data)
        looks = XlsLooks(book)
        there = [sheet for sheet in book.sheets() if sheet.nrows]
        visible = [sheet for sheet in there if sheet.visibility == 0]
        sheets = [_sheet(looks, sheet, book.datemode) for sheet in visible or there]
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


def _opened(data: bytes) -> Any:
    """Open a workbook in the way that first succeeds: as it should be, past damage, bare."""
    try:
        return _book(data)
    except XLRDError as error:
        if "encrypted" in str(error).lower() or not data.startswith(_OLE):
            raise
        first: Exception = error
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        first = error
    try:
        return _book(data, ignore_workbook_corruption=True)
    except MemoryError:
        raise
    except Exception:
        stream = _stream(data)
    if stream is None:
        raise first
    return _book(stream)


def _book(data: bytes, **settings: Any) -> Any:
    return xlrd.open_workbook(
        file_contents=data, formatting_info=True, logfile=_Silence(), **settings
    )


def _stream(data: bytes) -> bytes | None:
    """Return the workbook's own stream, by a reader that is less strict about what holds it."""
    import olefile

    try:
        with olefile.OleFileIO(data) as opened:
            ole: Any = opened
            name = next((n for n in ("Workbook", "Book") if ole.exists(n)), None)
            return ole.openstream(name).read() if name else None
    except (OSError, ValueError, IndexError, TypeError, struct.error, AttributeError):
        return None


def _sheet(looks: XlsLooks, sheet: Any, datemode: Any) -> Sheet:
    texts: dict[Place, str] = {}
    for row in range(min(sheet.nrows, MAX_ROWS)):
        for column in range(min(sheet.row_len(row), MAX_COLUMNS)):
            cell = sheet.cell(row, column)
            if cell.ctype == xlrd.XL_CELL_NUMBER and not cell.value and not sheet.show_zero_values:
                continue
            text = _text(looks, cell, datemode, sheet.rich_text_runlist_map.get((row, column)))
            if text:
                texts[row, column] = text
    merged = {
        (low, left): (high - low, right - left) for low, high, left, right in sheet.merged_cells
    }
    return seen(str(sheet.name), texts, merged, _hidden_rows(sheet), _hidden_columns(sheet))


def _hidden_rows(sheet: Any) -> set[int]:
    hidden: set[int] = set(range(MAX_ROWS)) if sheet.default_row_hidden else set()
    for at, row in sheet.rowinfo_map.items():
        flat = not row.has_default_height and row.height is not None and row.height < _LEAST_HEIGHT
        if row.hidden or flat:
            hidden.add(at)
        else:
            hidden.discard(at)
    return hidden


def _hidden_columns(sheet: Any) -> set[int]:
    return {
        at
        for at, column in sheet.colinfo_map.items()
        if column.hidden or column.width < _LEAST_WIDTH
    }


def _text(looks: XlsLooks, cell: Any, datemode: Any, runs: list[tuple[int, int]] | None) -> str:
    """Return what a cell shows, marked where it shows it struck out."""
    format = looks.format(cell)
    white = False
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        found = formatted(float(cell.value), format)
        text, white = found.text, found.white
    elif cell.ctype == xlrd.XL_CELL_DATE:
        year, month, day, *_ = xlrd.xldate_as_tuple(cell.value, datemode)
        text = f"{year}年{month}月{day}日" if year else shown(float(cell.value))
    elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
        text = shown(bool(cell.value), format)
    elif cell.ctype == xlrd.XL_CELL_ERROR:
        text = str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    else:
        text = shown(str(cell.value), format)
        if runs and text:
            return "".join(looks.passages(str(cell.value), cell, runs))
    return looks.cell(cell, white).seen(text)


class _Silence:
    """Takes what xlrd prints about a file's oddities."""

    def write(self, text: str) -> int:
        """Drop the text."""
        return len(text)

    def flush(self) -> None:
        """Do nothing."""
