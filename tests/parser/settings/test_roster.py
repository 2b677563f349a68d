"""Rosters as auditors keep them: sheets, delimited texts, outlines."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from parser.settings.roster import (
    Member,
    Roster,
    RosterError,
    faults,
    load_roster,
    pasted_members,
    read_members,
    save_roster,
    split_aliases,
)

EXPECTED = Roster((("白石镇", "南屏县人民政府"), ("青河镇", "南屏县人民政府")))


@pytest.mark.parametrize(
    "text",
    [
        "单位,上级\n白石镇,南屏县人民政府\n青河镇,南屏县人民政府\n",
        "白石镇,南屏县人民政府\n青河镇,南屏县人民政府\n",
        "白石镇\t南屏县人民政府\n青河镇\t南屏县人民政府",
        "白石镇，南屏县人民政府\n青河镇，南屏县人民政府\n",
        "序号,上级单位,单位名称\n1,南屏县人民政府,白石镇\n2,南屏县人民政府,青河镇\n",
        "南屏县人民政府\n  白石镇\n  青河镇\n",
        "南屏县人民政府\n\t白石镇\n\n\t青河镇\n",
        "白石镇,南屏县人民政府\n青河镇,南屏县人民政府\n青河镇,南屏县人民政府\n,\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_texts(tmp_path: Path, text: str, encoding: str) -> None:
    file = tmp_path / "名录.txt"
    file.write_bytes(text.encode(encoding))
    assert load_roster(file) == EXPECTED


def test_outline_of_three_ranks(tmp_path: Path) -> None:
    file = tmp_path / "名录.txt"
    file.write_text("云水市\n  南屏县\n    白石镇\n  北山县\n", encoding="utf-8")
    roster = load_roster(file)
    assert roster.superiors == ("云水市", "南屏县")
    assert roster.subordinates("云水市") == ("南屏县", "北山县")
    assert roster.subordinates("南屏县") == ("白石镇",)


def test_sheet(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["2023年名录"],
        ["单位", "上级"],
        ["白石镇", "南屏县人民政府"],
        ["青河镇 ", "南屏县人民政府"],
    ):
        sheet.append(row)
    file = tmp_path / "名录.xlsx"
    book.save(file)
    assert load_roster(file) == EXPECTED


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("空.csv", b"", "两列"),
        ("一列.txt", "白石镇\n青河镇\n".encode(), "两列"),
        ("坏.xlsx", b"not a zip", "Excel"),
        ("坏.csv", b"\xff\xff\xff,\xff", "编码"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(RosterError, match=word):
        load_roster(file)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="打不开"):
        load_roster(tmp_path / "没有.csv")


MEMBERS = (
    Member("南屏县人民政府"),
    Member("白石镇", "南屏县人民政府", ("白石镇人民政府", "白石")),
    Member("青河镇", "南屏县人民政府"),
)


@pytest.mark.parametrize("name", ["名录.csv", "名录.tsv", "名录.txt", "名录.xlsx"])
def test_what_was_saved_is_read_again(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    save_roster(MEMBERS, file)
    roster = load_roster(file)
    assert roster == EXPECTED
    assert roster.members == MEMBERS
    assert roster.names("白石镇") == ("白石镇", "白石镇人民政府", "白石")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_saved_sheet_has_a_heading_and_no_formulas(tmp_path: Path) -> None:
    file = tmp_path / "名录.xlsx"
    save_roster((Member("=1+1", "南屏县"),), file)
    rows = list(load_workbook(file).worksheets[0].iter_rows())
    assert [cell.value for cell in rows[0]] == ["单位", "上级", "别名"]
    assert [(cell.value, cell.data_type) for cell in rows[1][:1]] == [("=1+1", "s")]


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "名录.csv"
    save_roster(MEMBERS, file)
    before = file.read_bytes()
    with pytest.raises(UnicodeEncodeError):
        save_roster((Member("\ud800"),), file)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_units_without_a_superior_are_a_roster_where_a_heading_says_so(tmp_path: Path) -> None:
    file = tmp_path / "名录.csv"
    save_roster((Member("白石镇"), Member("青河镇")), file)
    assert load_roster(file).members == (Member("白石镇"), Member("青河镇"))
    assert load_roster(file).entries == ()
    (tmp_path / "名单.txt").write_text("白石镇\n青河镇\n", encoding="utf-8")
    assert read_members(tmp_path / "名单.txt") == (Member("白石镇"), Member("青河镇"))


def test_what_is_pasted_from_a_sheet() -> None:
    assert pasted_members("白石镇\t南屏县\t白石、白石镇政府\n青河镇\t南屏县\n\n") == (
        Member("白石镇", "南屏县", ("白石", "白石镇政府")),
        Member("青河镇", "南屏县"),
    )
    assert pasted_members("上级单位\t单位名称\n南屏县\t白石镇\n") == (Member("白石镇", "南屏县"),)


def test_other_names_as_people_write_them() -> None:
    assert split_aliases(" 白石、白石镇政府；白石 / 老白石 ") == ("白石", "白石镇政府", "老白石")


@pytest.mark.parametrize(
    ("members", "row", "word"),
    [
        ((Member("甲镇"), Member("")), 1, "第 2 行：没有写单位名称"),
        ((Member("甲镇", "甲镇"),), 0, "它自己"),
        ((Member("甲镇", "乙县"), Member("甲镇", "乙县")), 1, "与第 1 行重复"),
        ((Member("甲镇"), Member("丙镇", "", ("甲镇",))), 1, "第 1 行“甲镇”的名称"),
        ((Member("甲镇", "乙县"), Member("乙县", "甲镇")), 0, "圈"),
        ((Member("长" * 61),), 0, "61 个字"),
    ],
)
def test_faults_are_named_with_their_rows(members: tuple[Member, ...], row: int, word: str) -> None:
    found = faults(members)
    assert found[0][0] == row
    assert word in found[0][1]


def test_a_unit_of_two_superiors_is_no_fault() -> None:
    assert faults((Member("甲镇", "乙县"), Member("甲镇", "丙区"), Member("丁镇"))) == ()
