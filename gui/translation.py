"""The window's language: Chinese as written in the source, English by Qt translation."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gui.keyboard import KeyNames
from gui.settings import Language
from parser.model.said import english

log = logging.getLogger(__name__)

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "i18n"

_installed: list[QTranslator] = []
_spoken: list[Language] = ["zh_CN"]


def install(app: QCoreApplication, language: Language) -> None:
    """Speak `language` from now on; Qt tells every open widget by a LanguageChange event.

    Qt's own words (保存, 取消 …) come from the translation that ships with Qt, the few that it
    lacks from a file of ours. A file that is missing leaves the window in the words of the
    source, which is better than no window.
    """
    _spoken[0] = language
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale(language))
    if language == "en":
        wanted = [(f"jianbao_{language}", str(TRANSLATIONS))]
    else:
        of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        wanted = [(f"qtbase_{language}", of_qt), (f"qt_{language}", str(TRANSLATIONS))]
    for name, folder in wanted:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)
        else:
            log.warning("translation %s is missing from %s", name, folder)
    printed = KeyNames(app)
    app.installTranslator(printed)
    _installed.append(printed)


def spoken(sentence: str) -> str:
    """Return a sentence of the engine, or a name, in the window's language."""
    return english(sentence) if is_english() else sentence


def is_english() -> bool:
    """Say whether the window speaks English."""
    return _spoken[0] == "en"
