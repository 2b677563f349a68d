"""Findings judged and reports marked reviewed, by key, menu and button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QToolButton,
    QWidget,
)

from gui.main_window import MainWindow
from gui.models.findings import ENTRY_ROLE, VERDICT
from tests.support.windows import (
    FIRST,
    SECOND,
    TOTAL,
    cell,
    choose,
    compose,
    press,
    shown_path,
    three_reports,
    type_figure,
)

Open = Callable[..., MainWindow]
COMMANDS = {
    "confirmed": ("confirm_finding", "1"),
    "dismissed": ("dismiss_finding", "2"),
    "corrected": ("corrected_finding", "3"),
    "later": ("later_finding", "4"),
}


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(three_reports())


@pytest.mark.parametrize("way", ["ctrl", "bare key", "menu", "button"])
@pytest.mark.parametrize("decision", ["confirmed", "dismissed", "corrected", "later"])
def test_a_finding_is_judged_with_a_note(
    qtbot: Any, window: MainWindow, way: str, decision: str
) -> None:
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    note = window.findChild(QLineEdit, "note")
    assert note is not None
    compose(note, "已电话核对")
    name, digit = COMMANDS[decision]
    if way == "ctrl" and window.commands[name].shortcut().isEmpty():
        pytest.skip("has no key of the whole window")
    elif way == "ctrl":
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


def test_what_was_called_misjudged_is_counted_and_listed_by_its_filter(
    qtbot: Any, window: MainWindow
) -> None:
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+2")
    press(qtbot, window, "F8")
    choose(window, "later_finding")
    box = window.findChild(QComboBox, "verdict_filter")
    assert box is not None
    names = [box.itemText(at) for at in range(box.count())]
    assert names == ["全部结论", "待定 1", "待查 1", "属实", "误报 1", "已更正"]
    for name, decision in (("误报 1", "dismissed"), ("待查 1", "later"), ("待定 1", None)):
        box.setFocus()
        while box.currentText() != name:
            at = names.index(name) > box.currentIndex()
            qtbot.keyClick(box, Qt.Key.Key_Down if at else Qt.Key.Key_Up)
        shown = window.findings.shown
        listed = [shown.index(row, 0).data(ENTRY_ROLE) for row in range(shown.rowCount())]
        assert [entry.state for entry in listed] == [decision]
    assert window.reports.model.row(0).errors == 2


def test_what_is_to_be_looked_into_stays_a_fault(qtbot: Any, window: MainWindow) -> None:
    before = window.reports.model.row(0).errors
    press(qtbot, window, "F8")
    choose(window, "later_finding")
    assert window.reports.model.row(0).errors == before
    choose(window, "corrected_finding")
    assert window.reports.model.row(0).errors == before - 1


def test_what_a_correction_settled_stays_listed_and_is_passed_by(
    qtbot: Any, window: MainWindow
) -> None:
    type_figure(qtbot, window, TOTAL, "12")
    model = window.findings.model
    assert [model.index(row, VERDICT).data() for row in range(model.rowCount())] == ["已更正"] * 3
    assert window.reports.model.row(0).errors == 0
    assert cell(window, TOTAL).severity is None
    press(qtbot, window, "F8")
    assert shown_path(window) == SECOND
    press(qtbot, window, "Ctrl+Z")
    assert shown_path(window) == FIRST
    assert {entry.state for entry in model.entries} == {None}


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
