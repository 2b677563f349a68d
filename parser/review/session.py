"""The review of a folder on disk: an append-only log of events in SQLite.

Each act of the auditor is one event, one transaction, on disk before the window goes on. Nothing
is ever overwritten: what holds now follows from reading the log from its beginning. Events belong
to the content of a file (its digest), so that a renamed file keeps its history and a changed file
does not silently inherit one. Each event carries the hash of the one before it.

Opening never fails: where the log cannot be written, `Session.notices` says so in a sentence.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from parser.model import Number
from parser.review.folders import is_writable, review_folders, roots
from parser.review.lock import Held, Lock, user_name

FILE = "review.db"
VERSION = 1
Kind = Literal["correct", "restore", "judge", "mark", "join", "encoding", "body"]

# DELETE is the journal that is safe on network drives too (WAL needs one host). At 0.6 ms a commit
# with FULL there is nothing to win from choosing by the kind of drive.
_SET_UP = """
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = FULL;
BEGIN;
CREATE TABLE IF NOT EXISTS event (
    number INTEGER PRIMARY KEY,
    "when" TEXT NOT NULL, who TEXT NOT NULL, path TEXT NOT NULL, digest TEXT NOT NULL,
    kind TEXT NOT NULL, target TEXT NOT NULL, old TEXT, new TEXT, reason TEXT NOT NULL,
    previous TEXT NOT NULL, hash TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS by_digest ON event (digest);
CREATE INDEX IF NOT EXISTS by_path ON event (path);
CREATE TRIGGER IF NOT EXISTS no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER IF NOT EXISTS no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
PRAGMA user_version = 1;
COMMIT;
"""
_FIELDS = 'number, "when", who, path, digest, kind, target, old, new, reason, previous, hash'
_INSERT = f"INSERT INTO event ({_FIELDS}) VALUES ({', '.join('?' * 12)})"


class ReadOnlySession(Exception):
    """The review cannot be written to; `str(error)` is the sentence the auditor sees."""


@dataclass(frozen=True, slots=True)
class Event:
    """One act. `target` is a figure key, a finding id or an attachment's digest; else "".

    `old` and `new` are numbers as text for figures ("" for blank), decisions for findings, "1" for
    a report marked as reviewed, the path of an attachment that is joined, the encoding that was
    chosen for a file, the index of the copy of the body that counts; None where there is nothing.
    `when` is UTC.
    """

    number: int
    when: datetime
    who: str
    path: str
    digest: str
    kind: Kind
    target: str
    old: str | None
    new: str | None
    reason: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Act:
    """An event to be: what is done to which file."""

    path: str
    digest: str
    kind: Kind
    target: str = ""
    old: str | None = None
    new: str | None = None
    reason: str = ""


class Session:
    """The open log. One process at a time writes; a second one reads and says so."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        place: Path | None,
        lock: Lock | None,
        notices: Iterable[str],
        closed_for: str = "",
    ) -> None:
        """Take over an open connection. `closed_for` says why nothing can be written, if so."""
        self._connection = connection
        self._lock = lock
        self._closed_for = closed_for
        self.place = place
        self.author = user_name()
        broken = _first_break(self.events())
        told = [*notices, closed_for]
        if broken is not None:
            told.append(f"审核记录第 {broken} 条与校验链不符：记录可能被改动过，请与存档核对。")
        self.notices: tuple[str, ...] = tuple(note for note in told if note)

    @classmethod
    def open(cls, paths: Sequence[Path]) -> Session:
        """Open the review of these folders or files, beside them or in the user's own data."""
        notices: list[str] = []
        for folder in review_folders(roots(paths)):
            database = folder / FILE
            if not is_writable(folder):
                if database.exists():
                    return cls._reading(database, "这个文件夹是只读的：可以看，不能改。")
                notices.append("这些文件所在的文件夹是只读的：审核记录保存在本机用户目录里。")
                continue
            try:
                return cls._writing(folder, notices)
            except Held as held:
                sentence = f"{held} 正在审核这个文件夹：这里只能看，不能改。"
                if not database.exists():
                    return cls.in_memory([*notices, sentence])
                return cls._reading(database, sentence)
            except (OSError, sqlite3.Error) as error:
                notices.append(f"不能在 {folder} 保存审核记录（{error}）。")
        return cls.in_memory([*notices, "找不到可以保存审核记录的地方：关闭窗口后记录不会保留。"])

    @classmethod
    def _writing(cls, folder: Path, notices: list[str]) -> Session:
        folder.mkdir(parents=True, exist_ok=True)
        told = list(notices)
        try:
            lock = Lock(folder / "lock")
        except OSError:
            lock = None
            told.append("这个位置不支持文件锁：请确认没有别人同时在审核。")
        database = folder / FILE
        try:
            try:
                connection = _connect(database)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                aside = database.with_suffix(f".damaged-{datetime.now():%Y%m%d%H%M%S}")
                os.replace(database, aside)
                told.append(f"审核记录已损坏，原文件改名为 {aside.name}，从空白记录重新开始。")
                connection = _connect(database)
        except (OSError, sqlite3.Error):
            if lock is not None:
                lock.release()
            raise
        if _version(connection) > VERSION:
            connection.close()
            if lock is not None:
                lock.release()
            return cls._reading(database, "审核记录由更新版本的程序写成：可以看，不能改。")
        return cls(connection, database, lock, told)

    @classmethod
    def _reading(cls, database: Path, why: str) -> Session:
        try:
            connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)
            connection.execute("SELECT count(*) FROM event")
        except sqlite3.Error as error:
            return cls.in_memory([f"审核记录读不出来（{error}）。", why])
        return cls(connection, database, None, (), why)

    @classmethod
    def in_memory(cls, notices: Iterable[str] = ()) -> Session:
        """Open a log that nothing is kept of."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.executescript(_SET_UP)
        return cls(connection, None, None, notices)

    @property
    def writable(self) -> bool:
        """Say whether `append` works."""
        return not self._closed_for

    def append(self, acts: Sequence[Act], author: str | None = None) -> tuple[Event, ...]:
        """Write the acts, all or none, and return them as events.

        They are on disk when this returns. `ReadOnlySession` where nothing can be written.
        """
        if self._closed_for:
            raise ReadOnlySession(self._closed_for)
        when = datetime.now(UTC)
        who = author or self.author
        written: list[Event] = []
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            number, previous = self._last()
            for act in acts:
                number += 1
                event = _event(number, when, who, act, previous)
                self._connection.execute(_INSERT, tuple(_row(event).values()))
                written.append(event)
                previous = event.hash
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise ReadOnlySession(f"审核记录写不进去（{error}）。") from error
        return tuple(written)

    def events(self, digest: str | None = None, path: str | None = None) -> tuple[Event, ...]:
        """Return the events in order: all, or those of one content, or of one path."""
        wanted, values = "1", list[str]()
        for column, value in (("digest", digest), ("path", path)):
            if value is not None:
                wanted += f" AND {column} = ?"
                values.append(value)
        rows = self._connection.execute(
            f"SELECT {_FIELDS} FROM event WHERE {wanted} ORDER BY number", values
        )
        return tuple(Event(row[0], datetime.fromisoformat(row[1]), *row[2:]) for row in rows)

    def archive(self, target: Path) -> None:
        """Write the whole log as JSON, for keeping beside the workbook. OSError if it cannot."""
        rows = [_row(event) for event in self.events()]
        text = json.dumps({"version": VERSION, "events": rows}, ensure_ascii=False, indent=1)
        part = target.with_name(target.name + ".part")
        part.write_text(text + "\n", encoding="utf-8")
        os.replace(part, target)

    def close(self) -> None:
        """Close the log and let others write."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _last(self) -> tuple[int, str]:
        query = "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1"
        row = self._connection.execute(query).fetchone()
        return (row[0], row[1]) if row else (0, "")


def to_text(value: Number | None) -> str:
    """Write a figure's value for an event: "" for blank."""
    return "" if value is None else str(value)


def to_number(text: str | None) -> Number | None:
    """Read a figure's value back from an event."""
    if not text:
        return None
    return Decimal(text) if "." in text or "E" in text else int(text)


def _connect(database: Path) -> sqlite3.Connection:
    # Autocommit: every transaction is begun and ended in so many words.
    connection = sqlite3.connect(database, isolation_level=None)
    try:
        if _version(connection) <= VERSION:
            connection.executescript(_SET_UP)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _event(number: int, when: datetime, who: str, act: Act, previous: str) -> Event:
    event = Event(number, when, who, **asdict(act), previous=previous, hash="")
    return replace(event, hash=_hash(event))


def _row(event: Event) -> dict[str, object]:
    return {**asdict(event), "when": event.when.isoformat()}


def _hash(event: Event) -> str:
    said = [value for name, value in _row(event).items() if name != "hash"]
    return blake2b(json.dumps(said, ensure_ascii=False).encode(), digest_size=16).hexdigest()


def _first_break(events: Iterable[Event]) -> int | None:
    previous = ""
    for event in events:
        if event.previous != previous or event.hash != _hash(event):
            return event.number
        previous = event.hash
    return None
