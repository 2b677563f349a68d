"""Writes planned sheets as xlsx, OpenDocument spreadsheets and Excel 2003 XML."""

from __future__ import annotations

import io
from html import escape
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from tests.support.formats import to_zip
from tests.support.looked import passages
from tests.support.sheetplan import Cell, Plan

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {name: f"{_URN}{name}:1.0" for name in ("office", "text", "table", "style")}
_SPACES |= {"fo": f"{_URN}xsl-fo-compatible:1.0"}
_DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _SPACES.items())
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_LOOKS = {
    "struck": 'style:text-line-through-style="solid"',
    "hidden": 'fo:color="#ffffff"',
    "raised": 'style:text-position="super 58%"',
}
_STYLES = "".join(
    f'<style:style style:name="{family}-{name}" style:family="{family}">'
    f"<style:text-properties {look}/></style:style>"
    for name, look in _LOOKS.items()
    for family in ("text", "table-cell")
)
_STYLES += (
    '<style:style style:name="away" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
)
_SS = "urn:schemas-microsoft-com:office:spreadsheet"
_MARKUP = {"struck": "S", "raised": "Sup", "hidden": 'Font html:Color="#FFFFFF"'}


def plan_xlsx(plan: Plan) -> bytes:
    book = Workbook()
    sheet: Any = book.active
    for (row, column), cell in plan.cells.items():
        made = sheet.cell(row + 1, column + 1)
        made.value = _excel_value(cell)
        if cell.look == "nothing":
            made.number_format = ";;;"
        elif cell.look:
            made.font = Font(strike=cell.look == "struck", color=_colour(cell.look))
    for (row, column), (down, across) in plan.merged.items():
        sheet.merge_cells(None, row + 1, column + 1, row + down, column + across)
    for row in plan.hidden_rows:
        sheet.row_dimensions[row + 1].hidden = True
    for column in plan.hidden_columns:
        sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _excel_value(cell: Cell) -> Any:
    found = passages(cell.text)
    if cell.figure and cell.text.isdigit():
        return int(cell.text)
    if all(not look for _, look in found):
        return cell.text
    rich = CellRichText()
    for words, look in found:
        script = "superscript" if look == "raised" else None
        font = InlineFont(strike=look == "struck", vertAlign=script, color=_colour(look))
        rich.append(TextBlock(font, words) if look else words)
    return rich


def _colour(look: str) -> Any:
    return "FFFFFFFF" if look == "hidden" else None


def plan_ods(plan: Plan) -> bytes:
    content = f"<office:document-content {_DECLARED}>{_ods(plan)}</office:document-content>"
    return to_zip({"mimetype": _MIME.encode(), "content.xml": content.encode()})


def plan_fods(plan: Plan) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_DECLARED} '
        f'office:mimetype="{_MIME}">{_ods(plan)}</office:document>'
    ).encode()


def raw_fods(tables: str, styles: str = "") -> bytes:
    """Return a flat OpenDocument spreadsheet of this XML."""
    return (
        f'<office:document {_DECLARED} office:mimetype="{_MIME}"><office:automatic-styles>{_STYLES}'
        f"{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document>"
    ).encode()


def _ods(plan: Plan) -> str:
    columns = "".join(
        f'<table:table-column table:visibility="{_visibility(c in plan.hidden_columns)}"/>'
        for c in range(plan.width)
    )
    covered = {
        (row + r, column + c)
        for (row, column), (down, across) in plan.merged.items()
        for r in range(down)
        for c in range(across)
        if r or c
    }
    rows: list[str] = []
    for r in range(plan.height):
        cells = "".join(
            "<table:covered-table-cell/>" if (r, c) in covered else _ods_cell(plan, r, c)
            for c in range(plan.width)
        )
        shown = _visibility(r in plan.hidden_rows)
        rows.append(f'<table:table-row table:visibility="{shown}">{cells}</table:table-row>')
    rows.append(
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row>'
    )
    return (
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="Sheet1">{columns}{"".join(rows)}'
        "</table:table></office:spreadsheet></office:body>"
    )


def _ods_cell(plan: Plan, row: int, column: int) -> str:
    cell = plan.cells.get((row, column), Cell(""))
    down, across = plan.merged.get((row, column), (1, 1))
    said = f'table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
    if cell.look in _LOOKS:
        said += f' table:style-name="table-cell-{cell.look}"'
    if cell.figure and cell.text.isdigit():
        said += f' office:value-type="float" office:value="{cell.text}"'
    words = "".join(
        f'<text:span text:style-name="text-{look}">{escape(text)}</text:span>'
        if look
        else escape(text)
        for text, look in passages("" if cell.look == "nothing" else cell.text)
    )
    line = f"<text:p>{words}</text:p>" if words else "<text:p/>"
    return f"<table:table-cell {said}>{line}</table:table-cell>"


def _visibility(hidden: bool) -> str:
    return "collapse" if hidden else "visible"


def plan_excelml(plan: Plan, encoding: str = "utf-8") -> bytes:
    columns = "".join(
        f'<Column ss:Index="{c + 1}" ss:Hidden="1"/>' for c in sorted(plan.hidden_columns)
    )
    rows: list[str] = []
    for r in range(plan.height):
        cells = "".join(
            _excelml_cell(plan, (row, column))
            for row, column in sorted({*plan.cells, *plan.merged})
            if row == r
        )
        hidden = ' ss:Hidden="1"' if r in plan.hidden_rows else ""
        rows.append(f'<Row ss:Index="{r + 1}"{hidden}>{cells}</Row>')
    return raw_excelml(
        f'<Worksheet ss:Name="Sheet1"><Table>{columns}{"".join(rows)}</Table></Worksheet>', encoding
    )


def raw_excelml(sheets: str, encoding: str = "utf-8") -> bytes:
    """Return an Excel 2003 XML file of this XML."""
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{_SS}" xmlns:ss="{_SS}" xmlns:html="http://www.w3.org/TR/REC-html40"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles>'
        '<Style ss:ID="struck"><Font ss:StrikeThrough="1"/></Style>'
        '<Style ss:ID="hidden"><Font ss:Color="#FFFFFF"/></Style>'
        '<Style ss:ID="nothing"><NumberFormat ss:Format=";;;"/></Style>'
        f"</Styles>{sheets}</Workbook>"
    ).encode(encoding)


def _excelml_cell(plan: Plan, place: tuple[int, int]) -> str:
    cell = plan.cells.get(place, Cell(""))
    down, across = plan.merged.get(place, (1, 1))
    said = f'ss:Index="{place[1] + 1}"'
    if (down, across) != (1, 1):
        said += f' ss:MergeDown="{down - 1}" ss:MergeAcross="{across - 1}"'
    said += f' ss:StyleID="{cell.look}"' if cell.look else ""
    found = passages(cell.text)
    kind = "Number" if cell.figure and cell.text.isdigit() else "String"
    if all(not look for _, look in found):
        data = f'<Data ss:Type="{kind}">{escape(cell.text)}</Data>' if cell.text else ""
        return f"<Cell {said}>{data}</Cell>"
    words = "".join(
        f"<{_MARKUP[look]}>{escape(text)}</{_MARKUP[look].split()[0]}>" if look else escape(text)
        for text, look in found
    )
    html = "http://www.w3.org/TR/REC-html40"
    return f'<Cell {said}><ss:Data ss:Type="String" xmlns="{html}">{words}</ss:Data></Cell>'
