"""How like two reports are in their own words.

Compared is what a unit writes itself: sections one, five and six of the first copy, without
names, years, numbers, punctuation and the phrases that every report has.
"""

from __future__ import annotations

import re
import tomllib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from parser.identity.body_names import place_kind, take_apart
from parser.identity.owner import unit_name
from parser.model import Document, Report, Span
from parser.reading.prose import paragraphs, sentences

Shingles = NDArray[np.uint32]

WORDS = Path(__file__).resolve().parents[2] / "resources" / "words"

# Characters in a shingle: long enough that chance and grammar share few.
WIDTH = 8
_SECTIONS = frozenset((1, 5, 6))
_PASSAGES = 5
_SHORTEST_PASSAGE = 10
_PERMUTATIONS = 64
# Estimated likeness from which two reports are compared exactly, as a part of the wanted one.
_CANDIDATE = 0.75
# So many reports that are alike are enough to hold the next one against.
_MOST_ALIKE = 24
_SELF = re.compile(
    r"[我本全该各](?:街道办事处|办事处|街道|单位|机关|[镇乡县市区旗州团局委办厅院处省])"
)
_NUMBERS = re.compile(
    r"[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、是]|"
    r"\d+(?:\.\d+)?[%‰]?|[一二三四五六七八九十百千万〇零两]+(?=[件条次份项个期人场篇名宗起家])"
)
_NOT_TEXT = re.compile(r"[^一-鿿A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's own words: `length` in characters, `shingles` sorted, each once."""

    length: int
    shingles: Shingles


class Wordings:
    """The wordings of a folder's reports, kept from one look between them to the next.

    What is kept holds for one document: a figure that was corrected leaves it as it is, a file
    that was read again does not. Looks on two threads may at worst work a wording out twice.
    """

    def __init__(self) -> None:
        """Start with nothing kept."""
        self._kept: dict[tuple[str, int, int], tuple[Document | None, Wording]] = {}

    def of(self, report: Report, section: int = 0) -> Wording:
        """Return the words of a report, or of one of its sections, made for comparing."""
        place = (report.path, section, report.counts)
        document, kept = self._kept.get(place, (None, None))
        if kept is None or document is not report.document:
            kept = wording(report, section)
            self._kept[place] = (report.document, kept)
        return kept

    def keep(self, paths: Iterable[str]) -> None:
        """Forget the reports that are not at these paths."""
        there = set(paths)
        for place in tuple(self._kept):
            if place[0] not in there:
                self._kept.pop(place, None)


def wording(report: Report, section: int = 0) -> Wording:
    """Return the words of a report, or of one of its sections, made for comparing."""
    said = [
        p.text
        for p in paragraphs(report)
        if p.section == section or not section
        if p.section in _SECTIONS
    ]
    return _wording("。".join(said), report)


def likeness(one: Wording, other: Wording) -> float:
    """Return the share of shingles that two wordings have in common, 0 to 1 (Jaccard)."""
    common = _common(one, other)
    union = len(one.shingles) + len(other.shingles) - common
    return common / union if union else 0.0


def repeated(later: Wording, earlier: Wording) -> float:
    """Return the share of the later wording that the earlier one already had, 0 to 1."""
    return _common(later, earlier) / len(later.shingles) if len(later.shingles) else 0.0


def alike(wordings: Sequence[Wording], share: float) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of indexes whose likeness is `share` or more, with it.

    Candidates come from locality-sensitive hashing of MinHash signatures, so the work grows with
    the number of reports and not with its square. Of very many that are alike, the first few
    stand for the rest.
    """
    # It brings a large library with it that a check of single reports never needs.
    from datasketch import MinHash, MinHashLSH  # pyright: ignore[reportMissingTypeStubs]

    index = cast("Any", MinHashLSH)(threshold=share * _CANDIDATE, num_perm=_PERMUTATIONS)
    for at, one in enumerate(wordings):
        signature = cast("Any", MinHash)(num_perm=_PERMUTATIONS, hashfunc=int)
        signature.update_batch(one.shingles.tolist())
        candidates = sorted(cast("list[int]", index.query(signature)))
        for other in candidates:
            common = likeness(wordings[other], one)
            if common >= share:
                yield other, at, common
        if len(candidates) < _MOST_ALIKE:
            index.insert(at, signature)


def shared_passages(one: Report, other: Report, section: int = 0) -> tuple[tuple[str, Span], ...]:
    """Return the longest passages that two reports share, alternately of the one and the other."""
    mine, theirs = _said(one, section), _said(other, section)
    places: dict[str, list[int]] = {}
    for at, said in enumerate(theirs):
        places.setdefault(said.text, []).append(at)
    found: list[tuple[int, Span, Span]] = []
    at = 0
    while at < len(mine):
        starts = places.get(mine[at].text, ())
        length, start = max((_run(mine, at, theirs, start) for start in starts), default=(0, 0))
        if length:
            size = sum(len(said.text) for said in mine[at : at + length])
            found.append((size, _stretch(mine, at, length), _stretch(theirs, start, length)))
        at += max(1, length)
    longest = sorted(found, key=lambda f: -f[0])[:_PASSAGES]
    return tuple(
        (report.path, span)
        for _, first, second in sorted(longest, key=lambda f: f[1])
        for report, span in ((one, first), (other, second))
    )


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    span: Span
    section: int


def _said(report: Report, section: int) -> list[_Said]:
    """Return the sentences that are long enough to tell, as they are compared."""
    plain = [
        _Said(_strip(s.text, report), s.span, s.section)
        for s in sentences(paragraphs(report))
        if s.section in _SECTIONS and (s.section == section or not section)
    ]
    return [said for said in plain if len(said.text) >= _SHORTEST_PASSAGE]


def _run(mine: Sequence[_Said], at: int, theirs: Sequence[_Said], start: int) -> tuple[int, int]:
    """Return how many sentences of one section are the same from here, and where."""
    pairs = zip(mine[at:], theirs[start:], strict=False)
    section = mine[at].section
    same = takewhile(lambda p: p[0].text == p[1].text and p[0].section == section, pairs)
    return len(list(same)), start


def _stretch(said: Sequence[_Said], at: int, length: int) -> Span:
    return Span(said[at].span.start, said[at + length - 1].span.end)


def _common(one: Wording, other: Wording) -> int:
    return len(np.intersect1d(one.shingles, other.shingles, assume_unique=True))


def _wording(text: str, report: Report) -> Wording:
    plain = _strip(text, report)
    encoded = plain.encode("utf-32-le")
    step, width = 4, 4 * WIDTH
    hashes = (
        zlib.crc32(encoded[at : at + width]) for at in range(0, len(encoded) - width + 1, step)
    )
    return Wording(len(plain), np.unique(np.fromiter(hashes, dtype=np.uint32)))


def _strip(text: str, report: Report) -> str:
    """Take names, numbers, set phrases and punctuation out of a text."""
    for name in _names(report):
        text = text.replace(name, "")
    text = _SELF.sub("", text)
    text = _phrases().sub("", text)
    return _NOT_TEXT.sub("", _NUMBERS.sub("", text))


def _names(report: Report) -> Iterable[str]:
    """Return the unit's names and places, the longest first, and the stems of the places."""
    found: set[str] = set()
    for naming in report.identity.names:
        places = take_apart(naming.name).places
        found |= {naming.name, *places}
        found |= {stem for p in places if len(stem := p.removesuffix(place_kind(p))) > 1}
    found |= {unit_name(report)} - {""}
    return sorted(found, key=lambda name: (-len(name), name))


@cache
def _phrases() -> re.Pattern[str]:
    data = tomllib.loads((WORDS / "official.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(data["phrases"]))
