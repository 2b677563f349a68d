"""What is marked in a report's original: findings by severity, corrections, doubtful readings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QTextCharFormat

from gui.place_words import said_of
from gui.theme import Tone, Tones
from gui.translation import spoken
from parser.model import Document, Finding, Report, Span
from parser.review.cell_marks import whole_tables

LONG = 300  # characters; a longer place gets a bar beside it, not a coloured ground


class Kind(StrEnum):
    """Why a place is marked. In this order they are drawn, so the last is on top."""

    DOUBTFUL = "doubtful"  # recognised from a picture, and not surely
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    CORRECTED = "corrected"


_RANK = {kind: rank for rank, kind in enumerate(Kind)}
# Lines tell the kinds apart without colour: below characters, and around boxes on pages.
_UNDERLINES = {
    Kind.DOUBTFUL: QTextCharFormat.UnderlineStyle.DashDotLine,
    Kind.INFO: QTextCharFormat.UnderlineStyle.DotLine,
    Kind.WARNING: QTextCharFormat.UnderlineStyle.DashUnderline,
    Kind.ERROR: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Kind.CORRECTED: QTextCharFormat.UnderlineStyle.SingleUnderline,
}
FRAMES = {
    Kind.DOUBTFUL: Qt.PenStyle.DashDotLine,
    Kind.INFO: Qt.PenStyle.DotLine,
    Kind.WARNING: Qt.PenStyle.DashLine,
    Kind.ERROR: Qt.PenStyle.SolidLine,
    Kind.CORRECTED: Qt.PenStyle.SolidLine,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked place, and what is said of it to whoever points there."""

    span: Span
    kind: Kind
    said: str = ""
    frame: bool = False  # around a whole table, whose cells keep their own marks

    @property
    def long(self) -> bool:
        """The place is a passage rather than a figure or a phrase."""
        return self.frame or self.span.end - self.span.start > LONG

    def tone(self, colours: Tones) -> Tone:
        """Return the colours of the mark."""
        tones = {
            Kind.DOUBTFUL: colours.suspect,
            Kind.INFO: colours.info,
            Kind.WARNING: colours.warning,
            Kind.ERROR: colours.error,
            Kind.CORRECTED: colours.corrected,
        }
        return tones[self.kind]

    def look(self, colours: Tones) -> QTextCharFormat:
        """Return how the characters look."""
        tone = self.tone(colours)
        look = QTextCharFormat()
        look.setBackground(tone.paper)
        look.setUnderlineStyle(_UNDERLINES[self.kind])
        look.setUnderlineColor(tone.ink)
        return look


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks in the order in which they are drawn, each once."""
    return sorted(set(marks), key=lambda mark: (_RANK[mark.kind], mark.span, mark.said))


def marks_of(report: Report, findings: Iterable[Finding]) -> Iterator[Mark]:
    """Yield the places of the findings.

    A finding without spans of its own is marked where its figures stand. Of a place that says so it
    is told what stands there and what is expected.
    """
    size = len(report.text)
    for finding in findings:
        told = f"{finding.code}　{spoken(finding.message)}"
        around = whole_tables(report, finding.severity, finding.figures)
        for table in report.body.tables if report.body and around else ():
            if table.name in around:
                yield Mark(table.span, Kind(finding.severity.value), told, frame=True)
        if around:
            continue
        expected = {place.span: said for place in finding.places if (said := said_of(place))}
        for span in finding.spans or figure_spans(report, finding.figures):
            if 0 <= span.start <= span.end <= size:
                said = f"{expected[span]}\n{told}" if span in expected else told
                yield Mark(span, Kind(finding.severity.value), said)


def figure_spans(report: Report, keys: Collection[str]) -> tuple[Span, ...]:
    """Return the spans of the figures with these keys, of those that the report has."""
    figures = report.figures
    return tuple(figures[key].span for key in keys if key in figures)


def doubtful_spans(report: Report) -> tuple[Span, ...]:
    """Return the spans of the figures that were not surely recognised."""
    return tuple(figure.span for figure in report.figures.values() if figure.doubtful)


def said_of_struck() -> str:
    """Return what is said of text that the original shows struck out."""
    return QCoreApplication.translate("SourceMarks", "原文中已划去的字，不计入数据")


def said_at(marks: Sequence[Mark], document: Document, offset: int) -> str:
    """Return what is said of the place of a character, the gravest first."""
    found = [
        mark.said
        for mark in reversed(marks)
        if mark.said
        and (mark.frame or not mark.long)
        and mark.span.start <= offset < max(mark.span.end, mark.span.start + 1)
    ]
    if any(span.start <= offset < span.end for span in document.struck):
        found.append(said_of_struck())
    return "\n".join(dict.fromkeys(found))


def hit_look(ground: QColor, *, current: bool) -> QTextCharFormat:
    """Return how a hit of the search looks."""
    colour = QColor(ground)
    colour.setAlpha(200 if current else 80)
    look = QTextCharFormat()
    look.setBackground(colour)
    return look
