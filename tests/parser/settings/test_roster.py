"""Rosters as auditors keep them: sheets, delimited texts, outlines."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from parser.settings.roster import Roster, RosterError, load_roster

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
