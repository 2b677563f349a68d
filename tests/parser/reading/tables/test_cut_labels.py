"""Column labels that end too soon: one is the unit's, several were cut by what saved the page."""

from __future__ import annotations

import pytest

from parser.model import Fit
from tests.support.checked import report_of
from tests.support.official import right_report

SHORTENED = {"法律服务机构": "法律", "社会公益组织": "社会"}


@pytest.mark.parametrize(
    ("short", "fits"),
    [
        ([], [Fit.EXACT, Fit.EXACT]),
        (["法律服务机构"], [Fit.NEAR, Fit.EXACT]),
        (["社会公益组织"], [Fit.EXACT, Fit.NEAR]),
        (["法律服务机构", "社会公益组织"], [Fit.CUT, Fit.CUT]),
    ],
)
def test_one_short_label_is_held_against_the_unit_and_several_are_not(
    short: list[str], fits: list[Fit]
) -> None:
    text = right_report()
    for label in short:
        text = text.replace(label, SHORTENED[label])
    report = report_of(text)
    assert report.body is not None
    table = report.body.table("requests")
    assert table is not None
    seen = {match.column: match.fit for match in table.columns}
    assert [seen["legal"], seen["welfare"]] == fits
    told = [f.code for f in report.findings if f.code.startswith("S2")]
    assert bool(told) == (len(short) == 1)
