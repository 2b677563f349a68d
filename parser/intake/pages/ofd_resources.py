"""What OFD pages refer to by number: colour spaces, drawing parameters, composed graphics."""

from __future__ import annotations

from parser.intake.ooxml import Element
from parser.intake.pages.drawing import BLACK, Colour
from parser.intake.pages.ofd_package import Package, all_of, beside, kind, one_of, said

_DEEPEST = 8


class Resources:
    """The resources of a document and, on top of them, of a page."""

    def __init__(self, above: Resources | None = None) -> None:
        self._above = above
        self._spaces: dict[str, str] = {}
        self._looks: dict[str, Element] = {}
        self._graphics: dict[str, Element] = {}

    def load(self, package: Package, place: str, parent: Element | None) -> None:
        """Read the resource parts that `parent`, of the part at `place`, names."""
        for named in all_of(parent, "PublicRes", "DocumentRes", "PageRes"):
            root = package.optional(beside(place, said(named)))
            for group in root if root is not None else ():
                for item in group:
                    self._take(item)

    def _take(self, item: Element) -> None:
        number = item.get("ID") or ""
        if kind(item) == "ColorSpace":
            self._spaces[number] = (item.get("Type") or "RGB").upper()
        elif kind(item) == "DrawParam":
            self._looks[number] = item
        elif kind(item) == "CompositeGraphicUnit":
            self._graphics[number] = item

    def graphic(self, number: str | None) -> Element | None:
        """Return a composed graphic."""
        found = self._graphics.get(number or "")
        return self._above.graphic(number) if found is None and self._above else found

    def look(self, number: str | None, name: str, depth: int = 0) -> Element | None:
        """Return what a drawing parameter, or the one that it builds on, says of `name`."""
        found = self._looks.get(number or "")
        if found is None:
            return self._above.look(number, name, depth) if self._above else None
        own = one_of(found, name)
        if own is None and depth < _DEEPEST and found.get("Relative"):
            return self.look(found.get("Relative"), name, depth + 1)
        return own

    def width(self, number: str | None) -> str | None:
        """Return the line width of a drawing parameter."""
        found = self._looks.get(number or "")
        if found is None:
            return self._above.width(number) if self._above else None
        return found.get("LineWidth")

    def colour(self, element: Element | None) -> Colour | None:
        """Return the colour that an element says, black where it says none.

        None where it cannot be told: gradients, patterns, palettes (8.3).
        """
        if element is None:
            return BLACK
        if any(kind(child) in _SHADES for child in element):
            return None
        value = element.get("Value")
        if value is None:
            return BLACK if element.get("Index") is None else None
        try:
            parts = [_part(part) for part in value.replace(",", " ").split()]
        except ValueError:
            return None
        return _told(parts, self._space(element.get("ColorSpace")))

    def _space(self, number: str | None) -> str | None:
        found = self._spaces.get(number or "")
        return self._above._space(number) if found is None and self._above else found


_SHADES = ("Pattern", "AxialShd", "RadialShd", "GouraudShd", "LaGourandShd", "LaGouraudShd")


def _part(text: str) -> float:
    whole = int(text[1:], 16) if text.startswith("#") else float(text)
    return min(1.0, max(0.0, whole / 255))


def _told(parts: list[float], space: str | None) -> Colour | None:
    if len(parts) == 1 and space in (None, "GRAY"):
        return parts[0], parts[0], parts[0]
    if len(parts) == 3 and space in (None, "RGB"):
        return parts[0], parts[1], parts[2]
    if len(parts) == 4 and space in (None, "CMYK"):
        light = 1 - parts[3]
        return (1 - parts[0]) * light, (1 - parts[1]) * light, (1 - parts[2]) * light
    return None
