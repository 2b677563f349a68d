"""Colours of letters and cells in workbooks: what is written in the colour of its cell."""

from __future__ import annotations

import colorsys

WHITE, BLACK = "FFFFFF", "000000"
# Colours that differ by no more in each channel (0 to 255) are one to the eye.
_ALIKE = 5


def alike(one: str | None, two: str | None) -> bool:
    """Say whether two colours (RRGGBB) cannot be told apart; not where one is unknown."""
    channels, others = _channels(one), _channels(two)
    if channels is None or others is None:
        return False
    return all(abs(a - b) <= _ALIKE for a, b in zip(channels, others, strict=True))


def tinted(colour: str | None, tint: float) -> str | None:
    """Return a colour made darker (tint below 0) or lighter (ECMA-376 part 1, 18.8.19)."""
    channels = _channels(colour)
    if channels is None or not tint:
        return colour
    tint = max(-1.0, min(1.0, tint))
    hue, light, full = colorsys.rgb_to_hls(*(channel / 255 for channel in channels))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, full))


def _channels(colour: str | None) -> bytes | None:
    if colour is None or len(colour) != 6:
        return None
    try:
        return bytes.fromhex(colour)
    except ValueError:
        return None
