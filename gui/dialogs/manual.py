"""The manual: chapters with pictures, searched in full text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.page_document import page_document
from gui.dialogs.rule_help import PageBrowser

FOLDER = Path(__file__).resolve().parent.parent.parent / "resources" / "help" / "manual"
PICTURE = re.compile(r"!\[[^\]]*\]\((pictures/[\w-]+\.png)\)")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
CHAPTER, WORDS = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
SNIPPET = 15  # characters before the word that was found


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: its name (that of the file), its title and its Markdown."""

    name: str
    title: str
    markdown: str

    def hits(self, words: str) -> list[str]:
        """Return the lines that have all the words, as they are read on the page."""
        wanted = words.lower().split()
        lines = [_plain(line) for line in self.markdown.splitlines()]
        return [line for line in lines if line and all(word in line.lower() for word in wanted)]


def chapters() -> list[Chapter]:
    """Return the chapters in the order in which their files are numbered."""
    found: list[Chapter] = []
    for path in sorted(FOLDER.glob("*.md")):
        markdown = path.read_text(encoding="utf-8")
        title = markdown.partition("\n")[0].lstrip("# ")
        found.append(Chapter(path.stem.partition("-")[2], title, markdown))
    return found


class Manual(QDialog):
    """Chapters or hits at the left, the page at the right."""

    rule_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """List the chapters; show the first."""
        super().__init__(parent)
        self.setObjectName("manual")
        self.setWindowTitle(self.tr("使用手册"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._chapters = chapters()
        self._chapter = ""
        self._document: QTextDocument | None = None
        self._search = QLineEdit()
        self._search.setObjectName("manual_search")
        self._search.setClearButtonEnabled(True)
        self._search.setPlaceholderText(self.tr("在手册里查找"))
        self._search.setAccessibleName(self.tr("在手册里查找"))
        self._search.textChanged.connect(self._fill)
        self._list = QListWidget()
        self._list.setObjectName("manual_list")
        self._list.setAccessibleName(self.tr("章节"))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.currentItemChanged.connect(self._on_chosen)
        self._told = QLabel()
        self._told.setObjectName("manual_told")
        self._rule = QPushButton(self.tr("这条检查的说明"))
        self._rule.setObjectName("manual_rule")
        self._rule.setAutoDefault(False)
        self._rule.clicked.connect(self.rule_asked)
        self._page = PageBrowser()
        self._page.setObjectName("manual_page")
        self._page.setAccessibleName(self.tr("使用手册"))
        self._page.anchorClicked.connect(self._on_link)
        self._lay_out()
        self._fill()
        self._search.setFocus()
        self.resize(1080, 720)

    @property
    def chapter(self) -> str:
        """The name of the chapter that is shown."""
        return self._chapter

    def show_chapter(self, name: str) -> None:
        """Show a chapter; nothing happens for an unknown name."""
        self._search.clear()
        for row in range(self._list.count()):
            if self._list.item(row).data(CHAPTER) == name:
                self._list.setCurrentRow(row)

    def offer_rule(self, code: str) -> None:
        """Offer the page of the chosen finding's check; none where no finding is chosen."""
        self._rule.setVisible(bool(code))
        self._rule.setText(self.tr("{0} 的检查说明").format(code))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._chapter:
            self._show(self._chapter, "")

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 10, 0, 10)
        for widget in (self._search, self._told):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        column.addWidget(self._rule)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(side)
        splitter.addWidget(self._page)
        splitter.setSizes([300, 780])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _fill(self, words: str = "") -> None:
        """List the chapters, or the lines in which the words were found."""
        words = words.strip()
        shown = self._chapter
        self._list.clear()
        for chapter in self._chapters:
            for line in chapter.hits(words) if words else [""]:
                text = f"{chapter.title}\n{_snippet(line, words)}" if line else chapter.title
                item = QListWidgetItem(text)
                item.setData(CHAPTER, chapter.name)
                item.setData(WORDS, words)
                item.setToolTip(line)
                self._list.addItem(item)
        count = self._list.count()
        self._told.setVisible(bool(words))
        self._told.setText(
            self.tr("找到 {0} 处").format(count) if count else self.tr("没有找到，换个说法试试")
        )
        if not words:
            names = [chapter.name for chapter in self._chapters]
            self._list.setCurrentRow(names.index(shown) if shown in names else 0)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(item.data(CHAPTER), item.data(WORDS))

    def _show(self, name: str, words: str) -> None:
        markdown = next(c.markdown for c in self._chapters if c.name == name)
        self._chapter = name
        document = page_document(markdown, self.palette(), self.font())
        document.setParent(self._page)
        for picture in PICTURE.findall(markdown):
            document.addResource(
                QTextDocument.ResourceType.ImageResource.value,
                QUrl(picture),
                QImage(str(FOLDER / picture)),
            )
        before, self._document = self._document, document
        self._page.setDocument(document)
        if before is not None:
            before.deleteLater()
        if words:
            self._page.find(words.split()[0])

    def _on_link(self, url: QUrl) -> None:
        self.show_chapter(url.toString().removesuffix(".md"))


def _plain(line: str) -> str:
    return LINK.sub(r"\1", line).replace("**", "").replace("`", "").strip("#|- ").strip()


def _snippet(line: str, words: str) -> str:
    at = max(0, line.lower().find(words.lower().split()[0]) - SNIPPET)
    return f"{'…' if at else ''}{line[at : at + 2 * SNIPPET]}"
