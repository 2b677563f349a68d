"""The second round and the scores in the workbook."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from parser.model import CrossFinding, Severity
from parser.review.desk import Desk
from parser.review.followed import Outcome
from parser.review.review import finding_id
from parser.review.rounds import Remark
from parser.review.second_round import Standing
from parser.settings.profile import Profile
from parser.settings.scoring import Deduction, Scoring
from parser.workbook import write
from tests.support.books import RECEIVED, Book, wrong
from tests.support.reviews import made_report

SUMS = {"sums": Deduction("勾稽不平", ("A",), Decimal("2.5"), Decimal(4))}


def test_what_became_of_each_finding_stands_in_the_last_column(desk: Desk, target: Path) -> None:
    report = wrong()
    first, second = report.findings
    desk.add(report)
    desk.judge(report.path, finding_id(first), "confirmed")
    desk.judge(report.path, finding_id(second), "confirmed")
    ends = {finding_id(first): Outcome.SETTLED, finding_id(second): Outcome.PARTLY}
    remark = Remark(
        Standing.PARTLY,
        "部分整改",
        ends,
        {finding_id(second): "新版：还差 1"},
        (("A201", Severity.ERROR, "总计不等于各种结果之和"),),
    )
    write(replace(desk.snapshot(), rounds={report.path: remark}), target)
    rows = Book(target).rows("问题清单")
    assert list(rows[0])[-1] == "整改情况"
    assert {row["编号"]: row["整改情况"] for row in rows} == {
        first.code: "已整改",
        second.code: "部分整改：新版：还差 1",
        "A201": "新增",
    }


def test_a_unit_that_sent_nothing_back_is_named_beside_what_was_asked(
    desk: Desk, target: Path
) -> None:
    report = wrong()
    first, second = report.findings
    desk.add(report)
    desk.judge(report.path, finding_id(first), "confirmed")
    desk.judge(report.path, finding_id(second), "dismissed")
    remark = Remark(Standing.ABSENT, "未交")
    write(replace(desk.snapshot(), rounds={report.path: remark}), target)
    told = [row["整改情况"] or "" for row in Book(target).rows("问题清单")]
    assert told == ["未交", ""]


def test_a_finding_between_reports_has_its_end_too(desk: Desk, target: Path) -> None:
    desk.add(made_report("2022.txt", "d1", year=2022))
    desk.add(made_report("2023.txt", "d2"))
    between = CrossFinding("X101", Severity.ERROR, "上年结转不符", ("2022.txt", "2023.txt"))
    desk.across = (between,)
    desk.judge_across(between, "confirmed")
    rounds = {
        "2022.txt": Remark(Standing.ABSENT, "未交"),
        "2023.txt": Remark(Standing.DONE, "已整改", {finding_id(between): Outcome.SETTLED}),
    }
    write(replace(desk.snapshot(), rounds=rounds), target)
    rows = Book(target).rows("问题清单")
    assert {row["文件"]: row["整改情况"] for row in rows} == {
        "2022.txt": "未交",
        "2023.txt": "已整改",
    }


def test_without_a_second_round_the_column_is_empty(desk: Desk, target: Path) -> None:
    desk.add(wrong())
    write(desk.snapshot(), target)
    assert {row["整改情况"] for row in Book(target).rows("问题清单")} <= {None, ""}


def test_scores_stand_behind_the_figures_where_they_are_on(desk: Desk, target: Path) -> None:
    report = wrong()
    desk.add(report)
    desk.add(made_report("b.txt", "d2", unit="青禾县石桥乡人民政府"))
    off = desk.snapshot()
    write(off, target)
    assert "得分" not in Book(target).keys
    on = Profile(scoring=Scoring(on=True, deductions=SUMS))
    write(replace(off, profile=on), target)
    book = Book(target)
    assert book.figure(report.path, "得分").value == 96
    assert book.figure("b.txt", "得分").value == 100
    why = book.figure(report.path, "扣分理由").value
    assert why == "勾稽不平（A101、A103）2 处，扣 4 分（已到上限）"
    last = book.figures.max_row
    assert book.figures.cell(last, book.keys["得分"]).value.startswith("=SUBTOTAL(101,")
    # The sums of the figures are where they were.
    assert book.total(RECEIVED, {5, 6}) == 99 + made_report().figures[RECEIVED].value  # type: ignore[operator]
    hidden = book.figures.column_dimensions
    assert any(dimension.hidden for dimension in hidden.values())
