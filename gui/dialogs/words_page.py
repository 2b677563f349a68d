"""The page of the words that the auditor adds, and of the roster of units."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from parser.settings.profile import Profile, ProfileError
from parser.settings.roster import ENDINGS


class WordsPage(QWidget):
    """Doubled words, misspellings, and the file that says which unit belongs to which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the fields, empty."""
        super().__init__(parent)
        self.doubled = QPlainTextEdit()
        self.doubled.setObjectName("words_doubled")
        self.doubled.setPlaceholderText(self.tr("每行一个，例如：\n政府政府"))
        self.misspelled = QPlainTextEdit()
        self.misspelled.setObjectName("words_misspelled")
        self.misspelled.setPlaceholderText(self.tr("每行一对，例如：\n公开条列=公开条例"))
        self.roster = QLineEdit()
        self.roster.setObjectName("roster_file")
        self.roster.setPlaceholderText(self.tr("没有名册时，不作上下级之间的核对"))
        browse = QPushButton(self.tr("浏览…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.addWidget(QLabel(self.tr("另查这些重复词语（P201）")), 0, 0)
        grid.addWidget(QLabel(self.tr("另查这些错误写法（P202），写作“错误=正确”")), 0, 1)
        grid.addWidget(self.doubled, 1, 0)
        grid.addWidget(self.misspelled, 1, 1)
        row = QHBoxLayout()
        row.addWidget(self.roster, 1)
        row.addWidget(browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(grid, 1)
        column.addSpacing(8)
        column.addWidget(
            QLabel(self.tr("单位隶属关系名册（X301）：表格或文本，一行一个单位及其上级"))
        )
        column.addLayout(row)

    def show_profile(self, profile: Profile) -> None:
        """Show a profile's words and roster."""
        self.doubled.setPlainText("\n".join(profile.doubled))
        pairs = [f"{wrong}={right}" for wrong, right in profile.misspelled]
        self.misspelled.setPlainText("\n".join(pairs))
        self.roster.setText(profile.roster)

    def read(self, profile: Profile) -> Profile:
        """Return the profile with these words. ProfileError for a line that is not a pair."""
        return replace(
            profile,
            doubled=tuple(_lines(self.doubled)),
            misspelled=tuple(self._pair(line) for line in _lines(self.misspelled)),
            roster=self.roster.text().strip(),
        )

    def _pair(self, line: str) -> tuple[str, str]:
        wrong, equals, right = line.replace("＝", "=").partition("=")
        wrong, right = wrong.strip(), right.strip()
        if not equals or not wrong or not right or wrong == right:
            raise ProfileError(self.tr("“{0}”应写作“错误写法=正确写法”。").format(line))
        return wrong, right

    def _browse(self) -> None:
        patterns = " ".join(f"*{end}" for end in ENDINGS)
        kinds = self.tr("名册 ({0});;所有文件 (*)").format(patterns)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("单位隶属关系名册"), "", kinds)
        if name:
            self.roster.setText(name)


def _lines(edit: QPlainTextEdit) -> list[str]:
    return [line.strip() for line in edit.toPlainText().splitlines() if line.strip()]
