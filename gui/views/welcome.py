"""What stands in the window before anything is open: what to do, and where one was last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCommandLinkButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.theme import tones
from gui.views.icons import picture
from parser.intake.endings import families
from parser.intake.folder import shown

SHOWN = 5


class Welcome(QWidget):
    """Offers to open a folder or files, or one of the recent folders."""

    folder_chosen = Signal(object)  # a text that Qt could not hold, where its bytes are no text

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """Build the page around the two actions that open something."""
        super().__init__(parent)
        self.setObjectName("welcome")
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = QLabel(self.tr("核对政府信息公开工作年度报告"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setBold(True)
        title.setFont(font)
        title.setWordWrap(True)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = QLabel(
            self.tr(
                "把存放年报的文件夹或者文件拖到这里，或者点下面的按钮。\n"
                "原件只读，不会被改动。下面这些格式都可以，混放在一起也可以："
            ),
            self,
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setWordWrap(True)
        self._formats = QLabel(self._told(), self)
        self._formats.setObjectName("welcome_formats")
        self._formats.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._formats.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for name in ("open_folder", "open_files"):
            buttons.addWidget(self._button(actions[name], primary=name == "open_folder"))
        buttons.addStretch(1)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._recent_title = QLabel(self.tr("最近打开的文件夹"), self)
        box = QFrame(self)
        box.setMaximumWidth(560)
        inner = QVBoxLayout(box)
        inner.setSpacing(12)
        for widget in (self._picture, title, hint, self._formats):
            inner.addWidget(widget)
        inner.addLayout(buttons)
        inner.addSpacing(16)
        inner.addWidget(self._recent_title)
        inner.addLayout(self._recent)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(box, 4)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        self._paint()
        self.show_recent(())

    def show_recent(self, folders: Sequence[str]) -> None:
        """Offer the recent folders that are still there."""
        while item := self._recent.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        there = [folder for folder in folders if Path(folder).exists()][:SHOWN]
        self._recent_title.setVisible(bool(there))
        for folder in there:
            link = QCommandLinkButton(
                shown(Path(Path(folder).name or folder)), shown(Path(folder)), self
            )
            link.clicked.connect(lambda _=False, f=folder: self.folder_chosen.emit(f))
            self._recent.addWidget(link)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _told(self) -> str:
        """Name the endings of all that can be opened, a line for each family."""
        names = {
            "word": self.tr("文字处理"),
            "page": self.tr("版式文件"),
            "web": self.tr("网页"),
            "sheet": self.tr("电子表格"),
            "text": self.tr("文本"),
            "scan": self.tr("扫描件"),
            "archive": self.tr("压缩包"),
        }
        colon, comma = self.tr("："), self.tr("、")
        return "\n".join(
            f"{names[family]}{colon}{comma.join(ends)}" for family, ends in families().items()
        )

    def _button(self, action: QAction, *, primary: bool) -> QPushButton:
        button = QPushButton(action.icon(), action.text(), self)
        button.setMinimumHeight(36)
        button.setMinimumWidth(150)
        button.setDefault(primary)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setIcon(action.icon()))
        return button

    def _paint(self) -> None:
        colours = tones(self.palette())
        self._formats.setStyleSheet(f"color: {colours.muted.name()}")
        ink = colours.focus.rgba()
        self._picture.setPixmap(
            picture("mdi6.clipboard-text-search-outline", ink, 72, self.devicePixelRatioF())
        )
