"""Every layout gives back exactly the figures that it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

import pytest

from parser.intake.reader import document
from parser.model import TABLES, Fit, Number
from parser.official.form import forms
from parser.reading.copies import copies
from parser.reading.sections import sections
from parser.reading.tables.recognise import recognise
from tests.support.figures import right_figures
from tests.support.layouts import BLANKS, LAYOUTS, report_text

HEAD = "青石县云岭镇人民政府{year}年政府信息公开工作年度报告"
PROSE = {
    1: "本年度各项工作有序推进。",
    5: "一是更新不够及时；二是今后按月检查。",
    6: "无其他需要报告的事项。",
}


def read(text: str, name: str) -> tuple[str | None, dict[str, Number | None], tuple]:
    page = document(text.encode(), "a.html" if name == "html" else "a.txt", None)
    (span,) = copies(page)
    found = recognise(page, span, sections(page, span))
    figures = found.figures
    for figure in figures.values():
        assert figure.span.of(page.text).strip() == figure.raw
    return found.form_id, {key: figure.value for key, figure in figures.items()}, found.tables


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
@pytest.mark.parametrize("scale", ["zero", "small", "large", "huge"])
def test_a_right_report_is_read_to_the_figure(form, name: str, scale) -> None:
    for seed in range(3):
        rng = Random(f"{name}{scale}{seed}")
        made = right_figures(form.id, rng, scale)
        text = report_text(form, name, made, PROSE, HEAD.format(year=form.first_year), "", rng)
        found, values, tables = read(text, name)
        assert found == form.id
        assert values == made, text
        assert [table.name for table in tables] == list(TABLES)
        for table in tables:
            assert not table.glued
            assert not table.extra_rows
            assert {row.fit for row in table.rows} == {Fit.EXACT}, table.rows
            assert {column.fit for column in table.columns} == {Fit.EXACT}, table.columns


@pytest.mark.parametrize("name", sorted(BLANKS))
@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
def test_a_blank_cell_stays_blank_and_in_its_place(form, name: str) -> None:
    for seed in range(6):
        rng = Random(f"{name}{seed}")
        made: dict[str, Number | None] = dict(right_figures(form.id, rng, "large"))
        # Columns lined up by spaces show where a blank is only if enough full rows are near.
        keys = [key for key in made if name != "spaced" or key.startswith("requests.")]
        for key in rng.sample(keys, 5):
            made[key] = None
        text = report_text(form, name, made, PROSE, HEAD.format(year=form.first_year), "", rng)
        found, values, _ = read(text, name)
        assert found == form.id
        wrong = {
            k: (made.get(k), values.get(k, "-"))
            for k in made | values
            if made.get(k, "-") != values.get(k, "-")
        }
        assert not wrong, (wrong, text)


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
def test_a_missing_row_shifts_nothing(form, name: str) -> None:
    for seed in range(6):
        rng = Random(f"{name}{seed}")
        made: Mapping[str, Number] = right_figures(form.id, rng, "large")
        text = report_text(form, name, made, PROSE, HEAD.format(year=form.first_year), "", rng)
        row = rng.choice(
            [r for r in form.table("requests").regular_rows if not r.label.startswith("（六")]
        )
        text = _without(text, row.label, name)
        if text is None:
            continue
        _, values, tables = read(text, name)
        expected = {k: v for k, v in made.items() if k not in row.figure_keys}
        assert values == expected, (row, text)
        assert [r.row for t in tables for r in t.rows if r.missing] == [row.key]


def _without(text: str, label: str, name: str) -> str | None:
    """Cut a row of a layout with a line per row; other layouts are told apart by their reader."""
    lines = text.split("\n")
    hits = [i for i, line in enumerate(lines) if label in line]
    if name not in {"pipe_rows", "fenced_rows", "markdown"} or len(hits) != 1:
        return None
    line = lines[hits[0]]
    if "三、" in line or "（" in line.split(label)[0]:
        return None
    return "\n".join(lines[: hits[0]] + lines[hits[0] + 1 :])
