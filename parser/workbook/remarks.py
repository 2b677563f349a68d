"""Sheet 说明: what was read and what was not, which checks ran, and how to read the book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from openpyxl.utils import get_column_letter

from parser import __version__
from parser.rules.registry import all_rules, rule_of
from parser.text.numerals import in_chinese
from parser.workbook import cells
from parser.workbook.material import REMARKS, Contents
from parser.workbook.words import STATUS

_WIDTHS = (24, 44, 70)
# What says that part of a file was not read; one that was not read at all is no row of 汇总.
_NOT_READ = ("F102", "F106", "F107", "F108")
_HOW = (
    ("汇总", "每份报告一行，各格为更正后的数；空白就是空白，不当作 0。末行合计随筛选变化。"),
    (
        "灰底",
        "没有读出的格：报告里有没有数、是多少都不知道，不是空白，也不当作 0，没有计入合计；"
        "请对照原文核对。",
    ),
    ("黄底", "更正过的格，批注里有原值、理由、更正人和时间。"),
    ("红底", "仍有错误、没有判为误报的格。"),
    ("合计", "按表式分开，对“汇总”里筛选后可见的各行实时求和。"),
    ("问题清单", "包括已经由更正解决的问题（核实一栏为“已更正”）；建议值只供参考，没有自动采用。"),
    ("更正记录", "每一次更正和恢复，先后都在；“有效”的是现在起作用的一条。"),
)


def write_remarks(book: Any, contents: Contents) -> None:
    """Add the sheet to the book."""
    sheet = book.create_sheet(REMARKS)
    for at, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    for title, rows in _parts(contents):
        sheet.append([cells.text(sheet, title, font=cells.BOLD, fill=cells.HEAD)])
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
        sheet.append([])


def _cell(sheet: Any, value: object) -> Any:
    if isinstance(value, datetime):
        return cells.moment(sheet, value, alignment=cells.TOP)
    if isinstance(value, int):
        return cells.number(sheet, value, alignment=cells.TOP)
    return cells.text(sheet, str(value), alignment=cells.TOP)


def _parts(contents: Contents) -> Iterator[tuple[str, Sequence[tuple[object, ...]]]]:
    desk = contents.desk
    counts = [
        (name, sum(review.report.status == status for review in contents.reviews))
        for status, name in STATUS.items()
    ]
    yield (
        "生成",
        [
            ("程序", f"鉴报 {__version__}"),
            ("生成时间", datetime.now().astimezone()),
            ("审核人", desk.author),
            ("检查方案", desk.profile.name),
        ],
    )
    yield "读取", [("文件", len(contents.reviews)), *counts]
    joined = [(path, pair.attachment.path) for path, pair in desk.joined.items()]
    if joined:
        yield "与附表并在一起审核的报告", joined
    twice = [
        (
            r.path,
            f"正文出现 {len(r.report.bodies)} 遍，按第{in_chinese(r.report.counts + 1)}遍计算",
        )
        for r in contents.reviews
        if len(r.report.bodies) > 1
    ]
    if twice:
        yield "正文重复的报告", twice
    unread = [
        (STATUS[r.report.status], r.path, r.report.error or "没有认出年度报告的表格和各部分。")
        for r in contents.reviews
        if r.report.status != "ok"
    ]
    yield "没有列入汇总的文件", unread or [("无",)]
    gaps = [
        (f"{finding.code} {rule_of(finding.code).title}", r.path, finding.message)
        for r in contents.reviews
        if r.report.status == "ok"
        for finding in r.report.findings
        if finding.code in _NOT_READ
    ]
    yield "列入汇总、但有部分没有读出的文件", gaps or [("无",)]
    off = [rule for rule in all_rules() if not desk.profile.is_on(rule.code)]
    yield "关闭的检查", [(rule.code, rule.title) for rule in off] or [("无",)]
    changed = [
        (rule.code, rule.title, f"{rule.severity.label} → {severity.label}")
        for rule in all_rules()
        if (severity := desk.profile.severity(rule.code, rule.severity)) is not rule.severity
    ]
    yield "改过级别的检查", changed or [("无",)]
    notices = [(r.path, r.notice) for r in contents.reviews if r.notice]
    told = [("", note) for note in desk.notices]
    yield "审核记录", [*told, *notices] or [("没有需要说明的情况。",)]
    yield "怎样看这本表", list(_HOW)
