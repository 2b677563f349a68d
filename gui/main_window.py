"""The window: panes, menus and commands put together. What they do is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
)

from gui import actions, geometry, theme
from gui import settings as preferences
from gui.choosing import Choosing
from gui.dialogs.opener import Dialogs
from gui.dialogs.round_desk import RoundDesk
from gui.exporting import Exporting
from gui.outside import Outside
from gui.returning import Returning
from gui.selection import Selection
from gui.settings import Settings
from gui.unfinished import Unfinished
from gui.views.again_bar import AGAIN_ACTIONS
from gui.views.attachment_bar import ATTACHMENT_ACTIONS
from gui.views.bars import Bars
from gui.views.command_bar import CommandBar
from gui.views.finding_list import FindingList
from gui.views.focus_ring import FocusRing
from gui.views.folder_desk import FolderDesk
from gui.views.judging import VERDICTS, Judging
from gui.views.quick_open import QuickOpen
from gui.views.recent_menu import RecentMenu
from gui.views.report_list import ReportList
from gui.views.report_marks import ReportMarks
from gui.views.review_area import ReviewArea
from gui.views.rewinding import Rewinding
from gui.views.status_bar import StatusBar
from gui.views.welcome import Welcome
from gui.workspace import Workspace
from parser.intake.folder import shown

FILE_ACTIONS = ("open_externally", "show_in_folder")
NEEDS_REPORT = (
    "mark_reviewed",
    "mark_reviewed_next",
    "go_to_unit",
    "next_report",
    "previous_report",
    "next_finding",
    "previous_finding",
    *FILE_ACTIONS,
)
NEEDS_ENTRY = (*VERDICTS, "note_finding", "copy_findings")


class MainWindow(QMainWindow):
    """Everything the auditor works with."""

    def __init__(self, settings: Settings, workspace: Workspace) -> None:
        """Put the window together; `open_paths` gives it something to show."""
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(self.tr("鉴报"))
        self.setAcceptDrops(True)
        self.settings = settings
        self.workspace = workspace
        workspace.setParent(self)
        workspace.author = settings.author
        self.selection = Selection(workspace, self)
        self.commands = actions.build(self)
        self.area = ReviewArea(self.workspace, self.selection, self.commands, self)
        self.unfinished = Unfinished(self.area.tables, self.area.findings.note)
        self.unfinished.guard(self.commands, self.area.findings.note, carried_by=VERDICTS)
        self.selection.settle = self.workspace.settle = self.unfinished.settle
        self.outside = Outside(workspace, self.selection, self.commands, self)
        self.choosing = Choosing(self, self._last_folder)
        self.exporting = Exporting(workspace, self)
        self.rewinding = Rewinding(workspace, self)
        self._recent = RecentMenu(self)
        self._lay_out()
        self._fill_menus()
        self.addToolBar(CommandBar(self.commands, self))
        self._connect()
        self.dialogs = Dialogs(
            self, self.commands, workspace, self.selection, lambda: self.settings
        )
        self.dialogs.settings_changed.connect(self._on_settings)
        self.rounds = RoundDesk(
            self, self.commands, workspace, self.selection, lambda: self.settings
        )
        self.rounds.settings_changed.connect(self._on_settings)
        self.rounds.told.connect(self.status.tell)
        ReportMarks(self.reports, workspace, self.rounds.rounds)
        actions.paint_icons(self.commands, self.palette())
        self._recent.show_folders(self.settings.recent_folders)
        self._update_commands()
        geometry.restore(self, self._splitters())

    def settle(self) -> bool:
        """Keep what is being typed where it was typed; False where it is refused and stays."""
        return self.unfinished.settle()

    @property
    def findings(self) -> FindingList:
        """The pane of findings."""
        return self.area.findings

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Read these folders and files; missing ones are named and left out."""
        there = [path.absolute() for path in paths if path.exists()]
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            self.status.tell(self.tr("找不到：{0}").format("，".join(missing)))
        if not there or not self.settle():
            return
        self.workspace.open(there)
        folder = there[0] if there[0].is_dir() else there[0].parent
        self.settings = self.settings.with_recent(str(folder))
        preferences.save(self.settings)
        self._recent.show_folders(self.settings.recent_folders)
        self.setWindowTitle(self.tr("{0} — 鉴报").format(shown(Path(folder.name or folder))))

    def follow_system(self) -> None:
        """Take over the system's light or dark scheme, where the settings say so."""
        application = QApplication.instance()
        if self.settings.theme == "system" and isinstance(application, QApplication):
            theme.apply(application, "system")

    def _when_settled(self, act: Callable[[], object]) -> None:
        (act if self.settle() else self._update_commands)()

    def _lay_out(self) -> None:
        file_actions = [self.commands[name] for name in (*FILE_ACTIONS, *ATTACHMENT_ACTIONS)]
        self.reports = ReportList(self.workspace, file_actions, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("reports_and_review")
        self.splitter.addWidget(self.reports)
        FocusRing(self.reports.view)
        self.right = QStackedWidget(self)
        self.right.setObjectName("desk_pages")
        self.right.addWidget(self.area)
        self.folder = FolderDesk(
            self.workspace, self.selection, self.commands, self.area, self.right, self.reports
        )
        self.splitter.addWidget(self.right)
        self.splitter.setSizes([276, 1004])
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(4)
        self.welcome = Welcome(self.commands, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.splitter)
        self.bars = Bars(self.stack, self.workspace, self.selection, self.commands, self.area, self)
        self.setCentralWidget(self.bars)
        self.status = StatusBar(self.workspace, self.commands, self)
        self.setStatusBar(self.status)

    def _fill_menus(self) -> None:
        files = self._menu(self.tr("文件(&F)"), ("open_folder", "open_files"))
        files.addMenu(self._recent)
        exports = ("export_workbook", "export_archive", "export_overview")
        self._add(files, ("", "reload", "cancel_reading", "", *exports, "", "quit"))
        self._menu(
            self.tr("编辑(&E)"),
            (
                "undo",
                "redo",
                "",
                "edit_figure",
                "restore_original",
                "",
                "focus_filter",
                "edit_roster",
                "settings",
            ),
        )
        self._menu(
            self.tr("审核(&R)"),
            ("next_finding", "previous_finding", "", *VERDICTS, "note_finding", "auto_advance", "",
             "find_everywhere", "all_findings", "show_overview", "compare_passages",
             "compare_bodies", "copy_findings", "",
             "apply_repair", "next_suggestion", "previous_suggestion", "", "mark_reviewed",
             "mark_reviewed_next", "next_report", "previous_report", "go_to_unit", "",
             "second_round", "", *AGAIN_ACTIONS, "", *ATTACHMENT_ACTIONS, "", *FILE_ACTIONS),
        )  # fmt: skip
        helps = ("manual", "rule_help", "shortcuts", "first_keys", "", "about")
        self._menu(self.tr("帮助(&H)"), helps)

    def _menu(self, title: str, names: Sequence[str]) -> QMenu:
        menu = self.menuBar().addMenu(title)
        self._add(menu, names)
        return menu

    def _add(self, menu: QMenu, names: Sequence[str]) -> None:
        for name in names:
            if name:
                menu.addAction(self.commands[name])
            else:
                menu.addSeparator()

    def _connect(self) -> None:
        selection, workspace = self.selection, self.workspace
        self.judging = Judging(workspace, selection, self.commands, self.area, self.folder)
        for name, slot in {
            "open_folder": self.choosing.ask_folder,
            "open_files": self.choosing.ask_files,
            "reload": workspace.reload,
            "cancel_reading": workspace.cancel_reading,
            "export_workbook": self.exporting.ask,
            "export_archive": self.exporting.ask_archive,
            "quit": self.close,
            "undo": lambda: self._take(self.rewinding.undo),
            "redo": lambda: self._take(self.rewinding.redo),
            "edit_figure": self.area.edit_figure,
            "restore_original": self._restore,
            "next_finding": lambda: self._step_finding(1),
            "previous_finding": lambda: self._step_finding(-1),
            "next_report": lambda: selection.step_report(1),
            "previous_report": lambda: selection.step_report(-1),
            "next_suggestion": lambda: selection.step_suggestion(1),
            "previous_suggestion": lambda: selection.step_suggestion(-1),
            "note_finding": self.findings.start_note,
            "apply_repair": self._apply,
            "mark_reviewed": self._mark,
            "focus_filter": self._focus_filter,
            "go_to_unit": lambda: QuickOpen(self.reports.model, self).open_for(selection),
            "export_overview": lambda: self.exporting.ask_picture(self.folder.overview.picture),
        }.items():
            then = partial(self._when_settled, slot)
            self.commands[name].triggered.connect(lambda _=False, then=then: then())
        self.commands["auto_advance"].setChecked(self.settings.auto_advance)
        self.commands["auto_advance"].toggled.connect(self._on_auto_advance)
        selection.visible_reports = self.reports.visible_paths
        selection.report_selected.connect(self.reports.select)
        selection.stayed.connect(
            lambda: self.reports.select(selection.path), Qt.ConnectionType.QueuedConnection
        )
        selection.end_reached.connect(self._on_end)
        for signal in (
            selection.report_selected,
            selection.report_refreshed,
            selection.focus_moved,
            workspace.reports_added,
            workspace.reading_ended,
            workspace.undo_stack.indexChanged,
            self.folder.pages.turned,
            self.rewinding.changed,
            workspace.writable_changed,
        ):
            signal.connect(self._update_commands)
        workspace.opened.connect(lambda: self.stack.setCurrentWidget(self.splitter))
        self.returning = Returning(
            workspace, selection, self.reports.visible_paths, self._give_list_keys
        )
        self.folder.pages.is_by_itself = lambda: self.returning.acting
        workspace.reading_ended.connect(self._on_read)
        self.reports.report_selected.connect(selection.select_report)
        self.reports.encoding_chosen.connect(workspace.reread)
        self.area.encoding_chosen.connect(workspace.reread)
        self.reports.view.entered_by_key.connect(lambda: self._step_finding(1))
        self.findings.view.entered_by_key.connect(self.area.edit_figure)
        self._recent.offered.connect(self.welcome.show_recent)
        for recent in (self.welcome, self._recent):
            recent.folder_chosen.connect(lambda folder: self.open_paths([Path(folder)]))
        self.choosing.chosen.connect(self.open_paths)
        self.exporting.told.connect(self.status.tell)
        self.exporting.exported.connect(self.status.show_exported)

    def _update_commands(self, *_: object) -> None:
        selection = self.selection
        review, repair = selection.review, selection.suggestion
        for name in NEEDS_REPORT:
            self.commands[name].setEnabled(bool(self.workspace.reviews))
        for name in NEEDS_ENTRY:
            self.commands[name].setEnabled(selection.entry is not None)
        corrected = review is not None and selection.key in review.corrections
        self.commands["restore_original"].setEnabled(corrected)
        self.commands["edit_figure"].setEnabled(bool(selection.key))
        self.commands["apply_repair"].setEnabled(repair is not None and bool(repair.changes))
        for name in ("next_suggestion", "previous_suggestion"):
            self.commands[name].setEnabled(len(selection.suggestions) > 1)
        self.commands["mark_reviewed"].setChecked(review is not None and review.reviewed)
        for name in ("export_workbook", "export_archive", "export_overview"):
            self.commands[name].setEnabled(bool(self.workspace.reviews))
        self.commands["reload"].setEnabled(bool(self.workspace.paths))
        self.commands["cancel_reading"].setEnabled(self.workspace.is_reading)
        self.rewinding.label(self.commands)
        self.folder.pages.hold()
        self.bars.permission.apply()

    def _give_list_keys(self) -> None:
        # Nobody who types in a field may be torn away from it.
        typing = self.focusWidget()
        if not (isinstance(typing, QLineEdit) and typing.text()):
            self.reports.view.setFocus()

    def _on_read(self, _cancelled: bool) -> None:
        if not self.workspace.reviews:
            self.stack.setCurrentWidget(self.welcome)

    def _on_end(self, step: int) -> None:
        self.status.tell(self.tr("后面没有了") if step > 0 else self.tr("前面没有了"))

    def _step_finding(self, step: int) -> None:
        """Go on, with the keys on the finding: digits judge it, Enter goes into its cell."""
        self.selection.step_finding(step)
        self.area.focus_finding()

    def _take(self, step: Callable[[], None]) -> None:
        """Undo or redo, and show the report that it changed."""
        step()
        changed = self.workspace.last_changed
        if changed in self.workspace.reviews:
            self.selection.select_report(changed)

    def _apply(self) -> None:
        repair = self.selection.take_suggestion()
        if repair is not None:
            self.workspace.apply(self.selection.path, repair)

    def _restore(self) -> None:
        if self.selection.review is not None:
            self.workspace.restore(self.selection.path, self.selection.key)

    def _mark(self) -> None:
        review = self.selection.review
        if review is not None:
            self.workspace.mark_reviewed(review.path, not review.reviewed)
        self.area.reviewed.warn()
        self._update_commands()

    def _focus_filter(self) -> None:
        self.reports.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.reports.filter.selectAll()

    def _on_settings(self, settings: Settings) -> None:
        self.settings = settings
        self.commands["auto_advance"].setChecked(settings.auto_advance)

    def _on_auto_advance(self, on: bool) -> None:
        self.settings = replace(self.settings, auto_advance=on)
        preferences.save(self.settings)

    def _last_folder(self) -> str:
        return next(iter(self.settings.recent_folders), str(Path.home()))

    def _splitters(self) -> tuple[QSplitter, ...]:
        return (self.splitter, self.area.upper, self.area.outer, self.findings.beside)

    def changeEvent(self, event: QEvent) -> None:
        """Paint the icons again for another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "commands"):
            actions.paint_icons(self.commands, self.palette())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders and files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place. What was done is already on disk, or the window stays."""
        if not self.settle():
            event.ignore()
            return
        geometry.keep(self, self._splitters())
        self.returning.keep()
        self.reports.header.keep()
        # Gone from sight at once, should a thread take its time.
        self.hide()
        self.rounds.close()
        self.workspace.close()
        self.exporting.wait()
        self.bars.watching.wait()
        self.workspace.wait()
        super().closeEvent(event)
