"""A verdict leads on to the next finding that has none; whoever does not like it turns it off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QToolButton

from gui import settings as preferences
from gui.dialogs.settings_dialog import SettingsDialog
from gui.main_window import MainWindow
from tests.support.windows import FIRST, SECOND, press, three_reports

Open = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    made = open_window(three_reports())
    made.commands["auto_advance"].setChecked(True)
    return made


def here(window: MainWindow) -> tuple[str, str]:
    entry = window.selection.entry
    return (window.selection.path, entry.code if entry else "")


def test_a_folder_is_judged_to_its_end_by_one_key(qtbot: Any, window: MainWindow) -> None:
    order = [
        (path, entry.code) for path in (FIRST, SECOND) for entry in window.workspace.entries(path)
    ]
    press(qtbot, window, "F8")
    window.findings.view.setFocus()
    for expected in order:
        assert here(window) == expected
        qtbot.keyClick(window.findings.view, Qt.Key.Key_1)
    judged = {
        (path, verdict.code)
        for path, review in window.workspace.reviews.items()
        for verdict in review.verdicts.values()
    }
    assert judged == set(order)
    assert here(window) == order[-1]
    assert window.status.currentMessage() == "后面没有了"


def test_what_has_a_verdict_is_passed_over(qtbot: Any, window: MainWindow) -> None:
    codes = [entry.code for entry in window.workspace.entries(FIRST)]
    window.workspace.judge(window.workspace.entries(FIRST)[1], "dismissed")
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+1")
    assert here(window) == (FIRST, codes[2])


def test_a_verdict_that_is_taken_back_leads_nowhere(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+1")
    press(qtbot, window, "Shift+F8")
    before = here(window)
    press(qtbot, window, "Ctrl+0")
    assert here(window) == before
    assert not window.workspace.reviews[FIRST].verdicts


def test_the_switch_beside_the_list_turns_it_off_and_is_remembered(
    qtbot: Any, window: MainWindow
) -> None:
    switch = window.commands["auto_advance"]
    button = next(
        b for b in window.findings.findChildren(QToolButton) if b.defaultAction() is switch
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    press(qtbot, window, "F8")
    before = here(window)
    press(qtbot, window, "Ctrl+1")
    assert here(window) == before
    assert not preferences.load().auto_advance
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert preferences.load().auto_advance


def test_the_settings_turn_it_off(qtbot: Any, window: MainWindow) -> None:
    window.commands["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.tabs.setCurrentWidget(dialog.window_page)
    box = dialog.findChild(QCheckBox, "setting_auto_advance")
    assert box is not None
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    qtbot.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)
    assert not window.commands["auto_advance"].isChecked()
    assert not preferences.load().auto_advance
