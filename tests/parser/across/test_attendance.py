"""Who of a roster has handed in, who twice, who is not on it."""

from __future__ import annotations

from dataclasses import replace

from parser.across.attendance import Stranger, attendance, nearest, years_of
from parser.model import Naming, Report
from parser.settings.roster import Member, Roster
from tests.support.reviews import made_report, unreadable

ROSTER = Roster.of(
    (
        Member("青禾县河湾镇人民政府", "青禾县人民政府"),
        Member("青禾县石桥乡人民政府", "青禾县人民政府", ("石桥办事处",)),
        Member("青禾县教育局", "青禾县人民政府"),
        Member("青禾县柳林镇人民政府"),
    )
)


def report(path: str, unit: str, year: int = 2023) -> Report:
    made = made_report(path, path, unit=unit, year=year)
    names = (Naming("title", unit, None),)
    return replace(made, identity=replace(made.identity, names=names))


def test_a_year_is_held_against_the_roster() -> None:
    reports = [
        report("a.txt", "青禾县河湾镇人民政府"),
        report("b.txt", "河湾镇人民政府"),
        report("c.txt", "石桥办事处"),
        report("d.txt", "青禾县教育体育局"),
        report("e.txt", "青禾县教育局", 2022),
        report("f.txt", "青禾县人民政府"),
        unreadable("坏.docx"),
    ]
    found = attendance(ROSTER, reports, 2023)
    assert found.handed_in == (
        ("青禾县河湾镇人民政府", "a.txt"),
        ("青禾县石桥乡人民政府", "c.txt"),
    )
    assert found.absent == ("青禾县教育局", "青禾县柳林镇人民政府")
    assert found.twice == (("青禾县河湾镇人民政府", ("a.txt", "b.txt")),)
    assert found.strangers == (Stranger("d.txt", "青禾县教育体育局", "青禾县教育局"),)
    assert found.nameless == ("坏.docx",)
    assert attendance(ROSTER, reports, 2022).absent[0] == "青禾县河湾镇人民政府"
    assert years_of(reports) == (2023, 2022)


def test_a_name_like_none_has_no_nearest() -> None:
    units = [member.unit for member in ROSTER.members]
    assert nearest("某某高速公路集团", units) == ""
    assert nearest("青禾县河弯镇人民政府", units) == "青禾县河湾镇人民政府"
    assert nearest("青禾县柳林乡人民政府", units) == "青禾县柳林镇人民政府"
    # What all units of a county have in common makes no two of them alike.
    assert nearest("青禾县东山乡人民政府", units) == ""
    assert nearest("青禾县民政局", units) == ""
