"""Two auditors on one folder: the second is told, sees what the first does, and takes over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gui.views.reader_bar import ReaderBar
from tests.gui.test_changed_files import (  # noqa: F401
    TOTAL,
    TOWN,
    Open,
    button,
    folder,
    open_folder,
    select,
)
from tests.support.windows import click_figure, open_editor, type_figure

ROOT = Path(__file__).resolve().parents[2]
# A second program that holds the review, and corrects a figure when it is told to.
HOLDER = """
import sys
from pathlib import Path
from parser.intake.source import Source
from parser.pipeline import examine
from parser.review.desk import open_desk
from parser.settings.profile import Profile

folder, name, key = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
desk = open_desk([folder], Profile())
desk.add(examine(Source(name, folder / name), Profile()))
print("held", flush=True)
for line in sys.stdin:
    desk.correct(name, {key: int(line)}, "另一位的更正", "王审")
    print("done", flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")


class Other:
    """The other auditor's program."""

    def __init__(self, place: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(place), TOWN, TOTAL],
            cwd=ROOT, env=os.environ.copy(), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self._hears("held")

    def corrects(self, value: int) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{value}\n")
        self.process.stdin.flush()
        self._hears("done")

    def dies(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.communicate()

    def _hears(self, word: str) -> None:
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip() == word


@pytest.fixture
def other(folder: Path) -> Iterator[Other]:  # noqa: F811
    made = Other(folder)
    yield made
    made.dies()


def test_the_second_is_told_follows_and_takes_over(
    qtbot: Any,
    folder: Path,  # noqa: F811
    other: Other,
    open_folder: Open,  # noqa: F811
) -> None:
    window = open_folder()
    select(window)
    bar = window.findChild(ReaderBar)
    assert bar is not None
    assert bar.isVisible()
    assert str(other.process.pid) in bar.said()
    assert "只能看" in bar.said()
    assert "从 " in bar.said(), "since when"
    assert not button(window, "take_over").isVisible()

    # Said before anything is typed: no cell opens, no verdict can be given.
    shown = click_figure(qtbot, window, TOTAL)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.keyClicks(shown, "5")
    assert not [e for e in shown.findChildren(QLineEdit) if e.isVisible()]
    for name in ("confirm_finding", "dismiss_finding", "mark_reviewed", "edit_figure"):
        assert not window.commands[name].isEnabled()
        assert "只能看" in window.commands[name].toolTip()

    with qtbot.waitSignal(window.workspace.review_changed, timeout=20_000):
        other.corrects(12)
        bar.look()
    correction = window.workspace.reviews[TOWN].corrections[TOTAL]
    assert (correction.value, correction.author) == (12, "王审")

    other.dies()
    bar.look()
    assert "可以接手" in bar.said()
    assert window.workspace.reviews[TOWN].corrections[TOTAL].value == 12
    qtbot.mouseClick(button(window, "take_over"), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert window.workspace.writable
    select(window)
    assert open_editor(qtbot, window, TOTAL).isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    type_figure(qtbot, window, TOTAL, "13")
    assert window.workspace.reviews[TOWN].corrections[TOTAL].value == 13
    assert "只能看" not in window.commands["mark_reviewed"].toolTip()


def test_what_is_being_written_while_one_looks_does_no_harm(
    qtbot: Any,
    folder: Path,  # noqa: F811
    other: Other,
    open_folder: Open,  # noqa: F811
) -> None:
    del folder
    window = open_folder()
    bar = window.findChild(ReaderBar)
    assert bar is not None
    for value in (11, 12, 13):
        other.corrects(value)
        bar.look()
        assert window.workspace.reviews[TOWN].corrections[TOTAL].value == value
