"""Figures of one row that cannot all be true."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parser.model import Number, Severity
from parser.rules import coherence  # noqa: F401  registers the checks
from tests.support.built import built, hits, severity
from tests.support.official import right_figures

CODES = ("A301", "A302", "A303", "A304", "A305")

# row, its columns' values, what must be said: code and severity, or None.
CASES: list[tuple[str, str, tuple[Number | None, ...], tuple[str, str] | None]] = [
    ("2021", "disclosure.normative", (3, 0, 2), ("A301", "warning")),
    ("2021", "disclosure.normative", (3, 1, 2), None),
    ("2021", "disclosure.normative", (3, 5, 0), None),
    ("2021", "disclosure.rules", (2, 1, 0), ("A301", "warning")),
    ("2021", "disclosure.normative", (3, None, 2), None),
    ("2021", "disclosure.normative", (0, 0, 0), None),
    ("2019", "disclosure.normative", (5, 5, 4), ("A302", "warning")),
    ("2019", "disclosure.normative", (0, 5, 5), None),
    ("2019", "disclosure.penalty", (3, -5, 0), ("A303", "error")),
    ("2019", "disclosure.penalty", (5, -5, 0), None),
    ("2019", "disclosure.penalty", (-3, 0, 0), None),
    ("2019", "disclosure.fees", (1, -2), ("A303", "error")),
    ("2019", "disclosure.procurement", (0, Decimal("0.5")), ("A304", "warning")),
    ("2019", "disclosure.procurement", (2, 0), ("A304", "warning")),
    ("2019", "disclosure.procurement", (0, 0), None),
    ("2019", "disclosure.coercion", (0, 0, 6), ("A305", "warning")),
    ("2019", "disclosure.coercion", (4, -4, 6), ("A305", "info")),
    ("2019", "disclosure.coercion", (0, 2, 6), None),
    ("2019", "disclosure.coercion", (0, 0, 0), None),
]


@pytest.mark.parametrize(("form", "row", "values", "said"), CASES)
def test_rows(
    form: str, row: str, values: tuple[Number | None, ...], said: tuple[str, str] | None
) -> None:
    figures: dict[str, Number | None] = dict(right_figures(form))
    columns = [key for key in figures if key.rpartition(".")[0] == row]
    figures |= dict(zip(columns, values, strict=True))
    report = built(figures, form)
    found = [(code, hit) for code in CODES for hit in hits(report, code)]
    assert [(code, severity(hit, code)) for code, hit in found] == ([said] if said else [])
    for _, hit in found:
        assert set(hit.figures) <= set(columns)
        assert len(hit.spans) == len(hit.figures)


def test_arithmetic_is_spelled_out() -> None:
    figures = right_figures("2019") | {"disclosure.licensing.change": -50}
    (hit,) = hits(built(figures, "2019"), "A303")
    assert hit.arithmetic == "上一年项目数量 41 + 本年增减 -50 = -9"
    assert (hit.expected, hit.actual) == (0, -9)
    assert hits(built(figures, "2019"), "A305") == []


def test_severities_are_warnings_but_for_the_impossible() -> None:
    figures = right_figures("2021") | {"disclosure.normative.valid": 0}
    (hit,) = hits(built(figures), "A301")
    assert severity(hit, "A301") is Severity.WARNING
    assert (hit.expected, hit.actual) == (1, 0)
    assert hit.message == (
        "表二“行政规范性文件”：本年制发 2 - 本年废止 1 = 1，现行有效却只有 0 件。"
    )
