"""RTF: what its page shows, where it breaks off, what of it cannot be read."""

from __future__ import annotations

import pytest

from parser.errors import Unreadable
from parser.intake.reader import document
from parser.model import Document
from tests.support.formats import raw_docx
from tests.support.rtfwriter import HEAD, rtf_text


def read(body: str, end: str = "}") -> Document:
    found = document((HEAD + body + end).encode("latin-1"), "a.rtf")
    for grid in found.grids:
        for cell in grid.cells:
            assert cell.span.of(found.text).strip() == cell.text
    return found


def counts(found: Document) -> str:
    return found.simplified.replace("\u200b", "").strip()


def row(*cells: str) -> str:
    edges = "".join(f"\\cellx{1000 * (n + 1)}" for n in range(len(cells)))
    return f"\\trowd{edges}" + "".join(f"\\pard\\intbl {c}\\cell " for c in cells) + "\\row "


@pytest.mark.parametrize(
    ("body", "text", "said"),
    [
        ("{\\strike 7}211", "7211", "211"),
        ("\\strike 7\\strike0 211", "7211", "211"),
        ("\\striked1 7\\plain 211", "7211", "211"),
        ("{\\deleted 7}211", "7211", "211"),
        ("{\\v 7}211{\\v\\plain 8}", "2118", "2118"),
        ("211{\\super (2)}", "211⁽²⁾", "211⁽²⁾"),
        ("211\\super 2\\nosupersub 3", "211²3", "211²3"),
        ("H{\\sub 2}O", "H₂O", "H₂O"),
        ("211{\\cf2 0}", "211", "211"),
        ("211{\\cf2\\chcbpat1 0}", "2110", "2110"),
        ("211{\\fs2 0}", "211", "211"),
        ("211{\\cf1\\highlight1 0}", "211", "211"),
        ("211{\\up8\\fs12 2}", "211²", "211²"),
        ("211{\\up 2}{\\up0 3}", "211²3", "211²3"),
        ("H{\\dn6 2}O", "H2O", "H2O"),
        ("{\\field{\\*\\fldinst DATE}{\\fldrslt 2023}}\\'c4\\'ea", "2023年", "2023年"),
        ("\\uc2\\u24180\\'c4\\'ea\\uc1\\u26376?\\u26085\\par", "年月日", "年月日"),
        ("\\u-10179?\\u-8384?", "\U0001f740", "\U0001f740"),
        ("{\\*\\unknown 9}{\\info{\\title 8}}{\\header 7}1", "1", "1"),
        ("{\\upr{A}{\\*\\ud{\\u30000?}}}", "田", "田"),
        ("1{\\pict\\bin4 }}}}2}3", "13", "13"),
        ("{\\listtext \\'d2\\'bb\\'a1\\'a2\\tab}\\'d7\\'dc", "一、总", "一、总"),
        ("{\\listtext 1\\tab}2\\par{\\listtext 2.\\tab}{\\v 3}", "1 2", "1 2"),
        ("{\\listtext 1.\\tab}{\\strike 2}", "1.2", ""),
        ("{\\mmath{\\*\\moMath{\\*\\mrPr 9}{\\mr 211}{\\*\\msup 2}}}", "211²", "211²"),
        ("\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6", "总体情况", "总体情况"),
        ("a\\{b\\}\\~c\\_d\\line e", "a{b} c-d\ne", "a{b} c-d\ne"),
    ],
)
def test_what_the_page_shows(body: str, text: str, said: str) -> None:
    found = read(f"\\pard\\plain {body}\\par ")
    assert (found.text.strip(), counts(found)) == (text, said)
    assert found.notes == ()


def test_paragraphs_and_tables_in_order() -> None:
    head = rtf_text("一、总体情况")
    found = read(f"\\pard {head}\\par " + row("1", "2\\par 3") + row("4", "5") + "\\pard 6\\par ")
    assert found.text == "一、总体情况\n1\t2\n3\n4\t5\n\n6\n"
    assert [cell.text for cell in found.grids[0].cells] == ["1", "2\n3", "4", "5"]


def test_merged_cells() -> None:
    top = "\\trowd\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000"
    low = "\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000"
    found = read(
        f"{top}\\pard\\intbl a\\cell b\\cell \\cell\\row "
        f"{low}\\intbl\\cell c\\cell d\\cell\\row\\pard\\par "
    )
    shape = [(c.row, c.column, c.row_span, c.column_span, c.text) for c in found.grids[0].cells]
    assert shape == [(0, 0, 2, 1, "a"), (0, 1, 1, 2, "b"), (1, 1, 1, 1, "c"), (1, 2, 1, 1, "d")]


def test_white_letters_on_coloured_cells_are_shown() -> None:
    white = row("{\\cf2 5}", "6")
    assert [c.text for c in read(white + row("1", "2")).grids[0].cells] == ["", "6", "1", "2"]
    shaded = white.replace("\\cellx1000", "\\clcbpat1\\cellx1000")
    assert [c.text for c in read(shaded + row("1", "2")).grids[0].cells] == ["5", "6", "1", "2"]


def test_a_text_box_stands_behind_its_paragraph() -> None:
    box = "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt \\pard in\\par " + row("1", "2")
    box += "}}{\\shprslt in\\par}}"
    found = read(f"\\pard be{box}fore\\par \\pard after\\par ")
    assert found.text == "before\nin\n1\t2\n\nafter\n"


PICTURE = (
    "{\\*\\shppict{\\pict\\picwgoal8000\\pichgoal4000\\pngblip 89504e47}}{\\nonshppict{\\pict}}"
)


def test_a_picture_as_large_as_a_table_is_noted() -> None:
    small = PICTURE.replace("8000", "1500")
    found = read(f"\\pard a\\par {small}\\par {PICTURE}\\par \\pard b\\par ")
    (note,) = found.notes
    assert (note.code, note.spans[0].start) == ("F107", found.text.index("b"))
    in_cell = read(row("1", small) + row("2", "3"))
    assert in_cell.notes[0].spans == (in_cell.grids[0].cells[1].span,)


@pytest.mark.parametrize("cut", ["\\trowd\\cellx1000\\pard\\intbl 5\\cell 6", "\\pard \\'d7\\'dc"])
def test_a_file_that_breaks_off_says_where(cut: str) -> None:
    found = read(row("1", "2") + cut, end="")
    (note,) = found.notes
    assert note.code == "F108"
    assert note.spans[0].start == len(found.text)


def test_words_behind_a_row_without_an_end_are_no_cell() -> None:
    found = read("\\trowd\\cellx1000\\pard\\intbl 5\\cell 6\\cell \\pard after\\par ")
    assert found.text == "5\t6\n\nafter\n"


def test_a_row_without_an_end_is_still_a_row() -> None:
    found = read(row("1", "2") + "\\trowd\\cellx1000\\pard\\intbl 5\\cell 6")
    assert [cell.text for cell in found.grids[0].cells] == ["1", "2", "5", "6"]
    assert [note.code for note in found.notes] == ["F108"]


def test_a_file_of_groups_without_end_is_damage() -> None:
    with pytest.raises(Unreadable, match="嵌套"):
        document(b"{\\rtf1 " + b"{" * 5000, "a.rtf")


def test_rtf_inside_a_word_document_is_read_where_it_stands() -> None:
    data = (HEAD + row("1", "2") + row("3", "4") + "}").encode("latin-1")
    found = document(raw_docx("<w:altChunk r:id='x'/>", chunks={"x": data}), "a.docx")
    assert [cell.text for cell in found.grids[0].cells] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("page", ["976", "9999999999"])
def test_a_code_page_that_there_is_not(page: str) -> None:
    head = HEAD.replace("ansicpg936", f"ansicpg{page}")
    assert (
        document(f"{head}{rtf_text('共收到')} 3}}".encode("latin-1"), "a.rtf").text == "共收到 3\n"
    )
