"""From a copy of the body to its three tables and their figures.

The flow: stretches (`zones`) → rows in every reading the layout allows (`grids`, `texts`) →
aligned with the form (`align`) → cells to columns (`cells`, `header`) → figures. The reading that
fits the form best is kept; where none fits, the table is declined as glued.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parser.model import (
    TABLES,
    ColumnMatch,
    Document,
    ExtraRow,
    Figure,
    Fit,
    RowMatch,
    Section,
    Span,
    Table,
    TableName,
)
from parser.official.form import Block, Form, FormRow, FormTable, forms
from parser.official.labels import fit, fold
from parser.reading.tables.align import align, is_whole, label_likeness
from parser.reading.tables.cell_values import read_value
from parser.reading.tables.columns import place
from parser.reading.tables.grids import grid_rows
from parser.reading.tables.header import columns, printed_order
from parser.reading.tables.pieces import Piece, Row
from parser.reading.tables.texts import BUILDERS
from parser.reading.tables.torn_rows import joined
from parser.reading.tables.zones import Zone, glued, split_rows, text_zones

_TITLE = re.compile(
    r"(20\d{2})\s*年度?[^\n]{0,30}信息公开|信息公开工作[^\n]{0,8}\s*[（(]?(20\d{2})\s*年"
)
# Below this share of rows read, of figures placed, or of cells there, a table is declined.
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """One table as one reading of its rows gives it, and how well that fits the form."""

    table: Table
    figures: Mapping[str, Figure]
    score: float


def recognise(
    document: Document, within: Span, sections: Sequence[Section]
) -> tuple[str | None, tuple[Table, ...], dict[str, Figure]]:
    """Return the form's id, the tables found in a copy, and all their figures by key.

    The form is told by the labels: of the first table, or failing that of all of them; between
    forms that fit equally by the year of the title, or else it is the one in force. The id is None
    where no table was found.
    """
    rows = _rows(document, within, sections)
    first = {form.id: _read(document, form, "disclosure", rows, sections) for form in forms()}
    best = max(map(_score, first.values()))
    readings = {
        form.id: [first[form.id]]
        + [_read(document, form, name, rows, sections) for name in TABLES if name != "disclosure"]
        for form in forms()
        if _score(first[form.id]) == best
    }
    titled = _titled(document, within, sections)
    form_id = max(readings, key=lambda f: (sum(map(_score, readings[f])), f == titled, f))
    found = [reading for reading in readings[form_id] if reading]
    if not found:
        return None, (), {}
    figures = {key: figure for r in found for key, figure in r.figures.items()}
    return form_id, tuple(r.table for r in found), figures


def _titled(document: Document, within: Span, sections: Sequence[Section]) -> str | None:
    """Return the form for the year in the title, None where there is none before the sections."""
    end = min((s.span.start for s in sections), default=within.start)
    title = _TITLE.search(document.simplified, 0, max(end, within.start))
    known = [form.id for form in forms() if title and form.first_year <= int(title[1] or title[2])]
    return known[-1] if known else None


def _score(reading: Reading | None) -> float:
    return round(reading.score, 6) if reading else 0.0


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of each table in every reading the layout allows, and where its text lies."""

    readings: Mapping[TableName, list[list[Row]]]
    zones: Mapping[TableName, Zone]


def _rows(document: Document, within: Span, sections: Sequence[Section]) -> Rows:
    grids = tuple(
        grid
        for grid in document.grids
        if within.covers(grid.span) and not any(f.covers(grid.span) for f in document.furniture)
    )
    readings: dict[TableName, list[list[Row]]] = {
        name: [rows] for name, rows in split_rows(grid_rows(document, grids)).items()
    }
    zones: dict[TableName, Zone] = {
        zone.name: zone for zone in text_zones(document, within, sections)
    }
    for name, zone in zones.items():
        if name not in readings:
            built = (build(document, zone.span) for build in BUILDERS)
            readings[name] = [rows for rows in built if rows]
    return Rows(readings, zones)


def _read(
    document: Document, form: Form, name: TableName, rows: Rows, sections: Sequence[Section]
) -> Reading | None:
    official = form.table(name)
    fitted = [_fit(document, official, reading) for reading in rows.readings.get(name, ())]
    best = max((r for r in fitted if r), key=lambda r: r.score, default=None)
    if best is None or best.table.glued:
        return _declined(document, form, official, sections, rows.zones.get(name)) or best
    return best


def _declined(
    document: Document,
    form: Form,
    official: FormTable,
    sections: Sequence[Section],
    zone: Zone | None,
) -> Reading | None:
    """Return a table whose cells have run together: its place and nothing else."""
    section = next((s for s in sections if s.number == official.section), None)
    span = glued(document, form, official.name, section)
    if span is None and zone is not None and len(zone.span.of(document.text).split()) > 1:
        span = zone.span
    return Reading(Table(official.name, span, glued=True), {}, 0.0) if span else None


def _fit(document: Document, official: FormTable, rows: Sequence[Row]) -> Reading | None:
    merged = joined(rows, official)
    if official.name == "challenges":
        single = _as_one_row(merged, official)
        if single:
            return _assemble(document, official, *single)
    order = _printing_order(official)
    pairs = align(merged, order)
    if not pairs:
        return None
    return _assemble(document, official, merged, [(i, order[j]) for i, j in pairs])


def _printing_order(official: FormTable) -> list[FormRow]:
    """Return the rows as a report prints them: one that stands for others comes before these."""
    order = list(official.regular_rows)
    for row in official.rows:
        if row.instead_of:
            first = min(i for i, r in enumerate(order) if r.key in row.instead_of)
            order.insert(first, row)
    return order


def _as_one_row(
    rows: list[Row], official: FormTable
) -> tuple[list[Row], list[tuple[int, FormRow]]] | None:
    """Take a table that prints the figures of all its blocks in one row without a label."""
    whole = _split(rows, official.blocks)
    if whole is None or whole[0]:
        return whole and whole[1]
    part = _split(rows, _printed(rows, official))
    return part[1] if part and part[0] else whole[1]


def _split(
    rows: list[Row], blocks: tuple[Block, ...]
) -> tuple[bool, tuple[list[Row], list[tuple[int, FormRow]]]] | None:
    """Divide the row of figures among the blocks; the first value says whether it fits them."""
    wanted = sum(len(block.columns) for block in blocks)
    wide = [i for i, row in enumerate(rows) if len(row.values) > wanted // 2]
    if not wide:
        return None
    # Empty places under a label that spans them look like a row of blank cells: figures first,
    # then a row without labels.
    at = max(wide, key=lambda i: (rows[i].has_figures, not rows[i].labels, i))
    placed = place(rows[at], wanted, rows)
    words = [piece for row in rows[: at + 1] for piece in _words(row)]
    head = Row(before=words) if rows[at].before else Row(words)
    parts: list[Row] = []
    start = 0
    for block in blocks:
        end = start + len(block.columns)
        parts.append(Row([], placed[start:end] if placed else rows[at].values, closed=True))
        start = end
    pairs = [(k + 1, block.rows[0]) for k, block in enumerate(blocks)]
    return placed is not None, ([head, *parts], pairs)


def _printed(rows: Sequence[Row], official: FormTable) -> tuple[Block, ...]:
    """Return the blocks whose headings are printed; all of them where none is."""
    words = fold("".join(piece.text for row in rows for piece in _words(row)))
    there = tuple(block for block in official.blocks if fold(block.heading) in words)
    return there or official.blocks


def _assemble(
    document: Document, official: FormTable, rows: Sequence[Row], pairs: list[tuple[int, FormRow]]
) -> Reading:
    matched = {row.key: index for index, row in pairs}
    heads = _headers(document, official, rows, matched)
    siblings = [rows[index] for index in matched.values()]
    figures: dict[str, Figure] = {}
    row_matches: list[RowMatch] = []
    score = 0.0
    for block in official.blocks:
        order = printed_order(block, heads[block.heading])
        for row in block.rows:
            index = matched.get(row.key)
            if index is None:
                if not row.instead_of:
                    row_matches.append(_absent(row))
                continue
            match, taken, worth = _read_row(document, rows[index], row, order, siblings)
            row_matches.append(match)
            figures.update(taken)
            score += worth
    spans = [rows[i].span for i in matched.values()]
    columns_found = _settle_cuts([m for head in heads.values() for m in head])
    spans += [m.label_span for m in columns_found if m.label_span]
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    there = [match for match in row_matches if not match.missing]
    is_glued = _unreadable(official, there, rows, list(matched.values()))
    table = Table(
        official.name,
        span,
        () if is_glued else tuple(row_matches),
        () if is_glued else tuple(columns_found),
        () if is_glued else _extras(document, rows, list(matched.values())),
        glued=is_glued,
    )
    return Reading(table, {} if is_glued else figures, 0.0 if is_glued else score)


def _unreadable(
    official: FormTable, there: Sequence[RowMatch], rows: Sequence[Row], matched: Sequence[int]
) -> bool:
    """Say whether too little of a table can be told apart for any of it to be trusted.

    It is so where most rows do not give their figures, or most figures belong to no row. A table
    of one row is only so where most of its cells are gone.
    """
    if official.name == "challenges":
        return all(not m.keys and m.cells <= _ENOUGH * m.expected for m in there)
    inside = sum(not piece.blank for i in matched for piece in rows[i].values)
    total = sum(not piece.blank for row in rows for piece in row.values)
    read = sum(bool(match.keys) and match.cells > 0 for match in there)
    return read < _ENOUGH * len(there) or inside < _ENOUGH * total


def _headers(
    document: Document, official: FormTable, rows: Sequence[Row], matched: Mapping[str, int]
) -> dict[str, tuple[ColumnMatch, ...]]:
    """Match each block's column labels with the labels printed above its first row."""
    heads: dict[str, tuple[ColumnMatch, ...]] = {}
    after = -1
    pieces: list[Piece] = []
    for block in official.blocks:
        indices = [matched[row.key] for row in block.rows if row.key in matched]
        if not indices:
            continue
        first = rows[indices[0]]
        if first.labels or official.name != "challenges":
            pieces = [p for row in rows[after + 1 : indices[0]] for p in _words(row)]
            pieces += [*first.before, *first.labels]
        elif not pieces:
            pieces = [p for row in rows[: indices[0]] for p in _words(row)]
        wrapped = bool(first.before or any(row.before for row in rows))
        heads[block.heading] = columns(document, block, pieces, wrapped=wrapped)
        if official.name == "challenges" and not first.labels:
            spent = [m.label_span for m in heads[block.heading] if m.label_span]
            pieces = [p for p in pieces if not any(span.covers(p.span) for span in spent)]
        after = indices[-1]
    return {b.heading: heads.get(b.heading, ()) for b in official.blocks}


def _words(row: Row) -> list[Piece]:
    return [*row.before, *row.labels]


def _settle_cuts(matches: list[ColumnMatch]) -> list[ColumnMatch]:
    """Hold a single shortened label against the unit; several were cut by whatever saved them."""
    cuts = [m for m in matches if m.fit is Fit.CUT]
    if len(cuts) != 1:
        return matches
    return [replace(m, fit=Fit.NEAR) if m is cuts[0] else m for m in matches]


def _read_row(
    document: Document,
    row: Row,
    official: FormRow,
    order: list[int] | None,
    siblings: Sequence[Row],
) -> tuple[RowMatch, dict[str, Figure], float]:
    like, used, spare = label_likeness(row, official) if row.labels else (1.0, 1, 0)
    labels = row.labels[: len(row.labels) - spare] if spare else row.labels
    cells = Row(labels, [*row.labels[len(labels) :], *row.values], row.closed)
    fragments = labels[-used:]
    wanted = len(official.columns)
    placed = place(cells, wanted, siblings) if cells.values else None
    if placed is None and not cells.values and labels:
        end = labels[-1].span.end
        placed = [Piece("", Span(end, end))] * wanted
    taken: dict[str, Figure] = {}
    for printed, piece in enumerate(placed or ()):
        key = official.figure_keys[order[printed] if order else printed]
        taken[key] = _figure(document, key, piece)
    wrapped = bool(row.before or row.after)
    label = " ".join(p.span.of(document.text) for p in fragments)
    seen = "".join(p.text for p in fragments)
    fits = fit(seen, official.label, official.accepted) if fragments else Fit.EXACT
    if wrapped and fits is Fit.NEAR and is_whole(row, official):
        fits = Fit.EXACT
    span = cells.span if cells.labels or cells.values else None
    label_span = Span(fragments[0].span.start, fragments[-1].span.end) if fragments else None
    match = RowMatch(
        row=official.key,
        label=label,
        label_span=label_span,
        fit=fits,
        cells=_count(cells, placed),
        expected=wanted,
        span=span,
        keys=tuple(key for key in official.figure_keys if key in taken),
    )
    share = len(taken) / wanted if cells.values else 0.1
    return match, taken, like * max(share, 0.1)


def _count(row: Row, placed: Sequence[Piece | None] | None) -> int:
    """Count a row's cells; where they could not be placed, without the empty ones around them."""
    firm = [piece for piece in row.values if not piece.soft]
    if placed is None:
        filled = [i for i, piece in enumerate(firm) if not piece.blank]
        firm = firm[filled[0] : filled[-1] + 1] if filled else firm
    return len(firm)


def _figure(document: Document, key: str, piece: Piece) -> Figure:
    shown = piece.span.of(document.text)
    start = piece.span.start + len(shown) - len(shown.lstrip())
    span = Span(start, start + len(shown.strip()))
    raw = document.said(span).strip()
    value = read_value(raw)
    return Figure(
        key=key,
        value=value.number,
        raw=raw,
        span=span,
        reading=value.reading,
        quirks=value.quirks,
        box=(document.box_of(span) if raw else None) or piece.box,
        confidence=piece.confidence,
    )


def _absent(row: FormRow) -> RowMatch:
    return RowMatch(row.key, "", None, Fit.ABSENT, 0, len(row.columns), None)


def _extras(document: Document, rows: Sequence[Row], matched: list[int]) -> tuple[ExtraRow, ...]:
    if not matched:
        return ()
    found: list[ExtraRow] = []
    for i in range(min(matched), max(matched)):
        row = rows[i]
        if i not in matched and row.has_figures and row.labels:
            label = " ".join(p.span.of(document.text) for p in row.labels[-1:])
            found.append(ExtraRow(label, row.span))
    return tuple(found)
