"""The three tables of a report in every serialisation that reports have been seen in.

Each layout takes a grid (rows of `Slot`) and returns text. `BLANKS` names the layouts in which a
blank cell leaves a trace; in the others a blank cell cannot be told from one that is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from random import Random

from parser.model import Number, TableName
from parser.official.form import Form
from parser.official.layout import layout


@dataclass(frozen=True)
class Slot:
    """A place of the grid: a cell with its spans, or covered by the cell above or to the left."""

    text: str = ""
    row_span: int = 1
    column_span: int = 1
    covered: str = ""  # "", "above", "left"
    figure: bool = False


Grid = list[list[Slot]]
Layout = Callable[[Grid, Random], str]


def grid(form: Form, name: TableName, figures: Mapping[str, Number | None]) -> Grid:
    """Lay a table out with its figures; None prints a blank cell."""
    cells = layout(form, name)
    height = max(cell.row + cell.row_span for cell in cells)
    width = max(cell.column + cell.column_span for cell in cells)
    slots = [[Slot(covered="left") for _ in range(width)] for _ in range(height)]
    for cell in cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                side = "left" if row == cell.row else "above"
                slots[row][column] = Slot(covered=side)
        text = cell.text
        if cell.key:
            value = figures[cell.key]
            text = "" if value is None else str(value)
        slots[cell.row][cell.column] = Slot(
            text, cell.row_span, cell.column_span, figure=cell.key is not None
        )
    return slots


def tab_rows(slots: Grid, rng: Random) -> str:
    """A row a line, tabs between, every place of the grid printed."""
    return "\n".join("\t".join(slot.text for slot in row) for row in slots)


def tab_cells(slots: Grid, rng: Random) -> str:
    """A cell a line behind a tab, an empty line after each row."""
    rows = ("\n".join("\t" + slot.text for slot in row if slot.covered != "left") for row in slots)
    return "\n\n".join(rows) + "\n"


def cell_lines(slots: Grid, rng: Random) -> str:
    """A cell a line, nothing between rows, a header word split in two here and there."""
    lines: list[str] = []
    for row in slots:
        for slot in row:
            if slot.covered:
                continue
            if not slot.figure and len(slot.text) == 4 and rng.random() < 0.4:
                lines += [slot.text[:2], slot.text[2:]]
            else:
                lines.append(slot.text)
    return "\n".join(lines)


def apart_lines(slots: Grid, rng: Random) -> str:
    """A cell a line, an empty line between any two."""
    return "\n\n".join(slot.text for row in slots for slot in row if not slot.covered)


def pipe_rows(slots: Grid, rng: Random) -> str:
    """A row a line, strokes between and at the end, filler cells behind."""
    return "\n".join(
        " | ".join(slot.text for slot in row if slot.covered != "left") + " | ||" for row in slots
    )


def fenced_rows(slots: Grid, rng: Random) -> str:
    """A row a line with a stroke at both ends."""
    return "\n".join(
        "| " + " | ".join(slot.text for slot in row if slot.covered != "left") + " |"
        for row in slots
    )


def markdown(slots: Grid, rng: Random) -> str:
    """A Markdown table: every place printed, a rule under the first row."""
    lines = ["| " + " | ".join(slot.text for slot in row) + " |" for row in slots]
    return "\n".join([lines[0], "|" + " --- |" * len(slots[0]), *lines[1:]])


def pipe_cells(slots: Grid, rng: Random) -> str:
    """A cell and a stroke a line, a lone stroke at the end of each row."""
    return "\n".join(
        "\n".join(f"{slot.text} |" for slot in row if not slot.covered) + "\n|" for row in slots
    )


def lone_pipes(slots: Grid, rng: Random) -> str:
    """A cell a line and a stroke a line, in turns."""
    return "\n|\n".join(slot.text for row in slots for slot in row if not slot.covered) + "\n|"


def torn_rows(slots: Grid, rng: Random) -> str:
    """Tab rows with a page break in some: the label's end in a row of its own, a page number."""
    lines: list[str] = []
    for row in slots:
        texts = [slot.text for slot in row]
        labels = [i for i, slot in enumerate(row) if not slot.figure]
        label = max(labels, key=lambda i: len(texts[i]), default=0)
        if rng.random() < 0.2 and len(texts[label]) > 7 and any(slot.figure for slot in row):
            tail = texts[label][-4:]
            texts[label] = texts[label][:-4]
            lines += ["\t".join(texts), "", f"- {rng.randint(2, 9)} -", ""]
            lines.append("\t".join(tail if i == label else "" for i in range(len(texts))))
        else:
            lines.append("\t".join(texts))
    return "\n".join(lines)


def spaced(slots: Grid, rng: Random) -> str:
    """Columns lined up by spaces as in the text of a PDF, long labels wrapped."""
    lines: list[str] = []
    edge = 44
    for row in slots:
        words = [slot.text for slot in row if slot.text and not slot.figure]
        values = [slot.text for slot in row if slot.figure]
        left = "   ".join(words)
        if not values:
            lines.append("    ".join(words))
            continue
        above = below = ""
        if len(left) > 22:
            above, left = left[:18], left[18:]
            if len(left) > 16:
                left, below = "", left
        cells = "".join(value.rjust(8) for value in values)
        lines += [line for line in (above,) if line]
        lines.append(left.ljust(edge) + cells)
        lines += [" " * 6 + line for line in (below,) if line]
    return "\n".join(line for line in lines if line.strip())


def html(slots: Grid, rng: Random) -> str:
    """A real grid with spans."""
    rows: list[str] = []
    for row in slots:
        cells = "".join(
            f'<td rowspan="{slot.row_span}" colspan="{slot.column_span}">'
            f"<p><span>{escape(slot.text) or '&nbsp;'}</span></p></td>"
            for slot in row
            if not slot.covered
        )
        rows.append(f"<tr>{cells}</tr>")
    return "<table><tbody>" + "".join(rows) + "</tbody></table>"


LAYOUTS: Mapping[str, Layout] = {
    layout.__name__: layout
    for layout in (
        tab_rows,
        tab_cells,
        cell_lines,
        apart_lines,
        pipe_rows,
        fenced_rows,
        markdown,
        pipe_cells,
        lone_pipes,
        torn_rows,
        spaced,
        html,
    )
}
BLANKS = frozenset(
    {"tab_rows", "tab_cells", "cell_lines", "apart_lines", "pipe_rows", "fenced_rows"}
    | {"markdown", "pipe_cells", "lone_pipes", "spaced", "html"}
)


def report_text(
    form: Form,
    name: str,
    figures: Mapping[str, Number | None],
    prose: Mapping[int, str],
    head: str,
    tail: str,
    rng: Random,
) -> str:
    """Write a whole report with its tables in the layout of that name; "html" gives a page."""
    numerals = "一二三四五六"
    page = name == "html"
    parts = [head]
    for section in form.sections:
        parts.append(f"{numerals[section.number - 1]}、{section.title}")
        parts.append(prose.get(section.number, ""))
        for table in form.tables:
            if table.section == section.number:
                parts.append(LAYOUTS[name](grid(form, table.name, figures), rng))
    parts.append(tail)
    if not page:
        return "\n".join(part for part in parts if part) + "\n"
    body = "".join(
        part
        if part.startswith("<table")
        else "".join(f"<p>{escape(line)}</p>" for line in part.split("\n"))
        for part in parts
        if part
    )
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>"
