"""One report in every format gives the same figures, each where its digits stand."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from parser.errors import Unreadable
from parser.intake import libreoffice
from parser.intake.reader import document
from parser.model import Report
from parser.official.form import form_of
from parser.pipeline import interpret
from tests.support import formats
from tests.support.figures import right_figures
from tests.support.formats import Piece, pieces
from tests.support.plannedsheets import plan_excelml, plan_fods, plan_ods
from tests.support.sheetplan import plan
from tests.support.sheetwriter import plan_xls, to_xls

FIGURES = {form: right_figures(form, Random(7), "large") for form in ("2019", "2021")}
Make = Callable[[list[Piece]], bytes]

MAKERS: dict[str, tuple[str, Make]] = {
    "text": ("txt", formats.to_text),
    "page": ("html", formats.to_html),
    "page in GBK": ("html", lambda report: formats.to_html(report, "gbk")),
    "saved page": ("mht", formats.to_mht),
    "saved page in GBK": ("mht", lambda report: formats.to_mht(report, "gbk")),
    "docx": ("docx", formats.to_docx),
    "doc": ("doc", formats.to_doc),
    "wps": ("wps", formats.to_doc),
    "sheet": ("xlsx", formats.to_xlsx),
    "old sheet": ("xls", lambda report: to_xls([("Sheet1", report)])),
    "old sheet of WPS": ("et", lambda report: to_xls([("年报", report)])),
    "bare old sheet": ("xls", lambda report: plan_xls(plan(report), bare=True)),
    "OpenDocument sheet": ("ods", lambda report: plan_ods(plan(report))),
    "flat OpenDocument sheet": ("fods", lambda report: plan_fods(plan(report))),
    "Excel 2003 XML": ("excelxml", lambda report: plan_excelml(plan(report))),
    "Excel 2003 XML in GB18030": (
        "excelxml",
        lambda report: plan_excelml(plan(report), "gb18030"),
    ),
    "old sheets": ("xls", lambda report: to_xls([("一", report[:6]), ("二", report[6:])])),
    "sheets": ("xlsx", lambda report: formats.to_xlsx(report, 3)),
}
OFFICE = ("doc", "wps", "rtf", "xls", "et")


def read(data: bytes, name: str) -> Report:
    found = document(data, name)
    for grid in found.grids:
        for cell in grid.cells:
            assert cell.span.of(found.text).strip() == cell.text
    return interpret(found, name, "")


def check(report: Report, form: str) -> None:
    assert (report.status, report.form) == ("ok", form)
    assert {key: figure.value for key, figure in report.figures.items()} == FIGURES[form]
    for figure in report.figures.values():
        assert figure.span.of(report.text).strip() == figure.raw


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("maker", MAKERS)
def test_the_same_figures_from_every_format(maker: str, form: str) -> None:
    suffix, make = MAKERS[maker]
    report = read(make(pieces(form_of(form), FIGURES[form])), f"a.{suffix}")
    assert report.document is not None
    assert report.document.format == suffix
    check(report, form)


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", OFFICE)
def test_the_same_figures_from_what_libreoffice_writes(suffix: str) -> None:
    data = formats.by_office(pieces(form_of("2021"), FIGURES["2021"]), suffix)
    report = read(data, f"a.{suffix}")
    assert report.document is not None
    assert report.document.format == suffix
    check(report, "2021")


@pytest.mark.parametrize("name", ["a.doc", "a.txt", "a.pdf", "a"])
@pytest.mark.parametrize("maker", ["page", "docx", "doc", "sheet"])
def test_the_content_tells_the_kind_and_not_the_name(maker: str, name: str) -> None:
    suffix, make = MAKERS[maker]
    report = read(make(pieces(form_of("2021"), FIGURES["2021"])), name)
    assert report.document is not None
    assert report.document.format == suffix
    check(report, "2021")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"Rar!\x1a\x07\x01\x00rest", "损坏"),
        (b"7z\xbc\xaf\x27\x1crest", "损坏"),
        (b"\x1f\x8b\x08rest", "损坏"),
        (formats.to_zip({"ppt/slides/slide1.xml": b"", "[Content_Types].xml": b""}), "演示文稿"),
        (formats.to_zip({"OFD.xml": b"<ofd/>"}), "OFD"),
        (b"MZ\x90\x00" + bytes(range(256)) * 8, "二进制"),
    ],
)
def test_kinds_that_are_not_read_say_what_to_do(data: bytes, word: str) -> None:
    with pytest.raises(Unreadable, match=word):
        document(data, "a.docx")


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("a.docx", "Word 文档"),
        ("a.wps", "Word 文档"),
        ("a.xlsx", "工作簿"),
        ("a.et", "工作簿"),
        ("a.odt", "OpenDocument 文档"),
        ("a.ods", "OpenDocument 工作簿"),
        ("a.ofd", "OFD"),
        ("a.zip", "压缩包"),
    ],
)
def test_a_zip_that_is_cut_goes_by_its_name(name: str, word: str) -> None:
    data = formats.to_zip({"content": bytes(5000)})
    with pytest.raises(Unreadable, match=f"{word}.*已损坏或不完整"):
        document(data[:-30], name)


def test_a_document_without_its_directory_is_no_workbook_for_a_font() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Book Antiqua".encode("utf-16-le") * 90
    with pytest.raises(Unreadable, match="Word"):
        document(data, "a.doc")
