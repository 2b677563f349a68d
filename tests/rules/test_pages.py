"""Every check's help page: all parts there, the bad example found, the good one silent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import parser.rules  # noqa: F401  registers every check
from parser import intake
from parser.across.docket import Docket
from parser.intake import Source
from parser.model import CrossFinding, Finding, Note, Report, Severity
from parser.model.said import english
from parser.official.form import form_of
from parser.pipeline import assess, examine, interpret
from parser.rules import help_page
from parser.rules.registry import all_rules, check_across
from parser.settings.profile import Profile
from tests.support.english import chinese_left
from tests.support.examples import samples

# Families whose faults lie in rows or cells: the finding must say which.
NAMES_FIGURES = ("S202", "S205", "V1", "A")
# Families whose examples hold one fault each: nothing else may be said of them.
ONE_FAULT = ("F", "S", "V", "A")
# A wrong cell stands in the sum of its row and in those of its column.
SUMS = ("A1", "A2")

CODES = [rule.code for rule in all_rules()]


def examined(
    blocks: tuple[help_page.Block, ...], folder: Path
) -> tuple[list[Report], list[Finding | CrossFinding]]:
    """Write the example's reports, read them back, and return all that is said of them."""
    reports: list[Report] = []
    rosters = [block.content for block in blocks if block.kind == "roster"]
    profile = Profile()
    if rosters:
        (folder / "roster.csv").write_text(rosters[0], encoding="utf-8")
        profile = Profile(roster=str(folder / "roster.csv"))
    for number, sample in enumerate(samples(blocks), start=1):
        file = sample.write(folder, f"{number}.txt")
        source = Source(file.name, file)
        if sample.scanned:
            reports.append(noted(source))
        else:
            reports.append(examine(source, Profile()))
    found: list[Finding | CrossFinding] = [f for r in reports for f in r.findings]
    found += check_across(Docket(reports, profile))
    return reports, found


def noted(source: Source) -> Report:
    """Examine a text as if it had been read off a picture."""
    document, digest = intake.read(source)
    note = Note("F104", "共 1 页没有文字层，文字和数字由识别得出，请对照原件核对标为“待核”的各格。")
    read = replace(document, notes=(*document.notes, note))
    return assess(interpret(read, source.path, digest), Profile())


def faults(found: list[Finding | CrossFinding]) -> list[tuple[str, str]]:
    """Return what is said above information, as (code, sentence)."""
    return [(f.code, f.message) for f in found if f.severity is not Severity.INFO]


def named_rows(blocks: tuple[help_page.Block, ...]) -> set[str]:
    """Return the keys of the rows that the example prints or leaves out."""
    keys: set[str] = set()
    for sample in samples(blocks):
        keys |= set(sample.cells) | set(sample.dropped) | set(sample.extra)
    return keys


@pytest.mark.parametrize("code", CODES)
def test_bad_example_is_found(code: str, tmp_path: Path) -> None:
    bad = help_page.load(code).bad
    reports, found = examined(bad, tmp_path)
    hits = [f for f in found if f.code == code]
    assert hits, [(f.code, f.message) for f in found]
    assert [f.message for f in hits if chinese_left(english(f.message))] == []
    if code.startswith(SUMS):
        assert [fault for fault in faults(found) if not fault[0].startswith(SUMS)] == []
    elif code.startswith(ONE_FAULT):
        assert [fault for fault in faults(found) if fault[0] != code] == []
        assert len(hits) == 1
    if code.startswith(NAMES_FIGURES):
        form = form_of(reports[0].form or "")
        keys = set(hits[0].figures)
        assert keys
        assert all(form.find(key) for key in keys)
        assert {key.rpartition(".")[0] for key in keys} & named_rows(bad)


@pytest.mark.parametrize("code", CODES)
def test_good_example_is_silent(code: str, tmp_path: Path) -> None:
    _, found = examined(help_page.load(code).good, tmp_path)
    assert [f.message for f in found if f.code == code] == []
    assert faults(found) == []


@pytest.mark.parametrize("code", CODES)
def test_page_renders_for_terminal_and_window(code: str) -> None:
    loaded = help_page.load(code)
    for rendered in (help_page.as_text(loaded), help_page.as_markdown(loaded)):
        assert rendered.startswith((f"{code} ", f"# {code} "))
        assert all(heading in rendered for heading in help_page.HEADINGS)
    assert "```" not in help_page.as_text(loaded)
