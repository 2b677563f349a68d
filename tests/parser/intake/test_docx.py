from __future__ import annotations

import pytest

from parser.errors import Refused, Unreadable
from parser.intake.reader import document
from parser.model import Document
from tests.support.formats import raw_docx, to_zip
from tests.support.reports import report


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tr(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def read(body: str, numbering: str = "", styles: str = "", head: str = "") -> Document:
    found = document(raw_docx(body, numbering, styles, head), "a.docx")
    for grid in found.grids:
        for cell in grid.cells:
            assert cell.span.of(found.text).strip() == cell.text
    return found


def shape(found: Document) -> list[tuple[int, int, int, int, str]]:
    (grid,) = found.grids
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells]


GO_ON = "<w:vMerge/>"
START = "<w:vMerge w:val='restart'/>"


def test_merged_cells() -> None:
    found = read(
        tbl(
            tr(tc("组", START), tc("头", "<w:gridSpan w:val='2'/>")),
            tr(tc("", GO_ON), tc("1"), tc("2")),
            tr(tc("", "<w:vMerge w:val='continue'/>"), tc("3"), tc("4")),
        )
    )
    assert shape(found) == [
        (0, 0, 3, 1, "组"),
        (0, 1, 1, 2, "头"),
        (1, 1, 1, 1, "1"),
        (1, 2, 1, 1, "2"),
        (2, 1, 1, 1, "3"),
        (2, 2, 1, 1, "4"),
    ]
    assert found.text == "组\t头\n1\t2\n3\t4\n\n"


def test_a_stray_continuation_is_a_cell_of_its_own() -> None:
    found = read(tbl(tr(tc("甲"), tc("", GO_ON)), tr(tc("乙"), tc("2"))))
    assert shape(found) == [
        (0, 0, 1, 1, "甲"),
        (0, 1, 1, 1, ""),
        (1, 0, 1, 1, "乙"),
        (1, 1, 1, 1, "2"),
    ]


def test_words_in_a_continuation_are_not_lost() -> None:
    found = read(tbl(tr(tc("甲", START), tc("1")), tr(tc("5", GO_ON), tc("2"))))
    assert [text for *_, text in shape(found)] == ["甲", "1", "5", "2"]


@pytest.mark.parametrize("span", ["99999999", "0", "-1", "x"])
def test_spans_are_clamped(span: str) -> None:
    found = read(tbl(tr(tc("甲", f"<w:gridSpan w:val='{span}'/>"), tc("乙")), tr(tc("丙"))))
    assert [text for *_, text in shape(found)] == ["甲", "乙", "丙"]
    assert all(columns <= 100 for _, _, _, columns, _ in shape(found))


def sdt(content: str) -> str:
    return f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_content_controls_at_every_level() -> None:
    run = sdt("<w:r><w:t>况</w:t></w:r>")
    paragraph = f"<w:p><w:r><w:t>一、总体情</w:t></w:r>{run}</w:p>"
    table = tbl(
        sdt(tr(tc("甲"), sdt(tc("1")), tc("2"))),
        tr(tc("乙"), f"<w:tc>{sdt(p('3'))}</w:tc>", tc("")),
    )
    found = read(sdt(paragraph) + sdt(table))
    assert found.text.startswith("一、总体情况\n")
    assert [text for *_, text in shape(found)] == ["甲", "1", "2", "乙", "3", ""]


def test_tracked_changes_count_as_if_accepted() -> None:
    found = read(
        "<w:p><w:ins><w:r><w:t>新增</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>搬走</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>搬来</w:t></w:r></w:moveTo></w:p>"
        + tbl(
            tr(tc("甲"), "<w:tc><w:p><w:ins><w:r><w:t>7</w:t></w:r></w:ins></w:p></w:tc>"),
            "<w:tr><w:trPr><w:del/></w:trPr>" + tc("删") + tc("8") + "</w:tr>",
        )
    )
    assert found.text.startswith("新增删去搬走搬来\n")
    assert [span.of(found.text) for span in found.struck] == ["删去", "搬走"]
    assert [text for *_, text in shape(found)] == ["甲", "7"]


BOX = "<w:txbxContent>" + p("框内文字") + "</w:txbxContent>"


def test_a_text_box_is_read_once() -> None:
    found = read(
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing>{BOX}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert found.text == "正文\n框内文字\n"


def test_a_table_in_a_text_box_is_a_table() -> None:
    box = "<w:txbxContent>" + tbl(tr(tc("规章"), tc("3"))) + "</w:txbxContent>"
    found = read(f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>")
    assert [text for *_, text in shape(found)] == ["规章", "3"]


def test_a_table_that_only_frames_the_report_is_looked_through() -> None:
    inner = tbl(tr(tc("规章"), tc("3"), tc("4")))
    found = read(tbl(tr(f"<w:tc>{p('一、总体情况')}{inner}{p('后')}</w:tc>")))
    assert [text for *_, text in shape(found)] == ["规章", "3", "4"]
    assert found.text.startswith("一、总体情况\n规章\t3\t4\n")


def test_a_small_table_in_a_cell_stays_in_the_cell() -> None:
    inner = f"<w:tc>{tbl(tr(tc('法人'), tc('其他')))}{p('')}</w:tc>"
    found = read(tbl(tr(inner, tc("1")), *(tr(tc(f"行政处罚{n}"), tc("2")) for n in range(4))))
    assert shape(found)[0] == (0, 0, 1, 1, "法人\n其他")


def test_breaks_tabs_and_fields() -> None:
    found = read(
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>"
        "<w:br w:type='page'/><w:t>丁</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>2023年</w:t></w:r></w:p>"
    )
    assert found.text == "甲 乙\n丙丁2023年\n"


def level(at: int, kind: str, text: str, start: int = 1) -> str:
    return (
        f"<w:lvl w:ilvl='{at}'><w:start w:val='{start}'/><w:numFmt w:val='{kind}'/>"
        f"<w:lvlText w:val='{text}'/></w:lvl>"
    )


NUMBERING = (
    "<w:abstractNum w:abstractNumId='0'>"
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
)


def numbered(at: int, text: str, number: int = 1) -> str:
    numbers = f"<w:numPr><w:ilvl w:val='{at}'/><w:numId w:val='{number}'/></w:numPr>"
    return p(text, f"<w:pPr>{numbers}</w:pPr>")


def test_the_numbers_that_word_gives_are_in_the_text() -> None:
    found = read(
        numbered(0, "总体情况")
        + numbered(1, "主动公开")
        + numbered(1, "依申请公开")
        + numbered(2, "受理")
        + numbered(0, "主动公开政府信息情况")
        + numbered(1, "重新开始")
        + numbered(0, "没有编号", number=0),
        numbering=NUMBERING,
    )
    assert found.text.splitlines() == [
        "一、总体情况",
        "（一）主动公开",
        "（二）依申请公开",
        "1.受理",
        "二、主动公开政府信息情况",
        "（一）重新开始",
        "没有编号",
    ]


def test_numbers_that_come_with_a_style() -> None:
    styles = (
        "<w:style w:styleId='base'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='h'><w:basedOn w:val='base'/></w:style>"
    )
    styled = "<w:pPr><w:pStyle w:val='h'/></w:pPr>"
    found = read(p("总体情况", styled) + p("主动", styled), numbering=NUMBERING, styles=styles)
    assert found.text == "一、总体情况\n二、主动\n"


def test_more_than_ten_numbers() -> None:
    found = read("".join(numbered(0, "条") for _ in range(21)), numbering=NUMBERING)
    lines = found.text.splitlines()
    assert [lines[i] for i in (9, 10, 19, 20)] == ["十、条", "十一、条", "二十、条", "二十一、条"]


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
    ],
)
def test_document_types_are_refused(head: str) -> None:
    with pytest.raises(Refused, match="实体"):
        read(p("&x;"), head=head)


@pytest.mark.parametrize(
    "parts", [{}, {"word/document.xml": b"<w:doc"}, {"word/document.xml": b""}]
)
def test_damaged_documents_say_so(parts: dict[str, bytes]) -> None:
    with pytest.raises(Unreadable):
        document(to_zip({"[Content_Types].xml": b"<Types/>", "word/x.xml": b"", **parts}), "a.docx")


def test_a_document_of_pictures_says_so() -> None:
    with pytest.raises(Unreadable, match="图片"):
        read("<w:p><w:r><w:drawing/></w:r></w:p>")


def test_the_official_template() -> None:
    found = document(report("official_template_2021.docx").read_bytes(), "a.docx")
    assert len(found.grids) == 3
    assert sum(cell.text == "" for grid in found.grids for cell in grid.cells) == 200
