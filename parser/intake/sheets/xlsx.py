"""Workbooks (xlsx) by openpyxl: what the cells show, one sheet after another."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any, cast

from parser.errors import Unreadable
from parser.intake.sheets.numberformat import formatted
from parser.intake.sheets.sheet import MAX_COLUMNS, MAX_ROWS, Place, Sheet, shown, write_sheets
from parser.intake.sheets.sheetview import seen
from parser.intake.sheets.workbookparts import SheetPart, workbook
from parser.intake.sheets.xlsxlooks import XlsxLooks
from parser.intake.writer import Writer
from parser.model import Document

_WHAT = "工作簿"
# No honest sheet has more areas whose colours are decided by rules.
_MOST_AREAS = 500


def read_xlsx(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a workbook. Raises `Unreadable`; `encoding` means nothing here.

    A formula counts by the value that was last computed; one that never was shows as itself.
    """
    del encoding
    parts = workbook(data)
    try:
        values = _load(parts.file, computed=True)
        uncomputed = any(sheet.uncomputed for sheet in parts.sheets)
        formulas = _load(parts.file, computed=False).worksheets if uncomputed else None
        looks = XlsxLooks(values, parts.theme)
        sheets = [
            _sheet(part, sheet, formulas[n] if formulas else None, looks)
            for n, (part, sheet) in enumerate(zip(parts.sheets, values.worksheets, strict=True))
        ]
    except MemoryError:
        raise
    except Exception as error:  # a damaged file makes openpyxl stumble in any way there is
        raise Unreadable(f"{_WHAT}已损坏，内容不完整。") from error
    writer = Writer()
    write_sheets(writer, sheets)
    document = writer.document(kind)
    if not document.text.strip():
        raise Unreadable("工作簿里没有内容。")
    return document


def _load(data: bytes, computed: bool) -> Any:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # What openpyxl leaves out (print areas, pivots) is no part of a report.
        warnings.simplefilter("ignore")
        return load_workbook(
            io.BytesIO(data), data_only=computed, keep_links=False, rich_text=computed
        )


def _sheet(part: SheetPart, sheet: Any, formulas: Any, looks: XlsxLooks) -> Sheet:
    painted = _areas(part.painted if len(part.painted) <= _MOST_AREAS else ("A:IV",))
    texts: dict[Place, str] = {}
    # The cells that are there, not the rectangle around them: one stray cell can make it vast.
    for (row, column), cell in sheet._cells.items():
        if row > MAX_ROWS or column > MAX_COLUMNS:
            continue
        value = cell.value
        if value is None and formulas is not None:
            value = formulas.cell(row, column).value
            value = getattr(value, "text", value)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if value is not None and (part.shows_zeros or value or not is_number):
            inside = any(_covers(area, row, column) for area in painted)
            texts[row - 1, column - 1] = _text(value, cell, looks, inside)
    merged: dict[Place, tuple[int, int]] = {}
    for left, top, right, bottom in _areas(part.merged):
        if left <= MAX_COLUMNS and top <= MAX_ROWS:
            merged[top - 1, left - 1] = bottom - top + 1, right - left + 1
    return seen(part.name, texts, merged, part.hidden_rows, part.hidden_columns)


def _text(value: Any, cell: Any, looks: XlsxLooks, painted: bool) -> str:
    """Return what a cell shows, marked where it shows it struck out."""
    format = str(cell.number_format)
    if isinstance(value, list):
        # Rich text: passages with fonts of their own, others with that of the cell.
        pieces = cast("list[Any]", value)
        if not shown("".join(map(str, pieces)), format):
            return ""
        own = looks.cell(cell, painted)
        return "".join(
            (own if isinstance(piece, str) else looks.run(cell, piece.font, painted)).seen(
                str(piece)
            )
            for piece in pieces
        )
    if isinstance(value, datetime | date):
        text, white = f"{value.year}年{value.month}月{value.day}日", False
    elif isinstance(value, time):
        text, white = value.isoformat(), False
    elif cell.data_type == "e":
        text, white = str(value), False
    elif isinstance(value, int | float) and not isinstance(value, bool):
        found = formatted(value, format)
        text, white = found.text, found.white
    else:
        text, white = shown(value, format), False
    return looks.cell(cell, painted, white).seen(text)


def _areas(told: Sequence[str]) -> list[tuple[int, int, int, int]]:
    from openpyxl.utils import range_boundaries

    found: list[tuple[int, int, int, int]] = []
    for area in told:
        with suppress(ValueError):
            left, top, right, bottom = range_boundaries(area)
            found.append((left or 1, top or 1, right or MAX_COLUMNS, bottom or MAX_ROWS))
    return found


def _covers(area: tuple[int, int, int, int], row: int, column: int) -> bool:
    left, top, right, bottom = area
    return left <= column <= right and top <= row <= bottom
