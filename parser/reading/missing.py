"""Why a figure that the official form asks for is not among those of a report."""

from __future__ import annotations

from enum import StrEnum

from parser.model import TABLES, Body, Document, Reading, Report
from parser.official.form import Form, form_of
from parser.reading.openings import left_open


class Absence(StrEnum):
    """Why a place of the official table has no figure."""

    NONE = ""
    TABLE = "table"
    GLUED = "glued"
    ROW = "row"
    CELL = "cell"
    UNREAD = "unread"  # it may be there, where the document was not read


_NOT_READ = (Absence.UNREAD, Absence.GLUED)


def unread_figures(report: Report) -> frozenset[str]:
    """Return the keys of a report's form whose places were not read, run together ones included."""
    if report.form is None or report.body is None:
        return frozenset()
    found = absences(form_of(report.form), report.body, report.document)
    marked = (key for key, figure in report.figures.items() if figure.reading is Reading.UNREAD)
    return frozenset(k for k, why in found.items() if why in _NOT_READ).union(marked)


def absences(form: Form, body: Body | None, document: Document | None = None) -> dict[str, Absence]:
    """Say for every figure of the form that the body does not have why it is not there.

    `document` is what the body was read from; what its gaps may hold is not read rather than
    missing.
    """
    found: dict[str, Absence] = {}
    unread = left_open(document, body, form).figures if document and body else ()
    for name in TABLES:
        table = body.table(name) if body else None
        rows = {row.row: row for row in table.rows} if table else {}
        for row in form.table(name).rows:
            keys = [key for key in row.figure_keys if body is None or key not in body.figures]
            match = rows.get(row.key)
            if row.instead_of and match is None:
                continue  # the form itself does not print it
            if table is None:
                why = Absence.TABLE
            elif table.glued:
                why = Absence.GLUED
            elif match is None or match.missing:
                why = Absence.ROW
            else:
                why = Absence.CELL
            found.update(dict.fromkeys(keys, why))
    for key in unread:
        figure = body.figures.get(key) if body else None
        if figure is None or (figure.reading is Reading.UNREAD and not figure.raw):
            found[key] = Absence.UNREAD
    return found
