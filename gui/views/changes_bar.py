"""Offers to read the files that have changed since they were read."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.views.figure_editor import BESIDE_TYPING
from gui.views.notice_bar import NoticeBar
from gui.watching import Watching
from parser.review.changes import Changes

_MOST = 30


class ChangesBar(NoticeBar):
    """Stands until the files are read, or until they are put off."""

    def __init__(self, watching: Watching, parent: QWidget | None = None) -> None:
        """Follow what is watched."""
        super().__init__("changes_bar", "info", parent)
        self._watching = watching
        self._changes = Changes()
        take = self.add_button(
            "take_changes", self.tr("读入"), self.tr("只读这几个文件；审核记录照旧，没写完的不动")
        )
        take.clicked.connect(lambda: self._watching.take(self._changes))
        later = self.add_button("put_off_changes", self.tr("先不读"), self.tr("再有变化时再提"))
        later.clicked.connect(lambda: self._watching.put_off(self._changes))
        for button in (take, later):
            button.setProperty(BESIDE_TYPING, True)
        watching.changed.connect(self._show)

    def _show(self, found: Changes) -> None:
        self._changes = found
        kinds = (
            (self.tr("{0} 个改了"), len(found.changed)),
            (self.tr("{0} 个是新的"), len(found.new)),
            (self.tr("{0} 个不在了"), len(found.gone)),
        )
        told = self.tr("，").join(text.format(count) for text, count in kinds if count)
        count = len(found.names)
        names = "\n".join(found.names[:_MOST]) + ("\n…" if count > _MOST else "")
        sentence = self.tr("{0} 个文件有变化：{1}。").format(count, told)
        self.tell(sentence if count else "", names)
