"""Tables in the shapes that sites, converters and people give them: right, or not read at all."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.model import Number, Report
from parser.official.form import Block, Form, FormRow, forms
from tests.support.checked import faults, report_of, said
from tests.support.figures import Scale, right_figures
from tests.support.layouts import LAYOUTS, grid

Figures = Mapping[str, Number]
FORM = forms()[-1]
SEEDS = st.integers(0, 10_000)
SCALES = st.sampled_from(["small", "large", "huge"])


def report(figures: Figures, form: Form = FORM, **tables: str) -> Report:
    """Check a report; `tables` by name are printed as given, the others row by row."""
    parts = [f"青石县云岭镇人民政府{form.first_year + 1}年政府信息公开工作年度报告"]
    for section in form.sections:
        parts.append(f"{'一二三四五六'[section.number - 1]}、{section.title}")
        for table in form.tables:
            if table.section == section.number:
                plain = LAYOUTS["tab_rows"](grid(form, table.name, figures), Random(0))
                parts.append(tables.get(table.name, plain))
        if section.number in (1, 5, 6):
            parts.append("本年度各项工作有序推进，没有收取信息处理费。")
    return report_of("\n".join(parts))


def values(found: Report) -> dict[str, Number | None]:
    return {key: figure.value for key, figure in found.figures.items()}


def cells(row: FormRow, figures: Figures) -> list[str]:
    return [str(figures[key]) for key in row.figure_keys]


# Table four as three small tables.


def _markdown(lines: list[list[str]]) -> list[str]:
    rows = ["| " + " | ".join(line) + " |" for line in lines]
    return [rows[0], "|---" * len(lines[0]) + "|", *rows[1:], ""]


def _tabs(lines: list[list[str]]) -> list[str]:
    return ["\t".join(line) for line in lines]


def _spaces(lines: list[list[str]]) -> list[str]:
    return ["".join(cell.rjust(10) for cell in line) for line in lines]


NAMES = {
    "alone": lambda row: row.label,
    "grouped": lambda row: f"{row.groups[0]}（{row.label}）" if row.groups else row.label,
    "marked": lambda row: f"### {row.label}",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lines", [_markdown, _tabs, _spaces])
@settings(max_examples=3, deadline=None)
@given(seed=SEEDS, scale=SCALES)
def test_small_tables_with_headers_of_their_own_are_one(lines, name, seed, scale) -> None:
    made = right_figures("2021", Random(seed), scale)
    printed: list[str] = []
    for block in FORM.table("challenges").blocks:
        row = block.rows[0]
        head = [column.label for column in block.columns]
        printed += [NAMES[name](row), *lines([head, cells(row, made)])]
    found = report(made, challenges="\n".join(printed))
    assert values(found) == made
    assert [fault for fault in faults(found) if fault[0].startswith(("S2", "V101"))] == []


# Table four as a line of numbers without a label.


@pytest.mark.parametrize("between", [" | ", "\t", "  ", " "])
@settings(max_examples=3, deadline=None)
@given(seed=SEEDS, scale=SCALES)
def test_a_bare_line_whose_sums_hold_is_the_table(between: str, seed: int, scale: Scale) -> None:
    made = right_figures("2021", Random(seed), scale)
    line = [cell for row in FORM.table("challenges").rows for cell in cells(row, made)]
    found = report(made, challenges=between.join(line))
    assert values(found) == made
    assert said(found, "S201") + said(found, "S204") == []


def test_a_bare_line_whose_sums_fail_is_not_guessed_at() -> None:
    made = right_figures("2021", Random(3), "large")
    line = [cell for row in FORM.table("challenges").rows for cell in cells(row, made)]
    line[4] = str(int(line[4]) + 1)
    found = report(made, challenges=" | ".join(line))
    assert not [key for key in found.figures if key.startswith(("review", "litigation"))]
    assert said(found, "F106")
    assert said(found, "S201") == []


# Rows that are not quite in their place.


def block_lines(block: Block, figures: Figures, between: str) -> list[str]:
    head = between.join(["信息内容", *(column.label for column in block.columns)])
    rows = [between.join([row.label, *cells(row, figures)]) for row in block.rows]
    return [block.heading, head, *rows]


@settings(max_examples=8, deadline=None)
@given(seed=SEEDS, scale=SCALES)
def test_rows_of_table_two_beside_the_pipes_are_rows(seed: int, scale: Scale) -> None:
    made = right_figures("2021", Random(seed), scale)
    first, *others = FORM.table("disclosure").blocks
    head, line, *rows = block_lines(first, made, " | ")
    plain = [text for block in others for text in block_lines(block, made, " ")]
    found = report(made, disclosure="\n".join([head, *plain, f"| {line} |", *rows]))
    assert values(found) == made
    assert said(found, "S202") == []


@pytest.mark.parametrize("lost", ["规章", "行政许可", "2.重复申请", "（七）总计"])
@pytest.mark.parametrize("layout", ["tab_rows", "fenced_rows", "apart_lines", "pipe_cells"])
def test_a_row_whose_label_is_blank_is_there(layout: str, lost: str) -> None:
    made = right_figures("2021", Random(5), "large")
    printed = {
        table.name: LAYOUTS[layout](grid(FORM, table.name, made), Random(0)).replace(lost, "", 1)
        for table in FORM.tables
    }
    found = report(made, FORM, **printed)
    wrong = {k: v for k, v in values(found).items() if v != made[k]}
    assert not wrong
    if layout in ("tab_rows", "fenced_rows"):
        assert values(found) == made
        assert said(found, "S202") == []


@pytest.mark.parametrize("layout", ["tab_rows", "fenced_rows", "pipe_cells", "apart_lines"])
def test_a_header_without_rows_is_a_table_whose_rows_are_missing(layout: str) -> None:
    made = right_figures("2021", Random(5), "large")
    head = LAYOUTS[layout](grid(FORM, "requests", made)[:3], Random(0))
    found = report(made, requests=head)
    rest = {k: v for k, v in made.items() if not k.startswith("requests.")}
    assert values(found) == rest
    assert said(found, "V101") == []
    assert said(found, "S202") or said(found, "S201")


# Streams of cells in which little stands.


def stream(figures: Mapping[str, Number | None], fillers: int, *, dropped: bool = False) -> str:
    """Print table three a cell and a stroke a line, `fillers` empty cells behind each row."""
    lines = [slot.text for row in grid(FORM, "requests", figures)[:3] for slot in row if slot.text]
    for row in FORM.table("requests").regular_rows:
        at = [figures[key] for key in row.figure_keys]
        texts = ["" if value is None else str(value) for value in at]
        kept = [text for text in texts if text] if dropped else texts
        lines += [row.label, *kept, *[""] * (fillers + len(texts) - len(kept))]
    return "\n".join(f"{line} |" for line in lines)


@settings(max_examples=8, deadline=None)
@given(seed=SEEDS, scale=SCALES, fillers=st.integers(0, 4))
def test_totals_alone_in_a_stream_are_totals(seed: int, scale: Scale, fillers: int) -> None:
    made = right_figures("2021", Random(seed), scale)
    some: dict[str, Number | None] = {
        key: None if key.startswith("requests.") and not key.endswith(".total") else value
        for key, value in made.items()
    }
    found = report(made, requests=stream(some, fillers))
    assert values(found) == some
    assert said(found, "V108")


@settings(max_examples=12, deadline=None)
@given(seed=SEEDS, scale=SCALES, fillers=st.integers(0, 4), share=st.floats(0, 1))
def test_blanks_dropped_from_a_stream_put_no_figure_elsewhere(
    seed: int, scale: Scale, fillers: int, share: float
) -> None:
    rng = Random(seed)
    made = right_figures("2021", rng, scale)
    some: dict[str, Number | None] = {
        key: None
        if value == 0
        and key.startswith("requests.")
        and rng.random() < share
        and not key.endswith(".total")
        else value
        for key, value in made.items()
    }
    found = report(made, requests=stream(some, fillers, dropped=True))
    wrong = {k: v for k, v in values(found).items() if v is not None and v != made[k]}
    assert not wrong
