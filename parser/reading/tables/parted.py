"""Cells in which a converter joined several labels: each becomes a piece of its own.

A merged cell is undone by writing its words in front of those beside or below it:
（三）不予公开 1.属于国家秘密, 法人或其他组织.商业企业.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from parser.model import Span
from parser.official.form import forms
from parser.official.labels import fold, parse
from parser.reading.tables.known_labels import (
    head_labels,
    is_column_label,
    is_piece_of_label,
    kind_of,
)
from parser.reading.tables.pieces import Piece, Row

_NUMBERED = re.compile(r"[（(][一二三四五六七八]|(?<!\d)\d{1,2}\s*[.、．]|(?<=\s)\S")
# A cell with more than this is no row of labels.
_LONGEST = 240


def with_parted_labels(row: Row) -> Row:
    """Return the row with the groups before a row's label in pieces of their own.

    Where a label is wrapped over lines, a line of its group's that stands beside the figures is
    set among the words around them.
    """
    if (row.before or row.after) and all(_is_piece_of_group(p.text) for p in row.labels):
        row = Row([], row.values, row.closed, row.words, row.after)
    labels = [part for piece in row.labels for part in _pieces(piece, _before_label(piece.text))]
    if len(labels) == len(row.labels):
        return row
    return Row(labels, row.values, row.closed, row.before, row.after)


def parted_head(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a header, each with no more than one of the form's labels."""
    return [part for piece in pieces for part in _pieces(piece, _in_head(piece.text))]


def first_label(text: str) -> str:
    """Return the first of the labels of a header that stand in a cell, or all of its text."""
    cuts = _in_head(text)
    return text[: cuts[0]] if cuts else text


def heads_columns(text: str) -> bool:
    """Say whether a cell holds nothing but labels of a header."""
    return is_column_label(text) or bool(_in_head(text))


def _pieces(piece: Piece, cuts: Sequence[int]) -> list[Piece]:
    """Cut a piece at these places of its text."""
    if not cuts:
        return [piece]
    whole = len(piece.text) == piece.span.end - piece.span.start
    found: list[Piece] = []
    for start, end in zip((0, *cuts), (*cuts, len(piece.text)), strict=True):
        text = piece.text[start:end]
        left = len(text) - len(text.lstrip())
        span = Span(piece.span.start + start + left, piece.span.start + start + len(text.rstrip()))
        found.append(Piece(text.strip(), span if whole else piece.span, piece.column, piece.soft))
    return found


@lru_cache(maxsize=20_000)
def _before_label(text: str) -> tuple[int, ...]:
    """Return where a text of one or more groups and the label of a row is to be cut."""
    if len(text) > _LONGEST or kind_of(text):
        return ()
    cuts: list[int] = []
    at = 0
    while (end := _after_group(text, at)) is not None:
        cuts.append(end)
        at = end
    rest = text[at:].strip()
    if cuts and (parse(rest).marker or kind_of(rest)):
        return tuple(cuts)
    return _behind_piece_of_group(text)


@lru_cache(maxsize=20_000)
def _is_piece_of_group(text: str) -> bool:
    words = fold(text)
    return bool(words) and kind_of(text) is None and any(words in group for group in _groups())


def _behind_piece_of_group(text: str) -> tuple[int, ...]:
    """Return where a row's label begins behind a line of its group's: 三、本年（一）予以公开."""
    for mark in _NUMBERED.finditer(text):
        before = fold(text[: mark.start()])
        if not before or not any(before in group for group in _groups()):
            continue
        rest = text[mark.start() :]
        if kind_of(rest) == "row" or is_piece_of_label(rest):
            return (mark.start(),)
    return ()


def _after_group(text: str, at: int) -> int | None:
    """Return where the words behind a group's label begin, None where none stands at `at`."""
    words = fold(text[at:])
    for group in _groups():
        if words.startswith(group) and len(words) > len(group):
            return at + _reach(text[at:], len(group))
    return None


def _reach(text: str, letters: int) -> int:
    """Return how far so many letters reach, with what parts them from the next."""
    seen = 0
    for end, character in enumerate(text):
        if seen >= letters and (fold(character) or character in "（(“"):
            return end
        seen += len(fold(character))
    return len(text)


@cache
def _groups() -> tuple[str, ...]:
    labels = {
        fold(label)
        for form in forms()
        for table in form.tables
        for row in table.rows
        if not table.in_one_line
        for label in row.groups
    }
    return tuple(sorted(labels, key=len, reverse=True))


@lru_cache(maxsize=20_000)
def _in_head(text: str) -> tuple[int, ...]:
    """Return where a text that holds nothing but labels of a header is to be cut."""
    words = fold(text)
    if len(text) > _LONGEST or not words or is_column_label(text):
        return ()
    lengths: list[int] = []
    while words:
        label = next((label for label in _head_words() if words.startswith(label)), None)
        if label is None:
            return ()
        lengths.append(len(label))
        words = words[len(label) :]
    cuts: list[int] = []
    at = 0
    for length in lengths[:-1]:
        at += _reach(text[at:], length)
        cuts.append(at)
    return tuple(cuts)


@cache
def _head_words() -> tuple[str, ...]:
    """Return what headers are made of, folded, the longest first."""
    corners = {fold(table.corner) for form in forms() for table in form.tables if table.corner}
    labels = corners | head_labels()
    return tuple(sorted(labels, key=len, reverse=True))
