"""Glyphs to words: struck and raised ones marked, sideways ones read along their own line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from pdfplumber.utils.text import WordExtractor

from parser.intake.pages.drawing import Drawing, Frame, Glyph, Rule
from parser.intake.pages.printed import Word
from parser.intake.pages.turning import Turn, quarters
from parser.intake.strikes import lowered, raised, struck
from parser.model import Box

_EXTRACTOR = WordExtractor(x_tolerance=1.5, y_tolerance=3)
# A line strikes text out if it lies between these heights above the base line, in the text's size.
_LOW, _HIGH = 0.15, 0.56
_THIN = 0.2
# An area that is higher, in points, is no line.
_BROADEST = 6.0
# No struck text is larger, in points.
_LARGEST = 72.0
# How far, in the text's size, a stroke may reach past the text that it strikes out.
_OVER = 1.2
# A slanted line that strikes text out is at most so many times as high as the text.
_HIGHEST = 1.5
# A raised figure is at most this large, beside the figure before it, and at least so much higher.
_SMALL, _RISE = 0.8, 0.15
_FIGURES = "0123456789"


def words(page: Drawing) -> list[Word]:
    """Return the words of a page whose text is mostly level, and take strokes off its rules."""
    level = [glyph for glyph in page.glyphs if not quarters(glyph)]
    out = _struck(page, level)
    shown = {id(glyph): _shown(glyph, before) for glyph, before in _notes(level)}
    result = _words(page.number, level, out, shown)
    for by in (1, 2, 3):
        aside = [glyph for glyph in page.glyphs if quarters(glyph) == by]
        if aside:
            turn = Turn(by, page.width, page.height)
            found = _words(page.number, [turn.glyph(glyph) for glyph in aside], set(), {})
            result += [Word(word.text, turn.back(word.box)) for word in found]
    return result


def _words(
    number: int, glyphs: Sequence[Glyph], out: set[int], shown: dict[int, str]
) -> list[Word]:
    characters: list[dict[str, Any]] = [
        {
            "text": shown.get(id(glyph), glyph.text),
            "x0": glyph.frame.x0,
            "x1": glyph.frame.x1,
            "top": glyph.frame.top,
            "bottom": glyph.frame.bottom,
            "doctop": glyph.frame.top,
            "upright": True,
            "struck": id(glyph) in out,
        }
        for glyph in glyphs
    ]
    result: list[Word] = []
    extract: Any = _EXTRACTOR.iter_extract_tuples(characters)
    for found, parts in extract:
        text: str = found["text"]
        if out and any(part["struck"] for part in parts):
            text = "".join(
                struck("".join(part["text"] for part in run))
                if is_out
                else "".join(p["text"] for p in run)
                for is_out, run in groupby(parts, key=lambda part: part["struck"])
            )
        box = Box(number, found["x0"], found["top"], found["x1"], found["bottom"])
        result.append(Word(text, box))
    return result


def _struck(page: Drawing, glyphs: Sequence[Glyph]) -> set[int]:
    """Return the glyphs through whose middle a line runs; those lines are no ruling any more."""
    out: set[int] = set()
    lines = sorted(glyphs, key=lambda g: g.base)
    strokes: list[Rule] = []
    for rule in page.rules:
        if not rule.level or (rule.area and rule.area.frame.height > _BROADEST):
            continue
        through = [g for g in _crossed(lines, rule.frame) if not g.text.isspace()]
        if not through:
            continue
        size = max(g.size for g in through)
        left, right = min(g.frame.x0 for g in through), max(g.frame.x1 for g in through)
        thick = rule.area.frame.height if rule.area else 0.0
        if rule.frame.x0 < left - _OVER * size or rule.frame.x1 > right + _OVER * size:
            continue
        if thick <= _THIN * size:
            out |= {id(glyph) for glyph in through}
            strokes.append(rule)
    if strokes:
        gone = {id(rule) for rule in strokes}
        page.rules = [rule for rule in page.rules if id(rule) not in gone]
    for slant in page.slants:
        out |= {id(g) for g in _slashed(lines, slant)}
    for strike in page.strikes:
        out |= {
            id(g)
            for g in glyphs
            if strike.holds((g.ink.x0 + g.ink.x1) / 2, (g.ink.top + g.ink.bottom) / 2)
        }
    return out


def _crossed(lines: Sequence[Glyph], line: Frame) -> Iterator[Glyph]:
    """Yield the glyphs of which a level line crosses the middle and most of the width."""
    y = line.top
    for at in range(bisect_left(lines, y, key=lambda g: g.base), len(lines)):
        glyph = lines[at]
        if glyph.base > y + _LARGEST:
            break
        if not _LOW * glyph.size <= glyph.base - y <= _HIGH * glyph.size:
            continue
        shared = min(line.x1, glyph.frame.x1) - max(line.x0, glyph.frame.x0)
        if shared > 0.6 * (glyph.frame.x1 - glyph.frame.x0) > 0:
            yield glyph


def _slashed(lines: Sequence[Glyph], slant: Frame) -> Sequence[Glyph]:
    """Return the glyphs that a slanted line crosses, if it is drawn for them and no cell's."""
    first = bisect_left(lines, slant.top, key=lambda g: g.base)
    last = bisect_left(lines, slant.bottom + _LARGEST, key=lambda g: g.base)
    met = [g for g in lines[first:last] if not g.ink.meets(slant).empty and not g.text.isspace()]
    if not met or slant.height > _HIGHEST * max(g.size for g in met):
        return ()
    size = max(g.size for g in met)
    left, right = min(g.frame.x0 for g in met), max(g.frame.x1 for g in met)
    through = any(g.ink.top < (slant.top + slant.bottom) / 2 < g.ink.bottom for g in met)
    whole = slant.width > 0.7 * (right - left)
    fits = slant.x0 > left - 0.5 * size and slant.x1 < right + 0.5 * size
    return met if through and whole and fits else ()


def _notes(glyphs: Sequence[Glyph]) -> Iterator[tuple[Glyph, Glyph]]:
    """Yield the small figures that stand close behind a larger glyph, with that glyph."""
    sizes = [g.size for g in glyphs if not g.text.isspace()]
    largest = max(sizes, default=0.0)
    if not sizes or min(sizes) > _SMALL * largest:
        return
    lines = sorted(glyphs, key=lambda g: g.base)
    for glyph in glyphs:
        if glyph.size > _SMALL * largest or glyph.text not in _FIGURES:
            continue
        before = _before(glyph, lines)
        while before is not None and before.text in _FIGURES and before.size <= 1.1 * glyph.size:
            before = _before(before, lines)
        if before is not None and glyph.size <= _SMALL * before.size:
            yield glyph, before


def _before(glyph: Glyph, lines: Sequence[Glyph]) -> Glyph | None:
    """Return the glyph that ends where one begins, on the same line. `lines` are in order of base.

    On its base line stands what comes first; else what is a little higher or lower.
    """
    reach, x = 0.5 * glyph.size, glyph.frame.x0
    first = bisect_left(lines, glyph.base - glyph.size, key=lambda g: g.base)
    best: Glyph | None = None
    for at in range(first, len(lines)):
        other = lines[at]
        if other.base > glyph.base + 1.5 * glyph.size:
            break
        if abs(other.frame.x1 - x) > reach or other is glyph or other.text.isspace():
            continue
        if best is None or abs(other.base - glyph.base) < abs(best.base - glyph.base):
            best = other
    return best


def _shown(glyph: Glyph, before: Glyph) -> str:
    rise = (before.base - glyph.base) / before.size
    if rise >= _RISE:
        return raised(glyph.text)
    return lowered(glyph.text) if rise <= -_RISE / 2 else glyph.text
