"""The binary Word format (doc, wps): its characters and the properties of its paragraphs.

After [MS-DOC]: the file information block leads to the piece table, which says where the
characters stand and in which width, and to the paragraph pages, which say what is a table.
Everything is read with bounds; a figure that points outside the file makes it `Damaged`.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import olefile

from parser.errors import Unreadable
from parser.intake.strikes import counted, struck
from parser.intake.word.edges import RowCell
from parser.intake.word.looks import levelled
from parser.intake.word.wordlists import WordLists
from parser.intake.word.wordlooks import DELETED, WordLooks, colours
from parser.intake.word.wordpages import CHARACTERS, PARAGRAPHS, Runs, properties

_WHAT = "Word 文档"
_MAGIC = 0xA5EC
_ENCRYPTED = 0x0100
_TABLE_ONE = 0x0200
# Offsets of pairs (place in the table stream, length) and counts in the information block.
_CLX = 0x01A2
_PAPX = 0x0102
_CHPX = 0x00FA
_STYLES = 0x00A2
_LISTS, _OVERRIDES = 0x02E2, 0x02EA
_MAIN_LENGTH = 0x4C
_NOTE_LENGTHS = (0x50, 0x54, 0x58, 0x5C, 0x60)
_BOX_LENGTH = 0x64
_MAX_CHARACTERS = 8_000_000
# Single properties: in a table, end of a row, nesting depth, the row's definition.
_IN_TABLE, _ROW_END, _DEPTH, _DEFINITION = 0x2416, 0x2417, 0x6649, 0xD608
_VERTICAL = 0xD62B
# The list that a paragraph belongs to, and its level there.
_LIST, _LIST_LEVEL = 0x460B, 0x260A
# What a piece says of its characters in one byte, and the property that this is (2.9.215).
_SHORT = {0x41: 0x0800, 0x57: 0x0837, 0x5C: 0x083C, 0x62: 0x2A42, 0x68: 0x2A48}
# Where a picture stands in the data stream; twips in centimetres.
_PICTURE = 0x6A03
_TWIP = 2.54 / 1440
# What ends a paragraph, a cell, a page.
_MARKS = re.compile("[\r\x07\x0c]")
# Marks of fields: they stay whatever their look, for what they enclose is told by them.
_FIELD_MARKS = re.compile("([\x13-\x15])")


class Damaged(Unreadable):
    """The file is damaged, or older than this reader knows; another program may still read it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph with the mark that ends it, and what its properties say about tables.

    `label` is the number that Word gives it by itself. `text` is marked where it is struck out,
    and what is hidden is not in it; `hid` says so. `deleted`: the mark itself is struck by a
    tracked change. `pictures` are the sizes of those that stand in the line, in centimetres.
    """

    text: str
    end: str
    label: str
    depth: int
    row_end: bool
    cells: tuple[RowCell, ...]
    hid: bool = False
    deleted: bool = False
    pictures: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    offset: int
    narrow: bool
    grpprl: bytes


@dataclass(frozen=True, slots=True)
class _Passage:
    """Characters of one look, as units of UTF-16."""

    text: str
    grpprl: bytes


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What its properties say of a paragraph: its place in a table, its list, its ground."""

    depth: int
    row_end: bool
    override: int
    level: int
    cells: tuple[RowCell, ...]
    coloured: bool


_PLAIN = _Paragraph(0, False, 0, 0, (), False)


class WordFile:
    """A binary Word file, opened. Raises `Unreadable` where it is damaged or has a password."""

    def __init__(self, data: bytes) -> None:
        try:
            with _opened(data) as ole:
                self._most = len(data)
                self._main = self._stream(ole, "WordDocument")
                flags = self._number(self._main, 0x0A, "H")
                self._table = self._stream(ole, "1Table" if flags & _TABLE_ONE else "0Table")
                self._data = self._stream(ole, "Data") if ole.exists("Data") else b""
        except Unreadable:
            raise
        except (OSError, ValueError, IndexError, TypeError, struct.error, AttributeError) as error:
            raise Damaged(f"{_WHAT}已损坏，打不开。") from error
        if self._number(self._main, 0, "H") != _MAGIC:
            raise Damaged(f"{_WHAT}的格式太旧（Word 95 或更早），请另存为 docx 后再读。")
        if flags & _ENCRYPTED:
            raise Unreadable("文件有打开密码，请解除密码后再读。")
        self._pieces = self._piece_table()
        self._paragraphs = Runs(self._main, self._table, self._pair(_PAPX), PARAGRAPHS)
        self._characters = Runs(self._main, self._table, self._pair(_CHPX), CHARACTERS)
        self._looks = WordLooks(self._table, self._pair(_STYLES))
        self._coloured = False
        told = {run.grpprl for run in self._paragraphs.all}
        self._said = {grpprl: self._paragraph(grpprl) for grpprl in told}
        self._coloured_tables = any(said.coloured for said in self._said.values())
        self._deleted: dict[bytes, bool] = {}
        self._lists = WordLists(self._table, self._pair(_LISTS), self._pair(_OVERRIDES))

    def main(self) -> Iterator[Mark]:
        """Yield the paragraphs of the text itself."""
        yield from self._marks(0, self._length(_MAIN_LENGTH))

    def text_boxes(self) -> Iterator[Mark]:
        """Yield the paragraphs of the text boxes, which stand behind the notes."""
        # What a box is filled with is not read here: white letters are taken for shown.
        self._coloured = True
        start = self._length(_MAIN_LENGTH) + sum(self._length(at) for at in _NOTE_LENGTHS)
        yield from self._marks(start, start + self._length(_BOX_LENGTH))

    def _length(self, at: int) -> int:
        return min(max(0, self._number(self._main, at, "i")), _MAX_CHARACTERS)

    def _marks(self, start: int, end: int) -> Iterator[Mark]:
        """Cut the characters at paragraph, cell and page marks."""
        passages: list[_Passage] = []
        for piece in self._pieces:
            low, high = max(start, piece.start), min(end, piece.end)
            if low >= high:
                continue
            width = 1 if piece.narrow else 2
            at = piece.offset + (low - piece.start) * width
            raw = self._main[at : at + (high - low) * width]
            if len(raw) < (high - low) * width:
                raise Damaged(f"{_WHAT}不完整，后面的文字缺失。")
            # One place a unit: a character beyond the basic plane must not shift what follows.
            text = raw.decode("cp1252", "replace") if piece.narrow else _units(raw)
            edges = {0, len(text)}
            edges.update((edge - at) // width for edge in self._characters.edges(at, at + len(raw)))
            for first, last in pairwise(sorted(edges)):
                run = self._characters.at(at + first * width)
                grpprl = (run.grpprl if run else b"") + piece.grpprl
                for mark in _MARKS.finditer(text, first, last):
                    passages.append(_Passage(text[first : mark.start()], grpprl))
                    yield self._mark(passages, mark[0], at + mark.start() * width, grpprl)
                    passages = []
                    first = mark.end()
                passages.append(_Passage(text[first:last], grpprl))
        rest = "".join(passage.text for passage in passages)
        if rest:
            yield Mark(_joined(rest), "\r", "", 0, False, ())

    def _mark(self, passages: list[_Passage], end: str, at: int, own: bytes) -> Mark:
        run = self._paragraphs.at(at)
        grpprl, style = (run.grpprl, run.style) if run else (b"", 0)
        said = self._said.get(grpprl, _PLAIN)
        coloured = self._coloured or said.coloured or (said.depth > 0 and self._coloured_tables)
        text, hid = self._seen(passages, style, coloured)
        label = ""
        # What is hidden whole has no number, and none is counted.
        if said.override and (text.strip() or not hid):
            label = self._lists.label(said.override, said.level)
            label = struck(label) if text.strip() and not counted(text).strip() else label
        look = self._looks.look(own, style, True)
        if own not in self._deleted:
            marks = (operand[0] for code, operand in properties(own) if code == DELETED)
            self._deleted[own] = any(marks)
        pictures = tuple(self._pictures(passages))
        return Mark(
            text,
            end,
            label,
            said.depth,
            said.row_end,
            said.cells,
            hid or look.hidden,
            self._deleted[own],
            pictures,
        )

    def _paragraph(self, grpprl: bytes) -> _Paragraph:
        """Return what these properties say of each paragraph that has them."""
        depth = row_end = override = level = 0
        cells: tuple[RowCell, ...] = ()
        vertical: dict[int, bool] = {}
        for code, operand in properties(grpprl, self._data):
            if code == _IN_TABLE:
                depth = max(depth, operand[0])
            elif code == _DEPTH:
                depth = max(depth, min(struct.unpack("<i", operand)[0], 20))
            elif code == _ROW_END:
                row_end = operand[0]
            elif code == _LIST:
                override = struct.unpack("<h", operand)[0]
            elif code == _LIST_LEVEL:
                level = operand[0]
            elif code == _DEFINITION:
                cells = _row_cells(operand)
            elif code == _VERTICAL and len(operand) >= 2:
                vertical[operand[0]] = operand[1] == 1
        if vertical:
            cells = tuple(
                RowCell(c.left, c.right, c.continues_left, vertical.get(n, c.continues_up))
                for n, c in enumerate(cells)
            )
        shaded = colours(grpprl, self._data)
        return _Paragraph(depth, bool(row_end), override, level, cells, shaded)

    def _pictures(self, passages: list[_Passage]) -> Iterator[tuple[float, float]]:
        """Yield the sizes of the pictures of a paragraph (PICF, 2.9.192)."""
        for passage in passages:
            for code, operand in properties(passage.grpprl) if "\x01" in passage.text else ():
                place = struct.unpack("<I", operand)[0] if code == _PICTURE else len(self._data)
                if place + 36 <= len(self._data):
                    wide, high, across, down = struct.unpack_from("<hhHH", self._data, place + 28)
                    yield wide * across * _TWIP / 1000, high * down * _TWIP / 1000

    def _seen(self, passages: list[_Passage], style: int, coloured: bool) -> tuple[str, bool]:
        """Return what the page shows of a paragraph, and whether some of it is hidden."""
        parts: list[tuple[str, int]] = []
        hid = False
        for passage in passages:
            look = self._looks.look(passage.grpprl, style, coloured)
            hid = hid or (look.hidden and bool(passage.text.strip()))
            if not _FIELD_MARKS.search(passage.text):
                parts.append((look.seen(passage.text), look.lift))
                continue
            for part in _FIELD_MARKS.split(passage.text):
                parts.append((part if _FIELD_MARKS.match(part) else look.seen(part), look.lift))
        return _joined(levelled(parts)), hid

    def _piece_table(self) -> list[_Piece]:
        at, length = self._pair(_CLX)
        clx = self._table[at : at + length]
        at = 0
        lists: list[bytes] = []
        while at < len(clx) and clx[at] == 1:
            size = self._number(clx, at + 1, "H")
            lists.append(clx[at + 3 : at + 3 + size])
            at += 3 + size
        if at >= len(clx) or clx[at] != 2:
            raise Damaged(f"{_WHAT}已损坏，找不到文字所在的位置。")
        size = self._number(clx, at + 1, "I")
        body = clx[at + 5 : at + 5 + size]
        count = (len(body) - 4) // 12
        pieces: list[_Piece] = []
        for i in range(count):
            start, end = (self._number(body, 4 * n, "I") for n in (i, i + 1))
            place = self._number(body, 4 * (count + 1) + 8 * i + 2, "I")
            own = _piece_properties(self._number(body, 4 * (count + 1) + 8 * i + 6, "H"), lists)
            narrow = bool(place & 0x40000000)
            place &= 0x3FFFFFFF
            if end < start or end > _MAX_CHARACTERS:
                raise Damaged(f"{_WHAT}已损坏，文字的位置表不对。")
            pieces.append(_Piece(start, end, place // 2 if narrow else place, narrow, own))
        if not pieces or pieces[-1].end < self._length(_MAIN_LENGTH):
            raise Damaged(f"{_WHAT}已损坏，文字的位置表不完整。")
        return pieces

    def _stream(self, ole: Any, name: str) -> bytes:
        if not ole.exists(name):
            raise Damaged(f"{_WHAT}已损坏，缺少“{name}”部分。")
        # A size beyond the file, with sectors in a circle, would be filled up without end.
        if ole.get_size(name) > self._most:
            raise Damaged(f"{_WHAT}已损坏，“{name}”部分比整个文件还大。")
        with ole.openstream(name) as stream:
            return bytes(stream.read())

    def _pair(self, at: int) -> tuple[int, int]:
        return self._number(self._main, at, "I"), self._number(self._main, at + 4, "I")

    @staticmethod
    def _number(data: bytes, at: int, kind: str) -> int:
        try:
            return int(struct.unpack_from("<" + kind, data, at)[0])
        except struct.error as error:
            raise Damaged(f"{_WHAT}已损坏，内容不完整。") from error


def _units(raw: bytes) -> str:
    """Return the units of UTF-16 as one character each, halves of pairs included."""
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def _joined(text: str) -> str:
    """Return the text with pairs of halves put together again."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _piece_properties(said: int, lists: list[bytes]) -> bytes:
    """Return what a piece says of its characters (2.9.215, 2.9.216) as a list of properties."""
    if said & 1:
        return lists[said >> 1] if said >> 1 < len(lists) else b""
    code = _SHORT.get(said >> 1 & 0x7F)
    return struct.pack("<HB", code, said >> 8) if code else b""


def _row_cells(operand: bytes) -> tuple[RowCell, ...]:
    """Read a row's definition: how many cells, their edges, and how each is merged."""
    count = operand[0]
    edges_end = 1 + 2 * (count + 1)
    if not count or count > 64 or len(operand) < edges_end:
        return ()
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    cells: list[RowCell] = []
    for i in range(count):
        at = edges_end + 20 * i
        flags = operand[at] | operand[at + 1] << 8 if at + 2 <= len(operand) else 0
        left = flags & 3 == 2
        up = flags >> 5 & 3 == 1
        cells.append(RowCell(edges[i], edges[i + 1], left, up))
    return tuple(cells)


def _opened(data: bytes) -> Any:
    # The library has no types worth the name.
    return olefile.OleFileIO(io.BytesIO(data))  # pyright: ignore[reportUnknownVariableType]
