"""Findings and figures gone through and chosen, by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QTableView,
    QToolButton,
)

from gui.main_window import MainWindow
from tests.support.windows import (
    FIRST,
    SECOND,
    TOTAL,
    cell,
    click_figure,
    in_view,
    press,
    shown_code,
    shown_path,
    source_text,
    three_reports,
    type_figure,
)

Open = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(three_reports())


def test_f8_goes_through_the_findings_and_on_to_the_next_report(
    qtbot: Any, window: MainWindow
) -> None:
    seen = []
    for _ in range(6):
        press(qtbot, window, "F8")
        seen.append((shown_path(window), shown_code(window)))
    assert [path for path, _ in seen] == [FIRST] * 3 + [SECOND] * 3
    assert sorted(code for _, code in seen[:3]) == ["A101", "A102", "A103"]
    press(qtbot, window, "F8")
    assert (shown_path(window), shown_code(window)) == seen[-1]
    for expected in seen[-2::-1]:
        press(qtbot, window, "Shift+F8")
        assert (shown_path(window), shown_code(window)) == expected


def test_f8_brings_the_figure_and_its_place_in_the_text_into_view(
    qtbot: Any, window: MainWindow
) -> None:
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    assert window.area.tables.current_key() == TOTAL
    assert cell(window, TOTAL).focus
    assert in_view(source_text(window), entry.spans[0])
    shown = window.area.tables.tables["requests"]
    area = shown.figure_rect(TOTAL)
    top = shown.mapTo(window, area.topLeft())
    pane = window.area.tables
    assert pane.rect().contains(pane.mapFrom(window, top))


def test_f8_goes_on_from_where_it_was_after_a_correction(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    press(qtbot, window, "F8")
    type_figure(qtbot, window, TOTAL, "12")
    press(qtbot, window, "F8")
    assert shown_path(window) == SECOND


def test_f8_passes_over_what_the_filters_hide(qtbot: Any, window: MainWindow) -> None:
    box = window.findChild(QLineEdit, "report_filter")
    assert box is not None
    qtbot.keyClicks(box, "2022")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.reports.view.hasFocus()
    press(qtbot, window, "F8")
    assert shown_path(window) == SECOND
    toggle = window.findChild(QToolButton, "show_error")
    assert toggle is not None
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    listed = window.findChild(QTableView, "finding_list")
    assert listed is not None
    assert listed.model().rowCount() == 0
    press(qtbot, window, "F8")
    assert shown_code(window) == ""


def test_choosing_a_figure_shows_its_finding_and_its_place(qtbot: Any, window: MainWindow) -> None:
    key = "requests.granted.natural"
    click_figure(qtbot, window, key)
    assert shown_code(window) == "A102"
    span = window.workspace.reviews[FIRST].current.figures[key].span
    assert in_view(source_text(window), span)
    click_figure(qtbot, window, "disclosure.rules.made")
    assert window.selection.key == "disclosure.rules.made"


def test_choosing_a_place_in_the_text_shows_figure_and_finding(
    qtbot: Any, window: MainWindow
) -> None:
    span = window.workspace.reviews[FIRST].current.figures[TOTAL].span
    window.area.source.place_clicked.emit(span.start)
    assert window.area.tables.current_key() == TOTAL
    assert shown_code(window) in {"A101", "A102", "A103"}


def test_choosing_a_finding_with_the_mouse(qtbot: Any, window: MainWindow) -> None:
    view = window.findings.view
    middle = view.visualRect(view.model().index(2, 2)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.selection.entry is not None
    assert window.selection.entry.id == window.findings.model.entries[2].id
    assert window.area.tables.current_key() in window.selection.entry.figures


def test_enter_in_the_list_of_reports_goes_to_the_first_finding(
    qtbot: Any, window: MainWindow
) -> None:
    qtbot.keyClick(window.reports.view, Qt.Key.Key_Return)
    assert shown_code(window) == window.findings.model.entries[0].code


def test_arrow_keys_go_from_figure_to_figure_and_on_to_the_next_table(
    qtbot: Any, window: MainWindow
) -> None:
    shown = click_figure(qtbot, window, "disclosure.rules.made")
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert window.area.tables.current_key() == "disclosure.rules.repealed"
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert window.area.tables.current_key() == "disclosure.licensing.decisions"
    shown = click_figure(qtbot, window, "disclosure.fees.amount")
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert window.area.tables.current_key() == "requests.received.natural"
    assert window.area.tables.tables["requests"].hasFocus()
