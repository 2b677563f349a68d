"""Who belongs to whom: the auditor's list of units with their superior and other names.

A sheet (xlsx) or a text (csv, tsv, txt) with the columns unit, superior, aliases, with or without
a heading, the last two may be left out; or a text where a subordinate stands indented under its
superior.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

_UNIT_HEADS = re.compile(r"^(?:单位|机关|名称|单位名称|机关名称|报告单位|unit)$", re.IGNORECASE)
_SUPERIOR_HEADS = re.compile(
    r"^(?:上级|上级单位|上级机关|主管部门|主管单位|汇总单位|归属|superior)$", re.IGNORECASE
)
_ALIAS_HEADS = re.compile(r"^(?:别名|简称|曾用名|又名|其他名称|alias|aliases)$", re.IGNORECASE)
_DELIMITERS = "\t,，;；|"
_SHEETS = (".xlsx", ".xlsm")
# What a roster may be kept in, for those who offer files to choose.
ENDINGS = (*_SHEETS, ".csv", ".tsv", ".txt")
HEADS = ("单位", "上级", "别名")
ROSTER_FILE = "单位名录.csv"  # beside the review data
_BETWEEN_ALIASES = re.compile(r"[、,，;；/|\s]+")
_LONGEST = 60


class RosterError(ValueError):
    """A roster cannot be used. `str(error)` is the sentence the auditor sees."""


@dataclass(frozen=True, slots=True)
class Member:
    """A line of the roster: a unit, its superior ("" for none), other names it goes by."""

    unit: str
    superior: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """Units with their superiors, in the order of the file.

    `members` are the lines, those without a superior among them.
    """

    entries: tuple[tuple[str, str], ...]
    members: tuple[Member, ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, members: Sequence[Member]) -> Roster:
        """Make a roster of lines."""
        entries = dict.fromkeys((m.unit, m.superior) for m in members if m.unit and m.superior)
        return cls(tuple(entries), tuple(members))

    def subordinates(self, superior: str) -> tuple[str, ...]:
        """Return the units that belong to the superior, by its name as in the roster."""
        return tuple(unit for unit, above in self.entries if above == superior)

    @property
    def superiors(self) -> tuple[str, ...]:
        """Return every superior once, in order."""
        return tuple(dict.fromkeys(above for _, above in self.entries))

    def names(self, unit: str) -> tuple[str, ...]:
        """Return the names that a unit goes by, the roster's own first."""
        others = (alias for m in self.members if m.unit == unit for alias in m.aliases)
        return tuple(dict.fromkeys((unit, *others)))


def load_roster(path: Path | str) -> Roster:
    """Read a roster. RosterError, with a sentence, where it cannot be read or names nobody."""
    path = Path(path)
    rows = _rows(path)
    roster = Roster.of(_members(rows))
    # A list of names alone may be anything, unless it says that it is one of units.
    if not roster.entries and not (roster.members and _heading(rows)):
        raise RosterError(f"单位名录“{path.name}”里没有“单位、上级”两列。")
    return roster


def read_members(path: Path) -> tuple[Member, ...]:
    """Return the lines of a roster file. RosterError where it cannot be read or has none."""
    members = _members(_rows(path))
    if not members:
        raise RosterError(f"单位名录“{path.name}”里没有单位。")
    return members


def _rows(path: Path) -> list[list[str]]:
    try:
        return _sheet(path) if path.suffix.lower() in _SHEETS else _text(_decoded(path))
    except OSError as error:
        raise RosterError(f"单位名录“{path.name}”打不开：{error.strerror or error}。") from error
    except (BadZipFile, KeyError) as error:
        raise RosterError(f"单位名录“{path.name}”不是能读取的 Excel 文件。") from error
    except UnicodeDecodeError as error:
        raise RosterError(f"单位名录“{path.name}”的编码不认识，请存为 UTF-8。") from error


def pasted_members(text: str) -> tuple[Member, ...]:
    """Return the lines of a roster that was copied from a sheet or a text."""
    return _members(_text(text))


def split_aliases(text: str) -> tuple[str, ...]:
    """Read other names as people write them beside each other."""
    return tuple(dict.fromkeys(name for name in _BETWEEN_ALIASES.split(text) if name))


def faults(members: Sequence[Member]) -> tuple[tuple[int, str], ...]:
    """Return what is wrong with the lines, each with its row (counted from 0) and a sentence."""
    found: list[tuple[int, str]] = []
    owner: dict[str, tuple[int, str]] = {}
    for at, member in enumerate(members):
        fault = _fault(member)
        if fault:
            found.append((at, f"第 {at + 1} 行：{fault}"))
            continue
        for name in (member.unit, *member.aliases):
            first, unit = owner.setdefault(name, (at, member.unit))
            if first == at:
                continue
            if unit != member.unit:
                found.append((at, f"第 {at + 1} 行：“{name}”已是第 {first + 1} 行“{unit}”的名称。"))
            elif name == member.unit and members[first].superior == member.superior:
                found.append((at, f"第 {at + 1} 行：“{name}”与第 {first + 1} 行重复。"))
    found += _circles(members)
    return tuple(sorted(found))


def save_roster(members: Sequence[Member], path: Path) -> None:
    """Write a roster, whole or not at all: a sheet where the name says so, else a text (csv).

    OSError where it cannot be written.
    """
    rows: list[list[str]] = [
        list(HEADS),
        *([m.unit, m.superior, "、".join(m.aliases)] for m in members),
    ]
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.suffix.lower() in _SHEETS:
            _write_sheet(rows, part)
        else:
            with part.open("w", encoding="utf-8-sig", newline="") as stream:
                delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
                csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(rows)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _write_sheet(rows: list[list[str]], target: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "单位名录"
    for at, row in enumerate(rows, 1):
        for column, said in enumerate(row, 1):
            cell = sheet.cell(at, column, said)
            cell.data_type = "s"  # whatever it begins with, it is no formula
    for letter, width in zip("ABC", (34, 34, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    with target.open("wb") as stream:
        book.save(stream)


def _fault(member: Member) -> str:
    if not member.unit:
        return "没有写单位名称，请填写或删去这一行。"
    long = [
        name for name in (member.unit, member.superior, *member.aliases) if len(name) > _LONGEST
    ]
    if long:
        return f"“{long[0][:12]}…”有 {len(long[0])} 个字，不像单位名称。"
    if member.superior == member.unit:
        return f"“{member.unit}”的上级是它自己。"
    return ""


def _circles(members: Sequence[Member]) -> list[tuple[int, str]]:
    above = {m.unit: m.superior for m in members if m.superior and m.superior != m.unit}
    found: list[tuple[int, str]] = []
    for at, member in enumerate(members):
        way, name = [member.unit], above.get(member.unit, "")
        while name and name not in way:
            way.append(name)
            name = above.get(name, "")
        if name == member.unit and len(way) > 1:
            found.append((at, f"第 {at + 1} 行：隶属关系绕成了圈：{'→'.join([*way, name])}。"))
    return found


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


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _text(text: str) -> list[list[str]]:
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


def _heading(rows: list[list[str]]) -> tuple[int, tuple[int, int, int]] | None:
    """Return the row of the heading and the columns of unit, superior, aliases, -1 for none."""
    for at, row in enumerate(rows[:5]):
        units, superiors, aliases = (
            [i for i, cell in enumerate(row) if heads.match(cell)]
            for heads in (_UNIT_HEADS, _SUPERIOR_HEADS, _ALIAS_HEADS)
        )
        if units and (superiors or aliases or len(row) == 1):
            return at, (units[0], (superiors or [-1])[0], (aliases or [-1])[0])
    return None


def _members(rows: list[list[str]]) -> tuple[Member, ...]:
    at, columns = _heading(rows) or (-1, (0, 1, 2))
    found: dict[tuple[str, str], Member] = {}
    for row in rows[at + 1 :]:
        unit, superior, others = (row[i] if 0 <= i < len(row) else "" for i in columns)
        if unit:
            found.setdefault((unit, superior), Member(unit, superior, split_aliases(others)))
    return tuple(found.values())
