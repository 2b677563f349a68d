"""The line at the bottom: progress with cancel, what was just said, where work is kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from gui.workspace import Workspace

TELL_MS = 12_000


class StatusBar(QStatusBar):
    """Follows the workspace."""

    def __init__(
        self,
        workspace: Workspace,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        """Build the line."""
        super().__init__(parent)
        self._workspace = workspace
        self.progress = QProgressBar(self)
        self.progress.setObjectName("progress")
        self.progress.setAccessibleName(self.tr("读取进度"))
        self.progress.setMinimumWidth(320)
        self.progress.setTextVisible(True)
        self._cancel = QToolButton(self)
        self._cancel.setDefaultAction(actions["cancel_reading"])
        self._cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._exported = ""
        self._open = QToolButton(self)
        self._open.setObjectName("open_workbook")
        self._open.setText(self.tr("打开刚导出的工作簿"))
        self._open.clicked.connect(self._open_exported)
        self._open.hide()
        self._kept = QLabel(self)
        # Permanent, for a passing message would hide the others.
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self._cancel)
        self.addPermanentWidget(self._open)
        self.addPermanentWidget(self._kept)
        self._reading(False)
        workspace.opened.connect(self._on_opened)
        workspace.reading_progressed.connect(self._on_progress)
        workspace.reading_ended.connect(self._on_ended)
        workspace.refused.connect(self.tell)
        workspace.undo_stack.indexChanged.connect(self._on_kept)
        workspace.writable_changed.connect(self._on_kept)

    def tell(self, text: str) -> None:
        """Say something that passes."""
        self.showMessage(text, TELL_MS)

    def show_exported(self, file: str) -> None:
        """Offer to open a workbook that has just been written."""
        self._exported = file
        self._open.setToolTip(file)
        self._open.show()

    def _open_exported(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._exported))
        self._open.hide()

    def _reading(self, reading: bool) -> None:
        self.progress.setVisible(reading)
        self._cancel.setVisible(reading)

    def _on_opened(self) -> None:
        self.clearMessage()
        self._reading(True)
        self._on_kept()

    def _on_progress(self, read: int, total: int, name: str) -> None:
        self._reading(self._workspace.is_reading)
        self.progress.setRange(0, total)
        self.progress.setValue(read)
        short = name.rpartition("/")[2]
        self.progress.setFormat(
            self.tr("%v / %m　{0}").format(short) if total else self.tr("正在查找文件…")
        )

    def _on_ended(self, cancelled: bool) -> None:
        self._reading(False)
        count = len(self._workspace.reviews)
        if cancelled:
            self.tell(self.tr("已停止读取：已读入 {0} 份，可以照常审核").format(count))
        elif count:
            self.tell(self.tr("读入 {0} 份").format(count))
        else:
            self.tell(self.tr("这里没有找到可以读的文件"))

    def _on_kept(self, *_: object) -> None:
        desk = self._workspace.desk
        if desk is None:
            self._kept.clear()
        elif not desk.session.writable:
            self._kept.setText(self.tr("只读：不能更正"))
        elif desk.session.place is None:
            self._kept.setText(self.tr("注意：关闭后记录不会保留"))
        else:
            self._kept.setText(self.tr("每一步都已自动保存"))
            self._kept.setToolTip(str(desk.session.place))
