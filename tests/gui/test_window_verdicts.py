"""Findings judged and reports marked reviewed, by key, menu and button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QToolButton,
    QWidget,
)

from gui.main_window import MainWindow
from tests.support.windows import (
    FIRST,
    TOTAL,
    cell,
    choose,
    compose,
    press,
    three_reports,
)

Open = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(three_reports())


@pytest.mark.parametrize("way", ["ctrl", "bare key", "menu", "button"])
@pytest.mark.parametrize("decision", ["confirmed", "dismissed"])
def test_a_finding_is_judged_with_a_note(
    qtbot: Any, window: MainWindow, way: str, decision: str
) -> None:
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    note = window.findChild(QLineEdit, "note")
    assert note is not None
    compose(note, "已电话核对")
    name = "confirm_finding" if decision == "confirmed" else "dismiss_finding"
    digit = "1" if decision == "confirmed" else "2"
    if way == "ctrl":
        press(qtbot, window, f"Ctrl+{digit}")
    elif way == "bare key":
        qtbot.keyClick(window.findings.view, digit)
    elif way == "menu":
        choose(window, name)
    else:
        button = next(
            b
            for b in window.findings.findChildren(QToolButton)
            if b.defaultAction() is window.commands[name]
        )
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    verdict = window.workspace.reviews[FIRST].verdicts[entry.id]
    assert (verdict.decision, verdict.note) == (decision, "已电话核对")
    shown = window.selection.entry
    assert shown is not None
    assert shown.verdict == verdict
    press(qtbot, window, "Ctrl+Z")
    assert entry.id not in window.workspace.reviews[FIRST].verdicts


def test_a_dismissed_finding_no_longer_counts_or_colours(qtbot: Any, window: MainWindow) -> None:
    for _ in range(3):
        press(qtbot, window, "F8")
        press(qtbot, window, "Ctrl+2")
    assert window.reports.model.row(0).errors == 0
    assert cell(window, TOTAL).severity is None
    assert window.findings.model.rowCount() == 3
    box = window.findings.findChild(QWidget, "show_dismissed")
    assert box is not None
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() / 4)
    press(qtbot, window, "Ctrl+0")


def test_a_verdict_can_be_taken_back(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+1")
    assert window.workspace.reviews[FIRST].verdicts
    press(qtbot, window, "Ctrl+0")
    assert not window.workspace.reviews[FIRST].verdicts


def test_enter_in_the_note_keeps_the_verdict_that_stands(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+2")
    note = window.findings.note
    note.setFocus()
    compose(note, "四舍五入")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    (verdict,) = window.workspace.reviews[FIRST].verdicts.values()
    assert (verdict.decision, verdict.note) == ("dismissed", "四舍五入")


def test_a_report_is_marked_reviewed(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "Ctrl+M")
    assert window.workspace.reviews[FIRST].reviewed
    assert window.commands["mark_reviewed"].isChecked()
    choose(window, "mark_reviewed")
    assert not window.workspace.reviews[FIRST].reviewed
    assert not window.commands["mark_reviewed"].isChecked()
    press(qtbot, window, "Ctrl+Z")
    assert window.workspace.reviews[FIRST].reviewed
