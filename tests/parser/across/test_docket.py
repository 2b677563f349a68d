"""The reports of a folder under check, and their wordings kept from one look to the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.across import likeness
from parser.across.docket import Docket
from parser.across.likeness import Wordings, wording
from parser.model import CrossFinding, Report
from parser.pipeline import assess
from parser.review.desk import Desk
from parser.review.session import Session
from parser.rules import check_across
from parser.settings.profile import Profile
from tests.support.checked import report_of
from tests.support.official import right_report
from tests.support.reviews import unreadable

SAID = "本单位把公开写进全年任务，逐月通报进度，信息发布前逐条审核，群众来电来访当天登记。" * 3


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths whose words were made for comparing, in that order."""
    made: list[str] = []
    own = likeness.wording

    def counting(report: Report, section: int = 0) -> likeness.Wording:
        made.append(report.path)
        return own(report, section)

    monkeypatch.setattr(likeness, "wording", counting)
    return made


def text_of(unit: str, said: str) -> str:
    return right_report(
        title=f"{unit}2023年政府信息公开工作年度报告",
        preface="本报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
        sections={1: said},
    )


def reports() -> list[Report]:
    return [
        report_of(text_of(unit, SAID), f"{unit}.txt")
        for unit in ("青溪县白石镇人民政府", "青溪县黄土乡人民政府")
    ]


def test_a_second_look_makes_no_wording_again(compared: list[str]) -> None:
    two, wordings = reports(), Wordings()
    first = check_across(Docket(two, Profile(), wordings))
    assert "X201" in {finding.code for finding in first}
    made = len(compared)
    assert made == len(set(compared)) == 2
    # A corrected figure leaves the words as they are.
    corrected = [replace(report, findings=()) for report in two]
    assert check_across(Docket(corrected, Profile(), wordings)) == first
    assert len(compared) == made


def test_a_file_read_again_and_one_that_left_are_not_kept(compared: list[str]) -> None:
    one, other = reports()
    wordings = Wordings()
    for report in (one, other):
        wordings.of(report)
    again = report_of(text_of(one.identity.unit, "今年另写了一段。"), one.path)
    assert wordings.of(again).length == wording(again).length != wordings.of(one).length
    wordings.keep([one.path])
    compared.clear()
    wordings.of(other)
    assert compared == [other.path]


def test_a_docket_by_itself_keeps_nothing_for_the_next(compared: list[str]) -> None:
    two = reports()
    for _ in range(2):
        docket = Docket(two, Profile())
        assert docket.wording(two[0]).length == docket.wording(two[0]).length
    assert compared == [two[0].path] * 2


def test_the_desk_keeps_the_wordings_of_what_lies_on_it(compared: list[str]) -> None:
    desk = Desk(Session.in_memory(), Profile(), assess, check_across)
    one, other = reports()

    def alike() -> list[CrossFinding]:
        desk.take(desk.looking_across()())
        return [finding for finding in desk.across if finding.code == "X201"]

    for report in (one, other):
        desk.add(report)
    first = alike()
    assert first
    assert compared == [one.path, other.path]
    desk.correct(one.path, {"requests.received.total": 7}, "数错")
    assert alike() == first
    assert len(compared) == 2
    desk.add(unreadable(other.path))
    assert alike() == []
    desk.add(other)
    assert alike() == first
    assert len(compared) == 2
