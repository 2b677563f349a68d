"""Exact elimination: take a figure out of a system of edits, as Fellegi and Holt do.

The unknowns are differences to the printed values (to nought for a free figure), so a row reads
Σ coefficient · difference = gap, and a row with a gap is an edit that fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from parser.repair.edits import Edit, Exact


@dataclass(frozen=True, slots=True)
class Row:
    """Σ coefficient · difference = gap."""

    terms: Mapping[str, int]
    gap: Exact


@dataclass(frozen=True, slots=True)
class Affine:
    """A difference as constant + Σ times · difference of figures that nothing determines."""

    constant: Exact
    terms: Mapping[str, Exact]


@dataclass(frozen=True, slots=True)
class Pivot:
    """The row that gives the difference of `key` once all later pivots are known."""

    key: str
    row: Row


def rows_of(edits: Iterable[Edit], values: Mapping[str, Exact | None]) -> list[Row]:
    """Return the edits as rows over differences to the printed values."""
    return [Row(edit.terms, -edit.residual(values)) for edit in edits]


def eliminate(rows: Sequence[Row], key: str) -> tuple[Pivot | None, list[Row]]:
    """Take `key` out: the pivot row used, and the rows left, which no longer name it.

    The pivot is None where no row names `key`: nothing then determines its difference.
    """
    pivot = None
    for row in rows:
        if key in row.terms and (pivot is None or len(row.terms) < len(pivot.terms)):
            pivot = row
    if pivot is None:
        return None, list(rows)
    left = [
        _combined(row, pivot, key) if key in row.terms else row for row in rows if row is not pivot
    ]
    return Pivot(key, pivot), left


def eliminate_all(rows: Sequence[Row], keys: Iterable[str]) -> tuple[list[Pivot], list[Row]]:
    """Take all of `keys` out: the pivots in the order of elimination, and the rows left.

    Rows without terms or gap say nothing more and are dropped.
    """
    pivots: list[Pivot] = []
    left = list(rows)
    for key in keys:
        pivot, left = eliminate(left, key)
        if pivot is not None:
            pivots.append(pivot)
    return pivots, [row for row in left if row.terms or row.gap]


def solution(pivots: Sequence[Pivot], fixed: Mapping[str, Exact]) -> dict[str, Affine]:
    """Return the difference of every pivot, in terms of the figures that nothing determines.

    `fixed` are the differences of figures that are no pivots and known; a figure that is neither
    fixed nor a pivot stays as a term.
    """
    found: dict[str, Affine] = {}
    for pivot in reversed(pivots):
        constant: Exact = pivot.row.gap
        terms: dict[str, Exact] = {}
        for key, coefficient in pivot.row.terms.items():
            if key == pivot.key:
                continue
            if key in fixed:
                constant -= coefficient * fixed[key]
                continue
            part = found.get(key, Affine(0, {key: 1}))
            constant -= coefficient * part.constant
            for name, times in part.terms.items():
                terms[name] = terms.get(name, 0) - coefficient * times
        by = pivot.row.terms[pivot.key]
        found[pivot.key] = Affine(
            quotient(constant, by),
            {name: quotient(times, by) for name, times in terms.items() if times},
        )
    return found


def quotient(value: Exact, by: int) -> Exact:
    """Divide exactly; int where the result is whole."""
    if isinstance(value, int) and value % by == 0:
        return value // by
    found = Fraction(value) / by
    return found.numerator if found.denominator == 1 else found


def _combined(row: Row, pivot: Row, key: str) -> Row:
    """Return `row` with `key` taken out by means of `pivot`, whole coefficients throughout."""
    up, down = pivot.terms[key], row.terms[key]
    shared = gcd(up, down)
    up, down = up // shared, down // shared
    if up < 0:
        up, down = -up, -down
    terms = {name: up * coefficient for name, coefficient in row.terms.items()}
    for name, coefficient in pivot.terms.items():
        changed = terms.get(name, 0) - down * coefficient
        if changed:
            terms[name] = changed
        else:
            terms.pop(name, None)
    return Row(terms, up * row.gap - down * pivot.gap)
