"""S203 and S204 where a tool changed the labels of a whole table."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from parser.model import Finding, Severity
from parser.official.form import form_of
from tests.support.checked import report_of
from tests.support.official import Sample, right_figures

FORM = form_of("2021")
ROWS = [r.label for r in FORM.table("requests").rows if not r.instead_of]
COLUMNS = [c.label for t in FORM.tables[:2] for b in t.blocks for c in b.columns]
HINT = re.compile(r"（[^）]{3,}）")


def found(labels: dict[str, str]) -> list[Finding]:
    report = report_of(Sample(labels=labels).text)
    right = right_figures("2021")
    assert {key: figure.value for key, figure in report.figures.items()} == right
    return [f for f in report.findings if f.code in ("S202", "S203", "S204")]


@pytest.mark.parametrize(
    "change",
    [
        lambda label: label[:-1],
        lambda label: label[:-3] + "…",
        lambda label: re.sub(r"^(?:[一二四]、|（.）|\d\.)", "", label),
        lambda label: label + "（件）",
        lambda label: label[:8],
        lambda label: label[:10] + "…",
    ],
)
def test_a_table_reshaped_is_one_information(change: Callable[[str], str]) -> None:
    (finding,) = found({label: change(label) for label in ROWS if len(label) > 6})
    assert (finding.code, finding.severity) == ("S203", "info")
    assert len(finding.spans) > len(ROWS) // 2
    assert "requests.received.natural" in finding.figures


def test_a_mark_before_every_label_is_no_change() -> None:
    assert found({label: f"* {label}" for label in ROWS}) == []


def test_a_slip_of_its_own_stands_out_of_a_reshaped_table() -> None:
    labels = {label: label[:-1] for label in ROWS if len(label) > 6}
    labels["6.属于四类过程性信息"] = "6.属于四类过成性信息"
    both = {f.severity: f.message for f in found(labels)}
    assert "过成性" in both[Severity.WARNING]
    assert "有 " in both[Severity.INFO]


def test_a_few_labels_cut_short_are_the_units_own() -> None:
    few = [label for label in ROWS if label.startswith(("5.", "6."))]
    odd = found({label: label[:-1] for label in few})
    assert [f.severity for f in odd] == ["warning"] * len(few)


def test_columns_reshaped_are_one_information() -> None:
    cut = [c for c in COLUMNS if c.startswith("本年") or c.startswith("现行")]
    (finding,) = found({label: HINT.sub("", label)[:-1] for label in cut})
    assert (finding.code, finding.severity) == ("S204", "info")


def test_all_hints_gone_is_a_tools_doing_one_is_the_units() -> None:
    hinted = [label for label in [*ROWS, *COLUMNS] if HINT.search(label)]
    assert {f.severity for f in found({h: HINT.sub("", h) for h in hinted})} == {"info"}
    money = "本年收费金额（单位：万元）"
    assert [(f.code, f.severity) for f in found({money: "本年收费金额"})] == [("S204", "warning")]
