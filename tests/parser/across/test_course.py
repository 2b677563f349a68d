"""The years of a unit, as the charts show them."""

from __future__ import annotations

from parser.across.course import course
from parser.model import Number, Report
from tests.support.reviews import made_report


def report(path: str, year: int, **values: Number | None) -> Report:
    keys = {f"requests.{name}.total": value for name, value in values.items()}
    return made_report(path, path, year=year, values=keys)


def test_the_years_of_one_unit_come_in_order_with_their_figures() -> None:
    later = report("b", 2023, received=5, carried_in=2, carried_out=1)
    earlier = report("a", 2022, received=3, carried_in=0, carried_out=2)
    other = made_report("c", "c", unit="青禾县石桥乡人民政府", year=2022)
    years = course(later, [other, later, earlier])
    assert [(y.year, y.path, y.received, y.carried_in, y.carried_out) for y in years] == [
        (2022, "a", 3, 0, 2),
        (2023, "b", 5, 2, 1),
    ]


def test_an_outcome_is_the_sum_of_its_rows() -> None:
    one = report("a", 2023, granted=7)
    rows = [k for k in one.figures if k.startswith("requests.denied.") and k.endswith(".total")]
    whole = sum(int(one.figures[key].value or 0) for key in rows)
    (year,) = course(one, [one])
    assert len(rows) > 3
    assert (year.outcomes["requests.granted"], year.outcomes["requests.denied"]) == (7, whole)


def test_an_outcome_with_a_blank_or_missing_row_cannot_be_told() -> None:
    blank = made_report("a", "a", values={"requests.denied.internal.total": None})
    short = made_report("b", "b", without=("requests.denied.internal",))
    for one in (blank, short):
        (year,) = course(one, [one])
        assert year.outcomes["requests.denied"] is None
        assert year.outcomes["requests.partial"] is not None
