"""A page's ruled tables filled with its words; what stands outside them is lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from pdfplumber.table import (
    Table,
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from parser.intake.pages.drawing import Frame, Rule
from parser.intake.pages.printed import Line, Part, RuledCell, RuledTable, Word, lines
from parser.model import Box

# Edges within so many points of each other are one ruling drawn twice.
_SNAP = 3.0
# Pieces of a line that are shorter, in points, are specks.
_SHORTEST_PIECE = 1.0
# So many upright lines that end together are the end of a table.
_SEVERAL = 3


def parts(number: int, rules: Sequence[Rule], words: Sequence[Word]) -> list[Part]:
    """Return page `number` as lines and tables from top to bottom.

    `rules` are the page's lines, level and upright. Every word goes to one place only.
    """
    filling = _Filling(number, words)
    result: list[Part] = []
    for table in _tables(rules):
        if _has_columns(table):
            result += filling.table(table)
    result += lines(filling.rest())
    return sorted(result, key=lambda part: part.top)


def _tables(rules: Sequence[Rule]) -> list[Any]:
    """Return the tables that pdfplumber finds between lines."""
    edges = [
        _edge(rule.frame, rule.level)
        for rule in _ruling(rules)
        if max(rule.frame.width, rule.frame.height) >= _SHORTEST_PIECE
    ]
    merged: Any = merge_edges(edges, _SNAP, _SNAP, _SNAP, _SNAP)
    long = [e for e in merged if max(e["x1"] - e["x0"], e["bottom"] - e["top"]) >= _SNAP]
    crossings = edges_to_intersections(long + _closing(long), _SNAP, _SNAP)
    found: Any = cells_to_tables(intersections_to_cells(crossings))
    return [Table(cast(Any, None), cells) for cells in found]


def _ruling(rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules without the edges of areas that lie between drawn lines.

    What is shaded inside of a ruled table is a cell's ground or a passage, and parts nothing.
    """
    drawn = [rule for rule in rules if _is_line(rule)]
    level = [rule.frame for rule in drawn if rule.level]
    upright = [rule.frame for rule in drawn if not rule.level]
    shaded = {id(rule.area): rule.area for rule in rules if rule.area and not _is_line(rule)}
    inside = {
        key
        for key, area in shaded.items()
        if any(_beside(line, area.frame, -1) for line in level)
        and any(_beside(line, area.frame, 1) for line in level)
        and any(_aside(line, area.frame, -1) for line in upright)
        and any(_aside(line, area.frame, 1) for line in upright)
    }
    return [rule for rule in rules if _is_line(rule) or id(rule.area) not in inside]


def _is_line(rule: Rule) -> bool:
    """Say whether a rule is drawn as a line, be it as a thin area."""
    area = rule.area
    return rule.stroked or area is None or min(area.frame.width, area.frame.height) < _SNAP


def _beside(line: Frame, area: Frame, side: int) -> bool:
    """Say whether a level line runs over (-1) or under (1) an area, or along that edge."""
    edge = area.top if side < 0 else area.bottom
    within = line.x0 <= area.x0 + _SNAP and line.x1 >= area.x1 - _SNAP
    return within and side * (line.top - edge) >= -_SNAP


def _aside(line: Frame, area: Frame, side: int) -> bool:
    """Say whether an upright line stands left (-1) or right (1) of an area, or along that edge."""
    edge = area.x0 if side < 0 else area.x1
    within = line.top <= area.top + _SNAP and line.bottom >= area.bottom - _SNAP
    return within and side * (line.x0 - edge) >= -_SNAP


def _closing(edges: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the level edges that a page break leaves out where it cuts a table.

    Several upright lines end there together, and nothing of the table goes on.
    """
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    level = [edge for edge in edges if edge["orientation"] == "h"]
    found: list[dict[str, Any]] = []
    for end in ("top", "bottom"):
        for y in _snapped({edge[end] for edge in upright}):
            ends = [edge for edge in upright if abs(edge[end] - y) <= _SNAP]
            left, right = min(e["x0"] for e in ends), max(e["x0"] for e in ends)
            goes_on = any(
                e["top"] < y - _SNAP and e["bottom"] > y + _SNAP and left <= e["x0"] <= right
                for e in upright
            )
            closed = any(
                abs(e["top"] - y) <= _SNAP and e["x0"] <= left + _SNAP and e["x1"] >= right - _SNAP
                for e in level
            )
            if len(ends) >= _SEVERAL and not goes_on and not closed:
                near = [e["top"] for e in level if abs(e["top"] - y) <= _SNAP]
                place = min(near, key=lambda top: abs(top - y), default=y)
                found.append(_edge(Frame(left, place, right, place), level=True))
    return found


def _edge(frame: Frame, level: bool) -> dict[str, Any]:
    """Return a line as pdfplumber knows it."""
    return {
        "x0": frame.x0,
        "x1": frame.x1,
        "top": frame.top,
        "bottom": frame.bottom,
        "width": frame.width,
        "height": frame.height,
        "orientation": "h" if level else "v",
    }


def _has_columns(table: Any) -> bool:
    """Say whether a table has a row of two cells: underlined prose has none."""
    return any(sum(cell is not None for cell in row.cells) > 1 for row in table.rows)


class _Filling:
    """Puts a page's words into cells, each word into one cell only."""

    def __init__(self, number: int, words: Sequence[Word]) -> None:
        self._number = number
        self._words = words
        boxes = [word.box for word in words]
        self._middles = [((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2) for box in boxes]
        self._taken: set[int] = set()

    def rest(self) -> list[Word]:
        """Return the words that lie in no cell."""
        return [word for i, word in enumerate(self._words) if i not in self._taken]

    def table(self, table: Any) -> Iterator[Part]:
        """Yield a table's rows as tables, with a row of one cell over the whole width as lines.

        Ruled lines under prose join it to a table below; taken out, it is prose again, and a
        clause heading that is taken out with it stands between two pieces of the same table.
        """
        left, _, right, _ = table.bbox
        cells = [cell for row in table.rows for cell in row.cells if cell]
        columns = _snapped({round(x, 1) for cell in cells for x in (cell[0], cell[2])})
        ys = _snapped({round(y, 1) for cell in cells for y in (cell[1], cell[3])})
        rows: list[tuple[RuledCell, ...]] = []
        top = 0.0
        for row in table.rows:
            cells = [cell for cell in row.cells if cell]
            if not cells:
                continue
            if len(cells) == 1 and cells[0][0] <= left + _SNAP and cells[0][2] >= right - _SNAP:
                if rows:
                    yield RuledTable(top, tuple(rows))
                    rows = []
                yield from self._lines(cells[0])
                continue
            if not rows:
                top = float(cells[0][1])
            rows.append(tuple(self._cell(cell, columns, ys) for cell in cells))
        if rows:
            yield RuledTable(top, tuple(rows))

    def _cell(self, cell: Any, columns: Sequence[float], ys: Sequence[float]) -> RuledCell:
        return RuledCell(
            Box(self._number, *map(float, cell)),
            max(1, _index(ys, cell[3]) - _index(ys, cell[1])),
            max(1, _index(columns, cell[2]) - _index(columns, cell[0])),
            tuple(self._lines(cell)),
        )

    def _lines(self, cell: Any) -> list[Line]:
        """Return the lines of the words whose middle lies in a cell."""
        x0, top, x1, bottom = cell
        found = [
            i
            for i, (x, y) in enumerate(self._middles)
            if top <= y <= bottom and x0 <= x <= x1 and i not in self._taken
        ]
        self._taken.update(found)
        return lines([self._words[i] for i in found])


def _snapped(values: set[float]) -> list[float]:
    """Join edges that lie within a few points of each other: one ruling drawn twice."""
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > _SNAP:
            result.append(value)
    return result


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))
