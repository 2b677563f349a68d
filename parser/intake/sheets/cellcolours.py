"""Colours of letters and cells in workbooks: what is written in the colour of its cell."""

from __future__ import annotations

import colorsys

from parser.intake.word.looks import alike, channels

__all__ = ["BLACK", "WHITE", "alike", "tinted"]

WHITE, BLACK = "FFFFFF", "000000"


def tinted(colour: str | None, tint: float) -> str | None:
    """Return a colour made darker (tint below 0) or lighter (ECMA-376 part 1, 18.8.19)."""
    parts = channels(colour)
    if parts is None or not tint:
        return colour
    tint = max(-1.0, min(1.0, tint))
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in parts))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, full))
