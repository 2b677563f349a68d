"""Verdicts on many findings at once: one transaction, over reports and between them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parser.across.docket import Docket
from parser.model import CrossFinding, Severity
from parser.review.desk import Desk
from parser.review.review import Judgement, finding_id
from tests.support import desks
from tests.support.reviews import wrong

FIRST, SECOND = "甲乡2023.txt", "乙乡2023.txt"


def twins(docket: Docket) -> Iterator[CrossFinding]:
    yield CrossFinding("X104", Severity.WARNING, "两份", tuple(r.path for r in docket.reports))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return desks.given_folder(tmp_path, monkeypatch)


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    made = desks.opened(folder, twins)
    made.add(wrong(FIRST, "d1"))
    made.add(wrong(SECOND, "d2"))
    made.take(made.looking_across()())
    yield made
    made.session.close()


def all_of(desk: Desk, note: str = "") -> list[Judgement]:
    own = [
        Judgement(path, finding_id(finding), "dismissed", note)
        for path, review in desk.reviews.items()
        for finding in review.current.findings
    ]
    between = [
        Judgement(finding.paths[0], finding_id(finding), "dismissed", note)
        for finding in desk.across
    ]
    return own + between


def test_findings_of_every_report_are_judged_together(desk: Desk) -> None:
    wanted = all_of(desk, "四舍五入")
    assert set(desk.judge_all(wanted, "李审")) == {FIRST, SECOND}
    for review in desk.reviews.values():
        assert review.standing_findings == ()
        assert {v.note for v in review.verdicts.values()} == {"四舍五入"}
        assert not any(finding.startswith("X") for finding in review.verdicts)
    verdict = desk.verdict_across(desk.across[0])
    assert verdict is not None
    assert (verdict.decision, verdict.author) == ("dismissed", "李审")
    assert len(desk.session.events()) == len(wanted)


def test_what_stands_already_writes_nothing(desk: Desk) -> None:
    desk.judge_all(all_of(desk))
    before = len(desk.session.events())
    assert desk.judge_all(all_of(desk)) == ()
    assert len(desk.session.events()) == before


def test_verdicts_on_many_come_back_with_the_folder(desk: Desk, folder: Path) -> None:
    desk.judge_all(all_of(desk))
    desk.session.close()
    again = desks.opened(folder, twins)
    for path, digest in ((FIRST, "d1"), (SECOND, "d2")):
        assert again.add(wrong(path, digest)).standing_findings == ()
    again.take(again.looking_across()())
    assert again.verdict_across(again.across[0]) is not None
    again.session.close()


def test_one_report_that_is_gone_leaves_every_finding_as_it_was(desk: Desk) -> None:
    with pytest.raises(KeyError):
        desk.judge_all([*all_of(desk), Judgement("没有.txt", "A101-0", "dismissed")])
    assert desk.session.events() == ()
    assert all(not review.verdicts for review in desk.reviews.values())
