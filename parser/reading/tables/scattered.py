"""Tables whose labels and figures a program scattered: in and out of piped rows, in pieces.

What turns the page of a PDF into Markdown tears labels into several rows and lines, and sets some
outside the strokes. Their order is kept. Figures are given to the rows of the form one after the
other where there are as many rows of figures, and every label stands around its own; or not far
from it, where all labels stand in order and all sums hold. Nothing is read otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from parser.model import Document, Fit, Reading, RowMatch, Span, Table
from parser.official.form import Form, FormRow, FormTable
from parser.official.labels import fold, parse
from parser.reading.tables.cell_values import read_value
from parser.reading.tables.markup import emphasised, unmarked
from parser.reading.tables.pieces import Piece, Row
from parser.reading.tables.proof import held
from parser.reading.tables.texts import label_and_figure, printed_lines

_TOKEN = re.compile(r"(?:(?!<\s*br\s*/?\s*>)[^\s|｜│┃])+", re.I)
_FOLLOWED = re.compile(r"(\d+)([\u4e00-\u9fff].*)")
_STROKE = re.compile(r"[|｜│┃]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
# So much of a label stands around its figures; so much of all labels stands in the table in order.
_AROUND = 0.85
_IN_ORDER = 0.97
# A label stands so many rows of figures away from its own where all sums hold.
_FAR = 3
# So many of the rows add up where the labels alone say whose the figures are.
_ADDING_UP = 0.75
_PIPED_LINES = 3
# A line of a table's words is no longer.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class _Figures:
    """Figures that stand side by side, and the words between them and those before."""

    pieces: list[Piece]
    above: list[Piece] = field(default_factory=list[Piece])
    lone: bool = False


def is_whole(table: Table) -> bool:
    """Say whether every label was found as it should be, and every row with all its figures."""
    if table.glued or table.extra_rows or any(m.fit not in _RIGHT for m in table.columns):
        return False
    return all(m.fit in _RIGHT and len(m.keys) == m.expected <= m.cells for m in table.rows)


_RIGHT = (Fit.EXACT, Fit.VARIANT)


def is_scattered(
    document: Document, stretch: Span, official: FormTable, table: Table | None
) -> bool:
    """Say whether labels were torn apart that all stand in a stretch, and no misprint is to blame.

    It is so where pieces of labels stand outside the strokes, and where every letter of the form's
    labels is there although some label was not found. `table`: what was read of it, None where
    that says nothing.
    """
    lines = list(printed_lines(document, stretch))
    text = document.simplified
    piped = [i for i, line in enumerate(lines) if len(_STROKE.findall(line.of(text))) > 1]
    if len(piped) >= _PIPED_LINES:
        between = (lines[i] for i in range(piped[0], piped[-1]) if i not in piped)
        if any(_is_scrap(line.of(text), official) for line in between):
            return True
    torn = [m.row for m in table.rows if _is_torn(m)] if table else []
    names = [row.label for row in official.regular_rows if row.key in torn]
    return bool(names) and has_all_letters(_pieces(document, lines, official), names)


def has_all_letters(words: str, names: Iterable[str]) -> bool:
    """Say whether the folded words hold every letter of the names, as often as they need it."""
    return not Counter("".join(parse(name).words for name in names)) - Counter(words)


def _is_torn(match: RowMatch) -> bool:
    return match.missing or (match.fit is Fit.NEAR and not _is_misprint(match))


def _is_misprint(match: RowMatch) -> bool:
    """Say whether a label stands in one piece and is another than the form's all the same."""
    return len(match.label.split()) < 2 and "<" not in match.label


def _pieces(document: Document, lines: Sequence[Span], official: FormTable) -> str:
    """Return the words of lines that are pieces of a table's labels and no label alone, folded."""
    known = _words(official)
    found = (
        fold(token)
        for line in lines
        for token in _TOKEN.findall(line.of(document.simplified))
        if not _is_figure(token)
    )
    return "".join(
        word for word in found if word not in known and any(word in label for label in known)
    )


def gathered(
    document: Document, stretch: Span, form: Form, official: FormTable
) -> tuple[list[Row], dict[str, int]] | None:
    """Return the rows of figures, without labels, and by key of a row of the form its index.

    None where nothing proves whose they are.
    """
    found, below = _figures(document, stretch, official)
    for rows in _printings(official):
        taken = _as_many(found, rows)
        if taken and _is_proven(taken, below, rows, form):
            values = [Row([], one.pieces, closed=True) for one in taken]
            return values, {row.key: i for i, row in enumerate(rows)}
    return None


def _printings(official: FormTable) -> Iterator[list[FormRow]]:
    """Yield the rows as reports print them: all, or one in the place of several."""
    yield list(official.regular_rows)
    for one in official.rows:
        if one.instead_of:
            rows: list[FormRow] = []
            for row in official.regular_rows:
                if row.key == one.instead_of[0]:
                    rows.append(one)
                if row.key not in one.instead_of:
                    rows.append(row)
            yield rows


def _is_scrap(line: str, official: FormTable) -> bool:
    """Say whether a line holds nothing but pieces of labels, and figures beside them."""
    tokens = _TOKEN.findall(line)
    words = [fold(token) for token in tokens if not _is_figure(token)]
    headings = {fold(block.heading) for block in official.blocks}
    if not any(words) or set(words) <= headings:
        return False
    known = _words(official)
    return all(any(word in label for label in known) for word in words)


@lru_cache(maxsize=8)
def _words(official: FormTable) -> tuple[str, ...]:
    labels = {
        fold(label)
        for block in official.blocks
        for label in (
            official.corner,
            block.heading,
            block.column_group,
            *(column.label for column in block.columns),
            *(name for row in block.rows for name in (row.label, *row.accepted, *row.groups)),
        )
        if label
    }
    return tuple(labels)


def _is_figure(text: str) -> bool:
    if _CHINESE.search(text):
        return False
    value = read_value(text)
    return value.reading in (Reading.NUMBER, Reading.PLACEHOLDER) and "chinese" not in value.quirks


def _figures(
    document: Document, stretch: Span, official: FormTable
) -> tuple[list[_Figures], list[Piece]]:
    """Return the figures of each line, those of one row together, and the words below the last."""
    most = max(len(row.columns) for row in official.rows)
    found: list[_Figures] = []
    words: list[Piece] = []
    for line in printed_lines(document, stretch):
        if any(furniture.covers(line) for furniture in document.furniture):
            continue
        tokens = list(_tokens(document, line, official))
        figures = [token for token in tokens if _is_figure(token.text)]
        said = [token for token in tokens if token not in figures]
        if line.end - line.start > _LONGEST and len(said) > len(figures):
            continue
        if said and len(figures) < most and not _are_pieces(said, official):
            continue
        first = tokens.index(figures[0]) if figures else len(tokens)
        words += tokens[:first]
        if figures:
            last = found[-1] if found and not words else None
            if last and len(last.pieces) < most and len(last.pieces) + len(figures) == most:
                found[-1] = _Figures([*last.pieces, *figures], last.above)
            else:
                found.append(_Figures(figures, words, lone=len(tokens) == 1))
            words = [token for token in tokens[first:] if token in said]
    return found, words


def _are_pieces(words: Sequence[Piece], official: FormTable) -> bool:
    return all(any(fold(w.text) in label for label in _words(official)) for w in words)


def _tokens(document: Document, line: Span, official: FormTable) -> Iterator[Piece]:
    text = document.simplified
    for hit in _TOKEN.finditer(text, line.start, line.end):
        span = emphasised(text, Span(*hit.span()))
        piece = Piece(unmarked(span.of(text)), span)
        yield from _figure_and_label(piece, official) or label_and_figure(piece)


def _figure_and_label(piece: Piece, official: FormTable) -> list[Piece]:
    """Part a figure from the line of a label that follows it without a gap: 93理结."""
    found = _FOLLOWED.fullmatch(piece.text)
    if found is None or not any(fold(found[2]) in label for label in _words(official)):
        return []
    at = piece.span.start + found.end(1)
    return [
        Piece(found[1], Span(piece.span.start, at)),
        Piece(found[2], Span(at, piece.span.end)),
    ]


def _as_many(found: Sequence[_Figures], rows: Sequence[FormRow]) -> list[_Figures] | None:
    """Return the figures if they are as many as these rows have, row by row."""
    sizes = [len(row.columns) for row in rows]
    if min(sizes) > 1:  # a number alone is none of theirs: that of a page
        found = _joined([one for one in found if one.lone], found)
    return list(found) if [len(one.pieces) for one in found] == sizes else None


def _joined(left_out: Sequence[_Figures], found: Sequence[_Figures]) -> list[_Figures]:
    """Leave some figures out, the words above them go to the next."""
    kept: list[_Figures] = []
    words: list[Piece] = []
    for one in found:
        if one in left_out:
            words += one.above
        else:
            kept.append(_Figures(one.pieces, [*words, *one.above]))
            words = []
    return kept


def _is_proven(
    found: Sequence[_Figures], below: Sequence[Piece], rows: Sequence[FormRow], form: Form
) -> bool:
    """Say whether figures are those of the rows of the form, one after the other."""
    around = [fold("".join(p.text for p in one.above)) for one in found]
    around.append(fold("".join(p.text for p in below)))
    labels = [(parse(name).words for name in (row.label, *row.accepted)) for row in rows]
    beside = all(
        max(_share(label, around[i] + around[i + 1]) for label in names) >= _AROUND
        for i, names in enumerate(labels)
    )
    summed = [(row, one) for row, one in zip(rows, found, strict=True) if row.sums]
    right = sum(_adds_up(row, one.pieces) for row, one in summed)
    if beside:
        return right >= _ADDING_UP * len(summed)
    if right < len(summed) or not summed or not _columns_add_up(found, rows, form):
        return False
    words = "".join(parse(row.label).words for row in rows)
    return _share(words, "".join(around)) >= _IN_ORDER and all(
        _share(parse(row.label).words, "".join(around[max(0, i - _FAR) : i + _FAR + 2])) >= _AROUND
        for i, row in enumerate(rows)
    )


def _columns_add_up(found: Sequence[_Figures], rows: Sequence[FormRow], form: Form) -> bool:
    """Say whether every sum of the form between rows holds, and not only noughts."""
    numbers = {
        key: read_value(piece.text).number
        for row, one in zip(rows, found, strict=True)
        for key, piece in zip(row.figure_keys, one.pieces, strict=True)
    }
    if not any(numbers.values()):
        return False
    sums = form.sums(frozenset(row.key for row in rows))
    return all(
        sum(numbers[key] or 0 for key in entry.left)
        == sum(numbers[key] or 0 for key in entry.right)
        for entry in sums
        if all(key in numbers for key in entry.keys)
    )


def _adds_up(row: FormRow, pieces: Sequence[Piece]) -> bool:
    numbers = [read_value(piece.text).number for piece in pieces]
    return all(held(numbers, entry) for entry in row.sums)


@lru_cache(maxsize=5_000)
def _share(words: str, context: str) -> float:
    """Return the share of `words` that stands in `context` in the same order."""
    matcher = SequenceMatcher(None, words, context, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(words)
