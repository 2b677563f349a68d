"""Checks that are called 误报 again and again, and what a folder keeps of the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from parser.model import Severity
from parser.review.entries import Entry
from parser.review.folder_settings import FILE, FolderSettings
from parser.review.misjudged import Misjudged, Misjudgements
from parser.review.review import Decision, Verdict
from parser.settings.profile import Profile


def entry(path: str, decision: Decision | None, code: str = "T101") -> Entry:
    when = datetime(2024, 1, 1, tzinfo=UTC)
    verdict = Verdict(f"{code}-1", decision, "", "王审", when) if decision else None
    return Entry(path, f"{code}-1", code, Severity.WARNING, "", "", (), (), verdict)


def counted(dismissed: int, others: int, other: Decision | None = None) -> Misjudgements:
    made = Misjudgements()
    for at in range(dismissed + others):
        made.put(f"{at}.txt", [entry(f"{at}.txt", "dismissed" if at < dismissed else other)])
    return made


@pytest.mark.parametrize(
    ("dismissed", "others", "offered"),
    [(8, 0, True), (5, 3, True), (4, 4, False), (7, 0, False), (5, 2, False), (30, 31, False)],
)
def test_more_than_half_of_at_least_eight_reports(
    dismissed: int, others: int, offered: bool
) -> None:
    for other in (None, "confirmed"):
        made = counted(dismissed, others, "confirmed" if other else None)
        assert bool(made.often()) == offered


def test_a_verdict_taken_back_counts_no_longer() -> None:
    made = counted(5, 3)
    assert made.often() == (Misjudged("T101", 8, 5),)
    made.put("0.txt", [entry("0.txt", None)])
    assert made.often() == ()
    made.put("0.txt", [entry("0.txt", "dismissed")])
    made.drop("7.txt")
    assert made.often() == ()


def test_a_report_where_one_was_right_is_no_misjudged_one() -> None:
    made = counted(5, 3)
    right = replace(entry("0.txt", "confirmed"), id="T101-2")
    made.put("0.txt", [entry("0.txt", "dismissed"), right])
    assert made.often() == ()


def test_what_is_set_for_a_folder_is_kept_beside_its_log(tmp_path: Path) -> None:
    log = tmp_path / "review.db"
    assert FolderSettings.load(log) == FolderSettings()
    FolderSettings().lowered("T101", Severity.INFO).keeping("A101").save(log)
    again = FolderSettings.load(log)
    assert (again.severities, again.kept) == ({"T101": Severity.INFO}, frozenset({"A101"}))
    profile = again.over(Profile(severities={"V101": Severity.ERROR}))
    assert profile.severities == {"V101": Severity.ERROR, "T101": Severity.INFO}


@pytest.mark.parametrize("text", ["[severity", 'kept = 3\nseverity = "x"', "[severity]\nA = 7"])
def test_settings_that_make_no_sense_are_left_out(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert FolderSettings.load(tmp_path / "review.db") == FolderSettings()
