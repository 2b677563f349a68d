"""Where figures stand beside and below one another in a report's tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from parser.model import column_of
from parser.official.form import form_of


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows and the columns of one table as the report prints it, as figure keys."""

    rows: tuple[tuple[str, ...], ...]
    columns: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=256)
def lines_of(form_id: str, keys: frozenset[str]) -> Lines:
    """Return the rows and columns that the figures `keys` of one table stand in, official order."""
    rows: list[tuple[str, ...]] = []
    columns: dict[str, list[str]] = {}
    for table in form_of(form_id).tables:
        for row in table.rows:
            present = tuple(key for key in row.figure_keys if key in keys)
            if present:
                rows.append(present)
            for key in present:
                columns.setdefault(column_of(key), []).append(key)
    return Lines(tuple(rows), tuple(tuple(column) for column in columns.values()))


def neighbours(lines: Lines, key: str) -> tuple[str, ...]:
    """Return the figures left, right, above and below a figure."""
    found: list[str] = []
    for line in (*lines.rows, *lines.columns):
        if key in line:
            place = line.index(key)
            found += line[max(0, place - 1) : place] + line[place + 1 : place + 2]
    return tuple(dict.fromkeys(found))
