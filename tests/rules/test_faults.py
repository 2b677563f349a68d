"""Faults planted in whole reports: each is found, and nothing else is said above information."""

from __future__ import annotations

from pathlib import Path

import pytest

import parser.rules  # noqa: F401  registers every check
from parser.intake import Source
from parser.model import Finding, Report, Severity
from parser.official.form import form_of
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.official import Sample, right_report

ZEROS = ("0",) * 7


def examined(sample: Sample | str, folder: Path) -> Report:
    file = folder / "报告.txt"
    file.write_text(sample if isinstance(sample, str) else sample.text, encoding="utf-8")
    return examine(Source(file.name, file), Profile())


def faults(report: Report) -> list[Finding]:
    return [f for f in report.findings if f.severity is not Severity.INFO]


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_right_report_gives_neither_error_nor_warning(form: str, tmp_path: Path) -> None:
    assert [f.message for f in faults(examined(right_report(form), tmp_path))] == []


PLANTED: dict[str, tuple[Sample, list[str]]] = {
    "blank": (Sample(cells={"requests.rejected.repeated": ("", *ZEROS[1:])}), ["V101"]),
    "blank row": (Sample(cells={"disclosure.rules": ("", "", "")}), ["V101"]),
    "placeholder": (Sample(cells={"disclosure.rules": ("/", "0", "0")}), ["V102"]),
    "words": (Sample(cells={"disclosure.penalty": ("18（含撤销2件）",)}), ["V103"]),
    "negative": (Sample(cells={"disclosure.penalty": ("-18",)}), ["V104"]),
    "fraction": (Sample(cells={"disclosure.penalty": ("18.5",)}), ["V104"]),
    "row gone": (Sample(dropped=frozenset({"disclosure.coercion"})), ["S202"]),
    "first row gone": (Sample(dropped=frozenset({"requests.carried_in"})), ["S202"]),
    "disclosure gone": (
        Sample(
            dropped=frozenset(
                f"disclosure.{row}"
                for row in ("rules", "normative", "licensing", "penalty", "coercion", "fees")
            )
        ),
        ["S201"],
    ),
    "two labels": (
        Sample(labels={"7.属于行政执法案卷": "7.属于执法案卷", "行政处罚": "行政处分"}),
        ["S203", "S203"],
    ),
    "heading": (Sample(headings={2: "二、行政机关主动公开政府信息情况"}), ["S102"]),
    "two sections swapped by number": (
        Sample(
            headings={
                5: "六、存在的主要问题及改进情况",
                6: "五、其他需要报告的事项",
            }
        ),
        ["S103"],
    ),
    "sixth section empty": (Sample(sections={6: " "}), ["S104"]),
    "first section says none": (Sample(sections={1: "无"}), ["S104"]),
    "first section gone": (Sample(headings={1: " "}, sections={1: " "}), ["S101"]),
    "third section gone": (
        Sample(
            headings={3: " "},
            dropped=frozenset(row.key for row in form_of("2021").table("requests").regular_rows),
        ),
        ["S101"],
    ),
    "twice": (Sample(second=Sample()), ["S301"]),
    "twice, in another script": (Sample(second=Sample(traditional=True)), ["S301"]),
    "twice, a figure differs": (
        Sample(second=Sample(cells={"disclosure.penalty": ("81",)})),
        ["S302"],
    ),
    "twice, a sentence differs": (
        Sample(second=Sample(sections={6: "全年收取信息处理费一百元。"})),
        ["S302"],
    ),
    "single row for three": (Sample(cells={"requests.other": ZEROS}), ["S202"]),
}


@pytest.mark.parametrize("name", PLANTED)
def test_planted_fault_is_the_only_one(name: str, tmp_path: Path) -> None:
    sample, codes = PLANTED[name]
    found = faults(examined(sample, tmp_path))
    assert [f.code for f in found] == codes, [f.message for f in found]


def test_sixth_section_may_say_none(tmp_path: Path) -> None:
    assert faults(examined(Sample(sections={6: "无"}), tmp_path)) == []


def test_copies_differ_cell_by_cell_and_sentence_by_sentence(tmp_path: Path) -> None:
    second = Sample(
        cells={"disclosure.penalty": ("81",), "disclosure.coercion": ("",)},
        sections={6: "全年收取信息处理费一百元。"},
    )
    (finding,) = faults(examined(Sample(second=second), tmp_path))
    assert finding.figures == ("disclosure.penalty.decisions", "disclosure.coercion.decisions")
    assert "第一遍为 18、第二遍为 81" in finding.message
    assert "第一遍为 2、第二遍空白" in finding.message
    assert "第六部分第一遍写“本年度未收取信息处理费，没有其他需要报告的事项。”" in finding.message
    assert "第二遍写“全年收取信息处理费一百元。”" in finding.message


def test_wrong_sum_names_its_cells_and_places(tmp_path: Path) -> None:
    sample = Sample(cells={"review": ("1", "0", "0", "0", "2")})
    report = examined(sample, tmp_path)
    (finding,) = faults(report)
    assert finding.code == "A201"
    assert (finding.expected, finding.actual) == (1, 2)
    assert [span.of(report.text) for span in finding.spans] == ["2", "1"]
