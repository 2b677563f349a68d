"""The line in which a figure is typed, and the words beside it where it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)

from gui.theme import tones

WIDEST = 340
GAP = 3
# A property of buttons that leave alone what is being typed, and where.
BESIDE_TYPING = "beside_typing"
BESIDE = 22  # frame, padding and cursor
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """Where a figure is typed: the report, the copy of its body counted from 0, the figure."""

    path: str
    copy: int
    key: str


class FigureEditor(QLineEdit):
    """Belongs to the place where it was opened, whatever the tables show by the time it is left."""

    def __init__(
        self,
        place: FigurePlace,
        why_refused: Callable[[str], str],
        keep: Callable[[FigurePlace, str], str],
        parent: QWidget,
    ) -> None:
        """Open on `place`. `why_refused` judges while it is typed; `keep` writes it to the log.

        Both return a sentence for the auditor, "" where all is well.
        """
        super().__init__(parent)
        self.setObjectName("figure_editor")
        self.setAccessibleName(self.tr("更正后的数"))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFrame(True)
        self.setMinimumWidth(72)
        self.place = place
        self.refusal = ""
        self.is_keeping = False
        self._why_refused = why_refused
        self._keep = keep
        self._standing = ""
        self._words = _Words(self)
        self.textChanged.connect(self._judge)

    @property
    def typed(self) -> str:
        """What stands in it, without the blanks around."""
        return self.text().strip()

    @property
    def standing(self) -> str:
        """What stood in it when it was opened."""
        return self._standing

    def fill(self, standing: str, typed: str | None = None) -> None:
        """Show the figure as it stands, and what was typed already, if something was."""
        self._standing = standing.strip()
        self.setText(standing if typed is None else typed)
        if typed is None:
            self.selectAll()

    def keep(self) -> bool:
        """Write what was typed to the place of the editor; False where it is refused."""
        if self.is_keeping or self.typed == self._standing:
            self._say("")
            return True
        self.is_keeping = True
        try:
            said = self._keep(self.place, self.typed)
        finally:
            self.is_keeping = False
        self._say(said)
        if not said:
            self._standing = self.typed
        return not said

    def watch_clicks(self, settle: Callable[[], bool]) -> None:
        """Call `settle` before a click outside does anything; where it says no, nothing is done."""
        _Clicks(self, settle)

    def _judge(self, text: str) -> None:
        self._grow(text)
        # A sign alone is the beginning of a number.
        self._say("" if text.strip() in ("-", "+") else self._why_refused(text))

    def _grow(self, text: str) -> None:
        # To the left, for figures are flush right; no digit may be out of sight.
        needed = self.fontMetrics().horizontalAdvance(text) + BESIDE
        if needed > self.minimumWidth():
            right = self.x() + self.width()
            self.setMinimumWidth(needed)
            self.move(max(0, right - max(self.width(), needed)), self.y())

    def _say(self, sentence: str) -> None:
        self.refusal = sentence
        self.setAccessibleDescription(sentence)
        ink = tones(self.palette()).error.ink.name()
        framed = f"QLineEdit {{ color: {ink}; border: 1px solid {ink}; }}" if sentence else ""
        if framed != self.styleSheet():
            self.setStyleSheet(framed)
        self._words.say(sentence)


class _Words(QLabel):
    """The reason of a refusal, under the editor or above it, and gone with the editor."""

    def __init__(self, editor: FigureEditor) -> None:
        # In what scrolls the table, so that the words go along with it.
        viewport = editor.parentWidget()
        table = viewport.parentWidget() if viewport else None
        super().__init__((table.parentWidget() if table else None) or viewport)
        self.setObjectName("refusal")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(5)
        self.hide()
        self._editor = editor
        editor.installEventFilter(self)
        editor.destroyed.connect(self.deleteLater)

    def say(self, sentence: str) -> None:
        if not sentence:
            self.hide()
            return
        tone = tones(self._editor.palette()).error
        ink, paper = tone.ink.name(), tone.paper.name()
        self.setStyleSheet(
            f"QLabel {{ color: {ink}; background: {paper}; border: 1px solid {ink}; }}"
        )
        self.setText(self.tr("{0}\n改好后按 Enter；按 Esc 放弃，原来的数不变。").format(sentence))
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        parent, editor = self.parentWidget(), self._editor
        if parent is None:
            return
        seen = parent.visibleRegion().boundingRect()
        width = min(WIDEST, max(seen.width() - 2 * GAP, 120))
        self.setFixedWidth(width)
        height = self.heightForWidth(width)
        self.setFixedHeight(height)
        under = editor.mapTo(parent, QPoint(0, editor.height() + GAP))
        top = under.y()
        if top + height > seen.bottom():
            top = editor.mapTo(parent, QPoint(0, 0)).y() - GAP - height
        left = max(seen.left() + GAP, min(under.x(), seen.right() - width - GAP))
        self.move(left, max(top, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.isVisible():
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)


class _Clicks(QObject):
    """Sees every press of the mouse before it reaches anything, while its editor is open."""

    def __init__(self, editor: FigureEditor, settle: Callable[[], bool]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._settle = settle
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PRESSES and isinstance(watched, QWidget) and self._is_outside(watched):
            return not self._settle()
        return False

    def _is_outside(self, widget: QWidget) -> bool:
        # Scrolling and moving a border leave the editor where it is; menus hold commands, which
        # settle by themselves.
        if isinstance(widget, (QScrollBar, QSplitterHandle, _Words)):
            return False
        if widget.property(BESIDE_TYPING):
            return False
        if isinstance(widget.window(), QMenu) or not self._editor.isVisible():
            return False
        return widget is not self._editor and not self._editor.isAncestorOf(widget)
