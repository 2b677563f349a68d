"""The window's commands open the dialogs, and what these decide takes hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from gui import settings as preferences
from gui import theme
from gui.dialogs.passages import PassagesDialog
from gui.dialogs.rule_help import RuleHelp
from gui.dialogs.settings_dialog import SettingsDialog
from gui.main_window import MainWindow
from gui.views.source.text_view import TextView
from parser.model import CrossFinding, Severity, Span
from tests.support.reviews import right, wrong
from tests.support.windows import in_view, severity_box

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def _own_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))


def open_dialogs(window: MainWindow) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def opened(window: MainWindow) -> QDialog:
    (dialog,) = open_dialogs(window)
    return dialog


def test_f1_shows_the_page_of_the_chosen_finding(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window([wrong()])
    window.selection.select_report("甲乡2023.txt")
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F8)
    entry = window.selection.entry
    assert entry is not None
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = opened(window)
    assert isinstance(dialog, RuleHelp)
    assert dialog.code == entry.code
    dialog.close()


def test_the_pages_can_be_read_without_a_finding(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = opened(window)
    assert isinstance(dialog, RuleHelp)
    assert dialog.code == "F101"
    dialog.close()


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("settings", "settings_dialog"),
        ("shortcuts", "shortcut_sheet"),
        ("about", "about_dialog"),
        ("rule_help", "rule_help_dialog"),
    ],
)
def test_each_command_opens_its_dialog_and_escape_closes_it(
    qtbot: QtBot, open_window: OpenWindow, command: str, name: str
) -> None:
    window = open_window()
    window.commands[command].trigger()
    dialog = opened(window)
    assert dialog.objectName() == name
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert open_dialogs(window) == []


def test_settings_take_hold_and_are_kept(
    qtbot: QtBot, qapp: QApplication, open_window: OpenWindow
) -> None:
    window = open_window([wrong()])
    window.selection.select_report("甲乡2023.txt")
    codes = {entry.code for entry in window.selection.entries}
    assert "A102" in codes
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(window)
    assert isinstance(dialog, SettingsDialog)
    author = dialog.findChild(QLineEdit, "setting_author")
    assert author is not None
    author.setText("Auditor")
    dialog.window_page.theme.setCurrentIndex(2)
    severity_box(dialog, "A102").setCurrentIndex(list(Severity).index(Severity.WARNING))
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)
    try:
        assert theme.is_dark(window.palette())
        assert window.workspace.author == "Auditor"
        assert window.workspace.profile.severities == {"A102": Severity.WARNING}
        assert window.settings == preferences.load()
        assert preferences.load().author == "Auditor"
        assert Path(window.settings.profile).exists()
    finally:
        theme.apply(qapp, "light")


def test_passages_of_a_finding_between_reports(qtbot: QtBot, open_window: OpenWindow) -> None:
    one, other = wrong(), right()
    window = open_window([one, other])
    desk = window.workspace.desk
    assert desk is not None
    window.selection.select_report(one.path)
    assert not window.commands["compare_passages"].isEnabled()
    passages = ((one.path, Span(2, 6)), (other.path, Span(2, 6)))
    finding = CrossFinding(
        "X201", Severity.WARNING, "两份年报雷同。", (one.path, other.path), passages=passages
    )
    desk.across = (finding,)
    window.workspace.across_changed.emit()
    entry = next(e for e in window.selection.entries if e.code == "X201")
    window.selection.select_entry(entry)
    assert window.commands["compare_passages"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(window)
    assert isinstance(dialog, PassagesDialog)
    left = dialog.findChild(QComboBox, "left_report")
    assert left is not None
    assert left.currentText() == one.path
    for view in dialog.findChildren(TextView):
        assert in_view(view, Span(2, 6))
        assert [tick.mark.span for tick in view.ticks()] == [Span(2, 6)]
    dialog.close()
    desk.across = (replace(finding, paths=(other.path,), passages=()),)
    window.workspace.across_changed.emit()
    assert not window.commands["compare_passages"].isEnabled()
