"""RTF, through LibreOffice."""

from __future__ import annotations

from dataclasses import replace

from parser.intake.docx import read_docx
from parser.intake.libreoffice import converted
from parser.model import Document


def read_rtf(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read an RTF document. Raises `Unreadable` where LibreOffice is not installed."""
    docx = converted(data, kind, "docx", "Rich Text Format")
    return replace(read_docx(docx, "docx", encoding), format=kind)
