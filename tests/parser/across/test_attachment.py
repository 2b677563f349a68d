"""The tables in a spreadsheet of their own: judged as what they are, and joined with the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from parser import intake, workbook
from parser.across.attachment import is_attachment, lacks_tables, with_attachment
from parser.across.docket import Docket
from parser.across.matching import pairs, partner
from parser.cli import run
from parser.intake.source import Source
from parser.model import Report, Severity
from parser.official.form import form_of
from parser.pipeline import assess, examine
from parser.reading.prose import paragraphs
from parser.review.desk import Desk, open_desk
from parser.review.session import ReadOnlySession
from parser.rules.registry import check_across
from parser.settings.profile import Profile
from parser.workbook.material import CORRECTIONS
from tests.support import formats
from tests.support.attached import FIGURES, read, tables, text_only
from tests.support.formats import pieces
from tests.support.layouts import Grid

FORM = form_of("2021")
UNIT = "青禾县白鹭镇人民政府"
TITLE = f"{UNIT}2022年政府信息公开工作年度报告附表"
WORD = "白鹭镇/年报.docx"
SHEET = "白鹭镇/附表.xlsx"
RECEIVED = "requests.received.total"


def codes(report: Report, *severities: Severity) -> set[str]:
    return {f.code for f in report.findings if not severities or f.severity in severities}


@pytest.mark.parametrize("sheets", [1, 3])
@pytest.mark.parametrize("head", [(), (TITLE,)], ids=["nameless", "titled"])
def test_only_tables_are_an_attachment_and_no_fault(sheets: int, head: tuple[str, ...]) -> None:
    report = read(tables(head, sheets), SHEET)
    assert is_attachment(report)
    assert {key: figure.value for key, figure in report.figures.items()} == FIGURES
    assert codes(report, Severity.ERROR, Severity.WARNING) == set()
    (said,) = [finding for finding in report.findings if finding.code == "S101"]
    assert (said.severity, said.figures) == (Severity.INFO, ())
    assert "请看报告正文" in said.message


def test_its_sums_are_judged_and_a_table_it_lacks_is_named() -> None:
    grids = [p for p in pieces(FORM, FIGURES) if not isinstance(p, str)]
    wrong = tables(values={RECEIVED: FIGURES[RECEIVED] + 1})
    assert {"A101", "A103"} <= codes(read(wrong, SHEET), Severity.ERROR)
    (said,) = [f for f in read(formats.to_xlsx(grids[:2]), SHEET).findings if f.code == "S101"]
    assert "没有表四" in said.message
    assert "litigation.direct.total" in said.figures


def test_instructions_on_the_sheet_are_no_prose() -> None:
    note = "填表说明：" + "各单位应当按照本单位全年办理情况如实填写各项数据，没有发生的填写零。" * 8
    assert is_attachment(read(tables((TITLE, note)), SHEET))
    assert not is_attachment(read(tables((TITLE, note.removeprefix("填表说明："))), SHEET))


def test_a_whole_report_in_a_spreadsheet_is_none() -> None:
    whole = pieces(FORM, FIGURES)
    assert not is_attachment(read(formats.to_xlsx(whole), "a.xlsx"))
    assert not is_attachment(read(formats.to_docx(whole[:1]), "a.docx"))
    without_six = read(formats.to_xlsx(whole[:-2]), "a.xlsx")
    assert "S101" in codes(without_six, Severity.ERROR)


def test_unit_and_year_make_a_pair_wherever_the_files_lie() -> None:
    word, sheet = read(text_only(), "文字/一.docx"), read(tables((TITLE,)), "表格/二.xlsx")
    other = read(text_only(year=2023), "文字/三.docx")
    assert pairs([word, sheet, other]) == {sheet.path: word.path}
    assert partner(sheet, [other]) is None


def test_a_nameless_sheet_goes_by_folder_and_file_name() -> None:
    word, sheet = read(text_only(), WORD), read(tables(), SHEET)
    assert pairs([word, sheet]) == {SHEET: WORD}
    apart = read(tables(), "别处/附表.xlsx")
    assert pairs([word, apart]) == {}
    numbered = read(text_only(), "汇总/07年报.docx")
    ours, theirs = read(tables(), "汇总/07附表.xlsx"), read(tables(), "汇总/08附表.xlsx")
    assert pairs([numbered, ours, theirs]) == {ours.path: numbered.path}


def test_two_that_could_be_meant_are_no_offer() -> None:
    sheet = read(tables((TITLE,)), "表格/二.xlsx")
    first, second = read(text_only(), "甲/一.docx"), read(text_only(), "乙/一.docx")
    assert pairs([first, second, sheet]) == {}
    twin = read(tables((TITLE,), 3), "表格/三.xlsx")
    assert pairs([first, sheet, twin]) == {}


def test_a_report_with_tables_of_its_own_lacks_none() -> None:
    whole = read(formats.to_docx(pieces(FORM, FIGURES)), "一.docx")
    sheet = read(tables((TITLE,)), "白鹭镇2022年附表.xlsx")
    assert not lacks_tables(whole, sheet)
    (found,) = [f for f in check_across(Docket([whole, sheet], Profile())) if f.code == "X104"]
    assert found.severity is Severity.INFO
    assert "1 份报告和 1 份附表，各格数据相同" in found.message
    grids = [p for p in pieces(FORM, FIGURES) if not isinstance(p, str)]
    part = read(formats.to_xlsx(grids[:1]), sheet.path)
    (found,) = [f for f in check_across(Docket([whole, part], Profile())) if f.code == "X104"]
    assert "各份都有的格数据相同" in found.message
    wrong = read(tables((TITLE,), values={RECEIVED: FIGURES[RECEIVED] + 1}), sheet.path)
    (found,) = [f for f in check_across(Docket([whole, wrong], Profile())) if f.code == "X104"]
    assert (found.severity, found.figures) == (Severity.WARNING, (RECEIVED,))


def test_a_pair_is_told_as_one_report_and_not_as_two() -> None:
    word, sheet = read(text_only(), WORD), read(tables((TITLE,)), SHEET)
    (found,) = [f for f in check_across(Docket([word, sheet], Profile())) if f.code == "X104"]
    assert found.severity is Severity.INFO
    assert found.paths == (WORD, SHEET)
    assert "合起来是一份报告" in found.message


def test_tables_that_ran_together_in_the_report_are_told_by_the_attachment() -> None:
    lines = [p if isinstance(p, str) else _run_together(p) for p in pieces(FORM, FIGURES)]
    word, sheet = read("\n".join(lines).encode(), "白鹭镇/年报.txt"), read(tables(), SHEET)
    assert "F106" in codes(word)
    assert pairs([word, sheet]) == {SHEET: word.path}
    whole = assess(with_attachment(word, sheet), Profile())
    assert codes(whole, Severity.ERROR, Severity.WARNING) == set()
    assert all("372148" not in paragraph.text for paragraph in paragraphs(whole))


def _run_together(grid: Grid) -> str:
    return "\n".join("".join(slot.text for slot in row) for row in grid)


def test_joined_every_figure_stands_where_its_digits_are() -> None:
    word, sheet = read(text_only(), WORD), read(tables((), 3), SHEET)
    assert "S201" in codes(word)
    whole = assess(with_attachment(word, sheet), Profile())
    assert codes(whole, Severity.ERROR, Severity.WARNING) == set()
    assert (whole.path, whole.attached, whole.form) == (WORD, SHEET, "2021")
    assert whole.digest not in (word.digest, sheet.digest, "")
    assert {key: figure.value for key, figure in whole.figures.items()} == FIGURES
    for figure in whole.figures.values():
        assert figure.span.of(whole.text).strip() == figure.raw
    document, body = whole.document, whole.body
    assert document is not None
    assert body is not None
    assert len(document.simplified) == len(document.text)
    for grid in document.grids:
        for cell in grid.cells:
            assert cell.span.of(document.text).strip() == cell.text.strip()
    for table in body.tables:
        for row in table.rows:
            if row.label_span is None:  # the rows of table four have no labels of their own
                assert row.label == ""
                continue
            assert "".join(row.label_span.of(whole.text).split()) == "".join(row.label.split())
    assert whole.text.startswith(word.text)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    home = tmp_path / "年报"
    (home / "白鹭镇").mkdir(parents=True)
    (home / WORD).write_bytes(text_only())
    (home / SHEET).write_bytes(tables(values={RECEIVED: FIGURES[RECEIVED] + 1}))
    return home


def opened(folder: Path, *, backwards: bool = False) -> Desk:
    desk = open_desk([folder], Profile())
    found = sorted(intake.sources([folder]), key=lambda source: source.path, reverse=backwards)
    for source in found:
        desk.add(examine(source, Profile()))
    desk.take(desk.looking_across()())
    return desk


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    made = opened(folder)
    yield made
    made.session.close()


def test_the_desk_offers_joins_and_takes_apart(desk: Desk) -> None:
    assert desk.offers == {SHEET: WORD}
    desk.join(WORD, SHEET)
    assert list(desk.reviews) == [WORD]
    assert desk.offers == {}
    assert "A101" in codes(desk.reviews[WORD].current)
    assert "S201" not in codes(desk.reviews[WORD].current)
    assert desk.split(WORD) == SHEET
    assert set(desk.reviews) == {WORD, SHEET}
    assert "S201" in codes(desk.reviews[WORD].current)
    desk.take(desk.looking_across()())
    assert desk.offers == {SHEET: WORD}
    assert [event.kind for event in desk.session.events()] == ["join", "join"]
    with pytest.raises(KeyError):
        desk.split(WORD)


def test_what_was_taken_apart_stays_apart_when_a_part_is_read_again(
    desk: Desk, folder: Path
) -> None:
    desk.join(WORD, SHEET)
    desk.split(WORD)
    for name in (WORD, SHEET):
        desk.add(examine(Source(name, folder / name), Profile()))
        assert set(desk.reviews) == {WORD, SHEET}
        assert desk.joined(WORD) is None


def test_what_was_corrected_before_holds_for_the_whole(desk: Desk, tmp_path: Path) -> None:
    desk.correct(SHEET, {RECEIVED: FIGURES[RECEIVED]}, "核对底册")
    desk.join(WORD, SHEET)
    review = desk.reviews[WORD]
    assert review.corrections[RECEIVED].reason == "核对底册"
    assert codes(review.current, Severity.ERROR) == set()
    assert review.notice == ""
    workbook.write(desk.snapshot(), tmp_path / "out.xlsx", {})
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book[CORRECTIONS].cell(2, 3).value == WORD
    assert any(SHEET in row for row in book["说明"].iter_rows(values_only=True))


@pytest.mark.parametrize("backwards", [False, True])
def test_joined_stays_joined_when_the_folder_is_opened_again(folder: Path, backwards: bool) -> None:
    desk = opened(folder)
    desk.join(WORD, SHEET)
    desk.correct(WORD, {RECEIVED: FIGURES[RECEIVED]}, "")
    desk.session.close()
    desk = opened(folder, backwards=backwards)
    assert list(desk.reviews) == [WORD]
    assert desk.reviews[WORD].corrections[RECEIVED].value == FIGURES[RECEIVED]
    assert desk.reviews[WORD].notice == ""
    # Read again, it is still one; taken apart, it stays so.
    source = next(s for s in intake.sources([folder]) if s.path == SHEET)
    desk.add(examine(source, Profile()))
    assert list(desk.reviews) == [WORD]
    desk.split(WORD)
    assert desk.reviews[SHEET].corrections == {}
    desk.session.close()
    desk = opened(folder)
    assert set(desk.reviews) == {WORD, SHEET}
    desk.session.close()


def test_a_changed_attachment_is_not_joined_unasked(folder: Path) -> None:
    desk = opened(folder)
    desk.join(WORD, SHEET)
    desk.session.close()
    (folder / SHEET).write_bytes(tables())
    desk = opened(folder)
    assert set(desk.reviews) == {WORD, SHEET}
    assert desk.offers == {SHEET: WORD}
    desk.session.close()


def test_a_desk_that_cannot_write_joins_nothing(folder: Path, desk: Desk) -> None:
    second = opened(folder)
    with pytest.raises(ReadOnlySession):
        second.join(WORD, SHEET)
    assert set(second.reviews) == {WORD, SHEET}
    second.session.close()


def test_the_command_lists_both_and_says_that_they_are_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = folder.parent / "out.json"
    assert run(["check", str(folder), "--json", str(kept), "--jobs", "1"]) == 1
    found = json.loads(kept.read_text("utf-8"))
    assert [report["path"] for report in found["reports"]] == [WORD, SHEET]
    (told,) = found["across"]
    assert (told["code"], told["severity"], told["paths"]) == ("X104", "info", [WORD, SHEET])
    assert f"附表 {SHEET} 与 {WORD} 合起来是一份报告" in capsys.readouterr().out
