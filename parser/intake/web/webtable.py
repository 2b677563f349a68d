"""The tables of a web page: their shown rows and cells, and the cells that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from parser.intake.characters import squeezed, unwrapped
from parser.intake.web.elements import (
    BLOCKS,
    DROPPED,
    FIELDS,
    UNSEEN,
    formula_place,
    is_folded,
)
from parser.intake.web.embedded import FIGURE_SIZE, Met, not_text
from parser.intake.web.fields import pressed, shown_value
from parser.intake.web.scripted import Scripts, is_unfilled
from parser.intake.web.unread import Gap, Kind
from parser.intake.web.weblook import Look, Style
from parser.intake.writer import Draft
from parser.model import Cell

# A table of fewer cells holds no figures that a script would fill in.
_FULL = 10
_NUMBER = re.compile(r"\s*(\d{1,9})")
_FIGURE = re.compile(r"\s*\d[\d.,]*\s*")

_Styled = tuple[HtmlElement, Style]


@dataclass(slots=True)
class WebCell:
    """A cell as it is shown; `met` is what in it is no text, `pressed` are figures on buttons.

    `changed`: a script puts something else in.
    """

    element: HtmlElement
    parts: list[str] = field(default_factory=list[str])
    met: list[Met] = field(default_factory=list[Met])
    text: str = ""
    pressed: list[str] = field(default_factory=list[str])
    changed: bool = False

    @property
    def draft(self) -> Draft:
        """The cell for the writer."""
        get = self.element.get
        return Draft(self.text, _span(get("rowspan")), _span(get("colspan")))


class WebTable:
    """One table of a page, without the tables inside it. `style` is that of the table."""

    def __init__(self, table: HtmlElement, style: Style, look: Look, scripts: Scripts) -> None:
        self._table = table
        self._look = look
        self._scripts = scripts
        self.rows = [[self._cell(*cell) for cell in row] for row in self._shown(table, style)]

    def gaps(self, placed: Sequence[Cell]) -> Iterator[Gap]:
        """Yield the cells whose figures could not be read; `placed` are all cells as written."""
        cells = [cell for row in self.rows for cell in row]
        kinds: list[Kind | None] = [self._kind(cell) for cell in cells]
        if not self._scripts.is_empty and len(cells) >= _FULL:
            for i in self._filled(cells, kinds):
                kinds[i] = "script"
        for kind, cell in zip(kinds, placed, strict=True):
            if kind is not None:
                yield Gap(kind, cell.span, sure=True)

    def _kind(self, cell: WebCell) -> Kind | None:
        if cell.changed:
            return "script"
        if cell.text.strip():
            return "script" if is_unfilled(cell.text) else None
        return cell.met[0][0] if cell.met else None

    def _filled(self, cells: list[WebCell], kinds: list[Kind | None]) -> Iterator[int]:
        """Yield which of the cells are empty because a script fills them in a browser."""
        waiting = [i for i, c in enumerate(cells) if kinds[i] is None and not c.text.strip()]
        elements = [cells[i].element for i in waiting]
        wholly = not any(_FIGURE.fullmatch(cell.text) for cell in cells) and (
            self._scripts.may_fill(elements)
            or (len(waiting) >= 3 and self._scripts.fills_cells(self._table))
        )
        for i in waiting:
            if wholly or self._scripts.fills(cells[i].element):
                yield i

    def _cell(self, element: HtmlElement, style: Style) -> WebCell:
        cell = WebCell(element)
        self._gather(cell, element, style)
        cell.text = "\n".join(squeezed(line) for line in "".join(cell.parts).split("\v"))
        if not cell.text.strip() and cell.pressed:
            cell.text = "\n".join(cell.pressed)
        if _FIGURE.match(cell.text) and self._scripts.changes(element, cell.text):
            # What stands here is not what the page shows in the end.
            cell.changed, cell.text = True, ""
        return cell

    def _gather(self, cell: WebCell, element: HtmlElement, style: Style) -> None:
        tag = str(element.tag)
        edge = "\v" if tag in BLOCKS or tag == "br" or self._look.is_apart(element) else ""
        before = self._look.generated(element, "before")
        after = self._look.generated(element, "after")
        folded = is_folded(element)
        text = "" if folded else unwrapped(element.text)
        cell.parts.append(edge + style.written(before + text))
        for child in element.iterchildren("summary") if folded else element:
            self._inside(cell, child, style)
            cell.parts.append("" if folded else style.written(unwrapped(child.tail)))
        cell.parts.append(style.written(after) + edge)

    def _inside(self, cell: WebCell, child: HtmlElement, above: Style) -> None:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not tag or (tag in UNSEEN and tag != "button"):
            return
        style = self._look.under(child, above)
        if style is None:
            return
        place = formula_place(child)
        if place:
            cell.parts.append("/" if place == "under" else "")
            style = replace(style, height={"above": 1, "below": -1}.get(place, style.height))
        if tag in ("button", "input"):
            cell.pressed += filter(None, [style.written(pressed(child))])
        if tag in FIELDS:
            cell.parts.append(style.written(shown_value(child, in_table=True)))
        elif tag == "object" and child.get("data") is None and child.get("type") is None:
            self._gather(cell, child, style)
        elif tag in DROPPED:
            if style.shown:
                cell.met += not_text(child, tag, self._scripts, FIGURE_SIZE)
            if tag == "embed":
                # It has no end tag, which the parser does not know: what follows it is in it.
                self._gather(cell, child, above)
        else:
            self._gather(cell, child, style)

    def _shown(self, table: HtmlElement, style: Style) -> Iterator[list[_Styled]]:
        """Yield the shown rows; cells without a row are one."""
        loose: list[_Styled] = []
        pending = [(child, style) for child in reversed(table)]
        while pending:
            element, above = pending.pop()
            own = self._look.under(element, above) if isinstance(element.tag, str) else None
            if own is None:
                continue
            if element.tag in ("td", "th"):
                loose.append((element, own))
                continue
            if loose:
                yield loose
                loose = []
            if element.tag == "tr" and element.get("height") == "0":
                # Word ends its tables with a row that only says how wide the columns are.
                continue
            if element.tag == "tr":
                yield list(self._row(element, own))
            elif element.tag not in ("table", "caption"):
                pending.extend((child, own) for child in reversed(element))
        if loose:
            yield loose

    def _row(self, row: HtmlElement, style: Style) -> Iterator[_Styled]:
        for cell in row.iter("td", "th"):
            if next(cell.iterancestors("table"), None) is self._table:
                own: Style | None = style
                way = [cell]
                while (parent := way[-1].getparent()) is not None and parent is not row:
                    way.append(parent)
                for element in reversed(way):
                    own = self._look.under(element, own) if own else None
                if own is not None:
                    yield cell, own


def _span(value: str | None) -> int:
    found = _NUMBER.match(value) if value else None
    return int(found.group(1)) if found else 1
