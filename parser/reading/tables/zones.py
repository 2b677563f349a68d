"""Where each official table lies in a copy of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parser.model import TABLES, Document, Section, Span, TableName
from parser.official.form import Form, FormTable, beginnings, forms
from parser.official.labels import fold
from parser.reading.tables.block_names import named
from parser.reading.tables.cell_values import is_value
from parser.reading.tables.filled import is_nothing
from parser.reading.tables.markup import unmarked
from parser.reading.tables.parted import first_label
from parser.reading.tables.pieces import Row
from parser.reading.tables.scattered import has_all_letters

_CELLS = re.compile(r"[\t|｜│]|\s{2,}")
_STROKES = re.compile(r"[\t|｜│]")
_LABELS_IN_A_RUN = 3
# So many characters of a first cell may stand on a piped row of their own.
_BROKEN_OFF = 6


@dataclass(frozen=True, slots=True)
class Zone:
    """The stretch of one table: from its first label to where something else begins."""

    name: TableName
    span: Span


def beginning(cell: str, name: TableName) -> bool:
    """Say whether a cell's text is one that the table begins with."""
    words = fold(first_label(cell))
    if any(beginning.opens(words) for beginning in beginnings(name)):
        return True
    official = forms()[-1].table(name)
    return official.in_one_line and named(cell, official) is not None


def text_zones(document: Document, within: Span, sections: Sequence[Section]) -> list[Zone]:
    """Find the tables written as lines of text, in order of place.

    A table is looked for after the one before it in the form; one whose section the report prints
    too early is looked for in that section.
    """
    starts: list[tuple[TableName, int]] = []
    at = within.start
    for name in TABLES:
        number = forms()[-1].table(name).section
        start = _first_line(document, Span(at, within.end), name)
        if start is not None:
            start = _with_rows_above(document, start, sections, name)
            at = start + 1
        else:
            own = (s.body for s in sections if s.number == number and s.span.end <= at)
            found = (_first_line(document, body, name) for body in own)
            start = next((line for line in found if line is not None), None)
        if start is None:
            bodies = (s.body for s in sections if s.number == number)
            lines = (_bare_line(document, body, name) for body in bodies)
            start = next((line for line in lines if line is not None), None)
        if start is not None:
            starts.append((name, start))
    starts.sort(key=lambda begun: begun[1])
    zones: list[Zone] = []
    for i, (name, start) in enumerate(starts):
        stops = [begin for _, begin in starts[i + 1 :]]
        stops += [s.span.start for s in sections if s.span.start > start]
        zones.append(Zone(name, Span(start, min([*stops, within.end]))))
    return zones


def _first_line(document: Document, within: Span, name: TableName) -> int | None:
    """Return where the first line stands that begins the table; its first words may be broken."""
    text = document.simplified
    lines = re.finditer(r"[^\n]*[^\s][^\n]*", text[within.start : within.end])
    last: tuple[int, str] | None = None
    for line in lines:
        cells = [unmarked(c) for c in _CELLS.split(line[0]) if c.strip()]
        at = within.start + line.start()
        ruled = all(set(cell.strip()) <= set(":-=") for cell in cells)
        while len(cells) > 1 and (cells[0].strip().isdecimal() or is_nothing(cells[0])):
            del cells[0]
        if cells and not ruled and not _furnished(document, at):
            if beginning(cells[0], name):
                return at
            most = _BROKEN_OFF if "|" in line[0] else 3
            if last and len(last[1]) <= most and beginning(last[1] + cells[0].strip(), name):
                return last[0]
            last = (at, cells[0].strip()) if len(cells) == 1 else None
    return None


def _with_rows_above(
    document: Document, start: int, sections: Sequence[Section], name: TableName
) -> int:
    """Return where a table begins whose first rows stand above what it should begin with."""
    body = next((s.body for s in sections if s.body.start <= start < s.body.end), None)
    table = forms()[-1].table(name)
    if body is None or table.in_one_line:
        return start
    labels = {
        fold(label)
        for form in forms()
        for row in form.table(name).rows
        for label in (row.label, *row.accepted)
    }
    for line in re.finditer(r"[^\n]+", document.simplified[body.start : start]):
        cells = [c for cell in _CELLS.split(line[0]) if (c := unmarked(cell.strip()))]
        if len(cells) > 1 and fold(cells[0]) in labels and all(map(is_value, cells[1:])):
            return body.start + line.start()
    return start


def _bare_line(document: Document, within: Span, name: TableName) -> int | None:
    """Return where the only line stands that has a number for every figure of a one-line table.

    All its labels are gone; whether its sums hold is for who reads it to see.
    """
    table = forms()[-1].table(name)
    if not table.in_one_line:
        return None
    wanted = sum(len(row.columns) for row in table.rows)
    found: list[int] = []
    for line in re.finditer(r"[^\n]+", document.simplified[within.start : within.end]):
        cells = re.split(r"[\t|｜│\s]+", line[0].strip("\t|｜│ \u3000"))
        at = within.start + line.start()
        numbers = len(cells) == wanted and all(re.fullmatch(r"\d+", cell) for cell in cells)
        if numbers and not _furnished(document, at):
            found.append(at)
    return found[0] if len(found) == 1 else None


def _furnished(document: Document, at: int) -> bool:
    return any(span.start <= at < span.end for span in document.furniture)


def split_rows(rows: Sequence[Row]) -> dict[TableName, list[Row]]:
    """Divide the rows of real grids among the three tables, by what each table begins with."""
    found: dict[TableName, list[Row]] = {}
    current: TableName | None = None
    for row in rows:
        for piece in row.labels[:3]:
            for name in TABLES:
                if name != current and name not in found and beginning(piece.text, name):
                    current = name
                    found[name] = []
                    break
        if current:
            found[current].append(row)
    return found


def glued(document: Document, form: Form, name: TableName, section: Section | None) -> Span | None:
    """Return the stretch in which the table's labels and figures have run together.

    It is one if several of the form's row labels stand in one line of the table's section, each
    with a digit right behind it.
    """
    if section is None:
        return None
    text = document.simplified
    table = form.table(name)
    labels = {re.sub(r"^\W*\w{1,2}[.、）)]", "", row.label) for row in table.regular_rows}
    if table.in_one_line:
        labels = set(table.column_labels)
    for line in re.finditer(r"[^\n]+", text[section.body.start : section.body.end]):
        hits = [line[0].find(label) for label in labels if label in line[0]]
        if len(hits) >= _LABELS_IN_A_RUN and re.search(r"[\u4e00-\u9fff]\s*\d", line[0]):
            start = section.body.start + line.start() + min(hits)
            return Span(start, section.body.start + line.end())
        if table.in_one_line and _is_in_a_line(line[0], table):
            at = section.body.start + line.start()
            return Span(at, at + len(line[0]))
    return _untold_lines(document, section, labels | set(table.column_labels))


def _is_in_a_line(line: str, table: FormTable) -> bool:
    """Say whether a line has a number for every figure and every letter of the columns' labels."""
    numbers = sum(word.isdecimal() for word in line.split())
    return numbers == table.figure_count and has_all_letters(fold(line), table.column_labels)


def _untold_lines(document: Document, section: Section, labels: set[str]) -> Span | None:
    """Return the lines of a section that are divided into cells and hold labels and figures."""
    lines = [
        Span(section.body.start + line.start(), section.body.start + line.end())
        for line in re.finditer(
            r"[^\n]+", document.simplified[section.body.start : section.body.end]
        )
        if len(_STROKES.findall(line[0])) > 1
    ]
    words = "".join(fold(line.of(document.simplified)) for line in lines)
    known = sum(fold(label) in words for label in labels)
    if known < _LABELS_IN_A_RUN or not any(character.isdecimal() for character in words):
        return None
    return Span(lines[0].start, lines[-1].end)
