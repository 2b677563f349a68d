from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

from parser import __version__
from parser.intake import sources
from parser.model import Change, CrossFinding, Repair, Report, Severity
from parser.official.form import form_of
from parser.review.desk import Desk
from parser.review.review import finding_id
from parser.settings.profile import Profile
from parser.workbook import write
from tests.support.desks import given_folder, opened
from tests.support.reviews import check_sums, made_report

SHEETS = ["总览", "汇总", "合计", "问题清单", "更正记录", "说明"]
RECEIVED = "requests.received.total"
FEES = "disclosure.fees.amount"
SUM = re.compile(r"=SUBTOTAL\((\d+),([A-Z]+\d+)(?::([A-Z]+\d+))?\)")
SUMIFS = re.compile(r"=SUMIFS\((.+?),(.+?),\"(.+?)\",(.+?),1\)")
load: Any = openpyxl.load_workbook  # openpyxl knows too many kinds of cell to check here
NASTY = "=cmd|'/c calc'!A1"


class Book:
    """A workbook reopened, with the formulas it uses worked out here."""

    def __init__(self, path: Path) -> None:
        self.book = load(path)
        self.figures = self.book["汇总"]
        self.keys = {
            cell.value: cell.column for cell in self.figures[4] if isinstance(cell.value, str)
        }

    def rows(self, sheet: str) -> list[dict[str, Any]]:
        head, *rows = self.book[sheet].iter_rows(values_only=True)
        return [dict(zip(map(str, head), row, strict=True)) for row in rows]

    def row_of(self, path: str) -> int:
        return next(
            row for row in range(5, self.figures.max_row) if self.figures.cell(row, 3).value == path
        )

    def figure(self, path: str, key: str) -> Any:
        return self.figures.cell(self.row_of(path), self.keys[key])

    def total(self, key: str, shown: set[int]) -> Any:
        cell = self.figures.cell(self.figures.max_row, self.keys[key])
        match = SUM.fullmatch(cell.value)
        assert match
        assert match[1] == "109"
        assert match[3]
        return sum(self._values(f"{match[2]}:{match[3]}", shown))

    def summed(self, formula: str, shown: set[int]) -> Any:
        match = SUMIFS.fullmatch(formula)
        assert match, formula
        values, forms, form, seen = match[1], match[2], match[3], match[4]
        visible = {
            row
            for row in shown
            if self.figures.cell(row, self._column(seen)).value == f"=SUBTOTAL(103,C{row})"
            and self.figures.cell(row, self._column(forms)).value == form
        }
        return sum(self._values(values, visible))

    def _values(self, where: str, shown: set[int]) -> Iterator[Any]:
        low, top, high, bottom = range_boundaries(where.split("!")[-1].replace("$", ""))
        assert low == high
        assert (top, bottom) == (5, self.figures.max_row - 1)
        for row in sorted(shown):
            yield self.figures.cell(row, int(low or 0)).value or 0

    def _column(self, where: str) -> int:
        return column_index_from_string(where.split("$")[1])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = opened(given_folder(tmp_path, monkeypatch))
    made.session.author = "李审"
    yield made
    made.session.close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "年报" / "审核.xlsx"


def wrong(path: str = "河湾镇2023.txt", digest: str = "d1") -> Report:
    return check_sums(made_report(path, digest, values={RECEIVED: 99}), Profile())


def test_sheets_in_their_order(desk: Desk, target: Path) -> None:
    desk.add(wrong())
    write(desk.snapshot(), target)
    assert load(target).sheetnames == SHEETS


def test_every_figure_of_every_report_stands_in_its_column(desk: Desk, target: Path) -> None:
    reports = [
        made_report("a.txt", "d1", values={FEES: Decimal("7730.28"), "review.other": None}),
        made_report("b.txt", "d2", form_id="2019", year=2020, unit="临川县石桥乡人民政府", seed=3),
        made_report("c.txt", "d3", without=("requests.total",), unit="白塔街道办事处", seed=4),
    ]
    for report in reports:
        desk.add(report)
    write(desk.snapshot(), target)
    book = Book(target)
    every = {*form_of("2021").figure_keys, *form_of("2019").figure_keys}
    assert every <= set(book.keys)
    for report in reports:
        for key in every:
            figure = report.figures.get(key)
            kept = book.figure(report.path, key).value
            wanted = figure.value if figure else None
            assert kept == (float(wanted) if isinstance(wanted, Decimal) else wanted), key
        row = book.row_of(report.path)
        fixed = [book.figures.cell(row, column).value for column in (1, 2, 4, 5, 6, 7)]
        identity = report.identity
        assert fixed == [identity.unit, identity.year, f"{report.form}年式", "未审", 0, 0]


def test_blank_is_not_nought(desk: Desk, target: Path) -> None:
    desk.add(made_report(values={"review.other": None, "review.upheld": 0}))
    write(desk.snapshot(), target)
    book = Book(target)
    assert book.figure("河湾镇2023.txt", "review.other").value is None
    assert book.figure("河湾镇2023.txt", "review.upheld").value == 0


def test_a_corrected_cell_shows_its_original_in_a_comment(desk: Desk, target: Path) -> None:
    desk.add(wrong())
    desk.correct("河湾镇2023.txt", {RECEIVED: 3}, "与分项之和核对")
    desk.correct("河湾镇2023.txt", {"review.other": None}, "表中画线")
    write(desk.snapshot(), target)
    book = Book(target)
    cell = book.figure("河湾镇2023.txt", RECEIVED)
    assert cell.value == 3
    for said in ("原值：99", "更正为：3", "与分项之和核对", "李审"):
        assert said in cell.comment.text
    blanked = book.figure("河湾镇2023.txt", "review.other")
    assert blanked.value is None
    assert "更正为：空白" in blanked.comment.text
    others = [c for row in book.figures.iter_rows(min_row=5) for c in row if c.comment]
    assert len(others) == 2


def test_a_supplied_row_says_that_the_report_had_none(desk: Desk, target: Path) -> None:
    desk.add(made_report(without=("requests.total",)))
    desk.correct("河湾镇2023.txt", {"requests.total.natural": 2}, "")
    write(desk.snapshot(), target)
    cell = Book(target).figure("河湾镇2023.txt", "requests.total.natural")
    assert cell.value == 2
    assert "没有这一格" in cell.comment.text


def test_totals_are_live_and_follow_the_filter(desk: Desk, target: Path) -> None:
    for at in range(4):
        desk.add(made_report(f"{at}.txt", f"d{at}", seed=at))
    desk.correct("1.txt", {RECEIVED: 1000}, "")
    write(desk.snapshot(), target)
    book = Book(target)
    everything = set(range(5, book.figures.max_row))
    assert len(everything) == 4
    for key in form_of("2021").figure_keys:
        values = {p: r.current.figures[key].value or 0 for p, r in desk.reviews.items()}
        assert book.total(key, everything) == pytest.approx(float(sum(values.values())))
        shown = {book.row_of("1.txt"), book.row_of("3.txt")}
        assert book.total(key, shown) == pytest.approx(float(values["1.txt"] + values["3.txt"]))
    last = get_column_letter(book.figures.max_column - 1)
    assert book.figures.auto_filter.ref == f"A4:{last}8"


def test_the_official_tables_sum_each_form_by_itself(desk: Desk, target: Path) -> None:
    for at in range(3):
        desk.add(made_report(f"new{at}.txt", f"n{at}", seed=at))
    for at in range(2):
        desk.add(made_report(f"old{at}.txt", f"o{at}", form_id="2019", year=2020, seed=at + 9))
    write(desk.snapshot(), target)
    book = Book(target)
    everything = set(range(5, book.figures.max_row))
    sheet = book.book["合计"]
    key_at = {column: key for key, column in book.keys.items()}
    found: dict[str, dict[str, Any]] = {"2021": {}, "2019": {}}
    form = ""
    for row in sheet.iter_rows():
        for cell in row:
            title = re.search(r"（(\d{4})年式）", str(cell.value))
            if title:
                form = title[1]
            if cell.data_type == "f":
                key = key_at[column_index_from_string(cell.value.split("$")[1])]
                assert key not in found[form]
                found[form][key] = book.summed(cell.value, everything)
    for form_id, sums in found.items():
        on_form = [r.current for r in desk.reviews.values() if r.current.form == form_id]
        assert set(sums) == set(form_of(form_id).figure_keys)
        for key, value in sums.items():
            wanted = sum(report.figures[key].value or 0 for report in on_form)
            assert value == pytest.approx(float(wanted)), key
    texts = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"本年制发件数", "本年新制作数量", "（七）总计", "采购总金额"} <= texts


def test_columns_are_named_in_chinese_above_the_keys(desk: Desk, target: Path) -> None:
    desk.add(made_report("a.txt", "d1"))
    desk.add(made_report("b.txt", "d2", form_id="2019", year=2020))
    write(desk.snapshot(), target)
    book = Book(target)

    def names(key: str) -> list[Any]:
        column = book.keys[key]
        found: list[Any] = []
        for row in (1, 2, 3):
            cell = book.figures.cell(row, column)
            for merged in book.figures.merged_cells.ranges:
                if cell.coordinate in merged:
                    cell = book.figures.cell(merged.min_row, merged.min_col)
            found.append(cell.value)
        return found

    assert names("requests.denied.state_secret.natural") == [
        "表三 收到和处理政府信息公开申请情况",
        "（三）不予公开 1.属于国家秘密",
        "自然人",
    ]
    made = names("disclosure.rules.made")[2]
    assert "本年制发件数（2021年式）" in made
    assert "本年新制作数量（2019年式）" in made
    assert names("disclosure.rules.published")[2] == "本年新公开数量（2019年式）"
    assert book.figures.freeze_panes == "D5"


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
    (row,) = Book(target).rows("问题清单")
    assert (row["编号"], row["问题"], row["文件"]) == ("X201", "两份报告文字雷同", "a.txt")
    assert "临川县石桥乡人民政府" in row["单位"]


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
