"""A key means one thing: digits are verdicts on a finding and figures in a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QToolButton

from gui import theme, translation
from gui.actions import COMMANDS
from gui.dialogs.shortcuts import ShortcutSheet
from gui.keyboard import IN_PANES, names_of
from gui.main_window import MainWindow
from gui.settings import Language
from gui.views.focus_ring import FocusRing
from tests.support.reviews import right
from tests.support.windows import (
    FIRST,
    TOTAL,
    cell,
    click_figure,
    compose,
    finish,
    press,
    shown_code,
    shown_path,
    three_reports,
)

Open = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(three_reports())


def focused() -> Any:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_digits_after_f8_judge_and_never_become_figures(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    assert focused() is window.findings.view
    for digit, decision in (("2", "dismissed"), ("1", "confirmed")):
        qtbot.keyClick(focused(), digit)
        assert window.workspace.reviews[FIRST].verdicts[entry.id].decision == decision
    qtbot.keyClick(focused(), "0")
    assert not window.workspace.reviews[FIRST].verdicts
    for other in "56789-":
        qtbot.keyClick(focused(), other)
    assert not window.workspace.reviews[FIRST].corrections
    assert not window.findChildren(QLineEdit, "figure_editor")


@pytest.mark.parametrize("into", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2])
def test_enter_and_f2_go_into_the_cell_and_escape_comes_back(
    qtbot: Any, window: MainWindow, into: Qt.Key
) -> None:
    press(qtbot, window, "F8")
    code = shown_code(window)
    qtbot.keyClick(focused(), into)
    editor = focused()
    assert editor.objectName() == "figure_editor"
    qtbot.keyClicks(editor, "13")
    finish(qtbot, editor)
    assert cell(window, TOTAL).text == "13"
    shown = window.area.tables.tables["requests"]
    assert focused() is shown
    qtbot.keyClick(shown, "1")
    assert focused().objectName() == "figure_editor"
    finish(qtbot, focused(), Qt.Key.Key_Escape)
    assert focused() is shown
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert focused() is window.findings.view
    assert shown_code(window) == code
    qtbot.keyClick(focused(), "1")
    assert cell(window, TOTAL).text == "13"
    assert len(window.workspace.reviews[FIRST].verdicts) == 1


def test_a_finding_that_names_no_cell_says_so(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    window.selection.key = ""
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert not window.findChildren(QLineEdit, "figure_editor")
    assert "没有指向表里的某一格" in window.status.currentMessage()


def test_where_no_finding_is_left_the_keys_go_to_nothing(qtbot: Any, open_window: Open) -> None:
    window = open_window([right(FIRST)])
    press(qtbot, window, "F8")
    for key in "1234N":
        qtbot.keyClick(focused(), key)
    assert not isinstance(focused(), QLineEdit)
    assert not window.workspace.undo_stack.count()


def ring_seen(window: MainWindow) -> str:
    """Return the object name of the one pane that shows that it has the keys."""
    (ring,) = [r for r in window.findChildren(FocusRing) if r.isVisible()]
    parent = ring.parentWidget()
    assert parent is not None
    assert ring.size() == parent.size()
    return parent.objectName()


def test_a_ring_shows_where_the_keys_go(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    assert ring_seen(window) == "finding_list"
    edge = window.findings.view.grab().toImage().pixelColor(0, 40)
    assert edge == theme.tones(window.palette()).focus
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert window.area.tables.scroller.isAncestorOf(focused())
    assert len([r for r in window.findChildren(FocusRing) if r.isVisible()]) == 1
    finish(qtbot, focused(), Qt.Key.Key_Escape)
    press(qtbot, window, "Ctrl+N")
    assert ring_seen(window) == "note"
    qtbot.mouseClick(window.reports.view.viewport(), Qt.MouseButton.LeftButton)
    assert ring_seen(window) == "report_list"
    rows = window.reports.view.viewport()
    qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(1, 3))
    assert window.reports.view.currentIndex().isValid()


# Notes


def note_of(window: MainWindow) -> QLineEdit:
    note = window.findChild(QLineEdit, "note")
    assert note is not None
    return note


def test_n_writes_a_note_and_enter_gives_no_verdict(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    qtbot.keyClick(focused(), "n")
    assert focused() is note_of(window)
    compose(focused(), "  与单位 核对  ")
    qtbot.keyClick(focused(), "1")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    verdict = window.workspace.reviews[FIRST].verdicts[entry.id]
    assert (verdict.decision, verdict.note) == (None, "  与单位 核对  1")
    assert focused() is window.findings.view
    assert note_of(window).text() == "  与单位 核对  1"
    assert window.reports.model.row(0).errors == 3
    press(qtbot, window, "Ctrl+Z")
    assert not window.workspace.reviews[FIRST].verdicts
    assert note_of(window).text() == ""


def test_escape_leaves_the_note_and_loses_nothing(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+N")
    compose(focused(), "待回电")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    (verdict,) = window.workspace.reviews[FIRST].verdicts.values()
    assert (verdict.decision, verdict.note) == (None, "待回电")
    assert focused() is window.findings.view


@pytest.mark.parametrize(
    "keys", ["F8", "Shift+F8", "Alt+Down", "Ctrl+L", "Ctrl+M", "Ctrl+Return", "Ctrl+PgDown"]
)
def test_a_note_goes_to_the_finding_where_it_was_typed(
    qtbot: Any, window: MainWindow, keys: str
) -> None:
    press(qtbot, window, "F8")
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    press(qtbot, window, "Ctrl+N")
    compose(focused(), "待回电")
    press(qtbot, window, keys)
    assert {(v.finding_id, v.note) for v in window.workspace.reviews[FIRST].verdicts.values()} == {
        (entry.id, "待回电")
    }
    assert all(not r.verdicts for p, r in window.workspace.reviews.items() if p != FIRST)


def test_a_note_that_is_being_typed_goes_with_the_verdict(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+N")
    compose(focused(), "属实，已回电")
    press(qtbot, window, "Ctrl+1")
    (verdict,) = window.workspace.reviews[FIRST].verdicts.values()
    assert (verdict.decision, verdict.note) == ("confirmed", "属实，已回电")
    assert window.workspace.undo_stack.count() == 1
    press(qtbot, window, "Ctrl+0")
    (verdict,) = window.workspace.reviews[FIRST].verdicts.values()
    assert (verdict.decision, verdict.note) == (None, "属实，已回电")


def test_what_refreshes_the_report_leaves_the_note_alone(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    press(qtbot, window, "Ctrl+N")
    note = focused()
    compose(note, "待")
    window.workspace.correct(FIRST, TOTAL, 12)
    assert window.workspace.reviews[FIRST].counts.total() == 0
    assert focused() is note
    compose(note, "回电")
    press(qtbot, window, "Alt+Down")
    (verdict,) = window.workspace.reviews[FIRST].verdicts.values()
    assert (verdict.finding_id, verdict.note) == (entry.id, "待回电")


def test_after_the_next_report_the_note_is_another_ones(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+N")
    press(qtbot, window, "Alt+Down")
    assert shown_path(window) != FIRST
    assert not isinstance(focused(), QLineEdit)
    for key in "123":
        qtbot.keyClick(focused(), key)
    assert not window.workspace.undo_stack.count()


# What is said of the keys


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_sheet_menus_and_tips_name_the_same_keys(
    qtbot: Any, qapp: QApplication, open_window: Open, language: Language
) -> None:
    translation.install(qapp, language)
    try:
        window = open_window(three_reports())
        sheet = ShortcutSheet(window.commands, window)
        caps = [cap.text() for cap in sheet.findChildren(QLabel, theme.KEY_CAP)]
        native = QKeySequence.SequenceFormat.NativeText
        in_menus = {
            a.objectName() for m in window.menuBar().findChildren(QMenu) for a in m.actions()
        }
        for command in COMMANDS:
            action = window.commands[command.name]
            printed = names_of(action.shortcuts())
            assert set(printed) <= set(caps), command.name
            if command.listed:
                assert command.listed in caps
                assert command.listed in action.toolTip()
            if printed:
                # What Qt's menus print.
                assert action.shortcut().toString(native) == printed[0]
                assert printed[0] in action.toolTip()
                assert command.name in in_menus
            assert "回车" not in action.toolTip()
            assert "Return" not in action.toolTip()
        assert "Ctrl+Enter" in caps
        assert not [cap for cap in caps if "回" in cap or "Return" in cap]
    finally:
        translation.install(qapp, "zh_CN")


def test_the_keys_of_the_list_do_what_their_commands_do(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    for command in COMMANDS:
        if command.listed:
            seen: list[str] = []
            action = window.commands[command.name]
            decided = []
            before = window.workspace.undo_stack.count()
            qtbot.keyClick(window.findings.view, command.listed)
            decided.append(window.workspace.undo_stack.count() - before)
            press(qtbot, window, "Esc")
            action.trigger()
            # The second time nothing is left to do.
            decided.append(window.workspace.undo_stack.count() - before)
            assert decided[0] == decided[1], (command.name, seen)
            press(qtbot, window, "Esc")


def test_the_keys_of_panes_are_printed_in_full(qtbot: Any, window: MainWindow) -> None:
    sheet = ShortcutSheet(window.commands, window)
    said = {label.text() for label in sheet.findChildren(QLabel)}
    for each in IN_PANES:
        assert each.text in said
        assert set(each.keys) <= said


def test_clicking_a_figure_gives_the_table_the_keys(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    shown = click_figure(qtbot, window, TOTAL)
    assert focused() is shown
    qtbot.keyClick(shown, "2")
    assert focused().objectName() == "figure_editor"
    assert not window.workspace.reviews[FIRST].verdicts
    finish(qtbot, focused(), Qt.Key.Key_Escape)


def test_tool_buttons_of_verdicts_name_their_keys(qtbot: Any, window: MainWindow) -> None:
    buttons = {
        b.defaultAction().objectName(): b.toolTip()
        for b in window.findings.findChildren(QToolButton)
        if b.defaultAction() is not None
    }
    assert "Ctrl+1" in buttons["confirm_finding"]
    assert "按 1" in buttons["confirm_finding"]
