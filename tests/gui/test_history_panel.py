"""The history: listed, gone back in, and undone after the window was closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QListWidget, QPushButton, QTableView, QWidget

from gui.main_window import MainWindow
from gui.models.history import FILE, FROM, TO, WHAT, WHO, WHY, HistoryModel
from gui.views.history_panel import FINDING, FOLDER, REPORT, HistoryPanel
from parser.review.session import Event
from tests.support.windows import (
    FIRST,
    SECOND,
    TOTAL,
    press,
    shown_path,
    three_reports,
    type_figure,
)

Open = Callable[..., MainWindow]
OTHER = "disclosure.fees.amount"


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(three_reports())


def panel(qtbot: Any, window: MainWindow) -> HistoryPanel:
    """Open the tab of the history with the mouse."""
    found = window.findChild(QWidget, "history_panel")
    assert isinstance(found, HistoryPanel)
    tabs = window.area.lower_tabs
    middle = tabs.tabBar().tabRect(tabs.indexOf(found)).center()
    qtbot.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=middle)
    assert found.isVisible()
    return found


def told(panel: HistoryPanel) -> list[tuple[str, ...]]:
    model = panel.model
    columns = (WHAT, FROM, TO)
    return [
        tuple(str(model.index(row, column).data()) for column in columns)
        for row in range(model.rowCount())
    ]


def click_row(qtbot: Any, panel: HistoryPanel, row: int) -> None:
    view = panel.findChild(QTableView, "history_list")
    assert view is not None
    index = panel.model.index(row, WHAT)
    view.scrollTo(index)
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
    )


def test_what_was_done_is_listed_last_first(qtbot: Any, window: MainWindow) -> None:
    window.workspace.author = "王审"
    type_figure(qtbot, window, TOTAL, "20")
    shown = panel(qtbot, window)
    assert told(shown) == [("更正 （七）总计·自然人", "21", "20")]
    window.area.lower_tabs.setCurrentIndex(0)
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+1")
    code = window.selection.entry.code if window.selection.entry else ""
    shown = panel(qtbot, window)
    assert told(shown)[0] == (f"结论 {code}", "待定", "属实")
    assert [shown.model.index(0, column).data() for column in (WHO, FILE, WHY)] == [
        "王审",
        FIRST,
        "",
    ]


def test_the_history_is_narrowed_to_a_report_and_to_a_finding(
    qtbot: Any, window: MainWindow
) -> None:
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+1")
    type_figure(qtbot, window, OTHER, "3")
    window.selection.select_report(SECOND)
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+2")
    shown = panel(qtbot, window)
    assert shown.model.rowCount() == 3
    shown.scope.setFocus()
    for scope, count in ((REPORT, 1), (FINDING, 1)):
        qtbot.keyClick(shown.scope, Qt.Key.Key_Down)
        assert (shown.scope.currentIndex(), shown.model.rowCount()) == (scope, count)
    qtbot.keyClick(shown.scope, Qt.Key.Key_Up)
    window.selection.select_report(FIRST)
    assert shown.model.rowCount() == 2
    qtbot.keyClick(shown.scope, Qt.Key.Key_Up)
    assert shown.scope.currentIndex() == FOLDER


def test_a_double_click_goes_to_what_was_done(qtbot: Any, window: MainWindow) -> None:
    type_figure(qtbot, window, TOTAL, "20")
    window.selection.select_report(SECOND)
    shown = panel(qtbot, window)
    click_row(qtbot, shown, 0)
    rect = shown.view.visualRect(shown.model.index(0, WHAT))
    qtbot.mouseDClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert shown_path(window) == FIRST
    assert window.area.tables.current_key() == TOTAL


def test_undo_goes_on_in_the_log_after_a_restart(qtbot: Any, open_window: Open) -> None:
    first = open_window(three_reports())
    type_figure(qtbot, first, TOTAL, "20")
    type_figure(qtbot, first, TOTAL, "12")
    first.close()
    window = open_window(three_reports())
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value == 12
    assert window.commands["undo"].isEnabled()
    window.selection.select_report(SECOND)
    press(qtbot, window, "Ctrl+Z")
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value == 20
    assert shown_path(window) == FIRST
    press(qtbot, window, "Ctrl+Z")
    assert not window.workspace.reviews[FIRST].corrections
    assert not window.commands["undo"].isEnabled()
    press(qtbot, window, "Ctrl+Shift+Z")
    press(qtbot, window, "Ctrl+Shift+Z")
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value == 12
    assert not window.commands["redo"].isEnabled()
    shown = panel(qtbot, window)
    assert [line[1:] for line in told(shown)] == [
        ("20", "12"),
        ("21", "20"),
        ("20", "21"),
        ("12", "20"),
        ("20", "12"),
        ("21", "20"),
    ]


def test_own_steps_are_undone_before_those_of_the_log(qtbot: Any, open_window: Open) -> None:
    first = open_window(three_reports())
    type_figure(qtbot, first, TOTAL, "20")
    first.close()
    window = open_window(three_reports())
    type_figure(qtbot, window, OTHER, "3")
    press(qtbot, window, "Ctrl+Z")
    assert set(window.workspace.reviews[FIRST].corrections) == {TOTAL}
    press(qtbot, window, "Ctrl+Z")
    assert not window.workspace.reviews[FIRST].corrections


def test_the_way_back_to_a_point_is_told_agreed_to_and_undone(
    qtbot: Any, window: MainWindow
) -> None:
    type_figure(qtbot, window, TOTAL, "20")
    type_figure(qtbot, window, TOTAL, "12")
    type_figure(qtbot, window, OTHER, "3")
    shown = panel(qtbot, window)
    click_row(qtbot, shown, 2)
    button = shown.findChild(QPushButton, "walk_back")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = shown.findChild(QDialog, "walk_back_dialog")
    assert dialog is not None
    changes = dialog.findChild(QListWidget, "walk_back_changes")
    assert changes is not None
    lines = [changes.item(row).text() for row in range(changes.count())]
    assert [line.rpartition("　")[2] for line in lines] == ["12 → 20", "3 → 原值"]
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value == 12
    go = dialog.findChild(QPushButton, "walk_back_go")
    assert go is not None
    qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    review = window.workspace.reviews[FIRST]
    assert {key: c.value for key, c in review.corrections.items()} == {TOTAL: 20}
    press(qtbot, window, "Ctrl+Z")
    review = window.workspace.reviews[FIRST]
    assert {key: c.value for key, c in review.corrections.items()} == {TOTAL: 12, OTHER: 3}


def test_the_model_holds_ten_thousand_events(qtbot: Any) -> None:
    model = HistoryModel(lambda _, key: key)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    when = datetime(2024, 1, 2, tzinfo=UTC)
    events = [
        Event(n, when, "王审", "a.txt", "d", "correct", f"k{n}", "1", str(n), "", "", "")
        for n in range(1, 10_001)
    ]
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.show(events[:-1])
    view.setCurrentIndex(model.index(0, WHAT))
    model.show(events)
    assert model.rowCount() == 10_000
    assert view.currentIndex().row() == 1
    assert model.index(0, TO).data() == "10000"
    assert model.index(9_999, TO).data() == "1"
    view.scrollToBottom()
    tester.deleteLater()
