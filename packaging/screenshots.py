"""Pictures of the window: `python packaging/screenshots.py [FOLDER]`.

Opens the window on a folder (the samples by default) and saves one picture a scene, scheme and
scale into `build/screenshots`; two of the samples' go into `docs` for the README. It waits for
what the window tells, not for time to pass. The scale of a screen cannot be changed while a
program runs, so each scale has a process of its own.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "resources" / "samples"
SCALES = (1.0, 1.5)
SCHEMES = ("light", "dark")
PATIENCE_MS = 120_000
# Scene, scheme and scale of the pictures in the README, and their names there.
SHOWN = {("repair", "light", 1.5): "window.png", ("repair", "dark", 1.5): "window-dark.png"}
# Those of the manual, which are made narrower.
MANUAL = ROOT / "resources" / "help" / "manual" / "pictures"
IN_MANUAL = {("repair", "light", 1.0): "window.png", ("overview", "light", 1.0): "overview.png"}
MANUAL_WIDTH = 720  # pixels: what a page of the manual has room for

sys.path.insert(0, str(ROOT))


def main(arguments: list[str]) -> int:
    """Start a process for each scale, or be one."""
    parser = argparse.ArgumentParser(description="Save pictures of the window.")
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--size", default="1440x900", help="of the window, in logical pixels")
    parser.add_argument("--language", default="zh_CN", choices=["zh_CN", "en"])
    parser.add_argument("--scale", type=float, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.scale is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        codes = [
            subprocess.run(
                [sys.executable, __file__, *arguments, "--scale", str(scale)],
                env={**os.environ, "QT_SCALE_FACTOR": str(scale)},
                check=False,
            ).returncode
            for scale in SCALES
        ]
        return max(codes)
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        # A review log would be left beside the originals.
        folder = Path(scratch) / given.folder.name
        shutil.copytree(given.folder, folder)
        os.environ["XDG_CONFIG_HOME"] = scratch
        width, _, height = given.size.partition("x")
        size = (int(width), int(height))
        photographer = Photographer(given.out, given.scale, given.language, size)
        photographer.work(folder)
        photographer.close()
    if given.folder == SAMPLES and given.language == "zh_CN":
        publish(given.out, given.scale)
    return 0


def publish(out: Path, scale: float) -> None:
    """Put the pictures of the README and of the manual of this scale where they are looked for."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    for (scene, scheme, wanted), name in IN_MANUAL.items():
        picture = out / file_name(scene, scheme, scale)
        if wanted == scale and picture.exists():
            smooth = Qt.TransformationMode.SmoothTransformation
            narrow = QImage(str(picture)).scaledToWidth(MANUAL_WIDTH, smooth)
            narrow.convertToFormat(QImage.Format.Format_RGB888).save(str(MANUAL / name))
    for (scene, scheme, wanted), name in SHOWN.items():
        picture = out / file_name(scene, scheme, scale)
        if wanted == scale and picture.exists():
            (ROOT / "docs").mkdir(exist_ok=True)
            shutil.copyfile(picture, ROOT / "docs" / name)


def file_name(scene: str, scheme: str, scale: float) -> str:
    """Return the file name of a picture."""
    return f"{scene}-{scheme}-{round(100 * scale)}.png"


class Photographer:
    """Opens the window once and walks it through the scenes."""

    def __init__(self, out: Path, scale: float, language: str, size: tuple[int, int]) -> None:
        """Open an empty window in that language, with settings of its own."""
        from PySide6.QtCore import QSettings

        from gui import settings as preferences
        from gui.app import NAME, create

        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        chosen = preferences.Settings(theme="light", author="审核员")
        if language == "en":
            chosen = preferences.Settings(theme="light", author="Reviewer", language="en")
        user = QSettings.Scope.UserScope
        preferences.save(chosen, QSettings(QSettings.Format.IniFormat, user, NAME, NAME))
        self._out = out
        self._scale = scale
        self._application, self._window = create([__file__])
        self._window.resize(*size)
        self._workspace = self._window.workspace
        self._selection = self._window.selection

    def work(self, folder: Path) -> None:
        """Take every picture."""
        self._picture("welcome")
        self._wait(self._workspace.across_changed, lambda: self._window.open_paths([folder]))
        self._wait_until(lambda: not self._workspace.is_reading)
        self._picture("overview")
        self._repair()
        self._across()
        self._formats()
        self._dialogs()

    def close(self) -> None:
        """Close the window and what it has under way."""
        self._window.close()

    def _repair(self) -> None:
        """Picture failed sums with the suggestion that settles them, before and after."""
        # Those with tables of their own first: they show best what the window is for.
        reviews = sorted(
            self._workspace.reviews.items(),
            key=lambda item: not (item[1].report.document and item[1].report.document.grids),
        )
        for path, review in reviews:
            settled = {i for r in review.suggestions if r.changes for i in r.settles}
            if not settled:
                continue
            self._selection.select_report(path)
            entries = [e for e in self._selection.entries if e.index in settled]
            self._selection.select_entry(entries[0])
            self._picture("repair")
            self._window.commands["apply_repair"].trigger()
            self._picture("corrected")
            self._window.commands["undo"].trigger()
            return

    def _across(self) -> None:
        """Picture a finding between two reports, and its passages beside each other."""
        for path in self._workspace.reviews:
            for entry in self._workspace.entries(path):
                if entry.paths and entry.spans:
                    self._selection.select_report(path)
                    self._selection.select_entry(entry)
                    self._picture("across")
                    self._dialog("passages", "compare_passages")
                    return

    def _formats(self) -> None:
        """Picture one report of each format, and a file that cannot be read."""
        seen: set[str] = set()
        for path, review in self._workspace.reviews.items():
            document = review.report.document
            kind = document.format if document else "unreadable"
            if kind in seen:
                continue
            seen.add(kind)
            self._selection.select_report(path)
            grave = next((e for e in self._selection.entries if e.figures), None)
            if grave is not None:
                self._selection.select_entry(grave)
            self._picture(f"format-{kind}")

    def _dialogs(self) -> None:
        for name in ("settings", "manual", "rule_help", "shortcuts", "about"):
            self._dialog(name.replace("_", "-"), name)

    def _dialog(self, scene: str, command: str) -> None:
        """Picture the dialog that a command opens, and close it."""
        from PySide6.QtWidgets import QDialog

        self._window.commands[command].trigger()
        dialogs = [d for d in self._window.findChildren(QDialog) if d.isVisible()]
        if not dialogs:
            raise SystemExit(f"{command} opened nothing")
        self._picture(scene, dialogs[-1])
        dialogs[-1].close()

    def _picture(self, scene: str, widget: QWidget | QDialog | None = None) -> None:
        """Save a widget, by default the window, in both schemes."""
        from gui import theme

        for scheme in SCHEMES:
            theme.apply(self._application, "dark" if scheme == "dark" else "light")
            self._settle()
            name = file_name(scene, scheme, self._scale)
            if not (widget or self._window).grab().save(str(self._out / name)):
                raise SystemExit(f"{name} was not saved")
            print(name)
        theme.apply(self._application, "light")

    def _settle(self) -> None:
        """Let layouts and blinking places come to rest."""
        self._wait_until(lambda: not self._window.area.source.blinking)
        self._application.processEvents()
        self._application.processEvents()

    def _wait_until(self, done: Callable[[], bool]) -> None:
        from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

        deadline = QDeadlineTimer(PATIENCE_MS)
        pulse = QTimer(interval=50)  # an event to wake up by where nothing else happens
        pulse.start()
        while not done():
            if deadline.hasExpired():
                raise SystemExit("the window took too long")
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _wait(self, signal: object, act: Callable[[], None]) -> None:
        """Act, and wait until a signal came."""
        came: list[bool] = []
        signal.connect(lambda *_: came.append(True))  # type: ignore[attr-defined]
        act()
        self._wait_until(lambda: bool(came))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
