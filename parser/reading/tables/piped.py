"""Tables that a converter wrote in Markdown: what it had to add or to cut is taken back.

Markdown knows no merged cells, no cell of several lines and no table without a header. Converters
repeat a merged cell in every place that it covers, join lines by `<br>`, name columns `Col2`,
print the header again on every page, and keep empty columns that no cell ever fills.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.model import Document, Span
from parser.official.labels import fold, parse
from parser.reading.tables.cell_values import is_value
from parser.reading.tables.filled import blank_repeats, emptied, is_head, without_counts
from parser.reading.tables.known_labels import (
    Kind,
    is_ambiguous,
    is_column_label,
    kind_of,
    segments,
)
from parser.reading.tables.markup import emphasised, parts, unmarked
from parser.reading.tables.pieces import Piece

Cells = list[Piece]

_SCRAPS = 3


def restored(document: Document, rows: Sequence[Cells]) -> list[Cells]:
    """Return the rows of a piped table as they stood before it was converted."""
    table = without_counts(rows)
    table = [row for i, row in enumerate(table) if not _is_aside(table, i)]
    table = _without_empty_columns(_without_repeated_header(table))
    _join_scraps(table)
    blank_repeats(table)
    return [row for cells in table for row in _opened(document, cells)]


def _is_aside(table: list[Cells], at: int) -> bool:
    """Say whether a row is empty, or a lone number between two whole rows: that of a page."""
    row = table[at]
    if len(row) > 1:
        return all(cell.blank for cell in row)
    if not row[0].text.strip().isdecimal():
        return False
    above = next((i for i in range(at - 1, -1, -1) if len(table[i]) > 1), None)
    below = next((i for i in range(at + 1, len(table)) if len(table[i]) > 1), None)
    if above is None or below is None or len(table[above]) != len(table[below]):
        return False
    # A figure may stand outside the strokes beside its label.
    return not any(kind_of(other[0].text) for other in table[above + 1 : below])


def _texts(row: Cells) -> list[str]:
    return [fold(cell.text) for cell in row]


def _without_repeated_header(table: list[Cells]) -> list[Cells]:
    """Leave out the header where it is printed again before other rows than at first."""
    height = next((i for i, row in enumerate(table) if not is_head(row)), 0)
    head = [_texts(row) for row in table[:height]]
    if not any(is_column_label(text) for row in head for text in row):
        return table
    kept = list(table[:height])
    at = height
    while at < len(table):
        again = [_texts(row) for row in table[at : at + height]] == head
        if again and _texts(table[height]) not in map(_texts, table[at + height : at + height + 1]):
            at += height
        else:
            kept.append(table[at])
            at += 1
    return kept


def _without_empty_columns(table: list[Cells]) -> list[Cells]:
    """Leave out columns in which nothing stands, the header included, of a table of one width."""
    wide = [row for row in table if len(row) > 1]
    if len({len(row) for row in wide}) != 1:
        return table
    if not any(is_column_label(cell.text) for row in wide for cell in row):
        return table
    filled = {i for row in wide for i, cell in enumerate(row) if not cell.blank}
    return [[c for i, c in enumerate(row) if i in filled or len(row) < 2] for row in table]


def _join_scraps(table: list[Cells]) -> None:
    """Put the labels of columns together that were cut over two or three rows of the header."""
    for top, row in enumerate(table):
        for column, cell in enumerate(row):
            if cell.blank or is_column_label(cell.text):
                continue
            text = cell.text
            for below in range(top + 1, min(top + _SCRAPS, len(table))):
                under = table[below]
                if not is_head(under) or len(under) != len(row) or not is_head(row):
                    break
                text += under[column].text
                if is_column_label(text) and not is_column_label(under[column].text):
                    row[column] = replace(cell, text=text)
                    for cut in range(top + 1, below + 1):
                        table[cut][column] = emptied(table[cut][column])
                    break


def _opened(document: Document, cells: Cells) -> list[Cells]:
    """Return the rows that a row with several lines in its cells holds.

    It holds several where every cell with figures has as many lines, and so many labels stand
    beside them; else it is one, its labels wrapped.
    """
    if not any("<" in cell.span.of(document.simplified) for cell in cells):
        return [cells]  # without a tag no cell has several lines
    lines = [_lines(document, cell) for cell in cells]
    if all(len(cell) < 2 for cell in lines):
        return [cells]
    figured = [i for i, cell in enumerate(lines) if cell and all(is_value(p.text) for p in cell)]
    counts = {len(lines[i]) for i in figured}
    if len(counts) == 1 and max(counts) > 1:
        several = _several(cells, lines, frozenset(figured), max(counts))
        if several:
            return several
    return [[piece for cell in cells for piece in pieces_of(document, cell)]]


def pieces_of(document: Document, cell: Piece) -> list[Piece]:
    """Return a cell without its line breaks; where it holds several labels, each of them."""
    lines = _lines(document, cell)
    if lines and all(is_value(piece.text) for piece in lines):
        return _figures(document, cell, lines)
    return _labels(cell, lines)


def _lines(document: Document, cell: Piece) -> list[Piece]:
    """Return the lines of a cell that say something."""
    if cell.blank:
        return []
    found: list[Piece] = []
    for part in parts(document.simplified, cell.span):
        span = emphasised(document.simplified, part)
        text = span.of(document.simplified)
        if text.strip():
            found.append(Piece(unmarked(text), span, cell.column))
    return found


def _figures(document: Document, cell: Piece, lines: list[Piece]) -> list[Piece]:
    """Return a cell of figures; those of several lines are no figure of one cell."""
    if len(lines) < 2:
        return [cell]
    text = " " * len(cell.span.of(document.simplified))
    for piece in lines:
        at = piece.span.start - cell.span.start
        text = text[:at] + piece.text + text[at + len(piece.text) :]
    return [replace(cell, text=text)]


def _labels(cell: Piece, lines: list[Piece]) -> list[Piece]:
    """Return the labels in a cell: one wrapped over its lines, or several collected there."""
    if len(lines) < 2:
        return [cell]
    found = segments([piece.text for piece in lines])
    if found is None or len(found) < 2:
        return [replace(cell, text="".join(piece.text for piece in lines))]
    return [_joined(lines[start:end]) for start, end, _ in found]


def _joined(lines: Sequence[Piece]) -> Piece:
    first, last = lines[0], lines[-1]
    text = "".join(piece.text for piece in lines)
    return replace(first, text=text, span=Span(first.span.start, last.span.end))


def _several(
    cells: Cells, lines: list[list[Piece]], figured: frozenset[int], count: int
) -> list[Cells] | None:
    """Divide a row into so many; None where its labels are not as many."""
    rows: list[Cells] = [[] for _ in range(count)]
    divided = False
    for i, cell in enumerate(cells):
        if i in figured:
            column = [[piece] for piece in lines[i]]
        else:
            column = _label_rows(lines[i], count) if lines[i] else None
            divided = divided or column is not None
        blank = [emptied(cell)]
        if column is None:
            column = [_labels(cell, lines[i]), *([blank] * (count - 1))]
        for row, pieces in zip(rows, column, strict=True):
            row += pieces
    return rows if divided else None


def _label_rows(lines: list[Piece], count: int) -> list[list[Piece]] | None:
    """Divide a cell of labels among so many rows, each with the groups printed before it."""
    found = segments([piece.text for piece in lines]) or _numbered(lines)
    if found is None:
        return None
    rows: list[list[Piece]] = []
    groups: list[Piece] = []
    for at, (start, end, kind) in enumerate(found):
        piece = _joined(lines[start:end])
        if kind == "group" and not _stands_alone(lines, found, at):
            groups.append(piece)
            continue
        rows.append([*groups, piece])
        groups = []
    return rows if len(rows) == count and not groups else None


def _stands_alone(lines: list[Piece], found: list[tuple[int, int, Kind]], at: int) -> bool:
    """Say whether a label that may be a group's is a row's: no numbered row of its follows."""
    text = _joined(lines[found[at][0] : found[at][1]]).text
    if parse(text).marker is None or not is_ambiguous(text):
        return False
    if at + 1 == len(found):
        return True
    below = parse(_joined(lines[found[at + 1][0] : found[at + 1][1]]).text).marker
    return below is None or below[0] != "arabic"


def _numbered(lines: list[Piece]) -> list[tuple[int, int, Kind]] | None:
    """Divide lines into labels in the unit's own words: each begins with a number."""
    starts = [i for i, piece in enumerate(lines) if parse(piece.text).marker]
    if not starts or starts[0] != 0:
        return None
    found: list[tuple[int, int, Kind]] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        text = "".join(piece.text for piece in lines[start:end])
        found.append((start, end, kind_of(text) or "row"))
    return found
