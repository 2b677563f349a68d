"""What is typed into figures, reasons and notes, on its way to the log."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.views.figure_editor import FigurePlace
from gui.views.kept_line import Owner
from gui.workspace import Workspace
from parser.review.entries import Entry
from parser.text.numbers import typed_number


class Keeping(QObject):
    """Writes to the report in which the typing began, whichever is looked at by now."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        """Write through `workspace`, so that all of it can be undone."""
        super().__init__(parent)
        self._workspace = workspace

    def figure(self, place: FigurePlace, text: str) -> str:
        """Correct a figure by what was typed; return why it is refused, "" where it is kept."""
        review = self._workspace.reviews.get(place.path)
        if review is None:
            return self.tr("这份年报已经不在列表里，没有地方可记。")
        if place.copy != review.current.counts:
            return self.tr("这一份正文现在不计入，只能看，不能改。")
        said = review.why_refused(place.key, text)
        if said:
            return said
        try:
            number = typed_number(text)
        except ValueError:
            # The report prints these very words: typing them takes the correction back.
            self._workspace.restore(place.path, place.key)
            return ""
        if not self._workspace.correct(place.path, place.key, number):
            return self.tr("没有能够记下，原因见窗口最下面一行。")
        return ""

    def reason(self, owner: Owner, text: str) -> bool:
        """Give a correction its reason; False where that could not be written."""
        path, key = owner
        review = self._workspace.reviews.get(path)
        correction = review.corrections.get(key) if review else None
        # A correction that was taken back needs no reason.
        return correction is None or self._workspace.correct(path, key, correction.value, text)

    def note(self, entry: Entry, text: str) -> bool:
        """Keep a note on a finding, whose decision stays; False where it could not be written."""
        known = (e for e in self._workspace.entries(entry.path) if e.id == entry.id)
        now = next(known, entry)
        return self._workspace.judge(now, now.verdict.decision if now.verdict else None, text)
