"""What the engine says is English in an English window, and Chinese again in a Chinese one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget

from gui import translation
from gui.main_window import MainWindow
from gui.models.findings import SENTENCE
from gui.translation import spoken
from gui.views.source.marks import marks_of
from parser.intake.source import Source
from parser.model import Report
from parser.model.said import say
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.english import chinese_left
from tests.support.windows import click_figure, press

Open = Callable[..., MainWindow]
SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
FILES = ("云岫县青石乡人民政府2022年.txt", "云岫县红枫镇人民政府2022年.txt")
BROKEN = "云岫县统计局2023年（下载不完整）.docx"
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


def read(file: str) -> Report:
    return examine(Source(file, SAMPLES / file), Profile())


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [read(file) for file in FILES]


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    translation.install(qapp, "en")
    yield
    translation.install(qapp, "zh_CN")


def sentences(window: MainWindow) -> list[str]:
    """Return what the list of findings says, tips included."""
    view = window.findChild(QTableView, "finding_list")
    assert view is not None
    model = view.model()
    cells = [model.index(row, SENTENCE) for row in range(model.rowCount())]
    return [str(cell.data(role)) for cell in cells for role in ROLES]


def words(window: QWidget, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert label is not None
    return label.text()


@pytest.mark.parametrize("at", range(len(FILES)))
def test_findings_are_english(
    open_window: Open, reports: list[Report], english: None, at: int
) -> None:
    shown = sentences(open_window([reports[at]]))
    assert shown
    assert [sentence for sentence in shown if chinese_left(sentence)] == []


def test_findings_are_chinese_where_nothing_is_chosen(
    open_window: Open, reports: list[Report]
) -> None:
    shown = sentences(open_window([reports[0]]))
    assert all(chinese_left(sentence) for sentence in shown)


def test_a_suggestion_is_english_and_chinese_again(
    qtbot: Any, qapp: QApplication, open_window: Open, reports: list[Report], english: None
) -> None:
    window = open_window(reports)
    for _ in range(8):
        press(qtbot, window, "F8")
        if words(window, "suggestion_sentence"):
            break
    said = words(window, "suggestion_sentence")
    assert said
    assert chinese_left(said) == ""
    translation.install(qapp, "zh_CN")
    qapp.processEvents()
    assert chinese_left(words(window, "suggestion_sentence"))


def test_marks_and_names_of_figures_are_english(
    qtbot: Any, open_window: Open, reports: list[Report], english: None
) -> None:
    tips = [mark.said for mark in marks_of(reports[0], reports[0].findings)]
    sentences = [tip.rpartition("\n")[2].partition("　")[2] for tip in tips]
    assert sentences
    assert [sentence for sentence in sentences if chinese_left(sentence)] == []
    window = open_window(reports)
    table = click_figure(qtbot, window, "requests.received.natural")
    spoken_cell = str(table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert "requests received this year · natural persons" in spoken_cell


def test_why_a_file_was_not_read_is_english(open_window: Open, english: None) -> None:
    report = read(BROKEN)
    assert report.error
    window = open_window([report])
    told = [label.text() for label in window.findChildren(QLabel)]
    assert any("Word document is damaged" in text for text in told)


def test_only_the_window_decides(qapp: QApplication) -> None:
    assert spoken(say("总计")) == "总计"
    translation.install(qapp, "en")
    assert spoken(say("总计")) == "total"
    translation.install(qapp, "zh_CN")
    assert spoken(say("总计")) == "总计"
