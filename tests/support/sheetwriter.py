"""Writes old workbooks (xls): sheets of texts, numbers and merged cells, for tests."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from tests.support.layouts import Grid
from tests.support.wordwriter import container

_MAX_MERGES = 1000


def to_xls(sheets: Sequence[tuple[str, Sequence[str | Grid]]]) -> bytes:
    """Return a workbook; a sheet is a name and its lines and tables, one under the other."""
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0x0DBB, 0x07CC, 0, 0))
    head += _record(0x0042, struct.pack("<H", 1200))
    font = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0)
    head += _record(0x0031, font + b"\x05\x00Arial") * 5
    head += _record(0x00E0, struct.pack("<HHHBBBBIiH", 0, 0, 0xFFF4, 0, 0, 0, 0, 0, 0, 0))
    head += _record(0x00E0, struct.pack("<HHHBBBBIiH", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    names = [_text(name, "B") for name, _ in sheets]
    size = len(head) + sum(4 + 6 + len(name) for name in names) + 4
    bodies = [_sheet(pieces) for _, pieces in sheets]
    at = size
    for name, body in zip(names, bodies, strict=True):
        head += _record(0x0085, struct.pack("<IBB", at, 0, 0) + name)
        at += len(body)
    return container({"Workbook": head + _record(0x000A, b"") + b"".join(bodies)})


def _sheet(pieces: Sequence[str | Grid]) -> bytes:
    records: list[bytes] = []
    merges: list[bytes] = []
    row = 0
    for piece in pieces:
        if isinstance(piece, str):
            records.append(_cell(row, 0, piece))
            row += 1
            continue
        for slots in piece:
            for column, slot in enumerate(slots):
                if slot.covered:
                    continue
                if slot.text:
                    records.append(_cell(row, column, slot.text, slot.figure))
                if slot.row_span > 1 or slot.column_span > 1:
                    last = (row + slot.row_span - 1, column, column + slot.column_span - 1)
                    merges.append(struct.pack("<HHHH", row, *last))
            row += 1
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0x0DBB, 0x07CC, 0, 0))
    body += _record(0x0200, struct.pack("<IIHHH", 0, row, 0, 64, 0)) + b"".join(records)
    for i in range(0, len(merges), _MAX_MERGES):
        some = merges[i : i + _MAX_MERGES]
        body += _record(0x00E5, struct.pack("<H", len(some)) + b"".join(some))
    return body + _record(0x000A, b"")


def _cell(row: int, column: int, text: str, number: bool = False) -> bytes:
    place = struct.pack("<HHH", row, column, 1)
    if number and text.replace(".", "", 1).isdigit():
        return _record(0x0203, place + struct.pack("<d", float(text)))
    return _record(0x0204, place + _text(text, "H"))


def _text(text: str, length: str) -> bytes:
    return struct.pack(f"<{length}B", len(text), 1) + text.encode("utf-16-le")


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data
