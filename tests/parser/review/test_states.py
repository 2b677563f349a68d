"""What became of a finding: said by the auditor, or settled by a correction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parser.model import Severity
from parser.review.desk import Desk
from parser.review.entries import Entry, entries
from parser.review.review import DECISIONS, Decision, finding_id
from parser.settings.profile import Profile
from tests.support import desks
from tests.support.reviews import check_sums, made_report, wrong

PATH = "甲乡2023.txt"
TOTAL = "requests.total.natural"


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    made = desks.opened(folder)
    yield made
    made.session.close()


def listed(desk: Desk) -> list[Entry]:
    return entries(desk.reviews[PATH])


@pytest.mark.parametrize("decision", sorted(DECISIONS))
def test_a_verdict_is_kept_and_comes_back_from_the_log(
    desk: Desk, folder: Path, decision: Decision
) -> None:
    report = desk.add(wrong()).report
    desk.judge(PATH, finding_id(report.findings[0]), decision, "已电话核对")
    desk.session.close()
    again = desks.opened(folder)
    again.add(report)
    (verdict,) = again.reviews[PATH].verdicts.values()
    assert (verdict.decision, verdict.note) == (decision, "已电话核对")
    again.session.close()


@pytest.mark.parametrize(
    ("decision", "standing", "in_file", "misjudged"),
    [("confirmed", 3, 3, 0), ("later", 3, 3, 0), ("corrected", 2, 3, 0), ("dismissed", 2, 2, 1)],
)
def test_what_each_verdict_counts_as(
    desk: Desk, decision: Decision, standing: int, in_file: int, misjudged: int
) -> None:
    report = desk.add(wrong()).report
    assert len(report.findings) == 3
    desk.judge(PATH, finding_id(report.findings[1]), decision)
    review = desk.reviews[PATH]
    assert review.count(Severity.ERROR) == standing
    assert review.counts_in_file[Severity.ERROR] == in_file
    assert review.misjudged[Severity.ERROR] == misjudged
    judged = next(entry for entry in listed(desk) if entry.verdict)
    assert judged.stands == (decision in ("confirmed", "later"))
    assert judged.is_open == (decision == "later")


def test_what_a_correction_settled_stays_listed_as_it_was(desk: Desk) -> None:
    report = desk.add(wrong()).report
    before = {entry.id: entry.message for entry in listed(desk)}
    desk.correct(PATH, {TOTAL: 12}, "")
    review = desk.reviews[PATH]
    assert review.current.findings == ()
    assert {entry.id: entry.message for entry in listed(desk)} == before
    assert all(entry.settled and entry.state == "corrected" for entry in listed(desk))
    assert not any(entry.stands or entry.is_open for entry in listed(desk))
    assert review.counts[Severity.ERROR] == 0
    assert review.counts_in_file[Severity.ERROR] == len(report.findings)
    desk.restore(PATH, TOTAL)
    assert not any(entry.settled for entry in listed(desk))


def test_a_settled_finding_that_was_called_misjudged_stays_so(desk: Desk) -> None:
    report = desk.add(wrong()).report
    first, second = report.findings[:2]
    desk.judge(PATH, finding_id(first), "dismissed")
    desk.judge(PATH, finding_id(second), "confirmed")
    desk.correct(PATH, {TOTAL: 12}, "")
    states = {entry.id: entry.state for entry in listed(desk)}
    assert states[finding_id(first)] == "dismissed"
    assert states[finding_id(second)] == "corrected"
    assert desk.reviews[PATH].misjudged[Severity.ERROR] == 1


def test_only_corrections_settle_and_not_a_check_that_is_off(desk: Desk) -> None:
    desk.add(wrong())
    desk.correct(PATH, {"disclosure.fees.amount": 7}, "")
    desk.use_profile(Profile(off=frozenset({"A101", "A102", "A103"})))
    assert not any(entry.settled for entry in listed(desk))
    desk.use_profile(Profile())
    assert {entry.state for entry in listed(desk)} == {None}


def test_what_is_left_of_a_finding_on_many_cells_is_not_settled(desk: Desk) -> None:
    keys = ("review.upheld", "review.corrected", "review.other")
    desk.add(check_sums(made_report(PATH, values=dict.fromkeys(keys)), Profile()))
    desk.correct(PATH, {keys[0]: 0}, "")
    (entry,) = listed(desk)
    assert not entry.settled
    assert entry.figures == keys[1:]


def test_what_only_a_correction_made_wrong_is_no_fault_of_the_file(desk: Desk) -> None:
    desk.add(made_report(PATH))
    desk.correct(PATH, {"review.total": 77}, "")
    review = desk.reviews[PATH]
    assert review.count(Severity.ERROR) == 1
    assert review.counts_in_file[Severity.ERROR] == 0


def test_a_verdict_that_this_program_does_not_know_is_none(desk: Desk, folder: Path) -> None:
    report = desk.add(wrong()).report
    desk.judge(PATH, finding_id(report.findings[0]), "later")
    (event,) = desk.session.events()
    assert event.new == "later"
    unknown: Decision = "postponed"  # type: ignore[assignment]
    desk.judge(PATH, finding_id(report.findings[0]), unknown)
    assert not desk.reviews[PATH].verdicts
