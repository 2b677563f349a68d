"""A long session does not run out of references to None and True."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SESSION = """
import gui
from PySide6.QtCore import QObject, Signal
class Sender(QObject):
    sent = Signal(int)
sender = Sender()
for number in range(60_000):
    sender.setObjectName("a")
    sender.sent.emit(number)
"""


def test_sixty_thousand_calls_are_survived() -> None:
    # An interpreter of its own: without the remedy it does not fail, it aborts.
    done = subprocess.run(
        [sys.executable, "-c", SESSION], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
