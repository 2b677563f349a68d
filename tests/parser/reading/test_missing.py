"""Why a figure of the form is not among those of a report."""

from __future__ import annotations

from dataclasses import replace

from parser.model import TABLES, Body, TableName
from parser.official.form import form_of
from parser.reading.missing import Absence, absences
from tests.support.reviews import made_report

FORM = form_of("2021")


def body_without(prefix: str, **changed: bool) -> Body:
    """Return a body that lacks the figures with this prefix, its table changed as told."""
    body = made_report().bodies[0]
    name = prefix.partition(".")[0]
    figures = {key: f for key, f in body.figures.items() if not key.startswith(prefix)}
    tables = tuple(replace(t, **changed) if t.name == name else t for t in body.tables)
    return replace(body, figures=figures, tables=tables)


def test_nothing_is_missing_of_a_whole_body() -> None:
    assert absences(FORM, made_report().bodies[0]) == {}


def test_without_a_body_every_table_is_missing() -> None:
    found = absences(FORM, None)
    assert set(found.values()) == {Absence.TABLE}
    assert set(found) == {
        key for name in TABLES for row in FORM.table(name).regular_rows for key in row.figure_keys
    }


def test_a_missing_table_is_missing_and_the_others_are_not() -> None:
    body = made_report().bodies[0]
    gone: TableName = "challenges"
    tables = tuple(t for t in body.tables if t.name != gone)
    figures = {k: f for k, f in body.figures.items() if k.startswith(("disclosure", "requests"))}
    found = absences(FORM, replace(body, figures=figures, tables=tables))
    assert found["review.total"] is Absence.TABLE
    assert "requests.total.natural" not in found


def test_a_missing_row_and_a_missing_cell_are_told_apart() -> None:
    of_row = made_report(without=("requests.partial",)).bodies[0]
    assert absences(FORM, of_row)["requests.partial.natural"] is Absence.ROW
    of_cell = body_without("requests.partial.natural")
    assert absences(FORM, of_cell) == {"requests.partial.natural": Absence.CELL}


def test_figures_that_ran_together_are_not_called_missing() -> None:
    found = absences(FORM, body_without("requests.partial.", glued=True))
    assert set(found.values()) == {Absence.GLUED}
