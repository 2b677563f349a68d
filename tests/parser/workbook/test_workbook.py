"""The workbook as a whole: its sheets, links, remarks, and how it is written."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest

from parser import __version__
from parser.intake import sources
from parser.model import Report
from parser.review.desk import Desk
from parser.review.review import finding_id
from parser.settings.profile import Profile
from parser.workbook import write
from tests.support.books import SUM, SUMIFS, Book, load, wrong
from tests.support.reviews import made_report

SHEETS = ["总览", "汇总", "合计", "问题清单", "更正记录", "说明"]
NASTY = "=cmd|'/c calc'!A1"


def test_sheets_in_their_order(desk: Desk, target: Path) -> None:
    desk.add(wrong())
    write(desk.snapshot(), target)
    assert load(target).sheetnames == SHEETS


def test_nothing_from_a_report_becomes_a_formula(desk: Desk, target: Path) -> None:
    report = made_report(path="=1+1.txt", unit=NASTY)
    finding = replace(wrong().findings[0], message="@SUM(A1)\x07\ud800#N/A")
    bad = Report("-2.pdf", "", "unreadable", "+打不开")
    desk.add(replace(report, findings=(finding,)))
    desk.add(bad)
    desk.correct(report.path, {"review.total": 5}, '=HYPERLINK("x")')
    desk.judge(report.path, finding_id(finding), "confirmed", "\t=1")
    write(desk.snapshot(), target)
    book = load(target)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert sheet.title in {"汇总", "合计"}
                    assert SUM.fullmatch(cell.value) or SUMIFS.fullmatch(cell.value)
                assert cell.data_type != "e"
    rows = Book(target)
    unit = rows.figures.cell(5, 1)
    assert (unit.value, unit.data_type, unit.quotePrefix) == (NASTY, "s", True)
    problem = rows.rows("问题清单")[0]
    assert problem["问题"] == "@SUM(A1)#N/A"
    assert rows.rows("更正记录")[0]["理由"] == '=HYPERLINK("x")'


def test_files_are_relative_encoded_links(desk: Desk, target: Path) -> None:
    name = "乡镇/河湾镇 2023#终稿.txt"
    desk.add(wrong(name))
    file = target.parent / name
    write(desk.snapshot(), target, {name: file})
    for sheet, at in (("汇总", "C5"), ("问题清单", "C2")):
        link = load(target)[sheet][at].hyperlink
        assert link is not None
        assert link.target.isascii()
        assert unquote(link.target) == name
        assert " " not in link.target
        assert "#" not in link.target


def test_what_was_not_read_is_told_with_its_reason(desk: Desk, target: Path) -> None:
    desk.add(made_report())
    desk.add(Report("坏.pdf", "", "unreadable", "文件已加密，打不开。"))
    desk.add(Report("通知.txt", "d9", "not_a_report"))
    desk.use_profile(Profile(name="县级", off=frozenset({"A101"})))
    write(desk.snapshot(), target)
    book = load(target)
    remarks = [tuple(c for c in row if c) for row in book["说明"].iter_rows(values_only=True)]
    assert ("读不出", "坏.pdf", "文件已加密，打不开。") in remarks
    assert any(row[:2] == ("不是年报", "通知.txt") for row in remarks)
    assert ("程序", f"鉴报 {__version__}") in remarks
    assert ("检查方案", "县级") in remarks
    assert book["汇总"].max_row == 6


def test_the_overview_counts_and_draws(desk: Desk, target: Path) -> None:
    desk.add(wrong("a.txt", "d1"))
    desk.add(made_report("b.txt", "d2", year=2022))
    desk.add(Report("坏.pdf", "", "unreadable", "打不开。"))
    desk.mark_reviewed("b.txt")
    write(desk.snapshot(), target)
    sheet = load(target)["总览"]
    counts = {row[0]: row[2] for row in sheet.iter_rows(values_only=True) if row[2] is not None}
    wanted = {"已读": 2, "读不出": 1, "已审": 1, "错误": 2, "A101": 1, "2022年": 1, "2023年": 1}
    # “读不出” stands twice: a file's status and a stage; both are one here.
    assert {name: counts[name] for name in wanted} == wanted
    with zipfile.ZipFile(target) as archive:
        charts = [n for n in archive.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", n)]
    assert len(charts) == 4


def test_a_desk_without_reports_gives_a_book(desk: Desk, target: Path) -> None:
    write(desk.snapshot(), target)
    assert load(target).sheetnames == SHEETS


def test_a_failed_write_leaves_the_old_book_and_no_rubbish(
    desk: Desk, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(made_report())
    write(desk.snapshot(), target)
    before = target.read_bytes()

    def refuse(source: Path, to: Path) -> None:
        raise PermissionError(13, "held by another program")

    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(PermissionError):
        write(desk.snapshot(), target)
    assert target.read_bytes() == before
    assert [p.name for p in target.parent.iterdir() if p.suffix == ".part"] == []


def test_a_workbook_among_the_reports_is_not_taken_for_one(desk: Desk, target: Path) -> None:
    desk.add(made_report())
    write(desk.snapshot(), target)
    other: Any = openpyxl.Workbook()
    other.save(target.parent / "别人的.xlsx")
    assert [source.path for source in sources([target.parent])] == ["别人的.xlsx"]
    assert [source.path for source in sources([target])] == [target.name]
