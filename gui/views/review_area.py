"""One report under review: its original, its tables, its findings, all at the same place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from gui.selection import Selection
from gui.translation import spoken
from gui.views.again_bar import AgainBar
from gui.views.attachment_bar import AttachmentBar
from gui.views.banner import Banner
from gui.views.finding_card import FindingCard
from gui.views.finding_list import FindingList
from gui.views.focus_ring import FocusRing
from gui.views.history_panel import HistoryPanel
from gui.views.keeping import Keeping
from gui.views.pasting import Pasting
from gui.views.reviewed_bar import ReviewedBar
from gui.views.source_pane import SourcePane
from gui.views.table_pane import TablePane
from gui.workspace import Workspace
from parser.model import Finding, Number, Span
from parser.review.cell_marks import CellMarks, cell_marks
from parser.review.entries import Entry
from parser.review.last_year import last_year
from parser.review.review import Review


class ReviewArea(QWidget):
    """Keeps the three panes on the selection, and hands on what is done in them."""

    encoding_chosen = Signal(str, str)  # path, encoding

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        """Build the panes and connect them."""
        super().__init__(parent)
        self._workspace = workspace
        self._selection = selection
        self.banner = Banner(self)
        self.source = SourcePane(self)
        self.keeping = Keeping(workspace, self)
        restore, compare = actions["restore_original"], actions["compare_bodies"]
        self.tables = TablePane(restore, self.keeping, compare, self)
        self.findings = FindingList(selection, actions, self.keeping.note, self)
        self.card = FindingCard(workspace, selection, actions["apply_repair"], self)
        self.card.help_wanted.connect(actions["rule_help"].trigger)
        self.findings.beside.addWidget(self.card)
        self.findings.beside.setSizes([640, 0, 360])
        self.upper = QSplitter(Qt.Orientation.Horizontal, self)
        self.upper.setObjectName("source_and_tables")
        self.upper.addWidget(self.source)
        self.upper.addWidget(self.tables)
        self.upper.setSizes([375, 640])
        self.upper.setStretchFactor(0, 2)
        self.upper.setStretchFactor(1, 3)
        self.outer = QSplitter(Qt.Orientation.Vertical, self)
        self.outer.setObjectName("panes_and_findings")
        self.pasting = Pasting(workspace, self.tables, self)
        self.lower_tabs = QTabWidget(self)
        self.lower_tabs.setObjectName("lower_tabs")
        self.lower_tabs.setDocumentMode(True)
        self.lower_tabs.setTabBarAutoHide(True)
        self.lower_tabs.addTab(self.findings, self.tr("本份问题"))
        self.history = HistoryPanel(workspace, selection, self)
        self.lower_tabs.addTab(self.history, self.tr("历史"))
        self.outer.addWidget(self.upper)
        self.outer.addWidget(self.lower_tabs)
        self.outer.setSizes([445, 215])
        for pane in (self.source, self.tables.scroller, self.findings.view, self.findings.note):
            FocusRing(pane)
        self.outer.setStretchFactor(0, 1)
        self.outer.setStretchFactor(1, 0)
        for splitter in (self.upper, self.outer):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(AttachmentBar(workspace, selection, actions, self))
        column.addWidget(AgainBar(workspace, selection, actions, self))
        self.reviewed = ReviewedBar(workspace, selection, actions, self.focus_finding, self)
        column.addWidget(self.reviewed)
        column.addWidget(self.outer, 1)
        self._connect()

    def review_of(self, path: str) -> Review | None:
        """Return the review of a path, None where it is not on the desk."""
        return self._workspace.reviews.get(path)

    def focus_finding(self) -> None:
        """Give the keys to the list of findings, so that digits are verdicts."""
        self.lower_tabs.setCurrentWidget(self.findings)
        self.findings.take_keys()

    def edit_figure(self) -> None:
        """Open the editor of the finding's figure, so that digits are figures."""
        if self._selection.key:
            self.tables.edit_current()
        else:
            self._workspace.refused.emit(self.tr("这条问题没有指向表里的某一格"))

    def _connect(self) -> None:
        selection = self._selection
        selection.report_selected.connect(self._on_report)
        selection.report_refreshed.connect(self._on_refreshed)
        selection.focus_moved.connect(self._on_focus)
        self._workspace.opened.connect(self.banner.forget)
        self.source.place_clicked.connect(self._on_place)
        self.source.encoding_chosen.connect(
            lambda encoding: self.encoding_chosen.emit(selection.path, encoding)
        )
        self.source.large_agreed.connect(lambda: self._workspace.read_anyway(selection.path))
        self.tables.figure_selected.connect(selection.select_figure)
        self.tables.figure_typed.connect(self._on_typed)
        self.tables.text_rejected.connect(self._on_rejected)
        self.tables.given_back.connect(self.focus_finding)
        self.tables.copy_chosen.connect(selection.select_copy)

    def _show_banner(self) -> None:
        desk, review = self._workspace.desk, self._selection.review
        session = desk.session if desk else None
        # That nothing can be written stands above everything else, and stays there.
        told = [n for n in session.notices if n != session.closed_for] if session else []
        sentences = (*told, review.notice if review else "")
        self.banner.show_sentences(tuple(map(spoken, sentences)))

    def _on_report(self, _path: str) -> None:
        self._show_banner()
        self._show_source()
        self._show_tables()

    def _on_refreshed(self, _path: str) -> None:
        self._show_banner()
        self._show_source()
        self._show_tables()

    def _on_focus(self) -> None:
        self._show_tables()
        if self.tables.current_key() != self._selection.key:
            self.tables.select_figure(self._selection.key)
        self.source.select(self._selection.spans)

    def _on_place(self, offset: int) -> None:
        self._selection.select_place(Span(offset, offset + 1))

    def _on_typed(self, key: str, value: Number | None) -> None:
        self._workspace.correct(self._selection.path, key, value)

    def _on_rejected(self, text: str) -> None:
        self._workspace.refused.emit(self.tr("“{0}”没有记下").format(text))

    def _show_source(self) -> None:
        review = self._selection.review
        if review is None:
            self.source.clear()
            return
        found = [_finding(entry) for entry in self._selection.entries if entry.stands]
        self.source.show_report(
            review.current,
            found,
            corrected=tuple(review.corrections),
            source=self._workspace.source(review.path),
        )

    def _show_tables(self) -> None:
        selection = self._selection
        review = selection.review
        if review is None:
            self.tables.show_review(None, CellMarks())
            return
        focus = frozenset(selection.entry.figures) if selection.entry else frozenset()
        found = cell_marks(review, selection.entries, selection.suggestion, focus, selection.copy)
        before = last_year(self._workspace.reviews, review)
        self.tables.show_review(review, found, selection.copy, before)


def _finding(entry: Entry) -> Finding:
    """Return the entry as a finding, those between reports too, for marking its places."""
    return Finding(
        entry.code,
        entry.severity,
        entry.message,
        entry.figures,
        spans=entry.spans,
        places=entry.places,
    )
