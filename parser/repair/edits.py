"""The linear edits of a report's form over the figures that the report really states.

An edit is a sum that must hold, written Σ coefficient · figure = 0. A figure that is blank,
unreadable or not there is a free variable: its value is None. Counts must be whole and not
negative; the form says which columns may be otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from parser.model import Body, Number, row_of
from parser.official.form import Form, Sum, form_of

Exact = int | Fraction


@dataclass(frozen=True, slots=True)
class Edit:
    """One sum of the form, as Σ coefficient · figure = 0."""

    sum: Sum
    terms: Mapping[str, int]

    def residual(self, values: Mapping[str, Exact | None]) -> Exact:
        """Return left minus right, free figures counted as nought."""
        return sum((c * (values[key] or 0) for key, c in self.terms.items()), start=0)

    def is_assessable(self, values: Mapping[str, Exact | None]) -> bool:
        """Say whether every figure of the sum has a value."""
        return all(values[key] is not None for key in self.terms)


@dataclass(frozen=True, slots=True)
class Record:
    """Figures and the edits among them: all of a report, or one component of it.

    `values` holds every figure that an edit names, None where it is free.
    `stated` are the figures that the report has a cell for.
    """

    form: Form
    edits: tuple[Edit, ...]
    values: Mapping[str, Exact | None]
    stated: frozenset[str]
    failed: tuple[Edit, ...] = field(default=())

    @property
    def known(self) -> tuple[str, ...]:
        """The figures with a value."""
        return tuple(key for key, value in self.values.items() if value is not None)

    @property
    def free(self) -> tuple[str, ...]:
        """The figures without a value."""
        return tuple(key for key, value in self.values.items() if value is None)

    @property
    def forced(self) -> tuple[str, ...]:
        """The figures whose value cannot stand whatever the sums say: negative, fractional."""
        return tuple(
            key
            for key, value in self.values.items()
            if value is not None and not self.allows(key, value)
        )

    def allows(self, key: str, value: Exact) -> bool:
        """Say whether the form lets `value` stand in the figure `key`."""
        whole = isinstance(value, int) or value_kind(self.form.id, key) == "decimal"
        return whole and (value >= 0 or self.may_be_negative(key))

    def may_be_negative(self, key: str) -> bool:
        """Say whether the form lets the figure be below nought."""
        return value_kind(self.form.id, key) == "signed"


def record_of(form: Form, body: Body) -> Record:
    """Return the edits of the form over the figures of one copy of the body."""
    rows = {row_of(key) for key in body.figures}
    given = {key: figure.value for key, figure in body.figures.items()}
    return record_from(form, given, frozenset(rows))


def record_from(form: Form, given: Mapping[str, Number | None], rows: frozenset[str]) -> Record:
    """Return the edits of the form over plain figures; `rows` are the rows that the report has."""
    edits = edits_of(form.id, rows)
    values: dict[str, Exact | None] = {}
    for edit in edits:
        for key in edit.terms:
            if key not in values:
                value = given.get(key)
                values[key] = None if value is None else exact(value)
    failed = tuple(e for e in edits if e.is_assessable(values) and e.residual(values))
    return Record(form, edits, values, frozenset(given), failed)


@lru_cache(maxsize=64)
def edits_of(form_id: str, rows: frozenset[str]) -> tuple[Edit, ...]:
    """Return the edits of a form for a report that has these rows."""
    return tuple(
        Edit(entry, dict.fromkeys(entry.left, 1) | dict.fromkeys(entry.right, -1))
        for entry in form_of(form_id).sums(rows)
    )


@lru_cache(maxsize=1024)
def value_kind(form_id: str, key: str) -> str:
    """Return what may stand in a figure: "count", "signed" or "decimal"."""
    place = form_of(form_id).find(key)
    return place[2].kind if place else "count"


def exact(value: Number) -> Exact:
    """Return the number without rounding: int where it is whole, a fraction else."""
    if isinstance(value, int):
        return value
    fraction = Fraction(value)
    return fraction.numerator if fraction.denominator == 1 else fraction


def number(value: Exact) -> Number:
    """Return an exact value as the model's number: int where it is whole, Decimal else.

    ValueError for a fraction that no finite decimal equals.
    """
    if isinstance(value, int):
        return value
    if value.denominator == 1:
        return value.numerator
    found = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(found) != value:
        raise ValueError(f"{value} has no finite decimal")
    return found
