"""What is still open when a report is called reviewed, and the way on to the next one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.models.report_row import unsettled
from gui.selection import Selection
from gui.theme import tones
from gui.workspace import Workspace
from parser.model import Severity
from parser.review.entries import Entry
from parser.review.review import Stage

NEXT = "mark_reviewed_next"


class ReviewedBar(QFrame):
    """Asks before a report with open findings is marked and left; does what its action says.

    Pressing the keys again answers as 照样标记 does.
    """

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        actions: Mapping[str, QAction],
        focus: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Follow the selection. `focus` gives the keys to the finding that is chosen."""
        super().__init__(parent)
        self.setObjectName("reviewed_bar")
        self._workspace = workspace
        self._selection = selection
        self._focus = focus
        self._asked = ""  # the path of the report that is asked about
        self._text = QLabel(self)
        self._text.setObjectName("reviewed_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._anyway = self._button("reviewed_anyway", self._mark)
        self._first = self._button("reviewed_first_open", self._go_to_first)
        self._close = self._button("reviewed_close", self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self._text, 1)
        for button in (self._anyway, self._first, self._close):
            row.addWidget(button)
        actions[NEXT].triggered.connect(lambda _=False: self._on_key())
        selection.report_selected.connect(lambda _: self.put_away())
        selection.report_refreshed.connect(self._on_refreshed)
        self.hide()

    def put_away(self) -> None:
        """Ask no longer."""
        self._asked = ""
        self.hide()

    def open_entries(self) -> list[Entry]:
        """Return the errors and warnings of the report for which nothing is settled yet."""
        return unsettled(self._selection.entries)

    def _on_key(self) -> None:
        review = self._selection.review
        if review is None:
            return
        if self._asked == review.path or review.reviewed or not self.open_entries():
            self._mark()
        else:
            self._ask(review.path)

    def _ask(self, path: str) -> None:
        self._asked = path
        self._say(self.tr("还有 {0}没有结论。").format(self._how_many()), self.tr("照样标记"))

    def warn(self) -> None:
        """Say of a report that was marked without going on what is still open in it."""
        review = self._selection.review
        if review is None or not review.reviewed or not self.open_entries():
            self.put_away()
        else:
            said = self.tr("已标记为已审，但还有 {0}没有结论。").format(self._how_many())
            self._say(said, "")

    def _how_many(self) -> str:
        found = self.open_entries()
        counts = {severity: 0 for severity in (Severity.ERROR, Severity.WARNING)}
        for entry in found:
            counts[entry.severity] += 1
        names = (self.tr("{0} 个错误"), self.tr("{0} 个疑点"))
        told = [name.format(n) for name, n in zip(names, counts.values(), strict=True) if n]
        return self.tr("、").join(told)

    def _say(self, text: str, anyway: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self._anyway.setText(anyway)
        self._anyway.setVisible(bool(anyway))
        self._first.setText(self.tr("去看第一处"))
        self._first.setVisible(bool(self.open_entries()))
        self._close.setText(self.tr("知道了") if not anyway else self.tr("先不标记"))
        self.show()
        if anyway:
            self._anyway.setFocus()

    def _mark(self) -> None:
        path = self._selection.path
        self.put_away()
        self._workspace.mark_reviewed(path, True)
        if self._workspace.reviews[path].reviewed:
            self._go_on(path)

    def _go_on(self, path: str) -> None:
        """Go to the next report of the list that is not reviewed, round to its beginning."""
        paths = self._selection.visible_reports()
        at = paths.index(path) + 1 if path in paths else 0
        reviews = self._workspace.reviews
        todo = (Stage.UNTOUCHED, Stage.UNDERWAY)
        for other in (*paths[at:], *paths[: max(at - 1, 0)]):
            if other in reviews and reviews[other].stage in todo:
                self._selection.select_report(other)
                return
        self._say(self.tr("列表里的年报都审完了。"), "")

    def _go_to_first(self) -> None:
        found = self.open_entries()
        self.put_away()
        if found:
            self._selection.select_entry(found[0])
            self._focus()

    def _on_refreshed(self, _path: str) -> None:
        if self.isVisible() and not self.open_entries() and self._asked:
            self.put_away()

    def _button(self, name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _=False: slot())
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground in the colour of warnings."""
        colours = tones(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.warning.paper)
        painter.fillRect(0, 0, 3, self.height(), colours.warning.ink)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
