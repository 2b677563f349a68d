"""Sheet 更正记录: every correction ever made to the reports in the book, and what became of it."""

from __future__ import annotations

from typing import Any

from openpyxl.utils import get_column_letter

from parser.review.joins import content_key
from parser.review.review import Review
from parser.review.session import Event, to_number
from parser.workbook import cells
from parser.workbook.material import CORRECTIONS, Contents
from parser.workbook.words import figure_name

_COLUMNS = (
    ("单位", 26),
    ("年度", 7),
    ("文件", 30),
    ("数据项", 40),
    ("数据项代码", 34),
    ("原为", 12),
    ("改为", 12),
    ("理由", 34),
    ("更正人", 12),
    ("更正时间", 17),
    ("状态", 12),
)
FILE = 3


def write_corrections(book: Any, contents: Contents) -> None:
    """Add the sheet to the book."""
    sheet = book.create_sheet(CORRECTIONS)
    for at, (_, width) in enumerate(_COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    rows = _rows(contents)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{max(2, len(rows) + 1)}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.append(cells.heading(sheet, [name for name, _ in _COLUMNS]))
    for at, (review, event) in enumerate(rows, start=2):
        sheet.append(_row(sheet, contents, review, event, at))


def _rows(contents: Contents) -> list[tuple[Review, Event]]:
    """Pair each event with its report; where one content has two paths, with the first."""
    of: dict[str, Review] = {}
    for review in contents.reviews:
        pair = contents.desk.joined.get(review.path)
        for report in (review.report, *((pair.report, pair.attachment) if pair else ())):
            of.setdefault(content_key(report), review)
    order = {review.path: at for at, review in enumerate(contents.reviews)}
    rows = [
        (of[event.digest], event)
        for event in contents.desk.events
        if event.kind in ("correct", "restore")
    ]
    return sorted(rows, key=lambda row: (order[row[0].path], row[1].number))


def _row(sheet: Any, contents: Contents, review: Review, event: Event, at: int) -> list[Any]:
    file = cells.text(sheet, review.path)
    if at <= cells.MOST_LINKS:
        cells.link(file, contents.link(review.path), (at, FILE))
    report = review.report
    return [
        cells.text(sheet, report.identity.unit),
        cells.number(sheet, report.identity.year),
        file,
        cells.text(sheet, figure_name(report, event.target)),
        cells.text(sheet, event.target),
        _value(sheet, event.old),
        _value(sheet, event.new),
        cells.text(sheet, event.reason, alignment=cells.TOP),
        cells.text(sheet, event.who),
        cells.moment(sheet, event.when),
        cells.text(sheet, _state(review, event)),
    ]


def _value(sheet: Any, kept: str | None) -> Any:
    value = to_number(kept)
    return cells.text(sheet, "空白") if value is None else cells.number(sheet, value)


def _state(review: Review, event: Event) -> str:
    if event.kind == "restore":
        return "恢复原值"
    now = review.corrections.get(event.target)
    if any(
        (kept := corrections.get(event.target)) is not None and kept.when == event.when
        for corrections in review.aside.values()
    ):
        return "属于没有计入的一份正文"
    return "有效" if now is not None and now.when == event.when else "已被取代"
