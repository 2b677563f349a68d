"""Zip archives: names of Chinese Windows and of others, read one file at a time."""

from __future__ import annotations

import stat
import zipfile

from parser.intake.packed.entry import Entry, distinct
from parser.intake.zipparts import content, opened, part_name

_UNIX = 3


class Zip:
    """A zip archive."""

    def __init__(self, data: bytes, room: int) -> None:
        """Open it; raises `Unreadable` where it is damaged, `Refused` where it holds too much."""
        self._archive = opened(data, room=room)
        self._infos = self._archive.infolist()
        files = [(at, info) for at, info in enumerate(self._infos) if _is_file(info)]
        self.entries = tuple(
            distinct(Entry(part_name(i), at, i.file_size, i.compress_size) for at, i in files)
        )

    def read(self, entry: Entry) -> bytes:
        """Return the bytes of a file."""
        return content(self._archive, self._infos[entry.at], entry.name)


def _is_file(info: zipfile.ZipInfo) -> bool:
    link = info.create_system == _UNIX and stat.S_ISLNK(info.external_attr >> 16)
    # A folder ends with a stroke, on old Windows with the other one.
    return not link and not part_name(info).endswith(("/", "\\"))
