"""Writes a web page as a person sees it: a line a block, a table a grid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from parser.intake.elements import BLOCKS, DROPPED
from parser.intake.enclosures import Enclosures
from parser.intake.fields import FIELDS, shown_value
from parser.intake.furniture import is_metadata
from parser.intake.look import PLAIN, Look, Style
from parser.intake.script import to_simplified
from parser.intake.scripted import Scripts, is_unfilled
from parser.intake.shape import Shape
from parser.intake.strikes import unmarked
from parser.intake.tree import parsed
from parser.intake.unread import Gap, Kind
from parser.intake.writer import Draft, Writer
from parser.model import Span

_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
# A line break in the source between two Chinese characters is the editor's, not the author's.
_WRAPPED = re.compile(rf"(?<=[{_CJK}])[ \t]*\n\s*(?=[{_CJK}])")
_SPACES = re.compile(r"[ \t\n\xa0]+")
_PICTURES = frozenset(["img", "canvas", "svg", "video"])
_FRAMES = frozenset(["iframe", "frame", "object", "embed", "applet"])
_UNSEEN = DROPPED - _PICTURES - _FRAMES - FIELDS - {"script"}
# Frames deeper in one another, or more of them, are nobody's report.
_DEEPEST_FRAME = 4
_MOST_FRAMES = 100
# Labels that a hidden table has where it is one of the official ones.
_OFFICIAL = re.compile(
    r"规范性文件|规章|信息公开申请|自然人|行政复议|行政诉讼|规範性文件|申請數量|行政複議"
)
_LABEL = re.compile(r"[\u4e00-\u9fff]{2}")
_FULL = 10
_SIZE = re.compile(r"\s*(\d+)")
_ICON = re.compile(r"icon|logo|fileTypeImages|spacer|blank\.|loading|qrcode|ewm", re.I)
# Narrower or lower pictures hold no table, and in a cell no figure; in pixels.
_TABLE_SIZE = (200, 60)
_FIGURE_SIZE = (4, 4)
_SHOWN_SIZE = (11, 11)

# Something not read on the way: its kind and what it is called.
_Met = tuple[Kind, str]


@dataclass(slots=True)
class _Cell:
    """A cell while it is read: its parts, and what in it could not be read."""

    element: HtmlElement
    parts: list[str] = field(default_factory=list[str])
    met: list[_Met] = field(default_factory=list[_Met])
    text: str = ""


class Webpage:
    """One page, or one frame of it, on its way into a writer."""

    def __init__(
        self,
        writer: Writer,
        root: HtmlElement,
        enclosures: Enclosures,
        outer: Webpage | None = None,
    ) -> None:
        self.gaps: list[Gap] = []
        self._writer = writer
        self._root = root
        self._enclosures = enclosures
        self._depth: int = outer._depth + 1 if outer else 0
        self._opened: list[HtmlElement] = outer._opened if outer else []
        self._shape = Shape(root)
        self._look = Look(root, self._shape, enclosures.sheet)
        self._scripts = Scripts(root)
        self._words: list[str] = []
        self._linked = 0
        self._met: list[_Met] = []

    def write(self) -> None:
        """Write the whole page. `gaps` are then what could not be read, in order of place."""
        self._element(self._root, False, PLAIN)
        self._flush(False)

    def _element(self, element: HtmlElement, furniture: bool, above: Style) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _UNSEEN:
            return
        style = self._look.under(element, above)
        if style is None:
            self._hidden(element, furniture)
            return
        if tag in DROPPED:
            self._replaced(element, tag, furniture, style)
            if tag == "embed":
                # It has no end tag, which the parser does not know: what follows it is in it.
                self._content(element, tag, furniture, above)
            return
        if tag == "br":
            self._flush(furniture)
            return
        furniture = furniture or self._shape.is_furniture(element)
        if tag == "table" and not self._is_layout(element):
            self._flush(furniture)
            self._table(element, furniture, style)
            return
        block = tag in BLOCKS
        if block:
            self._flush(furniture)
        self._content(element, tag, furniture, style)
        if block:
            self._flush(furniture)

    def _content(self, element: HtmlElement, tag: str, furniture: bool, style: Style) -> None:
        kept = tag in ("pre", "xmp")
        linked = self._shape.in_link(element)
        self._text(self._look.generated(element, "before"), False, furniture, linked, style)
        self._text(element.text, kept, furniture, linked, style)
        for child in element:
            self._element(child, furniture, style)
            self._text(child.tail, kept, furniture, linked, style)
        self._text(self._look.generated(element, "after"), False, furniture, linked, style)

    def _text(
        self, text: str | None, kept: bool, furniture: bool, linked: bool, style: Style
    ) -> None:
        if not text:
            return
        lines = text.split("\n") if kept else [text]
        for i, line in enumerate(lines):
            if i:
                self._flush(furniture)
            words = style.written(line if kept else unwrapped(line))
            self._words.append(words)
            self._linked += len(words.strip()) if linked else 0

    def _flush(self, furniture: bool) -> None:
        text = squeezed("".join(self._words))
        linked = self._linked
        self._words, self._linked = [], 0
        if text:
            # A line of several links only is a menu, wherever it stands.
            bare = unmarked(text)
            menu = linked >= 0.9 * len(bare.replace(" ", "")) and " " in bare
            self._writer.line(text, furniture or menu)
        met, self._met = self._met, []
        if not furniture:
            # Before the line break: in the part of the report to which the last line belongs.
            at = max(0, self._writer.at - 1)
            self.gaps += [Gap(kind, Span(at, at), what) for kind, what in met]

    def _replaced(self, element: HtmlElement, tag: str, furniture: bool, style: Style) -> None:
        """Write what a browser puts in the place of an element, or note that it is not here."""
        if tag in FIELDS:
            value = shown_value(element, in_table=False)
            self._words.append(style.written(f" {value} ") if value else "")
        elif not style.shown:
            return
        elif tag in _FRAMES and (found := self._frame(element)) is not None:
            self._flush(furniture)
            inner = Webpage(self._writer, found[0], found[1], self)
            inner.write()
            self.gaps += inner.gaps
        else:
            self._met += self._unread(element, tag, _TABLE_SIZE)

    def _frame(self, element: HtmlElement) -> tuple[HtmlElement, Enclosures] | None:
        if self._depth >= _DEEPEST_FRAME or len(self._opened) >= _MOST_FRAMES:
            return None
        found = self._enclosures.frame(element)
        if found is None or not found[0].strip():
            return None
        self._opened.append(element)
        return parsed(found[0]), found[1]

    def _unread(self, element: HtmlElement, tag: str, smallest: tuple[int, int]) -> Iterator[_Met]:
        """Yield what an element shows that is not text in the file."""
        if tag == "script":
            if self._scripts.writes_here(element):
                yield "script", ""
        elif tag in _FRAMES:
            address = (element.get("src") or element.get("data") or "").strip()
            saved = address and not address.startswith(("javascript:", "about:"))
            if saved and _is_large(element, _SHOWN_SIZE):
                yield ("frame" if tag in ("iframe", "frame") else "object"), address[:80]
        elif _is_large(element, smallest):
            address = (element.get("src") or "").strip()
            if tag != "img" or (address and not _ICON.search(address[:200])):
                yield "picture", ""

    def _hidden(self, element: HtmlElement, furniture: bool) -> None:
        """Note an official table that is not shown. What it hides may be an old copy."""
        if furniture or (element.tag != "table" and next(element.iter("table"), None) is None):
            return
        for table in element.iter("table"):
            cells = [c for c in table.iter("td", "th") if _owner(c) is table]
            texts = [squeezed(str(c.text_content())) for c in cells]
            if len(cells) >= _FULL and _OFFICIAL.search(to_simplified(" ".join(texts))):
                labels = frozenset(t for t in texts if _LABEL.search(t))
                at = max(0, self._writer.at - 1)
                self.gaps.append(Gap("hidden", Span(at, at), labels=labels))

    def _is_layout(self, table: HtmlElement) -> bool:
        if self._shape.is_layout(table):
            return True
        frames = (f for f in table.iter("iframe", "frame", "object"))
        return any(self._enclosures.frame(f) is not None for f in frames)

    def _table(self, table: HtmlElement, furniture: bool, style: Style) -> None:
        for caption in table.findall("caption"):
            below = self._look.under(caption, style)
            text = squeezed(below.written(str(caption.text_content()))) if below else ""
            if text:
                self._writer.line(text, furniture)
        rows = [[self._cell(c, s) for c, s in row] for row in self._rows(table, style)]
        drafts = [[_draft(cell) for cell in row] for row in rows]
        texts = [to_simplified(draft.text) for row in drafts for draft in row]
        furniture = furniture or is_metadata(texts, len(rows))
        self._writer.table(drafts, furniture)
        cells = [cell for row in rows for cell in row]
        if cells and not furniture:
            self._gaps_in(table, cells)

    def _gaps_in(self, table: HtmlElement, cells: list[_Cell]) -> None:
        """Note the cells of the last grid whose figures could not be read."""
        kinds: list[Kind | None] = [cell.met[0][0] if cell.met else None for cell in cells]
        empty = [i for i, cell in enumerate(cells) if not cell.text.strip()]
        for i, cell in enumerate(cells):
            if cell.text.strip():
                kinds[i] = "script" if is_unfilled(cell.text) else None
        if not self._scripts.is_empty and len(cells) >= _FULL:
            waiting = [i for i in empty if kinds[i] is None]
            figures = any(re.fullmatch(r"\s*\d[\d.,]*\s*", cell.text) for cell in cells)
            elements = [cells[i].element for i in waiting]
            wholly = not figures and (
                self._scripts.may_fill(elements)
                or (len(waiting) >= 3 and self._scripts.fills_cells(table))
            )
            for i in waiting:
                if wholly or self._scripts.fills(cells[i].element):
                    kinds[i] = "script"
        for kind, cell in zip(kinds, self._writer.grids[-1].cells, strict=True):
            if kind is not None:
                self.gaps.append(Gap(kind, cell.span, sure=True))

    def _cell(self, element: HtmlElement, style: Style) -> _Cell:
        cell = _Cell(element)
        self._gather(cell, element, style)
        cell.text = "\n".join(squeezed(line) for line in "".join(cell.parts).split("\v"))
        return cell

    def _gather(self, cell: _Cell, element: HtmlElement, style: Style) -> None:
        tag = str(element.tag)
        edge = "\v" if tag in BLOCKS or tag == "br" else ""
        before = self._look.generated(element, "before")
        after = self._look.generated(element, "after")
        cell.parts.append(edge + style.written(before + unwrapped(element.text)))
        for child in element:
            self._inside(cell, child, style)
            cell.parts.append(style.written(unwrapped(child.tail)))
        cell.parts.append(style.written(after) + edge)

    def _inside(self, cell: _Cell, child: HtmlElement, above: Style) -> None:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not tag or tag in _UNSEEN:
            return
        style = self._look.under(child, above)
        if style is None:
            return
        if tag in FIELDS:
            cell.parts.append(style.written(shown_value(child, in_table=True)))
        elif tag in DROPPED:
            cell.met += self._unread(child, tag, _FIGURE_SIZE) if style.shown else ()
            if tag == "embed":
                self._gather(cell, child, above)
        else:
            self._gather(cell, child, style)

    def _rows(self, table: HtmlElement, style: Style) -> Iterator[list[tuple[HtmlElement, Style]]]:
        """Yield the shown rows of the table itself, not of tables inside it.

        Cells without a row are one.
        """
        loose: list[tuple[HtmlElement, Style]] = []
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
                yield list(self._row(element, table, own))
            elif element.tag not in ("table", "caption"):
                pending.extend((child, own) for child in reversed(element))
        if loose:
            yield loose

    def _row(
        self, row: HtmlElement, table: HtmlElement, style: Style
    ) -> Iterator[tuple[HtmlElement, Style]]:
        for cell in row.iter("td", "th"):
            if _owner(cell) is table:
                own: Style | None = style
                way = [cell]
                while (parent := way[-1].getparent()) is not None and parent is not row:
                    way.append(parent)
                for element in reversed(way):
                    own = self._look.under(element, own) if own else None
                if own is not None:
                    yield cell, own


def squeezed(text: str) -> str:
    """Return the text as a browser shows it: runs of space as one."""
    return _SPACES.sub(" ", text).strip()


def unwrapped(text: str | None) -> str:
    """Return a piece of text without the breaks that its source has inside Chinese words."""
    return _WRAPPED.sub("", text) if text else ""


def _draft(cell: _Cell) -> Draft:
    element = cell.element
    return Draft(cell.text, _span(element.get("rowspan")), _span(element.get("colspan")))


def _owner(cell: HtmlElement) -> HtmlElement | None:
    return next((a for a in cell.iterancestors("table")), None)


def _span(value: str | None) -> int:
    found = re.match(r"\s*(\d{1,9})", value or "")
    return int(found.group(1)) if found else 1


def _is_large(element: HtmlElement, smallest: tuple[int, int]) -> bool:
    """Say whether an element is not known to be smaller than so many pixels."""
    for name, least in zip(("width", "height"), smallest, strict=True):
        style = re.search(rf"(?<![\w-]){name}\s*:\s*(\d+)(?:\.\d+)?px", element.get("style") or "")
        found = style or _SIZE.fullmatch((element.get(name) or "").removesuffix("px"))
        if found and int(found.group(1)) < least:
            return False
    return True
