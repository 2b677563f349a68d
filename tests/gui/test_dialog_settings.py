"""The settings dialog: what is set is what comes out, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialogButtonBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from gui.dialogs.settings_dialog import SettingsDialog, own_profile
from gui.families import FAMILY_TEXT
from gui.settings import Settings
from parser.model import FAMILIES, Level, Severity
from parser.rules.registry import all_rules, codes
from parser.settings.profile import Profile
from parser.settings.profile_file import load_profile, save_profile
from tests.support.windows import item_of, severity_box


@pytest.fixture(autouse=True)
def _own_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(Settings(), Profile())
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def press(dialog: SettingsDialog, button: QDialogButtonBox.StandardButton) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)


def line(dialog: SettingsDialog, name: str) -> QLineEdit:
    edit = dialog.findChild(QLineEdit, name)
    assert edit is not None
    return edit


def words(dialog: SettingsDialog, name: str) -> QPlainTextEdit:
    edit = dialog.findChild(QPlainTextEdit, name)
    assert edit is not None
    return edit


def deadline(dialog: SettingsDialog, level: Level) -> QCheckBox:
    box = dialog.findChild(QCheckBox, f"deadline_{level}")
    assert box is not None
    return box


def test_untouched_settings_are_the_ones_that_were_shown(dialog: SettingsDialog) -> None:
    assert dialog.profile == Profile()
    assert dialog.settings == Settings()


def test_every_check_is_listed_and_can_be_switched_off(
    qtbot: QtBot, dialog: SettingsDialog
) -> None:
    codes = [rule.code for rule in all_rules()]
    for code in codes:
        item_of(dialog, code).setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.profile.off == frozenset(codes)
    summary = dialog.findChild(QLabel, "check_summary")
    assert summary is not None
    assert f"停用 {len(codes)} 项" in summary.text()


def test_the_window_calls_families_what_the_engine_calls_them(dialog: SettingsDialog) -> None:
    assert {letter: str(name) for letter, name in FAMILY_TEXT.items()} == FAMILIES
    tree = dialog.findChild(QTreeWidget, "check_tree")
    assert tree is not None
    rows = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    shown = [item.text(0) for item in rows if item is not None]
    assert shown == [f"{letter}　{name}" for letter, name in FAMILIES.items()]


def test_a_familys_box_switches_its_checks(dialog: SettingsDialog) -> None:
    family = item_of(dialog, "A101").parent()
    assert family is not None
    family.setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.profile.off == {r.code for r in all_rules() if r.code.startswith("A")}
    item_of(dialog, "A101").setCheckState(0, Qt.CheckState.Checked)
    assert family.checkState(0) == Qt.CheckState.PartiallyChecked


def test_a_severity_is_chosen_by_keys(dialog: SettingsDialog) -> None:
    box = severity_box(dialog, "A101")
    assert box.currentText() == "错误（默认）"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert dialog.profile.severities == {"A101": Severity.WARNING}
    box = severity_box(dialog, "F104")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert dialog.profile.severities["F104"] is Severity.WARNING


def test_search_hides_what_is_not_meant(dialog: SettingsDialog) -> None:
    QTest.keyClicks(line(dialog, "check_filter"), "a10")
    assert not item_of(dialog, "A101").isHidden()
    assert item_of(dialog, "V101").isHidden()
    family = item_of(dialog, "V101").parent()
    assert family is not None
    assert family.isHidden()


def test_limits(dialog: SettingsDialog) -> None:
    box = deadline(dialog, Level.TOWNSHIP)
    edit = dialog.findChild(QDateEdit, f"deadline_day_{Level.TOWNSHIP}")
    assert edit is not None
    assert not box.isChecked()
    box.click()
    edit.setDate(QDate(2024, 2, 15))
    deadline(dialog, Level.DEPARTMENT).click()
    factor = dialog.findChild(QDoubleSpinBox, "leap_factor")
    least = dialog.findChild(QSpinBox, "leap_from")
    assert factor is not None
    assert least is not None
    factor.setValue(3.5)
    least.setValue(50)
    profile = dialog.profile
    assert profile.deadlines[Level.TOWNSHIP] == (2, 15)
    assert Level.DEPARTMENT not in profile.deadlines
    assert profile.thresholds == replace(Profile().thresholds, leap_factor=3.5, leap_from=50)
    assert profile.ceilings == Profile().ceilings


def test_words_and_roster(dialog: SettingsDialog) -> None:
    words(dialog, "words_doubled").setPlainText("政府政府\n\n 街道街道 ")
    words(dialog, "words_misspelled").setPlainText("条列=条例\n公开公开＝公开")
    line(dialog, "roster_file").setText("/名册.xlsx")
    profile = dialog.profile
    assert profile.doubled == ("政府政府", "街道街道")
    assert profile.misspelled == (("条列", "条例"), ("公开公开", "公开"))
    assert profile.roster == "/名册.xlsx"


def test_a_line_that_is_no_pair_keeps_the_dialog_open(qtbot: QtBot, dialog: SettingsDialog) -> None:
    words(dialog, "words_misspelled").setPlainText("条列")
    with qtbot.assertNotEmitted(dialog.applied):
        press(dialog, QDialogButtonBox.StandardButton.Ok)
    assert dialog.isVisible()
    box = dialog.findChild(QMessageBox, "settings_problem")
    assert box is not None
    assert "条列" in box.text()
    box.close()


def test_accepting_hands_on_and_keeps(qtbot: QtBot, dialog: SettingsDialog) -> None:
    line(dialog, "setting_author").setText("审核员")
    theme = dialog.findChild(QComboBox, "setting_theme")
    assert theme is not None
    theme.setCurrentIndex(2)
    item_of(dialog, "S109").setCheckState(0, Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.applied) as told:
        press(dialog, QDialogButtonBox.StandardButton.Ok)
    assert told.args is not None
    settings, profile = told.args
    assert settings == Settings(author="审核员", theme="dark", profile=str(own_profile()))
    assert profile.off == {"S109"}
    assert load_profile(own_profile(), codes()) == profile


def test_the_default_profile_needs_no_file(qtbot: QtBot, dialog: SettingsDialog) -> None:
    with qtbot.waitSignal(dialog.applied) as told:
        press(dialog, QDialogButtonBox.StandardButton.Ok)
    assert told.args == [Settings(), Profile()]


def test_cancelling_changes_nothing(qtbot: QtBot, dialog: SettingsDialog) -> None:
    item_of(dialog, "S109").setCheckState(0, Qt.CheckState.Unchecked)
    with qtbot.assertNotEmitted(dialog.applied):
        press(dialog, QDialogButtonBox.StandardButton.Cancel)
    assert not own_profile().exists()


def test_a_profile_is_shared_as_a_file(
    qtbot: QtBot, dialog: SettingsDialog, tmp_path: Path
) -> None:
    shared = Profile(
        name="某县",
        off=frozenset({"P201"}),
        severities={"S102": Severity.ERROR},
        deadlines={**Profile().deadlines, Level.STREET: (1, 20)},
        misspelled=(("条列", "条例"),),
    )
    save_profile(shared, tmp_path / "县.toml")
    dialog.open_profile(tmp_path / "县.toml")
    assert line(dialog, "profile_name").text() == "某县"
    assert dialog.profile == shared
    dialog.save_profile_as(tmp_path / "again.toml")
    assert load_profile(tmp_path / "again.toml", codes()) == shared
    default = dialog.findChild(QPushButton, "profile_default")
    assert default is not None
    QTest.mouseClick(default, Qt.MouseButton.LeftButton)
    assert dialog.profile == Profile()


def test_a_broken_profile_says_why(dialog: SettingsDialog, tmp_path: Path) -> None:
    broken = tmp_path / "坏.toml"
    broken.write_text("checks = 3", encoding="utf-8")
    dialog.open_profile(broken)
    box = dialog.findChild(QMessageBox, "settings_problem")
    assert box is not None
    assert "checks" in box.text()
    assert dialog.profile == Profile()
    box.close()
