"""The bar of the commands used most; what does not fit stands behind a button at its end."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from gui.actions import icon

TOOLBAR = (
    "open_folder",
    "show_overview",
    "",
    "previous_finding",
    "next_finding",
    "",
    "confirm_finding",
    "dismiss_finding",
    "apply_repair",
    "",
    "undo",
    "redo",
    "",
    "mark_reviewed",
    "export_workbook",
)
# Qt gives the button this name and this room; the padding of other buttons would fill it.
MORE, ROOM = "qt_toolbar_ext_button", 12


class CommandBar(QToolBar):
    """Commands as icons with words."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """Put the commands on the bar."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("工具栏"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLBAR:
            if name:
                self.addAction(actions[name])
            else:
                self.addSeparator()
        more = self.findChild(QToolButton, MORE)
        self._more = more if isinstance(more, QToolButton) else None
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._paint()

    def _paint(self) -> None:
        more = getattr(self, "_more", None)
        if more is not None:
            ink = self.palette().color(QPalette.ColorRole.ButtonText)
            more.setIcon(icon("mdi6.chevron-double-right", ink))
            more.setIconSize(QSize(ROOM, ROOM))
            more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            more.setToolTip(self.tr("更多命令"))
            more.setAccessibleName(self.tr("更多命令"))
