"""Keeps what is being typed on disk at every key, and offers it after a crash."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.selection import Selection
from gui.workspace import Workspace
from parser.review.draft import Draft, Drafts

FIELDS = {"figure_editor": "figure", "finding_note": "note", "note": "note"}


class Drafting(QObject):
    """Follows whichever field is typed into. A draft lives until its field is left."""

    left = Signal(object)  # Draft of an earlier session whose report is here; None for none

    def __init__(self, workspace: Workspace, selection: Selection, parent: QObject) -> None:
        """Follow the focus of the application."""
        super().__init__(parent)
        self._workspace = workspace
        self._selection = selection
        self._drafts = Drafts(None)
        self._field: QLineEdit | None = None
        self._typed: Callable[[str], None] | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        workspace.opened.connect(self._on_opened)
        workspace.writable_changed.connect(self._on_opened)
        workspace.reading_ended.connect(lambda _: self._offer())

    def forget(self) -> None:
        """Offer what was left no more."""
        self._drafts.clear()
        self.left.emit(None)

    def _on_opened(self) -> None:
        desk = self._workspace.desk
        place = desk.session.place if desk is not None and desk.session.writable else None
        self._drafts = Drafts(place.parent if place is not None else None)
        self.left.emit(None)

    def _offer(self) -> None:
        draft = self._drafts.left()
        if draft is not None and draft.text and draft.path in self._workspace.reviews:
            self.left.emit(draft)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self._field:
            return  # another program has the keys: the field stays as it is
        if self._field is not None:
            self._leave()
        parent = self.parent()
        kind = FIELDS.get(now.objectName()) if isinstance(now, QLineEdit) else None
        if kind is None or not isinstance(parent, QWidget) or now.window() is not parent.window():
            return
        field = now
        assert isinstance(field, QLineEdit)
        path, target = self._of(field, kind)
        review = self._workspace.reviews.get(path)
        if review is None or not target:
            return
        digest = review.report.digest

        def keep(text: str) -> None:
            if self._drafts.keep(Draft(path, digest, kind, target, text)):
                self.left.emit(None)

        self._field, self._typed = field, keep
        field.textEdited.connect(keep)
        field.destroyed.connect(self._on_gone)

    def _of(self, field: QLineEdit, kind: str) -> tuple[str, str]:
        selection = self._selection
        if kind == "note":
            return selection.path, selection.entry.id if selection.entry else ""
        place = getattr(field, "place", None)
        path, key = getattr(place, "path", selection.path), getattr(place, "key", selection.key)
        return str(path), str(key)

    def _leave(self) -> None:
        field, typed = self._field, self._typed
        self._field = self._typed = None
        if field is not None and typed is not None:
            field.textEdited.disconnect(typed)
            field.destroyed.disconnect(self._on_gone)
            self._drafts.clear()

    def _on_gone(self, *_: object) -> None:
        self._field = self._typed = None
        self._drafts.clear()
