"""The parts of an OpenDocument zip that every kind of it has: its words and its styles."""

from __future__ import annotations

from parser.errors import Unreadable
from parser.intake.ooxml import Element
from parser.intake.package import Package, package


def unpacked(data: bytes, what: str) -> tuple[Element, Element | None, Package]:
    """Return the root of the words, that of the styles if there are any, and all parts.

    `what` names the format in sentences. Raises `Unreadable`: encrypted, damaged, without words.
    """
    parts = package(data, what)
    manifest = parts.part("META-INF/manifest.xml")
    if isinstance(manifest, bytes) and b"encryption-data" in manifest:
        raise Unreadable("文件有打开密码，请解除密码后再读。")
    content = parts.xml("content.xml")
    if content is None:
        raise Unreadable(f"{what}已损坏，里面没有“content.xml”。")
    return content, parts.xml("styles.xml"), parts
