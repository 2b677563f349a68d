"""The settings: which checks run and how grave they are, their limits, words, and the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui import keymap
from gui.dialogs.checks_page import ChecksPage
from gui.dialogs.keys_page import KeysPage
from gui.dialogs.limits_page import LimitsPage
from gui.dialogs.score_page import ScorePage
from gui.dialogs.window_page import WindowPage
from gui.dialogs.words_page import WordsPage
from gui.settings import Settings
from parser.rules.registry import codes
from parser.settings.profile import Profile, ProfileError
from parser.settings.profile_file import load_profile, save_profile


def own_profile() -> Path:
    """Return where the auditor's own profile is kept between sessions."""
    folder = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(folder)) / "profile.toml"


def keep_profile(profile: Profile) -> str:
    """Write a profile where the next session finds it and return its path; "" for the default.

    OSError where it cannot be written.
    """
    if profile == Profile():
        return ""
    path = own_profile()
    path.parent.mkdir(parents=True, exist_ok=True)
    save_profile(profile, path)
    return str(path)


class SettingsDialog(QDialog):
    """Edits a copy of the settings and of the profile; OK hands both on, Cancel drops them.

    The profile in use is written to `own_profile()`, never back into a file that was opened: a
    shared profile changes only where somebody saves it under its name.
    """

    applied = Signal(object, object)  # Settings, Profile

    def __init__(self, settings: Settings, profile: Profile, parent: QWidget | None = None) -> None:
        """Show these settings and this profile."""
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(self.tr("设置"))
        self._settings = settings
        self._name = QLineEdit()
        self._name.setObjectName("profile_name")
        self.checks = ChecksPage()
        self.limits = LimitsPage()
        self.words = WordsPage()
        self.scores = ScorePage()
        self.window_page = WindowPage()
        self.keys_page = KeysPage()
        self.tabs = QTabWidget()
        self.tabs.setObjectName("settings_tabs")
        self._lay_out()
        self._show_profile(profile)
        self.window_page.show_settings(settings)
        self.resize(880, 640)

    @property
    def profile(self) -> Profile:
        """The profile as it is set now. ProfileError where a field cannot be meant."""
        profile = self.checks.read(Profile(name=self._name.text().strip() or Profile().name))
        profile = self.limits.read(profile)
        return self.scores.read(self.words.read(profile))

    @property
    def settings(self) -> Settings:
        """The settings as they are set now."""
        return self.window_page.read(self._settings)

    def accept(self) -> None:
        """Keep the profile and hand both on; stay open where something cannot be meant."""
        try:
            profile = self.profile
            path = keep_profile(profile)
        except (ProfileError, OSError) as error:
            self._complain(str(error))
            return
        keymap.save(self.keys_page.keys)
        self.applied.emit(replace(self.settings, profile=path), profile)
        super().accept()

    def open_profile(self, path: Path) -> None:
        """Show a profile that somebody saved."""
        try:
            self._show_profile(load_profile(path, codes()))
        except ProfileError as error:
            self._complain(str(error))

    def save_profile_as(self, path: Path) -> None:
        """Save the profile as it is set now, to be shared."""
        try:
            save_profile(self.profile, path)
        except (ProfileError, OSError) as error:
            self._complain(str(error))

    def _lay_out(self) -> None:
        profile_bar = QWidget()
        bar = QHBoxLayout(profile_bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addWidget(QLabel(self.tr("核查方案")))
        bar.addWidget(self._name, 1)
        for name, text, slot in (
            ("profile_open", self.tr("打开…"), self._ask_open),
            ("profile_save", self.tr("另存为…"), self._ask_save),
            ("profile_default", self.tr("恢复默认"), lambda: self._show_profile(Profile())),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            bar.addWidget(button)
        self.tabs.addTab(self.checks, self.tr("检查项目"))
        self.tabs.addTab(self.limits, self.tr("期限与阈值"))
        self.tabs.addTab(self.words, self.tr("词表与隶属关系"))
        self.tabs.addTab(self.scores, self.tr("考核"))
        self.tabs.addTab(self.window_page, self.tr("窗口"))
        self.tabs.addTab(self.keys_page, self.tr("快捷键"))
        self.tabs.currentChanged.connect(
            lambda _: profile_bar.setEnabled(
                self.tabs.currentWidget() not in (self.window_page, self.keys_page)
            )
        )
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(12)
        column.addWidget(profile_bar)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)

    def _show_profile(self, profile: Profile) -> None:
        self._name.setText(profile.name)
        for page in (self.checks, self.limits, self.words, self.scores):
            page.show_profile(profile)

    def _ask_open(self) -> None:
        title, kind = self.tr("打开核查方案"), self.tr("核查方案 (*.toml)")
        name, _ = QFileDialog.getOpenFileName(self, title, "", kind)
        if name:
            self.open_profile(Path(name))

    def _ask_save(self) -> None:
        title, kind = self.tr("另存核查方案"), self.tr("核查方案 (*.toml)")
        name, _ = QFileDialog.getSaveFileName(self, title, f"{self._name.text()}.toml", kind)
        if name:
            self.save_profile_as(Path(name))

    def _complain(self, sentence: str) -> None:
        box = QMessageBox(self)
        box.setObjectName("settings_problem")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("设置"))
        box.setText(sentence)
        box.open()
