"""Workbooks (xlsx) by openpyxl: shown values, merged cells, one sheet after another."""

from __future__ import annotations

import io
import warnings
from datetime import date, datetime, time
from typing import Any

from parser.errors import Unreadable
from parser.intake.archive import opened, part
from parser.intake.ooxml import refuse_entities
from parser.intake.sheet import MAX_COLUMNS, MAX_ROWS, Place, Sheet, shown, write_sheets
from parser.intake.writer import Writer
from parser.model import Document

_WHAT = "工作簿"


def read_xlsx(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a workbook. Raises `Unreadable`; `encoding` means nothing here.

    A formula counts by the value that was last computed; one that never was shows as itself.
    """
    del encoding
    with opened(data, _WHAT) as archive:
        refuse_entities(archive, _WHAT)
    values = _load(data, computed=True)
    sheets = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
    formulas = _load(data, computed=False) if b"<f>" in _sheets_xml(data) else None
    writer = Writer()
    write_sheets(
        writer,
        [_sheet(s, formulas[s.title] if formulas else None) for s in sheets or values.worksheets],
    )
    document = writer.document(kind)
    if not document.text.strip():
        raise Unreadable("工作簿里没有内容。")
    return document


def _load(data: bytes, computed: bool) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # What openpyxl leaves out (print areas, pivots) is no part of a report.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), data_only=computed, keep_links=False)
    except MemoryError:
        raise
    except Exception as error:  # a damaged file makes openpyxl stumble in any way there is
        raise Unreadable(f"{_WHAT}已损坏，内容不完整。") from error


def _sheets_xml(data: bytes) -> bytes:
    with opened(data, _WHAT) as archive:
        names = [n for n in archive.namelist() if n.startswith("xl/worksheets/")]
        return b"".join(part(archive, name, _WHAT) for name in names).replace(b"<f ", b"<f>")


def _sheet(sheet: Any, formulas: Any) -> Sheet:
    texts: dict[Place, str] = {}
    # The cells that are there, not the rectangle around them: one stray cell can make it vast.
    for (row, column), cell in sheet._cells.items():
        if row > MAX_ROWS or column > MAX_COLUMNS:
            continue
        value = cell.value
        if value is None and formulas is not None:
            value = formulas.cell(row, column).value
        if value is not None:
            texts[row - 1, column - 1] = _text(value, str(cell.number_format))
    merged: dict[Place, tuple[int, int]] = {}
    for area in sheet.merged_cells.ranges:
        size = (area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
        merged[area.min_row - 1, area.min_col - 1] = size
    return Sheet(str(sheet.title), texts or {(0, 0): ""}, merged)


def _text(value: object, format: str) -> str:
    if isinstance(value, datetime | date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, time):
        return value.isoformat()
    return shown(value, format)
