"""Which row of a stretch is which row of the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parser.model import Span
from parser.official.form import Block, FormRow, FormTable, RowSum
from parser.official.labels import fold
from parser.reading.tables.align import align
from parser.reading.tables.collected import told
from parser.reading.tables.columns import place
from parser.reading.tables.known_labels import is_column_label
from parser.reading.tables.parted import with_parted_labels
from parser.reading.tables.pieces import Row
from parser.reading.tables.small_tables import small_tables
from parser.reading.tables.stray_rows import with_stray_rows
from parser.reading.tables.torn_rows import mended


@dataclass(frozen=True, slots=True)
class Matched:
    """The rows of a stretch, and by key of a row of the form the index of what stands for it.

    `apart`: each block stands under a header of its own. `untold`: where labels and figures stand
    that no one can put together. `scattered`: in order alone, their labels in pieces around them.
    """

    rows: Sequence[Row]
    places: Mapping[str, int]
    apart: bool = True
    untold: tuple[Span, ...] = ()
    scattered: bool = False

    def row(self, key: str) -> Row | None:
        """Return what stands for a row of the form, None where nothing does."""
        return self.rows[self.places[key]] if key in self.places else None

    @property
    def found(self) -> list[Row]:
        """The rows that stand for one of the form's."""
        return [self.rows[index] for index in self.places.values()]


def matched(rows: Sequence[Row], official: FormTable) -> Matched | None:
    """Match rows with the form's; None where no row is one of the form's."""
    rows = [with_parted_labels(row) for row in rows]
    if official.in_one_line and _is_header(rows):
        return None
    if official.in_one_line and (below := small_tables(rows, official)):
        return Matched(below.rows, below.places)
    clear = told(rows, official)
    whole = mended(clear.rows, official)
    if official.in_one_line:
        single = _as_one_row(whole, official)
        if single:
            return single
    order = _printing_order(official)
    pairs = align(whole, order)
    if not pairs:
        return None
    places = {order[j].key: i for i, j in pairs}
    for row in official.rows:
        # A label without figures above the rows that it could stand for is their group's.
        parted = any(part in places for part in row.instead_of)
        if parted and row.key in places and not whole[places[row.key]].has_figures:
            del places[row.key]
    found = with_stray_rows(whole, places, official)
    apart = not official.in_one_line
    return Matched(found.rows, found.places, apart, tuple(clear.untold))


def _printing_order(official: FormTable) -> list[FormRow]:
    """Return the rows as a report prints them: one that stands for others comes before these."""
    order = list(official.regular_rows)
    for row in official.rows:
        if row.instead_of:
            first = min(i for i, r in enumerate(order) if r.key in row.instead_of)
            order.insert(first, row)
    return order


@dataclass(frozen=True, slots=True)
class _Split:
    """A row of figures divided among blocks. `fits`: it has a cell for each of their columns."""

    fits: bool
    matched: Matched


def _as_one_row(rows: list[Row], official: FormTable) -> Matched | None:
    """Take a table that prints the figures of all its blocks in one row without a label."""
    whole = _split(rows, official.blocks)
    if whole is None or whole.fits:
        return whole and whole.matched
    part = _split(rows, _printed(rows, official))
    return part.matched if part and part.fits else whole.matched


def _split(rows: list[Row], blocks: tuple[Block, ...]) -> _Split | None:
    """Divide the row of figures among the blocks."""
    wanted = sum(len(block.columns) for block in blocks)
    wide = [i for i, row in enumerate(rows) if len(row.values) > wanted // 2]
    if not wide:
        return None
    # Empty places under a label that spans them look like a row of blank cells: figures first,
    # then a row without labels.
    at = max(wide, key=lambda i: (rows[i].has_figures, not rows[i].labels, i))
    placed = place(rows[at], wanted, rows, _sums(blocks))
    words = [piece for row in rows[: at + 1] for piece in row.words]
    head = Row(before=words) if rows[at].before else Row(words)
    parts: list[Row] = []
    start = 0
    for block in blocks:
        end = start + len(block.columns)
        parts.append(Row([], placed[start:end] if placed else rows[at].values, closed=True))
        start = end
    places = {block.rows[0].key: k + 1 for k, block in enumerate(blocks)}
    return _Split(placed is not None, Matched([head, *parts], places, apart=False))


def _is_header(rows: Sequence[Row]) -> bool:
    """Say whether nothing stands below the labels of the columns, not even an empty row."""
    if any(row.has_figures for row in rows):
        return False
    last = next((row for row in reversed(rows) if row.words or row.values), None)
    return last is not None and any(is_column_label(piece.text) for piece in last.words)


def _sums(blocks: tuple[Block, ...]) -> list[RowSum]:
    """Return the sums of blocks that stand side by side, in the columns of all."""
    sums: list[RowSum] = []
    start = 0
    for block in blocks:
        sums += [entry.moved(start) for entry in block.rows[0].sums]
        start += len(block.columns)
    return sums


def _printed(rows: Sequence[Row], official: FormTable) -> tuple[Block, ...]:
    """Return the blocks whose headings are printed; all of them where none is."""
    words = fold("".join(piece.text for row in rows for piece in row.words))
    there = tuple(block for block in official.blocks if fold(block.heading) in words)
    return there or official.blocks
