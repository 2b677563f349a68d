"""What a file is, told by its content and not by its name."""

from __future__ import annotations

import io
import re
import zipfile

from parser.errors import Unreadable
from parser.intake.packed.container import archive_kind
from parser.intake.xmlkind import office_xml
from parser.intake.zipparts import is_vast, opened, part

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"BM", "bmp"),
    (b"GIF8", "gif"),
)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|style|script|table|tbody|tr|td|div|p|span|h[1-6]"
    rb"|center|font|section|article|ul|ol|dl|br|b|i|strong|a|img|pre|blockquote|header|nav|form|iframe|frameset"
    rb"|em|big|small|label|input|main|aside|footer|figure)\b",
    re.I,
)
# A workbook's records without the container around them ([MS-XLS] 2.4.21).
_BARE = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00[\x00\x02-\x06][\x00\x02-\x06]")
_MIME = re.compile(rb"^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/", re.I)
# Texts are told apart by their names alone.
_BY_NAME = {"md": "md", "markdown": "md", "csv": "csv", "tsv": "tsv", "tab": "tsv"}
# What may stand before the first tag of a page: space, comments, an XML declaration.
_PREAMBLE = re.compile(rb"(?:\s+|<!--.*?-->|<\?[^>]*\?>)*", re.S)
_HEAD = 65536


def kind(data: bytes, name: str) -> str:
    """Return the kind of the content: "docx", "html", "txt", ….

    `name` decides only between kinds that share one content: .txt, .md and .csv, .doc and .wps,
    .xls and .et. Raises `Unreadable` for an empty file.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("文件是空的，没有内容。")
    suffix = name.lower().rsplit(".", 1)[-1] if "." in name else ""
    if data.startswith(OLE):
        return _ole(data, suffix)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data, suffix)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    for signature, found in _SIGNATURES:
        # Two letters alone could begin a text.
        if data.startswith(signature) and (len(signature) > 2 or b"\x00" in data[:32]):
            return found
    if _BARE.match(data) and b"\x00" in data[4:32]:
        return "et" if suffix == "et" else "xls"
    return archive_kind(data) or _text(data, suffix)


def _ole(data: bytes, suffix: str) -> str:
    """Tell Word, spreadsheets and encrypted packages apart by the names of their streams."""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        return "encrypted"
    if has("WordDocument"):
        return "wps" if suffix == "wps" else "doc"
    if has("Workbook") or has("Book\x00"):  # the name of a stream, not of a font
        return "et" if suffix == "et" else "xls"
    if has("PowerPoint Document"):
        return "ppt"
    return suffix if suffix in ("doc", "wps", "xls", "et") else "ole"


def _zip(data: bytes, suffix: str) -> str:
    if is_vast(data):
        return "zip"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # Some programs write the strokes of Windows.
            names = {name.replace("\\", "/") for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        told = {"wps": "docx", "et": "xlsx"}.get(suffix, suffix)
        return told if told in ("docx", "xlsx", "ofd", "odt", "ods") else "zip"
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "OFD.xml" in names:
        return "ofd"
    if "content.xml" in names:
        for told in ("mimetype", "META-INF/manifest.xml"):
            said = _member(data, told) if told in names else b""
            if b"opendocument.spreadsheet" in said:
                return "ods"
            if b"opendocument." in said:
                return "odt" if b"opendocument.text" in said else "odf"
    if "[Content_Types].xml" in names:
        if any(n.startswith("ppt/") for n in names):
            return "ppt"
        if any(n.startswith("word/") for n in names):
            return "docx"
        if any(n.startswith("xl/") for n in names):
            return "xlsx"
        types = _member(data, "[Content_Types].xml")
        if b"wordprocessingml" in types:
            return "docx"
        if b"spreadsheetml" in types:
            return "xlsx"
    return "zip"


def _member(data: bytes, name: str) -> bytes:
    """Return a small part of a zip, nothing where it cannot be had."""
    try:
        with opened(data) as archive:
            return part(archive, name)
    except Unreadable:
        return b""


def _text(data: bytes, suffix: str) -> str:
    # UTF-16 pages look like ASCII once the noughts between the letters are gone.
    head = data[:_HEAD].replace(b"\x00", b"")
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    if _MIME.match(head.replace(b"\r\n", b"\n").lstrip()):
        return "mht"
    start = _PREAMBLE.match(head)
    body = head[start.end() if start else 0 :]
    office = office_xml(body)
    if office:
        return office
    if _HTML.match(body):
        return "html"
    if suffix in ("htm", "html", "shtml", "xhtml") and _HTML.search(head):
        return "html"
    # A page saved under another name, with something before its first tag.
    if re.search(rb"<html\b|<!doctype\s+html|<body\b", head[:4096], re.I):
        return "html"
    if _binary(data):
        return "binary"
    if suffix in ("xls", "xlsx", "et"):
        # What programs that save text call a workbook: most lines have cells.
        tabs, commas, lines = (head.count(sign) for sign in (b"\t", b",", b"\n"))
        if max(tabs, commas) >= max(1, lines):
            return "tsv" if tabs > commas else "csv"
    return _BY_NAME.get(suffix, "txt")


def _binary(data: bytes) -> bool:
    """Say whether the bytes are no text in any encoding: control characters all over."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    controls = sum(
        head.count(c)
        for c in (bytes([i]) for i in range(32))
        if c not in (b"\t", b"\n", b"\r", b"\x0c")
    )
    noughts = head.count(b"\x00")
    # Two bytes a character: nearly all noughts stand on one side.
    even = head[::2].count(b"\x00")
    if noughts and max(even, noughts - even) >= 0.9 * noughts:
        controls -= noughts
    # UTF-16 Chinese has control bytes in perhaps one place of twenty.
    return controls > max(4, len(head) * 0.1)
