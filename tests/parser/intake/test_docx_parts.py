"""Word documents whose parts bear other names, stand in one XML file, or hold other documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from parser.errors import Refused, Unreadable
from parser.intake.reader import document
from tests.support.everyformat import sample
from tests.support.formats import raw_docx, to_flat_opc, to_zip

STRICT = {
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/"
    b"wordprocessingml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/"
    b"ooxml/officeDocument/relationships",
}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def renamed(data: bytes, change: Callable[[str], str], old: bytes = b"", new: bytes = b"") -> bytes:
    found = parts(data).items()
    return to_zip({change(name): body.replace(old, new) if old else body for name, body in found})


def strict(data: bytes) -> bytes:
    found = parts(data)
    for old, new in STRICT.items():
        found = {name: body.replace(old, new) for name, body in found.items()}
    return to_zip(found)


SAME: dict[str, Callable[[bytes], bytes]] = {
    "Word on the web": lambda data: renamed(
        data,
        lambda name: name.replace("document.xml", "document2.xml"),
        b"word/document.xml",
        b"word/document2.xml",
    ),
    "another folder": lambda data: renamed(
        data,
        lambda name: name.replace("word/", "W/") if "rels" not in name else name,
        b"word/document.xml",
        b"W/document.xml",
    ),
    "strokes of Windows": lambda data: renamed(data, lambda name: name.replace("/", "\\")),
    "other letters": lambda data: renamed(
        data, lambda name: name.replace("document.xml", "Document.XML")
    ),
    "strict": strict,
    "no relations": lambda data: to_zip(
        {name: body for name, body in parts(data).items() if name != "_rels/.rels"}
    ),
    "one file": to_flat_opc,
    "one file in UTF-16": lambda data: (
        to_flat_opc(data).decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    ),
    "one strict file": lambda data: to_flat_opc(strict(data)),
}


@pytest.mark.parametrize("way", SAME)
@pytest.mark.parametrize("name", ["a.docx", "a.xml", "a.wps"])
def test_the_same_document_by_other_names(way: str, name: str) -> None:
    whole = document(sample("docx"), "a.docx")
    found = document(SAME[way](sample("docx")), name)
    assert (found.text, found.grids) == (whole.text, whole.grids)


def test_a_part_that_goes_by_two_names_is_damage() -> None:
    found = parts(sample("docx"))
    twice = to_zip({**found, "word\\document.xml": found["word/document.xml"]})
    with pytest.raises(Unreadable, match="2 份"):
        document(twice, "a.docx")


def test_entities_in_one_file_are_refused() -> None:
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]>'
    data = to_flat_opc(sample("docx"))
    with pytest.raises(Refused, match="实体"):
        document(head + data.partition(b"?>")[2], "a.xml")
    wide = (head.decode() + data.decode().partition("?>")[2]).encode("utf-16")
    with pytest.raises(Refused, match="实体"):
        document(wide, "a.xml")


def test_one_file_that_breaks_off_is_damage() -> None:
    data = to_flat_opc(sample("docx"))
    with pytest.raises(Unreadable, match="不完整"):
        document(data[: len(data) // 2], "a.xml")


CHUNK = "<w:altChunk r:id='{}'/>"


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


PAGE = "<html><body><table><tr><td>规章<td>3</table></body></html>"
INNER = raw_docx(
    "<w:tbl><w:tr><w:tc>" + p("规章") + "</w:tc><w:tc>" + p("3") + "</w:tc></w:tr></w:tbl>"
)
MHT = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    + PAGE.encode()
    + b"\r\n--b--\r\n"
)


@pytest.mark.parametrize(
    "data", [PAGE.encode(), PAGE.encode("gbk"), MHT, INNER, to_flat_opc(INNER)]
)
def test_other_documents_are_read_where_they_stand(data: bytes) -> None:
    body = p("二、主动公开") + CHUNK.format("x") + p("三、收到") + CHUNK.format("y") + p("四、复议")
    found = document(raw_docx(body, chunks={"x": data, "y": "<p>一行字</p>".encode()}), "a.docx")
    assert [line for line in found.text.split("\n") if line] == [
        "二、主动公开",
        "规章\t3",
        "三、收到",
        "一行字",
        "四、复议",
    ]
    (grid,) = found.grids
    assert [cell.span.of(found.text) for cell in grid.cells] == ["规章", "3"]
    assert found.notes == ()


@pytest.mark.parametrize(
    ("chunks", "why"), [({}, "没有随本文件保存"), ({"x": b"%PDF-1.4"}, "pdf"), ({"x": b""}, "空")]
)
def test_what_cannot_be_read_is_noted_where_it_stands(chunks: dict[str, bytes], why: str) -> None:
    found = document(raw_docx(p("甲") + CHUNK.format("x") + p("乙"), chunks=chunks), "a.docx")
    (note,) = found.notes
    assert note.code == "F107"
    assert why in note.message
    assert [(span.start, span.end) for span in note.spans] == [(2, 2)]


def test_a_document_of_nothing_but_what_cannot_be_read_says_so() -> None:
    with pytest.raises(Unreadable, match="嵌入"):
        document(raw_docx(CHUNK.format("x"), chunks={"x": b"%PDF-1.4"}), "a.docx")


def test_documents_in_documents_end() -> None:
    data = raw_docx(p("最里"))
    for depth in range(4):
        data = raw_docx(p(f"第{depth}层") + CHUNK.format("x"), chunks={"x": data})
    found = document(data, "a.docx")
    assert found.text == "第3层\n第2层\n第1层\n"
    assert ["过深" in note.message for note in found.notes] == [True]


def test_what_is_struck_in_another_document_stays_struck() -> None:
    inner = raw_docx("<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r></w:p>" + p("211"))
    found = document(raw_docx(p("甲") + CHUNK.format("x"), chunks={"x": inner}), "a.docx")
    assert [span.of(found.text) for span in found.struck] == ["7"]
