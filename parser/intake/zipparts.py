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


def opened(data: bytes, what: str = "压缩包", room: int = MAX_TOTAL) -> zipfile.ZipFile:
    """Open a zip after weighing what it says it holds: at most `room` bytes.

    Raises `Unreadable` where it is damaged, `Refused` where it goes past a bound.
    """
    if is_vast(data):
        raise Refused(f"{what}里的文件太多，超过 {MAX_MEMBERS} 个，未打开。")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (
        zipfile.BadZipFile,
        ValueError,
        OSError,
        NotImplementedError,
        EOFError,
        UnicodeError,
    ) as error:
        raise Unreadable(f"{what}已损坏或不完整，打不开。") from error
    weigh([(part_name(i), i.file_size, i.compress_size) for i in infos], what, room)
    return archive


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
