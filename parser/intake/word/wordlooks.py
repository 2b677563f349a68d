"""How the characters of a binary Word file look: their own properties and those of styles.

After [MS-DOC]: the style sheet (2.9.271) gives each style the one that it is based on and its
character properties. What cannot be followed changes nothing: the words count.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from parser.intake.word.looks import AWAY, Look, alike, is_white
from parser.intake.word.wordpages import properties

DELETED = 0x0800
_STRIKE, _DOUBLE, _VANISH = 0x0837, 0x2A53, 0x083C
_SCRIPT, _STYLE, _SIZE, _POSITION = 0x2A48, 0x4A30, 0x4A43, 0x4845
_COLOUR, _OLD_COLOUR = 0x6870, 0x2A42
_SHADE, _OLD_SHADE, _HIGHLIGHT = 0xCA71, 0x4866, 0x2A0C
_PARAGRAPH_SHADES = (0xC64D, 0x442D)
_TABLE_SHADES = (0xD612, 0xD616, 0xD60C, 0xD609, 0xD670, 0xD671, 0xD672, 0xD62D, 0x7627)
# A table's own style may colour it; 11 is the plain one.
_TABLE_STYLE, _PLAIN_TABLE = 0x563A, 11
# Shadings in the manner of Word 97, of two bytes each.
_OLD_SHADES = (0x4866, 0x442D, 0xD609)
_WHITE = 8
# Colours of letters and shadings as 0xRRGGBB.
_AUTOMATIC, _UNKNOWN = -1, -2
_OLD_COLOURS = (
    _AUTOMATIC, 0x000000, 0x0000FF, 0x00FFFF, 0x00FF00, 0xFF00FF, 0xFF0000, 0xFFFF00, 0xFFFFFF,
    0x000080, 0x008080, 0x008000, 0x800080, 0x800000, 0x808000, 0x808080, 0xC0C0C0,
)  # fmt: skip
_SPECK = 4
_DEEPEST = 12
_NO_BASE = 0x0FFF
_PARAGRAPH_STYLE, _CHARACTER_STYLE = 1, 2

_State = dict[int, int]


@dataclass(frozen=True, slots=True)
class _Style:
    base: int
    grpprl: bytes


class WordLooks:
    """The looks in one document. `place` is where the style sheet stands in `table`."""

    def __init__(self, table: bytes, place: tuple[int, int]) -> None:
        self._styles: dict[int, _Style] = {}
        self._resolved: dict[int, _State] = {}
        self._looks: dict[tuple[bytes, int, bool], Look] = {}
        # Where the sheet is damaged, the styles that were read so far still count.
        with suppress(struct.error, IndexError):
            self._read(table[place[0] : place[0] + place[1]])

    def look(self, grpprl: bytes, style: int, coloured: bool) -> Look:
        """Return the look of characters with these properties in a paragraph of this style.

        `coloured`: they do not stand on white paper, so that white letters can be seen.
        """
        key = (grpprl, style, coloured)
        if key not in self._looks:
            self._looks[key] = self._reckoned(grpprl, style, coloured)
        return self._looks[key]

    def _reckoned(self, grpprl: bytes, style: int, coloured: bool) -> Look:
        state = dict(self._of(style))
        own = list(properties(grpprl))
        for code, operand in own:
            if code == _STYLE:
                state |= self._of(struct.unpack("<H", operand)[0])
        _apply(state, own, dict(state))
        colour, shade = (state.get(code, _AUTOMATIC) for code in (_COLOUR, _SHADE))
        white = is_white(_hex(colour)) and not (coloured or shade != _AUTOMATIC)
        speck = 0 < state.get(_SIZE, _SPECK) < _SPECK
        lift = state.get(_POSITION, 0)
        return Look(
            hidden=bool(state.get(_VANISH))
            or white
            or speck
            or alike(_hex(colour), _hex(shade))
            or abs(lift) > AWAY,
            struck=any(state.get(code) for code in (_STRIKE, _DOUBLE, DELETED)),
            script={1: 1, 2: -1}.get(state.get(_SCRIPT, 0), 0),
            lift=lift,
        )

    def _of(self, style: int) -> _State:
        if style in self._resolved:
            return self._resolved[style]
        line: list[_Style] = []
        name = style
        while name in self._styles and len(line) < _DEEPEST:
            line.append(self._styles[name])
            name = line[-1].base
        state: _State = {}
        for found in reversed(line):
            _apply(state, properties(found.grpprl), dict(state))
        self._resolved[style] = state
        return state

    def _read(self, sheet: bytes) -> None:
        head, count, base_size = struct.unpack_from("<HHH", sheet, 0)
        at = 2 + head
        for number in range(min(count, _NO_BASE)):
            size = struct.unpack_from("<H", sheet, at)[0]
            if size:
                self._add(number, sheet[at + 2 : at + 2 + size], base_size)
            at += 2 + size + size % 2

    def _add(self, number: int, std: bytes, base_size: int) -> None:
        kind = struct.unpack_from("<H", std, 2)[0]
        length = struct.unpack_from("<H", std, base_size)[0]
        at = base_size + 2 + 2 * (length + 1)
        upxs: list[bytes] = []
        for _ in range(2):
            if at + 2 > len(std):
                break
            size = struct.unpack_from("<H", std, at)[0]
            upxs.append(std[at + 2 : at + 2 + size])
            at += 2 + size + size % 2
        wanted = {_PARAGRAPH_STYLE: 1, _CHARACTER_STYLE: 0}.get(kind & 15)
        if wanted is not None:
            grpprl = upxs[wanted] if wanted < len(upxs) else b""
            self._styles[number] = _Style(kind >> 4, grpprl)


def colours(grpprl: bytes, data: bytes) -> bool:
    """Say whether a paragraph's properties colour what it or its table row stands on."""
    for code, operand in properties(grpprl, data):
        if code in _PARAGRAPH_SHADES or code in _TABLE_SHADES:
            if any(shade != _AUTOMATIC for shade in _shades(code, operand)):
                return True
        elif code == _TABLE_STYLE and struct.unpack("<H", operand)[0] != _PLAIN_TABLE:
            return True
    return False


def _apply(state: _State, said: Iterable[tuple[int, bytes]], style: _State) -> None:
    for code, operand in said:
        if code in (_STRIKE, _VANISH):
            # 0x80 is as the style has it, 0x81 the opposite.
            as_style = style.get(code, 0)
            state[code] = {0x80: as_style, 0x81: 1 - as_style}.get(operand[0], operand[0] & 1)
        elif code in (_DOUBLE, DELETED, _SCRIPT):
            state[code] = operand[0]
        elif code == _SIZE:
            state[code] = operand[0] | operand[1] << 8
        elif code == _POSITION:
            state[code] = int.from_bytes(operand, "little", signed=True)
        elif code == _COLOUR:
            state[code] = _AUTOMATIC if operand[3] == 0xFF else int.from_bytes(operand[:3], "big")
        elif code == _OLD_COLOUR:
            state[_COLOUR] = _old_colour(operand[0])
        elif code in (_SHADE, _OLD_SHADE):
            state[_SHADE] = next(_shades(code, operand), _AUTOMATIC)
        elif code == _HIGHLIGHT:
            state[_SHADE] = _on_paper(_old_colour(operand[0]))


def _shades(code: int, operand: bytes) -> Iterator[int]:
    """Yield the colour of each shading of an operand (2.9.247, 2.9.248), none for white."""
    if code in _OLD_SHADES:
        for at in range(0, len(operand) - 1, 2):
            old = operand[at] | operand[at + 1] << 8
            if old == 0xFFFF:
                yield _AUTOMATIC
            else:
                yield _UNKNOWN if old >> 10 else _on_paper(_old_colour(old >> 5 & 31))
        return
    for at in range(0, len(operand) - 9, 10):
        back, pattern = operand[at + 4 : at + 8], operand[at + 8] | operand[at + 9] << 8
        if pattern not in (0, 0xFFFF):
            yield _UNKNOWN
        else:
            rgb = int.from_bytes(back[:3], "big")
            yield _AUTOMATIC if back[3] == 0xFF else _on_paper(rgb)


def _on_paper(colour: int) -> int:
    """Return the colour of a shading; white is none."""
    return _AUTOMATIC if is_white(_hex(colour)) else colour


def _old_colour(index: int) -> int:
    return _OLD_COLOURS[index] if index < len(_OLD_COLOURS) else _AUTOMATIC


def _hex(colour: int) -> str | None:
    return f"{colour:06X}" if colour >= 0 else None
