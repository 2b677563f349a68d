"""Pages and parts of pages whose text cannot be read from what is drawn: pictures, mute fonts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parser.intake.pages.drawing import Drawing, Frame

# A page with fewer characters than this and a picture on it is a picture of a page.
_FEW_CHARACTERS = 12
# … if the picture takes up this share of it; a page without any character needs no share.
_SHARE = 0.3
# From this share of unnamed characters on, figures apart, the page is not read.
_MUTE = 0.3
# A picture may hold a table if it is at least so wide and high, in shares of the page.
_WIDE, _HIGH = 0.4, 0.1
# Strips of one picture lie so close to each other, in points.
_SEAM = 2.0
Blindness = Literal["picture", "font", "damage"]


@dataclass(frozen=True, slots=True)
class Sight:
    """What keeps a page from being read, if anything; and the pictures on it that may be text."""

    blind: Blindness | None
    pictures: tuple[Frame, ...] = ()


def sight(page: Drawing) -> Sight:
    """Judge a page after all that nobody sees was taken off it."""
    if page.damaged:
        return Sight("damage")
    glyphs = [glyph for glyph in page.glyphs if not glyph.text.isspace()]
    mute = sum(not glyph.legible for glyph in glyphs)
    figures = sum(glyph.legible and glyph.text.isdigit() for glyph in glyphs)
    if mute >= _FEW_CHARACTERS and mute > _MUTE * (len(glyphs) - figures):
        return Sight("font")
    area = page.width * page.height
    if len(glyphs) < _FEW_CHARACTERS and page.pictures:
        shown = sum(_size(picture.frame.meets(page.frame)) for picture in page.pictures)
        if not glyphs or shown >= _SHARE * area:
            return Sight("picture")
    pictures: list[Frame] = []
    for frame in _whole([picture.frame.meets(page.frame) for picture in page.pictures]):
        if frame.width < _WIDE * page.width or frame.height < _HIGH * page.height:
            continue
        if not any(_within(frame, glyph.ink) for glyph in glyphs):
            pictures.append(frame)
    return Sight(None, tuple(pictures))


def _whole(frames: list[Frame]) -> list[Frame]:
    """Return the pictures with those joined that were cut into strips, one below the other."""
    result: list[Frame] = []
    for frame in sorted(frames, key=lambda frame: (round(frame.x0), frame.top)):
        last = result[-1] if result else None
        if (
            last is not None
            and abs(last.x0 - frame.x0) <= _SEAM
            and abs(last.x1 - frame.x1) <= _SEAM
            and frame.top <= last.bottom + _SEAM
        ):
            bottom = max(last.bottom, frame.bottom)
            result[-1] = Frame(last.x0, last.top, last.x1, bottom)
        else:
            result.append(frame)
    return result


def _size(frame: Frame) -> float:
    return max(0.0, frame.width) * max(0.0, frame.height)


def _within(frame: Frame, ink: Frame) -> bool:
    return frame.holds((ink.x0 + ink.x1) / 2, (ink.top + ink.bottom) / 2)
