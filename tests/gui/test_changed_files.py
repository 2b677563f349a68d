"""Files that change while they are under review: offered, taken in, and what was said of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from gui import watching, worker
from gui.main_window import MainWindow
from gui.models.report_cells import DETAIL_ROLE
from gui.settings import Settings
from gui.views.again_bar import AgainBar
from gui.views.changes_bar import ChangesBar
from gui.workspace import Workspace
from parser.model import Number
from parser.review.changes import Changes
from tests.gui.test_reopening import here
from tests.support.official import Sample
from tests.support.windows import click_figure, open_editor, press, type_figure

Open = Callable[[], MainWindow]
TOWN, OTHER = "白石镇2023.txt", "青溪乡2023.txt"
TOTAL, UPHELD = "requests.total.natural", "review.upheld"


def write(file: Path, unit: str = "南屏县白石镇人民政府", **figures: Number | None) -> None:
    wanted = {name.replace("__", "."): value for name, value in figures.items()}
    title = f"{unit}2023年政府信息公开工作年度报告"
    file.write_text(Sample(title=title, year=2023, figures=wanted).text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(worker, "examine_all", here)
    monkeypatch.setattr(watching, "QUIET_MS", 1)
    made = tmp_path / "年报"
    made.mkdir()
    write(made / TOWN, requests__total__natural=21)
    write(made / OTHER, "南屏县青溪乡人民政府")
    return made


@pytest.fixture
def open_folder(qtbot: Any, dressed: None, folder: Path) -> Iterator[Open]:
    made: list[MainWindow] = []

    def opened() -> MainWindow:
        window = MainWindow(Settings(theme="light"), Workspace())
        made.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        with qtbot.waitSignal(window.workspace.reading_ended, timeout=20_000):
            window.open_paths([folder])
        return window

    yield opened
    for window in made:
        window.close()


def button(window: MainWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def bar(window: MainWindow) -> ChangesBar:
    found = window.findChild(ChangesBar)
    assert found is not None
    return found


def again(window: MainWindow) -> AgainBar:
    found = window.findChild(AgainBar)
    assert found is not None
    return found


def offered(qtbot: Any, window: MainWindow) -> str:
    """Turn to the window again, as on a drive that tells of nothing; return what is offered."""
    qtbot.waitUntil(bar(window).isVisible, timeout=20_000)
    return bar(window).said()


def take(qtbot: Any, window: MainWindow, path: str = TOWN) -> None:
    with qtbot.waitSignal(
        window.workspace.review_changed, check_params_cb=lambda p: p == path, timeout=20_000
    ):
        qtbot.mouseClick(button(window, "take_changes"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.workspace.is_busy, timeout=20_000)


def select(window: MainWindow, path: str = TOWN) -> None:
    window.reports.select(path)
    window.selection.select_report(path)


def test_a_changed_file_is_offered_and_nothing_else_is_read(
    qtbot: Any, open_folder: Open, folder: Path
) -> None:
    window = open_folder()
    select(window)
    before = window.workspace.reviews[OTHER].report
    assert bar(window).said() == ""
    write(folder / TOWN, requests__total__natural=22)
    (folder / "~$白石镇2023.docx").write_bytes(b"lock")
    assert "1 个文件有变化：1 个改了" in offered(qtbot, window)
    assert window.workspace.reviews[TOWN].current.figures[TOTAL].value == 21, "it is not forced"
    take(qtbot, window)
    assert window.workspace.reviews[TOWN].current.figures[TOTAL].value == 22
    assert window.workspace.reviews[OTHER].report is before
    assert not bar(window).isVisible()
    assert window.selection.path == TOWN


def test_new_and_removed_files_are_offered_too(qtbot: Any, open_folder: Open, folder: Path) -> None:
    window = open_folder()
    (folder / OTHER).unlink()
    write(folder / "石桥乡2023.txt", "南屏县石桥乡人民政府")
    offered(qtbot, window)
    both = "2 个文件有变化：1 个是新的，1 个不在了"
    qtbot.waitUntil(lambda: both in bar(window).said(), timeout=20_000)
    take(qtbot, window, "石桥乡2023.txt")
    assert set(window.workspace.reviews) == {TOWN, "石桥乡2023.txt"}
    assert set(window.reports.visible_paths()) == {TOWN, "石桥乡2023.txt"}


def test_what_is_put_off_is_not_offered_again(qtbot: Any, open_folder: Open, folder: Path) -> None:
    window = open_folder()
    write(folder / TOWN, requests__total__natural=22)
    offered(qtbot, window)
    qtbot.mouseClick(button(window, "put_off_changes"), Qt.MouseButton.LeftButton)
    assert not bar(window).isVisible()
    with qtbot.waitSignal(window.bars.watching.changed, timeout=20_000):
        window.bars.watching.look()
    assert not bar(window).isVisible()


def test_a_file_that_was_only_touched_has_not_changed(
    qtbot: Any, open_folder: Open, folder: Path
) -> None:
    window = open_folder()
    seen: list[Changes] = []
    window.bars.watching.changed.connect(seen.append)
    os.utime(folder / TOWN, ns=(1, 1))
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert all(not found.names for found in seen)


def test_a_half_typed_figure_stays_while_a_file_is_taken_in(
    qtbot: Any, open_folder: Open, folder: Path
) -> None:
    window = open_folder()
    select(window)
    write(folder / OTHER, "南屏县青溪乡人民政府", review__upheld=5)
    offered(qtbot, window)
    editor = open_editor(qtbot, window, TOTAL)
    qtbot.keyClicks(editor, "1")
    take(qtbot, window, OTHER)
    assert editor.isVisible()
    assert editor.text() == "1"
    assert window.workspace.reviews[TOWN].corrections == {}


def test_a_correction_goes_along_where_its_figure_is_the_same(
    qtbot: Any, open_folder: Open, folder: Path
) -> None:
    window = open_folder()
    select(window)
    type_figure(qtbot, window, TOTAL, "12")
    write(folder / TOWN, requests__total__natural=21, review__upheld=4)
    offered(qtbot, window)
    take(qtbot, window)
    review = window.workspace.reviews[TOWN]
    assert review.report.figures[UPHELD].value == 4
    assert review.corrections[TOTAL].value == 12
    assert not again(window).isVisible()
    assert "照旧有效" in window.area.banner.accessibleName()


@pytest.mark.parametrize("keys", ["Ctrl+Shift+Y", "Ctrl+Shift+D"])
def test_what_changed_is_to_be_looked_at_again(
    qtbot: Any, open_folder: Open, folder: Path, keys: str
) -> None:
    window = open_folder()
    select(window)
    type_figure(qtbot, window, TOTAL, "12")
    write(folder / TOWN, requests__total__natural=23)
    offered(qtbot, window)
    take(qtbot, window)
    assert window.workspace.reviews[TOWN].corrections == {}, "nothing is applied"
    assert again(window).isVisible()
    for part in ("“21”", "更正为 12", "“23”"):
        assert part in again(window).said()
    at = window.reports.visible_paths().index(TOWN)
    details = [window.reports.view.model().index(at, c).data(DETAIL_ROLE) for c in range(3)]
    assert any("改了，请再看 1 处" in str(detail) for detail in details)
    click_figure(qtbot, window, TOTAL)
    press(qtbot, window, keys)
    accepted = keys.endswith("Y")
    assert (TOTAL in window.workspace.reviews[TOWN].corrections) is accepted
    assert not again(window).isVisible()
    press(qtbot, window, "Ctrl+Z")
    assert again(window).isVisible()
    assert window.workspace.reviews[TOWN].corrections == {}


def test_what_the_unit_put_right_asks_for_nothing(
    qtbot: Any, open_folder: Open, folder: Path
) -> None:
    window = open_folder()
    select(window)
    type_figure(qtbot, window, TOTAL, "12")
    write(folder / TOWN, requests__total__natural=12)
    offered(qtbot, window)
    take(qtbot, window)
    assert not again(window).isVisible()
    assert "1 处单位已改" in window.area.banner.accessibleName()


def test_reading_all_again_keeps_the_place(qtbot: Any, open_folder: Open, folder: Path) -> None:
    window = open_folder()
    qtbot.keyClicks(window.reports.filter, "2023")
    select(window)
    press(qtbot, window, "F8")
    entry = window.selection.entry
    assert entry is not None
    click_figure(qtbot, window, UPHELD)
    write(folder / OTHER, "南屏县青溪乡人民政府", review__upheld=5)
    with qtbot.waitSignal(window.workspace.reading_ended, timeout=20_000):
        press(qtbot, window, "F5")
    QApplication.processEvents()
    assert window.workspace.reviews[OTHER].report.figures[UPHELD].value == 5
    assert (window.selection.path, window.selection.key) == (TOWN, UPHELD)
    assert window.reports.filter.text() == "2023"
