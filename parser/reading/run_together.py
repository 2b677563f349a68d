"""Rows whose cells cannot be told apart: a row that cannot be placed is not yet the unit's fault.

Where figures have run together, or where a text lost its empty cells, whoever saved the file is to
blame. What is said of them is F106; a row that a page really prints with too few cells is S205.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parser.model import Document, Fit, Note, RowMatch, Span, Table
from parser.official.form import FormTable, form_of
from parser.reading.gaps import RUN_TOGETHER
from parser.reading.tables.recognise import Recognised

_NUMBER = re.compile(r"\d[\d.,]*")
_GLUED = re.compile(r"0\d+")
# So many rows short of cells in a text without ruling have lost their empty ones.
_ROWS = 3


def with_run_together(document: Document, reads: Sequence[Recognised]) -> Document:
    """Return the document with a note for each table some rows of which cannot be told apart."""
    notes: list[Note] = []
    for read in reads:
        if read.form_id is None:
            continue
        for table in read.tables:
            official = form_of(read.form_id).table(table.name)
            places = sorted({*_rows(document, official, table), *_cells(read, table)})
            if places:
                notes.append(Note(RUN_TOGETHER, _sentence(official, len(places)), tuple(places)))
    return replace(document, notes=(*document.notes, *notes)) if notes else document


def _sentence(official: FormTable, count: int) -> str:
    return (
        f"{official.short}（{official.title}）有 {count} 处的数字连在一起或者丢了空格，"
        "分不清哪个数属于哪一格，没有读取，也没有猜测。"
        "请对照原文核对，或者向单位索取原文件再读。"
    )


def _cells(read: Recognised, table: Table) -> Iterator[Span]:
    """Yield the cells in which several figures stand that are not one row's."""
    for match in table.rows:
        for key in match.keys:
            figure = read.figures.get(key)
            if figure is not None and figure.value is None and "several" in figure.quirks:
                yield figure.span


def _rows(document: Document, official: FormTable, table: Table) -> Iterator[Span]:
    odd = [m for m in table.rows if m.span and not m.missing and not m.keys and m.cells]
    printed: list[tuple[RowMatch, int]] = []
    for _, group in groupby(odd, key=lambda m: m.span if official.in_one_line else m.row):
        parts = list(group)
        printed.append((parts[0], sum(part.expected for part in parts)))
    short = [match for match, wanted in printed if match.cells < wanted]
    ruled = any(grid.span.meets(table.span) for grid in document.grids)
    headed = all(column.fit is not Fit.ABSENT for column in table.columns)
    lost_blanks = not ruled and headed and len(short) >= _ROWS
    for match, wanted in printed:
        if match.span and (lost_blanks or _has_run(document, match, wanted)):
            yield match.span


def _has_run(document: Document, match: RowMatch, wanted: int) -> bool:
    """Say whether figures of a row have run together: no number begins with a nought."""
    assert match.span is not None
    start = match.label_span.end if match.label_span else match.span.start
    words = document.said(Span(max(start, match.span.start), match.span.end))
    numbers = _NUMBER.findall(words)
    if any(_GLUED.fullmatch(number) for number in numbers):
        return True
    digits = sum(c.isdigit() for c in words)
    return len(numbers) > match.cells or (2 * len(numbers) <= wanted <= digits)
