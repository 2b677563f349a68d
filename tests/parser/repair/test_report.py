"""Suggestions of whole reports, read and checked by the engine."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from parser.intake.source import Source
from parser.model import Number, Report, Severity
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.official import right_figures, right_report


def read(folder: Path, text: str) -> Report:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    return examine(Source(path.name, path), Profile())


def failed(report: Report) -> set[int]:
    return {
        place
        for place, finding in enumerate(report.findings)
        if finding.code in ("A101", "A102", "A103", "A201", "A202", "A203")
        and finding.severity is Severity.ERROR
    }


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize(
    "key", ["requests.granted.natural", "requests.received.total", "requests.total.business"]
)
def test_suggestion_settles_what_the_checks_find(form_id: str, key: str, tmp_path: Path) -> None:
    figures = right_figures(form_id)
    wrong: Mapping[str, Number | None] = {key: figures[key] + 3}
    report = read(tmp_path, right_report(form_id, figures=wrong))
    (repair,) = report.repairs
    assert [(c.figure, c.before, c.value) for c in repair.changes] == [
        (key, figures[key] + 3, figures[key])
    ]
    assert failed(report)
    assert set(repair.settles) == failed(report)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_right_report_gets_none(form_id: str, tmp_path: Path) -> None:
    assert read(tmp_path, right_report(form_id)).repairs == ()


def test_prose_tells_which_of_the_likely_figures_is_wrong(tmp_path: Path) -> None:
    # 维持 1, 总计 3: by the sums alone any outcome may lack two, or the total is two too many.
    wrong: Mapping[str, Number | None] = {
        "review.upheld": 1,
        "review.corrected": 0,
        "review.other": 0,
        "review.pending": 0,
        "review.total": 3,
    }
    silent = read(tmp_path, right_report(figures=wrong))
    assert silent.repairs[0].changes[0].figure == "review.upheld"
    told = right_report(figures=wrong, sections={4: "本年度收到行政复议1件，结果维持1件。"})
    first = read(tmp_path, told).repairs[0]
    assert [(c.figure, c.value) for c in first.changes] == [("review.total", 1)]
    assert "与文字所述一致" in first.sentence
