"""Suggestions previewed, gone through and applied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
)

from gui.main_window import MainWindow
from gui.models.findings import ENTRY_ROLE, SENTENCE
from parser.model import Finding, Severity
from tests.support.reviews import judged, made_report, wrong
from tests.support.windows import (
    FIRST,
    TOTAL,
    cell,
    choose,
    press,
    shown_code,
    three_reports,
)

Open = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(three_reports())


@pytest.mark.parametrize("way", ["keys", "menu"])
def test_a_suggestion_is_previewed_applied_and_undone_in_one_step(
    qtbot: Any, window: MainWindow, way: str
) -> None:
    press(qtbot, window, "F8")
    sentence = window.findChild(QLabel, "suggestion_sentence")
    assert sentence is not None
    assert sentence.isVisible()
    assert "12" in sentence.text()
    assert cell(window, TOTAL).preview == "12"
    if way == "keys":
        press(qtbot, window, "Ctrl+Return")
    else:
        choose(window, "apply_repair")
    correction = window.workspace.reviews[FIRST].corrections[TOTAL]
    assert (correction.value, correction.reason) == (12, "采纳建议")
    assert not sentence.isVisible()
    assert window.workspace.undo_stack.count() == 1
    press(qtbot, window, "Ctrl+Z")
    assert not window.workspace.reviews[FIRST].corrections
    assert cell(window, TOTAL).preview == "12"


@pytest.mark.parametrize("way", ["anywhere", "list", "bar"])
def test_arrow_keys_go_through_alternatives_each_previewed(
    qtbot: Any, open_window: Open, way: str
) -> None:
    noughts = dict.fromkeys(made_report().figures, 0)
    report = judged(made_report(FIRST, values={**noughts, "review.upheld": 3, "review.total": 5}))
    assert len(report.repairs) > 1
    window = open_window([report])
    press(qtbot, window, "F8")
    bar = window.findings.suggestions

    def following() -> None:
        if way == "anywhere":
            press(qtbot, window, "Alt+Right")
        elif way == "list":
            qtbot.keyClick(window.findings.view, Qt.Key.Key_Right)
        else:
            qtbot.keyClick(bar, Qt.Key.Key_Right)

    sentence = window.findChild(QLabel, "suggestion_sentence")
    assert sentence is not None
    for repair in [*report.repairs[1:], report.repairs[0], report.repairs[1]]:
        following()
        assert sentence.text() == repair.sentence
        for change in repair.changes:
            assert cell(window, change.figure).preview == str(change.value)
        assert window.area.tables.current_key() == repair.changes[0].figure
        assert window.selection.entry is not None
        assert window.selection.entry.index in repair.settles
    press(qtbot, window, "Ctrl+Return")
    review = window.workspace.reviews[FIRST]
    applied = {key: c.value for key, c in review.corrections.items()}
    assert applied == {change.figure: change.value for change in report.repairs[1].changes}
    assert review.count(Severity.ERROR) == 0


def test_no_suggestion_stands_where_none_settles_the_finding(qtbot: Any, open_window: Open) -> None:
    report = wrong(FIRST, "d1")
    other = Finding("Y101", Severity.ERROR, "标题写 2022 年，正文写 2023 年")
    window = open_window([replace(report, findings=(*report.findings, other))])
    bar = window.findings.suggestions
    assert not bar.isVisible()
    model = window.findings.shown
    for row in range(model.rowCount()):
        index = model.index(row, SENTENCE)
        window.findings.view.scrollTo(index)
        middle = window.findings.view.visualRect(index).center()
        qtbot.mouseClick(window.findings.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        is_sum = index.data(ENTRY_ROLE).code != "Y101"
        assert bar.isVisible() == is_sum
        assert window.commands["apply_repair"].isEnabled() == is_sum
        assert (cell(window, TOTAL).preview == "12") == is_sum
    window.selection.select_entry(model.index(model.rowCount() - 1, 0).data(ENTRY_ROLE))
    assert shown_code(window) == "Y101"
    press(qtbot, window, "Ctrl+Return")
    assert not window.workspace.reviews[FIRST].corrections


def test_a_suggestion_says_what_it_changes_before_it_does(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    changes = window.findChild(QLabel, "suggestion_changes")
    assert changes is not None
    assert changes.isVisible()
    assert changes.text() == "（七）总计·自然人 21 → 12"


def test_taking_a_suggestion_twice_takes_no_second_one(qtbot: Any, open_window: Open) -> None:
    values = {"review.upheld": 3, "review.total": 5}
    one = wrong(FIRST, "d1")
    both = dict.fromkeys(one.figures, 0) | {k: f.value for k, f in one.figures.items()} | values
    report = judged(made_report(FIRST, "d1", values=both))
    window = open_window([report])
    press(qtbot, window, "F8")
    bar = window.findings.suggestions
    assert bar.isVisible()
    for _ in range(2):
        press(qtbot, window, "Ctrl+Return")
    assert set(window.workspace.reviews[FIRST].corrections) == {TOTAL}
    assert window.workspace.undo_stack.count() == 1
    assert window.workspace.reviews[FIRST].suggestions
    assert not bar.isVisible()
    assert not window.commands["apply_repair"].isEnabled()
    press(qtbot, window, "F8")
    assert bar.isVisible()
    press(qtbot, window, "Ctrl+Z")
    assert not window.workspace.reviews[FIRST].corrections
