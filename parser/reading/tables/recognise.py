"""From a copy of the body to its three tables: the form is chosen, and what was read is gathered.

The flow: stretches (`zones`) → rows in every way the layout allows (`grids`, `texts`) → each tried
against the form (`attempt`). The attempt that fits the form best is kept; where none fits, the
table is declined as glued.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parser.model import TABLES, Document, Figure, Section, Span, Table, TableName
from parser.official.form import Form, FormTable, forms
from parser.official.labels import fold
from parser.reading.tables.arranged import arranged, strewn
from parser.reading.tables.attempt import Attempt, Reader
from parser.reading.tables.grids import grid_rows
from parser.reading.tables.matched_rows import Matched
from parser.reading.tables.pieces import Row
from parser.reading.tables.scattered import gathered, is_scattered, is_whole
from parser.reading.tables.texts import BUILDERS
from parser.reading.tables.zones import Zone, glued, split_rows, text_zones

_TITLE = re.compile(
    r"(20\d{2})\s*年度?[^\n]{0,30}信息公开|信息公开工作[^\n]{0,8}\s*[（(]?(20\d{2})\s*年"
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """The form of a copy (None where no table was found), its tables, all figures by key.

    `untold`: where labels and figures stand that no one can put together.
    """

    form_id: str | None
    tables: tuple[Table, ...]
    figures: Mapping[str, Figure]
    untold: tuple[Span, ...] = ()


class _Ways:
    """The rows of a table in every way the layout allows, each built when it is first tried."""

    def __init__(self, known: Iterable[list[Row]], document: Document, stretch: Span) -> None:
        self._built = list(known)
        built = (build(document, stretch) for build in BUILDERS)
        self._rest = (rows for rows in built if rows)

    def __iter__(self) -> Iterator[list[Row]]:
        yield from self._built
        for rows in self._rest:
            self._built.append(rows)
            yield rows


@dataclass(frozen=True, slots=True)
class _Copy:
    """The rows of each table in every way the layout allows, and where its text lies."""

    document: Document
    sections: Sequence[Section]
    rows: Mapping[TableName, Iterable[list[Row]]]
    zones: Mapping[TableName, Zone]


def recognise(document: Document, within: Span, sections: Sequence[Section]) -> Recognised:
    """Return the form's id, the tables found in a copy, and all their figures.

    The form is told by the labels: by those that only one of them has; where none tells, by how
    the first table is read, then by how the other tables are read and by the year of the title,
    or else it is the one in force.
    """
    copy = _copy(document, within, sections)
    labelled = _own_labels(document, within)
    told = [form_id for form_id, many in labelled.items() if many]
    first = {
        form.id: _read(copy, form, TABLES[0])
        for form in forms()
        if len(told) != 1 or form.id in told
    }
    best = max(map(_score, first.values()))
    attempts = {
        form.id: [first[form.id], *(_read(copy, form, name) for name in TABLES[1:])]
        for form in forms()
        if form.id in first and _score(first[form.id]) == best
    }
    titled = _titled(document, within, sections)
    form_id = max(
        attempts,
        key=lambda f: (
            labelled.get(f, 0) if best else 0,
            sum(map(_score, attempts[f])),
            labelled.get(f, 0),
            f == titled,
            f,
        ),
    )
    found = [attempt for attempt in attempts[form_id] if attempt]
    if not found:
        return Recognised(None, (), {})
    figures = {key: figure for a in found for key, figure in a.figures.items()}
    untold = tuple(span for attempt in found for span in attempt.untold)
    return Recognised(form_id, tuple(a.table for a in found), figures, untold)


def _own_labels(document: Document, within: Span) -> dict[str, int]:
    """Count for each form the labels printed in a copy that no label of another form holds.

    One alone counts for nothing: the prose may speak of what a row is called.
    """
    words = fold(within.of(document.simplified))
    labels = {form.id: frozenset(map(fold, form.labels)) for form in forms()}
    counted: dict[str, int] = {}
    for form_id, own in labels.items():
        others = [label for other, them in labels.items() if other != form_id for label in them]
        counted[form_id] = sum(
            label in words and not any(label in other for other in others) for label in own
        )
    return {form_id: many if many > 1 else 0 for form_id, many in counted.items()}


def _titled(document: Document, within: Span, sections: Sequence[Section]) -> str | None:
    """Return the form for the year in the title, None where there is none before the sections."""
    end = min((s.span.start for s in sections), default=within.start)
    title = _TITLE.search(document.simplified, 0, max(end, within.start))
    known = [form.id for form in forms() if title and form.first_year <= int(title[1] or title[2])]
    return known[-1] if known else None


def _score(attempt: Attempt | None) -> float:
    return round(attempt.score, 6) if attempt else 0.0


def _copy(document: Document, within: Span, sections: Sequence[Section]) -> _Copy:
    grids = tuple(
        grid
        for grid in document.grids
        if within.covers(grid.span) and not any(f.covers(grid.span) for f in document.furniture)
    )
    ways: dict[TableName, Iterable[list[Row]]] = {
        name: [rows] for name, rows in split_rows(grid_rows(document, grids)).items()
    }
    zones: dict[TableName, Zone] = {
        zone.name: zone for zone in text_zones(document, within, sections)
    }
    for name, zone in zones.items():
        if name not in ways or forms()[-1].table(name).in_one_line:
            ways[name] = _Ways(ways.get(name, ()), document, zone.span)
    return _Copy(document, sections, ways, zones)


def _read(copy: _Copy, form: Form, name: TableName) -> Attempt | None:
    official = form.table(name)
    reader = Reader(copy.document, official)
    best: Attempt | None = None
    for rows in copy.rows.get(name, ()):
        attempt = reader.attempt(rows, best.score if best else None)
        if attempt and (best is None or attempt.score > best.score):
            best = attempt
        if best and best.score >= len(official.regular_rows):
            break  # every row to the letter: nothing fits better
    if official.in_one_line and (best is None or _is_short(best, official)):
        best = _strewn(copy, reader, best) or best
    if best is None or best.table.glued:
        return _scattered(copy, reader, form, best) or _declined(copy, form, official) or best
    if not official.in_one_line and (best.left_over or not is_whole(best.table)):
        return _scattered(copy, reader, form, best) or best
    return best


def _scattered(copy: _Copy, reader: Reader, form: Form, best: Attempt | None) -> Attempt | None:
    """Return a table whose labels were torn apart; declined where nothing proves whose figures are.

    None where its labels stand as they should.
    """
    official = reader.official
    zone = copy.zones.get(official.name)
    if zone is None or official.in_one_line:
        return None
    if any(
        grid.span.covers(zone.span) or zone.span.covers(grid.span) for grid in copy.document.grids
    ):
        return None
    told = best if best and not best.table.glued else None
    read = told.table if told and not told.untold else None
    if told and not is_scattered(copy.document, zone.span, official, read):
        return None
    found = gathered(copy.document, zone.span, form, official)
    if found:
        return reader.assemble(Matched(*found, scattered=True))
    if told and not told.left_over and not any(f.raw for f in told.figures.values()):
        return None  # nobody's figures stand there: the cells are blank
    return Attempt(Table(official.name, zone.span, glued=True), {}, 0.0) if told else None


def _is_short(attempt: Attempt, official: FormTable) -> bool:
    """Say whether figures are missing, or none of them is filled in."""
    values = [figure.value for figure in attempt.figures.values()]
    return len(values) < official.figure_count or not any(v is not None for v in values)


def _strewn(copy: _Copy, reader: Reader, best: Attempt | None) -> Attempt | None:
    """Return the table of one row as it is arranged otherwise; declined where nothing proves how.

    So it is where its cells would be blank although figures stand there. None where no such table
    stands in its section.
    """
    official = reader.official
    for section in (s for s in copy.sections if s.number == official.section):
        cells = strewn(copy.document, section.body, official)
        if not cells.is_table(official):
            continue
        found = arranged(cells, official)
        attempt = reader.assemble(Matched(*found)) if found else None
        emptied = best is not None and not any(f.raw for f in best.figures.values())
        if attempt or emptied or cells.is_whole(official) or official.name not in copy.rows:
            return attempt or Attempt(Table(official.name, cells.span, glued=True), {}, 0.0)
    return None


def _declined(copy: _Copy, form: Form, official: FormTable) -> Attempt | None:
    """Return a table whose cells have run together: its place and nothing else."""
    section = next((s for s in copy.sections if s.number == official.section), None)
    span = glued(copy.document, form, official.name, section)
    zone = copy.zones.get(official.name)
    if span is None and zone is not None and len(zone.span.of(copy.document.text).split()) > 1:
        span = zone.span
    return Attempt(Table(official.name, span, glued=True), {}, 0.0) if span else None
