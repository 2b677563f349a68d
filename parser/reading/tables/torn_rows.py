"""Putting together what a page break tore apart: a label's end, the rest of a row's figures."""

from __future__ import annotations

from collections.abc import Sequence

from parser.official.form import FormTable
from parser.official.labels import resemblance
from parser.reading.tables.pieces import Row

_WHOLE = 0.95
_CLEARLY_BETTER = 0.05


def mended(rows: Sequence[Row], official: FormTable) -> list[Row]:
    """Return the rows with torn ones mended.

    A row of words alone is the end of the label above, or the beginning of the one below, where
    the two together are one of the form's labels and clearly better than one alone. Figures
    without a label go on with the row above.
    """
    labels = [row.label for row in official.regular_rows]
    result: list[Row] = []
    pending: Row | None = None
    for row in rows:
        current = row
        if pending is not None:
            current = Row(
                [*pending.labels, *row.labels], row.values, row.closed, row.before, row.after
            )
            pending = None
        lone = not (current.labels or current.before or current.after)
        if lone and current.has_figures and _open(result) and not _alike(result[-1], current):
            _continue(result[-1], current)
        elif _ends_label_above(current, result, labels):
            result[-1].labels.extend(current.labels)
        elif _begins_label_below(current, rows, row, labels):
            pending = current
        else:
            result.append(
                Row(list(current.labels), list(current.values), row.closed, row.before, row.after)
            )
    if pending is not None:
        result.append(pending)
    return result


def _open(result: list[Row]) -> bool:
    return bool(result) and bool(result[-1].labels or result[-1].has_figures)


def _alike(above: Row, below: Row) -> bool:
    """Say whether two rows have as many figures: then the lower one is a row of its own."""
    counts = [sum(not piece.blank for piece in row.values) for row in (above, below)]
    return counts[0] == counts[1]


def _continue(above: Row, rest: Row) -> None:
    while above.values and above.values[-1].blank:
        above.values.pop()
    above.values.extend(rest.values)
    above.closed = above.closed and rest.closed


def _ends_label_above(row: Row, result: list[Row], labels: Sequence[str]) -> bool:
    if row.has_figures or not row.labels or not result or not result[-1].labels:
        return False
    if not result[-1].has_figures:
        return False
    return _better(result[-1].label(1), row.label(1), labels)


def _begins_label_below(row: Row, rows: Sequence[Row], raw: Row, labels: Sequence[str]) -> bool:
    if row.has_figures or not row.labels or row.before:
        return False
    at = next(i for i, other in enumerate(rows) if other is raw)
    if at + 1 >= len(rows) or not rows[at + 1].labels or not rows[at + 1].values:
        return False
    below = "".join(piece.text for piece in rows[at + 1].labels[:1])
    return _better(row.label(1), below, labels)


def _better(first: str, second: str, labels: Sequence[str]) -> bool:
    """Say whether two pieces together make one of the labels and neither does alone."""
    for label in labels:
        whole = resemblance(first + second, label)
        alone = max(resemblance(first, label), resemblance(second, label))
        if whole >= _WHOLE and whole > alone + _CLEARLY_BETTER:
            return True
    return False
