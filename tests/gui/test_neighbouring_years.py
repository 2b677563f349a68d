"""Another year's report on the desk decides which suggestion is shown first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parser.model import Report
from tests.support.reviews import judged, made_report, right
from tests.support.windows import given_window, type_figure

EARLIER, LATER = "丁乡2022.txt", "丁乡2023.txt"
IN, OUT = "requests.carried_in", "requests.carried_out"


def later() -> Report:
    """Return a report that carries one request in; without it both balances would hold."""
    values = dict.fromkeys(made_report().figures, 0)
    for row in ("received", "granted", "total"):
        values |= {f"requests.{row}.natural": 3, f"requests.{row}.total": 3}
    values |= {f"{IN}.natural": 1, f"{IN}.total": 1}
    return judged(made_report(LATER, "later", values=values))


def test_the_year_before_puts_the_likeliest_first_and_follows_corrections(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    alone = later().repairs
    carried = {f"{IN}.natural", f"{IN}.total"}
    assert {change.figure for change in alone[0].changes} != carried
    window = given_window(qtbot, tmp_path, [later(), right(EARLIER, "earlier", year=2022)])
    qtbot.addWidget(window)
    window.selection.select_report(LATER)

    def first() -> set[str]:
        window.selection.select_entry(next(iter(window.selection.entries), None))
        repair = window.selection.suggestion
        return {change.figure for change in repair.changes} if repair else set()

    qtbot.waitUntil(lambda: first() == carried)
    assert len(window.selection.suggestions) == len(alone)
    assert "与上年报告衔接" in window.selection.suggestions[0].sentence
    # The year before did carry one out after all: then the request carried in is right.
    window.selection.select_report(EARLIER)
    for column in ("natural", "total"):
        for row in ("received", "carried_out"):
            type_figure(qtbot, window, f"requests.{row}.{column}", "1")
    window.selection.select_report(LATER)
    qtbot.waitUntil(lambda: first() != carried)
    window.close()
