"""The suggestions of a whole report: order, findings settled, sentences."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from parser.model import Finding, Number, Report, Severity
from parser.repair import localize
from tests.support.figures import right_figures
from tests.support.stated import stated


def large(seed: int = 1) -> dict[str, Number]:
    return right_figures("2021", Random(seed), "large")


def test_column_total_is_named_with_what_it_should_be() -> None:
    figures = large()
    right = figures["requests.total.natural"]
    (repair,) = localize(stated("2021", {**figures, "requests.total.natural": 252}))
    assert repair.sentence == (
        f"（七）总计·自然人 应为 {right} 而不是 252：改这一格，3 条勾稽全部成立"
    )
    assert repair.kind == "change"
    assert repair.proven
    assert [(c.figure, c.before, c.value) for c in repair.changes] == [
        ("requests.total.natural", 252, right)
    ]


def test_faults_in_different_tables_are_ranked_in_turn() -> None:
    figures = large()
    wrong = {
        **figures,
        "requests.received.business": figures["requests.received.business"] + 3,
        "litigation.direct.total": figures["litigation.direct.total"] + 2,
    }
    report = stated("2021", wrong)
    repairs = localize(report)
    assert [c.figure for c in repairs[0].changes] == ["requests.received.business"]
    assert all(r.changes[0].figure.startswith("litigation.direct.") for r in repairs[1:])
    settled = {place for repair in repairs for place in repair.settles}
    assert settled == set(range(len(report.findings)))
    assert not set(repairs[0].settles) & set(repairs[1].settles)


def test_two_faults_in_one_table_are_one_repair_of_two_cells() -> None:
    figures = large()
    truth = {key: figures[key] for key in ("requests.granted.natural", "requests.partial.business")}
    wrong = figures | {key: value + step for step, (key, value) in enumerate(truth.items(), 4)}
    (repair,) = localize(stated("2021", wrong))
    assert {c.figure: c.value for c in repair.changes} == truth
    assert "改这两格" in repair.sentence


def test_several_least_repairs_are_all_listed_and_said_to_be_several() -> None:
    zeros = dict.fromkeys(large(), 0)
    repairs = localize(stated("2021", {**zeros, "review.pending": 2, "review.total": 5}))
    assert len(repairs) == 5
    assert all("共 5 种" in repair.sentence for repair in repairs)


def test_settles_names_the_sums_among_other_findings() -> None:
    report = stated("2021", {**large(), "requests.total.natural": 252})
    other = Finding("V101", Severity.WARNING, "空白", ("requests.total.natural",))
    unjudged = replace(report.findings[0], severity=Severity.INFO)
    mixed = replace(report, findings=(other, unjudged, *report.findings))
    (repair,) = localize(mixed)
    assert repair.settles == (2, 3, 4)


def test_without_findings_the_suggestions_are_the_same() -> None:
    report = stated("2021", {**large(), "requests.total.natural": 252})
    with_findings, without = localize(report), localize(replace(report, findings=()))
    assert [r.changes for r in with_findings] == [r.changes for r in without]
    assert without[0].settles == ()


def test_report_without_form_or_body_gets_none() -> None:
    report = stated("2021", {**large(), "requests.total.natural": 252})
    assert localize(replace(report, form=None)) == ()
    assert localize(replace(report, bodies=())) == ()
    assert localize(Report("a.pdf", "", "unreadable", error="坏了")) == ()


def test_decimal_that_is_whole_counts_as_its_number() -> None:
    figures: dict[str, Number] = {**large(), "requests.granted.natural": Decimal("1000.0")}
    (repair,) = localize(stated("2021", figures))
    assert [c.value for c in repair.changes] == [large()["requests.granted.natural"]]


def test_same_report_gives_the_same_suggestions() -> None:
    wrong = {key: value + (value % 7 == 3) for key, value in large(9).items()}
    assert localize(stated("2021", wrong)) == localize(stated("2021", wrong))
