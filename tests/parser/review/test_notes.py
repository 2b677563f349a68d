"""Notes on findings: kept as typed, with or without a verdict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from parser.model import Report, Severity
from parser.review.desk import Desk
from parser.review.entries import entries
from parser.review.review import Stage, finding_id
from tests.support import desks
from tests.support.reviews import wrong

TYPED = "  与单位 核对：\t“1, 2”  "


@pytest.fixture
def report() -> Report:
    return wrong("1.txt", "d1")


@pytest.fixture
def desk(folder: Path, report: Report) -> Iterator[Desk]:
    made = desks.opened(folder)
    made.add(report)
    yield made
    made.session.close()


def test_a_note_alone_is_kept_to_the_letter_and_decides_nothing(desk: Desk, report: Report) -> None:
    finding = report.findings[0]
    before = desk.reviews[report.path].counts
    desk.judge(report.path, finding_id(finding), None, TYPED, "李审")
    review = desk.reviews[report.path]
    verdict = review.verdict(finding)
    assert verdict is not None
    assert (verdict.decision, verdict.note, verdict.author) == (None, TYPED, "李审")
    assert review.counts == before
    assert review.counts[Severity.ERROR] > 0
    assert review.stage is Stage.UNDERWAY
    (entry,) = [e for e in entries(review) if e.id == finding_id(finding)]
    assert not entry.dismissed


def test_it_is_there_after_a_restart_and_in_the_archive(
    desk: Desk, report: Report, folder: Path
) -> None:
    target = finding_id(report.findings[0])
    desk.judge(report.path, target, None, TYPED)
    desk.session.archive(folder / "archive.json")
    (event,) = json.loads((folder / "archive.json").read_text(encoding="utf-8"))["events"]
    assert (event["kind"], event["target"], event["new"]) == ("judge", target, None)
    assert event["reason"] == TYPED
    desk.session.close()
    again = desks.opened(folder)
    again.add(report)
    verdict = again.reviews[report.path].verdicts[target]
    again.session.close()
    assert (verdict.decision, verdict.note) == (None, TYPED)


def test_taking_the_decision_back_can_leave_the_note(desk: Desk, report: Report) -> None:
    target = finding_id(report.findings[0])
    desk.judge(report.path, target, "dismissed", TYPED)
    desk.judge(report.path, target, None, TYPED)
    verdict = desk.reviews[report.path].verdicts[target]
    assert (verdict.decision, verdict.note) == (None, TYPED)
    desk.judge(report.path, target, None, "")
    assert target not in desk.reviews[report.path].verdicts
