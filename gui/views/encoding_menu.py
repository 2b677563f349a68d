"""The encodings that a file can be opened in again, when its own was told wrongly."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from parser.intake.encoding import NAMES


class EncodingMenu(QMenu):
    """Offers the encodings, and first of all to leave it to the program again."""

    encoding_chosen = Signal(str)  # "" for the program's own choice

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a menu that offers nothing yet."""
        super().__init__(parent)
        self.setTitle(self.tr("按其他编码重新打开"))

    def offer(self, current: str) -> None:
        """Offer the encodings for a file that was read in `current`, "" for none."""
        self.clear()
        self.addSection(self.tr("按其他编码重新打开"))
        automatic = self.addAction(self.tr("自动判断"))
        automatic.setObjectName("encoding_automatic")
        automatic.triggered.connect(lambda _checked=False: self.encoding_chosen.emit(""))
        self.addSeparator()
        group = QActionGroup(self)
        for encoding, label in NAMES.items():
            action = self.addAction(label)
            action.setObjectName(f"encoding_{encoding}")
            action.setCheckable(True)
            action.setChecked(encoding == current.lower())
            action.triggered.connect(
                lambda _checked=False, chosen=encoding: self.encoding_chosen.emit(chosen)
            )
            group.addAction(action)


def shown_name(encoding: str) -> str:
    """Return an encoding as the window names it, "" for none."""
    return NAMES.get(encoding.lower(), encoding.upper()).partition("（")[0]
