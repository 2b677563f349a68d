"""The catalogue: every code registered once, each with a sentence, a source and a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

import parser.rules  # noqa: F401  registers every check
from parser.intake.reader import document
from parser.model import Status
from parser.pipeline import interpret
from parser.rules import help_page
from parser.rules.case import Case
from parser.rules.registry import all_rules, check_report
from parser.settings.profile import Profile

_CODES = """
F101 F102 F103 F104 F105 F106
S101 S102 S103 S104 S105 S106 S107 S108 S109 S201 S202 S203 S204 S205 S206 S207 S301 S302 S303
V101 V102 V103 V104 V105 V106 V107 V108
A101 A102 A103 A201 A202 A203 A301 A302 A303 A304 A305
T101 T102 T103 T104 T105 T106 T201 T202 T301 T302 T303 T401 T402 T403
Y101 Y102 Y103 Y104 Y105 Y106
N101 N102 N103 N104 N105
P101 P201 P202
X101 X102 X103 X104 X105 X106 X201 X202 X203 X301
"""
CATALOGUE = _CODES.split()

SEVERITIES = {
    "error": "F101 S101 S201 S202 S205 S206 S301 S302 V104 A101 A102 A103 A201 A202 A203 A303 "
    "Y101 P101 X101",
    "info": "F104 F105 S105 S107 S109 S207 V107 Y105 N103 X105",
}


def test_every_code_of_the_catalogue_is_registered_once() -> None:
    """Registering a code twice raises, so equal lists mean: each once, none invented."""
    assert [rule.code for rule in all_rules()] == CATALOGUE


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_severity_is_the_catalogues(rule) -> None:
    expected = next((s for s, codes in SEVERITIES.items() if rule.code in codes), "warning")
    assert rule.severity == expected


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_check_has_title_source_and_function(rule) -> None:
    assert rule.title
    assert rule.title_en
    assert rule.basis
    assert (rule.check is None) != (rule.cross is None)


def test_there_is_no_page_without_a_check() -> None:
    pages = {file.stem for file in help_page.PAGES.glob("*.md")}
    assert pages == set(CATALOGUE)


@pytest.mark.parametrize("status", ["not_a_report", "unreadable"])
def test_what_is_no_report_is_only_checked_as_a_file(status: Status) -> None:
    text = "澜溪市图书馆闭馆通知\n因设备检修，2024年5月6日至8日闭馆。\n澜溪市图书馆\n2024年5月2日\n"
    notice = interpret(document(text.encode(), "通知.txt", None), "通知.txt", "")
    found = check_report(Case(replace(notice, status=status), Profile()))
    assert {finding.code[0] for finding in found} == {"F"}
