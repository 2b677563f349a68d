"""Grids as programs leave them: merged cells undone, rows numbered, a sheet for each table."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from random import Random

import openpyxl
import pytest

from parser.intake.reader import document
from parser.model import Number, Report
from parser.official.form import Form, forms
from parser.pipeline import assess, interpret
from parser.settings.profile import Profile
from tests.support.checked import faults
from tests.support.figures import right_figures
from tests.support.layouts import grid

ACCUSING = {"S101", "S102", "S103", "S104", "S201", "S202", "S203", "S204", "S205", "S206"}
Rows = list[list[str]]


def filled(form: Form, figures: Mapping[str, Number | None]) -> dict[int, Rows]:
    """Return the rows of each section's table, merged cells said again in all their places."""
    tables: dict[int, Rows] = {}
    for official in form.tables:
        rows: Rows = []
        for slots in grid(form, official.name, figures):
            row: list[str] = []
            for column, slot in enumerate(slots):
                beside = row[-1] if slot.covered == "left" else ""
                row.append(rows[-1][column] if slot.covered == "above" else beside or slot.text)
            rows.append(row)
        tables[official.section] = rows
    return tables


def sections(form: Form, tables: dict[int, Rows]) -> Rows:
    rows = [[f"青石县云岭镇人民政府{form.first_year + 1}年政府信息公开工作年度报告"]]
    for section in form.sections:
        rows.append([f"{'一二三四五六'[section.number - 1]}、{section.title}"])
        prose = ["存在的问题是更新不够及时，今后改进工作、加强培训。没有收取信息处理费。"]
        rows += tables.get(section.number, [prose])
    return rows


def read(data: bytes, name: str) -> Report:
    return assess(interpret(document(data, name), name, "digest"), Profile())


def assert_right(report: Report, figures: Mapping[str, Number | None]) -> None:
    assert {key: figure.value for key, figure in report.figures.items()} == figures
    assert not {code for code, _ in faults(report)} & ACCUSING


def as_html(rows: Rows) -> bytes:
    parts = [
        f"<p>{row[0]}</p>"
        if len(row) == 1
        else "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr></table>"
        for row in rows
    ]
    return "".join(parts).replace("</table><table>", "").encode()


def as_csv(rows: Rows, delimiter: str = ",") -> bytes:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows(rows)
    return written.getvalue().encode("gb18030")


def as_xlsx(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append([cell or None for cell in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("blank", [False, True], ids=["noughts", "blanks"])
@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
def test_merged_cells_said_again_in_all_their_places(form: Form, blank: bool) -> None:
    made: dict[str, Number | None] = dict(right_figures(form.id, Random(3), "large"))
    if blank:
        made |= {key: None for key in made if key.startswith("requests.") and not made[key]}
    rows = sections(form, filled(form, made))
    for data, name in (
        (as_html(rows), "a.html"),
        (as_csv(rows), "a.csv"),
        (as_csv(rows, "\t"), "a.tsv"),
        (as_xlsx(rows), "a.xlsx"),
    ):
        assert_right(read(data, name), made)


def test_rows_numbered_in_a_column_of_their_own() -> None:
    form = forms()[-1]
    made = right_figures(form.id, Random(3), "large")
    tables = filled(form, made)
    count = 0
    for number, rows in tables.items():
        tables[number] = [[str(count + i), *row] for i, row in enumerate(rows, 7)]
        count += len(rows)
    assert_right(read(as_html(sections(form, tables)), "a.html"), made)


def test_a_sheet_for_each_table_leaves_no_section_empty() -> None:
    form = forms()[-1]
    made = right_figures(form.id, Random(3), "large")
    tables = filled(form, made)
    book = openpyxl.Workbook()
    for row in sections(form, {number: [] for number in tables}):
        book.worksheets[0].append(row)
    for rows in tables.values():
        sheet = book.create_sheet()
        for row in rows:
            sheet.append([cell or None for cell in row])
    written = io.BytesIO()
    book.save(written)
    assert_right(read(written.getvalue(), "a.xlsx"), made)
