"""A repair as a sentence that an auditor reads aloud to the unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from parser.model import Change
from parser.model.said import Word, english, joined, say
from parser.official.form import Form, FormRow
from parser.repair.direct import Least
from parser.repair.edits import Record
from parser.repair.shifts import Shift

_NOTE = re.compile(r"（[^（）]{6,}）$")
_COUNTED = (say("零"), say("一"), say("两"), say("三"), say("四"))
MOST_NAMED = 6


def name_of(form: Form, key: str) -> str:
    """Name a figure, without the long note that some labels of the form carry."""
    place = form.find(key)
    if place is None:
        return key
    _, row, column = place
    return say("{row}·{column}", row=_without_note(row), column=say(column.label))


def of_changes(
    record: Record, changes: Sequence[Change], reasons: Sequence[str], least: Least
) -> str:
    """Say which cells should hold what, how many sums that settles, and how many ways there are."""
    told = joined(
        "，",
        (
            say(
                "{figure} 应为 {value} 而不是 {before}",
                figure=name_of(record.form, c.figure),
                value=c.value,
                before=c.before,
            )
            for c in changes
        ),
    )
    cells = _COUNTED[len(changes)]
    said = say(
        "{told}：改这{cells}格，{sums} 条勾稽全部成立",
        told=told,
        cells=cells,
        sums=len(record.failed),
    )
    if reasons:
        said += say("（{reasons}）", reasons=joined("、", reasons))
    ways = len(least.sets)
    if ways > 1:
        count = (
            say("共 {ways} 种", ways=ways) if least.complete else say("不少于 {ways} 种", ways=ways)
        )
        said += say("；同样只改{cells}格的办法{count}，此为其一", cells=cells, count=count)
    if not least.proven:
        said += say("；尚未证明这是改动最少的办法")
    return said


def of_shift(record: Record, shift: Shift, ways: int) -> str:
    """Say which row or column slipped, from where to where, and how many sums that settles."""
    form, first = record.form, shift.lines[0]
    aside = (
        (say("左") if shift.back else say("右"))
        if shift.along_row
        else (say("上") if shift.back else say("下"))
    )
    ends = (
        _half_of_name(form, first[0], shift.along_row),
        _half_of_name(form, first[-1], shift.along_row),
    )
    if len(shift.lines) > 1:
        kind = say("列") if shift.along_row else say("行")
        where = say(
            "{table}自“{first}”至“{last}”各{kind}",
            table=_table(form, first[0]),
            first=ends[0],
            last=ends[1],
            kind=kind,
        )
    else:
        line = _half_of_name(form, first[0], not shift.along_row)
        kind = say("行") if shift.along_row else say("列")
        where = say(
            "{table}“{line}”一{kind}自“{first}”至“{last}”",
            table=_table(form, first[0]),
            line=line,
            kind=kind,
            first=ends[0],
            last=ends[1],
        )
    said = say(
        "{where}的数错了一格：整体向{aside}移一格，{sums} 条勾稽全部成立",
        where=where,
        aside=aside,
        sums=len(record.failed),
    )
    return said + (say("；另有 {ways} 种移法", ways=ways - 1) if ways > 1 else "")


def of_doubt(record: Record, most: int, proven: bool) -> str:
    """Say that a table as a whole is in doubt."""
    where = _table(record.form, next(iter(record.values)))
    sums = say("{where}有 {sums} 条勾稽不成立", where=where, sums=len(record.failed))
    if not proven:
        return say(
            "{told}，未能在时限内找到改动不多的办法：整张表存疑，请与原件逐格核对", told=sums
        )
    return say(
        "{told}，改动{cells}格以内无法推定应填的数：整张表存疑，请与原件逐格核对",
        told=sums,
        cells=_COUNTED[most],
    )


def of_deduced(form: Form, changes: Sequence[Change], raw: Mapping[str, str]) -> str:
    """Say what follows for cells without a number; `raw` is what stands in them, if anything."""
    if len(changes) <= MOST_NAMED:
        told = joined(
            "，",
            (
                say(
                    "{figure} {state}，按勾稽推得 {value}",
                    figure=name_of(form, change.figure),
                    state=_state(raw.get(change.figure)),
                    value=change.value,
                )
                for change in changes
            ),
        )
        return say("{told}（推算）", told=told)
    noughts = sum(change.value == 0 for change in changes)
    share = (
        say("均为 0")
        if noughts == len(changes)
        else say("数值，其中 {noughts} 格为 0", noughts=noughts)
    )
    where = _table(form, changes[0].figure)
    state = (
        say("没有可读的数") if any(raw.get(change.figure) for change in changes) else say("空白")
    )
    return say(
        "{where}有 {cells} 格{state}，按勾稽推得{share}（推算）",
        where=where,
        cells=len(changes),
        state=state,
        share=share,
    )


def _state(raw: str | None) -> str:
    return say("填的是“{raw}”", raw=raw) if raw else say("空白")


def _half_of_name(form: Form, key: str, column: bool) -> str:
    place = form.find(key)
    if place is None:
        return key
    _, row, printed = place
    return say(printed.label) if column else _without_note(row)


def _without_note(row: FormRow) -> str:
    return Word(_NOTE.sub("", row.name), english(row.name))


def _table(form: Form, key: str) -> str:
    place = form.find(key)
    return place[0].short if place else ""
