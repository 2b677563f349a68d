"""Which files the dialogs offer, and that what was chosen is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.choosing import Choosing
from parser.intake.endings import known


@pytest.fixture
def choosing(qtbot: QtBot, tmp_path: Path) -> Choosing:
    window = QWidget()
    qtbot.addWidget(window)
    return Choosing(window, lambda: str(tmp_path))


def test_every_kind_that_can_be_read_is_offered(
    qtbot: QtBot, choosing: Choosing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    files = [str(tmp_path / "甲.docx"), str(tmp_path / "乙.pdf")]

    def choose(_parent: QWidget, _title: str, folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append((folder, kinds))
        return files, ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    with qtbot.waitSignal(choosing.chosen) as told:
        choosing.ask_files()
    assert told.args == [[Path(file) for file in files]]
    ((folder, kinds),) = asked
    assert folder == str(tmp_path)
    first, everything = kinds.split(";;")
    offered = first[first.index("(") + 1 : -1].split(" ")
    assert offered == [f"*.{ending}" for ending in known()]
    assert everything.endswith("(*)")


def test_nothing_is_read_where_nothing_was_chosen(
    qtbot: QtBot, choosing: Choosing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    with qtbot.assertNotEmitted(choosing.chosen):
        choosing.ask_files()
        choosing.ask_folder()


def test_a_folder_is_chosen(
    qtbot: QtBot, choosing: Choosing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.waitSignal(choosing.chosen) as told:
        choosing.ask_folder()
    assert told.args == [[tmp_path]]
