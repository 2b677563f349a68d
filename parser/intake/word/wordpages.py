"""The property pages of binary Word files: which bytes of the text have which properties.

After [MS-DOC]: a table (PlcBteChpx, PlcBtePapx) names pages of 512 bytes, each of which says
where its runs begin and end and where in the page their properties stand (2.9.33, 2.9.174). A
property is a code of two bytes, which tells the length of its operand (2.2.5.1).
"""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

_PAGE = 512
_DEFINITION = 0xD608
_HUGE = (0x6646, 0x646B)
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
# In a page, a run of paragraphs has 13 bytes of its own, one of characters has one.
PARAGRAPHS, CHARACTERS = 13, 1


@dataclass(frozen=True, slots=True)
class Run:
    """Bytes `start` up to but not including `end` of the text, their style and properties.

    `style` is 0 for characters: theirs is one of the properties.
    """

    start: int
    end: int
    style: int
    grpprl: bytes


class Runs:
    """The runs of one kind. `main` holds the pages, `table` from `at` the names of pages."""

    def __init__(self, main: bytes, table: bytes, place: tuple[int, int], kind: int) -> None:
        at, length = place
        plc = table[at : at + length]
        count = max(0, (len(plc) - 4) // 8)
        runs: list[Run] = []
        for i in range(count):
            number = struct.unpack_from("<I", plc, 4 * (count + 1) + 4 * i)[0] & 0x3FFFFF
            page = main[number * _PAGE : (number + 1) * _PAGE]
            if len(page) == _PAGE:
                runs.extend(_page_runs(page, kind))
        self.all = sorted(runs, key=lambda run: run.start)
        self._starts = [run.start for run in self.all]

    def at(self, place: int) -> Run | None:
        """Return the run that covers a byte of the text."""
        i = bisect_right(self._starts, place) - 1
        return self.all[i] if i >= 0 and place < self.all[i].end else None

    def edges(self, start: int, end: int) -> Iterator[int]:
        """Yield the bytes between `start` and `end` where another run may begin."""
        first = max(0, bisect_right(self._starts, start) - 1)
        for run in islice(self.all, first, bisect_left(self._starts, end)):
            yield from (place for place in (run.start, run.end) if start < place < end)


def properties(grpprl: bytes, data: bytes = b"", depth: int = 0) -> Iterator[tuple[int, bytes]]:
    """Yield (code, operand) of each property; `data` is the stream where long lists stand."""
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
            if place + 2 <= len(data):
                length = struct.unpack_from("<H", data, place)[0]
                yield from properties(data[place + 2 : place + 2 + length], data, 1)
        else:
            yield code, operand


def _page_runs(page: bytes, kind: int) -> Iterator[Run]:
    count = page[_PAGE - 1]
    if 4 * (count + 1) + kind * count >= _PAGE:
        return
    for i in range(count):
        start, end = struct.unpack_from("<II", page, 4 * i)
        place = 2 * page[4 * (count + 1) + kind * i]
        grpprl, style = b"", 0
        if place and place < _PAGE - 2:
            if kind == CHARACTERS:
                grpprl = page[place + 1 : min(place + 1 + page[place], _PAGE - 1)]
            else:
                size = 2 * page[place] - 1 if page[place] else 2 * page[place + 1]
                first = place + 1 if page[place] else place + 2
                style = page[first] | page[first + 1] << 8 if first + 2 < _PAGE else 0
                grpprl = page[first + 2 : min(first + size, _PAGE - 1)]
        yield Run(start, end, style, grpprl)
