"""Names on disk whose bytes are GBK, as an old archive leaves them: everything is written."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from openpyxl import load_workbook

from parser.cli import run
from parser.review.folders import review_folders
from parser.review.session import Session

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names are characters there")
FOLDER, FILE = "年报夹".encode("gbk"), "白鹭镇年报.txt".encode("gbk")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + FOLDER))
    made.mkdir()
    report = "一、总体情况\n无。\n".encode()
    (made / os.fsdecode(FILE)).write_bytes(report)
    return made


def test_json_workbook_and_terminal_know_the_file_by_its_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, book = folder / "a.json", folder / "a.xlsx"
    assert run(["check", str(folder), "--json", str(kept), "--xlsx", str(book)]) in (0, 1, 2)
    (report,) = json.loads(kept.read_text(encoding="utf-8"))["reports"]
    assert report["path"] == "白鹭镇年报.txt"
    assert "白鹭镇年报.txt" in capsys.readouterr().out
    cells = [cell for sheet in load_workbook(book) for row in sheet.iter_rows() for cell in row]
    assert any("白鹭镇年报.txt" in str(cell.value) for cell in cells)
    links = {cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target}
    assert {unquote_to_bytes(link) for link in links} <= {FILE}


def test_a_review_is_kept_beside_the_reports_or_in_the_users_own_folder(folder: Path) -> None:
    beside, own = review_folders([folder])
    assert beside.parent == folder
    assert own != review_folders([folder.parent])[1]
    Session.open([folder]).close()
    assert (beside / "review.db").is_file()
