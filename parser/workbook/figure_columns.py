"""The columns of 汇总: every figure that a form or a report has, named and in official order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parser.model import TABLES, Report
from parser.official.form import Form, FormTable, form_of, forms
from parser.workbook.words import form_name


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A column of figures: three levels of name (table, row, column) and the key."""

    key: str
    table: str
    row: str
    column: str


def forms_of(reports: Iterable[Report]) -> tuple[Form, ...]:
    """Return the forms that the reports are on, newest first."""
    used = {report.form for report in reports if report.form}
    return tuple(form for form in reversed(forms()) if form.id in used)


def figure_columns(reports: Sequence[Report]) -> tuple[FigureColumn, ...]:
    """Return a column for each figure that a form in use prints or that a report has.

    Two forms stand side by side: a figure that both print is one column, and where they name it
    differently the name says which form calls it what.
    """
    used = forms_of(reports)
    there = {key for report in reports for key in report.figures}
    columns: list[FigureColumn] = []
    for table in TABLES:
        keys = _keys([form.table(table) for form in used], there)
        columns += [_column(used, key) for key in keys]
    return tuple(columns)


def _keys(tables: Sequence[FormTable], there: set[str]) -> list[str]:
    """Merge the rows of the forms, and in each row its columns, in the order of the newest."""
    rows: dict[str, dict[str, None]] = {}
    for table in tables:
        for row in table.rows:
            for key in row.figure_keys:
                if not row.instead_of or key in there:
                    rows.setdefault(row.key, {})[key] = None
    return [key for keys in rows.values() for key in keys]


def _column(used: Sequence[Form], key: str) -> FigureColumn:
    places = [(form, place) for form in used if (place := form.find(key))]
    printed = [(form, place) for form, place in places if not place[1].instead_of]
    ways = {form.id: place for form, place in printed or places}
    table, row, _ = next(iter(ways.values()))
    rows = {form.id: r for form in used for r in form.table(table.name).rows if r.key == row.key}
    return FigureColumn(
        key,
        f"{table.short} {table.title}",
        _said({form_id: row.name for form_id, row in rows.items()}),
        _said({form_id: place[2].label for form_id, place in ways.items()}, of=len(used)),
    )


def _said(names: Mapping[str, str], of: int = 0) -> str:
    """Join what the forms say; name the forms where they differ, or where not all (`of`) say it."""
    said: dict[str, list[str]] = {}
    for form_id, name in names.items():
        said.setdefault(name, []).append(form_id)
    if len(said) == 1 and len(names) >= of:
        return next(iter(said))
    return " / ".join(name + _mark(ids) for name, ids in said.items())


def _mark(form_ids: list[str]) -> str:
    return f"（{'、'.join(form_name(form_id) for form_id in form_ids)}）"


def rows_present(reports: Iterable[Report], form_id: str) -> frozenset[str]:
    """Return the keys of the rows that reports on the form have, for the layout of its tables."""
    form = form_of(form_id)
    return frozenset(
        place[1].key
        for report in reports
        if report.form == form_id
        for key in report.figures
        if (place := form.find(key))
    )
