"""Files that mean harm: each gives a sentence, quickly, within a bounded memory."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from parser.errors import Refused, Unreadable
from parser.intake import read, sources
from parser.intake.reader import document
from parser.intake.word import doc as doc_module
from parser.settings.profile import Profile
from parser.workers import examine_all
from tests.support.formats import raw_docx, to_docx, to_xlsx, to_zip
from tests.support.wordwriter import TableCell, WordWriter

MEGABYTE = 1 << 20


@pytest.fixture(autouse=True)
def _no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    # What another program makes of a damaged file is no matter of these tests.
    monkeypatch.setattr(doc_module, "program", lambda: None)


def bomb(name: str, megabytes: int) -> bytes:
    """Return a small zip whose one part is huge, beside what makes it a Word document."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open(name, "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(bytes(MEGABYTE))
    return stream.getvalue()


def test_a_zip_bomb_is_refused_by_what_it_says_of_itself() -> None:
    with pytest.raises(Refused, match="MB"):
        document(bomb("word/document.xml", 100), "a.docx")


def test_a_zip_bomb_below_the_size_bound_is_refused_by_its_ratio() -> None:
    with pytest.raises(Refused, match="压缩比"):
        document(bomb("word/document.xml", 40), "a.docx")
    with pytest.raises(Refused, match="压缩比"):
        document(bomb("xl/workbook.xml", 40), "a.xlsx")


def test_a_part_that_is_larger_than_it_says() -> None:
    data = bytearray(raw_docx("<w:p><w:r><w:t>" + "字" * 400_000 + "</w:t></w:r></w:p>"))
    # The directory at the end claims ten bytes for the main part.
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    struct.pack_into("<I", data, at + 24, 10)
    with pytest.raises(Unreadable):
        document(bytes(data), "a.docx")


def test_too_many_parts() -> None:
    many = to_zip({"[Content_Types].xml": b"", **{f"word/{n}.xml": b"" for n in range(2100)}})
    with pytest.raises(Refused, match="2000"):
        document(many, "a.docx")


def test_an_archive_of_far_too_many_files_is_not_even_listed(tmp_path: Path) -> None:
    names = (f"{'长' * 20}{n}.txt" for n in range(12_000))
    (tmp_path / "a.zip").write_bytes(to_zip(dict.fromkeys(names, b"")))
    (source,) = sources([tmp_path])
    assert source.path == "a.zip"
    with pytest.raises(Refused, match="2000"):
        read(source)


def test_an_archive_of_bombs_is_refused(tmp_path: Path) -> None:
    inner = bomb("a.txt", 30)
    (tmp_path / "a.zip").write_bytes(to_zip({f"{n}.zip": inner for n in range(3)}))
    for source in sources([tmp_path]):
        with pytest.raises(Unreadable):
            read(source)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
EXPONENTIAL = f'<!DOCTYPE w [<!ENTITY l0 "lol">{LAUGHS}]>'
QUADRATIC = f'<!DOCTYPE w [<!ENTITY a "{"a" * 50_000}">]>'
EXTERNAL = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [EXPONENTIAL, QUADRATIC, EXTERNAL])
def test_entities_are_refused_in_word(head: str) -> None:
    with pytest.raises(Refused):
        document(raw_docx("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", head=head), "a.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("head", [EXPONENTIAL, QUADRATIC, EXTERNAL])
def test_entities_are_refused_in_workbooks(head: str, encoding: str) -> None:
    stream = io.BytesIO(to_xlsx(["一、总体情况"]))
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    start = sheet.index("<worksheet")
    parts["xl/worksheets/sheet1.xml"] = (head + sheet[start:]).encode(encoding)
    with pytest.raises(Refused):
        document(to_zip(parts), "a.xlsx")


@pytest.mark.parametrize("head", [EXPONENTIAL, QUADRATIC, EXTERNAL])
def test_entities_in_pages_expand_to_nothing(head: str) -> None:
    found = document(f"{head}<html><body><p>正文&l9;&a;&x;</p></body></html>".encode(), "a.html")
    assert len(found.text) < 200
    assert "root:" not in found.text


def test_a_rowspan_of_millions() -> None:
    cells = "<td rowspan=99999999 colspan=99999999>甲</td>" * 50
    found = document(f"<table>{f'<tr>{cells}</tr>' * 50}</table>".encode(), "a.html")
    assert len(found.grids[0].cells) == 2500


def test_a_hundred_thousand_nested_elements() -> None:
    page = "<div>" * 100_000 + "底" + "</div>" * 100_000 + "<p>后</p>"
    assert document(page.encode(), "a.html").text == "底\n后\n"


def test_a_hundred_thousand_elements_that_are_never_closed() -> None:
    page = "<p>前</p>" + "<div><font><b>" * 33_000 + "底"
    assert document(page.encode(), "a.html").text.split() == ["前", "底"]


def test_a_thousand_nested_tables() -> None:
    page = "<table><tr><td>字" * 1000 + "</table>" * 1000
    assert document(page.encode(), "a.html").text.count("字") == 1000


def test_deeply_nested_tables_in_word() -> None:
    start, end = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    body = start * 60 + "<w:p><w:r><w:t>底</w:t></w:r></w:p>" + end * 60
    assert "底" in document(raw_docx(body), "a.docx").text


def test_depth_that_the_parser_refuses_in_word() -> None:
    body = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    with pytest.raises(Unreadable):
        document(raw_docx(body), "a.docx")


def test_a_hundred_thousand_attributes_and_no_end() -> None:
    page = "<p " + "a=1 " * 100_000 + "><p>正文" + "<" * 50_000
    assert "正文" in document(page.encode(), "a.html").text


def word() -> bytes:
    writer = WordWriter()
    writer.paragraph("一、总体情况")
    writer.row([TableCell("规章", 1000), TableCell("1", 2000)])
    return writer.data()


def corrupted(data: bytes, at: int, value: int) -> bytes:
    return data[:at] + struct.pack("<I", value) + data[at + 4 :]


@pytest.mark.parametrize("value", [0xFFFFFFFF, 0x7FFFFFFF, 0x40000000, 0])
@pytest.mark.parametrize("field", [0x4C, 0x01A2, 0x01A6, 0x0102, 0x0106])
def test_binary_word_files_that_point_anywhere(field: int, value: int) -> None:
    data = word()
    main = data.index(b"\xec\xa5")
    try:
        found = document(corrupted(data, main + field, value), "a.doc")
    except Unreadable:
        return
    # What is said about tables may be lost, never the words.
    assert "总体情况" in found.text


def test_a_container_whose_sectors_go_in_circles_is_left_in_time() -> None:
    data = bytearray(word())
    fat = struct.unpack_from("<I", data, 76)[0]
    for i in range(40):
        struct.pack_into("<I", data, 512 * (fat + 1) + 4 * i, i)
    try:
        found = document(bytes(data), "a.doc")
    except Unreadable:
        return
    assert len(found.text) < 1000


def test_a_stream_that_says_it_is_larger_than_the_file() -> None:
    data = bytearray(word())
    entry = data.index("WordDocument".encode("utf-16-le"))
    struct.pack_into("<I", data, entry + 120, 0x7FFFFFFF)
    with pytest.raises(Unreadable, match="比整个文件还大"):
        document(bytes(data), "a.doc")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "1 bomb.docx").write_bytes(bomb("word/document.xml", 100))
    (tmp_path / "2 entities.docx").write_bytes(raw_docx("", head=EXPONENTIAL))
    (tmp_path / "3 deep.html").write_text("<div>" * 100_000 + "底", encoding="utf-8")
    (tmp_path / "4 spans.html").write_text(
        "<table><tr><td rowspan=99999999 colspan=99999999>甲</table>", encoding="utf-8"
    )
    (tmp_path / "5 cut.docx").write_bytes(to_docx(["一、总体情况"])[:2000])
    (tmp_path / "6 nothing.txt").write_bytes(b"")
    (tmp_path / "7 good.txt").write_text("一、总体情况\n正文。\n", encoding="utf-8")
    return tmp_path


def test_in_a_folder_each_gives_a_row_and_the_others_are_unharmed(folder: Path) -> None:
    reports = {r.path: r for r in examine_all(sources([folder]), Profile(), jobs=1)}
    assert len(reports) == 7
    for name in ("1 bomb.docx", "2 entities.docx", "5 cut.docx", "6 nothing.txt"):
        assert reports[name].status == "unreadable"
        assert len(reports[name].error or "") > 5
        assert [finding.code for finding in reports[name].findings] == ["F101"]
    for name in ("3 deep.html", "4 spans.html", "7 good.txt"):
        assert reports[name].status != "unreadable"
    assert reports["7 good.txt"].text == "一、总体情况\n正文。\n"


def test_reading_hostile_files_needs_little_memory(folder: Path) -> None:
    for source in sources([folder]):
        try:
            read(source)
        except Unreadable:
            continue
    resource = pytest.importorskip("resource")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < 1536 * MEGABYTE
