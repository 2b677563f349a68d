"""Where findings point in each report that they concern, and what is expected there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from parser.across.docket import Docket
from parser.model import CrossFinding, Finding, Place, Report, Role, Severity, Span
from parser.pipeline import assess
from parser.review.places import figures_of, own_places, places_in
from parser.review.review import finding_id
from parser.rules import check_across
from parser.settings.profile import Profile
from tests.support.reviews import made_report

OUT, IN = "requests.carried_out.total", "requests.carried_in.total"
MADE, GONE, VALID = (f"disclosure.normative.{c}" for c in ("made", "repealed", "valid"))
PREVIOUS, CHANGE = "disclosure.licensing.previous", "disclosure.licensing.change"

Values = dict[str, int]


def between(code: str, last: Values, this: Values, form: str = "2021") -> list[Sequence[Place]]:
    """Return the places of the check's only finding in last year's and this year's report."""
    noughts = dict.fromkeys(made_report(form_id=form).figures, 0)
    years = (2019, 2020) if form == "2019" else (2022, 2023)
    pair = [
        made_report(f"{year}.txt", str(year), form_id=form, year=year, values={**noughts, **values})
        for year, values in zip(years, (last, this), strict=True)
    ]
    (found,) = (f for f in check_across(Docket(pair, Profile())) if f.code == code)
    for report in pair:
        for place in places_in(report, found):
            assert place.span == report.figures[place.figure].span
    return [places_in(report, found) for report in pair]


def told(places: Sequence[Place]) -> list[tuple[str, object, object, Role]]:
    return [(p.figure, p.found, p.expected, p.role) for p in places]


def test_what_was_carried_over_is_marked_in_both_years() -> None:
    last, this = between("X101", {OUT: 15}, {IN: 12})
    assert told(last) == [(OUT, 15, 12, Role.CARRIED_OUT)]
    assert told(this) == [(IN, 12, 15, Role.CARRIED_IN)]


def test_documents_in_force_are_marked_in_both_years() -> None:
    last, this = between("X102", {VALID: 10}, {MADE: 3, GONE: 1, VALID: 20})
    assert told(last) == [(VALID, 10, 18, Role.EARLIER)]
    assert told(this) == [
        (VALID, 20, 12, Role.LATER),
        (MADE, 3, None, Role.OPERAND),
        (GONE, 1, None, Role.OPERAND),
    ]
    last, _ = between("X102", {VALID: 10}, {MADE: 30, GONE: 1, VALID: 20})
    assert last[0].expected is None, "no number of documents is below nought"


def test_items_of_the_form_of_2019_are_marked_in_both_years() -> None:
    last, this = between("X103", {PREVIOUS: 5, CHANGE: 2}, {PREVIOUS: 9}, "2019")
    assert told(last) == [(PREVIOUS, 5, 7, Role.OPERAND), (CHANGE, 2, 4, Role.OPERAND)]
    assert told(this) == [(PREVIOUS, 9, 7, Role.LATER)]


def test_a_leap_is_marked_in_both_years() -> None:
    last, this = between("X106", {MADE: 2}, {MADE: 900})
    assert told(last) == [(MADE, 2, None, Role.EARLIER)]
    assert told(this) == [(MADE, 900, None, Role.LATER)]


def test_two_reports_of_a_year_show_the_cells_that_differ_in_each() -> None:
    pair = [made_report("a.txt", "a", values={MADE: 1}), made_report("b.txt", "b")]
    pair[1] = replace(pair[1], identity=replace(pair[1].identity, title_span=Span(0, 5)))
    (found,) = (f for f in check_across(Docket(pair, Profile())) if f.code == "X104")
    values = [r.figures[MADE].value for r in pair]
    assert [told(places_in(r, found))[0] for r in pair] == [
        (MADE, value, None, Role.DIFFERS) for value in values
    ]
    assert Place("b.txt", span=Span(0, 5)) in found.places


def test_a_check_that_names_figures_only_means_them_in_each_report() -> None:
    report = made_report("a.txt")
    found = CrossFinding("X199", Severity.ERROR, "x", ("a.txt", "b.txt"), (OUT, "no.such"))
    assert figures_of(places_in(report, found)) == (OUT,)
    alone = replace(found, figures=(OUT,), expected=9, actual=1)
    assert [p.expected for p in places_in(report, alone)] == [None]
    assert [p.expected for p in places_in(replace(report, path="b.txt"), alone)] == [9]


def test_prose_that_contradicts_itself_is_told_at_its_first_place() -> None:
    finding = Finding(
        "T402", Severity.WARNING, "分项", (), 7, 9, (Span(3, 5), Span(6, 7), Span(8, 9))
    )
    first, *others = own_places(made_report(), finding)
    assert (first.span, first.found, first.expected, first.role) == (Span(3, 5), 9, 7, Role.STATED)
    assert [(p.span, p.found, p.expected) for p in others] == [
        (Span(6, 7), None, None),
        (Span(8, 9), None, None),
    ]


@pytest.mark.parametrize(
    ("finding", "known"),
    [
        (Finding("A101", Severity.ERROR, "x", (OUT,), 1, 2, (Span(1, 2),)), "A101-f49e56500bbf"),
        (Finding("T101", Severity.WARNING, "x", (IN,), 1, 2, (Span(1, 2),)), "T101-d72a9a2b6dda"),
        (
            CrossFinding(
                "X101", Severity.ERROR, "x", ("a", "b"), (IN,), 1, 2, (("a", Span(3, 4)),)
            ),
            "X101-d751e289770f",
        ),
    ],
)
def test_the_name_of_a_finding_in_old_logs_stays_what_it_was(
    finding: Finding | CrossFinding, known: str
) -> None:
    placed = replace(finding, places=(Place("a", OUT, Span(0, 1), 3, 4, Role.TOTAL),))
    assert finding_id(placed) == finding_id(finding) == known


def test_sums_say_what_their_total_should_be() -> None:
    report: Report = made_report(values={"review.upheld": 2, "review.total": 77})
    (finding,) = (f for f in assess(report, Profile()).findings if f.code == "A201")
    total, *parts = finding.places
    assert told([total]) == [("review.total", 77, finding.expected, Role.TOTAL)]
    assert {p.role for p in parts} == {Role.OPERAND}
    assert {p.figure for p in finding.places} == set(finding.figures)
