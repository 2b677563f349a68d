"""What cannot be done where nothing can be written: said beforehand, not after it was typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from gui.views.table_pane import TablePane
from gui.workspace import Workspace

WRITING = (
    "confirm_finding",
    "dismiss_finding",
    "later_finding",
    "correct_finding",
    "clear_verdict",
    "note_finding",
    "apply_repair",
    "mark_reviewed",
    "review_and_next",
    "edit_figure",
    "restore_original",
    "join_attachment",
    "split_attachment",
    "accept_again",
    "drop_again",
    "undo",
    "redo",
)


class Permission(QObject):
    """Turns the commands off that write, with the reason as their tip."""

    def __init__(
        self,
        workspace: Workspace,
        actions: Mapping[str, QAction],
        tables: TablePane,
        parent: QObject,
    ) -> None:
        """Follow the workspace."""
        super().__init__(parent)
        self._workspace = workspace
        self._actions = {name: actions[name] for name in WRITING if name in actions}
        self._tips = {name: action.toolTip() for name, action in self._actions.items()}
        self._tables = tables
        workspace.opened.connect(self.apply)
        workspace.writable_changed.connect(self.apply)

    def apply(self) -> None:
        """Turn off what cannot be done; what can be is left to those who know."""
        desk = self._workspace.desk
        closed = desk is not None and not desk.session.writable
        reason = desk.session.closed_for if desk is not None and closed else ""
        self._tables.set_editable(not closed)
        for name, action in self._actions.items():
            if closed:
                action.setEnabled(False)
            action.setToolTip(reason or self._tips[name])
