"""Which page of the desk is shown: the overview, or the report under review."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.selection import Selection
from gui.views.report_list import ReportList
from gui.workspace import Workspace

# What leads into a report; and what works on the report that is shown, so only where one is.
LEADING = (
    "next_finding",
    "previous_finding",
    "next_report",
    "previous_report",
    "mark_reviewed_next",
    "undo",
    "redo",
    "find_everywhere",
    "all_findings",
    "focus_history",
)
HELD = (
    "mark_reviewed",
    "confirm_finding",
    "dismiss_finding",
    "corrected_finding",
    "later_finding",
    "clear_verdict",
    "note_finding",
    "apply_repair",
    "restore_original",
    "edit_figure",
    "next_suggestion",
    "previous_suggestion",
)


class DeskPages(QObject):
    """A folder opens with the overview; the first step into a report leads to the review.

    `is_by_itself` says whether the selection is being moved by the window and by nobody's hand.
    """

    turned = Signal()

    def __init__(
        self,
        stack: QStackedWidget,
        review: QWidget,
        overview: QWidget,
        workspace: Workspace,
        selection: Selection,
        actions: Mapping[str, QAction],
        reports: ReportList,
    ) -> None:
        """Put the overview beside the review."""
        super().__init__(stack)
        self._stack, self._review, self._overview = stack, review, overview
        self._workspace, self._selection, self._actions = workspace, selection, actions
        self._opened: object = None
        self.is_by_itself: Callable[[], bool] = lambda: False
        stack.addWidget(overview)
        self._show = actions["show_overview"]
        self._show.triggered.connect(lambda _=False: self.toggle())
        for name in LEADING:
            if name in actions:
                actions[name].triggered.connect(lambda _=False: self.show_review())
        workspace.opened.connect(self._on_opened)
        selection.report_selected.connect(self._on_moved)
        selection.focus_moved.connect(self._on_moved)
        reports.report_selected.connect(lambda _: self.show_review())
        reports.view.clicked.connect(lambda _: self.show_review())
        reports.view.entered_by_key.connect(self.show_review)
        self._tell()

    @property
    def is_overview(self) -> bool:
        """Say whether the overview is shown."""
        return self._stack.currentWidget() is self._overview

    def show_review(self) -> None:
        """Show the report under review."""
        self._turn(self._review)

    def show_overview(self) -> None:
        """Show the overview."""
        self._turn(self._overview)

    def toggle(self) -> None:
        """Turn the page; the keys go along."""
        if self.is_overview:
            self.show_review()
        else:
            self.show_overview()
            self._overview.setFocus()

    def hold(self) -> None:
        """Switch off what works on a report while none is shown."""
        if self.is_overview:
            for name in HELD:
                if name in self._actions:
                    self._actions[name].setEnabled(False)

    def _turn(self, page: QWidget) -> None:
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            self._tell()
            self.turned.emit()

    def _tell(self) -> None:
        self._show.setChecked(self.is_overview)
        self._show.setEnabled(bool(self._workspace.paths))

    def _on_opened(self) -> None:
        paths = self._workspace.paths
        if paths != self._opened:
            self._opened = paths
            self._turn(self._overview if any(p.is_dir() for p in paths) else self._review)
        self._tell()

    def _on_moved(self, *_: object) -> None:
        # The first report, or the one that the folder was left at, is chosen by the window itself.
        if self._selection.path and not self.is_by_itself():
            self.show_review()
