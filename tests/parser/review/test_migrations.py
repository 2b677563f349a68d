"""Logs of earlier versions of the program are brought up to date, and nothing of them is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import blake2b
from json import dumps
from pathlib import Path

import pytest

from parser.review.migrations import VERSION, migrate, version_of
from parser.review.review import finding_id
from parser.review.session import Act, Session
from tests.support.desks import opened as desk_on
from tests.support.reviews import made_report, wrong

# The log as the program's first version made it, byte for byte.
FIRST = """
CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    "when" TEXT NOT NULL, who TEXT NOT NULL, path TEXT NOT NULL, digest TEXT NOT NULL,
    kind TEXT NOT NULL, target TEXT NOT NULL, old TEXT, new TEXT, reason TEXT NOT NULL,
    previous TEXT NOT NULL, hash TEXT NOT NULL
);
CREATE INDEX by_digest ON event (digest);
CREATE INDEX by_path ON event (path);
CREATE TRIGGER no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
PRAGMA user_version = 1;
"""
PATH = "河湾镇2023.txt"
KEY = "requests.received.total"


def first_log(folder: Path, *rows: tuple[str, str, str | None, str | None]) -> None:
    """Write a log as the first version did: (kind, target, old, new) of one file."""
    inner = folder / ".审核"
    inner.mkdir()
    connection = sqlite3.connect(inner / "review.db")
    connection.executescript(FIRST)
    previous = ""
    for number, (kind, target, old, new) in enumerate(rows, start=1):
        when = "2025-03-04T05:06:07+00:00"
        said = [number, when, "李审", PATH, "d1", kind, target, old, new, "", previous]
        own = blake2b(dumps(said, ensure_ascii=False).encode(), digest_size=16).hexdigest()
        connection.execute(f"INSERT INTO event VALUES ({','.join('?' * 12)})", (*said, own))
        previous = own
    connection.commit()
    connection.close()


@pytest.fixture
def opened(folder: Path) -> Iterator[list[Session]]:
    made: list[Session] = []
    yield made
    for session in made:
        session.close()


def test_the_second_version_keeps_every_event_and_the_chain(
    folder: Path, opened: list[Session]
) -> None:
    first_log(folder, ("correct", KEY, "4", "5"), ("mark", "", None, "1"))
    session = Session.open([folder])
    opened.append(session)
    assert session.notices == ()
    assert [(e.kind, e.target, e.new, e.about) for e in session.events()] == [
        ("correct", KEY, "5", ""),
        ("mark", "", "1", ""),
    ]
    (event,) = session.append([Act(PATH, "d1", "mark", "", "1", None, about='{"unit":"甲"}')])
    assert event.previous == session.events()[1].hash
    session.close()
    opened[:] = [Session.open([folder])]
    assert opened[0].notices == ()
    assert opened[0].events()[-1].about == '{"unit":"甲"}'


def test_an_empty_file_becomes_a_log_of_this_version() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    assert version_of(connection) == VERSION
    migrate(connection)
    assert version_of(connection) == VERSION
    connection.close()


def test_a_forged_about_is_told(folder: Path, opened: list[Session]) -> None:
    session = Session.open([folder])
    session.append([Act(PATH, "d1", "mark", "", None, "1", about='{"unit":"甲"}')])
    session.close()
    for forged in ('{"unit":"乙"}', ""):
        connection = sqlite3.connect(folder / ".审核" / "review.db")
        connection.execute("DROP TRIGGER IF EXISTS no_update")
        connection.execute("UPDATE event SET about = ?", (forged,))
        connection.commit()
        connection.close()
        session = Session.open([folder])
        opened.append(session)
        assert any("第 1 条" in notice for notice in session.notices)
        session.close()


def test_an_old_log_that_cannot_be_written_is_read_as_it_is(
    folder: Path, opened: list[Session]
) -> None:
    first_log(folder, ("correct", KEY, "4", "5"))
    inner = folder / ".审核"
    inner.chmod(0o555)
    opened.append(Session.open([folder]))
    assert [event.new for event in opened[0].events()] == ["5"]
    assert not opened[0].writable
    inner.chmod(0o755)


def test_an_old_log_holds_for_the_same_content_and_is_asked_about_for_another(
    folder: Path,
) -> None:

    report = wrong(PATH, "d1")
    judged = finding_id(report.findings[0])
    first_log(folder, ("correct", KEY, "11", "8"), ("judge", judged, None, "confirmed"))
    desk = desk_on(folder)
    review = desk.add(report)
    assert review.corrections[KEY].value == 8
    assert judged in review.verdicts
    changed = desk.add(wrong(PATH, "d2"))
    assert changed.corrections == {}
    assert changed.verdicts == {}
    assert {item.target for item in changed.again} == {KEY, judged}
    other = desk.add(made_report("别的.txt", "d3"))
    assert other.carried == ()
    desk.session.close()
