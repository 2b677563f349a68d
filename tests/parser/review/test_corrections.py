"""A correction is a layer over what was read: value new, place and characters as they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from parser.intake.reader import document
from parser.model import Reading, Report
from parser.pipeline import interpret
from parser.review.review import Correction, corrected
from tests.support.official import right_report

KEY = "requests.received.natural"


def read() -> Report:
    return interpret(document(right_report().encode(), "a.txt", None), "a.txt", "")


def correction(value: int | None) -> Correction:
    return Correction(KEY, 12, value, "单位来电更正", "审核人", datetime(2026, 1, 5, tzinfo=UTC))


def test_the_place_and_the_characters_stay() -> None:
    report = read()
    before, after = report.figures[KEY], corrected(report, {KEY: correction(13)}).figures[KEY]
    assert (after.value, after.reading) == (13, Reading.NUMBER)
    assert (after.raw, after.span, after.box) == (before.raw, before.span, before.box)
    assert report.figures[KEY] == before


def test_a_doubtful_reading_is_settled_by_a_correction() -> None:
    report = read()
    assert report.body is not None
    unsure = replace(report.figures[KEY], confidence=0.4)
    body = replace(report.body, figures={**report.figures, KEY: unsure})
    report = replace(report, bodies=(body,))
    assert report.figures[KEY].doubtful
    assert not corrected(report, {KEY: correction(12)}).figures[KEY].doubtful
