"""A body that stands twice: shaded in the original, side by side, and chosen by the auditor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QTableView,
    QTableWidget,
    QToolButton,
)

from gui.dialogs.body_copies import CopiesDialog, CopyView
from gui.main_window import MainWindow
from gui.views.source.second_body import shades_of
from parser.intake.source import Source
from parser.model import Body, Report
from parser.pipeline import examine
from parser.review.body_copies import stretch_of
from parser.settings.profile import Profile
from tests.support import source_pages
from tests.support.everyformat import sample
from tests.support.official import Sample
from tests.support.panes import pages_of, shown_pane
from tests.support.windows import cell, place, press, source_text, type_figure

OpenWindow = Callable[..., MainWindow]

UPHELD, TOTAL, OTHER = "review.upheld", "review.total", "review.other"
TITLE = "南屏县河东乡人民政府2022年政府信息公开工作年度报告"


def doubled(folder: Path, **second: int) -> Report:
    """Read a file that holds a report twice, the second time with other figures."""
    figures = {f"review.{name}": value for name, value in second.items()}
    later = Sample(title=TITLE, year=2022, figures=figures)
    file = folder / "两份.txt"
    file.write_text(Sample(title=TITLE, year=2022, second=later).text, encoding="utf-8")
    return examine(Source("两份.txt", file), Profile())


def opened(open_window: OpenWindow, report: Report) -> MainWindow:
    window = open_window([report])
    window.selection.select_report(report.path)
    QApplication.processEvents()
    return window


def copies(qtbot: Any, window: MainWindow) -> CopiesDialog:
    """Open the copies side by side by their keys."""
    press(qtbot, window, "Ctrl+Shift+B")
    dialog = window.findChild(CopiesDialog)
    assert isinstance(dialog, CopiesDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def label(dialog: CopiesDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def text_of(dialog: CopiesDialog, name: str) -> CopyView:
    found = dialog.findChild(CopyView, f"{name}_text")
    assert isinstance(found, CopyView)
    return found


def selected(view: CopyView, report: Report, copy: int) -> list[str]:
    """Return the characters that a side emphasises."""
    shown = stretch_of(report, copy).of(report.text)
    return [span.of(shown) for span in view.chosen]


def test_the_second_copy_is_shaded_from_end_to_end_with_its_label(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    report = doubled(tmp_path, upheld=2, total=3)
    window = opened(open_window, report)
    window.area.source.draw_tables(False)  # what parts drawn cells has no place of its own
    (shade,) = shades_of(report)
    assert shade.span == stretch_of(report, 1)
    assert shade.label == "第二份正文，与第一份不同 2 处（不计入）"
    view = source_text(window)
    assert view.shades == (shade,)
    area = view.shaded(shade)
    for at, beside in ((shade.span.start, -1), (shade.span.end - 1, 1)):
        window.area.source.select([replace(shade.span, start=at, end=at + 1)])
        area = view.shaded(shade)
        (rect,) = view.rects_of(replace(shade.span, start=at, end=at + 1))
        assert area.top() <= rect.top()
        assert rect.bottom() <= area.bottom() + 1
        edge = area.top() if beside < 0 else area.bottom()
        assert abs(edge - rect.center().y()) < 2 * rect.height()
        picture = view.viewport().grab().toImage()
        inside = picture.pixelColor(2, round(rect.center().y()))
        assert inside != view.palette().base().color()


def test_copies_that_agree_say_so(open_window: OpenWindow, qtbot: Any, tmp_path: Path) -> None:
    report = doubled(tmp_path)
    window = opened(open_window, report)
    assert shades_of(report)[0].label == "第二份正文，与第一份相同（不计入）"
    dialog = copies(qtbot, window)
    assert "一致" in label(dialog, "copies_sentence")
    assert not any(b.isVisible() for b in dialog.findChildren(QPushButton) if b.text() == "下一处")
    assert text_of(dialog, "first").toPlainText() == text_of(dialog, "other").toPlainText()
    assert text_of(dialog, "other").toPlainText().startswith(TITLE)
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    assert text_of(dialog, "first").chosen == ()
    dialog.reject()


def test_keys_go_from_difference_to_difference(
    open_window: OpenWindow, qtbot: Any, tmp_path: Path
) -> None:
    report = doubled(tmp_path, upheld=2, total=3)
    dialog = copies(qtbot, opened(open_window, report))
    assert "不同 2 处：数据 2 项，文字 0 处" in label(dialog, "copies_sentence")
    first, other = text_of(dialog, "first"), text_of(dialog, "other")
    assert [len(view.marks) for view in (first, other)] == [2, 2]
    seen: list[tuple[list[str], list[str]]] = []
    for keys in (Qt.Key.Key_F8, Qt.Key.Key_F8, Qt.Key.Key_F8):
        qtbot.keyClick(dialog, keys)
        seen.append((selected(first, report, 0), selected(other, report, 1)))
    assert seen == [(["1"], ["2"]), (["1"], ["3"]), (["1"], ["2"])]
    qtbot.keyClick(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert selected(other, report, 1) == ["3"]
    assert label(dialog, "copies_place").startswith("第 2 处，共 2 处")
    listed = dialog.findChild(QTableWidget, "copies_figures")
    assert isinstance(listed, QTableWidget)
    rows = [[listed.item(r, c).text() for c in range(3)] for r in range(listed.rowCount())]  # type: ignore[union-attr]
    assert [row[1:] for row in rows] == [["1", "2"], ["1", "3"]]
    point = listed.visualRect(listed.model().index(0, 0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert selected(other, report, 1) == ["2"]
    dialog.reject()


def test_the_sides_scroll_together(open_window: OpenWindow, qtbot: Any, tmp_path: Path) -> None:
    report = doubled(tmp_path, upheld=2)
    dialog = copies(qtbot, opened(open_window, report))
    dialog.resize(900, 420)
    QApplication.processEvents()
    first, other = text_of(dialog, "first"), text_of(dialog, "other")

    def heading(view: CopyView) -> str:
        """Return the paragraph at the top of what is seen."""
        return view.cursorForPosition(QPoint(0, 2)).block().text()

    bars = first.verticalScrollBar(), other.verticalScrollBar()
    for bar, beside in (bars, bars[::-1]):
        bar.setValue(bar.maximum() // 2)
        assert heading(first) == heading(other)
        bar.setValue(bar.maximum())
        assert beside.value() == beside.maximum()
        bar.setValue(0)
        assert beside.value() == 0
    dialog.reject()


def test_the_chosen_copy_gives_the_figures_and_can_be_undone(
    open_window: OpenWindow, qtbot: Any, tmp_path: Path
) -> None:
    report = doubled(tmp_path, upheld=2, total=3)
    window = opened(open_window, report)
    chooser = window.findChild(QComboBox, "copy_chooser")
    assert isinstance(chooser, QComboBox)

    def named() -> list[str]:
        return [chooser.itemText(i) for i in range(chooser.count())]

    assert named() == ["第 1 份正文（计入）", "第 2 份正文（不计入，只读）"]
    type_figure(qtbot, window, OTHER, "4")
    dialog = copies(qtbot, window)
    button = dialog.findChild(QPushButton, "choose_other")
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()
    assert "（计入）" in label(dialog, "other_copy")
    dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    review = window.workspace.reviews[report.path]
    assert review.report.counts == 1
    assert named() == ["第 1 份正文（不计入，只读）", "第 2 份正文（计入）"]
    assert chooser.currentIndex() == 1
    assert (cell(window, TOTAL).text, cell(window, OTHER).text) == ("3", "0")
    assert place(window, TOTAL).flags() & Qt.ItemFlag.ItemIsEditable
    assert source_text(window).shades[0].label.endswith("（计入）")
    type_figure(qtbot, window, TOTAL, "2")
    assert window.workspace.reviews[report.path].current.bodies[1].figures[TOTAL].value == 2
    chooser.setCurrentIndex(0)
    chooser.activated.emit(0)
    assert not place(window, TOTAL).flags() & Qt.ItemFlag.ItemIsEditable
    assert cell(window, TOTAL).differs
    for _ in range(2):
        press(qtbot, window, "Ctrl+Z")
    review = window.workspace.reviews[report.path]
    assert review.report.counts == 0
    assert {key: c.value for key, c in review.corrections.items()} == {OTHER: 4}
    assert cell(window, TOTAL).text == "1"


def test_a_report_without_a_second_copy_offers_nothing(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(Sample(title=TITLE, year=2022).text, encoding="utf-8")
    window = opened(open_window, examine(Source("a.txt", file), Profile()))
    assert not window.commands["compare_bodies"].isEnabled()
    assert not any(
        button.isVisible()
        for button in window.area.tables.findChildren(QToolButton)
        if button.defaultAction() is window.commands["compare_bodies"]
    )
    assert source_text(window).shades == ()
    assert isinstance(window.findChild(QTableView, "report_list"), QTableView)


def halved(report: Report) -> Report:
    """Let the second half of the figures be those of a second copy."""
    (body,) = report.bodies
    figures = sorted(body.figures.values(), key=lambda figure: figure.span)
    row = body.figures.get("requests.received.natural", figures[len(figures) // 2])
    middle = row.span.start  # the first cell of a row: what stands left of it is only a label
    halves = [
        Body(
            replace(body.span, start=start, end=end),
            (),
            (),
            {f.key: f for f in figures if start <= f.span.start < end},
        )
        for start, end in ((0, middle), (middle, len(report.text)))
    ]
    return replace(report, bodies=tuple(halves))


@pytest.mark.parametrize("kind", ["pdf", "ofd"])
def test_the_second_copy_is_shaded_on_pages_too(
    qtbot: Any, qapp: QApplication, tmp_path: Path, kind: str
) -> None:
    pane = shown_pane(qtbot, qapp, 560)
    if kind == "pdf":
        source, read = source_pages.written(tmp_path), source_pages.report()
    else:
        file = tmp_path / "a.ofd"
        file.write_bytes(sample("ofd"))
        source = Source("a.ofd", file)
        read = examine(source, Profile())
    report = halved(read)
    pane.show_report(report, (), source=source)
    assert pane.shows_original
    view = pages_of(pane)
    (shade,) = shades_of(report)
    areas = view.shaded(shade)
    assert areas
    for figure in report.bodies[1].figures.values():
        for rect in view.rects_of(figure.span):
            assert any(area.contains(rect) for area in areas)
    before = [r for f in report.bodies[0].figures.values() for r in view.rects_of(f.span)]
    assert not any(area.contains(rect) for area in areas for rect in before)
