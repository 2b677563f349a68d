"""Copies of a body beside each other: where they differ, and what stands opposite what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from types import MappingProxyType

from parser.model import Body, Document, Figure, Report, Span, Table
from parser.rules.case import Case
from parser.rules.repetition import Difference, copy_differences
from parser.settings.profile import Profile


def differences(report: Report) -> tuple[Difference, ...]:
    """Return where the later copies of a report's body differ from the first, in text order."""
    if len(report.bodies) < 2:
        return ()
    found = copy_differences(Case(report, Profile()))
    return tuple(sorted(found, key=lambda d: (d.copy, min(d.spans, default=Span(0, 0)))))


def stretch_of(report: Report, copy: int) -> Span:
    """Return a copy from its first to its last character, its own title included.

    `Body.span` begins with the first section: what a reader takes for the beginning of a later
    copy is the title that stands above it once more.
    """
    start = _beginning(report, copy)
    later = copy + 1 < len(report.bodies)
    end = _beginning(report, copy + 1) if later else report.bodies[copy].span.end
    said = report.text[start:end]
    first = start + len(said) - len(said.lstrip())
    return Span(first, max(first, start + len(said.rstrip())))


def _beginning(report: Report, copy: int) -> int:
    start, title = report.bodies[copy].span.start, report.identity.title_span
    if copy == 0 or title is None:
        return start
    before = report.bodies[copy - 1]
    heading = before.sections[-1].heading_span.end if before.sections else before.span.start
    again = report.text.rfind(title.of(report.text).strip(), heading, start)
    return again if again > title.start else start


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One copy of a body as a report of its own, whose text begins at `start` of the whole."""

    report: Report
    start: int

    def local(self, span: Span) -> Span:
        """Return a span of the whole text as one of the excerpt's."""
        return Span(span.start - self.start, span.end - self.start)


def excerpt(report: Report, copy: int) -> Excerpt:
    """Cut one copy of the body out of a report that was read. IndexError if it has no such copy.

    The tables keep their places only: the excerpt is for looking at, not for checking.
    """
    document, body = report.document, report.bodies[copy]
    assert document is not None, "a report with bodies was read"
    stretch = stretch_of(report, copy)
    cut = Excerpt(report, stretch.start)
    last = stretch.end - stretch.start
    sections = tuple(
        replace(
            s,
            heading_span=cut.local(s.heading_span),
            span=Span(s.span.start - cut.start, min(s.span.end - cut.start, last)),
        )
        for s in body.sections
    )
    figures = {key: replace(f, span=cut.local(f.span), box=None) for key, f in body.figures.items()}
    own = Body(
        Span(0, last),
        sections,
        tuple(Table(table.name, cut.local(table.span)) for table in body.tables),
        MappingProxyType(figures),
    )
    title = report.identity.title_span
    identity = replace(
        report.identity,
        title_span=cut.local(title) if title and stretch.covers(title) else None,
    )
    part = Report(
        report.path,
        report.digest,
        report.status,
        document=_part(document, stretch, cut),
        form=report.form,
        identity=identity,
        bodies=(own,),
    )
    return Excerpt(part, stretch.start)


def _part(document: Document, span: Span, cut: Excerpt) -> Document:
    grids = tuple(
        replace(
            grid,
            span=cut.local(grid.span),
            cells=tuple(replace(c, span=cut.local(c.span), box=None) for c in grid.cells),
        )
        for grid in document.grids
        if span.covers(grid.span)
    )
    return Document(
        span.of(document.text),
        span.of(document.simplified),
        document.format,
        document.encoding,
        grids=grids,
        furniture=tuple(cut.local(s) for s in document.furniture if span.covers(s)),
        struck=tuple(cut.local(s) for s in document.struck if span.covers(s)),
    )


def parts_that_differ(text: str, one: Span, other: Span) -> tuple[list[Span], list[Span]]:
    """Return the characters of two passages that differ; the whole where little is alike.

    White space does not count: copies break their lines in other places.
    """
    sides = [[at for at in range(s.start, s.end) if not text[at].isspace()] for s in (one, other)]
    letters = ["".join(text[at] for at in side) for side in sides]
    matcher = SequenceMatcher(None, letters[0], letters[1], autojunk=False)
    if matcher.ratio() < _ALIKE:
        return [one], [other]
    found: tuple[list[Span], list[Span]] = ([], [])
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            for spans, side, first, last in (
                (found[0], sides[0], i, j),
                (found[1], sides[1], k, m),
            ):
                if first < last:
                    spans.append(Span(side[first], side[last - 1] + 1))
    return found


_ALIKE = 0.5


class Opposite:
    """What stands opposite what in two copies: places that surely belong together, in order."""

    def __init__(self, report: Report, copy: int) -> None:
        """Pair the ends, headings and figures of the first copy of a body and a later one."""
        one, other = report.bodies[0], report.bodies[copy]
        first, later = stretch_of(report, 0), stretch_of(report, copy)
        pairs = [(first.start, later.start), (first.end, later.end)]
        headings = {s.number: s.span.start for s in reversed(other.sections)}
        pairs += [(s.span.start, headings[s.number]) for s in one.sections if s.number in headings]
        pairs += [
            (figure.span.start, there.span.start)
            for key, figure in one.figures.items()
            if (there := other.figures.get(key)) is not None
        ]
        self._pairs = _rising(sorted(set(pairs)))

    def of(self, offset: int, *, back: bool = False) -> int:
        """Return the offset in the other copy, or in the first one (`back`) of the other's."""
        here, there = (1, 0) if back else (0, 1)
        at = bisect_right(self._pairs, offset, key=lambda pair: pair[here]) - 1
        if at < 0:
            return self._pairs[0][there]
        if at + 1 >= len(self._pairs):
            return self._pairs[-1][there]
        before, after = self._pairs[at], self._pairs[at + 1]
        share = (offset - before[here]) / max(1, after[here] - before[here])
        return round(before[there] + share * (after[there] - before[there]))


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the pairs that go forward on both sides."""
    kept: list[tuple[int, int]] = []
    for _, same in groupby(pairs, key=lambda pair: pair[0]):
        pair = next(same)
        if not kept or pair[1] > kept[-1][1]:
            kept.append(pair)
    return kept


def figures_that_differ(
    found: Sequence[Difference], report: Report
) -> list[tuple[str, Figure | None, Figure | None]]:
    """Return the figures among the differences: key, in the first copy, in the other one."""
    return [
        (d.key, report.bodies[0].figures.get(d.key), report.bodies[d.copy].figures.get(d.key))
        for d in found
        if d.key
    ]
