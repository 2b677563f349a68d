"""The second round with real files and real keys: choose, match, look, restart, export."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QTableView,
    QTabWidget,
)

from gui import worker
from gui.dialogs.second_round_window import SecondRoundWindow
from gui.main_window import MainWindow
from gui.models.report_columns import STANDING
from gui.models.reports import PATH_ROLE
from gui.models.returns import LineModel, UnitModel
from gui.settings import Settings
from gui.workspace import Workspace
from parser.review.rounds import FILE
from parser.review.second_round import Standing
from tests.gui.test_reopening import here
from tests.support.official import Sample
from tests.support.windows import choose, compose

Open = Callable[[], MainWindow]
WRONG = {"requests.total.natural": 21}
A, B, C = "白石镇.txt", "青溪镇.txt", "河东镇.txt"


def put(folder: Path, name: str, unit: str, **changed: object) -> None:
    title = f"南屏县{unit}人民政府2023年政府信息公开工作年度报告"
    sample = Sample(title=title, year=2023, **changed)  # type: ignore[arg-type]
    (folder / name).write_text(sample.text, encoding="utf-8")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Make a folder to be reviewed and one of what came back: mended, still wrong, not at all."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(worker, "examine_all", here)
    old, new = tmp_path / "年报", tmp_path / "整改后"
    old.mkdir()
    new.mkdir()
    for name, unit in ((A, "白石镇"), (B, "青溪镇"), (C, "河东镇")):
        put(old, name, unit, figures=WRONG)
    put(new, "白石镇年报（整改后）.txt", "白石镇", figures={"disclosure.penalty.decisions": 81})
    put(new, "再报.txt", "青溪镇", figures=WRONG)
    put(new, "不相干.txt", "石桥镇")
    return old, new


@pytest.fixture
def open_folder(qtbot: Any, dressed: None, folders: tuple[Path, Path]) -> Iterator[Open]:
    made: list[MainWindow] = []

    def opened() -> MainWindow:
        window = MainWindow(Settings(theme="light"), Workspace())
        made.append(window)
        window.resize(1280, 720)
        with qtbot.waitExposed(window):
            window.show()
        with qtbot.waitSignal(window.workspace.reading_ended, timeout=20_000):
            window.open_paths([folders[0]])
        return window

    yield opened
    for window in made:
        window.close()
        window.deleteLater()


def confirm_all(window: MainWindow) -> None:
    """Confirm every error and warning of a report itself, as an auditor has done before."""
    for path in list(window.workspace.reviews):
        for entry in window.workspace.entries(path):
            if entry.severity.value != "info" and not entry.paths:
                window.workspace.judge(entry, "confirmed")


def begin(qtbot: Any, window: MainWindow, folder: Path) -> SecondRoundWindow:
    """Choose the command, press the button, type the folder's name, press Enter."""
    choose(window, "second_round")
    dialog = window.findChild(SecondRoundWindow)
    assert dialog is not None

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QFileDialog)
        name = asked.findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        name.selectAll()
        compose(name, str(folder))
        qtbot.keyClick(name, Qt.Key.Key_Return)

    QTimer.singleShot(200, dialog, answer)
    button(dialog, "round_folder")
    rounds = window.rounds.rounds
    qtbot.waitUntil(lambda: rounds.found is not None and not rounds.is_working, timeout=20_000)
    return dialog


def button(dialog: SecondRoundWindow, name: str) -> None:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def states(dialog: SecondRoundWindow) -> dict[str, str]:
    model = dialog.units.model()
    rows = range(model.rowCount())
    return {
        Path(str(model.index(r, 0).data(PATH_ROLE))).name: str(model.index(r, 2).data())
        for r in rows
    }


def click(dialog: SecondRoundWindow, name: str) -> None:
    """Click the row of a report."""
    model = dialog.units.model()
    (row,) = [r for r in range(model.rowCount()) if model.index(r, 0).data(PATH_ROLE) == name]
    middle = dialog.units.visualRect(model.index(row, 0)).center()
    QTest.mouseClick(dialog.units.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def lines(dialog: SecondRoundWindow, name: str) -> list[list[str]]:
    view = dialog.findChild(QTableView, name)
    assert view is not None
    model = view.model()
    return [[str(model.index(r, c).data()) for c in range(3)] for r in range(model.rowCount())]


def text_of(dialog: SecondRoundWindow, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_what_came_back_is_held_against_what_was_asked(
    qtbot: Any, open_folder: Open, folders: tuple[Path, Path]
) -> None:
    window = open_folder()
    assert window.reports.view.isColumnHidden(STANDING)
    confirm_all(window)
    before = {path: path.read_bytes() for path in folders[0].glob("*.txt")}
    dialog = begin(qtbot, window, folders[1])
    assert states(dialog) == {A: "已整改", B: "未整改", C: "未交"}
    # The list of reports says so too, in a column that came for it.
    model = window.reports.model
    assert not window.reports.view.isColumnHidden(STANDING)
    shown = {n: model.index(model.row_of(n), STANDING).data() for n in (A, B, C)}
    assert shown == {A: "已整改", B: "未整改", C: "未交"}
    # One that was mended, with a change that nobody asked for, on both sides.
    click(dialog, A)
    assert {row[0] for row in lines(dialog, "round_followed")} == {"已整改"}
    (change,) = lines(dialog, "round_unasked")
    assert change[0] == "改数"
    assert "18 → 81" in change[2]
    assert "白石镇年报（整改后）.txt" in text_of(dialog, "round_new_name")
    tabs = dialog.findChild(QTabWidget, "round_lists")
    assert tabs is not None
    tabs.setFocus()
    bar = tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(2).center())
    view = dialog.findChild(QTableView, "round_unasked")
    assert view is not None
    middle = view.visualRect(view.model().index(0, 2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert view.currentIndex().row() == 0
    # One that was not.
    click(dialog, B)
    assert {row[0] for row in lines(dialog, "round_followed")} == {"未整改"}
    click(dialog, C)
    assert "还没有交" in text_of(dialog, "round_new_name")
    assert {path: path.read_bytes() for path in folders[0].glob("*.txt")} == before


def test_a_file_that_fits_none_is_matched_by_hand(
    qtbot: Any, open_folder: Open, folders: tuple[Path, Path]
) -> None:
    window = open_folder()
    confirm_all(window)
    dialog = begin(qtbot, window, folders[1])
    files = dialog.findChild(QListWidget, "round_unpaired")
    old = dialog.findChild(QComboBox, "round_old_choice")
    assert files is not None
    assert old is not None
    assert [files.item(i).toolTip() for i in range(files.count())] == ["不相干.txt"]
    left = dialog.findChild(QTabWidget, "round_left")
    assert left is not None
    bar = left.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    old.setFocus()
    qtbot.keyClick(old, Qt.Key.Key_Home)
    for _ in range(old.count()):
        if old.currentData() == C:
            break
        qtbot.keyClick(old, Qt.Key.Key_Down)
    assert old.currentData() == C
    with qtbot.waitSignal(window.rounds.rounds.changed, timeout=10_000):
        button(dialog, "round_match")
    assert states(dialog)[C] == "已整改"
    assert "手工对上" in files.item(0).text()


def test_it_is_there_after_a_restart_and_in_the_workbook(
    qtbot: Any, open_folder: Open, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    window = open_folder()
    confirm_all(window)
    begin(qtbot, window, folders[1])
    window.close()
    kept = json.loads((folders[0] / ".审核" / FILE).read_text(encoding="utf-8"))
    assert {name: row["standing"] for name, row in kept["reports"].items()} == {
        A: "done", B: "open", C: "absent",
    }  # fmt: skip
    again = open_folder()
    rounds = again.rounds.rounds
    assert {name: remark.standing for name, remark in rounds.remarks.items()} == {
        A: Standing.DONE, B: Standing.OPEN, C: Standing.ABSENT,
    }  # fmt: skip
    qtbot.waitUntil(lambda: rounds.found is not None and not rounds.is_working, timeout=20_000)
    # A verdict that is taken back is asked for no more.
    for entry in again.workspace.entries(B):
        again.workspace.judge(entry, "dismissed")
    qtbot.waitUntil(
        lambda: rounds.remarks[B].standing is Standing.NOTHING and not rounds.is_working,
        timeout=20_000,
    )
    target = tmp_path / "结果.xlsx"
    with qtbot.waitSignal(again.exporting.exported, timeout=20_000):
        again.exporting.write(target)
    head, *rows = load_workbook(target)["问题清单"].iter_rows(values_only=True)
    at = head.index("整改情况")
    assert at == len(head) - 1
    told = {(row[2], row[at]) for row in rows if row[4] == "错误"}
    assert (A, "已整改") in told
    assert (C, "未交") in told


def test_files_that_are_gone_leave_the_states_and_the_round_can_be_ended(
    qtbot: Any, open_folder: Open, folders: tuple[Path, Path]
) -> None:
    window = open_folder()
    confirm_all(window)
    begin(qtbot, window, folders[1])
    window.close()
    shutil.rmtree(folders[1])
    told: list[str] = []
    again = open_folder()
    again.rounds.rounds.told.connect(told.append)
    assert again.rounds.rounds.remarks[A].standing is Standing.DONE
    choose(again, "second_round")
    dialog = again.findChild(SecondRoundWindow)
    assert dialog is not None
    assert states(dialog)[A] == "已整改"
    again.rounds.rounds.begin([folders[1]])
    assert "找不到" in told[-1]
    again.rounds.rounds.begin([folders[0]])
    assert "正在审核" in told[-1]
    assert states(dialog)[A] == "已整改"
    button(dialog, "round_end")
    box = dialog.findChild(QMessageBox, "round_end_question")
    assert box is not None
    (end,) = [b for b in box.buttons() if box.buttonRole(b) == QMessageBox.ButtonRole.AcceptRole]
    QTest.mouseClick(end, Qt.MouseButton.LeftButton)
    assert states(dialog) == {}
    assert again.reports.view.isColumnHidden(STANDING)
    assert not (folders[0] / ".审核" / FILE).exists()


def test_the_models_keep_the_rules_of_qt(
    qtbot: Any, open_folder: Open, folders: tuple[Path, Path]
) -> None:
    window = open_folder()
    confirm_all(window)
    choose(window, "second_round")
    dialog = window.findChild(SecondRoundWindow)
    assert dialog is not None
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = [*dialog.findChildren(UnitModel), *dialog.findChildren(LineModel)]
    testers = [QAbstractItemModelTester(model, mode) for model in (*models, dialog.units.model())]
    window.rounds.rounds.begin([folders[1]])
    rounds = window.rounds.rounds
    qtbot.waitUntil(lambda: rounds.found is not None and not rounds.is_working, timeout=20_000)
    for name in (A, B, C):
        click(dialog, name)
    states_box = dialog.findChild(QComboBox, "round_states")
    assert states_box is not None
    states_box.setFocus()
    qtbot.keyClick(states_box, Qt.Key.Key_Down)
    assert set(states(dialog).values()) == {"未整改"}
    assert len(testers) == 5
