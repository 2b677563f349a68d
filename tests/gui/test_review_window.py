"""Each thing an auditor does, by key and by menu, asserting on the window and on the review."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTableView,
    QToolButton,
    QWidget,
)

from gui import theme
from gui.dialogs.rule_help import PageBrowser, RuleHelp
from gui.failure import FailureHook
from gui.main_window import MainWindow
from gui.models.findings import ENTRY_ROLE
from gui.models.reports import PATH_ROLE
from gui.views.source.text_view import TextView
from parser.model import Note, Report, Severity, Span
from parser.pipeline import assess
from parser.settings.profile import Profile
from tests.support.reviews import judged, made_report, right, unreadable, wrong
from tests.support.windows import (
    cell,
    click_figure,
    compose,
    finish,
    in_view,
    open_editor,
    table,
    type_figure,
)

Open = Callable[..., MainWindow]
TOTAL = "requests.total.natural"
FIRST, SECOND, THIRD = "1.txt", "2.txt", "3.txt"


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window([right(THIRD), wrong(SECOND, "d2", year=2022), wrong(FIRST, "d1")])


def source_text(window: MainWindow) -> TextView:
    view = window.area.source.findChild(TextView, "source_text")
    assert view is not None
    return view


def press(qtbot: Any, window: MainWindow, keys: str) -> None:
    """Press keys as the window gets them, whatever has the focus."""
    focus = window.focusWidget() or window
    qtbot.keySequence(focus, keys)


def choose(window: MainWindow, name: str) -> None:
    """Choose a command in the menu that holds it."""
    for menu in window.menuBar().findChildren(QMenu):
        for action in menu.actions():
            if action.objectName() == name:
                assert action.isEnabled(), f"{name} cannot be chosen"
                action.trigger()
                return
    raise AssertionError(f"no menu has {name}")


def shown_path(window: MainWindow) -> str:
    view = window.findChild(QTableView, "report_list")
    assert isinstance(view, QTableView)
    return str(view.currentIndex().data(PATH_ROLE))


def shown_code(window: MainWindow) -> str:
    view = window.findChild(QTableView, "finding_list")
    assert isinstance(view, QTableView)
    entry = view.currentIndex().data(ENTRY_ROLE)
    return entry.code if entry else ""


def test_every_name_of_the_contract_is_there(window: MainWindow) -> None:
    for name in (
        "report_list",
        "report_filter",
        "source_pane",
        "table_disclosure",
        "table_requests",
        "table_challenges",
        "finding_list",
        "progress",
    ):
        found = window.findChildren(QWidget, name)
        assert len(found) == 1, name
        assert found[0].accessibleName(), name
    for name in (
        "open_folder",
        "open_files",
        "next_finding",
        "previous_finding",
        "next_report",
        "previous_report",
        "confirm_finding",
        "dismiss_finding",
        "apply_repair",
        "mark_reviewed",
        "undo",
        "redo",
        "export_workbook",
    ):
        assert window.commands[name].objectName() == name
        assert window.commands[name].text()


def test_the_first_report_is_shown_whichever_was_read_first(window: MainWindow) -> None:
    assert shown_path(window) == FIRST
    assert window.selection.path == FIRST


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


def test_a_correction_is_shown_kept_and_checked_at_once(qtbot: Any, window: MainWindow) -> None:
    type_figure(qtbot, window, TOTAL, "12")
    review = window.workspace.reviews[FIRST]
    assert review.corrections[TOTAL].value == 12
    assert review.report.figures[TOTAL].value == 21
    shown = cell(window, TOTAL)
    assert (shown.original, shown.text, shown.severity) == ("21", "12", None)
    assert review.count(Severity.ERROR) == 0
    assert window.findings.model.rowCount() == 0
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


@pytest.mark.parametrize("way", ["ctrl", "bare key", "menu", "button"])
@pytest.mark.parametrize("decision", ["confirmed", "dismissed"])
def test_a_finding_is_judged_with_a_note(
    qtbot: Any, window: MainWindow, way: str, decision: str
) -> None:
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    note = window.findChild(QLineEdit, "finding_note")
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


def test_a_report_is_marked_reviewed(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "Ctrl+M")
    assert window.workspace.reviews[FIRST].reviewed
    assert window.commands["mark_reviewed"].isChecked()
    choose(window, "mark_reviewed")
    assert not window.workspace.reviews[FIRST].reviewed
    assert not window.commands["mark_reviewed"].isChecked()
    press(qtbot, window, "Ctrl+Z")
    assert window.workspace.reviews[FIRST].reviewed


def test_going_from_report_to_report(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "Ctrl+PgDown")
    assert shown_path(window) == SECOND
    choose(window, "next_report")
    assert shown_path(window) == THIRD
    press(qtbot, window, "Ctrl+PgUp")
    assert shown_path(window) == SECOND
    qtbot.keyClick(window.reports.view, Qt.Key.Key_Up)
    assert window.selection.path == FIRST


def test_a_row_of_the_list_is_chosen_with_the_mouse(qtbot: Any, window: MainWindow) -> None:
    view = window.reports.view
    middle = view.visualRect(view.model().index(1, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.selection.path == SECOND
    assert window.area.source.report is window.workspace.reviews[SECOND].current


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


def test_a_finding_is_copied_as_text(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    choose(window, "copy_findings")
    entry = window.selection.entry
    assert entry is not None
    assert QGuiApplication.clipboard().text() == f"{entry.code} {entry.text}"


def test_an_unreadable_file_says_so_and_never_that_nothing_was_found(open_window: Open) -> None:
    window = open_window([unreadable("坏.docx", "文件已损坏")])
    said = [label.text() for label in window.area.findChildren(QLabel) if label.isVisible()]
    assert any("文件已损坏" in text for text in said)
    assert not any("没有发现问题" in text for text in said)
    assert not table(window, "requests").isVisible()


def test_a_report_without_fault_says_that_nothing_was_found(open_window: Open) -> None:
    window = open_window([right()])
    said = [label.text() for label in window.findings.findChildren(QLabel) if label.isVisible()]
    assert any("没有发现问题" in text for text in said)


def test_f8_then_enter_corrects_the_suspected_figure(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    shown = window.area.tables.tables["requests"]
    assert shown.hasFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    (editor,) = shown.findChildren(QLineEdit, "figure_editor")
    qtbot.keyClicks(editor, "12")
    finish(qtbot, editor)
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value == 12
    press(qtbot, window, "F8")
    assert shown_path(window) == SECOND


def test_enter_in_the_list_of_reports_goes_to_the_first_finding(
    qtbot: Any, window: MainWindow
) -> None:
    qtbot.keyClick(window.reports.view, Qt.Key.Key_Return)
    assert shown_code(window) == window.findings.model.entries[0].code


def test_undo_shows_the_report_that_it_changed(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "Ctrl+Return")
    press(qtbot, window, "Ctrl+PgDown")
    assert shown_path(window) == SECOND
    press(qtbot, window, "Ctrl+Z")
    assert shown_path(window) == FIRST
    assert cell(window, TOTAL).text == "21"


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


def test_the_column_labels_stay_in_sight(qtbot: Any, window: MainWindow) -> None:
    floating = window.findChild(QTableView, "floating_labels")
    assert floating is not None
    window.area.tables.select_figure("disclosure.rules.made")
    assert not floating.isVisible()
    window.area.tables.select_figure("requests.rejected.petition.natural")
    assert floating.isVisible()


@pytest.mark.parametrize("width", [1280, 1920, 3000])
def test_the_tables_fit_the_pane_without_scrolling_sideways(
    qtbot: Any, window: MainWindow, width: int
) -> None:
    window.resize(width, 800)
    pane = window.area.tables
    for shown in pane.tables.values():
        assert 0 < shown.width() <= pane.width()
        columns = range(shown.model().columnCount())
        assert sum(shown.columnWidth(c) for c in columns) <= shown.width()


def test_the_menu_of_a_report_offers_other_encodings(qtbot: Any, window: MainWindow) -> None:
    view = window.reports.view
    at = view.visualRect(view.model().index(1, 1)).center()
    asked: list[tuple[str, str]] = []
    window.reports.encoding_chosen.connect(lambda *a: asked.append(a))
    view.customContextMenuRequested.emit(at)
    menus = [m for m in window.reports.findChildren(QMenu) if m.title() == "按其他编码重新打开"]
    (again,) = menus
    next(a for a in again.actions() if a.objectName() == "encoding_gb18030").trigger()
    assert asked == [(SECOND, "gb18030")]


def test_the_second_copy_of_a_body_can_be_looked_at(qtbot: Any, open_window: Open) -> None:
    report = wrong(FIRST)
    first = report.bodies[0]
    moved = {k: replace(f, span=Span(f.span.start + 9000, f.span.end + 9000), raw="8", value=8)
             for k, f in first.figures.items()}  # fmt: skip
    window = open_window([replace(report, bodies=(first, replace(first, figures=moved)))])
    chooser = window.findChild(QComboBox, "copy_chooser")
    assert chooser is not None
    assert chooser.isVisible()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    shown = click_figure(qtbot, window, TOTAL)
    assert cell(window, TOTAL).text == "8"
    assert window.selection.spans == (moved[TOTAL].span,)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert not shown.findChildren(QLineEdit, "figure_editor")
    press(qtbot, window, "F8")
    assert chooser.currentIndex() == 0
    assert cell(window, TOTAL).text == "21"
    window.area.source.place_clicked.emit(moved[TOTAL].span.start)
    assert chooser.currentIndex() == 1


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


def test_a_screen_reader_hears_name_value_and_fault(window: MainWindow) -> None:
    shown = window.area.tables.tables["requests"]
    interface = QAccessible.queryAccessibleInterface(shown)
    children = [interface.child(i) for i in range(interface.childCount())]
    spoken = [child.text(QAccessible.Text.Name) for child in children if child is not None]
    (text,) = [text for text in spoken if text.startswith("（七）总计·自然人")]
    assert text.startswith("（七）总计·自然人，21")
    assert "A102" in text


def test_a_failure_of_the_program_is_told_and_can_be_copied(
    qtbot: Any, window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sys.excepthook, threading.excepthook
    hook = FailureHook(window)
    try:
        with qtbot.waitSignal(hook.failed):
            try:
                raise RuntimeError("试一试")
            except RuntimeError as error:
                sys.excepthook(RuntimeError, error, error.__traceback__)
    finally:
        sys.excepthook, threading.excepthook = before
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "试一试" in box.detailedText()
    assert "保存着" in box.text()
    box.reject()


def test_what_is_no_number_is_refused_in_words(qtbot: Any, window: MainWindow) -> None:
    editor = open_editor(qtbot, window, TOTAL)
    qtbot.keyClicks(editor, "1o")
    finish(qtbot, editor)
    assert not window.workspace.reviews[FIRST].corrections
    assert "1o" in window.status.currentMessage()


def test_a_file_that_changed_since_the_last_review_says_so_until_it_is_put_away(
    qtbot: Any, open_window: Open
) -> None:
    window = open_window([wrong(FIRST, "d1")])
    banner = window.area.banner
    assert not banner.isVisible()
    window.commands["apply_repair"].trigger()
    window.close()
    again = open_window([wrong(FIRST, "changed")])
    banner = again.area.banner
    assert banner.isVisible()
    assert "改动" in banner.accessibleName()
    (close,) = banner.findChildren(QToolButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    again.selection.report_selected.emit(FIRST)
    assert not banner.isVisible()


def test_another_scheme_leaves_the_tables_in_the_font_that_fits_them(
    qtbot: Any, qapp: QApplication, window: MainWindow
) -> None:
    window.resize(900, 640)
    shown = table(window, "requests")
    small = shown.font().pointSizeF()
    assert small < window.font().pointSizeF()
    try:
        for scheme in ("dark", "light"):
            theme.apply(qapp, scheme)
            qtbot.waitUntil(lambda: shown.font().pointSizeF() == small)
    finally:
        theme.apply(qapp, "light")


def note_of(window: MainWindow) -> QLabel:
    label = window.findChild(QLabel, "figure_note")
    assert label is not None
    return label


def without_a_row(code: str = "F107") -> tuple[Report, int]:
    """Return a report of which a row was not read, and where it would stand."""
    report = made_report(FIRST, without=("requests.partial",))
    document, row = report.document, report.bodies[0].tables[1].rows[2]
    assert document is not None
    assert row.span is not None
    at = row.span.end
    note = Note(code, "这里没有读出。", (Span(at, at),))
    shown = replace(report, document=replace(document, notes=(note,)))
    return assess(shown, Profile()), at


@pytest.mark.parametrize("code", ["F107", "F108"])
def test_what_was_not_read_is_found_and_explained_from_the_list(
    qtbot: Any, open_window: Open, code: str
) -> None:
    report, at = without_a_row(code)
    window = open_window([report])
    view, listed = window.findings.view, window.findings.model.entries
    row = next(i for i, entry in enumerate(listed) if entry.code == code)
    place = view.visualRect(view.model().index(row, 2)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    text = source_text(window)
    (sign,) = text.rects_of(Span(at, at))
    assert text.viewport().rect().contains(sign.center().toPoint())
    assert window.area.tables.current_key().startswith("requests.partial")
    choose(window, "rule_help")
    page = window.findChild(RuleHelp)
    assert page is not None
    assert page.isVisible()
    assert code in page.findChildren(PageBrowser)[0].toPlainText().splitlines()[0]
    page.close()


def test_a_figure_that_was_not_read_says_what_to_do_and_widens_nothing(
    qtbot: Any, open_window: Open
) -> None:
    report, _ = without_a_row()
    window = open_window([report])
    before = window.minimumSizeHint().width()
    click_figure(qtbot, window, "requests.partial.natural")
    told = note_of(window)
    assert told.isVisible()
    assert "没有读出" in told.text()
    assert "按 Enter" in told.toolTip()
    assert window.minimumSizeHint().width() == before


def test_a_figure_beside_struck_digits_says_what_counts(qtbot: Any, open_window: Open) -> None:
    key = "requests.received.natural"
    report = judged(made_report(FIRST, values={key: 7211}))
    figure, document = report.figures[key], report.document
    assert document is not None
    gone = Span(figure.span.start, figure.span.start + 1)
    kept = replace(figure, raw=Span(gone.end, figure.span.end).of(document.text))
    body = replace(report.bodies[0], figures={**report.figures, key: kept})
    struck = replace(report, document=replace(document, struck=(gone,)), bodies=(body,))
    window = open_window([struck])
    click_figure(qtbot, window, key)
    told = f"原文划去了“{gone.of(document.text)}”，只算“{kept.raw}”"
    assert note_of(window).isVisible()
    assert note_of(window).text() == told
