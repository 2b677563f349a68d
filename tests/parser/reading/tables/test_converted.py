"""Tables that a converter made Markdown of: every figure in its place, and no fault found."""

from __future__ import annotations

from random import Random

import pytest

from parser.intake.reader import document
from parser.model import Number, Report, Severity
from parser.official.form import Form, forms
from parser.pipeline import assess, interpret
from parser.settings.profile import Profile
from tests.support.checked import faults, report_of
from tests.support.converters import CONVERTERS
from tests.support.figures import right_figures
from tests.support.layouts import LAYOUTS, Layout, grid

FORM = forms()[-1]
SCALES = ("small", "large", "huge")


def written(form: Form, figures, layout: Layout, rng: Random) -> str:
    parts = [f"青石县云岭镇人民政府{form.first_year + 1}年政府信息公开工作年度报告"]
    for section in form.sections:
        parts.append(f"{'一二三四五六'[section.number - 1]}、{section.title}")
        if section.number in (1, 5, 6):
            parts.append("本年度各项工作有序推进，没有收取信息处理费。")
        tables = [table for table in form.tables if table.section == section.number]
        parts += [layout(grid(form, table.name, figures), rng) for table in tables]
    return "\n".join(parts)


def saved(text: str) -> Report:
    """Return the checked report that a text is when it lies in a file of its own."""
    found = interpret(document(text.encode(), "年度报告.md"), "年度报告.md", "digest")
    return assess(found, Profile())


@pytest.mark.parametrize("name", CONVERTERS)
@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
def test_a_right_report_reads_the_same(form: Form, name: str) -> None:
    for seed in range(3):
        rng = Random(f"{name}{seed}")
        made = right_figures(form.id, rng, SCALES[seed])
        text = written(form, made, CONVERTERS[name], rng)
        report = saved(text)
        assert report.form == form.id, text
        assert {key: figure.value for key, figure in report.figures.items()} == made, text
        for figure in report.figures.values():
            assert figure.span.of(report.text) == figure.raw
        if told := {code for code, _ in faults(report)}:
            plain = report_of(written(form, made, LAYOUTS["markdown"], rng))
            assert told <= {code for code, _ in faults(plain)}, text


LABELS = "1.信访举报投诉类申请<br>2.重复申请<br>3.要求提供公开出版物"


def scrambled(change) -> tuple[Report, dict[str, Number]]:
    """Return a report whose rows of （五）不予处理 went through `change`, and its figures."""
    form, made = FORM, right_figures(FORM.id, Random(5), "large")

    def layout(slots, rng: Random) -> str:
        lines = LAYOUTS["markdown"](slots, rng).split("\n")
        at = next((i for i, line in enumerate(lines) if "1.信访举报投诉类申请" in line), None)
        if at is not None:
            rows = [line.strip("| ").split(" | ")[-7:] for line in lines[at : at + 3]]
            lines[at : at + 3] = ["| " + " | ".join(row) + " |" for row in change(rows)]
        return "\n".join(lines)

    return report_of(written(form, made, layout, Random(0))), made


def _one_row_short(rows: list[list[str]]) -> list[list[str]]:
    return [["", "（五）不予处理", LABELS, *rows[0]], ["", "", "", *rows[1]]]


def _one_row_more(rows: list[list[str]]) -> list[list[str]]:
    first = ["", "（五）不予处理", LABELS, *[""] * 7]
    return [first, *(["", "", "", *row] for row in [*rows, rows[0]])]


def _one_line_short(rows: list[list[str]]) -> list[list[str]]:
    cells = ["<br>".join(column) for column in zip(*rows[:2], strict=True)]
    return [["", "（五）不予处理", LABELS, *cells]]


@pytest.mark.parametrize("change", [_one_row_short, _one_row_more, _one_line_short])
def test_what_cannot_be_told_apart_is_not_read_and_held_against_nobody(change) -> None:
    report, made = scrambled(change)
    lost = {key for key in made if key.startswith("requests.rejected.")}
    read = {key: f.value for key, f in report.figures.items() if f.value is not None}
    assert {key: read.get(key) for key in made.keys() - lost} == {
        key: made[key] for key in made.keys() - lost
    }
    assert all(read[key] == made[key] for key in lost & read.keys())
    assert {code for code, _ in faults(report)} & {"F107", "V103"}
    accused = {f.code for f in report.findings if f.severity is not Severity.INFO}
    assert not accused & {"S202", "S203", "S205", "V101", "A101", "A103", "A201"}
