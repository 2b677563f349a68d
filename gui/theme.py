"""Two palettes, light and dark, and the colours of roles on top of them.

A colour is always asked for by what it means (`tones(palette).error`), never written down in a
view; so a change of palette changes everything that is drawn.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from parser.model import Severity

Scheme = Literal["light", "dark", "system"]

# Chinese faces by platform. The system default may resolve to Japanese letter shapes.
FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
FONT_POINTS = 10.0
# How the ground of what is missing and of what was not read is hatched.
MISSING, UNREAD = Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense6Pattern
PICTURES = Path(__file__).resolve().parent.parent / "resources" / "controls"
KEY_CAP = "key_cap"  # the object name of labels that look like the caps of keys


@dataclass(frozen=True, slots=True)
class Tone:
    """The two colours of a role: ink for text, rings and icons, and paper behind them."""

    ink: QColor
    paper: QColor


@dataclass(frozen=True, slots=True)
class Tones:
    """Every role that a view may colour by."""

    error: Tone
    warning: Tone
    info: Tone
    corrected: Tone
    suspect: Tone
    missing: Tone
    settled: Tone
    label: Tone
    focus: QColor
    line: QColor
    edge: QColor
    muted: QColor

    def of(self, severity: Severity) -> Tone:
        """Return the tone of a severity."""
        by_severity = {
            Severity.ERROR: self.error,
            Severity.WARNING: self.warning,
            Severity.INFO: self.info,
        }
        return by_severity[severity]


def _tone(ink: str, paper: str) -> Tone:
    return Tone(QColor(ink), QColor(paper))


_LIGHT = Tones(
    error=_tone("#c1272d", "#fde4e4"),
    warning=_tone("#a15c00", "#fff0d1"),
    info=_tone("#1763b6", "#e6f0fc"),
    corrected=_tone("#1a7a3c", "#e2f5e7"),
    suspect=_tone("#7434d8", "#efe6fd"),
    missing=_tone("#5e6570", "#eceef1"),
    settled=_tone("#40694b", "#edf4ee"),
    label=_tone("#2c323b", "#f3f5f8"),
    focus=QColor("#1d5fd0"),
    line=QColor("#d3d8df"),
    edge=QColor("#868e9b"),
    muted=QColor("#5a6270"),
)
_DARK = Tones(
    error=_tone("#ff8f88", "#4d2225"),
    warning=_tone("#f9c46b", "#463510"),
    info=_tone("#8abcff", "#1d3454"),
    corrected=_tone("#83dc9d", "#193c27"),
    suspect=_tone("#c9adff", "#382859"),
    missing=_tone("#9aa3b0", "#2b2f36"),
    settled=_tone("#93bf9f", "#223028"),
    label=_tone("#d5dae2", "#262a31"),
    focus=QColor("#6ea8ff"),
    line=QColor("#3a4049"),
    edge=QColor("#78818e"),
    muted=QColor("#9aa3b0"),
)

# Shades of one hue from few to many, told apart by how light they are, whatever colours one sees.
_HEAT_FROM = (1, 2, 4, 8, 16, 32)
_HEAT_LIGHT = (
    _tone("#1f242c", "#e9f1fa"),
    _tone("#1f242c", "#cddff1"),
    _tone("#1f242c", "#a5c8e6"),
    _tone("#101418", "#74aad6"),
    _tone("#ffffff", "#2a6da6"),
    _tone("#ffffff", "#0d406f"),
)
_HEAT_DARK = (
    _tone("#e3e7ed", "#1c2a38"),
    _tone("#e3e7ed", "#203c57"),
    _tone("#ffffff", "#28557f"),
    _tone("#ffffff", "#336f9f"),
    _tone("#101418", "#7ab3e0"),
    _tone("#101418", "#bcdcf7"),
)

_ROLES: dict[QPalette.ColorRole, tuple[str, str]] = {
    QPalette.ColorRole.Window: ("#f5f6f8", "#1f2227"),
    QPalette.ColorRole.WindowText: ("#1f242c", "#e3e7ed"),
    QPalette.ColorRole.Base: ("#ffffff", "#181a1e"),
    QPalette.ColorRole.AlternateBase: ("#f7f9fb", "#1d2025"),
    QPalette.ColorRole.Text: ("#1f242c", "#e3e7ed"),
    QPalette.ColorRole.Button: ("#fbfcfd", "#2a2e35"),
    QPalette.ColorRole.ButtonText: ("#1f242c", "#e3e7ed"),
    QPalette.ColorRole.BrightText: ("#c1272d", "#ff8f88"),
    QPalette.ColorRole.Highlight: ("#2f6fdb", "#3568b8"),
    QPalette.ColorRole.HighlightedText: ("#ffffff", "#ffffff"),
    QPalette.ColorRole.ToolTipBase: ("#fffdf3", "#2d3139"),
    QPalette.ColorRole.ToolTipText: ("#1f242c", "#e3e7ed"),
    QPalette.ColorRole.PlaceholderText: ("#666e7b", "#9aa3b0"),
    QPalette.ColorRole.Link: ("#1d5fd0", "#8abcff"),
    QPalette.ColorRole.LinkVisited: ("#6a3fb5", "#c9adff"),
    QPalette.ColorRole.Accent: ("#1d5fd0", "#6ea8ff"),
    QPalette.ColorRole.Light: ("#ffffff", "#343941"),
    QPalette.ColorRole.Midlight: ("#e9ecf0", "#2e3239"),
    QPalette.ColorRole.Mid: ("#c9ced6", "#454b55"),
    QPalette.ColorRole.Dark: ("#a9b0bb", "#14161a"),
    QPalette.ColorRole.Shadow: ("#7f8794", "#0d0e10"),
}
# Writing that is out of use stays readable; buttons that are may be fainter, their words are known.
_DISABLED: dict[QPalette.ColorRole, tuple[str, str]] = {
    QPalette.ColorRole.Text: ("#687080", "#959eab"),
    QPalette.ColorRole.WindowText: ("#687080", "#959eab"),
    QPalette.ColorRole.ButtonText: ("#868e9b", "#7f8794"),
}


def palette_of(*, dark: bool) -> QPalette:
    """Return the light or the dark palette."""
    palette = QPalette()
    which = 1 if dark else 0
    for role, pair in _ROLES.items():
        palette.setColor(role, QColor(pair[which]))
    for role, pair in _DISABLED.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(pair[which]))
    return palette


def is_dark(palette: QPalette) -> bool:
    """Say whether a palette is a dark one."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def tones(palette: QPalette) -> Tones:
    """Return the colours of roles that go with a palette."""
    return _DARK if is_dark(palette) else _LIGHT


def heat(palette: QPalette, count: int) -> Tone:
    """Return the tone of a number of findings, one at least: each shade is twice the one before."""
    shades = _HEAT_DARK if is_dark(palette) else _HEAT_LIGHT
    return shades[max(bisect_right(_HEAT_FROM, count) - 1, 0)]


def apply(application: QApplication, scheme: Scheme = "system") -> None:
    """Give the application its style, palette and fonts.

    `system` follows the platform where it tells its scheme; where it does not, light it is.
    """
    application.setStyle("Fusion")
    dark = scheme == "dark"
    if scheme == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    application.setPalette(palette_of(dark=dark))
    application.setStyleSheet(_style_sheet(tones(application.palette()), dark=dark))


def base_font(points: float = FONT_POINTS) -> QFont:
    """Return the window's font. Digits of these faces all have one width, so columns align."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(points)
    return font


def swatch(tone: Tone, size: int = 14, *, hatch: Qt.BrushStyle | None = None) -> QPixmap:
    """Draw a little sample of a tone for the legend."""
    ratio = 2
    pixmap = QPixmap(size * ratio, size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(tone.ink)
    painter.setBrush(tone.paper)
    area = QRectF(0.5, 0.5, size - 1, size - 1)
    painter.drawRoundedRect(area, 2.5, 2.5)
    if hatch is not None:
        painter.setBrush(QBrush(tone.ink, hatch))
        painter.drawRoundedRect(area, 2.5, 2.5)
    painter.end()
    return pixmap


def _style_sheet(colours: Tones, *, dark: bool) -> str:
    line = colours.line.name()
    bar = "#262a31" if dark else "#ffffff"
    paper = _ROLES[QPalette.ColorRole.Base][1 if dark else 0]
    return f"""
    QToolBar {{ background: {bar}; border: 0; border-bottom: 1px solid {line};
               padding: 3px 6px; spacing: 2px; }}
    QToolBar QToolButton {{ padding: 4px 7px; border-radius: 4px; }}
    QToolBar QToolButton#qt_toolbar_ext_button {{ padding: 0; }}
    QStatusBar {{ background: {bar}; border-top: 1px solid {line}; }}
    QStatusBar::item {{ border: 0; }}
    QSplitter::handle {{ background: {line}; }}
    QSplitter::handle:horizontal {{ width: 1px; }}
    QSplitter::handle:vertical {{ height: 1px; }}
    QTableView {{ gridline-color: {line}; }}
    QLabel#{KEY_CAP} {{ background: {paper}; border: 1px solid {line}; border-bottom-width: 2px;
                        border-radius: 4px; padding: 1px 6px; }}
    QDialog#quick_open {{ border: 1px solid {line}; }}
    QFrame[chip="true"] {{ border: 1px solid {line}; border-radius: 9px; }}
    QFrame[chip="true"][chosen="true"] {{ background: {colours.info.paper.name()};
                                          border-color: {colours.info.ink.name()}; }}
    QFrame[chip="true"] QToolButton {{ border: 0; background: transparent;
                                       padding: 1px 5px; }}
    QFrame[chip="true"][chosen="true"] QToolButton {{ color: {colours.info.ink.name()}; }}
    QFrame[chip="true"] QToolButton:hover {{ text-decoration: underline; }}
    QFrame[chip="true"] QToolButton:focus {{ text-decoration: underline; }}
    QFrame[chip="true"] QToolButton::menu-indicator {{ image: none; }}
    QToolTip {{ padding: 4px; border: 1px solid {line}; }}
    """ + _inputs(colours, paper, dark=dark)


def _inputs(colours: Tones, paper: str, *, dark: bool) -> str:
    """Draw the borders of what can be filled in: Fusion's own cannot be seen on a dark ground."""
    edge, ring = colours.edge.name(), colours.focus.name()
    faint = colours.line.name()
    arrow = f"{PICTURES.as_posix()}/{{0}}-{'dark' if dark else 'light'}.png"
    views = ("QTreeView", "QListView", "QTableView")
    boxes = ["QCheckBox::indicator", *(f"{view}::indicator" for view in views)]

    def each(state: str) -> str:
        return ", ".join(f"{box}{state}" for box in boxes)

    return f"""
    QLineEdit, QAbstractSpinBox, QComboBox, QDialog QPlainTextEdit {{
        border: 1px solid {edge}; border-radius: 3px; background: {paper}; padding: 2px 5px; }}
    QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QDialog QPlainTextEdit:focus {{
        border-color: {ring}; }}
    QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{ border-color: {faint}; }}
    QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ border: 0; padding: 0; }}
    QAbstractItemView QLineEdit {{ padding: 0; border-radius: 0; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 18px; }}
    QComboBox::drop-down {{ border: 0; width: 20px; }}
    QComboBox::down-arrow, QAbstractSpinBox::down-arrow {{
        image: url("{arrow.format("down")}"); width: 10px; height: 10px; }}
    QAbstractSpinBox::up-arrow {{
        image: url("{arrow.format("up")}"); width: 10px; height: 10px; }}
    {each("")} {{ width: 13px; height: 13px; border: 1px solid {edge}; border-radius: 3px;
        background: {paper}; }}
    {each(":checked")} {{ border-color: {ring}; image: url("{arrow.format("check")}"); }}
    {each(":disabled")} {{ border-color: {faint}; }}
    """
