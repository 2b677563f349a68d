"""The application: fonts, theme, language, what happens when it fails, and the window."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from gui import settings as preferences
from gui import theme, translation
from gui.failure import FailureHook
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.workspace import Workspace
from parser import __version__
from parser.rules.registry import codes
from parser.settings.profile import Profile, ProfileError
from parser.settings.profile_file import load_profile

log = logging.getLogger(__name__)

NAME = "jianbao"
ICONS = Path(__file__).resolve().parent.parent / "resources" / "icon"
PROGRAMS = ("", ".py", ".exe", ".appimage")


def create(argv: list[str]) -> tuple[QApplication, MainWindow]:
    """Return the application and its window, shown and reading what `argv` names.

    `argv` as the operating system gives it: the program first, then folders and files; a list
    without the program's name is understood as well. The event loop is the caller's to enter.
    """
    application = cast(QApplication | None, QApplication.instance()) or QApplication(argv[:1])
    application.setApplicationName(NAME)
    application.setOrganizationName(NAME)
    application.setApplicationVersion(__version__)
    found = preferences.load()
    dress(application, found)
    FailureHook(application)
    problem, profile = "", Profile()
    if found.profile:
        try:
            profile = load_profile(Path(found.profile), codes())
        except (OSError, ProfileError) as error:
            problem = str(error)
    window = MainWindow(found, Workspace(profile))
    QGuiApplication.styleHints().colorSchemeChanged.connect(window.follow_system)
    window.show()
    paths = paths_of(argv)
    if paths:
        window.open_paths(paths)
    if problem:
        window.status.tell(window.tr("检查方案读不了，改用默认方案：{0}").format(problem))
    return application, window


def dress(application: QApplication, settings: Settings) -> None:
    """Give the application its icon, its fonts, its colours and its language."""
    application.setWindowIcon(window_icon())
    application.setFont(theme.base_font(settings.font_size or theme.FONT_POINTS))
    theme.apply(application, settings.theme)
    translation.install(application, settings.language)


def window_icon() -> QIcon:
    """Return the program's own picture in every size that it was drawn in."""
    icon = QIcon()
    for path in sorted(ICONS.glob("jianbao-*.png")):
        icon.addFile(str(path))
    return icon


def paths_of(argv: Sequence[str]) -> list[Path]:
    """Return the folders and files that the arguments name, without the program's own name."""
    named = [argument for argument in argv if argument and not argument.startswith("-")]
    programs = {sys.argv[0], sys.executable}
    if named and argv[0] == named[0] and (named[0] in programs or not _is_report(named[0])):
        named = named[1:]
    return [Path(argument) for argument in named]


def _is_report(argument: str) -> bool:
    path = Path(argument)
    return path.is_dir() or (path.is_file() and path.suffix.lower() not in PROGRAMS)
