"""A unit's years: requests that came, what became of them, and what was carried over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from parser.across.series import series
from parser.identity.key import unit_key
from parser.identity.owner import unit_name
from parser.model import Number, Report
from parser.official.form import form_of

# The outcomes of requests by the beginning of their rows' keys.
OUTCOMES = (
    "requests.granted",
    "requests.partial",
    "requests.denied",
    "requests.unavailable",
    "requests.rejected",
    "requests.other",
)
_TOTAL = "total"


@dataclass(frozen=True, slots=True)
class YearFigures:
    """One year: all figures are of the column of totals, None where they cannot be told."""

    year: int
    path: str
    received: Number | None
    carried_in: Number | None
    outcomes: Mapping[str, Number | None]
    carried_out: Number | None


def course(report: Report, reports: Sequence[Report]) -> tuple[YearFigures, ...]:
    """Return the years of the unit whose report this is; where a year has several, the fullest."""
    if not unit_name(report):
        return (_figures(report),) if report.bodies and report.identity.year else ()
    key = unit_key(unit_name(report))
    alike = [r for r in reports if unit_name(r) and unit_key(unit_name(r)) == key]
    for unit in series(alike):
        if any(own.path == report.path for own in unit.reports):
            years = unit.by_year.values()
            return tuple(_figures(max(of, key=lambda r: len(r.figures))) for of in years)
    return ()


def _figures(report: Report) -> YearFigures:
    assert report.identity.year is not None
    return YearFigures(
        report.identity.year,
        report.path,
        _value(report, f"requests.received.{_TOTAL}"),
        _value(report, f"requests.carried_in.{_TOTAL}"),
        {begin: _together(report, begin) for begin in OUTCOMES},
        _value(report, f"requests.carried_out.{_TOTAL}"),
    )


def _value(report: Report, key: str) -> Number | None:
    figure = report.figures.get(key)
    return figure.value if figure else None


def _together(report: Report, begin: str) -> Number | None:
    """Add up the rows of an outcome. One that is blank or missing makes the sum unknown."""
    known = form_of(report.form).figure_keys if report.form else ()
    keys = [key for key in known if key.startswith(f"{begin}.") and key.endswith(f".{_TOTAL}")]
    values = [_value(report, key) for key in keys]
    numbers = [Decimal(value) for value in values if value is not None]
    if not keys or len(numbers) < len(values):
        return None
    together = sum(numbers, Decimal())
    return int(together) if together == together.to_integral_value() else together
