"""The sheets of problems and of corrections: what was found and what became of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from parser.across.docket import Docket
from parser.model import Change, CrossFinding, Repair, Severity
from parser.review.desk import Desk
from parser.review.review import finding_id
from parser.rules import check_across
from parser.settings.profile import Profile
from parser.workbook import write
from tests.support.books import RECEIVED, Book, load, wrong
from tests.support.reviews import check_sums, made_report

OUT, IN = "requests.carried_out.total", "requests.carried_in.total"


def test_problems_tell_place_values_and_what_became_of_them(desk: Desk, target: Path) -> None:
    report = wrong()
    row = next(f for f in report.findings if f.code == "A101")
    at = report.findings.index(row)
    repair = Repair((Change(RECEIVED, 99, 3),), (at,))
    desk.add(replace(report, repairs=(repair,)))
    column = next(f for f in report.findings if f.code == "A103")
    desk.judge(report.path, finding_id(column), "dismissed", "单位已说明")
    write(desk.snapshot(), target)
    rows = {r["编号"]: r for r in Book(target).rows("问题清单")}
    assert set(rows) == {"A101", "A103"}
    first = rows["A101"]
    assert first["单位"] == "青禾县河湾镇人民政府"
    assert (first["年度"], first["级别"], first["表"]) == (2023, "错误", "表三")
    assert first["行"] == "一、本年新收政府信息公开申请数量"
    assert first["部分"] == "三、收到和处理政府信息公开申请情况"
    assert (first["原值"], first["应为"], first["核实"]) == (row.actual, row.expected, "待定")
    assert "99→3" in first["建议值"]
    assert (rows["A103"]["核实"], rows["A103"]["备注"]) == ("误报", "单位已说明")
    assert rows["A103"]["核实人"] == "李审"
    assert rows["A103"]["核实时间"].year >= 2024


def test_a_note_without_a_verdict_is_listed_as_typed(desk: Desk, target: Path) -> None:
    report = wrong()
    desk.add(report)
    desk.judge(report.path, finding_id(report.findings[0]), None, " 待单位  回电 ")
    write(desk.snapshot(), target)
    noted = [r for r in Book(target).rows("问题清单") if r["备注"]]
    assert [(r["核实"], r["备注"]) for r in noted] == [("待定", " 待单位  回电 ")]


def test_a_problem_that_was_corrected_stays_in_the_list(desk: Desk, target: Path) -> None:
    report = wrong()
    desk.add(report)
    right = made_report().figures[RECEIVED].value
    desk.correct(report.path, {RECEIVED: right}, "")
    assert desk.reviews[report.path].current.findings == ()
    write(desk.snapshot(), target)
    rows = Book(target).rows("问题清单")
    assert {r["核实"] for r in rows} == {"已更正"}
    assert all(f"99→{right}" in r["更正为"] for r in rows)


def test_every_verdict_is_named_and_counted(desk: Desk, target: Path) -> None:
    report = wrong()
    desk.add(report)
    first, second = report.findings
    desk.judge(report.path, finding_id(first), "later")
    desk.judge(report.path, finding_id(second), "corrected", "网站上已改")
    write(desk.snapshot(), target)
    states = {r["编号"]: r["核实"] for r in Book(target).rows("问题清单")}
    assert states == {first.code: "待查", second.code: "已更正"}
    sheet = load(target)["总览"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=3)]
    at = next(i for i, row in enumerate(rows) if row[0] == "核实")
    counted = {row[0]: row[2] for row in rows[at + 1 : at + 6]}
    assert counted == {"待定": 0, "属实": 0, "误报": 0, "已更正": 1, "待查": 1}


def test_a_problem_that_a_correction_made_is_listed(desk: Desk, target: Path) -> None:
    desk.add(made_report())
    desk.correct("河湾镇2023.txt", {"review.total": 77}, "")
    write(desk.snapshot(), target)
    (row,) = Book(target).rows("问题清单")
    assert (row["编号"], row["核实"]) == ("A201", "待定")


def test_blanks_of_one_finding_stay_one_row_while_they_are_filled(desk: Desk, target: Path) -> None:
    keys = ("review.upheld", "review.corrected", "review.other")
    report = check_sums(made_report(values=dict.fromkeys(keys)), Profile())
    desk.add(report)
    desk.correct(report.path, {keys[0]: 0}, "")
    write(desk.snapshot(), target)
    rows = [r for r in Book(target).rows("问题清单") if r["编号"] == "V101"]
    assert len(rows) == 1
    assert rows[0]["核实"] == "待定"


def test_findings_between_reports_are_listed(desk: Desk, target: Path) -> None:
    desk.add(made_report("a.txt", "d1"))
    desk.add(made_report("b.txt", "d2", unit="临川县石桥乡人民政府"))
    found = CrossFinding("X201", Severity.WARNING, "两份报告文字雷同", ("a.txt", "b.txt"))
    desk.across = (found,)
    write(desk.snapshot(), target)
    rows = Book(target).rows("问题清单")
    assert [(row["编号"], row["问题"], row["文件"]) for row in rows] == [
        ("X201", "两份报告文字雷同", "a.txt"),
        ("X201", "两份报告文字雷同", "b.txt"),
    ]
    assert [row["单位"] for row in rows] == ["青禾县河湾镇人民政府", "临川县石桥乡人民政府"]


def test_each_report_is_told_its_own_cell_and_what_was_expected(desk: Desk, target: Path) -> None:
    noughts = dict.fromkeys(made_report().figures, 0)
    last = desk.add(made_report("a.txt", "d1", year=2022, values={**noughts, OUT: 15}))
    this = desk.add(made_report("b.txt", "d2", year=2023, values={**noughts, IN: 12}))
    desk.across = tuple(
        finding
        for finding in check_across(Docket(desk.reports, Profile()))
        if finding.code == "X101"
    )
    assert desk.across[0].paths == (last.path, this.path)
    write(desk.snapshot(), target)
    rows = [row for row in Book(target).rows("问题清单") if row["编号"] == "X101"]
    assert [(row["文件"], row["年度"]) for row in rows] == [("a.txt", 2022), ("b.txt", 2023)]
    assert "四" in rows[0]["行"]
    assert "结转下年度继续办理" in rows[0]["行"]
    assert "上年结转" in rows[1]["行"]
    assert [row["列"] for row in rows] == ["总计", "总计"]
    assert [(row["原值"], row["应为"]) for row in rows] == [(15, 12), (12, 15)]
    desk.correct("b.txt", {IN: 15}, "")
    write(desk.snapshot(), target)
    again = [row for row in Book(target).rows("问题清单") if row["编号"] == "X101"]
    assert [row["更正为"] for row in again] == [None, f"{rows[1]['行']}·总计：12→15"]


def test_every_correction_is_recorded_with_what_became_of_it(desk: Desk, target: Path) -> None:
    desk.add(wrong())
    path = "河湾镇2023.txt"
    desk.correct(path, {RECEIVED: 5}, "先看错")
    desk.correct(path, {RECEIVED: 3}, "再核对", "王审")
    desk.correct(path, {"review.total": 1}, "试填")
    desk.restore(path, "review.total")
    write(desk.snapshot(), target)
    rows = Book(target).rows("更正记录")
    said = [
        (r["数据项代码"], r["原为"], r["改为"], r["理由"], r["更正人"], r["状态"]) for r in rows
    ]
    original = made_report().figures["review.total"].value
    assert said == [
        (RECEIVED, 99, 5, "先看错", "李审", "已被取代"),
        (RECEIVED, 5, 3, "再核对", "王审", "有效"),
        ("review.total", original, 1, "试填", "李审", "已被取代"),
        ("review.total", 1, original, None, "李审", "恢复原值"),
    ]
    assert rows[0]["数据项"] == "一、本年新收政府信息公开申请数量·总计"
