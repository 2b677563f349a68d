"""OpenDocument text (odt in a zip, fodt in one XML file), straight from its XML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from parser.errors import Unreadable
from parser.intake.framing import only_places
from parser.intake.furniture import is_metadata
from parser.intake.odf.odfparts import unpacked
from parser.intake.odf.odtlists import List, OdtLists
from parser.intake.odf.odtruns import Drawing, Reader
from parser.intake.odf.odtstyles import OFFICE, TABLE, TEXT, OdtStyles, is_coloured
from parser.intake.ooxml import Element, parsed, whole
from parser.intake.package import Package
from parser.intake.script import to_simplified
from parser.intake.strikes import counted, struck
from parser.intake.word.drawings import OBJECT, UNREAD, is_large
from parser.intake.writer import MAX_SPAN, Draft, Writer
from parser.model import Document, Note, Span

_WHAT = "OpenDocument 文档"
# fmt: off
_WRAPPERS = frozenset(
    [TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")]
    + [TEXT + name for name in (
        "section", "table-of-content", "illustration-index", "table-index", "object-index",
        "user-index", "alphabetical-index", "bibliography", "index-body", "index-title",
        "numbered-paragraph",
    )]
)
# fmt: on
_CELL, _COVERED = TABLE + "table-cell", TABLE + "covered-table-cell"
_HEADER = TEXT + "is-list-header"
_MOST_CELLS = 200_000


def read_odt(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read an OpenDocument text. Raises `Unreadable`; `encoding` means nothing here."""
    del encoding
    content, styles, parts = unpacked(data, _WHAT)
    return _document(content, styles, kind, parts)


def read_fodt(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read an OpenDocument text in one XML file. Raises `Unreadable`, `Refused`."""
    del encoding
    return _document(parsed(data, _WHAT), None, kind, Package(_WHAT))


def _document(content: Element, styles: Element | None, kind: str, parts: Package) -> Document:
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Unreadable(f"{_WHAT}里没有正文。")
    writer = Writer()
    looks = OdtStyles(styles, content)
    walk = _Walk(writer, looks, OdtLists(styles, content), Reader(body, looks, parts))
    walk.blocks(body, _Ground())
    document = writer.document(kind, notes=walk.notes)
    if not document.text.strip():
        raise Unreadable(f"{_WHAT}里没有文字（可能只有图片）。")
    return document


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a block stands on: coloured paper or white, a drawing, the list it belongs to."""

    coloured: bool = False
    drawn: bool = False
    list: List | None = None
    depth: int = 0


class _Walk:
    """Writes a document in reading order: a line a paragraph, a table a grid."""

    def __init__(self, writer: Writer, styles: OdtStyles, lists: OdtLists, reader: Reader) -> None:
        self.notes: list[Note] = []
        self._writer = writer
        self._styles = styles
        self._lists = lists
        self._reader = reader
        self._cells = 0

    def blocks(self, parent: Element, ground: _Ground) -> None:
        """Write the paragraphs and tables below `parent`."""
        for kind, block, text, drawings, below in self._pieces(parent, ground):
            if kind == "table":
                self._table(block, below)
                continue
            for line in text.split("\n"):
                self._writer.line(line.replace("\t", " ").rstrip())
            for drawing in drawings:
                at = Span(self._writer.at, self._writer.at)
                self.notes += [Note("F107", said, (at,)) for said in _unread(drawing, False)]
                self.blocks(drawing.element, _Ground(coloured=True, drawn=True))

    def _pieces(
        self, parent: Element, ground: _Ground
    ) -> Iterator[tuple[str, Element, str, list[Drawing], _Ground]]:
        """Yield the tables and the paragraphs (with words and drawings) of a container."""
        for block in parent:
            tag = block.tag
            if tag in (TEXT + "p", TEXT + "h"):
                text, drawings = self._paragraph(
                    block, ground, partial(self._heading, block, ground)
                )
                yield "line", block, text, drawings, ground
            elif tag == TEXT + "list":
                yield from self._list(block, ground)
            elif tag == TABLE + "table":
                yield "table", block, "", [], replace(ground, list=None, depth=0)
            elif tag in _WRAPPERS:
                if not _is_hidden(block):
                    yield from self._pieces(block, ground)
            elif not ground.drawn:
                for drawing in self._reader.drawings(block):
                    yield "line", block, "", [drawing], ground

    def _list(
        self, element: Element, ground: _Ground
    ) -> Iterator[tuple[str, Element, str, list[Drawing], _Ground]]:
        found = self._lists.opened(element, ground.list)
        for item in element:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            below = replace(ground, list=found, depth=ground.depth + 1)
            start = item.get(TEXT + "start-value")
            for at, child in enumerate(item):
                if child.tag in (TEXT + "p", TEXT + "h"):
                    numbered = item.tag == TEXT + "list-item" and not at
                    number = partial(self._lists.label, found, ground.depth, start)
                    text, drawings = self._paragraph(child, below, number if numbered else str)
                    yield "line", child, text, drawings, below
                elif child.tag == TEXT + "list":
                    yield from self._list(child, below)

    def _paragraph(
        self, paragraph: Element, ground: _Ground, number: Callable[[], str]
    ) -> tuple[str, list[Drawing]]:
        """Return a paragraph with its number; the number of what is not shown is not shown."""
        style = self._styles.of("paragraph", paragraph.get(TEXT + "style-name"))
        shown = self._reader.words(paragraph, ground.coloured or is_coloured(style))
        if shown.hid and not shown.text.strip():
            return shown.text, shown.drawings
        label = number()
        if shown.text.strip() and not counted(shown.text).strip():
            label = struck(label)
        return label + shown.text, shown.drawings

    def _heading(self, paragraph: Element, ground: _Ground) -> str:
        """Return the number that a heading has from the outline, in a list from the list."""
        if paragraph.tag != TEXT + "h" or ground.list or paragraph.get(_HEADER) == "true":
            return ""
        return self._lists.heading(paragraph.get(TEXT + "outline-level"))

    def _table(self, table: Element, ground: _Ground) -> None:
        ground = self._on(table, "table", ground)
        if only_places(table, TABLE + "table", (_CELL,), _size):
            for row in _rows(table):
                for cell in row.iter(_CELL):
                    if next(cell.iterancestors(TABLE + "table")) is table:
                        self.blocks(cell, self._on(cell, "table-cell", ground))
            return
        rows: list[list[Draft]] = []
        pictures: list[list[str]] = []
        busy: list[int] = []
        for row in _rows(table):
            below = self._on(row, "table-row", ground)
            for _ in range(min(whole(row.get(TABLE + "number-rows-repeated"), 1), MAX_SPAN)):
                rows.append(self._row(row, below, busy, len(rows), pictures))
        texts = [to_simplified(counted(draft.text)) for row in rows for draft in row]
        grids = len(self._writer.grids)
        self._writer.table(rows, is_metadata(texts, len(rows)))
        if len(self._writer.grids) > grids:
            for said, cell in zip(pictures, self._writer.grids[-1].cells, strict=True):
                self.notes += [Note("F107", sentence, (cell.span,)) for sentence in said]

    def _row(
        self, row: Element, ground: _Ground, busy: list[int], at: int, pictures: list[list[str]]
    ) -> list[Draft]:
        """Return the row's own cells; `busy` says up to which row each column is spanned."""
        drafts: list[Draft] = []
        column = 0
        for cell in row:
            if cell.tag not in (_CELL, _COVERED):
                continue
            times = min(whole(cell.get(TABLE + "number-columns-repeated"), 1), MAX_SPAN)
            for _ in range(times):
                self._cells += 1
                if self._cells > _MOST_CELLS:
                    raise Unreadable(f"{_WHAT}里的表格太大，未读取。")
                spanned = column < len(busy) and busy[column] > at
                if cell.tag == _COVERED and spanned:
                    column += 1
                    continue
                down = whole(cell.get(TABLE + "number-rows-spanned"), 1)
                across = whole(cell.get(TABLE + "number-columns-spanned"), 1, MAX_SPAN)
                text, said = "", list[str]()
                if cell.tag == _CELL:
                    text, said = self._cell(cell, self._on(cell, "table-cell", ground))
                drafts.append(Draft(text, down, across))
                pictures.append(said)
                busy.extend([0] * (column + across - len(busy)))
                busy[column : column + across] = [at + max(1, down)] * across
                column += 1
        return drafts

    def _cell(self, cell: Element, ground: _Ground) -> tuple[str, list[str]]:
        lines: list[str] = []
        drawings: list[Drawing] = []
        self._lines(cell, ground, lines, drawings)
        text = "\n".join(lines)
        alone = not text.strip()
        return text, [said for drawing in drawings for said in _unread(drawing, alone)]

    def _lines(
        self, parent: Element, ground: _Ground, lines: list[str], drawings: list[Drawing]
    ) -> None:
        for kind, block, text, found, below in self._pieces(parent, ground):
            if kind == "table":
                # A small table inside a cell reads as lines of that cell.
                for row in _rows(block):
                    for cell in row.iter(_CELL):
                        if next(cell.iterancestors(TABLE + "table")) is block:
                            self._lines(cell, below, lines, drawings)
                continue
            lines.append(text)
            drawings += found
            for drawing in found:
                self._lines(drawing.element, _Ground(coloured=True, drawn=True), lines, drawings)

    def _on(self, element: Element, family: str, ground: _Ground) -> _Ground:
        style = self._styles.of(family, element.get(TABLE + "style-name"))
        return replace(ground, coloured=True) if is_coloured(style) else ground


def _rows(table: Element) -> Iterator[Element]:
    """Yield the table's own rows, those that are shown."""
    for child in table:
        if child.tag == TABLE + "table-row":
            if child.get(TABLE + "visibility", "visible") == "visible":
                yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _is_hidden(section: Element) -> bool:
    display = section.get(TEXT + "display")
    hidden = section.get(TEXT + "is-hidden") == "true"
    return display == "none" or hidden


def _unread(drawing: Drawing, small: bool) -> list[str]:
    if not drawing.said or not (small or is_large(drawing.width, drawing.height)):
        return []
    return [OBJECT if drawing.said == "object" else UNREAD]


def _size(element: Element) -> int:
    return sum(len(str(text).strip()) for text in element.itertext())
