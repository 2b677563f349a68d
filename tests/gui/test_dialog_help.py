"""Help pages, the sheet of keys, about: what they show, in both languages and both schemes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QTextBlock, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from gui import actions, theme, translation
from gui.dialogs.about import About
from gui.dialogs.page_document import page_document
from gui.dialogs.rule_help import PageBrowser, RuleHelp
from gui.dialogs.shortcuts import ShortcutSheet, names_of
from parser import __version__
from parser.rules.help_page import HEADINGS
from parser.rules.registry import all_rules, rule_of


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    translation.install(qapp, "en")
    yield
    translation.install(qapp, "zh_CN")


def shown(qtbot: QtBot, code: str) -> RuleHelp:
    dialog = RuleHelp()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.show_rule(code)
    return dialog


def page_of(dialog: RuleHelp) -> PageBrowser:
    browser = dialog.findChild(PageBrowser, "rule_page")
    assert browser is not None
    return browser


def list_of(dialog: RuleHelp) -> QListWidget:
    found = dialog.findChild(QListWidget, "rule_list")
    assert found is not None
    return found


def place_of_heading(document: QTextDocument, heading: str) -> QTextBlock | None:
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() and block.text() == heading:
            return block
        block = block.next()
    return None


def test_the_page_of_a_check(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "A103")
    text = page_of(dialog).toPlainText()
    assert text.startswith(f"A103 {rule_of('A103').title}")
    for heading in HEADINGS:
        assert place_of_heading(page_of(dialog).document(), heading) is not None
    assert "```" not in text
    assert dialog.code == "A103"


def test_every_check_is_listed(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "A103")
    listed = list_of(dialog)
    texts = [listed.item(row).text() for row in range(listed.count())]
    assert texts == [f"{rule.code}　{rule.title}" for rule in all_rules()]


def test_search_and_arrows(qtbot: QtBot) -> None:
    dialog = shown(qtbot, "A103")
    words = dialog.findChild(QLineEdit, "rule_filter")
    assert words is not None
    words.setFocus()
    QTest.keyClicks(words, "v10")
    listed = list_of(dialog)
    rows = [row for row in range(listed.count()) if not listed.item(row).isHidden()]
    assert {listed.item(row).text()[:3] for row in rows} == {"V10"}
    assert dialog.code == "V101"
    QTest.keyClick(words, Qt.Key.Key_Down)
    assert dialog.code == "V102"
    dialog.show_rule("S201")  # another finding: its page, whatever was searched for
    assert dialog.code == "S201"
    assert words.text() == ""


def test_pages_follow_the_palette(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    dialog = shown(qtbot, "A103")
    heading = place_of_heading(page_of(dialog).document(), "查什么")
    assert heading is not None
    ink = heading.begin().fragment().charFormat().foreground().color()
    assert ink == theme.tones(dialog.palette()).focus
    theme.apply(qapp, "light")
    heading = place_of_heading(page_of(dialog).document(), "查什么")
    assert heading is not None
    again = heading.begin().fragment().charFormat().foreground().color()
    assert again == theme.tones(dialog.palette()).focus != ink


def test_in_english_the_titles_and_the_page_are_english(qtbot: QtBot, english: None) -> None:
    dialog = shown(qtbot, "A103")
    item = list_of(dialog).currentItem()
    assert item.text() == f"A103　{rule_of('A103').title_en}"
    text = page_of(dialog).toPlainText()
    places = [text.index(f"\n{heading}\n") for heading in ("In English", *HEADINGS[:-1])]
    assert places == sorted(places)


def test_a_page_loads_nothing_and_keeps_markup_as_text(qapp: QApplication) -> None:
    document = page_document(
        '正文 <img src="http://203.0.113.1/a.png"> 完', qapp.palette(), qapp.font()
    )
    assert "<img" in document.toPlainText()
    browser = PageBrowser()
    assert browser.loadResource(2, QUrl("file:///etc/hostname")) is None
    assert not browser.openLinks()


def test_the_sheet_lists_the_keys_of_every_command(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    commands = actions.build(owner)
    sheet = ShortcutSheet(commands)
    qtbot.addWidget(sheet)
    told = {label.text() for label in sheet.findChildren(QLabel)}
    for action in commands.values():
        for name in names_of(action.shortcuts()):
            assert name in told


def test_keys_are_named_as_on_the_keyboard() -> None:
    keys = [QKeySequence(key) for key in ("Ctrl+Return", "Ctrl+Enter", "Alt+Left", "Ctrl++")]
    assert names_of(keys) == ["Ctrl+Enter", "Alt+←", "Ctrl++"]


def test_about_tells_the_version(qtbot: QtBot) -> None:
    dialog = About()
    qtbot.addWidget(dialog)
    assert any(__version__ in label.text() for label in dialog.findChildren(QLabel))
