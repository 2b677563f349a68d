"""The lines above everything else in the window: what the auditor has to know before working.

Who else is at work here, which files have changed, what was left half typed.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.drafting import Drafting
from gui.selection import Selection
from gui.views.changes_bar import ChangesBar
from gui.views.draft_bar import DraftBar
from gui.views.permission import Permission
from gui.views.reader_bar import ReaderBar
from gui.views.review_area import ReviewArea
from gui.watching import Watching
from gui.workspace import Workspace


class Bars(QWidget):
    """Puts the bars above the work, and holds what they follow."""

    def __init__(
        self,
        content: QWidget,
        workspace: Workspace,
        selection: Selection,
        actions: Mapping[str, QAction],
        area: ReviewArea,
        parent: QWidget | None = None,
    ) -> None:
        """Start with the work alone to be seen."""
        super().__init__(parent)
        self.watching = Watching(workspace, self)
        self.drafting = Drafting(workspace, selection, self)
        self.permission = Permission(workspace, actions, area.tables, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ReaderBar(workspace, self))
        column.addWidget(ChangesBar(self.watching, self))
        column.addWidget(DraftBar(self.drafting, selection, area, self))
        column.addWidget(content, 1)
