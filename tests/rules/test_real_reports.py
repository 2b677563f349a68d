"""Real reports: just these findings about file, structure, cells, sums; each is true."""

from __future__ import annotations

import pytest

import parser.rules  # noqa: F401  registers every check
from parser.intake import Source
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.reports import report

# Checks of wording, plausibility and contents have tests of their own.
OTHERS = {"S105", "S106", "S107", "S108", "S109", "V105", "V106"}

EXPECTED = {
    # no sixth section; two headings reworded; the last three rows of table three are missing
    "000_c09749977c2df184.txt": "S101 S102 S102 S202 A102",
    # （六） in one row; 法规 for 行政法规; 度止 for 废止; the unit of fees left out
    "001_26e4c39d6db4dceb.txt": "S202 S203 S204 S204",
    # noughts left blank in tables three and four, an amount in yuan with its unit
    "001_shanghai_office_2019.html": "V101 V101 V103 A101 A201",
    # traditional script, the body twice over in two layouts
    "002_60306489c46ed4d0.txt": "F105 S301",
    # the row label of the older form, accepted
    "003_2aa3b087b6fd8b19.txt": "S203",
    # a heading reworded; table three with totals only
    "004_a5e0757bc945c568.txt": "S102 V108",
    # （六） in one row; a label that lost 法规禁; totals of review and later litigation at nought
    "006_hongze_2023.pdf": "S202 S203 A201 A203",
    # 行政法复议 in a heading
    "015_pingtan_2022.html": "S102",
    # the same report with its cells run together: three tables declined
    "015_pingtan_2022_glued.txt": "F106 F106 F106 S102",
}


@pytest.mark.parametrize("name", EXPECTED)
def test_findings_of_a_real_report(name: str) -> None:
    found = examine(Source(name, report(name)), Profile()).findings
    codes = [f.code for f in found if f.family in "FSVA" and f.code not in OTHERS]
    assert " ".join(codes) == EXPECTED[name], [f.message for f in found]


# 统一的的 is printed so; 258 of 805 is 32%.
WORDING = {"015_pingtan_2022.html": "P201", "001_shanghai_office_2019.html": "T403"}


@pytest.mark.parametrize("name", EXPECTED)
def test_words_of_a_real_report(name: str) -> None:
    found = examine(Source(name, report(name)), Profile()).findings
    said = [f for f in found if f.code.startswith(("P2", "T4"))]
    assert " ".join(f.code for f in said) == WORDING.get(name, ""), [f.message for f in said]
