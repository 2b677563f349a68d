"""Where each finding points, whether its check says so of every place or only names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parser.model import CrossFinding, Finding, Number, Place, Report, Role, Span


def own_places(report: Report, finding: Finding) -> tuple[Place, ...]:
    """Return the places of a finding of one report: its figures, then its other passages."""
    if finding.places:
        return finding.places
    # Of what the prose says of itself the first place is what does not follow from the others.
    role = Role.STATED if finding.family == "T" else Role.PLAIN
    values = finding.expected, finding.actual
    return _named(report, "", finding.figures, finding.spans, values, role)


def places_in(report: Report, finding: CrossFinding) -> tuple[Place, ...]:
    """Return the places of a finding between reports that lie in this report.

    A check that says nothing of places means its figures in every report that it names.
    """
    if finding.places:
        return tuple(place for place in finding.places if place.path == report.path)
    spans = tuple(span for path, span in finding.passages if path == report.path)
    keys = tuple(key for key in finding.figures if key in report.figures)
    last = report.path == finding.paths[-1]
    values = (finding.expected, finding.actual) if last else (None, None)
    return _named(report, report.path, keys, spans, values)


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
    values: tuple[Number | None, Number | None],
    first: Role = Role.PLAIN,
) -> tuple[Place, ...]:
    """Return the cells and the passages; `values` are what is expected and what stands there.

    They belong to the only cell, or, where `first` says what it is, to the first passage.
    """
    expected, actual = values
    alone = len(keys) == 1 and first is Role.PLAIN
    cells: list[Place] = []
    for key in keys:
        figure = report.figures.get(key)
        found = figure.value if figure else None
        if alone and found is None:
            found = actual
        span = figure.span if figure else None
        cells.append(Place(path, key, span, found, expected if alone else None))
    there = {place.span for place in cells}
    passages = [Place(path, span=span) for span in dict.fromkeys(spans) if span not in there]
    if passages and (first is not Role.PLAIN or (len(passages) == 1 and not keys)):
        passages[0] = Place(path, "", passages[0].span, actual, expected, first)
    return (*cells, *passages)
