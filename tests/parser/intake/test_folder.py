from __future__ import annotations

import os
from pathlib import Path

import pytest

from parser.errors import Refused, Unreadable
from parser.intake import read, sources
from parser.intake.source import ASK_ABOVE, Source, content


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("一、总体情况\n", encoding="utf-8")


def paths(*given: Path) -> list[str]:
    return [source.path for source in sources(given)]


def test_subfolders_in_an_order_that_is_always_the_same(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.txt", "z/a.txt", "c/d/e.docx", "c/a.html")
    assert paths(tmp_path) == ["a.txt", "b.txt", "c/a.html", "c/d/e.docx", "z/a.txt"]


def test_what_can_be_no_report_is_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.docx", "~$a.docx", ".DS_Store", "Thumbs.db", ".审核/review.db", "x.gold.json")
    make(tmp_path, "._a.docx", "__MACOSX/a.docx", "run.exe", "desktop.ini")
    assert paths(tmp_path) == ["a.docx"]


def test_kinds_that_cannot_be_read_are_still_offered(tmp_path: Path) -> None:
    make(tmp_path, "a.rar", "a.ofd", "a.ppt", "noending", "a.xyz", "a.zip")
    assert len(paths(tmp_path)) == 6


def test_the_parts_of_a_saved_page_belong_to_the_page(tmp_path: Path) -> None:
    make(tmp_path, "年报.html", "年报_files/logo.png", "年报_files/style.htm", "other_files/a.txt")
    assert paths(tmp_path) == ["年报.html", "other_files/a.txt"]


def test_a_file_given_by_itself_is_named_by_its_name(tmp_path: Path) -> None:
    make(tmp_path, "x/a.json")
    assert paths(tmp_path / "x" / "a.json") == ["a.json"]


def test_two_folders_with_the_same_file_name(tmp_path: Path) -> None:
    make(tmp_path, "2021/a.txt", "2022/a.txt", "2022/b.txt")
    assert paths(tmp_path / "2021", tmp_path / "2022") == ["a.txt", "2022/a.txt", "b.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_that_leave_the_folder_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "outside/secret.txt", "folder/a.txt", "folder/sub/b.txt")
    folder = tmp_path / "folder"
    (folder / "out.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (folder / "outdir").symlink_to(tmp_path / "outside")
    (folder / "loop").symlink_to(folder)
    (folder / "inside.txt").symlink_to(folder / "sub" / "b.txt")
    (folder / "dangling.txt").symlink_to(folder / "nothing.txt")
    assert paths(folder) == ["a.txt", "inside.txt", "sub/b.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_blocks_nobody(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert paths(tmp_path) == ["a.txt"]
    with pytest.raises(Unreadable, match="普通文件"):
        content(Source("pipe.txt", tmp_path / "pipe.txt"))


def test_long_names_and_emoji(tmp_path: Path) -> None:
    name = "年度报告📄" + "长" * 60 + ".txt"
    make(tmp_path, name)
    (source,) = sources([tmp_path])
    assert source.path == name
    assert read(source)[0].text == "一、总体情况\n"


@pytest.mark.skipif(os.name == "nt", reason="names are characters there")
def test_a_name_that_was_unpacked_as_gbk_is_shown_as_gbk(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/" + "年报.txt".encode("gbk")
    Path(os.fsdecode(raw)).write_text("一、总体情况\n", encoding="utf-8")
    (source,) = sources([tmp_path])
    assert source.path == "年报.txt"
    assert read(source)[0].text == "一、总体情况\n"


@pytest.mark.parametrize("data", [b"", b"  \n", b"\xef\xbb\xbf", b"\x00" * 100])
def test_an_empty_file_says_so(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    (source,) = sources([tmp_path])
    with pytest.raises(Unreadable, match="空的"):
        read(source)


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="不存在"):
        read(Source("a.txt", tmp_path / "a.txt"))


def test_a_huge_file_is_asked_about_first(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as stream:
        stream.truncate(ASK_ABOVE + 1)
    source = Source("a.txt", file)
    assert source.asks
    with pytest.raises(Refused, match="200 MB"):
        read(source)
    assert not Source("a.txt", file, large=True).asks


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    (tmp_path / "c.txt").write_bytes("一、总体情况\r\n".encode())
    digests = [read(source)[1] for source in sources([tmp_path])]
    assert digests[0] == digests[1] != digests[2]
