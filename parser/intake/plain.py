"""Plain text and Markdown: the text itself, with one kind of line break."""

from __future__ import annotations

from parser.intake.characters import normal
from parser.intake.encoding import decode
from parser.intake.mixed import with_tables
from parser.intake.writer import finish
from parser.model import Document


def read_plain(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a text or Markdown file. `encoding` is what the auditor chose, if anything."""
    decoded = decode(data, encoding)
    text = normal(decoded.text)
    if "</table" in text.lower():
        return with_tables(text, kind, decoded)
    return finish(text, kind, decoded.encoding, notes=decoded.notes(text))
