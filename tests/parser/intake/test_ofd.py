"""OFD: text and lines by their places, as a person sees them, and files that mean harm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.errors import Refused, Unreadable
from parser.intake.pages.ofd import read_ofd
from parser.intake.pages.ofd_package import deltas
from parser.intake.pages.ofd_path import rings
from parser.intake.reader import document as read_any
from parser.model import Document, Number
from parser.official.form import form_of, forms
from parser.pipeline import interpret
from tests.support import formats
from tests.support.drawn import Sheet, sheets
from tests.support.figures import right_figures
from tests.support.ofdwriter import area, line, millimetres, objects, ofd, text

TITLE = "青石县云岭镇人民政府{}年政府信息公开工作年度报告"
FALSE = "46"
WHITE = '<ofd:FillColor Value="255 255 255"/>'


@cache
def pages() -> tuple[Mapping[str, Number | None], list[Sheet]]:
    made = right_figures("2021", Random(8), "small")
    return made, sheets(form_of("2021"), made, TITLE.format(2022))


def cells() -> list[tuple[int, float, float, str]]:
    """The figures of the drawn pages: page from 0, place from the top left, text."""
    return [
        (number, x, y, words)
        for number, page in enumerate(pages()[1])
        for x, y, words in page.words
        if words.isdigit()
    ]


def read(data: bytes) -> Document:
    return read_ofd(data, "ofd", None)


def figures(document: Document) -> dict[str, Number | None]:
    report = interpret(document, "a.ofd", "")
    return {key: figure.value for key, figure in report.figures.items()}


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "bare"])
def test_tables_over_pages_are_read_with_their_places(form, ruled: bool) -> None:
    made = right_figures(form.id, Random(4), "huge")
    drawn = sheets(form, made, TITLE.format(form.first_year), ruled=ruled)
    document = read_any(ofd([objects(page) for page in drawn]), "a.ofd")
    assert document.format == "ofd"
    assert [page.number for page in document.pages] == list(range(1, len(drawn) + 1))
    assert document.pages[0].width == pytest.approx(595, abs=0.01)
    report = interpret(document, "a.ofd", "")
    assert {key: figure.value for key, figure in report.figures.items()} == made
    places = {
        (number, round(x), round(y), words)
        for number, page in enumerate(drawn, 1)
        for x, y, words in page.words
    }
    for figure in report.figures.values():
        assert figure.box is not None
        box = figure.box
        assert (box.page, round(box.x0), round(box.y0), figure.raw) in places


PLANTS: list[Callable[[float, float, str], str]] = [
    lambda x, y, words: text(x, y, FALSE, more='Visible="false"'),
    lambda x, y, words: text(x, y, FALSE, more='Alpha="0"'),
    lambda x, y, words: text(x, y, FALSE, '<ofd:FillColor Value="0 0 0" Alpha="0"/>'),
    lambda x, y, words: text(x, y, FALSE, more='Fill="false"'),
    lambda x, y, words: text(x + 6, y, FALSE, WHITE),
    lambda x, y, words: text(700, y, FALSE),
    lambda x, y, words: text(x + 0.3, y + 0.2, words),
    lambda x, y, words: text(x - 11, y, FALSE) + line(x - 11.5, y + 5, x - 1.5, y + 5),
    lambda x, y, words: text(x + 4.6 * len(words), y - 0.5, "3", size=5),
    # The figure is written under a white area and written again upon it.
    lambda x, y, words: (
        text(x - 11, y, FALSE) + area(x - 12, y - 1, 30, 11, "255 255 255") + text(x, y, words)
    ),
]


@settings(max_examples=6, deadline=None)
@given(st.data())
def test_planted_figures_that_nobody_sees_change_nothing(data: st.DataObject) -> None:
    places = data.draw(st.lists(st.sampled_from(cells()), min_size=len(PLANTS), unique=True))
    drawn = [objects(page) for page in pages()[1]]
    for plant, (page, x, y, words) in zip(PLANTS, places, strict=False):
        drawn[page] += plant(x, y, words)
    assert figures(read(ofd(drawn))) == pages()[0]


def test_struck_text_is_kept_and_does_not_count() -> None:
    drawn = text(60, 60, "旧数634") + line(77.5, 65, 92, 65) + text(100, 60, "34")
    document = read(ofd([drawn]))
    assert [span.of(document.text) for span in document.struck] == ["634"]


def test_white_ruling_does_not_count_and_white_on_dark_does() -> None:
    white = '<ofd:StrokeColor Value="255 255 255"/>'
    drawn = [objects(page) for page in pages()[1]]
    plain = read(ofd(drawn))
    page, x, y, _ = cells()[20]
    drawn[page] += line(x + 2, y - 6, x + 2, y + 16, white) + line(
        x - 9, y + 5, x + 9, y + 5, white
    )
    assert read(ofd(drawn)).text == plain.text
    dark = area(50, 50, 200, 30, "0 0 128") + text(60, 55, "页眉", WHITE)
    assert "页眉" in read(ofd([dark])).text


def test_templates_lie_under_pages_and_annotations_upon_them() -> None:
    notes = (
        '<ofd:Annot ID="1" Type="Stamp"><ofd:Appearance Boundary="10 20 50 10">'
        f"{text(0, 0, '批注文字')}</ofd:Appearance></ofd:Annot>"
        '<ofd:Annot ID="2" Type="Watermark" Visible="false"><ofd:Appearance Boundary="0 0 9 9">'
        f"{text(0, 0, '隐藏批注')}</ofd:Appearance></ofd:Annot>"
    )
    document = read(ofd([text(60, 200, "正文")], template=text(60, 20, "模板页眉"), notes=notes))
    assert document.text.split() == ["模板页眉", "批注文字", "正文"]


def test_a_slanted_watermark_is_left_out() -> None:
    mark = text(60, 100, "内部资料2022", '<ofd:FillColor Value="210 210 210"/>', 36)
    mark = mark.replace("<ofd:TextObject", '<ofd:TextObject CTM="0.7 0.7 -0.7 0.7 0 0"')
    drawn = [objects(page) + mark for page in pages()[1]]
    document = read(ofd(drawn))
    assert figures(document) == pages()[0]
    assert "资料" not in document.text


def test_transformed_text_and_composed_graphics_are_placed() -> None:
    scaled = (
        '<ofd:TextObject ID="1" Boundary="20 30 60 10" Font="1" Size="1" CTM="4 0 0 4 0 0">'
        '<ofd:TextCode X="0.5" Y="1" DeltaX="g 2 1">甲乙丙</ofd:TextCode></ofd:TextObject>'
    )
    unit = (
        '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CompositeGraphicUnits>'
        '<ofd:CompositeGraphicUnit ID="77" Width="50" Height="20"><ofd:Content>'
        f"{text(0, 0, '组合')}</ofd:Content></ofd:CompositeGraphicUnit>"
        "</ofd:CompositeGraphicUnits></ofd:Res>"
    )
    composed = '<ofd:CompositeObject ID="3" Boundary="20 60 50 20" ResourceID="77"/>'
    data = ofd([scaled + composed], parts={"Doc_0/PublicRes.xml": unit.encode()})
    document = read(data)
    assert document.text.split() == ["甲乙丙", "组合"]
    (_, first), (_, second) = document.words
    assert first.x0 == pytest.approx(22 * 72 / 25.4)
    assert first.x1 - first.x0 == pytest.approx(12 * 72 / 25.4)
    assert second.x0 == pytest.approx(20 * 72 / 25.4)


def test_pictures_and_characters_without_names_are_said_to_be_unread() -> None:
    picture = (
        '<ofd:ImageObject ID="4" ResourceID="9" Boundary="20 80 150 90" CTM="150 0 0 90 0 0"/>'
    )
    document = read(ofd([text(60, 60, "以下是年报的三张表格，请看图片。") + picture]))
    (note,) = document.notes
    assert (note.code, "图片" in note.message) == ("F107", True)
    assert note.spans[0].start == len(document.text)
    mute = text(60, 60, "¤" * 30)
    document = read(ofd([mute, text(60, 60, "第二页")]))
    assert [note.code for note in document.notes] == ["F107"]
    with pytest.raises(Unreadable, match="图片"):
        read(ofd([picture]))


def test_a_missing_page_is_noted_and_the_rest_is_read() -> None:
    whole = ofd([text(60, 60, "第一页"), text(60, 60, "第二页")])
    broken = {"Doc_0/Pages/Page_0/Content.xml": b"<ofd:Page"}
    document = read(ofd([text(60, 60, "第一页"), text(60, 60, "第二页")], parts=broken))
    assert read(whole).text.split() == ["第一页", "第二页"]
    assert document.text.split() == ["第二页"]
    assert [note.code for note in document.notes] == ["F107"]


@pytest.mark.parametrize(
    ("parts", "error", "word"),
    [
        ({"OFD.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, Refused, "DTD"),
        ({"OFD.xml": b"not xml"}, Unreadable, "损坏"),
        ({"Doc_0/Document.xml": b"<a/>"}, Unreadable, "没有一页"),
        ({"DecryptSeed.dat": b"secret"}, Unreadable, "加密"),
        ({"Encryptions.xml": b"<a/>"}, Unreadable, "加密"),
    ],
)
def test_harm_and_locks_are_told(parts: dict[str, bytes], error: type, word: str) -> None:
    with pytest.raises(error, match=word):
        read(ofd([text(60, 60, "页")], parts=parts))


def test_a_file_cut_short_says_so() -> None:
    whole = ofd([objects(page) for page in pages()[1]])
    with pytest.raises(Unreadable, match="。"):
        read_any(whole[: len(whole) // 2], "a.ofd")


def test_composed_graphics_that_hold_themselves_end() -> None:
    inner = '<ofd:CompositeObject ID="3" Boundary="0 0 50 20" ResourceID="77"/>'
    unit = (
        '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CompositeGraphicUnits>'
        '<ofd:CompositeGraphicUnit ID="77"><ofd:Content>'
        f"{inner * 20}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
        "</ofd:Res>"
    )
    with pytest.raises(Refused, match="对象"):
        read(ofd([text(60, 60, "页") + inner], parts={"Doc_0/PublicRes.xml": unit.encode()}))


def test_steps_and_paths_are_bounded_and_tell_broken_ends() -> None:
    assert deltas("1 g 3 2.5 4", 9) == [1, 2.5, 2.5, 2.5, 4]
    assert len(deltas("g 999999999 1", 5)) == 5
    assert deltas("1 x", 5) == [1]
    assert rings("M 0 0 L 5 0 L 5 2 C") == [[(0, 0), (5, 0), (5, 2), (0, 0)]]
    assert rings("M 0 0 L 5") == []
    assert rings("S 1 1 B 1 2 3 4 5 6 M 9 9 L 8 8") == [[(1, 1), (5, 6)], [(9, 9), (8, 8)]]
    assert millimetres(72) == "25.4000"


def test_an_ofd_without_pages_is_told(tmp_path) -> None:
    with pytest.raises(Unreadable, match="OFD"):
        read_any(formats.to_zip({"OFD.xml": b"<ofd/>"}), "a.ofd")
