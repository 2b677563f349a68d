"""What a file holds beside its page: the pages in its frames and its style sheets, by address."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, unquote_to_bytes, urldefrag, urljoin

from lxml.html import HtmlElement

from parser.intake.encoding import decode

_DATA = re.compile(r"data:text/(?:html|css)([^,]*),(.*)", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Enclosures:
    """Bytes by address. `base` is the page's own address, `encoding` what the auditor chose."""

    base: str = ""
    parts: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    encoding: str | None = None

    def frame(self, frame: HtmlElement) -> tuple[str, Enclosures] | None:
        """Return the source of the page in a frame and what belongs to it; None if not here."""
        inner = frame.get("srcdoc")
        if inner:
            return inner, self
        address = (frame.get("src") or frame.get("data") or "").strip()
        data = self._bytes(address)
        if data is None or not data.strip():
            return None
        return decode(data, self.encoding).text, Enclosures(
            self._full(address), self.parts, self.encoding
        )

    def sheet(self, address: str) -> str | None:
        """Return the style sheet at an address; None where it is not here."""
        data = self._bytes(address)
        return None if data is None else data.decode("utf-8", "replace")

    def _bytes(self, address: str) -> bytes | None:
        found = _DATA.match(address)
        if found:
            if "base64" not in found[1].lower():
                return unquote_to_bytes(found[2])
            try:
                return base64.b64decode(unquote(found[2]))
            except (binascii.Error, ValueError):
                return None
        if not address or not self.parts:
            return None
        for name in (address, self._full(address)):
            if name in self.parts:
                return self.parts[name]
        return None

    def _full(self, address: str) -> str:
        try:
            return urldefrag(urljoin(self.base, address)).url
        except ValueError:
            return address
