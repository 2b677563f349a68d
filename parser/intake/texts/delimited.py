"""Sheets saved as text (csv, tsv): lines and grids, whichever character parts the cells.

RFC 4180, and what Excel and WPS write besides: tabs, semicolons, a first line `sep=;`, figures
kept as text by `="0"`.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import replace

from parser.intake.characters import normal
from parser.intake.encoding import Decoded, decode
from parser.intake.sheets.sheet import MAX_COLUMNS, MAX_ROWS, Sheet, write_sheets
from parser.intake.writer import Writer
from parser.model import Document

_DELIMITERS = (",", "\t", ";", "|")
_TOLD = re.compile(r"\s*\"?sep=(.)\"?[^\n]*\n", re.I)
_AS_TEXT = re.compile(r"=\"(.*)\"", re.S)
# What is a sheet under the name of a text: rows, delimiters in each, share of equal ones.
_FEWEST_ROWS, _NARROWEST, _EQUAL = 10, 3, 0.9
# No cell of a report is longer; an unclosed quotation mark would swallow the rest of the file.
_LONGEST_CELL = 20_000


def read_delimited(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a sheet that was saved as text. `encoding` is what the auditor chose, if anything."""
    decoded = decode(data, encoding)
    return sheet(normal(decoded.text), kind, decoded)


def is_sheet(text: str) -> bool:
    """Say whether a text is a sheet, whatever its name says: nearly all rows are equally wide."""
    lines = text.count("\n")
    for delimiter in (",", ";") if lines >= _FEWEST_ROWS else ():
        if text.count(delimiter) >= _NARROWEST * lines:
            widths = Counter(len(row) for row in _rows(text, delimiter) if row)
            width, rows = widths.most_common(1)[0]
            return width > _NARROWEST and rows >= _EQUAL * widths.total()
    return False


def sheet(text: str, kind: str, decoded: Decoded) -> Document:
    """Return the document of a sheet's text."""
    told = _TOLD.match(text)
    body = text[told.end() :] if told else text
    rows = _rows(body, told[1] if told else _delimiter(body, kind))
    texts = {
        (r, c): _shown(cell)
        for r, row in enumerate(rows[:MAX_ROWS])
        for c, cell in enumerate(row[:MAX_COLUMNS])
        if cell.strip()
    }
    writer = Writer()
    write_sheets(writer, [Sheet("", texts or {(0, 0): ""}, {})])
    document = writer.document(kind, decoded.encoding)
    return replace(document, notes=decoded.notes(document.text))


def _rows(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        # A quotation mark that nothing closes: then none of them means anything.
        return [line.split(delimiter) for line in text.split("\n")]
    return rows


def _delimiter(text: str, kind: str) -> str:
    """Return what parts the cells: what gives the most rows one number of cells above one."""

    def weight(delimiter: str) -> int:
        widths = Counter(len(row) for row in _rows(text, delimiter))
        return max((rows for width, rows in widths.items() if width > 1), default=0)

    own = "\t" if kind == "tsv" else ","
    return max(_DELIMITERS, key=lambda delimiter: (weight(delimiter), delimiter == own))


def _shown(cell: str) -> str:
    found = _AS_TEXT.fullmatch(cell.strip())
    return (found[1] if found else cell).strip()
