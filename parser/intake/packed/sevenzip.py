"""7z archives, by py7zr: unpacked into memory, never further than a file says it is long."""

from __future__ import annotations

import io
from collections.abc import Generator
from contextlib import contextmanager

from py7zr import SevenZipFile, archiveinfo
from py7zr.exceptions import PasswordRequired
from py7zr.io import Py7zIO, WriterFactory

from parser.errors import Refused, Unreadable
from parser.intake.bounds import MEGABYTE, weigh
from parser.intake.packed.entry import Entry, distinct

# The list of so many files as are allowed is never longer; the library would take 256 MB of it.
archiveinfo.MAX_HEADER_SIZE = 4 * MEGABYTE
_LOCKED = "压缩包有密码，请解密后再读。"


class SevenZip:
    """A 7z archive."""

    def __init__(self, data: bytes, room: int) -> None:
        """Open it; raises `Unreadable` where it is damaged, `Refused` where it holds too much."""
        self._data = data
        with _opened(data) as archive:
            self._locked = archive.password_protected
            # A damaged list may lack what every entry has.
            files = [(at, i) for at, i in enumerate(archive.list()) if i.is_file]
            self._names = {at: info.filename for at, info in files}
            self.entries = tuple(
                distinct(Entry(info.filename, at, int(info.uncompressed)) for at, info in files)
            )
        weigh([(e.name, e.size, None) for e in self.entries], "压缩包", room, len(data))

    def read(self, entry: Entry) -> bytes:
        """Return the bytes of a file."""
        if self._locked:
            raise Unreadable(_LOCKED)
        raw = self._names[entry.at]
        # Where several files have one name, the library writes them all, in this order.
        nth = [at for at, name in self._names.items() if name == raw].index(entry.at)
        factory = _Factory(max(e.size for e in self.entries))
        with _opened(self._data) as archive:
            archive.extract(targets=[raw], factory=factory)
        if nth >= len(factory.written) or len(factory.written[nth].data) != entry.size:
            raise Unreadable(f"压缩包已损坏，“{entry.name[-60:]}”解不开。")
        return bytes(factory.written[nth].data)


@contextmanager
def _opened(data: bytes) -> Generator[SevenZipFile]:
    try:
        with SevenZipFile(io.BytesIO(data)) as archive:
            yield archive
    except (Unreadable, MemoryError):
        raise
    except PasswordRequired as error:
        raise Unreadable(_LOCKED) from error
    except Exception as error:
        # What the library and its five decoders raise on damage is no closed list.
        raise Unreadable("压缩包已损坏或不完整，打不开。") from error


class _Bounded(Py7zIO):
    """What one file is unpacked into."""

    def __init__(self, most: int) -> None:
        self.data = bytearray()
        self._most = most

    def write(self, s: bytes | bytearray) -> int:
        if len(self.data) + len(s) > self._most:
            raise Refused("压缩包里的文件比自己标明的大，未打开。")
        self.data += s
        return len(s)

    def read(self, size: int | None = None) -> bytes:
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0

    def flush(self) -> None:
        return

    def size(self) -> int:
        return len(self.data)


class _Factory(WriterFactory):
    def __init__(self, most: int) -> None:
        self.written: list[_Bounded] = []
        self._most = most

    def create(self, filename: str) -> Py7zIO:
        self.written.append(_Bounded(self._most))
        return self.written[-1]
