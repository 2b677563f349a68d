"""A repair as a sentence that an auditor reads aloud to the unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from parser.model import Change
from parser.official.form import Form
from parser.repair.direct import Least
from parser.repair.edits import Record
from parser.repair.shifts import Shift

_NOTE = re.compile(r"（[^（）]{6,}）$")
_COUNTED = ("零", "一", "两", "三", "四")
MOST_NAMED = 6


def name_of(form: Form, key: str) -> str:
    """Name a figure, without the long note that some labels of the form carry."""
    row, _, column = form.name_of(key).rpartition("·")
    return f"{_NOTE.sub('', row)}·{column}" if row else column


def of_changes(
    record: Record, changes: Sequence[Change], reasons: Sequence[str], least: Least
) -> str:
    """Say which cells should hold what, how many sums that settles, and how many ways there are."""
    told = "，".join(
        f"{name_of(record.form, c.figure)} 应为 {c.value} 而不是 {c.before}" for c in changes
    )
    cells = _COUNTED[len(changes)]
    said = f"{told}：改这{cells}格，{len(record.failed)} 条勾稽全部成立"
    if reasons:
        said += f"（{'、'.join(reasons)}）"
    ways = len(least.sets)
    if ways > 1:
        count = f"共 {ways} 种" if least.complete else f"不少于 {ways} 种"
        said += f"；同样只改{cells}格的办法{count}，此为其一"
    if not least.proven:
        said += "；尚未证明这是改动最少的办法"
    return said


def of_shift(record: Record, shift: Shift, ways: int) -> str:
    """Say which row or column slipped, from where to where, and how many sums that settles."""
    form, first = record.form, shift.lines[0]
    aside = ("左" if shift.back else "右") if shift.along_row else ("上" if shift.back else "下")
    ends = (
        _half_of_name(form, first[0], shift.along_row),
        _half_of_name(form, first[-1], shift.along_row),
    )
    if len(shift.lines) > 1:
        kind = "列" if shift.along_row else "行"
        where = f"{_table(form, first[0])}自“{ends[0]}”至“{ends[1]}”各{kind}"
    else:
        line = _half_of_name(form, first[0], not shift.along_row)
        kind = "行" if shift.along_row else "列"
        where = f"{_table(form, first[0])}“{line}”一{kind}自“{ends[0]}”至“{ends[1]}”"
    said = f"{where}的数错了一格：整体向{aside}移一格，{len(record.failed)} 条勾稽全部成立"
    return said + (f"；另有 {ways - 1} 种移法" if ways > 1 else "")


def of_doubt(record: Record, most: int, proven: bool) -> str:
    """Say that a table as a whole is in doubt."""
    where = _table(record.form, next(iter(record.values)))
    sums = f"{where}有 {len(record.failed)} 条勾稽不成立"
    if not proven:
        return f"{sums}，未能在时限内找到改动不多的办法：整张表存疑，请与原件逐格核对"
    return f"{sums}，改动{_COUNTED[most]}格以内无法推定应填的数：整张表存疑，请与原件逐格核对"


def of_deduced(form: Form, changes: Sequence[Change], raw: Mapping[str, str]) -> str:
    """Say what follows for cells without a number; `raw` is what stands in them, if anything."""
    if len(changes) <= MOST_NAMED:
        told = "，".join(
            f"{name_of(form, change.figure)} {_state(raw.get(change.figure))}，"
            f"按勾稽推得 {change.value}"
            for change in changes
        )
        return f"{told}（推算）"
    noughts = sum(change.value == 0 for change in changes)
    share = "均为 0" if noughts == len(changes) else f"数值，其中 {noughts} 格为 0"
    where = _table(form, changes[0].figure)
    state = "没有可读的数" if any(raw.get(change.figure) for change in changes) else "空白"
    return f"{where}有 {len(changes)} 格{state}，按勾稽推得{share}（推算）"


def _state(raw: str | None) -> str:
    return f"填的是“{raw}”" if raw else "空白"


def _half_of_name(form: Form, key: str, column: bool) -> str:
    row, _, label = form.name_of(key).rpartition("·")
    return label if column else _NOTE.sub("", row)


def _table(form: Form, key: str) -> str:
    place = form.find(key)
    return place[0].short if place else ""
