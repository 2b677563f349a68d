"""Repairs that tie are decided by the years before and after."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from parser.across.neighbours import evidence, is_tied, ranked
from parser.across.series import series
from parser.cli import run
from parser.intake.source import Source
from parser.model import Number, Repair
from parser.pipeline import examine
from parser.repair import Evidence
from parser.review.desk import Desk, open_desk
from parser.settings.profile import Profile
from tests.support.official import right_report
from tests.support.reviews import unreadable

UNIT = "南屏县白石镇人民政府"
IN, OUT = "requests.carried_in", "requests.carried_out"
# What follows upon the right sample report, which carries out 1 natural, 1 business, 2 in all.
FOLLOWING: dict[str, Number] = {
    f"{IN}.business": 1,
    f"{IN}.total": 2,
    f"{OUT}.business": 2,
    f"{OUT}.total": 3,
    "disclosure.normative.valid": 15,
}
# One more in a column and its total: every row holds, the balance of both columns does not.
WRONG_IN: dict[str, Number] = {f"{IN}.natural": 2, f"{IN}.total": 3}
WRONG_OUT: dict[str, Number] = {f"{OUT}.natural": 4, f"{OUT}.total": 5}


def write(folder: Path, year: int, figures: Mapping[str, Number] | None = None) -> str:
    text = right_report(
        figures=figures,
        title=f"{UNIT}{year}年政府信息公开工作年度报告",
        preface=f"统计期限自{year}年1月1日起至{year}年12月31日止。",
        append=f"{UNIT}\n{year + 1}年1月12日",
    )
    name = f"{year}.txt"
    (folder / name).write_text(text.replace("2023年，本机关", f"{year}年，本机关"), "utf-8")
    return name


def values(repair: Repair) -> dict[str, Number]:
    return {change.figure: change.value for change in repair.changes}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "年报").mkdir()
    made = open_desk([tmp_path / "年报"], Profile())
    yield made
    made.session.close()


def add(desk: Desk, folder: Path, name: str) -> None:
    desk.add(examine(Source(name, folder / name), Profile()))


def test_last_year_decides_between_repairs_that_tie(desk: Desk, tmp_path: Path) -> None:
    later = write(tmp_path, 2024, {**FOLLOWING, **WRONG_IN})
    add(desk, tmp_path, later)
    alone = desk.reviews[later]
    assert len(alone.suggestions) > 1
    assert values(alone.suggestions[0]) != {f"{IN}.natural": 1, f"{IN}.total": 2}
    add(desk, tmp_path, write(tmp_path, 2023))
    assert desk.take(desk.looking_across()()) == (later,)
    best = desk.reviews[later].suggestions[0]
    assert values(best) == {f"{IN}.natural": 1, f"{IN}.total": 2}
    assert "与上年报告衔接" in best.sentence
    assert len(desk.reviews[later].suggestions) == len(alone.suggestions)
    # Nothing new: nothing changes. The earlier year can no longer be read: as before.
    assert desk.take(desk.looking_across()()) == ()
    desk.add(unreadable("2023.txt"))
    assert desk.take(desk.looking_across()()) == (later,)
    assert desk.reviews[later].suggestions == alone.suggestions


def test_next_year_decides_what_was_carried_out(desk: Desk, tmp_path: Path) -> None:
    earlier = write(tmp_path, 2023, WRONG_OUT)
    for name in (earlier, write(tmp_path, 2024, FOLLOWING)):
        add(desk, tmp_path, name)
    desk.take(desk.looking_across()())
    best = desk.reviews[earlier].suggestions[0]
    assert values(best) == {f"{OUT}.natural": 1, f"{OUT}.total": 2}
    assert "与下年报告衔接" in best.sentence


def test_a_correction_elsewhere_keeps_the_order(desk: Desk, tmp_path: Path) -> None:
    later = write(tmp_path, 2024, {**FOLLOWING, **WRONG_IN})
    for name in (later, write(tmp_path, 2023)):
        add(desk, tmp_path, name)
    desk.take(desk.looking_across()())
    desk.correct(later, {"disclosure.licensing.decisions": 400}, "")
    assert values(desk.reviews[later].suggestions[0]) == {f"{IN}.natural": 1, f"{IN}.total": 2}


def test_a_year_whose_own_sums_fail_there_is_no_witness(tmp_path: Path) -> None:
    names = [write(tmp_path, 2023, WRONG_OUT), write(tmp_path, 2024, {**FOLLOWING, **WRONG_IN})]
    reports = [examine(Source(name, tmp_path / name), Profile()) for name in names]
    found = evidence(series(reports))
    assert f"{IN}.natural" not in found["2024.txt"].previous
    assert f"{IN}.total" not in found["2024.txt"].previous
    assert found["2024.txt"].previous[f"{IN}.business"] == 1


def test_reports_without_ties_stay_the_very_same(tmp_path: Path) -> None:
    names = [write(tmp_path, 2023), write(tmp_path, 2024, FOLLOWING)]
    reports = [examine(Source(name, tmp_path / name), Profile()) for name in names]
    found = evidence(series(reports))
    assert found["2024.txt"].previous[f"{IN}.total"] == 2
    for report in reports:
        assert ranked(report, found[report.path]) is report
    assert not is_tied(reports[0], Evidence())


def test_the_command_ranks_by_all_reports_of_the_folder(tmp_path: Path) -> None:
    folder, kept = tmp_path / "年报", tmp_path / "out.json"
    folder.mkdir()
    write(folder, 2023)
    write(folder, 2024, {**FOLLOWING, **WRONG_IN})
    assert run(["check", str(folder), "--json", str(kept), "--jobs", "1"]) == 1
    later = json.loads(kept.read_text("utf-8"))["reports"][1]
    assert {c["figure"]: c["value"] for c in later["repairs"][0]["changes"]} == {
        f"{IN}.natural": 1,
        f"{IN}.total": 2,
    }
