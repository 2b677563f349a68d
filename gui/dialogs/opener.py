"""Opens the dialogs from the window's commands, and carries out what they decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow

from gui import keymap, theme
from gui import settings as preferences
from gui.dialogs.about import About
from gui.dialogs.body_copies import CopiesDialog
from gui.dialogs.manual import Manual
from gui.dialogs.passages import PassagesDialog
from gui.dialogs.rule_help import RuleHelp
from gui.dialogs.settings_dialog import SettingsDialog
from gui.dialogs.shortcuts import ShortcutSheet
from gui.selection import Selection
from gui.settings import Settings
from gui.views.first_keys import FirstKeys
from gui.workspace import Workspace
from parser.model import CrossFinding
from parser.review.review import finding_id
from parser.settings.profile import Profile

# What has the keys, and the chapter of the manual that tells of it.
CHAPTERS = {
    "welcome": "opening",
    "report_list": "list",
    "report_filter": "list",
    "finding_list": "verdicts",
    "note": "verdicts",
    "folder_panel": "all-findings",
    "overview": "overview",
    "source_pane": "source",
    "table_pane": "corrections",
    "history_panel": "corrections",
}


class Dialogs(QObject):
    """One dialog of each kind at a time, in front of the window."""

    settings_changed = Signal(object)  # Settings

    def __init__(
        self,
        window: QMainWindow,
        actions: Mapping[str, QAction],
        workspace: Workspace,
        selection: Selection,
        current: Callable[[], Settings],
    ) -> None:
        """Connect the commands. `current` tells the settings as they are when asked."""
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._workspace = workspace
        self._selection = selection
        self._current = current
        self._help: RuleHelp | None = None
        self._manual: Manual | None = None
        keymap.apply(actions)
        first_keys = FirstKeys(actions, window)
        workspace.opened.connect(first_keys.show_first_time)
        for name, slot in {
            "settings": self.open_settings,
            "manual": self.open_manual,
            "first_keys": first_keys.show_keys,
            "rule_help": self.open_help,
            "compare_passages": self.open_passages,
            "compare_bodies": self.open_copies,
            "shortcuts": lambda: self._open(ShortcutSheet(actions, window)),
            "about": lambda: self._open(About(window)),
        }.items():
            actions[name].triggered.connect(lambda _=False, slot=slot: slot())
        for signal in (
            selection.focus_moved,
            selection.report_selected,
            selection.report_refreshed,
            workspace.across_changed,
        ):
            signal.connect(self._update_commands)
        self._update_commands()

    def open_settings(self) -> None:
        """Open the settings; what they say is applied and kept when they are accepted."""
        dialog = SettingsDialog(self._current(), self._workspace.profile, self._window)
        dialog.applied.connect(self._apply)
        self._open(dialog)

    def open_help(self) -> None:
        """Open the page of the chosen finding's check, or the list where none is chosen."""
        if self._help is None:
            self._help = RuleHelp(self._window)
        entry = self._selection.entry
        if entry is not None:
            self._help.show_rule(entry.code)
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def open_manual(self) -> None:
        """Open the manual at the chapter that tells of what has the keys."""
        if self._manual is None:
            self._manual = Manual(self._window)
            self._manual.rule_asked.connect(self.open_help)
        widget = QApplication.focusWidget()
        while widget is not None and widget.objectName() not in CHAPTERS:
            widget = widget.parentWidget()
        if widget is not None:
            self._manual.show_chapter(CHAPTERS[widget.objectName()])
        entry = self._selection.entry
        self._manual.offer_rule(entry.code if entry is not None else "")
        self._manual.show()
        self._manual.raise_()
        self._manual.activateWindow()

    def open_passages(self) -> None:
        """Open the passages that the chosen finding between reports speaks of."""
        finding = self._between()
        if finding is not None:
            reviews = self._workspace.reviews
            reports = {path: review.current for path, review in reviews.items()}
            self._open(PassagesDialog(finding, reports, self._selection.path, self._window))

    def open_copies(self) -> None:
        """Open the copies of the body side by side, where the file holds more than one."""
        review, path = self._selection.review, self._selection.path
        if review is None or len(review.report.bodies) < 2:
            return
        dialog = CopiesDialog(review.report, self._workspace.writable, self._window)

        def choose(copy: int) -> None:
            self._workspace.choose_body(path, copy)
            if path in self._workspace.reviews:
                dialog.show_report(self._workspace.reviews[path].report)

        dialog.body_chosen.connect(choose)
        self._open(dialog)

    def _between(self) -> CrossFinding | None:
        entry, desk = self._selection.entry, self._workspace.desk
        if entry is None or desk is None or not entry.paths:
            return None
        return next((f for f in desk.across if finding_id(f) == entry.id), None)

    def _update_commands(self, *_: object) -> None:
        self._actions["compare_passages"].setEnabled(self._between() is not None)
        review = self._selection.review
        doubled = review is not None and len(review.report.bodies) > 1
        self._actions["compare_bodies"].setEnabled(doubled)
        # The pages can be read without a finding; with one, its own page is shown.
        self._actions["rule_help"].setEnabled(True)

    def _open(
        self, dialog: ShortcutSheet | About | CopiesDialog | PassagesDialog | SettingsDialog
    ) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _apply(self, settings: Settings, profile: Profile) -> None:
        preferences.save(settings)
        keymap.apply(self._actions)
        self._workspace.author = settings.author
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setFont(theme.base_font(settings.font_size or theme.FONT_POINTS))
            theme.apply(application, settings.theme)
        if profile != self._workspace.profile:
            self._workspace.use_profile(profile)
        self.settings_changed.emit(settings)
