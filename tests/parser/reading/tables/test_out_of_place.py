"""Tables where one does not look for them, and labels and cells that are nearly right."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from parser.model import Reading
from parser.official.form import forms
from tests.support.checked import report_of, said
from tests.support.corpus import Draft, printed, right_draft
from tests.support.layouts import LAYOUTS


def draft(layout: str, form: str) -> Draft:
    """Return a right report in UTF-8 that says no counts."""
    seeds = iter(range(10_000))
    found = next(d for seed in seeds if (d := right_draft(seed)).form.id == form)
    return replace(found, layout=layout, encoding="utf-8", labels={}, above="", below="")


def text_of(made: Draft) -> str:
    return printed(made)[1].decode()


@pytest.mark.parametrize("form", [form.id for form in forms()])
@pytest.mark.parametrize("order", [(1, 2, 4, 3, 5, 6), (1, 3, 2, 4, 5, 6), (4, 1, 2, 3, 5, 6)])
@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "html"])
def test_sections_out_of_order_keep_their_tables(
    layout: str, order: tuple[int, ...], form: str
) -> None:
    made = replace(draft(layout, form), order=order)
    report = report_of(text_of(made))
    assert {key: figure.value for key, figure in report.figures.items()} == made.figures
    assert said(report, "S201") == []


@pytest.mark.parametrize("form", [form.id for form in forms()])
@pytest.mark.parametrize("layout", ["tab_rows", "lone_pipes", "spaced"])
@pytest.mark.parametrize(
    "title", ["{}{}年政府信息公开工作年度报告", "{}政府信息公开工作{}年度报告"]
)
def test_without_table_two_the_year_of_the_title_tells_the_form(
    title: str, layout: str, form: str
) -> None:
    made = draft(layout, form)
    titled = title.format(made.body.name, made.year)
    made = replace(made, title=titled, dropped=frozenset({"disclosure"}))
    report = report_of(text_of(made))
    assert report.form == form
    assert said(report, "S206") == []


def test_a_slip_in_a_header_laid_out_by_spaces_is_seen() -> None:
    made = replace(draft("spaced", "2021"), labels={"科研机构": "科研机关"})
    (finding,) = said(report_of(text_of(made)), "S204")
    assert "科研机关" in finding.message


@pytest.mark.parametrize("word", ["無", "不適用", "未統計"])
def test_a_placeholder_in_traditional_characters_is_one(word: str) -> None:
    key = Random(1).choice(["disclosure.coercion.decisions", "requests.granted.research"])
    made = replace(draft("tab_rows", "2021"), cells={key: word})
    assert report_of(text_of(made)).figures[key].reading is Reading.PLACEHOLDER


@pytest.mark.parametrize("layout", ["pipe_rows", "fenced_rows", "tab_rows", "markdown"])
def test_a_blank_first_cell_of_table_four_stays_first(layout: str) -> None:
    made = replace(draft(layout, "2021"), cells={"review.upheld": ""})
    figures = report_of(text_of(made)).figures
    assert figures["review.upheld"].reading is Reading.BLANK
    assert figures["litigation.after_review.total"].reading is Reading.NUMBER


@pytest.mark.parametrize("layout", ["pipe_cells", "fenced_rows", "tab_rows", "tab_cells"])
def test_totals_alone_stay_totals(layout: str) -> None:
    made = draft(layout, "2021")
    parts = [k for k in made.figures if k.startswith("requests.") and not k.endswith(".total")]
    figures = report_of(text_of(replace(made, cells=dict.fromkeys(parts, "")))).figures
    totals = [k for k in made.figures if k.startswith("requests.") and k.endswith(".total")]
    assert {k: figures[k].value for k in totals} == {k: made.figures[k] for k in totals}
