"""The body of an RTF file: its paragraphs to lines, its rows to grids."""

from __future__ import annotations

from dataclasses import dataclass, field

from parser.intake.strikes import counted, struck
from parser.intake.word.drawings import UNREAD, is_large
from parser.intake.word.edges import BROKEN_OFF, EdgedCell, RowCell, paired, write_edged
from parser.intake.word.looks import levelled
from parser.intake.writer import Writer
from parser.model import Note, Span

_TWIP = 2.54 / 1440


@dataclass(slots=True)
class _Definition:
    """What is said of the cells of the rows that follow (`trowd` … `cellx`)."""

    cells: list[RowCell] = field(default_factory=list[RowCell])
    left: int = 0
    aside: bool = False
    above: bool = False


@dataclass(slots=True)
class Flow:
    """Text on its way to the page: the text itself, or that of a box that hangs on it."""

    words: list[str] = field(default_factory=list[str])
    # The paragraph that is being read: its number, its words, whether some of them hide.
    label: str = ""
    open: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    hid: bool = False
    pictures: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])
    cells: list[EdgedCell] = field(default_factory=list[EdgedCell])
    rows: list[list[EdgedCell]] = field(default_factory=list[list[EdgedCell]])
    boxes: list[Flow] = field(default_factory=list["Flow"])
    # What a box holds, kept until the paragraph that it hangs on is written.
    blocks: list[str | list[list[EdgedCell]]] = field(
        default_factory=list[str | list[list[EdgedCell]]]
    )


class Body:
    """Takes the marks of an RTF body in their order and writes what they say."""

    def __init__(self, writer: Writer) -> None:
        self.notes: list[Note] = []
        self._writer = writer
        self._flow = Flow()
        self._outer: list[Flow] = []
        self._row = _Definition()

    def say(self, text: str, lift: int = 0) -> None:
        """Take words as they are shown, moved up by so many half points."""
        if text:
            self._flow.open.append((text, lift))

    def hide(self) -> None:
        """Take note that words of this paragraph are not shown."""
        self._flow.hid = True

    def number(self, text: str) -> None:
        """Take a piece of the number that the paragraph bears; a tab ends it."""
        label = self._flow.label
        # Needed only where both would run together.
        gap = " " if label[-1:].isalnum() else ""
        self._flow.label = (label + (gap if text == "\t" else text)).lstrip()

    def picture(self, width: int, height: int) -> None:
        """Take a picture, its sides in twips."""
        self._flow.pictures.append((width * _TWIP, height * _TWIP))

    def paragraph(self, in_table: bool) -> None:
        """End a paragraph."""
        if in_table:
            self._close()
            self._flow.words.append("\n")
            return
        # These words are no part of a table that was left without an end.
        flow = self._flow
        kept = flow.open, flow.label, flow.hid
        flow.open, flow.label, flow.hid = [], "", False
        self._end_table()
        flow.open, flow.label, flow.hid = kept
        self._end_line()

    def cell(self) -> None:
        """End a cell."""
        self._close()
        flow = self._flow
        for box in flow.boxes:
            flow.words += ["\n", *(line for line in _lines(box))]
        text = _whole(flow.words)
        flow.cells.append(EdgedCell(text, pictures=bool(flow.pictures)))
        flow.words, flow.pictures, flow.boxes = [], [], []

    def row(self) -> None:
        """End a row."""
        self._flow.rows.append(paired(self._flow.cells, self._row.cells))
        self._flow.cells, self._flow.words, self._flow.open = [], [], []

    def define(self, word: str, number: int) -> None:
        """Take a word about the cells of the rows to come."""
        row = self._row
        if word == "trowd":
            self._row = _Definition()
        elif word == "trleft":
            row.left = number if not row.cells else row.left
        elif word == "clmrg":
            row.aside = True
        elif word == "clvmrg":
            row.above = True
        elif word == "cellx" and len(row.cells) < 200:
            left = row.cells[-1].right if row.cells else row.left
            row.cells.append(RowCell(left, number, row.aside, row.above))
            row.aside = row.above = False

    def open_box(self) -> None:
        """Begin a text box that hangs on this paragraph."""
        self._outer.append(self._flow)
        self._flow = Flow()

    def close_box(self) -> None:
        """End the text box."""
        if not self._outer:
            return
        self._end_table()
        if self._flow.open:
            self._end_line()
        box, self._flow = self._flow, self._outer.pop()
        self._flow.boxes.append(box)

    def finish(self, broken: bool) -> None:
        """End the document; `broken`: the file ends before its text does."""
        while self._outer:
            self.close_box()
        unfinished = bool(self._flow.cells)
        self._end_table()
        if self._flow.open or self._flow.pictures or self._flow.boxes:
            self._end_line()
        if broken or unfinished:
            self.notes.append(Note("F108", BROKEN_OFF, (Span(self._writer.at, self._writer.at),)))

    def _close(self) -> None:
        """End the paragraph; the number of what is not shown is not shown."""
        flow = self._flow
        text, label = levelled(flow.open), flow.label
        if text.strip() and not counted(text).strip():
            label = struck(label)
        if text.strip() or not flow.hid:
            flow.words.append(label + text)
        flow.open, flow.label, flow.hid = [], "", False

    def _end_line(self) -> None:
        self._close()
        flow = self._flow
        text = _whole(flow.words)
        pictures, boxes = flow.pictures, flow.boxes
        flow.words, flow.pictures, flow.boxes = [], [], []
        if self._outer:
            flow.blocks.append(text)
            flow.boxes = boxes
            return
        for line in text.split("\n"):
            self._writer.line(line.replace("\t", " ").rstrip())
        at = Span(self._writer.at, self._writer.at)
        self.notes += [Note("F107", UNREAD, (at,)) for size in pictures if is_large(*size)]
        for box in boxes:
            self._write(box)

    def _write(self, box: Flow) -> None:
        for block in box.blocks:
            if isinstance(block, str):
                for line in block.split("\n"):
                    self._writer.line(line.replace("\t", " ").rstrip())
            else:
                self.notes += write_edged(self._writer, block)
        for inner in box.boxes:
            self._write(inner)

    def _end_table(self) -> None:
        flow = self._flow
        # A row without an end still counts as a row.
        if flow.cells and (flow.words or flow.open):
            self.cell()
        rows = [*flow.rows, flow.cells] if flow.cells else flow.rows
        flow.rows, flow.cells = [], []
        if rows and self._outer:
            flow.blocks.append(rows)
        elif rows:
            self.notes += write_edged(self._writer, rows)


def _whole(words: list[str]) -> str:
    """Return the words as one, halves of pairs joined, tabs in cells as spaces."""
    text = "".join(words).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\xa0", " ").replace("\x00", "")


def _lines(box: Flow) -> list[str]:
    lines: list[str] = []
    for block in box.blocks:
        if isinstance(block, str):
            lines.append(block + "\n")
        else:
            lines += [cell.text + "\n" for row in block for cell in row]
    return lines
