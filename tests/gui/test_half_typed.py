"""What is half typed lands where it was begun, whatever the auditor does next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView

from gui import theme
from gui.main_window import MainWindow
from gui.models.reports import PATH_ROLE
from parser.review.cell_marks import CellMarks
from parser.review.session import Event, Session
from parser.settings.profile import Profile
from tests.support.reviews import made_report, wrong
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
)

Open = Callable[..., MainWindow]
Move = Callable[[Any, MainWindow], object]


@pytest.fixture
def window(qtbot: Any, open_window: Open) -> Iterator[MainWindow]:
    """The window on the first report, with a figure and a finding chosen."""
    opened = open_window(three_reports())
    press(qtbot, opened, "F8")
    yield opened
    for editor in editors(opened):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)


def begin(qtbot: Any, window: MainWindow, typed: str = "7", key: str = TOTAL) -> QLineEdit:
    """Type into a figure as an auditor does, and leave it at that."""
    shown = click_figure(qtbot, window, key)
    qtbot.keyClicks(shown, typed[0])
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    qtbot.keyClicks(focused, typed[1:])
    return focused


def editors(window: MainWindow) -> list[QLineEdit]:
    return [e for e in window.findChildren(QLineEdit, "figure_editor") if e.isVisible()]


def words(window: MainWindow) -> str:
    """Return the reason that stands beside a cell, "" where none does."""
    seen = [label for label in window.findChildren(QLabel, "refusal") if label.isVisible()]
    return seen[0].text() if seen else ""


def written(window: MainWindow) -> list[tuple[str, str, str | None]]:
    """Return the log as it is on disk: which content, what, the new value."""
    desk = window.workspace.desk
    assert desk is not None
    return [(e.digest, e.target, e.new) for e in logged(desk.session.place)]


def logged(place: Path | None) -> tuple[Event, ...]:
    assert place is not None
    log = Session._reading(place, "just looking")  # pyright: ignore[reportPrivateUsage]
    try:
        return log.events()
    finally:
        log.close()


def by_command(name: str) -> Move:
    return lambda _qtbot, window: choose(window, name)


def by_keys(keys: str) -> Move:
    return lambda qtbot, window: press(qtbot, window, keys)


def click_report(qtbot: Any, window: MainWindow) -> None:
    view = window.findChild(QTableView, "report_list")
    assert isinstance(view, QTableView)
    model = view.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    index = next(row for row in rows if row.data(PATH_ROLE) == SECOND)
    middle = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def click_finding(qtbot: Any, window: MainWindow) -> None:
    view = window.findings.view
    last = view.model().index(view.model().rowCount() - 1, 2)
    middle = view.visualRect(last).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def click_other_figure(qtbot: Any, window: MainWindow) -> None:
    shown = window.area.tables.tables["requests"]
    index = shown.figures.place("requests.total.charity")
    middle = shown.visualRect(index).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def click_filter(qtbot: Any, window: MainWindow) -> None:
    qtbot.mouseClick(window.reports.filter, Qt.MouseButton.LeftButton)


def type_filter(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "Ctrl+L")
    if window.reports.filter.hasFocus():
        qtbot.keyClicks(window.reports.filter, "2022")


def go_to_another_window(qtbot: Any, window: MainWindow) -> None:
    other = QLineEdit(window)
    other.setWindowFlag(Qt.WindowType.Window)
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is other)


MOVES: dict[str, Move] = {
    "F8": by_keys("F8"),
    "Shift+F8": by_keys("Shift+F8"),
    "Alt+Down": by_keys("Alt+Down"),
    "Alt+Up": by_keys("Alt+Up"),
    "Ctrl+PgDown": by_keys("Ctrl+PgDown"),
    "Ctrl+M": by_keys("Ctrl+M"),
    "Ctrl+1": by_keys("Ctrl+1"),
    "Ctrl+N": by_keys("Ctrl+N"),
    "menu next_finding": by_command("next_finding"),
    "menu next_report": by_command("next_report"),
    "menu confirm_finding": by_command("confirm_finding"),
    "click report": click_report,
    "click finding": click_finding,
    "click figure": click_other_figure,
    "click filter": click_filter,
    "type filter": type_filter,
    "another window": go_to_another_window,
    "step": lambda _qtbot, window: window.selection.step_report(1),
    "select": lambda _qtbot, window: window.selection.select_report(SECOND),
    "place": lambda _qtbot, window: window.area.source.place_clicked.emit(0),
}


# One of each kind: a key, a menu, a click in a list, in the table and in a field, another window.
KINDS = (
    "Shift+F8",
    "Alt+Down",
    "menu next_finding",
    "click report",
    "click figure",
    "type filter",
    "another window",
)


@pytest.mark.parametrize("move", MOVES.values(), ids=MOVES)
def test_a_half_typed_figure_is_kept_where_it_was_begun(
    qtbot: Any, window: MainWindow, move: Move
) -> None:
    begin(qtbot, window)
    move(qtbot, window)
    assert [e for e in written(window) if e[1] == TOTAL] == [("d1", TOTAL, "7")]
    assert not window.workspace.reviews[SECOND].corrections
    assert not editors(window)


@pytest.mark.parametrize("move", [MOVES[kind] for kind in KINDS], ids=KINDS)
def test_where_it_is_refused_nothing_moves_and_the_reason_stands(
    qtbot: Any, window: MainWindow, move: Move
) -> None:
    before = (window.selection.entry, window.selection.key)
    editor = begin(qtbot, window, "1.5")
    move(qtbot, window)
    QApplication.processEvents()
    assert shown_path(window) == window.selection.path == FIRST
    assert (window.selection.entry, window.selection.key) == before
    assert window.area.tables.current_key() == TOTAL
    assert (editors(window), editor.text()) == ([editor], "1.5")
    assert "只能是整数" in words(window)
    assert not written(window)
    # Nothing was lost: it is mended where it stands, and the move is free again.
    window.activateWindow()
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert not words(window)
    finish(qtbot, editor)
    assert written(window) == [("d1", TOTAL, "1")]


def test_shift_f8_after_alt_down_keeps_two_figures_apart(qtbot: Any, window: MainWindow) -> None:
    begin(qtbot, window, "7")
    press(qtbot, window, "Alt+Down")
    assert shown_path(window) == SECOND
    begin(qtbot, window, "8")
    press(qtbot, window, "Shift+F8")
    assert written(window) == [("d1", TOTAL, "7"), ("d2", TOTAL, "8")]


def test_leaving_an_editor_in_which_nothing_was_typed_changes_nothing(
    qtbot: Any, window: MainWindow
) -> None:
    open_editor(qtbot, window, TOTAL)
    press(qtbot, window, "Alt+Down")
    assert shown_path(window) == SECOND
    assert not written(window)


@pytest.mark.parametrize("way", ["command", "keys"])
def test_reading_again_keeps_it_first(qtbot: Any, window: MainWindow, way: str) -> None:
    begin(qtbot, window)
    with qtbot.waitSignal(window.workspace.reading_ended):
        press(qtbot, window, "F5") if way == "keys" else choose(window, "reload")
    assert written(window) == [("d1", TOTAL, "7")]
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value == 7


def test_reading_again_waits_for_what_is_refused(qtbot: Any, window: MainWindow) -> None:
    editor = begin(qtbot, window, "1.5")
    press(qtbot, window, "F5")
    assert not window.workspace.is_reading
    assert editors(window) == [editor]
    window.open_paths([Path(str(window.workspace.paths[0]))])
    assert not window.workspace.is_reading
    assert editors(window) == [editor]


def test_undo_keeps_it_first_and_then_takes_it_back(qtbot: Any, window: MainWindow) -> None:
    window.workspace.mark_reviewed(FIRST, True)
    begin(qtbot, window)
    choose(window, "undo")
    assert [(e[1], e[2]) for e in written(window)] == [("", "1"), (TOTAL, "7"), (TOTAL, "21")]
    assert window.workspace.reviews[FIRST].reviewed


def test_a_suggestion_is_applied_to_what_was_typed(qtbot: Any, window: MainWindow) -> None:
    begin(qtbot, window, "20")
    press(qtbot, window, "Ctrl+Return")
    assert next(e for e in written(window) if e[1] == TOTAL) == ("d1", TOTAL, "20")
    assert not editors(window)


def test_no_suggestion_is_applied_over_what_is_refused(qtbot: Any, window: MainWindow) -> None:
    editor = begin(qtbot, window, "1.5")
    press(qtbot, window, "Ctrl+Return")
    choose(window, "apply_repair")
    choose(window, "mark_reviewed")
    assert not written(window)
    assert not window.commands["mark_reviewed"].isChecked()
    assert editors(window) == [editor]


def test_another_profile_leaves_the_editor_alone(qtbot: Any, window: MainWindow) -> None:
    editor = begin(qtbot, window, "71")
    window.workspace.use_profile(Profile())
    assert (editors(window), editor.text(), editor.hasFocus()) == ([editor], "71", True)


def test_a_long_number_is_seen_in_full(qtbot: Any, window: MainWindow) -> None:
    editor = begin(qtbot, window, "1234567890")
    advance = editor.fontMetrics().horizontalAdvance(editor.text())
    assert editor.width() > advance + 8
    parent = editor.parentWidget()
    assert parent is not None
    assert parent.rect().contains(editor.geometry())


def test_exporting_keeps_it_first(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[tuple[str, str, str | None]]] = []
    begin(qtbot, window)
    monkeypatch.setattr(
        "gui.exporting.QFileDialog.getSaveFileName",
        lambda *_a, **_k: (seen.append(written(window)), ("", ""))[1],
    )
    press(qtbot, window, "Ctrl+E")
    assert seen == [[("d1", TOTAL, "7")]]


def test_closing_keeps_it(qtbot: Any, window: MainWindow) -> None:
    begin(qtbot, window)
    desk = window.workspace.desk
    assert desk is not None
    place = desk.session.place
    assert window.close()
    assert [(e.digest, e.target, e.new) for e in logged(place)] == [("d1", TOTAL, "7")]


def test_closing_waits_for_what_is_refused(qtbot: Any, window: MainWindow) -> None:
    editor = begin(qtbot, window, "1.5")
    assert not window.close()
    assert window.isVisible()
    assert "只能是整数" in words(window)
    finish(qtbot, editor, Qt.Key.Key_Escape)
    assert window.close()


# What comes by itself while somebody types


def test_what_arrives_leaves_the_editor_alone(qtbot: Any, window: MainWindow) -> None:
    editor = begin(qtbot, window, "71")
    desk = window.workspace.desk
    assert desk is not None
    window.workspace._on_arrived([made_report("0.txt", "d9")])  # pyright: ignore[reportPrivateUsage]
    window.workspace.review_changed.emit(FIRST)
    window.workspace.across_changed.emit()
    QApplication.processEvents()
    assert (editors(window), editor.text(), editor.hasFocus()) == ([editor], "71", True)
    assert shown_path(window) == FIRST
    qtbot.keyClicks(editor, "5")
    finish(qtbot, editor)
    assert written(window) == [("d1", TOTAL, "715")]


def test_a_table_that_gets_another_layout_keeps_the_editor(qtbot: Any, window: MainWindow) -> None:
    begin(qtbot, window, "71")
    desk = window.workspace.desk
    assert desk is not None
    parts = ("no_correction", "unpaid_fee", "misc")
    desk.add(wrong(FIRST, "d1", without=tuple(f"requests.other.{part}" for part in parts)))
    desk.correct(FIRST, {"requests.other.natural": 0}, "")
    window.workspace.review_changed.emit(FIRST)
    (editor,) = editors(window)
    assert (editor.text(), editor.hasFocus()) == ("71", True)
    qtbot.keyClicks(editor, "5")
    finish(qtbot, editor)
    assert written(window)[1:] == [("d1", TOTAL, "715")]
    assert window.area.tables.tables["requests"].current_key() == TOTAL


def test_another_theme_or_font_leaves_the_editor_alone(
    qtbot: Any, qapp: QApplication, window: MainWindow
) -> None:
    editor = begin(qtbot, window, "71")
    font = qapp.font()
    theme.apply(qapp, "dark")
    qapp.setFont(theme.base_font(14))
    QApplication.processEvents()
    try:
        assert (editors(window), editor.text(), editor.hasFocus()) == ([editor], "71", True)
        press(qtbot, window, "Alt+Down")
        assert written(window) == [("d1", TOTAL, "71")]
    finally:
        qapp.setFont(font)
        theme.apply(qapp, "light")


def test_a_report_that_is_taken_away_gives_back_what_can_be_kept(
    qtbot: Any, window: MainWindow
) -> None:
    begin(qtbot, window, "7")
    window.area.tables.show_review(None, CellMarks())
    assert written(window) == [("d1", TOTAL, "7")]


# Reasons of corrections


def begin_reason(qtbot: Any, window: MainWindow) -> QLineEdit:
    editor = open_editor(qtbot, window, TOTAL)
    qtbot.keyClicks(editor, "13")
    finish(qtbot, editor)
    reason = window.findChild(QLineEdit, "correction_reason")
    assert reason is not None
    qtbot.mouseClick(reason, Qt.MouseButton.LeftButton)
    compose(reason, " 单位  来电 ")
    return reason


@pytest.mark.parametrize("move", [MOVES[kind] for kind in KINDS], ids=KINDS)
def test_a_reason_goes_to_the_correction_that_it_was_typed_for(
    qtbot: Any, window: MainWindow, move: Move
) -> None:
    begin_reason(qtbot, window)
    move(qtbot, window)
    correction = window.workspace.reviews[FIRST].corrections[TOTAL]
    assert (correction.value, correction.reason) == (13, " 单位  来电 ")
    assert not window.workspace.reviews[SECOND].corrections


def test_escape_in_the_reason_keeps_it_and_goes_back_to_the_cell(
    qtbot: Any, window: MainWindow
) -> None:
    reason = begin_reason(qtbot, window)
    qtbot.keyClick(reason, Qt.Key.Key_Escape)
    assert window.workspace.reviews[FIRST].corrections[TOTAL].reason == " 单位  来电 "
    assert window.area.tables.tables["requests"].hasFocus()


# Refusals


@pytest.mark.parametrize(
    ("typed", "said"),
    [("1o", "不是数字"), ("-3", "不能是负数"), ("13912345678", "11 位"), ("2.5", "只能是整数")],
)
def test_what_is_no_count_is_refused_beside_the_cell(
    qtbot: Any, window: MainWindow, typed: str, said: str
) -> None:
    editor = begin(qtbot, window, typed)
    finish(qtbot, editor)
    assert said in words(window)
    assert typed in words(window)
    assert said in editor.accessibleDescription()
    assert editor.isVisible()
    assert not written(window)
    label = next(w for w in window.findChildren(QLabel, "refusal") if w.isVisible())
    parent = label.parentWidget()
    assert parent is not None
    beside = editor.mapTo(parent, editor.rect().center())
    assert abs(label.geometry().center().y() - beside.y()) < editor.height() + label.height()
    assert parent.visibleRegion().boundingRect().contains(label.geometry())
    qtbot.keyClick(editor, "a", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "12")
    assert not words(window)
    finish(qtbot, editor)
    assert cell(window, TOTAL).text == "12"


def test_escape_gives_up_what_was_refused(qtbot: Any, window: MainWindow) -> None:
    editor = begin(qtbot, window, "2.5")
    finish(qtbot, editor)
    finish(qtbot, editor, Qt.Key.Key_Escape)
    assert not editors(window)
    assert not words(window)
    assert cell(window, TOTAL).text == "21"
    assert window.area.tables.tables["requests"].hasFocus()


def test_an_amount_may_have_decimals(qtbot: Any, window: MainWindow) -> None:
    editor = begin(qtbot, window, "1234.56", "disclosure.fees.amount")
    finish(qtbot, editor)
    assert written(window) == [("d1", "disclosure.fees.amount", "1234.56")]


def test_a_change_may_be_negative(qtbot: Any, open_window: Open) -> None:
    window = open_window([made_report(FIRST, form_id="2019")])
    editor = begin(qtbot, window, "-", "disclosure.licensing.change")
    assert not words(window)
    qtbot.keyClicks(editor, "3")
    finish(qtbot, editor)
    assert written(window) == [("d1", "disclosure.licensing.change", "-3")]


def test_what_the_log_refuses_stays_in_the_editor(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.workspace.desk
    assert desk is not None
    editor = begin(qtbot, window, "7")
    monkeypatch.setattr(desk.session, "closed_for", "磁盘已满")
    press(qtbot, window, "Alt+Down")
    assert shown_path(window) == FIRST
    assert editors(window) == [editor]
    assert "没有能够记下" in words(window)
    assert "磁盘已满" in window.status.currentMessage()
    monkeypatch.setattr(desk.session, "closed_for", "")
    press(qtbot, window, "Alt+Down")
    assert written(window) == [("d1", TOTAL, "7")]


def test_a_popup_of_the_editor_is_no_way_out(qtbot: Any, window: MainWindow) -> None:
    editor = begin(qtbot, window, "1.5")
    QApplication.sendEvent(
        editor, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    )
    assert editors(window) == [editor]
