"""What an act was about: enough of it in the log to know it again in a newer version of a file.

Offsets move and digests change; the unit and its year, the figure and its value, the check and
the sentence that it spoke of do not, unless somebody changed them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from typing import Any

from parser.model import CrossFinding, Figure, Finding, Number, Report, Span
from parser.text.numbers import whole

_LONGEST = 400  # characters of a passage that are kept to be shown; its digest tells the rest
_REACH = 160  # how far a sentence is looked for around a place
_STOP = re.compile(r"[。！？；\n]")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class About:
    """What an event of the log spoke of; all of it may be empty in an old log.

    `unit` and `year` of the report. Of a figure: `parsed` is its value as text, `raw` what its
    cell said, None for a cell that was not there. Of a finding: its sentence as `before`, and
    `words`, the passages that it points at. `sign` is one for the same content only: of a finding
    its check, figures, values and words; of a report its whole text. `place` is one for the check,
    the units, years and figures that a finding between reports is about, whatever they say.
    `beside`: the path and the digest of other files of the same unit and year that lay there then.
    """

    unit: str = ""
    year: int | None = None
    parsed: str = ""
    raw: str | None = None
    before: str = ""
    words: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    sign: str = ""
    place: str = ""
    beside: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The form in which the log keeps it."""
        kept = {name: value for name, value in asdict(self).items() if value not in ("", None, ())}
        text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        # Half of a surrogate pair is no text that a log could keep.
        return text.encode("utf-8", "replace").decode()

    def same_value(self, figure: Figure | None) -> bool:
        """Say whether a figure says what this one said."""
        parsed, raw = _value(figure)
        return self.parsed == parsed and (parsed != "" or self.raw == raw)


def read_about(text: str) -> About | None:
    """Read what an event kept; None for an event of an old log, or what cannot be read."""
    try:
        kept: Mapping[str, Any] = json.loads(text) if text else {}
        if not kept:
            return None
        known: dict[str, Any] = {name: kept[name] for name in About.__slots__ if name in kept}
        known |= {
            name: tuple(known[name]) for name in ("words", "figures", "beside") if name in known
        }
        return About(**known)
    except (ValueError, TypeError, AttributeError):
        return None


def with_beside(text: str, beside: Iterable[str]) -> str:
    """Return the text of an `About` that notes which other files there were of the unit's year."""
    return replace(read_about(text) or About(), beside=tuple(beside)).text


def of_figure(report: Report, key: str) -> About:
    """Return what a correction of a figure is about: the value as parsed."""
    parsed, raw = _value(report.figures.get(key))
    return About(report.identity.unit, report.identity.year, parsed, raw)


def of_report(report: Report) -> About:
    """Return what a mark is about: everything that the report says."""
    struck = report.document.struck if report.document else ()
    said = repr((report.text, [(span.start, span.end) for span in struck]))
    return About(report.identity.unit, report.identity.year, sign=_digest(said))


def of_finding(report: Report, finding: Finding) -> About:
    """Return what a verdict is about, for a finding of `report` as it stands."""
    # What a sum or a cell check marks in the text are its figures once more.
    by_figures = finding.figures and finding.family in "AV"
    places = () if by_figures else finding.spans
    return _finding(
        report,
        finding,
        tuple(_named(key, report.figures.get(key)) for key in sorted(finding.figures)),
        tuple(words for span in places if (words := _words(report, span))),
        pointless=not finding.figures and not finding.spans,
    )


def of_cross_finding(reports: Mapping[str, Report], finding: CrossFinding) -> About:
    """Return what a verdict on a finding between reports is about, whatever their files' names."""
    there = [reports[path] for path in finding.paths if path in reports]
    there.sort(key=lambda report: (report.identity.unit, report.identity.year or 0, report.path))
    values = tuple(
        _named(f"{report.identity.unit}/{report.identity.year}/{key}", report.figures.get(key))
        for report in there
        for key in sorted(finding.figures)
    )
    whose = tuple(f"{report.identity.unit}/{report.identity.year}" for report in there)
    words = tuple(
        sorted(
            _squeezed(span.of(reports[path].text))
            for path, span in finding.passages
            if path in reports
        )
    )
    first = reports.get(finding.paths[0])
    about = _finding(first, finding, (*whose, *values), words, pointless=False)
    return replace(about, place=_digest(repr((finding.code, whose, about.figures))))


def _finding(
    report: Report | None,
    finding: Finding | CrossFinding,
    values: tuple[str, ...],
    words: tuple[str, ...],
    *,
    pointless: bool,
) -> About:
    said = (
        finding.code,
        values,
        _number(finding.expected),
        _number(finding.actual),
        words,
        str(finding.message) if pointless else "",
    )
    return About(
        unit=report.identity.unit if report else "",
        year=report.identity.year if report else None,
        before=finding.message,
        words=tuple(text[:_LONGEST] for text in words[:6]),
        figures=tuple(sorted(finding.figures)),
        sign=_digest(repr(said)),
    )


def _value(figure: Figure | None) -> tuple[str, str | None]:
    return ("", None) if figure is None else (_number(figure.value), figure.raw)


def _number(value: Number | None) -> str:
    return "" if value is None else str(whole(value))


def _named(key: str, figure: Figure | None) -> str:
    parsed, raw = _value(figure)
    return f"{key}={parsed or repr(raw)}"


def _words(report: Report, span: Span) -> str:
    """Return what a place says: of running text the whole sentence, of a table the place alone."""
    text = report.text
    if any(figure.span.covers(span) for figure in report.figures.values()):
        return ""
    tables = (table.span for body in report.bodies for table in body.tables)
    if span.end - span.start > _LONGEST or any(table.covers(span) for table in tables):
        return _squeezed(span.of(text))
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    starts = [match.end() for match in _STOP.finditer(before)]
    end = _STOP.search(after)
    return _squeezed(
        before[starts[-1] if starts else 0 :]
        + span.of(text)
        + after[: end.start() if end else len(after)]
    )


def _squeezed(text: str) -> str:
    return _BLANKS.sub("", text)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
