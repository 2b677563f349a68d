"""The parts of a zip, archive or document: read in memory, every size bounded first."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from parser.errors import Refused, Unreadable
from parser.intake.bounds import MAX_MEMBERS, MAX_TOTAL, MEGABYTE, weigh

# A directory of that many members is never longer; reading a longer one would take minutes.
_MAX_DIRECTORY = MEGABYTE
_END = struct.Struct("<4sHHHHIIH")
TAIL = _END.size + 65536
_UTF8 = 0x800
# Bytes of a directory's entry before its name.
_HEADER = 46


def opened(data: bytes, what: str = "压缩包", room: int = MAX_TOTAL) -> zipfile.ZipFile:
    """Open a zip after weighing what it says it holds: at most `room` bytes.

    Raises `Unreadable` where it is damaged, `Refused` where it goes past a bound.
    """
    if is_vast(data):
        raise Refused(f"{what}里的文件太多，超过 {MAX_MEMBERS} 个，未打开。")
    try:
        archive = _directory(data)
        infos = archive.infolist()
    except (
        zipfile.BadZipFile,
        ValueError,
        OSError,
        NotImplementedError,
        EOFError,
        UnicodeError,
        struct.error,
    ) as error:
        raise Unreadable(f"{what}已损坏或不完整，打不开。") from error
    weigh([(part_name(i), i.file_size, i.compress_size) for i in infos], what, room)
    return archive


def _directory(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except UnicodeDecodeError:
        return zipfile.ZipFile(io.BytesIO(_without_promises(data)))


def _without_promises(data: bytes) -> bytes:
    """Return the zip without the promise that names are UTF-8: one of them is not.

    The flag stands in the directory and before each part (APPNOTE 4.4.4, bit 11).
    """
    end = data.rfind(b"PK\x05\x06")
    size, start = _END.unpack_from(data, end)[5:7]
    moved = bytearray(data)
    shift = end - size - start
    at = end - size
    while bytes(moved[at : at + 4]) == b"PK\x01\x02" and at + _HEADER <= end:
        moved[at + 9] &= ~(_UTF8 >> 8)
        names = struct.unpack_from("<HHH", moved, at + 28)
        part = shift + int(struct.unpack_from("<I", moved, at + 42)[0])
        if bytes(moved[part : part + 4]) == b"PK\x03\x04" and part + _HEADER <= end:
            moved[part + 7] &= ~(_UTF8 >> 8)
        at += _HEADER + sum(names)
    return bytes(moved)


def part_name(info: zipfile.ZipInfo) -> str:
    """Return a part's name; where nothing says how it is written, as UTF-8 or else as GBK."""
    name = info.orig_filename.partition("\0")[0]
    if info.flag_bits & _UTF8:
        return name
    raw = name.encode("cp437")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def part(archive: zipfile.ZipFile, name: str, what: str = "压缩包") -> bytes:
    """Return the part of this name, as `content` does; `Unreadable` where there is none."""
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise Unreadable(f"{what}里没有“{name[-60:]}”。") from error
    return content(archive, info, name, what)


def content(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, what: str = "压缩包"
) -> bytes:
    """Return what one part holds, never more of it than the archive says. `name` is for sentences.

    Raises `Unreadable` where the part is damaged or encrypted, `Refused` where it is too long.
    """
    try:
        with archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        NotImplementedError,
        ValueError,
        zlib.error,
        lzma.LZMAError,
    ) as error:
        raise Unreadable(f"{what}已损坏，“{name[-60:]}”解不开。") from error
    except RuntimeError as error:
        raise Unreadable(f"{what}有密码，请解密后再读。") from error
    if len(data) > info.file_size:
        raise Refused(f"{what}里的“{name[-60:]}”比自己标明的大，未打开。")
    return data


def is_vast(data: bytes) -> bool:
    """Say whether a zip's directory is too long to be read, by the last bytes of the file."""
    tail = data[-TAIL:]
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        return False
    return int(_END.unpack_from(tail, at)[5]) > _MAX_DIRECTORY
