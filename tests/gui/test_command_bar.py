"""The bar of commands in a narrow window: nothing on it is out of reach."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from gui import theme
from gui.main_window import MainWindow
from gui.views.command_bar import MORE, CommandBar
from tests.support.reviews import right

OpenWindow = Callable[..., MainWindow]


def more_of(window: MainWindow) -> QToolButton:
    button = window.findChild(QToolButton, MORE)
    assert button is not None
    return button


def narrow(qtbot: QtBot, window: MainWindow) -> CommandBar:
    bar = window.findChild(CommandBar)
    assert bar is not None
    window.resize(window.minimumSizeHint().width(), 600)
    qtbot.waitUntil(lambda: more_of(window).isVisible())
    return bar


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_button_for_what_does_not_fit_can_be_seen(
    qtbot: QtBot, qapp: QApplication, open_window: OpenWindow, scheme: theme.Scheme
) -> None:
    window = open_window([right()])
    theme.apply(qapp, scheme)
    narrow(qtbot, window)
    button = more_of(window)
    image = button.grab().toImage()
    paper = image.pixelColor(0, 0).lightness()
    inked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if abs(image.pixelColor(x, y).lightness() - paper) > 90
    ]
    theme.apply(qapp, "light")
    assert len(inked) > 12
    assert button.toolTip() == "更多命令"


def test_a_click_on_it_shows_the_commands_that_do_not_fit(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    window = open_window([right()])
    bar = narrow(qtbot, window)
    action = window.commands["export_workbook"]
    assert not bar.widgetForAction(action).isVisible()
    QTest.mouseClick(more_of(window), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(bar.widgetForAction(action).isVisible)
