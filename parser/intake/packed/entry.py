"""A file in an archive: the name it is shown by, and what the archive says of its size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

# What no name may hold: control characters, marks that turn the direction of writing.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DRIVE = re.compile(r"[A-Za-z]:")
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive.

    `name` is the name as shown, folders before it with "/"; no other entry has it. `at` is its
    place in the archive's own list. `size` is what it says to hold, in bytes, `packed` what that
    takes in the archive, None where that cannot be told.
    """

    name: str
    at: int
    size: int
    packed: int | None = None


class Container(Protocol):
    """An archive that has been opened and weighed."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The files in it, in the archive's own order, without folders and links."""
        ...

    def read(self, entry: Entry) -> bytes:
        """Return the bytes of a file.

        Raises `Unreadable` where it is damaged or encrypted, `Refused` where it is larger than it
        says.
        """
        ...


def distinct(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries under names that can be shown, the second of two alike with a number."""
    seen: set[str] = set()
    for entry in entries:
        name = free = shown_name(entry.name)
        folders, slash, base = name.rpartition("/")
        stem, dot, ending = base.rpartition(".")
        number = 1
        while free in seen:
            number += 1
            numbered = f"{stem}({number}){dot}{ending}" if stem else f"{base}({number})"
            free = f"{folders}{slash}{numbered}"
        seen.add(free)
        yield replace(entry, name=free)


def shown_name(raw: str) -> str:
    """Return a name that is only a name: it leads nowhere, and every character of it is shown.

    Windows' folders become "/"; bytes that were no UTF-8 (as `surrogateescape` keeps them) are
    read as GBK.
    """
    if _HALVES.search(raw):
        try:
            raw = raw.encode("utf-8", "surrogateescape").decode("gb18030", "replace")
        except UnicodeEncodeError:
            raw = _HALVES.sub("\ufffd", raw)
    parts = _UNSHOWN.sub("\ufffd", raw).replace("\\", "/").split("/")
    kept = [part for part in parts if part not in ("", ".", "..") and not _DRIVE.fullmatch(part)]
    return "/".join(kept) or "未命名"
