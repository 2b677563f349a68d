"""The parts of an OFD file (GB/T 33190-2016): a zip of XML whose parts name each other."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator

from parser.errors import Unreadable
from parser.intake.ooxml import Element, parsed
from parser.intake.zipparts import opened, part

WHAT = "OFD 文件"
_ENTRY = "OFD.xml"
_LOCKED = "OFD 文件是加密的，请用阅读器解除加密或另存为 PDF 后再读。"


class Package:
    """Reads parts by the places that other parts name."""

    def __init__(self, data: bytes) -> None:
        self._archive: zipfile.ZipFile = opened(data, WHAT)
        # Some programs write the strokes of Windows, and cases differ.
        self._names = {name.replace("\\", "/").lower(): name for name in self._archive.namelist()}
        if any("decryptseed" in name or "encryptions" in name for name in self._names):
            raise Unreadable(_LOCKED)

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def entry(self) -> Element:
        """Return the root of the part with which all begins."""
        return self.part(_ENTRY)

    def part(self, place: str) -> Element:
        """Return a part's root. Raises `Unreadable` where it is missing or damaged."""
        name = self._names.get(place.lower(), place)
        return parsed(part(self._archive, name, WHAT), WHAT)

    def optional(self, place: str) -> Element | None:
        """Return a part's root, None where it is missing or damaged."""
        try:
            return self.part(place) if place.lower() in self._names else None
        except Unreadable:
            return None


def beside(place: str, named: str, base: str = "") -> str:
    """Return the place in the zip of what the part at `place` names, by way of a base folder."""
    named = named.strip().replace("\\", "/")
    if named.startswith("/"):
        return posixpath.normpath(named.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(place), base, named))


def kind(element: Element) -> str:
    """Return an element's name without its namespace, empty for comments."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def all_of(parent: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children of some names, in their order."""
    for child in parent if parent is not None else ():
        if kind(child) in names:
            yield child


def one_of(parent: Element | None, *way: str) -> Element | None:
    """Return the first element along a way of names."""
    for name in way:
        parent = next(all_of(parent, name), None)
    return parent


def said(element: Element | None) -> str:
    """Return an element's text."""
    return (element.text or "").strip() if element is not None else ""


def numbers(text: str | None) -> list[float]:
    """Return the numbers of a list that is parted by spaces; none where one is no number."""
    try:
        found = [float(part) for part in (text or "").split()]
    except ValueError:
        return []
    return [number if abs(number) < 1e7 else 0.0 for number in found]


def deltas(text: str | None, most: int) -> list[float]:
    """Return a list of steps in which `g 3 1.5` stands for three times 1.5 (11.3)."""
    parts = (text or "").split()
    steps: list[float] = []
    at = 0
    try:
        while at < len(parts) and len(steps) < most:
            if parts[at] == "g":
                steps += [float(parts[at + 2])] * min(most, int(parts[at + 1]))
                at += 3
            else:
                steps.append(float(parts[at]))
                at += 1
    except (ValueError, IndexError):
        pass  # a damaged list counts as far as it goes
    return [step if abs(step) < 1e7 else 0.0 for step in steps[:most]]
