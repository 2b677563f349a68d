"""The page of the window: language, colours, size of the writing, who is at work."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from gui.settings import FONT_SIZES, Language, Settings, Theme


class WindowPage(QWidget):
    """Fields for the window's preferences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the fields with the default preferences."""
        super().__init__(parent)
        self.language = QComboBox()
        self.language.setObjectName("setting_language")
        self._languages: tuple[Language, ...] = ("zh_CN", "en")
        self.language.addItems(["简体中文", "English"])
        self.theme = QComboBox()
        self.theme.setObjectName("setting_theme")
        self._themes: tuple[Theme, ...] = ("system", "light", "dark")
        self.theme.addItems([self.tr("跟随系统"), self.tr("浅色"), self.tr("深色")])
        self.font_size = QSpinBox()
        self.font_size.setObjectName("setting_font_size")
        # The first step below the smallest size stands for 0: the size of the system.
        self.font_size.setRange(FONT_SIZES.start - 1, FONT_SIZES.stop - 1)
        self.font_size.setSpecialValueText(self.tr("默认"))
        self.font_size.setSuffix(self.tr(" 磅"))
        self.author = QLineEdit()
        self.author.setObjectName("setting_author")
        self.author.setPlaceholderText(self.tr("留空时用系统的登录名"))
        self.auto_advance = QCheckBox(self.tr("下了结论自动到下一处还没有结论的问题"))
        self.auto_advance.setObjectName("setting_auto_advance")
        form = QFormLayout(self)
        form.setContentsMargins(24, 20, 24, 20)
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(12)
        form.addRow(self.tr("审核人（记入更正与结论）"), self.author)
        form.addRow("", self.auto_advance)
        form.addRow(self.tr("颜色"), self.theme)
        form.addRow(self.tr("字号"), self.font_size)
        form.addRow(self.tr("语言 / Language"), self.language)
        hint = QLabel(self.tr("换了语言，下次启动时生效。"))
        hint.setEnabled(False)
        form.addRow("", hint)

    def show_settings(self, settings: Settings) -> None:
        """Show these preferences."""
        self.language.setCurrentIndex(self._languages.index(settings.language))
        self.theme.setCurrentIndex(self._themes.index(settings.theme))
        self.font_size.setValue(settings.font_size or self.font_size.minimum())
        self.author.setText(settings.author)
        self.auto_advance.setChecked(settings.auto_advance)

    def read(self, settings: Settings) -> Settings:
        """Return the settings with the preferences as they are set here."""
        size = self.font_size.value()
        return replace(
            settings,
            language=self._languages[self.language.currentIndex()],
            theme=self._themes[self.theme.currentIndex()],
            font_size=0 if size == self.font_size.minimum() else size,
            author=self.author.text().strip(),
            auto_advance=self.auto_advance.isChecked(),
        )
