"""The card of the selected finding: its links by mouse and by keys, and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QTextBrowser

from gui.main_window import MainWindow
from tests.support.windows import (
    FIRST,
    TOTAL,
    cell,
    press,
    three_reports,
    type_figure,
)

Open = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(three_reports())


def card(window: MainWindow) -> QTextBrowser:
    found = window.findChild(QTextBrowser, "finding_card")
    assert isinstance(found, QTextBrowser)
    return found


def middle_of(browser: QTextBrowser, text: str, after: str = "") -> QPoint:
    """Return a point on the text that stands behind `after`, scrolled into view."""
    document = browser.document()
    start = document.find(after) if after else QTextCursor(document)
    found = document.find(text, start)
    assert not found.isNull(), f"{text} is not on the card"
    browser.setTextCursor(found)
    browser.ensureCursorVisible()
    at = QTextCursor(document)
    at.setPosition(found.selectionStart())
    return browser.cursorRect(at).center() + QPoint(4, 0)


def test_the_card_tells_the_finding_in_full(qtbot: Any, window: MainWindow) -> None:
    shown = card(window)
    assert "选中一个问题" in shown.toPlainText()
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    said = shown.toPlainText()
    assert entry.code in said
    assert entry.message in said
    for part in ("算式", "建议", "依据", "（七）总计·自然人 21 → 12"):
        assert part in said
    review = window.workspace.reviews[FIRST]
    for key in entry.figures:
        assert review.name_of(key) in said


def test_a_click_on_an_operand_goes_to_its_cell(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    review = window.workspace.reviews[FIRST]
    for key in (entry.figures[0], entry.figures[-1]):
        point = middle_of(card(window), review.name_of(key), "算式")
        qtbot.mouseClick(card(window).viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert window.area.tables.current_key() == key
        assert window.selection.entry == entry


def test_the_keys_go_from_link_to_link(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    shown, reached = card(window), set[str]()
    shown.setFocus()
    for _ in range(12):
        qtbot.keyClick(shown, Qt.Key.Key_Tab)
        if not shown.hasFocus():
            break
        href = shown.textCursor().charFormat().anchorHref()
        if href.startswith("figure:"):
            qtbot.keyClick(shown, Qt.Key.Key_Return)
            assert window.area.tables.current_key() == href.partition(":")[2]
            reached.add(href)
            shown.setFocus()
    entry = window.selection.entry
    assert entry is not None
    assert {f"figure:{key}" for key in entry.figures[:3]} <= reached


def test_a_suggestion_is_taken_on_the_card(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    point = middle_of(card(window), "采纳", "建议")
    qtbot.mouseClick(card(window).viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert window.workspace.reviews[FIRST].corrections[TOTAL].value == 12
    said = card(window).toPlainText()
    assert "已更正" in said
    assert "建议" not in said.replace("采纳建议", "")
    assert cell(window, TOTAL).preview is None


def test_the_history_and_the_note_are_told(qtbot: Any, window: MainWindow) -> None:
    window.workspace.author = "王审"
    press(qtbot, window, "F8")
    press(qtbot, window, "Ctrl+1")
    said = card(window).toPlainText()
    assert "王审" in said
    assert "待定 → 属实" in said
    type_figure(qtbot, window, TOTAL, "12")
    entry = next(e for e in window.selection.entries if e.verdict)
    window.selection.select_entry(entry)
    said = card(window).toPlainText()
    assert "21 → 12" in said
    assert said.index("待定 → 属实") < said.index("21 → 12")


def test_the_help_page_opens_from_the_card(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    point = middle_of(card(window), "这条检查的说明")
    qtbot.mouseClick(card(window).viewport(), Qt.MouseButton.LeftButton, pos=point)
    dialog = window.findChild(QDialog, "rule_help_dialog")
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()
