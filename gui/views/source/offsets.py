"""Which place of a shown document stands for which character of the report's text.

Qt counts UTF-16 units and drops or adds characters where tables begin and lines break; the
engine counts characters. The map holds runs in which one character is one unit, so both
directions are a binary search and exact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

LINE_LIMIT = 2000  # characters; a paragraph of a million characters takes Qt minutes to lay out

# What Qt would read as structure (NUL ends strings, U+FDD0 and U+FDD1 are its frame marks, U+FFFC
# its objects) or cannot hold (halves of surrogate pairs) is shown as a replacement character.
_ODD = re.compile("\r\n|[\r\0\ufdd0\ufdd1\ufffc\ud800-\udfff]|[\U00010000-\U0010ffff]")
_LINES = re.compile("[^\n]*\n|[^\n]+")
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Run:
    """`count` characters from `offset` on, shown from `place` on in `units` UTF-16 units.

    Either `units` equals `count`, or the run is a single character (or a CR LF pair).
    """

    offset: int
    place: int
    count: int
    units: int


def shown(text: str, offset: int, place: int) -> tuple[str, list[Run]]:
    """Return `text` as it is put into a document at `place`, and the runs that map it.

    Line ends become one paragraph break, over-long lines are broken, what would upset Qt is
    replaced; nothing is left out.
    """
    pieces: list[str] = []
    runs: list[Run] = []
    in_line = 0

    def put(piece: str, count: int, units: int) -> None:
        nonlocal offset, place
        if count:
            runs.append(Run(offset, place, count, units))
        pieces.append(piece)
        offset += count
        place += units

    def put_line(line: str) -> None:
        nonlocal in_line
        while in_line + len(line.rstrip("\n")) > LINE_LIMIT:
            cut = LINE_LIMIT - in_line
            put(line[:cut], cut, cut)
            put("\n", 0, 1)
            line = line[cut:]
            in_line = 0
        put(line, len(line), len(line))
        ended = line.rfind("\n")
        in_line = in_line + len(line) if ended < 0 else len(line) - ended - 1

    def put_plain(piece: str) -> None:
        if len(piece) <= LINE_LIMIT - in_line:
            put_line(piece)
            return
        for line in _LINES.findall(piece):
            put_line(line)

    at = 0
    for odd in _ODD.finditer(text):
        put_plain(text[at : odd.start()])
        piece = odd.group()
        if piece[0] == "\r":
            put("\n", len(piece), 1)
            in_line = 0
        elif piece > "\uffff":
            put(piece, 1, 2)
        else:
            put(_REPLACEMENT, 1, 1)
        at = odd.end()
    put_plain(text[at:])
    return "".join(pieces), _joined(runs)


class OffsetMap:
    """Looks places and offsets up in runs. Runs may be added in any order before the first use."""

    def __init__(self, runs: list[Run]) -> None:
        """Take the runs of a document."""
        self._by_offset = sorted(runs, key=lambda run: (run.offset, run.place))
        self._by_place = sorted(runs, key=lambda run: (run.place, run.offset))
        self._offsets = [run.offset for run in self._by_offset]
        self._places = [run.place for run in self._by_place]

    def place_of(self, offset: int, *, end: bool = False) -> int:
        """Return where the character at `offset` is shown.

        With `end`, return where the text up to `offset` ends: after the character before it, not
        before the one that follows. Characters that are not shown (between two cells) give the
        nearest place after, or with `end` before them.
        """
        if not self._by_offset:
            return 0
        index = bisect_right(self._offsets, offset - 1 if end else offset) - 1
        if index < 0:
            return self._by_offset[0].place
        run = self._by_offset[index]
        inside = offset - run.offset
        if inside < run.count or (end and inside == run.count):
            return run.place + (inside if run.units == run.count else run.units * bool(inside))
        if not end and inside == 0:
            return run.place
        if not end and index + 1 < len(self._by_offset):
            return self._by_offset[index + 1].place
        return run.place + run.units

    def offset_of(self, place: int) -> int:
        """Return the character that is shown at `place`, or the nearest one before it."""
        if not self._by_place:
            return 0
        index = max(0, bisect_right(self._places, place) - 1)
        run = self._by_place[index]
        inside = place - run.place
        if inside >= run.units:
            return run.offset + max(0, run.count - 1) if run.count else run.offset
        return run.offset + (max(0, inside) if run.units == run.count else 0)


def _joined(runs: list[Run]) -> list[Run]:
    """Join neighbours that map one to one, so that ordinary text is a single run."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.count == last.units
            and run.count == run.units
            and last.offset + last.count == run.offset
            and last.place + last.units == run.place
        ):
            length = last.count + run.count
            joined[-1] = Run(last.offset, last.place, length, length)
        else:
            joined.append(run)
    return joined
