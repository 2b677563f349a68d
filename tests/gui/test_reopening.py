"""A file read again as the auditor wants it: in another encoding, or although it is very large."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton

from gui import worker
from gui.main_window import MainWindow
from gui.models.reports import PATH_ROLE
from gui.settings import Settings
from gui.workspace import Workspace
from parser.intake import source as intake_source
from parser.intake.source import Source
from parser.model import Report, Status
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.official import Sample

Open = Callable[[], MainWindow]
NAME, OTHER = "柳湾镇2023.txt", "石桥乡2023.txt"


def here(
    sources: Iterable[Source],
    profile: Profile,
    jobs: int | None = None,
    encodings: Mapping[str, str] | None = None,
) -> Generator[Report, None, None]:
    """Read in this process what workers would read in theirs."""
    del jobs
    for source in sources:
        yield examine(source, profile, (encodings or {}).get(source.path))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(worker, "examine_all", here)
    made = tmp_path / "年报"
    made.mkdir()
    for name in (NAME, OTHER):
        (made / name).write_bytes(Sample().text.encode("gb18030"))
    return made


@pytest.fixture
def open_folder(qtbot: Any, dressed: None, folder: Path) -> Iterator[Open]:
    made: list[MainWindow] = []

    def opened() -> MainWindow:
        window = MainWindow(Settings(theme="light"), Workspace())
        made.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        with qtbot.waitExposed(window):
            window.show()
        with qtbot.waitSignal(window.workspace.reading_ended, timeout=20_000):
            window.open_paths([folder])
        return window

    yield opened
    for window in made:
        window.close()


def encoding(window: MainWindow, path: str = NAME) -> str | None:
    document = window.workspace.reviews[path].report.document
    return document.encoding if document else None


def status(window: MainWindow, path: str = NAME) -> Status:
    return window.workspace.reviews[path].report.status


def row(window: MainWindow, path: str = NAME) -> QPoint:
    view = window.reports.view
    index = view.model().index(window.reports.visible_paths().index(path), 1)
    assert index.data(PATH_ROLE) == path
    view.scrollTo(index)
    return view.visualRect(index).center()


def click_row(qtbot: Any, window: MainWindow, path: str = NAME) -> None:
    qtbot.mouseClick(
        window.reports.view.viewport(), Qt.MouseButton.LeftButton, pos=row(window, path)
    )
    assert window.selection.path == path


def menu_of_row(window: MainWindow, path: str = NAME) -> QMenu:
    window.reports.view.customContextMenuRequested.emit(row(window, path))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def named(menu: QMenu, name: str) -> QAction:
    (action,) = menu.findChildren(QAction, name)
    return action


def pick(qtbot: Any, window: MainWindow, menu: QMenu, name: str, path: str = NAME) -> None:
    """Choose an entry of a menu by the keyboard, and wait for the file to be read again."""
    submenu = next((m for m in menu.findChildren(QMenu) if m.findChild(QAction, name)), None)
    shown = submenu or menu
    action = named(shown, name)
    if submenu is not None:
        menu.setActiveAction(submenu.menuAction())
        qtbot.keyClick(menu, Qt.Key.Key_Right)
        assert submenu.isVisible()
    shown.setActiveAction(action)
    with qtbot.waitSignal(
        window.workspace.review_changed, check_params_cb=lambda p: p == path, timeout=20_000
    ):
        qtbot.keyClick(shown, Qt.Key.Key_Return)


def test_a_chosen_encoding_is_there_when_the_folder_is_opened_again(
    qtbot: Any, open_folder: Open
) -> None:
    window = open_folder()
    assert encoding(window) == "gb18030"
    pick(qtbot, window, menu_of_row(window), "encoding_big5hkscs")
    assert encoding(window) == "big5hkscs"
    window.close()

    again = open_folder()
    assert encoding(again) == "big5hkscs"
    assert encoding(again, OTHER) == "gb18030"
    menu = menu_of_row(again)
    assert named(menu, "encoding_big5hkscs").isChecked()
    assert not named(menu, "encoding_gb18030").isChecked()
    pick(qtbot, again, menu, "encoding_automatic")
    assert encoding(again) == "gb18030"
    again.close()
    assert encoding(open_folder()) == "gb18030"


def test_a_changed_file_is_read_as_the_program_tells_it(
    qtbot: Any, open_folder: Open, folder: Path
) -> None:
    window = open_folder()
    pick(qtbot, window, menu_of_row(window), "encoding_big5hkscs")
    window.close()
    (folder / NAME).write_bytes(Sample().text.encode("utf-8"))
    again = open_folder()
    assert encoding(again) == "utf-8"
    assert status(again) == "ok"


def test_the_line_above_the_original_remembers_as_well(qtbot: Any, open_folder: Open) -> None:
    window = open_folder()
    click_row(qtbot, window, OTHER)
    button = window.area.source.findChild(QToolButton, "source_encoding")
    assert button is not None
    menu = button.menu()
    menu.popup(window.mapToGlobal(QPoint(200, 200)))
    pick(qtbot, window, menu, "encoding_big5hkscs", OTHER)
    assert button.text() == "Big5"
    window.commands["reload"].trigger()
    with qtbot.waitSignal(window.workspace.reading_ended, timeout=20_000):
        pass
    assert encoding(window, OTHER) == "big5hkscs"
    assert encoding(window) == "gb18030"


def test_a_file_that_could_not_be_read_at_all_is_read_as_chosen(
    qtbot: Any, open_folder: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_when_told(source: Source, profile: Profile, encoding: str | None = None) -> Report:
        if source.path == NAME and encoding is None:
            return Report(source.path, "", "unreadable", "不能按任何编码还原。")
        return examine(source, profile, encoding)

    def reading(sources: Iterable[Source], profile: Profile, **named: Any) -> Iterator[Report]:
        for source in sources:
            yield only_when_told(source, profile, named["encodings"].get(source.path))

    monkeypatch.setattr(worker, "examine_all", reading)
    window = open_folder()
    assert status(window) == "unreadable"
    pick(qtbot, window, menu_of_row(window), "encoding_gb18030")
    assert status(window) == "ok"
    window.close()
    again = open_folder()
    assert (status(again), encoding(again)) == ("ok", "gb18030")


def test_two_files_chosen_one_after_the_other_are_both_read_again(
    qtbot: Any, open_folder: Open
) -> None:
    window = open_folder()
    for path in (NAME, OTHER):
        window.reports.encoding_chosen.emit(path, "big5hkscs")
    qtbot.waitUntil(lambda: encoding(window) == encoding(window, OTHER) == "big5hkscs")


@pytest.mark.parametrize("way", ["button", "menu"])
def test_a_very_large_file_is_read_when_the_auditor_agrees(
    qtbot: Any, open_folder: Open, folder: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(intake_source, "ASK_ABOVE", (folder / OTHER).stat().st_size)
    (folder / NAME).write_bytes(Sample().text.encode("gb18030") + b"\n" * 100)
    window = open_folder()
    assert status(window) == "unreadable"
    assert status(window, OTHER) == "ok"
    click_row(qtbot, window)
    button = window.area.source.findChild(QPushButton, "source_read_anyway")
    assert button is not None
    assert button.isVisible()
    assert button.text() == "仍要读取"
    if way == "button":
        with qtbot.waitSignal(window.workspace.review_changed, timeout=20_000):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            assert not button.isEnabled()
            assert button.text() == "正在读取…"
    else:
        pick(qtbot, window, menu_of_row(window), "read_anyway")
    assert status(window) == "ok"
    assert not button.isVisible()
    menu = menu_of_row(window)
    assert not menu.findChildren(QAction, "read_anyway")
    menu.close()
    window.close()
    assert status(open_folder()) == "unreadable", "it is asked again"


def test_only_a_very_large_file_is_asked_about(qtbot: Any, open_folder: Open, folder: Path) -> None:
    (folder / NAME).write_bytes(b"\x00\x01\x02" * 500)
    window = open_folder()
    click_row(qtbot, window)
    assert status(window) == "unreadable"
    button = window.area.source.findChild(QPushButton, "source_read_anyway")
    assert button is not None
    assert not button.isVisible()
    menu = menu_of_row(window)
    assert not menu.findChildren(QAction, "read_anyway")
    menu.close()
