"""Colours of a PDF as red, green and blue, as far as they can be told without profiles."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

from parser.intake.pages.drawing import WHITE, Colour

_INKS = ("Separation", "DeviceN")
_UNTOLD = ("Pattern", "Indexed", "Lab")


def colour(space: Any, value: Any) -> Colour | None:
    """Return what pdfminer's colour value shows in its colour space; None where it is not told."""
    try:
        return _colour(str(getattr(space, "name", "")), value)
    except TypeError:  # a value that is no colour at all
        return None


@lru_cache(maxsize=1024)
def _colour(name: str, value: Any) -> Colour | None:
    if name in _UNTOLD:
        return None
    parts = cast(tuple[Any, ...], value) if isinstance(value, tuple) else (value,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return None
    if name in _INKS:
        # Without ink the paper shows; how an ink looks is not told.
        return WHITE if not any(parts) else None
    kept = [min(1.0, max(0.0, float(part))) for part in parts]
    if len(kept) == 1:
        return kept[0], kept[0], kept[0]
    if len(kept) == 3:
        return kept[0], kept[1], kept[2]
    if len(kept) == 4:
        light = 1 - kept[3]
        return (1 - kept[0]) * light, (1 - kept[1]) * light, (1 - kept[2]) * light
    return None
