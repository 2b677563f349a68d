"""The original of the chosen report: its text, its pages, and what is known of the file."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.views.source.file_bar import FileBar
from gui.views.source.marks import Mark, figure_spans, marks_of
from gui.views.source.notice import Notice
from gui.views.source.overview import Overview
from gui.views.source.search_bar import SearchBar
from gui.views.source.text_view import TextView
from parser.intake.source import Source
from parser.model import Finding, Report, Span


class SourcePane(QWidget):
    """Shows a report's original with every finding's place marked by severity.

    `place_clicked` gives the offset of the character that was clicked, in `Report.text`.
    `encoding_chosen` asks for the file to be read again in that encoding.
    """

    place_clicked = Signal(int)
    encoding_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty pane."""
        super().__init__(parent)
        self.setObjectName("source_pane")
        self._report: Report | None = None
        self._marks: list[Mark] = []
        self._corrected: tuple[Span, ...] = ()
        self._file_bar = FileBar()
        self._search = SearchBar()
        self._text = TextView()
        self._overview = Overview()
        self._notice = Notice()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.clear()

    @property
    def report(self) -> Report | None:
        """The report shown."""
        return self._report

    @property
    def marks(self) -> Sequence[Mark]:
        """The places marked, the most severe last."""
        return tuple(self._marks)

    @property
    def selected(self) -> tuple[Span, ...]:
        """The spans emphasised."""
        return self._text.selected

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
        self._report = report
        self._marks = marks_of(report, report.findings if findings is None else findings)
        self._corrected = figure_spans(report, corrected)
        self._file_bar.show_report(report)
        self._search.set_document(report.document)
        if report.document is None:
            self._text.clear()
            self._notice.show_unreadable(report)
            self._stack.setCurrentWidget(self._notice)
        else:
            self._text.show_report(report, self._marks, self._corrected)
            self._stack.setCurrentWidget(self._text_page)
        self._ticking.start()

    def select(self, spans: Sequence[Span]) -> None:
        """Emphasise these spans, bring the first into view and let it blink once."""
        if self._report is None or self._report.document is None:
            return
        self._text.select(spans)
        self._overview.select(self._text.fractions(spans))
        self._file_bar.show_place(spans[0] if spans else None)

    def clear(self) -> None:
        """Show no report."""
        self._report = None
        self._marks = []
        self._corrected = ()
        self._text.clear()
        self._file_bar.clear()
        self._search.set_document(None)
        self._notice.show_nothing()
        self._stack.setCurrentWidget(self._notice)
        self._overview.show_ticks(())

    def open_search(self) -> None:
        """Open the search in the text."""
        if self._report is not None and self._report.document is not None:
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
        beside.addWidget(self._text, 1)
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
        self.setFocusProxy(self._text)

    def _connect(self) -> None:
        self._ticking = QTimer(self, singleShot=True, interval=0)
        self._ticking.timeout.connect(self._show_ticks)
        self._text.place_clicked.connect(self.place_clicked)
        self._text.laid_out.connect(self._ticking.start)
        self._overview.asked_for.connect(self._text.show_fraction)
        self._search.hits_changed.connect(self._text.show_hits)
        self._search.closed.connect(self._text.setFocus)
        self._file_bar.encoding_chosen.connect(self.encoding_chosen)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.open_search)

    def _show_ticks(self) -> None:
        self._overview.show_ticks(self._text.ticks())
        self._overview.select(self._text.fractions(self._text.selected))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("原文"))
