"""Writes RTF, as Word in Chinese does: bytes of GBK, rows with the edges of their cells."""

from __future__ import annotations

from collections.abc import Sequence

from tests.support.formats import Piece
from tests.support.layouts import Grid
from tests.support.looked import passages

_LOOKS = {"struck": "\\strike", "deleted": "\\deleted", "hidden": "\\v", "raised": "\\super"}
HEAD = (
    "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1 Arial;}}"
    "{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}"
    "{\\stylesheet{\\s0 Normal;}}{\\*\\generator Test;}\n"
)


def rtf_text(text: str) -> str:
    """Return characters as RTF writes them: what GBK has as bytes, the rest by number."""
    parts: list[str] = []
    for character in text:
        if character == "\n":
            parts.append("\\par ")
        elif character in "\\{}":
            parts.append("\\" + character)
        elif ord(character) < 0x80:
            parts.append(character)
        else:
            parts.append("".join(f"\\'{byte:02x}" for byte in _gbk(character)) or _unit(character))
    return "".join(parts)


def _gbk(character: str) -> bytes:
    try:
        return character.encode("gbk")
    except UnicodeEncodeError:
        return b""


def _unit(character: str) -> str:
    raw = character.encode("utf-16-le")
    units = (int.from_bytes(raw[i : i + 2], "little", signed=True) for i in range(0, len(raw), 2))
    return "".join(f"\\u{unit}?" for unit in units)


def _words(text: str) -> str:
    return "".join(
        f"{{{_LOOKS[look]} {rtf_text(words)}}}" if look else rtf_text(words)
        for words, look in passages(text)
    )


def to_rtf(report: Sequence[Piece]) -> bytes:
    parts = [HEAD]
    for piece in report:
        if isinstance(piece, str):
            parts.append(f"\\pard\\plain\\f0 {_words(piece)}\\par\n")
        else:
            parts += _rows(piece)
    return ("".join(parts) + "}").encode("ascii")


def _rows(grid: Grid) -> list[str]:
    rows: list[str] = []
    for row in grid:
        edges: list[str] = []
        cells: list[str] = []
        for at, slot in enumerate(row):
            above, left = slot.covered == "above", slot.covered == "left"
            merge = "\\clvmrg" if above else "\\clmrg" if left else ""
            merge += "\\clmgf" if not slot.covered and slot.column_span > 1 else ""
            merge += "\\clvmgf" if not slot.covered and slot.row_span > 1 else ""
            edges.append(f"{merge}\\cellx{(at + 1) * 600}")
            cells.append(f"\\pard\\intbl\\plain\\f0 {_words(slot.text)}\\cell ")
        rows.append(f"\\trowd\\trleft0{''.join(edges)}\n{''.join(cells)}\\row\n")
    return rows
