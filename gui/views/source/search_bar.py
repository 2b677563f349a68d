"""Search in the report's text."""

from __future__ import annotations

import re

import qtawesome
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from gui.theme import tones
from parser.model import Document, Span

HIT_LIMIT = 5000


def find_all(document: Document, wanted: str) -> list[Span]:
    """Return where `wanted` stands in the text, the case of letters apart.

    Simplified characters find traditional ones too. At most `HIT_LIMIT` places are returned.
    """
    if not wanted.strip():
        return []
    pattern = re.compile(re.escape(wanted), re.IGNORECASE)
    found: set[Span] = set()
    for text in (document.text, document.simplified):
        for match in pattern.finditer(text):
            found.add(Span(match.start(), match.end()))
            if len(found) >= HIT_LIMIT:
                break
    return sorted(found)


class SearchBar(QWidget):
    """A line for the words, a count, and buttons for the next and the previous hit."""

    hits_changed = Signal(object, int)  # the hits (list of Span) and the current one's index
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a bar for no document."""
        super().__init__(parent)
        self._document: Document | None = None
        self._hits: list[Span] = []
        self._current = -1
        self.setObjectName("source_search")
        self._line = QLineEdit()
        self._line.setObjectName("source_search_line")
        self._line.setClearButtonEnabled(True)
        self._line.textEdited.connect(self._search)
        self._count = QLabel()
        self._previous = self._button(lambda: self.step(-1))
        self._next = self._button(lambda: self.step(1))
        self._close = self._button(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        for widget in (self._count, self._previous, self._next, self._close):
            row.addWidget(widget)
        for keys, way in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)  # sleeps while the bar is hidden
            shortcut.activated.connect(lambda way=way: self.step(way))
        self._retranslate()
        self._draw_icons()
        self.hide()

    def set_document(self, document: Document | None) -> None:
        """Search in this document from now on; an open search is made again."""
        self._document = document
        if self.isVisible():
            self._search()

    def open_bar(self) -> None:
        """Show the bar and put the keyboard into its line."""
        self.show()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and its hits."""
        self.hide()
        self.hits_changed.emit([], -1)
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the previous one (-1), round the ends."""
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: next hit, Shift+Enter: previous, Escape: close."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def _button(self, pressed: object) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.clicked.connect(pressed)
        return button

    def _search(self) -> None:
        words = self._line.text()
        self._hits = find_all(self._document, words) if self._document is not None else []
        self._current = 0 if self._hits else -1
        self._tell()

    def _tell(self) -> None:
        if not self._line.text():
            self._count.clear()
        elif not self._hits:
            self._count.setText(self.tr("没有找到"))
        else:
            of = self.tr("第 {at} 处，共 {total} 处")
            self._count.setText(of.format(at=self._current + 1, total=len(self._hits)))
        self.hits_changed.emit(self._hits, self._current)

    def _retranslate(self) -> None:
        self._line.setPlaceholderText(self.tr("在原文中查找"))
        self._line.setAccessibleName(self.tr("在原文中查找"))
        for button, text in (
            (self._previous, self.tr("上一处（Shift+Enter）")),
            (self._next, self.tr("下一处（Enter）")),
            (self._close, self.tr("关闭查找（Esc）")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)

    def _draw_icons(self) -> None:
        ink = tones(self.palette()).muted
        self._previous.setIcon(qtawesome.icon("mdi6.chevron-up", color=ink))
        self._next.setIcon(qtawesome.icon("mdi6.chevron-down", color=ink))
        self._close.setIcon(qtawesome.icon("mdi6.close", color=ink))
