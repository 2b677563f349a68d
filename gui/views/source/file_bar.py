"""The line above the original: which file, which format, encoding, script and page."""

from __future__ import annotations

import qtawesome
from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gui.theme import tones
from gui.views.encoding_menu import EncodingMenu, shown_name
from gui.views.source.elided import ElidedLabel
from gui.views.source.redrawn import REDRAWN
from parser.intake.endings import is_encoded
from parser.model import Report, Span

NARROWEST = 160  # pixels of the whole line
LEVELS = 4  # of leaving out: nothing, the facts, the words on buttons, the page
SPACING = 8  # pixels between two things, generously
NAME_ROOM = 130  # pixels that the file name keeps before anything else is shown


class FileBar(QWidget):
    """Tells what the file is; offers another encoding, and the pages beside the text."""

    encoding_chosen = Signal(str)  # "" for the program's own choice
    original_asked_for = Signal(bool)
    zoom_asked_for = Signal(int)  # 1 larger, -1 smaller, 0 fit the width
    raw_asked_for = Signal(bool)  # the text as it is, rather than its tables drawn

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a bar for no file."""
        super().__init__(parent)
        self.setObjectName("source_file")
        self._report: Report | None = None
        self._place: Span | None = None
        self._widths = (0, 0)
        self._name = ElidedLabel()
        self._facts = QLabel()
        self._page = QLabel()
        self._encoding = QToolButton()
        self._encoding.setObjectName("source_encoding")
        self._encoding.setAutoRaise(True)
        self._encoding.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._encoding.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._menu = EncodingMenu(self)
        self._menu.encoding_chosen.connect(self.encoding_chosen)
        self._encoding.setMenu(self._menu)
        self._original = self._view_button("source_original")
        self._text = self._view_button("source_as_text")
        views = QButtonGroup(self)
        views.addButton(self._original)
        views.addButton(self._text)
        self._original.clicked.connect(lambda: self.original_asked_for.emit(True))
        self._text.clicked.connect(lambda: self.original_asked_for.emit(False))
        self._smaller = self._zoom_button("source_zoom_out", -1)
        self._zoom = self._zoom_button("source_fit_width", 0)
        self._larger = self._zoom_button("source_zoom_in", 1)
        self._raw = self._view_button("source_raw")
        self._raw.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._raw.toggled.connect(self.raw_asked_for)
        self._lay_out()
        self.clear()

    def show_report(self, report: Report) -> None:
        """Tell what is known of this report's file."""
        if self._report is None or self._report.path != report.path:
            self._place = None
        self._report = report
        self._say()

    def show_place(self, place: Span | None) -> None:
        """Tell the page of the chosen place."""
        self._place = place
        self._say_page()

    def clear(self) -> None:
        """Tell nothing."""
        self._report = None
        self._place = None
        self.offer_original(False)
        self.offer_raw(False)
        self._say()

    def offer_original(self, offered: bool, *, shown: bool = False) -> None:
        """Offer the pages of the original beside its text; `shown` says which one stands there."""
        self._original.setVisible(offered)
        self._text.setVisible(offered)
        for button in (self._smaller, self._zoom, self._larger):
            button.setVisible(offered and shown)
        (self._original if shown else self._text).setChecked(True)
        self._fit()

    def offer_raw(self, offered: bool, *, raw: bool = False) -> None:
        """Offer the raw text where tables in lines of text are drawn; `raw` says what is shown."""
        self._raw.setVisible(offered)
        with QSignalBlocker(self._raw):
            self._raw.setChecked(raw)
        self._fit()

    def show_page(self, page: int) -> None:
        """Tell the page that stands in the middle of the view; 0 for none."""
        document = self._report.document if self._report else None
        if document is not None and document.pages and page:
            text = self.tr("第 {0} 页，共 {1} 页")
            self._page.setText(text.format(page, len(document.pages)))
            self._fit()

    def show_zoom(self, percent: int) -> None:
        """Tell how large the pages are shown."""
        self._zoom.setText(f"{percent}%")

    def minimumSizeHint(self) -> QSize:
        """Return a width that makes no pane wider: what does not fit is left out."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._say()

    def _view_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _zoom_button(self, name: str, way: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.clicked.connect(lambda: self.zoom_asked_for.emit(way))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 6, 3)
        row.setSpacing(2)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self._name, 1)
        row.addSpacing(8)
        for widget in (self._page, self._facts):
            row.addWidget(widget)
            row.addSpacing(6)
        for widget in (self._smaller, self._zoom, self._larger):
            row.addWidget(widget)
        for widget in (self._encoding, self._raw, self._original, self._text):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self._original.sizeHint().height() + 6)  # with or without buttons

    def _fit(self) -> None:
        """Leave out, one after the other, what the line has no room for beside the name."""
        room = self.width() - NAME_ROOM
        level = next((level for level in range(LEVELS) if self._taken(level) <= room), LEVELS - 1)
        self._show_if(self._facts, bool(self._facts.text()) and level < 1)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if level >= 2:
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in (self._original, self._text):
            button.setToolButtonStyle(style)
        self._show_if(self._page, bool(self._page.text()) and level < 3)

    def _taken(self, level: int) -> int:
        """Return the width that everything but the name takes at a level of leaving out."""
        always = (self._smaller, self._zoom, self._larger, self._encoding, self._raw)
        widths = [widget.sizeHint().width() for widget in always if not widget.isHidden()]
        if not self._original.isHidden():
            widths += [self._widths[level >= 2]] * 2
        if level < 1 and self._facts.text():
            widths.append(self._facts.sizeHint().width())
        if level < 3 and self._page.text():
            widths.append(self._page.sizeHint().width())
        return sum(width + SPACING for width in widths)

    def _show_if(self, widget: QWidget, shown: bool) -> None:
        if widget.isHidden() is shown:
            widget.setVisible(shown)

    def _measure(self) -> None:
        """Remember how wide the buttons of the views are with their text, and without it."""
        widths: list[int] = []
        for style in (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        ):
            self._original.setToolButtonStyle(style)
            widths.append(self._original.sizeHint().width())
        self._widths = (widths[0], widths[1])

    def _say(self) -> None:
        ink = tones(self.palette()).muted
        shown = self._report.document if self._report else None
        if shown is not None and shown.format in REDRAWN:
            self._original.setText(self.tr("页面"))
            self._original.setToolTip(
                self.tr("按读出的文字和表格线画出的页面；图片和印章没有画出，请以原件为准")
            )
        else:
            self._original.setText(self.tr("原件"))
            self._original.setToolTip(self.tr("按原样显示页面"))
        self._original.setIcon(qtawesome.icon("mdi6.file-document-outline", color=ink))
        self._text.setText(self.tr("文字"))
        self._text.setToolTip(self.tr("显示读出的文字与表格"))
        self._text.setIcon(qtawesome.icon("mdi6.text", color=ink))
        self._raw.setIcon(qtawesome.icon("mdi6.table-off", color=ink))
        self._raw.setToolTip(self.tr("按文件里的原样显示文字，不把表格画成格子"))
        self._raw.setAccessibleName(self.tr("显示原样文字"))
        for button, icon, tip in (
            (self._smaller, "mdi6.magnify-minus-outline", self.tr("缩小")),
            (self._larger, "mdi6.magnify-plus-outline", self.tr("放大（Ctrl+滚轮）")),
        ):
            button.setIcon(qtawesome.icon(icon, color=ink))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        self._zoom.setToolTip(self.tr("适合宽度"))
        self._zoom.setAccessibleName(self.tr("适合宽度"))
        self._measure()
        self._facts.setStyleSheet(f"color: {ink.name()}")
        self._page.setStyleSheet(f"color: {ink.name()}")
        report = self._report
        self._name.setText(report.path.rsplit("/", 1)[-1] if report else "")
        self._name.setToolTip(report.path if report else "")
        document = report.document if report else None
        facts: list[str] = []
        if document is not None:
            facts = [document.format.upper()]
            facts.append(self.tr("繁体") if document.script == "hant" else self.tr("简体"))
        self._facts.setText(" · ".join(facts))
        self._facts.setToolTip(self._facts.text())
        self._offer_encodings(document.encoding if document else self._guessed())
        self._say_page()

    def _guessed(self) -> str | None:
        """Return "" for a file that was not read and may be text in an encoding to be told."""
        if self._report is None or self._report.status != "unreadable":
            return None
        return "" if is_encoded(self._report.path) else None

    def _offer_encodings(self, current: str | None) -> None:
        self._encoding.setVisible(current is not None)
        if current is None:
            return
        self._menu.offer(current)
        shown = shown_name(current) or self.tr("编码未定")
        self._encoding.setText(shown)
        self._encoding.setToolTip(
            self.tr("文字编码：{0}。显示乱码时可换一种编码重新打开").format(shown)
        )
        self._encoding.setAccessibleName(self.tr("按其他编码重新打开"))

    def _say_page(self) -> None:
        document = self._report.document if self._report else None
        count = len(document.pages) if document else 0
        page = document.page_of(self._place) if document and self._place is not None else None
        if page is not None:
            self._page.setText(self.tr("第 {0} 页，共 {1} 页").format(page.number, count))
        else:
            self._page.setText(self.tr("共 {0} 页").format(count) if count else "")
        self._fit()
