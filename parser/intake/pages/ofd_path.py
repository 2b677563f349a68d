"""The abbreviated paths of OFD (GB/T 33190-2016, 9.1) as rings of points."""

from __future__ import annotations

from parser.intake.pages.outline import Point

# How many numbers each letter takes.
_TAKES = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_MOST = 200_000


def rings(text: str) -> list[list[Point]]:
    """Return the outlines of a path, curves as their chords. What is broken ends the path."""
    result: list[list[Point]] = []
    parts = text.replace(",", " ").split(maxsplit=_MOST)[:_MOST]
    at = 0
    while at < len(parts):
        letter = parts[at]
        takes = _TAKES.get(letter)
        if takes is None or at + takes >= len(parts) + (takes == 0):
            break
        try:
            values = [float(part) for part in parts[at + 1 : at + 1 + takes]]
        except ValueError:
            break
        if len(values) < takes:
            break
        at += 1 + takes
        if letter in "SM":
            result.append([(values[0], values[1])])
        elif not result:
            break
        elif letter == "C":
            result[-1].append(result[-1][0])
        else:
            result[-1].append((values[-2], values[-1]))
    return [ring for ring in result if len(ring) > 1]
