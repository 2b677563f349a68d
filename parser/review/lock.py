"""One writer per review: a lock that the operating system releases when its holder dies."""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

# The byte that Windows locks; far behind the text, which others must be able to read.
_BYTE = 1 << 20


class Held(Exception):
    """Another process holds the lock; `str(error)` says who, `since` when it took it, if known."""

    def __init__(self, who: str, since: datetime | None = None) -> None:
        """Name the holder."""
        super().__init__(who)
        self.since = since


class Lock:
    """An exclusive lock on a file, held until `release` or the death of the process."""

    def __init__(self, path: Path) -> None:
        """Take the lock. `Held` if another has it, OSError if the place knows no locks."""
        self._file = path.open("a+", encoding="utf-8")
        try:
            _take(self._file)
        except BlockingIOError:
            held = _holder(self._file)
            self._file.close()
            raise held from None
        except OSError:
            self._file.close()
            raise
        self._file.truncate(0)
        json.dump(
            {
                "user": user_name(),
                "host": socket.gethostname(),
                "pid": os.getpid(),
                "since": datetime.now(UTC).isoformat(timespec="seconds"),
            },
            self._file,
            ensure_ascii=False,
        )
        self._file.flush()

    def release(self) -> None:
        """Give the lock back. The file stays: removing it would race with the next holder."""
        self._file.truncate(0)
        self._file.close()


def user_name() -> str:
    """Return the name of the person at the machine, as the system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user in the password file (containers)
        return "审核员"


def is_held(path: Path) -> bool:
    """Say whether a process holds the lock now; False too where nobody can tell."""
    try:
        with path.open("a+", encoding="utf-8") as file:
            _take(file)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _holder(file: IO[str]) -> Held:
    file.seek(0)
    try:
        facts = json.loads(file.read())
        who = f"{facts['user']}（{facts['host']}，进程 {facts['pid']}）"
        since = facts.get("since")
        return Held(who, datetime.fromisoformat(since) if since else None)
    except (ValueError, KeyError, TypeError, OSError):
        return Held("另一个程序")


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> None:
        file.seek(_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
        finally:
            file.seek(0)

else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
