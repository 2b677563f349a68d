"""What was not read and what was struck: found from the list, and said beside the figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
)

from gui.dialogs.rule_help import PageBrowser, RuleHelp
from gui.main_window import MainWindow
from parser.model import Note, Report, Span
from parser.pipeline import assess
from parser.settings.profile import Profile
from tests.support.reviews import judged, made_report
from tests.support.windows import (
    FIRST,
    choose,
    click_figure,
    source_text,
    three_reports,
)

Open = Callable[..., MainWindow]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(three_reports())


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
