"""A line of text that belongs to what it was typed for, whatever is shown next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

# The report's path, and in it the figure's key or the finding's id.
Owner = tuple[str, str]


class KeptLine(QLineEdit):
    """Keeps what was typed, to the letter, as soon as the keys or the selection go elsewhere."""

    left = Signal()  # by Enter or Esc: the keys go back to where they came from

    def __init__(self, keep: Callable[[Owner, str], bool], parent: QWidget | None = None) -> None:
        """Make an empty line. `keep` writes a text to the log; False where it could not."""
        super().__init__(parent)
        self._keep = keep
        self._owner: Owner | None = None
        self._standing = ""
        self._waiting: tuple[Owner | None, str] | None = None
        self._is_keeping = False

    @property
    def owner(self) -> Owner | None:
        """What the text belongs to, None where there is nothing to write about."""
        return self._owner

    @property
    def is_open(self) -> bool:
        """Something was typed that is not kept yet."""
        return self._owner is not None and self.text() != self._standing

    def show_text(self, owner: Owner | None, text: str, *, refreshed: bool = False) -> None:
        """Show the text of an owner, None for nothing to write about.

        What is being typed goes to its own owner first. Where the same place was `refreshed` by
        itself, nothing changes under the auditor's hands until the line is left.
        """
        if owner == self._owner:
            typed = self.is_open
            self._standing = text
            if not typed:
                self._fill(text)
        elif refreshed and self.hasFocus() and self._owner is not None:
            self._waiting = (owner, text)
        else:
            self.settle()
            self._set(owner, text)

    def settle(self) -> bool:
        """Keep what was typed for its owner; False where that is not possible, and it stays."""
        if self._is_keeping:
            return True
        if self.hasFocus():
            # Chinese that is still being composed is text too.
            QGuiApplication.inputMethod().commit()
        if self._owner is None or not self.is_open:
            return True
        before, self._standing = self._standing, self.text()
        self._is_keeping = True
        try:
            kept = self._keep(self._owner, self.text())
        finally:
            self._is_keeping = False
        if not kept:
            self._standing = before
        return kept

    def take(self) -> str:
        """Return the text for somebody who keeps it along with something else."""
        self._standing = self.text()
        return self._standing

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed, wherever the keys go."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self.settle()
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._set(*waiting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps and leaves; Esc leaves too, and loses nothing that can be kept."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            if self.settle():
                self.left.emit()
            elif event.key() == Qt.Key.Key_Escape:
                self._fill(self._standing)
                self.left.emit()
            return
        super().keyPressEvent(event)

    def _set(self, owner: Owner | None, text: str) -> None:
        self._owner, self._standing, self._waiting = owner, text, None
        self._fill(text)
        self.setEnabled(owner is not None)

    def _fill(self, text: str) -> None:
        if self.text() != text:
            self.setText(text)
