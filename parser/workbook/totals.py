"""Sheet 合计: the three official tables of each form in use, each cell a live sum over 汇总."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from parser.model import TABLES, Report
from parser.official.form import Form
from parser.official.layout import LayoutCell, layout
from parser.workbook import cells
from parser.workbook.figure_columns import forms_of, rows_present
from parser.workbook.material import FORM_COLUMN, TOTALS, Contents
from parser.workbook.words import form_name

_WIDTHS = (22, 16, 44, *[12] * 12)


def write_totals(book: Any, contents: Contents) -> None:
    """Add the sheet to the book."""
    sheet = book.create_sheet(TOTALS)
    for at, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.oddFooter.center.text = "&A　第 &P 页，共 &N 页"
    reports = [review.current for review in contents.read]
    sheet.append([cells.text(sheet, "各表合计", font=cells.BIG)])
    sheet.append(
        [cells.text(sheet, "每一格都是对“汇总”表的实时求和：在“汇总”里筛选或改数，这里随之变化。")]
    )
    sheet.append([cells.text(sheet, _years(reports))])
    at = 4
    for form in forms_of(reports):
        for name in TABLES:
            drawn = layout(form, name, rows_present(reports, form.id))
            table = form.table(name)
            title = f"{table.short}　{table.title}（{form_name(form.id)}）"
            sheet.append([])
            sheet.append([cells.text(sheet, title, font=cells.BOLD)])
            at += 2
            at = _draw(sheet, contents, form, drawn, at)


def _years(reports: Sequence[Report]) -> str:
    """Warn where a total would add one year to another."""
    years = {report.identity.year for report in reports if report.identity.year}
    if len(years) < 2:
        return ""
    span = f"{min(years)}年到{max(years)}年"
    return f"现有{span}共 {len(years)} 个年度的报告：请先在“汇总”里按年度筛选，再看合计。"


def _draw(sheet: Any, contents: Contents, form: Form, drawn: list[LayoutCell], top: int) -> int:
    """Draw one table with its upper left corner in the first column of row `top`."""
    height = max(cell.row + cell.row_span for cell in drawn)
    width = max(cell.column + cell.column_span for cell in drawn)
    rows: list[list[Any]] = [
        [cells.text(sheet, "", border=cells.BOX) for _ in range(width)] for _ in range(height)
    ]
    for cell in drawn:
        if cell.row_span > 1 or cell.column_span > 1:
            sheet.merged_cells.add(
                CellRange(
                    min_row=top + cell.row,
                    max_row=top + cell.row + cell.row_span - 1,
                    min_col=1 + cell.column,
                    max_col=cell.column + cell.column_span,
                )
            )
        rows[cell.row][cell.column] = _cell(sheet, contents, form, cell)
    for at, row in enumerate(rows):
        wrapped = [
            (cell.text, sum(_WIDTHS[cell.column : cell.column + cell.column_span]))
            for cell in drawn
            if cell.row == at and cell.row_span == 1
        ]
        sheet.row_dimensions[top + at].height = cells.height(wrapped)
        sheet.append(row)
    return top + height


def _cell(sheet: Any, contents: Contents, form: Form, cell: LayoutCell) -> Any:
    if cell.key is None:
        return cells.text(
            sheet, cell.text, fill=cells.HEAD, alignment=cells.CENTRE, border=cells.BOX
        )
    column = contents.column_of(cell.key)
    if column is None:
        return cells.text(sheet, "", border=cells.BOX)
    on_form = f'{contents.column_range(FORM_COLUMN)},"{form_name(form.id)}"'
    seen = f"{contents.column_range(contents.shown_column)},1"
    return cells.formula(
        sheet, f"SUMIFS({contents.column_range(column)},{on_form},{seen})", border=cells.BOX
    )
