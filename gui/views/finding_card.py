"""The finding that is selected, in full: its sum with links to the cells, its source, its history.

`parser.review.card` tells the facts; `gui.views.card_page` words them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from gui.selection import Selection
from gui.theme import tones
from gui.views.card_page import APPLY, FIGURE, HELP, PLACE, Look, card_page
from gui.workspace import Workspace
from parser.model import Span
from parser.review.card import Card, card_of
from parser.review.history import history_of
from parser.review.review import Review


class FindingCard(QTextBrowser):
    """Follows the selection. Tab goes from link to link, Enter follows one."""

    help_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        apply: QAction,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet. `apply` takes the suggestion that is previewed."""
        super().__init__(parent)
        self.setObjectName("finding_card")
        self.setAccessibleName(self.tr("问题详情"))
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(False)
        self.setMinimumWidth(200)
        self.document().setDocumentMargin(10)
        self._workspace = workspace
        self._selection = selection
        self._apply = apply
        self.card: Card | None = None
        self.anchorClicked.connect(self._on_link)
        for signal in (
            selection.report_selected,
            selection.report_refreshed,
            selection.focus_moved,
        ):
            signal.connect(self._follow)
        self._follow()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing."""
        return None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link that has the keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            link = self.textCursor().charFormat().anchorHref()
            if link:
                self._on_link(QUrl(link))
            return
        super().keyPressEvent(event)

    def _follow(self, *_: object) -> None:
        review, entry = self._selection.review, self._selection.entry
        desk = self._workspace.desk
        card = None
        if review is not None and entry is not None and desk is not None:
            events = history_of(desk, (entry.path, *entry.paths))
            card = card_of(review, entry, desk.across, events)
        self.setVisible(bool(self._selection.entries))
        if card != self.card or card is None:
            fresh = self.card is None or card is None or self.card.entry.id != card.entry.id
            self.card = card
            self._show(fresh)

    def _show(self, fresh: bool = False) -> None:
        if not hasattr(self, "card"):
            return  # Qt tells of the first palette before there is anything to show
        review = self._selection.review
        bar = self.verticalScrollBar()
        at = 0 if fresh else bar.value()
        if self.card is None or review is None:
            hint = self.tr("选中一个问题，这里显示它的算式、依据、建议和经过。")
            muted = tones(self.palette()).muted.name()
            self.setHtml(f"<p style='color:{muted}'>{hint}</p>")
        else:
            self.setHtml(card_page(self.card, review, self._look(review)))
        bar.setValue(at)

    def _look(self, review: Review) -> Look:
        palette = self.palette()
        english = self.locale().language() == self.locale().Language.English
        return Look(tones(palette), palette.link().color(), english, review.report.text)

    def _on_link(self, url: QUrl) -> None:
        kind, _, target = url.toString().partition(":")
        if kind == FIGURE:
            self._selection.copy = self._selection.counting
            self._selection.select_figure(target)
        elif kind == PLACE:
            start, _, end = target.partition("-")
            self._selection.show_place(Span(int(start), int(end)))
        elif kind == HELP:
            self.help_wanted.emit()
        elif kind == APPLY:
            at = self._selection.suggestion_at
            self._selection.step_suggestion(int(target) - at)
            self._apply.trigger()
