"""The line under an original that has struck text: how it looks, and that it does not count."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.theme import tones
from gui.views.source.marks import said_of_struck


class StruckLegend(QLabel):
    """A sample of struck text beside the sentence; shown only where there is such text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the line, hidden."""
        super().__init__(parent)
        self.setObjectName("struck_legend")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setContentsMargins(10, 3, 6, 4)
        self._say()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._say()

    def _say(self) -> None:
        ink = tones(self.palette()).muted.name()
        sample = self.tr("划去")
        self.setText(f"<s style='color:{ink}'>{sample}</s>　{said_of_struck()}")
        self.setAccessibleName(said_of_struck())
