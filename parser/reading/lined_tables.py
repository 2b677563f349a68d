"""Official tables that a text lays out in lines, as grids: for showing, never for reading.

What a figure is, `tables/` tells. Here the lines of a table are only cut where they are parted by
bars, tabs or runs of spaces, so that a row can be drawn as a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import east_asian_width

from parser.model import Cell, Document, Grid, Report, Span
from parser.reading.tables.cell_values import is_value

# Lines of a drawing or of Markdown that only part rows.
_RULE = re.compile(r"[\s|:\-+=_]+")
_DRAWN = re.compile(r"[─━┼╋├┤┝┥┬┴┳┻┌┐└┘╭╮╰╯┠┨┯┷]{3}")
_BAR = re.compile(r"(?<!\\)[|│┃]")
_TAB = re.compile(r"\t")
_GAP = re.compile(r"[ \u3000]{2,}|(?<=\d) (?=\d)")
_FEWEST = 3  # rows, and cells of the widest: less is no table


def lined_grids(report: Report) -> tuple[Grid, ...]:
    """Return the official tables of a report that stand in lines of text, cell by cell.

    Empty where they are real tables already, or where every cell has a line of its own.
    """
    document = report.document
    if document is None:
        return ()
    found: list[Grid] = []
    for body in report.bodies:
        for table in body.tables:
            if not any(grid.span.meets(table.span) for grid in document.grids):
                found += _grids(document, table.span)
    return tuple(sorted(found, key=lambda grid: grid.span))


def _grids(document: Document, span: Span) -> Iterator[Grid]:
    """Yield the runs of rows within a span; a line of prose or an empty one ends none."""
    lines = [line for line in _lines(document.text, span) if not _parts_rows(line, document.text)]
    edged = all(_BAR.match(line.of(document.text).lstrip()) for line in lines)
    rows = [(line, _cells(document.text, line, edged=edged)) for line in lines]
    while rows and len(rows[-1][1]) < 2:
        rows.pop()
    while rows and len(rows[0][1]) < 2:
        rows.pop(0)
    columns = max((len(cells) for _, cells in rows), default=0)
    if len(rows) >= _FEWEST and columns >= _FEWEST:
        whole = Span(rows[0][0].start, rows[-1][0].end)
        yield Grid(tuple(_placed(document.text, [cells for _, cells in rows], columns)), whole)


def _lines(text: str, span: Span) -> Iterator[Span]:
    """Yield the whole lines that a span touches, without their ends."""
    at = text.rfind("\n", 0, span.start) + 1
    while at < span.end:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield Span(at, end)
        at = end + 1


def _parts_rows(line: Span, text: str) -> bool:
    said = line.of(text)
    return not said.strip() or bool((_RULE.fullmatch(said) and "-" in said) or _DRAWN.search(said))


def _cells(text: str, line: Span, *, edged: bool) -> list[Span]:
    """Cut a line into its cells; `edged`: a bar stands before the first of every row."""
    said = line.of(text)
    if _BAR.search(said):
        cells = _cut(_BAR, said, line.start)[int(edged) :]
        return cells[:-1] if edged and len(cells) > 1 and not cells[-1].of(text).strip() else cells
    if _TAB.search(said):
        return _cut(_TAB, said, line.start)
    lead = len(said) - len(said.lstrip())
    return _cut(_GAP, said.strip(), line.start + lead)


def _cut(pattern: re.Pattern[str], said: str, start: int) -> list[Span]:
    cells: list[Span] = []
    at = 0
    for gap in pattern.finditer(said):
        cells.append(Span(start + at, start + gap.start()))
        at = gap.end()
    return [*cells, Span(start + at, start + len(said))]


def _placed(text: str, rows: list[list[Span]], columns: int) -> Iterator[Cell]:
    full = [[_middle(text, cell) for cell in row] for row in rows if len(row) == columns]
    middles = [sorted(row[at] for row in full)[len(full) // 2] for at in range(columns)]
    for row, spans in enumerate(rows):
        places = list(range(len(spans)))
        if _loses_blanks(text, spans):
            places = _places(text, spans, middles)
        for span, place, following in zip(spans, places, [*places[1:], columns], strict=True):
            yield Cell(span.of(text).strip(), span, row, place, 1, following - place)


def _places(text: str, spans: list[Span], middles: list[float]) -> list[int]:
    """Return the columns of a row between spaces: figures end it, labels stand over theirs."""
    lost = len(middles) - len(spans)
    if all(is_value(span.of(text).strip()) for span in spans[1:]):
        return [0, *range(lost + 1, len(middles))]
    places: list[int] = []
    for at, span in enumerate(spans):
        here = _middle(text, span)
        first = places[-1] + 1 if places else 0
        free = range(first, lost + at + 1)
        places.append(min(free, key=lambda column: abs(middles[column] - here)))
    return places


def _loses_blanks(text: str, spans: list[Span]) -> bool:
    """Say whether a row is parted by spaces, between which empty cells are lost."""
    return not any(
        _TAB.search(gap) or _BAR.search(gap)
        for gap in (text[one.end : other.start] for one, other in pairwise(spans))
    )


def _middle(text: str, cell: Span) -> float:
    """Return where the middle of a cell stands on its line, in halves of a Chinese character."""
    start = text.rfind("\n", 0, cell.start) + 1
    before, width = _width(text[start : cell.start]), _width(cell.of(text))
    return before + width / 2


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)
