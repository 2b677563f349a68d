"""A finding is marked at its own place in every report that it concerns."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView, QToolButton

from gui.main_window import MainWindow
from gui.models.findings import ENTRY_ROLE
from gui.models.reports import PATH_ROLE
from parser.across.docket import Docket
from parser.cli import report_json
from parser.model import CrossFinding, Finding, Place, Report, Role, Severity, Span
from parser.review.tally import Tally
from parser.rules import check_across
from parser.settings.profile import Profile
from parser.workbook import write
from tests.support.reviews import made_report
from tests.support.windows import cell, place, source_text

OpenWindow = Callable[..., MainWindow]

OUT, IN = "requests.carried_out.natural", "requests.carried_in.natural"
LAST, THIS = "2022.txt", "2023.txt"


def two_years() -> list[Report]:
    noughts = dict.fromkeys(made_report().figures, 0)
    return [
        made_report(LAST, "d1", year=2022, values={**noughts, OUT: 15}),
        made_report(THIS, "d2", year=2023, values={**noughts, IN: 12}),
    ]


def with_across(window: MainWindow) -> MainWindow:
    """Look between the reports of a window as the engine does."""
    desk = window.workspace.desk
    assert desk is not None
    desk.across = check_across(Docket(desk.reports, Profile()))
    window.workspace.across_changed.emit()
    return window


def click_row(qtbot: Any, view: QTableView, role: int, wanted: Callable[[Any], bool]) -> None:
    model = view.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            area = view.visualRect(index)
            if wanted(index.data(role)) and area.width() > 4:
                view.scrollTo(index)
                point = view.visualRect(index).center()
                qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
                return
    raise AssertionError("no such row")


def choose(qtbot: Any, window: MainWindow, path: str, code: str) -> None:
    """Click a report, then the finding of a check."""
    reports = window.findChild(QTableView, "report_list")
    findings = window.findChild(QTableView, "finding_list")
    assert isinstance(reports, QTableView)
    assert isinstance(findings, QTableView)
    click_row(qtbot, reports, PATH_ROLE, lambda found: found == path)
    click_row(qtbot, findings, ENTRY_ROLE, lambda entry: entry and entry.code == code)


@pytest.mark.parametrize(
    ("path", "key", "told"),
    [
        (LAST, OUT, "这里 15，应为 12（下一年度报告上年结转 12）"),
        (THIS, IN, "这里 12，应为 15（上一年度报告结转下年 15）"),
    ],
)
def test_a_break_between_years_is_chosen_and_told_in_each_of_them(
    open_window: OpenWindow, qtbot: Any, path: str, key: str, told: str
) -> None:
    window = with_across(open_window(two_years()))
    choose(qtbot, window, path, "X101")
    assert window.area.tables.current_key() == key
    assert cell(window, key).severity is Severity.ERROR
    assert cell(window, key).strong
    tip = place(window, key).data(Qt.ItemDataRole.ToolTipRole)
    assert told in tip
    assert told in place(window, key).data(Qt.ItemDataRole.AccessibleTextRole)
    other = IN if key == OUT else OUT
    assert cell(window, other).severity is None
    figure = window.workspace.reviews[path].current.figures[key]
    assert window.selection.spans == (figure.span,)
    view = source_text(window)
    (mark,) = (m for m in view.marks if m.span == figure.span)
    assert mark.said.startswith(told)
    assert [m.span for m in view.marks if m.span != figure.span] == []


def test_prose_and_cell_are_both_marked_with_what_is_expected(
    open_window: OpenWindow, qtbot: Any
) -> None:
    key = "requests.received.total"
    report = made_report(THIS)
    figure, said = report.figures[key], Span(3, 9)
    finding = Finding(
        "T101", Severity.WARNING, "不一致", (key,), figure.value, 99, (said, figure.span), "",
        (
            Place("", "", said, 99, figure.value, Role.STATED),
            Place("", key, figure.span, figure.value, 99, Role.CELL),
        ),
    )  # fmt: skip
    window = open_window([replace(report, findings=(finding,))])
    choose(qtbot, window, THIS, "T101")
    told = {m.span: m.said.partition("\n")[0] for m in source_text(window).marks}
    assert told == {
        said: f"这里写 99，应为 {figure.value}",
        figure.span: f"这里 {figure.value}，文字写 99",
    }
    assert window.selection.spans == (said, figure.span)
    assert window.area.tables.current_key() == key
    tip = place(window, key).data(Qt.ItemDataRole.ToolTipRole)
    assert f"这里 {figure.value}，文字写 99" in tip


def test_list_header_and_toggles_count_the_same(open_window: OpenWindow, qtbot: Any) -> None:
    """A finding between reports counts in each report; what is dismissed in none."""
    window = open_window(two_years())
    desk = window.workspace.desk
    assert desk is not None
    same = CrossFinding("X201", Severity.WARNING, "雷同", (LAST, THIS))
    desk.across = (*check_across(Docket(desk.reports, Profile())), same)
    window.workspace.across_changed.emit()
    for path in (LAST, THIS):
        choose(qtbot, window, path, "X101")
        counts = desk.tally(path).standing
        row = window.reports.model.row(window.reports.model.row_of(path))
        assert (row.errors, row.warnings) == (counts[Severity.ERROR], counts[Severity.WARNING])
        toggles = [b.text() for b in window.findings.findChildren(QToolButton)]
        assert {f"错误 {counts[Severity.ERROR]}", f"疑点 {counts[Severity.WARNING]}"} <= set(
            toggles
        )
        titles = [label.text() for label in window.area.tables.findChildren(QLabel)]
        errors = [int(n) for text in titles for n in re.findall(r"(\d+) 个错误", text)]
        own = [e for e in desk.entries(path) if e.severity is Severity.ERROR]
        assert sum(errors) == len([e for e in own if e.figures]) == len(own)
    choose(qtbot, window, LAST, "X201")
    before = desk.tally(THIS).standing
    window.commands["dismiss_finding"].trigger()
    assert before - desk.tally(THIS).standing == {Severity.WARNING: 1}
    assert desk.tally(THIS).dismissed == {Severity.WARNING: 1}
    for path in (LAST, THIS):
        row = window.reports.model.row(window.reports.model.row_of(path))
        assert row.warnings == desk.tally(path).standing[Severity.WARNING]


def test_workbook_and_json_count_what_the_window_counts(
    open_window: OpenWindow, qtbot: Any, tmp_path: Path
) -> None:
    """A finding between reports counts in each report; what is dismissed is counted apart."""
    window = with_across(open_window(two_years()))
    desk = window.workspace.desk
    assert desk is not None
    choose(qtbot, window, LAST, "X101")
    raw = json.loads("".join(report_json.lines(desk.reports, desk.across, False)))
    for path in (LAST, THIS):
        own = next(r for r in raw["reports"] if r["path"] == path)["findings"]
        found = [*own, *(f for f in raw["across"] if path in f["paths"])]
        counts = desk.tally(path).standing
        assert Counter(Severity(f["severity"]) for f in found) == counts
    window.commands["dismiss_finding"].trigger()
    file = tmp_path / "审核.xlsx"
    write(desk.snapshot(), file)
    book = openpyxl.load_workbook(file)
    figures = [[cell.value for cell in row] for row in book["汇总"].iter_rows()]
    rows = {row[2]: row for row in figures if row[2] in (LAST, THIS)}
    model = window.reports.model
    for path in (LAST, THIS):
        row = model.row(model.row_of(path))
        assert rows[path][5:7] == [row.errors, row.warnings]
        standing = desk.tally(path).standing
        assert (row.errors, row.warnings) == (
            standing[Severity.ERROR],
            standing[Severity.WARNING],
        )
        listed = [r for r in book["问题清单"].iter_rows(values_only=True) if r[2] == path]
        assert len(listed) == len(desk.entries(path))
    told = {row[0]: row[2] for row in book["总览"].iter_rows(values_only=True) if row[0]}
    whole = Tally.sum(map(desk.tally, desk.reviews))
    for severity in Severity:
        assert told[severity.label] == whole.standing[severity]
    assert told["误报"] == whole.dismissed.total() == 2
