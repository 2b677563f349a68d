"""A sheet of a workbook as lines and grids, whatever kind of file it came from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from parser.intake.furniture import is_metadata
from parser.intake.script import to_simplified
from parser.intake.sheets.numberformat import formatted, worded
from parser.intake.strikes import counted
from parser.intake.writer import Draft, Writer

# An honest report has a few hundred rows; what is beyond is not looked at.
MAX_ROWS = 5000
MAX_COLUMNS = 256
# A cell with more words than this is prose, even in a sheet.
_PROSE = 120
_HEADING = re.compile(r"[一二三四五六]、")
# Rows of the tables that stand alone in a row or begin like a section's heading.
_ROW = re.compile(r"^第.{1,6}条|申请数量|办理结果|继续办理|总计")
_DEFAULT_NAME = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.I)

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The shown texts of a sheet by (row, column) from 0, and its merged cells' sizes."""

    name: str
    texts: Mapping[Place, str]
    merged: Mapping[Place, tuple[int, int]]


def write_sheets(writer: Writer, sheets: list[Sheet]) -> None:
    """Write the sheets one after another; several are told apart by their names."""
    full = [sheet for sheet in sheets if any(text.strip() for text in sheet.texts.values())]
    for sheet in full:
        named = not _DEFAULT_NAME.fullmatch(sheet.name.strip())
        first = next((t.strip() for _, t in sorted(sheet.texts.items()) if t.strip()), "")
        # A name is often the first line's beginning: not all of it has room on a tab.
        if len(full) > 1 and named and not first.startswith(sheet.name.strip()):
            writer.line(sheet.name.strip())
        _write(writer, sheet)


def shown(value: object, format: str = "General") -> str:
    """Return a cell's value as the text that it shows in this number format."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return worded("TRUE" if value else "FALSE", format).text
    if isinstance(value, int | float):
        return formatted(value, format).text
    return worded(str(value), format).text


def covered(merged: Mapping[Place, tuple[int, int]], rows: int, columns: int) -> set[Place]:
    """Return the places of the first rows and columns that lie under a merged cell."""
    found: set[Place] = set()
    for (row, column), (height, width) in merged.items():
        # Merged cells that lie on one another are no right ones, and could cover all many times.
        if (row, column) not in found:
            found |= {
                (r, c)
                for r in range(row, min(row + height, rows))
                for c in range(column, min(column + width, columns))
            } - {(row, column)}
    return found


def _write(writer: Writer, sheet: Sheet) -> None:
    last_row = max(row for row, _ in sheet.texts)
    filled = [column for (_, column), text in sheet.texts.items() if text.strip()]
    width = max(filled) + 1
    hidden = covered(sheet.merged, last_row + 1, width)
    rows: list[list[Draft]] = []
    blank = False
    for r in range(min(last_row, MAX_ROWS - 1) + 1):
        places = [(r, c) for c in range(width) if (r, c) not in hidden]
        words = [text for place in places if (text := sheet.texts.get(place, "").strip())]
        if not words:
            blank = True
            continue
        alone = words[0] if len(words) == 1 else None
        line = alone is not None and _is_line(alone, sheet, places, width, bool(rows), blank)
        if line and alone is not None:
            _flush(writer, rows)
            rows = []
            for part in alone.split("\n"):
                writer.line(part.strip())
        else:
            rows.append([_draft(sheet, place) for place in places])
        blank = False
    _flush(writer, rows)


def _is_line(
    text: str, sheet: Sheet, places: list[Place], width: int, in_table: bool, after_blank: bool
) -> bool:
    """Say whether a row with one text is prose or a heading rather than a row of a table."""
    text = counted(text).strip()
    if _ROW.search(text):
        return False
    if _HEADING.match(text):
        return True
    if len(text) > _PROSE or width == 1:
        return True
    whole = any(sheet.merged.get(place, (1, 1))[1] >= width for place in places)
    first = any(sheet.texts.get(place, "").strip() for place in places[:1])
    # Above a table: its title. Behind a blank row: the next one's, or a signature.
    return (whole or first) and (not in_table or after_blank)


def _flush(writer: Writer, rows: list[list[Draft]]) -> None:
    if rows:
        texts = [to_simplified(counted(draft.text)) for row in rows for draft in row]
        writer.table(rows, is_metadata(texts, len(rows)))


def _draft(sheet: Sheet, place: Place) -> Draft:
    down, across = sheet.merged.get(place, (1, 1))
    return Draft(sheet.texts.get(place, ""), down, across)
