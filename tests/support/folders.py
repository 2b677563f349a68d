"""Folders of report files for tests that go the whole way: read, look, correct, export."""

from __future__ import annotations

from pathlib import Path

from parser.model import Number
from tests.support.official import Sample

TOWN, NEXT_TOWN = "南屏县白石镇人民政府", "南屏县青溪乡人民政府"

# One wrong cell: 12 handled requests of natural persons stand as 21 in the row of totals.
WRONG_TOTAL: dict[str, Number | None] = {"requests.total.natural": 21}
RIGHT_TOTAL = 12
BLANKS: dict[str, Number | None] = {
    "requests.granted.natural": None,
    "review.corrected": None,
    "disclosure.rules.made": None,
}


def mixed_folder(folder: Path) -> Path:
    """Fill a folder: a wrong total, a right report, blanks, a missing row, a body twice, a ruin."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, "1 总计有误.txt", Sample(figures=WRONG_TOTAL, year=2023))
    _write(folder, "2 无误.txt", Sample(form="2019"))
    _write(folder, "3 空格.txt", _of(NEXT_TOWN, 2022, figures=BLANKS))
    _write(
        folder,
        "4 缺行.txt",
        _of("南屏县石桥乡人民政府", 2023, dropped=frozenset({"requests.partial"})),
    )
    third = "南屏县河东乡人民政府"
    twice = _of(third, 2022, second=_of(third, 2022, figures={"review.upheld": 2}))
    _write(folder, "5 两份正文.txt", twice)
    (folder / "6 损坏.docx").write_bytes(b"PK\x03\x04 this is no archive")
    return folder


def wrong_total(folder: Path, name: str = "总计有误.txt") -> Path:
    """Write one report with one wrong cell into a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, name, Sample(figures=WRONG_TOTAL, year=2023))
    return folder


def _of(unit: str, year: int, **changed: object) -> Sample:
    title = f"{unit}{year}年政府信息公开工作年度报告"
    return Sample(title=title, year=year, **changed)  # type: ignore[arg-type]


def _write(folder: Path, name: str, sample: Sample) -> None:
    (folder / name).write_text(sample.text, encoding="utf-8")
