"""Plain text and Markdown: the text itself, with one kind of line break."""

from __future__ import annotations

import re

from parser.intake.characters import normal
from parser.intake.encoding import decode
from parser.intake.strikes import placed, struck
from parser.intake.texts.delimited import is_sheet, sheet
from parser.intake.texts.inline import shown
from parser.intake.texts.marks import with_marks
from parser.intake.texts.mixed import with_tables
from parser.intake.writer import finish
from parser.model import Document

# GitHub Flavored Markdown 6.5, and the tags of HTML that Markdown lets stand.
_DELETED = re.compile(r"~~(?=\S)[^\n]+?(?<=\S)~~|<(del|s|strike)>[^\n]*?</\1>", re.I)


def read_plain(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a text or Markdown file. `encoding` is what the auditor chose, if anything."""
    decoded = decode(data, encoding)
    text = normal(decoded.text)
    if kind == "txt" and is_sheet(text):
        return sheet(text, kind, decoded)
    written = _as_markdown if kind == "md" else shown
    if "</table" in text.lower():
        return with_marks(with_tables(text, kind, decoded, written))
    text, out = placed(written(text), 0)
    found = finish(text, kind, decoded.encoding, notes=decoded.notes(text), struck=out)
    return with_marks(found)


def _as_markdown(text: str) -> str:
    """Return Markdown as a page shows it, its deleted passages marked, tildes or tags and all."""
    return shown(_DELETED.sub(lambda found: struck(found[0]), text))
