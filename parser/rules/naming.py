"""Naming cells and rows of the official tables in findings, and finding them in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from parser.model import Report, row_of
from parser.model.said import Word, english, joined, say
from parser.official.form import Form, FormColumn, FormRow, FormTable, form_for_year, form_of, forms
from parser.text.numerals import in_chinese

_BRACKETED = re.compile(r"(?<=.)（[^）]*）$")
_NUMBERED = re.compile(r"^（[一二三四五六七八九十]）")
_LONG = 16


def official(report: Report) -> Form:
    """Return the form the report is on; failing that its year's, failing that the one in force."""
    if report.form is not None:
        return form_of(report.form)
    by_year = form_for_year(report.identity.year) if report.identity.year else None
    return by_year or forms()[-1]


def governed(report: Report) -> bool:
    """Say whether there was an official form for the report's year; an unknown year counts as one.

    Reports on 2018 and before had no common form to be held to.
    """
    year = report.identity.year
    return report.status == "ok" and (year is None or form_for_year(year) is not None)


def short_name(row: FormRow) -> str:
    """Name a row shortly and beyond doubt: （三）1.属于国家秘密, （二）部分公开."""
    return _short_name(row.label, row.groups[-1] if row.groups else "")


def column_name(column: FormColumn) -> str:
    """Name a column: 自然人."""
    return say(column.label)


def table_title(table: FormTable) -> str:
    """Return the table's title: 收到和处理政府信息公开申请情况."""
    return say(table.title)


def numeral(number: int) -> str:
    """Return the number as sections are counted: 三."""
    return Word(in_chinese(number), str(number))


@cache
def _short_name(printed: str, above: str) -> str:
    label = _BRACKETED.sub("", printed)
    if len(label) > _LONG and above:
        label = label[:_LONG] + "…"
    named = Word(label, english(say(printed)))
    group = _NUMBERED.match(above) if above else None
    if group is None or _NUMBERED.match(label):
        return named
    return joined("", (Word(group[0], f"{english(say(above)).partition(' ')[0]} "), named))


def listed(form: Form, keys: Iterable[str], most: int = 6) -> str:
    """Name figures row by row: 规章（本年制发件数）；行政许可. Rows past `most` are counted.

    A row of which every figure is named stands without its columns.
    """
    rows: dict[str, list[str]] = {}
    for key in keys:
        rows.setdefault(row_of(key), []).append(key)
    told: list[str] = []
    for of_row in list(rows.values())[:most]:
        place = form.find(of_row[0])
        if place is None:
            told.append(joined("、", of_row))
            continue
        row = place[1]
        named = short_name(row)
        if len(of_row) < len(row.figure_keys):
            columns = (column_name(at[2]) for at in map(form.find, of_row) if at is not None)
            named = say("{row}（{columns}）", row=named, columns=joined("、", columns))
        told.append(named)
    rest = len(rows) - len(told)
    return joined("；", told) + (say("；另有 {rows} 行", rows=rest) if rest else "")


def in_table(table: FormTable, keys: Iterable[str]) -> tuple[str, ...]:
    """Return those of the keys that belong to the table, in the form's order."""
    wanted = set(keys)
    return tuple(key for row in table.rows for key in row.figure_keys if key in wanted)
