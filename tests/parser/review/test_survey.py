"""The folder at one look: its numbers are those of the lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parser.across.docket import Docket
from parser.model import CrossFinding, Severity
from parser.review.desk import Desk
from parser.review.review import Judgement, Stage, finding_id
from parser.review.survey import Line, Survey
from tests.support import desks
from tests.support.reviews import right, unreadable, wrong


def twins(docket: Docket) -> Iterator[CrossFinding]:
    paths = tuple(r.path for r in docket.reports if r.bodies)
    yield CrossFinding("X104", Severity.WARNING, "两份", paths)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = desks.opened(desks.given_folder(tmp_path, monkeypatch), twins)
    for report in (wrong(), right(), unreadable()):
        made.add(report)
    made.take(made.looking_across()())
    yield made
    made.session.close()


def surveyed(desk: Desk) -> Survey:
    return Survey.of(Line.of(desk.reviews[path], desk.entries(path)) for path in desk.reviews)


def test_lines_and_sums_are_the_tallies_of_the_reports(desk: Desk) -> None:
    survey = surveyed(desk)
    for line in survey.lines:
        assert line.tally == desk.tally(line.path)
        assert line.total == sum(line.count(family) for family in line.families)
    assert survey.tally.codes["X104"] == 2
    assert survey.unread == 1
    assert survey.stages == {Stage.UNTOUCHED: 2, Stage.UNREADABLE: 1}
    assert survey.codes(1)[0][1] == max(survey.tally.codes.values())


def test_what_is_dismissed_counts_no_more_and_what_is_judged_waits_no_more(desk: Desk) -> None:
    before = surveyed(desk)
    path = "甲乡2023.txt"
    first, second, *_ = desk.reviews[path].current.findings
    desk.judge_all(
        [
            Judgement(path, finding_id(first), "dismissed"),
            Judgement(path, finding_id(second), "confirmed"),
        ]
    )
    after = surveyed(desk)
    assert after.undecided == before.undecided - 2
    counts = [sum(survey.tally.standing.values()) for survey in (before, after)]
    assert counts[1] == counts[0] - 1
