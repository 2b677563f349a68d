"""Figures corrected in the window: typed, emptied, undone, given a reason, refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLineEdit,
)

from gui.main_window import MainWindow
from parser.model import Severity
from tests.support.windows import (
    FIRST,
    SECOND,
    TOTAL,
    cell,
    choose,
    click_figure,
    compose,
    finish,
    open_editor,
    press,
    shown_path,
    three_reports,
    type_figure,
)

Open = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(three_reports())


def test_a_correction_is_shown_kept_and_checked_at_once(qtbot: Any, window: MainWindow) -> None:
    type_figure(qtbot, window, TOTAL, "12")
    review = window.workspace.reviews[FIRST]
    assert review.corrections[TOTAL].value == 12
    assert review.report.figures[TOTAL].value == 21
    shown = cell(window, TOTAL)
    assert (shown.original, shown.text, shown.severity) == ("21", "12", None)
    assert review.count(Severity.ERROR) == 0
    assert {entry.state for entry in window.findings.model.entries} == {"corrected"}
    assert window.reports.model.row(0).errors == 0


def test_escape_leaves_the_figure_as_it_was(qtbot: Any, window: MainWindow) -> None:
    editor = open_editor(qtbot, window, TOTAL)
    qtbot.keyClicks(editor, "99")
    finish(qtbot, editor, Qt.Key.Key_Escape)
    assert not window.workspace.reviews[FIRST].corrections
    assert not window.commands["undo"].isEnabled()


def test_a_digit_starts_editing_with_itself(qtbot: Any, window: MainWindow) -> None:
    shown = click_figure(qtbot, window, TOTAL)
    qtbot.keyClick(shown, "7")
    editor = shown.findChild(QLineEdit, "figure_editor")
    assert editor is not None
    assert editor.text() == "7"
    finish(qtbot, editor)
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value == 7


def test_typing_the_original_again_takes_the_correction_away(
    qtbot: Any, window: MainWindow
) -> None:
    type_figure(qtbot, window, TOTAL, "12")
    type_figure(qtbot, window, TOTAL, "21")
    assert not window.workspace.reviews[FIRST].corrections
    press(qtbot, window, "Ctrl+Z")
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value == 12


def test_emptying_a_figure_says_that_it_is_rightly_blank(qtbot: Any, window: MainWindow) -> None:
    editor = open_editor(qtbot, window, TOTAL)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    finish(qtbot, editor)
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value is None
    assert cell(window, TOTAL).text == ""


@pytest.mark.parametrize("way", ["keys", "menu"])
def test_undo_and_redo(qtbot: Any, window: MainWindow, way: str) -> None:
    type_figure(qtbot, window, TOTAL, "12")

    def act(name: str, keys: str) -> None:
        if way == "keys":
            press(qtbot, window, keys)
        else:
            choose(window, name)

    act("undo", "Ctrl+Z")
    assert not window.workspace.reviews[FIRST].corrections
    assert cell(window, TOTAL).text == "21"
    assert window.workspace.reviews[FIRST].count(Severity.ERROR) == 3
    act("redo", "Ctrl+Shift+Z")
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value == 12
    assert window.workspace.reviews[FIRST].count(Severity.ERROR) == 0


def test_a_correction_can_be_given_a_reason_and_be_restored(qtbot: Any, window: MainWindow) -> None:
    type_figure(qtbot, window, TOTAL, "12")
    reason = window.findChild(QLineEdit, "correction_reason")
    assert reason is not None
    assert reason.isVisible()
    reason.setFocus()
    compose(reason, "单位来电更正")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    correction = window.workspace.reviews[FIRST].corrections[TOTAL]
    assert (correction.value, correction.reason) == (12, "单位来电更正")
    press(qtbot, window, "Ctrl+Z")
    assert window.workspace.reviews[FIRST].corrections[TOTAL].reason == ""
    press(qtbot, window, "Ctrl+Y")
    choose(window, "restore_original")
    assert not window.workspace.reviews[FIRST].corrections
    press(qtbot, window, "Ctrl+Z")
    assert window.workspace.reviews[FIRST].corrections[TOTAL].reason == "单位来电更正"


def test_f8_then_enter_corrects_the_suspected_figure(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    assert window.findings.view.hasFocus()
    qtbot.keyClick(window.findings.view, Qt.Key.Key_Return)
    shown = window.area.tables.tables["requests"]
    (editor,) = shown.findChildren(QLineEdit, "figure_editor")
    assert editor.hasFocus()
    qtbot.keyClicks(editor, "12")
    finish(qtbot, editor)
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value == 12
    press(qtbot, window, "F8")
    assert shown_path(window) == SECOND


def test_undo_shows_the_report_that_it_changed(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+Return")
    press(qtbot, window, "Ctrl+PgDown")
    assert shown_path(window) == SECOND
    press(qtbot, window, "Ctrl+Z")
    assert shown_path(window) == FIRST
    assert cell(window, TOTAL).text == "21"
