"""Old workbooks (xls, et) by xlrd: what the cells show, one sheet after another."""

from __future__ import annotations

import re
from typing import Any

import xlrd
from xlrd.biffh import XLRDError

from parser.errors import Unreadable
from parser.intake.sheets.numberformat import formatted
from parser.intake.sheets.sheet import MAX_COLUMNS, MAX_ROWS, Place, Sheet, shown, write_sheets
from parser.intake.sheets.sheetview import seen
from parser.intake.sheets.xlslooks import XlsLooks
from parser.intake.writer import Writer
from parser.model import Document, Note, Span

_WHAT = "工作簿"
_OLE = b"\xd0\xcf\x11\xe0"
_SECTOR = 512
# The record with which the workbook itself begins ([MS-XLS] 2.4.21).
_BEGIN = re.compile(rb"\x09\x08[\x08\x10]\x00\x00[\x05\x06]\x05\x00")
_DAMAGED = (
    "工作簿的文件结构已损坏，内容是从残余部分读出的，可能不全；请取得完好的文件，或逐项核对。"
)
# The heights of rows in twentieths of a point, the widths of columns in 256ths of a character.
_LEAST_HEIGHT, _LEAST_WIDTH = 20, 52


def read_xls(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read an old workbook. Raises `Unreadable`; `encoding` means nothing here."""
    del encoding
    try:
        book, dug_out = _opened(data)
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
    notes = [Note("F107", _DAMAGED, (Span(0, writer.at),))] if dug_out else []
    document = writer.document(kind, notes=notes)
    if not document.text.strip():
        raise Unreadable("工作簿里没有内容。")
    return document


def _opened(data: bytes) -> tuple[Any, bool]:
    """Open a workbook in the way that first succeeds; say whether it had to be dug out.

    Other programs read over much damage of what holds the records.
    """
    first: Exception | None = None
    for way in (_book, _past_damage, _by_its_stream, _dug_out):
        try:
            return way(data), way is _dug_out
        except (MemoryError, RecursionError):
            raise
        except Exception as error:  # a damaged file makes xlrd stumble in any way there is
            if "encrypted" in str(error).lower() or not data.startswith(_OLE):
                raise
            first = first or error
    raise first or Unreadable(f"{_WHAT}已损坏，内容不完整。")


def _book(data: bytes, **settings: Any) -> Any:
    return xlrd.open_workbook(
        file_contents=data,
        formatting_info=True,
        ragged_rows=True,  # else one merged range that reaches far fills all of the memory
        logfile=_Silence(),
        **settings,
    )


def _past_damage(data: bytes) -> Any:
    # A last sector that is not whole is whole for all that it holds.
    return _book(data + bytes(-len(data) % _SECTOR), ignore_workbook_corruption=True)


def _by_its_stream(data: bytes) -> Any:
    """Open the workbook's own stream, by a reader that is less strict about what holds it."""
    import olefile

    with olefile.OleFileIO(data) as opened:
        ole: Any = opened
        return _book(ole.openstream("Workbook" if ole.exists("Workbook") else "Book").read())


def _dug_out(data: bytes) -> Any:
    """Open the records where they begin, as if nothing held them."""
    at = next(at for at in range(_SECTOR, len(data), _SECTOR) if _BEGIN.match(data, at))
    return _book(data[at:])


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
