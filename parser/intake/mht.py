"""Pages saved whole (mht, mhtml): the page itself; images and scripts are left alone."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from parser.errors import Unreadable
from parser.intake.encoding import decode
from parser.intake.html import page
from parser.model import Document

_MAX_PARTS = 5000


def read_mht(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a saved page. Raises `Unreadable`; `encoding` is what the auditor chose, if anything.

    The characters decide the encoding: saved pages are often mislabelled.
    """
    message = message_from_bytes(data, policy=compat32)
    for number, part in enumerate(message.walk()):
        if number > _MAX_PARTS:
            break
        if part.get_content_type() == "text/html":
            body = _bytes(part)
            if body.strip():
                decoded = decode(body, encoding)
                return page(decoded.text, kind, decoded.encoding)
    raise Unreadable("网页存档里没有网页正文，文件可能不完整。")


def _bytes(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""
