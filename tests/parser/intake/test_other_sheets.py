"""Old workbooks, OpenDocument spreadsheets and Excel 2003 XML: what is particular to each."""

from __future__ import annotations

import struct
import tracemalloc
from collections.abc import Callable
from dataclasses import replace

import pytest

from parser.errors import Refused, Unreadable
from parser.intake.kind import kind
from parser.intake.reader import document
from tests.support.plannedsheets import (
    plan_excelml,
    plan_ods,
    plan_xlsx,
    raw_excelml,
    raw_fods,
)
from tests.support.sheetplan import Cell, Plan
from tests.support.sheetwriter import plan_xls
from tests.support.wordwriter import container

PLAN = Plan({(0, 0): Cell("规章"), (0, 1): Cell("12", True), (0, 2): Cell("3", True)})


def lines(data: bytes, name: str = "a") -> list[str]:
    return [line for line in document(data, name).text.split("\n") if line.strip()]


def sheet(rows: str, name: str = "Sheet1", options: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{rows}</Table>{options}</Worksheet>'


def data(text: str, kind: str = "Number") -> str:
    return f'<Cell><Data ss:Type="{kind}">{text}</Data></Cell>'


HIDDEN = (
    '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">'
    "<Visible>SheetVeryHidden</Visible></WorksheetOptions>"
)


def test_rows_and_cells_of_excel_2003_that_skip_some() -> None:
    body = sheet(
        f'<Row ss:Index="2" ss:Span="1">{data("规章", "String")}{data("1")}</Row>'
        f'<Row><Cell ss:Index="3" ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="Number">7'
        f"</Data></Cell>{data('8')}</Row><Row>{data('9')}{data('6')}</Row>"
    )
    (grid,) = document(raw_excelml(body), "a").grids
    found = [(c.column, c.row_span, c.column_span, c.text) for c in grid.cells if c.text]
    assert found == [
        (0, 1, 1, "规章"),
        (1, 1, 1, "1"),
        (2, 2, 2, "7"),
        (4, 1, 1, "8"),
        (0, 1, 1, "9"),
        (1, 1, 1, "6"),
    ]


def test_values_of_excel_2003() -> None:
    body = sheet(
        f"<Row>{data('日期', 'String')}{data('2023-01-20T00:00:00.000', 'DateTime')}"
        f"{data('1', 'Boolean')}{data('#REF!', 'Error')}{data('12.50')}"
        f"{data('一&#10;二', 'String')}</Row>"
    )
    (grid,) = document(raw_excelml(body), "a").grids
    assert [c.text for c in grid.cells] == [
        "日期", "2023年1月20日", "TRUE", "#REF!", "12.5", "一\n二",
    ]  # fmt: skip


def test_sheets_of_excel_2003_that_are_hidden() -> None:
    draft = sheet(f"<Row>{data('草稿', 'String')}{data('9')}</Row>", "底稿", HIDDEN)
    shown = sheet(f"<Row>{data('规章', 'String')}{data('1')}</Row>", "年报")
    assert lines(raw_excelml(draft + shown)) == ["规章\t1"]
    assert lines(raw_excelml(draft)) == ["草稿\t9"]


def test_comments_of_excel_2003_are_no_cells() -> None:
    note = '<Comment><ss:Data ss:Type="String">注</ss:Data></Comment>'
    body = sheet(f"<Row>{data('规章', 'String')}<Cell>{note}</Cell>{data('3')}</Row>")
    assert lines(raw_excelml(body)) == ["规章\t \t3"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("name", ["a.xls", "a.xml", "a"])
def test_excel_2003_is_told_by_its_content(encoding: str, name: str) -> None:
    assert lines(plan_excelml(PLAN, encoding), name) == ["规章\t12\t3"]


def test_places_beyond_any_sheet_cost_nothing() -> None:
    far = 'ss:Index="999999999"'
    body = sheet(
        f"<Row>{data('规章', 'String')}{data('1')}<Cell {far}/><Cell ss:MergeAcross='99999999'"
        f" ss:MergeDown='99999999'/></Row><Row {far}>{data('2')}</Row>"
    )
    assert lines(raw_excelml(body)) == ["规章\t1"]


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><Workbook'
    with pytest.raises(Refused, match="DTD"):
        document(plan_excelml(PLAN).replace(b"<Workbook", bomb), "a.xls")
    with pytest.raises(Refused, match="DTD"):
        document(raw_fods("").replace(b"<office:document ", bomb[:-9] + b"<office:document "), "a")


def cell(words: str, said: str = "") -> str:
    return f"<table:table-cell {said}><text:p>{words}</text:p></table:table-cell>"


def row(cells: str, said: str = "") -> str:
    return f"<table:table-row {said}>{cells}</table:table-row>"


def table(rows: str, said: str = "") -> str:
    return f"<table:table {said}>{rows}</table:table>"


def test_what_is_repeated_in_opendocument() -> None:
    twice = 'table:number-columns-repeated="2"'
    rows = row(cell("规章") + cell("7", twice), 'table:number-rows-repeated="2"')
    assert lines(raw_fods(table(rows))) == ["规章\t7\t7"] * 2


def test_what_is_repeated_beyond_measure() -> None:
    many = 'table:number-{}-repeated="999999999"'
    wide = row(cell("规章") + cell("7", many.format("columns")))
    assert lines(raw_fods(table(wide)))[0].count("7") == 255
    with pytest.raises(Unreadable, match="太大"):
        lines(raw_fods(table(row(cell("7", many.format("columns")), many.format("rows")))))


def test_groups_that_are_closed_and_filtered_rows_of_opendocument() -> None:
    rows = row(cell("规章") + cell("1"))
    shut = '<table:table-row-group table:display="false">{}</table:table-row-group>'
    rows += shut.format(row(cell("去年") + cell("9")))
    rows += row(cell("去年") + cell("9"), 'table:visibility="filter"')
    assert lines(raw_fods(table(rows))) == ["规章\t1"]


def test_sheets_of_opendocument_that_are_hidden() -> None:
    draft = table(row(cell("草稿") + cell("9")), 'table:style-name="away" table:name="底稿"')
    shown = table(row(cell("规章") + cell("1")), 'table:name="年报"')
    assert lines(raw_fods(draft + shown)) == ["规章\t1"]
    assert lines(raw_fods(draft)) == ["草稿\t9"]


def test_what_a_cell_shows_goes_before_its_value() -> None:
    value = 'office:value-type="float" office:value="211.4"'
    rounded, silent = cell("211", value), cell("", value)
    bare = f"<table:table-cell {value}/>"
    note = (
        f"<table:table-cell><office:annotation>{cell('注')}</office:annotation></table:table-cell>"
    )
    rows = row(cell("规章") + rounded + silent + bare + note + cell("1"))
    assert lines(raw_fods(table(rows))) == ["规章\t211\t \t211.4\t \t1"]


def test_styles_of_columns_and_colours_of_cells() -> None:
    style = (
        '<style:style style:name="same" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="#003366"/>'
        '<style:text-properties fo:color="#003366"/></style:style>'
    )
    columns = (
        "<table:table-column/><table:table-column"
        ' table:default-cell-style-name="table-cell-struck"/>'
    )
    rows = row(cell("规章") + cell("5") + cell("6", 'table:style-name="same"') + cell("7"))
    found = document(raw_fods(table(columns + rows), style), "a")
    assert [c.text for c in found.grids[0].cells] == ["规章", "", "", "7"]
    assert [span.of(found.text) for span in found.struck] == ["5"]


def test_opendocument_without_the_part_that_names_its_kind() -> None:
    whole = plan_ods(PLAN)
    assert kind(whole, "a.xlsx") == "ods"
    with pytest.raises(Unreadable, match="工作表"):
        document(raw_fods("").replace(b"office:spreadsheet", b"office:nothing"), "a")


def test_an_old_workbook_without_its_container() -> None:
    assert lines(plan_xls(PLAN, bare=True), "a.xls") == ["规章\t12\t3"]


def test_cells_that_are_merged_down_to_the_end_of_a_sheet_cost_nothing() -> None:
    far = replace(PLAN, merged={(1, 0): (65_535, 256)})
    data = plan_xls(far)
    tracemalloc.start()
    try:
        assert lines(data, "a.xls") == ["规章\t12\t3"]
        assert tracemalloc.get_traced_memory()[1] < 64 << 20
    finally:
        tracemalloc.stop()


def table_of_sectors(whole: bytes) -> int:
    return 512 + 512 * struct.unpack_from("<I", whole, 76)[0]


def chain_that_is_free(whole: bytes) -> bytes:
    at = whole.index(b"\xfe\xff\xff\xff", table_of_sectors(whole))
    return whole[:at] + b"\xff\xff\xff\xff" + whole[at + 4 :]


def wrong_count(whole: bytes) -> bytes:
    return whole[:44] + struct.pack("<I", 9) + whole[48:]


@pytest.mark.parametrize("damage", [chain_that_is_free, wrong_count])
def test_an_old_workbook_in_a_damaged_container(damage: Callable[[bytes], bytes]) -> None:
    found = document(damage(plan_xls(PLAN)), "a.xls")
    assert (found.text.strip(), found.notes) == ("规章\t12\t3", ())


def broken_off(whole: bytes) -> bytes:
    return whole[:-600]


def table_that_is_lost(whole: bytes) -> bytes:
    at = table_of_sectors(whole)
    return whole[:at] + b"\xff" * 512 + whole[at + 512 :]


@pytest.mark.parametrize("damage", [broken_off, table_that_is_lost])
def test_what_is_dug_out_of_an_old_workbook_is_said(damage: Callable[[bytes], bytes]) -> None:
    rows = {(r, c): cell for r in range(40) for (_, c), cell in PLAN.cells.items()}
    found = document(damage(plan_xls(Plan(rows))), "a.xls")
    assert found.text.strip().split("\n") == ["规章\t12\t3"] * 40
    (note,) = found.notes
    assert note.code == "F107"
    assert "残余" in note.message
    assert note.spans[0].covers(found.grids[0].span)


def test_a_workbook_of_excel_95() -> None:
    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    font = record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\5Arial")
    head = record(0x809, struct.pack("<HHHH", 0x500, 5, 0, 0)) + record(0x42, b"\xa8\x03")
    head += font * 5 + record(0xE0, struct.pack("<HHHBBIi", 0, 0, 0, 0, 0, 0, 0))
    name = b"\6Sheet1"
    head += record(0x85, struct.pack("<IBB", len(head) + 10 + len(name) + 4, 0, 0) + name)
    label = "规章".encode("gbk")
    body = record(0x809, struct.pack("<HHHH", 0x500, 0x10, 0, 0))
    body += record(0x204, struct.pack("<HHHH", 0, 0, 0, len(label)) + label)
    body += record(0x203, struct.pack("<HHHd", 0, 1, 0, 12.0)) + record(0x0A, b"")
    bare = head + record(0x0A, b"") + body
    assert lines(bare, "a.xls") == ["规章\t12"]
    assert lines(container({"Book": bare}), "a.xls") == ["规章\t12"]


def test_a_new_workbook_that_bears_the_name_of_an_old_one() -> None:
    for name in ("a.xls", "a.et"):
        assert kind(plan_xlsx(PLAN), name) == "xlsx"
        assert lines(plan_xlsx(PLAN), name) == ["规章\t12\t3"]


def test_empty_lines_before_the_declaration_of_excel_2003() -> None:
    assert lines(b"\r\n\r\n" + plan_excelml(PLAN), "a.xls") == ["规章\t12\t3"]


def test_text_that_bears_the_name_of_a_workbook() -> None:
    tabs = "规章\t1\t2\n行政许可\t3\t4\n".encode("gb18030")
    assert kind(tabs, "a.xls") == "tsv"
    assert lines(tabs, "a.xls") == ["规章\t1\t2", "行政许可\t3\t4"]
    assert kind(tabs.replace(b"\t", b","), "a.et") == "csv"
    assert kind("一、总体情况\n正文。\n".encode(), "a.xls") == "txt"
