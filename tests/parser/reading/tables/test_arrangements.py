"""The table of one row in other arrangements: its figures in their place, or said to be unread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest

from parser.intake.reader import document
from parser.model import Number, Report
from parser.official.form import forms
from parser.pipeline import assess, interpret
from parser.settings.profile import Profile
from tests.support.checked import faults
from tests.support.figures import right_figures
from tests.support.layouts import LAYOUTS, grid

FORM = forms()[-1]
BLOCKS = ("review", "litigation.direct", "litigation.after_review")
COLUMNS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
PLAIN = ["行政复议", "未经复议直接起诉", "复议后起诉"]
NAMES = {
    "plain": PLAIN,
    "numbered": [
        "（一）行政复议",
        "（二）行政诉讼（未经复议直接起诉）",
        "（三）行政诉讼（复议后起诉）",
    ],
    "tables": ["表4-1 行政复议情况表", "表4-2 未经复议直接起诉情况", "表4-3 复议后起诉情况"],
    "cases": ["行政复议案件（单位：件）", "未经复议直接起诉的行政诉讼", "复议后起诉的行政诉讼"],
}
Lines = list[list[str]]
Printer = Callable[[Lines], str]


def piped(rows: Lines) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def tabbed(rows: Lines) -> str:
    return "\n".join("\t".join(row) for row in rows)


def one_a_line(rows: Lines) -> str:
    return "\n".join("\n".join(row) for row in rows)


def html(rows: Lines) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


PRINTERS = (piped, tabbed, one_a_line, html)


def read(table: str) -> tuple[Report, dict[str, Number]]:
    """Return a checked report whose other tables are right, and the right figures of all."""
    made = right_figures(FORM.id, Random(11), "large")
    parts = [f"青石县云岭镇人民政府{FORM.first_year + 1}年政府信息公开工作年度报告"]
    for section in FORM.sections:
        parts.append(f"{'一二三四五六'[section.number - 1]}、{section.title}")
        if section.number in (1, 5, 6):
            parts.append("存在的问题是更新不够及时，今后改进工作、加强培训。没有收取信息处理费。")
        for official in (t for t in FORM.tables if t.section == section.number):
            plain = LAYOUTS["tab_rows"](grid(FORM, official.name, made), Random(0))
            parts.append(table if official.name == "challenges" else plain)
    found = document("\n".join(parts).encode(), "年报.md")
    return assess(interpret(found, "年报.md", "digest"), Profile()), made


def blocks() -> Lines:
    made = right_figures(FORM.id, Random(11), "large")
    keys = [column.key for column in FORM.table("challenges").blocks[0].columns]
    return [[str(made[f"{block}.{key}"]) for key in keys] for block in BLOCKS]


def assert_right(table: str) -> None:
    report, made = read(table)
    assert {key: figure.value for key, figure in report.figures.items()} == made
    assert not {code for code, _ in faults(report)} & {"S201", "S202", "S203", "S204", "S205"}


@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES.keys())
def test_three_small_tables_under_names_of_their_own(
    names: Sequence[str], printer: Printer
) -> None:
    tables = [
        f"{name}\n{printer([COLUMNS, row])}\n" for name, row in zip(names, blocks(), strict=True)
    ]
    assert_right("\n".join(tables))


@pytest.mark.parametrize("printer", PRINTERS)
@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES.keys())
def test_three_rows_behind_their_names(names: Sequence[str], printer: Printer) -> None:
    rows = [[name, *row] for name, row in zip(names, blocks(), strict=True)]
    assert_right(printer([["类别", *COLUMNS], *rows]))


@pytest.mark.parametrize("printer", PRINTERS)
def test_a_table_for_reviews_and_one_for_lawsuits(printer: Printer) -> None:
    review, direct, after = blocks()
    lawsuits = [[PLAIN[1], "", "", "", "", PLAIN[2], "", "", "", ""], COLUMNS * 2, direct + after]
    first, second = printer([COLUMNS, review]), printer(lawsuits)
    assert_right(f"行政复议\n{first}\n\n行政诉讼\n{second}")


@pytest.mark.parametrize("printer", PRINTERS)
def test_a_figure_a_row_and_a_block_a_column(printer: Printer) -> None:
    made = blocks()
    cells = [zip(COLUMNS, row, strict=True) for row in made]
    downward = [[name, *cell] for name, row in zip(PLAIN, cells, strict=True) for cell in row]
    assert_right(printer([["项目", "情形", "数量"], *downward]))
    across = [[column, *(row[i] for row in made)] for i, column in enumerate(COLUMNS)]
    assert_right(printer([["情形", *PLAIN], *across]))


@pytest.mark.parametrize("separator", ["\n", "、", " "])
def test_fifteen_figures_without_a_label(separator: str) -> None:
    assert_right(separator.join(figure for row in blocks() for figure in row))


@pytest.mark.parametrize("printer", PRINTERS)
def test_what_no_sum_proves_is_not_read_and_held_against_nobody(printer: Printer) -> None:
    made = blocks()
    made[1][-1] = str(int(made[1][-1]) + 1)
    across = [[column, *(row[i] for row in made)] for i, column in enumerate(COLUMNS)]
    report, _ = read(printer([["情形", *PLAIN], *across]))
    assert not [key for key in report.figures if key.startswith(BLOCKS)]
    said = {finding.code for finding in report.findings}
    assert "F106" in said
    assert not said & {"S201", "S202", "S203", "S204", "S205", "V101", "A201", "A202", "A203"}


@pytest.mark.parametrize("end", [" |", " |\n|||", "\t"])
def test_totals_whose_blank_cells_were_dropped_are_unread_and_held_against_nobody(end: str) -> None:
    made = right_figures(FORM.id, Random(11), "large")
    rows = grid(FORM, "challenges", made)
    kept = [[slot.text for slot in row if slot.text and not slot.figure] for row in rows]
    kept[-1] = [row[-1] for row in blocks()]
    between = "\t" if end == "\t" else " | "
    report, _ = read("\n".join(between.join(row) + end for row in kept))
    assert not [k for k, f in report.figures.items() if k.startswith(BLOCKS) and f.raw]
    said = {finding.code for finding in report.findings}
    assert "F106" in said
    assert not said & {"S201", "S202", "S204", "S205", "V101"}
