"""Why a figure of the form is not among those of a report."""

from __future__ import annotations

from dataclasses import replace

from parser.model import TABLES, Body, Note, Reading, Span, TableName
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


def test_what_was_not_read_is_not_called_missing() -> None:
    report = made_report(without=("requests.partial",))
    document, body = report.document, report.bodies[0]
    assert document is not None
    table = body.tables[1]
    # A picture of which nothing was read stands in the middle of the table.
    at = table.rows[2].span
    assert at is not None
    picture = Note("F107", "图片没有读出。", (Span(at.end, at.end),))
    found = absences(FORM, body, replace(document, notes=(picture,)))
    assert found["requests.partial.natural"] is Absence.UNREAD
    assert absences(FORM, body, document)["requests.partial.natural"] is Absence.ROW
    beyond = Note("F107", "图片没有读出。", (Span(len(document.text), len(document.text)),))
    found = absences(FORM, body, replace(document, notes=(beyond,)))
    assert found["requests.partial.natural"] is Absence.ROW


def test_a_cell_that_the_reader_emptied_is_not_read_rather_than_blank() -> None:
    report = made_report(values={"review.total": None})
    document, body = report.document, report.bodies[0]
    assert document is not None
    cell = replace(body.figures["review.total"], reading=Reading.UNREAD)
    note = Note("F107", "图片没有读出。", (cell.span,))
    emptied = replace(body, figures={**body.figures, "review.total": cell})
    found = absences(FORM, emptied, replace(document, notes=(note,)))
    assert found["review.total"] is Absence.UNREAD


def test_figures_that_ran_together_are_not_called_missing() -> None:
    found = absences(FORM, body_without("requests.partial.", glued=True))
    assert set(found.values()) == {Absence.GLUED}
