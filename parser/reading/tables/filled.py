"""What programs write in places of a table that are empty: counts, words, what a merged cell said.

A merged cell that was undone says the same in every place that it covered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parser.model import Span
from parser.reading.tables.cell_values import is_value
from parser.reading.tables.known_labels import is_column_label
from parser.reading.tables.pieces import Piece

Cells = list[Piece]

_PLACEHOLDER = re.compile(r"(?:Col|Column|Unnamed: ?|列)(\d{1,2})(?:_level_\d)?", re.I)
# What programs write for a cell that holds nothing.
_NOTHING = re.compile(r"nan|nat|none|null|<na>|\^\^|〃", re.I)
# So many rows that are numbered one after the other are so by their first column.
_NUMBERED = 3


def without_counts(rows: Sequence[Cells]) -> list[Cells]:
    """Return the rows without what only counts rows and columns, or says that nothing is there."""
    table = [_named_nothing(row) for row in (rows[1:] if _counts_columns(rows) else rows)]
    return _without_numbering(table)


def emptied(cell: Piece) -> Piece:
    """Return the cell as one in which nothing is printed."""
    return replace(cell, text="")


def blank_repeats(table: list[Cells]) -> None:
    """Blank what a merged cell left in the places to the right of its first."""
    merged: set[int] = set()
    for row in table:
        texts = [cell.text for cell in row]
        same = {i for i in range(1, len(row)) if texts[i] and texts[i] == texts[i - 1]}
        if is_head(row) and any(is_column_label(text) for text in texts):
            merged = {row[i].column for i in same if is_column_label(texts[i])}
        for i in same:
            if row[i].column in merged or not is_value(texts[i]):
                row[i] = emptied(row[i])


def _named_nothing(row: Cells) -> Cells:
    """Blank what a converter wrote for nothing: names that count columns, words for no value."""
    return [
        _nothing(cell)
        if is_nothing(cell.text)
        or ((name := _PLACEHOLDER.fullmatch(cell.text)) and int(name[1]) <= i + 1)
        else cell
        for i, cell in enumerate(row)
    ]


def _counts_columns(rows: Sequence[Cells]) -> bool:
    """Say whether the first row only counts the columns, in the place of their names."""
    texts = [cell.text.strip() for cell in rows[0]] if len(rows) > 1 else []
    numbers = [int(text) for text in texts if text.isdecimal()]
    if len(numbers) < max(_NUMBERED, len(texts) - 1) or any(t for t in texts if not t.isdecimal()):
        return False
    return numbers[0] < 2 and numbers == [numbers[0] + i for i in range(len(numbers))]


def is_nothing(text: str) -> bool:
    """Say whether a cell holds a program's word for no value at all."""
    return _NOTHING.fullmatch(text.strip()) is not None


def _nothing(cell: Piece) -> Piece:
    return replace(cell, text="", span=Span(cell.span.start, cell.span.start))


def _without_numbering(table: list[Cells]) -> list[Cells]:
    """Leave out a first column that only numbers the rows."""
    wide = [row for row in table if len(row) > 2]
    numbers = [row[0].text for row in wide]
    while numbers and not numbers[0]:
        numbers = numbers[1:]
    if len(numbers) < _NUMBERED or not all(number.isdecimal() for number in numbers):
        return table
    first = int(numbers[0])
    if [int(number) for number in numbers] != [first + i for i in range(len(numbers))]:
        return table
    headed = any(row[0].text and is_head(row[1:]) for row in wide)
    if first > 1 and not headed:
        return table
    return [row[1:] if len(row) > 2 else row for row in table]


def is_head(row: Cells) -> bool:
    """Say whether a row has no figure."""
    return not any(not cell.blank and is_value(cell.text) for cell in row)
