"""Files: what the readers noted, and what became of the file as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.model import Document, Identity, Note, Report, Severity, Span
from parser.rules import files  # noqa: F401  registers the checks
from tests.support.built import built, hits
from tests.support.official import right_figures

CODES = ("F101", "F102", "F103", "F104", "F105", "F106")


def found(report: Report) -> list[str]:
    return [code for code in CODES for _ in hits(report, code)]


def right() -> Report:
    return built(right_figures("2021"))


def test_right_file_gives_nothing() -> None:
    assert found(right()) == []


def test_unreadable_file_says_its_reason_and_nothing_else() -> None:
    report = Report("a.docx", "", "unreadable", "压缩包已损坏。")
    assert found(report) == ["F101"]
    assert "压缩包已损坏。" in hits(report, "F101")[0].message


def test_file_that_is_no_report() -> None:
    document = Document("會議通知", "会议通知", "txt", script="hant")
    assert found(Report("a.txt", "", "not_a_report", None, document)) == ["F103"]


@pytest.mark.parametrize("code", ["F102", "F104"])
def test_notes_of_the_readers_are_passed_on(code: str) -> None:
    report = right()
    assert report.document is not None
    note = Note(code, "读文件时的说明。", (Span(0, 1),))
    report = replace(report, document=replace(report.document, notes=(note,)))
    assert found(report) == [code]
    (hit,) = hits(report, code)
    assert (hit.message, hit.spans) == (note.message, note.spans)


def test_figures_that_were_not_read_surely_are_named() -> None:
    report = right()
    assert report.document is not None
    assert report.body is not None
    key = "requests.received.natural"
    figure = replace(report.figures[key], confidence=0.5)
    body = replace(report.body, figures={**report.figures, key: figure})
    note = Note("F104", "由识别得出。")
    document = replace(report.document, notes=(note,))
    (hit,) = hits(replace(report, document=document, bodies=(body,)), "F104")
    assert hit.figures == (key,)
    assert hit.spans == (figure.span,)
    assert hit.message == "由识别得出。待核 1 格：一、本年新收政府信息公开申请数量（自然人）。"


def test_traditional_script_quotes_the_first_characters() -> None:
    report = right()
    document = Document("辦公開開後", "办公开开后", "txt", script="hant")
    (hit,) = hits(replace(report, document=document), "F105")
    assert "“辦”、“開”、“後”" in hit.message
    assert hit.spans == (Span(0, 1), Span(2, 3), Span(4, 5))
    assert hit.severity in (None, Severity.INFO)


def test_file_that_is_no_report_says_where_the_reader_suspects_it() -> None:
    document = Document("通知", "通知", "html")
    report = Report("a.html", "", "not_a_report", None, document)
    assert "“通知”这几个字，可能没有存完整，或者放错了文件" in hits(report, "F103")[0].message
    named = replace(report, identity=Identity(title="青禾县2022年政府信息公开工作年度报告"))
    assert "请确认文件是否完整" in hits(named, "F103")[0].message
    notes = (Note("S201", "表格在没有保存的内嵌页面里。"), Note("F102", "有的字节读不出。"))
    (hit,) = hits(replace(report, document=replace(document, notes=notes)), "F103")
    assert hit.message.endswith("没有核查。表格在没有保存的内嵌页面里。")
