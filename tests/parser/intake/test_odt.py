"""OpenDocument text: what its page shows, its lists, tables, and what cannot be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parser.errors import Refused, Unreadable
from parser.intake.reader import document
from parser.model import Document
from tests.support.formats import to_zip
from tests.support.wordformats import raw_fodt, raw_odt

STYLES = """
<style:style style:name="gone" style:family="paragraph"><style:text-properties
 text:display="none"/></style:style>
<style:style style:name="heir" style:family="paragraph" style:parent-style-name="gone"/>
<style:style style:name="thirty" style:family="text"><style:text-properties
 style:text-position="30% 58%"/></style:style>
<style:style style:name="low" style:family="text"><style:text-properties
 style:text-position="sub 58%"/></style:style>
<style:style style:name="bare" style:family="text"><style:text-properties
 style:text-line-through-style="none" fo:color="#000000"/></style:style>
<style:style style:name="speck" style:family="text"><style:text-properties
 fo:font-size="1pt"/></style:style>
<style:style style:name="white" style:family="text"><style:text-properties
 fo:color="#ffffff"/></style:style>
<style:style style:name="blue" style:family="table-cell"><style:table-cell-properties
 fo:background-color="#1f3864"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1"
 style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number
 text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="1"/>
</text:list-style>
"""
MAKERS = {"odt": raw_odt, "fodt": raw_fodt}


@pytest.fixture(params=MAKERS)
def read(request: pytest.FixtureRequest) -> Callable[[str], Document]:
    make = MAKERS[request.param]

    def reader(body: str) -> Document:
        found = document(make(body, STYLES), "a")
        assert found.format == request.param
        for grid in found.grids:
            for cell in grid.cells:
                assert cell.span.of(found.text).strip() == cell.text
        return found

    return reader


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


Read = Callable[[str], Document]


@pytest.mark.parametrize(
    ("body", "text", "said"),
    [
        (p(span("7", "struck") + "211"), "7211", "211"),
        (p(span("7" + span("211", "bare"), "struck")), "7211", "211"),
        (p("211" + span("0", "hidden")), "211", "211"),
        (p("211" + span("2", "thirty") + span("3", "low")), "211²₃", "211²₃"),
        (p("211" + span("0", "white")), "211", "211"),
        (p("211" + span("0", "speck")), "211", "211"),
        (p("甲", "gone") + p("乙", "heir") + p("丙"), "丙", "丙"),
        (f'<text:section text:display="none">{p("9")}</text:section>' + p("1"), "1", "1"),
        (f"<text:section>{p('9')}</text:section>" + p("1"), "9\n1", "9\n1"),
        (p('<text:hidden-text text:is-hidden="true">9</text:hidden-text>1'), "1", "1"),
        (p('9<text:hidden-paragraph text:is-hidden="true"/>') + p("1"), "1", "1"),
        (p("1<text:note><text:note-citation>2</text:note-citation></text:note>"), "1", "1"),
        (p("1<office:annotation><text:p>2</text:p></office:annotation>"), "1", "1"),
        (p('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d'), "a  b c\nd", "a  b c\nd"),
        (p("<text:a>甲</text:a><text:page-number>2</text:page-number>\n   乙"), "甲2 乙", "甲2 乙"),
    ],
)
def test_what_the_page_shows(read: Read, body: str, text: str, said: str) -> None:
    found = read(body)
    assert found.text.strip() == text
    assert found.simplified.replace("\u200b", "").strip() == said


@pytest.mark.parametrize("inline", [True, False])
def test_tracked_deletions_are_struck_out(read: Read, inline: bool) -> None:
    kept = "" if inline else p("7")
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion>'
        f"{kept}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    there = '<text:change-start text:change-id="c"/>7<text:change-end text:change-id="c"/>'
    found = read(changes + p((there if inline else '<text:change text:change-id="c"/>') + "211"))
    assert found.text == "7211\n"
    assert [span.of(found.text) for span in found.struck] == ["7"]


def test_the_numbers_of_lists_are_in_the_text(read: Read) -> None:
    def items(*texts: str, more: str = "") -> str:
        inner = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
        return f'<text:list text:style-name="L" {more}>{inner}</text:list>'

    found = read(
        items(p("总体") + items(p("甲"), p("乙")), p("藏", "gone"), p("公开"))
        + p("正文")
        + items(p("申请") + p("续"), more='text:continue-numbering="true"')
        + items(p("重新"))
    )
    assert found.text.split("\n")[:-1] == [
        "一、总体",
        "1.甲",
        "2.乙",
        "",
        "二、公开",
        "正文",
        "三、申请",
        "续",
        "一、重新",
    ]


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{p(text)}</table:table-cell>"


def table(*rows: str) -> str:
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f"<table:table>{inner}</table:table>"


def test_covered_and_repeated_cells(read: Read) -> None:
    covered = "<table:covered-table-cell/>"
    found = read(
        table(
            cell("组", 'table:number-rows-spanned="2"')
            + cell("头", 'table:number-columns-spanned="2"')
            + covered,
            covered + cell("0", 'table:number-columns-repeated="2"'),
            # Nothing covers this cell: it is there.
            cell("尾") + covered + cell("3"),
        )
    )
    shape = [(c.row, c.column, c.row_span, c.column_span, c.text) for c in found.grids[0].cells]
    assert shape == [
        (0, 0, 2, 1, "组"),
        (0, 1, 1, 2, "头"),
        (1, 1, 1, 1, "0"),
        (1, 2, 1, 1, "0"),
        (2, 0, 1, 1, "尾"),
        (2, 1, 1, 1, ""),
        (2, 2, 1, 1, "3"),
    ]


def test_two_paragraphs_in_a_cell_and_white_words_on_colour(read: Read) -> None:
    white = span("5", "white")
    found = read(
        table(
            cell(white) + cell(white, 'table:style-name="blue"'),
            cell("1</text:p><text:p>2") + cell("3"),
        )
    )
    assert [c.text for c in found.grids[0].cells] == ["", "5", "1\n2", "3"]


def frame(inner: str, width: str = "15cm", height: str = "6cm") -> str:
    return f'<draw:frame svg:width="{width}" svg:height="{height}">{inner}</draw:frame>'


def test_pictures_boxes_and_equations(read: Read) -> None:
    image, ole = "<draw:image/>", "<draw:object-ole/>"
    inner = table(cell("1") + cell("2"), cell("3") + cell("4"))
    box = f"<draw:text-box>{p('框')}{inner}</draw:text-box>"
    math = (
        '<draw:object><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><msup><mn>9</mn>'
        "<mn>2</mn></msup><annotation>9^2</annotation></semantics></math></draw:object>"
    )
    found = read(
        p("甲" + frame(image))
        + p(frame(image, "3cm"))
        + p(frame(ole))
        + p("乙" + frame(box))
        + p(frame(math))
    )
    assert found.text == "甲\n\n\n乙\n框\n1\t2\n3\t4\n\n9²\n"
    assert [note.code for note in found.notes] == ["F107", "F107"]
    assert ["图片" in note.message for note in found.notes] == [True, False]
    assert [note.spans[0].start for note in found.notes] == [2, 4]
    in_cell = read(table(cell(frame(image, "1cm", "1cm")) + cell("2"), cell("3") + cell("4")))
    assert in_cell.notes[0].spans == (in_cell.grids[0].cells[0].span,)


def test_damage_passwords_and_entities_are_named() -> None:
    good = raw_odt(p("甲"))
    mime = b"application/vnd.oasis.opendocument.text"
    with pytest.raises(Unreadable, match="不完整"):
        document(to_zip({"mimetype": mime, "content.xml": b""}), "a.odt")
    secret = {"META-INF/manifest.xml": b"<encryption-data/>", "content.xml": b"\x01"}
    with pytest.raises(Unreadable, match="密码"):
        document(to_zip({"mimetype": mime, **secret}), "a.odt")
    with pytest.raises(Refused, match="实体"):
        document(
            raw_fodt(p("甲")).replace(
                b"<office:document ", b'<!DOCTYPE x [<!ENTITY a "b">]>\n<office:document ', 1
            ),
            "a.fodt",
        )
    with pytest.raises(Unreadable, match="不完整"):
        document(raw_fodt(p("甲" * 100))[:-50], "a.fodt")
    assert document(good, "a.doc").text == "甲\n"
