"""What is marked in a report's original: findings by severity, corrections, hits of a search."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat

from gui.theme import Tone
from parser.model import Finding, Report, Severity, Span

LONG = 300  # characters; a longer place gets a bar beside it, not a coloured ground
_RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}
_UNDERLINES = {
    Severity.ERROR: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Severity.WARNING: QTextCharFormat.UnderlineStyle.DashUnderline,
    Severity.INFO: QTextCharFormat.UnderlineStyle.DotLine,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that a finding names. The line below tells severities apart without colour."""

    span: Span
    severity: Severity

    @property
    def long(self) -> bool:
        """The place is a passage rather than a figure or a phrase."""
        return self.span.end - self.span.start > LONG

    def look(self, tone: Tone) -> QTextCharFormat:
        """Return how the characters look."""
        look = QTextCharFormat()
        look.setBackground(tone.paper)
        look.setUnderlineStyle(_UNDERLINES[self.severity])
        look.setUnderlineColor(tone.ink)
        return look


def marks_of(report: Report, findings: Iterable[Finding]) -> list[Mark]:
    """Return the places of the findings, the least severe first, so that the worst is on top.

    A finding without spans of its own is marked where its figures stand.
    """
    marks = {
        Mark(span, finding.severity) for finding in findings for span in spans_of(report, finding)
    }
    return sorted(marks, key=lambda mark: (_RANK[mark.severity], mark.span))


def spans_of(report: Report, finding: Finding) -> Iterator[Span]:
    """Yield the spans of a finding inside the report's text."""
    size = len(report.text)
    own = finding.spans or figure_spans(report, finding.figures)
    for span in own:
        if 0 <= span.start <= span.end <= size:
            yield span


def figure_spans(report: Report, keys: Collection[str]) -> tuple[Span, ...]:
    """Return the spans of the figures with these keys, of those that the report has."""
    figures = report.figures
    return tuple(figures[key].span for key in keys if key in figures)


def corrected_look(tone: Tone) -> QTextCharFormat:
    """Return how the characters of a corrected figure look."""
    look = QTextCharFormat()
    look.setBackground(tone.paper)
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(tone.ink)
    return look


def hit_look(ground: QColor, *, current: bool) -> QTextCharFormat:
    """Return how a hit of the search looks."""
    colour = QColor(ground)
    colour.setAlpha(200 if current else 80)
    look = QTextCharFormat()
    look.setBackground(colour)
    return look
