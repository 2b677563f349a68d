"""A report and the spreadsheet of its tables: offered as one, joined, taken apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QToolButton

from gui.main_window import MainWindow
from gui.models.reports import PATH_ROLE
from parser.model import Report
from tests.support.attached import FIGURES, read, tables, text_only
from tests.support.reviews import right, unreadable
from tests.support.windows import GivenReading, cell, given_window, type_figure

WORD, SHEET = "白鹭镇/年报.docx", "白鹭镇/附表.xlsx"
OTHER = "乙乡2023.txt"
RECEIVED = "requests.received.total"


@pytest.fixture
def window(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return opened(qtbot, tmp_path)


def opened(qtbot: Any, folder: Path) -> MainWindow:
    reports = [right(OTHER), read(tables(), SHEET), read(text_only(), WORD)]
    window = given_window(qtbot, folder, reports)
    qtbot.addWidget(window)
    if window.workspace.desk is not None and not window.workspace.desk.offers:
        with qtbot.waitSignal(window.workspace.across_changed):
            pass
    return window


def bar(window: MainWindow) -> QFrame:
    found = window.findChild(QFrame, "attachment_bar")
    assert isinstance(found, QFrame)
    return found


def button(window: MainWindow, name: str) -> QToolButton:
    buttons = bar(window).findChildren(QToolButton)
    return next(b for b in buttons if b.defaultAction() is window.commands[name])


def listed(window: MainWindow) -> set[str]:
    return set(window.reports.visible_paths())


def choose(qtbot: Any, window: MainWindow, path: str) -> None:
    view = window.reports.view
    index = view.model().index(window.reports.visible_paths().index(path), 1)
    view.scrollTo(index)
    at = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.selection.path == path


def press(qtbot: Any, window: MainWindow, name: str) -> None:
    qtbot.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def test_a_pair_is_offered_only_where_it_is_one(qtbot: Any, window: MainWindow) -> None:
    choose(qtbot, window, OTHER)
    assert not bar(window).isVisible()
    assert not window.commands["join_attachment"].isEnabled()
    choose(qtbot, window, WORD)
    assert bar(window).isVisible()
    assert "附表.xlsx" in bar(window).accessibleName()
    choose(qtbot, window, SHEET)
    assert "年报.docx" in bar(window).accessibleName()
    assert window.commands["join_attachment"].isEnabled()
    assert not window.commands["split_attachment"].isEnabled()


@pytest.mark.parametrize("path", [WORD, SHEET])
def test_joined_the_tables_stand_in_the_report(qtbot: Any, window: MainWindow, path: str) -> None:
    choose(qtbot, window, path)
    press(qtbot, window, "join_attachment")
    assert listed(window) == {OTHER, WORD}
    assert window.selection.path == current(window) == WORD
    assert cell(window, RECEIVED).text == str(FIGURES[RECEIVED])
    row = window.reports.model.row(window.reports.model.row_of(WORD))
    assert row.detail == "年报.docx ＋ 附表.xlsx"
    assert "附表.xlsx" in bar(window).accessibleName()
    window.selection.select_figure(RECEIVED)
    review = window.selection.review
    assert review is not None
    assert window.selection.spans[0].of(review.current.text) == str(FIGURES[RECEIVED])


def test_undo_takes_apart_and_redo_joins_again(qtbot: Any, window: MainWindow) -> None:
    choose(qtbot, window, WORD)
    press(qtbot, window, "join_attachment")
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert listed(window) == {OTHER, WORD, SHEET}
    assert window.workspace.reviews[WORD].current.figures == {}
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert listed(window) == {OTHER, WORD}
    press(qtbot, window, "split_attachment")
    assert listed(window) == {OTHER, WORD, SHEET}
    with qtbot.waitSignal(window.workspace.across_changed):
        pass
    assert button(window, "join_attachment").isVisible()


def test_it_is_one_report_again_after_a_restart(
    qtbot: Any, window: MainWindow, tmp_path: Path
) -> None:
    choose(qtbot, window, WORD)
    press(qtbot, window, "join_attachment")
    type_figure(qtbot, window, RECEIVED, "7")
    window.close()
    again = opened(qtbot, tmp_path)
    assert listed(again) == {OTHER, WORD}
    choose(qtbot, again, WORD)
    assert again.workspace.reviews[WORD].corrections[RECEIVED].value == 7
    assert button(again, "split_attachment").isVisible()
    again.close()


def current(window: MainWindow) -> str:
    """Return the path of the row that the list of reports has as its current one."""
    return str(window.reports.view.currentIndex().data(PATH_ROLE))


def test_read_again_it_lets_go_of_the_attachment_only_where_it_cannot_be_read(
    qtbot: Any, window: MainWindow
) -> None:
    window.workspace.join(WORD, SHEET)
    for report, seen in (
        (unreadable(WORD), {OTHER, WORD, SHEET}),
        (read(text_only(), WORD), {OTHER, WORD}),
        (read(text_only(), WORD), {OTHER, WORD}),
    ):

        def make_job(*_: Any, parent: Any, report: Report = report) -> GivenReading:
            reading = GivenReading(parent=parent)
            reading.reports = [report]
            return reading

        window.workspace._make_job = make_job  # type: ignore[assignment]
        with qtbot.waitSignal(window.workspace.review_changed):
            window.reports.encoding_chosen.emit(WORD, "gb18030")
        assert listed(window) == seen == set(window.workspace.reviews)


def test_who_looks_at_the_attachment_goes_on_with_the_whole(window: MainWindow) -> None:
    window.selection.select_report(SHEET)
    window.workspace.join(WORD, SHEET)
    assert window.selection.path == current(window) == WORD


def test_the_rows_menu_offers_it(qtbot: Any, window: MainWindow) -> None:
    choose(qtbot, window, SHEET)
    view = window.reports.view
    at = view.visualRect(view.currentIndex()).center()
    assert view.indexAt(at).data(PATH_ROLE) == SHEET
    view.customContextMenuRequested.emit(QPoint(at))
    menus = [m for m in window.reports.findChildren(QMenu) if m.isVisible()]
    assert [window.commands["join_attachment"] in menu.actions() for menu in menus] == [True]
    menus[0].close()
    QApplication.processEvents()
