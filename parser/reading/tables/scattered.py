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
from itertools import pairwise

from parser.model import Document, Fit, Reading, RowMatch, Span, Table
from parser.official.form import Form, FormRow, FormTable
from parser.official.labels import fold, parse
from parser.reading.tables.cell_values import read_value
from parser.reading.tables.markup import emphasised, unmarked
from parser.reading.tables.pieces import Piece, Row
from parser.reading.tables.proof import held
from parser.reading.tables.texts import label_and_figure, printed_lines

_TOKEN = re.compile(r"<\s*br\s*/?\s*>|((?:(?!<\s*br\s*/?\s*>)[^\s|｜│┃])+)", re.I)
_FOLLOWED = re.compile(r"(\d+)([\u4e00-\u9fff（(].*)")
# Two figures, or a label and a figure, in the lines of one cell.
_IN_ONE_CELL = re.compile(
    r"[^\s|｜│┃>][ \t]*<\s*br\s*/?\s*>[ \t]*\d[\d.]*[ \t]*(?=<|[|｜│┃])", re.I
)
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
    if table is None:
        return False
    if _is_doubled(table) or any(_is_scrap(row.label, official) for row in table.extra_rows):
        return True
    heads = [m.label_span.of(text) for m in table.columns if m.label_span]
    if any(_STROKE.search(head) and "\n" not in head for head in heads):
        return True  # columns are cut in two
    if any(_IN_ONE_CELL.search(lines[i].of(text)) for i in piped):
        return True
    labels = {row.key: (row.label, *row.accepted) for row in official.rows}
    torn = [m.row for m in table.rows if _is_torn(m, labels[m.row])]
    whole = {fold(name) for m in table.rows if m.missing for name in labels[m.row]}
    words = _words_of(document, lines)
    if any(word in whole for word in words):
        return True  # its label is there
    known = _words(official)
    pieces = [w for w in words if w not in known and any(w in label for label in known)]
    return bool(torn) and has_all_letters("".join(pieces), (labels[key][0] for key in torn))


def _is_doubled(table: Table) -> bool:
    """Say whether a row has the figures of two, and one beside it has none."""
    return any(
        a.cells == 2 * a.expected > 2 and not a.keys and not b.cells
        for pair in pairwise(table.rows)
        for a, b in (pair, pair[::-1])
    )


def has_all_letters(words: str, names: Iterable[str]) -> bool:
    """Say whether the folded words hold every letter of the names, as often as they need it."""
    return not Counter("".join(parse(name).words for name in names)) - Counter(words)


def _is_torn(match: RowMatch, labels: Sequence[str]) -> bool:
    return match.missing or (match.fit is Fit.NEAR and not _is_misprint(match, labels))


def _is_misprint(match: RowMatch, labels: Sequence[str]) -> bool:
    """Say whether a label stands in one piece and is another than the form's, and no part of it."""
    if len(match.label.split()) > 1 or "<" in match.label:
        return False
    return not any(fold(match.label) in fold(label) for label in labels)


def _words_of(document: Document, lines: Sequence[Span]) -> list[str]:
    """Return the words of lines, folded, as blanks and strokes part them."""
    return [
        fold(hit[0])
        for line in lines
        for hit in _TOKEN.finditer(document.simplified, line.start, line.end)
        if hit[1] and not _is_figure(hit[0])
    ]


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
    tokens = [hit[0] for hit in _TOKEN.finditer(line) if hit[1]]
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
            found.append(_Figures(figures, words, lone=len(tokens) == 1))
            words = [token for token in tokens[first:] if token in said]
    return _in_rows(found, most), words


def _in_rows(found: Sequence[_Figures], most: int) -> list[_Figures]:
    """Return the figures with those of each row together that stand in several lines."""
    result: list[_Figures] = []
    at = 0
    while at < len(found):
        end = next((i for i in range(at + 1, len(found)) if found[i].above), len(found))
        run = found[at:end]
        pieces = [piece for one in run for piece in one.pieces]
        if len(run) > 1 and len(pieces) % most == 0:
            rows = [pieces[i : i + most] for i in range(0, len(pieces), most)]
            result += [_Figures(row, run[0].above if not i else []) for i, row in enumerate(rows)]
        elif all(one.lone for one in run) and len(pieces) < most:
            result.append(_Figures(pieces, run[0].above, lone=len(pieces) == 1))
        else:
            result += run
        at = end
    return result


def _are_pieces(words: Sequence[Piece], official: FormTable) -> bool:
    return all(any(fold(w.text) in label for label in _words(official)) for w in words)


def _tokens(document: Document, line: Span, official: FormTable) -> Iterator[Piece]:
    text = document.simplified
    for hit in _TOKEN.finditer(text, line.start, line.end):
        if hit[1] is None:
            continue
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
