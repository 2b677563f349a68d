"""What the gaps of a report leave open: what nobody may call missing or blank.

A section, a table, a row or a column label is only held to be missing where the place in which it
would stand was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parser.model import Body, Document, Fit, Reading, Span, Table, TableName
from parser.official.form import Form, FormTable
from parser.reading.gaps import BROKEN_OFF, RUN_TOGETHER, Gap, gaps

# The gaps that each thing may stand in.
Openings = dict[str, tuple[Gap, ...]]


@dataclass(frozen=True, slots=True)
class Unread:
    """What the gaps of one copy of a body leave open.

    `sections` and `tables` are those that may stand in a gap, `labels` the tables whose labels
    may be other than they seem, `rows` the rows of tables that may be in one; `figures` the keys
    of all cells concerned, in the form's order. `by_gap` gives the keys that each gap leaves
    open; a gap that leaves nothing open is not in it.
    """

    gaps: tuple[Gap, ...] = ()
    sections: frozenset[int] = frozenset()
    tables: frozenset[TableName] = frozenset()
    labels: frozenset[TableName] = frozenset()
    rows: frozenset[str] = frozenset()
    figures: tuple[str, ...] = ()
    by_gap: Mapping[Gap, tuple[str, ...]] = field(default_factory=dict[Gap, tuple[str, ...]])

    def touches(self, place: Span) -> bool:
        """Say whether a gap lies in the place."""
        return any(g.within(place) for g in self.gaps if g.note.code != RUN_TOGETHER)


def left_open(document: Document, body: Body, form: Form) -> Unread:
    """Return what the document's gaps leave open in one copy of its body."""
    found = tuple(gap for gap in gaps(document) if gap.within(body.span))
    return _Look(body, form, found).unread() if found else Unread()


class _Look:
    """One copy of a body, looked over for what its gaps may hold."""

    def __init__(self, body: Body, form: Form, found: tuple[Gap, ...]) -> None:
        self.body = body
        self.form = form
        self.found = found
        # Where cells have run together nothing but figures is lost.
        self.holes = tuple(gap for gap in found if gap.note.code != RUN_TOGETHER)

    def unread(self) -> Unread:
        sections = {
            section.number: self.within(self.place_of(section.number))
            for section in self.form.sections
            if self.body.section(section.number) is None
        }
        tables: dict[TableName, tuple[Gap, ...]] = {}
        labels: dict[TableName, tuple[Gap, ...]] = {}
        rows: Openings = {}
        for official in self.form.tables:
            table = self.body.table(official.name)
            if table is None or table.glued:
                tables[official.name] = self.within(self.home(official, table))
            else:
                labels[official.name] = self.labels(table)
                rows |= self.rows(official, table)
        blame = self.cells(tables, rows)
        by_gap: dict[Gap, tuple[str, ...]] = {}
        for gap in self.found:
            keys = tuple(key for key, by in blame.items() if gap in by)
            others = [*sections.values(), *labels.values()]
            if keys or any(gap in by for by in others):
                by_gap[gap] = keys
        return Unread(
            gaps=self.found,
            sections=frozenset(number for number, by in sections.items() if by),
            tables=frozenset(name for name, by in tables.items() if by),
            labels=frozenset(name for name, by in labels.items() if by),
            rows=frozenset(row for row, by in rows.items() if by),
            figures=tuple(blame),
            by_gap=by_gap,
        )

    def within(self, place: Span) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.holes if gap.within(place))

    def cells(self, tables: Mapping[TableName, tuple[Gap, ...]], rows: Openings) -> Openings:
        """Return the cells that may stand in a gap, or that a gap emptied."""
        blame: Openings = {}
        for official in self.form.tables:
            for row in official.regular_rows:
                for key in row.figure_keys:
                    by = tables.get(official.name) or rows.get(row.key) or self.cell(key)
                    if by:
                        blame[key] = by
        return blame

    def cell(self, key: str) -> tuple[Gap, ...]:
        figure = self.body.figures.get(key)
        if figure is None or figure.reading is not Reading.UNREAD:
            return ()
        touching = [g for g in self.found if g.span.start <= figure.span.end <= g.span.end]
        broken = [g for g in self.found if g.note.code == BROKEN_OFF]
        home = [s.span for s in self.body.sections if s.span.covers(figure.span)]
        return tuple(touching or broken or [g for s in home for g in self.within(s)])

    def place_of(self, number: int) -> Span:
        """Return the stretch in which a section that was not found would stand."""
        sections = self.body.sections
        before = [s.heading_span.end for s in sections if s.number < number]
        start = max(before, default=self.body.span.start)
        after = [s.span.start for s in sections if s.number > number and s.span.start >= start]
        return Span(start, min(after, default=self.body.span.end))

    def home(self, official: FormTable, table: Table | None) -> Span:
        """Return the stretch in which a table that was not found would stand."""
        if table is not None:
            return table.span
        section = self.body.section(official.section)
        return section.span if section is not None else self.place_of(official.section)

    def region(self, table: Table) -> Span:
        """Return where all of a table would stand, from what was found before it to what follows.

        What follows is the next section that was found, or the next table; a heading behind which
        the file breaks off may be the beginning of a row.
        """
        breaks = {gap.span.start for gap in self.found if gap.note.code == BROKEN_OFF}
        heads = [s.heading_span for s in self.body.sections if s.heading_span.end not in breaks]
        # A table of which nothing but the head was read may have taken more than its own.
        firm = (t for t in self.body.tables if any(not m.missing for m in t.rows))
        read = [t.span for t in firm if t is not table and not t.glued]
        others = [*heads, *read]
        before = [s.end for s in others if s.end <= table.span.start]
        after = [s.start for s in others if s.start >= table.span.end]
        start = max(before, default=self.body.span.start)
        return Span(start, max(table.span.end, min(after, default=self.body.span.end)))

    def labels(self, table: Table) -> tuple[Gap, ...]:
        """Return the gaps because of which labels may not be what they seem."""
        fits = {m.fit for m in table.columns} | {m.fit for m in table.rows}
        return self.within(self.region(table)) if fits & {Fit.ABSENT, Fit.NEAR} else ()

    def rows(self, official: FormTable, table: Table) -> Openings:
        """Return the rows that are not there, or not whole, each with the gaps it may stand in.

        Where part of a table was not read, what is left may be joined to rows that it does not
        belong to: every row that is not whole may be the gap's doing.
        """
        whole = {m.row for m in table.rows if not m.missing and len(m.keys) == m.expected}
        inside = self.within(self.region(table))
        found = {row.key for row in official.regular_rows} | {m.row for m in table.rows}
        joined = {
            m.row: tuple(g for g in self.found if m.span and g.span.covers(m.span))
            for m in table.rows
            if not m.missing
        }
        return {row: inside or joined.get(row, ()) for row in found - whole}
