from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from gui import app, settings
from gui.main_window import MainWindow
from parser.model import Report
from tests.support.windows import given_window

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def _own_settings(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[None]:
    """Keep the settings of whoever runs the tests out of them, and the tests out of those."""
    folder = tmp_path_factory.mktemp("settings")
    before = QSettings.defaultFormat()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    qapp.setApplicationName(app.NAME)
    qapp.setOrganizationName(app.NAME)
    yield
    QSettings.setDefaultFormat(before)


@pytest.fixture(autouse=True)
def _nothing_left_open(qapp: QApplication) -> Iterator[None]:
    """Delete the windows that a test made: they would pile up and slow the rest down."""
    yield
    for window in qapp.topLevelWidgets():
        if window.parent() is None:
            window.close()
            window.deleteLater()
    # A round of events alone does not delete.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    """Give the application its fonts and colours once: a style sheet takes half a second."""
    app.dress(qapp, settings.Settings(theme="light"))


@pytest.fixture
def open_window(
    qtbot: object, qapp: QApplication, dressed: None, tmp_path: Path
) -> Iterator[OpenWindow]:
    """Return a function that opens the window on reports made in memory."""
    made: list[MainWindow] = []

    def open_on(reports: Sequence[Report] = (), *, overview: bool = False) -> MainWindow:
        made.append(given_window(qtbot, tmp_path, reports, overview=overview))
        return made[-1]

    yield open_on
    for window in made:
        window.close()
