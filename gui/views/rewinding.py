"""Undo and redo: by the steps of this session, and behind them by the log of earlier ones."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from gui.models import event_words
from gui.translation import spoken
from gui.workspace import Workspace
from parser.review.rewinding import Reversal, last_own
from parser.review.session import Event

_Offer = tuple[tuple[Event, ...], tuple[Reversal, ...]]


class Rewinding(QObject):
    """Goes on in the log where the steps of this session are at their end.

    What the log offers is worked out when the steps come to their end, not at every key.
    """

    changed = Signal()  # the log was gone back or forth in: something else may be next

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        """Follow the workspace's log."""
        super().__init__(parent)
        self._workspace = workspace
        self._offer: _Offer | None = None
        self._undone: list[tuple[str, tuple[Reversal, ...]]] = []
        workspace.opened.connect(self._on_opened)
        for signal in (
            workspace.reading_ended,
            workspace.reports_added,
            workspace.review_changed,
            workspace.many_changed,
        ):
            signal.connect(self._forget)
        workspace.undo_stack.indexChanged.connect(self._on_step)

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return self._workspace.undo_stack.canUndo() or bool(self._offered[1])

    @property
    def undo_text(self) -> str:
        """What would be taken back."""
        stack = self._workspace.undo_stack
        return stack.undoText() if stack.canUndo() else self._named(self._offered)

    @property
    def can_redo(self) -> bool:
        """Whether there is anything to do again."""
        return bool(self._undone) or self._workspace.undo_stack.canRedo()

    @property
    def redo_text(self) -> str:
        """What would be done again."""
        return self._undone[-1][0] if self._undone else self._workspace.undo_stack.redoText()

    def label(self, commands: Mapping[str, QAction]) -> None:
        """Let the commands say what they would take back and do again."""
        for name, able, text, bare in (
            ("undo", self.can_undo, self.undo_text, self.tr("撤销")),
            ("redo", self.can_redo, self.redo_text, self.tr("重做")),
        ):
            commands[name].setEnabled(able)
            commands[name].setText(f"{bare} {text}" if able else bare)
            commands[name].setIconText(bare)

    def undo(self) -> None:
        """Take the last step back, or the last act of one's own that the log knows."""
        if self._workspace.undo_stack.canUndo():
            self._workspace.undo_stack.undo()
            return
        offer = self._offered
        if offer[1] and self._workspace.take_back(offer[1]):
            self._undone.append((self._named(offer), offer[1]))
        self._forget()
        self.changed.emit()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if not self._undone:
            self._workspace.undo_stack.redo()
            return
        reversals = self._undone[-1][1]
        if self._workspace.take_back([reversal.undone for reversal in reversals]):
            self._undone.pop()
        self._forget()
        self.changed.emit()

    @property
    def _offered(self) -> _Offer:
        desk = self._workspace.desk
        if desk is None or self._workspace.is_reading or not self._workspace.writable:
            return (), ()
        if self._offer is None:
            self._offer = last_own(desk, self._workspace.author or desk.session.author)
        return self._offer

    def _named(self, offer: _Offer) -> str:
        events, back = offer
        if not back:
            return ""
        review = self._workspace.reviews.get(back[0].path)
        named = event_words.dated(
            events[0], lambda key: spoken(review.name_of(key)) if review else key
        )
        return self.tr("{0} 等 {1} 处").format(named, len(back)) if len(back) > 1 else named

    def _on_opened(self) -> None:
        self._undone.clear()
        self._forget()

    def _on_step(self) -> None:
        # What is done now goes on from what stands: what was taken back before is gone.
        if self._workspace.undo_stack.canUndo():
            self._undone.clear()
        self._forget()

    def _forget(self, *_: object) -> None:
        self._offer = None
