"""Naming cells and rows of the official tables in findings, and finding them in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parser.model import Report, row_of
from parser.official.form import Form, FormRow, FormTable, form_for_year, form_of, forms

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
    label = _BRACKETED.sub("", row.label)
    if len(label) > _LONG and row.groups:
        label = label[:_LONG] + "…"
    group = _NUMBERED.match(row.groups[-1]) if row.groups else None
    return group[0] + label if group and not _NUMBERED.match(label) else label


def listed(form: Form, keys: Iterable[str], most: int = 6) -> str:
    """Name figures row by row: 规章（本年制发件数）；行政许可. Rows past `most` are counted.

    A row of which every figure is named stands without its columns.
    """
    rows: dict[str, list[str]] = {}
    for key in keys:
        rows.setdefault(row_of(key), []).append(key)
    said: list[str] = []
    for of_row in list(rows.values())[:most]:
        place = form.find(of_row[0])
        if place is None:
            said.append("、".join(of_row))
            continue
        row = place[1]
        whole = len(of_row) == len(row.figure_keys)
        labels = [found[2].label for found in map(form.find, of_row) if found is not None]
        said.append(short_name(row) + ("" if whole else f"（{'、'.join(labels)}）"))
    rest = len(rows) - len(said)
    return "；".join(said) + (f"；另有 {rest} 行" if rest else "")


def in_table(table: FormTable, keys: Iterable[str]) -> tuple[str, ...]:
    """Return those of the keys that belong to the table, in the form's order."""
    wanted = set(keys)
    return tuple(key for row in table.rows for key in row.figure_keys if key in wanted)
