"""Suggestions previewed, gone through and applied."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
)

from gui.main_window import MainWindow
from parser.model import Severity
from tests.support.reviews import judged, made_report
from tests.support.windows import (
    FIRST,
    TOTAL,
    cell,
    choose,
    press,
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
