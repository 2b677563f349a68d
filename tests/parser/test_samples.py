"""The sample reports: made from their descriptions, and each shows what it is there to show."""

from __future__ import annotations

import importlib.util
import sys
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from parser.intake.source import Source
from parser.model import Report, Severity
from parser.model.said import english
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.english import chinese_left

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
DESCRIPTIONS = sorted((ROOT / "packaging" / "samples").glob("*.toml"))
# What each sample shows: every code of severity error or warning, no more and no less.
SHOWS = {
    "01-clean": set[str](),
    "02-form-2019": set[str](),
    "03-broken-by-pages": set[str](),
    "04-traditional-twice": {"S301"},
    "05-web-page": set[str](),
    "06-word-merged-cells": set[str](),
    "07-wrong-sums": {"A101", "A102", "A203"},
    "08-blank-cells": {"V101", "V102", "V103"},
    "09-old-form": {"S206", "Y106"},
    "10-prose-against-tables": {"T101", "T105"},
    "11-two-years-first": set[str](),
    "12-two-years-second": set[str](),
}


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("_maker", ROOT / "packaging" / "make_samples.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["_maker"] = module
    spec.loader.exec_module(module)
    return module


def examined(file: str) -> Report:
    return examine(Source(file, SAMPLES / file), Profile())


def test_every_description_says_what_it_shows() -> None:
    assert [path.stem for path in DESCRIPTIONS] == list(SHOWS)


@pytest.mark.parametrize("description", DESCRIPTIONS, ids=lambda path: path.stem)
def test_a_sample_is_what_its_description_makes(maker: ModuleType, description: Path) -> None:
    sample = maker.read(description)
    assert (SAMPLES / sample.about["file"]).read_bytes() == maker.written(sample)


@pytest.mark.parametrize("description", DESCRIPTIONS, ids=lambda path: path.stem)
def test_a_sample_is_read_as_it_was_written(maker: ModuleType, description: Path) -> None:
    sample = maker.read(description)
    report = examined(sample.about["file"])
    assert (report.status, report.form) == ("ok", sample.about["form"])
    assert report.identity.year == sample.about["year"]
    printed = {key: raw for key, raw in sample.printed.items() if raw}
    assert {key: f.raw for key, f in report.figures.items() if f.raw} == printed
    for key, raw in printed.items():
        if raw.replace(".", "").isdigit():
            assert report.figures[key].value == Decimal(raw)


@pytest.mark.parametrize("description", DESCRIPTIONS, ids=lambda path: path.stem)
def test_a_sample_shows_what_it_is_there_for(maker: ModuleType, description: Path) -> None:
    report = examined(maker.read(description).about["file"])
    found = {f.code for f in report.findings if f.severity is not Severity.INFO}
    assert found == SHOWS[description.stem], [f.message for f in report.findings]
    sentences = [f.message for f in report.findings] + [r.sentence for r in report.repairs]
    assert [s for s in sentences if chinese_left(english(s))] == []
