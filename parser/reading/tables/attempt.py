"""One table of the form read from rows: labels and columns compared, cells made figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parser.model import ColumnMatch, Document, ExtraRow, Figure, Fit, RowMatch, Span, Table
from parser.official.form import FormRow, FormTable
from parser.reading.tables.header import columns, printed_order
from parser.reading.tables.matched_rows import Matched, matched
from parser.reading.tables.pieces import Piece, Row
from parser.reading.tables.row_reading import read_row

# Below this share of rows read, of figures placed, or of cells there, a table is declined.
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Attempt:
    """One table as one way to take its rows gives it, and how well that fits the form."""

    table: Table
    figures: Mapping[str, Figure]
    score: float


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one table of a form in one document."""

    document: Document
    official: FormTable

    def attempt(self, rows: Sequence[Row]) -> Attempt | None:
        """Read the table from rows; None where none of them is one of the form's."""
        found = matched(rows, self.official)
        return self._assemble(found) if found else None

    def _assemble(self, found: Matched) -> Attempt:
        heads = self._headers(found)
        siblings = found.found
        figures: dict[str, Figure] = {}
        matches: list[RowMatch] = []
        score = 0.0
        for block in self.official.blocks:
            order = printed_order(block, heads[block.heading])
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
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        if self._unreadable(matches, found):
            return Attempt(Table(self.official.name, span, glued=True), {}, 0.0)
        extras = self._extras(found)
        table = Table(self.official.name, span, tuple(matches), tuple(labels), extras)
        return Attempt(table, figures, score)

    def _unreadable(self, matches: Sequence[RowMatch], found: Matched) -> bool:
        """Say whether too little of a table can be told apart for any of it to be trusted.

        It is so where most rows do not give their figures, or most figures belong to no row. A
        table of one row is only so where most of its cells are gone.
        """
        there = [match for match in matches if not match.missing]
        if self.official.in_one_line:
            return all(not m.keys and m.cells <= _ENOUGH * m.expected for m in there)
        inside = sum(not piece.blank for row in found.found for piece in row.values)
        total = sum(not piece.blank for row in found.rows for piece in row.values)
        read = sum(bool(match.keys) and match.cells > 0 for match in there)
        return read < _ENOUGH * len(there) or inside < _ENOUGH * total

    def _headers(self, found: Matched) -> dict[str, tuple[ColumnMatch, ...]]:
        """Match each block's column labels with the labels printed above its first row."""
        heads: dict[str, tuple[ColumnMatch, ...]] = {}
        rows = found.rows
        side_by_side = self.official.in_one_line
        wrapped_above = any(row.before for row in rows)
        after = -1
        pieces: list[Piece] = []
        for block in self.official.blocks:
            indices = [found.places[row.key] for row in block.rows if row.key in found.places]
            if not indices:
                continue
            first = rows[indices[0]]
            if first.labels or not side_by_side:
                pieces = [p for row in rows[after + 1 : indices[0]] for p in row.words]
                pieces += [*first.before, *first.labels]
            elif not pieces:
                pieces = [p for row in rows[: indices[0]] for p in row.words]
            wrapped = bool(first.before or wrapped_above)
            heads[block.heading] = columns(self.document, block, pieces, wrapped=wrapped)
            if side_by_side and not first.labels:
                spent = [m.label_span for m in heads[block.heading] if m.label_span]
                pieces = [p for p in pieces if not any(span.covers(p.span) for span in spent)]
            after = indices[-1]
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


def _absent(row: FormRow) -> RowMatch:
    return RowMatch(row.key, "", None, Fit.ABSENT, 0, len(row.columns), None)
