"""Tells the second auditor who is at work here, before anything is typed; takes over later."""

from __future__ import annotations

import sqlite3

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gui.views.notice_bar import NoticeBar
from gui.workspace import Workspace
from parser.review.desk import Desk

LOOK_MS = 1500


class ReaderBar(NoticeBar):
    """Stands as long as nothing can be written, and keeps what is shown fresh meanwhile."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Follow the workspace."""
        super().__init__("reader_bar", "warning", parent)
        self._workspace = workspace
        self._take = self.add_button(
            "take_over", self.tr("接手"), self.tr("从现在起由我审核；对方写下的都在")
        )
        self._take.clicked.connect(self._on_take)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        workspace.opened.connect(self.look)
        workspace.writable_changed.connect(self.look)

    def look(self) -> None:
        """See what the other one wrote, and whether they are still there."""
        desk = self._workspace.desk
        if desk is None or desk.session.writable:
            self._timer.stop()
            self.tell("")
            return
        held = desk.session.held
        if held is None:
            self._timer.stop()
            self._take.hide()
            self.tell(desk.session.closed_for)
            return
        self._timer.start()
        self._show_news(desk)
        free = desk.session.is_free
        self._take.setVisible(free)
        if free:
            self.tell(
                self.tr("{0} 已经离开，可以接手审核。在接手以前这里只能看。").format(held.who)
            )
            return
        since = f"{held.since.astimezone():%m-%d %H:%M}" if held.since else ""
        when = self.tr("（从 {0} 起）").format(since) if since else ""
        self.tell(
            self.tr("{0}正在审核这个文件夹{1}：这里只能看，不能改。对方写下的会自动显示。").format(
                held.who, when
            )
        )

    def _show_news(self, desk: Desk) -> None:
        before = set(desk.reviews)
        changed = desk.follow()
        self._workspace.announce(before, changed)
        if changed:
            self._workspace.across_changed.emit()

    def _on_take(self) -> None:
        desk = self._workspace.desk
        if desk is None:
            return
        try:
            taken = desk.session.take_over()
        except (OSError, sqlite3.Error) as error:
            self._workspace.refused.emit(self.tr("不能接手：{0}").format(error))
            return
        self._show_news(desk)
        if taken:
            self._workspace.writable_changed.emit()
        else:
            self.look()
