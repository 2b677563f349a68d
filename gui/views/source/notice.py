"""What stands in the pane where there is no text: nothing chosen, or a file that was not read."""

from __future__ import annotations

import qtawesome
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui.theme import tones
from gui.translation import spoken
from parser.model import Report

ICON = 48


class Notice(QWidget):
    """An icon, a headline and a sentence in the middle of the pane.

    `large_agreed` says that the auditor wants a very large file to be read all the same.
    """

    large_agreed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say that nothing is chosen."""
        super().__init__(parent)
        self.setObjectName("source_notice")
        self._report: Report | None = None
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._headline = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._headline.setWordWrap(True)
        self._sentence = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setObjectName("source_notice_sentence")
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._anyway = QPushButton()
        self._anyway.setObjectName("source_read_anyway")
        self._anyway.clicked.connect(self._on_anyway)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(10)
        column.addStretch(2)
        for label in (self._icon, self._headline, self._sentence):
            column.addWidget(label)
        column.addSpacing(6)
        column.addWidget(self._anyway, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._say()

    def show_nothing(self) -> None:
        """Say that no report is chosen."""
        self._report = None
        self._anyway.hide()
        self._say()

    def show_unreadable(self, report: Report, *, asks: bool = False) -> None:
        """Say why the file could not be read; `asks`: it is so large that one is asked first."""
        self._report = report
        self._anyway.setVisible(asks)
        self._anyway.setEnabled(asks)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._say()

    def _on_anyway(self) -> None:
        self._anyway.setEnabled(False)
        self._say()
        self.large_agreed.emit()

    def _say(self) -> None:
        colours = tones(self.palette())
        if self._report is None:
            icon, ink = "mdi6.file-document-outline", colours.muted
            headline = self.tr("这里显示原文")
            sentence = self.tr("打开文件夹后，从左侧选择一份年报。")
        else:
            icon, ink = "mdi6.file-alert-outline", colours.error.ink
            headline = self.tr("这个文件没有读成")
            sentence = spoken(self._report.error or "") or self.tr("原因不明。")
        self._icon.setPixmap(qtawesome.icon(icon, color=ink).pixmap(ICON, ICON))
        waits = self._anyway.isEnabled()
        self._anyway.setText(self.tr("仍要读取") if waits else self.tr("正在读取…"))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self._headline.setFont(font)
        self._headline.setText(headline)
        self._sentence.setText(sentence)
