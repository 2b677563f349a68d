"""The second round and the roster: their windows, opened from commands, and what these decide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui import settings as preferences
from gui.dialogs.roster_dialog import RosterDialog
from gui.dialogs.second_round_window import SecondRoundWindow
from gui.dialogs.settings_dialog import keep_profile
from gui.second_rounds import SecondRounds
from gui.selection import Selection
from gui.settings import Settings
from gui.workspace import Workspace
from parser.model import Report
from parser.review.folders import REVIEW_FOLDER, user_data
from parser.settings.roster import ROSTER_FILE, Member, RosterError, read_members


class RoundDesk(QObject):
    """One window of each at a time."""

    settings_changed = Signal(object)  # Settings
    told = Signal(str)  # a sentence for the auditor

    def __init__(
        self,
        window: QWidget,
        actions: Mapping[str, QAction],
        workspace: Workspace,
        selection: Selection,
        current: Callable[[], Settings],
    ) -> None:
        """Connect the commands. `current` tells the settings as they are when asked."""
        super().__init__(window)
        self._window = window
        self._action = actions["second_round"]
        self._workspace = workspace
        self._selection = selection
        self._current = current
        self.rounds = SecondRounds(workspace, self)
        self.rounds.told.connect(self.told)
        self._second: SecondRoundWindow | None = None
        actions["second_round"].triggered.connect(lambda _=False: self.open_second_round())
        actions["edit_roster"].triggered.connect(lambda _=False: self.open_roster())
        for signal in (workspace.opened, workspace.reading_ended, workspace.reports_added):
            signal.connect(lambda *_: self._update())
        self._update()

    def open_second_round(self) -> None:
        """Open the second round, or bring it to the front."""
        if self._second is None:
            paths = self._workspace.paths
            folder = paths[0].parent if paths else Path.home()
            self._second = SecondRoundWindow(self.rounds, folder, self._window)
            self._second.report_wanted.connect(self._selection.select_report)
        self._second.show()
        self._second.raise_()
        self._second.activateWindow()

    def open_roster(self) -> None:
        """Open the roster that the profile names, or an empty one."""
        members: tuple[Member, ...] = ()
        named = self._workspace.profile.roster
        problem = ""
        if named:
            try:
                members = read_members(Path(named))
            except RosterError as error:
                problem = str(error)
        dialog = RosterDialog(members, self._reports(), self._target(), self._window)
        dialog.saved.connect(self._use_roster)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if problem:
            self.told.emit(problem)

    def close(self) -> None:
        """Stop what is under way."""
        self.rounds.close()
        self.rounds.wait()

    def _reports(self) -> list[Report]:
        """Return the reports that somebody has handed in: attachments are part of another."""
        desk = self._workspace.desk
        if desk is None:
            return []
        attached = set(desk.offers)
        return [r.current for path, r in desk.reviews.items() if path not in attached]

    def _target(self) -> Path:
        """Return where the roster is saved: over one that was saved so before, else anew.

        A file that the auditor made with another program is never written over.
        """
        named = self._workspace.profile.roster
        if named and Path(named).name == ROSTER_FILE:
            return Path(named)
        desk = self._workspace.desk
        place = desk.session.place if desk is not None and desk.session.writable else None
        return (place.parent if place else user_data() / REVIEW_FOLDER) / ROSTER_FILE

    def _use_roster(self, path: Path) -> None:
        profile = replace(self._workspace.profile, roster=str(path))
        try:
            settings = replace(self._current(), profile=keep_profile(profile))
        except OSError as error:
            self.told.emit(self.tr("核查方案存不下来：{0}").format(error))
            return
        preferences.save(settings)
        # The same file may say something else now.
        self._workspace.use_profile(profile)
        self.settings_changed.emit(settings)
        self.told.emit(self.tr("单位名录已保存：{0}").format(path))

    def _update(self) -> None:
        self._action.setEnabled(bool(self._workspace.reviews))
