"""Writes old workbooks (xls): sheets of texts, numbers and merged cells, for tests."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from tests.support.layouts import Grid
from tests.support.looked import passages
from tests.support.sheetplan import Cell, Plan, plan
from tests.support.wordwriter import container

_MAX_MERGES = 1000
# The places of the fonts (there is none at 4) and of the styles of whole cells.
_FONTS = {"struck": 6, "hidden": 7, "raised": 8}
_STYLES = {"": 1, "struck": 2, "hidden": 3, "nothing": 4}


def to_xls(sheets: Sequence[tuple[str, Sequence[str | Grid]]]) -> bytes:
    """Return a workbook; a sheet is a name and its lines and tables, one under the other."""
    return _workbook([(name, plan(pieces)) for name, pieces in sheets])


def plan_xls(sheet: Plan, bare: bool = False) -> bytes:
    """Return a workbook of one sheet; `bare`: without the container around its records."""
    return _workbook([("Sheet1", sheet)], bare)


def _workbook(sheets: Sequence[tuple[str, Plan]], bare: bool = False) -> bytes:
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0x0DBB, 0x07CC, 0, 0))
    head += _record(0x0042, struct.pack("<H", 1200))
    head += _font() * 5 + _font(flags=8) + _font(colour=9) + _font(script=1)
    head += _record(0x041E, struct.pack("<H", 164) + _text(";;;", "H"))
    head += _record(0x00E0, struct.pack("<HHHBBBBIiH", 0, 0, 0xFFF4, 0, 0, 0, 0, 0, 0, 0))
    for font, format in ((0, 0), (6, 0), (7, 0), (0, 164)):
        style = struct.pack("<HHHBBBBIiH", font, format, 0, 0, 0, 0, 0, 0, 0, 0)
        head += _record(0x00E0, style)
    names = [_text(name, "B") for name, _ in sheets]
    size = len(head) + sum(4 + 6 + len(name) for name in names) + 4
    bodies = [_sheet(found) for _, found in sheets]
    at = size
    for name, body in zip(names, bodies, strict=True):
        head += _record(0x0085, struct.pack("<IBB", at, 0, 0) + name)
        at += len(body)
    data = head + _record(0x000A, b"") + b"".join(bodies)
    return data if bare else container({"Workbook": data})


def _font(flags: int = 0, colour: int = 0x7FFF, script: int = 0) -> bytes:
    font = struct.pack("<HHHHHBBBB", 200, flags, colour, 400, script, 0, 0, 0, 0)
    return _record(0x0031, font + b"\x05\x00Arial")


def _sheet(sheet: Plan) -> bytes:
    records = [
        _record(0x007D, struct.pack("<HHHHHH", c, c, 2048, 1, 1, 0)) for c in sheet.hidden_columns
    ]
    records += [
        _record(0x0208, struct.pack("<HHHHHHI", r, 0, sheet.width, 255, 0, 0, 0x20))
        for r in sheet.hidden_rows
    ]
    records += [_cell(row, column, cell) for (row, column), cell in sorted(sheet.cells.items())]
    merges = [
        struct.pack("<HHHH", row, row + down - 1, column, column + across - 1)
        for (row, column), (down, across) in sheet.merged.items()
    ]
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0x0DBB, 0x07CC, 0, 0))
    body += _record(0x0200, struct.pack("<IIHHH", 0, sheet.height, 0, 64, 0)) + b"".join(records)
    for i in range(0, len(merges), _MAX_MERGES):
        some = merges[i : i + _MAX_MERGES]
        body += _record(0x00E5, struct.pack("<H", len(some)) + b"".join(some))
    return body + _record(0x000A, b"")


def _cell(row: int, column: int, cell: Cell) -> bytes:
    place = struct.pack("<HHH", row, column, _STYLES[cell.look])
    if cell.figure and cell.text.replace(".", "", 1).isdigit():
        return _record(0x0203, place + struct.pack("<d", float(cell.text)))
    found = passages(cell.text)
    text = _text("".join(words for words, _ in found), "H")
    if all(not look for _, look in found):
        return _record(0x0204, place + text)
    runs: list[bytes] = []
    at = 0
    for words, look in found:
        runs.append(struct.pack("<HH", at, _FONTS.get(look, 0)))
        at += len(words)
    return _record(0x00D6, place + text + struct.pack("<H", len(runs)) + b"".join(runs))


def _text(text: str, length: str) -> bytes:
    return struct.pack(f"<{length}B", len(text), 1) + text.encode("utf-16-le")


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data
