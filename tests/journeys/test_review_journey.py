"""The whole job once, on real files and with real events: open, look, correct, judge, export."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTableView

from gui import app
from gui.main_window import MainWindow
from parser.model import Severity
from parser.review.session import Session
from tests.support.folders import RIGHT_TOTAL, mixed_folder
from tests.support.windows import cell, compose, finish, open_editor

WRONG = "1 总计有误.txt"
BLANK = "3 空格.txt"
TOTAL = "requests.total.natural"
NOTE = "单位电话确认为笔误"

Start = Callable[[Path], MainWindow]


@pytest.fixture
def start(qtbot: Any, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts the program on a folder and waits until it has read it."""
    before = QSettings.defaultFormat()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings")
    )
    started: list[MainWindow] = []

    def run(folder: Path) -> MainWindow:
        _, window = app.create(["main.py", str(folder)])
        started.append(window)
        window.resize(1280, 720)
        window.activateWindow()
        with qtbot.waitSignal(window.workspace.across_changed, timeout=60_000):
            pass
        return window

    yield run
    for window in started:
        window.close()
        window.deleteLater()
    QSettings.setDefaultFormat(before)


def press(qtbot: Any, window: MainWindow, keys: str) -> None:
    qtbot.keySequence(window.focusWidget() or window, keys)


def export(qtbot: Any, window: MainWindow, target: Path) -> None:
    """Press Ctrl+E, type the file's name into the dialog, press Enter, wait for the file."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        name.selectAll()
        compose(name, str(target))
        qtbot.keyClick(name, Qt.Key.Key_Return)

    QTimer.singleShot(300, window, answer)
    with qtbot.waitSignal(window.exporting.exported, timeout=60_000):
        press(qtbot, window, "Ctrl+E")


def rows(sheet: Any) -> list[list[object]]:
    return [[c.value for c in row] for row in sheet.iter_rows()]


def cells_with(sheet: Any, value: object) -> list[Any]:
    return [c for row in sheet.iter_rows() for c in row if c.value == value]


def test_from_a_folder_to_a_reviewed_workbook(qtbot: Any, start: Start, tmp_path: Path) -> None:
    folder = mixed_folder(tmp_path / "年报")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    window = start(folder)
    reports = window.findChild(QTableView, "report_list")
    assert reports is not None
    assert reports.model().rowCount() == 6
    assert "打不开" in str(reports.model().index(5, 1).data(Qt.ItemDataRole.ToolTipRole))

    # F8: the first finding, with figure and suggestion.
    press(qtbot, window, "F8")
    assert window.selection.path == WRONG
    assert window.selection.entry is not None
    assert window.selection.entry.severity is Severity.ERROR
    assert window.area.tables.current_key() == TOTAL
    assert cell(window, TOTAL).preview == str(RIGHT_TOTAL)

    # Correct, undo, redo.
    editor = open_editor(qtbot, window, TOTAL)
    qtbot.keyClicks(editor, str(RIGHT_TOTAL))
    finish(qtbot, editor)
    review = window.workspace.reviews[WRONG]
    assert review.current.figures[TOTAL].value == RIGHT_TOTAL
    assert not [f for f in review.current.findings if f.code.startswith("A1")]
    assert (cell(window, TOTAL).original, cell(window, TOTAL).text) == ("21", "12")
    press(qtbot, window, "Ctrl+Z")
    assert window.workspace.reviews[WRONG].count(Severity.ERROR) == 3
    assert cell(window, TOTAL).text == "21"
    press(qtbot, window, "Ctrl+Shift+Z")
    assert window.workspace.reviews[WRONG].corrections[TOTAL].value == RIGHT_TOTAL

    # Dismiss a finding of another report with a note.
    while window.selection.path != BLANK or window.selection.entry.code != "V101":
        press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    window.findings.note.setFocus()
    compose(window.findings.note, NOTE)
    press(qtbot, window, "Ctrl+2")
    assert window.workspace.reviews[BLANK].verdicts[entry.id].note == NOTE
    press(qtbot, window, "Ctrl+M")

    target = tmp_path / "结果.xlsx"
    export(qtbot, window, target)
    window.close()

    # The log on disk has every act, and no report was written to.
    log = Session.open([folder])
    kinds = [event.kind for event in log.events()]
    log.close()
    assert kinds == ["correct", "restore", "correct", "judge", "mark"]
    for name, content in before.items():
        assert (folder / name).read_bytes() == content

    # The workbook says what was done.
    book = load_workbook(target)
    assert book.sheetnames == ["总览", "汇总", "合计", "问题清单", "更正记录", "说明"]
    commented = [c for row in book["汇总"].iter_rows() for c in row if c.comment]
    assert [c.value for c in commented] == [RIGHT_TOTAL]
    assert "21" in str(commented[0].comment)
    noted = cells_with(book["问题清单"], NOTE)
    assert len(noted) == 1
    judged = [c.value for c in book["问题清单"][noted[0].row]]
    assert {"V101", "误报"} <= set(judged)
    corrections = rows(book["更正记录"])
    assert any(21 in row and RIGHT_TOTAL in row for row in corrections)
    assert cells_with(book["说明"], "6 损坏.docx")

    # Everything is there again on the next start.
    again = start(folder)
    assert again.workspace.reviews[WRONG].corrections[TOTAL].value == RIGHT_TOTAL
    assert again.workspace.reviews[BLANK].verdicts[entry.id].decision == "dismissed"
    assert again.workspace.reviews[BLANK].reviewed
    # … where it was left, and so is the rest.
    assert again.selection.path == BLANK
    again.selection.select_report(WRONG)
    assert (cell(again, TOTAL).original, cell(again, TOTAL).text) == ("21", "12")
