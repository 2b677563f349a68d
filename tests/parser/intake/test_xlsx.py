"""What workbooks hide in ways of their own, and workbooks that are put together oddly."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.table import Table

from parser.errors import Refused, Unreadable
from parser.intake.reader import document
from tests.support.formats import to_zip

STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    b"http://schemas.openxmlformats.org/drawingml/2006/main": (
        b"http://purl.oclc.org/ooxml/drawingml/main"
    ),
}


def saved(fill: Callable[[Any], None]) -> bytes:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["规章", 1, 2, 3])
    sheet.append(["行政许可", 4, 5, 6])
    fill(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows(data: bytes) -> list[str]:
    return [line for line in document(data, "a.xlsx").text.split("\n") if line.strip()]


def repacked(data: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return to_zip(dict(change(n, archive.read(n)) for n in archive.namelist()))


PLAIN = ["规章\t1\t2\t3", "行政许可\t4\t5\t6"]
BLANK = ["规章\t1\t2\t3", "行政许可\t \t5\t6"]


def white(sheet: Any) -> None:
    sheet["B2"].font = Font(color="00FFFFFF")


def white_of_the_theme(sheet: Any) -> None:
    sheet["B2"].font = Font(color=Color(theme=0))


def white_by_place(sheet: Any) -> None:
    sheet["B2"].font = Font(color=Color(indexed=9))


def as_its_fill(sheet: Any) -> None:
    sheet["B2"].font = Font(color=Color(theme=4, tint=0.4))
    sheet["B2"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.4))


def written_in_white(sheet: Any) -> None:
    sheet["B2"].number_format = "[White]0"


def no_zeros(sheet: Any) -> None:
    sheet["B2"] = 0
    sheet.sheet_view.showZeros = False


@pytest.mark.parametrize(
    "hide",
    [white, white_of_the_theme, white_by_place, as_its_fill, written_in_white, no_zeros],
)
def test_what_cannot_be_seen_is_not_read(hide: Callable[[Any], None]) -> None:
    assert rows(saved(hide)) == BLANK


def white_on_black(sheet: Any) -> None:
    white(sheet)
    sheet["B2"].fill = PatternFill("solid", fgColor="FF000000")


def white_on_a_pattern(sheet: Any) -> None:
    white(sheet)
    sheet["B2"].fill = PatternFill("lightGray")


def white_where_a_rule_paints(sheet: Any) -> None:
    white(sheet)
    fill = PatternFill("solid", bgColor="FF0000FF")
    sheet.conditional_formatting.add("B1:B9", CellIsRule("greaterThan", ["0"], fill=fill))


def white_in_a_painted_table(sheet: Any) -> None:
    white(sheet)
    for column, name in enumerate("abcd", 1):
        sheet.cell(5, column, name)
    sheet.move_range("A2:D2", rows=4)
    sheet.add_table(Table(displayName="t", ref="A5:D6"))


@pytest.mark.parametrize("show", [white_on_black, white_on_a_pattern, white_where_a_rule_paints])
def test_what_can_be_seen_or_might_is_read(show: Callable[[Any], None]) -> None:
    assert rows(saved(show)) == PLAIN


def test_a_table_style_paints_its_cells() -> None:
    assert "行政许可\t4\t5\t6" in rows(saved(white_in_a_painted_table))


def test_rows_and_columns_without_height_and_width() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["去年", 7, 8, 9])
        sheet["E1"] = "底稿"
        sheet.column_dimensions["E"].width = 0.1
        sheet.column_dimensions.group("F", "H", hidden=True)
        sheet["G2"] = "底稿"

    def flat(name: str, data: bytes) -> tuple[str, bytes]:
        return name, data.replace(b'<row r="3"', b'<row r="3" ht="0" customHeight="1"')

    assert rows(repacked(saved(fill), flat)) == PLAIN


def test_a_merged_cell_that_begins_in_a_hidden_row_shows_its_words() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["合计", 7, 8, 9])
        sheet.append([None, 7, 8, 9])
        sheet.merge_cells("A3:A4")
        sheet.row_dimensions[3].hidden = True

    assert rows(saved(fill)) == [*PLAIN, "合计\t7\t8\t9"]


def test_hidden_sheets_are_left_out_unless_there_are_no_others() -> None:
    def fill(sheet: Any) -> None:
        sheet.parent.create_sheet("底稿").append(["草稿", 9])
        sheet.parent["底稿"].sheet_state = "veryHidden"

    data = saved(fill)
    assert rows(data) == PLAIN

    def hidden(name: str, part: bytes) -> tuple[str, bytes]:
        return name, part.replace(b'state="visible"', b'state="hidden"')

    assert rows(repacked(data, hidden)) == ["Sheet", *PLAIN, "底稿", "草稿\t9"][1:]


def test_errors_show_as_such() -> None:
    def fill(sheet: Any) -> None:
        sheet["B2"] = "#REF!"

    assert rows(saved(fill))[1] == "行政许可\t#REF!\t5\t6"


def strict(name: str, data: bytes) -> tuple[str, bytes]:
    for old, new in STRICT.items():
        data = data.replace(old, new)
    return name, data


def strokes_of_windows(name: str, data: bytes) -> tuple[str, bytes]:
    return name.replace("/", "\\"), data


def other_case(name: str, data: bytes) -> tuple[str, bytes]:
    return name.replace("sheet1", "Sheet1").replace("xl/styles", "xl/Styles"), data


def other_names(name: str, data: bytes) -> tuple[str, bytes]:
    data = data.replace(b"xl/workbook.xml", b"book/main7.xml")
    data = data.replace(b"/xl/worksheets", b"/book/sheets").replace(b"/xl/", b"/book/")
    name = name.replace("xl/workbook.xml", "book/main7.xml").replace("worksheets", "sheets")
    return name.replace("workbook.xml.rels", "main7.xml.rels").replace("xl/", "book/"), data


def odd_drawing(name: str, data: bytes) -> tuple[str, bytes]:
    relation = b'<Relationship Id="d1" Type="x/drawing" Target="../nowhere.xml"/></Relationships>'
    if name == "xl/worksheets/sheet1.xml":
        data = data.replace(
            b"</worksheet>",
            b"<legacyDrawing xmlns:q='http://schemas."
            b"openxmlformats.org/officeDocument/2006/relationships' q:id='d1'/></worksheet>",
        )
    return name, data.replace(b"</Relationships>", relation) if "sheets/" in name else data


@pytest.mark.parametrize(
    "change", [strict, strokes_of_windows, other_case, other_names, odd_drawing]
)
def test_workbooks_that_are_put_together_oddly(
    change: Callable[[str, bytes], tuple[str, bytes]],
) -> None:
    assert rows(repacked(saved(white), change)) == BLANK


def test_a_document_type_is_refused_and_a_part_that_is_wanting_is_damage() -> None:
    def typed(name: str, data: bytes) -> tuple[str, bytes]:
        bomb = b'<!DOCTYPE x [<!ENTITY a "b">]>'
        return name, data.replace(b"<worksheet", bomb + b"<worksheet", 1)

    with pytest.raises(Refused, match="DTD"):
        rows(repacked(saved(white), typed))

    def lost(name: str, data: bytes) -> tuple[str, bytes]:
        return name.replace("sheet1", "sheet8"), data

    with pytest.raises(Unreadable, match="损坏"):
        rows(repacked(saved(white), lost))


def test_a_binary_workbook_says_what_to_do() -> None:
    with pytest.raises(Unreadable, match="另存为 xlsx"):
        rows(to_zip({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"\x83\x01"}))


def test_merged_cells_without_end_and_what_they_cover() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["合计", 7, 8, 9])
        sheet["H3"] = "陈迹"

    def merged(name: str, data: bytes) -> tuple[str, bytes]:
        areas = b'<mergeCells><mergeCell ref="D3:XFD1048576"/><mergeCell ref="A1:?"/></mergeCells>'
        return name, data.replace(b"</sheetData>", b"</sheetData>" + areas)

    assert rows(repacked(saved(fill), merged)) == [*PLAIN, "合计\t7\t8\t9"]


def test_letters_too_small_to_be_seen_are_not_read() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"] = "规章", CellRichText(TextBlock(InlineFont(sz=1), "7"), "211")
    sheet["C1"] = 5
    sheet["C1"].font = Font(sz=1)
    stream = io.BytesIO()
    book.save(stream)
    assert document(stream.getvalue(), "a.xlsx").text.split() == ["规章", "211"]
