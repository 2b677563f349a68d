from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from parser.cli import run
from parser.rules.registry import all_rules

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "resources" / "samples"
REPORT_KEYS = [
    "path",
    "status",
    "error",
    "format",
    "encoding",
    "script",
    "title",
    "unit",
    "year",
    "form",
    "copies",
    "sections",
    "figures",
    "findings",
    "repairs",
]
FIGURE_KEYS = ["value", "raw", "start", "end", "page", "box"]
FINDING_KEYS = ["code", "severity", "message", "figures", "expected", "actual", "spans", "places"]
PLACE_KEYS = ["figure", "start", "end", "found", "expected", "role"]
PROSE = "云岫县人力资源和社会保障局2023年.txt"
CLEAN = "云岫县柳湾镇人民政府2023年.txt"
WRONG = "澜溪市望江区人民政府2023年.docx"
BROKEN = "云岫县统计局2023年（下载不完整）.docx"


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Whole:
    """One run over all samples, with everything written."""

    outcome: Outcome
    raw: bytes
    said: dict[str, Any]
    book: Path

    def report(self, path: str) -> dict[str, Any]:
        return next(report for report in self.said["reports"] if report["path"] == path)


def called(arguments: Sequence[str | Path]) -> Outcome:
    """Run the program as a script does, with Qt out of reach: `check` must not need it."""
    code = (
        "import sys; sys.modules['PySide6'] = None; import main; sys.exit(main.main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("out")
    kept, book = folder / "out.json", folder / "out.xlsx"
    outcome = called(["check", SAMPLES, "--json", kept, "--xlsx", book, "--with-text"])
    raw = kept.read_bytes()
    return Whole(outcome, raw, json.loads(raw), book)


def test_json_has_the_keys_of_the_contract_in_their_order(whole: Whole) -> None:
    assert list(whole.said) == ["version", "reports", "across"]
    assert whole.said["version"] == 1
    for report in whole.said["reports"]:
        assert list(report) == [*REPORT_KEYS, "text"]
        for section in report["sections"]:
            assert list(section) == ["number", "heading", "start", "end"]
        for figure in report["figures"].values():
            assert list(figure) == FIGURE_KEYS
        for finding in report["findings"]:
            assert list(finding) == FINDING_KEYS
            assert all(list(place) == PLACE_KEYS for place in finding["places"])
        for repair in report["repairs"]:
            assert list(repair) == ["changes", "settles"]
            assert repair["changes"]
            for change in repair["changes"]:
                assert list(change) == ["figure", "from", "value"]
    for finding in whole.said["across"]:
        assert list(finding) == ["code", "severity", "message", "paths", "figures", "places"]
        assert all(list(place) == ["path", *PLACE_KEYS] for place in finding["places"])
        assert {place["path"] for place in finding["places"]} <= set(finding["paths"])


def test_the_json_tells_what_stands_at_each_place_and_what_is_expected(whole: Whole) -> None:
    """The sentence and the cell of a contradiction, and the last and the next year's cells."""
    prose = next(f for f in whole.report(PROSE)["findings"] if f["code"] == "T101")
    stated, *cells = prose["places"]
    assert (stated["role"], stated["found"], stated["expected"]) == (
        "stated",
        prose["actual"],
        prose["expected"],
    )
    text = whole.report(PROSE)["text"]
    assert str(stated["found"]) in text[stated["start"] : stated["end"]]
    assert [cell["figure"] for cell in cells] == prose["figures"]
    assert [cell["found"] for cell in cells] == [prose["expected"]]
    for finding in whole.said["across"]:
        for place in finding["places"]:
            figures = whole.report(place["path"])["figures"]
            if place["figure"]:
                figure = figures[place["figure"]]
                assert (figure["value"], figure["start"]) == (place["found"], place["start"])


def test_the_summary_counts_what_the_json_lists(whole: Whole) -> None:
    """A finding between reports counts for each report that it names."""
    told = whole.outcome.out.splitlines()
    summary = next(line for line in told if line.startswith("共 "))
    for severity, name in (("error", "错误"), ("warning", "疑点"), ("info", "提示")):
        own = sum(f["severity"] == severity for r in whole.said["reports"] for f in r["findings"])
        across = [f for f in whole.said["across"] if f["severity"] == severity]
        assert f"{name} {own + sum(len(f['paths']) for f in across)}" in summary


def test_every_figure_stands_where_the_json_says(whole: Whole) -> None:
    counted = 0
    for report in whole.said["reports"]:
        for figure in report["figures"].values():
            assert report["text"][figure["start"] : figure["end"]].strip() == figure["raw"]
            counted += 1
    assert counted > 2000


def test_numbers_are_whole_where_the_cell_holds_a_whole_one(whole: Whole) -> None:
    figures = whole.report(CLEAN)["figures"]
    received = figures["requests.received.total"]["value"]
    assert (received, type(received)) == (9, int)
    assert figures["disclosure.fees.amount"]["value"] == 1.25
    blank = whole.report("云岫县青石乡人民政府2022年.txt")["figures"]["disclosure.rules.made"]
    assert (blank["value"], blank["raw"]) == (None, "")


def test_paths_are_relative_to_the_folder_given(whole: Whole) -> None:
    paths = [report["path"] for report in whole.said["reports"]]
    assert "澜溪市卫生健康委员会/2023年年度报告.md" in paths
    assert len(paths) == len(set(paths)) == 14


def test_a_wrong_cell_is_found_and_its_repair_offered(whole: Whole) -> None:
    report = whole.report(WRONG)
    codes = [finding["code"] for finding in report["findings"]]
    assert {"A101", "A102", "A203"} <= set(codes)
    first = report["repairs"][0]
    assert first["changes"] == [
        {"figure": "requests.unavailable.not_held.natural", "from": 61, "value": 16}
    ]
    assert {codes[at] for at in first["settles"]} == {"A101", "A102"}


def test_a_file_that_cannot_be_read_is_a_report_with_its_reason(whole: Whole) -> None:
    report = whole.report(BROKEN)
    assert report["status"] == "unreadable"
    assert report["error"]
    assert report["format"] == "docx"
    assert (report["copies"], report["figures"], report["text"]) == (0, {}, "")
    assert [finding["code"] for finding in report["findings"]] == ["F101"]


def test_findings_between_reports_are_there(whole: Whole) -> None:
    found = {finding["code"]: finding for finding in whole.said["across"]}
    assert "X101" in found
    assert len(found["X101"]["paths"]) == 2


def test_terminal_tells_progress_summary_and_outcome(whole: Whole) -> None:
    assert whole.outcome.code == 1
    assert "[14/14]" in whole.outcome.err
    assert CLEAN not in whole.outcome.out  # nothing to tell of a right report
    assert "错误 A101" in whole.outcome.out
    assert "共 14 个文件：年报 12，不是年报 1，读不出 1" in whole.outcome.out
    assert "A101" not in whole.outcome.err


def test_workbook_holds_the_same_figures(whole: Whole) -> None:
    load: Any = openpyxl.load_workbook
    sheet = load(whole.book)["汇总"]
    keys = {cell.value: cell.column for cell in sheet[4]}
    rows = {sheet.cell(row, 3).value: row for row in range(5, sheet.max_row)}
    read = [report for report in whole.said["reports"] if report["status"] == "ok"]
    assert set(rows) == {report["path"] for report in read}
    for report in read:
        for key, figure in report["figures"].items():
            assert sheet.cell(rows[report["path"]], keys[key]).value == figure["value"]


def test_same_input_gives_the_same_bytes(whole: Whole, tmp_path: Path) -> None:
    again = tmp_path / "again.json"
    called(["check", SAMPLES, "--json", again, "--with-text", "--jobs", "1"])
    assert again.read_bytes() == whole.raw


def test_without_text_the_json_has_none(tmp_path: Path) -> None:
    kept = tmp_path / "out.json"
    assert run(["check", str(SAMPLES / CLEAN), "--json", str(kept)]) == 0
    (report,) = json.loads(kept.read_bytes())["reports"]
    assert list(report) == REPORT_KEYS
    assert report["path"] == CLEAN


def test_a_profile_turns_checks_off(tmp_path: Path) -> None:
    profile, kept = tmp_path / "方案.toml", tmp_path / "out.json"
    profile.write_text('[checks]\nA101 = "off"\nA102 = "warning"\n', encoding="utf-8")
    run(["check", str(SAMPLES / WRONG), "--json", str(kept), "--config", str(profile)])
    (report,) = json.loads(kept.read_bytes())["reports"]
    severities = {finding["code"]: finding["severity"] for finding in report["findings"]}
    assert "A101" not in severities
    assert severities["A102"] == "warning"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check"], ""),
        (["check", "没有这个文件夹"], "没有这个文件或文件夹：没有这个文件夹"),
        (["check", SAMPLES, "--jobs", "0"], "大于 0"),
        (["check", SAMPLES, "--json", "没有/out.json"], "文件夹不存在"),
        (["check", SAMPLES, "--config", "没有.toml"], "没有.toml"),
        (["rules", "Z999"], "Z999"),
        (["check", SAMPLES, "--unknown"], ""),
    ],
)
def test_wrong_usage_is_told_and_ends_with_two(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(argument) for argument in arguments]) == 2
    told = capsys.readouterr()
    assert sentence in told.err
    assert told.err
    assert told.out == ""


def test_nothing_readable_ends_with_two(tmp_path: Path) -> None:
    assert run(["check", str(SAMPLES / BROKEN)]) == 2
    assert run(["check", str(tmp_path)]) == 2


def test_rules_are_listed_in_the_order_of_the_catalogue(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["rules"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == [rule.code for rule in all_rules()]
    assert listed[0] == "F101"


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "a101"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("A101 ")
    for heading in ("【查什么】", "【错例】", "【正例】", "【In English】"):
        assert heading in out
