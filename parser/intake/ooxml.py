"""XML parts of Office documents: bounded, without entities, whatever the file claims."""

from __future__ import annotations

import zipfile

from lxml import etree

from parser.errors import Refused, Unreadable
from parser.intake.archive import part

Element = etree._Element  # pyright: ignore[reportPrivateUsage] lxml has no public name for it
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The strict flavour of the standard differs in nothing but this name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def xml(archive: zipfile.ZipFile, name: str, what: str) -> Element:
    """Return the root of an XML part. Document types are refused: no honest part has one.

    Raises `Unreadable` where the part is missing or damaged, `Refused` for a document type.
    """
    data = _checked(part(archive, name, what), what)
    data = data.replace(_STRICT, W[1:-1].encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"{what}已损坏，内容不完整。") from error


def refuse_entities(archive: zipfile.ZipFile, what: str) -> None:
    """Look through all XML parts before another library parses them."""
    for name in archive.namelist():
        if name.endswith((".xml", ".rels", ".vml")):
            _checked(part(archive, name, what), what)


def _checked(data: bytes, what: str) -> bytes:
    # A part in UTF-16 would hide the declaration from a plain look.
    plain = data.replace(b"\x00", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Refused(f"{what}里带有 DTD 或实体声明，未打开。")
    return data


def optional(archive: zipfile.ZipFile, name: str, what: str) -> Element | None:
    """Return the root of a part that may be absent."""
    return xml(archive, name, what) if name in archive.namelist() else None


def value(element: Element | None) -> str | None:
    """Return the `w:val` of a property, None where the property or its value is not there."""
    return element.get(W + "val") if element is not None else None


def whole(text: str | None, default: int, most: int = 1000) -> int:
    """Return a number as written in a property, bounded; `default` where it is none."""
    return min(int(text), most) if text and text.isdigit() and len(text) < 10 else default
