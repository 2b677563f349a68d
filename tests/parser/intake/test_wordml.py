"""Word 2003 XML: the names of that time for what docx has too."""

from __future__ import annotations

import pytest

from parser.errors import Refused, Unreadable
from parser.intake.reader import document
from parser.model import Document

SPACES = (
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core" '
    'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
    'xmlns:st1="urn:schemas-microsoft-com:office:smarttags"'
)


def whole(body: str, head: str = "") -> bytes:
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?>\n'
    inner = f"{head}<w:body><wx:sect>{body}</wx:sect></w:body>"
    return f"{start}<w:wordDocument {SPACES}>{inner}</w:wordDocument>".encode()


def read(body: str, head: str = "") -> Document:
    found = document(whole(body, head), "a.doc")
    assert found.format == "wordxml"
    return found


def p(text: str, more: str = "") -> str:
    return f"<w:p><w:pPr>{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_sections_smart_tags_and_links_are_looked_through() -> None:
    found = read(
        "<wx:sub-section><w:p><st1:place><w:r><w:t>青禾</w:t></w:r></st1:place>"
        "<w:hlink><w:r><w:t>县</w:t></w:r></w:hlink></w:p></wx:sub-section>"
    )
    assert found.text == "青禾县\n"


def test_tracked_changes_and_looks() -> None:
    found = read(
        '<w:p><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>7</w:delText>'
        '</w:r></aml:content></aml:annotation><aml:annotation w:type="Word.Insertion">'
        "<aml:content><w:r><w:t>2</w:t></w:r></aml:content></aml:annotation><w:r><w:t>11</w:t></w:r><w:r><w:rPr>"
        '<w:vanish w:val="on"/></w:rPr><w:t>0</w:t></w:r><w:r><w:rPr><w:vanish w:val="off"/>'
        '<w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r></w:p>'
    )
    assert found.text == "7211¹\n"
    assert [span.of(found.text) for span in found.struck] == ["7"]


def test_merged_cells() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{p(text)}</w:tc>"

    top = cell("组", '<w:vmerge w:val="restart"/>') + cell("头", '<w:gridSpan w:val="2"/>')
    low = cell("", "<w:vmerge/>") + cell("1") + cell("2")
    found = read(f"<w:tbl><w:tr>{top}</w:tr><w:tr>{low}</w:tr></w:tbl>")
    shape = [(c.row, c.column, c.row_span, c.column_span, c.text) for c in found.grids[0].cells]
    assert shape == [(0, 0, 2, 1, "组"), (0, 1, 1, 2, "头"), (1, 1, 1, 1, "1"), (1, 2, 1, 1, "2")]


def test_the_numbers_of_lists_are_in_the_text() -> None:
    lists = (
        '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef>'
        '<w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>'
    )
    number = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr>'
    assert read(p("总体", number) + p("公开", number), lists).text == "一、总体\n二、公开\n"


def test_damage_and_entities_are_named() -> None:
    with pytest.raises(Unreadable, match="不完整"):
        document(whole(p("甲" * 50))[:-60], "a.xml")
    entity = whole(p("甲")).replace(b"<w:word", b'<!DOCTYPE x [<!ENTITY a "b">]><w:word', 1)
    with pytest.raises(Refused, match="实体"):
        document(entity, "a.xml")
