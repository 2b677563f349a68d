"""What programs that turn a PDF into Markdown make of the three tables.

Each takes a grid, as a layout does, and returns text with piped rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random

from tests.support.layouts import Grid, Layout, Slot

Lines = list[list[str]]


def _texts(slots: Grid, filled: bool = False) -> Lines:
    """Return a text for each place; `filled`: what is merged stands in every place of its own."""
    lines: Lines = []
    for row in slots:
        line: list[str] = []
        for column, slot in enumerate(row):
            beside = {"left": line[-1:], "above": lines[-1:] and [lines[-1][column]]}
            again = beside.get(slot.covered, [])
            line.append(again[0] if filled and again else slot.text)
        lines.append(line)
    return lines


def _piped(lines: Lines, tight: bool = False) -> list[str]:
    between = "|" if tight else " | "
    rows = [between.join(["", *line, ""]).strip() for line in lines]
    return [rows[0], "|" + "---|" * len(lines[0]), *rows[1:]]


def _page(lines: Lines, tight: bool = False) -> str:
    return "\n".join(_piped(lines, tight))


def _head(slots: Grid) -> int:
    return next(i for i, row in enumerate(slots) if any(slot.figure for slot in row))


def _wrapped(text: str, width: int) -> str:
    return "<br>".join(text[i : i + width] for i in range(0, len(text), width))


def _label_columns(row: Sequence[Slot]) -> list[int]:
    return [i for i, slot in enumerate(row) if not slot.figure]


def _cut(text: str, into: int) -> list[str]:
    width = -(-len(text) // into)
    return [text[i : i + width] for i in range(0, len(text), width)]


def labels_with_breaks(slots: Grid, rng: Random) -> str:
    """Labels wrapped in their cells."""
    lines = _texts(slots)
    return _page(
        [
            [
                t if s.figure else _wrapped(t, rng.choice([4, 6, 8]))
                for t, s in zip(*pair, strict=True)
            ]
            for pair in zip(lines, slots, strict=True)
        ]
    )


def in_bold(slots: Grid, rng: Random) -> str:
    """Labels and figures printed bold here and there."""
    marks = ["**{}**", "{}", "__{}__", "*{}*"]
    return _page(
        [[rng.choice(marks).format(t) if t else t for t in line] for line in _texts(slots)]
    )


def escaped(slots: Grid, rng: Random) -> str:
    """The stops behind numbers escaped, so that no list is made of them."""
    return _page(
        [
            [t if s.figure else re.sub(r"(?<=\d)\.", r"\\.", t) for t, s in zip(*pair, strict=True)]
            for pair in zip(_texts(slots), slots, strict=True)
        ]
    )


def named_columns(slots: Grid, rng: Random) -> str:
    """Places of the header without a name called after their number."""
    lines = _texts(slots)
    if rng.random() < 0.5:
        return _page([[f"Col{i + 1}" for i in range(len(lines[0]))], *lines], tight=True)
    lines[0] = [text or f"Col{i + 1}" for i, text in enumerate(lines[0])]
    return _page(lines, tight=True)


def merged_repeated(slots: Grid, rng: Random) -> str:
    """A merged cell in every place that it covers, labels wrapped in half of the tables."""
    lines = _texts(slots, filled=True)
    if rng.random() < 0.5:
        for line, row in zip(lines, slots, strict=True):
            labels = range(
                len(line) if not any(s.figure for s in row) else len(_label_columns(row))
            )
            for i in labels:
                if not re.fullmatch(r"[\d.]*", line[i]):
                    line[i] = _wrapped(line[i], 7)
    return _page(lines, tight=True)


def over_pages(slots: Grid, rng: Random) -> str:
    """Two tables, a page number between; the header again, names of columns, or neither."""
    lines = _texts(slots, filled=rng.random() < 0.5)
    head = _head(slots)
    if len(lines) - head < 4:
        return _page(lines)
    at = rng.randint(head + 1, len(lines) - 2)
    again = rng.choice([lines[:head], [[f"Col{i + 1}" for i in range(len(lines[0]))]], []])
    number = rng.choice(["- 3 -", "3", "第 3 页", ""])
    return "\n".join([*_piped(lines[:at]), "", number, "", *_piped([*again, *lines[at:]])])


def _runs(slots: Grid, rng: Random) -> dict[int, list[int]]:
    """Return rows that stand under one another without a group between, by the first of them."""
    runs: list[list[int]] = [[]]
    for i, row in enumerate(slots):
        labels = [slot for slot in row if not slot.figure]
        own = 0 < len(labels) < len(row) and bool(labels[-1].text)
        if not own or any(slot.text for slot in labels[:-1]):
            runs.append([])
        if own:
            runs[-1].append(i)
    return {run[0]: run for run in runs if len(run) > 1 and rng.random() < 0.7}


def joined_cells(slots: Grid, rng: Random) -> str:
    """Rows under one another made one, the lines of each cell joined."""
    return _collected(
        slots,
        rng,
        lambda line, rows, labels: [
            [
                "<br>".join(row[i] for row in rows)
                if all(row[i] for row in rows) or i not in labels
                else text
                for i, text in enumerate(line)
            ]
        ],
    )


def joined_labels(slots: Grid, rng: Random) -> str:
    """The labels of several rows in the first of them, beside or above the figures."""

    def collect(line: list[str], rows: Lines, labels: list[int]) -> Lines:
        width = rng.choice([9, 100])
        first = list(line)
        first[labels[-1]] = "<br>".join(_wrapped(row[labels[-1]], width) for row in rows)
        bare = [["" if i in labels else text for i, text in enumerate(row)] for row in rows]
        if rng.random() < 0.5:
            return [[text if i in labels else "" for i, text in enumerate(first)], *bare]
        return [[text if i in labels else bare[0][i] for i, text in enumerate(first)], *bare[1:]]

    return _collected(slots, rng, collect)


def _collected(
    slots: Grid, rng: Random, collect: Callable[[list[str], Lines, list[int]], Lines]
) -> str:
    lines = _texts(slots)
    runs = _runs(slots, rng)
    taken = {i for run in runs.values() for i in run}
    result: Lines = []
    for i, line in enumerate(lines):
        if i in runs:
            labels = _label_columns(slots[i])
            result += collect(line, [lines[k] for k in runs[i]], labels)
        elif i not in taken:
            result.append(line)
    return _page(result)


def cut_labels(slots: Grid, rng: Random) -> str:
    """Long labels cut over two or three rows, the figures in any of them."""
    result: Lines = []
    for line, row in zip(_texts(slots), slots, strict=True):
        labels = [i for i in _label_columns(row) if line[i]]
        if not any(s.figure for s in row) or not labels or len(line[labels[-1]]) < 10:
            result.append(line)
            continue
        pieces = _cut(line[labels[-1]], rng.choice([1, 2, 3]))
        figured = rng.randrange(len(pieces))
        for at, piece in enumerate(pieces):
            cells = [
                t if (at == figured if s.figure else at == 0) else ""
                for t, s in zip(line, row, strict=True)
            ]
            cells[labels[-1]] = piece
            result.append(cells)
    return _page(result)


def groups_elsewhere(slots: Grid, rng: Random) -> str:
    """The label of a group beside any of its rows, or in a row of its own."""
    lines = _texts(slots)
    result: Lines = []
    own = rng.random() < 0.5
    for i, row in enumerate(slots):
        groups = [c for c, s in enumerate(row) if s.row_span > 1 and s.text and not s.figure]
        for column in groups if i >= _head(slots) else []:
            text, lines[i][column] = lines[i][column], ""
            if own:
                result.append([text if c == column else "" for c in range(len(row))])
            else:
                lines[i + rng.randrange(row[column].row_span)][column] = text
        result.append(lines[i])
    return _page(result)


def empty_columns(slots: Grid, rng: Random) -> str:
    """Columns in which nothing ever stands."""
    lines = _texts(slots)
    for at in sorted(rng.sample(range(len(lines[0]) + 1), 2), reverse=True):
        for line in lines:
            line.insert(at, "")
    return _page(lines, tight=True)


def header_in_scraps(slots: Grid, rng: Random) -> str:
    """Every label of the header cut over two rows."""
    lines = _texts(slots)
    head = _head(slots)
    halves = [half for line in lines[:head] for half in zip(*map(_halves, line), strict=True)]
    return _page([*map(list, halves), *lines[head:]])


def _halves(text: str) -> tuple[str, str]:
    middle = len(text) // 2 if len(text) > 2 else len(text)
    return text[:middle], text[middle:]


def rules_within(slots: Grid, rng: Random) -> str:
    """Rules between rows anywhere."""
    lines = _piped(_texts(slots))
    for _ in range(2):
        lines.insert(rng.randint(3, len(lines)), lines[1])
    return "\n".join(lines)


def labels_above_lines(slots: Grid, rng: Random) -> str:
    """Plain lines: the labels of several rows in one line, or one below the other, then figures."""
    lines = _texts(slots)
    runs = _runs(slots, rng)
    taken = {i for run in runs.values() for i in run}
    result: list[str] = []
    for i, row in enumerate(slots):
        figures = ["  ".join(s.text for s in slots[k] if s.figure) for k in runs.get(i, [i])]
        labels = [t for k in runs.get(i, [i]) for t in _labels_of(slots[k], lines[k])]
        if i in runs:
            result += [rng.choice(["  ", "\n", " "]).join(labels), *figures]
        elif i not in taken:
            result.append("  ".join([*_labels_of(row, lines[i]), *figures]))
    return "\n".join(result)


def labels_over_lines(slots: Grid, rng: Random) -> str:
    """Plain lines: long labels wrapped over two or three, the figures on the second or last."""
    result: list[str] = []
    for line, row in zip(_texts(slots), slots, strict=True):
        *groups, own = _labels_of(row, line) or [""]
        figures = [slot.text for slot in row if slot.figure]
        if not figures:
            result.append("  ".join([*groups, own]))
            continue
        pieces = _cut(own, rng.choice([2, 3])) if len(own) > 9 else [own]
        figured = rng.choice([min(1, len(pieces) - 1), len(pieces) - 1])
        result += ["  ".join(groups)] if groups else []
        for at, piece in enumerate(pieces):
            result.append("   ".join([piece, *figures]) if at == figured else piece)
    return "\n".join(result)


def _labels_of(row: Sequence[Slot], line: list[str]) -> list[str]:
    return [text for text, slot in zip(line, row, strict=True) if text and not slot.figure]


def page_markup(slots: Grid, rng: Random) -> str:
    """Tags and character references of the page left in the cells, breaks at their ends."""
    marks = [
        "<strong>{}</strong>",
        "<span style='x'>{}</span>",
        "&nbsp;{}&emsp;",
        "** {} **",
        "`{}`",
        "{}<br>",
    ]
    lines = _texts(slots)
    quoted = str.maketrans({"“": "&ldquo;", "”": "&rdquo;", "（": "&#65288;"})
    filled = [
        [rng.choice(marks).format(t.translate(quoted)) if t else "&nbsp;" for t in line]
        for line in lines
    ]
    return _page(filled)


def data_frame(slots: Grid, rng: Random) -> str:
    """A column and a row of numbers in front, a word for each cell that holds nothing."""
    nothing = rng.choice(["NaN", "nan", "None", "<NA>"])
    lines = [[text or nothing for text in line] for line in _texts(slots)]
    if rng.random() < 0.5:
        names = [text if text != nothing else f"Unnamed: {i}" for i, text in enumerate(lines[0])]
        return _page([names, *lines[1:]])
    numbers = ["", *map(str, range(len(lines[0])))]
    return _page([numbers, *([str(i), *line] for i, line in enumerate(lines))])


def joined_names(slots: Grid, rng: Random) -> str:
    """Every column's names from all rows of the header in one cell."""
    lines = _texts(slots, filled=True)
    head = _head(slots)
    between = rng.choice([".", " ", "/", "<br>", " - "])
    names = [
        between.join(dict.fromkeys(line[i] for line in lines[:head])) for i in range(len(lines[0]))
    ]
    return _page([names, *lines[head:]])


def joined_groups(slots: Grid, rng: Random) -> str:
    """The label of a row behind those of its groups, in one cell."""
    between = rng.choice([" ", "", "-", "：", "　"])
    rows: list[str] = []
    for line, row in zip(_texts(slots), slots, strict=True):
        labels = between.join(_labels_of(row, line))
        if any(slot.figure for slot in row):
            rows.append("  ".join([labels, *(slot.text for slot in row if slot.figure)]))
        else:
            rows.append("  ".join(_labels_of(row, line)))
    return "\n".join(rows)


def merged_repeated_in_tabs(slots: Grid, rng: Random) -> str:
    """Tabs, a merged cell in every place that it covers."""
    return "\n".join("\t".join(line) for line in _texts(slots, filled=True))


def lines_of_a_page(slots: Grid, rng: Random) -> str:
    """Plain lines as they lie on a page: labels wrapped beside their figures and their groups."""
    left: list[list[str]] = [[] for _ in slots]
    lines = _texts(slots)
    printed: list[list[str]] = []
    for line, row in zip(lines, slots, strict=True):
        labels = _labels_of(row, line)
        figures = "  ".join(slot.text for slot in row if slot.figure)
        own = (labels or [""])[-1] if figures else "  ".join(labels)
        pieces = _cut(own, -(-len(own) // 10)) if figures and len(own) > 12 else [own]
        at = len(pieces) // 2 if len(pieces) % 2 else len(pieces) // 2 - 1
        printed.append(
            [p + ("  " + figures if i == at and figures else "") for i, p in enumerate(pieces)]
        )
    for i, row in enumerate(slots):
        groups = [
            s for s in row if s.row_span > 1 and s.text and not s.figure and i >= _head(slots)
        ]
        for group in groups[-1:]:
            free = sum(len(printed[k]) for k in range(i, i + group.row_span))
            pieces = _cut(group.text, min(free, 3))
            left[i] = [""] * ((free - len(pieces)) // 2) + pieces
        if i and not groups and len(left[i - 1]) > len(printed[i - 1]):
            left[i] = left[i - 1][len(printed[i - 1]) :]
    return "\n".join(
        " ".join(filter(None, (side, text)))
        for beside, texts in zip(left, printed, strict=True)
        for side, text in zip([*beside, *[""] * len(texts)], texts, strict=False)
    )


def several_in_a_cell(slots: Grid, rng: Random) -> str:
    """Two columns of figures taken for one here and there."""
    lines: Lines = []
    for line, row in zip(_texts(slots), slots, strict=True):
        at = [i for i, slot in enumerate(row) if slot.figure]
        cells = list(line)
        if len(at) > 4:
            for i in rng.sample(at[:-1:2], 2):
                cells[i : i + 2] = [f"{cells[i]} {cells[i + 1]}", ""]
        lines.append(cells)
    return _page(lines)


def header_lost(slots: Grid, rng: Random) -> str:
    """Nothing of the header but a row of empty names, or all but its last row."""
    lines = _texts(slots)
    head = _head(slots)
    if head > 1 and rng.random() < 0.5:
        return _page([*lines[: head - 1], *lines[head:]])
    return _page([[""] * len(lines[0]), *lines[head:]])


def titles_of_pages(slots: Grid, rng: Random) -> str:
    """A page's number and the running title within the rows."""
    lines = _piped(_texts(slots))
    for page, at in enumerate(range(6, len(lines) - 1, 7), 2):
        lines[at] += f"\n\n{page}\n\n政府信息公开工作年度报告\n"
    return "\n".join(lines)


CONVERTERS: Mapping[str, Layout] = {
    layout.__name__: layout
    for layout in (
        labels_with_breaks,
        in_bold,
        escaped,
        named_columns,
        merged_repeated,
        over_pages,
        joined_cells,
        joined_labels,
        cut_labels,
        groups_elsewhere,
        empty_columns,
        header_in_scraps,
        rules_within,
        labels_above_lines,
        labels_over_lines,
        page_markup,
        data_frame,
        joined_names,
        joined_groups,
        merged_repeated_in_tabs,
        lines_of_a_page,
        several_in_a_cell,
        header_lost,
        titles_of_pages,
    )
}
