"""Sums: a right table gives nothing, a wrong cell exactly the sums that it stands in."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.model import Severity
from parser.official.form import Sum, form_of
from parser.rules import arithmetic  # noqa: F401  registers the checks
from tests.support.built import Cell, built, hits, severity
from tests.support.figures import Scale, right_figures, rows_of
from tests.support.official import right_figures as sample_figures

CODES = ("A101", "A102", "A103", "A201", "A202", "A203")
Case = tuple[str, dict[str, Cell]]


@st.composite
def right_tables(draw: st.DrawFn) -> Case:
    form = draw(st.sampled_from(["2019", "2021"]))
    single = form == "2019" or draw(st.booleans())
    scale: Scale = draw(st.sampled_from(get_args(Scale)))
    rng = Random(draw(st.integers(0, 2**32)))
    return form, dict(right_figures(form, rng, scale, single_other_row=single))


def sums_of(form: str, figures: dict[str, Cell]) -> tuple[Sum, ...]:
    return form_of(form).sums(rows_of(figures))


@settings(max_examples=40, deadline=None)
@given(right_tables())
def test_right_table_gives_nothing(case: Case) -> None:
    form, figures = case
    assert [hit for code in CODES for hit in hits(built(figures, form), code)] == []


@settings(max_examples=60, deadline=None)
@given(right_tables(), st.data())
def test_one_wrong_cell_gives_exactly_its_sums(case: Case, data: st.DataObject) -> None:
    form, figures = case
    sums = sums_of(form, figures)
    key = data.draw(st.sampled_from(sorted({key for entry in sums for key in entry.keys})))
    shift = data.draw(st.sampled_from([-3, 1, 10, 400]))
    figures[key] = figures[key] + shift  # type: ignore[operator]
    found = [(code, hit.figures) for code in CODES for hit in hits(built(figures, form), code)]
    assert found == [(entry.code, entry.keys) for entry in sums if key in entry.keys]


@settings(max_examples=60, deadline=None)
@given(right_tables(), st.data())
def test_blank_is_never_nought(case: Case, data: st.DataObject) -> None:
    """A blank makes its sums not assessable: one piece of information a table, no error."""
    form, figures = case
    sums = sums_of(form, figures)
    keys = sorted({key for entry in sums for key in entry.keys})
    blank = data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=5, unique=True))
    figures |= dict.fromkeys(blank)
    found = [(code, hit) for code in CODES for hit in hits(built(figures, form), code)]
    assert all(severity(hit, code) is Severity.INFO for code, hit in found)
    requests = {key for key in blank if key.startswith("requests")}
    assert [set(hit.figures) for _, hit in found] == [
        part for part in (requests, set(blank) - requests) if part
    ]


def test_balance_is_spelled_out() -> None:
    figures = sample_figures("2021") | {
        "requests.received.natural": 12,
        "requests.carried_in.natural": 97,
        "requests.total.natural": 252,
        "requests.carried_out.natural": 0,
    }
    (hit,) = hits(built(figures), "A103")
    assert hit.arithmetic == "新收 12 + 上年结转 97 = 109，总计 252 + 结转 0 = 252"
    assert hit.message == f"表三“自然人”一列：{hit.arithmetic}，相差 143。"
    assert (hit.expected, hit.actual) == (109, 252)


def test_row_is_spelled_out_with_every_kind_of_applicant() -> None:
    figures = sample_figures("2021") | {"requests.received.total": 16}
    (hit,) = hits(built(figures), "A101")
    assert hit.arithmetic == (
        "自然人 12 + 商业企业 3 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 = 15，"
        "总计 16"
    )
    assert "“一、本年新收政府信息公开申请数量”一行" in hit.message


def test_long_column_leaves_the_noughts_out() -> None:
    figures = sample_figures("2021") | {"requests.total.business": 3}
    (hit,) = hits(built(figures), "A102")
    assert hit.arithmetic == (
        "（一）予以公开 1 + （四）1.本机关不掌握相关政府信息 1（其余各项为 0） = 2，总计 3"
    )


def test_column_of_noughts_is_said_to_be_one() -> None:
    figures = sample_figures("2021") | {"requests.total.legal": 2}
    (hit,) = hits(built(figures), "A102")
    assert hit.arithmetic == "各项都是 0，合计 0，总计 2"


def test_sums_are_exact() -> None:
    """0.1 + 0.2 is 0.3 here, whatever a fractional count may be worth otherwise."""
    parts = {"upheld": Decimal("0.1"), "corrected": Decimal("0.2"), "other": 0, "pending": 0}
    figures: dict[str, Cell] = {f"review.{name}": value for name, value in parts.items()}
    assert hits(built(figures | {"review.total": Decimal("0.3")}), "A201") == []
    assert len(hits(built(figures | {"review.total": Decimal("0.30001")}), "A201")) == 1


@pytest.mark.parametrize(
    ("code", "row"),
    [("A201", "review"), ("A202", "litigation.direct"), ("A203", "litigation.after_review")],
)
def test_each_group_of_challenges_has_its_own_code(code: str, row: str) -> None:
    figures = sample_figures("2021") | {f"{row}.corrected": 5}
    found = [(c, hit.figures[-1]) for c in CODES for hit in hits(built(figures), c)]
    assert found == [(code, f"{row}.total")]


def test_missing_row_leaves_its_columns_open() -> None:
    """The row's own sum is S202's business; the columns that need it are named once."""
    figures = {
        key: value
        for key, value in sample_figures("2021").items()
        if not key.startswith("requests.carried_out")
    }
    report = built(figures, absent=["requests.carried_out"])
    found = [(code, hit) for code in CODES for hit in hits(report, code)]
    assert [code for code, _ in found] == ["A103"]
    assert severity(found[0][1], "A103") is Severity.INFO
    assert set(found[0][1].figures) == {
        f"requests.carried_out.{column.key}"
        for column in form_of("2021").table("requests").blocks[0].columns
    }


def test_row_with_a_lost_cell_is_in_no_sum() -> None:
    """Its figures may stand one column off: what they would break is not held against anyone."""
    figures = {k: v for k, v in sample_figures("2021").items() if k != "requests.granted.total"} | {
        "requests.granted.business": 0
    }
    found = [(code, hit) for code in CODES for hit in hits(built(figures), code)]
    assert [(code, severity(hit, code)) for code, hit in found] == [("A101", Severity.INFO)]
    assert {key.rpartition(".")[0] for key in found[0][1].figures} == {"requests.granted"}
    assert "分不清各属哪一列" in found[0][1].message


def test_table_that_is_not_there_is_not_assessed() -> None:
    figures = {k: v for k, v in sample_figures("2021").items() if k.startswith("disclosure")}
    assert [hit for code in CODES for hit in hits(built(figures), code)] == []


def test_table_with_totals_only_is_left_to_its_own_check() -> None:
    figures: dict[str, Cell] = {
        key: value if key.endswith(".total") else None
        for key, value in sample_figures("2021").items()
        if not key.startswith("disclosure")
    }
    report = built(figures)
    assert [hit for code in CODES for hit in hits(report, code)] == []
    assert len(hits(report, "V108")) == 2
