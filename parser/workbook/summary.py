"""Sheet 汇总: a row a report, a column a figure as corrected, a total that follows the filter."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from parser.model import Reading, Severity
from parser.reading.missing import unread_figures
from parser.review.review import Correction, Review
from parser.workbook import cells
from parser.workbook.material import ERRORS, FIGURES, FILE, FIXED, HEAD_ROWS, Contents
from parser.workbook.words import STAGE, form_name, shown

_WIDTHS = (28, 8, 34, 11, 10, 7, 7)
_FIGURE_WIDTH = 12
_REASONS_WIDTH = 60
# Excel's numbers for the sum of what is shown, its count and its mean.
_SUM_SHOWN, _COUNT_SHOWN, _MEAN_SHOWN = 109, 103, 101


def write_figures(book: Any, contents: Contents) -> None:
    """Add the sheet to the book."""
    sheet = book.create_sheet(FIGURES)
    _set_up(sheet, contents)
    for row in _head(sheet, contents):
        sheet.append(row)
    for at, review in enumerate(contents.read):
        sheet.append(_row(sheet, contents, review, contents.first_row + at))
    if contents.read:
        sheet.append(_total(sheet, contents))


def _set_up(sheet: Any, contents: Contents) -> None:
    for at, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    for at in range(len(_WIDTHS) + 1, contents.shown_column):
        sheet.column_dimensions[get_column_letter(at)].width = _FIGURE_WIDTH
    if contents.score_heads:
        reasons = get_column_letter(contents.score_column + 1)
        sheet.column_dimensions[reasons].width = _REASONS_WIDTH
    sheet.column_dimensions[get_column_letter(contents.shown_column)].hidden = True
    sheet.freeze_panes = f"{get_column_letter(FILE + 1)}{contents.first_row}"
    last = get_column_letter(contents.shown_column - 1)
    sheet.auto_filter.ref = f"A{HEAD_ROWS}:{last}{contents.last_row}"
    sheet.print_title_rows = f"1:{HEAD_ROWS}"
    sheet.print_title_cols = f"A:{get_column_letter(FILE)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = cells.A3
    sheet.oddFooter.center.text = "&A　第 &P 页，共 &N 页"


def _head(sheet: Any, contents: Contents) -> list[list[Any]]:
    """Three rows of Chinese names, equal neighbours joined, above the row that carries the keys."""
    rows: list[list[Any]] = []
    style = {"font": cells.BOLD, "fill": cells.HEAD, "alignment": cells.CENTRE}
    names = [(column.table, column.row, column.column) for column in contents.columns]
    for level in range(HEAD_ROWS - 1):
        row: list[Any] = [cells.text(sheet, "", **style) for _ in FIXED]
        at = len(FIXED) + 1
        for _, same in groupby(names, key=lambda name: name[: level + 1]):
            group = list(same)
            if len(group) > 1:
                sheet.merged_cells.add(
                    CellRange(
                        min_row=level + 1,
                        max_row=level + 1,
                        min_col=at,
                        max_col=at + len(group) - 1,
                    )
                )
            row += [
                cells.text(sheet, group[0][level] if not i else "", **style)
                for i in range(len(group))
            ]
            at += len(group)
        row += [cells.text(sheet, "", **style) for _ in contents.score_heads]
        rows.append(row)
    figures = [column.key for column in contents.columns]
    keys = [*FIXED, *figures, *contents.score_heads, "筛选后可见"]
    rows.append(cells.heading(sheet, keys))
    return rows


def _row(sheet: Any, contents: Contents, review: Review, at: int) -> list[Any]:
    report = review.current
    counts = contents.tally(review.path).standing
    file = cells.text(sheet, review.path)
    if at - contents.first_row < cells.MOST_LINKS:
        cells.link(file, contents.link(review.path), (at, FILE))
    row: list[Any] = [
        cells.text(sheet, report.identity.unit),
        cells.number(sheet, report.identity.year),
        file,
        cells.text(sheet, form_name(report.form) if report.form else ""),
        cells.text(sheet, STAGE[review.stage]),
        cells.number(sheet, counts[Severity.ERROR]),
        cells.number(sheet, counts[Severity.WARNING]),
    ]
    wrong = _named(contents, review, Severity.ERROR)
    unread = unread_figures(report)
    for column in contents.columns:
        correction = review.corrections.get(column.key)
        figure = report.figures.get(column.key)
        if correction is not None:
            cell = cells.number(sheet, correction.value, fill=cells.CORRECTED)
            row.append(cells.with_comment(cell, _comment(review, correction)))
        elif column.key in wrong:
            row.append(cells.number(sheet, figure.value if figure else None, fill=cells.WRONG))
        elif column.key in unread:
            row.append(cells.number(sheet, None, fill=cells.UNREAD))
        else:
            row.append(figure.value if figure else None)
    score = contents.scores.get(review.path)
    if score is not None:
        row.append(cells.number(sheet, score.points))
        row.append(cells.text(sheet, score.sentence))
    row.append(cells.formula(sheet, f"SUBTOTAL({_COUNT_SHOWN},{get_column_letter(FILE)}{at})"))
    return row


def _named(contents: Contents, review: Review, severity: Severity) -> frozenset[str]:
    """Return the keys of the figures that standing findings of a severity name."""
    return frozenset(
        key
        for entry in contents.desk.entries(review.path)
        if entry.severity is severity and entry.stands
        for key in entry.figures
    )


def _comment(review: Review, correction: Correction) -> str:
    parsed = review.report.figures.get(correction.figure)
    if parsed is None:
        unread = correction.figure in unread_figures(review.report)
        before = "没有读出" if unread else "报告中没有这一格"
    elif parsed.reading is Reading.UNREAD:
        before = f"没有读出：{parsed.raw}" if parsed.raw else "没有读出"
    elif parsed.value is None:
        before = f"原值：{parsed.raw}" if parsed.raw else "原值：空白"
    else:
        before = f"原值：{parsed.value}"
    when = correction.when.astimezone()
    lines = [before, f"更正为：{shown(correction.value)}"]
    if correction.reason:
        lines.append(f"理由：{correction.reason}")
    lines.append(f"{correction.author}　{when:%Y-%m-%d %H:%M}")
    return "\n".join(lines)


def _total(sheet: Any, contents: Contents) -> list[Any]:
    style = {"font": cells.BOLD, "fill": cells.TOTAL, "border": cells.BOX}
    row: list[Any] = [cells.text(sheet, "合计（随筛选）", **style)]
    row += [cells.text(sheet, "", **style) for _ in FIXED[1 : ERRORS - 1]]
    for at in range(ERRORS, contents.score_column):
        row.append(_of_shown(sheet, contents, at, _SUM_SHOWN, style))
    if contents.score_heads:
        row.append(_of_shown(sheet, contents, contents.score_column, _MEAN_SHOWN, style))
        row.append(cells.text(sheet, "得分一列是平均分", **style))
    return row


def _of_shown(sheet: Any, contents: Contents, at: int, function: int, style: dict[str, Any]) -> Any:
    letter = get_column_letter(at)
    where = f"{letter}{contents.first_row}:{letter}{contents.last_row}"
    return cells.formula(sheet, f"SUBTOTAL({function},{where})", **style)
