"""Rows from text: every way in which a table has been seen written as lines.

Each builder reads the same stretch in its own way; `recognise` keeps the reading that fits the
form best, so none of them needs to be sure of itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from parser.model import Document, Span
from parser.reading.tables.cell_values import is_value
from parser.reading.tables.known_labels import is_piece_of_label, segments
from parser.reading.tables.markup import emphasised, may_be_marked, unmarked
from parser.reading.tables.pieces import Piece, Row, closed_row, flowing_rows, is_row_label
from parser.reading.tables.piped import pieces_of, restored
from parser.text.page_numbers import is_page_number

Builder = Callable[[Document, Span], list[Row] | None]

_PIPES = "|｜│┃"
_RULE = re.compile(r"^[\s|｜│┃:\-=+_─━┼┌┐└┘├┤┬┴]*[-=─━]{2,}[\s|｜│┃:\-=+_─━┼┌┐└┘├┤┬┴]*$")
_PIPE = re.compile(f"[{_PIPES}]")
_GLUED = re.compile(r"(.*[^\d.,，．])(\d+(?:\.\d+)?)", re.S)
_FEWEST_CELLS = 5
_MOST_BLANKS = 20


def printed_lines(document: Document, within: Span) -> Iterator[Span]:
    """Yield each line without its end, page numbers and drawn rules left out."""
    text = document.simplified
    at = within.start
    while at < within.end:
        end = text.find("\n", at, within.end)
        end = within.end if end < 0 else end
        line = text[at:end]
        if not is_page_number(line) and not (line.strip() and _RULE.match(line)):
            yield Span(at, end)
        at = end + 1


def _piece(document: Document, span: Span, column: int = 0, soft: bool = False) -> Piece:
    """Make a piece of a stretch, its surrounding white space left out."""
    text = span.of(document.simplified)
    words = text.strip()
    start = span.start + (len(text) - len(text.lstrip()) if words else 0)
    span = Span(start, start + len(words))
    if may_be_marked(words):
        span = emphasised(document.simplified, span)
        words = unmarked(span.of(document.simplified))
    return Piece(words, span, column, soft)


def _split(document: Document, line: Span, separator: re.Pattern[str]) -> list[Piece]:
    pieces: list[Piece] = []
    at = line.start
    for i, hit in enumerate(separator.finditer(document.simplified, line.start, line.end)):
        pieces.append(_piece(document, Span(at, hit.start()), i))
        at = hit.end()
    pieces.append(_piece(document, Span(at, line.end), len(pieces)))
    return pieces


def tabbed_cells(document: Document, within: Span) -> list[Row] | None:
    """Read a cell per line behind a tab: an empty line ends the row; a line without tab goes on."""
    lines = list(printed_lines(document, within))
    text = document.simplified
    tabbed = [line for line in lines if text.startswith("\t", line.start)]
    if len(tabbed) < 3:
        return None
    rows: list[list[Span]] = [[]]
    for line in lines:
        content = line.of(text)
        if content.startswith("\t"):
            rows[-1].append(Span(line.start + 1, line.end))
        elif not content.strip():
            rows.append([])
        elif rows[-1]:
            rows[-1][-1] = Span(rows[-1][-1].start, line.end)
        else:
            rows[-1].append(line)
    return [
        closed_row([_piece(document, cell, i) for i, cell in enumerate(cells)])
        for cells in rows
        if cells
    ]


def tab_rows(document: Document, within: Span) -> list[Row] | None:
    """Read a row per line, cells divided by tabs."""
    return _separated(document, within, re.compile("\t"))


def pipe_rows(document: Document, within: Span) -> list[Row] | None:
    """Read a row per line, cells divided by upright strokes, with or without one at either end."""
    return _separated(document, within, _PIPE)


def _separated(document: Document, within: Span, separator: re.Pattern[str]) -> list[Row] | None:
    text = document.simplified
    lines = [line for line in printed_lines(document, within) if line.of(text).strip()]
    split = [_split(document, line, separator) for line in lines]
    if sum(len(pieces) > 2 for pieces in split) < 2:
        return None
    if separator is _PIPE:
        # Where some rows begin without a stroke, one that begins with a stroke begins with a blank.
        divided = [line.of(text).strip() for line, cut in zip(lines, split, strict=True) if cut[1:]]
        fenced = all(content[0] in _PIPES for content in divided)
        split = [_without_edges(pieces, fenced) if pieces[1:] else pieces for pieces in split]
    plain = [_plain_row(document, pieces) for pieces in split if pieces]
    return [closed_row(pieces) for pieces in restored(document, plain)]


def _plain_row(document: Document, pieces: list[Piece]) -> list[Piece]:
    """Divide a line that stands undivided beside the others: a row's label, then its figures."""
    if len(pieces) > 1:
        return pieces
    words = _tokens(document, pieces[0].span)
    values = [piece for piece in words[1:] if is_value(piece.text)]
    if not values or len(values) < len(words) - 1 or not is_row_label(words[0].text):
        return pieces
    return words


def _without_edges(pieces: list[Piece], fenced: bool) -> list[Piece]:
    """Leave out the empty pieces before a leading stroke of a fence and behind a trailing one."""
    start = 1 if fenced and not pieces[0].text else 0
    end = -1 if not pieces[-1].text else None
    return pieces[start:end]


def pipe_stream(document: Document, within: Span) -> list[Row] | None:
    """Read a cell between every two strokes, wherever the lines end."""
    text = document.simplified
    strokes = list(_PIPE.finditer(text, within.start, within.end))
    if len(strokes) < 5:
        return None
    pieces: list[Piece] = []
    edges = [within.start, *(hit.end() for hit in strokes)]
    ends = [*(hit.start() for hit in strokes), within.end]
    for start, end in zip(edges, ends, strict=True):
        filled = [
            _piece(document, line)
            for line in printed_lines(document, Span(start, end))
            if line.of(text).strip()
        ]
        # Behind the last stroke there is no cell, only the end of the table; a rule is none.
        none = end == within.end or Span(start, end).of(text).strip()
        empty = [] if none else [_piece(document, Span(start, end))]
        pieces += [part for piece in filled for part in pieces_of(document, piece)] or empty
    return flowing_rows(pieces)


def cell_lines(document: Document, within: Span) -> list[Row] | None:
    """Read a cell per line and nothing between the rows; an empty line may be a blank cell."""
    filled: list[tuple[Span, int]] = []
    empty = 0
    for line in printed_lines(document, within):
        if line.of(document.simplified).strip(" \t\r\u3000\xa0|"):
            filled.append((line, empty))
            empty = 0
        else:
            empty += 1
    if len(filled) < _FEWEST_CELLS:
        return None
    usual = Counter(gap for _, gap in filled[1:]).most_common(1)[0][0]
    pieces = label_and_figure(_piece(document, filled[0][0]))
    for line, gap in filled[1:]:
        pieces += _gap(pieces[-1], gap, usual)
        pieces += label_and_figure(_piece(document, line))
    return flowing_rows(pieces + _gap(pieces[-1], empty, usual))


def _gap(above: Piece, lines: int, usual: int) -> list[Piece]:
    """Return the cells that so many empty lines may stand for, where `usual` lie between cells."""
    blanks = lines if usual == 0 else (lines - usual) // (usual + 1)
    place = Span(above.span.end, above.span.end)
    return [Piece("", place, soft=True) for _ in range(min(blanks, _MOST_BLANKS))]


def spaced_columns(document: Document, within: Span) -> list[Row] | None:
    """Read columns lined up by spaces, labels wrapped over lines: the text of a PDF.

    Figures stand on one line; the words on the lines just above and below it may belong to its
    label, so they are offered to both neighbours.
    """
    rows: list[Row] = []
    words: list[Piece] = []
    figured = 0
    for line in printed_lines(document, within):
        tokens = _tokens(document, line)
        if not tokens:
            continue
        last = len(tokens)
        while last and is_value(tokens[last - 1].text):
            last -= 1
        values = tokens[last:]
        if not values:
            if collected := _collected(document, line):
                rows.append(Row(collected, before=words))
                words = []
                continue
            words += tokens
            if is_row_label(tokens[-1].text):
                rows.append(Row(tokens[-1:], before=words[:-1]))
                words = []
            continue
        figured += len(values) > 2
        if rows:
            rows[-1].after = words
        rows.append(Row(tokens[:last], values, before=words))
        words = []
    if rows:
        rows[-1].after = words
    return rows if figured else None


def _collected(document: Document, line: Span) -> list[Piece] | None:
    """Return the labels of a line that holds several rows' and nothing else."""
    text = document.simplified
    words = [
        _piece(document, Span(line.start + hit.start(), line.start + hit.end()))
        for hit in re.finditer(r"\S+", line.of(text))
    ]
    found = segments([word.text for word in words])
    rows = [kind for _, _, kind in found or () if kind == "row"]
    return words if len(rows) > 1 else None


def _tokens(document: Document, line: Span) -> list[Piece]:
    text = document.simplified
    tokens: list[Piece] = []
    # How far a tab moves what follows it, the text does not tell.
    measured = "\t" not in line.of(text)
    for hit in re.finditer(r"\S+", text[line.start : line.end]):
        span = Span(line.start + hit.start(), line.start + hit.end())
        gap = hit.start() - (tokens[-1].span.end - line.start) if tokens else 2
        joinable = tokens and gap < 2 and not (is_value(hit[0]) or is_value(tokens[-1].text))
        if joinable:
            span = Span(tokens.pop().span.start, span.end)
        tokens.append(Piece(span.of(text), span, span.start - line.start if measured else 0))
    return [part for token in tokens for part in label_and_figure(token)]


def label_and_figure(token: Piece) -> list[Piece]:
    """Part a row's label, or a line of it, from the figure that follows it without a gap."""
    found = _GLUED.fullmatch(token.text)
    if not found or not (is_row_label(found[1]) or is_piece_of_label(found[1])):
        return [token]
    at = token.span.start + found.end(1)
    figure = Piece(found[2], Span(at, token.span.end), token.column + found.end(1))
    return [Piece(found[1], Span(token.span.start, at), token.column), figure]


BUILDERS: tuple[Builder, ...] = (
    tabbed_cells,
    tab_rows,
    pipe_rows,
    pipe_stream,
    cell_lines,
    spaced_columns,
)
