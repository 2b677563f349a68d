"""Which corrected report belongs to which report under review."""

from __future__ import annotations

from parser.model import Report
from parser.review.pairing import pair
from tests.support.reviews import made_report, unreadable


def report(path: str, unit: str = "青禾县河湾镇人民政府", year: int = 2023) -> Report:
    return made_report(path, path, unit=unit, year=year)


def test_by_unit_and_year_whatever_the_file_is_called() -> None:
    old = [report("a.txt"), report("b.txt", year=2022), report("c.txt", "青禾县石桥乡人民政府")]
    new = [report("新的.docx"), report("x.txt", "石桥乡人民政府")]
    found = pair(old, new)
    assert found.pairs == {"a.txt": "新的.docx", "c.txt": "x.txt"}
    assert (found.unmatched, dict(found.doubtful)) == ((), {})


def test_by_file_name_where_the_unit_is_not_known() -> None:
    old = [report("河湾镇2023年报.docx"), report("石桥乡.docx", "青禾县石桥乡人民政府")]
    found = pair(old, [unreadable("河湾镇2023年报（整改后）.docx")])
    assert found.pairs == {"河湾镇2023年报.docx": "河湾镇2023年报（整改后）.docx"}


def test_a_file_name_is_no_ground_against_unit_or_year() -> None:
    old = [report("年报.docx")]
    for other in (report("年报.docx", year=2022), report("年报.docx", "青禾县石桥乡人民政府")):
        found = pair(old, [other])
        assert dict(found.pairs) == {}
        assert found.unmatched == ("年报.docx",)


def test_two_for_one_are_doubtful_and_can_be_chosen() -> None:
    old = [report("a.txt")]
    new = [report("一.txt"), report("二.txt")]
    found = pair(old, new)
    assert dict(found.pairs) == {}
    assert dict(found.doubtful) == {"一.txt": ("a.txt",), "二.txt": ("a.txt",)}
    chosen = pair(old, new, {"二.txt": "a.txt"})
    assert chosen.pairs == {"a.txt": "二.txt"}
    assert dict(chosen.doubtful) == {"一.txt": ("a.txt",)}
    neither = pair(old, new, {"一.txt": "", "二.txt": "a.txt"})
    assert neither.pairs == {"a.txt": "二.txt"}
    assert neither.unmatched == ("一.txt",)


def test_of_two_old_ones_the_name_decides() -> None:
    old = [report("a.txt"), report("a-修订.txt"), report("b.txt")]
    assert pair(old, [report("sub/b（第二次）.txt")]).pairs == {"b.txt": "sub/b（第二次）.txt"}
    assert list(pair(old, [report("c.txt")]).doubtful) == ["c.txt"]


def test_a_choice_for_a_report_that_is_gone_falls_back() -> None:
    assert pair([report("a.txt")], [report("n.txt")], {"n.txt": "gone.txt"}).pairs == {
        "a.txt": "n.txt"
    }
