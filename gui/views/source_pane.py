"""The original of the chosen report: its text, its pages, and what is known of the file."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.views.source.file_bar import FileBar
from gui.views.source.marks import (
    Kind,
    Mark,
    doubtful_spans,
    figure_spans,
    in_order,
    marks_of,
)
from gui.views.source.notice import Notice
from gui.views.source.overview import Overview
from gui.views.source.page_view import PageView
from gui.views.source.pages import CannotShow, can_be_drawn, open_pages
from gui.views.source.search_bar import SearchBar
from gui.views.source.second_body import Shade, shades_of
from gui.views.source.struck_legend import StruckLegend
from gui.views.source.text_view import TextView
from parser.errors import Unreadable
from parser.intake.source import Source, content
from parser.model import Finding, Grid, Report, Span
from parser.reading.lined_tables import lined_grids


class SourcePane(QWidget):
    """Shows a report's original with every finding's place marked by severity.

    `place_clicked` gives the offset of the character that was clicked, in `Report.text`.
    `encoding_chosen` asks for the file to be read again in that encoding, "" for the program's
    own choice; `large_agreed` for it to be read although it is very large.
    """

    place_clicked = Signal(int)
    encoding_chosen = Signal(str)
    large_agreed = Signal()

    POINTS_AT_100 = 96 / 72  # pixels a point where a page has the size of its paper

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty pane."""
        super().__init__(parent)
        self.setObjectName("source_pane")
        self._report: Report | None = None
        self._marks: list[Mark] = []
        self._selected: tuple[Span, ...] = ()
        self._shades: tuple[Shade, ...] = ()
        self._file_bar = FileBar()
        self._search = SearchBar()
        self._text = TextView()
        self._pages = PageView()
        self._pages_of: tuple[str, str] | None = None  # path and digest of the pages loaded
        self._source: Source | None = None
        self._prefers_original = True
        self._draws_tables = True
        self._lined: tuple[Grid, ...] = ()
        self._overview = Overview()
        self._notice = Notice()
        self._struck = StruckLegend()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.clear()

    @property
    def report(self) -> Report | None:
        """The report shown."""
        return self._report

    def show_report(
        self,
        report: Report,
        findings: Sequence[Finding] | None = None,
        corrected: Collection[str] = (),
        source: Source | None = None,
    ) -> None:
        """Show a report with the places of `findings`, by default all of its own.

        `corrected` are the keys of corrected figures. `source` is where the original's bytes
        are; without it only the text can be shown. The same document again keeps its place.
        """
        if self._report is None or self._report.document is not report.document:
            self._selected = ()
        self._report = report
        self._source = source
        self._marks = self._marks_of(report, findings, corrected)
        self._file_bar.show_report(report)
        self._search.set_document(report.document)
        self._struck.setVisible(report.document is not None and bool(report.document.struck))
        if report.document is None:
            self._text.clear()
            asks = source is not None and source.asks
            self._notice.show_unreadable(report, asks=asks)
            self._stack.setCurrentWidget(self._notice)
        else:
            self._lined = lined_grids(report)
            self._shades = shades_of(report)
            self._show_text()
            self._show_view()
        self._ticking.start()

    def select(self, spans: Sequence[Span]) -> None:
        """Emphasise these spans, bring the first into view and let it blink once."""
        if self._report is None or self._report.document is None:
            return
        was_beyond = self._beyond_pages
        self._selected = tuple(spans)
        self._text.select(spans)
        self._file_bar.show_place(spans[0] if spans else None)
        if self._beyond_pages != was_beyond:
            self._show_view()
        elif self.shows_original:
            self._pages.select(spans)
            self._file_bar.show_page(self._pages.page)
        self._overview.select(self._view.fractions(spans))

    @property
    def blinking(self) -> bool:
        """Whether the chosen place still blinks."""
        return self._text.blinking or self._pages.blinking

    @property
    def shows_original(self) -> bool:
        """Whether the pages of the original stand there rather than its text."""
        return self._views.currentWidget() is self._pages

    def show_original(self, wanted: bool) -> None:
        """Show the pages of the original, or its text; kept for the reports to come."""
        self._prefers_original = wanted
        self._show_view()

    @property
    def draws_tables(self) -> bool:
        """Whether tables that stand in lines of text are drawn as tables."""
        return self._draws_tables

    def draw_tables(self, wanted: bool) -> None:
        """Draw tables in lines of text as tables, or show the text as it is; kept for others."""
        self._draws_tables = wanted
        if self._report is not None and self._report.document is not None:
            self._show_text()
            self._show_view()

    def clear(self) -> None:
        """Show no report."""
        self._report = None
        self._marks = []
        self._selected = ()
        self._text.clear()
        self._pages.clear()
        self._pages_of = None
        self._file_bar.clear()
        self._search.set_document(None)
        self._struck.hide()
        self._notice.show_nothing()
        self._stack.setCurrentWidget(self._notice)
        self._overview.show_ticks(())

    def open_search(self) -> None:
        """Open the search in the text."""
        if self._report is not None and self._report.document is not None:
            if self.shows_original:
                self.show_original(False)
            self._search.open_bar()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        self._text_page = QWidget()
        beside = QHBoxLayout(self._text_page)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        self._views = QStackedWidget()
        self._views.addWidget(self._text)
        self._views.addWidget(self._pages)
        beside.addWidget(self._views, 1)
        beside.addWidget(self._overview)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._text_page)
        self._stack.addWidget(self._notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._file_bar)
        column.addWidget(self._search)
        column.addWidget(self._stack, 1)
        column.addWidget(self._struck)
        self.setFocusProxy(self._text)

    def _connect(self) -> None:
        self._ticking = QTimer(self, singleShot=True, interval=0)
        self._ticking.timeout.connect(self._show_ticks)
        self._text.place_clicked.connect(self.place_clicked)
        self._text.laid_out.connect(self._ticking.start)
        self._pages.place_clicked.connect(self.place_clicked)
        self._pages.page_changed.connect(self._file_bar.show_page)
        self._pages.zoom_changed.connect(
            lambda zoom: self._file_bar.show_zoom(round(100 * zoom / self.POINTS_AT_100))
        )
        self._overview.asked_for.connect(lambda at: self._view.show_fraction(at))
        self._search.hits_changed.connect(self._text.show_hits)
        self._search.closed.connect(self._text.setFocus)
        self._file_bar.encoding_chosen.connect(self.encoding_chosen)
        self._notice.large_agreed.connect(self.large_agreed)
        self._file_bar.original_asked_for.connect(self.show_original)
        self._file_bar.zoom_asked_for.connect(self._zoom)
        self._file_bar.raw_asked_for.connect(lambda raw: self.draw_tables(not raw))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)  # wherever the keyboard is
        find.activated.connect(self.open_search)

    def _marks_of(
        self, report: Report, findings: Sequence[Finding] | None, corrected: Collection[str]
    ) -> list[Mark]:
        found = list(marks_of(report, report.findings if findings is None else findings))
        unsure = self.tr("待核：识别没有把握，请对照原件")
        found += [Mark(span, Kind.DOUBTFUL, unsure) for span in doubtful_spans(report)]
        put_right = self.tr("已更正")
        found += [Mark(s, Kind.CORRECTED, put_right) for s in figure_spans(report, corrected)]
        return in_order(found)

    @property
    def _view(self) -> TextView | PageView:
        return self._pages if self.shows_original else self._text

    def _show_text(self) -> None:
        assert self._report is not None
        selected = self._selected
        lined = self._lined if self._draws_tables else ()
        self._text.show_report(self._report, self._marks, lined, self._shades)
        if selected:
            self._text.select(selected, blink=False)

    def _show_view(self) -> None:
        """Show pages where there are any and they are preferred, else the text."""
        report = self._report
        if report is None or report.document is None:
            return
        offered = can_be_drawn(report.document) and self._source is not None
        wanted = offered and self._prefers_original
        loaded = wanted and self._load_pages(report)
        if wanted and not loaded:
            offered = False
        shown = loaded and not self._beyond_pages
        self._file_bar.offer_original(offered, shown=shown)
        self._file_bar.offer_raw(bool(self._lined) and not shown, raw=not self._draws_tables)
        self._views.setCurrentWidget(self._pages if shown else self._text)
        self._stack.setCurrentWidget(self._text_page)
        if shown:
            self._pages.show_marks(report, self._marks)
            self._pages.show_shades(self._shades)
            self._pages.select(self._selected)
            self._file_bar.show_page(self._pages.page)
        elif self._selected:
            self._text.select(self._selected, blink=False)
        self._ticking.start()

    @property
    def _beyond_pages(self) -> bool:
        """Whether the chosen place stands behind the last page, in tables from another file."""
        document = self._report.document if self._report is not None else None
        if document is None or not document.pages or not self._selected:
            return False
        return document.page_of(self._selected[0]) is None

    def _load_pages(self, report: Report) -> bool:
        """Load the original's pages; False where it is gone or cannot be shown as pages."""
        wanted = (report.path, report.digest)
        if self._pages_of == wanted:
            return True
        assert self._source is not None
        assert report.document is not None
        self._pages_of = None
        self._pages.clear()
        try:
            pages = open_pages(content(self._source), report.document, self._pages)
        except (CannotShow, Unreadable):
            return False
        self._pages.show_pages(report, pages)
        self._pages_of = wanted
        return True

    def _zoom(self, way: int) -> None:
        if way == 0:
            self._pages.fit_width()
        elif way > 0:
            self._pages.zoom_in()
        else:
            self._pages.zoom_out()

    def _show_ticks(self) -> None:
        self._overview.show_ticks(self._view.ticks())
        self._overview.select(self._view.fractions(self._selected))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("原文"))
