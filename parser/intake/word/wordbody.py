"""The body of a Word document, written in reading order: a line a paragraph, a table a grid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from parser.intake.framing import only_places
from parser.intake.furniture import is_metadata
from parser.intake.ooxml import MC, WP, Element, W, is_on, properties, value, whole
from parser.intake.script import to_simplified
from parser.intake.strikes import counted, struck
from parser.intake.word.drawings import (
    LARGE_AREA,
    UNREAD,
    area,
    linked_sentence,
    picture_sentence,
)
from parser.intake.word.numbering import Numbering
from parser.intake.word.wordruns import Words, alternatives
from parser.intake.word.wordstyles import Ground, WordStyles
from parser.intake.writer import Draft, Writer
from parser.model import Document, Note, Span

# fmt: off
# Looked through: what they hold counts as if they were not there.
_WRAPPERS = frozenset(
    W + name
    for name in [
        "sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple",
        "bdo", "dir", "r", "pict", "object",
    ]
)
_UNSEEN = frozenset(
    W + name
    for name in [
        "del", "moveFrom", "instrText", "rt", "pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr",
        "sectPr",
    ]
)
# fmt: on
_PICTURES = frozenset(W + name for name in ["drawing", "pict", "object"])
_STYLE, _SHADE, _HIDDEN, _BEFORE = W + "pStyle", W + "shd", W + "hidden", W + "gridBefore"
_ACROSS, _ASIDE, _DOWN = W + "gridSpan", W + "hMerge", W + "vMerge"
_INSERTED, _DELETED = W + "cellIns", W + "cellDel"
_INVISIBLE = "visibility:hidden"
# A row that is lower, in twips, is a line at most.
_LEAST_HEIGHT = 40

Chunk = Callable[[Element], Document | Note]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as the file has it, and its properties by their tags."""

    element: Element
    said: Mapping[str, Element]

    def on(self, ground: Ground) -> Ground:
        """Return what the cell's content stands on in a table on `ground`."""
        return ground.shaded(self.said.get(_SHADE))


@dataclass(slots=True)
class _Place:
    """A cell on its way: the column where it begins, how many it covers, and its words."""

    at: int
    across: int
    merge: str | None
    text: str
    notes: list[str] = field(default_factory=list[str])
    down: int = 1


class Body:
    """Writes the blocks of one document. `notes` says what could not be read.

    `chunk` reads the other document that an element puts in its place, or says why it cannot.
    """

    def __init__(
        self, writer: Writer, styles: WordStyles, numbering: Numbering, chunk: Chunk
    ) -> None:
        self.notes: list[Note] = []
        self._writer = writer
        self._styles = styles
        self._numbering = numbering
        self._chunk = chunk
        # The sizes of the pictures since the last text, in square centimetres.
        self._pieces: list[float] = []

    def blocks(self, parent: Element, ground: Ground) -> None:
        """Write the paragraphs and tables below `parent`."""
        for child in children(parent):
            if child.tag == W + "p":
                self._paragraph(child, ground)
            elif child.tag == W + "tbl":
                self._table(child, ground)
            elif child.tag in (W + "altChunk", W + "subDoc"):
                self._included(child)
            elif child.tag == MC + "AlternateContent":
                for chosen in alternatives(child):
                    self.blocks(chosen, ground)

    def _paragraph(self, paragraph: Element, ground: Ground) -> None:
        # A soft return ends a line as a paragraph does.
        words = self._words(paragraph, ground)
        for line in words.split("\n"):
            self._writer.line(line.replace("\t", " ").rstrip())
        drawings = list(self._drawings(paragraph, ground))
        here = Span(self._writer.at, self._writer.at)
        if words.strip():
            self._pieces = []
        elif not drawings:
            self._unread(linked_sentence(paragraph), here)
        for drawing in drawings:
            sentence = picture_sentence(drawing)
            self._unread(sentence or self._pieced(drawing), here)
            for box in boxes(drawing):
                self.blocks(box, Ground(coloured=True))
        for part in paragraph.iter(W + "subDoc"):
            self._included(part)

    def _included(self, element: Element) -> None:
        found = self._chunk(element)
        if isinstance(found, Document):
            self.notes += self._writer.include(found)
        else:
            self.notes.append(replace(found, spans=(Span(self._writer.at, self._writer.at),)))

    def _pieced(self, drawing: Element) -> str | None:
        """Return what to say of a piece of a picture once the pieces could be a table."""
        before = sum(self._pieces)
        self._pieces.append(area(drawing))
        return UNREAD if before < LARGE_AREA <= before + self._pieces[-1] else None

    def _unread(self, sentence: str | None, span: Span) -> None:
        if sentence:
            self.notes.append(Note("F107", sentence, (span,)))

    def _table(self, table: Element, ground: Ground) -> None:
        self._pieces = []
        ground = ground.shaded(table.find(f"{W}tblPr/{W}shd"))
        ground = ground._replace(table=value(table.find(f"{W}tblPr/{W}tblStyle")))
        if self._styles.colours("table", ground.table):
            ground = ground._replace(coloured=True, fill=None)
        if only_places(table, W + "tbl", (W + "tc",), _size):
            for row in rows(table):
                for cell in cells(row):
                    self.blocks(cell.element, cell.on(ground))
            return
        laid = _merged(self._rows(table, ground))
        drafts = [[Draft(p.text, p.down, p.across) for p in row] for row in laid]
        texts = (to_simplified(counted(draft.text)) for row in drafts for draft in row)
        grids = len(self._writer.grids)
        self._writer.table(drafts, is_metadata(texts, len(drafts)))
        if len(self._writer.grids) > grids:
            places = [place for row in laid for place in row]
            for place, cell in zip(places, self._writer.grids[-1].cells, strict=True):
                for sentence in place.notes:
                    self._unread(sentence, cell.span)

    def _rows(self, table: Element, ground: Ground) -> Iterator[list[_Place]]:
        for row in rows(table):
            said = properties(row, W + "trPr")
            at = whole(value(said.get(_BEFORE)), 0)
            places: list[_Place] = []
            for cell in cells(row):
                across = whole(value(cell.said.get(_ACROSS)), 1)
                place = self._cell(cell, ground, at, across)
                at += across
                aside = cell.said.get(_ASIDE)
                goes_on = aside is not None and (value(aside) or "continue") == "continue"
                if goes_on and places and not place.text.strip():
                    places[-1].across += across
                else:
                    places.append(place)
            hidden = is_on(said.get(_HIDDEN))
            if not hidden or any(counted(place.text).strip() for place in places):
                yield places

    def _cell(self, cell: _Cell, ground: Ground, at: int, across: int) -> _Place:
        lines: list[str] = []
        drawings: list[Element] = []
        self._lines(cell.element, cell.on(ground), lines, drawings)
        merge = cell.said.get(_DOWN)
        goes_on = None if merge is None else merge.get(W + "val", "continue")
        place = _Place(at, across, goes_on, "\n".join(lines))
        # Where nothing is typed, even a small picture may be the figure.
        alone = not place.text.strip()
        sentences = [picture_sentence(drawing, alone) for drawing in drawings]
        place.notes = [sentence for sentence in sentences if sentence]
        return place

    def _lines(
        self, parent: Element, ground: Ground, lines: list[str], drawings: list[Element]
    ) -> None:
        for block in children(parent):
            if block.tag == W + "p":
                lines.append(self._words(block, ground))
                for drawing in self._drawings(block, ground):
                    drawings.append(drawing)
                    for box in boxes(drawing):
                        self._lines(box, Ground(coloured=True), lines, drawings)
            elif block.tag == W + "tbl":
                # A small table inside a cell reads as lines of that cell.
                for row in rows(block):
                    for cell in cells(row):
                        self._lines(cell.element, cell.on(ground), lines, drawings)
            elif block.tag == W + "altChunk":
                found = self._chunk(block)
                lines.append(found.text.replace("\t", "\n") if isinstance(found, Document) else "")

    def _words(self, paragraph: Element, ground: Ground) -> str:
        """Return a paragraph with its number; the number of what is not shown is not shown."""
        said = properties(paragraph, W + "pPr")
        if len(paragraph) == (1 if said else 0):
            return self._numbering.label(said)  # it holds nothing, as in a blank cell
        words = Words(self._styles, self._ground(said, ground))
        text = words.read(paragraph)
        if words.hid and not text.strip():
            return text
        label = self._numbering.label(said)
        return (label if counted(text).strip() or not text.strip() else struck(label)) + text

    def _ground(self, said: Mapping[str, Element], ground: Ground) -> Ground:
        """Return what the words of a paragraph with these properties stand on."""
        style, shade = value(said.get(_STYLE)), said.get(_SHADE)
        if self._styles.colours("paragraph", style):
            ground = ground._replace(coloured=True, fill=None)
        if shade is not None:
            ground = ground.shaded(shade)
        return ground if style == ground.paragraph else ground._replace(paragraph=style)

    def _drawings(self, paragraph: Element, ground: Ground) -> Iterator[Element]:
        """Yield the drawings that the paragraph shows, each once."""
        if next(paragraph.iter(*_PICTURES), None) is None:
            return  # nearly every paragraph: how its runs look need not be asked
        ground = self._ground(properties(paragraph, W + "pPr"), ground)
        pending = list(paragraph)[::-1]
        while pending:
            element = pending.pop()
            if element.tag in _UNSEEN:
                continue
            if element.tag in _PICTURES:
                if not _is_hidden(element):
                    yield element
            elif element.tag == MC + "AlternateContent":
                pending.extend(list(alternatives(element))[::-1])
            elif element.tag != W + "r" or not self._styles.look(element, ground).hidden:
                pending.extend(list(element)[::-1])


def children(parent: Element) -> Iterator[Element]:
    """Yield what a container holds, wrappers looked through and deletions left out."""
    pending = list(parent)[::-1]
    while pending:
        child = pending.pop()
        if child.tag in _WRAPPERS:
            pending.extend(list(child)[::-1])
        elif child.tag not in _UNSEEN:
            yield child


def boxes(drawing: Element) -> Iterator[Element]:
    """Yield the contents of the text boxes of a drawing, each once."""
    pending = [drawing]
    while pending:
        element = pending.pop()
        if element.tag == W + "txbxContent":
            yield element
        elif element.tag == MC + "AlternateContent":
            pending.extend(list(alternatives(element))[::-1])
        else:
            pending.extend(list(element)[::-1])


def rows(table: Element) -> Iterator[Element]:
    """Yield the table's own rows, without those that are deleted or have no height."""
    for row in children(table):
        if row.tag == W + "tr" and row.find(f"{W}trPr/{W}del") is None and not _is_flat(row):
            yield row


def _is_flat(row: Element) -> bool:
    height = row.find(f"{W}trPr/{W}trHeight")
    exact = height is not None and height.get(W + "hRule") == "exact"
    return exact and whole(value(height), _LEAST_HEIGHT) < _LEAST_HEIGHT


def cells(row: Element) -> list[_Cell]:
    """Return the row's own cells. A deleted one keeps its place if no other was put in for it."""
    found = [element for element in children(row) if element.tag == W + "tc"]
    own = [_Cell(element, properties(element, W + "tcPr")) for element in found]
    replaced = any(_INSERTED in cell.said for cell in own)
    return [cell for cell in own if not (replaced and _DELETED in cell.said)]


def _merged(laid: Iterator[list[_Place]]) -> list[list[_Place]]:
    """Return the cells of each row; what continues a cell above has gone into its row span."""
    above: dict[int, _Place] = {}
    kept: list[list[_Place]] = []
    for places in laid:
        starts: dict[int, _Place] = {}
        keep: list[_Place] = []
        for place in places:
            top = above.get(place.at)
            if place.merge not in (None, "restart") and top and not place.text.strip():
                starts[place.at] = top
                top.down += 1
                continue
            # A cell that continues nothing, or has words of its own, stands by itself.
            if place.merge is not None:
                starts[place.at] = place
            keep.append(place)
        above = starts
        kept.append(keep)
    return kept


def _size(element: Element) -> int:
    return sum(len((t.text or "").strip()) for t in element.iter(W + "t"))


def _is_hidden(drawing: Element) -> bool:
    for named in drawing.iter(WP + "docPr"):
        return named.get("hidden") in ("1", "true")
    return any(_INVISIBLE in (child.get("style") or "").replace(" ", "") for child in drawing)
