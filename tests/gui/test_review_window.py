"""The window over a folder of reports: what it shows, its lists, what it says when things fail."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTableView,
    QToolButton,
    QWidget,
)

from gui import theme
from gui.failure import FailureHook
from gui.main_window import MainWindow
from parser.model import Span
from tests.support.reviews import right, unreadable, wrong
from tests.support.windows import (
    FIRST,
    SECOND,
    THIRD,
    TOTAL,
    cell,
    choose,
    click_figure,
    press,
    shown_path,
    table,
    three_reports,
)

Open = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(three_reports())


def test_every_name_of_the_contract_is_there(window: MainWindow) -> None:
    for name in (
        "report_list",
        "report_filter",
        "source_pane",
        "table_disclosure",
        "table_requests",
        "table_challenges",
        "finding_list",
        "progress",
    ):
        found = window.findChildren(QWidget, name)
        assert len(found) == 1, name
        assert found[0].accessibleName(), name
    for name in (
        "open_folder",
        "open_files",
        "next_finding",
        "previous_finding",
        "next_report",
        "previous_report",
        "confirm_finding",
        "dismiss_finding",
        "apply_repair",
        "mark_reviewed",
        "undo",
        "redo",
        "export_workbook",
    ):
        assert window.commands[name].objectName() == name
        assert window.commands[name].text()


def test_the_first_report_is_shown_whichever_was_read_first(window: MainWindow) -> None:
    assert shown_path(window) == FIRST
    assert window.selection.path == FIRST


def test_going_from_report_to_report(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "Ctrl+PgDown")
    assert shown_path(window) == SECOND
    choose(window, "next_report")
    assert shown_path(window) == THIRD
    press(qtbot, window, "Ctrl+PgUp")
    assert shown_path(window) == SECOND
    qtbot.keyClick(window.reports.view, Qt.Key.Key_Up)
    assert window.selection.path == FIRST


def test_a_row_of_the_list_is_chosen_with_the_mouse(qtbot: Any, window: MainWindow) -> None:
    view = window.reports.view
    middle = view.visualRect(view.model().index(1, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.selection.path == SECOND
    assert window.area.source.report is window.workspace.reviews[SECOND].current


def test_a_finding_is_copied_as_text(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    choose(window, "copy_findings")
    entry = window.selection.entry
    assert entry is not None
    assert QGuiApplication.clipboard().text() == f"{entry.code} {entry.text}"


def test_an_unreadable_file_says_so_and_never_that_nothing_was_found(open_window: Open) -> None:
    window = open_window([unreadable("坏.docx", "文件已损坏")])
    said = [label.text() for label in window.area.findChildren(QLabel) if label.isVisible()]
    assert any("文件已损坏" in text for text in said)
    assert not any("没有发现问题" in text for text in said)
    assert not table(window, "requests").isVisible()


def test_a_report_without_fault_says_that_nothing_was_found(open_window: Open) -> None:
    window = open_window([right()])
    said = [label.text() for label in window.findings.findChildren(QLabel) if label.isVisible()]
    assert any("没有发现问题" in text for text in said)


def test_the_column_labels_stay_in_sight(qtbot: Any, window: MainWindow) -> None:
    floating = window.findChild(QTableView, "floating_labels")
    assert floating is not None
    window.area.tables.select_figure("disclosure.rules.made")
    assert not floating.isVisible()
    window.area.tables.select_figure("requests.rejected.petition.natural")
    assert floating.isVisible()


@pytest.mark.parametrize("width", [1280, 1920, 3000])
def test_the_tables_fit_the_pane_without_scrolling_sideways(
    qtbot: Any, window: MainWindow, width: int
) -> None:
    window.resize(width, 800)
    pane = window.area.tables
    for shown in pane.tables.values():
        assert 0 < shown.width() <= pane.width()
        columns = range(shown.model().columnCount())
        assert sum(shown.columnWidth(c) for c in columns) <= shown.width()


def test_the_menu_of_a_report_offers_other_encodings(qtbot: Any, window: MainWindow) -> None:
    view = window.reports.view
    at = view.visualRect(view.model().index(1, 1)).center()
    asked: list[tuple[str, str]] = []
    window.reports.encoding_chosen.connect(lambda *a: asked.append(a))
    view.customContextMenuRequested.emit(at)
    menus = [m for m in window.reports.findChildren(QMenu) if m.title() == "按其他编码重新打开"]
    (again,) = menus
    next(a for a in again.actions() if a.objectName() == "encoding_gb18030").trigger()
    assert asked == [(SECOND, "gb18030")]


def test_the_second_copy_of_a_body_can_be_looked_at(qtbot: Any, open_window: Open) -> None:
    report = wrong(FIRST)
    first = report.bodies[0]
    moved = {k: replace(f, span=Span(f.span.start + 9000, f.span.end + 9000), raw="8", value=8)
             for k, f in first.figures.items()}  # fmt: skip
    window = open_window([replace(report, bodies=(first, replace(first, figures=moved)))])
    chooser = window.findChild(QComboBox, "copy_chooser")
    assert chooser is not None
    assert chooser.isVisible()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    shown = click_figure(qtbot, window, TOTAL)
    assert cell(window, TOTAL).text == "8"
    assert window.selection.spans == (moved[TOTAL].span,)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert not shown.findChildren(QLineEdit, "figure_editor")
    press(qtbot, window, "F8")
    assert chooser.currentIndex() == 0
    assert cell(window, TOTAL).text == "21"
    window.area.source.place_clicked.emit(moved[TOTAL].span.start)
    assert chooser.currentIndex() == 1


def test_a_screen_reader_hears_name_value_and_fault(window: MainWindow) -> None:
    shown = window.area.tables.tables["requests"]
    interface = QAccessible.queryAccessibleInterface(shown)
    children = [interface.child(i) for i in range(interface.childCount())]
    spoken = [child.text(QAccessible.Text.Name) for child in children if child is not None]
    (text,) = [text for text in spoken if text.startswith("（七）总计·自然人")]
    assert text.startswith("（七）总计·自然人，21")
    assert "A102" in text


def test_a_failure_of_the_program_is_told_and_can_be_copied(
    qtbot: Any, window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sys.excepthook, threading.excepthook
    hook = FailureHook(window)
    try:
        with qtbot.waitSignal(hook.failed):
            try:
                raise RuntimeError("试一试")
            except RuntimeError as error:
                sys.excepthook(RuntimeError, error, error.__traceback__)
    finally:
        sys.excepthook, threading.excepthook = before
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "试一试" in box.detailedText()
    assert "保存着" in box.text()
    box.reject()


def test_a_file_that_changed_since_the_last_review_says_so_until_it_is_put_away(
    qtbot: Any, open_window: Open
) -> None:
    window = open_window([wrong(FIRST, "d1")])
    banner = window.area.banner
    assert not banner.isVisible()
    window.commands["next_finding"].trigger()
    window.commands["apply_repair"].trigger()
    window.close()
    again = open_window([wrong(FIRST, "changed")])
    banner = again.area.banner
    assert banner.isVisible()
    assert "改动" in banner.accessibleName()
    (close,) = banner.findChildren(QToolButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    again.selection.report_selected.emit(FIRST)
    assert not banner.isVisible()


def test_another_scheme_leaves_the_tables_in_the_font_that_fits_them(
    qtbot: Any, qapp: QApplication, window: MainWindow
) -> None:
    window.resize(900, 640)
    shown = table(window, "requests")
    small = shown.font().pointSizeF()
    assert small < window.font().pointSizeF()
    try:
        for scheme in ("dark", "light"):
            theme.apply(qapp, scheme)
            qtbot.waitUntil(lambda: shown.font().pointSizeF() == small)
    finally:
        theme.apply(qapp, "light")
