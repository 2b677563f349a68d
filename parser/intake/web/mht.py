"""Pages saved whole (mht, mhtml): the page, the frames in it and its style sheets (RFC 2557)."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from itertools import islice
from urllib.parse import urldefrag, urljoin

from parser.errors import Unreadable
from parser.intake.encoding import decode
from parser.intake.web.enclosures import Enclosures
from parser.intake.web.html import page
from parser.model import Document

_MAX_PARTS = 5000
_NO_BASE64 = re.compile(r"[^A-Za-z0-9+/]")
_PAGES = ("text/html", "application/xhtml+xml")


def read_mht(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a saved page. Raises `Unreadable`; `encoding` is what the auditor chose, if anything.

    The characters decide the encoding: saved pages are often mislabelled.
    """
    message = message_from_bytes(data, policy=compat32)
    parts = list(islice(message.walk(), _MAX_PARTS))
    pages = [part for part in parts if part.get_content_type() in _PAGES and _bytes(part).strip()]
    if not pages:
        raise Unreadable("网页存档里没有网页正文，文件可能不完整。")
    main = _main(message, pages)
    decoded = decode(_bytes(main), encoding)
    base = _header(main, "Content-Location") or _header(message, "Snapshot-Content-Location")
    named = {name: _bytes(part) for part in reversed(parts) for name in _names(part, base)}
    enclosures = Enclosures(base, named, encoding)
    return page(decoded, kind, enclosures)


def _main(message: Message, pages: list[Message]) -> Message:
    """Return the page itself: the part that the file says it starts with, else the first."""
    start = str(message.get_param("start") or "").strip()
    location = _header(message, "Snapshot-Content-Location")
    for part in pages:
        if start and _header(part, "Content-ID") == start:
            return part
        if location and _header(part, "Content-Location") == location:
            return part
    return pages[0]


def _names(part: Message, base: str) -> Iterator[str]:
    """Yield the addresses by which a page speaks of a text part."""
    if part.is_multipart() or part.get_content_type() not in (*_PAGES, "text/css"):
        return
    location = _header(part, "Content-Location")
    if location:
        yield location
        with suppress(ValueError):  # no address: "http://[x"
            yield urldefrag(urljoin(base, location)).url
    identifier = _header(part, "Content-ID").strip("<>")
    if identifier:
        yield f"cid:{identifier}"


def _header(part: Message, name: str) -> str:
    # A long address is folded over several lines.
    return "".join(str(part.get(name) or "").split())


def _bytes(part: Message) -> bytes:
    if part.is_multipart():
        return b""
    body = part.get_payload(decode=True)
    if _header(part, "Content-Transfer-Encoding").lower() == "base64":
        # Where the file ends within four characters, the package hands out all of them as they are.
        letters = _NO_BASE64.sub("", str(part.get_payload()))
        if len(letters) % 4 == 1:
            body = b64decode(letters[:-1] + "===")
    return body if isinstance(body, bytes) else b""
