from __future__ import annotations

import os
from pathlib import Path

import pytest

from parser.intake.source import Source
from parser.model import Report
from parser.settings.profile import Profile
from parser.workers import examine_all
from tests.support.examiners import by_name

PROFILE = Profile()


def named(*names: str, folder: Path = Path("/nowhere")) -> list[Source]:
    return [Source(name, folder / name) for name in names]


def run(*names: str, jobs: int = 2, time_limit: float = 30.0) -> dict[str, Report]:
    reports = examine_all(named(*names), PROFILE, jobs=jobs, examine=by_name, time_limit=time_limit)
    return {report.path: report for report in reports}


def test_every_source_gives_one_report_and_few_processes_do_it() -> None:
    reports = run(*(f"{n}.txt" for n in range(50)))
    assert len(reports) == 50
    processes = {report.digest.split("|")[0] for report in reports.values()}
    assert 1 <= len(processes) <= 2
    assert str(os.getpid()) not in processes


def test_the_chosen_encoding_reaches_the_file_it_was_chosen_for() -> None:
    reports = examine_all(
        named("a.txt", "b.txt"), PROFILE, jobs=1, encodings={"b.txt": "gbk"}, examine=by_name
    )
    assert {r.path: r.digest.split("|")[1] for r in reports} == {"a.txt": "None", "b.txt": "gbk"}


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("crash.docx", "异常退出"),
        ("exit.docx", "异常退出"),
        ("greedy.docx", "内存"),
        ("bug.docx", "KeyError"),
    ],
)
def test_one_bad_file_says_why_and_harms_no_other(name: str, word: str) -> None:
    reports = run("1.txt", name, "2.txt", "3.txt", "4.txt", "5.txt", jobs=1)
    assert len(reports) == 6
    assert reports[name].status == "unreadable"
    assert word in (reports[name].error or "")
    assert all(reports[f"{n}.txt"].status == "ok" for n in range(1, 6))


def test_what_one_file_needed_for_good_is_not_taken_from_the_next() -> None:
    reports = run("library-1.pdf", "library-2.pdf", "library-3.pdf", jobs=1)
    assert {report.error for report in reports.values()} == {None}
    assert len({report.digest for report in reports.values()}) == 1, "all in one process"


def test_a_stuck_file_is_stopped_and_the_one_behind_it_still_comes() -> None:
    # The first file's clock starts with the process itself, so a finished one goes first.
    reports = run("0.txt", "stuck.docx", "1.txt", "2.txt", jobs=1, time_limit=0.5)
    assert reports["stuck.docx"].status == "unreadable"
    assert "时间限制" in (reports["stuck.docx"].error or "")
    assert [reports[f"{n}.txt"].status for n in (0, 1, 2)] == ["ok"] * 3


def test_a_reader_that_asks_for_time_gets_it_and_holds_up_nobody(tmp_path: Path) -> None:
    names = ["0.txt", "patient.pdf", *(f"{n}.txt" for n in range(1, 12))]
    reports = examine_all(
        named(*names, folder=tmp_path), PROFILE, jobs=1, examine=by_name, time_limit=0.5
    )
    done: list[str] = []
    for report in reports:
        done.append(report.path)
        assert report.status == "ok"
        if len(done) == len(names) - 2:
            # All but the patient file and at most the one queued behind it.
            (tmp_path / "go").touch()
    assert sorted(done) == sorted(names)
    assert done.index("patient.pdf") >= len(names) - 2


def test_closing_kills_the_processes() -> None:
    reports = examine_all(
        named("0.txt", "stuck.docx", "stuck2.docx"), PROFILE, jobs=1, examine=by_name
    )
    process = int(next(reports).digest.split("|")[0])
    assert Path(f"/proc/{process}").exists() or os.name == "nt"
    reports.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_nothing_to_do_starts_no_process() -> None:
    assert list(examine_all([], PROFILE, examine=by_name)) == []
