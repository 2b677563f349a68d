"""What could not be read is said once, in family F, and held against nobody."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.intake.reader import document as decoded
from parser.intake.script import to_simplified
from parser.model import Document, Note, Reading, Report, Severity, Span
from parser.official.form import form_of
from parser.pipeline import assess, interpret
from parser.settings.profile import Profile
from tests.support.checked import faults, report_of, said
from tests.support.official import right_report

ACCUSING = ("S", "V", "A", "T")
SENTENCE = "此处没有读出，请索取原文件。"
TEXT = right_report()
TITLES = [section.title for section in form_of("2021").sections]


def unread(text: str, *places: Span, code: str = "F107") -> Report:
    note = Note(code, SENTENCE, places)
    document = Document(text, to_simplified(text), "html", notes=(note,))
    return assess(interpret(document, "年度报告.html", "x"), Profile())


def accused(report: Report) -> list[tuple[str, str]]:
    return [fault for fault in faults(report) if fault[0].startswith(ACCUSING)]


def section(number: int) -> Span:
    """Return where a section of the right report stands, heading included."""
    heads = [TEXT.index(f"{'一二三四五六'[i]}、{title}") for i, title in enumerate(TITLES)]
    ends = [*heads[1:], len(TEXT)]
    return Span(heads[number - 1], ends[number - 1])


def table(number: int) -> Span:
    """Return the lines of the table in a section of the right report."""
    place = section(number)
    rows = [
        m.start() for m in re.finditer(r"^.*\t.*$", TEXT[place.start : place.end], re.MULTILINE)
    ]
    last = TEXT.index("\n", place.start + rows[-1])
    return Span(place.start + rows[0], last)


def without(place: Span) -> tuple[str, Span]:
    return TEXT[: place.start] + TEXT[place.end :], Span(place.start, place.start)


@pytest.mark.parametrize("number", [2, 3, 4])
def test_a_table_that_is_a_picture_is_not_missing(number: int) -> None:
    text, at = without(table(number))
    assert accused(report_of(text))
    report = unread(text, at)
    assert not accused(report)
    (hit,) = said(report, "F107")
    keys = [
        k
        for t in form_of("2021").tables
        if t.section == number
        for r in t.regular_rows
        for k in r.figure_keys
    ]
    assert list(hit.figures) == keys
    assert hit.severity is Severity.WARNING


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6])
def test_a_section_that_was_not_read_is_not_missing(number: int) -> None:
    text, at = without(section(number))
    assert said(report_of(text), "S101")
    report = unread(text, at)
    assert not accused(report)
    assert said(report, "F107")


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_nothing_of_an_unread_stretch_is_held_against_the_unit(data: st.DataObject) -> None:
    start = data.draw(st.integers(section(2).start, len(TEXT) - 1))
    end = data.draw(st.integers(start, min(len(TEXT), start + 700)))
    # A stretch begins and ends with lines, as a page or a picture does.
    start = TEXT.rfind("\n", 0, start) + 1
    end = TEXT.find("\n", end) if TEXT.find("\n", end) >= 0 else len(TEXT)
    text, at = without(Span(start, max(start, end)))
    assert not accused(unread(text, at))


@settings(max_examples=30, deadline=None)
@given(st.integers(section(2).start, len(TEXT) - 2))
def test_nothing_behind_a_break_is_held_against_the_unit(cut: int) -> None:
    report = unread(TEXT[:cut], Span(cut, cut), code="F108")
    assert not accused(report)
    assert said(report, "F108")
    whole = report_of(TEXT).figures
    for key, figure in report.figures.items():
        assert figure.value is None or figure.value == whole[key].value, key


def test_empty_cells_that_a_script_fills_are_not_blank() -> None:
    place = table(3)
    rows = TEXT[place.start : place.end].split("\n")
    emptied = "\n".join(re.sub(r"(?<=\t)\d+", "", row) for row in rows)
    text = TEXT[: place.start] + emptied + TEXT[place.end :]
    assert said(report_of(text), "V101")
    report = unread(text, Span(place.start, place.start + len(emptied)))
    assert not accused(report)
    assert not [f for f in report.findings if f.code.startswith(("A", "T", "V"))]
    assert {f.reading for k, f in report.figures.items() if k.startswith("requests.")} == {
        Reading.UNREAD
    }


def test_what_stands_elsewhere_is_still_held_against_the_unit() -> None:
    text, at = without(table(4))
    text = text.replace("六、其他需要报告的事项", "附则")
    report = unread(text, at)
    assert [code for code, _ in accused(report)] == ["S101"]


def test_a_picture_beside_which_nothing_is_missing_is_not_worth_a_word() -> None:
    at = section(1).end - 1
    assert not unread(TEXT, Span(at, at)).findings


def test_a_lost_byte_in_a_heading_leaves_the_section_alone() -> None:
    heading = "二、主动公开政府信息情况"
    at = TEXT.index(heading)
    text = TEXT.replace(heading, "二、主动公\ufffd政府信\ufffd\ufffd况")
    lost = tuple(
        Span(at + i, at + i + 1) for i, c in enumerate(text[at : at + 12]) if c == "\ufffd"
    )
    assert not accused(unread(text, *lost, code="F102"))
    gone = text.replace("三、收到和处理政府信息公开申请情况", "")
    assert [c for c, _ in accused(unread(gone, *lost, code="F102"))] == ["S101"]


@settings(max_examples=25, deadline=None)
@given(
    st.integers(section(2).start, len(TEXT) - 60),
    st.integers(1, 48),
    st.sampled_from([0xFF, 0]),
    st.sampled_from(["utf-8", "gb18030"]),
)
def test_lost_bytes_take_no_figure_s_place(at: int, size: int, byte: int, encoding: str) -> None:
    data = bytearray(TEXT.encode(encoding))
    start = len(TEXT[:at].encode(encoding))
    data[start : start + size] = bytes([byte]) * size
    found = decoded(bytes(data), "年度报告.txt")
    report = assess(interpret(found, "年度报告.txt", "x"), Profile())
    assert said(report, "F102")
    assert not accused(report)
    whole = report_of(TEXT).figures
    for key, figure in report.figures.items():
        assert figure.value is None or figure.value == whole[key].value, key


def test_a_lost_label_does_not_shift_the_figures_of_its_neighbours() -> None:
    whole = report_of(TEXT).figures
    for label in ("结果\ufffd持", "结果推持"):
        report = report_of(TEXT.replace("结果维持", label, 1))
        assert {k: f.value for k, f in report.figures.items()} == {
            k: f.value for k, f in whole.items()
        }


def test_what_could_not_be_read_at_all_is_no_wrong_file() -> None:
    report = unread("\ue001\ue002\ue003", Span(0, 3))
    assert report.status == "not_a_report"
    assert [f.code for f in report.findings] == ["F107"]


def test_the_sentence_is_said_once() -> None:
    text, at = without(table(4))
    document = Document(
        text,
        to_simplified(text),
        "docx",
        notes=(Note("F107", SENTENCE, (at,)), Note("F107", SENTENCE, (at,))),
    )
    report = assess(interpret(document, "a.docx", "x"), Profile())
    assert len(said(report, "F107")) == 1
    assert not said(replace(report), "S201")
