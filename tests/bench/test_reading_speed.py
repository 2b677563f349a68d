"""Reading, checking and writing, beside what one would use instead; same files, same run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import process_time

import openpyxl
import pytest
from docx import Document

from parser import intake, workbook
from parser.intake.source import Source
from parser.model import Report
from parser.pipeline import assess, examine
from parser.review.desk import Desk
from parser.review.session import Session
from parser.rules import check_across
from parser.settings.profile import Profile

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
WORD = "云岫县人民政府2023年.docx"
TIMES = 7
REPORTS = 1000


def seconds(work: Callable[[], object], times: int = TIMES) -> float:
    taken: list[float] = []
    for _ in range(times):
        start = process_time()
        work()
        taken.append(process_time() - start)
    return median(taken)


def source(name: str) -> Source:
    return Source(name, SAMPLES / name)


def with_python_docx() -> list[list[str]]:
    document = Document(str(SAMPLES / WORD))
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def test_a_word_file_beside_python_docx(capsys: pytest.CaptureFixture[str]) -> None:
    ours = seconds(lambda: intake.read(source(WORD)))
    theirs = seconds(with_python_docx)
    with capsys.disabled():
        print(
            f"\nWord file      ours {ours * 1e3:7.1f} ms   python-docx {theirs * 1e3:7.1f} ms"
            f"   {theirs / ours:.1f} times as fast"
        )
    assert ours < theirs


@pytest.mark.parametrize("name", sorted(p.name for p in SAMPLES.iterdir() if p.is_file()))
def test_a_file_read_and_checked(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    taken = seconds(lambda: examine(source(name), Profile()))
    with capsys.disabled():
        print(f"\nread, checked  {taken * 1e3:7.1f} ms   {name}")
    assert taken < 2


def test_a_workbook_beside_openpyxl_as_it_comes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = examine(source(WORD), Profile())
    desk = Desk(Session.in_memory(), Profile(), assess, check_across)
    for at in range(REPORTS):
        desk.add(replace(one, path=f"{at}.docx", digest=str(at)))
    ours = seconds(lambda: workbook.write(desk.snapshot(), tmp_path / "ours.xlsx"), 1)
    theirs = seconds(lambda: plain_workbook(desk.reports, tmp_path / "theirs.xlsx"), 1)
    with capsys.disabled():
        print(
            f"\nworkbook of {REPORTS} reports: all six sheets {ours:.1f} s"
            f"   the figures alone, openpyxl as it comes {theirs:.1f} s"
        )
    assert ours < 2 * theirs


def plain_workbook(reports: tuple[Report, ...], target: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for report in reports:
        sheet.append([figure.value for figure in report.figures.values()])
    book.save(target)
