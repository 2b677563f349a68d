from __future__ import annotations

import pytest

from parser.errors import Unreadable
from parser.intake.reader import document
from parser.intake.word import doc as doc_module
from parser.model import Document
from tests.support.formats import raw_docx
from tests.support.looked import looking
from tests.support.wordwriter import TableCell, WordWriter, container


def read(writer: WordWriter, name: str = "a.doc") -> Document:
    found = document(writer.data(), name)
    for grid in found.grids:
        for cell in grid.cells:
            assert cell.span.of(found.text).strip() == cell.text
    return found


def shape(found: Document) -> list[tuple[int, int, int, int, str]]:
    (grid,) = found.grids
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells]


@pytest.fixture(autouse=True)
def _no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc_module, "program", lambda: None)


def test_paragraphs_and_tables_in_order() -> None:
    writer = WordWriter()
    writer.paragraph("一、总体情况")
    writer.row([TableCell("规章", 1000), TableCell("0", 2000), TableCell("12", 3000)])
    writer.row([TableCell("文件", 1000), TableCell("1", 2000), TableCell("3", 3000)])
    writer.paragraph("六、其他需要报告的事项")
    found = read(writer)
    assert found.text == "一、总体情况\n规章\t0\t12\n文件\t1\t3\n\n六、其他需要报告的事项\n"
    assert found.format == "doc"


def test_blank_cells_at_the_end_of_a_row_keep_their_places() -> None:
    writer = WordWriter()
    for label in ("甲", "乙"):
        writer.row([TableCell(t, 1000 * (i + 1)) for i, t in enumerate((label, "", "3", "", ""))])
    assert [text for *_, text in shape(read(writer))] == [
        "甲",
        "",
        "3",
        "",
        "",
        "乙",
        "",
        "3",
        "",
        "",
    ]


def test_merged_cells_and_edges_that_nearly_meet() -> None:
    writer = WordWriter()
    writer.row([TableCell("组", 1000, starts_up=True), TableCell("头", 3000)])
    writer.row([TableCell("", 1004, continues_up=True), TableCell("1", 2000), TableCell("2", 2995)])
    writer.row([TableCell("尾", 998), TableCell("3", 2003), TableCell("4", 3001)])
    assert shape(read(writer)) == [
        (0, 0, 2, 1, "组"),
        (0, 1, 1, 2, "头"),
        (1, 1, 1, 1, "1"),
        (1, 2, 1, 1, "2"),
        (2, 0, 1, 1, "尾"),
        (2, 1, 1, 1, "3"),
        (2, 2, 1, 1, "4"),
    ]


def test_cells_merged_sideways() -> None:
    writer = WordWriter()
    writer.row(
        [
            TableCell("头", 1000, starts_left=True),
            TableCell("", 2000, continues_left=True),
            TableCell("3", 3000),
        ]
    )
    writer.row([TableCell("甲", 1000), TableCell("1", 2000), TableCell("2", 3000)])
    assert shape(read(writer))[:2] == [(0, 0, 1, 2, "头"), (0, 2, 1, 1, "3")]


def test_several_lines_in_a_cell() -> None:
    writer = WordWriter()
    writer.row([TableCell("商业\n企业", 1000), TableCell("法律\x0b服务", 2000)])
    assert [text for *_, text in shape(read(writer))] == ["商业\n企业", "法律\n服务"]


def test_what_the_letters_look_like_decides_what_is_shown() -> None:
    writer = WordWriter()
    for look in ("white", "covered", "speck", "lifted"):
        writer.paragraph("211" + looking("2", look))
    assert read(writer).text == "211\n211\n211\n211²\n"


def test_white_letters_in_a_wide_table_without_colours_are_not_shown() -> None:
    writer = WordWriter()
    # Ten shadings of the older kind are as long as two of the newer.
    writer.row([TableCell(looking("7", "white") + str(n), 100 * n + 100) for n in range(10)])
    writer.row([TableCell("1", 100 * n + 100) for n in range(10)], shades=bytes(20))
    assert [text for *_, text in shape(read(writer))][:10] == list("0123456789")


def test_fields_show_their_result() -> None:
    writer = WordWriter()
    writer.paragraph('见\x13 HYPERLINK "http://a" \x14网站\x15，第\x13 PAGE \x15页\x01\x08')
    assert read(writer).text == "见网站，第页\n"


def test_the_numbers_that_word_gives_are_in_the_text() -> None:
    writer = WordWriter()
    writer.numbered("总体情况", 0)
    writer.numbered("主动公开", 1)
    writer.numbered("依申请公开", 1)
    writer.numbered("主动公开政府信息情况", 0)
    writer.paragraph("没有编号")
    writer.numbered("重新", 1)
    assert read(writer).text.splitlines() == [
        "一、总体情况",
        "（一）主动公开",
        "（二）依申请公开",
        "二、主动公开政府信息情况",
        "没有编号",
        "（一）重新",
    ]


def test_a_rare_character_does_not_shift_what_follows() -> None:
    writer = WordWriter()
    writer.paragraph("𠮷田镇📄" * 30)
    writer.row([TableCell("𠮷", 1000), TableCell("1", 2000)])
    writer.row([TableCell("规章", 1000), TableCell("2", 2000)])
    found = read(writer)
    assert found.text.startswith("𠮷田镇📄" * 30 + "\n")
    assert [text for *_, text in shape(found)] == ["𠮷", "1", "规章", "2"]


def test_narrow_text() -> None:
    writer = WordWriter(narrow=True)
    writer.paragraph("Report of 2022")
    writer.row([TableCell("rules", 1000), TableCell("7", 2000)])
    assert read(writer).text == "Report of 2022\nrules\t7\n\n"


def test_many_pages_of_paragraphs() -> None:
    writer = WordWriter()
    for n in range(300):
        writer.paragraph(f"第{n}段")
        writer.row([TableCell(str(n), 1000), TableCell(str(n + 1), 2000)])
    found = read(writer)
    assert len(found.grids) == 300
    assert [c.text for c in found.grids[299].cells] == ["299", "300"]


def test_a_password_is_named() -> None:
    writer = WordWriter(flags=0x0100)
    writer.paragraph("密")
    with pytest.raises(Unreadable, match="密码"):
        read(writer)


def test_an_encrypted_package_is_named() -> None:
    with pytest.raises(Unreadable, match="密码"):
        document(container({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), "a.docx")


def test_another_programs_container_is_named() -> None:
    with pytest.raises(Unreadable, match="OLE"):
        document(container({"Something": b"x"}), "a.msg")


@pytest.mark.parametrize("stream", ["WPSDocument", "CONTENTS"])
def test_another_programs_document_of_that_name_says_what_to_do(stream: str) -> None:
    with pytest.raises(Unreadable, match="另存为 docx"):
        document(container({stream: b"x", "MatOST": b"y"}), "a.wps")


def test_a_word_document_that_only_bears_the_name_of_wps_is_read() -> None:
    found = document(raw_docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"), "a.wps")
    assert (found.text, found.format) == ("甲\n", "docx")


def test_a_table_that_breaks_off_says_where() -> None:
    writer = WordWriter()
    writer.row([TableCell("甲", 1000), TableCell("1", 2000)])
    writer.unfinished(["乙"])
    found = read(writer)
    assert [text for *_, text in shape(found)] == ["甲", "1", "乙"]
    (note,) = found.notes
    assert (note.code, note.spans[0].start) == ("F108", len(found.text))


def test_a_row_that_is_deleted_or_hidden_is_not_there() -> None:
    writer = WordWriter()
    writer.row([TableCell("甲", 1000), TableCell("1", 2000)])
    for look in ("deleted", "hidden"):
        cells = [TableCell(looking(words, look), 1000 * n) for n, words in ((1, "乙"), (2, "2"))]
        writer.row(cells, look)
    assert [text for *_, text in shape(read(writer))] == ["甲", "1"]


def test_the_number_of_a_hidden_paragraph_is_not_shown() -> None:
    writer = WordWriter()
    writer.numbered(looking("隐藏", "hidden"), 0)
    writer.numbered(looking("删去", "struck"), 0)
    writer.numbered("总体情况", 0)
    found = read(writer)
    assert found.text.split("\n")[:3] == ["", "一、删去", "二、总体情况"]
    assert found.simplified.replace("\u200b", "").strip() == "二、总体情况"


@pytest.mark.parametrize("kept", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_never_read_in_part(kept: float) -> None:
    writer = WordWriter()
    for n in range(3000):
        writer.paragraph(f"第{n}段的文字")
    data = writer.data()
    with pytest.raises(Unreadable):
        document(data[: int(len(data) * kept)], "a.doc")
