"""Tar archives, gzip files, and the one in the other."""

from __future__ import annotations

import io
import tarfile
import zlib

from parser.errors import Refused, Unreadable
from parser.intake.bounds import MAX_MEMBERS, MAX_RATIO, RATIO_FROM, weigh
from parser.intake.packed.entry import Entry, distinct

_MARK, _MARK_AT = b"ustar", 257
_GZIP = 16 + zlib.MAX_WBITS


def is_tar(data: bytes) -> bool:
    """Say whether the bytes are a tar archive."""
    return data[_MARK_AT : _MARK_AT + len(_MARK)] == _MARK


class Tar:
    """A tar archive."""

    def __init__(self, data: bytes, room: int) -> None:
        """Open it; raises `Unreadable` where it is damaged, `Refused` where it holds too much."""
        self._files: list[tarfile.TarInfo] = []
        try:
            self._archive = tarfile.TarFile(
                fileobj=io.BytesIO(data), mode="r", encoding="utf-8", errors="surrogateescape"
            )
            for number, info in enumerate(self._archive):
                if number >= 2 * MAX_MEMBERS:
                    raise Refused(f"压缩包里的文件太多，超过 {MAX_MEMBERS} 个，未打开。")
                if info.isfile():
                    self._files.append(info)
        except (tarfile.TarError, ValueError, OSError, EOFError, UnicodeError) as error:
            raise Unreadable("压缩包已损坏或不完整，打不开。") from error
        self.entries = tuple(
            distinct(Entry(i.name, at, i.size) for at, i in enumerate(self._files))
        )
        weigh([(e.name, e.size, None) for e in self.entries], "压缩包", room, len(data))

    def read(self, entry: Entry) -> bytes:
        """Return the bytes of a file."""
        try:
            stream = self._archive.extractfile(self._files[entry.at])
            data = stream.read(entry.size) if stream else b""
        except (tarfile.TarError, ValueError, OSError, EOFError) as error:
            raise Unreadable(f"压缩包已损坏，“{entry.name[-60:]}”解不开。") from error
        if len(data) != entry.size:
            raise Unreadable(f"压缩包已损坏，“{entry.name[-60:]}”不完整。")
        return data


class Gzip:
    """A gzip file that holds one document."""

    def __init__(self, content: bytes, name: str) -> None:
        """Take what was unpacked, and the name of the file: what it holds has it without .gz."""
        self._content = content
        base = name.rsplit("/", 1)[-1]
        stem = base[:-3] if base.lower().endswith(".gz") else base
        self.entries = tuple(distinct([Entry(stem, 0, len(content))]))

    def read(self, entry: Entry) -> bytes:
        """Return the bytes of the document."""
        return self._content


def gunzipped(data: bytes, room: int) -> bytes:
    """Return what a gzip file holds, at most `room` bytes.

    Raises `Unreadable` where it is damaged or cut off, `Refused` where it holds too much.
    """
    most = min(room, max(RATIO_FROM, MAX_RATIO * len(data)))
    found = bytearray()
    try:
        while data.startswith(b"\x1f\x8b"):
            decoder = zlib.decompressobj(_GZIP)
            found += decoder.decompress(data, most + 1 - len(found))
            if len(found) > most:
                raise Refused("压缩包解开后过大，或者压缩比异常（疑似压缩炸弹），未打开。")
            if not decoder.eof:
                raise Unreadable("压缩包不完整，打不开。")
            data = decoder.unused_data
    except zlib.error as error:
        raise Unreadable("压缩包已损坏，打不开。") from error
    return bytes(found)
