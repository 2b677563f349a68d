"""Texts with HTML tables in them: the words as they stand, the tables as grids.

Markdown allows such tables, and programs that convert to Markdown write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from parser.intake.encoding import Decoded
from parser.intake.web.html import write_fragment
from parser.intake.web.unread import Gap, notes
from parser.intake.writer import Writer
from parser.model import Document, Span

_EDGE = re.compile(r"<(/?)table\b[^<>]*>", re.I)
_CELL = re.compile(r"<t[dh]\b", re.I)


def with_tables(
    text: str, kind: str, decoded: Decoded, written: Callable[[str], str] = str
) -> Document:
    """Return the document of a text whose tables are written in HTML.

    `written` gives the text between them as a page shows it, with what is struck out marked.
    """
    writer = Writer()
    gaps: list[Gap] = []
    at = 0
    for table in _tables(text):
        for line in written(text[at : table.start]).split("\n"):
            writer.line(line)
        gaps += write_fragment(writer, table.of(text))
        at = table.end
    for line in written(text[at:]).split("\n"):
        writer.line(line)
    document = writer.document(kind, decoded.encoding)
    return replace(document, notes=(*decoded.notes(document.text), *notes(gaps, document)))


def _tables(text: str) -> Iterator[Span]:
    """Yield the outermost tables that have cells and an end."""
    depth = start = 0
    for edge in _EDGE.finditer(text):
        if not edge.group(1):
            start = edge.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and _CELL.search(text, start, edge.start()):
                yield Span(start, edge.end())
