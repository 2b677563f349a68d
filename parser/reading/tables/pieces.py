"""What every serialisation of a table is reduced to: pieces in rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

from parser.model import Box, Span
from parser.official.form import forms
from parser.official.labels import fold, parse
from parser.reading.tables.cell_values import is_value


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell, or a fragment of one, in reading order.

    `text` is for matching (simplified); `span` lies in the document's text. `soft` marks an empty
    line that may or may not be a blank cell. `column` is a grid position, a count of separators,
    or a character position, whatever the layout offers.
    """

    text: str
    span: Span
    column: int = 0
    soft: bool = False
    box: Box | None = None
    confidence: float | None = None

    @property
    def blank(self) -> bool:
        """Nothing is printed in the cell."""
        return not self.text.strip("\u200b\ufeff \t\r\n\u3000\xa0")


@dataclass(slots=True)
class Row:
    """Labels and the value cells that follow them.

    `closed`: the layout says where the row's cells begin and end, so a short row is really short.
    `before` and `after` are words on the lines around a row whose label is wrapped over lines.
    """

    labels: list[Piece] = field(default_factory=list[Piece])
    values: list[Piece] = field(default_factory=list[Piece])
    closed: bool = False
    before: list[Piece] = field(default_factory=list[Piece])
    after: list[Piece] = field(default_factory=list[Piece])

    @property
    def has_figures(self) -> bool:
        """Something other than blanks stands in the value cells."""
        return any(not piece.blank for piece in self.values)

    @property
    def words(self) -> list[Piece]:
        """The pieces above and beside the row's figures that are no figures."""
        return [*self.before, *self.labels]

    def label(self, last: int) -> str:
        """Join the last so many label pieces."""
        return "".join(piece.text for piece in self.labels[-last:])

    @property
    def span(self) -> Span:
        """From the first to the last character of the row."""
        pieces = self.labels + self.values
        return Span(min(p.span.start for p in pieces), max(p.span.end for p in pieces))


def closed_row(cells: list[Piece]) -> Row:
    """Divide a row of known cells: labels up to the last words before a figure, values after it.

    Words behind a figure are content of a value cell that no one can read as a number.
    """
    last = -1
    for i, cell in enumerate(cells):
        if cell.blank:
            continue
        if _is_content(cell.text):
            if last >= 0:
                break
        else:
            last = i
    labels = [cell for cell in cells[: last + 1] if not cell.blank and not _is_content(cell.text)]
    return Row(labels, cells[last + 1 :], closed=True)


def _is_content(text: str) -> bool:
    """Say whether a cell is none of a label's: a figure, or raised digits and nothing else."""
    return is_value(text) or (not fold(text) and any(c.isdigit() for c in text))


@lru_cache(maxsize=20_000)
def is_row_label(text: str) -> bool:
    """Say whether a piece is the whole label of a row of some form, numbering and all."""
    seen = parse(text)
    return (seen.marker and seen.marker[1], seen.words) in _row_labels()


@cache
def _row_labels() -> frozenset[tuple[int | None, str]]:
    labels = [
        parse(row.label)
        for form in forms()
        for table in form.tables
        for row in table.rows
        if not table.in_one_line
    ]
    return frozenset((label.marker and label.marker[1], label.words) for label in labels)


def flowing_rows(pieces: list[Piece]) -> list[Row]:
    """Divide a stream of cells without row ends: a label after values begins a new row.

    So does a label after a whole row label: that row's cells are all blank.
    """
    rows: list[Row] = []
    row = Row()
    for i, piece in enumerate(pieces):
        if piece.blank or (is_value(piece.text) and not _vertical_numeral(pieces, i)):
            if row.labels or not piece.blank:
                row.values.append(piece)
            continue
        firm = row.has_figures or any(not p.soft for p in row.values)
        whole = any(is_row_label(row.label(n)) for n in (1, 2, 3))
        if row.labels and (firm or (whole and not _is_tail(piece.text))):
            rows.append(row)
            row = Row()
        elif row.values:
            row.values.clear()
        row.labels.append(piece)
    if row.labels or row.values:
        rows.append(row)
    return rows


def _is_tail(text: str) -> bool:
    """Say whether a line holds only the closing marks of the label above: ” of “三安全一稳定”."""
    return bool(text.strip()) and not text.strip(" \u3000”’\"'）)〕】」』》")


def _vertical_numeral(pieces: list[Piece], i: int) -> bool:
    """Tell the 三 of a label printed downwards from a figure written 三: its neighbours differ."""
    if pieces[i].text.strip() not in "一二三四五六七八九十":
        return False
    around = [p for p in pieces[max(0, i - 1) : i + 2] if p is not pieces[i] and not p.blank]
    return not around or not all(is_value(p.text) for p in around)
