"""Sheet 问题清单: a row a finding, ready to be sent to the unit."""

from __future__ import annotations

from typing import Any

from openpyxl.utils import get_column_letter

from parser.workbook import cells
from parser.workbook.material import FINDINGS, Contents
from parser.workbook.problems import Problem, problems

_COLUMNS = (
    ("单位", 20),
    ("年度", 7),
    ("文件", 26),
    ("编号", 8),
    ("级别", 7),
    ("问题", 56),
    ("部分", 16),
    ("表", 8),
    ("行", 24),
    ("列", 16),
    ("原值", 16),
    ("应为", 10),
    ("建议值", 26),
    ("更正为", 26),
    ("核实", 9),
    ("备注", 20),
    ("核实人", 10),
    ("核实时间", 17),
    ("整改情况", 30),
)
FILE = 3


def write_findings(book: Any, contents: Contents) -> None:
    """Add the sheet to the book."""
    sheet = book.create_sheet(FINDINGS)
    for at, (_, width) in enumerate(_COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    rows = list(problems(contents))
    sheet.freeze_panes = f"{get_column_letter(FILE + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{max(2, len(rows) + 1)}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = cells.A3
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.oddFooter.center.text = "&A　第 &P 页，共 &N 页"
    sheet.append(cells.heading(sheet, [name for name, _ in _COLUMNS]))
    for at, problem in enumerate(rows, start=2):
        row = _row(sheet, contents, problem, at)
        wrapped = [
            (str(cell.value), width)
            for cell, (_, width) in zip(row, _COLUMNS, strict=True)
            if cell is not None and cell.value is not None and cell.data_type == "s"
        ]
        sheet.row_dimensions[at].height = cells.height(wrapped)
        sheet.append(row)


def _row(sheet: Any, contents: Contents, problem: Problem, at: int) -> list[Any]:
    def said(words: str) -> Any:
        return cells.text(sheet, words, alignment=cells.TOP)

    file = said(problem.path)
    if at <= cells.MOST_LINKS:
        cells.link(file, contents.link(problem.path), (at, FILE))
    verdict = problem.verdict
    where = problem.place
    return [
        said(problem.unit),
        cells.number(sheet, problem.year, alignment=cells.TOP),
        file,
        said(problem.code),
        said(problem.severity.label),
        said(problem.sentence),
        said(where.section),
        said(where.table),
        said(where.row),
        said(where.column),
        cells.number_or_text(sheet, problem.original, alignment=cells.TOP),
        cells.number_or_text(sheet, problem.expected, alignment=cells.TOP),
        said(problem.suggestion),
        said(problem.corrected),
        said(problem.state),
        said(verdict.note if verdict else ""),
        said(verdict.author if verdict else ""),
        cells.moment(sheet, verdict.when, alignment=cells.TOP) if verdict else None,
        said(problem.mended),
    ]
