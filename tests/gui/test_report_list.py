"""The list of reports by keys and mouse: filtered, grouped, arranged, and come back to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QTableView, QToolButton

from gui.main_window import MainWindow
from gui.models.report_columns import ERRORS, NAMES, UNIT, YEAR
from gui.models.reports import GROUP_ROLE, PATH_ROLE
from gui.views.report_rows import ReportDelegate
from parser.identity.level import level_of
from parser.model import Report
from parser.settings.profile import Profile
from tests.support.reviews import right, unreadable, wrong
from tests.support.windows import press, type_text

Open = Callable[..., MainWindow]
BAIYANGGOU = "长岭县/白杨沟.txt"
SHIQIAO = "长岭县/石桥.txt"
FINANCE = "青石县/财政.txt"


def of(path: str, unit: str, year: int, *, faulty: bool = False) -> Report:
    made = (wrong if faulty else right)(path, f"d-{path}", unit=unit, year=year)
    return replace(made, identity=replace(made.identity, level=level_of(unit)))


def reports() -> list[Report]:
    return [
        of(BAIYANGGOU, "长岭县白杨沟镇人民政府", 2022, faulty=True),
        of(SHIQIAO, "长岭县石桥乡人民政府", 2023),
        of(FINANCE, "青石县财政局", 2023, faulty=True),
        unreadable("坏.docx", "文件已损坏"),
        replace(unreadable("名单.xlsx", "没有标题"), status="not_a_report"),
    ]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(reports())


def listed(window: MainWindow) -> list[str]:
    """Return the paths that can be seen in the list, from the top."""
    view = window.findChild(QTableView, "report_list")
    assert view is not None
    model = view.model()
    paths = [model.index(row, 0).data(PATH_ROLE) for row in range(model.rowCount())]
    return [path for path in paths if path]


def headings(window: MainWindow) -> list[str]:
    model = window.reports.view.model()
    rows = [row for row in range(model.rowCount()) if model.index(row, 0).data(GROUP_ROLE)]
    return [str(model.index(row, UNIT).data()) for row in rows]


def type_filter(qtbot: Any, window: MainWindow, text: str) -> None:
    press(qtbot, window, "Ctrl+L")
    type_text(qtbot, window.reports.filter, text)


def click_row(qtbot: Any, window: MainWindow, row: int) -> None:
    view = window.reports.view
    middle = view.visualRect(view.model().index(row, UNIT)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def facet_menu(window: MainWindow, name: str) -> QMenu:
    button = window.findChild(QToolButton, f"facet_{name}")
    assert button is not None
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    return menu


def tick(qtbot: Any, menu: QMenu, *values: str) -> None:
    """Tick values of a facet by the keyboard, and leave the menu by Esc."""
    for value in values:
        (action,) = menu.findChildren(QAction, f"value_{value}")
        menu.setActiveAction(action)
        qtbot.keyClick(menu, Qt.Key.Key_Space)
        assert menu.isVisible(), "the menu closes after one value"
    qtbot.keyClick(menu, Qt.Key.Key_Escape)


def summary(window: MainWindow) -> str:
    label = window.findChild(QLabel, "report_summary")
    assert label is not None
    return label.text()


# finding


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bygz", [BAIYANGGOU]),
        ("baiyanggou", [BAIYANGGOU]),
        ("baiyangg", [BAIYANGGOU]),
        ("BYGZ", [BAIYANGGOU]),
        ("zlx", []),
        ("clx", [BAIYANGGOU, SHIQIAO]),
        ("czj 2023", [FINANCE]),
        ("shiqiao.txt", []),
        ("石桥 2023", [SHIQIAO]),
    ],
)
def test_a_report_is_found_by_unit_file_year_and_pinyin(
    qtbot: Any, window: MainWindow, typed: str, found: list[str]
) -> None:
    type_filter(qtbot, window, typed)
    # 长 is read zhang as well: whoever types zlx means 长岭县 too.
    assert listed(window) == (found if typed != "zlx" else [BAIYANGGOU, SHIQIAO])


def test_what_every_title_says_finds_nothing_by_its_initials(
    qtbot: Any, window: MainWindow
) -> None:
    type_filter(qtbot, window, "xxgk")
    assert listed(window) == []


def test_an_empty_result_says_so_and_is_cleared_by_a_click(qtbot: Any, window: MainWindow) -> None:
    type_filter(qtbot, window, "zzzz")
    assert not window.reports.view.isVisible()
    empty = window.findChild(QLabel, "report_list_empty")
    clear = window.findChild(QPushButton, "clear_report_filter")
    assert empty is not None
    assert clear is not None
    assert empty.isVisible()
    assert empty.text() == "5 份年报都不符合筛选条件"
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert window.reports.view.isVisible()
    assert window.reports.filter.text() == ""
    assert listed(window)[0] == BAIYANGGOU


def test_the_review_stays_when_it_is_filtered_away_and_the_list_says_so(
    qtbot: Any, window: MainWindow
) -> None:
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert window.selection.path == BAIYANGGOU
    type_filter(qtbot, window, "财政")
    assert listed(window) == [FINANCE]
    assert window.selection.path == BAIYANGGOU
    assert window.selection.entry is entry
    assert not window.reports.view.currentIndex().isValid()
    assert "不在筛选结果里" in summary(window)
    qtbot.keyClick(window.reports.filter, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.reports.filter, Qt.Key.Key_Backspace)
    assert "不在筛选结果里" not in summary(window)
    assert window.reports.view.currentIndex().data(PATH_ROLE) == BAIYANGGOU
    assert window.selection.entry is entry


def test_down_leads_from_the_filter_into_the_list(qtbot: Any, window: MainWindow) -> None:
    type_filter(qtbot, window, "财政")
    qtbot.keyClick(window.reports.filter, Qt.Key.Key_Down)
    assert window.reports.view.hasFocus()
    assert window.selection.path == FINANCE


# facets


def test_facets_count_what_the_others_leave_and_are_taken_back_by_their_cross(
    qtbot: Any, window: MainWindow
) -> None:
    tick(qtbot, facet_menu(window, "year"), "2023")
    assert listed(window) == [SHIQIAO, FINANCE]
    menu = facet_menu(window, "severity")
    counts = {a.objectName(): a.text().partition("\t")[2] for a in menu.actions()}
    assert counts == {"value_error": "1", "value_": "1"}
    tick(qtbot, menu, "error")
    assert listed(window) == [FINANCE]
    years = facet_menu(window, "year")
    assert [a.text() for a in years.actions()] == ["2023\t1", "2022\t1"]
    tick(qtbot, years, "2022")
    assert listed(window) == [BAIYANGGOU, FINANCE]
    chip = window.findChild(QToolButton, "facet_year")
    cross = window.findChild(QToolButton, "facet_severity_remove")
    assert chip is not None
    assert cross is not None
    assert chip.text() == "年度：2023、2022"
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert not cross.isVisible()
    assert listed(window) == [BAIYANGGOU, SHIQIAO, FINANCE]


def test_a_facet_goes_with_what_is_typed(qtbot: Any, window: MainWindow) -> None:
    type_filter(qtbot, window, "长岭")
    menu = facet_menu(window, "code")
    counts = {a.objectName(): a.text().partition("\t")[2] for a in menu.actions()}
    assert counts["value_A101"] == "1"
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    tick(qtbot, facet_menu(window, "code"), "A101")
    assert listed(window) == [BAIYANGGOU]


def test_a_click_ticks_and_leaves_the_menu_open(qtbot: Any, window: MainWindow) -> None:
    menu = facet_menu(window, "level")
    (action,) = menu.findChildren(QAction, "value_department")
    at = menu.actionGeometry(action).center()
    qtbot.mouseMove(menu, at)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=at)
    assert menu.isVisible()
    assert listed(window) == [FINANCE]
    menu.close()


def test_reports_are_chosen_by_state_verdict_form_and_format(
    qtbot: Any, window: MainWindow
) -> None:
    window.selection.select_report(FINANCE)
    press(qtbot, window, "F8")
    window.commands["confirm_finding"].trigger()
    for facet, value, expected in (
        ("state", "underway", [FINANCE]),
        ("verdict", "confirmed", [FINANCE]),
        ("form", "2021", [BAIYANGGOU, SHIQIAO, FINANCE]),
        ("format", "docx", ["坏.docx"]),
    ):
        tick(qtbot, facet_menu(window, facet), value)
        assert listed(window) == expected, facet
        window.reports.clear_filter()


# groups


def test_files_that_are_no_reports_stand_folded_at_the_end(qtbot: Any, window: MainWindow) -> None:
    assert listed(window) == [BAIYANGGOU, SHIQIAO, FINANCE]
    assert headings(window) == ["异常文件（2 份）"]
    tip = window.reports.view.model().index(3, UNIT).data(Qt.ItemDataRole.ToolTipRole)
    assert "坏.docx：文件已损坏" in tip
    click_row(qtbot, window, 3)
    assert listed(window)[3:] == ["名单.xlsx", "坏.docx"]
    click_row(qtbot, window, 3)
    assert len(listed(window)) == 3


def test_a_single_such_file_needs_no_heading(open_window: Open) -> None:
    window = open_window(reports()[:4])
    assert listed(window) == [BAIYANGGOU, SHIQIAO, FINANCE, "坏.docx"]
    assert headings(window) == []


def test_going_to_a_report_unfolds_its_group(qtbot: Any, window: MainWindow) -> None:
    for _ in range(3):
        press(qtbot, window, "Ctrl+PgDown")
    assert window.selection.path == "名单.xlsx"
    assert window.reports.view.currentIndex().data(PATH_ROLE) == "名单.xlsx"


def choose_grouping(qtbot: Any, window: MainWindow, name: str) -> None:
    button = window.findChild(QToolButton, "report_grouping")
    assert button is not None
    menu = button.menu()
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    action = next(a for a in menu.actions() if a.objectName() == f"group_{name}")
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("grouping", "expected"),
    [
        ("superior", ["长岭县（2 份）", "青石县（1 份）", "异常文件（2 份）"]),
        ("year", ["2023（2 份）", "2022（1 份）", "异常文件（2 份）"]),
        ("folder", ["长岭县（2 份）", "青石县（1 份）", "异常文件（2 份）"]),
    ],
)
def test_reports_are_grouped_and_the_one_looked_at_stays(
    qtbot: Any, window: MainWindow, grouping: str, expected: list[str]
) -> None:
    window.selection.select_report(SHIQIAO)
    choose_grouping(qtbot, window, grouping)
    assert headings(window) == expected
    assert window.selection.path == SHIQIAO
    assert window.reports.view.currentIndex().data(PATH_ROLE) == SHIQIAO
    choose_grouping(qtbot, window, "none")
    assert headings(window) == expected[-1:]


def test_a_group_is_folded_and_unfolded_by_keys(qtbot: Any, window: MainWindow) -> None:
    choose_grouping(qtbot, window, "superior")
    view = window.reports.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().data(GROUP_ROLE).title == "长岭县"
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert listed(window) == [FINANCE]
    assert view.currentIndex().data(GROUP_ROLE).title == "长岭县"
    spoken = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "长岭县，2 份，已折叠"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert listed(window) == [BAIYANGGOU, SHIQIAO, FINANCE]
    assert window.selection.path == BAIYANGGOU, "a heading is no report"


# arranging


def click_header(qtbot: Any, window: MainWindow, column: int) -> None:
    header = window.reports.view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_a_heading_sorts_and_keeps_the_report(qtbot: Any, window: MainWindow) -> None:
    window.selection.select_report(SHIQIAO)
    click_header(qtbot, window, ERRORS)
    assert listed(window)[0] == SHIQIAO
    click_header(qtbot, window, ERRORS)
    assert listed(window)[-1] == SHIQIAO
    assert window.reports.view.currentIndex().data(PATH_ROLE) == SHIQIAO
    assert window.selection.path == SHIQIAO


def test_columns_sort_and_groups_are_there_again(
    qtbot: Any, open_window: Open, window: MainWindow
) -> None:
    view = window.reports.view
    header = view.horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for name in ("superior", "warnings"):
        (action,) = menu.findChildren(QAction, f"column_{name}")
        menu.setActiveAction(action)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    menu.close()
    superior = NAMES.index("superior")
    assert not view.isColumnHidden(superior)
    assert view.isColumnHidden(NAMES.index("warnings"))
    assert view.model().index(0, superior).data() == "长岭县"
    header.resizeSection(superior, 133)
    header.moveSection(header.visualIndex(YEAR), 0)
    click_header(qtbot, window, ERRORS)
    choose_grouping(qtbot, window, "folder")
    window.close()

    again = open_window(reports())
    view, header = again.reports.view, again.reports.view.horizontalHeader()
    assert not view.isColumnHidden(superior)
    assert view.isColumnHidden(NAMES.index("warnings"))
    assert view.columnWidth(superior) == 133
    assert header.visualIndex(YEAR) == 0
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (
        ERRORS,
        Qt.SortOrder.AscendingOrder,
    )
    assert listed(again) == [SHIQIAO, BAIYANGGOU, FINANCE]
    assert headings(again)[0] == "长岭县（2 份）"


def test_many_changes_at_once_are_shown_together(qtbot: Any, open_window: Open) -> None:
    window = open_window([of(f"{at}.txt", "长岭县财政局", 2023, faulty=True) for at in range(60)])
    tick(qtbot, facet_menu(window, "severity"), "error")
    assert len(listed(window)) == 60
    seen: list[bool] = []
    window.reports.model.rearranged.connect(seen.append)
    window.workspace.use_profile(Profile(off=frozenset({"A101", "A102", "A103"})))
    qtbot.waitUntil(lambda: listed(window) == [])
    assert len(seen) < 30


def test_a_narrow_list_keeps_what_tells_units_and_files_apart(
    qtbot: Any, open_window: Open
) -> None:
    offices = ("财政局", "教育局", "民政局", "水利局")
    window = open_window(
        [of(f"长岭县人民政府{x}.txt", f"长岭县人民政府{x}", 2023) for x in offices]
    )
    delegate = window.reports.view.itemDelegate()
    assert isinstance(delegate, ReportDelegate)
    qtbot.waitUntil(lambda: "长岭县人民政府财政局.txt" in delegate.runs)
    metrics = window.reports.view.fontMetrics()
    room = metrics.horizontalAdvance("长岭县…财政局")
    assert delegate.shortened("长岭县人民政府财政局", room, metrics) == "长岭县…财政局"
    assert "财政" in delegate.shortened("甲/长岭县人民政府财政局.txt", room, metrics)
    title = "长岭县人民政府财政局2023年政府信息公开工作年度报告"
    assert "财政局" in delegate.shortened(title, room, metrics, "长岭县人民政府财政局")


# coming back


def test_a_folder_is_come_back_to_where_it_was_left(
    qtbot: Any, open_window: Open, window: MainWindow
) -> None:
    window.selection.select_report(FINANCE)
    for _ in range(2):
        press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    window.close()
    again = open_window(reports())
    assert again.selection.path == FINANCE
    assert again.reports.view.currentIndex().data(PATH_ROLE) == FINANCE
    assert again.selection.entry is not None
    assert again.selection.entry.id == entry.id


def test_reading_again_keeps_filter_and_place(qtbot: Any, window: MainWindow) -> None:
    window.selection.select_report(FINANCE)
    type_filter(qtbot, window, "2023")
    press(qtbot, window, "F5")
    qtbot.waitUntil(lambda: listed(window) == [SHIQIAO, FINANCE])
    assert window.selection.path == FINANCE
    assert window.reports.filter.text() == "2023"


def test_the_first_report_is_offered_where_the_one_left_is_gone(
    qtbot: Any, open_window: Open, window: MainWindow
) -> None:
    window.selection.select_report(FINANCE)
    window.close()
    again = open_window(reports()[:2])
    assert again.selection.path == BAIYANGGOU


def test_undo_shows_the_report_that_it_changed_though_it_is_filtered_away(
    qtbot: Any, window: MainWindow
) -> None:
    window.selection.select_report(FINANCE)
    press(qtbot, window, "F8")
    window.commands["apply_repair"].trigger()
    type_filter(qtbot, window, "长岭")
    window.reports.view.setFocus()
    press(qtbot, window, "Ctrl+Z")
    assert window.selection.path == FINANCE
    assert window.workspace.reviews[FINANCE].corrections == {}
    assert "不在筛选结果里" in summary(window)


def test_another_folder_starts_unfiltered(qtbot: Any, window: MainWindow, tmp_path: Path) -> None:
    type_filter(qtbot, window, "财政")
    tick(qtbot, facet_menu(window, "year"), "2023")
    other = tmp_path / "另一个"
    other.mkdir()
    with qtbot.waitSignal(window.workspace.reading_ended):
        window.open_paths([other])
    assert window.reports.filter.text() == ""
    assert not window.reports.model.is_filtered
