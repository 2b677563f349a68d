"""How many findings a report has, those between reports included."""

from __future__ import annotations

from pathlib import Path

from parser.model import CrossFinding, Severity
from parser.review.review import finding_id
from parser.review.tally import Tally
from tests.support.desks import opened
from tests.support.reviews import right, wrong

SAME = CrossFinding("X201", Severity.WARNING, "雷同", ("甲乡2023.txt", "乙乡2023.txt"))
ODD = CrossFinding("X101", Severity.ERROR, "不衔接", ("甲乡2023.txt",))


def test_findings_between_reports_count_for_each_report_that_they_name(folder: Path) -> None:
    desk = opened(folder)
    first, second = desk.add(wrong()).path, desk.add(right()).path
    own = desk.tally(first).standing
    desk.across = (SAME, ODD)
    assert desk.tally(first).standing - own == {Severity.ERROR: 1, Severity.WARNING: 1}
    assert desk.tally(second).standing == {Severity.WARNING: 1}
    whole = Tally.sum(map(desk.tally, desk.reviews))
    assert whole.codes["X201"] == 2
    assert whole.codes["X101"] == 1
    assert desk.snapshot().tally(first) == desk.tally(first)
    desk.session.close()


def test_what_is_dismissed_is_counted_apart(folder: Path) -> None:
    desk = opened(folder)
    first, second = desk.add(wrong()).path, desk.add(right()).path
    desk.across = (SAME, ODD)
    before = desk.tally(first)
    desk.judge_across(SAME, "dismissed")
    desk.judge_across(ODD, "confirmed")
    own = desk.reviews[first].current.findings[0]
    desk.judge(first, finding_id(own), "dismissed")
    after = desk.tally(first)
    assert after.dismissed == {Severity.WARNING: 1, own.severity: 1}
    assert after.standing + after.dismissed == before.standing
    assert "X201" not in after.codes
    assert not desk.tally(second).standing
    assert desk.tally(second).dismissed == {Severity.WARNING: 1}
    desk.session.close()
