from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from parser.review.folders import REVIEW_FOLDER, user_data
from parser.review.session import Act, ReadOnlySession, Session, to_number, to_text

ROOT = Path(__file__).resolve().parents[3]
CORRECT = Act("甲镇.txt", "d1", "correct", "requests.received.total", "4", "5", "看错一格")
VERDICT = Act("甲镇.txt", "d1", "judge", "A101-00", None, "dismissed", "单位已说明")


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "年报"
    made.mkdir()
    return made


def test_events_are_there_on_the_next_start(folder: Path) -> None:
    session = Session.open([folder])
    session.append([CORRECT], author="李审")
    session.append([VERDICT])
    session.close()

    again = Session.open([folder])
    first, second = again.events()
    assert (first.number, second.number) == (1, 2)
    assert first.who == "李审"
    assert (first.kind, first.target, first.old, first.new, first.reason) == (
        "correct",
        "requests.received.total",
        "4",
        "5",
        "看错一格",
    )
    assert second.previous == first.hash
    assert again.notices == ()
    assert again.place == folder / REVIEW_FOLDER / "review.db"
    again.close()


def test_a_killed_process_loses_nothing(folder: Path) -> None:
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from parser.review.session import Act, Session\n"
        "session = Session.open([Path(sys.argv[1])])\n"
        "for n in range(5):\n"
        "    session.append([Act('a', 'd', 'correct', 'k', str(n), str(n + 1), '')])\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(folder)], cwd=ROOT, check=False)
    assert done.returncode != 0
    session = Session.open([folder])
    assert [event.new for event in session.events()] == ["1", "2", "3", "4", "5"]
    assert session.writable
    assert session.notices == ()
    session.close()


def test_an_act_that_fails_leaves_none_of_its_companions(folder: Path) -> None:
    session = Session.open([folder])
    bad = Act("a", "d", "correct", None)  # type: ignore[arg-type]
    with pytest.raises(ReadOnlySession):
        session.append([CORRECT, bad])
    assert session.events() == ()
    session.append([CORRECT])
    assert len(session.events()) == 1
    session.close()


def test_events_cannot_be_changed_or_deleted(folder: Path) -> None:
    session = Session.open([folder])
    session.append([CORRECT])
    session.close()
    database = folder / REVIEW_FOLDER / "review.db"
    connection = sqlite3.connect(database)
    for statement in ("UPDATE event SET new = '9'", "DELETE FROM event"):
        with pytest.raises(sqlite3.DatabaseError, match="never"):
            connection.execute(statement)
    connection.close()


def test_a_forged_event_is_told(folder: Path) -> None:
    session = Session.open([folder])
    session.append([CORRECT])
    session.append([VERDICT])
    session.close()
    connection = sqlite3.connect(folder / REVIEW_FOLDER / "review.db")
    connection.execute("DROP TRIGGER no_update")
    connection.execute("UPDATE event SET new = '6' WHERE number = 1")
    connection.commit()
    connection.close()

    session = Session.open([folder])
    assert any("第 1 条" in notice for notice in session.notices)
    session.close()


def test_a_second_window_reads_and_says_who_writes(folder: Path) -> None:
    first = Session.open([folder])
    first.append([CORRECT])
    second = Session.open([folder])
    assert not second.writable
    assert any(str(os.getpid()) in notice for notice in second.notices)
    assert len(second.events()) == 1
    with pytest.raises(ReadOnlySession):
        second.append([VERDICT])
    second.close()
    first.close()

    third = Session.open([folder])
    assert third.writable
    third.close()


def test_a_read_only_folder_keeps_its_review_in_the_users_data(folder: Path) -> None:
    folder.chmod(0o555)
    session = Session.open([folder])
    session.append([CORRECT])
    assert session.place is not None
    assert session.place.is_relative_to(user_data())
    assert any("只读" in notice for notice in session.notices)
    session.close()
    assert list(folder.iterdir()) == []
    again = Session.open([folder])
    assert len(again.events()) == 1
    again.close()
    folder.chmod(0o755)
    # The folder can be written to now: the review is still found where it was begun.
    later = Session.open([folder])
    assert len(later.events()) == 1
    later.close()


def test_a_read_only_folder_with_a_review_is_read(folder: Path) -> None:
    session = Session.open([folder])
    session.append([CORRECT])
    session.close()
    inner = folder / REVIEW_FOLDER
    inner.chmod(0o555)
    session = Session.open([folder])
    assert not session.writable
    assert len(session.events()) == 1
    session.close()
    inner.chmod(0o755)


def test_files_of_several_folders_share_a_review_in_the_users_data(
    tmp_path: Path, own_data: Path
) -> None:
    files: list[Path] = []
    for name in ("东", "西"):
        (tmp_path / name).mkdir()
        files.append(tmp_path / name / "年报.txt")
        files[-1].write_text("x", encoding="utf-8")
    session = Session.open(files)
    assert session.place is not None
    assert session.place.is_relative_to(own_data)
    session.close()


def test_nowhere_to_write_still_opens(folder: Path, own_data: Path) -> None:
    own_data.mkdir()
    folder.chmod(0o555)
    own_data.chmod(0o555)
    session = Session.open([folder])
    session.append([CORRECT])
    assert session.place is None
    assert any("不会保留" in notice for notice in session.notices)
    session.close()
    folder.chmod(0o755)
    own_data.chmod(0o755)


def test_a_damaged_log_is_put_aside(folder: Path) -> None:
    inner = folder / REVIEW_FOLDER
    inner.mkdir()
    (inner / "review.db").write_bytes(b"not a database at all" * 100)
    session = Session.open([folder])
    session.append([CORRECT])
    assert any("损坏" in notice for notice in session.notices)
    session.close()
    assert len(list(inner.glob("review.damaged-*"))) == 1


def test_a_log_of_a_later_program_is_only_read(folder: Path) -> None:
    session = Session.open([folder])
    session.append([CORRECT])
    session.close()
    connection = sqlite3.connect(folder / REVIEW_FOLDER / "review.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    session = Session.open([folder])
    assert not session.writable
    assert len(session.events()) == 1
    session.close()


def test_archive_holds_every_event(folder: Path, tmp_path: Path) -> None:
    session = Session.open([folder])
    session.append([CORRECT])
    session.append([VERDICT])
    target = tmp_path / "存档.json"
    session.archive(target)
    session.close()
    kept = json.loads(target.read_text(encoding="utf-8"))
    assert kept["version"] == 2
    assert [event["reason"] for event in kept["events"]] == ["看错一格", "单位已说明"]
    assert kept["events"][1]["previous"] == kept["events"][0]["hash"]
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


@pytest.mark.parametrize("text", ["0", "-3", "7730.28", ""])
def test_values_survive_the_log(text: str) -> None:
    assert to_text(to_number(text)) == text
