"""Who belongs to whom: the auditor's list of units with their superior.

A sheet (xlsx) or a text (csv, tsv, txt) with two columns, unit and superior, with or without a
heading; or a text where a subordinate stands indented under its superior.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

_UNIT_HEADS = re.compile(r"^(?:单位|机关|名称|单位名称|机关名称|报告单位|unit)$", re.IGNORECASE)
_SUPERIOR_HEADS = re.compile(
    r"^(?:上级|上级单位|上级机关|主管部门|主管单位|汇总单位|归属|superior)$", re.IGNORECASE
)
_DELIMITERS = "\t,，;；|"
_SHEETS = (".xlsx", ".xlsm")
# What a roster may be kept in, for those who offer files to choose.
ENDINGS = (*_SHEETS, ".csv", ".tsv", ".txt")


class RosterError(ValueError):
    """A roster cannot be used. `str(error)` is the sentence the auditor sees."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Units with their superiors, in the order of the file."""

    entries: tuple[tuple[str, str], ...]

    def subordinates(self, superior: str) -> tuple[str, ...]:
        """Return the units that belong to the superior, by its name as in the roster."""
        return tuple(unit for unit, above in self.entries if above == superior)

    @property
    def superiors(self) -> tuple[str, ...]:
        """Return every superior once, in order."""
        return tuple(dict.fromkeys(above for _, above in self.entries))


def load_roster(path: Path | str) -> Roster:
    """Read a roster. RosterError, with a sentence, where it cannot be read or names nobody."""
    path = Path(path)
    try:
        rows = _sheet(path) if path.suffix.lower() in _SHEETS else _text(path)
    except OSError as error:
        raise RosterError(f"单位名录“{path.name}”打不开：{error.strerror or error}。") from error
    except (BadZipFile, KeyError) as error:
        raise RosterError(f"单位名录“{path.name}”不是能读取的 Excel 文件。") from error
    except UnicodeDecodeError as error:
        raise RosterError(f"单位名录“{path.name}”的编码不认识，请存为 UTF-8。") from error
    entries = _entries(rows)
    if not entries:
        raise RosterError(f"单位名录“{path.name}”里没有“单位、上级”两列。")
    return Roster(entries)


def _sheet(path: Path) -> list[list[str]]:
    # Every worker reads profiles; few profiles have a roster, fewer one in a sheet.
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        return [
            ["" if value is None else str(value).strip() for value in row]
            for row in sheet.iter_rows(values_only=True)
        ]
    finally:
        book.close()


def _text(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    lines = [line for line in text.splitlines() if line.strip()]
    first = next((d for d in _DELIMITERS if any(d in line.strip() for line in lines)), None)
    if first is None:
        return _indented(lines)
    plain = "\n".join(lines)
    for delimiter in _DELIMITERS:
        if delimiter != first and delimiter in "，；":
            plain = plain.replace(delimiter, first)
    return [
        [cell.strip() for cell in row] for row in csv.reader(io.StringIO(plain), delimiter=first)
    ]


def _indented(lines: list[str]) -> list[list[str]]:
    """Read an outline: each unit belongs to the nearest line above that is indented less."""
    above: list[tuple[int, str]] = []
    rows: list[list[str]] = []
    for line in lines:
        name = line.strip()
        depth = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        while above and above[-1][0] >= depth:
            above.pop()
        rows.append([name, above[-1][1] if above else ""])
        above.append((depth, name))
    return rows


def _entries(rows: list[list[str]]) -> tuple[tuple[str, str], ...]:
    unit_at, superior_at, start = 0, 1, 0
    for at, row in enumerate(rows[:5]):
        units = [i for i, cell in enumerate(row) if _UNIT_HEADS.match(cell)]
        superiors = [i for i, cell in enumerate(row) if _SUPERIOR_HEADS.match(cell)]
        if units and superiors:
            unit_at, superior_at, start = units[0], superiors[0], at + 1
            break
    found: dict[tuple[str, str], None] = {}
    for row in rows[start:]:
        if len(row) > max(unit_at, superior_at) and row[unit_at] and row[superior_at]:
            found[row[unit_at], row[superior_at]] = None
    return tuple(found)
