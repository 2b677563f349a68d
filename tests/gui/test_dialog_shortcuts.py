"""The sheet of keys: readable in either scheme, also where it becomes another one under it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui import actions, theme
from gui.dialogs.shortcuts import ShortcutSheet


def lightnesses(cap: QLabel) -> tuple[int, int]:
    """Return the darkest and the lightest of a cap's inside."""
    image = cap.grab().toImage()
    inside = [
        QColor(image.pixelColor(x, y)).lightness()
        for x in range(5, image.width() - 5)
        for y in range(5, image.height() - 5)
    ]
    return min(inside), max(inside)


@pytest.mark.parametrize("schemes", [("light",), ("dark",), ("light", "dark"), ("dark", "light")])
def test_keys_can_be_read(
    qtbot: QtBot, qapp: QApplication, schemes: tuple[theme.Scheme, ...]
) -> None:
    theme.apply(qapp, schemes[0])
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = ShortcutSheet(actions.build(parent))
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    theme.apply(qapp, schemes[-1])
    try:
        caps = sheet.findChildren(QLabel, theme.KEY_CAP)
        assert len(caps) > 20
        for cap in caps[:3]:
            darkest, lightest = lightnesses(cap)
            assert lightest - darkest > 120
            assert (lightest > 200) if schemes[-1] == "light" else (darkest < 60)
    finally:
        theme.apply(qapp, "light")
