"""Aligning the rows that are there with the rows of the form, in order, gaps allowed on both sides.

The alignment with the greatest sum of label resemblance wins (Needleman and Wunsch's scheme), so a
missing row is a gap and never shifts its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from parser.official.form import FormRow
from parser.official.labels import NEAR, fold, parse, resemblance
from parser.reading.tables.pieces import Row

# A label may be broken over this many cells or lines.
_FRAGMENTS = 5
_UNMATCHED_FIGURES = -0.2
_WORDS_ALONE = 0.97
# A label that resembles the form's little but carries its number, in its place, is the unit's own
# wording for that row.
_SAME_NUMBER = 0.3
_RESEMBLES = 0.5
_ALL = 0.99


@dataclass(frozen=True, slots=True)
class LabelFit:
    """How well a row's label fits the form's, from 0 to 1.

    The label is the last `used` pieces after setting `spare` pieces at the end aside: words that
    stand in a value cell.
    """

    likeness: float
    used: int = 1
    spare: int = 0


def align(rows: Sequence[Row], official: Sequence[FormRow]) -> list[tuple[int, int]]:
    """Return pairs (index in rows, index in official), rising in both.

    Rows without values are matched only where their label is the form's to the letter.
    """
    n, m = len(rows), len(official)
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    came = [[""] * (m + 1) for _ in range(n + 1)]
    for i, row in enumerate(rows, 1):
        filled = sum(not piece.blank for piece in row.values)
        lost = _UNMATCHED_FIGURES if filled else 0.0
        for j in range(m + 1):
            choice, value = "row", best[i - 1][j] + lost
            if j:
                if best[i][j - 1] > value:
                    choice, value = "form", best[i][j - 1]
                score = _score(row, filled, official[j - 1])
                if score > 0 and best[i - 1][j - 1] + score > value:
                    choice, value = "both", best[i - 1][j - 1] + score
            best[i][j], came[i][j] = value, choice
    pairs: list[tuple[int, int]] = []
    i, j = n, m
    while i and (j or came[i][j] == "row"):
        step = came[i][j]
        if step == "both":
            pairs.append((i - 1, j - 1))
        i -= step in ("row", "both")
        j -= step in ("form", "both")
    return pairs[::-1]


def _score(row: Row, filled: int, official: FormRow) -> float:
    """Say how well a row fits one of the form; `filled`: how many of its cells hold something."""
    like = label_likeness(row, official).likeness
    if not filled and _heads_column(row, official):
        return 0.0
    if not row.values:
        alone = like >= _WORDS_ALONE and not official.instead_of
        return 0.3 if alone else 0.0
    wanted = len(official.columns)
    counted = len(row.values) == wanted or filled == wanted
    if like < NEAR:
        return _SAME_NUMBER if counted and _numbered(row, official) else 0.0
    return like + (0.1 if counted else 0.0)


def _heads_column(row: Row, official: FormRow) -> bool:
    """Say whether a label without figures is a column's: 总计 of the header, not （七）总计."""
    words = row.labels[-1].text if row.labels else ""
    if parse(official.label).marker is None or parse(words).marker is not None:
        return False
    return any(fold(column.label) == fold(words) for column in official.columns)


def _numbered(row: Row, official: FormRow) -> bool:
    if not row.labels:
        return False
    seen, label = parse(row.labels[-1].text), parse(official.label)
    if label.marker is None or seen.marker != label.marker or not seen.core:
        return False
    return _coverage(seen.core, label.words) >= _RESEMBLES


def label_likeness(row: Row, official: FormRow) -> LabelFit:
    """Return how well the row's label fits in the best way to take its pieces."""
    spares = _spares(row, official)
    seen = tuple([piece.text for piece in row.labels[-_FRAGMENTS - spares :]])
    names = (official.label, *official.accepted)
    best = _best_way(seen, spares, names, bool(official.instead_of))
    if row.before or row.after:
        around = _wrapped(row, official)
        if around > best.likeness:
            best = LabelFit(around, max(1, len(row.labels)))
    return best


@lru_cache(maxsize=50_000)
def _best_way(seen: tuple[str, ...], spares: int, names: tuple[str, ...], group: bool) -> LabelFit:
    """Return the way to take the last pieces of a label that is most like one of the names.

    `group`: the row stands for a group. Before a piece with a number of its own its name is there
    as that of the group.
    """
    best = LabelFit(0.0)
    for spare in range(spares + 1):
        end = len(seen) - spare
        alone = group and end > 0 and parse(seen[end - 1]).marker is not None
        for used in range(1, 2 if alone else min(_FRAGMENTS, end) + 1):
            label = "".join(seen[end - used : end])
            like = max(resemblance(label, name) for name in names) - 0.02 * spare
            if like > best.likeness + 1e-9:
                best = LabelFit(like, used, spare)
    return best


def _spares(row: Row, official: FormRow) -> int:
    """Return how many words at the end of the label may stand in cells for figures instead.

    Empty cells behind the last figure may be a wide sheet's, and are none of the row's.
    """
    if not row.closed or not row.values or len(row.labels) < 2:
        return 0
    filled = [i for i, piece in enumerate(row.values) if not piece.blank]
    short = len(official.columns) - (filled[-1] + 1 if filled else len(row.values))
    return max(0, min(short, 2, len(row.labels) - 1))


def _wrapped(row: Row, official: FormRow) -> float:
    """Judge a label whose words stand on the lines above, beside and below its figures."""
    words = parse(official.label).words
    marker = parse(official.label).marker
    beside = parse(row.labels[-1].text).marker if row.labels else None
    if marker and beside and marker != beside:
        return 0.0
    if official.instead_of and (beside or any(parse(p.text).marker for p in row.after)):
        return 0.0  # its label is there as the group of the rows that it could stand for
    own = "".join(piece.text for piece in row.labels)
    above = "".join(piece.text for piece in row.before[-4:])
    below = "".join(piece.text for piece in row.after[:4])
    context = fold(above + own + below)
    share = _coverage(words, context)
    mine = _coverage(words, fold(own)) if own else 0.0
    return 0.75 * share + 0.2 * mine if share > 0.85 else 0.0


def is_whole(row: Row, official: FormRow) -> bool:
    """Say whether a wrapped label has all the form's words around its figures, and no others."""
    words = parse(official.label).words
    around = [*row.before[-4:], *row.labels, *row.after[:4]]
    context = fold("".join(piece.text for piece in around))
    own = parse(row.labels[-1].text).words if row.labels else ""
    return _coverage(words, context) > _ALL and (not own or _coverage(own, words) > _ALL)


@lru_cache(maxsize=50_000)
def _coverage(words: str, context: str) -> float:
    """Return the share of `words` that is found in `context` in the same order."""
    matcher = SequenceMatcher(None, words, context, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(words)
