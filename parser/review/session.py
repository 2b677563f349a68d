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
from parser.review.lock import Held, Lock, is_held, user_name
from parser.review.migrations import VERSION, has_about, migrate, version_of

FILE = "review.db"
Kind = Literal["correct", "restore", "judge", "mark", "join", "encoding", "carry", "body"]

_FIRST = 'number, "when", who, path, digest, kind, target, old, new, reason, previous, hash'
_FIELDS = f"{_FIRST}, about"
_INSERT = f"INSERT INTO event ({_FIELDS}) VALUES ({', '.join('?' * 13)})"


class ReadOnlySession(Exception):
    """The review cannot be written to; `str(error)` is the sentence the auditor sees."""


@dataclass(frozen=True, slots=True)
class Event:
    """One act. `target` is a figure key, a finding id or an attachment's digest; else "".

    A "carry" says of an earlier event, whose number is its target, what becomes of it in a newer
    version of the file: `new` is "kept", "dropped" or None for undecided.

    `old` and `new` are numbers as text for figures ("" for blank), decisions for findings, "1" for
    a report marked as reviewed, the path of an attachment that is joined, the encoding that was
    chosen for a file, the index of the copy of the body that counts; None where there is nothing.
    `when` is UTC. `about` remembers what was judged (`parser.review.about`), "" in a log of the
    first version.
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
    about: str = ""


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
    about: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """The folder of a review that another process writes to: who that is, and since when."""

    folder: Path
    who: str
    since: datetime | None


class Session:
    """The open log. One process at a time writes; a second one reads and says so."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        place: Path | None,
        lock: Lock | None,
        notices: Iterable[str],
        closed_for: str = "",
        held: Holding | None = None,
    ) -> None:
        """Take over an open connection. `closed_for` says why nothing can be written, if so.

        `held` is the folder of a review that another process writes to, and who that is.
        """
        self._connection = connection
        self._lock = lock
        self._told = tuple(note for note in notices if note)
        self.closed_for = closed_for
        self.held = held
        self.place = place
        self.author = user_name()
        events = self.events()
        self._seen = events[-1].number if events else 0
        broken = _first_break(events) if version_of(connection) <= VERSION else None
        if broken is not None:
            self._told += (f"审核记录第 {broken} 条与校验链不符：记录可能被改动过，请与存档核对。",)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the auditor has to know of the log, sentence by sentence."""
        return (*self._told, self.closed_for) if self.closed_for else self._told

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
                return cls._second(folder, held, notices)
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
        if version_of(connection) > VERSION:
            connection.close()
            if lock is not None:
                lock.release()
            return cls._reading(database, "审核记录由更新版本的程序写成：可以看，不能改。")
        return cls(connection, database, lock, told)

    @classmethod
    def _second(cls, folder: Path, held: Held, notices: Sequence[str]) -> Session:
        since = f"从 {held.since.astimezone():%m-%d %H:%M} 起" if held.since else ""
        why = f"{held}{since}正在审核这个文件夹：这里只能看，不能改。"
        holding = Holding(folder, str(held), held.since)
        database = folder / FILE
        if database.exists():
            session = cls._reading(database, why)
            session.held = holding
            return session
        return cls(_in_memory(), None, None, notices, why, holding)

    @classmethod
    def _reading(cls, database: Path, why: str) -> Session:
        try:
            connection = _read_only(database)
        except sqlite3.Error as error:
            return cls(_in_memory(), None, None, [f"审核记录读不出来（{error}）。"], why)
        return cls(connection, database, None, (), why)

    @classmethod
    def in_memory(cls, notices: Iterable[str] = ()) -> Session:
        """Open a log that nothing is kept of."""
        return cls(_in_memory(), None, None, notices)

    @property
    def is_free(self) -> bool:
        """Say whether the other process that wrote here is gone, so that `take_over` works."""
        return self.held is not None and not is_held(self.held.folder / "lock")

    def take_over(self) -> bool:
        """Begin to write where another process did; False while it still does.

        What it wrote meanwhile comes with the next `news`. OSError or sqlite3.Error where the log
        cannot be written.
        """
        if self.held is None:
            return False
        try:
            fresh = self._writing(self.held.folder, [])
        except Held:
            return False
        self._connection.close()
        self._connection, self._lock, self.place = fresh._connection, fresh._lock, fresh.place
        self._told, self.closed_for = fresh._told, fresh.closed_for
        self.held = None
        return self.writable

    def news(self) -> tuple[Event, ...]:
        """Return the events that another process has written since the last time, in order."""
        try:
            if self.held is not None and self.place is None:
                self._connection = _read_only(self.held.folder / FILE)
                self.place = self.held.folder / FILE
            fresh = self.events(after=self._seen)
        except sqlite3.Error:
            return ()  # it is just being written, or is not there yet
        if fresh:
            self._seen = fresh[-1].number
        return fresh

    @property
    def writable(self) -> bool:
        """Say whether `append` works."""
        return not self.closed_for

    def append(self, acts: Sequence[Act], author: str | None = None) -> tuple[Event, ...]:
        """Write the acts, all or none, and return them as events.

        They are on disk when this returns. `ReadOnlySession` where nothing can be written.
        """
        if self.closed_for:
            raise ReadOnlySession(self.closed_for)
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
        self._seen = max(self._seen, number)
        return tuple(written)

    def events(self, after: int = 0, digest: str | None = None) -> tuple[Event, ...]:
        """Return the events in order, those behind number `after`: all, or those of one content."""
        fields = _FIELDS if has_about(self._connection) else f"{_FIRST}, ''"
        wanted, values = "number > ?", [after, *([digest] if digest is not None else [])]
        wanted += " AND digest = ?" if digest is not None else ""
        rows = self._connection.execute(
            f"SELECT {fields} FROM event WHERE {wanted} ORDER BY number", values
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
        if version_of(connection) <= VERSION:
            migrate(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _read_only(database: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)
    try:
        connection.execute("SELECT count(*) FROM event")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    return connection


def _event(number: int, when: datetime, who: str, act: Act, previous: str) -> Event:
    event = Event(number, when, who, **asdict(act), previous=previous, hash="")
    return replace(event, hash=_hash(event))


def _row(event: Event) -> dict[str, object]:
    return {**asdict(event), "when": event.when.isoformat()}


def _hash(event: Event) -> str:
    # Events without `about` are hashed as the first version of the log hashed them.
    row = _row(event)
    said = [row[name] for name in row if name != "hash" and (name != "about" or event.about)]
    return blake2b(json.dumps(said, ensure_ascii=False).encode(), digest_size=16).hexdigest()


def _first_break(events: Iterable[Event]) -> int | None:
    previous = ""
    for event in events:
        if event.previous != previous or event.hash != _hash(event):
            return event.number
        previous = event.hash
    return None
