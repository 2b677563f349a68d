"""Small pictures of severities and states, in the colours of the palette, made once each."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette, QPixmap

from gui.actions import icon
from gui.theme import tones
from parser.model import Severity
from parser.review.review import Stage

SEVERITY_ICONS = {
    Severity.ERROR: "mdi6.close-circle",
    Severity.WARNING: "mdi6.alert",
    Severity.INFO: "mdi6.information",
}
STAGE_ICONS = {
    Stage.UNREADABLE: "mdi6.file-alert",
    Stage.UNTOUCHED: "mdi6.circle-outline",
    Stage.UNDERWAY: "mdi6.circle-half-full",
    Stage.REVIEWED: "mdi6.check-circle",
}
CORRECTED = "mdi6.pencil"
SUSPECT = "mdi6.auto-fix"
CONFIRMED = "mdi6.check-bold"
DISMISSED = "mdi6.close-thick"
LATER = "mdi6.clock-outline"


@lru_cache(maxsize=256)
def picture(name: str, ink: int, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a pixmap; `ink` is the colour's rgba."""
    made = icon(name, QColor.fromRgba(ink)).pixmap(QSize(size, size), ratio)
    return made


def severity_picture(
    severity: Severity, palette: QPalette, size: int, ratio: float = 1.0
) -> QPixmap:
    """Return the picture of a severity."""
    ink = tones(palette).of(severity).ink.rgba()
    return picture(SEVERITY_ICONS[severity], ink, size, ratio)


def stage_picture(stage: Stage, palette: QPalette, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the picture of a state of review."""
    colours = tones(palette)
    ink = {
        Stage.UNREADABLE: colours.error.ink,
        Stage.UNTOUCHED: colours.muted,
        Stage.UNDERWAY: colours.info.ink,
        Stage.REVIEWED: colours.corrected.ink,
    }[stage]
    return picture(STAGE_ICONS[stage], ink.rgba(), size, ratio)
