"""Tables scattered in and out of piped rows: read by their order, or declined without a word."""

from __future__ import annotations

from random import Random

import pytest

from parser.model import Severity
from parser.official.form import Form, forms
from tests.parser.reading.tables.test_converted import saved, written
from tests.support.checked import faults, said
from tests.support.figures import right_figures
from tests.support.layouts import LAYOUTS, Grid
from tests.support.scatterers import SCATTERERS, torn_around_piped_figures

FORM = forms()[-1]
OMISSIONS = {"S201", "S202", "S203", "S204", "S205", "V101"}


@pytest.mark.parametrize("name", SCATTERERS)
@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
def test_a_scattered_report_reads_the_same(form: Form, name: str) -> None:
    for seed, scale in enumerate(("small", "large", "huge")):
        rng = Random(f"{name}{seed}")
        made = right_figures(form.id, rng, scale)
        report = saved(written(form, made, SCATTERERS[name], rng))
        assert report.form == form.id, report.text
        assert {key: figure.value for key, figure in report.figures.items()} == made, report.text
        for figure in report.figures.values():
            assert figure.span.of(report.text) == figure.raw
        assert not OMISSIONS & {code for code, _ in faults(report)}, report.text


def _without(row: int):
    """Return a layout that loses the figures of a row of the second table."""

    def layout(slots: Grid, rng: Random) -> str:
        text = torn_around_piped_figures(slots, rng)
        lines = text.split("\n")
        figured = [i for i, line in enumerate(lines) if line.count("|") > 5 and "---" not in line]
        figured = [i for i in figured if any(c.isdecimal() for c in lines[i])]
        if len(figured) > 20:
            del lines[figured[row]]
        return "\n".join(lines)

    return layout


@pytest.mark.parametrize("row", [0, 4, 11, 20, -1])
def test_a_row_too_few_is_declined_and_held_against_nobody(row: int) -> None:
    made = right_figures(FORM.id, Random(row), "large")
    report = saved(written(FORM, made, _without(row), Random(row)))
    read = {key: f.value for key, f in report.figures.items() if f.value is not None}
    assert all(made[key] == value for key, value in read.items())
    assert not any(key.startswith("requests.") for key in read)
    assert said(report, "F106")
    accused = {f.code for f in report.findings if f.severity is not Severity.INFO}
    assert not accused & OMISSIONS


def test_a_row_that_the_unit_left_out_of_a_clean_table_is_still_missed() -> None:
    made = right_figures(FORM.id, Random(2), "large")

    def layout(slots: Grid, rng: Random) -> str:
        lines = LAYOUTS["markdown"](slots, rng).split("\n")
        return "\n".join(line for line in lines if "2.重复申请" not in line)

    assert said(saved(written(FORM, made, layout, Random(2))), "S202")
