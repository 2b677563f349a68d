"""One report in every format and layout, in one folder: the command gives the same values."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from parser.cli import run
from parser.intake import libreoffice
from parser.official.form import form_of
from tests.support import drawn, formats
from tests.support.everyformat import MAKERS
from tests.support.figures import right_figures
from tests.support.formats import Piece, pieces
from tests.support.layouts import LAYOUTS, report_text
from tests.support.sheetwriter import to_xls

FORM = form_of("2021")
FIGURES = right_figures("2021", Random(11), "large")
TITLE = "青禾县白鹭镇人民政府2022年政府信息公开工作年度报告"
PROSE = {
    1: "本年度我镇按照条例规定做好政府信息公开各项工作。",
    5: "公开内容不够全面，下一步加强培训，提高质量。",
    6: "本年度未收取信息处理费。",
}
BY_OFFICE = ("doc", "rtf", "xls")  # the other names are read alike


def write_all(folder: Path) -> list[str]:
    """Write the report in every way there is; return the paths as `check` tells them."""
    report = pieces(FORM, FIGURES)
    files: dict[str, bytes] = {f"格式.{name}": make(report) for name, make in MAKERS.items()}
    files |= {
        "网页 GBK.html": formats.to_html(report, "gbk"),
        "单页 GBK.mht": formats.to_mht(report, "gbk"),
        "文字 UTF-16.txt": formats.to_text(report).decode().encode("utf-16"),
        "文字 GB18030.txt": formats.to_text(report).decode().encode("gb18030"),
        "三张表.xlsx": formats.to_xlsx(report, 3),
        "两张表.xls": to_xls([("一", report[:6]), ("二", report[6:])]),
        "有线.pdf": _pdf(ruled=True),
        "无线.pdf": _pdf(ruled=False),
        "GBK 名.zip": formats.to_zip({"年报.docx": formats.to_docx(report)}, gbk=True),
        "内层.zip": formats.to_zip({"里.zip": formats.to_zip({"a.txt": formats.to_text(report)})}),
        "名不副实.doc": formats.to_docx(report),
        "没有后缀": formats.to_html(report),
    }
    for name in LAYOUTS:
        head = f"{TITLE}\n本报告所列数据的统计期限为2022年1月1日至2022年12月31日。"
        text = report_text(FORM, name, FIGURES, PROSE, head, "", Random(5))
        files[f"版式 {name}.{'html' if name == 'html' else 'txt'}"] = text.encode()
        if name == "markdown":
            files["版式 markdown.md"] = text.encode()
    if libreoffice.program() is not None:
        files |= {f"办公软件.{suffix}": _by_office(report, suffix) for suffix in BY_OFFICE}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    inside = {f"格式.{kind}": "年报.html" for kind in ("zip", "7z", "rar", "tgz")}
    inside |= {"GBK 名.zip": "年报.docx", "内层.zip": "里.zip/a.txt"}
    return sorted(f"{name}/{inside[name]}" if name in inside else name for name in files)


def _pdf(*, ruled: bool) -> bytes:
    return drawn.pdf(drawn.sheets(FORM, FIGURES, TITLE, ruled=ruled, closing=PROSE[6]))


def _by_office(report: list[Piece], suffix: str) -> bytes:
    return formats.by_office(report, suffix)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder, kept = tmp_path_factory.mktemp("年报"), tmp_path_factory.mktemp("out") / "out.json"
    expected = write_all(folder)
    assert run(["check", str(folder), "--json", str(kept), "--with-text", "--jobs", "2"]) == 0
    found = json.loads(kept.read_text("utf-8"))
    assert sorted(report["path"] for report in found["reports"]) == expected
    return found


def test_all_of_them_give_the_same_values_byte_for_byte(said: dict[str, Any]) -> None:
    wanted = json.dumps({key: float(v) if v != int(v) else int(v) for key, v in FIGURES.items()})
    for report in said["reports"]:
        values = json.dumps({key: f["value"] for key, f in report["figures"].items()})
        assert values == wanted, report["path"]
        for key, figure in report["figures"].items():
            raw = report["text"][figure["start"] : figure["end"]].strip()
            assert raw == figure["raw"], (report["path"], key)


def test_a_right_report_is_right_in_every_format(said: dict[str, Any]) -> None:
    for report in said["reports"]:
        assert (report["status"], report["form"], report["copies"]) == ("ok", "2021", 1)
        assert report["year"] == 2022, report["path"]
        wrong = [f["code"] for f in report["findings"] if f["severity"] != "info"]
        assert wrong == [], report["path"]
        assert report["repairs"] == []
