"""Passages beside each other: both marked, both in view, step by step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.dialogs.passages import PassagesDialog, Side
from parser.model import CrossFinding, Report, Severity, Span
from tests.support.source_report import report

FIRST, SECOND, THIRD = "甲/2022.docx", "甲/2023.docx", "乙/2023.docx"


def span_of(shown: Report, words: str) -> Span:
    start = shown.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def dialog(qtbot: QtBot) -> PassagesDialog:
    reports = {path: report(path=path) for path in (FIRST, SECOND, THIRD)}
    early, late = "全年共收到政府信息公开申请5件", "第55段"
    passages = [
        (path, span_of(reports[path], words)) for words in (early, late) for path in (FIRST, SECOND)
    ]
    passages.append((THIRD, span_of(reports[THIRD], late)))
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


def in_view(side: Side) -> bool:
    (span,) = side.view.selected
    rect = side.view.rects_of(span)[0]
    return rect.top() >= 0 and rect.bottom() <= side.view.viewport().height()


def test_both_sides_show_the_passage(dialog: PassagesDialog) -> None:
    left, right = dialog.sides
    assert left.choice.currentText() == SECOND  # where the auditor was
    assert right.choice.currentText() == FIRST
    assert in_view(left)
    assert in_view(right)
    sentence = dialog.findChild(QLabel, "passages_sentence")
    assert sentence is not None
    assert sentence.text() == "X203　与上年雷同。<b>"
    assert sentence.textFormat() == Qt.TextFormat.PlainText


def test_both_sides_step_to_the_next_passage(dialog: PassagesDialog) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "下一段")
    before = [side.view.selected for side in dialog.sides]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for side, old in zip(dialog.sides, before, strict=True):
        assert side.view.selected != old
        assert in_view(side)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # round to the first
    assert [side.view.selected for side in dialog.sides] == before


def test_another_report_can_be_put_beside(dialog: PassagesDialog) -> None:
    _, right = dialog.sides
    right.choice.setCurrentText(THIRD)
    (span,) = right.view.selected
    assert span.of(report().text) == "第55段"
    assert in_view(right)
