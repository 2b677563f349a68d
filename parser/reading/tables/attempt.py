"""One table of the form read from rows: labels and columns compared, cells made figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parser.model import ColumnMatch, Document, ExtraRow, Figure, Fit, RowMatch, Span, Table
from parser.official.form import FormRow, FormTable
from parser.official.labels import fold
from parser.reading.tables.header import columns, printed_order
from parser.reading.tables.matched_rows import Matched, matched
from parser.reading.tables.pieces import Piece, Row
from parser.reading.tables.row_reading import likeness_of, read_row
from parser.reading.tables.scattered import has_all_letters

# Below this share of rows read, of figures placed, or of cells there, a table is declined.
_ENOUGH = 0.5
# A unit that misprints its header does not leave out so many labels.
_WHOLE_HEADER = 3
# So many letters of a table's corner stand nowhere else.
_TELLING = 6


@dataclass(frozen=True, slots=True)
class Attempt:
    """One table as one way to take its rows gives it, and how well that fits the form.

    `untold`: where labels and figures stand that no one can put together. `left_over`: figures
    without a label were given to no row.
    """

    table: Table
    figures: Mapping[str, Figure]
    score: float
    untold: tuple[Span, ...] = ()
    left_over: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one table of a form in one document."""

    document: Document
    official: FormTable

    def attempt(self, rows: Sequence[Row], best: float | None = None) -> Attempt | None:
        """Read the table from rows; None where none of them is one of the form's.

        None too where the rows cannot fit better than what has the score `best`.
        """
        found = matched(rows, self.official)
        if found is None:
            return self._header_alone(rows)
        if best is not None and self._at_most(found) <= best:
            return None
        return self.assemble(found)

    def _at_most(self, found: Matched) -> float:
        """Return the score that rows have if every one of their cells has its place."""
        score = 0.0
        for block in self.official.blocks:
            for official in block.rows:
                if row := found.row(official.key):
                    score += likeness_of(row, official).likeness
        return score

    def _header_alone(self, rows: Sequence[Row]) -> Attempt | None:
        """Return a table of which only the header is there: every row is missing."""
        pieces = [piece for row in rows for piece in row.words]
        if any(row.has_figures for row in rows) or not pieces:
            return None
        if any(piece.text[-1:].isdecimal() for piece in pieces):
            return None  # rows are there, their figures run together with the labels
        corner = self.official.corner
        blocks = self.official.blocks if self.official.in_one_line else self.official.blocks[:1]
        heads = tuple(
            match
            for block in blocks
            for match in columns(self.document, block, pieces, corner, wrapped=True)
        )
        if any(match.fit is Fit.ABSENT for match in heads):
            return None
        absent = tuple(_absent(row) for row in self.official.regular_rows)
        span = Span(pieces[0].span.start, pieces[-1].span.end)
        return Attempt(Table(self.official.name, span, absent, heads), {}, 0.0)

    def assemble(self, found: Matched) -> Attempt:
        """Read the table from rows that are known to be the form's."""
        heads = {} if found.scattered else self._headers(found)
        siblings = found.found
        figures: dict[str, Figure] = {}
        matches: list[RowMatch] = []
        score = 0.0
        whole = all(m.fit is Fit.EXACT for head in heads.values() for m in head)
        ruled = all(row.closed for row in siblings)
        glued = self._has_lines_of_heads(heads, siblings) or _are_glued(
            [m.label_span for head in heads.values() for m in head]
        )
        for block in self.official.blocks:
            # Blocks side by side have the same labels: where one is misprinted, the next block's
            # would be taken for it.
            ordered = bool(heads) and (whole or not self.official.in_one_line) and not glued
            head = heads[block.heading] if ordered else ()
            order = printed_order(block, head, ruled=ruled) if head else None
            for official in block.rows:
                row = found.row(official.key)
                if row is None:
                    if not official.instead_of:
                        matches.append(_absent(official))
                    continue
                read = read_row(self.document, row, official, order, siblings)
                matches.append(read.match)
                figures.update(read.figures)
                score += read.worth
        labels = _settle_cuts([m for head in heads.values() for m in head])
        spans = [row.span for row in siblings] + [m.label_span for m in labels if m.label_span]
        spans += self._head(found)
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        bare = self.official.in_one_line and not any(row.words for row in found.rows)
        if bare or self._lost_header(labels, figures, span):
            labels = []  # by whatever saved the page
        elif not self._ruled(span) and self._torn_header(labels, found):
            labels = []
        elif not self._ruled(span):
            labels = [m for m in labels if not self._lost(m, heads)]
        lost = not figures and any(m.fit is Fit.ABSENT for m in labels)
        untrue = bare and not self._adds_up(figures)
        if self._unreadable(matches, found) or untrue or (lost and not self._ruled(span)):
            return Attempt(Table(self.official.name, span, glued=True), {}, 0.0)
        extras = self._extras(found)
        table = Table(self.official.name, span, tuple(matches), tuple(labels), extras)
        taken = frozenset(found.places.values())
        left_over = any(
            row.has_figures and not row.labels and i not in taken
            for i, row in enumerate(found.rows)
        )
        return Attempt(table, figures, score, found.untold, left_over)

    def _head(self, found: Matched) -> list[Span]:
        """Return where the corner and the headings of blocks stand above the table's first row."""
        corner = fold(self.official.corner)
        headings = {fold(block.heading) for block in self.official.blocks}
        above = found.rows[: min(found.places.values()) + 1]
        words = [(fold(piece.text), piece.span) for row in above for piece in row.words]
        return [
            span
            for word, span in words
            if word in headings or (len(word) >= _TELLING and word in corner)
        ]

    def _lost_header(
        self, labels: Sequence[ColumnMatch], figures: Mapping[str, Figure], span: Span
    ) -> bool:
        """Say whether a table of one row lacks its columns' labels, or many, in a text of lines."""
        absent = sum(m.fit is Fit.ABSENT for m in labels)
        if not self.official.in_one_line or absent < min(_WHOLE_HEADER, len(labels)):
            return False
        return not self._ruled(span) and self._adds_up(figures)

    def _torn_header(self, labels: Sequence[ColumnMatch], found: Matched) -> bool:
        """Say whether the header has every letter of its labels, in pieces out of their order.

        Where most labels are whole, one or two others are what the unit wrote.
        """
        odd = [m for m in labels if m.fit not in (Fit.EXACT, Fit.VARIANT)]
        few = len(odd) < _WHOLE_HEADER and len(odd) * 2 <= len(labels)
        if few or any(sorted(fold(m.label)) == sorted(fold(m.official)) for m in odd):
            return False
        above = found.rows[: min(found.places.values()) + 1]
        words = "".join(fold(piece.text) for row in above for piece in row.words)
        blocks = self.official.blocks if self.official.in_one_line else self.official.blocks[:1]
        return has_all_letters(words, (c.label for block in blocks for c in block.columns))

    def _has_lines_of_heads(
        self, heads: Mapping[str, tuple[ColumnMatch, ...]], rows: Sequence[Row]
    ) -> bool:
        """Say whether rows of cells stand below labels that a block has in several lines of text.

        Which of them stands left of which, no line tells.
        """
        if not all(row.closed for row in rows) or self._ruled(rows[0].span):
            return False
        for block in self.official.blocks:
            own = zip(heads.get(block.heading, ()), block.columns, strict=False)
            spans = [m.label_span for m, column in own if m.label_span and column.grouped]
            if spans:
                whole = Span(min(s.start for s in spans), max(s.end for s in spans))
                if "\n" in whole.of(self.document.text):
                    return True
        return False

    def _ruled(self, span: Span) -> bool:
        return any(grid.span.covers(span) for grid in self.document.grids)

    def _lost(self, match: ColumnMatch, heads: Mapping[str, tuple[ColumnMatch, ...]]) -> bool:
        """Say whether a label is missing with a whole row of the header: lines of text lost it."""
        if self.official.in_one_line or match.fit is not Fit.ABSENT:
            return False
        block = next(b for b in self.official.blocks if match in heads[b.heading])
        level = next(c.grouped for c in block.columns if c.key == match.column)
        row = [
            m
            for m, c in zip(heads[block.heading], block.columns, strict=True)
            if c.grouped >= level
        ]
        return len(row) >= _WHOLE_HEADER and all(other.fit is Fit.ABSENT for other in row)

    def _adds_up(self, figures: Mapping[str, Figure]) -> bool:
        """Say whether every sum within a row holds; blanks prove nothing."""
        for row in self.official.regular_rows:
            values = [figures[key].value if key in figures else None for key in row.figure_keys]
            for entry in row.sums:
                terms = [value for i in entry.parts if (value := values[i]) is not None]
                if len(terms) < len(entry.parts) or values[entry.total] != sum(terms):
                    return False
        return True

    def _unreadable(self, matches: Sequence[RowMatch], found: Matched) -> bool:
        """Say whether too little of a table can be told apart for any of it to be trusted.

        It is so where most rows do not give their figures, or most figures belong to no row. A
        table of one row is only so where most of its cells are gone.
        """
        there = [match for match in matches if not match.missing]
        if self.official.in_one_line:
            whole = None if found.apart else self.official.figure_count
            return all(not m.keys and m.cells <= _ENOUGH * (whole or m.expected) for m in there)
        inside = sum(not piece.blank for row in found.found for piece in row.values)
        total = sum(not piece.blank for row in found.rows for piece in row.values)
        read = sum(bool(match.keys) and match.cells > 0 for match in there)
        return read < _ENOUGH * len(there) or inside < _ENOUGH * total

    def _headers(self, found: Matched) -> dict[str, tuple[ColumnMatch, ...]]:
        """Match each block's column labels with the labels printed above its first row."""
        heads: dict[str, tuple[ColumnMatch, ...]] = {}
        rows = found.rows
        taken = found.places.values()
        wrapped_above = any(row.before for row in rows)
        pieces: list[Piece] = []
        for block in self.official.blocks:
            indices = [found.places[row.key] for row in block.rows if row.key in found.places]
            if not indices:
                continue
            first = rows[indices[0]]
            if first.labels or found.apart:
                after = max((i for i in taken if i < indices[0]), default=-1)
                pieces = [p for row in rows[after + 1 : indices[0]] for p in row.words]
                pieces += [*first.before, *first.labels]
            elif not pieces:
                pieces = [p for row in rows[: indices[0]] for p in row.words]
            wrapped = bool(first.before or wrapped_above)
            heads[block.heading] = columns(
                self.document, block, pieces, self.official.corner, wrapped=wrapped
            )
            if not first.labels and not found.apart:
                spent = [m.label_span for m in heads[block.heading] if m.label_span]
                pieces = [p for p in pieces if not any(span.covers(p.span) for span in spent)]
        return {b.heading: heads.get(b.heading, ()) for b in self.official.blocks}

    def _extras(self, found: Matched) -> tuple[ExtraRow, ...]:
        """Return the rows with figures between the form's that are none of them."""
        places = found.places.values()
        extras: list[ExtraRow] = []
        for i in range(min(places), max(places)):
            row = found.rows[i]
            if i not in places and row.has_figures and row.labels:
                label = " ".join(p.span.of(self.document.text) for p in row.labels[-1:])
                extras.append(ExtraRow(label, row.span))
        return tuple(extras)


def _settle_cuts(matches: list[ColumnMatch]) -> list[ColumnMatch]:
    """Hold a single shortened label against the unit; several were cut by whatever saved them."""
    cuts = [m for m in matches if m.fit is Fit.CUT]
    if len(cuts) != 1:
        return matches
    return [replace(m, fit=Fit.NEAR) if m is cuts[0] else m for m in matches]


def _are_glued(spans: Sequence[Span | None]) -> bool:
    """Say whether a label begins where another ends: two columns were taken for one."""
    starts = {span.start for span in spans if span}
    return any(span and span.end in starts for span in spans)


def _absent(row: FormRow) -> RowMatch:
    return RowMatch(row.key, "", None, Fit.ABSENT, 0, len(row.columns), None)
