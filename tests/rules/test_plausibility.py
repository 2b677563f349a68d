"""V105 and V106: amounts in the wrong unit, counts that cannot be meant."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parser.model import Level, Number
from parser.settings.profile import CEILINGS, Profile
from tests.support.checked import report_of, said
from tests.support.official import right_report

FEES = "disclosure.fees.amount"
NORMATIVE = "disclosure.normative.made"


def of_unit(unit: str, figures: dict[str, Number], form: str = "2021") -> str:
    year = {"2019": 2020, "2021": 2023}[form]
    return right_report(
        form,
        figures=figures,
        title=f"{unit}{year}年政府信息公开工作年度报告",
        append=f"{year + 1}年1月8日",
    )


@pytest.mark.parametrize(
    ("unit", "form", "key", "value", "wrong"),
    [
        ("白石镇", "2021", FEES, 474693, True),
        ("白石镇", "2021", FEES, Decimal("59.2449"), False),
        ("南屏县人民政府", "2021", FEES, Decimal("7730.28"), False),
        ("南屏县水利局", "2021", FEES, 152790, True),
        ("宿迁市人民政府", "2021", FEES, Decimal("592370.2449"), False),
        ("白石镇", "2019", "disclosure.procurement.amount", 760000, True),
        ("白石镇", "2019", "disclosure.procurement.amount", Decimal("86.5"), False),
    ],
)
def test_amounts(unit: str, form: str, key: str, value: Number, wrong: bool) -> None:
    found = said(report_of(of_unit(unit, {key: value}, form)), "V105")
    assert bool(found) is wrong
    if found:
        assert (found[0].figures, found[0].actual) == ((key,), value)


def test_amount_written_in_yuan() -> None:
    text = right_report().replace("\t3.6\n", "\t36000元\n")
    (found,) = said(report_of(text), "V105")
    assert "36000元" in found.message


@pytest.mark.parametrize(
    ("unit", "key", "value", "wrong"),
    [
        ("白石镇", NORMATIVE, 2023, True),
        ("白石镇", "disclosure.penalty.decisions", 2023, True),
        ("白石镇", "disclosure.licensing.decisions", 13900001234, True),
        ("白石镇", "disclosure.penalty.decisions", 2822652, True),
        ("白石镇", NORMATIVE, 14, False),
        ("南屏县人民政府", "disclosure.penalty.decisions", 2023, False),
        ("宿迁市人民政府", "disclosure.penalty.decisions", 2822652, False),
        ("南屏县人民政府", "disclosure.licensing.decisions", 13900001234, True),
    ],
)
def test_counts(unit: str, key: str, value: int, wrong: bool) -> None:
    figures: dict[str, Number] = {key: value, "disclosure.normative.valid": 3000}
    if value != 2023 or key != NORMATIVE:
        figures.pop("disclosure.normative.valid")
    found = said(report_of(of_unit(unit, figures)), "V106")
    assert bool(found) is wrong
    if found:
        assert key in found[0].figures


def test_a_year_in_a_countys_requests_is_asked_about_where_it_breaks_the_sums() -> None:
    wrong = report_of(of_unit("南屏县人民政府", {"requests.received.natural": 2023}))
    assert said(wrong, "V106")
    column = ("received", "granted", "total")
    right: dict[str, Number] = {f"requests.{row}.natural": 2023 for row in column}
    for key in ("partial", "denied.third_party", "unavailable.not_held", "rejected.petition"):
        right[f"requests.{key}.natural"] = 0
        right[f"requests.{key}.total"] = 1 if key == "unavailable.not_held" else 0
    right |= {"requests.received.total": 2026, "requests.granted.total": 2024}
    right |= {"requests.total.total": 2025}
    report = report_of(of_unit("南屏县人民政府", right))
    assert said(report, "A101") == said(report, "A102") == said(report, "A103") == []
    assert said(report, "V106") == []


def test_a_city_of_unknown_rank_is_not_measured() -> None:
    report = report_of(of_unit("云水市人民政府", {"disclosure.penalty.decisions": 2822652}))
    assert said(report, "V106") == []


def test_the_auditors_own_ceiling() -> None:
    ceilings = {**CEILINGS, Level.TOWNSHIP: {**CEILINGS[Level.TOWNSHIP], "decisions": 10}}
    report = report_of(right_report(), profile=Profile(ceilings=ceilings))
    (found,) = said(report, "V106")
    assert "disclosure.penalty.decisions" in found.figures
