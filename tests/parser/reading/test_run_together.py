"""Rows whose cells cannot be told apart are not read and held against nobody (F106)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from parser.intake.reader import document
from parser.model import Report
from parser.pipeline import assess, interpret
from parser.settings.profile import Profile
from tests.support.checked import faults, report_of, said
from tests.support.official import right_report

TEXT = right_report()
ROWS = list(re.finditer(r"^([^\t\n]*(?:\t[^\t\d\n]*)*)((?:\t\d+){7})$", TEXT, re.M))
JOINED: dict[str, Callable[[list[str]], list[str]]] = {
    "all": lambda cells: ["".join(cells)],
    "spaced": lambda cells: [" ".join(cells)],
    "middle": lambda cells: [cells[0], "".join(cells[1:6]), cells[6]],
    "end": lambda cells: [*cells[:5], cells[5] + cells[6]],
}


def piped(text: str) -> str:
    lines = (f"| {' | '.join(c for c in line.split(chr(9)) if c)} |" for line in text.split("\n"))
    return "\n".join(
        row if "\t" in line else line for line, row in zip(text.split("\n"), lines, strict=True)
    )


def checked(text: str, name: str) -> Report:
    return assess(interpret(document(text.encode(), name), name, "x"), Profile())


@pytest.mark.parametrize("name", ["all", "spaced", "middle"])
@pytest.mark.parametrize("chosen", [[0], [2, 3, 4]])
def test_rows_whose_figures_run_together_are_no_short_rows(name: str, chosen: list[int]) -> None:
    text = TEXT
    for at in reversed(chosen):
        row = ROWS[at]
        cells = JOINED[name](row[2].strip().split("\t"))
        text = text[: row.start()] + "\t".join([row[1], *cells]) + text[row.end() :]
    report = checked(piped(text), "a.md")
    whole = report_of(TEXT).figures
    for key, figure in report.figures.items():
        assert figure.value in (None, whole[key].value), key
    unread = {
        key for key in whole if key not in report.figures or report.figures[key].value is None
    }
    if unread:
        (hit,) = said(report, "F106")
        assert set(hit.figures) == unread
        assert {code for code, _ in faults(report)} == {"F106"}


def test_a_row_that_lacks_a_cell_is_still_the_unit_s() -> None:
    row = ROWS[0]
    cells = row[2].strip().split("\t")
    short = "\t".join([row[1], *cells[:2], *cells[3:]])
    report = checked(piped(TEXT[: row.start()] + short + TEXT[row.end() :]), "a.md")
    assert [code for code, _ in faults(report)] == ["S205"]


def test_the_figures_of_another_table_in_a_cell_are_no_words() -> None:
    start = TEXT.index("\t3.6") + 4
    end = TEXT.index("\n五、存在")
    report = checked(f"{TEXT[:start]} 1 0 0 0 1 0 0 0 0 0 0 0 0 1 1{TEXT[end:]}", "a.txt")
    codes = {code for code, _ in faults(report)}
    assert "F106" in codes
    assert not codes & {"V103", "S205"}
