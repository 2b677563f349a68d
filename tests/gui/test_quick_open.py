"""Ctrl+P goes to a report, Ctrl+R marks one and goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListView, QPushButton

from gui.main_window import MainWindow
from gui.models.reports import PATH_ROLE
from gui.views.quick_open import FoundReports
from tests.support.reviews import right, unreadable, wrong
from tests.support.windows import FIRST, SECOND, THIRD, press, three_reports, type_text

Open = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(
        [
            right("1.txt", "d1", unit="长岭县白杨沟镇人民政府", year=2022),
            right("2.txt", "d2", unit="长岭县白杨沟镇人民政府", year=2023),
            wrong("3.txt", "d3", unit="长岭县财政局", year=2023),
            unreadable("坏.docx"),
        ]
    )


def opened(qtbot: Any, window: MainWindow) -> tuple[QLineEdit, QListView]:
    press(qtbot, window, "Ctrl+P")
    dialog = window.findChild(QDialog, "quick_open")
    assert dialog is not None
    assert dialog.isVisible()
    field = dialog.findChild(QLineEdit, "quick_open_field")
    found = dialog.findChild(QListView, "quick_open_list")
    assert field is not None
    assert found is not None
    assert field.hasFocus() or dialog.focusWidget() is field
    return field, found


def offered(found: QListView) -> list[str]:
    model = found.model()
    return [str(model.index(row, 0).data(PATH_ROLE)) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "paths"),
    [
        ("bygz", ["2.txt", "1.txt"]),
        ("caizheng", ["3.txt"]),
        ("白杨沟 2022", ["1.txt"]),
        ("3.txt", ["3.txt"]),
        ("", ["2.txt", "1.txt", "3.txt", "坏.docx"]),
    ],
)
def test_it_offers_what_fits_the_latest_year_first(
    qtbot: Any, window: MainWindow, typed: str, paths: list[str]
) -> None:
    field, found = opened(qtbot, window)
    type_text(qtbot, field, typed)
    assert offered(found) == paths


def test_arrows_and_enter_go_there_whatever_the_filter_leaves(
    qtbot: Any, window: MainWindow
) -> None:
    type_text(qtbot, window.reports.filter, "财政")
    field, found = opened(qtbot, window)
    qtbot.keyClicks(field, "bygz")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert found.currentIndex().data(PATH_ROLE) == "1.txt"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.selection.path == "1.txt"
    assert not any(d.isVisible() for d in window.findChildren(QDialog, "quick_open"))


def test_a_click_goes_there_and_esc_stays(qtbot: Any, window: MainWindow) -> None:
    before = window.selection.path
    field, _ = opened(qtbot, window)
    qtbot.keyClicks(field, "czj")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.selection.path == before
    QApplication.processEvents()
    field, found = opened(qtbot, window)
    qtbot.keyClicks(field, "czj")
    at = found.visualRect(found.model().index(0, 0)).center()
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.selection.path == "3.txt"


def test_where_nothing_fits_it_says_so_and_enter_goes_nowhere(
    qtbot: Any, window: MainWindow
) -> None:
    before = window.selection.path
    field, found = opened(qtbot, window)
    qtbot.keyClicks(field, "zzzz")
    assert not found.isVisible()
    dialog = window.findChild(QDialog, "quick_open")
    assert dialog is not None
    assert any("没有这样的年报" in x.text() for x in dialog.findChildren(QLabel) if x.isVisible())
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.selection.path == before


def test_the_list_of_what_was_found_is_a_sound_model(window: MainWindow) -> None:
    model = FoundReports()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    model.show(window.reports.model.found("长岭"))
    assert model.rowCount() == 3
    model.show([])
    del tester


# reviewed


@pytest.fixture
def three(open_window: Open) -> MainWindow:
    return open_window(three_reports())


def said(window: MainWindow) -> str:
    label = window.findChild(QLabel, "reviewed_text")
    assert label is not None
    return label.text() if label.isVisible() else ""


def button(window: MainWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert found is not None
    assert found.isVisible()
    return found


def reviewed(window: MainWindow) -> list[str]:
    return [path for path, review in sorted(window.workspace.reviews.items()) if review.reviewed]


def test_a_report_without_open_findings_is_marked_and_left(qtbot: Any, three: MainWindow) -> None:
    three.selection.select_report(THIRD)
    press(qtbot, three, "Ctrl+R")
    assert reviewed(three) == [THIRD]
    assert three.selection.path == FIRST, "round to the beginning of the list"
    assert said(three) == ""


def test_open_findings_are_told_before_and_marked_anyway_by_a_click(
    qtbot: Any, three: MainWindow
) -> None:
    press(qtbot, three, "Ctrl+R")
    assert said(three) == "还有 3 个错误没有结论。"
    assert reviewed(three) == []
    assert three.selection.path == FIRST
    qtbot.mouseClick(button(three, "reviewed_anyway"), Qt.MouseButton.LeftButton)
    assert reviewed(three) == [FIRST]
    assert three.selection.path == SECOND
    assert said(three) == ""


def test_the_keys_again_mean_anyway_and_reviewed_ones_are_passed_over(
    qtbot: Any, three: MainWindow
) -> None:
    three.selection.select_report(SECOND)
    three.commands["mark_reviewed"].trigger()
    three.selection.select_report(FIRST)
    press(qtbot, three, "Ctrl+R")
    press(qtbot, three, "Ctrl+R")
    assert reviewed(three) == [FIRST, SECOND]
    assert three.selection.path == THIRD
    press(qtbot, three, "Ctrl+R")
    assert reviewed(three) == [FIRST, SECOND, THIRD]
    assert said(three) == "列表里的年报都审完了。"


def test_it_leads_to_the_first_open_finding(qtbot: Any, three: MainWindow) -> None:
    press(qtbot, three, "F8")
    first = three.selection.entry
    assert first is not None
    press(qtbot, three, "Ctrl+1")
    three.selection.select_report(SECOND)
    three.selection.select_report(FIRST)
    press(qtbot, three, "Ctrl+R")
    assert said(three) == "还有 2 个错误没有结论。"
    qtbot.mouseClick(button(three, "reviewed_first_open"), Qt.MouseButton.LeftButton)
    assert said(three) == ""
    assert reviewed(three) == []
    assert three.selection.entry is not None
    assert three.selection.entry.verdict is None
    assert three.selection.entry.id != first.id


def test_ctrl_m_marks_and_says_what_is_open_without_leaving(qtbot: Any, three: MainWindow) -> None:
    press(qtbot, three, "Ctrl+M")
    assert reviewed(three) == [FIRST]
    assert three.selection.path == FIRST
    assert said(three) == "已标记为已审，但还有 3 个错误没有结论。"
    press(qtbot, three, "Ctrl+M")
    assert said(three) == ""
    assert reviewed(three) == []


def test_a_question_is_gone_with_its_report(qtbot: Any, three: MainWindow) -> None:
    press(qtbot, three, "Ctrl+R")
    press(qtbot, three, "Ctrl+PgDown")
    assert said(three) == ""
    press(qtbot, three, "Ctrl+R")
    assert reviewed(three) == []
    assert said(three) == "还有 3 个错误没有结论。"
