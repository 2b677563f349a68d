"""The catalogue: every code registered once, each with a sentence, a source and a page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import parser.rules
from parser.intake.reader import document
from parser.model import Status
from parser.pipeline import interpret
from parser.rules import help_page
from parser.rules.case import Case
from parser.rules.registry import all_rules, check_report
from parser.settings.profile import Profile

_CODES = """
F101 F102 F103 F104 F105 F106 F107 F108
S101 S102 S103 S104 S105 S106 S107 S108 S109 S201 S202 S203 S204 S205 S206 S207 S301 S302 S303
V101 V102 V103 V104 V105 V106 V107 V108
A101 A102 A103 A201 A202 A203 A301 A302 A303 A304 A305
T101 T102 T103 T104 T105 T106 T201 T202 T301 T302 T303 T401 T402 T403 T404
Y101 Y102 Y103 Y104 Y105 Y106
N101 N102 N103 N104 N105
P101 P201 P202 P203 P204
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


def checks() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield every check as it is written, with the code that it is registered under."""
    for path in sorted(Path(parser.rules.__path__[0]).glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                for decorator in node.decorator_list:
                    if isinstance(decorator, ast.Call) and decorator.args:
                        code = decorator.args[0]
                        assert isinstance(code, ast.Constant)
                        yield str(code.value), node


def test_a_check_never_names_its_own_code() -> None:
    found = dict(checks())
    assert sorted(found) == sorted(CATALOGUE)
    for code, check in found.items():
        said = {
            node.value
            for statement in check.body
            for node in ast.walk(statement)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        named = {text for text in said if re.search(rf"\b{code}\b", text)}
        assert named <= {ast.get_docstring(check, clean=False)}, f"{code}: {named}"


def test_a_check_is_given_nothing_but_a_case_or_a_docket() -> None:
    for code, check in checks():
        given = [argument.arg for argument in check.args.args]
        assert given in (["case"], ["case", "code"], ["docket"]), f"{code}: {given}"


def test_there_is_no_page_without_a_check() -> None:
    pages = {file.stem for file in help_page.PAGES.glob("*.md")}
    assert pages == set(CATALOGUE)


@pytest.mark.parametrize("status", ["not_a_report", "unreadable"])
def test_what_is_no_report_is_only_checked_as_a_file(status: Status) -> None:
    text = "澜溪市图书馆闭馆通知\n因设备检修，2024年5月6日至8日闭馆。\n澜溪市图书馆\n2024年5月2日\n"
    notice = interpret(document(text.encode(), "通知.txt", None), "通知.txt", "")
    found = check_report(Case(replace(notice, status=status), Profile()))
    assert {finding.family for finding in found} == {"F"}
