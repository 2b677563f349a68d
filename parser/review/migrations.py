"""The tables of the review's log, and how a log of an earlier version becomes one of this version.

One function a version: each takes the log from the version before its own. What was written then
stays as it was written, so that the chain of hashes still holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

VERSION = 2

# The log as its first version made it.
_FIRST = """
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
"""


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of a log, 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a log up to this version, all steps or none. The connection is in autocommit.

    A log of a later version is left alone. sqlite3.Error where it cannot be written.
    """
    # DELETE is the journal that is safe on network drives too (WAL needs one host). At 0.6 ms a
    # commit with FULL there is nothing to win from choosing by the kind of drive.
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version in range(version_of(connection) + 1, VERSION + 1):
            _STEPS[version](connection)
            connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def has_about(connection: sqlite3.Connection) -> bool:
    """Say whether the log remembers what was judged: one that can only be read may be older."""
    return version_of(connection) >= 2


def _to_first(connection: sqlite3.Connection) -> None:
    for statement in _statements(_FIRST):
        connection.execute(statement)


def _to_second(connection: sqlite3.Connection) -> None:
    """Make room for what was judged (`parser.review.about`); older events have none of it."""
    connection.execute("ALTER TABLE event ADD COLUMN about TEXT NOT NULL DEFAULT ''")


_STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _to_first, 2: _to_second}


def _statements(script: str) -> list[str]:
    """Split a script: `executescript` would commit what was begun."""
    found: list[str] = []
    statement = ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return found
