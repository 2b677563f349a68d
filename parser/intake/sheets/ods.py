"""OpenDocument spreadsheets (ods in a zip, fods in one XML file), straight from their XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from parser.errors import Unreadable
from parser.intake.odf.odfparts import unpacked
from parser.intake.odf.odtruns import Reader
from parser.intake.odf.odtstyles import OFFICE, TABLE, TEXT, OdtStyles
from parser.intake.ooxml import Element, parsed, whole
from parser.intake.package import Package
from parser.intake.sheets.numberformat import plain
from parser.intake.sheets.sheet import MAX_COLUMNS, MAX_ROWS, Place, Sheet, write_sheets
from parser.intake.sheets.sheetview import seen
from parser.intake.writer import Writer
from parser.model import Document

_WHAT = "OpenDocument 工作簿"
_CELL, _COVERED = TABLE + "table-cell", TABLE + "covered-table-cell"
_COLUMN, _ROW = TABLE + "table-column", TABLE + "table-row"
_GROUPS = frozenset(
    TABLE + name
    for kind in ("row", "column")
    for name in (f"table-header-{kind}s", f"table-{kind}s", f"table-{kind}-group")
)
# How often a row or cell may say that it is repeated: to the end of the largest sheet.
_MOST = 10_000_000
_MOST_CELLS = 200_000
# A sheet has seven levels of groups at most.
_DEEPEST = 20


def read_ods(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read an OpenDocument spreadsheet. Raises `Unreadable`; `encoding` means nothing here."""
    del encoding
    content, styles, _ = unpacked(data, _WHAT)
    return _document(content, styles, kind)


def read_fods(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read an OpenDocument spreadsheet in one XML file. Raises `Unreadable`, `Refused`."""
    del encoding
    return _document(parsed(data, _WHAT), None, kind)


def _document(content: Element, styles: Element | None, kind: str) -> Document:
    body = content.find(f"{OFFICE}body/{OFFICE}spreadsheet")
    if body is None:
        raise Unreadable(f"{_WHAT}里没有工作表。")
    looks = OdtStyles(styles, content)
    tables = list(body.iterfind(TABLE + "table"))
    visible = [table for table in tables if _is_visible(table, looks)]
    reader = _Cells(looks, Reader(body, looks, Package(_WHAT)))
    writer = Writer()
    write_sheets(writer, [_sheet(table, reader) for table in visible or tables])
    document = writer.document(kind)
    if not document.text.strip():
        raise Unreadable("工作簿里没有内容。")
    return document


@dataclass(slots=True)
class _Columns:
    """Which columns are hidden, and the styles that their cells have by default."""

    hidden: set[int] = field(default_factory=set[int])
    styles: list[str | None] = field(default_factory=list[str | None])


class _Cells:
    """Reads the cells of one document, so many and no more."""

    def __init__(self, styles: OdtStyles, reader: Reader) -> None:
        self._styles = styles
        self._reader = reader
        self._read = 0

    def count(self) -> None:
        """Count one more cell. Raises `Unreadable` where there are too many."""
        self._read += 1
        if self._read > _MOST_CELLS:
            raise Unreadable(f"{_WHAT}里的表格太大，未读取。")

    def text(self, cell: Element, style: str | None) -> str:
        """Return what a cell shows, marked where it shows it struck out."""
        said = self._styles.of("table-cell", style)
        lines = [
            self._reader.words(paragraph, False, said).text
            for paragraph in cell
            if paragraph.tag in (TEXT + "p", TEXT + "h")
        ]
        # A cell that shows nothing of its value has an empty line.
        return "\n".join(lines) if lines else _value(cell)


def _sheet(table: Element, cells: _Cells) -> Sheet:
    columns = _Columns()
    for column, hidden in _own(table, _COLUMN):
        style = column.get(TABLE + "default-cell-style-name")
        for _ in range(_times(column, "columns", MAX_COLUMNS - len(columns.styles))):
            if hidden:
                columns.hidden.add(len(columns.styles))
            columns.styles.append(style)
    texts: dict[Place, str] = {}
    merged: dict[Place, tuple[int, int]] = {}
    hidden_rows: set[int] = set()
    at = 0
    for row, hidden in _own(table, _ROW):
        times = _times(row, "rows", MAX_ROWS - at)
        found = list(_row(row, columns, cells)) if times else []
        for r in range(at, at + times):
            if hidden:
                hidden_rows.add(r)
            for column, text, size in found:
                cells.count()
                if text:
                    texts[r, column] = text
                if size != (1, 1):
                    merged[r, column] = size
        at += times
    return seen(table.get(TABLE + "name") or "", texts, merged, hidden_rows, columns.hidden)


def _row(
    row: Element, columns: _Columns, cells: _Cells
) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Yield the cells of a row that hold something or are merged: column, text, size."""
    own = row.get(TABLE + "default-cell-style-name")
    at = 0
    for cell in row:
        if cell.tag not in (_CELL, _COVERED):
            continue
        times = _times(cell, "columns", MAX_COLUMNS - at)
        size = (
            whole(cell.get(TABLE + "number-rows-spanned"), 1, MAX_ROWS),
            whole(cell.get(TABLE + "number-columns-spanned"), 1, MAX_COLUMNS),
        )
        # What a covered cell holds is not seen.
        if cell.tag == _CELL and (len(cell) or size != (1, 1) or _value(cell)):
            for column in range(at, at + times):
                default = columns.styles[column] if column < len(columns.styles) else None
                style = cell.get(TABLE + "style-name") or own or default
                yield column, cells.text(cell, style), (max(1, size[0]), max(1, size[1]))
        at += times


def _own(
    parent: Element, tag: str, hidden: bool = False, depth: int = 0
) -> Iterator[tuple[Element, bool]]:
    """Yield the rows or columns of a table in their order, each with whether it is hidden."""
    for child in parent:
        if child.tag == tag:
            yield child, hidden or child.get(TABLE + "visibility", "visible") != "visible"
        elif child.tag in _GROUPS and depth < _DEEPEST:
            closed = child.get(TABLE + "display") == "false"
            yield from _own(child, tag, hidden or closed, depth + 1)


def _times(element: Element, kind: str, room: int) -> int:
    return min(max(1, whole(element.get(f"{TABLE}number-{kind}-repeated"), 1, _MOST)), max(0, room))


def _is_visible(table: Element, styles: OdtStyles) -> bool:
    style = styles.of("table", table.get(TABLE + "style-name"))
    return style.get("sheet") != "hidden" and table.get(TABLE + "display") != "false"


def _value(cell: Element) -> str:
    """Return the value of a cell that says nothing of how it is shown."""
    kind = cell.get(OFFICE + "value-type")
    if kind == "string":
        return cell.get(OFFICE + "string-value") or ""
    said = cell.get(OFFICE + "value") or cell.get(OFFICE + "date-value") or ""
    try:
        number = float(said)
        return plain(number * 100) + "%" if kind == "percentage" else plain(number)
    except ValueError:
        return said
