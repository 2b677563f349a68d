"""Reports of every kind through the whole pipeline: right ones are silent, one fault is found.

`make corpus` runs two thousand of each, `make test` a slice.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from parser.intake.source import Source
from parser.model import Finding, Report, Severity
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.corpus import Draft, printed, right_draft
from tests.support.fault import Fault, Planted
from tests.support.phrases import COUNTS, COUNTS_2021, DECISIONS, NONES
from tests.support.planted import FAULTS, INFORMED

REPORTS = int(os.environ.get("CORPUS_REPORTS", "60"))
# Parts of the corpus, so that several processes can share the long run.
PARTS = 4 if REPORTS > 500 else 1
_FAR = 10_000_019


def read(draft: Draft, folder: Path) -> Report:
    name, data = printed(draft)
    file = folder / name
    file.write_bytes(data)
    return examine(Source(name, file), Profile())


def loud(report: Report) -> list[Finding]:
    return [f for f in report.findings if f.severity is not Severity.INFO]


def told(draft: Draft, findings: list[Finding]) -> str:
    said = [(f.code, f.message) for f in findings]
    return f"{draft.seed} {draft.layout} {draft.encoding} {draft.body.name} {draft.year}: {said}"


def plant(fault: Fault, seed: int) -> Planted:
    """Plant the fault in the first right report from the seed on that has a place for it."""
    rng = Random(seed)
    while True:
        found = fault(right_draft(seed), rng)
        if found:
            return found
        seed += _FAR


def wrong_with(planted: Planted, report: Report) -> str:
    """Return what the checks missed or said too much, "" where they were right."""
    findings = list(report.findings) if planted.code in INFORMED else loud(report)
    found = [f for f in findings if f.code == planted.code]
    if not found or not set(planted.figures) <= {key for f in found for key in f.figures}:
        return f"{planted.code} missed"
    others = [f for f in loud(report) if f is not found[0] and f.code not in planted.implied]
    others = [f for f in others if not set(planted.touched) & set(f.figures)]
    return f"besides {planted.code}" if others else ""


def share(part: int, of: int) -> Iterator[int]:
    yield from range(part * of // PARTS, (part + 1) * of // PARTS)


def test_there_are_many_ways_of_saying_the_counts() -> None:
    assert len({*COUNTS, *COUNTS_2021, *DECISIONS, *NONES}) >= 60


@pytest.mark.parametrize("part", range(PARTS))
def test_right_reports_are_read_to_the_figure_and_nothing_is_said(
    part: int, tmp_path: Path
) -> None:
    wrong: list[str] = []
    for seed in share(part, REPORTS):
        draft = right_draft(seed)
        report = read(draft, tmp_path)
        assert (report.status, report.form) == ("ok", draft.form.id), told(draft, [])
        figures = {key: figure.value for key, figure in report.figures.items()}
        assert figures == draft.figures, told(draft, [])
        assert report.identity.year == draft.year, told(draft, [])
        if loud(report):
            wrong.append(told(draft, loud(report)))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("part", range(PARTS))
def test_one_fault_is_found_and_nothing_else_is_said(part: int, tmp_path: Path) -> None:
    wrong: list[str] = []
    many: Counter[str] = Counter()
    for number in share(part, max(REPORTS, len(FAULTS))):
        fault = FAULTS[number % len(FAULTS)]
        planted = plant(fault, number)
        report = read(planted.draft, tmp_path)
        many[fault.__name__] += 1
        amiss = wrong_with(planted, report)
        if amiss:
            wrong.append(f"{fault.__name__} {amiss}: {told(planted.draft, loud(report))}")
    print(
        f"{sum(many.values())} faults of {len(many)} kinds, not as expected: {len(wrong)}", *wrong
    )
    assert len(wrong) <= sum(many.values()) // 100, "\n".join(wrong)
