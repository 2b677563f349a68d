"""Labels that stand apart from their figures: collected above them, or cut over several rows.

What cannot be told is not read: the stretch is given back as untold, and its rows are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from parser.model import Span
from parser.official.form import FormTable
from parser.official.labels import parse
from parser.reading.tables.known_labels import is_ambiguous, kind_of, segments
from parser.reading.tables.pieces import Piece, Row

# A label is cut over so many rows above and below its figures at most.
_CUTS = 2


@dataclass(slots=True)
class Told:
    """Rows with their labels beside them, and the stretches in which no one can tell."""

    rows: list[Row] = field(default_factory=list[Row])
    untold: list[Span] = field(default_factory=list[Span])


def told(rows: Sequence[Row], official: FormTable) -> Told:
    """Return the rows, each label beside its figures again."""
    if official.in_one_line:
        return Told(list(rows))
    return _distributed(_gathered(rows), official)


def _gathered(rows: Sequence[Row]) -> list[Row]:
    """Put labels together that only make one of the form's with the rows of words around them."""
    result: list[Row] = []
    figured = [row.has_figures for row in rows]
    at = 0
    while at < len(rows):
        whole = _whole(rows, figured, at) if rows[at].labels else None
        if whole is None:
            result.append(rows[at])
            at += 1
        else:
            row, at = whole
            result.append(row)
    return result


def _whole(rows: Sequence[Row], figured: Sequence[bool], start: int) -> tuple[Row, int] | None:
    """Return the row whose label begins in row `start` and goes on below, and where it ends.

    `figured` says of each row whether it has figures.
    """
    for count in range(2 * _CUTS + 1, 1, -1):
        if start + count > len(rows) or sum(figured[start : start + count]) != 1:
            continue
        part = rows[start : start + count]
        if any(row.before or row.after for row in part):
            continue
        if not part[-1].labels and not part[-1].values:
            continue
        ends = [row.labels[-1] for row in part if row.labels]
        if len(ends) < 2 or not _only_together(ends):
            continue
        groups = [piece for row in part for piece in row.labels[:-1]]
        values = part[figured[start : start + count].index(True)]
        return Row([*groups, *ends], values.values, values.closed), start + count
    return None


def _only_together(pieces: Sequence[Piece]) -> bool:
    """Say whether pieces make a row's label to the letter and none of them is a label alone."""
    if any(kind_of(piece.text) for piece in pieces):
        return False
    return kind_of("".join(piece.text for piece in pieces)) is not None


def _distributed(rows: Sequence[Row], official: FormTable) -> Told:
    """Give collected labels to the rows of figures below, where there are as many."""
    result = Told()
    at = 0
    while at < len(rows):
        run = _run(rows, at, official)
        if run is None:
            result.rows.append(rows[at])
            at += 1
            continue
        if len(run.labels) == len(run.figures):
            above = rows[at].before
            for labels, row in zip(run.labels, run.figures, strict=True):
                result.rows.append(Row(labels, row.values, row.closed, above))
                above = []
        else:
            spans = [row.span for row in rows[at : run.end] if row.labels or row.values]
            result.untold.append(
                Span(min(span.start for span in spans), max(span.end for span in spans))
            )
        at = run.end
    return result


@dataclass(frozen=True, slots=True)
class _Run:
    """Labels, each with the groups before it, the rows of figures below, and where they end."""

    labels: list[list[Piece]]
    figures: list[Row]
    end: int


def _run(rows: Sequence[Row], start: int, official: FormTable) -> _Run | None:
    """Return the labels collected from row `start` on; None where every row has its own."""
    first = rows[start]
    labels = _row_labels(first)
    if not labels or (first.has_figures and len(labels) < 2):
        return None
    end = start + 1
    figures = [first] if first.has_figures else []
    while not figures and end < len(rows) and not rows[end].has_figures:
        more = _row_labels(rows[end])
        if not more:
            break
        if is_ambiguous(labels[-1][-1].text) and _is_numbered(more[0][-1]):
            more[0] = [*labels.pop(), *more[0]]  # the label of their group, above them
        labels += more
        end += 1
    flowing = not figures and end < len(rows) and _holds_several(rows[end], official)
    if flowing:
        return _Run([*labels, *(_row_labels(rows[end]) or [])], [rows[end]], end + 1)
    while end < len(rows) and _is_bare(rows[end]):
        figures.append(rows[end])
        end += 1
    # A label and figures in the row below it are one row.
    return _Run(labels, figures, end) if len(labels) > 1 and figures else None


def _is_numbered(piece: Piece) -> bool:
    marker = parse(piece.text).marker
    return marker is not None and marker[0] == "arabic"


def _holds_several(row: Row, official: FormTable) -> bool:
    """Say whether a row that follows others without figures holds the figures of several."""
    if row.closed or not row.labels:
        return False
    filled = sum(len(piece.text.split()) for piece in row.values)
    wanted = max(len(row.columns) for row in official.regular_rows)
    return filled >= 2 * wanted and bool(_row_labels(row))


def _row_labels(row: Row) -> list[list[Piece]] | None:
    """Return the labels of rows among a row's pieces, each with the groups that stand before it.

    None where some piece is no label of the form.
    """
    if row.after:
        return None
    found = segments([piece.text for piece in row.labels])
    if found is None:
        return None
    labels: list[list[Piece]] = []
    groups: list[Piece] = []
    for at, (start, end, kind) in enumerate(found):
        pieces = row.labels[start:end]
        text = "".join(piece.text for piece in pieces)
        alone = is_ambiguous(text) and at + 1 == len(found)
        if kind == "group" and not alone:
            groups += pieces
        else:
            labels.append([*groups, *pieces])
            groups = []
    return labels


def _is_bare(row: Row) -> bool:
    """Say whether a row has figures and no label but that of a group."""
    if not row.has_figures or row.before:
        return False
    return all(
        kind_of(piece.text) == "group" and not is_ambiguous(piece.text) for piece in row.labels
    )
