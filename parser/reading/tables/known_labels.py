"""Telling what a label is without knowing its place: a row's, a group's above rows, a column's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Literal

from parser.official.form import FormRow, forms
from parser.official.labels import fold, parse

Kind = Literal["row", "group"]
# A label is wrapped over this many lines at most.
_LINES = 8
# So many letters of a label are told from other words.
_PIECE = 4


@lru_cache(maxsize=50_000)
def kind_of(text: str) -> Kind | None:
    """Say whose label a text is, to the letter and numbering and all; None where it is no one's.

    A label that stands both for a row and for a group of rows counts as the group's.
    """
    seen = parse(text)
    name = (seen.marker and seen.marker[1], seen.words)
    if name in _groups():
        return "group"
    return "row" if name in _rows() else None


@lru_cache(maxsize=50_000)
def is_ambiguous(text: str) -> bool:
    """Say whether a label may stand for a row as well as for a group of rows: （六）其他处理."""
    seen = parse(text)
    name = (seen.marker and seen.marker[1], seen.words)
    return name in _groups() and name in _rows()


@lru_cache(maxsize=50_000)
def is_column_label(text: str) -> bool:
    """Say whether a text is the label of a column, or one that stands above several."""
    return fold(text) in head_labels()


@lru_cache(maxsize=20_000)
def is_piece_of_label(text: str) -> bool:
    """Say whether a text is a line of a row's label that is wrapped."""
    words = parse(text).words
    return len(words) >= _PIECE and any(words in label for _, label in _rows())


def segments(lines: Sequence[str]) -> list[tuple[int, int, Kind]] | None:
    """Divide lines into whole labels: for each where it begins and ends, and whose it is.

    None where some line belongs to none.
    """
    found: list[tuple[int, int, Kind]] = []
    at = 0
    while at < len(lines):
        for end in range(min(len(lines), at + _LINES), at, -1):
            kind = kind_of("".join(lines[at:end]))
            if kind is not None:
                found.append((at, end, kind))
                at = end
                break
        else:
            return None
    return found


@cache
def _rows() -> frozenset[tuple[int | None, str]]:
    return _names(lambda row: (row.label, *row.accepted))


@cache
def _groups() -> frozenset[tuple[int | None, str]]:
    return _names(lambda row: row.groups)


def _names(labels: Callable[[FormRow], Iterable[str]]) -> frozenset[tuple[int | None, str]]:
    names = [
        parse(label)
        for form in forms()
        for table in form.tables
        for row in table.rows
        if not table.in_one_line
        for label in labels(row)
    ]
    return frozenset((name.marker and name.marker[1], name.words) for name in names)


@cache
def head_labels() -> frozenset[str]:
    """Return what the headers of the tables are made of, but for their corners, folded."""
    return frozenset(
        fold(label)
        for form in forms()
        for table in form.tables
        for block in table.blocks
        for label in (
            *(column.label for column in block.columns),
            block.column_group,
            block.heading,
            *(group for row in block.rows for group in row.groups if table.in_one_line),
        )
        if label
    )
