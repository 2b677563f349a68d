"""The manual, the keys that can be set and the first-run hint, by real keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTextBrowser,
)
from pytestqt.qtbot import QtBot

from gui import actions, keymap, theme
from gui.dialogs.manual import FOLDER, PICTURE, Manual, chapters
from gui.dialogs.settings_dialog import SettingsDialog
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.views.first_keys import FirstKeys
from parser.settings.profile import Profile
from tests.support.reviews import right, wrong

OpenWindow = Callable[..., MainWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_f1_opens_the_manual_where_one_is(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window([wrong()])
    window.findings.view.setFocus()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)
    manual = window.findChild(Manual)
    assert manual is not None
    qtbot.waitUntil(manual.isVisible)
    assert manual.chapter == "verdicts"
    manual.close()


def test_the_manual_is_searched_in_full_text(qtbot: QtBot) -> None:
    manual = Manual()
    qtbot.addWidget(manual)
    with qtbot.waitExposed(manual):
        manual.show()
    search, hits = manual.findChild(QLineEdit, "manual_search"), manual.findChild(QListWidget)
    assert isinstance(search, QLineEdit)
    assert hits is not None
    search.setFocus()
    QTest.keyClicks(search, "Ctrl+V")
    assert hits.count() == 1
    hits.setCurrentRow(0)
    assert manual.chapter == "paste"
    page = manual.findChild(QTextBrowser)
    assert page is not None
    assert page.textCursor().selectedText() == "Ctrl+V"
    QTest.keyClicks(search, "qqq")
    assert hits.count() == 0
    told = manual.findChild(QLabel, "manual_told")
    assert told is not None
    assert told.text().startswith("没有找到")


def test_chapters_have_titles_and_their_pictures_are_there() -> None:
    found = chapters()
    assert len(found) >= 17
    assert len({chapter.title for chapter in found}) == len(found)
    for chapter in found:
        assert chapter.markdown.startswith("# ")
        for picture in PICTURE.findall(chapter.markdown):
            assert (FOLDER / picture).is_file(), picture


def test_a_key_is_set_and_another_command_s_key_is_refused(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(), Profile())
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    page = dialog.keys_page
    dialog.tabs.setCurrentWidget(page)
    where = page.findChild(QKeySequenceEdit, "key_open_folder")
    said = page.findChild(QLabel, "keys_said")
    usual = page.findChild(QPushButton, "key_open_folder_default")
    assert where is not None
    assert said is not None
    assert usual is not None
    QTest.keyClick(where, Qt.Key.Key_E, CONTROL)
    assert "导出 Excel" in said.text()
    assert page.keys["open_folder"] == ("Ctrl+O",)
    QTest.keyClick(where, Qt.Key.Key_1)
    assert page.keys["open_folder"] == ("Ctrl+O",)
    QTest.keyClick(where, Qt.Key.Key_J, CONTROL)
    assert page.keys["open_folder"] == ("Ctrl+J",)
    dialog.accept()
    made = actions.build(dialog)
    keymap.apply(made)
    assert made["open_folder"].shortcut().toString() == "Ctrl+J"
    assert "Ctrl+J" in made["open_folder"].toolTip()
    usual.click()
    assert page.keys["open_folder"] == ("Ctrl+O",)


def test_five_keys_are_shown_once(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window([right()])
    bar = window.findChild(FirstKeys)
    assert bar is not None
    assert bar.isVisible()
    caps = [cap.text() for cap in bar.findChildren(QLabel, theme.KEY_CAP)]
    assert caps == ["F8", "1", "2", "Enter", "Ctrl+Enter", "Ctrl+R"]
    button = bar.findChild(QPushButton, "first_keys_done")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    bar.show_first_time()
    assert not bar.isVisible()
    window.commands["first_keys"].trigger()
    assert bar.isVisible()
