from __future__ import annotations

from pathlib import Path

import pytest

from parser.errors import Unreadable
from parser.intake import read, sources
from tests.support.formats import to_docx, to_zip

TEXT = "一、总体情况\n".encode()


def put(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder


def test_members_are_sources_named_by_their_way(tmp_path: Path) -> None:
    inner = to_zip({"c.txt": TEXT})
    data = to_zip({"镇/b.txt": TEXT, "a.docx": to_docx(["一、总体情况"]), "内.zip": inner})
    found = list(sources([put(tmp_path, "年报.zip", data)]))
    assert [source.path for source in found] == [
        "年报.zip/a.docx",
        "年报.zip/内.zip/c.txt",
        "年报.zip/镇/b.txt",
    ]
    assert [read(source)[0].text.strip() for source in found] == ["一、总体情况"] * 3


def test_gbk_names_are_shown_as_they_were(tmp_path: Path) -> None:
    found = list(sources([put(tmp_path, "a.zip", to_zip({"白鹭镇年报.txt": TEXT}, gbk=True))]))
    assert [source.path for source in found] == ["a.zip/白鹭镇年报.txt"]
    assert read(found[0])[0].text == TEXT.decode()


def test_archives_are_opened_one_level_deep_only(tmp_path: Path) -> None:
    deep = to_zip({"a.zip": to_zip({"b.zip": to_zip({"c.txt": TEXT})})})
    (source,) = sources([put(tmp_path, "deep.zip", deep)])
    assert source.path == "deep.zip/a.zip/b.zip"
    with pytest.raises(Unreadable, match="嵌套过深"):
        read(source)


def test_lock_files_and_programs_in_archives_are_left_out(tmp_path: Path) -> None:
    data = to_zip({"~$a.docx": b"x", "__MACOSX/._a.txt": b"x", "a.exe": b"MZ", "a.txt": TEXT})
    assert [s.path for s in sources([put(tmp_path, "a.zip", data)])] == ["a.zip/a.txt"]


def test_names_that_lead_out_are_only_names(tmp_path: Path) -> None:
    data = to_zip({"../../evil.txt": TEXT, "C:\\x.txt": TEXT})
    found = list(sources([put(tmp_path, "a.zip", data)]))
    assert [read(source)[0].text for source in found] == [TEXT.decode()] * 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_docx_by_another_name_is_no_archive(tmp_path: Path) -> None:
    found = list(sources([put(tmp_path, "a.zip", to_docx(["一、总体情况"]))]))
    assert [source.path for source in found] == ["a.zip"]


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04 cut off", to_zip({}), to_zip({"a.txt": TEXT})[:40]],
    ids=["mark alone", "empty", "cut short"],
)
def test_an_archive_that_cannot_be_opened_says_so(tmp_path: Path, data: bytes) -> None:
    (source,) = sources([put(tmp_path, "a.zip", data)])
    with pytest.raises(Unreadable):
        read(source)


def test_a_locked_member_says_so(tmp_path: Path) -> None:
    data = bytearray(to_zip({"a.txt": TEXT * 40}))
    # Bit 0 of the flags, in the local header and in the directory, says that it is encrypted.
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (source,) = sources([put(tmp_path, "a.zip", bytes(data))])
    with pytest.raises(Unreadable, match="密码"):
        read(source)
