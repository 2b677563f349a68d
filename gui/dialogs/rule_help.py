"""The help pages of the checks: a list of all codes with a search, and the page beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.page_document import page_document
from gui.views.icons import severity_picture
from parser.rules import help_page
from parser.rules.registry import Rule, all_rules, rule_of

CODE_ROLE = Qt.ItemDataRole.UserRole + 1
ICON = 16


class PageBrowser(QTextBrowser):
    """Shows a page. It loads nothing and opens nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty browser."""
        super().__init__(parent)
        self.setObjectName("rule_page")
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing."""
        return None


class RuleHelp(QDialog):
    """What a check looks for, why, and how to settle it with the unit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """List every check; show the first."""
        super().__init__(parent)
        self.setObjectName("rule_help_dialog")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._code = ""
        self._document: QTextDocument | None = None
        self._filter = QLineEdit()
        self._filter.setObjectName("rule_filter")
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._on_filter)
        self._list = QListWidget()
        self._list.setObjectName("rule_list")
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSpacing(1)
        self._list.currentItemChanged.connect(self._on_chosen)
        self._page = PageBrowser()
        self._lay_out()
        self._fill()
        self._retranslate()
        self.resize(980, 640)

    @property
    def code(self) -> str:
        """The code whose page is shown."""
        return self._code

    def show_rule(self, code: str) -> None:
        """Show the page of the check with that code; nothing happens for an unknown one."""
        self._filter.clear()
        for row in range(self._list.count()):
            if self._list.item(row).data(CODE_ROLE) == code:
                self._list.setCurrentRow(row)
                self._list.scrollToItem(self._list.item(row))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        changed = event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if changed and self._list.count():
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows walk the list from the search line too."""
        walks = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        if event.key() in walks and self._filter.hasFocus():
            self._list.setFocus()
            self._list.event(event)
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(side)
        splitter.addWidget(self._page)
        splitter.setSizes([300, 680])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _fill(self) -> None:
        chosen = self._code
        self._list.clear()
        for entry in all_rules():
            item = QListWidgetItem(f"{entry.code}　{self._title(entry)}")
            item.setIcon(severity_picture(entry.severity, self.palette(), ICON))
            item.setData(CODE_ROLE, entry.code)
            item.setToolTip(f"{self._title(entry)}\n{entry.basis}")
            self._list.addItem(item)
        self._on_filter(self._filter.text())
        if chosen:
            self.show_rule(chosen)
        elif self._list.count():
            self._list.setCurrentRow(0)

    def _title(self, entry: Rule) -> str:
        return entry.title_en if self._english else entry.title

    @property
    def _english(self) -> bool:
        return self.locale().language() == self.locale().Language.English

    def _on_filter(self, words: str) -> None:
        wanted = words.strip().lower()
        first: QListWidgetItem | None = None
        for row in range(self._list.count()):
            item = self._list.item(row)
            entry = rule_of(item.data(CODE_ROLE))
            told = f"{entry.code} {entry.title} {entry.title_en} {entry.basis}".lower()
            item.setHidden(wanted not in told)
            if first is None and not item.isHidden():
                first = item
        current = self._list.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self._list.setCurrentItem(first)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self._code = item.data(CODE_ROLE)
        markdown = _markdown(self._code, english=self._english)
        document = page_document(markdown, self.palette(), self.font())
        document.setParent(self._page)
        before, self._document = self._document, document
        self._page.setDocument(document)
        if before is not None:
            before.deleteLater()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("检查说明"))
        self._filter.setPlaceholderText(self.tr("按编号、名称或依据查找"))
        self._filter.setAccessibleName(self.tr("按编号、名称或依据查找"))
        self._list.setAccessibleName(self.tr("全部检查"))
        self._page.setAccessibleName(self.tr("检查说明"))


def _markdown(code: str, *, english: bool) -> str:
    try:
        return help_page.as_markdown(help_page.load(code), english=english)
    except FileNotFoundError:
        entry = rule_of(code)
        return f"# {code} {entry.title}\n\n{entry.title_en}\n\n{entry.basis}\n"
