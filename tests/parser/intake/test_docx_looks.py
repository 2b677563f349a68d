"""What a Word document shows counts; what it strikes out, hides or raises does not."""

from __future__ import annotations

import pytest

from parser.intake.reader import document
from parser.model import Document
from tests.support.formats import raw_docx

STYLES = """
<w:style w:type='paragraph' w:default='1' w:styleId='Normal'/>
<w:style w:type='paragraph' w:styleId='gone'><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type='paragraph' w:styleId='heir'><w:basedOn w:val='gone'/></w:style>
<w:style w:type='paragraph' w:styleId='ring'><w:basedOn w:val='round'/></w:style>
<w:style w:type='paragraph' w:styleId='round'><w:basedOn w:val='ring'/></w:style>
<w:style w:type='paragraph' w:styleId='out'><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type='character' w:styleId='cut'><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type='character' w:styleId='note'><w:rPr>
<w:vertAlign w:val='superscript'/></w:rPr></w:style>
<w:style w:type='table' w:styleId='blue'><w:tblStylePr w:type='firstRow'><w:tcPr>
<w:shd w:val='clear' w:fill='4472C4'/></w:tcPr></w:tblStylePr></w:style>
"""


LIST = (
    "<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='198'/>"
    "<w:listEntry w:val='211'/></w:ddList></w:ffData>"
)


def r(text: str, look: str = "", tag: str = "t") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:{tag} xml:space='preserve'>{text}</w:{tag}></w:r>"


def p(*runs: str, style: str = "", more: str = "") -> str:
    named = f"<w:pStyle w:val='{style}'/>" if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{''.join(runs)}</w:p>"


def tc(*paragraphs: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def tbl(*rows: str, more: str = "") -> str:
    return (
        f"<w:tbl><w:tblPr>{more}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    )


def read(body: str, styles: str = STYLES) -> Document:
    return document(raw_docx(body, styles=styles), "a.docx")


def filled(fill: str) -> str:
    space = "http://schemas.microsoft.com/office/word/2010/wordml"
    return f"<w14:textFill xmlns:w14='{space}'>{fill}</w14:textFill>"


def counts(found: Document) -> str:
    return found.simplified.replace("\u200b", "").strip()


WHITE = "<w:color w:val='FFFFFF'/>"
BLACK = "<w:color w:val='000000'/>"
BLUE = "<w:color w:val='1F3864'/>"
UP = "<w:position w:val='8'/>"
SOLID = (
    "<w14:solidFill><w14:srgbClr w14:val='{}'><w14:alpha w14:val='{}'/></w14:srgbClr>"
    "</w14:solidFill>"
)
SHADE = "<w:shd w:val='clear' w:color='auto' w:fill='1F3864'/>"


@pytest.mark.parametrize(
    ("paragraph", "text", "said"),
    [
        (p(r("7", "<w:strike/>"), r("211")), "7211", "211"),
        (p(r("7", "<w:dstrike w:val='true'/>"), r("211")), "7211", "211"),
        (p(r("7", "<w:strike w:val='0'/>"), r("211")), "7211", "7211"),
        (p("<w:del>" + r("7", tag="delText") + "</w:del>", r("211")), "7211", "211"),
        (p(r("211"), r("0", "<w:vanish/>")), "211", "211"),
        (p(r("211"), r("0", "<w:vanish w:val='false'/>")), "2110", "2110"),
        (p(r("211"), r("0", "<w:webHidden/>")), "2110", "2110"),
        (
            p(r("211"), r("0", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")),
            *["2110"] * 2,
        ),
        (p(r("211"), r("0", WHITE)), "211", "211"),
        (p(r("211"), r("0", WHITE + SHADE)), "2110", "2110"),
        (p(r("211"), r("0", WHITE), more=SHADE), "2110", "2110"),
        (p(r("211"), r("0", "<w:sz w:val='2'/>")), "211", "211"),
        (p(r("211"), r("0", "<w:specVanish/>")), "211", "211"),
        (p(r("211"), r("0", BLACK + "<w:highlight w:val='black'/>")), "211", "211"),
        (p(r("211"), r("0", BLACK + "<w:highlight w:val='yellow'/>")), "2110", "2110"),
        (p(r("211"), r("0", BLUE + SHADE)), "211", "211"),
        (p(r("211"), r("0", BLUE), more=SHADE), "211", "211"),
        (p(r("211"), r("0", BLUE)), "2110", "2110"),
        (p(r("211"), r("0", filled("<w14:noFill/>"))), "211", "211"),
        (p(r("211"), r("0", filled(SOLID.format("FFFFFF", 0)))), "211", "211"),
        (p(r("211"), r("0", filled(SOLID.format("000000", 100000)))), "211", "211"),
        (p(r("211"), r("0", WHITE + filled(SOLID.format("000000", 0)))), "2110", "2110"),
        (
            p(r("211"), r("0", "<w:color w:val='auto' w:themeColor='background1'/>")),
            *["211"] * 2,
        ),
        (p(r("211"), r("2", "<w:position w:val='8'/><w:sz w:val='12'/>")), "211²", "211²"),
        (p(r("2", "<w:position w:val='-8'/>"), r("211")), "₂211", "₂211"),
        (p(r("第"), r("3", "<w:position w:val='8'/>"), r("条")), "第3条", "第3条"),
        (p(r("2", UP), r("11", UP)), "211", "211"),
        (p(r("211"), r("0", "<w:position w:val='-3000'/>")), "211", "211"),
        (p(r("211"), r("2", "<w:vertAlign w:val='superscript'/>")), "211²", "211²"),
        (p(r("211"), r("2", "<w:vertAlign w:val='subscript'/>")), "211₂", "211₂"),
        (p(r("211"), r("(2)", "<w:rStyle w:val='note'/>")), "211⁽²⁾", "211⁽²⁾"),
        (p(r("7", "<w:rStyle w:val='cut'/>"), r("211")), "7211", "211"),
        # A property that two styles switch on is off; what the run says itself goes before both.
        (p(r("7", "<w:rStyle w:val='cut'/>"), r("211"), style="out"), "7211", "7"),
        (p(r("7", "<w:strike w:val='0'/>"), r("211"), style="out"), "7211", "7"),
        (p(r("甲"), style="gone") + p(r("乙")), "乙", "乙"),
        (p(r("甲"), style="heir") + p(r("乙")), "乙", "乙"),
        (p(r("甲"), style="ring") + p(r("乙")), "甲\n乙", "甲\n乙"),
    ],
)
def test_what_a_run_shows(paragraph: str, text: str, said: str) -> None:
    found = read(paragraph)
    assert (found.text.strip(), counts(found)) == (text, said)


def test_hidden_by_the_documents_defaults() -> None:
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    found = read(p(r("甲"), r("乙", "<w:vanish w:val='0'/>")), defaults)
    assert found.text == "乙\n"


def test_white_words_on_coloured_cells_are_shown() -> None:
    row = tc(p(r("表头", WHITE))) + tc(p(r("合计", WHITE)))
    plain = tc(p(r("1"))) + tc(p(r("2")))
    bare = read(tbl(row, plain))
    assert [cell.text for cell in bare.grids[0].cells] == ["", "", "1", "2"]
    for shown in (
        tbl(row, plain, more="<w:tblStyle w:val='blue'/>"),
        tbl(row, plain, more=SHADE),
        tbl(tc(p(r("表头", WHITE)), more=SHADE) + tc(p(r("合计", WHITE)), more=SHADE), plain),
    ):
        assert [cell.text for cell in read(shown).grids[0].cells] == ["表头", "合计", "1", "2"]


def test_a_hidden_row_and_an_exchanged_cell_are_not_there() -> None:
    hid = "<w:trPr><w:hidden/></w:trPr>" + tc(p(r("甲", "<w:vanish/>"))) + tc(p())
    old = tc(p("<w:del>" + r("8", tag="delText") + "</w:del>"), more="<w:cellDel/>")
    new = tc(p("<w:ins>" + r("9") + "</w:ins>"), more="<w:cellIns/>")
    found = read(tbl(tc(p(r("乙"))) + tc(p(r("7"))), hid, tc(p(r("丙"))) + old + new))
    assert [cell.text for cell in found.grids[0].cells] == ["乙", "7", "丙", "9"]


def test_two_paragraphs_in_a_cell_are_two_lines() -> None:
    found = read(tbl(tc(p(r("甲"))) + tc(p(r("211")), p(r("198")))))
    assert found.grids[0].cells[1].text == "211\n198"


@pytest.mark.parametrize(
    ("equation", "text"),
    [
        ("<m:r><m:t>211</m:t></m:r>", "211"),
        (
            "<m:sSup><m:e><m:r><m:t>9</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>",
            "9²",
        ),
        (
            "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>",
            "1/2",
        ),
        ("<m:r><w:rPr><w:vanish/></w:rPr><m:t>0</m:t></m:r><m:r><m:t>3</m:t></m:r>", "3"),
        (
            "<m:phant><m:phantPr><m:show m:val='0'/></m:phantPr><m:e><m:r><m:t>1</m:t></m:r></m:e>"
            "</m:phant><m:r><m:t>3</m:t></m:r>",
            "3",
        ),
        ("<m:d><m:e><m:r><m:t>3</m:t></m:r></m:e></m:d>", "(3)"),
        (
            "<m:rad><m:deg><m:r><m:t>2</m:t></m:r></m:deg><m:e><m:r><m:t>11</m:t></m:r></m:e></m:rad>",
            "√²11",
        ),
        (
            "<m:limUpp><m:e><m:r><m:t>9</m:t></m:r></m:e><m:lim><m:r><m:t>1</m:t></m:r></m:lim></m:limUpp>",
            "9¹",
        ),
        (
            "<m:m><m:mr><m:e><m:r><m:t>1</m:t></m:r></m:e><m:e><m:r><m:t>2</m:t></m:r></m:e></m:mr></m:m>",
            "1 2",
        ),
        (
            "<m:eqArr><m:e><m:r><m:t>1</m:t></m:r></m:e><m:e><m:r><m:t>2</m:t></m:r></m:e></m:eqArr>",
            "1\n2",
        ),
    ],
)
def test_equations_are_text(equation: str, text: str) -> None:
    assert read(p(f"<m:oMath>{equation}</m:oMath>")).text == text + "\n"
    assert read(p(f"<m:oMathPara><m:oMath>{equation}</m:oMath></m:oMathPara>")).text == text + "\n"


def test_fields_in_instructions_are_not_shown() -> None:
    def mark(kind: str) -> str:
        return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"

    inner = mark("begin") + r("X", tag="instrText") + mark("separate") + r("9") + mark("end")
    found = read(p(mark("begin"), inner, mark("separate"), r("211"), mark("end"), r("件")))
    assert found.text == "211件\n"
    assert read(p(mark("begin"), r("没有结束"))).text == "没有结束\n"


@pytest.mark.parametrize(
    ("mark", "instruction", "text"),
    [
        (LIST, "FORMDROPDOWN", "211件"),
        ("", r"EQ \o\ac(○,2)", "②件"),
        ("", r'EQ \* jc3 \* "Font:A" \* hps22 \o\al(\s\up 10(1),211)', "211件"),
        ("", r"EQ \f(1,2)", r"\f(1,2)件"),
        ("", "PAGE", "件"),
    ],
)
def test_a_field_without_a_result_shows_what_it_tells(
    mark: str, instruction: str, text: str
) -> None:
    begin = f"<w:r><w:fldChar w:fldCharType='begin'>{mark}</w:fldChar></w:r>"
    end = "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    assert read(p(begin, r(instruction, tag="instrText"), end, r("件"))).text == text + "\n"


def test_a_row_of_no_height_is_not_there() -> None:
    flat = "<w:trPr><w:trHeight w:val='1' w:hRule='exact'/></w:trPr>"
    found = read(tbl(flat + tc(p(r("甲"))) + tc(p(r("7"))), tc(p(r("甲"))) + tc(p(r("8")))))
    assert [cell.text for cell in found.grids[0].cells] == ["甲", "8"]


def test_words_in_the_colour_of_their_cell_are_not_shown() -> None:
    found = read(tbl(tc(p(r("甲"))) + tc(p(r("0", BLUE), r("211", WHITE)), more=SHADE)))
    assert found.grids[0].cells[1].text == "211"


def test_the_number_of_what_is_not_shown_is_not_shown() -> None:
    level = "<w:lvl w:ilvl='0'><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
    lists = (
        f"<w:abstractNum w:abstractNumId='0'>{level}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    )
    number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    body = p(r("隐藏", "<w:vanish/>"), more=number) + p(r("总体情况"), more=number)
    body += p(r("删去", "<w:strike/>"), more=number)
    found = document(raw_docx(body, numbering=lists), "a.docx")
    assert found.text == "\n一、总体情况\n二、删去\n"
    assert counts(found) == "一、总体情况"


def picture(width: int, height: int, hidden: str = "") -> str:
    size = f"<wp:extent cx='{width * 360000}' cy='{height * 360000}'/>"
    inline = f"<wp:inline>{size}<wp:docPr {hidden}/><a:blip r:embed='x'/></wp:inline>"
    return f"<w:r><w:drawing>{inline}</w:drawing></w:r>"


OLE = (
    "<w:r><w:object><v:shape style='width:415.3pt;height:200pt'><v:imagedata/></v:shape>"
    "<o:OLEObject ProgID='Excel.Sheet.12' DrawAspect='{}'/></w:object></w:r>"
)


def test_a_picture_as_large_as_a_table_is_noted_where_it_stands() -> None:
    found = read(
        p(r("二、主动公开")) + p(picture(15, 6)) + p(OLE.format("Content")) + p(r("三、收到"))
    )
    assert [note.code for note in found.notes] == ["F107", "F107"]
    assert "图片" in found.notes[0].message
    assert "对象" in found.notes[1].message
    heads = found.text.index("二"), found.text.index("三")
    for note in found.notes:
        (span,) = note.spans
        assert heads[0] < span.start == span.end <= heads[1]


@pytest.mark.parametrize(
    "drawing",
    [
        picture(4, 4),
        picture(15, 1),
        picture(15, 6, "hidden='1'"),
        "<w:r><w:pict><v:shape style='width:3cm;height:90pt'><v:imagedata/></v:shape></w:pict>"
        "</w:r>",
        "<w:del>" + picture(15, 6) + "</w:del>",
    ],
)
def test_seals_letterheads_and_icons_are_not(drawing: str) -> None:
    assert read(p(r("青禾县")) + p(drawing)).notes == ()


CHART = "<c:chart xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'/>"
_LINK = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
_DATA = "<wp:inline><wp:extent cx='5400000' cy='3600000'/>{}</wp:inline>"


def field(instruction: str, shown: str = "") -> str:
    code = r(instruction, tag="instrText")
    return "".join(
        [_LINK.format("begin"), code, _LINK.format("separate"), shown, _LINK.format("end")]
    )


@pytest.mark.parametrize(
    "body",
    [
        p(OLE.format("Icon")),
        p("<w:r><w:object w:dxaOrig='8000' w:dyaOrig='5000'><o:OLEObject/></w:object></w:r>"),
        p("<w:r><w:object w:dxaOrig='8000' w:dyaOrig='5000'><w:control/></w:object></w:r>"),
        p(f"<w:r><w:drawing>{_DATA.format(CHART)}</w:drawing></w:r>"),
        p(
            "<w:r><w:pict><v:rect style='width:425pt;height:200pt'><v:fill r:id='x'/></v:rect>"
            "</w:pict></w:r>"
        ),
        p(picture(15, 1)) * 6,
        p(*[picture(5, 5)] * 6),
        p(field("INCLUDEPICTURE http://a.example/t3.png")),
        p(field('INCLUDETEXT "c:/t3.docx"')),
        p("<w:fldSimple w:instr=' LINK Excel.Sheet.12 c:/t.xlsx '/>"),
    ],
)
def test_whatever_takes_the_place_of_a_table_is_noted_once(body: str) -> None:
    found = read(p(r("二、主动公开")) + body + p(r("三、收到")))
    (note,) = found.notes
    assert note.code == "F107"
    assert found.text.index("二") < note.spans[0].start <= found.text.index("三")


@pytest.mark.parametrize(
    "body",
    [
        p(picture(4, 4)) + p(r("附图")) + p(picture(4, 4)) + p(r("附图")) + p(picture(4, 4)),
        p(picture(15, 1)) * 2,
        p(field("PAGE", r("3"))),
        p(field("LINK Excel.Sheet.12 c:/t.xlsx", r("收到 5 件"))),
    ],
)
def test_small_pictures_among_text_and_filled_fields_are_not(body: str) -> None:
    assert read(p(r("二、主动公开")) + body + p(r("三、收到"))).notes == ()


def test_a_picture_in_place_of_a_figure_is_noted_at_its_cell() -> None:
    found = read(tbl(tc(p(r("规章"))) + tc(p(picture(1, 1))) + tc(p(r("3"), picture(1, 1)))))
    (note,) = found.notes
    assert note.spans == (found.grids[0].cells[1].span,)
