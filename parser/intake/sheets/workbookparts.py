"""The parts of a workbook (xlsx) that hold what its sheets show, put up afresh for openpyxl.

openpyxl knows neither the strict flavour of the standard nor odd names of parts, and stumbles
over drawings and pivot tables that are no part of a report. Here the parts are found by their
relations, read with bounds and without entities, and only what matters is packed again.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from parser.errors import Unreadable
from parser.intake.ooxml import Element, S, whole
from parser.intake.package import Package, identifier, package
from parser.intake.sheets.sheet import MAX_COLUMNS, MAX_ROWS

_WHAT = "工作簿"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = S[1:-1]
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ON = ("1", "true", "on")
# Below this (points, characters) a row or column is a line at most.
_LEAST_HEIGHT, _LEAST_WIDTH = 1.0, 0.2


@dataclass(frozen=True, slots=True)
class SheetPart:
    """What a sheet says of itself.

    Rows and columns count from 0. In the `painted` areas ("A1:C3") colours are decided elsewhere
    than in the cells; `merged` are the merged ones. `uncomputed`: it has formulas without a value.
    """

    name: str
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    painted: tuple[str, ...]
    merged: tuple[str, ...]
    shows_zeros: bool
    uncomputed: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets that are shown and, in the same order, a file of just these for openpyxl."""

    sheets: tuple[SheetPart, ...]
    file: bytes
    theme: Element | None


def workbook(data: bytes) -> Workbook:
    """Return a workbook's parts. Raises `Unreadable`, `Refused` where it goes past a bound."""
    parts = package(data, _WHAT)
    if parts.part("xl/workbook.bin") is not None:
        raise Unreadable("这是二进制工作簿（xlsb），暂不能读取，请另存为 xlsx。")
    main = parts.main("xl", "spreadsheetml")
    root = parts.xml(main)
    if root is None or root.tag != S + "workbook":
        main = "xl/workbook.xml"
        root = parts.xml(main)
    if root is None or root.tag != S + "workbook":
        raise Unreadable(f"{_WHAT}已损坏，里面没有“{main[-60:]}”。")
    related = parts.related(main)
    named = {relation.id: relation for relation in related}
    entries = [
        (entry, named[identifier(entry)].part)
        for entry in root.iter(S + "sheet")
        if identifier(entry) in named and named[identifier(entry)].kind == "worksheet"
    ]
    shown = [pair for pair in entries if pair[0].get("state", "visible") == "visible"]
    found: list[SheetPart] = []
    trees: list[Element] = []
    for entry, name in shown or entries:
        tree = parts.xml(name)
        if tree is None:
            raise Unreadable(f"{_WHAT}已损坏，里面没有“{name[-60:]}”。")
        rows = _rows(tree)
        found.append(_sheet(entry.get("name") or "", tree, rows, _tables(parts, name)))
        trees.append(_stripped(tree, rows))

    def other(kind: str, usual: str) -> Element | None:
        there = next((r.part for r in related if r.kind == kind and r.part), usual)
        return parts.xml(there)

    styles = other("styles", "xl/styles.xml")
    for child in list(styles) if styles is not None else ():
        if child.tag in (S + "dxfs", S + "tableStyles", S + "extLst"):
            child.getparent().remove(child)  # pyright: ignore[reportOptionalMemberAccess]
    dates = root.find(S + "workbookPr")
    from_1904 = dates is not None and dates.get("date1904") in _ON
    strings = other("sharedStrings", "xl/sharedStrings.xml")
    return Workbook(
        tuple(found),
        _packed(trees, strings, styles, from_1904),
        other("theme", "xl/theme/theme1.xml"),
    )


def _rows(tree: Element) -> list[tuple[int, Element]]:
    """Return the rows with their numbers from 0; one that does not say it follows the last."""
    found: list[tuple[int, Element]] = []
    at = 0
    for row in tree.iterfind(f"{S}sheetData/{S}row"):
        at = whole(row.get("r"), at + 1, 10**8)
        found.append((at - 1, row))
    return found


def _sheet(
    name: str, tree: Element, rows: list[tuple[int, Element]], tables: list[str]
) -> SheetPart:
    hidden_rows = {
        at for at, row in rows if row.get("hidden") in _ON or _number(row.get("ht")) < _LEAST_HEIGHT
    }
    hidden_columns: set[int] = set()
    for column in tree.iterfind(f"{S}cols/{S}col"):
        narrow = _number(column.get("width")) < _LEAST_WIDTH
        if column.get("hidden") in _ON or narrow:
            first = whole(column.get("min"), 1, MAX_COLUMNS + 1)
            last = whole(column.get("max"), first, MAX_COLUMNS)
            hidden_columns.update(range(max(0, first - 1), last))
    painted = [
        area
        for rule in tree.iter(S + "conditionalFormatting")
        for area in (rule.get("sqref") or "").split()
    ]
    view = next(tree.iter(S + "sheetView"), None)
    return SheetPart(
        name,
        frozenset(hidden_rows),
        frozenset(hidden_columns),
        tuple(painted + tables),
        tuple(area.get("ref") or "" for area in tree.iter(S + "mergeCell")),
        view is None or view.get("showZeros", "1") in _ON,
        any(
            cell.find(S + "f") is not None and not cell.findtext(S + "v")
            for _, row in rows
            for cell in row
        ),
    )


def _tables(parts: Package, name: str) -> list[str]:
    """Return the areas that a table style paints."""
    found: list[str] = []
    for relation in parts.related(name):
        if relation.kind == "table" and relation.part:
            root = parts.xml(relation.part)
            found.append((root.get("ref") if root is not None else None) or "")
    return [area for area in found if area]


def _stripped(tree: Element, rows: list[tuple[int, Element]]) -> Element:
    """Leave the cells, nothing else that openpyxl could stumble over."""
    for at, row in rows:
        row.attrib.clear()
        row.set("r", str(at + 1))
        if at >= MAX_ROWS:
            row.getparent().remove(row)  # pyright: ignore[reportOptionalMemberAccess]
    for child in list(tree):
        if child.tag != S + "sheetData":
            tree.remove(child)
    return tree


def _packed(
    trees: list[Element], strings: Element | None, styles: Element | None, from_1904: bool
) -> bytes:
    others = [("sharedStrings", strings), ("styles", styles)]
    there = [(kind, tree) for kind, tree in others if tree is not None]
    numbers = range(1, len(trees) + 1)
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    book = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="{from_1904:d}"/>'
        f"<sheets>{sheets}</sheets></workbook>"
    )
    relations = [(f"r{n}", "worksheet", f"worksheets/{n}.xml") for n in numbers]
    relations += [(kind, kind, f"{kind}.xml") for kind, _ in there]
    rels = "".join(
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for id, kind, target in relations
    )
    types = "".join(
        f'<Override PartName="/xl/{target}" ContentType="{_KIND}.{kind}+xml"/>'
        for _, kind, target in [*relations, ("", "sheet.main", "workbook.xml")]
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_TYPES}">{types}</Types>')
        archive.writestr("xl/workbook.xml", book)
        wrapped = f'<Relationships xmlns="{_RELATIONS}">{rels}</Relationships>'
        archive.writestr("xl/_rels/workbook.xml.rels", wrapped)
        for kind, tree in there:
            archive.writestr(f"xl/{kind}.xml", etree.tostring(tree, encoding="utf-8"))
        for n, tree in enumerate(trees, 1):
            archive.writestr(f"xl/worksheets/{n}.xml", etree.tostring(tree, encoding="utf-8"))
    return stream.getvalue()


def _number(text: str | None) -> float:
    """Return a size as written; infinity where none is, or where it is no number."""
    try:
        return float(text or "inf")
    except ValueError:
        return float("inf")
