"""Cells that a gap in the document emptied or broke: they were not read, so they are not blank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parser.model import Body, Document, Figure, Fit, Reading, RowMatch, Span, Table, row_of
from parser.official.form import forms
from parser.reading.gaps import BROKEN_OFF, RUN_TOGETHER, UNDECODED, Gap, gaps

_LOST = "�"
# So many characters lost may hold the end of a row.
_MUCH = 8


def marked_unread(document: Document, body: Body) -> Body:
    """Return the body with the cells in gaps marked: what stands empty there is not blank.

    Where the file breaks off in the middle of a table, the row that it breaks gives no figure,
    the last figure may be the beginning of a longer one, and empty cells before it mean nothing.
    """
    found = gaps(document)
    body = _without_losses(body, [g.span for g in found if g.note.code == UNDECODED])
    holes = [g for g in found if g.note.code != UNDECODED or g.span.end - g.span.start >= _MUCH]
    if not holes:
        return body
    marks = [_Broken(document, body, gap) for gap in holes if gap.note.code == BROKEN_OFF]
    emptied = [gap.span for gap in holes if gap.span.start < gap.span.end]
    emptied += _emptied_tables(body, [gap for gap in holes if gap.note.code != RUN_TOGETHER])
    gone = frozenset[str]().union(*(broken.halves for broken in marks))
    figures: dict[str, Figure] = {}
    for key, figure in body.figures.items():
        empty = figure.reading in (Reading.BLANK, Reading.PLACEHOLDER, Reading.UNREADABLE)
        inside = empty and any(span.covers(figure.span) for span in emptied)
        if inside or any(broken.breaks(key, figure) for broken in marks):
            figure = replace(figure, value=None, reading=Reading.UNREAD)
        if row_of(key) not in gone:
            figures[key] = figure
    tables = tuple(
        replace(t, rows=tuple(m for m in t.rows if m.row not in gone)) for t in body.tables
    )
    return replace(body, tables=tables, figures=figures)


def _without_losses(body: Body, losses: Sequence[Span]) -> Body:
    """Return the body without the figures that lost bytes broke, or joined to another row."""
    if not losses:
        return body
    doubtful = {
        key
        for table in body.tables
        for match in table.rows
        if _is_doubtful(body, match, losses)
        for key in match.keys
    }
    figures = {
        key: replace(figure, value=None, reading=Reading.UNREAD)
        if key in doubtful or (_LOST in figure.raw and figure.value is None)
        else figure
        for key, figure in body.figures.items()
    }
    return replace(body, figures=figures)


def _is_doubtful(body: Body, match: RowMatch, losses: Sequence[Span]) -> bool:
    """Say whether a row that lost bytes may hold figures of another row.

    So where figures stand in its label, where much was lost, and where its own sums fail.
    """
    inside = [lost for lost in losses if match.span and lost.meets(match.span)]
    if not inside:
        return False
    if len(re.findall(r"\d+", match.label)) > 1:
        return True
    if any(lost.end - lost.start >= _MUCH for lost in inside):
        return True
    label = match.label_span
    return not all(label and label.covers(lost) for lost in inside) and _fails(body, match)


def _fails(body: Body, match: RowMatch) -> bool:
    """Say whether a sum within a whole row does not hold."""
    values = [body.figures[key].value if key in body.figures else None for key in match.keys]
    if len(values) < match.expected:
        return False
    rows = (row for form in forms() for table in form.tables for row in table.rows)
    for entry in (entry for row in rows if row.key == match.row for entry in row.sums):
        if max(entry.total, *entry.parts) < len(values):
            parts = [value for i in entry.parts if (value := values[i]) is not None]
            total = values[entry.total]
            if total is not None and len(parts) == len(entry.parts) and total != sum(parts):
                return True
    return False


def _emptied_tables(body: Body, holes: Sequence[Gap]) -> Iterator[Span]:
    """Yield the tables without a single figure in whose section something was not read.

    Where the file breaks off, signs that stand for no figure are the head's.
    """
    for table in body.tables:
        keys = {key for row in table.rows for key in row.keys}
        raws = [body.figures[key].raw for key in keys if key in body.figures]
        if any(c.isdigit() for raw in raws for c in raw):
            continue
        homes = [s.span for s in body.sections if s.span.covers(table.span)] or [table.span]
        near = [hole for hole in holes for home in homes if hole.within(home)]
        if any(hole.note.code == BROKEN_OFF or not any(raws) for hole in near):
            yield table.span


class _Broken:
    """The place at which a file breaks off, and what it breaks."""

    def __init__(self, document: Document, body: Body, gap: Gap) -> None:
        self.document = document
        self.gap = gap
        heads = [s.heading_span.start for s in body.sections if s.span.start < gap.span.start]
        self.heading = max(heads, default=0)
        # Empty cells may stand behind the last character that is there.
        behind = document.text[gap.span.end :]
        self.end = gap.span.end if behind.strip() else len(document.text)
        filled = [f.span.end for f in body.figures.values() if f.raw]
        self.last = max((end for end in filled if end <= gap.span.start), default=0)
        tables = [t for t in body.tables if self.heading <= t.span.start <= self.end]
        torn = max(tables, key=lambda table: table.span, default=None)
        torn_rows = list(self.torn_rows(torn, body))
        self.doubtful = frozenset(key for row in torn_rows for key in row.keys)
        # A row that stands for several is the first of them, as far as anyone can tell.
        self.halves = frozenset(row.row for row in torn_rows if _instead_of(row))

    def breaks(self, key: str, figure: Figure) -> bool:
        """Say whether the cell cannot be trusted."""
        if figure.span.start < self.heading or figure.span.start > self.end:
            return False
        if key in self.doubtful or (not figure.raw and figure.span.start >= self.last):
            return True
        # A whole line of text is a whole row; a row of a page may lack its last cells.
        between = self.document.text[figure.span.end : self.gap.span.end]
        whole_line = "\n" in between and not self.document.grids
        return bool(figure.raw) and not between.strip() and not whole_line

    def torn_rows(self, table: Table | None, body: Body) -> Iterator[RowMatch]:
        """Yield the rows of the broken table that may be other rows than they seem.

        That is the last one where any of its cells is wanting, and every one behind a row that is
        missing whose own label is not whole: half a label is like many.
        """
        there = [m for m in table.rows if not m.missing and m.span] if table else []
        if table is None or not there:
            return
        last = max(row.span for row in there if row.span)
        in_one_line = any(t.name == table.name and t.in_one_line for t in forms()[-1].tables)
        printed = there if in_one_line else [row for row in there if row.span == last]
        if self.wants_cells(printed, body):
            yield from printed
        yield from (row for row in printed if _instead_of(row))
        order = [row for row in table.rows if not _instead_of(row)]
        leap = next((i for i, row in enumerate(order) if row.missing), len(order))
        yield from (r for r in order[leap:] if not r.missing and r.fit is not Fit.EXACT)

    def wants_cells(self, printed: Sequence[RowMatch], body: Body) -> bool:
        """Say whether the last row that is there has not all of its cells, each with a figure."""
        end = max(row.span.end for row in printed if row.span)
        if self.document.text[end : self.gap.span.end].strip(" |\t\n"):
            return False  # the next row's label, or prose, stands behind it
        keys = [key for row in printed for key in row.keys]
        filled = sum(bool(body.figures[key].raw) for key in keys if key in body.figures)
        return filled < sum(row.expected for row in printed)


def _instead_of(match: RowMatch) -> bool:
    return any(
        row.key == match.row and row.instead_of
        for form in forms()
        for table in form.tables
        for row in table.rows
    )
