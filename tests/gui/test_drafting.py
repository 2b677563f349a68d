"""The program is killed in the middle of typing: acts are there, and so is the last key."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.views.draft_bar import DraftBar
from parser.review.draft import FILE, Draft, Drafts
from parser.review.folders import REVIEW_FOLDER
from tests.gui.test_changed_files import (  # noqa: F401
    OTHER,
    TOTAL,
    TOWN,
    UPHELD,
    Open,
    button,
    folder,
    open_folder,
    select,
)
from tests.support.windows import finish, open_editor, type_figure

ROOT = Path(__file__).resolve().parents[2]
TYPIST = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

NAME, FIRST, SECOND = sys.argv[2:5]

def work(window):
    window.activateWindow()
    window.selection.select_report(NAME)
    window.workspace.correct(NAME, FIRST, 12)
    window.selection.select_figure(SECOND)
    window.area.tables.edit_current()
    QApplication.processEvents()
    QTest.keyClicks(QApplication.focusWidget(), "37")
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    from gui.app import create
    application, window = create(["main.py", sys.argv[1]])
    window.workspace.reading_ended.connect(lambda _: QTimer.singleShot(0, lambda: work(window)))
    application.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_killed_program_has_every_act_and_the_last_key(
    qtbot: Any,
    open_folder: Open,  # noqa: F811
    folder: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    script = tmp_path / "typist.py"
    script.write_text(TYPIST, encoding="utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "XDG_CONFIG_HOME": str(tmp_path / "settings"),
    }
    ended = subprocess.run(
        [sys.executable, str(script), str(folder), TOWN, TOTAL, UPHELD],
        env=environment, timeout=120, check=False,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL

    window = open_folder()
    assert window.workspace.writable
    desk = window.workspace.desk
    assert desk is not None
    assert desk.session.notices == (), "the log is sound"
    review = window.workspace.reviews[TOWN]
    assert review.corrections[TOTAL].value == 12
    assert UPHELD not in review.corrections, "what was not finished is no act"
    bar = window.findChild(DraftBar)
    assert bar is not None
    assert bar.isVisible()
    assert "“37”" in bar.said()
    assert TOWN in bar.said()
    qtbot.mouseClick(button(window, "put_draft_back"), Qt.MouseButton.LeftButton)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "37"
    assert not bar.isVisible()
    finish(qtbot, editor)
    assert window.workspace.reviews[TOWN].corrections[UPHELD].value == 37
    assert not (folder / REVIEW_FOLDER / FILE).exists()


def test_a_draft_follows_every_key_and_goes_with_its_field(
    qtbot: Any,
    open_folder: Open,  # noqa: F811
    folder: Path,  # noqa: F811
) -> None:
    window = open_folder()
    select(window)
    drafts = Drafts(folder / REVIEW_FOLDER)
    editor = open_editor(qtbot, window, TOTAL)
    for text in ("1", "12", "123"):
        qtbot.keyClicks(editor, text[-1])
        left = drafts.left()
        assert left is not None
        assert (left.path, left.kind, left.target, left.text) == (TOWN, "figure", TOTAL, text)
    finish(qtbot, editor, Qt.Key.Key_Escape)
    assert drafts.left() is None
    type_figure(qtbot, window, TOTAL, "12")
    assert drafts.left() is None


def test_what_is_not_wanted_is_not_offered_again(
    qtbot: Any,
    open_folder: Open,  # noqa: F811
    folder: Path,  # noqa: F811
) -> None:
    inner = folder / REVIEW_FOLDER
    inner.mkdir()
    Drafts(inner).keep(Draft(OTHER, "d", "figure", UPHELD, "4"))
    window = open_folder()
    bar = window.findChild(DraftBar)
    assert bar is not None
    assert bar.isVisible()
    qtbot.mouseClick(button(window, "forget_draft"), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    window.close()
    again = open_folder().findChild(DraftBar)
    assert again is not None
    assert not again.isVisible()
