"""What findings and repairs mean for the cells of the tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from parser.model import ColumnMatch, Finding, Fit, Report, Severity, Span
from parser.review.cell_marks import CellMarks, cell_marks
from parser.review.entries import entries
from parser.review.review import Decision, Review, Verdict
from tests.support.reviews import judged, made_report, wrong

TOTAL = "requests.total.natural"


def marked(report: Report, copy: int = 0) -> CellMarks:
    review = Review(report, report)
    shown = review.suggestions[0] if review.suggestions else None
    return cell_marks(review, entries(review), shown, copy=copy)


def verdict(decision: Decision, finding: str) -> Verdict:
    return Verdict(finding, decision, "", "审核员", datetime(2024, 5, 1, tzinfo=UTC))


def found(report: Report, *findings: Finding) -> Report:
    return replace(report, findings=findings)


def test_the_gravest_finding_colours_a_cell_and_all_are_said() -> None:
    report = found(
        made_report(),
        Finding("V105", Severity.INFO, "写法", (TOTAL,)),
        Finding("A102", Severity.ERROR, "不平", (TOTAL,)),
        Finding("V103", Severity.WARNING, "可疑", (TOTAL,)),
    )
    marks = marked(report)
    assert marks.severity == {TOTAL: Severity.ERROR}
    assert marks.said[TOTAL] == ("A102　不平", "V103　可疑", "V105　写法")


def test_a_finding_counts_once_in_each_table_that_it_names() -> None:
    keys = ("disclosure.fees.amount", TOTAL, "requests.received.natural", "review.total")
    marks = marked(found(made_report(), Finding("T101", Severity.WARNING, "不一致", keys)))
    assert {name: dict(counts) for name, counts in marks.tallies.items()} == {
        name: {Severity.WARNING: 1} for name in ("disclosure", "requests", "challenges")
    }


def test_a_key_that_the_form_does_not_know_counts_nowhere() -> None:
    marks = marked(found(made_report(), Finding("X101", Severity.ERROR, "不一致", ("no.such",))))
    assert not any(marks.tallies.values())


def test_what_is_dismissed_leaves_no_mark() -> None:
    report = wrong()
    review = Review(report, report)
    assert TOTAL in cell_marks(review, entries(review)).severity
    listed = [replace(entry, verdict=verdict("dismissed", entry.id)) for entry in entries(review)]
    marks = cell_marks(review, listed)
    assert (marks.severity, marks.strong, marks.said) == ({}, frozenset(), {})


def test_the_cell_that_failed_sums_share_stands_out() -> None:
    marks = marked(wrong())
    assert TOTAL in marks.strong
    assert "requests.granted.natural" not in marks.strong
    assert marks.suspected == {TOTAL}
    assert marks.preview == {TOTAL: 12}


def test_repairs_speak_of_the_first_copy_only() -> None:
    report = wrong()
    twice = replace(report, bodies=report.bodies * 2)
    second = marked(twice, copy=1)
    assert (second.suspected, second.preview) == (frozenset(), {})


def test_what_a_blank_must_be_is_shown_and_suspected_of_nothing() -> None:
    report = judged(made_report(values={TOTAL: None}))
    assert [repair.kind for repair in report.repairs] == ["deduced"]
    marks = marked(report)
    assert set(marks.preview) == {TOTAL}
    assert marks.suspected == frozenset()


@pytest.mark.parametrize(("code", "is_marked"), [("S203", True), ("S204", False)])
def test_a_label_is_marked_by_the_check_of_row_names(code: str, is_marked: bool) -> None:
    report = made_report()
    body = report.bodies[0]
    table = body.tables[1]
    label = Span(table.span.start, table.span.start + 6)
    row = replace(table.rows[0], label="本年新收", label_span=label, fit=Fit.NEAR)
    tables = (body.tables[0], replace(table, rows=(row, *table.rows[1:])), body.tables[2])
    named = replace(report, bodies=(replace(body, tables=tables),))
    inside = Finding(
        code, Severity.WARNING, "名称不符", spans=(Span(label.start, label.start + 2),)
    )
    marks = marked(found(named, inside))
    assert marks.labels == ({row.row: Severity.WARNING} if is_marked else {})
    assert marks.label_text == {row.row: "本年新收"}


def test_a_column_is_marked_by_the_check_of_column_names() -> None:
    report = made_report()
    body = report.bodies[0]
    table = body.tables[0]
    label = Span(table.span.start, table.span.start + 4)
    column = ColumnMatch("made", (), "本年制发件数", "本年新制作数量", label, Fit.VARIANT)
    tables = (replace(table, columns=(column,)), *body.tables[1:])
    named = replace(report, bodies=(replace(body, tables=tables),))
    marks = marked(found(named, Finding("S204", Severity.INFO, "名称不符", spans=(label,))))
    key = f"{table.name}/{column.official}"
    assert marks.columns == {key: Severity.INFO}
    assert marks.column_text == {key: column.label}
