"""What concerns the folder as a whole: all its findings in one list, and going on by itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from gui.advancing import Advancing
from gui.gathering import Gathering
from gui.selection import Selection
from gui.views.folder_panel import FolderPanel
from gui.views.panorama.page import Overview
from gui.views.panorama.pages import DeskPages
from gui.views.report_list import ReportList
from gui.views.review_area import ReviewArea
from gui.workspace import Workspace
from parser.review.review import Decision


class FolderDesk(QObject):
    """Puts the folder's list beside that of one report, and connects its commands."""

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        actions: Mapping[str, QAction],
        area: ReviewArea,
        stack: QStackedWidget,
        reports: ReportList,
    ) -> None:
        """Build the tab in the review area, and the overview beside it in `stack`."""
        super().__init__(area)
        self._selection, self._actions, self._area = selection, actions, area
        self.gathering = Gathering(workspace, self)
        self.panel = FolderPanel(workspace, selection, self.gathering, actions, area)
        area.lower_tabs.addTab(self.panel, self.tr("全部问题"))
        self.overview = Overview(workspace, self.gathering, actions, stack)
        self.pages = DeskPages(stack, area, self.overview, workspace, selection, actions, reports)
        self.overview.findings_wanted.connect(self.list_findings)
        self.overview.report_wanted.connect(self._go_to)
        self.advancing = Advancing(workspace, selection, actions["auto_advance"], self)
        area.findings.offer(actions["auto_advance"])
        actions["all_findings"].triggered.connect(lambda _=False: self.open_list())
        actions["find_everywhere"].triggered.connect(lambda _=False: self.find_everywhere())
        for signal in (
            selection.focus_moved,
            selection.report_selected,
            selection.report_refreshed,
        ):
            signal.connect(self._update_commands)
        self._update_commands()

    def open_list(self) -> None:
        """Bring the folder's list to the front, with the keys in it."""
        self._area.lower_tabs.setCurrentWidget(self.panel)
        self.panel.take_keys()

    def find_everywhere(self) -> None:
        """List the findings of the chosen one's check in all reports."""
        entry = self._selection.entry
        if entry is not None:
            self.panel.show_only(entry.code, entry.figures)
            self.open_list()

    def list_findings(self, path: str, family: str, code: str) -> None:
        """List the findings of a report, perhaps of one family; or those of a check."""
        if path:
            self._selection.select_report(path)
        self.panel.show_only(code, path=path, families=[family] if family else [])
        self.pages.show_review()
        self.open_list()

    def _go_to(self, path: str) -> None:
        self._selection.select_report(path)
        self.pages.show_review()
        self._area.findings.view.setFocus()

    def takes(self, decision: Decision | None) -> bool:
        """Judge what is chosen in the folder's list if the keys are there; say whether so."""
        if self.panel.has_keys:
            self.panel.judging.judge(decision)
        return self.panel.has_keys

    def _update_commands(self, *_: object) -> None:
        self._actions["find_everywhere"].setEnabled(self._selection.entry is not None)
