"""The tables in a spreadsheet of their own, beside a report that is written in another file.

Such a spreadsheet is judged by its tables and sums; what it has no room for, the running text,
stands in the report. `with_attachment` makes one report of the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b

from parser.model import (
    Body,
    Document,
    ExtraRow,
    Figure,
    Grid,
    Note,
    Report,
    RowMatch,
    Span,
    Table,
)
from parser.official.form import form_of
from parser.reading.gaps import RUN_TOGETHER
from parser.reading.prose import paragraphs

SPREADSHEETS = frozenset({"xlsx", "xls", "et", "ods", "fods", "excelxml", "csv", "tsv"})
# Captions, a title and the period; the shortest honest report says more.
_MOST_WORDS = 150
# How to fill in a form is no report, however long.
_NOTE = re.compile(r"^[（]?(?:备?注|说明|填[表报写]|勾稽|本[表列]|单位[：（]|\d{1,2}[.、])")


def is_attachment(report: Report) -> bool:
    """Say whether the file is a spreadsheet with official tables and no sections of prose."""
    document, body = report.document, report.body
    if document is None or document.format not in SPREADSHEETS or report.attached:
        return False
    if body is None or report.form is None or not body.tables:
        return False
    with_table = {table.section for table in form_of(report.form).tables}
    if any(section.number not in with_table for section in body.sections):
        return False
    said = (p.text for p in paragraphs(report) if not _NOTE.match(p.text))
    return sum(map(len, said)) <= _MOST_WORDS


def lacks_tables(report: Report, attachment: Report) -> bool:
    """Say whether a report is written out but has none of the tables of an attachment."""
    body, other = report.body, attachment.body
    if report.status != "ok" or body is None or other is None or report.attached:
        return False
    if len(report.bodies) > 1 or len(attachment.bodies) > 1 or is_attachment(report):
        return False
    if not body.sections or report.form not in (None, attachment.form):
        return False
    there = {table.name for table in body.tables if _is_read(table)}
    return not any(table.name in there for table in other.tables)


def _is_read(table: Table) -> bool:
    """Say whether at least half of a table's figures were told apart."""
    expected = sum(row.expected for row in table.rows)
    return not table.glued and 2 * sum(len(row.keys) for row in table.rows) >= expected


def with_attachment(report: Report, attachment: Report) -> Report:
    """Return the report with the attachment's tables, not yet checked.

    Its text is the report's, a line break and the attachment's: places in the report stay what
    they are. Path, format and identity are the report's; the digest is made of both.
    """
    document, annex = report.document, attachment.document
    body, other = report.body, attachment.body
    if document is None or annex is None or body is None or other is None:
        raise ValueError("only files that were read can be joined")
    by = len(document.text) + 1
    given = {table.name: _table(table, by) for table in other.tables}
    kept = [table for table in body.tables if table.name not in given]
    tables = sorted((*kept, *given.values()), key=lambda table: table.span)
    whole = Body(
        Span(body.span.start, by + len(annex.text)),
        body.sections,
        tuple(tables),
        _figures(report, attachment, by),
    )
    # What had run together in the report is told by the attachment now: no prose, and no table.
    replaced = tuple(table.span for table in body.tables if table.name in given)
    digest = blake2b(f"{report.digest}+{attachment.digest}".encode(), digest_size=32)
    return replace(
        report,
        digest=digest.hexdigest(),
        document=_document(document, annex, by, replaced),
        form=attachment.form,
        bodies=(whole,),
        findings=(),
        repairs=(),
        attached=attachment.path,
    )


def _document(document: Document, annex: Document, by: int, replaced: tuple[Span, ...]) -> Document:
    notes = [note for note in document.notes if not _is_settled(note, replaced)]
    notes += [replace(note, spans=_all(note.spans, by)) for note in annex.notes]
    words = tuple((_moved(span, by), box) for span, box in annex.words)
    return replace(
        document,
        text=f"{document.text}\n{annex.text}",
        simplified=f"{document.simplified}\n{annex.simplified}",
        grids=(*document.grids, *(_grid(grid, by) for grid in annex.grids)),
        furniture=(*sorted((*document.furniture, *replaced)), *_all(annex.furniture, by)),
        notes=tuple(notes),
        words=(*document.words, *words),
        struck=(*document.struck, *_all(annex.struck, by)),
    )


def _is_settled(note: Note, replaced: tuple[Span, ...]) -> bool:
    """Say whether a note is of cells that no one could tell apart, which the attachment tells."""
    return note.code == RUN_TOGETHER and all(
        any(table.covers(span) for table in replaced) for span in note.spans
    )


def _figures(report: Report, attachment: Report, by: int) -> Mapping[str, Figure]:
    """Return the figures of both in official order."""
    found = dict(report.figures)
    for key, figure in attachment.figures.items():
        found[key] = replace(figure, span=_moved(figure.span, by))
    form = form_of(attachment.form or "")
    order = [key for table in form.tables for row in table.rows for key in row.figure_keys]
    return {key: found[key] for key in order if key in found}


def _table(table: Table, by: int) -> Table:
    return replace(
        table,
        span=_moved(table.span, by),
        rows=tuple(_row(row, by) for row in table.rows),
        columns=tuple(
            replace(column, label_span=_perhaps(column.label_span, by)) for column in table.columns
        ),
        extra_rows=tuple(ExtraRow(row.label, _moved(row.span, by)) for row in table.extra_rows),
    )


def _row(row: RowMatch, by: int) -> RowMatch:
    return replace(row, label_span=_perhaps(row.label_span, by), span=_perhaps(row.span, by))


def _grid(grid: Grid, by: int) -> Grid:
    cells = tuple(replace(cell, span=_moved(cell.span, by)) for cell in grid.cells)
    return Grid(cells, _moved(grid.span, by))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _perhaps(span: Span | None, by: int) -> Span | None:
    return None if span is None else _moved(span, by)


def _all(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(_moved(span, by) for span in spans)
