"""Every kind of archive alike: its files are sources, its bounds and its locks are sentences."""

from __future__ import annotations

import gzip
import io
import shutil
import struct
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.errors import Refused, Unreadable
from parser.intake import read, sources
from parser.intake.bounds import MEGABYTE
from parser.intake.packed.container import container, member
from parser.intake.packed.entry import Entry, distinct, shown_name
from tests.support.formats import to_docx, to_zip
from tests.support.packedwriter import (
    PRESSED,
    STORED,
    to_7z,
    to_hidden_rar,
    to_old_rar,
    to_rar,
    to_tar,
)

TEXT = "一、总体情况\n".encode()
Writer = Callable[[Mapping[str, bytes]], bytes]
WRITERS: dict[str, Writer] = {"zip": to_zip, "7z": to_7z, "rar": to_rar, "tar.gz": to_tar}
KINDS = pytest.mark.parametrize("ending", WRITERS)
PROGRAMS = ("unrar", "unar", "bsdtar")


def put(folder: Path, name: str, data: bytes) -> list[str]:
    """Write an archive; return the paths of the sources in it."""
    (folder / name).write_bytes(data)
    return [source.path for source in sources([folder / name])]


def resigned(data: bytes) -> bytes:
    """Return a 7z archive with the checksums of its list as they have to be."""
    offset, size = struct.unpack_from("<QQ", data, 12)
    start = struct.pack("<QQI", offset, size, crc32(data[32 + offset : 32 + offset + size]))
    return data[:8] + struct.pack("<I", crc32(start)) + start + data[32:]


@KINDS
def test_members_are_sources_named_by_their_way(tmp_path: Path, ending: str) -> None:
    data = WRITERS[ending]({"镇/b.txt": TEXT, "a.docx": to_docx(["一、总体情况"]), "c.exe": b"MZ"})
    paths = put(tmp_path, f"年报.{ending}", data)
    assert paths == [f"年报.{ending}/a.docx", f"年报.{ending}/镇/b.txt"]
    found = [read(source)[0].text.strip() for source in sources([tmp_path])]
    assert found == ["一、总体情况"] * 2


@KINDS
@pytest.mark.parametrize("inner", WRITERS)
def test_an_archive_in_an_archive_is_opened_and_one_in_that_is_not(
    tmp_path: Path, ending: str, inner: str
) -> None:
    nested = WRITERS[inner]({"b.txt": TEXT, "c.zip": to_zip({"d.txt": TEXT})})
    paths = put(tmp_path, f"a.{ending}", WRITERS[ending]({f"内.{inner}": nested}))
    assert paths == [f"a.{ending}/内.{inner}/{name}" for name in ("b.txt", "c.zip")]
    text, archive = sources([tmp_path])
    assert read(text)[0].text == TEXT.decode()
    with pytest.raises(Unreadable, match="嵌套过深"):
        read(archive)


@KINDS
def test_folders_of_windows_are_folders(tmp_path: Path, ending: str) -> None:
    data = WRITERS[ending]({"镇\\上年\\b.txt": TEXT})
    assert put(tmp_path, f"a.{ending}", data) == [f"a.{ending}/镇/上年/b.txt"]
    (source,) = sources([tmp_path])
    assert read(source)[0].text == TEXT.decode()


@pytest.mark.parametrize("writer", [to_zip, to_rar, to_tar])
def test_names_that_lead_out_are_only_names(tmp_path: Path, writer: Writer) -> None:
    evil = {"../../evil.txt": TEXT, "/etc/x.txt": TEXT, "C:\\y.txt": TEXT, "./../evil.txt": TEXT}
    paths = put(tmp_path, "a", writer(evil))
    assert sorted(paths) == ["a/etc/x.txt", "a/evil(2).txt", "a/evil.txt", "a/y.txt"]
    assert [read(source)[0].text for source in sources([tmp_path])] == [TEXT.decode()] * 4
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_7z_that_leads_out_is_not_unpacked() -> None:
    data = to_7z({"aa/evil.txt": TEXT}, plain=True)
    there, elsewhere = ("aa/evil".encode("utf-16-le"), "../evil".encode("utf-16-le"))
    opened = container(resigned(data.replace(there, elsewhere)), "a.7z")
    assert [entry.name for entry in opened.entries] == ["evil.txt"]
    with pytest.raises(Unreadable):
        opened.read(opened.entries[0])
    same = container(resigned(data), "a.7z")
    assert same.read(same.entries[0]) == TEXT


@pytest.mark.parametrize("method", [STORED, PRESSED])
def test_a_rar_is_read(method: int) -> None:
    if method and not any(map(shutil.which, PROGRAMS)):
        pytest.skip("nothing installed here unpacks RAR")
    data = to_rar({"a.txt": TEXT, "-镇/b.txt": TEXT * 1000, "[c]*.txt": TEXT}, method)
    for name, wanted in (("a.txt", TEXT), ("-镇/b.txt", TEXT * 1000), ("[c]*.txt", TEXT)):
        assert member(data, "a.rar", (name,)) == wanted


def test_without_a_program_a_rar_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("rarfile.CURRENT_SETUP", None)
    assert member(to_rar({"a.txt": TEXT}), "a.rar", ("a.txt",)) == TEXT
    with pytest.raises(Unreadable, match="unar"):
        member(to_rar({"a.txt": TEXT}, PRESSED), "a.rar", ("a.txt",))


def test_a_rar_of_the_old_format_has_names_in_gbk() -> None:
    data = to_old_rar({"白鹭镇\\年报.txt".encode("gbk"): TEXT})
    assert member(data, "a.rar", ("白鹭镇/年报.txt",)) == TEXT


def test_a_zip_of_old_has_names_in_gbk_and_a_foreign_one_in_utf8_without_saying_so() -> None:
    gbk = to_zip({"白鹭镇/乗.txt": TEXT}, gbk=True)
    assert member(gbk, "a.zip", ("白鹭镇/乗.txt",)) == TEXT
    foreign = bytearray(to_zip({"白鹭镇.txt": TEXT}))
    # Bit 11 says that the name is UTF-8: in the file's own head and in the directory.
    foreign[7] &= ~8
    foreign[foreign.index(b"PK\x01\x02") + 9] &= ~8
    assert member(bytes(foreign), "a.zip", ("白鹭镇.txt",)) == TEXT


@pytest.mark.parametrize(
    "data",
    [
        to_7z({"a.txt": TEXT}, password="1"),
        to_7z({"a.txt": TEXT}, password="1", hidden=True),
        to_rar({"a.txt": TEXT}, locked=True),
        to_hidden_rar(),
    ],
    ids=["7z", "7z with its list", "rar", "rar with its list"],
)
def test_a_locked_archive_says_so(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    (source,) = sources([tmp_path])
    with pytest.raises(Unreadable, match="有密码，请解密后再读"):
        read(source)


@KINDS
def test_too_many_files_are_refused(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parser.intake.bounds.MAX_MEMBERS", 9)
    names = [f"{number}.txt" for number in range(10)]
    with pytest.raises(Refused, match="超过 9 个"):
        container(WRITERS[ending](dict.fromkeys(names, b"x")), "a")
    assert len(container(WRITERS[ending](dict.fromkeys(names[1:], b"x")), "a").entries) == 9


BAD_NAMES = ("青山镇a.txt".encode("gbk"), b"\xff\xfe\x81abcd.txt", b"\xed\xa0\x80abcd.txt")


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_zip_that_wrongly_says_its_names_are_utf8_is_read(tmp_path: Path, name: bytes) -> None:
    stem = "白鹭" + "!" * (len(name) - 6)
    packed = to_zip({stem: TEXT}).replace(stem.encode(), name)
    (path,) = put(tmp_path, "a.zip", packed)
    assert path.startswith("a.zip/")
    assert (path == "a.zip/青山镇a.txt") == (name == BAD_NAMES[0])


@pytest.mark.parametrize("writer", [to_zip, to_7z, to_tar], ids=["zip", "7z", "tar.gz"])
def test_what_would_burst_is_refused_by_what_it_says(writer: Writer) -> None:
    with pytest.raises(Refused, match="压缩比"):
        container(writer({"a.txt": bytes(2 * MEGABYTE)}), "a")


def test_what_is_larger_than_it_says_is_refused() -> None:
    with pytest.raises(Refused, match="64 MB"):
        container(to_rar({"a.txt": TEXT}, PRESSED, says=65 * MEGABYTE), "a")
    with pytest.raises(Refused, match="压缩比"):
        container(to_rar({"a.txt": TEXT}, PRESSED, says=2 * MEGABYTE), "a")
    short = to_rar({"a.txt": TEXT}, STORED, says=3)
    with pytest.raises(Unreadable):
        member(short, "a", ("a.txt",))


def test_archives_in_an_archive_share_the_room_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parser.intake.members.MAX_TOTAL", MEGABYTE)
    inner = gzip.compress(bytes(range(256)) * 1200)
    paths = put(tmp_path, "a.zip", to_zip({f"{n}.gz": inner for n in range(4)}))
    # Three times 300 KB have room, the fourth has not.
    assert paths == [*(f"a.zip/{n}.gz/{n}" for n in range(3)), "a.zip/3.gz"]


def test_archives_in_an_archive_share_its_number_of_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parser.intake.members.MAX_MEMBERS", 5)
    inner = to_tar({"a.txt": TEXT, "b.txt": TEXT})
    paths = put(tmp_path, "a.zip", to_zip({"1.tgz": inner, "2.tgz": inner}))
    assert paths == ["a.zip/1.tgz/a.txt", "a.zip/1.tgz/b.txt", "a.zip/2.tgz"]


@KINDS
@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_cut_archive_says_so(tmp_path: Path, ending: str, keep: float) -> None:
    data = WRITERS[ending]({"a.txt": TEXT * 50, "b.txt": bytes(range(256)) * 4})
    (tmp_path / "a").write_bytes(data[: int(len(data) * keep)])
    (source,) = sources([tmp_path])
    with pytest.raises(Unreadable, match=r"损坏|不完整"):
        read(source)


def test_a_document_in_gzip_has_its_name_without_the_ending(tmp_path: Path) -> None:
    assert put(tmp_path, "年报.txt.gz", gzip.compress(TEXT)) == ["年报.txt.gz/年报.txt"]
    (source,) = sources([tmp_path])
    assert read(source)[0].text == TEXT.decode()


def test_links_in_an_archive_are_left_out() -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        link = tarfile.TarInfo("a.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    assert container(stream.getvalue(), "a.tar").entries == ()


@given(st.lists(st.text(), max_size=6))
def test_shown_names_lead_nowhere_and_differ(names: list[str]) -> None:
    shown = [entry.name for entry in distinct(Entry(name, 0, 0) for name in names)]
    assert len(set(shown)) == len(names)
    for name in shown:
        assert name.encode()
        assert name.isprintable() or not any(ord(c) < 32 for c in name)
        assert not {"", ".", ".."} & set(name.split("/"))


def test_bytes_that_are_no_utf8_are_read_as_gbk() -> None:
    raw = "白鹭镇年报.txt".encode("gbk").decode("utf-8", "surrogateescape")
    assert shown_name(raw) == "白鹭镇年报.txt"
    assert shown_name("a\ud800.txt") == "a\ufffd.txt"
    assert shown_name("a\u202etxt.exe") == "a\ufffdtxt.exe"


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(sorted(WRITERS)),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=4),
)
def test_a_damaged_archive_is_read_or_says_why(
    ending: str, damage: list[tuple[float, int]]
) -> None:
    data = bytearray(WRITERS[ending]({"a.txt": TEXT * 9, "镇/b.txt": TEXT}))
    for share, byte in damage:
        data[int(share * len(data))] = byte
    try:
        opened = container(bytes(data), "a")
        for entry in opened.entries:
            opened.read(entry)
        said = "read"
    except Unreadable as error:
        said = str(error)
    assert said
