"""The sheets of figures: every figure in its column, corrections, live totals."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import column_index_from_string, get_column_letter

from parser.official.form import form_of
from parser.review.desk import Desk
from parser.workbook import write
from tests.support.books import RECEIVED, Book, wrong
from tests.support.reviews import made_report

FEES = "disclosure.fees.amount"


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
