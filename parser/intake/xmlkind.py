"""Which office document an XML file is, told by its root and the names that the root declares."""

from __future__ import annotations

import re

_ROOT = re.compile(
    # A document type is looked past, so that the reader of the kind can refuse it.
    rb"(?:\s|<!--.*?-->|<\?[^>]*\?>|<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?\s*>)*"
    rb"<(?:[\w.-]+:)?([\w-]+)\b([^<>]*)>",
    re.S,
)
# The name of the root, what must stand among its declarations, and the kind.
_KINDS: tuple[tuple[bytes, bytes, str], ...] = (
    (b"package", b"http://schemas.microsoft.com/office/2006/xmlPackage", "flatopc"),
    (b"wordDocument", b"http://schemas.microsoft.com/office/word/2003/wordml", "wordxml"),
    (b"document", b"application/vnd.oasis.opendocument.text", "fodt"),
    (b"document", b"application/vnd.oasis.opendocument.spreadsheet", "fods"),
    (b"Workbook", b"urn:schemas-microsoft-com:office:spreadsheet", "excelxml"),
    (b"document", b"urn:oasis:names:tc:opendocument", "odf"),
)


def office_xml(body: bytes) -> str | None:
    """Return the kind of the XML whose root begins `body`, None for any other content."""
    root = _ROOT.match(body)
    if root is None:
        return None
    for name, declared, kind in _KINDS:
        if root[1] == name and declared in root[2]:
            return kind
    return None
