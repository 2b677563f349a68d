"""Which sums of the form a report's figures can be held to, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parser.model import Body, Figure, Reading, Report, RowMatch, TableName, column_of, row_of
from parser.official.form import Form, FormRow, FormTable, Sum, form_of


@dataclass(frozen=True, slots=True)
class Line:
    """A sum that a report's rows are in, with the operands that give no certain number."""

    sum: Sum
    missing: tuple[str, ...]


def lines(report: Report, unsure: frozenset[str]) -> tuple[Line, ...]:
    """Return the report's sums, row sums first; () where it has no form to sum by.

    `unsure` are the rows that have lost or gained cells. A row that is not there has no sum of
    its own (S202 names it); a column sum that it belongs to stays, and lacks an operand. A table
    that is not there has none at all (S201).
    """
    if report.form is None or report.body is None:
        return ()
    figures = report.figures
    present = frozenset(row_of(key) for key in figures)
    return tuple(
        Line(entry, tuple(key for key in entry.keys if not _certain(figures, key, unsure)))
        for entry in form_of(report.form).sums(present)
        if any(key in figures for key in entry.keys)
    )


def miscounted(body: Body | None) -> frozenset[str]:
    """Return the keys of the rows that have lost or gained cells (S205)."""
    tables = body.tables if body else ()
    return frozenset(match.row for table in tables for match in table.rows if is_miscounted(match))


def is_miscounted(match: RowMatch) -> bool:
    """Say whether a row that is there has lost or gained cells.

    Empty filler cells of merged ones, and cells that are merely blank (V101), leave every figure
    its place.
    """
    return not match.missing and len(match.keys) < match.expected


def totals_only(figures: Mapping[str, Figure], form: Form) -> tuple[TableName, ...]:
    """Return the tables in which the totals are filled and every part is blank (V108)."""
    return tuple(table.name for table in form.tables if _only_totals(figures, form, table))


def _certain(figures: Mapping[str, Figure], key: str, unsure: frozenset[str]) -> bool:
    """Say whether an operand gives a number, and one that surely is its own."""
    figure = figures.get(key)
    known = figure is not None and figure.value is not None
    return known and row_of(key) not in unsure


def _only_totals(figures: Mapping[str, Figure], form: Form, table: FormTable) -> bool:
    rows = [row for row in table.rows if f"{row.key}.total" in figures]
    if not rows or not form.has_row_sums(table):
        return False
    filled = sum(figures[f"{row.key}.total"].value is not None for row in rows)
    return filled * 2 > len(rows) and all(_parts_blank(figures, row) for row in rows)


def _parts_blank(figures: Mapping[str, Figure], row: FormRow) -> bool:
    parts = [figures.get(key) for key in row.figure_keys if column_of(key) != "total"]
    return all(part is not None and part.reading is Reading.BLANK for part in parts)
