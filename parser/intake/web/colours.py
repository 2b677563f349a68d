"""Colours of a page, as far as its style sheets tell them (CSS Color 3)."""

from __future__ import annotations

import re
from functools import lru_cache

from tinycss2 import color3

# Red, green, blue, each 0 to 1.
Colour = tuple[float, float, float]
WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)
# Colours that differ by less in each channel are one to the eye.
ALIKE = 0.04
# The newer way to write them: rgb(255 255 255 / 50%).
_SPACED = re.compile(r"(rgb|hsl)a?\(([^(),]*)\)")
_SHARE = re.compile(r"\d+(?:\.\d+)?")
_BARE_HEX = re.compile(r"[0-9a-f]{6}")


def same(one: Colour | None, two: Colour | None) -> bool:
    """Say whether the eye cannot tell two colours apart; not where one is unknown."""
    if one is None or two is None:
        return False
    return all(abs(a - b) < ALIKE for a, b in zip(one, two, strict=True))


def painted_over(told: str, behind: Colour | None) -> Colour | None:
    """Return the colour behind the letters where a background of this value is before `behind`."""
    found = next((c for word in _words(told) if (c := colour_of(word))), None)
    if found is None or found[1] <= ALIKE:
        return behind
    return found[0] if found[1] >= 1 - ALIKE else None


def _words(value: str) -> list[str]:
    return [value, *re.findall(r"#\w+|[a-z]+\([^)]*\)|[a-z]+", value)]


@lru_cache(maxsize=4096)
def colour_of(told: str) -> tuple[Colour, float] | None:
    """Return a colour and how dense it is, 0 to 1; None where the value is none."""
    told = told.strip().lower()
    if spaced := _SPACED.fullmatch(told):
        kind, parts = spaced[1], spaced[2].replace("/", " ").split()
        if len(parts) == 4 and parts[3].endswith("%"):
            share = _SHARE.match(parts[3])
            parts[3] = str(float(share[0]) / 100) if share else parts[3]
        told = f"{kind}{'a' if len(parts) == 4 else ''}({','.join(parts)})"
    found = color3.parse_color("#" + told if _BARE_HEX.fullmatch(told) else told)
    if found is None or isinstance(found, str):
        return None
    return (found.red, found.green, found.blue), found.alpha
