"""Comparing printed labels with the form's: widths, spaces, punctuation and numbering set aside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from parser.model import Fit
from parser.text.numerals import BELOW_HUNDRED, whole_number

_MARKER = re.compile(
    r"^[\s*#·•●◆■►▶>]*(?:"
    rf"[(（]\s*(?P<paren>{BELOW_HUNDRED})\s*[)）]?"
    rf"|(?P<top>{BELOW_HUNDRED})\s*[、.．,，:：]"
    r"|[(（]?(?P<arabic>[0-9０-９]{1,2})\s*[、.．,，)）:：]"
    r")"
)
# A raised figure behind a label is the number of a note.
_NOTE_MARKS = re.compile(r"[⁰¹²³⁴-⁹]+")
# What is struck out stands as this in the text that is matched.
_FILLER = "\u200b"
_PARENTHESES = re.compile(r"[(（][^()（）]*[)）]")

# Below this two labels are not taken for one another at all.
NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart: its numbering ("top", 3), its words without punctuation.

    `core` is `words` without what stands in brackets: filling hints, units, remarks.
    """

    marker: tuple[str, int] | None
    words: str
    core: str


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return the text's letters and digits alone, in half width and lower case."""
    folded = unicodedata.normalize("NFKC", _NOTE_MARKS.sub("", text))
    return "".join(c for c in folded if c.isalnum()).lower()


@lru_cache(maxsize=20_000)
def parse(text: str) -> Label:
    """Take a label apart into numbering and words."""
    text = text.replace(_FILLER, "")
    found = _MARKER.match(text)
    marker: tuple[str, int] | None = None
    rest = text
    if found:
        kind = found.lastgroup or ""
        marker = (kind, whole_number(found.group(kind)) or 0)
        rest = text[found.end() :]
    core = fold(_PARENTHESES.sub("", rest))
    words = fold(rest)
    return Label(marker, words, core or words)


@lru_cache(maxsize=200_000)
def resemblance(seen: str, official: str) -> float:
    """Say from 0 to 1 how likely `seen` is meant to be the form's label `official`.

    1 is the label to the letter. A different number in front (（二） for （一）) halves it.
    """
    a, b = parse(seen), parse(official)
    if not a.words:
        return 0.0
    if a.words == b.words:
        score = 1.0
    elif a.core == b.core:
        score = 0.97
    else:
        score = max(_ratio(a.core, b.core), _ratio(a.words, b.words))
        shorter = a.core if len(a.core) <= len(b.core) else b.core
        longer = b.core if shorter is a.core else a.core
        if len(shorter) >= 3 and shorter in longer:
            score = max(score, 0.8)
    if a.marker and b.marker and a.marker[1] != b.marker[1]:
        score *= 0.5
    elif a.marker and b.marker and a.marker[0] != b.marker[0]:
        score *= 0.9
    elif (a.marker is None) != (b.marker is None):
        score *= 0.95
    return score


def _ratio(a: str, b: str) -> float:
    if not a or not b:
        return 0.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def fit(seen: str, official: str, accepted: tuple[str, ...] = ()) -> Fit:
    """Judge a label that is known to stand for the form's `official`.

    Exact: the same words, whatever the punctuation and width. Variant: one that the form lists as
    accepted, or the same words with the numbering left off. Near: anything else.
    """
    a, b = parse(seen), parse(official)
    if a.words == b.words:
        if a.marker and b.marker and a.marker[1] != b.marker[1]:
            return Fit.NEAR
        return Fit.EXACT if a.marker or not b.marker else Fit.VARIANT
    if any(a.words == parse(variant).words for variant in accepted):
        return Fit.VARIANT
    return Fit.NEAR
