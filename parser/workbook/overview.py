"""Sheet 总览: counts of files, findings and stages, with charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from openpyxl.chart import BarChart, PieChart, Reference
from openpyxl.utils import get_column_letter

from parser.model import Severity
from parser.rules.registry import all_rules
from parser.workbook import cells
from parser.workbook.material import OVERVIEW, Contents
from parser.workbook.words import STAGE, STATUS, VERDICTS

_WIDTHS = (16, 44, 12, 10, 4)
_CHART_COLUMN = "G"
_MOST_CODES = 15
_COUNTED = "跨年报的问题，涉及的每份报告各计一次"
Rows = list[tuple[str, str, int]]


def write_overview(book: Any, contents: Contents) -> None:
    """Add the sheet to the book."""
    sheet = book.create_sheet(OVERVIEW)
    for at, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.append([cells.text(sheet, "政府信息公开工作年度报告审核总览", font=cells.BIG)])
    at = 2
    for title, rows, kind, anchor in (
        ("文件", _files(contents), None, 0),
        ("审核进度", _stages(contents), PieChart, 2),
        ("问题级别", _severities(contents), PieChart, 18),
        ("核实", _verdicts(contents), None, 0),
        ("最多的问题", _codes(contents), BarChart, 34),
        ("各年度的报告", _years(contents), BarChart, 54),
    ):
        at = _part(sheet, title, rows, at)
        if kind is not None and rows:
            _chart(sheet, kind, title, at - len(rows), at - 1, f"{_CHART_COLUMN}{anchor}")


def _part(sheet: Any, title: str, rows: Rows, at: int) -> int:
    """Write a small table; return the number of the row after it."""
    sheet.append([])
    sheet.append(cells.heading(sheet, [title, "", "数量"]))
    for row in rows:
        sheet.append(
            [
                cells.text(sheet, row[0]),
                cells.text(sheet, row[1], alignment=cells.TOP),
                cells.number(sheet, row[2]),
            ]
        )
    return at + 2 + len(rows)


def _chart(sheet: Any, kind: type[Any], title: str, first: int, last: int, anchor: str) -> None:
    chart = kind()
    chart.title = title
    chart.add_data(Reference(sheet, min_col=3, min_row=first, max_row=last))
    chart.set_categories(Reference(sheet, min_col=1, min_row=first, max_row=last))
    chart.height, chart.width = 7.5, 16
    if isinstance(chart, BarChart):
        chart.type = "bar"
        chart.legend = None
        chart.y_axis.delete = chart.x_axis.delete = False
        chart.x_axis.scaling.orientation = "maxMin"
        chart.height = 9
    sheet.add_chart(chart, anchor)


def _files(contents: Contents) -> Rows:
    statuses = Counter(review.report.status for review in contents.reviews)
    rows: Rows = [("文件", "", len(contents.reviews))]
    rows += [(name, "", statuses[status]) for status, name in STATUS.items()]
    corrected = sum(len(review.corrections) for review in contents.reviews)
    return [*rows, ("更正的数据", "", corrected)]


def _stages(contents: Contents) -> Rows:
    stages = Counter(review.stage for review in contents.reviews)
    return [(name, "", stages[stage]) for stage, name in STAGE.items()]


def _severities(contents: Contents) -> Rows:
    standing = contents.whole.standing
    return [(severity.label, _COUNTED, standing[severity]) for severity in Severity]


def _verdicts(contents: Contents) -> Rows:
    """Count the findings by what became of them: what was called 误报 stays counted."""
    states = contents.whole.states
    return [(name, _COUNTED, states[state]) for state, name in VERDICTS.items()]


def _codes(contents: Contents) -> Rows:
    titles = {rule.code: rule.title for rule in all_rules()}
    found = contents.whole.codes.items()
    most = sorted(found, key=lambda item: (-item[1], item[0]))[:_MOST_CODES]
    return [(code, titles.get(code, ""), count) for code, count in most]


def _years(contents: Contents) -> Rows:
    years = Counter(review.report.identity.year for review in contents.read)
    ordered: Sequence[int | None] = sorted(years, key=lambda year: year or 9999)
    return [(f"{year}年" if year else "年度不明", "", years[year]) for year in ordered]
