"""XML parts of Office documents: bounded, without entities, whatever the file claims."""

from __future__ import annotations

from lxml import etree

from parser.errors import Refused, Unreadable

Element = etree._Element  # pyright: ignore[reportPrivateUsage] lxml has no public name for it
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
# The strict flavour of the standard differs in little but these names.
_STRICT = "{http://purl.oclc.org/ooxml/"
_STRICT_NAMES = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}": S,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": R,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": M,
    "{http://purl.oclc.org/ooxml/drawingml/main}": A,
    "{http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing}": WP,
}
_OFF = ("0", "false", "off", "none")


def parsed(data: bytes, what: str) -> Element:
    """Return the root of an XML part. Document types are refused: no honest part has one.

    Raises `Unreadable` where the part is damaged, `Refused` for a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    plain = _checked(data, what)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"{what}已损坏，内容不完整。") from error
    if _STRICT[1:].encode() in plain:
        _transitional(root)
    return root


def _checked(data: bytes, what: str) -> bytes:
    """Return the bytes without the noughts of UTF-16, after a look for what no part may have."""
    # A part in UTF-16 would hide the declaration from a plain look.
    plain = data.replace(b"\x00", b"") if b"\x00" in data[:4] or data[:1] in b"\xff\xfe" else data
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Refused(f"{what}里带有 DTD 或实体声明，未打开。")
    return plain


def _transitional(root: Element) -> None:
    for element in root.iter():
        element.tag = _renamed(str(element.tag))
        for name, said in element.attrib.items():
            if str(name).startswith(_STRICT):
                del element.attrib[name]
                element.set(_renamed(str(name)), said)


def _renamed(name: str) -> str:
    if not name.startswith(_STRICT):
        return name
    space, brace, local = name.partition("}")
    return _STRICT_NAMES.get(space + brace, space + brace) + local


def properties(parent: Element, name: str) -> dict[str, Element]:
    """Return the properties that an element states in its part `name`, by their tags."""
    found = parent.find(name)
    return {} if found is None else {str(said.tag): said for said in reversed(found)}


def value(element: Element | None) -> str | None:
    """Return the `w:val` of a property, None where the property or its value is not there."""
    return element.get(W + "val") if element is not None else None


def is_on(element: Element | None) -> bool:
    """Say whether an on/off property is there and on."""
    return element is not None and element.get(W + "val", "1") not in _OFF


def whole(text: str | None, default: int, most: int = 1000) -> int:
    """Return a number as written in a property, bounded; `default` where it is none."""
    return min(int(text), most) if text and text.isdigit() and len(text) < 10 else default
