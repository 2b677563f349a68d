"""Tables whose rows say where the edges of their cells are (doc, rtf), as grids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parser.intake.furniture import is_metadata
from parser.intake.script import to_simplified
from parser.intake.strikes import counted
from parser.intake.word.drawings import UNREAD
from parser.intake.writer import Draft, Writer
from parser.model import Note, Span

BROKEN_OFF = "文件在这里中断，后面的内容不在文件里。请找到完整的文件后再检查。"
# Two edges closer than this, in twips (1/20 point), are one: programs round differently.
_TOLERANCE = 60


@dataclass(frozen=True, slots=True)
class RowCell:
    """What a row says of one cell: its edges in twips, and how it is merged."""

    left: int
    right: int
    continues_left: bool
    continues_up: bool


@dataclass(frozen=True, slots=True)
class EdgedCell:
    """A cell's words, and where it is, None where its row does not say.

    `pictures`: something is drawn in it.
    """

    text: str
    place: RowCell | None = None
    pictures: bool = False


def paired(cells: Sequence[EdgedCell], places: Sequence[RowCell]) -> list[EdgedCell]:
    """Return the cells of a row with what its end says of them."""
    if len(cells) != len(places):
        return list(cells)
    return [
        EdgedCell(cell.text, place, cell.pictures)
        for cell, place in zip(cells, places, strict=True)
    ]


def write_edged(writer: Writer, rows: Sequence[Sequence[EdgedCell]]) -> list[Note]:
    """Write a table; return what of it could not be read. A single cell is its lines."""
    rows = [row for row in rows if row]
    if not rows:
        return []
    if sum(len(row) for row in rows) == 1:
        (cell,) = [cell for row in rows for cell in row]
        for line in cell.text.split("\n"):
            writer.line(line.rstrip())
        at = Span(writer.at, writer.at)
        return [Note("F107", UNREAD, (at,))] if cell.pictures and not cell.text.strip() else []
    laid = _laid(rows)
    drafts = [[draft for draft, _ in row] for row in laid]
    texts = (to_simplified(counted(draft.text)) for row in drafts for draft in row)
    writer.table(drafts, is_metadata(texts, len(drafts)))
    drawn = [pictures for row in laid for _, pictures in row]
    # Where nothing is typed, a picture may be the figure.
    return [
        Note("F107", UNREAD, (cell.span,))
        for cell, pictures in zip(writer.grids[-1].cells, drawn, strict=True)
        if pictures and not cell.text
    ]


def _laid(rows: Sequence[Sequence[EdgedCell]]) -> list[list[tuple[Draft, bool]]]:
    """Return the cells of each row with their spans, reckoned from the cells' edges."""
    edges = _clustered(
        [e for row in rows for c in row if c.place for e in (c.place.left, c.place.right)]
    )
    above: dict[int, tuple[int, int]] = {}
    laid: list[dict[int, tuple[EdgedCell, int]]] = []
    heights: dict[tuple[int, int], int] = {}
    for r, row in enumerate(rows):
        places: dict[int, tuple[EdgedCell, int]] = {}
        starts: dict[int, tuple[int, int]] = {}
        at = last = 0
        for edged in row:
            cell, text = edged.place, edged.text
            column = edges.get(cell.left, at) if cell else at
            width = max(1, edges.get(cell.right, column + 1) - column) if cell else 1
            if cell and cell.continues_left and last in places and not text.strip():
                places[last] = (places[last][0], places[last][1] + width)
            elif cell and cell.continues_up and column in above and not text.strip():
                starts[column] = above[column]
                heights[above[column]] += 1
            else:
                places[column] = (edged, width)
                starts[column] = (r, column)
                heights[r, column] = 1
                last = column
            at = column + width
        laid.append(places)
        above = starts
    return [
        [
            (Draft(edged.text, heights[r, column], width), edged.pictures)
            for column, (edged, width) in places.items()
        ]
        for r, places in enumerate(laid)
    ]


def _clustered(edges: list[int]) -> dict[int, int]:
    """Return the column that each edge begins; edges that nearly meet begin the same one."""
    columns: dict[int, int] = {}
    first = None
    column = -1
    for edge in sorted(set(edges)):
        if first is None or edge - first > _TOLERANCE:
            column += 1
            first = edge
        columns[edge] = column
    return columns
