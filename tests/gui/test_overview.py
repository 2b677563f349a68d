"""The overview: what a folder opens with, what its numbers open, and the picture of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QProgressBar, QTreeWidget, QWidget

from gui import theme
from gui.main_window import MainWindow
from gui.models.folder_findings import ITEM_ROLE
from gui.models.heat import FIRST_FAMILY, LETTERS, OPEN, TOTAL, UNIT
from gui.views.panorama.charts import YearCharts
from gui.views.panorama.code_bars import CODE_ROLE, CodeBars
from gui.views.panorama.matrix import HeatMatrix
from parser.model import Severity
from tests.support.reviews import right, unreadable, wrong
from tests.support.windows import FIRST, SECOND, THIRD, press, shown_path, three_reports

Open = Callable[..., MainWindow]
A = FIRST_FAMILY + LETTERS.index("A")


@pytest.fixture
def window(qtbot: Any, open_window: Open) -> MainWindow:
    return complete(qtbot, open_window(three_reports(), overview=True))


def complete(qtbot: Any, window: MainWindow) -> MainWindow:
    """Wait until the overview has counted every report."""
    overview = window.folder.overview
    qtbot.waitUntil(lambda: len(overview.survey.lines) == len(window.workspace.reviews))
    return window


def matrix(window: MainWindow) -> HeatMatrix:
    found = window.findChild(HeatMatrix, "overview_matrix")
    assert found is not None
    return found


def is_shown(window: MainWindow, name: str = "overview") -> bool:
    found = window.findChild(QWidget, name)
    assert found is not None
    return found.isVisible()


def cell(window: MainWindow, path: str, column: int) -> QModelIndex:
    heat = window.folder.overview.heat
    return heat.index(heat.row_of(path), column)


def click(qtbot: Any, window: MainWindow, index: QModelIndex) -> None:
    view = matrix(window)
    view.scrollTo(index)
    at = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def listed(window: MainWindow) -> set[tuple[str, str]]:
    model = window.folder.panel.model
    return {
        (item.whose.path, item.entry.code)
        for row in range(model.rowCount())
        for at in range(model.rowCount(model.index(row, 0)))
        if (item := model.index(at, 0, model.index(row, 0)).data(ITEM_ROLE))
    }


def test_a_folder_opens_with_the_overview_and_the_first_report_ready_behind_it(
    window: MainWindow,
) -> None:
    assert is_shown(window)
    assert window.commands["show_overview"].isChecked()
    assert shown_path(window) == FIRST
    assert window.selection.path == FIRST
    assert window.findings.model.rowCount() == len(window.workspace.entries(FIRST))
    for name in ("overview_matrix", "overview_codes", "overview_years", "overview_progress"):
        (found,) = window.findChildren(QWidget, name)
        assert found.accessibleName(), name


@pytest.mark.parametrize("way", ["F8", "Alt+Down", "Return", "Down", "click"])
def test_the_first_step_leads_into_a_report(qtbot: Any, window: MainWindow, way: str) -> None:
    view = window.reports.view
    if way == "click":
        at = view.visualRect(view.currentIndex()).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    elif way in ("Return", "Down"):
        qtbot.keyClick(view, getattr(Qt.Key, f"Key_{way}"))
    else:
        press(qtbot, window, way)
    assert window.area.isVisible()
    assert not is_shown(window)
    assert not window.commands["show_overview"].isChecked()


def test_its_key_turns_the_page_back_and_forth(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    assert not is_shown(window)
    press(qtbot, window, "F9")
    assert is_shown(window)
    assert matrix(window).hasFocus()
    press(qtbot, window, "F9")
    assert not is_shown(window)


def test_nothing_is_judged_or_marked_that_is_not_seen(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "Ctrl+M")
    assert not window.workspace.reviews[FIRST].reviewed
    press(qtbot, window, "F8")
    press(qtbot, window, "F9")
    press(qtbot, window, "Ctrl+1")
    assert not window.workspace.reviews[FIRST].verdicts
    press(qtbot, window, "F9")
    press(qtbot, window, "Ctrl+M")
    assert window.workspace.reviews[FIRST].reviewed


def test_a_single_file_opens_at_once(qtbot: Any, open_window: Open, tmp_path: Path) -> None:
    window = open_window(three_reports(), overview=True)
    file = tmp_path / "1.txt"
    file.write_text("", encoding="utf-8")
    with qtbot.waitSignal(window.workspace.reading_ended):
        window.open_paths([file])
    assert not is_shown(window)
    assert window.area.isVisible()


def test_its_numbers_are_those_of_the_list(qtbot: Any, window: MainWindow) -> None:
    overview = window.folder.overview
    for path in (FIRST, SECOND, THIRD):
        row = window.reports.model.row(window.reports.model.row_of(path))
        line = next(line for line in overview.survey.lines if line.path == path)
        assert line.tally.standing[Severity.ERROR] == row.errors
        assert line.tally.standing[Severity.WARNING] == row.warnings
        of_a = sum(e.code[0] == "A" for e in window.workspace.entries(path))
        assert cell(window, path, A).data() == str(of_a or "")
    told = window.findChild(QLabel, "overview_told")
    assert told is not None
    errors = sum(window.reports.model.row(i).errors for i in range(3))
    assert f"错误 {errors}" in told.text()
    assert f"待定 {errors}" in told.text()


def test_it_follows_what_is_done(qtbot: Any, window: MainWindow) -> None:
    before = int(cell(window, FIRST, A).data())
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+2")
    press(qtbot, window, "Ctrl+M")
    press(qtbot, window, "F9")
    assert int(cell(window, FIRST, A).data()) == before - 1
    assert int(cell(window, FIRST, OPEN).data()) == before - 1
    bar = window.findChild(QProgressBar, "overview_progress")
    assert bar is not None
    assert bar.text() == "已审 1 / 3"


def test_a_cell_opens_its_findings(qtbot: Any, window: MainWindow) -> None:
    click(qtbot, window, cell(window, SECOND, A))
    assert not is_shown(window)
    assert window.folder.panel.isVisible()
    assert window.selection.path == SECOND
    wanted = {(SECOND, e.code) for e in window.workspace.entries(SECOND) if e.code[0] == "A"}
    assert listed(window) == wanted
    assert window.folder.panel.scope.isVisible()


def test_the_keys_go_through_the_matrix_and_open(qtbot: Any, window: MainWindow) -> None:
    view = matrix(window)
    press(qtbot, window, "F8")
    press(qtbot, window, "F9")
    view.setCurrentIndex(cell(window, FIRST, TOTAL - 1))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().column() == TOTAL
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert {path for path, _ in listed(window)} == {FIRST}
    press(qtbot, window, "F9")
    view.setCurrentIndex(cell(window, SECOND, UNIT))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.selection.path == SECOND
    assert window.area.isVisible()


def test_a_click_on_a_heading_puts_the_lines_in_order(qtbot: Any, window: MainWindow) -> None:
    header = matrix(window).horizontalHeader()
    at = header.sectionViewportPosition(UNIT) + 20
    place = header.viewport().rect().center()
    place.setX(at)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    first = [line.year for line in window.folder.overview.heat.lines]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    second = [line.year for line in window.folder.overview.heat.lines]
    assert first == second[::-1]
    assert sorted(str(year) for year in first) in (
        [str(year) for year in first],
        [str(year) for year in second],
    )


def test_a_bar_opens_the_findings_of_its_check(qtbot: Any, window: MainWindow) -> None:
    bars = window.findChild(CodeBars, "overview_codes")
    assert bars is not None
    first = bars.model().index(0, 0)
    at = bars.visualRect(first).center()
    code = first.data(CODE_ROLE)
    qtbot.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert listed(window) == {(FIRST, code), (SECOND, code)}


def test_its_models_keep_the_rules(qtbot: Any, window: MainWindow) -> None:
    overview = window.folder.overview
    testers = [QAbstractItemModelTester(model, window) for model in (overview.heat, overview.codes)]
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+2")
    press(qtbot, window, "F9")
    matrix(window).sortByColumn(A, Qt.SortOrder.AscendingOrder)
    assert [tester.model() for tester in testers] == [overview.heat, overview.codes]


def years(window: MainWindow) -> YearCharts:
    charts = window.findChild(YearCharts, "overview_years")
    assert charts is not None
    return charts


def test_the_years_of_a_unit_are_drawn_with_exact_values(qtbot: Any, window: MainWindow) -> None:
    charts = years(window)
    assert charts.bars == ()
    click(qtbot, window, cell(window, FIRST, UNIT))
    figures = window.workspace.reviews[SECOND].current.figures
    received = figures["requests.received.total"].value
    assert "2022年 本年新收" in charts.accessibleDescription()
    assert f"2022年 本年新收 {received}" in charts.accessibleDescription()
    assert {bar.year for bar in charts.bars} == {2022, 2023}
    charts.grab()
    told = {
        charts.told_at(QPointF(x, y))
        for x in range(0, charts.width(), 6)
        for y in range(0, charts.height(), 12)
    }
    assert f"2022年 本年新收 {received}" in told
    charts.setFocus()
    qtbot.keyClick(charts, Qt.Key.Key_Right)
    assert charts.accessibleDescription().startswith("2022年 上年结转")


def test_units_of_the_roster_without_a_report_are_named(
    qtbot: Any, open_window: Open, tmp_path: Path
) -> None:
    roster = tmp_path / "名录.csv"
    roster.write_text(
        "单位,上级\n青禾县河湾镇人民政府,青禾县\n青禾县石桥乡人民政府,青禾县\n", encoding="utf-8"
    )
    window = complete(qtbot, open_window(three_reports(), overview=True))
    assert not is_shown(window, "overview_missing")
    window.workspace.use_profile(replace(window.workspace.profile, roster=str(roster)))
    tree = window.findChild(QTreeWidget, "overview_missing")
    assert tree is not None
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 2)
    heads = [tree.topLevelItem(at) for at in range(2)]
    assert [head.text(0) for head in heads if head] == [
        "2023年：缺 1 个单位",
        "2022年：缺 1 个单位",
    ]
    first = heads[0].child(0) if heads[0] else None
    assert first is not None
    assert first.text(0) == "青禾县石桥乡人民政府"


def test_files_that_are_no_reports_are_counted_apart(qtbot: Any, open_window: Open) -> None:
    window = complete(qtbot, open_window([right(), unreadable()], overview=True))
    assert "异常文件 1" in window.folder.overview.facts()


def test_the_picture_has_every_line_in_both_palettes(
    qtbot: Any, qapp: Any, open_window: Open
) -> None:
    reports = [wrong(f"{i:02}.txt", f"d{i}", unit=f"第{i:02}镇人民政府") for i in range(40)]
    window = complete(qtbot, open_window(reports, overview=True))
    few = complete(qtbot, open_window(reports[:4], overview=True)).folder.overview.picture()
    image = window.folder.overview.picture()
    assert image.height() > few.height()
    assert image.height() / image.devicePixelRatio() > 40 * window.fontMetrics().height()
    light = image.pixelColor(2, 2).lightness()
    theme.apply(qapp, "dark")
    dark = window.folder.overview.picture().pixelColor(2, 2).lightness()
    theme.apply(qapp, "light")
    assert dark < 100 < light


def test_the_picture_is_saved_where_one_says(
    qtbot: Any, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "总览"
    monkeypatch.setattr("gui.exporting.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    window.commands["export_overview"].trigger()
    saved = QImage(str(target.with_suffix(".png")))
    assert saved.width() > 400
    assert str(target) in window.status.currentMessage()


@pytest.mark.parametrize("dark", [False, True])
def test_numbers_can_be_read_on_every_shade(dark: bool) -> None:
    palette = theme.palette_of(dark=dark)
    shades = [theme.heat(palette, count) for count in (1, 2, 4, 8, 16, 32)]
    papers = [luminance(shade.paper) for shade in shades]
    for shade in shades:
        one, other = sorted((luminance(shade.ink), luminance(shade.paper)))
        assert (other + 0.05) / (one + 0.05) >= 4.5
    # Lighter or darker step by step, so that no colour has to be told from another.
    assert papers in (sorted(papers), sorted(papers, reverse=True))
    assert all(abs(a - b) > 0.012 for a, b in pairwise(papers))


def luminance(colour: Any) -> float:
    """Return the relative luminance of a colour (WCAG 2)."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
