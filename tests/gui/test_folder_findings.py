"""All findings of the folder in one list: grouped, searched, chosen by the dozen, judged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QMessageBox, QPushButton, QTreeWidget

from gui.main_window import MainWindow
from gui.models.folder_findings import ITEM_ROLE
from gui.models.gathered import Item
from gui.views.folder_rows import FolderRows
from parser.model import Report
from tests.support.reviews import wrong
from tests.support.windows import FIRST, SECOND, compose, press, shown_code, three_reports

Open = Callable[..., MainWindow]


def opened(qtbot: Any, window: MainWindow) -> FolderRows:
    """Bring the folder's list up by its key, as soon as everything is gathered."""
    qtbot.waitUntil(lambda: window.folder.gathering.is_complete)
    press(qtbot, window, "Ctrl+Shift+M")
    view = window.findChild(FolderRows, "folder_findings")
    assert view is not None
    qtbot.waitUntil(lambda: view.hasFocus())
    tester = QAbstractItemModelTester(view.model(), view)
    assert tester.model() is view.model()
    return view


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window(three_reports())


@pytest.fixture
def view(qtbot: Any, window: MainWindow) -> FolderRows:
    return opened(qtbot, window)


def listed(view: FolderRows) -> dict[str, list[tuple[str, str]]]:
    """Return (path, code) of what is listed by the heading of its group."""
    model = view.model()
    found: dict[str, list[tuple[str, str]]] = {}
    for row in range(model.rowCount()):
        group = model.index(row, 0)
        items = [model.index(at, 0, group).data(ITEM_ROLE) for at in range(model.rowCount(group))]
        found[str(group.data())] = [(i.whose.path, i.entry.code) for i in items]
    return found


def place(view: FolderRows, path: str, code: str) -> QModelIndex:
    model = view.model()
    for row in range(model.rowCount()):
        group = model.index(row, 0)
        for at in range(model.rowCount(group)):
            index = model.index(at, 0, group)
            item = index.data(ITEM_ROLE)
            if (item.whose.path, item.entry.code) == (path, code):
                return index
    raise AssertionError(f"{code} of {path} is not listed")


def click(
    qtbot: Any,
    view: FolderRows,
    index: QModelIndex,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    view.scrollTo(index)
    at = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def verdicts(window: MainWindow) -> dict[tuple[str, str], str]:
    return {
        (path, verdict.code): str(verdict.decision)
        for path, review in window.workspace.reviews.items()
        for verdict in review.verdicts.values()
    }


def expected(window: MainWindow) -> set[tuple[str, str]]:
    return {
        (path, entry.code)
        for path in window.workspace.reviews
        for entry in window.workspace.entries(path)
    }


def test_every_finding_of_every_report_is_listed_once(window: MainWindow, view: FolderRows) -> None:
    found = listed(view)
    flat = [pair for pairs in found.values() for pair in pairs]
    assert set(flat) == expected(window)
    assert len(flat) == len(set(flat))
    for heading, pairs in found.items():
        assert {code for _, code in pairs} == {heading[:4]}
    told = window.findChild(QLabel, "folder_told")
    assert told is not None
    assert told.text().startswith(f"共 {len(flat)} 条")


def test_findings_are_grouped_by_unit_and_severity_too(
    qtbot: Any, window: MainWindow, view: FolderRows
) -> None:
    groups = window.folder.panel.groups
    groups.setFocus()
    qtbot.keyClick(groups, Qt.Key.Key_Down)
    assert groups.currentText() == "按单位分组"
    assert list(listed(view)) == ["青禾县河湾镇人民政府"]
    assert {path for path, _ in listed(view)["青禾县河湾镇人民政府"]} == {FIRST, SECOND}
    qtbot.keyClick(groups, Qt.Key.Key_Down)
    assert list(listed(view)) == ["错误"]


def test_words_narrow_the_list_down_and_clearing_brings_it_back(
    qtbot: Any, window: MainWindow, view: FolderRows
) -> None:
    box = window.findChild(QLineEdit, "folder_search")
    assert box is not None
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(box, "2022 a101")
    assert [p for ps in listed(view).values() for p in ps] == [(SECOND, "A101")]
    qtbot.keyClicks(box, "xyz")
    assert listed(view) == {}
    assert not view.isVisible()
    clear = window.folder.panel.clear
    assert clear.isVisible()
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert box.text() == ""
    assert {p for ps in listed(view).values() for p in ps} == expected(window)


def test_facets_count_and_filter(qtbot: Any, window: MainWindow, view: FolderRows) -> None:
    facets = window.findChild(QTreeWidget, "folder_facets")
    assert facets is not None
    total = len(expected(window))

    def count(name: str) -> int:
        (item,) = facets.findItems(name, Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly)
        return int(item.text(1))

    def tick(name: str) -> None:
        (item,) = facets.findItems(name, Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchExactly)
        facets.scrollToItem(item)
        at = facets.visualItemRect(item).center()
        qtbot.mouseClick(facets.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert (count("错误"), count("待定"), count("属实")) == (total, total, 0)
    click(qtbot, view, place(view, FIRST, "A101"))
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert (count("待定"), count("属实")) == (total - 1, 1)
    tick("属实")
    assert [p for ps in listed(view).values() for p in ps] == [(FIRST, "A101")]
    # A facet counts as if nothing were chosen in it: what could be ticked besides can be seen.
    assert (count("待定"), count("错误")) == (total - 1, 1)
    tick("待定")
    assert len([p for ps in listed(view).values() for p in ps]) == total
    tick("属实")
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (FIRST, "A101") not in [p for ps in listed(view).values() for p in ps]


def test_a_click_and_enter_go_to_the_finding_in_its_report(
    qtbot: Any, window: MainWindow, view: FolderRows
) -> None:
    click(qtbot, view, place(view, SECOND, "A101"))
    assert window.selection.path == SECOND
    assert window.selection.entry is not None
    assert window.selection.entry.code == "A101"
    other = place(view, FIRST, "A101")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().siblingAtColumn(0) == other
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.selection.path == FIRST
    assert shown_code(window) == "A101"
    assert view.hasFocus()


def test_a_bulk_verdict_is_one_step(qtbot: Any, window: MainWindow, view: FolderRows) -> None:
    first = place(view, FIRST, "A101")
    click(qtbot, view, first)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    told = window.folder.panel.told.text()
    qtbot.keyClick(view, Qt.Key.Key_2)
    assert verdicts(window) == {(FIRST, "A101"): "dismissed", (SECOND, "A101"): "dismissed"}
    assert told.endswith("选中 2 条")
    assert len(window.workspace.desk.session.events()) == 2  # type: ignore[union-attr]
    assert window.workspace.undo_stack.count() == 1
    press(qtbot, window, "Ctrl+Z")
    assert verdicts(window) == {}
    press(qtbot, window, "Ctrl+Shift+Z")
    assert set(verdicts(window).values()) == {"dismissed"}


def test_single_findings_of_several_checks_are_chosen_with_ctrl_and_shift(
    qtbot: Any, window: MainWindow, view: FolderRows
) -> None:
    codes = sorted({code for _, code in expected(window)})
    assert len(codes) > 1
    click(qtbot, view, place(view, FIRST, codes[0]))
    click(qtbot, view, place(view, SECOND, codes[-1]), Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, "Ctrl+1")
    assert verdicts(window) == {
        (FIRST, codes[0]): "confirmed",
        (SECOND, codes[-1]): "confirmed",
    }
    click(qtbot, view, place(view, FIRST, codes[0]))
    click(qtbot, view, place(view, SECOND, codes[0]), Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert verdicts(window) == {(SECOND, codes[-1]): "confirmed"}


def many() -> list[Report]:
    return [wrong(f"{i:02}.txt", f"d{i}", unit=f"第{i:02}镇人民政府") for i in range(52)]


def test_more_than_fifty_are_judged_only_after_a_question(qtbot: Any, open_window: Open) -> None:
    window = open_window(many())
    view = opened(qtbot, window)
    group = view.model().index(0, 0)
    click(qtbot, view, group)
    qtbot.keyClick(view, Qt.Key.Key_1)
    box = window.findChild(QMessageBox, "judge_many")
    assert box is not None
    assert "52 份年报的 52 条" in box.text()
    assert verdicts(window) == {}
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert verdicts(window) == {}
    qtbot.keyClick(view, Qt.Key.Key_1)
    box = next(b for b in window.findChildren(QMessageBox, "judge_many") if b.isVisible())
    yes = next(b for b in box.findChildren(QPushButton) if "52" in b.text())
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert len(verdicts(window)) == 52
    qtbot.waitUntil(lambda: window.folder.gathering.is_complete)
    qtbot.waitUntil(lambda: _first(view).judged == "confirmed")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, window, "Ctrl+Z")
    assert verdicts(window) == {}


def _first(view: FolderRows) -> Item:
    item = view.model().index(0, 0, view.model().index(0, 0)).data(ITEM_ROLE)
    assert isinstance(item, Item)
    return item


def test_a_finding_leads_to_its_like_in_all_reports(qtbot: Any, window: MainWindow) -> None:
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    view = window.findings.view
    at = view.visualRect(view.currentIndex()).center()
    view.customContextMenuRequested.emit(QPoint(at))
    menu = next(m for m in window.findings.findChildren(QMenu) if m.isVisible())
    action = next(a for a in menu.actions() if a.objectName() == "find_everywhere")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    panel = window.folder.panel
    assert panel.view.hasFocus()
    found = listed(panel.view)
    assert {code for pairs in found.values() for _, code in pairs} == {entry.code}
    assert {path for pairs in found.values() for path, _ in pairs} == {FIRST, SECOND}
    assert panel.same_figures.isVisible()
    qtbot.mouseClick(panel.same_figures, Qt.MouseButton.LeftButton)
    kept = [i for i in (panel.view.model().index(0, 0),) if i.isValid()]
    assert kept
    qtbot.mouseClick(panel.scope, Qt.MouseButton.LeftButton)
    assert {p for ps in listed(panel.view).values() for p in ps} == expected(window)


def test_a_correction_leaves_its_findings_in_the_list_as_corrected(
    qtbot: Any, window: MainWindow, view: FolderRows
) -> None:
    click(qtbot, view, place(view, FIRST, "A101"))
    press(qtbot, window, "Ctrl+Return")
    assert {p for ps in listed(view).values() for p in ps} == expected(window)
    assert {e.state for e in window.workspace.entries(FIRST)} == {"corrected"}
    assert {e.state for e in window.workspace.entries(SECOND)} == {None}
    press(qtbot, window, "Ctrl+Z")
    assert {e.state for e in window.workspace.entries(FIRST)} == {None}
    assert {p for ps in listed(view).values() for p in ps} == expected(window)


def test_a_verdict_leads_on_through_the_folder(qtbot: Any, window: MainWindow) -> None:
    window.commands["auto_advance"].trigger()
    view = opened(qtbot, window)
    order = [p for ps in listed(view).values() for p in ps]
    click(qtbot, view, place(view, *order[0]))
    for path, code in order:
        item = view.currentIndex().data(ITEM_ROLE)
        assert (item.whose.path, item.entry.code) == (path, code)
        assert window.selection.path == path
        qtbot.keyClick(view, Qt.Key.Key_1)
    assert set(verdicts(window)) == set(order)


def test_a_note_that_is_searched_finds_its_finding(
    qtbot: Any, window: MainWindow, view: FolderRows
) -> None:
    click(qtbot, view, place(view, SECOND, "A101"))
    note = window.findings.note
    window.area.lower_tabs.setCurrentIndex(0)
    compose(note, "电话核对")
    press(qtbot, window, "Ctrl+1")
    opened(qtbot, window)
    compose(window.folder.panel.search, "电话")
    assert [p for ps in listed(view).values() for p in ps] == [(SECOND, "A101")]
