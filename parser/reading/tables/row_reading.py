"""One row of a table: its label compared with the form's, its cells made figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parser.model import Document, Figure, Fit, RowMatch, Span
from parser.official.form import FormRow
from parser.official.labels import fit, parse
from parser.reading.tables.align import LabelFit, is_whole, label_likeness
from parser.reading.tables.cell_values import read_value
from parser.reading.tables.columns import place
from parser.reading.tables.pieces import Piece, Row


@dataclass(frozen=True, slots=True)
class RowReading:
    """A row as it was read, its figures by key, and what it adds to its table's score."""

    match: RowMatch
    figures: Mapping[str, Figure]
    worth: float


def likeness_of(row: Row, official: FormRow) -> LabelFit:
    """Return how well the label of a row that stands for `official` fits; one without fits."""
    return label_likeness(row, official) if row.labels else LabelFit(1.0)


def read_row(
    document: Document,
    row: Row,
    official: FormRow,
    order: list[int] | None,
    siblings: Sequence[Row],
) -> RowReading:
    """Read the row that stands for `official`.

    `order` gives for each printed column the index of the form's, None where the order is the
    form's. `siblings` are all rows of the table.
    """
    seen_as = likeness_of(row, official)
    labels = row.labels[: len(row.labels) - seen_as.spare]
    cells = Row(labels, [*row.labels[len(labels) :], *row.values], row.closed)
    fragments = labels[-seen_as.used :]
    wanted = len(official.columns)
    placed = place(cells, wanted, siblings, official.sums) if cells.values else None
    if placed is None and labels and all(piece.blank and piece.soft for piece in cells.values):
        end = labels[-1].span.end
        placed = [Piece("", Span(end, end))] * wanted
    taken: dict[str, Figure] = {}
    for printed, piece in enumerate(placed or ()):
        key = official.figure_keys[order[printed] if order else printed]
        taken[key] = _figure(document, key, piece)
    wrapped = bool(row.before or row.after)
    label = " ".join(p.span.of(document.text) for p in fragments)
    seen = "".join(p.text for p in fragments)
    fits = fit(seen, official.label, official.accepted) if fragments else Fit.EXACT
    if wrapped and fits is Fit.NEAR and is_whole(row, official):
        fits = Fit.EXACT
    if fits is Fit.NEAR and _is_in_turns(label, seen, official):
        fits = Fit.EXACT
    span = cells.span if cells.labels or cells.values else None
    label_span = Span(fragments[0].span.start, fragments[-1].span.end) if fragments else None
    match = RowMatch(
        row=official.key,
        label=label,
        label_span=label_span,
        fit=fits,
        cells=_count(cells, placed),
        expected=wanted,
        span=span,
        keys=tuple(key for key in official.figure_keys if key in taken),
    )
    share = len(taken) / wanted if cells.values else 0.1
    return RowReading(match, taken, seen_as.likeness * max(share, 0.1))


def _is_in_turns(label: str, seen: str, official: FormRow) -> bool:
    """Say whether a label has all of the form's letters, but its lines in another order."""
    return "<" in label and sorted(parse(seen).words) == sorted(parse(official.label).words)


def _count(row: Row, placed: Sequence[Piece | None] | None) -> int:
    """Count a row's cells; where they could not be placed, without the empty ones around them."""
    firm = [piece for piece in row.values if not piece.soft]
    if placed is None:
        filled = [i for i, piece in enumerate(firm) if not piece.blank]
        firm = firm[filled[0] : filled[-1] + 1] if filled else firm
    return len(firm)


def _figure(document: Document, key: str, piece: Piece) -> Figure:
    shown = piece.span.of(document.text)
    start = piece.span.start + len(shown) - len(shown.lstrip())
    span = Span(start, start + len(shown.strip()))
    raw = document.said(span).strip()
    value = read_value(raw)
    return Figure(
        key=key,
        value=value.number,
        raw=raw,
        span=span,
        reading=value.reading,
        quirks=value.quirks,
        box=(document.box_of(span) if raw else None) or piece.box,
        confidence=piece.confidence,
    )
