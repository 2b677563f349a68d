"""Cells: blanks, placeholders, words, impossible numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parser.model import Number, Reading, Severity
from parser.rules import values  # noqa: F401  registers the checks
from tests.support.built import Cell, built, hits, reading, severity
from tests.support.official import right_figures

RIGHT = {form: right_figures(form) for form in ("2019", "2021")}
CODES = ("V101", "V102", "V103", "V104", "V107", "V108")


def found(figures: dict[str, Cell], form: str = "2021") -> dict[str, list[tuple[str, ...]]]:
    report = built({**RIGHT[form], **figures}, form)
    return {code: [h.figures for h in hs] for code in CODES if (hs := hits(report, code))}


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_right_cells_give_nothing(form: str) -> None:
    assert found({}, form) == {}


def test_blanks_of_a_table_are_one_finding() -> None:
    blank = ("requests.granted.research", "requests.total.legal", "requests.total.other")
    other = ("review.pending",)
    assert found(dict.fromkeys((*blank, *other))) == {"V101": [blank, other]}


def test_finding_of_blanks_names_their_places() -> None:
    report = built({**RIGHT["2021"], "requests.granted.research": None, "review.total": None})
    first, second = hits(report, "V101")
    assert "表三有 1 格空白" in first.message
    assert "（一）予以公开（科研机构）" in first.message
    assert "表四有 1 格空白" in second.message
    assert first.spans == (report.figures["requests.granted.research"].span,)


def test_placeholder_is_not_also_a_blank() -> None:
    cell = reading("/", Reading.PLACEHOLDER)
    assert found({"disclosure.coercion.decisions": cell}) == {
        "V102": [("disclosure.coercion.decisions",)]
    }


def test_number_with_a_unit_and_words_without_a_number() -> None:
    keys = ("disclosure.licensing.decisions", "disclosure.penalty.decisions")
    cells = [reading("18件", Reading.WORDS, 18), reading("见附件", Reading.UNREADABLE)]
    assert found(dict(zip(keys, cells, strict=True))) == {"V103": [keys]}
    report = built({**RIGHT["2021"], **dict(zip(keys, cells, strict=True))})
    (hit,) = hits(report, "V103")
    assert "填“18件”" in hit.message
    assert "读不出数" in hit.message


@pytest.mark.parametrize(
    ("key", "value", "form", "wrong"),
    [
        ("requests.received.natural", -1, "2021", True),
        ("requests.received.natural", Decimal("1.5"), "2021", True),
        ("requests.received.natural", Decimal("3.0"), "2021", False),
        ("disclosure.fees.amount", Decimal("59237.2449"), "2021", False),
        ("disclosure.fees.amount", Decimal("-0.5"), "2021", True),
        ("disclosure.licensing.change", -8, "2019", False),
        ("disclosure.licensing.change", Decimal("0.5"), "2019", True),
        ("disclosure.licensing.previous", -8, "2019", True),
        ("disclosure.procurement.amount", Decimal("86.55"), "2019", False),
        ("disclosure.procurement.projects", Decimal("86.55"), "2019", True),
    ],
)
def test_impossible_counts(key: str, value: Number, form: str, wrong: bool) -> None:
    assert found({key: value}, form) == ({"V104": [(key,)]} if wrong else {})


def test_unusual_digits_are_mentioned_once_a_table() -> None:
    keys = ("disclosure.licensing.decisions", "disclosure.penalty.decisions")
    cells = [
        reading("３２６", Reading.NUMBER, 326, quirks=("fullwidth",)),
        reading("1,018", Reading.NUMBER, 1018, quirks=("thousands",)),
    ]
    report = built({**RIGHT["2021"], **dict(zip(keys, cells, strict=True))})
    (hit,) = hits(report, "V107")
    assert hit.figures == keys
    assert severity(hit, "V107") is Severity.INFO
    assert "全角数字、千位分隔符" in hit.message


def test_number_in_words_with_a_unit_is_one_finding() -> None:
    cell = reading("三件", Reading.WORDS, 3, quirks=("chinese",))
    assert set(found({"disclosure.penalty.decisions": cell})) == {"V103"}


def test_totals_alone_stand_for_the_blanks_of_their_table() -> None:
    parts = [k for k in RIGHT["2021"] if k.startswith("requests.") and not k.endswith(".total")]
    assert found(dict.fromkeys(parts)) == {"V108": [tuple(parts)]}


def test_one_filled_part_makes_the_rest_plain_blanks() -> None:
    parts = [k for k in RIGHT["2021"] if k.startswith("requests.") and not k.endswith(".total")]
    assert set(found(dict.fromkeys(parts[1:]))) == {"V101"}


def test_wholly_blank_table_is_blank() -> None:
    keys = [key for key in RIGHT["2021"] if key.startswith("requests.")]
    assert found(dict.fromkeys(keys)) == {"V101": [tuple(keys)]}


@pytest.mark.parametrize(("filled", "code"), [(11, "V101"), (13, "V108")])
def test_most_totals_must_be_filled(filled: int, code: str) -> None:
    """Of 25 rows: with fewer than half of the totals filled the table is simply blank."""
    keys = [key for key in RIGHT["2021"] if key.startswith("requests.")]
    totals = [key for key in keys if key.endswith(".total")]
    assert set(found(dict.fromkeys(set(keys) - set(totals[:filled])))) == {code}


def test_total_of_documents_is_no_total_of_parts() -> None:
    """The 2019 form calls a column of its first table a total; it is not the sum of others."""
    parts = [f"disclosure.{r}.{c}" for r in ("rules", "normative") for c in ("made", "published")]
    assert set(found(dict.fromkeys(parts), "2019")) == {"V101"}


def test_long_lists_are_cut_and_the_rest_is_counted() -> None:
    keys = [key for key in RIGHT["2021"] if key.startswith("review.")]
    keys += [key for key in RIGHT["2021"] if key.startswith("litigation.direct")]
    cell = reading("—", Reading.PLACEHOLDER)
    (hit,) = hits(built({**RIGHT["2021"], **dict.fromkeys(keys, cell)}), "V102")
    assert hit.message.count("填“—”") == 8
    assert hit.message.endswith("；另有 2 格。")
    (hit,) = hits(built({**RIGHT["2021"], "review.total": cell}), "V102")
    assert "另有" not in hit.message


def test_words_that_hold_a_number_are_used() -> None:
    cell = reading("18件", Reading.WORDS, 18)
    (hit,) = hits(built({**RIGHT["2021"], "disclosure.penalty.decisions": cell}), "V103")
    assert hit.message.endswith("已按其中的数字核算。")


def test_impossible_amount_is_not_called_a_count() -> None:
    amount, count = "disclosure.fees.amount", "disclosure.penalty.decisions"
    one, two = hits(built({**RIGHT["2021"], amount: -2, count: -2}), "V104")
    assert "件数不会是负数" in one.message
    assert "金额不会是负数" in two.message
