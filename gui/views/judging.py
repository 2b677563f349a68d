"""Verdicts by command, by button and by bare key, each with the note that is being typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import get_args

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from gui.selection import Selection
from gui.views.folder_desk import FolderDesk
from gui.views.review_area import ReviewArea
from gui.workspace import Workspace
from parser.review.review import Decision

VERDICTS: dict[str, Decision | None] = {
    "confirm_finding": "confirmed",
    "dismiss_finding": "dismissed",
    "corrected_finding": "corrected",
    "later_finding": "later",
    "clear_verdict": None,
}


class Judging(QObject):
    """Judges the finding that is chosen, in the list that has the keys."""

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        actions: Mapping[str, QAction],
        area: ReviewArea,
        folder: FolderDesk,
    ) -> None:
        """Connect the commands in `VERDICTS` and the keys of the list of findings."""
        super().__init__(area)
        self._workspace, self._selection = workspace, selection
        self._area, self._folder = area, folder
        for name, decision in VERDICTS.items():
            judge = partial(self._judge, decision)
            actions[name].triggered.connect(lambda _=False, judge=judge: judge())
        area.findings.judged.connect(self._on_judged)

    def _on_judged(self, decision: str) -> None:
        known = next((known for known in get_args(Decision) if known == decision), None)
        if known == (decision or None):
            self._judge(known)

    def _judge(self, decision: Decision | None) -> None:
        if self._folder.takes(decision):
            return
        entry, findings = self._selection.entry, self._area.findings
        if entry is not None and self._area.tables.settle():
            self._workspace.judge(entry, decision, findings.take_note(entry))
            findings.leave_note()
            self._folder.advancing.after(entry, decision)
