"""Where each finding points, whether its check says so of every place or only names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parser.model import CrossFinding, Finding, Number, Place, Report, Span


def own_places(report: Report, finding: Finding) -> tuple[Place, ...]:
    """Return the places of a finding of one report: its figures, then its other passages."""
    if finding.places:
        return finding.places
    return _named(report, "", finding.figures, finding.spans, finding.expected, finding.actual)


def places_in(report: Report, finding: CrossFinding) -> tuple[Place, ...]:
    """Return the places of a finding between reports that lie in this report.

    A check that says nothing of places means its figures in every report that it names.
    """
    if finding.places:
        return tuple(place for place in finding.places if place.path == report.path)
    spans = tuple(span for path, span in finding.passages if path == report.path)
    keys = tuple(key for key in finding.figures if key in report.figures)
    last = report.path == finding.paths[-1]
    expected, actual = (finding.expected, finding.actual) if last else (None, None)
    return _named(report, report.path, keys, spans, expected, actual)


def figures_of(places: Iterable[Place]) -> tuple[str, ...]:
    """Return the keys of the cells among the places, each once."""
    return tuple(dict.fromkeys(place.figure for place in places if place.figure))


def spans_of(places: Iterable[Place]) -> tuple[Span, ...]:
    """Return where the places stand in the text, each once."""
    return tuple(dict.fromkeys(place.span for place in places if place.span is not None))


def by_figure(places: Iterable[Place]) -> Mapping[str, tuple[Place, ...]]:
    """Return the places in cells by figure key."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in places:
        if place.figure:
            found[place.figure] = (*found.get(place.figure, ()), place)
    return found


def _named(
    report: Report,
    path: str,
    keys: tuple[str, ...],
    spans: tuple[Span, ...],
    expected: Number | None,
    actual: Number | None,
) -> tuple[Place, ...]:
    alone = len(keys) == 1
    cells: list[Place] = []
    for key in keys:
        figure = report.figures.get(key)
        found = figure.value if figure else None
        if alone and found is None:
            found = actual
        cells.append(
            Place(path, key, figure.span if figure else None, found, expected if alone else None)
        )
    there = {place.span for place in cells}
    passages = [Place(path, span=span) for span in dict.fromkeys(spans) if span not in there]
    if not keys and len(passages) == 1:
        passages = [Place(path, "", passages[0].span, actual, expected)]
    return (*cells, *passages)
