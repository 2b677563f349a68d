"""What the list of reports shows, line by line: rows that pass, in groups that can be folded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.models.report_row import Row
from gui.words import QT_TRANSLATE_NOOP

PROBLEMS = "problems"


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of a group. `rows` are those in it that pass, shown or not."""

    key: str
    title: str
    folded: bool
    rows: tuple[Row, ...]

    @property
    def is_of_problems(self) -> bool:
        """Say whether it holds files that are no reports."""
        return self.key == PROBLEMS


Line = Row | Group
# What reports can be grouped by: the value that a row is put under.
GROUPINGS: Mapping[str, Callable[[Row], str]] = {
    "superior": lambda row: row.superior,
    "year": lambda row: str(row.year or ""),
    "folder": lambda row: row.folder,
}
GROUPING_TEXT = {
    "": QT_TRANSLATE_NOOP("ReportLines", "不分组"),
    "superior": QT_TRANSLATE_NOOP("ReportLines", "按上级"),
    "year": QT_TRANSLATE_NOOP("ReportLines", "按年度"),
    "folder": QT_TRANSLATE_NOOP("ReportLines", "按文件夹"),
}
_NONE = {
    "superior": QT_TRANSLATE_NOOP("ReportLines", "上级不详"),
    "year": QT_TRANSLATE_NOOP("ReportLines", "年度不详"),
    "folder": QT_TRANSLATE_NOOP("ReportLines", "打开的文件夹"),
}


def _said(text: str) -> str:
    return QCoreApplication.translate("ReportLines", text)


def key_of(line: Line) -> str:
    """Return what a line is known by, whatever it shows of it."""
    return f"group:{line.key}" if isinstance(line, Group) else line.path


def arranged(rows: Iterable[Row], grouping: str, folded: Callable[[str], bool]) -> list[Line]:
    """Return the lines of rows that are sorted already.

    Groups stand in the order of their titles, years last first, what belongs nowhere last. Files
    that are no reports make a group at the end; a single one needs no heading.
    """
    sound: list[Row] = []
    odd: list[Row] = []
    for row in rows:
        (sound if row.recognised else odd).append(row)
    lines: list[Line] = []
    if grouping in GROUPINGS:
        for value, members in _grouped(sound, grouping):
            title = value or _said(_NONE[grouping])
            _put(lines, f"{grouping}:{value}", title, members, folded)
    else:
        lines += sound
    if len(odd) > 1:
        _put(lines, PROBLEMS, _said(QT_TRANSLATE_NOOP("ReportLines", "异常文件")), odd, folded)
    else:
        lines += odd
    return lines


def passing(rows: Iterable[Row], grouping: str) -> list[Row]:
    """Return the rows in the order of `arranged`, those of folded groups with them."""
    return [line for line in arranged(rows, grouping, lambda _: False) if isinstance(line, Row)]


def group_of(row: Row, grouping: str, problems: int) -> str:
    """Return the key of the group that a row is in, "" for none; `problems` is how many are odd."""
    if not row.recognised:
        return PROBLEMS if problems > 1 else ""
    return f"{grouping}:{GROUPINGS[grouping](row)}" if grouping in GROUPINGS else ""


def changes(old: Sequence[str], new: Sequence[str]) -> tuple[list[range], list[range]] | None:
    """Return the runs to be removed from `old` and those to be put in to make `new` of it.

    Both count in the list that they are of. None where what stays changes its order.
    """
    before, after = set(old), set(new)
    if [k for k in old if k in after] != [k for k in new if k in before]:
        return None
    return _runs(old, after), _runs(new, before)


def _runs(keys: Sequence[str], others: Collection[str]) -> list[range]:
    found: list[range] = []
    for at, key in enumerate(keys):
        if key in others:
            continue
        if found and found[-1].stop == at:
            found[-1] = range(found[-1].start, at + 1)
        else:
            found.append(range(at, at + 1))
    return found


def _grouped(rows: Iterable[Row], grouping: str) -> list[tuple[str, list[Row]]]:
    value_of = GROUPINGS[grouping]
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(value_of(row), []).append(row)
    if grouping == "folder":
        return sorted(groups.items())
    ordered = sorted((v for v in groups if v), reverse=grouping == "year")
    return [(value, groups[value]) for value in (*ordered, *([""] if "" in groups else ()))]


def _put(
    lines: list[Line], key: str, title: str, members: list[Row], folded: Callable[[str], bool]
) -> None:
    is_folded = folded(key)
    lines.append(Group(key, title, is_folded, tuple(members)))
    if not is_folded:
        lines += members
