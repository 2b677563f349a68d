"""The roster with real keys: typed, pasted, undone, saved; who has not handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTreeWidget,
)

from gui import settings as preferences
from gui.dialogs.roster_dialog import RosterDialog
from gui.main_window import MainWindow
from gui.models.roster import RosterModel
from parser.model import Naming, Report
from parser.settings.roster import Member, load_roster, save_roster
from tests.support.reviews import right
from tests.support.windows import choose, compose

OpenWindow = Callable[..., MainWindow]
COUNTY = "青禾县人民政府"
TOWN, OTHER, BUREAU = "青禾县河湾镇人民政府", "青禾县石桥乡人民政府", "青禾县教育局"


@pytest.fixture(autouse=True)
def _own_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def report(path: str, unit: str, year: int = 2023) -> Report:
    made = right(path, path, unit=unit, year=year)
    names = (Naming("title", unit, None),)
    return replace(made, identity=replace(made.identity, names=names))


@pytest.fixture
def dialog(qtbot: Any, dressed: None, tmp_path: Path) -> RosterDialog:
    reports = [
        report("a.txt", TOWN),
        report("b.txt", TOWN),
        report("c.txt", "青禾县教育体育局"),
        report("d.txt", OTHER, 2022),
    ]
    members = [Member(TOWN, COUNTY), Member(OTHER, COUNTY), Member(BUREAU, COUNTY)]
    made = RosterDialog(members, reports, tmp_path / "名录" / "单位名录.csv")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def press(dialog: RosterDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def save(dialog: RosterDialog) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    button = box.button(QDialogButtonBox.StandardButton.Save)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def click(dialog: RosterDialog, row: int, column: int) -> None:
    middle = dialog.table.visualRect(dialog.model.index(row, column)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def open_editor(dialog: RosterDialog) -> QLineEdit:
    """Return the editor in use; those that were left wait to be deleted."""
    (editor,) = [e for e in dialog.table.findChildren(QLineEdit) if e.isVisible()]
    return editor


def type_into(qtbot: Any, dialog: RosterDialog, row: int, column: int, text: str) -> None:
    """Double-click a cell, type, Enter."""
    middle = dialog.table.visualRect(dialog.model.index(row, column)).center()
    click(dialog, row, column)
    QTest.mouseDClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    editor = open_editor(dialog)
    editor.selectAll()
    compose(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def groups(dialog: RosterDialog) -> dict[str, list[str]]:
    tree = dialog.findChild(QTreeWidget, "roster_attendance")
    assert tree is not None
    found: dict[str, list[str]] = {}
    for at in range(tree.topLevelItemCount()):
        item: Any = tree.topLevelItem(at)
        if not item.isHidden():
            name = item.text(0).partition("（")[0]
            found[name] = [item.child(n).text(0) for n in range(item.childCount())]
    return found


def test_it_tells_who_has_not_who_twice_and_who_is_not_on_it(
    qtbot: Any, dialog: RosterDialog
) -> None:
    found = groups(dialog)
    assert found["没有交"] == [OTHER, BUREAU]
    assert found["交了不止一份"] == [f"{TOWN}：a.txt、b.txt"]
    assert found["不在名录上"] == [f"青禾县教育体育局　像是“{BUREAU}”\nc.txt"]
    year = dialog.findChild(QComboBox, "roster_year")
    assert year is not None
    year.setFocus()
    qtbot.keyClick(year, Qt.Key.Key_Down)
    assert year.currentData() == 2022
    assert groups(dialog)["没有交"] == [TOWN, BUREAU]


def test_one_click_makes_a_name_an_alias_and_it_can_be_undone(
    qtbot: Any, dialog: RosterDialog
) -> None:
    press(dialog, "roster_alias")
    assert dialog.model.members[2].aliases == ("青禾县教育体育局",)
    assert groups(dialog)["没有交"] == [OTHER]
    assert "不在名录上" not in groups(dialog)
    dialog.table.setFocus()
    qtbot.keySequence(dialog.table, "Ctrl+Z")
    assert dialog.model.members[2].aliases == ()
    assert groups(dialog)["没有交"] == [OTHER, BUREAU]
    qtbot.keySequence(dialog.table, "Ctrl+Shift+Z")
    assert dialog.model.members[2].aliases == ("青禾县教育体育局",)


def test_a_unit_that_is_not_on_it_can_be_put_on_it(dialog: RosterDialog) -> None:
    press(dialog, "roster_add_stranger")
    assert dialog.model.members[-1] == Member("青禾县教育体育局")
    assert "不在名录上" not in groups(dialog)


def test_cells_are_typed_and_saved(qtbot: Any, dialog: RosterDialog, tmp_path: Path) -> None:
    type_into(qtbot, dialog, 1, 2, "石桥乡、老石桥")
    type_into(qtbot, dialog, 0, 1, "云水市人民政府")
    with qtbot.waitSignal(dialog.saved) as saved:
        save(dialog)
    (path,) = saved.args
    roster = load_roster(path)
    assert roster.members[1].aliases == ("石桥乡", "老石桥")
    assert roster.superiors == ("云水市人民政府", COUNTY)


def test_a_table_is_pasted_as_one_step(qtbot: Any, dialog: RosterDialog) -> None:
    QGuiApplication.clipboard().setText(
        f"单位\t上级\t别名\n{TOWN}\t{COUNTY}\n青禾县柳林镇\t{COUNTY}\t柳林\n青禾县东山乡\t{COUNTY}\n"
    )
    click(dialog, 0, 0)
    before = dialog.model.members
    qtbot.keySequence(dialog.table, "Ctrl+V")
    assert [m.unit for m in dialog.model.members[3:]] == ["青禾县柳林镇", "青禾县东山乡"]
    qtbot.keySequence(dialog.table, "Ctrl+Z")
    assert dialog.model.members == before
    QGuiApplication.clipboard().setText("")
    press(dialog, "roster_paste")
    box = dialog.findChild(QMessageBox, "roster_problem")
    assert box is not None
    assert "剪贴板" in box.text()
    box.close()


def test_rows_are_deleted_by_key(qtbot: Any, dialog: RosterDialog) -> None:
    click(dialog, 1, 0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert [m.unit for m in dialog.model.members] == [TOWN, BUREAU]


def test_bad_input_is_named_with_its_row_and_not_saved(qtbot: Any, dialog: RosterDialog) -> None:
    type_into(qtbot, dialog, 1, 0, TOWN)
    fault = dialog.findChild(QLabel, "roster_fault")
    assert fault is not None
    assert fault.text().startswith("第 2 行")
    save(dialog)
    box = dialog.findChild(QMessageBox, "roster_problem")
    assert box is not None
    assert "第 2 行" in box.text()
    box.close()
    assert dialog.isVisible()
    assert dialog.table.currentIndex().row() == 1
    type_into(qtbot, dialog, 1, 0, OTHER)
    assert not fault.isVisible()
    save(dialog)
    assert not dialog.isVisible()


def test_a_file_is_opened_and_the_sheet_written(
    qtbot: Any, dialog: RosterDialog, tmp_path: Path
) -> None:
    file = tmp_path / "名单.txt"
    file.write_text("甲县\n  乙镇\n  丙乡\n", encoding="gb18030")
    dialog.open_file(file)
    assert dialog.model.members == (Member("甲县"), Member("乙镇", "甲县"), Member("丙乡", "甲县"))
    assert dialog.save_as(tmp_path / "新.xlsx")
    rows = list(load_workbook(tmp_path / "新.xlsx").worksheets[0].iter_rows(values_only=True))
    assert [tuple(cell or "" for cell in row) for row in rows] == [
        ("单位", "上级", "别名"), ("甲县", "", ""), ("乙镇", "甲县", ""), ("丙乡", "甲县", ""),
    ]  # fmt: skip
    dialog.open_file(tmp_path / "没有.csv")
    box = dialog.findChild(QMessageBox, "roster_problem")
    assert box is not None
    assert "打不开" in box.text()
    box.close()
    assert dialog.model.members[0] == Member("甲县")


def test_what_was_changed_is_not_lost_by_escape(qtbot: Any, dialog: RosterDialog) -> None:
    press(dialog, "roster_alias")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    box = dialog.findChild(QMessageBox, "roster_unsaved")
    assert box is not None
    assert dialog.isVisible()
    (drop,) = [
        b for b in box.buttons() if box.buttonRole(b) == QMessageBox.ButtonRole.DestructiveRole
    ]
    QTest.mouseClick(drop, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_window_uses_the_roster_that_was_saved(
    qtbot: Any, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window([report("a.txt", TOWN)])
    choose(window, "edit_roster")
    dialog = window.findChild(RosterDialog)
    assert dialog is not None
    press(dialog, "roster_add_stranger")
    type_into(qtbot, dialog, 0, 1, COUNTY)
    save(dialog)
    path = Path(window.workspace.profile.roster)
    assert path == tmp_path / ".审核" / "单位名录.csv"
    assert load_roster(path).entries == ((TOWN, COUNTY),)
    assert preferences.load().profile
    # A file that the auditor made elsewhere is read, and never written over.
    own = tmp_path / "县里的名录.csv"
    save_roster([Member(OTHER, COUNTY)], own)
    window.workspace.profile = replace(window.workspace.profile, roster=str(own))
    before = own.read_bytes()
    choose(window, "edit_roster")
    dialog = [d for d in window.findChildren(RosterDialog) if d.isVisible()][-1]
    assert dialog.model.members == (Member(OTHER, COUNTY),)
    press(dialog, "roster_add_stranger")
    save(dialog)
    assert own.read_bytes() == before
    assert len(load_roster(path).members) == 2


def test_the_model_keeps_the_rules_of_qt(qtbot: Any, dialog: RosterDialog) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(dialog.model, mode)
    assert isinstance(dialog.model, RosterModel)
    press(dialog, "roster_add")
    editor = open_editor(dialog)
    compose(editor, "青禾县柳林镇")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert dialog.model.members[-1].unit == "青禾县柳林镇"
    press(dialog, "roster_undo")
    press(dialog, "roster_redo")
    click(dialog, 0, 0)
    press(dialog, "roster_remove")
    assert dialog.table.indexAt(QPoint(1, 1)).isValid()
    assert tester.model() is dialog.model
