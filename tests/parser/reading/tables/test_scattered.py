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


def test_a_header_in_several_lines_says_nothing_of_the_order_of_columns() -> None:
    """The wrapped labels of a page stand below the others: no column was moved."""
    made = right_figures(FORM.id, Random(4), "large")

    def layout(slots: Grid, rng: Random) -> str:
        text = LAYOUTS["cell_lines"](slots, rng)
        names = ("社会公益组织", "法律服务机构", "其他")
        for name in names:
            text = text.replace(f"\n{name}\n", "\n", 1)
        return text.replace("\n科研机构\n", "\n科研机构\n其他\n社会公益\n组织\n法律服务\n机构\n", 1)

    report = saved(written(FORM, made, layout, Random(4)))
    assert {key: figure.value for key, figure in report.figures.items()} == made


def test_a_label_with_its_lines_in_turns_is_no_misprint() -> None:
    made = right_figures(FORM.id, Random(6), "large")
    label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    torn = "（二）部分<br>情形，不计公开（区分处理的，只计这一<br>其他情形）"

    def layout(slots: Grid, rng: Random) -> str:
        return LAYOUTS["markdown"](slots, rng).replace(label, torn)

    report = saved(written(FORM, made, layout, Random(6)))
    assert torn in report.text
    assert {key: figure.value for key, figure in report.figures.items()} == made
    assert not said(report, "S203")


def test_a_table_of_one_row_in_one_line_of_words_is_declined_not_missed() -> None:
    made = right_figures(FORM.id, Random(8), "large")

    def layout(slots: Grid, rng: Random) -> str:
        text = LAYOUTS["tab_rows"](slots, rng)
        if "复议后起诉" not in text:
            return text
        text = text.replace("结果维持", "结果 维 持").replace("总计", "总 计")
        return " ".join(text.split())

    report = saved(written(FORM, made, layout, Random(8)))
    accused = {f.code for f in report.findings if f.severity is not Severity.INFO}
    assert not accused & OMISSIONS
    read = {key: f.value for key, f in report.figures.items() if f.value is not None}
    assert all(made[key] == value for key, value in read.items())
    assert said(report, "F106") or read.keys() == made.keys()
