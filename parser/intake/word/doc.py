"""Binary Word documents (doc, wps): paragraphs to lines, table marks to grids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from parser.errors import Unreadable
from parser.intake.libreoffice import converted, program
from parser.intake.strikes import counted
from parser.intake.word.docx import read_docx
from parser.intake.word.drawings import UNREAD, is_large
from parser.intake.word.edges import BROKEN_OFF, EdgedCell, paired, write_edged
from parser.intake.word.fieldresults import field_result
from parser.intake.word.wordfile import Damaged, Mark, WordFile
from parser.intake.writer import Writer
from parser.model import Document, Note, Span

# Marks of pictures, notes and drawings; the optional hyphen shows nothing.
_INVISIBLE = dict.fromkeys((*range(1, 9), 0x1F, 0x0E, 0x0F, 0x13, 0x14, 0x15))
_SHOWN = {**_INVISIBLE, 0x0B: "\n", 0x1E: "-", 0xA0: " ", 0x09: " "}
_FIELD = re.compile("\x13([^\x13\x14\x15]*)(?:\x14([^\x13\x14\x15]*))?\x15")


def read_doc(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a binary Word document. Raises `Unreadable`; `encoding` means nothing here.

    LibreOffice, where it is installed, is asked about what is damaged or too old for this reader.
    """
    if not _is_word(data):
        return _foreign(data, kind, encoding)
    try:
        return _read(data, kind)
    except Damaged:
        if program() is None:
            raise
        docx = converted(data, "doc", "docx", "MS Word 97")
        return replace(read_docx(docx, "docx", encoding), format=kind)


def _is_word(data: bytes) -> bool:
    return "WordDocument".encode("utf-16-le") in data


def _foreign(data: bytes, kind: str, encoding: str | None) -> Document:
    """Read a file that bears the name of a Word document and is another program's (Works)."""
    works = "MatOST".encode("utf-16-le") in data and program() is not None
    if not works:
        raise Unreadable(
            f"文件名以 .{kind} 结尾，里面却没有 Word 文档，可能是旧版 WPS 或 Works 的格式，"
            "或者文件已损坏。请用 WPS 或 Word 打开，另存为 docx 后再检查。"
        )
    docx = converted(data, "wps", "docx", "MS_Works")
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
    rows: list[list[EdgedCell]] = []
    row: list[EdgedCell] = []
    words: list[str] = []
    pictures = False
    for mark in marks:
        if mark.depth == 0 and mark.end != "\x07":
            # A row without an end (a cut file) still counts as a row.
            notes += write_edged(writer, [*rows, row])
            rows, row, words = [], [], []
            for line in (mark.label + shown(mark.text)).split("\n"):
                writer.line(line.rstrip())
            at = Span(writer.at, writer.at)
            notes += [Note("F107", UNREAD, (at,)) for size in mark.pictures if is_large(*size)]
            continue
        if mark.row_end and mark.end == "\x07":
            blank = not any(counted(cell.text).strip() for cell in row)
            # A row that is deleted, or hidden with all it holds, is not on the page.
            if not (mark.deleted or (blank and mark.hid)):
                rows.append(paired(row, mark.cells))
            row, words = [], []
            continue
        words.append(mark.label + mark.text)
        pictures = pictures or bool(mark.pictures)
        if mark.end == "\x07":
            row.append(EdgedCell(shown("\n".join(words)), pictures=pictures))
            words, pictures = [], False
    if words:
        row.append(EdgedCell(shown("\n".join(words))))
    notes += write_edged(writer, [*rows, row])
    if row:
        notes.append(Note("F108", BROKEN_OFF, (Span(writer.at, writer.at),)))
    return notes


def shown(text: str) -> str:
    """Return what a reader sees: field codes and invisible marks gone, breaks as line breaks."""
    for _ in range(8):
        changed = 0
        if "\x13" in text:
            text, changed = _FIELD.subn(_result, text)
        if not changed:
            break
    return text.translate(_SHOWN)


def _result(field: re.Match[str]) -> str:
    return field_result(field[1]) if field[2] is None else field[2]
