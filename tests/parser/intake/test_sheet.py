from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from parser.errors import Unreadable
from parser.intake.reader import document
from parser.intake.sheets.sheet import shown
from parser.model import Document
from tests.support.sheetwriter import to_xls


def read(fill: Callable[[Any], None]) -> Document:
    book = Workbook()
    fill(book)
    stream = io.BytesIO()
    book.save(stream)
    found = document(stream.getvalue(), "a.xlsx")
    for grid in found.grids:
        for cell in grid.cells:
            assert cell.span.of(found.text).strip() == cell.text
    return found


def rows(found: Document, grid: int = 0) -> list[tuple[int, int, str]]:
    return [(c.row, c.column, c.text) for c in found.grids[grid].cells]


@pytest.mark.parametrize(
    ("value", "format", "text"),
    [
        (12, "General", "12"),
        (12.0, "General", "12"),
        (7730.28, "General", "7730.28"),
        (0.1 + 0.2, "General", "0.3"),
        (1e-05, "General", "0.00001"),
        (12345678901.0, "#,##0", "12345678901"),
        (-3.0, "General", "-3"),
        (0.125, "0.0%", "12.5%"),
        (True, "General", "TRUE"),
        (None, "General", ""),
        (" 无 ", "General", " 无 "),
    ],
)
def test_values_as_an_auditor_sees_them(value: object, format: str, text: str) -> None:
    assert shown(value, format) == text


def test_headings_are_lines_and_tables_grids() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        sheet.append(["白鹭镇2022年政府信息公开工作年度报告"])
        sheet.merge_cells("A1:D1")
        sheet.append(["二、主动公开政府信息情况"])
        sheet.append(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"])
        sheet.append(["规章", 0, None, 3.5])
        sheet.append(["三、收到和处理政府信息公开申请情况"])
        sheet.append(["一、本年新收政府信息公开申请数量", None, None, None])
        sheet.append(["二、上年结转政府信息公开申请数量", 1, 2, 3])
        sheet.append([])
        sheet.append(["六、其他需要报告的事项"])
        sheet.append(["本年度没有其他需要报告的事项。"])

    found = read(fill)
    lines = [line for line in found.text.split("\n") if line and "\t" not in line]
    assert lines == [
        "白鹭镇2022年政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "六、其他需要报告的事项",
        "本年度没有其他需要报告的事项。",
    ]
    assert rows(found, 0)[4:] == [(1, 0, "规章"), (1, 1, "0"), (1, 2, ""), (1, 3, "3.5")]
    assert [text for *_, text in rows(found, 1)][:4] == [
        "一、本年新收政府信息公开申请数量",
        "",
        "",
        "",
    ]


def test_sheets_are_told_apart_by_their_names_and_hidden_ones_left_out() -> None:
    def fill(book: Any) -> None:
        book.active.append(["规章", 1])
        book.create_sheet("表二 申请情况").append(["本年新收", 2])
        hidden = book.create_sheet("底稿")
        hidden.append(["草稿", 9])
        hidden.sheet_state = "hidden"
        book.create_sheet("空白")

    found = read(fill)
    assert found.text == "规章\t1\n\n表二 申请情况\n本年新收\t2\n\n"


def test_a_formula_that_was_never_computed_shows_itself() -> None:
    def fill(book: Any) -> None:
        book.active.append(["总计", 1, "=SUM(B1:B1)"])

    assert [text for *_, text in rows(read(fill))] == ["总计", "1", "=SUM(B1:B1)"]


def test_dates_are_written_out() -> None:
    def fill(book: Any) -> None:
        book.active.append(["发布日期", date(2023, 1, 20)])

    assert [text for *_, text in rows(read(fill))] == ["发布日期", "2023年1月20日"]


def test_a_cell_at_the_far_corner_costs_nothing() -> None:
    def fill(book: Any) -> None:
        book.active.append(["规章", 1])
        book.active["XFD1048576"] = 7

    assert rows(read(fill))[:2] == [(0, 0, "规章"), (0, 1, "1")]


def test_metadata_above_the_report_is_furniture() -> None:
    def fill(book: Any) -> None:
        book.active.append(["索引号：", "1-2", "主题分类：", "年报"])
        book.active.append(["发布机构：", "白鹭镇", "生成日期：", "2023-01-20"])
        book.active.append(["二、主动公开政府信息情况"])
        book.active.append(["规章", 1, 2, 3])

    found = read(fill)
    assert len(found.grids) == 2
    assert [f.covers(found.grids[0].span) for f in found.furniture] == [True]


def test_an_empty_workbook_says_so() -> None:
    with pytest.raises(Unreadable, match="没有内容"):
        read(lambda book: None)


def test_old_sheets_with_prose() -> None:
    found = document(to_xls([("Sheet1", ["一、总体情况", "正文。"])]), "a.xls")
    assert (found.text, found.format) == ("一、总体情况\n正文。\n", "xls")


def test_a_part_that_goes_by_two_names_is_damage() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["规章", 0])
    file = io.BytesIO()
    book.save(file)
    # The first place of the name is the part's own header, the second the directory's.
    damaged = file.getvalue().replace(b"worksheets/sheet1", b"worksheets/sheet7", 1)
    with pytest.raises(Unreadable, match="损坏"):
        document(damaged, "a.xlsx", None)
