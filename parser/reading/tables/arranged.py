"""Tables of one row printed in another arrangement: a figure a line, blocks below one another.

Which figure is which, only the sums can prove: a table is read so where it has as many figures as
the form, and all sums hold in one arrangement alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parser.model import Document, Span
from parser.official.form import Block, FormTable
from parser.official.labels import fold
from parser.reading.tables.block_names import is_group, named
from parser.reading.tables.cell_values import read_value
from parser.reading.tables.known_labels import is_column_label
from parser.reading.tables.markup import emphasised, unmarked
from parser.reading.tables.pieces import Piece, Row

_CELL = re.compile(r"[^\t|｜│\s]+")
_LISTED = re.compile(r"\d+(?:[、，,;；]\d+){4,}")
_ITEM = re.compile(r"[^、，,;；\s]+")
_RULE = re.compile(r"[:\-=─━]+")
# What may head a column of labels or of figures.
_HEADS = frozenset(
    ["项目", "类别", "类型", "情形", "种类", "名称", "内容", "数量", "件数", "案件数"]
)
# So many labels of columns in cells of their own are a table's.
_LABELS = 3


@dataclass(frozen=True, slots=True)
class Strewn:
    """The cells of a table that stand in a section, whatever their arrangement."""

    labels: Sequence[Piece]
    figures: Sequence[Piece]

    @property
    def span(self) -> Span:
        """From the first to the last of them."""
        spans = sorted(piece.span for piece in (*self.labels, *self.figures))
        return Span(spans[0].start, max(span.end for span in spans))

    def is_whole(self, official: FormTable) -> bool:
        """Say whether there are as many figures as the form has."""
        return len(self.figures) == sum(len(block.columns) for block in official.blocks)

    def is_table(self, official: FormTable) -> bool:
        """Say whether so much is there that a table stood here."""
        labels = {fold(piece.text) for piece in self.labels if is_column_label(piece.text)}
        columns = {fold(column.label) for block in official.blocks for column in block.columns}
        return bool(self.figures) and (len(labels & columns) >= _LABELS or self.is_whole(official))


def strewn(document: Document, body: Span, official: FormTable) -> Strewn:
    """Return all cells of a section that lie in lines of nothing but labels and figures."""
    labels: list[Piece] = []
    figures: list[Piece] = []
    text = document.simplified
    for line in re.finditer(r"[^\n]+", text[body.start : body.end]):
        span = Span(body.start + line.start(), body.start + line.end())
        if any(furniture.covers(span) for furniture in document.furniture):
            continue
        cells = [cell for cell in _cells(text, span) if not _RULE.fullmatch(cell.text)]
        numbers = [cell for cell in cells if _is_count(cell)]
        words = [cell for cell in cells if not _is_count(cell)]
        if all(_is_label(cell, official) for cell in words):
            labels += words
            figures += numbers
    return Strewn(labels, figures)


def arranged(found: Strewn, official: FormTable) -> tuple[list[Row], dict[str, int]] | None:
    """Return rows of labels and of figures in turns, and by key of a row where its figures are.

    None where the sums do not prove which figure is which.
    """
    blocks = _order(found.labels, official)
    if blocks is None or not found.is_whole(official) or not _in_order(found.labels, blocks[0]):
        return None
    ways: list[list[list[Piece]]] = []
    for parts in (_below(found.figures, blocks), _beside(found.figures, blocks)):
        holds = all(_adds_up(part, block) for part, block in zip(parts, blocks, strict=True))
        if holds and all(_said(parts) != _said(way) for way in ways):
            ways.append(parts)
    if len(ways) != 1:
        return None
    rows: list[Row] = []
    places: dict[str, int] = {}
    for part, block in zip(ways[0], blocks, strict=True):
        rows += [Row(list(found.labels)), Row([], part, closed=True)]
        places[block.rows[0].key] = len(rows) - 1
    return rows, places


def _cells(text: str, line: Span) -> Iterator[Piece]:
    pattern = _ITEM if _LISTED.fullmatch(line.of(text).strip()) else _CELL
    for hit in pattern.finditer(text, line.start, line.end):
        span = emphasised(text, Span(*hit.span()))
        yield Piece(unmarked(span.of(text)), span)


def _is_count(cell: Piece) -> bool:
    return isinstance(read_value(cell.text).number, int)


def _is_label(cell: Piece, official: FormTable) -> bool:
    known = is_column_label(cell.text) or named(cell.text, official) is not None
    return known or is_group(cell.text, official) or fold(cell.text) in _HEADS


def _order(labels: Sequence[Piece], official: FormTable) -> Sequence[Block] | None:
    """Return the blocks in the order in which they are named, the form's where none is."""
    seen: list[Block] = []
    for piece in labels:
        block = named(piece.text, official)
        if block and block not in seen:
            seen.append(block)
    return seen if len(seen) == len(official.blocks) else None if seen else official.blocks


def _in_order(labels: Sequence[Piece], block: Block) -> bool:
    """Say whether the columns are named in the order of the form, if at all."""
    order = [fold(column.label) for column in block.columns]
    seen = list(dict.fromkeys(words for p in labels if (words := fold(p.text)) in order))
    return not seen or seen == order


def _below(figures: Sequence[Piece], blocks: Sequence[Block]) -> list[list[Piece]]:
    """Take one block after the other."""
    width = len(figures) // len(blocks)
    return [list(figures[i * width : (i + 1) * width]) for i in range(len(blocks))]


def _beside(figures: Sequence[Piece], blocks: Sequence[Block]) -> list[list[Piece]]:
    """Take the first column of each block, then the second."""
    return [list(figures[i :: len(blocks)]) for i in range(len(blocks))]


def _adds_up(part: Sequence[Piece], block: Block) -> bool:
    numbers = [read_value(piece.text).number or 0 for piece in part]
    return all(
        numbers[entry.total] == sum(numbers[i] for i in entry.parts) for entry in block.rows[0].sums
    )


def _said(parts: Sequence[Sequence[Piece]]) -> list[list[str]]:
    return [[str(read_value(piece.text).number) for piece in part] for part in parts]
