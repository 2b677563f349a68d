"""A calm line above a report whose tables lie in a spreadsheet beside it: join them, or not."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui.selection import Selection
from gui.theme import tones
from gui.workspace import Workspace

JOIN, SPLIT = "join_attachment", "split_attachment"
ATTACHMENT_ACTIONS = (JOIN, SPLIT)


class AttachmentBar(QFrame):
    """Offers what the desk found, tells what is joined, and does what the two actions say."""

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        """Follow the selection; hidden where there is nothing to join or to take apart."""
        super().__init__(parent)
        self.setObjectName("attachment_bar")
        self._workspace = workspace
        self._selection = selection
        self._actions = {name: actions[name] for name in ATTACHMENT_ACTIONS}
        self._pair: tuple[str, str] | None = None
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 6, 3)
        row.addWidget(self._text, 1)
        self._buttons = {name: self._button(name) for name in ATTACHMENT_ACTIONS}
        for button in self._buttons.values():
            row.addWidget(button)
        self._actions[JOIN].triggered.connect(self._join)
        self._actions[SPLIT].triggered.connect(self._split)
        for signal in (
            selection.report_selected,
            selection.report_refreshed,
            workspace.across_changed,
        ):
            signal.connect(self._follow)
        workspace.reports_removed.connect(self._on_removed)
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground in the colour of what is only told."""
        colours = tones(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.info.paper)
        painter.fillRect(0, 0, 3, self.height(), colours.info.ink)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self._actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _on_removed(self, paths: list[str]) -> None:
        """Go on with the whole where the attachment was looked at."""
        gone, reviews = self._selection.path, self._workspace.reviews.values()
        if gone in paths:
            whole = next((r.path for r in reviews if r.report.attached == gone), "")
            self._selection.select_report(whole)

    def _follow(self, *_: object) -> None:
        """Show what holds for the report that is looked at."""
        desk, path = self._workspace.desk, self._selection.path
        offers = desk.offers if desk else {}
        standing = desk.joined(path) if desk else None
        joined = standing is not None
        if standing is not None:
            self._pair = path, standing.attachment.path
            said = self.tr("表格取自附表“{0}”，与正文并为一份审核。")
        else:
            self._pair = next((pair for pair in _turned(offers) if path in pair), None)
            said = self.tr("这份报告的表格在附表“{0}”里，可以并为一份审核。")
            if self._pair is not None and self._pair[1] == path:
                said = self.tr("这是附表，正文在“{0}”里，可以并为一份审核。")
        if self._pair is not None:
            other = self._pair[0] if self._pair[1] == path else self._pair[1]
            self._text.setText(said.format(other.rpartition("/")[2]))
            self._text.setToolTip(other)
            self.setAccessibleName(self._text.text())
        able = self._pair is not None and self._workspace.writable
        self._actions[JOIN].setEnabled(able and not joined)
        self._actions[SPLIT].setEnabled(able and joined)
        self._buttons[JOIN].setVisible(not joined)
        self._buttons[SPLIT].setVisible(joined)
        self.setVisible(self._pair is not None)

    def _join(self) -> None:
        if self._pair is not None:
            self._workspace.join(*self._pair)

    def _split(self) -> None:
        if self._pair is not None:
            self._workspace.split(*self._pair)


def _turned(offers: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(whole, attachment) for attachment, whole in offers.items()]
