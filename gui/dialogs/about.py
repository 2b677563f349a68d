"""What the program is, its version, and what it never does."""

from __future__ import annotations

import platform

import qtawesome
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from gui.theme import tones
from parser import __version__

ICON = 64


class About(QDialog):
    """Name, version, promise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Put the sheet together."""
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(self.tr("关于鉴报"))
        colours = tones(self.palette())
        picture = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        icon = qtawesome.icon("mdi6.file-document-check-outline", color=colours.focus)
        picture.setPixmap(icon.pixmap(ICON, ICON))
        name = QLabel(self.tr("鉴报"), alignment=Qt.AlignmentFlag.AlignHCenter)
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        font.setBold(True)
        name.setFont(font)
        version = QLabel(self.tr("版本 {0}").format(__version__))
        version.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        purpose = QLabel(self.tr("政府信息公开工作年度报告的核对工具。"))
        promise = QLabel(
            self.tr("原件只读，从不改动；不联网，不上传任何内容；所做的更正与结论都留有记录。")
        )
        built = QLabel(f"Qt {qVersion()} · Python {platform.python_version()}")
        built.setObjectName("about_built")
        built.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        built.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 28, 36, 20)
        column.setSpacing(10)
        for label in (picture, name, version, purpose, promise, built):
            label.setWordWrap(label in (purpose, promise))
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(buttons)
        self.setFixedWidth(440)
