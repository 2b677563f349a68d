"""Passages beside each other: both marked, both in view, step by step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.passages import PassagesDialog
from gui.views.source.text_view import TextView
from parser.model import CrossFinding, Report, Severity, Span
from tests.support.source_report import report
from tests.support.windows import in_view

EARLY, LATE = "全年共收到政府信息公开申请5件", "第55段"
FIRST, SECOND, THIRD = "甲/2022.docx", "甲/2023.docx", "乙/2023.docx"


def span_of(shown: Report, words: str) -> Span:
    start = shown.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def dialog(qtbot: QtBot) -> PassagesDialog:
    reports = {path: report(path=path) for path in (FIRST, SECOND, THIRD)}
    passages = [
        (path, span_of(reports[path], words)) for words in (EARLY, LATE) for path in (FIRST, SECOND)
    ]
    passages.append((THIRD, span_of(reports[THIRD], LATE)))
    finding = CrossFinding(
        "X203",
        Severity.WARNING,
        "与上年雷同。<b>",
        (FIRST, SECOND, THIRD),
        passages=tuple(passages),
    )
    made = PassagesDialog(finding, reports, SECOND)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def text_of(dialog: PassagesDialog, side: str) -> TextView:
    view = dialog.findChild(TextView, f"{side}_text")
    assert view is not None
    return view


def choice_of(dialog: PassagesDialog, side: str) -> QComboBox:
    box = dialog.findChild(QComboBox, f"{side}_report")
    assert box is not None
    return box


def passages_in_view(dialog: PassagesDialog) -> list[list[str]]:
    """Return which of the passages each side has in view."""
    shown = report()
    return [
        [words for words in (EARLY, LATE) if in_view(text_of(dialog, side), span_of(shown, words))]
        for side in ("left", "right")
    ]


def test_both_sides_show_the_passage(dialog: PassagesDialog) -> None:
    assert choice_of(dialog, "left").currentText() == SECOND  # where the auditor was
    assert choice_of(dialog, "right").currentText() == FIRST
    assert passages_in_view(dialog) == [[EARLY], [EARLY]]
    sentence = dialog.findChild(QLabel, "passages_sentence")
    assert sentence is not None
    assert sentence.text() == "X203　与上年雷同。<b>"
    assert sentence.textFormat() == Qt.TextFormat.PlainText


def test_both_sides_step_to_the_next_passage(dialog: PassagesDialog) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "下一段")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert passages_in_view(dialog) == [[LATE], [LATE]]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # round to the first
    assert passages_in_view(dialog) == [[EARLY], [EARLY]]


def test_another_report_can_be_put_beside(dialog: PassagesDialog) -> None:
    choice_of(dialog, "right").setCurrentText(THIRD)
    assert passages_in_view(dialog) == [[EARLY], [LATE]]
