"""Reports of one unit and their reviews, for the second round and the scores."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from parser.model import Number, Report
from parser.pipeline import assess
from parser.review.review import Correction, Review, Verdict, corrected, finding_id
from parser.settings.profile import Profile
from tests.support.checked import report_of
from tests.support.official import Sample

WHEN = datetime(2024, 3, 1, tzinfo=UTC)
TITLE = "南屏县白石镇人民政府2023年政府信息公开工作年度报告"
WRONG: Mapping[str, Number | None] = {"requests.total.natural": 21}


def read(path: str = "白石镇.txt", title: str = TITLE, **changed: object) -> Report:
    sample = Sample(title=title, year=2023, **changed)  # type: ignore[arg-type]
    return report_of(sample.text, path)


def reviewed(
    report: Report,
    confirm: tuple[str, ...] = (),
    dismiss: tuple[str, ...] = (),
    correct: Mapping[str, Number | None] | None = None,
) -> Review:
    """Return a review in which the findings of some checks were judged, and figures corrected."""
    verdicts = {
        name: Verdict(name, decision, "", "李审", WHEN, finding.figures)  # type: ignore[arg-type]
        for finding in report.findings
        for codes, decision in ((confirm, "confirmed"), (dismiss, "dismissed"))
        if finding.code in codes
        for name in [finding_id(finding)]
    }
    corrections = {
        key: Correction(key, report.figures[key].value, value, "", "李审", WHEN)
        for key, value in (correct or {}).items()
    }
    now = assess(corrected(report, corrections), Profile()) if corrections else report
    return Review(report, now, MappingProxyType(corrections), MappingProxyType(verdicts))
