"""Keys and codes are taken apart in one place, and severities are named in one."""

from __future__ import annotations

import pytest

from parser.model import FAMILIES, CrossFinding, Finding, Severity, column_of, row_of
from parser.official.form import forms
from parser.rules.registry import all_rules


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
def test_the_key_of_a_figure_is_its_row_and_its_column(form) -> None:
    for key in form.figure_keys:
        _, row, column = form.find(key)
        assert (row_of(key), column_of(key)) == (row.key, column.key)


def test_a_finding_and_its_check_are_of_one_family() -> None:
    for rule in all_rules():
        assert rule.family in FAMILIES
        said = (rule.code, rule.severity, "…")
        made = Finding(*said) if rule.check else CrossFinding(*said, ("甲.txt", "乙.txt"))
        assert made.family == rule.family
        assert made.family != "X" or rule.cross is not None


def test_every_severity_has_its_own_name() -> None:
    assert len({severity.label for severity in Severity}) == len(Severity)
    assert [severity.label_en for severity in Severity] == ["error", "warning", "information"]
