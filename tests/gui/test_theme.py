"""Colours that can be read: contrast as WCAG 2.1 computes it, over every role of both palettes."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui import app, theme, translation
from gui.settings import Settings
from gui.theme import Tone

READABLE, VISIBLE = 4.5, 3.0
ROLE, GROUP = QPalette.ColorRole, QPalette.ColorGroup
GROUNDS = (ROLE.Window, ROLE.Base, ROLE.AlternateBase, ROLE.Button, ROLE.ToolTipBase)
TONES = [field.name for field in fields(theme.Tones) if field.type == "Tone"]
both = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_the_known_one() -> None:
    assert contrast(QColor("#ffffff"), QColor("#000000")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@both
@pytest.mark.parametrize("name", TONES)
def test_every_tone_can_be_read(name: str, *, dark: bool) -> None:
    palette = theme.palette_of(dark=dark)
    tone: Tone = getattr(theme.tones(palette), name)
    assert contrast(tone.ink, tone.paper) >= READABLE
    for role in (ROLE.Text, ROLE.WindowText):
        assert contrast(palette.color(role), tone.paper) >= READABLE
    assert contrast(theme.tones(palette).muted, tone.paper) >= READABLE
    for ground in GROUNDS[:3]:
        assert contrast(tone.ink, palette.color(ground)) >= READABLE, ground


@both
@pytest.mark.parametrize("ground", GROUNDS, ids=lambda role: role.name)
def test_writing_can_be_read_on_every_ground(ground: QPalette.ColorRole, *, dark: bool) -> None:
    palette = theme.palette_of(dark=dark)
    paper, colours = palette.color(ground), theme.tones(palette)
    inks = {
        role.name: palette.color(role)
        for role in (ROLE.Text, ROLE.WindowText, ROLE.PlaceholderText, ROLE.Link, ROLE.LinkVisited)
    }
    inks |= {"muted": colours.muted, "focus": colours.focus}
    if ground in (ROLE.Window, ROLE.Base, ROLE.AlternateBase):
        for role in (ROLE.Text, ROLE.WindowText):
            inks[f"disabled {role.name}"] = palette.color(GROUP.Disabled, role)
    faint = {name for name, ink in inks.items() if contrast(ink, paper) < READABLE}
    assert faint == set()


@both
def test_chosen_rows_and_buttons_can_be_read(*, dark: bool) -> None:
    palette = theme.palette_of(dark=dark)
    for ink, paper in (
        (ROLE.HighlightedText, ROLE.Highlight),
        (ROLE.ButtonText, ROLE.Button),
        (ROLE.ToolTipText, ROLE.ToolTipBase),
    ):
        assert contrast(palette.color(ink), palette.color(paper)) >= READABLE
    off = palette.color(GROUP.Disabled, ROLE.ButtonText)
    assert contrast(off, palette.color(ROLE.Window)) >= VISIBLE


@both
@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox])
def test_borders_of_inputs_are_seen(
    qtbot: QtBot, qapp: QApplication, kind: type[QWidget], *, dark: bool
) -> None:
    """Measured on what is painted, in the middle of the upper border."""
    theme.apply(qapp, "dark" if dark else "light")
    try:
        parent = QWidget()
        qtbot.addWidget(parent)
        parent.resize(300, 60)
        field = kind(parent)
        field.setGeometry(10, 10, 200, 32)
        field.setFocusPolicy(field.focusPolicy().NoFocus)
        with qtbot.waitExposed(parent):
            parent.show()
        image = parent.grab().toImage()
        ground = image.pixelColor(60, 3)
        assert contrast(image.pixelColor(60, 10), ground) >= VISIBLE
    finally:
        theme.apply(qapp, "light")


def test_qt_speaks_chinese(qtbot: QtBot, qapp: QApplication) -> None:
    translation.install(qapp, "zh_CN")
    box = QMessageBox()
    qtbot.addWidget(box)
    standard = QMessageBox.StandardButton
    box.setStandardButtons(standard.Ok | standard.Cancel | standard.Yes | standard.No)
    assert box.button(standard.Cancel).text() == "取消"
    assert box.button(standard.Ok).text() == "确定"
    every = QDialogButtonBox(QDialogButtonBox.StandardButton(0x07FFFC00))
    qtbot.addWidget(every)
    words = [button.text() for button in every.buttons()]
    assert len(words) > 15
    assert [word for word in words if word.replace("&", "").isascii()] == []
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = [a.text().split("\t")[0] for a in line.createStandardContextMenu().actions()]
    assert [word for word in menu if word and word.isascii()] == []


def test_the_dialog_that_asks_for_a_folder_is_chinese(qtbot: QtBot, qapp: QApplication) -> None:
    translation.install(qapp, "zh_CN")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    buttons = [b.text() or b.toolTip() for b in dialog.findChildren(QAbstractButton)]
    assert [word for word in labels + buttons if word and word.isascii()] == []


def test_qt_speaks_english_where_english_is_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    translation.install(qapp, "en")
    try:
        box = QMessageBox()
        qtbot.addWidget(box)
        box.setStandardButtons(QMessageBox.StandardButton.Cancel)
        assert box.button(QMessageBox.StandardButton.Cancel).text().replace("&", "") == "Cancel"
    finally:
        translation.install(qapp, "zh_CN")


def test_the_window_has_an_icon_of_its_own(qapp: QApplication) -> None:
    app.dress(qapp, Settings(theme="light"))
    icon = qapp.windowIcon()
    assert {size.width() for size in icon.availableSizes()} >= {16, 32, 48, 128, 256}
    image = icon.pixmap(64, 64).toImage()
    blue, white = QColor("#1d5fd0"), QColor("#ffffff")
    painted = {
        image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(image.height())
    }
    assert {blue.rgb(), white.rgb()} <= painted
