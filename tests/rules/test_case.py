"""The case that the checks share: worked out once, on its own thread, and no part of the report."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier

import pytest

from parser import claims
from parser.model import Finding, Number, Report
from parser.reading import prose
from parser.rules import check_report
from parser.rules.case import Case
from parser.settings.profile import Profile
from tests.support.checked import report_of
from tests.support.figures import right_figures
from tests.support.official import right_report

_TIMES = 12


@pytest.fixture
def _restless() -> Iterator[None]:
    """Let threads take turns as often as Python can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def faulty(seed: int, said: str) -> Report:
    """Return a report in which a sum, a sentence and a row do not fit."""
    figures: dict[str, Number | None] = {**right_figures("2021", Random(seed), "large")}
    figures["requests.total.natural"] = 4000 + seed
    text = right_report(figures=figures, sections={1: said})
    return report_of(text, f"{seed}.txt")


def reports() -> tuple[Report, Report]:
    return (
        faulty(1, "全年共收到政府信息公开申请31件，上年结转2件，均已答复。我县我镇高度重视。"),
        faulty(2, "本年度新收政府信息公开申请7件，其中自然人5件、法人1件，结转下年度继续办理4件。"),
    )


@pytest.mark.usefixtures("_restless")
def test_two_reports_in_two_threads_are_checked_as_one_after_the_other() -> None:
    profile = Profile()
    one, two = reports()
    expected = [check_report(Case(one, profile)), check_report(Case(two, profile))]
    assert all(len(findings) > 3 for findings in expected)
    assert expected[0] != expected[1]
    together = Barrier(2)

    def checked(report: Report) -> list[tuple[Finding, ...]]:
        together.wait()
        return [check_report(Case(report, profile)) for _ in range(_TIMES)]

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(checked, (one, two)))
    assert found == [[findings] * _TIMES for findings in expected]


def test_one_case_reads_prose_and_claims_once(monkeypatch: pytest.MonkeyPatch) -> None:
    report, _ = reports()
    asked: list[str] = []

    def counted(module: object, name: str) -> None:
        own = getattr(module, name)

        def counting(*arguments: object) -> object:
            asked.append(name)
            return own(*arguments)

        monkeypatch.setattr(module, name, counting)

    for name in ("paragraphs", "sentences"):
        counted(prose, name)
    for name in ("mentioned", "claimed"):
        counted(claims, name)
    check_report(Case(report, Profile()))
    assert sorted(asked) == ["claimed", "mentioned", "paragraphs", "sentences"]


def test_the_case_does_not_travel_with_the_report() -> None:
    report, _ = reports()
    before = len(pickle.dumps(report))
    case = Case(report, Profile())
    check_report(case)
    assert case.claims
    assert case.sentences
    assert len(pickle.dumps(report)) == before


def test_a_case_is_what_reading_the_report_by_itself_gives() -> None:
    for report in reports():
        case = Case(report, Profile())
        assert case.paragraphs == prose.paragraphs(report)
        assert case.claims == claims.read(report) != ()
