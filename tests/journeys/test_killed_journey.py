"""A program that is killed in the middle of the work loses nothing of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from parser.review.session import Session
from tests.support.folders import wrong_total

ROOT = Path(__file__).resolve().parents[2]
AUDITOR = """
import os, signal, sys
from PySide6.QtCore import QTimer

def work(window):
    window.commands["next_finding"].trigger()
    window.commands["apply_repair"].trigger()
    window.commands["mark_reviewed"].trigger()
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    from gui.app import create
    application, window = create(["main.py", sys.argv[1]])
    window.workspace.reading_ended.connect(lambda _: QTimer.singleShot(0, lambda: work(window)))
    application.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_killed_window_has_kept_everything(tmp_path: Path) -> None:
    folder = wrong_total(tmp_path / "年报")
    script = tmp_path / "auditor.py"
    script.write_text(AUDITOR, encoding="utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "XDG_CONFIG_HOME": str(tmp_path / "settings"),
    }
    ended = subprocess.run(
        [sys.executable, str(script), str(folder)], env=environment, timeout=90, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    log = Session.open([folder])
    assert log.writable, "the lock of the dead program still holds"
    acts = [(event.kind, event.target, event.new) for event in log.events()]
    log.close()
    assert acts == [("correct", "requests.total.natural", "12"), ("mark", "", "1")]
