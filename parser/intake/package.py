"""Office packages: parts that are found by their relations, in a zip or in one XML file."""

from __future__ import annotations

import base64
import binascii
import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote

from parser.errors import Unreadable
from parser.intake.ooxml import Element, R, parsed
from parser.intake.zipparts import opened, part

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"


@dataclass(frozen=True, slots=True)
class Related:
    """A relation of a part: its identifier, the last word of its type, and the part it names.

    `part` is "" where the target lies outside the package.
    """

    id: str
    kind: str
    part: str


class Package:
    """The parts of one document.

    Their names are known by letters alone: case, leading strokes and the strokes of Windows make
    no difference.
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._parts: dict[str, list[Callable[[], bytes | Element]]] = {}

    def add(self, name: str, load: Callable[[], bytes | Element]) -> None:
        """Put a part in, to be loaded where it is asked for."""
        self._parts.setdefault(_plain(name), []).append(load)

    def part(self, name: str) -> bytes | Element | None:
        """Return a part, None where there is none. Raises `Unreadable` where there are several."""
        found = self._parts.get(_plain(name), [])
        if len(found) > 1:
            raise Unreadable(f"{self._what}已损坏，“{name[-60:]}”有 {len(found)} 份。")
        return found[0]() if found else None

    def xml(self, name: str) -> Element | None:
        """Return the root of an XML part that may be absent. Raises `Unreadable` for damage."""
        found = self.part(name)
        return parsed(found, self._what) if isinstance(found, bytes) else found

    def related(self, name: str) -> list[Related]:
        """Return the relations of a part; of the package itself for ""."""
        folder, _, base = _plain(name).rpartition("/")
        root = self.xml(f"{folder}/_rels/{base}.rels")
        found: list[Related] = []
        for relation in root.iter(_RELATION) if root is not None else ():
            target = unquote(relation.get("Target") or "").replace("\\", "/")
            inside = relation.get("TargetMode") != "External" and "://" not in target
            kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
            place = posixpath.normpath(posixpath.join("/" + folder, target))
            found.append(Related(relation.get("Id") or "", kind, place[1:] if inside else ""))
        return found

    def main(self, folder: str, content: str) -> str:
        """Return the name of the main part.

        The package's relations name it; else the part of the `content` type, and where nothing
        says that, the document in its usual `folder`.
        """
        for relation in self.related(""):
            if relation.kind == "officeDocument" and _plain(relation.part) in self._parts:
                return relation.part
        types = self.xml("[Content_Types].xml")
        for override in types.iter(_OVERRIDE) if types is not None else ():
            kind = override.get("ContentType") or ""
            name = override.get("PartName") or ""
            if content in kind and kind.endswith("main+xml") and _plain(name) in self._parts:
                return name
        usual = sorted(
            n for n in self._parts if n.startswith(f"{folder}/document") and n.endswith(".xml")
        )
        return usual[0] if usual else f"{folder}/document.xml"


def identifier(element: Element) -> str:
    """Return the relation that an element names."""
    return element.get(R + "id") or ""


def package(data: bytes, what: str) -> Package:
    """Return the package in a zip. Raises `Unreadable`, `Refused` where it goes past a bound."""
    archive = opened(data, what)
    result = Package(what)
    for info in archive.infolist():
        if not info.is_dir():
            result.add(info.filename, partial(part, archive, info.filename, what))
    return result


def flat_package(data: bytes, what: str) -> Package:
    """Return a package that is one XML file (Flat OPC). Raises `Unreadable`, `Refused`."""
    result = Package(what)
    for element in parsed(data, what).iter(_PKG + "part"):
        name = element.get(_PKG + "name") or ""
        tree = element.find(_PKG + "xmlData")
        binary = element.find(_PKG + "binaryData")
        if tree is not None and len(tree):
            result.add(name, partial(_first, tree))
        elif binary is not None:
            result.add(name, partial(_decoded, binary, f"{what}已损坏，“{name[-60:]}”解不开。"))
    return result


def _first(tree: Element) -> Element:
    return tree[0]


def _decoded(binary: Element, complaint: str) -> bytes:
    try:
        return base64.b64decode(binary.text or "")
    except (binascii.Error, ValueError) as error:
        raise Unreadable(complaint) from error


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
