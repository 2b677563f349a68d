"""PDF pages beyond plain text: layers, annotations, boxes, mute fonts, pictures, broken files."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

import pytest
from PIL import Image

from parser.errors import NeedsOcr, Unreadable
from parser.intake import scan
from parser.intake.pages.pdf import read_pdf
from parser.intake.pages.printed import Line, Word
from parser.model import Box, Document
from parser.official.form import form_of
from tests.support.drawn import HEIGHT, WIDTH, Sheet, pdf, sheets
from tests.support.figures import right_figures

CATALOG = "<</Type/Catalog/Pages 2 0 R {}>>"
PAGE = (
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    "/Resources<</Font<</F 5 0 R/Z 6 0 R>>{}>>{}>>"
)
SIMPLE = "<</Type/Font/Subtype/Type1/BaseFont/{}>>"


def raw(
    content: str,
    *more: str,
    catalog: str = "",
    resources: str = "",
    page: str = "",
) -> Document:
    """Read a one-page file written by hand; `more` are its objects from number 7 on."""
    parts = [
        CATALOG.format(catalog),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE.format(resources, page),
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        SIMPLE.format("Helvetica"),
        SIMPLE.format("ZapfDingbats"),
        *more,
    ]
    data, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer<</Size {len(parts) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return read_pdf(data + end.encode(), "pdf", None)


def shown(x: int, y: int, words: str, font: str = "F") -> str:
    return f"BT /{font} 10 Tf {x} {y} Td ({words}) Tj ET\n"


def stream(entries: str, content: str) -> str:
    return f"<<{entries}/Length {len(content)}>>stream\n{content}\nendstream"


LAYERS = "/OCProperties<</OCGs[7 0 R 8 0 R]/D<</OFF[7 0 R]>>>>"
GROUPS = ("<</Type/OCG/Name(a)>>", "<</Type/OCG/Name(b)>>")


def test_layers_that_are_off_are_not_read() -> None:
    text = raw(
        "/OC /A BDC "
        + shown(50, 700, "hidden")
        + "EMC /OC /B BDC "
        + shown(50, 650, "layered")
        + "EMC /OC /M BDC "
        + shown(50, 600, "member")
        + "EMC "
        + shown(50, 550, "plain"),
        *GROUPS,
        "<</Type/OCMD/OCGs[7 0 R 8 0 R]/P/AllOn>>",
        catalog=LAYERS,
        resources="/Properties<</A 7 0 R/B 8 0 R/M 9 0 R>>",
    ).text
    assert text.split() == ["layered", "plain"]


def test_a_layer_that_switches_itself_off_on_a_screen_is_not_read() -> None:
    text = raw(
        "/OC /A BDC " + shown(50, 700, "hidden") + "EMC " + shown(50, 550, "plain"),
        "<</Type/OCG/Name(a)/Usage<</View<</ViewState/OFF>>>>>>",
        catalog="/OCProperties<</OCGs[7 0 R]/D<</AS[<</Event/View/OCGs[7 0 R]>>]>>>>",
        resources="/Properties<</A 7 0 R>>",
    ).text
    assert text.split() == ["plain"]


def test_forms_inherit_what_they_are_drawn_in_and_are_cut_to_their_box() -> None:
    form = "/Type/XObject/Subtype/Form/BBox[0 0 100 50]/Resources<</Font<</F 5 0 R>>>>"
    text = raw(
        "q 1 g /X Do Q q 3 Tr /X Do Q q 1 0 0 1 0 300 cm /X Do Q",
        stream(form, shown(10, 10, "form") + shown(150, 10, "cut")),
        resources="/XObject<</X 7 0 R>>",
    ).text
    assert text.split() == ["form"]


def test_annotations_are_read_as_they_appear() -> None:
    look = "/Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F 5 0 R/Z 6 0 R>>>>"
    document = raw(
        shown(50, 700, "634 34"),
        "<</Type/Annot/Subtype/FreeText/Rect[50 600 150 620]/AP<</N 8 0 R>>/Contents(other)>>",
        stream(look, shown(5, 5, "free")),
        "<</Type/Annot/Subtype/FreeText/Rect[50 550 150 570]/DA(/F 9 Tf)/Contents(bare)>>",
        "<</Type/Annot/Subtype/Popup/Rect[50 500 150 520]/Contents(popup)>>",
        "<</Type/Annot/Subtype/StrikeOut/Rect[49 695 68 712]"
        "/QuadPoints[49 710 67 710 49 698 67 698]>>",
        "<</Type/Annot/Subtype/Widget/FT/Btn/Rect[50 450 70 470]/AS/Yes/AP<</N<</Yes 13 0 R>>>>>>",
        stream(look, shown(5, 5, "4", "Z")),
        "<</Type/Annot/Subtype/Widget/FT/Tx/V(typed)/Rect[50 400 150 420]/DA(/F 9 Tf)>>",
        "<</Type/Annot/Subtype/FreeText/F 2/Rect[50 350 150 370]/AP<</N 8 0 R>>>>",
        page="/Annots[7 0 R 9 0 R 10 0 R 11 0 R 12 0 R 14 0 R 15 0 R]",
    )
    assert document.text.split() == ["634", "34", "free", "bare", "typed"]
    assert [span.of(document.text) for span in document.struck] == ["634"]


def test_marks_of_a_font_of_pictures_are_no_figures() -> None:
    assert "4" not in raw(shown(50, 700, "4", "Z") + shown(70, 700, "text")).text


def test_places_are_told_from_the_corner_of_what_is_shown() -> None:
    document = raw(
        shown(150, 700, "inside") + shown(20, 700, "outside"),
        page="/CropBox[100 100 500 750]",
    )
    assert document.text.split() == ["inside"]
    assert (document.pages[0].width, document.pages[0].height) == (400, 650)
    ((_, box),) = document.words
    assert box.x0 == pytest.approx(50)
    assert 40 < box.y0 < 50


@pytest.mark.parametrize("matrix", ["0 1 -1 0 300 400", "0 -1 1 0 300 400", "-1 0 0 -1 300 400"])
def test_a_figure_that_stands_sideways_keeps_its_digits_in_order(matrix: str) -> None:
    level = "".join(shown(50, y, "level words") for y in (700, 680, 660))
    text = raw(level + f"BT /F 10 Tf {matrix} Tm (1234) Tj ET").text
    assert "1234" in text


def mute(words: str) -> str:
    """Text in a font whose two-byte codes nobody can tell."""
    codes = "".join(f"{ord(c) % 500 + 1:04x}" for c in words)
    return f"BT /M 10 Tf 50 600 Td <{codes}> Tj ET\n"


MUTE = (
    "<</Type/Font/Subtype/Type0/BaseFont/ABC+Song/Encoding/Identity-H/DescendantFonts[8 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/ABC+Song/DW 1000"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
)


def test_a_font_without_a_map_is_told_and_never_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "available", lambda: False)
    with pytest.raises(NeedsOcr, match="字符对照表"):
        raw(mute("一、主动公开政府信息情况如下表所示"), *MUTE, resources="/Font<</M 7 0 R>>")


def test_a_few_unnamed_characters_stand_as_boxes() -> None:
    words = "".join(shown(50, y, "a line of words that are told") for y in (700, 680))
    resources = "/Font<</F 5 0 R/M 7 0 R>>"
    document = raw(words + mute("一二"), *MUTE, resources=resources)
    assert "□□" in document.text


@cache
def pages() -> tuple[Any, list[Sheet]]:
    made = right_figures("2021", Random(8), "small")
    return made, sheets(form_of("2021"), made, "青石县云岭镇人民政府2022年政府信息公开工作年度报告")


def pictured(canvas: Any, x: float, y: float, width: float, height: float) -> None:
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.effect_noise((40, 40), 50).convert("RGB"))
    canvas.drawImage(picture, x, y, width, height)


def second_page(canvas: Any, number: int) -> None:
    if number == 1:
        pictured(canvas, 0, 0, WIDTH, HEIGHT)


def test_a_page_that_is_a_picture_is_noted_where_it_stands(monkeypatch) -> None:
    monkeypatch.setattr(scan, "available", lambda: False)
    drawn = [pages()[1][0], Sheet(), pages()[1][1]]
    document = read_pdf(pdf(drawn, under=second_page), "pdf", None)
    (note,) = document.notes
    assert note.code == "F107"
    assert "第2页" in note.message
    assert note.spans == (document.pages[1].span,)


def test_a_page_that_is_a_picture_is_recognised_where_that_can_be(monkeypatch) -> None:
    def read_part(data: bytes, number: int, part: Any) -> list[Any]:
        return [Line((Word("识别出的一行", Box(number, 10, 10, 80, 20), 0.9),))]

    monkeypatch.setattr(scan, "available", lambda: True)
    monkeypatch.setattr(scan, "read_part", read_part)
    drawn = [pages()[1][0], Sheet(), pages()[1][1]]
    document = read_pdf(pdf(drawn, under=second_page), "pdf", None)
    assert "识别出的一行" in document.pages[1].span.of(document.text)
    assert [note.code for note in document.notes] == ["F104"]


def test_a_picture_between_lines_is_noted_and_one_behind_text_is_not(monkeypatch) -> None:
    monkeypatch.setattr(scan, "available", lambda: False)

    def between(canvas: Any, number: int) -> None:
        if number == 0:
            pictured(canvas, 60, 200, 400, 200)

    first = Sheet([(60.0, 100.0, "上面的一行文字有十几个字长"), (60.0, 700.0, "下面的一行")])
    document = read_pdf(pdf([first], under=between), "pdf", None)
    (note,) = document.notes
    before = document.text[: note.spans[0].start]
    assert ("上面" in before, "下面" in before) == (True, False)
    behind = Sheet([*first.words, (100.0, 500.0, "图片上的文字")])
    assert not read_pdf(pdf([behind], under=between), "pdf", None).notes


def test_a_picture_in_strips_is_one_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "available", lambda: False)

    def strips(canvas: Any, number: int) -> None:
        for i in range(20):
            pictured(canvas, 60, 200 + 10 * i, 400, 10)

    first = Sheet([(60.0, 100.0, "上面的一行文字有十几个字长")])
    (note,) = read_pdf(pdf([first], under=strips), "pdf", None).notes
    assert (note.code, len(note.spans)) == ("F107", 1)


def test_the_hidden_text_of_a_scan_is_not_what_the_page_shows(monkeypatch) -> None:
    monkeypatch.setattr(scan, "available", lambda: False)

    def scanned(canvas: Any, number: int) -> None:
        pictured(canvas, 0, 0, WIDTH, HEIGHT)
        hidden = canvas.beginText(60, 700)
        hidden.setFont("Helvetica", 9)
        hidden.setTextRenderMode(3)
        hidden.textOut("a hidden layer of recognised words 12345")
        canvas.drawText(hidden)

    with pytest.raises(NeedsOcr, match="看不见的文字层"):
        read_pdf(pdf([Sheet()], over=scanned), "pdf", None)


def test_a_file_that_breaks_off_says_so_and_what_is_there_is_read() -> None:
    first, second = pages()[1]
    whole = pdf([first, second])
    assert not read_pdf(whole, "pdf", None).notes
    for end in (whole.rindex(b"xref"), whole.rindex(b"stream\n") + 300):
        document = read_pdf(whole[:end], "pdf", None)
        (note,) = [note for note in document.notes if note.code == "F108"]
        assert note.spans[0].start == len(document.text)
    with pytest.raises(Unreadable, match="不完整"):
        read_pdf(whole[:200], "pdf", None)


def test_a_page_whose_content_is_lost_is_noted() -> None:
    whole = pdf([pages()[1][0], Sheet([(60.0, 60.0, "x")]), pages()[1][1]])
    second = whole.split(b"/Contents ")[2].split(b" ")[0]
    lost = whole.replace(b"/Contents " + second + b" ", b"/Contents 77 ")
    document = read_pdf(lost, "pdf", None)
    (note,) = document.notes
    assert (note.code, "第2页" in note.message) == ("F107", True)
    assert document.pages[2].span.of(document.text).strip()


def test_a_damaged_page_is_noted_and_the_others_are_read() -> None:
    def harm(canvas: Any, number: int) -> None:
        if number == 1:
            canvas._code.append("/F1 9 Tf ) ] >> (" + chr(40))

    drawn = [pages()[1][0], Sheet([(60.0, 60.0, "x")]), pages()[1][1]]
    document = read_pdf(pdf(drawn, over=harm), "pdf", None)
    assert document.pages[2].span.of(document.text).strip()


def table(top: float, rows: list[list[str]], height: float) -> Sheet:
    """Four narrow columns in which two characters of nine points fill a line."""
    sheet = Sheet()
    xs = [60.0 + 29 * i for i in range(5)]
    ys = [top + height * i for i in range(len(rows) + 1)]
    sheet.lines += [(xs[0], y, xs[-1], y) for y in ys]
    sheet.lines += [(x, ys[0], x, ys[-1]) for x in xs]
    for row, y in zip(rows, ys, strict=False):
        for words, x in zip(row, xs, strict=False):
            for i in range(0, len(words), 2):
                sheet.words.append((x + 5, y + 3 + 6 * i, words[i : i + 2]))
    return sheet


def test_a_row_of_names_that_a_page_break_cuts_is_one_row() -> None:
    first = table(700, [["结果", "结果", "其他", "尚未"]], 16)
    second = table(60, [["维持", "纠正", "结果", "审结"], ["3", "1", "0", "2"]], 16)
    document = read_pdf(pdf([first, second]), "pdf", None)
    texts = [[cell.text for cell in grid.cells] for grid in document.grids]
    assert texts[0] == ["结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结"]
    assert texts[1] == ["3", "1", "0", "2"]


@pytest.mark.parametrize(
    "rows",
    [
        [["3", "1", "0", "2"]],
        [["维持", "", "", ""], ["3", "1", "0", "2"]],
    ],
)
def test_a_row_of_its_own_stays_its_own(rows: list[list[str]]) -> None:
    first = table(700, [["结果", "结果", "其他", "尚未"]], 16)
    document = read_pdf(pdf([first, table(60, rows, 16)]), "pdf", None)
    assert [cell.text for cell in document.grids[0].cells] == ["结果", "结果", "其他", "尚未"]


def test_a_figure_too_long_for_its_cell_is_one_figure() -> None:
    sheet = table(60, [["甲", "乙", "丙", "丁"], ["", "12", "34", "56"]], 26)
    sheet.words += [(64.0, 88.0, "3026"), (64.0, 99.0, "0"), (126.0, 99.0, "7")]
    document = read_pdf(pdf([sheet]), "pdf", None)
    assert [cell.text for cell in document.grids[0].cells][4:] == ["30260", "12", "34\n7", "56"]
    assert {span.of(document.text) for span, _ in document.words} >= {"3026", "0", "7"}
