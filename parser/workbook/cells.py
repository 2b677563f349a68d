"""Cells that go into a sheet: text that can never become a formula, numbers, formulas, links."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from parser.model import Number

# What XML cannot hold: control characters, halves of surrogate pairs, two non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Excel's own bounds.
MOST_CHARACTERS = 32_767
MOST_LINKS = 65_530
LONGEST_LINK = 2_000
# What Excel takes for the beginning of a formula when the cell is edited.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")

HEAD = PatternFill("solid", fgColor="DCE6F1")
CORRECTED = PatternFill("solid", fgColor="FFF2CC")
WRONG = PatternFill("solid", fgColor="F8D7DA")
UNREAD = PatternFill("solid", fgColor="D9D9D9")
TOTAL = PatternFill("solid", fgColor="EDEDED")
BOLD = Font(bold=True)
BIG = Font(bold=True, size=14)
LINK = Font(color="0563C1", underline="single")
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
TOP = Alignment(vertical="top", wrap_text=True)
_LINE = Side(style="thin", color="A6A6A6")
BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
# Points; Excel allows no row to be higher than 409.
LINE_HEIGHT, MOST_HEIGHT = 14.0, 400.0
# How full a line of a wrapped cell gets before it breaks.
_FILLED = 0.9
A3 = 8
WHEN = "yyyy-mm-dd hh:mm"


def clean(text: str) -> str:
    """Return the text without what a sheet cannot hold, cut to what a cell can hold."""
    text = _UNPRINTABLE.sub("", text)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def text(sheet: Any, value: str, **style: Any) -> Any:
    """Make a cell of text; whatever it begins with, it stays text.

    `style` are attributes of openpyxl's cell: `font`, `fill`, `alignment`, `border`.
    """
    cell = WriteOnlyCell(sheet)
    kept = clean(value)
    cell.value = kept
    # Setting the value has guessed a type: "=…" a formula, "#N/A" an error.
    cell.data_type = "s"
    if kept.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True
    return _styled(cell, style)


def number(sheet: Any, value: Number | None, **style: Any) -> Any:
    """Make a cell of a number; None is an empty cell, blank is not nought."""
    cell = WriteOnlyCell(sheet)
    if value is not None:
        cell.value = value if isinstance(value, int) or value.is_finite() else None
    return _styled(cell, style)


def number_or_text(sheet: Any, value: Number | str | None, **style: Any) -> Any:
    """Make a cell of whichever it is."""
    if isinstance(value, (int, Decimal)):
        return number(sheet, value, **style)
    return text(sheet, value or "", **style)


def formula(sheet: Any, expression: str, **style: Any) -> Any:
    """Make a live formula. `expression` is the program's own, never text from a report."""
    cell = WriteOnlyCell(sheet, "=" + expression)
    return _styled(cell, style)


def moment(sheet: Any, when: datetime, **style: Any) -> Any:
    """Make a cell of a date and time, in the local time of this machine."""
    cell = WriteOnlyCell(sheet, when.astimezone().replace(tzinfo=None, microsecond=0))
    cell.number_format = WHEN
    return _styled(cell, style)


def with_comment(cell: Any, said: str) -> Any:
    """Hang a comment on the cell."""
    note = Comment(clean(said), "鉴报")
    note.width, note.height = 260, 110
    cell.comment = note
    return cell


def link(cell: Any, target: str | None, at: tuple[int, int]) -> Any:
    """Make the cell a link; `at` is its row and column, counted from 1."""
    if target is None or len(target) > LONGEST_LINK:
        return cell
    cell.row, cell.column = at
    cell.hyperlink = Hyperlink(ref=cell.coordinate, target=target)
    cell.font = LINK
    return cell


def address(file: Path, workbook: Path) -> str | None:
    """Return the percent-encoded address of a file, relative to the workbook's folder.

    None where there is no way from one to the other (two drives).
    """
    try:
        relative = os.path.relpath(file.resolve(), workbook.resolve().parent)
    except ValueError:
        return None
    # By its bytes: a name from another system need be no text here.
    return quote(os.fsencode(relative.replace(os.sep, "/")))


def height(texts: Iterable[tuple[str, float]]) -> float:
    """Return the height in points that a row needs for wrapped texts in columns of these widths.

    Spreadsheet programs fit heights themselves only to cells that are not merged.
    """
    lines = 1
    for said, width in texts:
        wide = sum(2 if character > "\u2e7f" else 1 for character in said)
        lines = max(lines, math.ceil(wide / (width * _FILLED)))
    return min(LINE_HEIGHT * lines + 2, MOST_HEIGHT)


def heading(sheet: Any, names: Sequence[str]) -> list[Any]:
    """Make a row of column names."""
    return [text(sheet, name, font=BOLD, fill=HEAD, alignment=CENTRE, border=BOX) for name in names]


def _styled(cell: Any, style: dict[str, Any]) -> Any:
    for name, value in style.items():
        setattr(cell, name, value)
    return cell
