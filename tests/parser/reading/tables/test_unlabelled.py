"""Rows whose label is gone, blocks in another order, a header without a row."""

from __future__ import annotations

from random import Random

import pytest

from parser.model import Number, Report
from parser.official.form import Form, forms
from tests.support.checked import faults, report_of
from tests.support.figures import right_figures
from tests.support.layouts import LAYOUTS, Grid, grid

FORM = forms()[-1]
LABELS = (
    "规章",
    "行政强制",
    "行政事业性收费",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "2.重复申请",
    "（七）总计",
    "四、结转下年度继续办理",
)


def printed(form: Form, made: dict[str, Number], tables: dict[str, str]) -> Report:
    parts = [f"青石县云岭镇人民政府{form.first_year + 1}年政府信息公开工作年度报告"]
    for section in form.sections:
        parts.append(f"{'一二三四五六'[section.number - 1]}、{section.title}")
        if section.number in (1, 5, 6):
            parts.append("存在的问题是更新不够及时，今后改进工作、加强培训。没有收取信息处理费。")
        for official in (t for t in form.tables if t.section == section.number):
            plain = LAYOUTS["pipe_rows"](grid(form, official.name, made), Random(0))
            parts.append(tables.get(official.name, plain))
    return report_of("\n".join(parts))


def cells(slots: Grid) -> list[list[str]]:
    return [[slot.text for slot in row if not slot.covered] for row in slots]


def codes(report: Report) -> set[str]:
    return {code for code, _ in faults(report)}


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_row_in_a_stream_whose_label_is_blank(label: str, between: str) -> None:
    made = right_figures(FORM.id, Random(2), "large")
    tables: dict[str, str] = {}
    for official in FORM.tables[:2]:
        rows = cells(grid(FORM, official.name, made))
        texts = ("  " if cell == label else cell for row in rows for cell in row)
        tables[official.name] = between.join(texts)
    report = printed(FORM, made, tables)
    assert {key: figure.value for key, figure in report.figures.items()} == made
    assert not codes(report) & {"S202", "S205"}


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
@pytest.mark.parametrize("first", range(4))
def test_blocks_of_table_two_in_another_order(form: Form, first: int) -> None:
    made = right_figures(form.id, Random(2), "large")
    rows = cells(grid(form, "disclosure", made))
    starts = [i for i, row in enumerate(rows) if row[0].startswith("第二十条")]
    blocks = [rows[a:b] for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
    ordered = [*blocks[first:], *blocks[:first]]
    lines = [" | ".join(row) for block in ordered for row in block]
    report = printed(form, made, {"disclosure": "\n".join(lines)})
    assert report.form == form.id
    assert all(report.figures[key].value == made[key] for key in report.figures)
    assert "S206" not in codes(report)


@pytest.mark.parametrize("layout", ["tab_rows", "markdown"])
def test_a_header_of_table_four_without_a_row(layout: str) -> None:
    made = right_figures(FORM.id, Random(2), "large")
    head = grid(FORM, "challenges", made)[:-1]
    report = printed(FORM, made, {"challenges": LAYOUTS[layout](head, Random(0))})
    assert not codes(report) & {"S201", "S203", "S204", "S205", "V101"}
    assert not [key for key in report.figures if key.startswith(("review", "litigation"))]


def test_figures_below_two_labels_are_not_given_to_the_last_row() -> None:
    made = right_figures(FORM.id, Random(2), "large")
    rows = cells(grid(FORM, "disclosure", made))
    at = next(i for i, row in enumerate(rows) if row[0] == "行政处罚")
    rows[at : at + 2] = [[rows[at][0]], [rows[at + 1][0]], rows[at][1:], rows[at + 1][1:]]
    lines = [cell for row in rows for cell in row if cell != "行政事业性收费"]
    report = printed(FORM, made, {"disclosure": "\n\n".join(lines)})
    read = {key: figure.value for key, figure in report.figures.items() if figure.raw}
    assert {key: made[key] for key in read} == read
