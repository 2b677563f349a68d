"""Scores: what a report's findings take off, with their reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from parser.model import CrossFinding, Finding, Report, Severity
from parser.review.review import Review, Verdict
from parser.review.scores import Score, scores
from parser.settings.profile import Profile
from parser.settings.scoring import Deduction, Scoring
from tests.support.rounds import TITLE, WHEN, WRONG, read, reviewed


def scored(
    review: Review,
    across: tuple[CrossFinding, ...] = (),
    verdict: Verdict | None = None,
    others: Mapping[str, Review] | None = None,
    **scale: object,
) -> Score:
    profile = Profile(scoring=Scoring(on=True, **scale))  # type: ignore[arg-type]
    reviews = {review.path: review, **(others or {})}
    return scores(reviews, across, lambda _: verdict, profile)[review.path]


KIND = {"sums": Deduction("勾稽", ("A",), Decimal("0.1"), Decimal("0.25"))}


def test_nothing_is_scored_where_scoring_is_off() -> None:
    report = read(figures=WRONG)
    assert scores({report.path: reviewed(report)}, (), lambda _: None, Profile()) == {}


def test_a_right_report_keeps_its_points() -> None:
    found = scored(reviewed(read()))
    assert (found.points, found.reasons, found.sentence) == (Decimal(100), (), "没有扣分")


def test_findings_cost_points_up_to_the_cap_exactly() -> None:
    report = read(figures=WRONG)
    sums = [f.code for f in report.findings if f.family == "A"]
    assert len(sums) == 3
    found = scored(reviewed(report), full=Decimal(10), deductions=KIND)
    (reason,) = found.reasons
    assert (reason.count, reason.points, reason.capped) == (3, Decimal("0.25"), True)
    assert found.points == Decimal("9.75")
    assert found.sentence == "勾稽（A101、A102、A103）3 处，扣 0.25 分（已到上限）"
    uncapped = {"sums": replace(KIND["sums"], cap=None)}
    assert scored(reviewed(report), full=Decimal(10), deductions=uncapped).points == Decimal("9.7")


def test_dismissed_findings_never_cost_anything() -> None:
    report = read(figures=WRONG)
    review = reviewed(report, dismiss=("A101", "A102"))
    (reason,) = scored(review, deductions=KIND).reasons
    assert (reason.codes, reason.count) == (("A103",), 1)


def test_what_a_correction_settled_still_costs() -> None:
    report = read(figures=WRONG)
    review = reviewed(report, correct={"requests.total.natural": 12})
    assert not [f for f in review.current.findings if f.family == "A"]
    assert scored(review, deductions=KIND).reasons[0].count == 3
    assert scored(review, deductions=KIND, confirmed_only=True).reasons[0].count == 3


def test_only_confirmed_findings_count_where_that_is_set() -> None:
    report = read(figures=WRONG)
    assert scored(reviewed(report), confirmed_only=True).reasons == ()
    found = scored(reviewed(report, confirm=("A103",)), deductions=KIND, confirmed_only=True)
    assert found.reasons[0].codes == ("A103",)


def test_information_never_costs_anything() -> None:
    blank = read(figures={"requests.total.natural": None})
    assert [f for f in blank.findings if f.family == "A" and f.severity is Severity.INFO]
    assert scored(reviewed(blank), deductions=KIND).reasons == ()


def test_no_score_is_below_nought() -> None:
    dear = {"sums": Deduction("勾稽", ("A",), Decimal(60))}
    assert scored(reviewed(read(figures=WRONG)), deductions=dear).points == 0


def test_a_finding_between_years_is_the_later_ones_and_a_copy_is_both() -> None:
    one, other = read("2023.txt"), read("2022.txt", TITLE.replace("2023", "2022"))
    kinds = {"x": Deduction("跨年报", ("X",), Decimal(3))}
    reviews = {r.path: Review(r, r) for r in (one, other)}
    profile = Profile(scoring=Scoring(on=True, deductions=kinds))

    def costs(code: str, verdict: Verdict | None = None) -> dict[str, Decimal]:
        finding = CrossFinding(code, Severity.WARNING, "不符", ("2022.txt", "2023.txt"))
        found = scores(reviews, [finding], lambda _: verdict, profile)
        return {path: 100 - one.points for path, one in found.items()}

    assert costs("X101") == {"2023.txt": 3, "2022.txt": 0}
    assert costs("X201") == {"2023.txt": 3, "2022.txt": 3}
    assert costs("X301") == {"2023.txt": 0, "2022.txt": 3}
    dismissed = Verdict("x", "dismissed", "", "李审", WHEN)
    assert costs("X201", dismissed) == {"2023.txt": 0, "2022.txt": 0}


def test_what_was_not_read_costs_nothing_and_is_told() -> None:
    report = read()
    gap = Finding("F107", Severity.WARNING, "有一处没有读出")
    found = scored(Review(report, replace(report, findings=(gap,))))
    assert found.caveat == ""
    whole = replace(report, findings=(*report.findings, gap))
    found = scored(Review(whole, whole))
    assert found.points == 100
    assert "没有读出" in found.sentence
    gone = Report("坏.pdf", "", "unreadable", "打不开")
    profile = Profile(scoring=Scoring(on=True))
    assert scores({gone.path: Review(gone, gone)}, (), lambda _: None, profile) == {}
