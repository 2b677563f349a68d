"""RTF, read from its own tokens: nothing in it is ever run or fetched."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from parser.errors import Unreadable
from parser.intake.word.looks import AWAY, Look, alike, is_white
from parser.intake.word.rtfbody import Body
from parser.intake.word.rtftokens import Token, codec, font_codec, tokens
from parser.intake.writer import Writer
from parser.model import Document

# fmt: off
# Groups whose words are not the text of the page, or stand in it a second time.
_SKIPPED = frozenset(
    [
        "stylesheet", "info", "header", "headerl", "headerr", "headerf", "footer", "footerl",
        "footerr", "footerf", "footnote", "annotation", "fldinst", "listtable", "private",
        "listoverridetable", "nonshppict", "shprslt", "object", "upr", "nonesttables", "filetbl",
        "revtbl", "rsidtbl", "xe", "tc", "rxe", "txe", "bkmkstart", "bkmkend", "mmathPict",
    ]
)
# Groups that a reader may pass over, but whose words are shown.
_SHOWN = frozenset(["shppict", "ud", "shpinst", "do", "moMath", "moMathPara"])
_WORDS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003",
    "enspace": "\u2002", "nestcell": "\n",
}
# Of these, the ones that part words: never a stand-in for a character that came before.
_PLACES = frozenset(["tab", "line", "lbr", "nestcell"])
_SYMBOLS = {
    "\\~": "\xa0", "\\_": "-", "\\\n": "\n", "\\\r": "\n", "\\\\": "\\", "\\{": "{", "\\}": "}",
}
# What shades the paper under characters, paragraphs; under cells the whole file is asked.
_SHADES = {"cb": "ground", "chcbpat": "ground", "highlight": "ground", "cbpat": "paper"}
# fmt: on
_MOST_GROUPS = 4000
_SPECK = 4
_USUAL_LIFT = 6


@dataclass(slots=True)
class _State:
    """What holds from here to the end of the group."""

    place: str = ""
    font: int = 0
    skip: int = 1
    hidden: bool = False
    struck: bool = False
    double: bool = False
    deleted: bool = False
    script: int = 0
    colour: int = 0
    ground: int = 0
    paper: int = 0
    size: int = 24
    lift: int = 0
    in_table: bool = False
    box: bool = False
    listed: bool = False
    picture: tuple[int, int, int, int] | None = None

    def plain(self) -> None:
        """Take all looks of characters away (`plain`); a tracked deletion stays one."""
        self.hidden = self.struck = self.double = self.deleted = False
        self.script = self.colour = self.ground = 0
        self.size = 24
        self.lift = 0


def read_rtf(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read an RTF document. Raises `Unreadable`; `encoding` means nothing here."""
    del encoding
    writer = Writer()
    reader = _Reader(writer, b"\\clcbpat" in data or b"\\clcfpat" in data)
    for token in tokens(data):
        reader.take(token)
    reader.finish()
    document = writer.document(kind, notes=reader.body.notes)
    if not document.text.strip():
        raise Unreadable("RTF 文件里没有文字（可能只有图片）。")
    return document


class _Reader:
    """Follows the groups of a file and hands on what is shown."""

    def __init__(self, writer: Writer, coloured_cells: bool) -> None:
        self.body = Body(writer)
        self._coloured_cells = coloured_cells
        self._state = _State()
        self._outer: list[_State] = []
        self._usual = "cp1252"
        self._fonts: dict[int, str] = {}
        self._colours: list[str] = []
        self._colour = [0, 0, 0]
        self._bytes = bytearray()
        self._starred = False
        self._left_out = 0

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.word in ("", "'"):
            self._text(token.data, token.word == "'")
            return
        self._flush()
        starred, self._starred = self._starred, False
        if token.word == "{":
            self._open()
        elif token.word == "}":
            self._close()
        elif token.word == "\\*":
            self._starred = True
        elif token.word == "u" and token.number is not None:
            self._say(chr(token.number & 0xFFFF))
            self._left_out = self._state.skip
        elif self._left_out and token.word in _WORDS and token.word not in _PLACES:
            self._left_out -= 1
        elif not self._place(token.word, starred):
            self._word(token)

    def finish(self) -> None:
        """Take the end of the file."""
        self._flush()
        broken = bool(self._outer)
        while self._outer:
            self._close()
        self.body.finish(broken)

    def _open(self) -> None:
        self._left_out = 0
        if len(self._outer) > _MOST_GROUPS:
            raise Unreadable("RTF 文件已损坏，嵌套过深。")
        self._outer.append(copy.copy(self._state))
        self._state.box = False
        self._state.picture = None

    def _close(self) -> None:
        self._left_out = 0
        state = self._state
        if state.place == "pict" and state.picture is not None:
            width, height, across, down = state.picture
            self.body.picture(width * across // 100, height * down // 100)
        if state.box:
            self.body.close_box()
        if self._outer:
            self._state = self._outer.pop()

    def _place(self, word: str, starred: bool) -> bool:
        """Follow the words that say what a group holds; say whether this was one."""
        state = self._state
        if state.place == "skip" and word not in ("ud", "shptxt", "dptxbxtext", "result"):
            return True
        if word in ("fonttbl", "colortbl"):
            state.place = word
        elif word == "pict":
            state.place, state.picture = word, (0, 0, 100, 100)
        elif word in ("shptxt", "dptxbxtext"):
            state.place, state.box = "", True
            self.body.open_box()
        elif word in ("ud", "result"):
            state.place = ""
        elif word in ("shpinst", "do"):
            state.place = "skip"
        elif word in ("msup", "msub") and starred:
            state.script = 1 if word == "msup" else -1
        elif word in _SKIPPED or (starred and word not in _SHOWN and not _is_math(word)):
            state.place = "skip"
        else:
            return False
        return True

    def _word(self, token: Token) -> None:
        state, word = self._state, token.word
        usual = _USUAL_LIFT if word in ("up", "dn") else 1
        number = token.number if token.number is not None else usual
        if state.place == "fonttbl":
            self._font(word, number)
        elif state.place == "colortbl":
            if word in ("red", "green", "blue"):
                self._colour[("red", "green", "blue").index(word)] = number & 0xFF
        elif state.place == "pict":
            self._picture(word, number)
        elif word == "ansicpg":
            self._usual = codec(number)
        elif word == "uc":
            state.skip = max(0, min(number, 16))
        elif word in ("listtext", "pntext"):
            state.listed = True
        elif word in _WORDS:
            self._say(_WORDS[word])
        elif word in _SYMBOLS:
            self._say(_SYMBOLS[word])
        elif word in ("par", "sect", "cell", "row"):
            self._end(word)
        elif word in ("pard", "intbl"):
            state.in_table = word == "intbl"
            state.paper = 0 if word == "pard" else state.paper
        elif word in ("trowd", "trleft", "clmrg", "clvmrg", "cellx"):
            self.body.define(word, number)
        else:
            self._look(word, number)

    def _end(self, word: str) -> None:
        if word == "cell":
            self.body.cell()
        elif word == "row":
            self.body.row()
        else:
            self.body.paragraph(self._state.in_table)

    def _look(self, word: str, number: int) -> None:
        state = self._state
        if word == "plain":
            state.plain()
        elif word == "f":
            state.font = number
        elif word == "v":
            state.hidden = number != 0
        elif word == "strike":
            state.struck = number != 0
        elif word == "striked":
            state.double = number != 0
        elif word == "deleted":
            state.deleted = number != 0
        elif word in ("super", "sub", "nosupersub"):
            on = number != 0 and word != "nosupersub"
            state.script = (1 if word == "super" else -1) if on else 0
        elif word == "cf":
            state.colour = number
        elif word in ("up", "dn"):
            state.lift = number * (1 if word == "up" else -1)
        elif word == "fs":
            state.size = number
        elif word in _SHADES:
            setattr(state, _SHADES[word], number)

    def _font(self, word: str, number: int) -> None:
        if word == "f":
            self._state.font = number
        elif word == "fcharset":
            self._fonts[self._state.font] = font_codec(number, self._usual)
        elif word == "cpg":
            self._fonts[self._state.font] = codec(number)

    def _picture(self, word: str, number: int) -> None:
        sides = ("picwgoal", "pichgoal", "picscalex", "picscaley")
        if word in sides and self._state.picture is not None:
            said = list(self._state.picture)
            said[sides.index(word)] = max(0, min(number, 100_000))
            self._state.picture = (said[0], said[1], said[2], said[3])

    def _text(self, data: bytes, single: bool) -> None:
        if self._left_out:
            gone = 1 if single else min(self._left_out, len(data))
            self._left_out -= gone
            data = data[gone:]
        if data and self._state.place == "":
            self._bytes += data
        elif self._state.place == "colortbl":
            for _ in range(data.count(b";")):
                self._colours.append("".join(f"{part:02X}" for part in self._colour))
                self._colour = [0, 0, 0]

    def _flush(self) -> None:
        if self._bytes:
            used = self._fonts.get(self._state.font, self._usual)
            text = self._bytes.decode(used, "replace")
            self._bytes.clear()
            self._say(text)

    def _say(self, text: str) -> None:
        state = self._state
        if state.place:
            return
        colour, ground = (self._named(place) for place in (state.colour, state.ground))
        coloured = state.ground or state.paper or (state.in_table and self._coloured_cells)
        white = is_white(colour) and not coloured
        look = Look(
            hidden=state.hidden
            or white
            or alike(colour, ground)
            or 0 < state.size < _SPECK
            or abs(state.lift) > AWAY,
            struck=state.struck or state.double or state.deleted,
            script=state.script,
        )
        if state.listed:
            self.body.number(look.seen(text))
            return
        if look.hidden and text.strip():
            self.body.hide()
        self.body.say(look.seen(text), state.lift)

    def _named(self, place: int) -> str | None:
        return self._colours[place] if 0 < place < len(self._colours) else None


def _is_math(word: str) -> bool:
    """Say whether a group is part of an equation, and not about its looks."""
    return len(word) > 1 and word[0] == "m" and not word.endswith("Pr")
