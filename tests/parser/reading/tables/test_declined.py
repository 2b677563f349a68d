"""Tables that cannot be read for certain are declined, and what is certain is still read."""

from __future__ import annotations

import re
from random import Random

import pytest

from parser.intake.reader import document
from parser.model import Body, Fit, Table
from parser.official.form import form_of
from parser.reading.copies import copies
from parser.reading.sections import sections
from parser.reading.tables.recognise import recognise
from tests.support.checked import report_of, said
from tests.support.figures import right_figures
from tests.support.layouts import LAYOUTS, Grid, grid
from tests.support.official import right_report

FORM = form_of("2021")


def body(requests: str, others: str = "tab_rows") -> Body:
    """Read a report whose third table is written as given."""
    rng = Random(5)
    parts = ["青石县云岭镇人民政府2023年政府信息公开工作年度报告"]
    for section in FORM.sections:
        parts.append(f"{'一二三四五六'[section.number - 1]}、{section.title}")
        for table in FORM.tables:
            if table.section == section.number:
                made = LAYOUTS[others](grid(FORM, table.name, figures()), rng)
                parts.append(requests if table.name == "requests" else made)
    page = document("\n".join(parts).encode(), "a.txt", None)
    (span,) = copies(page)
    found = sections(page, span)
    read = recognise(page, span, found)
    assert read.form_id == "2021"
    return Body(span, found, read.tables, read.figures)


def figures() -> dict:
    return right_figures("2021", Random(7), "large")


def requests_of(found: Body) -> Table:
    table = found.table("requests")
    assert table is not None
    return table


def slots() -> Grid:
    return grid(FORM, "requests", figures())


def others_are_read(found: Body) -> bool:
    rest = {k: v for k, v in figures().items() if not k.startswith("requests.")}
    return {k: f.value for k, f in found.figures.items() if not k.startswith("requests.")} == rest


def run_together(grid: Grid) -> str:
    return "".join(slot.text for row in grid for slot in row)


def one_number_a_row(grid: Grid) -> str:
    return "\n".join(
        "\t".join([*(s.text for s in row if not s.figure and not s.covered), "0"])
        for row in grid[3:]
    )


def without_repeated_lines(grid: Grid) -> str:
    lines = [slot.text for row in grid for slot in row if not slot.covered]
    return "\n".join(dict.fromkeys(lines))


def without_labels(grid: Grid) -> str:
    head = [slot.text for row in grid[:3] for slot in row if not slot.covered]
    return "\n".join([*head, *(f"{s.text} |" for row in grid[3:] for s in row if s.figure)])


def labels_elsewhere(grid: Grid) -> str:
    head = [slot.text for row in grid[:3] for slot in row if not slot.covered]
    numbers = [" | ".join(s.text for s in row if s.figure) + " |" for row in grid[3:]]
    labels = [s.text for row in grid[3:] for s in row if not s.figure and not s.covered]
    return "\n".join([*head, *numbers, *labels])


@pytest.mark.parametrize(
    "spoiled",
    [run_together, one_number_a_row, without_repeated_lines, without_labels, labels_elsewhere],
    ids=lambda f: f.__name__,
)
def test_what_is_not_certain_is_declined(spoiled) -> None:
    found = body(spoiled(slots()))
    table = found.table("requests")
    assert table is not None
    assert table.glued, [(r.row, r.fit, r.keys) for r in table.rows]
    assert not [key for key in found.figures if key.startswith("requests.")]
    assert others_are_read(found)


@pytest.mark.parametrize("lost", [0, 3, 6])
def test_a_row_short_of_a_cell_is_not_guessed(lost: int) -> None:
    lines = LAYOUTS["tab_rows"](slots(), Random(0)).split("\n")
    at = next(i for i, line in enumerate(lines) if "3.危及" in line)
    cells = lines[at].split("\t")
    del cells[len(cells) - 7 + lost]
    lines[at] = "\t".join(cells)
    found = body("\n".join(lines))
    table = found.table("requests")
    assert table is not None
    row = next(r for r in table.rows if r.row == "requests.denied.three_safeties")
    assert (row.cells, row.expected, row.keys) == (6, 7, ())
    kept = {k: f.value for k, f in found.figures.items()}
    assert kept == {k: v for k, v in figures().items() if not k.startswith(row.row + ".")}


def test_a_row_short_of_a_cell_in_a_stream_is_not_guessed() -> None:
    cells = [slot.text for row in slots() for slot in row if not slot.covered]
    at = next(i for i, cell in enumerate(cells) if "3.危及" in cell)
    del cells[at + 4]
    found = body("\n".join(cells))
    row = next(r for r in requests_of(found).rows if r.row == "requests.denied.three_safeties")
    assert (row.cells, row.expected, row.keys) == (6, 7, ())
    made = figures()
    kept = {k: f.value for k, f in found.figures.items()}
    assert kept == {k: v for k, v in made.items() if not k.startswith(row.row + ".")}


def test_swapped_columns_are_followed() -> None:
    swapped = [list(row) for row in slots()]
    for r in range(2, len(swapped)):
        swapped[r][4], swapped[r][5] = swapped[r][5], swapped[r][4]
    found = body(LAYOUTS["tab_rows"](swapped, Random(0)))
    assert {k: f.value for k, f in found.figures.items()} == figures()


def test_an_extra_row_moves_nothing() -> None:
    lines = LAYOUTS["tab_rows"](slots(), Random(0)).split("\n")
    at = next(i for i, line in enumerate(lines) if "4.保护" in line)
    lines.insert(at, lines[at].replace("4.保护第三方合法权益", "属于商业秘密的"))
    found = body("\n".join(lines))
    assert {k: f.value for k, f in found.figures.items()} == figures()
    assert [row.label for row in requests_of(found).extra_rows] == ["属于商业秘密的"]


def test_words_in_a_cell_stay_in_their_cell() -> None:
    lines = LAYOUTS["tab_rows"](slots(), Random(0)).split("\n")
    at = next(i for i, line in enumerate(lines) if "2.重复申请" in line)
    cells = lines[at].split("\t")
    cells[-4] = "见附件"
    lines[at] = "\t".join(cells)
    found = body("\n".join(lines))
    values = {k: f.value for k, f in found.figures.items()}
    assert found.figures["requests.rejected.repeated.welfare"].raw == "见附件"
    assert values == figures() | {"requests.rejected.repeated.welfare": None}


@pytest.mark.parametrize("odd", ["1e2", "198→211", "²¹¹", "=12", "见附件", "21100%"])
@pytest.mark.parametrize("label", ["一、本年新收", "1.属于国家秘密", "（七）总计"])
@pytest.mark.parametrize("spare", [0, 5])
def test_words_in_the_first_cell_are_no_part_of_the_label(odd: str, label: str, spare: int) -> None:
    slotted = slots()
    cells = [[slot.text for slot in row] for row in slotted]
    at = next(i for i, row in enumerate(cells) for text in row if text.startswith(label))
    cells[at][-7] = odd
    lines = ["".join(f"<td>{text}</td>" for text in [*row, *[""] * spare]) for row in cells]
    found = body("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>")
    wrong = {k: f.value for k, f in found.figures.items() if f.value != figures()[k]}
    assert list(wrong.values()) == [None]
    (key,) = wrong
    assert found.figures[key].raw == odd


def test_a_label_in_other_words_is_near() -> None:
    text = LAYOUTS["tab_rows"](slots(), Random(0)).replace(
        "2.其他法律行政法规禁止公开", "2.其他法律法规禁止公开"
    )
    found = body(text)
    near = [r.row for r in requests_of(found).rows if r.fit is Fit.NEAR]
    assert near == ["requests.denied.law_prohibited"]
    assert {k: f.value for k, f in found.figures.items()} == figures()


def test_a_group_of_table_four_that_is_not_printed_is_missing() -> None:
    rng = Random(0)
    text = LAYOUTS["tab_rows"](slots(), rng)
    whole = grid(FORM, "challenges", figures())
    halved = "\n".join("\t".join(slot.text for slot in row[5:]) for row in whole)
    parts = ["青石县云岭镇人民政府2023年政府信息公开工作年度报告"]
    for section in FORM.sections:
        parts.append(f"{'一二三四五六'[section.number - 1]}、{section.title}")
        if section.number == 3:
            parts.append(text)
        if section.number == 4:
            parts.append(halved)
    page = document("\n".join(parts).encode(), "a.txt", None)
    (span,) = copies(page)
    read = recognise(page, span, sections(page, span))
    table = next(t for t in read.tables if t.name == "challenges")
    assert [row.row for row in table.rows if row.missing] == ["review"]
    made = figures()
    kept = {k: f.value for k, f in read.figures.items() if k.startswith("litigation")}
    assert kept == {k: v for k, v in made.items() if k.startswith("litigation")}


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_the_form_is_told_by_its_labels_where_no_figure_was_read(form: str) -> None:
    """Figures apart from their labels cannot be placed, and no title says the year."""
    text = right_report(form=form, title="", preface="本报告按规定编制。")
    bare = re.sub(r"\t+\d[\d.\t]*(?=\n)", "", text).replace("\t", "\n")
    report = report_of(bare)
    assert report.form == form
    assert not said(report, "S206")


@pytest.mark.parametrize("place", range(3, 10))
def test_a_row_between_tabs_that_lost_a_cell_is_not_measured_by_its_letters(place: int) -> None:
    text = right_report(figures=right_figures("2021", Random(11), "large"))
    row = next(line for line in text.split("\n") if "2.其他法律行政法规禁止公开" in line)
    cells = row.split("\t")
    short = "\t".join(cells[:place] + cells[place + 1 :])
    whole = report_of(text).figures
    found = report_of(text.replace(row, short)).figures
    assert not [k for k, f in found.items() if f.value not in (None, whole[k].value)]


@pytest.mark.parametrize("row", ["received", "carried_in", "total", "carried_out"])
def test_a_row_between_bars_that_lost_a_cell_is_not_moved_up_to_its_label(row: str) -> None:
    label = next(r.label for t in FORM.tables for r in t.rows if r.key == f"requests.{row}")
    lines = LAYOUTS["pipe_rows"](slots(), Random(5)).split("\n")
    at = next(i for i, line in enumerate(lines) if label in line)
    start = lines[at].index(label) + len(label)
    cells = lines[at][start:].split("|")
    lines[at] = lines[at][:start] + "|".join([*cells[:3], *cells[4:]])
    found = body("\n".join(lines))
    wrong = {k: f.value for k, f in found.figures.items() if f.value not in (None, figures()[k])}
    assert wrong == {}
    assert not any(key.startswith(f"requests.{row}.") for key in found.figures)
