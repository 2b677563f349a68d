"""The binary Word format (doc, wps): its characters and the properties of its paragraphs.

After [MS-DOC]: the file information block leads to the piece table, which says where the
characters stand and in which width, and to the paragraph pages, which say what is a table.
Everything is read with bounds; a figure that points outside the file makes it `Damaged`.
"""

from __future__ import annotations

import io
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import olefile

from parser.errors import Unreadable
from parser.intake.wordlists import WordLists

_WHAT = "Word 文档"
_MAGIC = 0xA5EC
_ENCRYPTED = 0x0100
_TABLE_ONE = 0x0200
# Offsets of pairs (place in the table stream, length) and counts in the information block.
_CLX = 0x01A2
_PAPX = 0x0102
_LISTS, _OVERRIDES = 0x02E2, 0x02EA
_MAIN_LENGTH = 0x4C
_NOTE_LENGTHS = (0x50, 0x54, 0x58, 0x5C, 0x60)
_BOX_LENGTH = 0x64
_PAGE = 512
_MAX_CHARACTERS = 8_000_000
# Single properties: in a table, end of a row, nesting depth, the row's definition.
_IN_TABLE, _ROW_END, _DEPTH, _DEFINITION = 0x2416, 0x2417, 0x6649, 0xD608
_VERTICAL = 0xD62B
# The list that a paragraph belongs to, and its level there.
_LIST, _LIST_LEVEL = 0x460B, 0x260A
_HUGE = (0x6646, 0x646B)
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}


class Damaged(Unreadable):
    """The file is damaged, or older than this reader knows; another program may still read it."""


@dataclass(frozen=True, slots=True)
class RowCell:
    """What the end of a row says of one cell: its edges in twips, and how it is merged."""

    left: int
    right: int
    continues_left: bool
    continues_up: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph with the mark that ends it, and what its properties say about tables.

    `label` is the number that Word gives it by itself.
    """

    text: str
    end: str
    label: str
    depth: int
    row_end: bool
    cells: tuple[RowCell, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    offset: int
    narrow: bool


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
        self._runs = list(self._paragraph_runs())
        self._starts = [start for start, _, _ in self._runs]
        self._lists = WordLists(self._table, self._pair(_LISTS), self._pair(_OVERRIDES))

    def main(self) -> Iterator[Mark]:
        """Yield the paragraphs of the text itself."""
        yield from self._marks(0, self._length(_MAIN_LENGTH))

    def text_boxes(self) -> Iterator[Mark]:
        """Yield the paragraphs of the text boxes, which stand behind the notes."""
        start = self._length(_MAIN_LENGTH) + sum(self._length(at) for at in _NOTE_LENGTHS)
        yield from self._marks(start, start + self._length(_BOX_LENGTH))

    def _length(self, at: int) -> int:
        return min(max(0, self._number(self._main, at, "i")), _MAX_CHARACTERS)

    def _marks(self, start: int, end: int) -> Iterator[Mark]:
        """Cut the characters at paragraph, cell and page marks."""
        words: list[str] = []
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
            for i, c in enumerate(text):
                if c in "\r\x07\x0c":
                    yield self._mark(_joined(words), c, at + i * width)
                    words = []
                else:
                    words.append(c)
        if words:
            yield Mark(_joined(words), "\r", "", 0, False, ())

    def _mark(self, text: str, end: str, at: int) -> Mark:
        i = bisect_right(self._starts, at) - 1
        grpprl = self._runs[i][2] if i >= 0 and at < self._runs[i][1] else b""
        depth = row_end = override = level = 0
        cells: tuple[RowCell, ...] = ()
        vertical: dict[int, bool] = {}
        for code, operand in self._properties(grpprl):
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
        label = self._lists.label(override, level) if override else ""
        return Mark(text, end, label, depth, bool(row_end), cells)

    def _piece_table(self) -> list[_Piece]:
        at, length = self._pair(_CLX)
        clx = self._table[at : at + length]
        at = 0
        while at < len(clx) and clx[at] == 1:
            at += 3 + self._number(clx, at + 1, "H")
        if at >= len(clx) or clx[at] != 2:
            raise Damaged(f"{_WHAT}已损坏，找不到文字所在的位置。")
        size = self._number(clx, at + 1, "I")
        body = clx[at + 5 : at + 5 + size]
        count = (len(body) - 4) // 12
        pieces: list[_Piece] = []
        for i in range(count):
            start, end = (self._number(body, 4 * n, "I") for n in (i, i + 1))
            place = self._number(body, 4 * (count + 1) + 8 * i + 2, "I")
            narrow = bool(place & 0x40000000)
            place &= 0x3FFFFFFF
            if end < start or end > _MAX_CHARACTERS:
                raise Damaged(f"{_WHAT}已损坏，文字的位置表不对。")
            pieces.append(_Piece(start, end, place // 2 if narrow else place, narrow))
        if not pieces or pieces[-1].end < self._length(_MAIN_LENGTH):
            raise Damaged(f"{_WHAT}已损坏，文字的位置表不完整。")
        return pieces

    def _paragraph_runs(self) -> Iterator[tuple[int, int, bytes]]:
        """Yield (first byte, byte after, properties) of each paragraph, in the order of bytes."""
        at, length = self._pair(_PAPX)
        plc = self._table[at : at + length]
        count = max(0, (len(plc) - 4) // 8)
        runs: list[tuple[int, int, bytes]] = []
        for i in range(count):
            number = self._number(plc, 4 * (count + 1) + 4 * i, "I") & 0x3FFFFF
            page = self._main[number * _PAGE : (number + 1) * _PAGE]
            if len(page) == _PAGE:
                runs.extend(self._page_runs(page))
        yield from sorted(runs, key=lambda run: run[0])

    def _page_runs(self, page: bytes) -> Iterator[tuple[int, int, bytes]]:
        count = page[_PAGE - 1]
        if 4 * (count + 1) + 13 * count >= _PAGE:
            return
        for i in range(count):
            start, end = struct.unpack_from("<II", page, 4 * i)
            place = 2 * page[4 * (count + 1) + 13 * i]
            grpprl = b""
            if place and place < _PAGE - 2:
                size = 2 * page[place] - 1 if page[place] else 2 * page[place + 1]
                first = place + 1 if page[place] else place + 2
                # Two bytes name the style; table marks are never left to a style.
                grpprl = page[first + 2 : min(first + size, _PAGE - 1)]
            yield start, end, grpprl

    def _properties(self, grpprl: bytes, depth: int = 0) -> Iterator[tuple[int, bytes]]:
        at = 0
        while at + 2 <= len(grpprl):
            code = grpprl[at] | grpprl[at + 1] << 8
            at += 2
            size = _OPERANDS.get(code >> 13)
            if code == _DEFINITION:
                if at + 2 > len(grpprl):
                    return
                size = (grpprl[at] | grpprl[at + 1] << 8) - 1
                at += 2
            elif size is None:
                if at >= len(grpprl):
                    return
                size = grpprl[at]
                at += 1
            operand = grpprl[at : at + size]
            at += size
            if len(operand) < size or size < 1:
                return
            if code in _HUGE and depth == 0:
                place = struct.unpack("<I", operand)[0]
                if place + 2 <= len(self._data):
                    length = self._number(self._data, place, "H")
                    yield from self._properties(self._data[place + 2 : place + 2 + length], 1)
            else:
                yield code, operand

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


def _joined(words: list[str]) -> str:
    """Return the words with pairs of halves put together again."""
    return "".join(words).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


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
