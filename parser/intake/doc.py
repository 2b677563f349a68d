"""Binary Word documents (doc, wps): paragraphs to lines, table marks to grids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from parser.errors import Unreadable
from parser.intake.docx import read_docx
from parser.intake.drawings import UNREAD, is_large
from parser.intake.furniture import is_metadata
from parser.intake.libreoffice import converted, program
from parser.intake.script import to_simplified
from parser.intake.strikes import counted
from parser.intake.wordfile import Damaged, Mark, RowCell, WordFile
from parser.intake.writer import Draft, Writer
from parser.model import Document, Note, Span

# Two edges closer than this, in twips (1/20 point), are one: programs round differently.
_TOLERANCE = 60
# Marks of pictures, notes and drawings; the optional hyphen shows nothing.
_INVISIBLE = dict.fromkeys((*range(1, 9), 0x1F, 0x0E, 0x0F), None)
_VISIBLE = {0x0B: "\n", 0x1E: "-", 0xA0: " ", 0x09: " "}
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")

BROKEN_OFF = "文件在这里中断，表格没有完，后面的内容不在文件里。请找到完整的文件后再检查。"

_Cell = tuple[str, RowCell | None]


def read_doc(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a binary Word document. Raises `Unreadable`; `encoding` means nothing here.

    LibreOffice, where it is installed, is asked about what is damaged or too old for this reader.
    """
    try:
        return _read(data, kind)
    except Damaged:
        if program() is None:
            raise
        docx = converted(data, "doc", "docx", "MS Word 97")
        return replace(read_docx(docx, "docx", encoding), format=kind)


def _read(data: bytes, kind: str) -> Document:
    word = WordFile(data)
    writer = Writer()
    notes = [*_write(writer, word.main()), *_write(writer, word.text_boxes())]
    document = writer.document(kind, notes=notes)
    if not document.text.strip():
        raise Unreadable("Word 文档里没有文字（可能只有图片）。")
    return document


def _write(writer: Writer, marks: Iterable[Mark]) -> list[Note]:
    """Write the paragraphs and tables; return what could not be read."""
    notes: list[Note] = []
    rows: list[list[_Cell]] = []
    row: list[str] = []
    words: list[str] = []
    for mark in marks:
        if mark.depth == 0 and mark.end != "\x07":
            _table(writer, rows, row)
            rows, row, words = [], [], []
            for line in (mark.label + shown(mark.text)).split("\n"):
                writer.line(line.rstrip())
            at = Span(writer.at, writer.at)
            notes += [Note("F107", UNREAD, (at,)) for size in mark.pictures if is_large(*size)]
            continue
        if mark.row_end and mark.end == "\x07":
            blank = not any(counted(text).strip() for text in row)
            # A row that is deleted, or hidden with all it holds, is not on the page.
            if not (mark.deleted or (blank and mark.hid)):
                rows.append(_row(row, mark.cells))
            row, words = [], []
            continue
        words.append(mark.label + mark.text)
        if mark.end == "\x07":
            row.append("\n".join(words))
            words = []
    if words:
        row.append("\n".join(words))
    _table(writer, rows, row)
    if row:
        notes.append(Note("F108", BROKEN_OFF, (Span(writer.at, writer.at),)))
    return notes


def _row(texts: list[str], cells: tuple[RowCell, ...]) -> list[_Cell]:
    """Pair the texts of a row with what its end says of the cells."""
    if len(cells) != len(texts):
        return [(text, None) for text in texts]
    return list(zip(texts, cells, strict=True))


def _table(writer: Writer, rows: list[list[_Cell]], rest: list[str]) -> None:
    """Write a table. A row without an end (a cut file) still counts as a row."""
    if rest:
        rows = [*rows, [(text, None) for text in rest]]
    if not rows:
        return
    if sum(len(row) for row in rows) == 1:
        for line in shown(rows[0][0][0]).split("\n"):
            writer.line(line.rstrip())
        return
    drafts = _drafts(rows)
    texts = [to_simplified(counted(draft.text)) for row in drafts for draft in row]
    writer.table(drafts, is_metadata(texts, len(drafts)))


def _drafts(rows: list[list[_Cell]]) -> list[list[Draft]]:
    """Return the cells of each row with their spans, reckoned from the cells' edges."""
    edges = _clustered([edge for row in rows for _, c in row if c for edge in (c.left, c.right)])
    above: dict[int, tuple[int, int]] = {}
    laid: list[dict[int, tuple[str, int]]] = []
    heights: dict[tuple[int, int], int] = {}
    for r, row in enumerate(rows):
        places: dict[int, tuple[str, int]] = {}
        starts: dict[int, tuple[int, int]] = {}
        at = last = 0
        for text, cell in row:
            column = edges.get(cell.left, at) if cell else at
            width = max(1, edges.get(cell.right, column + 1) - column) if cell else 1
            if cell and cell.continues_left and last in places and not text.strip():
                places[last] = (places[last][0], places[last][1] + width)
            elif cell and cell.continues_up and column in above and not text.strip():
                starts[column] = above[column]
                heights[above[column]] += 1
            else:
                places[column] = (text, width)
                starts[column] = (r, column)
                heights[r, column] = 1
                last = column
            at = column + width
        laid.append(places)
        above = starts
    return [
        [Draft(shown(text), heights[r, column], width) for column, (text, width) in places.items()]
        for r, places in enumerate(laid)
    ]


def _clustered(edges: list[int]) -> dict[int, int]:
    """Return the column that each edge begins; edges that nearly meet begin the same one."""
    columns: dict[int, int] = {}
    first = None
    column = -1
    for edge in sorted(set(edges)):
        if first is None or edge - first > _TOLERANCE:
            column += 1
            first = edge
        columns[edge] = column
    return columns


def shown(text: str) -> str:
    """Return what a reader sees: field codes and invisible marks gone, breaks as line breaks."""
    for _ in range(8):
        text, changed = _FIELD.subn(lambda found: found.group(1) or "", text)
        if not changed:
            break
    text = re.sub("[\x13\x14\x15]", "", text)
    return text.translate(_INVISIBLE).translate(_VISIBLE)
