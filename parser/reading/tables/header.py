"""Comparing the printed column labels with the form's, and reading in which order they stand."""

from __future__ import annotations

from collections.abc import Sequence

from parser.model import ColumnMatch, Document, Fit, Span
from parser.official.form import Block, FormColumn
from parser.official.labels import fold, parse, resemblance
from parser.reading.tables.parted import parted_head
from parser.reading.tables.pieces import Piece

_JOINED = 3
_ALIKE = 0.7


class Header:
    """The label pieces above a block, joined, with the way back to each piece."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = list(pieces)
        self.text = ""
        self.owner: list[int] = []
        for i, piece in enumerate(self.pieces):
            words = fold(piece.text)
            self.text += words
            self.owner += [i] * len(words)

    def find(self, words: str, taken: set[int]) -> tuple[int, int] | None:
        """Return the first and last piece of the first place of `words` that is not taken."""
        at = self.text.find(words)
        while at >= 0:
            span = range(at, at + len(words))
            if not taken & set(span):
                taken.update(span)
                return self.owner[at], self.owner[at + len(words) - 1]
            at = self.text.find(words, at + 1)
        return None

    def has_scattered(self, words: str) -> bool:
        """Say whether the characters of `words` are all there in order: wrapped by column."""
        at = -1
        for character in words:
            at = self.text.find(character, at + 1)
            if at < 0:
                return False
        return True

    def has_slip(self, words: str) -> bool:
        """Say whether one piece is `words` but for a slip; a line's share of them is none."""
        seen = (fold(piece.text) for piece in self.pieces)
        return any(
            text not in words
            and abs(len(text) - len(words)) <= 1
            and resemblance(text, words) >= _ALIKE
            for text in seen
        )


def columns(
    document: Document, block: Block, pieces: Sequence[Piece], corner: str, *, wrapped: bool
) -> tuple[ColumnMatch, ...]:
    """Match the block's column labels with the label pieces found above its first row.

    `corner` is what the form prints before them; it may be glued to the first.
    `wrapped`: the header's words may be scattered over several lines column by column.
    """
    header = Header(parted_head(pieces))
    taken: set[int] = set()
    rows = tuple(row.key for row in block.rows)
    found: dict[str, ColumnMatch] = {}
    used: set[int] = set()
    while block.column_group and (above := header.find(fold(block.column_group), taken)):
        used.update(range(above[0], above[1] + 1))
    # Longest first, so that 其他 does not take its place from a longer label.
    for column in sorted(block.columns, key=lambda c: -len(c.label)):
        place = header.find(parse(column.label).words, taken)
        if place:
            used.update(range(place[0], place[1] + 1))
            seen = fold("".join(p.text for p in header.pieces[place[0] : place[1] + 1]))
            whole = wrapped or seen.removeprefix(fold(corner)) == parse(column.label).words
            exact = Fit.EXACT if whole else Fit.NEAR
            found[column.key] = _match(document, column, rows, header, place, exact)
    for column in block.columns:
        if column.key not in found:
            found[column.key] = _inexact(document, column, rows, header, used, wrapped=wrapped)
    return tuple(found[column.key] for column in block.columns)


def _inexact(
    document: Document,
    column: FormColumn,
    rows: tuple[str, ...],
    header: Header,
    used: set[int],
    *,
    wrapped: bool,
) -> ColumnMatch:
    words = parse(column.label).words
    if wrapped and header.has_scattered(words) and not header.has_slip(words):
        return ColumnMatch(column.key, rows, column.label, column.label, None, Fit.EXACT)
    best: tuple[float, int, int] | None = None
    for i in range(len(header.pieces)):
        for j in range(i, min(i + _JOINED, len(header.pieces))):
            if used & set(range(i, j + 1)):
                break
            seen = "".join(piece.text for piece in header.pieces[i : j + 1])
            like = resemblance(seen, column.label)
            if like >= _ALIKE and (best is None or like > best[0]):
                best = (like, i, j)
    if best:
        used.update(range(best[1], best[2] + 1))
        return _match(document, column, rows, header, best[1:], Fit.NEAR)
    for i, piece in enumerate(header.pieces):
        part = fold(piece.text)
        if i not in used and len(part) >= 2 and words.startswith(part):
            used.add(i)
            return _match(document, column, rows, header, (i, i), Fit.CUT)
    return ColumnMatch(column.key, rows, "", column.label, None, Fit.ABSENT)


def _match(
    document: Document,
    column: FormColumn,
    rows: tuple[str, ...],
    header: Header,
    place: tuple[int, int],
    fit: Fit,
) -> ColumnMatch:
    first, last = header.pieces[place[0]], header.pieces[place[1]]
    span = Span(first.span.start, max(first.span.end, last.span.end))
    label = "".join(p.span.of(document.text) for p in header.pieces[place[0] : place[1] + 1])
    return ColumnMatch(column.key, rows, "".join(label.split()), column.label, span, fit)


def printed_order(block: Block, matches: Sequence[ColumnMatch], *, ruled: bool) -> list[int] | None:
    """Return for each printed column the index of the form's, None where the order is the form's.

    Only columns on one level of the header are compared: reading order tells nothing about a
    label that spans the levels. Nor does it without rules (`ruled`) where a label is wrapped: its
    lines stand above and below the others.
    """
    level = [i for i, c in enumerate(block.columns) if c.grouped] or list(range(len(matches)))
    spans = [matches[i].label_span for i in level]
    known = [span for span in spans if span is not None]
    if len(known) < len(level) or len({span.start for span in known}) < len(level):
        return None
    if any(matches[i].fit is not Fit.EXACT for i in level):
        return None
    if not ruled and any(
        span.end - span.start > len(matches[i].label) for i, span in zip(level, known, strict=True)
    ):
        return None
    by_place = sorted(range(len(level)), key=lambda k: known[k].start)
    if by_place == list(range(len(level))):
        return None
    order = list(range(len(matches)))
    for printed, k in zip(level, by_place, strict=True):
        order[printed] = level[k]
    return order
