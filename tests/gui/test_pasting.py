"""Blocks from a spreadsheet, Tab through the tables, long numbers, last year's figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QTableView, QToolButton

from gui.main_window import MainWindow
from gui.models.cell_view import CELL_ROLE, CellView
from gui.views.figure_delegate import _fitted  # pyright: ignore[reportPrivateUsage]
from parser.official.form import form_of
from tests.support.reviews import made_report
from tests.support.windows import click_figure

Open = Callable[..., MainWindow]
ROW = [key for key in form_of("2021").figure_keys if key.startswith("requests.received.")]
NEXT = [key for key in form_of("2021").figure_keys if key.startswith("requests.carried_in.")]
PATH = "a.txt"


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window([made_report(PATH, "d1")])


def paste(qtbot: Any, window: MainWindow, key: str, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    table = click_figure(qtbot, window, key)
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def question(window: MainWindow) -> QMessageBox | None:
    boxes = window.findChildren(QMessageBox, "paste_question")
    return next((box for box in boxes if box.isVisible()), None)


def values(window: MainWindow, keys: list[str]) -> list[object]:
    figures = window.workspace.reviews[PATH].current.figures
    return [figures[key].value for key in keys]


def answer(qtbot: Any, window: MainWindow, key: Qt.Key) -> None:
    box = question(window)
    assert box is not None
    with qtbot.waitSignal(box.finished):
        qtbot.keyClick(box, key)


def test_a_block_is_written_after_one_question_and_undone_in_one_step(
    qtbot: Any, window: MainWindow
) -> None:
    before = values(window, ROW + NEXT)
    paste(qtbot, window, ROW[0], "901\t902\t903\t904\t905\t906\t907\r\n811\t\t813\r\n")
    box = question(window)
    assert box is not None
    assert "901" in box.informativeText()
    assert values(window, ROW + NEXT) == before
    answer(qtbot, window, Qt.Key.Key_Return)
    assert values(window, ROW) == [901, 902, 903, 904, 905, 906, 907]
    # An empty cell of the block leaves what is there.
    assert values(window, NEXT) == [811, before[8], 813, *before[10:]]
    assert window.workspace.undo_stack.count() == 1
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert values(window, ROW + NEXT) == before


def test_a_block_that_is_declined_or_closed_changes_nothing(qtbot: Any, window: MainWindow) -> None:
    before = values(window, ROW)
    paste(qtbot, window, ROW[0], "901\t902")
    answer(qtbot, window, Qt.Key.Key_Escape)
    assert values(window, ROW) == before
    assert window.workspace.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("start", "text", "said"),
    [
        (0, "901\t1.5\t903", "只能是整数"),
        (0, "901\t若干", "不是数字"),
        (0, "901\t-3", "不能是负数"),
        (0, "901\t13912345678", "有 11 位"),
        (5, "901\t902\t903", "在表格外面"),
    ],
)
def test_a_block_with_one_bad_cell_is_refused_whole(
    start: int, text: str, said: str, qtbot: Any, window: MainWindow
) -> None:
    before = values(window, ROW)
    paste(qtbot, window, ROW[start], text)
    box = question(window)
    assert box is not None
    assert said in box.informativeText()
    answer(qtbot, window, Qt.Key.Key_Escape)
    assert values(window, ROW) == before


def test_a_block_goes_to_the_report_it_was_pasted_into(qtbot: Any, open_window: Open) -> None:
    window = open_window([made_report(PATH, "d1"), made_report("b.txt", "d2", year=2022)])
    window.selection.select_report(PATH)
    paste(qtbot, window, ROW[0], "901\t902")
    window.selection.select_report("b.txt")
    answer(qtbot, window, Qt.Key.Key_Return)
    assert values(window, ROW[:2]) == [901, 902]
    assert not window.workspace.reviews["b.txt"].corrections


def test_a_single_number_is_pasted_like_one_that_is_typed(qtbot: Any, window: MainWindow) -> None:
    paste(qtbot, window, ROW[0], " 77 ")
    assert question(window) is None
    assert values(window, ROW[:1]) == [77]
    before = values(window, ROW)
    paste(qtbot, window, ROW[1], "若干")
    assert values(window, ROW) == before
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "若干"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_ctrl_c_copies_the_figure(qtbot: Any, window: MainWindow) -> None:
    table = click_figure(qtbot, window, ROW[6])
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == window.workspace.reviews[PATH].report.figures[ROW[6]].raw


def test_tab_goes_through_all_figures_of_all_tables_and_back(
    qtbot: Any, window: MainWindow
) -> None:
    pane = window.area.tables
    shown = [c.key for t in pane.tables.values() for c in t.figures.cells() if c.key]
    click_figure(qtbot, window, str(shown[0]))
    seen = [pane.current_key()]
    for _ in shown[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(pane.current_key())
    assert seen == shown
    for key in reversed(shown[:-1]):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
        assert pane.current_key() == key


def test_tab_beyond_the_last_figure_leaves_the_tables(qtbot: Any, window: MainWindow) -> None:
    table = click_figure(qtbot, window, "litigation.after_review.total")
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not isinstance(QApplication.focusWidget(), type(table))


def test_a_long_number_is_painted_smaller_and_never_cut(window: MainWindow) -> None:
    font = window.font()
    width = QFontMetrics(font).horizontalAdvance("12345678")
    for number in ("123456789012", "→123456789012", "7730.28123"):
        assert QFontMetrics(_fitted(font, number, width)).horizontalAdvance(number) <= width
    assert _fitted(font, "12", width) == font
    assert _fitted(font, "约一百二十余件", 10) == font


def beside(table: QTableView, key: str) -> list[str]:
    model = table.model()
    (row,) = (i.row() for i in [table.currentIndex()])
    columns = model.columnCount()
    found = [model.index(row, column).data(CELL_ROLE) for column in range(columns)]
    return [view.text for view in found[-2:] if isinstance(view, CellView)]


def test_last_year_s_figures_fold_out_beside_the_tables(qtbot: Any, open_window: Open) -> None:
    total = "requests.received.total"
    now, last = {total: 12}, {total: 19}
    window = open_window(
        [
            made_report("this.txt", "d1", year=2023, values=now),
            made_report("last.txt", "d2", year=2022, values=last),
            made_report("else.txt", "d3", year=2022, unit="青禾县柳湾乡人民政府", seed=3),
        ]
    )
    window.selection.select_report("this.txt")
    button = window.findChild(QToolButton, "show_last_year")
    assert button is not None
    assert button.isEnabled()
    table = click_figure(qtbot, window, total)
    columns = table.model().columnCount()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert table.model().columnCount() == columns + 2
    window.area.tables.select_figure(total)
    assert beside(table, total) == ["19", "−7"]
    tip = table.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "上年 19，本年 12" in tip
    window.selection.select_report("last.txt")
    assert not button.isEnabled()
    assert table.model().columnCount() == columns
    window.selection.select_report("this.txt")
    assert table.model().columnCount() == columns + 2
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert table.model().columnCount() == columns
