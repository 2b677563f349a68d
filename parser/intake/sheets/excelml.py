"""Excel 2003 XML (SpreadsheetML of 2003): what the cells show, one sheet after another.

After Microsoft's XML Spreadsheet Reference: cells and rows say where they stand only where they
skip some; text within a cell is marked up in the words of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parser.errors import Unreadable
from parser.intake.ooxml import Element, parsed, whole
from parser.intake.sheets.cellcolours import BLACK, WHITE, alike
from parser.intake.sheets.numberformat import formatted
from parser.intake.sheets.sheet import MAX_COLUMNS, MAX_ROWS, Place, Sheet, shown, write_sheets
from parser.intake.sheets.sheetview import seen
from parser.intake.word.looks import Look
from parser.intake.writer import Writer
from parser.model import Document

_WHAT = "Excel 2003 XML 工作簿"
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_HTML = "{http://www.w3.org/TR/REC-html40}"
# The last row of any sheet; what stands below those that are looked at is passed over.
_LAST = 1_048_576
_LEAST = 1.0
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T|$)")
_BREAKS = re.compile(r"\r\n?")
_FORMATS = {
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "General Number": "General",
}
_SCRIPTS = {"Superscript": 1, "Subscript": -1}
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says; colours as RRGGBB, `ground` None where it is unknown."""

    struck: bool = False
    script: int = 0
    colour: str = BLACK
    ground: str | None = WHITE
    format: str = "General"

    def look(self, white: bool = False) -> Look:
        colour = WHITE if white else self.colour
        return Look(alike(colour, self.ground), self.struck, self.script)


def read_excelml(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read an Excel 2003 XML file. Raises `Unreadable`, `Refused`; `encoding` means nothing."""
    del encoding
    # Programs that write pages put empty lines before the declaration.
    root = parsed(data.lstrip(b"\r\n\t "), _WHAT)
    styles = _Styles(root)
    tables = [(sheet, sheet.find(_SS + "Table")) for sheet in root.iter(_SS + "Worksheet")]
    there = [(sheet, table) for sheet, table in tables if table is not None]
    visible = [(sheet, table) for sheet, table in there if _is_visible(sheet)]
    writer = Writer()
    write_sheets(writer, [_sheet(sheet, table, styles) for sheet, table in visible or there])
    document = writer.document(kind)
    if not document.text.strip():
        raise Unreadable("工作簿里没有内容。")
    return document


class _Styles:
    """The styles of one workbook, each with what it inherits."""

    def __init__(self, root: Element) -> None:
        self._elements = {style.get(_SS + "ID") or "": style for style in root.iter(_SS + "Style")}
        self._known: dict[str, _Style] = {}

    def of(self, name: str | None, depth: int = 0) -> _Style:
        """Return a style by its name; without one, that which cells have by default."""
        name = name or "Default"
        if name not in self._known:
            element = self._elements.get(name)
            parent = element.get(_SS + "Parent") if element is not None else None
            base = _Style()
            if name != "Default" and depth < _DEEPEST:
                base = self.of(parent, depth + 1)
            self._known[name] = base if element is None else _styled(base, element)
        return self._known[name]


def _styled(style: _Style, element: Element) -> _Style:
    font = element.find(_SS + "Font")
    if font is not None:
        # A font says all of itself: what it does not name is as it always is.
        style = replace(
            style,
            struck=font.get(_SS + "StrikeThrough") == "1",
            script=_SCRIPTS.get(font.get(_SS + "VerticalAlign") or "", 0),
            colour=_colour(font.get(_SS + "Color")) or BLACK,
        )
    fill = element.find(_SS + "Interior")
    if fill is not None:
        pattern = fill.get(_SS + "Pattern", "None")
        solid = _colour(fill.get(_SS + "Color")) if pattern == "Solid" else None
        style = replace(style, ground=WHITE if pattern == "None" else solid)
    format = element.find(_SS + "NumberFormat")
    if format is not None:
        named = format.get(_SS + "Format") or "General"
        style = replace(style, format=_FORMATS.get(named, named))
    return style


def _sheet(sheet: Element, table: Element, styles: _Styles) -> Sheet:
    hidden_columns, column_styles = _columns(table)
    painted = sheet.find(_X + "ConditionalFormatting") is not None
    zeros = sheet.find(f"{_X}WorksheetOptions/{_X}DoNotDisplayZeros") is None
    texts: dict[Place, str] = {}
    merged: dict[Place, tuple[int, int]] = {}
    hidden_rows: set[int] = set()
    at = 0
    for row in table.iterfind(_SS + "Row"):
        at = whole(row.get(_SS + "Index"), at + 1, _LAST)
        last = at + whole(row.get(_SS + "Span"), 0, _LAST)
        if at > MAX_ROWS:
            break
        if _is_hidden(row, "Height"):
            hidden_rows.update(range(at - 1, min(last, MAX_ROWS)))
        for column, cell in _cells(row):
            place = at - 1, column - 1
            named = cell.get(_SS + "StyleID") or row.get(_SS + "StyleID")
            style = styles.of(named or column_styles.get(column))
            style = replace(style, ground=None) if painted else style
            text = _text(cell.find(_SS + "Data"), style, zeros)
            if text:
                texts[place] = text
            down = whole(cell.get(_SS + "MergeDown"), 0, MAX_ROWS)
            across = whole(cell.get(_SS + "MergeAcross"), 0, MAX_COLUMNS)
            if down or across:
                merged[place] = down + 1, across + 1
        at = last
    return seen(sheet.get(_SS + "Name") or "", texts, merged, hidden_rows, hidden_columns)


def _columns(table: Element) -> tuple[set[int], dict[int, str]]:
    """Return which columns are hidden, from 0, and the styles that columns (from 1) have."""
    hidden: set[int] = set()
    styles: dict[int, str] = {}
    at = 0
    for column in table.iterfind(_SS + "Column"):
        first = whole(column.get(_SS + "Index"), at + 1, MAX_COLUMNS + 1)
        at = min(first + whole(column.get(_SS + "Span"), 0, MAX_COLUMNS), MAX_COLUMNS + 1)
        if _is_hidden(column, "Width"):
            hidden.update(range(first - 1, at))
        named = column.get(_SS + "StyleID")
        if named:
            styles.update(dict.fromkeys(range(first, at + 1), named))
    return hidden, styles


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """Yield the cells with their columns, from 1; what a cell covers is skipped."""
    at = 0
    for cell in row.iterfind(_SS + "Cell"):
        at = whole(cell.get(_SS + "Index"), at + 1, _LAST)
        if at > MAX_COLUMNS:
            return
        yield at, cell
        at += whole(cell.get(_SS + "MergeAcross"), 0, MAX_COLUMNS)


def _text(data: Element | None, style: _Style, zeros: bool) -> str:
    """Return what a cell shows, marked where it shows it struck out."""
    if data is None:
        return ""
    kind = data.get(_SS + "Type") or "String"
    said = "".join(str(part) for part in data.itertext())
    if kind == "Number":
        value = _number(said)
        if value is None:
            return style.look().seen(said)
        if not value and not zeros:
            return ""
        found = formatted(value, style.format)
        return style.look(found.white).seen(found.text)
    if kind == "DateTime":
        date = _DATE.match(said.strip())
        text = f"{date[1]}年{int(date[2])}月{int(date[3])}日" if date else said
        return style.look().seen(text)
    if kind == "Boolean":
        return style.look().seen(shown(said.strip() in ("1", "true"), style.format))
    if kind == "Error":
        return style.look().seen(said)
    if len(data):
        return "".join(_rich(data, style, 0)) if shown(said, style.format) else ""
    return style.look().seen(_BREAKS.sub("\n", shown(said, style.format)))


def _rich(parent: Element, style: _Style, depth: int) -> Iterator[str]:
    """Yield the passages of marked-up text as they are seen."""
    yield style.look().seen(parent.text or "")
    for child in parent:
        name = str(child.tag).rpartition("}")[2].lower()
        own = style
        if name in ("s", "del", "strike"):
            own = replace(style, struck=True)
        elif name in ("sup", "sub"):
            own = replace(style, script=1 if name == "sup" else -1)
        elif name == "font":
            colour = _colour(child.get(_HTML + "Color") or child.get("Color"))
            own = replace(style, colour=colour) if colour else style
        if name == "br":
            yield "\n"
        elif depth < _DEEPEST:
            yield from _rich(child, own, depth + 1)
        yield style.look().seen(child.tail or "")


def _is_visible(sheet: Element) -> bool:
    return sheet.find(f"{_X}WorksheetOptions/{_X}Visible") is None


def _is_hidden(element: Element, size: str) -> bool:
    said = _number(element.get(_SS + size) or "")
    return element.get(_SS + "Hidden") == "1" or (said is not None and said < _LEAST)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _colour(told: str | None) -> str | None:
    return told[1:].upper() if told and len(told) == 7 and told[0] == "#" else None
